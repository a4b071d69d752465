"""The sentence splitter: where does a sentence begin? Training, scores and the arrays for the model file.

python3 splitter.py --data DIR --vectors work/vectors.pt --cutter ../build/cut_text --out work/splitter.pt
python3 splitter.py --from work/splitter.pt --reference ../tests/language/splitter_reference.tsv

Words as the tokenizer cuts them (bench/cut_text.cc) -> rows for the word, its last three letters, its shape and the
white space before it -> one bidirectional LSTM -> the log odds that a sentence begins here. Some paragraphs are also
seen as dispatches write them: headlines, capitals, small letters, other quotation marks, no last stop, sentences of
several places beside one another. Every twentieth document of the train parts is held out.
"""
import argparse
import copy
import os
import random
import subprocess
import time
from collections import Counter

import numpy
import torch
import torch.nn.functional as F
from torch import nn

import surface
from rounding import rounded
from vectors import GLOVE

WORD, SUFFIX, SHAPE, SPACE = 32, 16, 16, 4  # sizes of the rows
WORD_KIND, SUFFIX_KIND, SHAPE_KIND = 0, 4, 6  # features of surface.py
NONE, WHITE, BEGINNING = 0, 1, 2  # what stands before a word; BEGINNING: nothing, a paragraph begins
SMALL = set("a an the of in on at to for and or but by as from with over".split())


# ---- text and gold

def read_paragraphs(path):
    """[(document, text, {character at which a sentence begins})]; paragraphs part at newpar and newdoc."""
    out, document, text, begins, tokens = [], "", "", set(), []

    def close():
        nonlocal text, begins
        if begins:
            out.append((document, text.rstrip(), begins))
        text, begins = "", set()

    joined_until, joined_space, first = 0, True, True
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc") or line.startswith("# newpar"):
            close()
            if line.startswith("# newdoc id"):
                document = line.split("= ")[1]
        if not line:
            joined_until, first = 0, True
        if not line or line[0] == "#":
            continue
        cells = line.split("\t")
        space = "SpaceAfter=No" not in cells[9]
        if "-" in cells[0]:
            joined_until, joined_space = int(cells[0].split("-")[1]), space
        elif "." not in cells[0]:
            if first:
                begins.add(len(text))
            first = False
            number = int(cells[0])
            text += cells[1]
            if number > joined_until and space or number == joined_until and joined_space:
                text += " "
    close()
    return out


def sentences(text, begins):
    places = sorted(begins)
    return [text[a:b].strip() for a, b in zip(places, places[1:] + [len(text)])]


class Cutter:
    def __init__(self, program, lexicons):
        self.command = [program, lexicons]

    def cut(self, paragraphs):
        """[(text, begins)] -> [(forms, spaces, labels, spans)]; spans in characters."""
        data = "".join(text + "\n" for text, _ in paragraphs).encode("utf-8")
        lines = subprocess.run(self.command, input=data, stdout=subprocess.PIPE, check=True).stdout.decode().split("\n")
        out = []
        for (text, begins), line in zip(paragraphs, lines):
            place, at = {}, 0
            for i, c in enumerate(text):
                place[at] = i
                at += len(c.encode("utf-8"))
            place[at] = len(text)
            forms, spaces, labels, spans, last = [], [], [], [], None
            for word in line.split("\t")[:-1]:
                begin, end = (place[int(n)] for n in word.split()[:2])
                forms.append(text[begin:end])
                spaces.append(BEGINNING if last is None else NONE if begin == last else WHITE)
                labels.append(int(any(c in begins for c in range(begin, end))))
                spans.append((begin, end))
                last = end
            if forms:
                out.append((forms, spaces, labels, spans))
        return out


# ---- as dispatches write

def other_quotes(text):
    out, opens = [], True
    for c in text:
        if c == '"':
            out.append("“" if opens else "”")
            opens = not opens
        else:
            out.append({"“": '"', "”": '"', "'": "’", "’": "'"}.get(c, c))
    return "".join(out)


def recased(change, text):
    return "".join(change(c) if len(change(c)) == 1 else c for c in text)


def headline(text, rng):
    words = text.rstrip(".").split()
    made = " ".join(w if w in SMALL and rng.random() < 0.7 else w[0].upper() + w[1:] for w in words)
    return recased(str.upper, made) if rng.random() < 0.25 else made


def augmented(paragraphs, rng):
    out = []
    for text, begins in paragraphs:
        chance = rng.random()
        if chance < 0.08:
            out.append((other_quotes(text), begins))
        elif chance < 0.12:
            out.append((recased(str.lower, text), begins))
        elif chance < 0.14:
            out.append((recased(str.upper, text), begins))
        elif chance < 0.20 and text[-1] in ".!?" and len(text.split()) > 3:
            out.append((text.rstrip(".!?") or text, begins))
        elif chance < 0.28:
            short = [s for s in sentences(text, begins) if 4 <= len(s.split()) <= 18]
            if short:
                out.append((headline(rng.choice(short), rng), {0}))
        elif chance < 0.45:
            made, places = "", set()
            for _ in range(rng.randint(2, 6)):
                sentence = rng.choice(sentences(*rng.choice(paragraphs)))
                if not sentence or sentence[-1] not in '.!?"”' and rng.random() < 0.9:
                    continue
                made += " " if made else ""
                places.add(len(made))
                made += sentence
            if made:
                out.append((made, places))
    return out


# ---- network

class Tables:
    def __init__(self, cut, vector_words):
        counts = [Counter(), Counter(), Counter()]
        for forms, *_ in cut:
            for form in forms:
                for c, f in zip(counts, self.parts(form)):
                    c[f] += 1
        self.rows = [{f: i + 1 for i, f in enumerate(sorted(f for f, n in c.items() if n >= least))}
                     for c, least in zip(counts, (3, 5, 3))]
        self.vector_rows = {w: i + 1 for i, w in enumerate(vector_words)}
        self.known = {}

    @staticmethod
    def parts(form):
        features = surface.features(form)
        return features[WORD_KIND], features[SUFFIX_KIND], features[SHAPE_KIND]

    def encode(self, item):
        rows = []
        for form, space in zip(item[0], item[1]):
            found = self.known.get(form)
            if found is None:
                parts = self.parts(form)
                found = tuple(t.get(f, 0) for t, f in zip(self.rows, parts)) + (self.vector_rows.get(parts[0], 0),)
                self.known[form] = found
            rows.append(found + (space,))
        return rows, item[2]


class Splitter(nn.Module):
    def __init__(self, counts, vectors, hidden):
        super().__init__()
        self.hidden = hidden
        self.vectors = torch.cat([torch.zeros(1, vectors.shape[1]), vectors])
        self.word, self.suffix, self.shape = (nn.Embedding(n + 1, d) for n, d in zip(counts, (WORD, SUFFIX, SHAPE)))
        self.project = nn.Linear(vectors.shape[1], WORD, bias=False)
        self.space = nn.Embedding(3, SPACE)
        for table in (self.word, self.suffix, self.shape, self.space):
            nn.init.normal_(table.weight, std=0.3)
        self.lstm = nn.LSTM(WORD + SUFFIX + SHAPE + SPACE, hidden, batch_first=True, bidirectional=True)
        self.out = nn.Linear(2 * hidden, 1)
        for name, p in self.lstm.named_parameters():
            if "bias" in name:
                nn.init.zeros_(p)
            if "bias_ih" in name:
                p.data[hidden:2 * hidden] = 1.0

    def forward(self, rows, lengths, drop=0.25, word_drop=0.12):
        word, suffix, shape, vector, space = rows.unbind(2)
        if self.training:
            chance = torch.rand(word.shape)
            word = word.masked_fill(chance < word_drop, 0)
            vector = vector.masked_fill(chance < word_drop / 2, 0)
            suffix = suffix.masked_fill(torch.rand(word.shape) < word_drop / 2, 0)
        x = torch.cat([self.word(word) + self.project(self.vectors[vector]), self.suffix(suffix), self.shape(shape),
                       self.space(space)], 2)
        if self.training:
            x = x * torch.empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - drop) / (1 - drop)
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        x, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        if self.training:
            x = x * torch.empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - drop) / (1 - drop)
        return self.out(x).squeeze(2)


def windows(encoded, rng, size=160, before=24):
    """Long paragraphs in pieces: (rows, labels, how many words are context only)."""
    out = []
    for rows, labels in encoded:
        if len(rows) <= size + 60:
            out.append((rows, labels, 1))
            continue
        at = 0
        while at < len(rows):
            count, context = size + rng.randint(-40, 40), min(at, before)
            out.append((rows[at - context:at + count], labels[at - context:at + count], max(1, context)))
            at += count
    return out


def batches(items, words, rng):
    out, group, count = [], [], 0
    for i in sorted(range(len(items)), key=lambda i: (len(items[i][0]), rng.random())):
        if group and count + len(items[i][0]) > words:
            out.append(group)
            group, count = [], 0
        group.append(items[i])
        count += len(items[i][0])
    out.append(group)
    rng.shuffle(out)
    return out


def tensors(group):
    longest = max(len(rows) for rows, *_ in group)
    rows = torch.tensor([r + [(0,) * 5] * (longest - len(r)) for r, _, _ in group])
    labels = torch.tensor([[-1.0] * min(c, len(l)) + [float(v) for v in l[c:]] + [-1.0] * (longest - len(l))
                           for _, l, c in group])
    return rows, torch.tensor([len(r) for r, _, _ in group]), labels


# ---- scores

@torch.no_grad()
def odds(net, tables, cut):
    net.eval()
    encoded = [tables.encode(item) for item in cut]
    order, out = sorted(range(len(encoded)), key=lambda i: len(encoded[i][0])), [None] * len(encoded)
    for at in range(0, len(order), 24):
        chosen = order[at:at + 24]
        rows, lengths, _ = tensors([(*encoded[i], 1) for i in chosen])
        found = net(rows, lengths)
        for k, i in enumerate(chosen):
            out[i] = found[k, :len(encoded[i][0])].tolist()
    return out


def f1(paragraphs, cut, found, threshold):
    gold = made = right = 0
    for (text, begins), (_, _, _, spans), values in zip(paragraphs, cut, found):
        places = sorted(begins)
        wanted = {(a, len(text[:b].rstrip())) for a, b in zip(places, places[1:] + [len(text)])}
        borders = [i for i in range(len(spans)) if i == 0 or values[i] > threshold] + [len(spans)]
        have = {(spans[a][0], spans[b - 1][1]) for a, b in zip(borders, borders[1:])}
        gold, made, right = gold + len(wanted), made + len(have), right + len(wanted & have)
    return round(200.0 * right / (gold + made), 2)


def train(a):
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    cutter = Cutter(a.cutter, a.lexicons)
    ewt, gum = os.path.join(a.data, "UD_English-EWT/en_ewt-ud-"), os.path.join(a.data, "UD_English-GUM/en_gum-ud-")
    everything = read_paragraphs(ewt + "train.conllu") + read_paragraphs(gum + "train.open.conllu")
    held = set(sorted({d for d, _, _ in everything})[3::20])
    paragraphs = [(t, b) for d, t, b in everything if d not in held]
    sets = {"held_ewt": [(t, b) for d, t, b in everything if d in held and not d.startswith("GUM")],
            "held_gum": [(t, b) for d, t, b in everything if d in held and d.startswith("GUM")],
            "ewt": [(t, b) for _, t, b in read_paragraphs(ewt + "dev.conllu")],
            "gum": [(t, b) for _, t, b in read_paragraphs(gum + "dev.open.conllu")]}
    measured = {name: (some, cutter.cut(some)) for name, some in sets.items()}
    vectors = torch.load(a.vectors)
    vectors["vectors"] = vectors["vectors"][:, GLOVE:]  # grammar decides; what a text is about leads astray
    words = vectors["words"][:a.vector_words]
    cut = cutter.cut(paragraphs)
    tables = Tables(cut, words)
    net = Splitter([len(t) for t in tables.rows], vectors["vectors"][:a.vector_words], a.hidden)
    print("words, suffixes, shapes", [len(t) for t in tables.rows], flush=True)
    average, plain = copy.deepcopy(net), [tables.encode(item) for item in cut]
    best = torch.optim.Adam(net.parameters(), lr=a.rate, betas=(0.9, 0.95))
    step, total = 0, None
    for number in range(a.passes):
        more = [tables.encode(item) for item in cutter.cut(augmented(paragraphs, rng))]
        groups = batches(windows(plain + more, rng), a.batch, rng)
        total = total or len(groups) * a.passes
        net.train()
        running = 0.0
        for group in groups:
            rows, lengths, labels = tensors(group)
            for g in best.param_groups:
                g["lr"] = a.rate * min(1.0, (step + 1) / 100) * max(0.02, 1 - step / total)
            found = net(rows, lengths)
            loss = F.binary_cross_entropy_with_logits(found[labels >= 0], labels[labels >= 0])
            best.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            best.step()
            step += 1
            running += loss.item()
            keep = min(0.995, step / (step + 20.0))
            with torch.no_grad():
                for old, new in zip(average.parameters(), net.parameters()):
                    old.mul_(keep).add_(new, alpha=1 - keep)
        report = dict(number=number + 1, loss=round(running / len(groups), 5), cpu=round(time.process_time()))
        if number % 4 == 3 or number + 1 == a.passes:
            for name, (some, items) in measured.items():
                found = odds(average, tables, items)
                report[name] = [f1(some, items, found, t) for t in (-1.0, -0.5, 0.0)]
            torch.save(dict(state=average.state_dict(), hidden=a.hidden, rows=tables.rows, vector_words=words,
                            vectors=vectors["vectors"][:a.vector_words], threshold=a.threshold, report=report), a.out)
        print(report, flush=True)


# ---- the model file

def load(path):
    kept = torch.load(path)
    net = Splitter([len(t) for t in kept["rows"]], kept["vectors"], kept["hidden"])
    net.load_state_dict(kept["state"])
    net.eval()
    return net, kept


@torch.no_grad()
def sections(path):
    """Named arrays for the model file. Tables: rows sorted by key, row 0 for what is unknown. The rows of words hold
    the share of the word vectors, the bias of the answer the threshold."""
    net, kept = load(path)
    out = {"splitter.sizes": "hidden %d\n" % kept["hidden"]}

    def put(name, weight):
        out["splitter.%s.weights" % name], out["splitter.%s.scales" % name] = rounded(weight)

    def put_table(name, kind, rows, unknown):
        keyed = surface.by_key(kind, rows)
        out["splitter.%s.keys" % name] = numpy.array([k for k, _ in keyed], dtype=numpy.uint32)
        put(name, torch.stack([unknown] + [row for _, row in keyed]))

    words = {w: net.word.weight[i] for w, i in kept["rows"][0].items()}
    shares = net.project(kept["vectors"])
    for w, share in zip(kept["vector_words"], shares):
        words[w] = words.get(w, net.word.weight[0]) + share
    put_table("word", WORD_KIND, words, net.word.weight[0])
    for name, kind, rows, table in (("suffix", SUFFIX_KIND, kept["rows"][1], net.suffix),
                                    ("shape", SHAPE_KIND, kept["rows"][2], net.shape)):
        put_table(name, kind, {f: table.weight[i] for f, i in rows.items()}, table.weight[0])
    put("space", net.space.weight)
    for side, suffix in (("forward", ""), ("backward", "_reverse")):
        weight = getattr(net.lstm, "weight_ih_l0" + suffix)
        put(side + ".input", weight[:, :WORD + SUFFIX + SHAPE])
        put(side + ".space", weight[:, WORD + SUFFIX + SHAPE:])
        put(side + ".state", getattr(net.lstm, "weight_hh_l0" + suffix))
        bias = getattr(net.lstm, "bias_ih_l0" + suffix) + getattr(net.lstm, "bias_hh_l0" + suffix)
        out["splitter.%s.bias" % side] = bias.numpy().astype(numpy.float32)
    put("out", net.out.weight)
    out["splitter.out.bias"] = (net.out.bias - kept["threshold"]).numpy().astype(numpy.float32)
    return out


REFERENCE = """
The army of Varnia said on Monday it had left Dovran. Officials in Ostrel denied it, and no one could say more.
"We won," he said. "They fled." The crowd cheered
hi mira thanks for the note can we meet at 5 p.m. tomorrow I have to leave early Best regards Ivan Orlen
Lt. Gen. J. Orlen met U.S. troops at No. 5 Corps... What happened? Nobody knows! (It was late.) They slept.
VARNIA SAYS IT HIT DEPOTS
1. Bread 2. Water 3. Salt
it was great food and the people was nice we will come again!!! thanks :)
“Will they leave?” Mira Tolen asked. “Never.” He left — at last — in the 1990s.
""".strip().split("\n")


@torch.no_grad()
def write_reference(path, to, cutter):
    net, kept = load(path)
    for name, p in net.named_parameters():  # the weights as the file has them
        if p.ndim == 2 and name not in ("project.weight", "word.weight"):
            values, scales = rounded(p)
            p.copy_(torch.from_numpy(values.astype(numpy.float32) * scales[:, None]))
    tables = Tables([], kept["vector_words"])
    tables.rows = kept["rows"]
    cut = cutter.cut([(text, set()) for text in REFERENCE])
    with open(to, "w", encoding="utf-8") as out:
        out.write("# What the trained splitter says of invented paragraphs, one word a line, an empty line behind each: made by "
                  "training/splitter.py\n# columns: form space odds\n# space: 0 nothing before the word, 1 white space, 2 the "
                  "paragraph's beginning; odds: the logarithm of those for a sentence's beginning\n"
                  "# source: written for sayso   licence: Apache-2.0\n")
        for (forms, spaces, _, _), values in zip(cut, odds(net, tables, cut)):
            for form, space, value in zip(forms, spaces, values):
                out.write("%s\t%d\t%.3f\n" % (form, space, value - kept["threshold"]))
            out.write("\n")


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", default="../../../shared/data/treebanks")
    p.add_argument("--vectors", default="work/vectors.pt", help="made by vectors.py")
    p.add_argument("--vector-words", type=int, default=12000)
    p.add_argument("--cutter", default="../build/cut_text", help="the program of bench/cut_text.cc")
    p.add_argument("--lexicons", default="../data/lexicons")
    p.add_argument("--out", help="train, and keep the checkpoint here")
    p.add_argument("--from", dest="source", help="a checkpoint, to write --reference from")
    p.add_argument("--reference")
    p.add_argument("--passes", type=int, default=12)
    p.add_argument("--hidden", type=int, default=48)
    p.add_argument("--batch", type=int, default=1200)
    p.add_argument("--rate", type=float, default=4e-3)
    p.add_argument("--threshold", type=float, default=-0.5)
    p.add_argument("--seed", type=int, default=20220912)
    p.add_argument("--threads", type=int, default=1)
    a = p.parse_args()
    if a.out:
        train(a)
    if a.reference:
        write_reference(a.source or a.out, a.reference, Cutter(a.cutter, a.lexicons))


if __name__ == "__main__":
    main()

"""Trains the network and keeps a checkpoint: python3 train.py --data DIR --out FILE [--passes 16] [--hidden 256]

Loss: heads + relations at the gold head + 0.5 tags + 0.3 features + 0.3 lemma rules + names. Adam, warm-up, linear decay,
averaged weights. The result is the average; scores on the dev parts (gold words) are printed and kept in the checkpoint.
With --silver FILE (made by silver.py) sentences that larger or several networks have parsed are learnt from as well, as
many words a pass as the gold has, times --silver-share. With --from FILE the weights begin where that checkpoint ended.
"""
import argparse
import copy
import os
import random
import time

import torch
import torch.nn.functional as F

import lemma
import lstm
import prepare
import treebank
from model import Network, best_names


def blurred(b, word_drop, proper_drop):
    """The batch's table rows with some words unknown: names are the words most often unseen, so more often there."""
    rows = b.rows.clone()
    chance = torch.where(b.column("proper"), torch.tensor(proper_drop), torch.tensor(word_drop))
    gone = torch.rand(b.words) < chance
    rows[:, 0][gone] = 0
    rows[:, 1][gone] = 0
    rows[:, 7][gone & (torch.rand(b.words) < 0.5)] = 0
    rows[:, 8][gone & (torch.rand(b.words) < 0.5)] = 0
    affix = torch.rand(b.words) < 0.02
    rows[:, 2:6][affix] = 0
    return rows, (~(affix | (gone & (torch.rand(b.words) < 0.1)))).float()


def surprise(scores, answers):
    """Mean cross entropy; answers: rows of ids (below 0: unknown) and of their probabilities."""
    ids, shares = answers
    shares = shares * (ids >= 0)
    found = scores.log_softmax(-1).gather(1, ids.clamp(min=0))
    return -(found * shares).sum() / shares.sum().clamp(min=1)


def losses(net, b, word_drop, proper_drop):
    x = net.encode(b, *blurred(b, word_drop, proper_drop))
    heads = b.answers("heads")
    arcs = net.arcs(x, b)[b.sentence, b.position]
    loss = surprise(arcs, heads) + surprise(net.labels(x, b, heads[0][:, 0]), b.answers("labels"))
    loss = loss + 0.5 * surprise(net.tag(x), b.answers("tags")) + 0.3 * F.cross_entropy(net.lemma_rules(x, b), b.column("lemmas"))
    loss = loss + 0.3 * F.cross_entropy(net.features(x, b), b.column("feats"))
    return loss + net.name_loss(net.names(x, b), b, b.names(len(treebank.NAMES)))


@torch.no_grad()
def scores(nets, b):
    """The nets' mean answers as probabilities: (arcs, tags, features, lemma rules, name scores, encodings)."""
    xs = [net.encode(b) for net in nets]
    mean = lambda parts: torch.stack(parts).mean(0)
    p = lambda f: mean([f(n, x).softmax(-1) for n, x in zip(nets, xs)])
    return dict(arcs=p(lambda n, x: n.arcs(x, b)[b.sentence, b.position]), tags=p(lambda n, x: n.tag(x)),
                feats=p(lambda n, x: n.features(x, b)), lemmas=p(lambda n, x: n.lemma_rules(x, b)),
                names=mean([n.names(x, b) for n, x in zip(nets, xs)]), x=xs)


@torch.no_grad()
def label_scores(nets, b, xs, heads):
    return torch.stack([n.labels(x, b, heads).softmax(-1) for n, x in zip(nets, xs)]).mean(0)


@torch.no_grad()
def predict(nets, tables, sentences):
    """For every sentence the predicted (heads, relations, tags, lemma rules, names, feature bundles), heads by argmax."""
    for net in nets:
        net.eval()
    order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i]))
    out = [None] * len(sentences)
    for at in range(0, len(order), 32):
        chosen = order[at:at + 32]
        b = prepare.Batch([tables.encode(sentences[i]) for i in chosen])
        s = scores(nets, b)
        heads = s["arcs"].argmax(1)
        found = [heads, label_scores(nets, b, s["x"], heads).argmax(1), s["tags"].argmax(1),
                 s["lemmas"].topk(8, dim=1).indices, s["names"], s["feats"].argmax(1)]
        for row, i in enumerate(chosen):
            rows = b.pad[row, :len(sentences[i])]
            out[i] = [f[rows].tolist() if k != 4 else best_names(nets, f[rows]) for k, f in enumerate(found)]
    return out


def lemma_of(tables, form, best):
    for i in best:
        made = lemma.apply(tables.rules[i], form)
        if made is not None:
            return made
    return form


def spans(labels):
    """BIO ids -> {(first, last, kind)}; an I without a B begins a name. Kinds of UNER only."""
    out, begin, kind = set(), None, None
    for i, l in enumerate(list(labels) + [0]):
        k = (l - 1) // 2 if l > 0 else None
        if begin is not None and (k != kind or l % 2 == 1):
            out.add((begin, i, kind))
            begin = None
        if l > 0 and begin is None:
            begin, kind = i, k
    return {s for s in out if s[2] < 3}


def gold_names(words):
    """The one label each word has, or None where the gold does not tell; other kinds than UNER's count as none."""
    labels = [w.name & treebank.ANY_NAME for w in words]
    labels = [l & ~treebank.OTHER if l != treebank.ANY_NAME else 0 for l in labels]
    return None if 0 in labels else [l.bit_length() - 1 for l in labels]


def score(nets, tables, dev):
    sentences = [w for _, w in dev]
    n = las = uas = upos = xpos = lemmas = feats = tp = made = gold = 0
    for words, (heads, labels, tags, rules, names, bundles) in zip(sentences, predict(nets, tables, sentences)):
        for i, w in enumerate(words):
            n += 1
            uas += heads[i] == w.head
            las += heads[i] == w.head and treebank.RELATIONS[labels[i]].split(":")[0] == w.relation.split(":")[0]
            u, x = tables.tags[tags[i]]
            upos += u == w.upos
            xpos += x == w.xpos
            feats += tables.bundles[bundles[i]] == w.feats
            lemmas += lemma_of(tables, w.form, rules[i]) == lemma.straight(w.lemma)
        known = gold_names(words)
        if known is not None:
            p, g = spans(names), spans(known)
            tp, made, gold = tp + len(p & g), made + len(p), gold + len(g)
    pc = lambda v: round(100.0 * v / n, 2)
    return dict(las=pc(las), uas=pc(uas), upos=pc(upos), xpos=pc(xpos), feats=pc(feats), lemma=pc(lemmas),
                names=round(200.0 * tp / max(1, made + gold), 2), words=n)


class Silver:
    """Sentences with the answers of teachers, dealt out pass by pass; some rewritten as headlines are."""

    def __init__(self, paths, tables):
        self.sentences = [s for path in paths for s in torch.load(path)]
        self.tables, self.left = tables, []

    def deal(self, words, rng):
        out = []
        while words > 0:
            if not self.left:
                self.left = rng.sample(range(len(self.sentences)), len(self.sentences))
            made = self.encode(self.sentences[self.left.pop()], rng)
            words -= len(made["rows"])
            out.append(made)
        return out

    def encode(self, s, rng):
        heads = s["heads"][0][:, 0].tolist()
        words = [treebank.Word(f, f, "PROPN" if p else "X", "_", "_", h, "dep", 1 << n)
                 for f, p, h, n in zip(s["forms"], s["proper"], heads, s["names"])]
        words = prepare.rewritten(words, rng) or words
        n = len(words)
        made = self.tables.encode(words)
        plain = [w.form == f for w, f in zip(words, s["forms"])]
        made["lemmas"] = [l if same else -100 for l, same in zip(s["lemmas"], plain)]
        made["feats"] = s["feats"][:n]
        for key in ("heads", "labels", "tags"):
            ids, shares = (t[:n] for t in s[key])
            shares = shares.float()
            ids = ids.long()
            if key == "heads":  # a less likely head may be the stop that was taken off, or padding
                shares = shares * (ids <= n)
                ids = ids.masked_fill(ids > n, -100)
            made[key] = (ids, shares / shares.sum(1, keepdim=True).clamp(min=1e-3))
        return made


def open_checkpoint(path):
    kept = torch.load(path)
    net = Network(**kept["sizes"])
    net.load_state_dict(kept["state"])
    return net, kept


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", default="../../../shared/data/treebanks")
    p.add_argument("--vectors", default="work/vectors.pt", help="made by vectors.py")
    p.add_argument("--out", required=True)
    p.add_argument("--passes", type=int, default=16)
    p.add_argument("--hidden", type=int, default=256)
    p.add_argument("--layers", type=int, default=2)
    p.add_argument("--batch", type=int, default=700)
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--word-drop", type=float, default=0.12)
    p.add_argument("--proper-drop", type=float, default=0.24)
    p.add_argument("--seed", type=int, default=20220912)
    p.add_argument("--from", dest="source")
    p.add_argument("--silver", nargs="*", default=[])
    p.add_argument("--silver-share", type=float, default=1.0)
    p.add_argument("--wire", type=float, default=0.0, help="share of the sentences also seen as wire copy attributes them")
    p.add_argument("--threads", type=int, default=1)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    lstm.THREADS = a.threads
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)

    train, ewt, gum = treebank.load(a.data)
    if a.source:
        net, begun = open_checkpoint(a.source)
        tables = prepare.Tables.of(begun["tables"])
    else:
        net, tables = fresh(train, a)
    silver = Silver(a.silver, tables) if a.silver else None
    a.silver_words = sum(len(s["forms"]) for s in silver.sentences) if silver else 0
    print(net.sizes, "weights", sum(p.numel() for p in net.parameters() if p.requires_grad), flush=True)
    optimise(net, tables, silver, train, ewt, gum, rng, a)


def fresh(train, a):
    vectors = torch.load(a.vectors)
    tables = prepare.Tables(train, vectors["words"])
    net = Network(vocab=[len(t) + 1 for t in tables.features], vectors=(len(vectors["words"]) + 1, vectors["vectors"].shape[1]),
                  tags=len(tables.tags), bundles=len(tables.bundles), lemmas=len(tables.rules),
                  relations=len(treebank.RELATIONS), names=len(treebank.NAMES), hidden=a.hidden, layers=a.layers)
    net.vectors.weight.data[0] = 0
    net.vectors.weight.data[1:] = vectors["vectors"]
    return net, tables


def optimise(net, tables, silver, train, ewt, gum, rng, a):
    average = copy.deepcopy(net)
    weights = [p for p in net.parameters() if p.requires_grad]
    kept = [p for p in average.parameters() if p.requires_grad]
    adam = torch.optim.Adam(weights, lr=a.rate, betas=(0.9, 0.95), foreach=True)
    gold = int(sum(len(w) for _, w in train) * 1.08)
    total = int(a.passes * gold * (1 + (a.silver_share if silver else 0)) / a.batch)
    step, started = 0, time.process_time()
    for number in range(a.passes):
        net.train()
        encoded = [tables.encode(w) for w in prepare.augmented(train, rng, a.wire)]
        if silver:
            encoded += silver.deal(int(gold * a.silver_share), rng)
        running = 0.0
        groups = prepare.batches(encoded, a.batch, rng)
        for group in groups:
            factor = min(1.0, (step + 1) / 200) * max(0.02, 1 - step / total)
            for g in adam.param_groups:
                g["lr"] = a.rate * factor
            loss = losses(net, prepare.Batch(group), a.word_drop, a.proper_drop)
            adam.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(weights, 5.0)
            adam.step()
            step += 1
            running += loss.item()
            with torch.no_grad():
                keep = min(0.998, step / (step + 20.0))
                torch._foreach_mul_(kept, keep)
                torch._foreach_add_(kept, weights, alpha=1 - keep)
        report = dict(number=number + 1, loss=round(running / len(groups), 3), cpu=round(time.process_time() - started))
        last = number + 1 == a.passes
        if last or number % 4 == 3:
            report["ewt"] = score([average], tables, ewt)
            report["gum"] = score([average], tables, gum)
            torch.save(dict(state=average.state_dict(), sizes=net.sizes, tables=tables.state(), report=report,
                            arguments=vars(a)), a.out + ".part")
            os.replace(a.out + ".part", a.out)
        print(report, flush=True)


if __name__ == "__main__":
    main()

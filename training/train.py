"""Trains the network and keeps a checkpoint: python3 train.py --data DIR --out FILE [--passes 18] [--minutes 35]

Loss: heads + relations at the gold head + 0.5 tags + 0.3 lemma rules + names. Adam, warm-up, linear decay, averaged
weights. The result is the average; scores on the dev parts (gold words) are printed and kept in the checkpoint.
"""
import argparse
import copy
import random
import time

import torch
import torch.nn.functional as F

import lemma
import prepare
import treebank
from model import Network, Sizes


def losses(net, b, word_drop, train=True):
    features = b["features"]
    if train:  # unseen words must be met in training; names are the words most often unseen
        chance = torch.where(b["proper"], torch.tensor(2.0 * word_drop), torch.tensor(word_drop))
        gone = torch.rand(features.shape[:2]) < chance
        features = features.clone()
        features[:, :, 0][gone] = 0
        features[:, :, 1][gone] = 0
        features[:, :, 7][gone & (torch.rand(gone.shape) < 0.5)] = 0
        affix = torch.rand(features.shape[:2]) < 0.02
        features[:, :, 2:6][affix] = 0
    x = net.encode(features, b["lengths"])
    words = x.shape[1]
    arcs = net.arcs(x)
    candidates = torch.arange(words + 1)[None, None, :]
    arcs = arcs.masked_fill(candidates > b["lengths"][:, None, None], -1e4)
    own = candidates == torch.arange(1, words + 1)[None, :, None]
    arcs = arcs.masked_fill(own, -1e4)
    flat = lambda t: t.reshape(-1, t.shape[-1])
    loss_arc = F.cross_entropy(flat(arcs), b["heads"].reshape(-1))
    loss_label = F.cross_entropy(flat(net.labels(x, b["heads"].clamp(min=0))), b["labels"].reshape(-1))
    loss_tag = F.cross_entropy(flat(net.tag(x)), b["tags"].reshape(-1))
    loss_lemma = F.cross_entropy(flat(net.lemma(x)), b["lemmas"].reshape(-1))
    known = b["names"].reshape(-1)
    loss_name = F.cross_entropy(flat(net.names(x)), known, reduction="sum") / (known >= 0).sum().clamp(min=1)
    return loss_arc + loss_label + 0.5 * loss_tag + 0.3 * loss_lemma + loss_name


@torch.no_grad()
def predict(net, tables, sentences):
    """For every sentence the predicted (heads, relations, tags, lemma rules, names), heads by argmax."""
    net.eval()
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    out = [None] * len(sentences)
    for at in range(0, len(order), 32):
        chosen = order[at:at + 32]
        b = prepare.tensors([tables.encode(sentences[i]) for i in chosen])
        x = net.encode(b["features"], b["lengths"])
        arcs = net.arcs(x)
        words = x.shape[1]
        candidates = torch.arange(words + 1)[None, None, :]
        arcs = arcs.masked_fill(candidates > b["lengths"][:, None, None], -1e4)
        arcs = arcs.masked_fill(candidates == torch.arange(1, words + 1)[None, :, None], -1e4)
        heads = arcs.argmax(2)
        found = [heads, net.labels(x, heads).argmax(2), net.tag(x).argmax(2),
                 net.lemma(x).topk(8, dim=2).indices, net.names(x).argmax(2)]
        for row, i in enumerate(chosen):
            out[i] = [f[row, :len(sentences[i])].tolist() for f in found]
    return out


def lemma_of(tables, form, best):
    for i in best:
        made = lemma.apply(tables.rules[i], form)
        if made is not None:
            return made
    return form


def spans(labels):
    """BIO ids -> {(first, last, kind)}; an I without a B begins a name."""
    out, begin, kind = set(), None, None
    for i, l in enumerate(list(labels) + [0]):
        k = (l - 1) // 2 if l > 0 else None
        if begin is not None and (k != kind or l % 2 == 1):
            out.add((begin, i, kind))
            begin = None
        if l > 0 and begin is None:
            begin, kind = i, k
    return out


def score(net, tables, dev):
    sentences = [w for _, w in dev]
    n = las = uas = upos = xpos = lemmas = tp = made = gold = 0
    for words, (heads, labels, tags, rules, names) in zip(sentences, predict(net, tables, sentences)):
        for i, w in enumerate(words):
            n += 1
            uas += heads[i] == w.head
            las += heads[i] == w.head and treebank.RELATIONS[labels[i]].split(":")[0] == w.relation.split(":")[0]
            u, x = tables.tags[tags[i]]
            upos += u == w.upos
            xpos += x == w.xpos
            lemmas += lemma_of(tables, w.form, rules[i]) == lemma.straight(w.lemma)
        if all(w.name >= 0 for w in words):
            p, g = spans(names), spans([w.name for w in words])
            tp, made, gold = tp + len(p & g), made + len(p), gold + len(g)
    pc = lambda v: round(100.0 * v / n, 2)
    return dict(las=pc(las), uas=pc(uas), upos=pc(upos), xpos=pc(xpos), lemma=pc(lemmas),
                names=round(200.0 * tp / max(1, made + gold), 2), words=n)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", default="../../../shared/data/treebanks")
    p.add_argument("--vectors", default="work/vectors.pt", help="made by vectors.py")
    p.add_argument("--out", required=True)
    p.add_argument("--passes", type=int, default=18)
    p.add_argument("--hidden", type=int, default=128)
    p.add_argument("--layers", type=int, default=2)
    p.add_argument("--batch", type=int, default=700)
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--seed", type=int, default=20220912)
    p.add_argument("--threads", type=int, default=1)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)

    train, ewt, gum = treebank.load(a.data)
    vectors = torch.load(a.vectors)
    tables = prepare.Tables(train, vectors["words"])
    sizes = Sizes([len(t) + 1 for t in tables.features], len(tables.tags), len(tables.rules), len(treebank.RELATIONS),
                  len(treebank.NAMES), hidden=a.hidden, layers=a.layers,
                  vectors=(len(vectors["words"]) + 1, vectors["vectors"].shape[1]))
    net = Network(sizes)
    net.vectors.weight.data[0] = 0
    net.vectors.weight.data[1:] = vectors["vectors"]
    print("tables", sizes.vocab, "tags", sizes.tags, "lemma rules", sizes.lemmas,
          "weights", sum(p.numel() for p in net.parameters() if p.requires_grad), flush=True)

    average = copy.deepcopy(net)
    best = torch.optim.Adam([p for p in net.parameters() if p.requires_grad], lr=a.rate, betas=(0.9, 0.95), foreach=True)
    words = sum(len(w) for _, w in train) * 1.08
    total = int(a.passes * words / a.batch)
    step, started = 0, time.process_time()
    for number in range(a.passes):
        net.train()
        encoded = [tables.encode(w) for w in prepare.augmented(train, rng)]
        running = 0.0
        groups = prepare.batches(encoded, a.batch, rng)
        for group in groups:
            factor = min(1.0, (step + 1) / 200) * max(0.02, 1 - step / total)
            for g in best.param_groups:
                g["lr"] = a.rate * factor
            loss = losses(net, prepare.tensors(group), 0.12)
            best.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            best.step()
            step += 1
            running += loss.item()
            with torch.no_grad():
                keep = min(0.998, step / (step + 20.0))
                old = [p for p in average.parameters() if p.requires_grad]
                new = [p for p in net.parameters() if p.requires_grad]
                torch._foreach_mul_(old, keep)
                torch._foreach_add_(old, new, alpha=1 - keep)
        report = dict(number=number + 1, loss=round(running / len(groups), 3), cpu=round(time.process_time() - started))
        last = number + 1 == a.passes
        if last or number % 4 == 3:
            report["ewt"] = score(average, tables, ewt)
            report["gum"] = score(average, tables, gum)
            torch.save(dict(state=average.state_dict(), sizes=vars(sizes), tables=dict(
                features=tables.features, tags=tables.tags, rules=tables.rules, vector_words=vectors["words"]), report=report, arguments=vars(a)), a.out)
        print(report, flush=True)


if __name__ == "__main__":
    main()

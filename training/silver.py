"""Sentences of open text, parsed by one or several trained networks together: what a small network can learn from more.

    sayso parse text.txt > text.conllu                                  # words and sentences (its trees are not used)
    python3 silver.py --teachers a.pt b.pt --conllu text.conllu --out silver.pt
    python3 silver.py --sample whitehouse.jsonl.xz --words 1500000 --out text.txt      # the text, some paragraphs of each document

A word keeps the teachers' three likeliest heads, relations and tags with their probabilities, and the best of the rest.
"""
import argparse
import random

import torch

import prepare
import treebank
from model import best_names
from prepare import KEPT
from train import label_scores, open_checkpoint, scores
from vectors import texts


def sample(path, count, seed=1):
    """Paragraphs of prose, equally from each document, about `count` words of them in all."""
    rng = random.Random(seed)
    paragraphs, words = [], 0
    for text in texts(path):
        found = [p.strip() for p in text.split("\n\n")]
        paragraphs.append([" ".join(p.split()) for p in found if 4 <= len(p.split()) <= 220 and not p.startswith(("#", "|", "["))])
    out, left = [], [rng.sample(p, len(p)) for p in paragraphs]
    while words < count and any(left):
        for paragraph in left:
            for _ in range(3):
                if paragraph:
                    out.append(paragraph.pop())
                    words += len(out[-1].split())
    rng.shuffle(out)
    return out


def read_sentences(path, longest=60):
    seen = set()
    sentences, words = [], []
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 10:
            if cells[0].isdigit():
                words.append(cells[1])
        elif not cells[0] and words:
            if 3 <= len(words) <= longest and tuple(words) not in seen:
                seen.add(tuple(words))
                sentences.append(words)
            words = []
    return sentences


def parse(nets, tables, sentences):
    order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i]))
    out = [None] * len(sentences)
    for at in range(0, len(order), 64):
        chosen = order[at:at + 64]
        b = prepare.Batch([tables.encode([treebank.unlabelled(f) for f in sentences[i]]) for i in chosen])
        s = scores(nets, b)
        found = dict(heads=s["arcs"].topk(KEPT, dim=1))
        found["labels"] = label_scores(nets, b, s["x"], found["heads"].indices[:, 0]).topk(KEPT, dim=1)
        found["tags"] = s["tags"].topk(KEPT, dim=1)
        lemmas, feats = s["lemmas"].argmax(1), s["feats"].argmax(1)
        proper = torch.tensor([t[0] == "PROPN" for t in tables.tags])[found["tags"].indices[:, 0]]
        for row, i in enumerate(chosen):
            rows = b.pad[row, :len(sentences[i])]
            kept = {k: (v.indices[rows].to(torch.int16), v.values[rows].half()) for k, v in found.items()}
            names = best_names(nets, s["names"][rows])
            out[i] = dict(forms=sentences[i], lemmas=lemmas[rows].tolist(), feats=feats[rows].tolist(), names=names,
                          proper=proper[rows].tolist(), **kept)
        if at % 6400 == 0:
            print(at, "of", len(order), flush=True)
    return out


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--sample")
    p.add_argument("--words", type=int, default=1500000)
    p.add_argument("--teachers", nargs="+")
    p.add_argument("--conllu")
    p.add_argument("--part", default="0/1", help="0/2 and 1/2: halves, for two processes")
    p.add_argument("--out", required=True)
    a = p.parse_args()
    torch.set_num_threads(1)
    if a.sample:
        with open(a.out, "w", encoding="utf-8") as file:
            file.write("\n\n".join(sample(a.sample, a.words)) + "\n")
        return
    opened = [open_checkpoint(t) for t in a.teachers]
    tables = prepare.Tables.of(opened[0][1]["tables"])
    assert all(k["tables"]["tags"] == tables.tags and k["tables"]["features"] == tables.features for _, k in opened)
    nets = [net.eval() for net, _ in opened]
    part, parts = map(int, a.part.split("/"))
    sentences = read_sentences(a.conllu)[part::parts]
    print(len(sentences), "sentences,", sum(map(len, sentences)), "words", flush=True)
    with torch.no_grad():
        torch.save(parse(nets, tables, sentences), a.out)


if __name__ == "__main__":
    main()

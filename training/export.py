"""Checkpoint -> model file: int8 weights with a scale a row, as src/language/model_file.h describes.

python3 export.py --from work/final.pt --splitter work/splitter.pt --out ../models/english.sayso [--reference ../tests/language/reference.tsv]

--reference also writes what the network in torch (with the rounded weights) says of invented sentences; the run time is
tested to agree.
"""
import argparse
import hashlib
import struct

import numpy
import torch

import prepare
import splitter
import surface
import treebank
from model import LEXICAL
from rounding import rounded
from train import open_checkpoint, predict


class File:
    KINDS = {"int8": 1, "float32": 2, "uint32": 3}

    def __init__(self):
        self.sections = []

    def array(self, name, a):
        a = numpy.ascontiguousarray(a)
        rows, columns = a.shape if a.ndim == 2 else (a.shape[0], 1)
        self.sections.append((name, self.KINDS[str(a.dtype)], rows, columns, a.tobytes()))

    def text(self, name, lines):
        data = "".join(line + "\n" for line in lines).encode("utf-8")
        self.sections.append((name, 4, len(data), 1, data))

    def matrix(self, name, weight):
        values, scales = rounded(weight)
        self.array(name + ".weights", values)
        self.array(name + ".scales", scales)

    def linear(self, name, module):
        self.matrix(name, module.weight)
        if module.bias is not None:
            self.array(name + ".bias", module.bias.detach().numpy().astype(numpy.float32))

    def table(self, name, kind, words, weight):
        """Rows sorted by key; row 0 is the unknown one. `words`: feature text -> row."""
        keyed = surface.by_key(kind, words)
        order = [0] + [row for _, row in keyed]
        self.array(name + ".keys", numpy.array([k for k, _ in keyed], dtype=numpy.uint32))
        self.matrix(name, weight[order])

    def write(self, path):
        at = 96 + 56 * len(self.sections)
        entries, body = b"", b""
        for name, kind, rows, columns, data in self.sections:
            fill = -(at + len(body)) % 64
            body += b"\0" * fill
            entries += struct.pack("<32sIIIIQ", name.encode(), kind, rows, columns, 0, at + len(body))
            body += data
        return write_container(path, len(self.sections), entries + body)


def checksum(head, rest):
    """FNV-1a over 64-bit words in eight lanes: src/base/checksum.h."""
    prime, basis = 0x100000001B3, 0xCBF29CE484222325
    lanes = numpy.array([basis ^ i for i in range(8)], dtype=numpy.uint64)
    data = head[:88] + bytes(40) + rest
    for line in numpy.frombuffer(data + bytes(-len(data) % 64), dtype="<u8").reshape(-1, 8):
        lanes = (lanes ^ line) * numpy.uint64(prime)
    for lane in lanes.tolist():
        basis = ((basis ^ lane) * prime) & 0xFFFFFFFFFFFFFFFF
    return basis


def write_container(path, sections, rest):
    """The header of version 4, the table of sections and the arrays."""
    head = b"sayso.lm" + struct.pack("<IIQ", 4, sections, 96 + len(rest)) + hashlib.sha256(rest).hexdigest().encode()
    with open(path, "wb") as file:
        file.write(head + struct.pack("<Q", checksum(head, rest)) + rest)
    return 96 + len(rest)


def write_members(file, net, members):
    """Each listed word points to a row, one a combination of lists that some word has; row 0: in no list."""
    combinations = [0] + sorted(set(members.values()))
    assert len(combinations) <= 256
    row = {c: i for i, c in enumerate(combinations)}
    keyed = surface.by_key(0, {w: row[c] for w, c in members.items()})
    file.array("member.keys", numpy.array([k for k, _ in keyed], dtype=numpy.uint32))
    file.array("member.rows", numpy.array([r for _, r in keyed], dtype=numpy.uint8).view(numpy.int8))
    file.matrix("member", net.member.weight[combinations])


def write_model(net, tables, splitter_path, path):
    file = File()
    sizes = dict(net.sizes, lemma=net.sizes["lemma_size"], name=64, lexical=LEXICAL)
    file.text("sizes", ["%s %d" % (k, sizes[k]) for k in ("hidden", "layers", "projection", "arc", "label", "lemma", "name", "lexical")])
    file.text("tags", ["%s %s" % t for t in tables.tags])
    file.text("features", tables.bundles)
    file.text("rules", ["\t".join(r) for r in tables.rules])
    file.text("relations", treebank.RELATIONS)
    file.text("names", treebank.NAMES)
    for kind, name in enumerate(surface.KINDS):
        file.table(name, kind, tables.features[kind], net.tables[kind].weight)
    file.table("vector", 0, tables.vector_rows, net.vectors.weight)
    write_members(file, net, tables.members)
    file.matrix("grams", net.grams.weight)
    for i, layer in enumerate(net.layers):
        if i > 0:
            file.linear("projection%d" % i, net.projections[i - 1])
        for side, name in enumerate(("lstm%d.forward" % i, "lstm%d.backward" % i)):
            rows = slice(side * 4 * layer.recurrent.shape[2], (side + 1) * 4 * layer.recurrent.shape[2])
            file.matrix(name + ".input", layer.input.weight[rows])
            file.matrix(name + ".recurrent", layer.recurrent[side])
            file.array(name + ".bias", layer.input.bias[rows].detach().numpy().astype(numpy.float32))
    for name in ("lexical", "tag", "feature_hidden", "feature", "lemma_hidden", "lemma", "name_hidden", "name", "arc_child", "arc_head",
                 "arc_product", "arc_bias", "label_child", "label_head", "label"):
        file.linear(name, getattr(net, name))
    for name, values in (("name.start", net.name_start), ("name.step", net.name_step), ("root_arc", torch.tanh(net.root_arc)),
                         ("root_label", torch.tanh(net.root_label))):
        file.array(name, values.detach().numpy().astype(numpy.float32))
    for name, values in splitter.sections(splitter_path).items():
        file.text(name, values.splitlines()) if isinstance(values, str) else file.array(name, values)
    return file.write(path)


def round_in_place(net):
    """The network as the file has it."""
    with torch.no_grad():
        for name, p in net.named_parameters():
            if p.ndim >= 2 and name != "name_step":
                values, scales = rounded(p.reshape(-1, p.shape[-1]))
                p.copy_(torch.from_numpy(values.astype(numpy.float32) * scales[:, None]).reshape(p.shape))


SENTENCES = """
The army of Varnia said on Monday it had left the town of Dovran .
Kesh forces are striking depots near Ostrel , a spokesman for the Defense Ministry said .
`` We did not lose any men , '' General Ivan Orlen told reporters at a daily briefing in Ostrel .
Up to 250 soldiers were killed and more than 40 wounded over the weekend .
President Mira Tolen denied that there was a military target in the city .
The bridge was allegedly destroyed by a missile fired from a ship in the northern gulf .
It is not clear who controls the village .
Officials in Ostrel , the capital , could n't confirm the report .
Varnia 's 12th Guards Brigade has captured three villages , according to the ministry .
Power was cut to 2,000 homes after the drone attack .
Varnia Says It Destroyed Two Kesh Warships
TWO KILLED AS SHELLS HIT MARKET IN DOVRAN
Rescue workers pulled 14 bodies from the rubble , the mayor wrote on Telegram .
He would not say how many troops were being sent to the front .
The rebels , who have held the port since May , were pushed back toward the hills .
Both sides accused each other of shelling the plant .
What happened on the road to Kesh ?
Their losses , he said , were ten times ours .
The United Nations has called for an inquiry .
If the dam breaks , whole districts will be flooded .
Orlen , 54 , was appointed commander last year .
There were no casualties .
A senior official , speaking on condition of anonymity , said the offensive had stalled .
The ministry 's claims could not be independently verified .
""".strip().split("\n")


def write_reference(net, tables, path):
    sentences = [s.split() for s in SENTENCES]
    words = [[treebank.unlabelled(f) for f in forms] for forms in sentences]
    with open(path, "w", encoding="utf-8") as out:
        out.write("# What the trained network says of invented sentences, one word a line, an empty line behind each: made by training/export.py\n"
                  "# columns: form head relation tag xpos feats rule name\n# source: written for sayso   licence: Apache-2.0\n")
        for forms, (heads, labels, tags, rules, names, bundles) in zip(sentences, predict([net], tables, words)):
            for i, form in enumerate(forms):
                tag = tables.tags[tags[i]]
                out.write("\t".join([form, str(heads[i]), treebank.RELATIONS[labels[i]], tag[0], tag[1], tables.bundles[bundles[i]],
                                     str(rules[i][0]), treebank.NAMES[names[i]]]) + "\n")
            out.write("\n")


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--from", dest="source", required=True)
    p.add_argument("--splitter", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--reference")
    a = p.parse_args()
    net, kept = open_checkpoint(a.source)
    tables = prepare.Tables.of(kept["tables"])
    print(a.out, write_model(net, tables, a.splitter, a.out), "bytes;", kept["report"])
    round_in_place(net)
    if a.reference:
        write_reference(net, tables, a.reference)


if __name__ == "__main__":
    main()

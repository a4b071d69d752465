"""Which lists a word stands in: places (GeoNames), given names (Moby), proper names and plain words (SCOWL).

    "paris" -> place, given name, proper name          "the" -> plain word

A word's answer is one number, a bit a list; the network learns a small vector for each combination. Only words of one
piece count ("new" of "New York" is the first word of a place). Sources: ../data/gazetteer (CC BY 4.0), given_names.txt
(public domain), Debian's package scowl (Kevin Atkinson and others, free for any purpose).
"""
import os
import re

from surface import fold, lower_char

HERE = os.path.dirname(os.path.abspath(__file__))
SCOWL = "/usr/share/dict/scowl"
NAMES = ("country", "place", "town", "begins", "goes_on", "given", "proper", "rare", "plain")
COMBINATIONS = 1 << len(NAMES)
LARGE = 50000  # inhabitants


def low(text):
    return "".join(lower_char(c) for c in fold(text))


def rows(name):
    with open(os.path.join(HERE, "..", "data", "gazetteer", name), encoding="utf-8") as file:
        columns = file.readline().split(":", 1)[1].split()
        for line in file:
            if line[0] != "#":
                yield dict(zip(columns, line.rstrip("\n").split("\t")))


def member_bits():
    """lower-case word -> bits."""
    found = {}

    def add(word, kind):
        word = low(word)
        if len(word) >= 2 and any(c.isalpha() for c in word):
            found[word] = found.get(word, 0) | (1 << NAMES.index(kind))

    def add_name(name, kind):
        words = re.split(r"[\s-]+", name.strip())
        if len(words) == 1:
            add(words[0], kind)
        elif len(words) <= 4 and kind != "town":
            add(words[0], "begins")
            for w in words[1:]:
                add(w, "goes_on")

    for row in rows("countries.tsv"):
        for name in (row["name"] + "|" + row["aliases"]).split("|"):
            add_name(name, "country")
    for row in rows("admin1.tsv"):
        add_name(row["name"], "place")
    for row in rows("regions.tsv"):
        add_name(row["name"], "place")
    for row in rows("places.tsv"):
        people = int(row["population"] or 0)
        add_name(row["name"], "place" if people >= LARGE else "town")
        if people >= 10 * LARGE:
            for name in row["aliases"].split("|"):
                if name.isascii():
                    add_name(name, "town")
    for line in open(os.path.join(HERE, "given_names.txt"), encoding="utf-8"):
        if line[0] != "#":
            add(line.strip(), "given")
    if os.path.isdir(SCOWL):
        for file in sorted(os.listdir(SCOWL)):
            level = int(file.rsplit(".", 1)[1])
            kind = "plain" if "-words." in file and level <= 70 else \
                ("proper" if level <= 80 else "rare") if "-proper-names." in file else None
            if kind and file.startswith(("english", "american")):
                for line in open(os.path.join(SCOWL, file), encoding="iso-8859-1"):
                    if not line.endswith("'s\n"):
                        add(line.strip(), kind)
    else:
        raise SystemExit(f"no {SCOWL}: install Debian's package scowl")
    return found


if __name__ == "__main__":
    from collections import Counter
    bits = member_bits()
    print(len(bits), Counter(bits.values()).most_common(20))
    for w in ("paris", "the", "new", "york", "kharkiv", "ivan", "will", "smith", "march", "ukraine"):
        print(w, [n for i, n in enumerate(NAMES) if bits.get(w, 0) >> i & 1])

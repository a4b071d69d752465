"""How words are written where text has capitals and small letters: ../data/lexicons/usual_case.tsv.

    python3 usual_case.py OPEN-TEXT/whitehouse.jsonl.xz [/usr/share/wordnet] > ../data/lexicons/usual_case.tsv

Words that mostly stand in small letters inside running sentences, WordNet's words that are no names, and words that only
stand with a capital beside a name ("President"). What the table lacks is a name. Sources: statements of the White House
(CC0; facts about words only), WordNet (its own licence), and the names of ../data/gazetteer, which are left out.
"""
import collections
import json
import lzma
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
SEEN_OFTEN = 3  # fewer may be misprints


def counts(path):
    small, first, all_capitals = collections.Counter(), collections.Counter(), collections.Counter()
    for line in lzma.open(path, "rt"):
        for paragraph in json.loads(line)["text"].split("\n"):
            letters = [c for c in paragraph if c.isalpha()]
            if len(paragraph) < 80 or sum(c.isupper() for c in letters) * 10 > len(letters) * 3:
                continue  # titles and shouting
            for match in WORD.finditer(paragraph):
                word = match.group(0)
                if word.islower():
                    small[word] += 1
                elif re.search(r"[a-z,] $", paragraph[max(0, match.start() - 2):match.start()]):  # inside a sentence
                    kind = all_capitals if word.isupper() and len(word) > 1 else first
                    kind[word.lower()] += 1
    return small, first, all_capitals


def wordnet(folder):
    """Words WordNet writes small: the data files keep capitals, the index doesn't."""
    found = set()
    for part in ("noun", "verb", "adj", "adv"):
        with open(os.path.join(folder, "data." + part), encoding="ascii") as file:
            for line in file:
                if line.startswith(" "):
                    continue
                fields = line.split(" | ")[0].split()
                for i in range(int(fields[3], 16)):
                    found.add(fields[4 + 2 * i].split("(")[0])
    return {word for word in found if re.fullmatch(r"[a-z]{2,}", word)}


def names():
    found = set()
    for table in ("places.tsv", "admin1.tsv", "countries.tsv", "regions.tsv"):
        with open(os.path.join(HERE, "..", "data", "gazetteer", table), encoding="utf-8") as file:
            found.update(line.split("\t")[1].lower() for line in file if not line.startswith("#"))
    with open(os.path.join(HERE, "given_names.txt"), encoding="utf-8") as file:
        found.update(line.strip().lower() for line in file)
    return found


def bases(word):
    """What a word may be a form of, by the same endings as src/language/capitals.cc takes off."""
    for ending, put in (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield word[:-len(ending)] + put


def main():
    small, first, all_capitals = counts(sys.argv[1])
    plain = wordnet(sys.argv[2] if len(sys.argv) > 2 else "/usr/share/wordnet")
    known_names = names()
    rows = {}
    for word in set(small) | plain | set(all_capitals):
        low, title, up = small[word], first[word], all_capitals[word]
        if up >= SEEN_OFTEN and up > low + title:
            rows[word] = "capitals"
        elif low >= SEEN_OFTEN and low >= title + up:
            rows[word] = "small"
        elif word in plain and title > low:
            if word not in known_names or low >= SEEN_OFTEN:  # "hall" is a town's name, and a word
                rows[word] = "small" if title < 5 else "beside-name"
        elif word in plain and word not in known_names:
            rows[word] = "small"
    print("# How a word is written inside a sentence. Empty: in small letters; beside-name: with a capital only next to a name")
    print("# (\"President Osk\"); capitals. Words it lacks, and that are no form of its words, are names. Sorted by bytes.")
    print("# columns: word written")
    print("# source: White House statements (CC0), WordNet 3.0; made by training/usual_case.py   licence: WordNet's, see NOTICE")
    for word in sorted(rows):
        if rows[word] != "small" or not any(rows.get(base) == "small" for base in bases(word)):
            print(word + "\t" + (rows[word] if rows[word] != "small" else ""))


if __name__ == "__main__":
    main()

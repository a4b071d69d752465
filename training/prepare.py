"""Words -> numbers: the tables of features, tags and lemma rules, the training batches and the augmentation.

Some training sentences are also seen as headlines are written: In Title Case, IN CAPITALS, without a final full stop.
"""
import random
from collections import Counter

import torch

import lemma
import surface
from treebank import NAMES, RELATIONS, UNKNOWN_NAME

SMALL = set("a an the of in on at to for and or but by as from with over n't 's".split())


class Tables:
    def __init__(self, sentences, vector_words, seen=2):
        counts = [Counter() for _ in surface.KINDS]
        tags, rules = Counter(), Counter()
        for _, words in sentences:
            for w in words:
                for c, f in zip(counts, surface.features(w.form)):
                    c[f] += 1
                tags[(w.upos, w.xpos)] += 1
                rules[lemma.rule(w.form, w.lemma)] += 1
        # Row 0 of each table is "unknown".
        self.features = [{f: i + 1 for i, f in enumerate(sorted(f for f, n in c.items() if n >= seen))} for c in counts]
        self.vector_rows = {w: i + 1 for i, w in enumerate(vector_words)}
        self.tags = sorted(t for t, n in tags.items() if n >= 5)
        self.rules = [r for r, n in rules.most_common() if n >= 3]
        self.tag_ids = {t: i for i, t in enumerate(self.tags)}
        self.rule_ids = {r: i for i, r in enumerate(self.rules)}
        self.cache = {}

    def rows(self, form):
        made = self.cache.get(form)
        if made is None:
            found = surface.features(form)
            made = tuple(t.get(f, 0) for t, f in zip(self.features, found)) + (self.vector_rows.get(found[0], 0),)
            self.cache[form] = made
        return made

    def encode(self, words):
        return dict(
            features=[self.rows(w.form) for w in words],
            heads=[w.head for w in words],
            labels=[RELATIONS.index(w.relation) for w in words],
            tags=[self.tag_ids.get((w.upos, w.xpos), -100) for w in words],
            lemmas=[self.rule_ids.get(lemma.rule(w.form, w.lemma), -100) for w in words],
            names=[w.name for w in words],
            proper=[w.upos == "PROPN" for w in words])


def headline(words, rng):
    """The words as a headline writes them, or None where the sentence does not suit."""
    out = list(words)
    if out[-1].form in (".", "!") and all(w.head != len(out) for w in out):
        out.pop()
    if not 4 <= len(out) <= 24:
        return None
    capitals = rng.random() < 0.25
    small = SMALL if rng.random() < 0.7 else set()
    made = []
    for i, w in enumerate(out):
        form = w.form
        if capitals:
            form = form.upper() if len(form.upper()) == len(form) else form
        elif form[:1].islower() and (i == 0 or form not in small) and "'" not in form and "’" not in form:
            form = form[0].upper() + form[1:]
        made.append(w._replace(form=form))
    return made


def without_stop(words):
    if words[-1].form == "." and len(words) > 2 and all(w.head != len(words) for w in words):
        return words[:-1]
    return None


def augmented(sentences, rng, share_headline=0.10, share_bare=0.06):
    out = []
    for _, words in sentences:
        out.append(words)
        chance = rng.random()
        more = None
        if chance < share_headline:
            more = headline(words, rng)
        elif chance < share_headline + share_bare:
            more = without_stop(words)
        if more:
            out.append(more)
    return out


def batches(encoded, words_per_batch, rng):
    order = sorted(range(len(encoded)), key=lambda i: (len(encoded[i]["heads"]), rng.random()))
    groups, group, count = [], [], 0
    for i in order:
        n = len(encoded[i]["heads"])
        if group and count + n > words_per_batch:
            groups.append(group)
            group, count = [], 0
        group.append(encoded[i])
        count += n
    groups.append(group)
    rng.shuffle(groups)
    return groups


def tensors(group):
    lengths = [len(s["heads"]) for s in group]
    n = max(lengths)

    def pad(key, fill):
        return torch.tensor([s[key] + [fill] * (n - len(s[key])) for s in group])

    return dict(lengths=torch.tensor(lengths), features=pad("features", (0,) * (len(surface.KINDS) + 1)), heads=pad("heads", -100),
                labels=pad("labels", -100), tags=pad("tags", -100), lemmas=pad("lemmas", -100),
                names=pad("names", UNKNOWN_NAME), proper=pad("proper", False))


assert len(NAMES) == 7 and random

"""Words -> numbers: the tables of features, tags and lemma rules, the training batches and the augmentation.

Some training sentences are also seen as headlines are written: In Title Case, IN CAPITALS, without a final full stop; or as wire
copy attributes them.
"""
from collections import Counter

import torch

import lemma
import lists
import surface
import wire
from treebank import RELATIONS

KEPT = 3  # likeliest answers of a teacher that are kept
SMALL = set("a an the of in on at to for and or but by as from with over n't 's".split())


class Tables:
    def __init__(self, sentences, vector_words, seen=2):
        counts = [Counter() for _ in surface.KINDS]
        tags, rules, features = Counter(), Counter(), Counter()
        for _, words in sentences:
            for w in words:
                for c, f in zip(counts, surface.features(w.form)):
                    c[f] += 1
                tags[(w.upos, w.xpos)] += 1
                rules[lemma.rule(w.form, w.lemma)] += 1
                features[w.feats] += 1
        # Row 0 of each table is "unknown".
        self.features = [{f: i + 1 for i, f in enumerate(sorted(f for f, n in c.items() if n >= seen))} for c in counts]
        self.vector_words = vector_words
        self.tags = sorted(t for t, n in tags.items() if n >= 5)
        self.rules = [r for r, n in rules.most_common() if n >= 3]
        self.bundles = sorted(f for f, n in features.items() if n >= 3)
        self.ready()

    def ready(self):
        self.vector_rows = {w: i + 1 for i, w in enumerate(self.vector_words)}
        self.members = lists.member_bits()
        self.tag_ids = {t: i for i, t in enumerate(self.tags)}
        self.rule_ids = {r: i for i, r in enumerate(self.rules)}
        self.bundle_ids = {b: i for i, b in enumerate(self.bundles)}
        self.relation_ids = {r: i for i, r in enumerate(RELATIONS)}
        self.cache = {}
        return self

    def state(self):
        return {k: getattr(self, k) for k in ("features", "vector_words", "tags", "rules", "bundles")}

    @classmethod
    def of(cls, state):
        tables = cls.__new__(cls)
        tables.__dict__.update(state)
        return tables.ready()

    def rows(self, form):
        """(table rows, n-gram buckets) of a form."""
        made = self.cache.get(form)
        if made is None:
            found = surface.features(form)
            rows = tuple(t.get(f, 0) for t, f in zip(self.features, found))
            made = rows + (self.vector_rows.get(found[0], 0), self.members.get(found[0], 0)), surface.ngrams(form)
            self.cache[form] = made
        return made

    def encode(self, words):
        rows = [self.rows(w.form) for w in words]
        return dict(
            rows=[r[0] for r in rows], ngrams=[r[1] for r in rows],
            heads=[w.head for w in words],
            labels=[self.relation_ids[w.relation] for w in words],
            tags=[self.tag_ids.get((w.upos, w.xpos), -100) for w in words],
            feats=[self.bundle_ids.get(w.feats, -100) for w in words],
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


def small(words):
    """As some write in haste: no capitals at all."""
    return [w._replace(form=w.form.lower() if len(w.form.lower()) == len(w.form) else w.form) for w in words]


def rewritten(words, rng, share_headline=0.10, share_bare=0.06, share_small=0.04):
    """Sometimes the sentence as other dispatches would write it, mostly None."""
    chance = rng.random()
    if chance < share_headline:
        return headline(words, rng)
    if chance < share_headline + share_bare:
        return without_stop(words)
    return small(words) if chance < share_headline + share_bare + share_small else None


def augmented(sentences, rng, share_wire):
    out = []
    for _, words in sentences:
        out.append(words)
        more = rewritten(words, rng)
        if more:
            out.append(more)
        if share_wire and rng.random() < share_wire:
            words = wire.going_on(rng) if rng.random() < 0.1 else words
            more = wire.attributed(words, rng)
            if more:
                out.append(more)
    return out


def batches(encoded, words_per_batch, rng):
    order = sorted(range(len(encoded)), key=lambda i: (len(encoded[i]["rows"]), rng.random()))
    groups, group, count = [], [], 0
    for i in order:
        n = len(encoded[i]["rows"])
        if group and count + n > words_per_batch:
            groups.append(group)
            group, count = [], 0
        group.append(encoded[i])
        count += n
    groups.append(group)
    rng.shuffle(groups)
    return groups


class Batch:
    """Rows lie position by position, longest sentence first; `pad` leads from (sentence, position) to a row."""

    def __init__(self, group):
        group = sorted(group, key=lambda s: -len(s["rows"]))
        self.group = group
        self.lengths = torch.tensor([len(s["rows"]) for s in group])
        count, longest = len(group), len(group[0]["rows"])
        place = torch.arange(longest)[:, None] < self.lengths[None, :]  # positions x sentences
        self.sizes = place.sum(1).to(torch.int32)
        self.words = int(place.sum())
        number = torch.cumsum(place.reshape(-1).long(), 0).reshape(place.shape) - 1
        self.pad = torch.where(place, number, torch.full_like(number, self.words)).t().contiguous()  # sentences x positions
        self.sentence = torch.arange(count).expand(longest, count)[place]
        self.position = torch.arange(longest)[:, None].expand(longest, count)[place]
        self.order = list(zip(self.sentence.tolist(), self.position.tolist()))
        self.rows = torch.tensor([group[s]["rows"][p] for s, p in self.order])
        grams = [group[s]["ngrams"][p] for s, p in self.order]
        self.grams = torch.tensor([g for gs in grams for g in gs])
        self.gram_starts = torch.cumsum(torch.tensor([0] + [len(g) for g in grams[:-1]]), 0)

    def column(self, key):
        return torch.tensor([self.group[s][key][p] for s, p in self.order])

    def answers(self, key):
        """(ids, shares), rows x kept: one certain answer for gold, several with their probabilities for silver."""
        ids = torch.full((self.words, KEPT), -100)
        shares = torch.zeros(self.words, KEPT)
        shares[:, 0] = 1.0
        for s, sentence in enumerate(self.group):
            rows = self.pad[s, :len(sentence["rows"])]
            if isinstance(sentence[key], tuple):
                ids[rows], shares[rows] = sentence[key]
            else:
                ids[rows, 0] = torch.tensor(sentence[key])
        return ids, shares

    def names(self, count):
        """sentences x positions x labels: may the label be right; padding may be anything."""
        allowed = torch.ones(self.words + 1, count, dtype=torch.bool)
        allowed[:-1] = (self.column("names")[:, None] >> torch.arange(count)[None, :]) & 1 > 0
        return allowed[self.pad]

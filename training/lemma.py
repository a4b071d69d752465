"""Lemmas as edit rules: which case, which ending goes, which ending comes.

    said -> say      ("l", "id", "y")      lower case, "id" off, "y" on
    Kyiv -> Kyiv     ("k", "", "")         as it stands
    n't  -> not      ("l", "n't", "not")

A rule fits a form only if the folded lower-case form ends in what goes, so a wrong rule cannot cut a word apart.
"""
from surface import FOLD, lower_char


def straight(text):
    return "".join(FOLD.get(c, c) for c in text)


def lower(text):
    return "".join(lower_char(c) for c in text)


def title(text):
    return text[:1] + lower(text[1:])


CASES = {"l": lower, "k": lambda t: t, "t": title}


def rule(form, lemma):
    """The shortest rule that makes the lemma."""
    form, lemma = straight(form), straight(lemma)
    for case in "lkt":
        base = CASES[case](form)
        n = 0
        while n < len(base) and n < len(lemma) and base[n] == lemma[n]:
            n += 1
        if n == len(base) and n == len(lemma):
            return (case, "", "")
    case = "l" if lemma == lower(lemma) else "k" if form != form.upper() or len(form) < 2 else "t"
    base = CASES[case](form)
    n = 0
    while n < len(base) and n < len(lemma) and base[n] == lemma[n]:
        n += 1
    return (case, base[n:], lemma[n:])


def apply(rule_, form):
    """The lemma, or None where the rule does not fit."""
    case, off, on = rule_
    base = CASES[case](straight(form))
    if off and not base.endswith(off):
        return None
    made = base[:len(base) - len(off)] + on
    return made or None

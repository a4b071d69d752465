"""Surface features of a word: what the network sees of it.

    "Kyiv’s" is two words; of "Kharkiv" the network sees
        lower "kharkiv"  exact "Kharkiv"  prefix3 "kha"  suffix2 "iv"  suffix3 "kiv"  suffix4 "rkiv"  shape "Xxx"

src/language/surface.cc does the same in C++; tests/language/surface_test.cc compares the two on a small table.
Digits become 0, quotation marks and dashes of all kinds become one of a kind, so that typography does not matter.
"""

KINDS = ("lower", "exact", "prefix3", "suffix2", "suffix3", "suffix4", "shape")

FOLD = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"',
        "—": "--", "―": "--", "–": "-", "‐": "-", "‑": "-", "−": "-", "…": "...", "\u00ad": ""}


def lower_char(c):
    low = c.lower()
    return low if len(low) == 1 else c


def fold(form):
    """One spelling for all typographic variants, digits to 0; "''" and "``" are double quotes too."""
    text = "".join(FOLD.get(c, c) for c in form)
    if text == "''":
        text = '"'
    if len(text) >= 2 and set(text) == {"-"}:
        text = "--"
    if len(text) >= 2 and set(text) == {"."}:
        text = "..."
    return "".join("0" if "0" <= c <= "9" else c for c in text)


def shape(folded):
    """X upper, x lower, 0 digit, other marks themselves; runs longer than two are cut to two, eight marks at most."""
    out = []
    for c in folded:
        if c == "0":
            s = "0"
        elif lower_char(c) != c:
            s = "X"
        elif c.isalpha():
            s = "x"
        elif c < "\x7f":
            s = c
        else:
            s = "?"
        if len(out) >= 2 and out[-1] == s and out[-2] == s:
            continue
        out.append(s)
        if len(out) == 8:
            break
    return "".join(out)


def features(form):
    exact = fold(form)
    low = "".join(lower_char(c) for c in exact)
    return (low, exact, low[:3], low[-2:], low[-3:], low[-4:], shape(exact))


def key(kind, text):
    """64-bit FNV-1a of the feature's number and its text: how the model file names a feature."""
    h = 0xCBF29CE484222325
    for b in bytes([kind]) + text.encode("utf-8"):
        h = ((h ^ b) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


def folded(kind, text):
    """The key as the model file keeps it: 32 bits, src/language/key_index.h."""
    h = key(kind, text)
    return (h ^ (h >> 32)) & 0xFFFFFFFF


def by_key(kind, rows):
    """{feature: row} -> [(key, row)] in the order of keys; where two features have one key the first of them keeps it."""
    first = {}
    for feature, row in rows.items():
        first.setdefault(folded(kind, feature), row)
    return sorted(first.items(), key=lambda pair: pair[0])


NGRAM_BUCKETS, NGRAM_KIND = 16384, 7


def ngrams(form):
    """Buckets of the word's 3-, 4- and 5-letter pieces, "<" and ">" at its ends; the first 24 letters count."""
    word = "<" + "".join(lower_char(c) for c in fold(form))[:24] + ">"
    return [key(NGRAM_KIND, word[i:i + n]) % NGRAM_BUCKETS for n in (3, 4, 5) for i in range(len(word) - n + 1)]

"""Reading the treebanks: sentences of words with tag, lemma, head, relation and, where known, names.

EWT and UNER join on sent_id; GUM names are made from its mentions (mentions.tsv) that are built of proper nouns.
Only EWT train and the open part of GUM train make weights; see NOTICE.md beside the data for licences.
"""
import os
from collections import namedtuple

Word = namedtuple("Word", "form lemma upos xpos feats head relation name")
# A word's name label is a set of those that may be right, a bit each: where the gold does not tell, several are.
NAMES = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-OTH", "I-OTH")
OUTSIDE, ANY_NAME = 1, (1 << len(NAMES)) - 1
OTHER = 1 << NAMES.index("B-OTH") | 1 << NAMES.index("I-OTH")
BY_MENTIONS = 1 << len(NAMES)  # set besides: the labels were made from GUM's mentions, whose habits are not UNER's
TITLES = set("""mr mr. mrs mrs. ms ms. dr dr. prof prof. professor president general gen. colonel col. captain capt. major maj.
minister senator sen. rep. governor gov. judge king queen prince princess pope sir lord lady st. chairman director secretary""".split())
CALENDAR = set("""january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.""".split())
KINDS = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "OTH", "object": "OTH", "abstract": "OTH",
         "substance": "OTH", "animal": "OTH", "plant": "OTH"}

# As in include/sayso/language.h; an unknown subtype falls back on its main relation.
RELATIONS = """dep acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound
compound:prt conj cop csubj csubj:outer csubj:pass det det:predet discourse dislocated expl fixed flat goeswith iobj list
mark nmod nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent obl:unmarked orphan
parataxis punct reparandum root vocative xcomp""".split()
XPOS = """_ ADD AFX CC CD DT EX FW GW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ PUNCT RB RBR RBS RP
SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX""".split()
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()


def unlabelled(form):
    """A word of which only the form is known."""
    return Word(form, form, "X", "_", "_", 0, "dep", ANY_NAME)


def relation(name):
    return name if name in RELATIONS else name.split(":")[0]


def xpos(name):
    if name in (".", ",", ":", "``", "''", "-LRB-", "-RRB-"):
        return "PUNCT"
    if name in ("$", "#"):
        return "SYM"
    return name if name in XPOS else "_"


def read_conllu(path, names=None, mentions=None):
    """Sentences (lists of Word), each with its sent_id."""
    out, rows, sent_id = [], [], ""
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# sent_id = "):
            sent_id = line[12:]
        elif not line:
            if rows:
                out.append((sent_id, finish(rows, sent_id, names, mentions)))
            rows = []
        elif line[0] != "#":
            cells = line.split("\t")
            if cells[0].isdigit():
                rows.append(cells)
    return out


def finish(rows, sent_id, names, mentions):
    labels = [ANY_NAME] * len(rows)
    if names is not None and sent_id in names and len(names[sent_id]) == len(rows):
        # UNER knows three kinds: a proper noun outside them may be another kind's name.
        labels = [OUTSIDE | OTHER if n == OUTSIDE and r[3] == "PROPN" else n for n, r in zip(names[sent_id], rows)]
    elif mentions is not None:
        labels = labels_of_mentions(rows, mentions.get(sent_id, []))
    return [Word(r[1], r[2], r[3], xpos(r[4]), r[5], int(r[6]), relation(r[7]), n) for r, n in zip(rows, labels)]


def read_names(path):
    names, labels, sent_id = {}, [], ""
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# sent_id = "):
            sent_id = line[12:]
        elif not line:
            if labels:
                names[sent_id] = labels
            labels = []
        elif line[0] != "#":
            tag = line.split("\t")[2]
            labels.append(1 << NAMES.index(tag) if tag in NAMES else OUTSIDE)
    if labels:
        names[sent_id] = labels
    return names


def read_mentions(path):
    """sent_id -> [(first, last, type, first head word)], words 0-based, last included."""
    out = {}
    with open(path, encoding="utf-8") as file:
        header = file.readline().rstrip("\n").split("\t")
        column = {n: i for i, n in enumerate(header)}
        for line in file:
            c = line.rstrip("\n").split("\t")
            first, last = int(c[column["start_word"]]) - 1, int(c[column["end_word"]]) - 1
            head = first + int(c[column["minspan"]].split(",")[0]) - 1
            out.setdefault(c[column["sent_id"]], []).append((first, last, c[column["type"]], head))
    return out


def labels_of_mentions(rows, mentions):
    """Names as UNER has them: the run of proper nouns about a mention's head, titles left out; longest mention first.

    Proper nouns that no such run covers may or may not be names: they are masked. All other words are outside.
    """
    proper = [r[3] == "PROPN" or r[4] in ("NNP", "NNPS") for r in rows]
    labels = [ANY_NAME if p and r[1].lower() not in CALENDAR else OUTSIDE for p, r in zip(proper, rows)]
    taken = [False] * len(rows)
    link = {"of", "the", "for", "and", "&", "-", "'s"}
    for first, last, kind, head in sorted(mentions, key=lambda m: m[0] - m[1]):
        if last >= len(rows) or not proper[head] or kind not in KINDS:
            continue
        begin = end = head
        while begin > first:
            step = 1
            while begin - step > first and rows[begin - step][1].lower() in link and step < 3:
                step += 1
            if not proper[begin - step] or rows[begin - step][7] in ("nmod:desc", "nmod:poss"):
                break
            begin -= step
        while end < last:
            step = 1
            while end + step < last and rows[end + step][1].lower() in link and step < 3:
                step += 1
            if not proper[end + step]:
                break
            end += step
        while kind == "person" and begin < end and rows[begin][1].lower() in TITLES:
            labels[begin] = OUTSIDE
            begin += 1
        forms = [r[1].lower() for r in rows[begin:end + 1]]
        if any(taken[begin:end + 1]) or (kind == "person" and ("of" in forms or forms[0] in TITLES)):
            continue
        for i in range(begin, end + 1):
            taken[i] = True
            labels[i] = 1 << NAMES.index(("B-" if i == begin else "I-") + KINDS[kind])
    for i, r in enumerate(rows):  # a title beside a name is no name in UNER
        if not taken[i] and r[7] == "nmod:desc":
            labels[i] = OUTSIDE
    return [l | BY_MENTIONS for l in labels]


def load(root):
    """(train, EWT dev, GUM dev): lists of (sent_id, words)."""
    ewt, gum = os.path.join(root, "UD_English-EWT"), os.path.join(root, "UD_English-GUM")
    uner = os.path.join(root, "UNER_English-EWT")
    mentions = read_mentions(os.path.join(gum, "mentions.tsv"))
    train = read_conllu(ewt + "/en_ewt-ud-train.conllu", names=read_names(uner + "/en_ewt-ud-train.iob2"))
    train += read_conllu(gum + "/en_gum-ud-train.open.conllu", mentions=mentions)
    dev = read_conllu(ewt + "/en_ewt-ud-dev.conllu", names=read_names(uner + "/en_ewt-ud-dev.iob2"))
    gum_dev = read_conllu(gum + "/en_gum-ud-dev.open.conllu", mentions=mentions)
    return train, dev, gum_dev

"""A sentence of the treebanks as wire copy would attribute it: "The bridge fell." -> "The bridge fell, officials in Ostrel said."

The treebanks hold few such sentences, dispatches hardly any others. The tree is known: the verb of saying becomes the root,
what is said its ccomp. Speakers and verbs are drawn from small lists; nothing of a text goes in.
"""
from treebank import NAMES, OUTSIDE, Word

PLACES = """Kyiv Moscow Kharkiv Gaza Rafah Beirut Damascus Aleppo Khartoum Omdurman Goma Mogadishu Tripoli Baghdad Mosul Kabul Sanaa
Islamabad Yangon Tehran Ankara Geneva Washington London Paris Jerusalem Odesa Donetsk Belgorod Yerevan Baku Juba Bamako""".split()
PEOPLES = """Ukrainian Russian Israeli Palestinian Syrian Turkish Iraqi Iranian Sudanese Somali Ethiopian Congolese Armenian Azerbaijani
Afghan Pakistani Indian Lebanese Yemeni Libyan Nigerian American British French Western""".split()
KINDS = "local senior military regional government security rebel opposition state health hospital police army".split()
PLURALS = """officials authorities residents witnesses medics rescuers activists commanders diplomats police doctors analysts
prosecutors rebels forces""".split()
SINGLES = """army ministry military governor mayor president government spokesman spokeswoman commander general group company monitor
minister agency statement report witness official navy police council""".split()
OFFICES = "Defense Interior Foreign Health Energy".split()
GIVEN = "Ivan Olena Ahmed Maria David Fatima Yusuf Anna Omar Sergei Leila John Amina Viktor Grace Hassan".split()
SURNAMES = "Orlen Tolen Haddad Marchuk Okafor Petrov Levi Diallo Kaya Nazarian Rahimi Osei Bekele Novak Ortiz Saleh".split()
VERBS = ["said"] * 12 + ["added", "announced", "reported", "claimed", "wrote", "acknowledged"]
LEMMAS = dict(said="say", added="add", announced="announce", reported="report", claimed="claim", wrote="write",
              acknowledged="acknowledge", authorities="authority", police="police")
ARTICLE = dict(the="Definite=Def|PronType=Art", a="Definite=Ind|PronType=Art")
PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
PERSON, INSIDE_PERSON, PLACE = (1 << NAMES.index(n) for n in ("B-PER", "I-PER", "B-LOC"))


def word(form, upos, xpos, feats, head, relation, name=OUTSIDE):
    lemma = form if upos == "PROPN" else LEMMAS.get(form, form[:-1] if xpos == "NNS" and form.endswith("s") else form.lower())
    return Word(form, lemma, upos, xpos, feats, head, relation, name)


def speaker(rng):
    """(words, place of the head, may it stand behind the verb): heads count from 1 within the phrase, the head's is 0."""
    chance = rng.random()
    if chance < 0.12:
        form = rng.choice(("he", "she"))
        gender = "Masc" if form == "he" else "Fem"
        return [word(form, "PRON", "PRP", f"Case=Nom|Gender={gender}|Number=Sing|Person=3|PronType=Prs", 0, "nsubj")], 1, False
    if chance < 0.30:
        out = [word(rng.choice(GIVEN), "PROPN", "NNP", "Number=Sing", 0, "nsubj", PERSON),
               word(rng.choice(SURNAMES), "PROPN", "NNP", "Number=Sing", 1, "flat", INSIDE_PERSON)]
        return out, 1, True
    if chance < 0.38:
        return [word("the", "DET", "DT", ARTICLE["the"], 3, "det"), word(rng.choice(OFFICES), "PROPN", "NNP", "Number=Sing", 3, "compound"),
                word("Ministry", "PROPN", "NNP", "Number=Sing", 0, "nsubj")], 3, True
    out, plural = [], chance < 0.72
    if not plural:
        article = rng.choice(("the", "the", "a"))
        out.append((article, "DET", "DT", ARTICLE[article], "det"))
    if rng.random() < 0.45:
        out.append((rng.choice(PEOPLES), "ADJ", "JJ", "Degree=Pos", "amod"))
    if rng.random() < 0.3:
        kind = rng.choice(KINDS)
        noun = kind in ("government", "security", "rebel", "opposition", "state", "health", "hospital", "police", "army")
        out.append((kind, "NOUN", "NN", "Number=Sing", "compound") if noun else (kind, "ADJ", "JJ", "Degree=Pos", "amod"))
    head = len(out) + 1
    made = [word(form, upos, xpos, feats, head, relation) for form, upos, xpos, feats, relation in out]
    if plural:
        made.append(word(rng.choice(PLURALS), "NOUN", "NNS", "Number=Plur", 0, "nsubj"))
    else:
        made.append(word(rng.choice(SINGLES), "NOUN", "NN", "Number=Sing", 0, "nsubj"))
    if made[0].form == "a" and made[1].form[0] in "aeiouAEIOU":
        made[0] = made[0]._replace(form="an")
    if rng.random() < 0.2:
        made += [word("in", "ADP", "IN", "_", head + 2, "case"),
                 word(rng.choice(PLACES), "PROPN", "NNP", "Number=Sing", head, "nmod", PLACE)]
    return made, head, True


def placed(phrase, before, verb):
    """A phrase's words with their heads counted in the sentence: `before` words stand before it, its head hangs on `verb`."""
    return [w._replace(head=w.head + before if w.head else verb) for w in phrase]


def attributed(words, rng):
    """The sentence with a speaker, or None where it does not suit."""
    n = len(words) - 1
    if not 3 <= n <= 30 or words[-1].form != "." or any(w.head == n + 1 for w in words):
        return None
    root = next(i + 1 for i, w in enumerate(words) if w.head == 0)
    if words[root - 1].upos not in ("VERB", "ADJ", "NOUN") or words[root - 1].xpos == "VB" or words[0].upos in ("CCONJ", "INTJ", "PUNCT"):
        return None
    if not any(w.head == root and w.relation.startswith("nsubj") for w in words) or any(w.form in "\"“”:;?!()" for w in words[:n]):
        return None
    phrase, _, inverts = speaker(rng)
    verb = word(rng.choice(VERBS), "VERB", "VBD", PAST, 0, "root")
    said = [w._replace(head=w.head or -1, relation="ccomp" if w.head == 0 else w.relation) for w in words[:n]]
    comma = word(",", "PUNCT", "PUNCT", "_", root, "punct")
    chance = rng.random()
    if chance < 0.70:  # "…, officials said."
        at = n + 1 + len(phrase) + 1
        out = said + [comma] + placed(phrase, n + 1, at) + [verb]
    elif chance < 0.80 and inverts:  # "…, said the mayor."
        at = n + 2
        out = said + [comma, verb] + placed(phrase, n + 2, at)
    else:  # "Officials said …"
        at = len(phrase) + 1
        first = words[0]
        low = first.upos in ("DET", "PRON", "ADP", "ADV", "SCONJ") and first.form != "I" and not first.form[1:2].isupper()
        moved = [w._replace(head=w.head + at if w.head > 0 else w.head) for w in said]
        moved[0] = moved[0]._replace(form=first.form.lower() if low else first.form)
        front = placed(phrase, 0, at)
        front[0] = front[0]._replace(form=front[0].form[0].upper() + front[0].form[1:])
        out = front + [verb] + moved
    return [w._replace(head=at if w.head == -1 else w.head) for w in out] + [word(".", "PUNCT", "PUNCT", "_", at, "punct")]

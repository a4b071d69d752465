"""Networks that went different ways from one beginning -> one network, the mean of their weights. Costs nothing at run time.

python3 average.py --data DIR --from work/taught3.pt work/taught5.pt --out work/mean.pt
"""
import argparse

import torch

import prepare
import treebank
from train import open_checkpoint, score


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--from", dest="sources", nargs="+", required=True)
    p.add_argument("--out", required=True)
    a = p.parse_args()
    torch.set_num_threads(1)
    opened = [open_checkpoint(path) for path in a.sources]
    net, kept = opened[0]
    states = [other.state_dict() for other, _ in opened]
    net.load_state_dict({name: sum(s[name] for s in states) / len(states) for name in states[0]})
    tables = prepare.Tables.of(kept["tables"])
    _, ewt, gum = treebank.load(a.data)
    reports = [k["report"] for _, k in opened]
    report = dict(number=reports[0]["number"], cpu=sum(r["cpu"] for r in reports), ewt=score([net], tables, ewt), gum=score([net], tables, gum))
    arguments = dict(kept["arguments"], average=len(opened))
    torch.save(dict(kept, state=net.state_dict(), report=report, arguments=arguments), a.out)
    print(report)


if __name__ == "__main__":
    main()

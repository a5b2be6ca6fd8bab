#!/usr/bin/env python3
"""Learns lexicons/criteria.tsv: how often experts called each review criterion satisfied where 0, 1 and 2 or more pieces of evidence were found.

    scripts/learn_criteria.py --bin build/release/hypeline --labels releases.jsonl > lexicons/criteria.tsv

The labels are one JSON object a line: {"id", "text", "title"?, "label": {criterion: 1 | 0 | null}}. Rates are smoothed towards the criterion's mean by four
pseudo-cases. The head of the output gives provenance, command, and area under the ROC curve beside that of length alone, by ten-fold cross-validation."""
import argparse
import collections
import json
import pathlib
import subprocess
import sys

KEYS = {  # key in the labels -> criterion
    "cost": "cost", "benefits": "benefits", "harms": "harms", "evidence_quality": "evidence", "no_disease_mongering": "disease-mongering",
    "funding_coi": "independence", "alternatives": "alternatives", "availability": "availability", "novelty": "novelty", "no_sensational_language": "language"}
SMOOTH, FOLDS = 4, 10


def pieces(binary, rows):
    """For each row, by criterion: how many pieces of evidence were found (None where the list is not applicable)."""
    lines = "".join(json.dumps({k: r[k] for k in ("id", "text", "title") if r.get(k)}) + "\n" for r in rows)
    done = subprocess.run([binary, "annotate", "-"], input=lines.encode(), capture_output=True)
    if done.returncode not in (0, 3):
        sys.exit(done.stderr.decode(errors="replace"))
    longest = {}
    for line in done.stdout.decode().splitlines():
        record = json.loads(line)
        if len(record.get("text", "")) >= len(longest.get(record["input"], {}).get("text", "")):
            longest[record["input"]] = record
    out = []
    for r in rows:
        listed = longest[r["id"]].get("assessment", {}).get("criteria", [])
        out.append({c["id"]: min(len(c["annotations"]), 2) for c in listed if c["verdict"] != "not-applicable"})
    return out


def rates(cases):
    """Smoothed share of satisfied cases for 0, 1 and 2 pieces; cases are (pieces, satisfied)."""
    mean = sum(y for _, y in cases) / len(cases)
    by = collections.defaultdict(list)
    for n, y in cases:
        by[n].append(y)
    return [(sum(by[n]) + SMOOTH * mean) / (len(by[n]) + SMOOTH) for n in range(3)]


def auc(gold, score):
    pairs = [(s > t) + (s == t) / 2 for s, y in zip(score, gold) if y for t, z in zip(score, gold) if not z]
    return sum(pairs) / len(pairs)


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--bin", required=True)
    ask.add_argument("--labels", required=True, type=pathlib.Path)
    args = ask.parse_args()
    rows = [json.loads(line) for line in args.labels.read_text("utf-8").splitlines()]
    rows = [r for r in rows if r.get("usable", True)]
    found = pieces(args.bin, rows)
    print("# How often experts called a criterion satisfied where none, one, and two or more pieces of its evidence were found.")
    print(f"# Learned from {len(rows)} press releases rated by HealthNewsReview.org's reviewers. Made by: scripts/learn_criteria.py --bin BIN --labels LABELS")
    print("# Ten-fold area under the ROC curve (length alone in brackets; n):")
    table = []
    for key, criterion in KEYS.items():
        cases = [(f[criterion], int(r["label"][key]), len(r["text"]), i) for i, (r, f) in enumerate(zip(rows, found)) if r["label"].get(key) is not None and criterion in f]
        score = [rates([c[:2] for c in cases if c[3] % FOLDS != fold])[n] for n, _, _, i in cases for fold in [i % FOLDS]]
        gold = [c[1] for c in cases]
        print(f"#   {criterion:18s} {auc(gold, score):.3f} ({auc(gold, [c[2] for c in cases]):.3f}; {len(cases)})")
        table.append((criterion, rates([c[:2] for c in cases])))
    print("criterion\tnone\tone\tmore")
    for criterion, values in table:
        print(criterion + "\t" + "\t".join(f"{v:.3f}" for v in values))


if __name__ == "__main__":
    main()

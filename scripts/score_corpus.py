#!/usr/bin/env python3
"""Precision and recall of a build on the project's own corpus. Python standard library only.

    scripts/score_corpus.py --bin build/release/hypeline [--errors OUT] [--least-f1 X] [--least-held-f1 X] [--least-mismatches P R]

Runs `annotate corpus/articles`, aligns each article's text with its gold text word by word (the two may differ in chrome and white space), and
compares by overlap, label by label. A label that no gold row bears is shown and left out of the sum. A gold row marked duplicate counts neither way; an annotation in words that the gold text does not have (menus,
footers) is left out. Prints a table a label, then attributes, mismatches and checklist, for
the articles rules were tuned on and, apart, for those of articles/held. --least-f1 and --least-held-f1 fail where the F1 over all labels is lower, --least-mismatches where the
precision or the recall of mismatches is, on the articles that are not held."""
import argparse
import collections
import difflib
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORD = re.compile(r"\w+|[^\w\s]")


def annotate(binary):
    """The run's records by id."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([binary, "annotate", str(ROOT / "corpus/articles"), "-o", f"{folder}/out", "-q"], capture_output=True)
        if done.returncode not in (0, 3):
            sys.exit(f"{binary} exited {done.returncode}: {done.stderr.decode(errors='replace')}")
        lines = pathlib.Path(f"{folder}/out/annotations.jsonl").read_text("utf-8").splitlines()
    return {r["id"]: r for r in map(json.loads, lines)}


def gold_articles():
    """(id, clean text, rows, judgement) of every article of the gold; a row is (label, begin, end, attributes)."""
    folder = ROOT / "corpus/gold"
    for table in sorted(folder.rglob("*.tsv")):
        name = str(table)[: -len(".tsv")]
        text = pathlib.Path(name + ".clean.txt").read_text("utf-8")
        rows = []
        for line in table.read_text("utf-8").splitlines()[1:]:
            label, words, nth, attributes = (line.split("\t") + ["", "", ""])[:4]
            at = -1
            for _ in range(int(nth)):
                at = text.find(words, at + 1)
            rows.append((label, at, at + len(words), dict(a.split("=", 1) for a in attributes.split())))
        yield str(table.relative_to(folder))[: -len(".tsv")], text, rows, json.loads(pathlib.Path(name + ".json").read_text("utf-8"))


def align(clean, said):
    """For each code point of `clean` that is in a word: its place in `said`, or None."""
    a, b = list(WORD.finditer(clean)), list(WORD.finditer(said))
    match = difflib.SequenceMatcher(None, [w.group() for w in a], [w.group() for w in b], autojunk=False)
    place = [None] * (len(clean) + 1)
    for i, j, n in match.get_matching_blocks():
        for k in range(n):
            for c in range(a[i + k].end() - a[i + k].start()):
                place[a[i + k].start() + c] = b[j + k].start() + c
    return place


def moved(place, begin, end):
    there = [p for p in place[begin:end] if p is not None]
    return (min(there), max(there) + 1) if there else None


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def compare(ident, clean, rows, record, counts, attributes, errors):
    place = align(clean, record["text"])
    known = {p for p in place if p is not None}
    gold = [(label, moved(place, b, e), attrs, clean[b:e]) for label, b, e, attrs in rows]
    said = [a for a in record["annotations"] if any(p in known for p in range(a["begin"], a["end"]))]
    for label, span, attrs, words in gold:
        if attrs.get("duplicate"):
            continue
        hits = [a for a in said if a["label"] == label and span and overlap(span, (a["begin"], a["end"]))]
        counts[label]["hit" if hits else "missed"] += 1
        if not hits:
            errors.append({"id": ident, "missed": label, "words": words})
        for key, value in (("negated", lambda a: a["negated"]), ("quoted", lambda a: a["quoted"] is not None), ("hypothetical", lambda a: a["hypothetical"])):
            if hits:
                attributes[key][(key in attrs, any(map(value, hits)))] += 1
    for a in said:
        right = any(label == a["label"] and span and overlap(span, (a["begin"], a["end"])) for label, span, _, _ in gold)
        counts[a["label"]]["right" if right else "wrong"] += 1
        if not right:
            errors.append({"id": ident, "wrong": a["label"], "words": a["text"], "rule": a["rule"], "near": record["text"][max(0, a["begin"] - 40) : a["end"] + 40]})


def prf(c):
    p = c["right"] / (c["right"] + c["wrong"]) if c["right"] + c["wrong"] else 0.0
    r = c["hit"] / (c["hit"] + c["missed"]) if c["hit"] + c["missed"] else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def print_tables(counts, attributes, kinds, verdicts):
    total = collections.Counter()
    print(f"{'label':28s} {'gold':>5s} {'said':>5s}      P      R     F1")
    for label, c in sorted(counts.items()):
        if c["hit"] + c["missed"]:
            total.update(c)
        print(f"{label:28s} {c['hit'] + c['missed']:5d} {c['right'] + c['wrong']:5d}  {'  '.join(f'{x:.3f}' for x in prf(c))}")
    print(f"{'all labels':28s} {total['hit'] + total['missed']:5d} {total['right'] + total['wrong']:5d}  {'  '.join(f'{x:.3f}' for x in prf(total))}")
    for key, c in attributes.items():
        tp, fp, fn = c[True, True], c[False, True], c[True, False]
        print(f"attribute {key:18s} {tp + fn:5d} {tp + fp:5d}  {tp / (tp + fp) if tp + fp else 0:.3f}  {tp / (tp + fn) if tp + fn else 0:.3f}")
    print(f"{'mismatches':28s} {kinds['hit'] + kinds['missed']:5d} {kinds['right'] + kinds['wrong']:5d}  {'  '.join(f'{x:.3f}' for x in prf(kinds))}")
    print(f"checklist verdicts that agree: {verdicts[True]} of {verdicts[True] + verdicts[False]}")
    return prf(total)[2], prf(kinds)


def score(articles, records, errors):
    """Counts over some articles: labels, attributes, mismatches, verdicts."""
    counts, attributes = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    kinds, verdicts = collections.Counter(), collections.Counter()
    for ident, clean, rows, judged in articles:
        record = records.get(ident, {"text": "", "annotations": []})
        if not record.get("text"):
            errors.append({"id": ident, "missed": "article", "words": str(record.get("rejected"))})
            record = {"text": "", "annotations": []}
        compare(ident, clean, rows, record, counts, attributes, errors)
        said = {m["kind"] for m in record.get("assessment", {}).get("mismatches", [])}
        for kind in said | set(judged["mismatches"]):
            kinds["hit" if kind in said else "missed"] += kind in judged["mismatches"]
            kinds["right" if kind in judged["mismatches"] else "wrong"] += kind in said
            if (kind in said) != (kind in judged["mismatches"]):
                errors.append({"id": ident, "mismatch": kind, "said": kind in said})
        for c in record.get("assessment", {}).get("criteria", []):
            verdicts[c["verdict"] == judged["criteria"][c["id"]]] += 1
    return counts, attributes, kinds, verdicts


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--bin", required=True)
    ask.add_argument("--errors")
    ask.add_argument("--least-f1", type=float, default=0.0)
    ask.add_argument("--least-held-f1", type=float, default=0.0)
    ask.add_argument("--least-mismatches", type=float, nargs=2, default=(0.0, 0.0), metavar=("P", "R"))
    args = ask.parse_args()
    records, errors, low = annotate(args.bin), [], []
    groups = {"own": (args.least_f1, []), "held": (args.least_held_f1, [])}
    for article in gold_articles():
        groups["held" if article[0].startswith("held/") else "own"][1].append(article)
    for name, (least, articles) in groups.items():
        print(f"{name}: {len(articles)} articles")
        f1, kinds = print_tables(*score(articles, records, errors))
        if name == "own" and (kinds[0] < args.least_mismatches[0] or kinds[1] < args.least_mismatches[1]):
            low.append(f"{name}: mismatches have precision {kinds[0]:.3f} and recall {kinds[1]:.3f}, and {args.least_mismatches} are the least that are held")
        if f1 < least:
            low.append(f"{name}: F1 over all labels is {f1:.3f}, and {least} is the least that is held")
    if args.errors:
        pathlib.Path(args.errors).write_text("".join(json.dumps(e, ensure_ascii=False) + "\n" for e in errors), "utf-8")
    if low:
        sys.exit("\n".join(low))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""The cases of seen.txt beside this script against a build. Python standard library only.    seen.py BIN"""
import json
import pathlib
import subprocess
import sys


def cases():
    for line in pathlib.Path(__file__).with_name("seen.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            head, marked = line.split(" | ", 1)
            sign, label, *wanted = head.split()
            begin = marked.find("[[")
            text = marked.replace("[[", "").replace("]]", "")
            yield sign, label, wanted, text, (begin, marked.find("]]") - 2) if begin >= 0 else (0, len(text))


def fits(finding, wanted):
    return all(finding["negated"] if w == "negated" else finding["attributes"].get(w.split("=")[0]) == w.split("=")[1] for w in wanted)


def main():
    rows = list(cases())
    lines = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, (_, _, _, text, _) in enumerate(rows))
    done = subprocess.run([sys.argv[1], "annotate", "-"], input=lines.encode(), capture_output=True, check=True)
    bad = []
    for (sign, label, wanted, text, (begin, end)), record in zip(rows, map(json.loads, done.stdout.decode().splitlines()), strict=True):
        here = [a for a in record["annotations"] if a["label"] == label and a["begin"] < end and begin < a["end"]]
        found = any(fits(a, wanted) for a in here) if sign == "+" else any(not a["negated"] for a in here)
        if found != (sign == "+"):
            bad.append(f"{sign} {label} {' '.join(wanted)} | {text}   found: {[(a['text'], a['attributes']) for a in here]}")
    print(f"{len(rows) - len(bad)} of {len(rows)} cases")
    sys.exit("\n".join(bad) if bad else 0)


if __name__ == "__main__":
    main()

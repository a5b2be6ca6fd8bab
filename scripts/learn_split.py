#!/usr/bin/env python3
"""Learns where articles start in a text that holds several, and writes pipeline/ingest/split_model.inc. Needs python3-sklearn (Debian).

    learn_split.py --program BUILD/tests/ingest/ingest_features --joined FILE --single FILE... [--half 0|1] [--figures TEXT] --out pipeline/ingest/split_model.inc

--program  tests/tools/ingest_features.cpp, built by `cmake --build BUILD --target ingest_features`
--joined   labelled files, {"text", "style", "articles": [{"bytes": [begin, end]}, …]} a line
--single   texts that hold one article, {"text"} or {"main"} a line; their blocks weigh 0.3. The shipped table: releases, stories, papers, then the main texts
           of the pages of learn_main_text.py (news, health, web)
--half     learn from this half only (every second text), to build the program with it and judge it, with the rules of split.cpp, on the other
--figures  what was measured so, for the table's head (may be several lines)

The model alone, learned from one half and judged on the other, is reported on the error stream and in the head. A text's first block always is a start and
is not learned. Files may be gzipped. The order of the texts decides the halves: the joined files first, then the singles as named.
"""
import argparse, datetime, pathlib, sys

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from learn_main_text import features, read_lines, write_table

FEATURES = 39            # kSplitFeatureCount of split_features.h
TREES, LEAVES = 60, 8
LIKELY, NEAREST = 0.45, 3  # kLikely and kNearest of split.cpp


def starts_of(row):
    """Bytes where the articles of a joined file start, white space passed over."""
    raw = row["text"].encode()
    return {begin + len(raw[begin:]) - len(raw[begin:].lstrip()) for begin in (a["bytes"][0] for a in row["articles"])}


def read_texts(program, joined, single):
    texts = [{"style": row["style"], "text": row["text"], "starts": starts_of(row), "weight": 1.0} for row in read_lines(joined)]
    for path in single:
        texts += [{"style": "page texts" if "main" in row else pathlib.Path(path).name.split(".")[0], "text": row["main"] if "main" in row else row["text"], "starts": {0},
                   "weight": 0.3} for row in read_lines(path)]
    said = features(program, "split", [{"id": str(i), "text": t["text"]} for i, t in enumerate(texts)])
    for text, page in zip(texts, said):
        text["x"] = np.array(page["features"], dtype=np.float32).reshape(-1, FEATURES)[1:]
        is_start = np.array([begin in text["starts"] for begin in page["begins"]], dtype=int)
        text["y"], text["reached"] = is_start[1:], is_start.sum() == len(text["starts"])
        text["blocks"] = len(page["begins"])
    return [t for t in texts if t["blocks"]]


def learn(texts):
    model = HistGradientBoostingClassifier(max_iter=TREES, max_leaf_nodes=LEAVES, learning_rate=0.1, min_samples_leaf=15, l2_regularization=5.0, random_state=0)
    weights = np.concatenate([np.full(len(t["y"]), t["weight"]) for t in texts])
    return model.fit(np.concatenate([t["x"] for t in texts]), np.concatenate([t["y"] for t in texts]), sample_weight=weights)


def pick(chance):
    """The likeliest blocks first, none near another: by_model of split.cpp."""
    out = set()
    for i in np.argsort(-chance, kind="stable"):
        if chance[i] < LIKELY:
            break
        if all(abs(i - other) > NEAREST for other in out):
            out.add(i)
    return out


def figures(texts):
    """F1 of article starts, the first of a text among them, and the share of texts with every start right."""
    right = said = gold = exact = 0
    for text in texts:
        mine, theirs = pick(text["chance"]), set(np.nonzero(text["y"])[0])
        right, said, gold = right + 1 + len(mine & theirs), said + 1 + len(mine), gold + len(text["starts"])
        exact += mine == theirs and text["reached"]
    return 2 * right / (said + gold), exact / len(texts)


def judge(texts):
    """The held-out figures of the model alone."""
    for half in (0, 1):
        model = learn(texts[half::2])
        for text in texts[1 - half::2]:
            text["chance"] = model.predict_proba(text["x"])[:, 1] if len(text["x"]) else np.array([])
    for style in sorted({t["style"] for t in texts}):
        print(f"{style:10s} F1 %.3f, exact %.3f" % figures([t for t in texts if t["style"] == style]), file=sys.stderr)
    joined, single = figures([t for t in texts if t["weight"] == 1]), figures([t for t in texts if t["weight"] < 1])
    said = f"F1 of article starts {joined[0]:.3f}, exact files {joined[1]:.2f}, single articles left whole {single[1]:.3f}"
    print(said, file=sys.stderr)
    return said.replace(" 0.", " .")


def head(made_of, alone, measured):
    return [
        "Where articles start in a text that holds several: boosted trees over the features of split_features.h.",
        *f"Learned {datetime.date.today():%Y-%m} from {made_of}.".splitlines(),
        "Made by: scripts/learn_split.py --program BUILD/tests/ingest/ingest_features --joined FILE --single FILE... --figures TEXT --out split_model.inc",
        f"Learned from one half of the texts and judged on the other, the model alone: {alone}.",
        *measured.splitlines(),
    ]


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--program", required=True)
    ask.add_argument("--joined", required=True)
    ask.add_argument("--single", required=True, nargs="+")
    ask.add_argument("--half", type=int, choices=(0, 1))
    ask.add_argument("--figures", default="")
    ask.add_argument("--out", required=True)
    args = ask.parse_args()
    texts = read_texts(args.program, args.joined, args.single)
    if args.half is not None:
        return write_table(args.out, "Split", [learn(texts[args.half::2])], [f"Half {args.half} only: to be measured, not to be shipped."])
    styles = [t["style"] for t in texts if t["weight"] < 1]
    singles = ", ".join(f"{styles.count(s)} {s}" for s in dict.fromkeys(styles))
    made_of = f"{len(texts) - len(styles)} labelled files of one to several articles and {len(styles)} texts that hold one\n({singles})"
    write_table(args.out, "Split", [learn(texts)], head(made_of, judge(texts), args.figures))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Learns the weights by which candidates are read in context: lexicons/en/models/{adjective,attribution,claim}.tsv. Standard library and LIBLINEAR
(Debian: liblinear-tools).

    cmake --build --preset release --target context_features
    scripts/learn_context.py adjective   --features build/release/tests/match/context_features --labels sentences.jsonl > lexicons/en/models/adjective.tsv
    scripts/learn_context.py attribution --features … --labels train.jsonl > lexicons/en/models/attribution.tsv
    scripts/learn_context.py claim       --features … --labels conclusions.jsonl releases.jsonl > lexicons/en/models/claim.tsv

The labels are one JSON object a line. adjective: {"text", "spans", "label": 0 | 1}; attribution: {"text", "attributions": [{"cue": spans}]}; claim: {"id", "text",
"label": 0 … 3}. Spans are in code points. Logistic regression with an L2 penalty; folds hold whole texts, and the seed is fixed. The head of the output gives
provenance, command and cross-validated figures (the figure of the task: accuracy and macro-F1, overlap F1, macro-F1). Cut points between yes and no are
chosen on the predictions of the folds; for the figures each fold's texts are cut by the point that is best on the other folds."""
import argparse
import collections
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
STRENGTHS = ("none", "correlational", "conditional-causal", "causal")
Case = collections.namedtuple("Case", "row begin end features label")


def code_points(text):
    """Byte offset in UTF-8 -> code point."""
    out, at = {0: 0}, 0
    for n, c in enumerate(text, 1):
        at += len(c.encode("utf-8"))
        out[at] = n
    return out


def ask_program(tool, rows):
    """The questions the program puts, a list a row."""
    lines = "".join(json.dumps({"id": str(i), "text": r["text"]}, ensure_ascii=False) + "\n" for i, r in enumerate(rows))
    done = subprocess.run([tool, str(ROOT / "lexicons")], input=lines.encode(), capture_output=True)
    if done.returncode != 0:
        sys.exit(done.stderr.decode(errors="replace"))
    return [json.loads(line)["questions"] for line in done.stdout.decode().splitlines()]


def overlaps(a, b):
    return a[0] < b[1] and b[0] < a[1]


def gold_spans(row):
    return [tuple(s) for a in row["attributions"] for s in a["cue"]] if "attributions" in row else [tuple(s) for s in row["spans"]]


def span_cases(task, rows, asked):
    """One case a candidate. An adjective that was not judged is no case."""
    for i, (row, questions) in enumerate(zip(rows, asked)):
        place, gold = code_points(row["text"]), gold_spans(row)
        for q in questions:
            span = tuple(place.get(b, -1) for b in q["about"][0][:2])
            hit = any(overlaps(span, g) for g in gold)
            if q["model"] == task and (task == "attribution" or hit):
                yield Case(i, *span, q["features"], int(row["label"]) if task == "adjective" else int(hit))


def claim_cases(rows, asked):
    for i, (row, questions) in enumerate(zip(rows, asked)):
        for q in questions:
            if q["model"] == "claim":
                yield Case(i, 0, 0, q["features"], int(row["label"]))


class Liblinear:
    """Trains and applies models on a fixed table of cases."""

    def __init__(self, cases, cost, least, balanced):
        count = collections.Counter(name for c in cases for name in c.features)
        self.names = sorted(n for n, k in count.items() if k >= least)
        self.index = {n: i for i, n in enumerate(self.names, 1)}
        self.cases, self.cost, self.balanced = cases, cost, balanced
        self.vectors = [sorted((self.index[n], v) for n, v in c.features.items() if n in self.index) for c in cases]

    def train(self, chosen):
        """Weights by class (one list for two classes, of the class 1) and feature; place 0 is the bias."""
        labels = collections.Counter(self.cases[i].label for i in chosen)
        extra = []
        if self.balanced:
            for label, n in labels.items():
                extra += [f"-w{label}", f"{len(chosen) / len(labels) / n:.6f}"]
        with tempfile.TemporaryDirectory() as folder:
            with open(f"{folder}/data", "w") as f:
                for i in chosen:
                    f.write(f"{self.cases[i].label} " + " ".join(f"{k}:{v:.5g}" for k, v in self.vectors[i]) + "\n")
            subprocess.run(["liblinear-train", "-s", "0", "-c", str(self.cost), "-e", "0.01", "-B", "1", "-q", *extra, f"{folder}/data", f"{folder}/model"], check=True)
            lines = open(f"{folder}/model").read().split("\n")
        order = [int(x) for x in next(x for x in lines if x.startswith("label")).split()[1:]]
        size = int(next(x for x in lines if x.startswith("nr_feature")).split()[1])
        table = [[float(x) for x in line.split()] for line in lines[lines.index("w") + 1 :] if line.strip()]
        if len(order) == 2:
            sign = 1 if order[0] == 1 else -1
            return [self.column([sign * r[0] for r in table], size)]
        return [self.column([r[order.index(c)] for r in table], size) for c in range(len(order))]

    def column(self, values, size):
        return [values[size]] + values[:size] + [0.0] * (len(self.names) - size)

    def scores(self, weights, i):
        return [w[0] + sum(w[k] * v for k, v in self.vectors[i]) for w in weights]


def probability(score):
    return 1 / (1 + math.exp(-score))


def folds_of(rows, task, count):
    """A fold for each row; sentences of one release stay together."""
    groups = [r["id"].rsplit("-", 2)[0] if task == "claim" and r["id"].count("-") >= 4 else r["id"] for r in rows]
    names = sorted(set(groups))
    random.Random(7).shuffle(names)
    fold = {name: i % count for i, name in enumerate(names)}
    return [fold[g] for g in groups]


def cross_validate(model, rows, task, count):
    """The scores of each case by weights learned from the other folds, and the fold of each row."""
    fold = folds_of(rows, task, count)
    out = [None] * len(model.cases)
    for k in range(count):
        weights = model.train([i for i, c in enumerate(model.cases) if fold[c.row] != k])
        for i, c in enumerate(model.cases):
            if fold[c.row] == k:
                out[i] = model.scores(weights, i)
    return out, fold


def f1(tp, said, gold):
    return 2 * tp / (said + gold) if said + gold else 0.0


def macro_f1(gold, said):
    return sum(f1(sum(g == s == c for g, s in zip(gold, said)), said.count(c), gold.count(c)) for c in sorted(set(gold))) / len(set(gold))


def adjective_figures(rows, cases, scores, cuts):
    """`cuts`: of each row."""
    said = [0] * len(rows)
    for c, s in zip(cases, scores):
        said[c.row] |= probability(s[0]) >= cuts[c.row]
    gold = [int(r["label"]) for r in rows]
    return {"accuracy": sum(g == s for g, s in zip(gold, said)) / len(gold), "macro-F1": macro_f1(gold, said)}


def attribution_figures(rows, cases, scores, cuts):
    kept = collections.defaultdict(list)
    for c, s in zip(cases, scores):
        if probability(s[0]) >= cuts[c.row]:
            kept[c.row].append((c.begin, c.end, c.label))
    said, right = sum(map(len, kept.values())), sum(x[2] for v in kept.values() for x in v)
    gold = [(i, g) for i, r in enumerate(rows) for g in gold_spans(r)]
    hit = sum(any(overlaps(x, g) for x in kept[i]) for i, g in gold)
    p, r = right / max(said, 1), hit / len(gold)
    return {"overlap F1": 2 * p * r / (p + r) if p + r else 0.0, "precision": p, "recall": r}


def claim_figures(rows, cases, scores, _cuts):
    said = [0] * len(rows)
    for c, s in zip(cases, scores):
        said[c.row] = max(said[c.row], s.index(max(s)))
    return {"macro-F1": macro_f1([int(r["label"]) for r in rows], said)}


def best_cut(task, rows, cases, scores, chosen):
    """The cut point that is best on some rows: by the task's first figure, for adjectives by the sum of both."""
    figures, cuts = TASKS[task][0], TASKS[task][5]
    place = {row: i for i, row in enumerate(chosen)}
    part = [i for i, c in enumerate(cases) if c.row in place]
    moved, some = [cases[i]._replace(row=place[cases[i].row]) for i in part], [scores[i] for i in part]
    value = lambda cut: sum(list(figures([rows[i] for i in chosen], moved, some, [cut] * len(chosen)).values())[: 2 if task == "adjective" else 1])
    return max(cuts, key=value)


TASKS = {  # figures, cost, least uses of a feature, weights by class frequency, folds, cut points tried
    "adjective": (adjective_figures, 0.5, 1, False, 10, [x / 100 for x in range(40, 71, 2)]),
    "attribution": (attribution_figures, 0.2, 3, False, 5, [x / 100 for x in range(30, 61, 2)]),
    "claim": (claim_figures, 0.2, 1, True, 5, [0.5])}
LEAST_WEIGHT = {"adjective": 0.004, "attribution": 0.08, "claim": 0.05}
KNOWN_FROM = {"adjective": 1, "attribution": 2}  # candidates of a word from which its model decides on it


def write(task, model, weights, cut, head):
    for line in head:
        print(f"# {line}")
    print("\t".join(["feature"] + (list(STRENGTHS) if task == "claim" else ["weight"])))
    if task != "claim":
        print(f"@threshold\t{cut:g}")
    print("\t".join(["bias"] + [f"{w[0]:.3f}" for w in weights]))
    word = "t=" if task == "adjective" else "w="
    uses = collections.Counter(n for c in model.cases for n in c.features if n.startswith(word))
    for i, name in enumerate(model.names, 1):
        decides = task != "claim" and name.startswith(word) and uses[name] >= KNOWN_FROM[task]
        if decides or any(abs(w[i]) >= LEAST_WEIGHT[task] for w in weights):
            print("\t".join([name] + [f"{w[i]:.3f}".rstrip("0").rstrip(".") for w in weights]))


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("task", choices=TASKS)
    ask.add_argument("--features", required=True)
    ask.add_argument("--labels", required=True, nargs="+")
    args = ask.parse_args()
    figures, cost, least, balanced, folds, _ = TASKS[args.task]
    sets = [[json.loads(line) for line in open(path, encoding="utf-8")] for path in args.labels]
    rows = [r for s in sets for r in s]
    asked = ask_program(args.features, rows)
    cases = list(claim_cases(rows, asked) if args.task == "claim" else span_cases(args.task, rows, asked))
    model = Liblinear(cases, cost, least, balanced)
    scores, fold = cross_validate(model, rows, args.task, folds)
    cut = best_cut(args.task, rows, cases, scores, range(len(rows)))
    nested = [best_cut(args.task, rows, cases, scores, [i for i in range(len(rows)) if fold[i] != k]) for k in range(folds)]
    head = [f"Weights of the {args.task} model, learned by scripts/learn_context.py {args.task} with LIBLINEAR (-s 0 -c {cost}) from {len(rows)} labelled texts.",
            f"Figures by {folds}-fold cross-validation with the text as the unit; what the lexicons find is part of them, what they miss counts against them:"]
    begin = 0
    for path, s in zip(args.labels, sets):
        part = [i for i, c in enumerate(cases) if begin <= c.row < begin + len(s)]
        moved = [cases[i]._replace(row=cases[i].row - begin) for i in part]
        head.append(f"  {pathlib.Path(path).stem}: " + ", ".join(f"{k} {v:.3f}" for k, v in figures(s, moved, [scores[i] for i in part], [nested[k] for k in fold[begin : begin + len(s)]]).items()))
        begin += len(s)
    print("\n".join(head), file=sys.stderr)
    write(args.task, model, model.train(range(len(cases))), cut, head)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Learns lexicons/strength.tsv: how strongly a sentence claims, for comparing an article with the paper it cites. Standard library and LIBLINEAR (Debian:
liblinear-tools).

    cmake --build --preset release --target strength_features
    scripts/learn_strength.py --features build/release/tests/assess/strength_features --coded statement_strength.jsonl \\
        --labels conclusions.jsonl releases.jsonl --pairs exaggeration_pairs.jsonl > lexicons/strength.tsv

Labels are one JSON object a line, {"id", "text", "label"}: 0 … 3 (none, correlational, conditional-causal, causal), coded ones 0 … 6 (halved here: 0 and 1, 2 and 3,
4 and 5, 6). Coded statements of one paper (its release, its news, its abstract) make pairs: on these, in folds by paper, the factors of the comparison are
chosen (kDownplays and kExaggerates in pipeline/assess/comparison.cpp). --pairs, {"text", "abstract", "label"}, are held out: the papers they are from are
left out of everything that is learned."""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
CLASSES = ("none", "correlational", "conditional-causal", "causal")
HALVED = (0, 0, 1, 1, 2, 2, 3)
ANSWERS = ("downplays", "same", "exaggerates")
PAPER = re.compile(r"(\d\d-\d\d-\d+|\d\d-\d\d-\d\d-\d+(?:-\d+)?|\d\d-\d+) ?(?:-\d+-(?:MS|Title)_Code)?$")
COST, LEAST, TIMES, FOLDS = 0.1, 2, 4, 4


def read(path):
    return [json.loads(line) for line in pathlib.Path(path).read_text("utf-8").splitlines() if line.strip()]


def paper_of(row):
    """The paper a coded statement is about, as its id names it."""
    return re.sub(r"^.*?_(?:data|train|test)-|^insciout_\w+-\d+-", "", re.sub(r" ?-\d+-(?:MS|Title)_Code$", "", re.sub(r"^insciout_\w+?-\d+-", "", row["id"])))


def ask_program(tool, texts):
    """For each text the features of its sentences."""
    lines = "".join(json.dumps({"id": "r", "text": t}, ensure_ascii=False) + "\n" for t in texts)
    done = subprocess.run([tool, str(ROOT / "lexicons")], input=lines.encode(), capture_output=True)
    if done.returncode != 0:
        sys.exit(done.stderr.decode(errors="replace"))
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def together(sentences):
    out = collections.Counter()
    for features in sentences:
        out.update(features)
    return out


def train(cases):
    """{feature: a weight a class}, with "bias", of (features, class)."""
    count = collections.Counter(name for features, _ in cases for name in features)
    names = sorted(n for n, k in count.items() if k >= LEAST)
    index = {n: i for i, n in enumerate(names, 1)}
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/data", "w") as f:
            for features, label in cases:
                f.write(f"{label} " + " ".join(f"{k}:{v:.5g}" for k, v in sorted((index[n], v) for n, v in features.items() if n in index)) + "\n")
        subprocess.run(["liblinear-train", "-s", "0", "-c", str(COST), "-e", "0.01", "-B", "1", "-q", f"{folder}/data", f"{folder}/model"], check=True)
        lines = open(f"{folder}/model").read().split("\n")
    order = [int(x) for x in next(x for x in lines if x.startswith("label")).split()[1:]]
    rows = [[float(x) for x in line.split()] for line in lines[lines.index("w") + 1 :] if line.strip()]
    return {name: [row[order.index(c)] for c in range(4)] for name, row in zip([*names, "bias"], rows)}


def chances(model, features):
    """As StrengthModel::read."""
    import math

    scores = list(model["bias"])
    for name, value in features.items():
        for c, w in enumerate(model.get(name, ())):
            scores[c] += w * value
    chance = [1 / (1 + math.exp(-s)) for s in scores]
    return [c / sum(chance) for c in chance]


def strongest(model, sentences):
    """The chances of the sentence of the highest expected strength."""
    return max((chances(model, s) for s in sentences), key=lambda p: sum(k * c for k, c in enumerate(p)), default=[1, 0, 0, 0])


def joint(text, abstract):
    """Chances that the text claims less than, as much as, more than the abstract."""
    out = [0.0, 0.0, 0.0]
    for i, p in enumerate(text):
        for k, q in enumerate(abstract):
            out[1 + (i > k) - (i < k)] += p * q
    return out


def answer(chance, factors):
    scaled = [chance[0] * factors[0], chance[1], chance[2] * factors[1]]
    return ANSWERS[scaled.index(max(scaled))]


def macro_f1(gold, said):
    f = [2 * sum(g == s == c for g, s in zip(gold, said)) / max(1, gold.count(c) + said.count(c)) for c in ANSWERS]
    return sum(f) / 3


def pairs_of(rows):
    """(paper, index of the statement told, index of the abstract's, answer): main statements of releases and news beside the abstract's."""
    by_paper = collections.defaultdict(lambda: collections.defaultdict(list))
    for i, row in enumerate(rows):
        if row["where"] == "MS":
            by_paper[paper_of(row)][row["source"]].append(i)
    for paper, sources in sorted(by_paper.items()):
        for abstract in sources["ja"][:1]:
            for told in sources["pr"][:3] + sources["news"][:3]:
                d = HALVED[int(rows[told]["label"])] - HALVED[int(rows[abstract]["label"])]
                yield paper, told, abstract, ANSWERS[1 + (d > 0) - (d < 0)]


def choose(gold, chance):
    grid = [x / 20 for x in range(6, 31)]
    return max((macro_f1(gold, [answer(c, (d, e)) for c in chance]), d, e) for d in grid for e in grid)


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--features", required=True)
    ask.add_argument("--coded", required=True)
    ask.add_argument("--labels", required=True, nargs="+")
    ask.add_argument("--pairs", required=True)
    args = ask.parse_args()
    held = read(args.pairs)
    held_papers = {paper_of(r) for r in held}
    coded = [r for r in read(args.coded) if paper_of(r) not in held_papers]
    others = [r for path in args.labels for r in read(path)]
    seen = ask_program(args.features, [r["text"] for r in coded])
    cases = [(together(s), HALVED[int(r["label"])]) for s, r in zip(seen, coded)]
    more = [(together(s), int(r["label"])) for s, r in zip(ask_program(args.features, [r["text"] for r in others]), others)]
    papers = sorted({paper_of(r) for r in coded})
    random.Random(7).shuffle(papers)
    fold = {paper: i % FOLDS for i, paper in enumerate(papers)}
    gold, chance = [], []
    for k in range(FOLDS):
        model = train([c for c, r in zip(cases, coded) if fold[paper_of(r)] != k] * TIMES + more)
        for paper, told, abstract, right in pairs_of(coded):
            if fold[paper] == k:
                gold.append(right), chance.append(joint(strongest(model, seen[told]), strongest(model, seen[abstract])))
    score, down, up = choose(gold, chance)
    model = train(cases * TIMES + more)
    texts, abstracts = (ask_program(args.features, [r[key] for r in held]) for key in ("text", "abstract"))
    on_held = [joint(strongest(model, t), strongest(model, a)) for t, a in zip(texts, abstracts)]
    said = [answer(c, (down, up)) for c in on_held]
    right = [r["label"] for r in held]
    for cut in (0.4, 0.5, 0.6, 0.7):
        a, b = [(g, c) for g, c in zip(gold, chance) if c[2] >= cut], [(g, c) for g, c in zip(right, on_held) if c[2] >= cut]
        print(f"P(exaggerates) >= {cut}: dev {sum(g == 'exaggerates' for g, _ in a)}/{len(a)} held {sum(g == 'exaggerates' for g, _ in b)}/{len(b)}", file=sys.stderr)
    print(collections.Counter(zip(right, said)), file=sys.stderr)
    print(f"# How strongly a sentence claims: weights over what was found in it, learned by scripts/learn_strength.py with LIBLINEAR (-s 0 -c {COST}) from")
    print(f"# {len(cases)} statements of releases, news and abstracts, and {len(more)} sentences of conclusions and releases.")
    print(f"# Comparing a text with its abstract (exaggerates, same, downplays), macro-F1: {score:.3f} on {len(gold)} pairs in folds by paper, where the factors")
    print(f"# {down:.2f} (downplays) and {up:.2f} (exaggerates) were chosen; {macro_f1(right, said):.3f} on {len(held)} pairs of papers held out of all of it.")
    print("feature\t" + "\t".join(CLASSES))
    for name in ["bias"] + sorted(n for n in model if n != "bias"):
        print(name + "\t" + "\t".join(f"{w:.3f}" for w in model[name]))


if __name__ == "__main__":
    main()

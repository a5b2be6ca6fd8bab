#!/usr/bin/env python3
"""Learns which blocks of a page are the article's own text, and writes main_text.inc. Needs python3-sklearn (Debian).

    learn_main_text.py --program BUILD/tests/ingest/ingest_features --pages DIR --out pipeline/ingest/html

--program  tests/tools/ingest_features.cpp, built by `cmake --build BUILD --target ingest_features`
--pages    folder of news.jsonl.gz, health.jsonl.gz and web.jsonl.gz: {"id", "html", "main"} a line, `main` being the labelled main text

A block counts as main text where at least half of its four-word shingles stand in the labelled text, what a page says twice as often as the label
has it; a shorter block where it stands there beside the words next to it. Boosted trees over the features of html/features.h; the mean of several
models, each of which learned from other pages and blocks, since one alone changes with small things (a second look, with what the first said of the
blocks around, gained nothing where a fifth of the pages was held back). Each fifth of the pages (hardly two of them are of one site) is judged by what the other four taught; the figures go to the error stream and into the
table's head. The table itself is learned from all pages. Blocks that weigh little are drawn by their weight, which keeps learning to minutes.
"""
import argparse, collections, datetime, gzip, json, pathlib, re, subprocess, sys

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

SETS = ("news", "health", "web")
FEATURES = 85                           # kFeatureCount of html/features.h
TREES, LEAVES = 70, 12                  # trees of each model, leaves of each tree
MODELS, SHARE = 2, 0.85                 # models, and the share of the pages that each learns from
FOLDS = 5                               # folds that are judged
ROWS = 45000                            # blocks that are learned from, about
MAIN = 0.5                              # kMain of html/extract.cpp


# --- the table of a model, also for learn_split.py ---

def number(value):
    text = f"{value:.6g}"
    return ("1e30" if "inf" in text else text if "." in text or "e" in text else text + ".0") + "F"


def nodes_of(models):
    """(feature, steps to the right child, threshold) of all trees, a left child next to its parent; leaves are (-1, 0, value). And where trees start."""
    rows, roots = [], []

    def walk(nodes, i):
        node = nodes[i]
        if node["is_leaf"]:
            rows.append((-1, 0, float(node["value"]) / len(models)))
            return
        at = len(rows)
        rows.append(None)
        walk(nodes, node["left"])
        rows[at] = (int(node["feature_idx"]), len(rows) - at, float(node["num_threshold"]))
        walk(nodes, node["right"])

    for model in models:
        for (tree,) in model._predictors:
            roots.append(len(rows))
            walk(tree.nodes, 0)
    return rows, roots


def write_table(path, name, models, head):
    """Writes the mean of the models as pipeline/ingest/trees.h reads it."""
    rows, roots = nodes_of(models)
    base = sum(float(np.ravel(model._baseline_prediction)[0]) for model in models) / len(models)
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(f"// {line}\n" for line in head)
        out.write(f"constexpr float k{name}Base = {number(base)};\n")
        out.write(f"constexpr std::uint32_t k{name}Roots[] = {{\n")
        for i in range(0, len(roots), 20):
            out.write("    " + ", ".join(map(str, roots[i:i + 20])) + ",\n")
        out.write(f"}};\nconstexpr TreeNode k{name}Nodes[] = {{\n")
        line = "   "
        for feature, right, value in rows:
            cell = f" {{{feature}, {right}, {number(value)}}},"
            if len(line) + len(cell) > 158:
                out.write(line + "\n")
                line = "   "
            line += cell
        out.write(line + "\n}};\n".replace("}}", "}"))


def read_lines(path):
    path = pathlib.Path(path)
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def features(program, what, records):
    """What ingest_features says of each record, in their order."""
    asked = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    done = subprocess.run([program, what], input=asked.encode(), capture_output=True, check=True)
    out = [json.loads(line) for line in done.stdout.decode().split("\n") if line]
    assert [o["id"] for o in out] == [r["id"] for r in records]
    return out


# --- labels and figures ---

def words(text):
    return re.findall(r"\w+", text or "")


def shingles(of):
    return [tuple(of[i:i + 4]) for i in range(len(of) - 3)]


def whole_blocks(blocks, gold):
    """Which longer blocks are main text. What a page says twice counts as often as the label has it: first where most of the blocks around count."""
    mine = [shingles(block) for block in blocks]
    left, known = collections.Counter(shingles(gold)), set(shingles(gold))
    held = np.array([sum(s in known for s in own) for own in mine], dtype=float)
    around = np.convolve(np.concatenate([np.zeros(5), held, np.zeros(5)]), np.ones(11), "valid")
    out = [False] * len(blocks)
    for j in sorted(range(len(blocks)), key=lambda j: (-around[j], j)):
        own = collections.Counter(mine[j])
        taken = own & left
        if mine[j] and sum(taken.values()) / len(mine[j]) >= 0.5:
            out[j] = True
            left -= taken
    return out


def labels(blocks, gold):
    """Which blocks are main text; blocks and gold as lists of words."""
    running = f" {' '.join(gold)} "
    stands = lambda phrase: f" {' '.join(phrase)} " in running
    whole, out = whole_blocks(blocks, gold), []
    for j, block in enumerate(blocks):
        if len(block) >= 4:
            out.append(whole[j])
        else:
            after = next((b for b in blocks[j + 1:] if b), [])
            before = next((b for b in reversed(blocks[:j]) if b), [])
            out.append(bool(block and (after and stands(block + after[:3]) or before and stands(before[-3:] + block))))
    return np.array(out, dtype=int)


def figures(pages, key):
    """F1, precision and recall of four-word shingles, every page's counts made to sum to one."""
    right = false = missed = 0
    for page in pages:
        said = collections.Counter(shingles(words("\n".join(b for b, chance in zip(page["blocks"], page[key]) if chance >= MAIN))))
        gold = collections.Counter(shingles(page["gold"]))
        a, b, c = sum((said & gold).values()), sum((said - gold).values()), sum((gold - said).values())
        if a + b + c:
            right, false, missed = right + a / (a + b + c), false + b / (a + b + c), missed + c / (a + b + c)
    p, r = right / (right + false), right / (right + missed)
    return 2 * p * r / (p + r), p, r


def report(title, pages, key):
    by = {s: figures([p for p in pages if p["set"] == s], key) for s in SETS}
    print(title, *(f"{s} {f:.3f} (precision {p:.3f}, recall {r:.3f})" for s, (f, p, r) in by.items()), sep="  ", file=sys.stderr, flush=True)
    return ", ".join(f"{s} {f:.3f}".replace("0.", ".") for s, (f, _, _) in by.items())


# --- learning ---

def read_pages(program, folder):
    pages, bare = [], 0
    for name in SETS:
        records = read_lines(pathlib.Path(folder) / f"{name}.jsonl.gz")
        said = features(program, "main-text", [{"id": r["id"], "html": r["html"]} for r in records])
        for i, (record, page) in enumerate(zip(records, said)):
            if not page["features"]:
                bare += 1
                continue
            counted, gold = [words(b) for b in page["blocks"]], words(record["main"])
            y, size = labels(counted, gold), np.array([len(b) for b in counted], dtype=float)
            # A page weighs about one, its main text more than the rest, a block by its words.
            weight = np.minimum((size + 2) / (size[y == 1].sum() + 0.3 * size[y == 0].sum() + 30), 0.2)
            x = np.array(page["features"], dtype=np.float32)
            assert x.shape[1] == FEATURES
            pages.append({"set": name, "i": i, "blocks": page["blocks"], "gold": gold, "x": x, "y": y, "w": weight})
    return pages, bare


def heaviest(pages):
    """The weight from which on every block is learned from, so that about ROWS are."""
    weights, low, high = np.concatenate([p["w"] for p in pages]), 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if np.minimum(1, weights / middle).sum() > ROWS else (low, middle)
    return high


def fit(pages, seed):
    """A model of a share of the pages; light blocks are drawn seldom, with as much more weight."""
    chance = np.random.RandomState(seed)
    some = [p for p in pages if chance.rand() < SHARE]
    full = heaviest(some)
    drawn = [chance.rand(len(p["w"])) < p["w"] / full for p in some]
    picked = lambda values: np.concatenate([v[d] for v, d in zip(values, drawn)])
    model = HistGradientBoostingClassifier(
        max_iter=TREES, max_leaf_nodes=LEAVES, learning_rate=0.1, min_samples_leaf=20, l2_regularization=5.0, max_bins=64, random_state=0)
    weights = picked([np.maximum(p["w"], full) for p in some])
    return model.fit(picked([p["x"] for p in some]), picked([p["y"] for p in some]), sample_weight=weights * 1000)


def learn(pages):
    return [fit(pages, seed) for seed in range(MODELS)]


def chances(models, x):
    return 1 / (1 + np.exp(-np.mean([np.ravel(model.decision_function(x)) for model in models], axis=0)))


def judge(pages):
    """The held-out figures."""
    for fold in range(FOLDS):
        models = learn([p for p in pages if p["i"] % FOLDS != fold])
        for page in pages:
            if page["i"] % FOLDS == fold:
                page["said"] = chances(models, page["x"])
    return report(f"each of {FOLDS} held back", pages, "said")


def head(counts, bare, held):
    return [
        "Which blocks of a page are the article's own text: boosted trees over the features of features.h.",
        f"Learned {datetime.date.today():%Y-%m} from {sum(counts.values())} labelled pages "
        f"({counts['news']} news, {counts['health']} health, {counts['web']} other); {bare} without blocks left out, of the figures too.",
        "Made by: scripts/learn_main_text.py --program BUILD/tests/ingest/ingest_features --pages DIR --out pipeline/ingest/html",
        f"Each fifth of the pages judged by what the others taught, F1 of four-word shingles: {held}.",
    ]


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--program", required=True)
    ask.add_argument("--pages", required=True)
    ask.add_argument("--out", required=True, type=pathlib.Path)
    args = ask.parse_args()
    pages, bare = read_pages(args.program, args.pages)
    said = head(collections.Counter(p["set"] for p in pages), bare, judge(pages))
    write_table(args.out / "main_text.inc", "MainText", learn(pages), said)


if __name__ == "__main__":
    main()

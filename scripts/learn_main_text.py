#!/usr/bin/env python3
"""Learns which blocks of a page are the article's own text, and writes main_text_first.inc and main_text_second.inc. Needs python3-sklearn (Debian).

    learn_main_text.py --program BUILD/tests/ingest/ingest_features --pages DIR --out pipeline/ingest/html

--program  tests/tools/ingest_features.cpp, built by `cmake --build BUILD --target ingest_features`
--pages    folder of news.jsonl.gz, health.jsonl.gz and web.jsonl.gz: {"id", "html", "main"} a line, `main` being the labelled main text

A block counts as main text where at least half of its four-word shingles stand in the labelled text; a shorter block where it stands there beside
the words next to it. Two looks of boosted trees: the first over the features of html/features.h, the second over these and what the first said of the
blocks around (for that, the first look's word on a page comes from trees that had not seen it). First each half of the pages (every second one)
judges what the other taught; the figures go to the error stream and into the tables' heads. The tables themselves are learned from all pages.
"""
import argparse, collections, datetime, gzip, json, pathlib, re, subprocess, sys

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

SETS = ("news", "health", "web")
FEATURES = 145                          # kFeatureCount of html/features.h
FIRST, SECOND, LEAVES = 100, 80, 12     # trees of each look, leaves of each tree
INNER = 4                               # folds of the first look within the learning pages
MAIN = 0.5                              # kMain of html/extract.cpp


# --- the table of a model, also for learn_split.py ---

def number(value):
    text = f"{value:.6g}"
    return ("1e30" if "inf" in text else text if "." in text or "e" in text else text + ".0") + "F"


def nodes_of(model):
    """(feature, steps to the right child, threshold) of all trees, a left child next to its parent; leaves are (-1, 0, value). And where trees start."""
    rows, roots = [], []

    def walk(nodes, i):
        node = nodes[i]
        if node["is_leaf"]:
            rows.append((-1, 0, float(node["value"])))
            return
        at = len(rows)
        rows.append(None)
        walk(nodes, node["left"])
        rows[at] = (int(node["feature_idx"]), len(rows) - at, float(node["num_threshold"]))
        walk(nodes, node["right"])

    for (tree,) in model._predictors:
        roots.append(len(rows))
        walk(tree.nodes, 0)
    return rows, roots


def write_table(path, name, model, head):
    """Writes the model as pipeline/ingest/trees.h reads it."""
    rows, roots = nodes_of(model)
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(f"// {line}\n" for line in head)
        out.write(f"constexpr float k{name}Base = {number(float(np.ravel(model._baseline_prediction)[0]))};\n")
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
        out.write(line + "\n};\n")


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


def labels(blocks, gold):
    """Which blocks are main text; blocks and gold as lists of words."""
    known, running = set(shingles(gold)), f" {' '.join(gold)} "
    stands = lambda phrase: f" {' '.join(phrase)} " in running
    out = []
    for j, block in enumerate(blocks):
        if len(block) >= 4:
            mine = shingles(block)
            out.append(sum(s in known for s in mine) / len(mine) >= 0.5)
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
            x = np.array(page["features"], dtype=np.float32)[:, :FEATURES]
            pages.append({"set": name, "i": i, "blocks": page["blocks"], "gold": gold, "nodes": np.array(page["nodes"]), "x": x, "y": y, "w": weight})
    return pages, bare


def with_context(page, chance):
    """The features and what the first look said around: class Context of html/extract.cpp."""
    n, size = len(chance), page["x"][:, 0].astype(float) + 1
    padded = np.concatenate([[-1] * 4, chance, [-1] * 4])
    columns = [chance] + [padded[4 + d:4 + d + n] for d in (-4, -3, -2, -1, 1, 2, 3, 4)]
    sums, sizes = np.concatenate([[0], np.cumsum(chance * size)]), np.concatenate([[0], np.cumsum(size)])
    total = sums[-1] + 1e-6
    columns += [sums[:-1] / total, (total - sums[1:]) / total]
    for reach in (5, 15):
        low, high = np.maximum(np.arange(n) - reach, 0), np.minimum(np.arange(n) + reach + 1, n)
        columns.append((sums[high] - sums[low]) / (sizes[high] - sizes[low]))
    for element in (page["nodes"][:, 0], page["nodes"][:, 1]):
        sums_in, sizes_in = collections.Counter(), collections.Counter()
        for node, c, s in zip(element, chance, size):
            sums_in[node] += c * s
            sizes_in[node] += s
        columns.append(np.array([sums_in[node] / sizes_in[node] for node in element]))
    return np.column_stack([page["x"]] + columns).astype(np.float32)


def fit(xs, pages, trees):
    model = HistGradientBoostingClassifier(max_iter=trees, max_leaf_nodes=LEAVES, learning_rate=0.1, min_samples_leaf=40, l2_regularization=5.0, random_state=0)
    weights = np.concatenate([p["w"] for p in pages]) * 1000
    return model.fit(np.concatenate(xs), np.concatenate([p["y"] for p in pages]), sample_weight=weights)


def chances(model, x):
    return model.predict_proba(x)[:, 1]


def learn(pages):
    unseen = [None] * len(pages)
    for fold in range(INNER):
        rest = [p for i, p in enumerate(pages) if i % INNER != fold]
        model = fit([p["x"] for p in rest], rest, FIRST)
        for i in range(fold, len(pages), INNER):
            unseen[i] = chances(model, pages[i]["x"])
    first = fit([p["x"] for p in pages], pages, FIRST)
    return first, fit([with_context(p, c) for p, c in zip(pages, unseen)], pages, SECOND)


def judge(pages):
    """The held-out figures of the first look and of both."""
    for half in (0, 1):
        first, second = learn([p for p in pages if p["i"] % 2 == half])
        for page in pages:
            if page["i"] % 2 != half:
                page["first"] = chances(first, page["x"])
                page["both"] = chances(second, with_context(page, page["first"]))
    return report("first look", pages, "first"), report("both looks", pages, "both")


def heads(counts, bare, alone, both):
    made = [
        f"Learned {datetime.date.today():%Y-%m} from {sum(counts.values())} labelled pages "
        f"({counts['news']} news, {counts['health']} health, {counts['web']} other); {bare} without blocks left out, of the figures too.",
        "Made by: scripts/learn_main_text.py --program BUILD/tests/ingest/ingest_features --pages DIR --out pipeline/ingest/html",
        f"Learned from one half of the pages and judged on the other, F1 of four-word shingles: {both};",
        f"the first look alone: {alone}.",
    ]
    what = "Which blocks of a page are the article's own text: boosted trees over the features of features.h"
    return [what + " (first look).", *made], [what + " and what the first look said of the blocks around.", *made]


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--program", required=True)
    ask.add_argument("--pages", required=True)
    ask.add_argument("--out", required=True, type=pathlib.Path)
    args = ask.parse_args()
    pages, bare = read_pages(args.program, args.pages)
    head_first, head_second = heads(collections.Counter(p["set"] for p in pages), bare, *judge(pages))
    first, second = learn(pages)
    write_table(args.out / "main_text_first.inc", "First", first, head_first)
    write_table(args.out / "main_text_second.inc", "Second", second, head_second)


if __name__ == "__main__":
    main()

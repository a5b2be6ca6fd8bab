#!/usr/bin/env python3
"""Learns lexicons/criteria.tsv: for each review criterion a logistic model of whether experts call it satisfied. Needs python3-numpy (Debian).

    scripts/learn_criteria.py --bin build/release/hypeline --labels releases.jsonl --stories stories.jsonl --ratings lexicons/ratings.tsv > lexicons/criteria.tsv

The labels are one JSON object a line: {"id", "text", "title"?, "label": {criterion: 1 | 0 | null}}. The candidates below are the features the models choose
their weights over: groups of words and labels of findings, written down from the criteria's definitions. A criterion's own features come first; those of the
other criteria and SHARED ones are held down ten times as hard. A feature's value is ln(1 + rate), the rate a count per 1,000 scored words, at most 20
(pipeline/assess/criteria_model.h): length is no feature. One feature of all is the score of a model of words, learned from other texts, the stories
({"id", "text", "title"?, "rating": 0 … 5}): their ratings, what length alone explains of them taken out; it is written to --ratings. All figures are nested: in
each of ten outer folds the calibration and the thresholds are chosen within the other nine (inner five folds), three times over with other folds; the
penalty is one for all, since choosing it on some 270 rows costs more than it gains; the weights written are learned from all rows the same way. --check compares the probabilities of --bin, run with the table just learned, with those computed here."""
import argparse
import collections
import json
import math
import pathlib
import re
import subprocess
import sys

import numpy as np

KEYS = {  # key in the labels -> criterion
    "cost": "cost", "benefits": "benefits", "harms": "harms", "evidence_quality": "evidence", "no_disease_mongering": "disease-mongering",
    "funding_coi": "independence", "alternatives": "alternatives", "availability": "availability", "novelty": "novelty", "no_sensational_language": "language"}
FEATURES = {
    "cost": ["words:cost*|price*|expens*|afford*|insur*|cheap*|inexpensive|fee|fees", "words:$ #|# dollars", "label:cost.mention",
             "words:insur*|reimburs*|medicare|medicaid|copay*"],
    "benefits": ["words:# %|# percent|# per cent", "words:compared|versus|vs|placebo", "label:evidence.relative", "label:evidence.quantity kind=count",
                 "label:evidence.quantity", "words:percent|average|mean|median|rate|rates", "words:# point*|# months|# days|# weeks|# years|# pounds|# kg|# mm*"],
    "harms": ["words:side effect*|adverse|complication*|toxicit*|toxic|tolerat*|harm*|nausea|vomit*|bleed*|diarrh*|rash|fatigue",
              "words:side effect*|adverse event*|adverse effect*|adverse reaction*", "words:safe*", "words:serious|severe|mild|moderate",
              "words:common|most common|discontinu*|death*", "label:harm.mention"],
    "evidence": ["words:randomi*|placebo|double blind|controlled trial|control group",
                 "words:# patients|# participants|# people|# women|# men|# adults|# children|# subjects|# volunteers",
                 "words:more research|further research|further stud*|larger|needed", "words:follow*|year|years|months", "words:limitation*|caution*|preliminary|observational",
                 "words:breakthrough*|revolution*|novel|promising|exciting", "label:evidence.limitation", "label:evidence.design"],
    "disease-mongering": ["words:million*|billion*", "words:epidemic|deadly|devastat*|debilitat*|suffer*|killer|fatal|leading cause|crisis", "words:death*|die|dies|mortal*",
                          "words:common|affect*|symptom*|disorder|syndrome", "label:severity.inflation"],
    "independence": ["words:fund*|grant*|support* by|sponsor*", "words:national institute*|nih|foundation|national cancer|department of|council",
                     "words:conflict*|disclos*|competing|consult*|financial", "words:grant|grants|award", "label:source.interest kind=funding",
                     "label:source.interest kind=own-company", "label:source.independent"],
    "alternatives": ["words:compar*|versus|vs|than", "words:standard|existing|current*|alternative*|conventional|traditional*|usual",
                     "words:other treat*|other therap*|other drug*|other method*|option*|instead|rather", "label:alternative.mention"],
    "availability": ["words:fda|approv*|food and drug|licens*", "words:available|availab*|market*|commercial*|widely|access*", "words:prescri*|generic|device|over the counter",
                     "label:regulatory.status", "words:diet*|food*|exercise|eat*|supplement*|vitamin*"],
    "novelty": ["words:first|novel|new", "words:previous*|prior|earlier|past|before", "words:confirm*|build*|consistent|similar",
                "words:unlike|whereas|existing|standard|traditional*", "label:alternative.mention", "label:hype.superlative"],
    "language": ["words:breakthrough*|revolution*|groundbreak*|game chang*|cure*|miracle|dramatic*|remarkabl*|exciting|excited|unprecedented|landmark|striking*",
                 "words:promis*|hope*|potential*", "words:significant*|major|powerful|important*|huge|superior|best", "words:can|will|prove*|shows|effective*",
                 "words:associat*|risk|participant*|adjust*", "label:hype.superlative", "label:hype.certainty", "label:hype.hope", "label:hype.extrapolation"],
}
SHARED = ["words:drug|drugs|medication*|medicine*", "words:surgery|surgical|procedure*|operation", "words:therapy|therapies|treatment*", "words:trial|trials|phase",
          "words:mice|mouse|rats|animal*|cells", "words:develop*|prototype|future|next", "words:year|years|decade*", "words:however|but|although|not",
          "words:risk factor*|risk|prevent*|reduce*", "words:screen*|test|tests|detect*", "words:age|older|aging", "words:university|professor",
          "words:company|inc|corp|pharma*|ceo", "words:journal|published|authors", "words:we|our", "words:clinic*|hospital*|physician*|doctor*", "words:children|women|men",
          "words:diet|exercise|lifestyle|food*", "words:device*|app|system|technology", "label:source.attribution", "label:source.cited", "label:hedge.cue",
          "label:claim.effect strength=causal", "label:claim.effect strength=correlational", "label:evidence.design level=animal",
          "label:evidence.design level=randomised", "label:evidence.design level=cohort", "label:promotion.testimonial", "label:hype.adjective"]
RATING = "model:ratings"
SCORED = {"title", "deck", "heading", "body", "list", "quote", "caption"}
WORD = re.compile(r"[^\W_]+|[$€£%]")
OUTER, INNER, REPEATS = 10, 5, 3
PENALTY = 30.0
HELD_DOWN = 10.0  # the penalty of features that are not the criterion's own, in PENALTY
LEAST_SLOPE = 0.05
RATED_WORDS, RATED_PENALTY = 15, 1.0  # stories a word stands in at least; ridge of the ratings, a word's share of one


def annotate(binary, rows):
    """The program's record of each row: where it saw several articles, the longest."""
    lines = "".join(json.dumps({k: r[k] for k in ("id", "text", "title") if r.get(k)}) + "\n" for r in rows)
    done = subprocess.run([binary, "annotate", "-", "--jobs", "1"], input=lines.encode(), capture_output=True)
    if done.returncode not in (0, 3):
        sys.exit(done.stderr.decode(errors="replace"))
    longest = {}
    for line in done.stdout.decode().splitlines():
        record = json.loads(line)
        if len(record.get("text", "")) >= len(longest.get(record["input"], {}).get("text", "")):
            longest[record["input"]] = record
    return [longest[r["id"]] for r in rows]


def folded_words(record):
    out = []
    for zone, begin, end in record["zones"]:
        if zone in SCORED:
            out += ["#" if w[0].isdigit() else w for w in (m.group().lower() for m in WORD.finditer(record["text"], begin, end))] + [""]
    return out


def count_words(words, group):
    alternatives = [a.split(" ") for a in group.split("|")]
    starts = {}
    for a in alternatives:
        starts.setdefault(a[0].rstrip("*")[:2], []).append(a)
    fits = lambda p, w: w.startswith(p[:-1]) if p.endswith("*") else w == p
    return sum(any(len(a) <= len(words) - i and all(fits(p, w) for p, w in zip(a, words[i:])) for a in starts.get(word[:2], ())) for i, word in enumerate(words))


def count_label(record, spec):
    name, *pairs = spec.split(" ")
    pairs = [p.split("=") for p in pairs]
    return sum(a["label"] == name and a["zone"] in SCORED and "ignored" not in a["attributes"] and all(a["attributes"].get(k) == v for k, v in pairs)
               for a in record["annotations"])


def value(record, words, feature):
    kind, spec = feature.split(":", 1)
    count = count_words(words, spec) if kind == "words" else count_label(record, spec)
    return math.log1p(min(1000 * count / max(150, sum(map(bool, words))), 20))


def auc(gold, score):
    gold, order = np.asarray(gold), np.argsort(score, kind="stable")
    ranks, sorted_score = np.empty(len(gold)), np.asarray(score)[order]
    ranks[order] = [(np.searchsorted(sorted_score, s) + np.searchsorted(sorted_score, s, "right") + 1) / 2 for s in sorted_score]
    pos = gold.sum()
    return (ranks[gold == 1].sum() - pos * (pos + 1) / 2) / (pos * (len(gold) - pos))


def logistic(X, y, penalty):
    """Weights and, last, the bias, which is not penalised."""
    X = np.hstack([X, np.ones((len(X), 1))])
    ridge, w = np.diag([penalty] * (X.shape[1] - 1) + [1e-6]), np.zeros(X.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-X @ w))
        step = np.linalg.solve((X.T * np.maximum(p * (1 - p), 1e-6)) @ X + ridge, X.T @ (y - p) - ridge @ w)
        w = w + step
        if np.abs(step).max() < 1e-6:
            break
    return w


def fit(X, y, ease):
    """Learned on standardised values, times the ease of each feature; written for raw ones."""
    mean, sd = X.mean(0), (X.std(0) + 1e-2) / ease
    w = logistic((X - mean) / sd, y, PENALTY)
    return np.append(w[:-1] / sd, w[-1] - (w[:-1] * mean / sd).sum())


def apply(w, X):
    return X @ w[:-1] + w[-1]


def held_out(X, y, ease, folds):
    out = np.empty(len(y))
    for k in range(folds.max() + 1):
        out[folds == k] = apply(fit(X[folds != k], y[folds != k], ease), X[folds == k])
    return out


def split(y, k, seed):
    """A fold for each row, both classes spread evenly: else a fold's own share of positives is told by the bias learned on the others, turned round."""
    order = np.random.RandomState(seed).permutation(len(y))
    out = np.empty(len(y), int)
    out[order[np.argsort(y[order], kind="stable")]] = np.arange(len(y)) % k
    return out


def macro_f1(y, said):
    f = [2 * ((y == c) & (said == c)).sum() / max(1, (y == c).sum() + (said == c).sum()) for c in (0, 1)]
    return sum(f) / 2


def learn(X, y, ease, seed):
    """(weights with the calibration in them, threshold above which it is found): chosen by inner folds of these rows alone."""
    folds = split(y, INNER, seed)
    scores = held_out(X, y, ease, folds)
    a, b = logistic(scores[:, None], y, 5.0)
    a = max(a, LEAST_SLOPE)  # inner folds may turn a weak model round by chance: it is flattened then, never turned
    w = fit(X, y, ease) * a
    w[-1] += b
    p = 1 / (1 + np.exp(-(a * scores + b)))
    cuts = np.quantile(p, np.linspace(0.05, 0.95, 37))
    f1 = np.convolve([macro_f1(y, (p >= c).astype(int)) for c in cuts], [1 / 3] * 3, "same")
    return w, float(cuts[1 + int(np.argmax(f1[1:-1]))])


def nested(X, y, ease):
    """Held-out probabilities (mean over repeats), AUC, macro-F1."""
    total, aucs, f1s = np.zeros(len(y)), [], []
    for seed in range(REPEATS):
        folds, p, said = split(y, OUTER, seed), np.empty(len(y)), np.empty(len(y), int)
        for k in range(OUTER):
            w, cut = learn(X[folds != k], y[folds != k], ease, seed)
            p[folds == k] = 1 / (1 + np.exp(-apply(w, X[folds == k])))
            said[folds == k] = p[folds == k] >= cut
        total += p / REPEATS
        aucs.append(auc(y, p)), f1s.append(macro_f1(y, said))
    return total, float(np.mean(aucs)), float(np.mean(f1s))


def word_rates(words, index):
    out = np.zeros(len(index))
    size = max(150, sum(map(bool, words)))
    for word, n in collections.Counter(words).items():
        if word in index:
            out[index[word]] = math.log1p(min(1000 * n / size, 20))
    return out


def learn_ratings(rows, words):
    """{word: weight} and the bias: ridge regression of the stories' standardised ratings, without what ln(length) explains, on their words."""
    df = collections.Counter(w for text in words for w in set(text) if w)
    index = {w: i for i, w in enumerate(sorted(w for w, n in df.items() if n >= RATED_WORDS))}
    X = np.array([word_rates(text, index) for text in words])
    y, length = np.array([float(r["rating"]) for r in rows]), np.log([len(r["text"]) for r in rows])
    y = (y - np.polyval(np.polyfit(length, y, 1), length)) / y.std()
    mean, sd = X.mean(0), X.std(0) + 0.1
    Z = (X - mean) / sd
    w = Z.T @ np.linalg.solve(Z @ Z.T / len(index) + RATED_PENALTY * np.eye(len(Z)), y) / len(index) / sd
    return {word: round(float(w[i]), 5) for word, i in index.items()}, float(-(w * mean).sum())


def write_ratings(path, weights, bias, count):
    with open(path, "w", encoding="utf-8") as f:
        f.write(f"# What an article's words say of how reviewers rate a story on the whole: ridge regression on {count} news stories rated by HealthNewsReview.org's\n")
        f.write("# reviewers, what length explains taken out. Made by scripts/learn_criteria.py with lexicons/criteria.tsv, whose models use the score as one feature.\n")
        f.write(f"feature\tweight\nbias\t{bias:.5f}\n" + "".join(f"w={word}\t{w:.5f}\n" for word, w in weights.items()))


def rating(weights, bias, words):
    size = max(150, sum(map(bool, words)))
    return bias + sum(weights.get(word, 0) * math.log1p(min(1000 * n / size, 20)) for word, n in collections.Counter(words).items() if word)


def features_of(criterion):
    """A criterion's features and their ease: its own, and those that are held down."""
    own = FEATURES[criterion] + [RATING]
    others = [f for f in dict.fromkeys([f for all_of in FEATURES.values() for f in all_of] + SHARED) if f not in own]
    return own + others, np.array([1.0] * len(own) + [HELD_DOWN ** -0.5] * len(others))


def reliability(pairs):
    """Rows (from, to, n, mean probability, share satisfied) of ten equal bins, and the expected calibration error."""
    rows, error = [], 0.0
    for b in range(10):
        here = [(p, y) for p, y in pairs if min(int(p * 10), 9) == b]
        if here:
            mean, share = (sum(v) / len(here) for v in zip(*here))
            rows.append((b / 10, (b + 1) / 10, len(here), mean, share))
            error += abs(mean - share) * len(here) / len(pairs)
    return rows, error


def print_head(figures, pairs, count):
    print("# For each review criterion: a logistic model of whether experts call it satisfied. Values of features: pipeline/assess/criteria_model.h.")
    print(f"# Learned from {count} press releases rated by HealthNewsReview.org's reviewers. Made by: scripts/learn_criteria.py --bin BIN --labels LABELS --stories STORIES --ratings lexicons/ratings.tsv")
    print("# Held out (nested, ten folds, three times): area under the ROC curve (of length alone), macro-F1 of found, calibration error in ten bins, n.")
    for criterion, (a, by_length, f1, error, n) in figures.items():
        print(f"#   {criterion:18s} {a:.3f} ({by_length:.3f})  {f1:.3f}  {error:.3f}  {n}")
    mean = [sum(f[i] for f in figures.values()) / len(figures) for i in range(4)]
    rows, error = reliability(pairs)
    print(f"#   {'mean':18s} {mean[0]:.3f} ({mean[1]:.3f})  {mean[2]:.3f}  {mean[3]:.3f}")
    print(f"# Reliability of all ten together (calibration error {error:.3f}): bin, n, mean probability, share satisfied")
    for low, high, n, p, share in rows:
        print(f"#   {low:.1f}-{high:.1f}  {n:4d}  {p:.3f}  {share:.3f}")


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--bin", required=True)
    ask.add_argument("--labels", required=True, type=pathlib.Path)
    ask.add_argument("--check", action="store_true")
    ask.add_argument("--stories", required=True, type=pathlib.Path)
    ask.add_argument("--ratings", required=True, type=pathlib.Path)
    args = ask.parse_args()
    stories = [r for r in map(json.loads, args.stories.read_text("utf-8").splitlines()) if r.get("usable", True) and r.get("rating") is not None]
    weights, bias = learn_ratings(stories, [folded_words(r) for r in annotate(args.bin, stories)])
    write_ratings(args.ratings, weights, bias, len(stories))
    rows = [r for r in map(json.loads, args.labels.read_text("utf-8").splitlines()) if r.get("usable", True)]
    records = annotate(args.bin, rows)
    words = [folded_words(r) for r in records]
    names = dict.fromkeys(f for criterion in FEATURES for f in features_of(criterion)[0])
    values = {f: np.array([rating(weights, bias, w) if f == RATING else value(r, w, f) for r, w in zip(records, words)]) for f in names}
    figures, pairs, table, furthest = {}, [], [], 0.0
    for key, criterion in KEYS.items():
        at = [i for i, r in enumerate(rows) if r["label"].get(key) is not None and "assessment" in records[i]]
        y = np.array([int(rows[i]["label"][key]) for i in at])
        features, ease = features_of(criterion)
        X = np.array([values[f][at] for f in features]).T
        p, a, f1 = nested(X, y, ease)
        pairs += list(zip(p, y))
        figures[criterion] = (a, auc(y, [len(rows[i]["text"]) for i in at]), f1, reliability(list(zip(p, y)))[1], len(y))
        w, cut = learn(X, y, ease, 0)
        table += [(criterion, "bias", w[-1]), (criterion, "found", cut), (criterion, "not-found", cut * 0.8)]
        table += [(criterion, f, v) for f, v in zip(features, w)]
        for i, x in zip(at, X):
            said = next(c for c in records[i]["assessment"]["criteria"] if c["id"] == criterion)["probability"]
            furthest = max(furthest, abs(said - 1 / (1 + math.exp(-apply(w, x)))) if said is not None else 0)
        print(f"{criterion}: {a:.3f} {f1:.3f}", file=sys.stderr)
    print_head(figures, pairs, len(rows))
    print("criterion\tfeature\tweight")
    for criterion, feature, weight in table:
        print(f"{criterion}\t{feature}\t{weight:.4f}")
    if args.check:
        print(f"furthest from the program's own probability: {furthest:.4f}", file=sys.stderr)


if __name__ == "__main__":
    main()

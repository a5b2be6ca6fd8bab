#!/usr/bin/env python3
"""Learns lexicons/criteria.tsv: for each review criterion a logistic model of whether experts call it satisfied. Needs python3-numpy (Debian).

    scripts/learn_criteria.py --bin build/release/hypeline --labels releases.jsonl --stories stories.jsonl --words lexicons/criteria_words.tsv > lexicons/criteria.tsv

The labels are one JSON object a line: {"id", "text", "title"?, "label": {criterion: 1 | 0 | null}}. The candidates of criteria_features.py are the features the models choose
their weights over: groups of words and labels of findings, written down from the criteria's definitions and from what reviewers wrote about every second release.
A feature's value is ln(1 + rate), the rate a count per 1,000 scored words, at most 20 (pipeline/assess/criteria_model.h): length is no feature. One feature more
is the score of a model of words, written to --words. It has two parts: how reviewers rated other texts, the stories ({"id", "text", "title"?, "rating": 0 … 5}),
what length alone explains taken out; and the directions in which the words of all texts differ most, found without labels. All figures are nested: in each of ten
outer folds the weights, the directions, the calibration and the thresholds are learned from the other nine (inner five folds), three times over with other folds;
the penalty is one for all, since choosing it on some 270 rows costs more than it gains; the weights written are learned from all rows the same way. --check
compares the probabilities of --bin, run with the tables just learned, with those computed here: they differ by .005 at most, what a record rounds off."""
import argparse
import collections
import json
import math
import pathlib
import sys

import numpy as np

from criteria_features import FEATURES, KEYS, annotate, folded_words, value
from nested_models import apply, auc, learn, nested, reliability

WORDS = "model:words"
TOPICLESS = {"independence"}  # who paid is no matter of what an article is about
KNOWN_WORDS, RATED_PENALTY = 25, 1.0  # stories a word stands in at least; ridge of the ratings, a word's share of one
TOPICS, TOPIC_EASE = 40, 0.5**0.5  # directions in which texts differ most; what they may weigh together beside the features


class Texts:
    """Rates of known words in stories and in releases, standardised as in stories."""

    def __init__(self, stories, releases):
        df = collections.Counter(w for words in stories for w in set(words) if w)
        self.words = sorted(w for w, n in df.items() if n >= KNOWN_WORDS)
        rates = np.array([self.rates(words) for words in stories])
        self.mean, self.sd = rates.mean(0), rates.std(0) + 0.1
        self.stories = (rates - self.mean) / self.sd
        self.releases = (np.array([self.rates(words) for words in releases]) - self.mean) / self.sd
        both = np.vstack([self.stories, self.releases])
        self.alike = both @ both.T
        self.start = np.linalg.eigh(self.alike)[1][:, :-TOPICS - 11:-1]  # where the search for directions begins

    def rates(self, words):
        size, counts = max(150, sum(map(bool, words))), collections.Counter(words)
        return [math.log1p(min(1000 * counts[w] / size, 20)) for w in self.words]

    def topics(self, train):
        """(values of all releases, what makes words' weights of topics' weights): the leading directions in which the stories and these releases differ."""
        rows = np.append(np.arange(len(self.stories)), len(self.stories) + np.asarray(train))
        alike, q = self.alike[np.ix_(rows, rows)], self.start[rows]
        for _ in range(2):
            q = np.linalg.qr(alike @ q)[0]
        size, turn = np.linalg.eigh(q.T @ alike @ q)
        basis = (q @ turn / np.sqrt(size))[:, ::-1][:, :TOPICS]
        return self.alike[len(self.stories):, rows] @ basis, lambda weights: np.vstack([self.stories, self.releases])[rows].T @ (basis @ weights)

    def raw(self, weights):
        """Weights of standardised rates, written for raw ones, and the bias."""
        return weights / self.sd, -float((weights * self.mean / self.sd).sum())


def learn_ratings(rows, texts):
    """Weights of the words: ridge regression of the stories' standardised ratings, without what ln(length) explains."""
    y, length, Z = np.array([float(r["rating"]) for r in rows]), np.log([len(r["text"]) for r in rows]), texts.stories
    y = (y - np.polyval(np.polyfit(length, y, 1), length)) / y.std()
    return Z.T @ np.linalg.solve(Z @ Z.T / Z.shape[1] + RATED_PENALTY * np.eye(len(Z)), y) / Z.shape[1]


def write_words(path, texts, columns, stories, releases):
    """columns: criterion -> weights of standardised rates"""
    raw = {c: texts.raw(w) for c, w in columns.items()}
    with open(path, "w", encoding="utf-8") as f:
        f.write(f"# What an article's words say of each review criterion. A weight has two parts: how reviewers of HealthNewsReview.org rated {stories} news stories on the whole\n")
        f.write(f"# (ridge regression, what length explains taken out), and the {TOPICS} directions in which the words of those stories and of {releases} press releases differ most.\n")
        f.write("# Made by scripts/learn_criteria.py with lexicons/criteria.tsv, whose models add the sum, and in whose head the figures stand.\n")
        f.write("feature\t" + "\t".join(raw) + "\nbias\t" + "\t".join(f"{b:.5f}" for _, b in raw.values()) + "\n")
        for i, word in enumerate(texts.words):
            f.write(f"w={word}\t" + "\t".join(f"{w[i]:.5f}" for w, _ in raw.values()) + "\n")


class Criterion:
    """A criterion's rows and its features: columns of its own, how its words are rated, its topics."""

    def __init__(self, name, at, y, own, rated, texts):
        self.name, self.at, self.y, self.own, self.rated, self.texts = name, at, y, np.array(own).T, rated, texts

    def features(self, train):
        out = np.column_stack([self.own[self.at], self.rated[self.at]])
        return out if self.name in TOPICLESS else np.hstack([out, self.texts.topics(self.at[train])[0][self.at]])

    def ease(self, X):
        own = self.own.shape[1] + 1
        spread = X[:, own:].std(0)
        return np.append(np.full(own, own**-0.5), TOPIC_EASE * spread / max(1e-9, np.sqrt((spread**2).sum())))

    def learn(self, ratings):
        """(weights of its own features, bias, threshold, weights of standardised words, probabilities), from all rows."""
        everything = np.arange(len(self.y))
        X = self.features(everything)
        w, cut = learn(X, self.y, self.ease(X), 0)
        own = self.own.shape[1]
        words = w[own] * ratings
        if self.name not in TOPICLESS:
            words = words + self.texts.topics(self.at)[1](w[own + 1:-1])
        return w[:own], w[-1], cut, words, 1 / (1 + np.exp(-apply(w, X)))


def print_head(figures, pairs, count):
    print("# For each review criterion: a logistic model of whether experts call it satisfied. Values of features: pipeline/assess/criteria_model.h.")
    print(f"# Learned from {count} press releases rated by HealthNewsReview.org's reviewers. Made by: scripts/learn_criteria.py --bin BIN --labels LABELS --stories STORIES --words lexicons/criteria_words.tsv")
    print("# What the features look for was written down reading every second release, but for some words that were first seen in a list made over all of them and kept where every second")
    print("# bears them out: expect a little less on new releases. The weights, directions and thresholds are learned within the folds.")
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
    ask.add_argument("--words", required=True, type=pathlib.Path)
    args = ask.parse_args()
    stories = [r for r in map(json.loads, args.stories.read_text("utf-8").splitlines()) if r.get("usable", True) and r.get("rating") is not None]
    rows = [r for r in map(json.loads, args.labels.read_text("utf-8").splitlines()) if r.get("usable", True)]
    records = annotate(args.bin, rows)
    words = [folded_words(r) for r in records]
    texts = Texts([folded_words(r) for r in annotate(args.bin, stories)], words)
    ratings = learn_ratings(stories, texts)
    values = {f: np.array([value(r, w, f) for r, w in zip(records, words)]) for f in dict.fromkeys(f for all_of in FEATURES.values() for f in all_of)}
    figures, pairs, table, columns, furthest = {}, [], [], {}, 0.0
    for key, criterion in KEYS.items():
        at = np.array([i for i, r in enumerate(rows) if r["label"].get(key) is not None and "assessment" in records[i]])
        y = np.array([int(rows[i]["label"][key]) for i in at])
        model = Criterion(criterion, at, y, [values[f] for f in FEATURES[criterion]], texts.releases @ ratings, texts)
        p, a, f1 = nested(model.features, y, model.ease)
        pairs += list(zip(p, y))
        figures[criterion] = (a, auc(y, [len(rows[i]["text"]) for i in at]), f1, reliability(list(zip(p, y)))[1], len(y))
        own, bias, cut, columns[criterion], learned = model.learn(ratings)
        table += [(criterion, "bias", bias), (criterion, "found", cut), (criterion, "not-found", cut * 0.8)]
        table += [(criterion, f, v) for f, v in zip(FEATURES[criterion] + [WORDS], np.append(own, 1.0))]
        for i, mine in zip(at, learned):
            said = next(c for c in records[i]["assessment"]["criteria"] if c["id"] == criterion)["probability"]
            furthest = max(furthest, abs(said - mine)) if said is not None else furthest
        print(f"{criterion}: {a:.3f} {f1:.3f}", file=sys.stderr)
    write_words(args.words, texts, columns, len(stories), len(rows))
    print_head(figures, pairs, len(rows))
    print("criterion\tfeature\tweight")
    for criterion, feature, weight in table:
        print(f"{criterion}\t{feature}\t{weight:.4f}")
    if args.check:
        print(f"furthest from the program's own probability: {furthest:.4f}", file=sys.stderr)


if __name__ == "__main__":
    main()

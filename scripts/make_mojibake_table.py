#!/usr/bin/env python3
"""Learns what stands in the place of broken sequences, and writes pipeline/ingest/encoding/likely_table.inc. Python standard library only.

    make_mojibake_table.py --sites BUILD/mojibake_sites --mojibake DIR --texts DIR [--half] [--figures TEXT] > pipeline/ingest/encoding/likely_table.inc

--sites     the program of tests/tools/mojibake_sites.cpp
--mojibake  *.jsonl whose `gold` is clean text
--texts     folders of *.jsonl; every string that is not ASCII counts as clean text
--half      leave out half of --mojibake, by a hash of its text (to measure on the other half)
--figures   what was measured, for the table's head

Clean text is damaged as scrapers damage it: read as iso-8859-1, C1 controls dropped or 0x85 made a line break. A conditional maximum-entropy
model (softmax over the characters that leave the same bytes) then learns to tell from the features of the place which character stood there.
"""
import argparse, collections, glob, json, math, random, re, subprocess, sys, zlib

SIZES = (196, 196, 24, 24, 36, 12, 24, 12, 12, 36)
NAMED = "–—‘’“”…•™→×★✓✅\u200b‑☆\u2009−✗"
# Emoji usual in articles and threads, most usual first; too rare in the clean text to count.
EMOJI = ("👇👉🚨🧵🧠💡🔬🔥✨❤😂😊🚀📌💪🎉👍🙏📈😍💰⭐⚡❌⚠✔🌟💥🏆🎯📢🧬💊🩺🏥💉🦠🔍🔑🤔😭👏🙌💯😅🤖💬📊📉🛑🔴🟢🔵🟡🌍🌱🍎🥗🏃🧪⚕👀😎😉😁🙂😢😡😱🤯🤷💙💚💛💜🖤💔💕💖"
         "👋👌✋👆👈☝✌🤝💻📱📷📚📖📝📅⏰⏳🔗🔔🔒🔓🔎📣🗣🎁🎊🎈🎶🎵🎬🎥🎨🏠🏡🚗✈🌎🌏☀🌞🌙🌈☕🍕🍔🍷🍺🐶🐱🦋🌸🌹🌺🌻🍀👑💎🐝🦄🤣😃😄😆😇😋😌😏😐😒😔😘😜😞😠😤😥😨😩😪😫😬😮😰😲😳😴😵😷🙁🙃🙄🤒🤕🤗🤢🤧🤨🤩🤪🤫🤬🤭🧐"
         "👨👩👦👧👶👴👵👮👷🧑🤱🤰🚫🛒🛠🔧🔨⚙🧰💸💵💳🏢🏦🏛⚖🗓🗂🗝🎓🏫🥇🥈🥉🏅⚽🏀🏈🎮🎧🎤🐢🐍🐳🐬🐨🐼🦁🌊🌿🍃🌳🌲🍂🍁❄⛔✍🆕🆓🔄🔁➡⬇⬆⬅↩♻💨💦💧🩸🫀🫁🦷🦴👁👂💀🤮🧘🧡💓💗💘💝💞")


def half(text):
    return zlib.crc32(text[:60].encode()) & 1


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def clean_texts(args):
    """(weight, text): the target's own kind counts fully."""
    for path in sorted(glob.glob(args.mojibake + "/*.jsonl")):
        for line in open(path, encoding="utf-8"):
            gold = json.loads(line)["gold"]
            if not args.half or half(gold) == 0:
                yield 1.0, gold.replace("\0", "")
    for path in sorted(glob.glob(args.texts + "/*/*.jsonl")):
        seen = set()
        for line in open(path, encoding="utf-8"):
            for text in strings(json.loads(line)):
                if not text.isascii() and text not in seen and not re.search("[\x80-\x9fâÃ\0]", text):
                    seen.add(text)
                    yield 0.35, text


def survivors(char):
    return bytes(b for b in char.encode() if b < 0x80 or b >= 0xA0)


def damage(text, newline):
    """What is left of the text, and (offset, character) of each broken sequence in it."""
    out, size, sites = [], 0, []
    for char in text:
        raw = char.encode()
        left = "".join("\n" if b == 0x85 and newline else chr(b) if b < 0x80 or b >= 0xA0 else "" for b in raw).encode()
        if len(survivors(char)) < len(raw):
            sites.append((size, char))
        out.append(left)
        size += len(left)
    return b"".join(out), sites


def examples(program, texts):
    """(weight, character, features) of every broken sequence."""
    chance = random.Random(5)
    damaged = [damage(text, chance.random() < 0.5) for _, text in texts]
    said = subprocess.run([program], input=b"".join(d + b"\0" for d, _ in damaged), capture_output=True, check=True).stdout.decode()
    blocks, block = [], {}
    for line in said.split("\n"):
        if line:
            at, *features = map(int, line.split())
            block[at] = features
        else:
            blocks.append(block)
            block = {}
    return [(weight, char, found[at]) for (weight, _), (_, sites), found in zip(texts, damaged, blocks) for at, char in sites if at in found]


def group(char):
    if char in NAMED:
        return NAMED.index(char)
    return len(NAMED) + (0 if char > "\uffff" else 1 if char >= "\u2000" else 2)


def priors(texts):
    """Log of how often each character that can break is met."""
    count = collections.Counter()
    for weight, text in texts:
        for char in text:
            if not char.isascii():
                count[char] += weight
    for char in count:  # pictures come in heaps on the few pages that have them
        if char > "\uffff" and not "\U0001f1e6" <= char <= "\U0001f1ff":
            count[char] = min(count[char], 2.0)
    for rank, char in enumerate(EMOJI):
        count[char] += 8.0 / (rank / 10 + 1)
    return {c: math.log(n + 0.2) for c, n in count.items() if len(survivors(c)) < len(c.encode()) and n >= 0.3}


def train(data, prior, epochs=6, rate=0.15, decay=1e-5):
    alike = collections.defaultdict(list)
    for char in prior:
        alike[survivors(char)].append(char)
    weights = [[0.0] * sum(SIZES) for _ in range(len(NAMED) + 3)]
    base = [sum(SIZES[:i]) for i in range(len(SIZES))]
    chance = random.Random(3)
    data = [(w, c, [b + f for b, f in zip(base, fs)]) for w, c, fs in data if c in prior and len(alike[survivors(c)]) > 1]
    for epoch in range(epochs):
        chance.shuffle(data)
        loss = total = 0.0
        for weight, char, features in data:
            rivals = alike[survivors(char)]
            scores = [prior[r] + sum(weights[group(r)][f] for f in features) for r in rivals]
            top = max(scores)
            powers = [math.exp(s - top) for s in scores]
            whole = sum(powers)
            step = collections.Counter({group(char): 1.0})
            for rival, power in zip(rivals, powers):
                step[group(rival)] -= power / whole
            loss -= weight * math.log(powers[rivals.index(char)] / whole + 1e-12)
            total += weight
            for g, s in step.items():
                if abs(s) > 1e-4:
                    row = weights[g]
                    for f in features:
                        row[f] += rate * (weight * s - decay * row[f])
        print(f"epoch {epoch} loss {loss / total:.4f} of {total:.0f}", file=sys.stderr)
        rate *= 0.7
    by_hand(weights, base)
    return weights


def by_hand(weights, base):
    """Lists of threads, too few in clean web text to learn: four and more lines that begin with a lost character in a text with emoji, and
    lost characters followed by a line break (byte 0x85) where others stand alone on their lines."""
    weights[group("→")][base[7] + 1 + 4 + 5] += 7.5
    weights[group("✅")][base[8] + 8] += 4.0


def wrap(values, width=156):
    line = ""
    for value in values:
        if len(line) + len(value) + 2 > width:
            yield line.rstrip()
            line = ""
        line += value + ", "
    yield line.rstrip()


def write(prior, weights, examples_count, figures):
    print("// Made by scripts/make_mojibake_table.py from clean English web text and labelled health texts (numbers only); do not edit.")
    print(f"// {examples_count} broken sequences seen; weights in 1/16 nat, priors in 1/64 nat. The head of the script says how to make it again.")
    print(f"// {figures}")
    print("// clang-format off")
    order = sorted(prior, key=lambda c: -prior[c])
    print(f"inline constexpr std::array<Likely, {len(order)}> kLikely = {{{{")
    print("\n".join(wrap([f"{{0x{ord(c):X}, {round(prior[c] * 64)}, {group(c)}}}" for c in order])))
    print("}};")
    print(f"inline constexpr std::array<std::array<std::int8_t, {sum(SIZES)}>, {len(weights)}> kWeights = {{{{")
    for row in weights:
        print("{{" + "\n".join(wrap([str(max(-127, min(127, round(w * 16)))) for w in row])) + "}},")
    print("}};")


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--sites", required=True)
    ask.add_argument("--mojibake", required=True)
    ask.add_argument("--texts", required=True)
    ask.add_argument("--half", action="store_true")
    ask.add_argument("--figures", default="Not measured.")
    args = ask.parse_args()
    texts = list(clean_texts(args))
    data = examples(args.sites, texts)
    prior = priors(texts)
    write(prior, train(data, prior), len(data), args.figures)


if __name__ == "__main__":
    main()

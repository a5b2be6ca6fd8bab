#!/usr/bin/env python3
"""embed.py OUT NAME=FILE[,FILE…]…: the files of the report as string constants of the program (render/web/assets.h), without comments and idle white space.

Several scripts become one, wrapped in a function of its own, with short names for what they declare."""
import pathlib
import re
import sys

SCRIPT_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
      | (?P<regex>(?<=[(,=:?&|!\[])\s*/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*)
      | (?P<space>\s+)
      | (?P<word>[\w$]+|\#[\w$]+)
      | (?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)
# What stands in a template up to its next expression or its end.
TEMPLATE = re.compile(r"(?:\\.|\$(?!\{)|[^`\\$])*(?:\$\{|`)", re.DOTALL)
# Words before a parenthesis that are no names, and names of the browser that may stand among the defaults of parameters.
RESERVED = {"if", "for", "while", "switch", "catch", "return", "super", "document", "window", "location", "history", "arguments", "undefined", "null", "true", "false", "this", "new", "typeof", "async"}


def tokens(text):
    """(kind, token, white space before it: "", " " or a line break), without comments. A template is its pieces, with the tokens of its expressions between them."""
    out, gap, at, braces = [], "", 0, []
    while at < len(text):
        in_template = text[at] == "`" or (text[at] == "}" and braces and braces[-1] == 0)
        if in_template:
            end = TEMPLATE.match(text, at + 1).end()
            if text[at] == "}":
                braces.pop()
            if text[end - 1] == "{":
                braces.append(0)
            out.append(("template", text[at:end], gap if text[at] == "`" else ""))
            gap, at = "", end
            continue
        found = SCRIPT_TOKEN.match(text, at)
        kind, token, at = found.lastgroup, found[0], found.end()
        if braces and token in "{}":
            braces[-1] += 1 if token == "{" else -1
        if kind in ("comment", "space"):
            gap = "\n" if "\n" in token or gap == "\n" else " "
            continue
        out.append((kind, token.strip(), gap))
        gap = ""
    return out


def brackets(sequence):
    """For each token: the bracket it stands in, and for each opening one where it closes."""
    inside, closes, stack = [], {}, []
    for i, (kind, token, _) in enumerate(sequence):
        opens = kind == "sign" and token in "([{" or kind == "template" and token.endswith("${")
        ends = kind == "sign" and token in ")]}" or kind == "template" and token.startswith("}")
        if ends:
            closes[stack.pop()] = i
        inside.append(sequence[stack[-1]][1][-1] if stack and sequence[stack[-1]][0] == "sign" else "")
        if opens:
            stack.append(i)
    return inside, closes


def declared_names(sequence, closes):
    """Names after const, let, function and class, and those of parameters."""
    found = set()
    for i, (kind, token, _) in enumerate(sequence):
        before = sequence[i - 1] if i else ("", "", "")
        after = [sequence[j][1] if j < len(sequence) else "" for j in (i + 1, i + 2)]
        if kind == "word" and (before[1] in ("const", "let", "function", "class") or after == ["=", ">"]):
            found.add(token)
        if token == "(" and i in closes:
            follows = [sequence[j][1] if j < len(sequence) else "" for j in (closes[i] + 1, closes[i] + 2)]
            if follows == ["=", ">"] or follows[0] == "{" and before[0] == "word" and before[1] not in RESERVED:
                found.update(t for k, t, _ in sequence[i + 1 : closes[i]] if k == "word" and t not in RESERVED)
        if before[1] in ("const", "let") and token in "[{":
            found.update(t for k, t, _ in sequence[i + 1 : closes[i]] if k == "word" and t not in RESERVED)
    return found


def positions(sequence, inside, closes):
    """Where a word is a property or a key, where it is a key and a name in one (`{ name }`), and the words that name a method: those keep their names."""
    properties, both, kept = set(), set(), set()
    for i, (kind, token, _) in enumerate(sequence):
        if kind != "word":
            continue
        before, after = sequence[i - 1][1] if i else "", sequence[i + 1][1] if i + 1 < len(sequence) else ""
        listed = inside[i] == "{" and before in ("{", ",")
        if before == "." and sequence[i - 2][1] != "." or listed and after == ":":
            properties.add(i)
        elif listed and after in ("}", ","):
            both.add(i)
        elif after == "(" and before != "function" and token not in RESERVED and sequence[min(closes.get(i + 1, i) + 1, len(sequence) - 1)][1] == "{":
            kept.add(token)
    return properties, both, kept


def short_names(sequence):
    """Short names for what the scripts declare, by the place of the word."""
    inside, closes = brackets(sequence)
    properties, both, kept = positions(sequence, inside, closes)
    used = [token for i, (kind, token, _) in enumerate(sequence) if kind == "word" and i not in properties]
    names = sorted((n for n in declared_names(sequence, closes) if n not in kept and len(n) > 2 and not n[0].isdigit()), key=lambda n: (-used.count(n) * len(n), n))
    taken = {token for kind, token, _ in sequence if kind == "word"}
    letters = "abcdefghijklmnopqrstuvwxyz"
    free = (f for f in [*letters, *letters.upper(), *(a + b for a in letters for b in "$_" + letters.upper())] if f not in taken)
    short = {name: next(free) for name in names}
    return {i: f"{token}:{short[token]}" if i in both else short[token] for i, (kind, token, _) in enumerate(sequence) if kind == "word" and i not in properties and token in short}


def script(sequence, names):
    """White space stays where two words, or two signs that would join, need it; a line break stays where a statement may end; no bracket needs a ";" or "," before it."""
    out = []
    for i, (kind, token, gap) in enumerate(sequence):
        if kind == "sign" and token == "}" and out[-1] in (";", ","):
            out.pop()
        last = out[-1][-1] if out else "\n"
        if gap == "\n" and last not in "{(,;[=>&|?:" and token[0] not in ")]},.?:&|" and last != "\n":
            out.append("\n")
        elif gap and re.match(r"[\w$#\"'`]", token) and re.match(r"[\w$]", last) or gap and last in "+-" and token[0] == last:
            out.append(" ")
        out.append("let" if token == "const" else names.get(i, token))
    return "".join(out)


def style(text):
    """Custom properties get names of one letter (those that have one are the program's own); values of attributes that are words need no quotes."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" ?([{};,>]) ?", r"\1", text).replace(": ", ":").replace(";}", "}").strip()
    text = re.sub(r"(?<![\d.\w])0\.(?=\d)", ".", text)
    text = re.sub(r'\[([\w-]+)="([a-z]+)"\]', r"[\1=\2]", text).replace(" / ", "/").replace(" !", "!")
    free = sorted(set("abcdefghijklmnopqrstuvwxyz") - set(re.findall(r"--([a-z])\b", text)))
    for name, letter in zip(sorted(set(re.findall(r"--[a-z]{2,}", text)), key=lambda name: (-len(name), name)), free, strict=False):
        text = re.sub(name + r"\b", f"--{letter}", text)
    return text + "\n"


def joined(files):
    texts = [pathlib.Path(name).read_text("utf-8") for name in files]
    if files[0].endswith(".css"):
        return "".join(map(style, texts))
    sequence = tokens("\n".join(texts))
    return '(()=>{"use strict";\n' + script(sequence, short_names(sequence)) + "\n})();\n"


def main():
    out = ['#include "render/web/assets.h"\n']
    for pair in sys.argv[2:]:
        name, files = pair.split("=", 1)
        out.append(f'const std::string_view hypeline::assets::{name} = R"embedded({joined(files.split(","))})embedded";\n')
    pathlib.Path(sys.argv[1]).write_text("\n".join(out), "utf-8")


if __name__ == "__main__":
    main()

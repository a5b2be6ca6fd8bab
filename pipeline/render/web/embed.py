#!/usr/bin/env python3
"""embed.py OUT NAME=FILE[,FILE…]…: the files of the report as string constants of the program (render/web/assets.h), without comments and idle white space.

Several scripts become one, wrapped in a function of its own, with short names for what they declare."""
import pathlib
import re
import sys

SCRIPT_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
      | (?P<template>`(?:\\.|[^`\\])*`)
      | (?P<regex>(?<=[(,=:?&|!\[])\s*/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*)
      | (?P<space>\s+)
      | (?P<word>[\w$]+|\#[\w$]+)
      | (?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)


def tokens(text):
    """(kind, token, white space before it: "", " " or a line break), without comments."""
    out, gap = [], ""
    for found in SCRIPT_TOKEN.finditer(text):
        kind, token = found.lastgroup, found[0]
        if kind in ("comment", "space"):
            gap = "\n" if "\n" in token or gap == "\n" else " "
            continue
        out.append((kind, token.strip(), gap))
        gap = ""
    return out


def short_names(sequence):
    """Short names for what the scripts declare, but not for names that are also a key or a property, or stand in a template."""
    declared, kept = {}, set()
    for i, (kind, token, _) in enumerate(sequence):
        before, after = sequence[i - 1][1], sequence[i + 1][1] if i + 1 < len(sequence) else ""
        if kind == "template":
            kept.update(re.findall(r"[A-Za-z_$][\w$]*", token))
        if kind != "word":
            continue
        kept.add(token) if before == "." or (before in "{,?" and after in ":},") else None
        if before in ("const", "let", "function", "class"):
            declared[token] = declared.get(token, 0)
    used = {token for _, token, _ in sequence}
    free = (a + b for a in "abcdefghijklmnopqrstuvwxyz" for b in "$_ABCDEFGHIJKLMNOPQRSTUVWXYZ" if a + b not in used)
    return {name: next(free) for name in sorted(declared) if name not in kept and len(name) > 3}


def script(sequence, names):
    """White space stays where two words, or two signs that would join, need it; a line break stays where a statement may end."""
    out = []
    for kind, token, gap in sequence:
        last = out[-1][-1] if out else "\n"
        if gap == "\n" and last not in "{(,;[=>&|?:" and token[0] not in ")],.?:&|" and last != "\n":
            out.append("\n")
        elif gap and re.match(r"[\w$#\"'`]", token) and re.match(r"[\w$]", last) or gap and last in "+-" and token[0] == last:
            out.append(" ")
        out.append(names.get(token, token) if kind == "word" else token)
    return "".join(out)


def style(text):
    """Custom properties get names of two letters; those of one letter are the program's own."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" ?([{};,>]) ?", r"\1", text).replace(": ", ":").replace(";}", "}").strip()
    text = re.sub(r"(?<![\d.\w])0\.(?=\d)", ".", text)
    for i, name in enumerate(sorted(set(re.findall(r"--[a-z]{2,}", text)), key=len, reverse=True)):
        text = re.sub(name + r"\b", f"--z{chr(97 + i)}", text)
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

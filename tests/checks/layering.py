#!/usr/bin/env python3
"""Holds the rooms of pipeline/ to the arrows of the design: each may include itself and what the table says; files, streams, threads and
processes belong to batch/ and cli/. Two headers may not define a type of one name in one namespace (the linker would mix them up in silence).
Prints every line that breaks a rule; exits 1 if there is one."""
import pathlib
import re
import sys

ALLOWED = {  # room -> rooms it may include
    "core": set(),
    "ingest": {"core"},
    "match": {"core"},
    "assess": {"core"},
    "render": {"core", "assess"},
    "batch": {"core", "ingest", "match", "assess", "render"},
    "cli": {"core", "ingest", "match", "assess", "render", "batch"},
}
OUTSIDE = re.compile(r"^<(fstream|iostream|ostream|istream|sstream|cstdio|stdio\.h|filesystem|thread|mutex|shared_mutex|condition_variable|future|chrono|unistd\.h|fcntl\.h|sys/.*|dirent\.h|csignal)>$")
FREE = {"batch", "cli"}
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"][^>"]+[>"])')


def faults(root):
    for path in sorted(root.rglob("*")):
        if path.suffix not in {".h", ".cpp"}:
            continue
        room = path.relative_to(root).parts[0]
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            name = found[1]
            if room not in FREE and OUTSIDE.match(name):
                yield f"{path}:{number}: error: {name} belongs to batch/ and cli/"
            other = name[1:].split("/")[0]
            if name[0] == '"' and other in ALLOWED and other != room and other not in ALLOWED[room]:
                yield f"{path}:{number}: error: {room}/ may not include {other}/"


def twins(root):
    seen = {}
    for path in sorted(root.rglob("*.h")):
        space = ""
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            space = (re.match(r"namespace ([\w:]+) \{", line) or [0, space])[1]
            found = re.match(r"(?:class|struct|enum class) (\w+)[^;]*\{", line)
            if found and seen.setdefault((space, found[1]), path) != path:
                yield f"{path}:{number}: error: {space}::{found[1]} is defined in {seen[space, found[1]]} too"


def main():
    root = pathlib.Path(sys.argv[1])
    rooms = {p.name for p in root.iterdir() if p.is_dir()}
    found = list(faults(root)) + list(twins(root)) + [f"{root / r}: error: a room the table does not know" for r in sorted(rooms - set(ALLOWED))]
    print("\n".join(found) if found else f"{len(rooms)} rooms, every arrow as drawn")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()

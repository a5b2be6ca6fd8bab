#!/usr/bin/env python3
"""Hostile inputs, written here: every file gets a status, nothing crashes or hangs, what comes out is readable by another program.

    hostile_test.py BINARY [FOLDER…]

Makes a folder of hostile files, names and kinds of file, annotates it (and every FOLDER given that exists), and checks the run: exit code, one record or
more for each file, valid JSON, source ranges in bounds, no control bytes on standard error, no sanitizer report."""
import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile

GOOD = b"<html><head><title>ok</title></head><body><p>This miracle cure may help, researchers said.</p></body></html>"
TEXT = "A groundbreaking pill may help people sleep, researchers said on Monday. It was tested in mice.\n"


def deep(tag, n):
    return f"<{tag}>".encode() * n + b"miracle cure" + f"</{tag.split('>')[0]}>".encode() * n


CONTENT = {
    "deep-div.html": deep("div", 100_000),
    "deep-table.html": deep("table><tr><td", 50_000),
    "deep-quote.html": deep("blockquote", 100_000),
    "attributes.html": b"<p " + b" ".join(b"a%d=x" % i for i in range(50_000)) + b">miracle</p>",
    "attribute-long.html": b'<p title="' + b"x" * 3_000_000 + b'">miracle</p>',
    "references.html": b"&amp;" * 200_000,
    "numbers.html": b"&#0;&#x80;&#xD800;&#x110000;&#99999999999999;&notit;&NotEqualTilde;",
    "less-than.html": b"<" * 300_000,
    "comment-open.html": b"<!-- " + b"x" * 500_000,
    "script-open.html": b"<script>" + b"x" * 500_000,
    "one-line.txt": b"miracle cure " * 20_000,
    "one-word.txt": b"a" * 2_000_000 + b" miracle",
    "newlines.txt": b"\n" * 1_000_000,
    "spaces.txt": b" " * 2_000_000,
    "quotes.txt": b'"miracle" said ' * 20_000,
    "numbers.txt": b"50% 3 of 12 p < 0.05 n = 12 " * 20_000,
    "urls.txt": b"https://example.org/a/b/c " * 20_000 + b"a.b.c/" * 50_000,
    "mixed-ends.txt": b"miracle\r\ncure\rcure\r\n",
    "nul.txt": b"mir\0acle\0 cure",
    "invalid.txt": b"\xff\xfe\xfdmiracle\xc3\x28\xe2\x82\xf0\x9f" + TEXT.encode(),
    "overlong.html": b"<p>\xc0\xbcscript\xc0\xbe</p>",
    "surrogate.txt": b"\xed\xa0\x80\xed\xb0\x80 " + TEXT.encode(),
    "cut.txt": TEXT.encode() + b"miracle \xe2\x80",
    "utf16le.txt": b"\xff\xfe" + TEXT.encode("utf-16-le") + b"x",
    "utf32.txt": b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"),
    "utf7.html": b"<meta charset=utf-7>+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "zalgo.txt": b"m" + "\u0301".encode() * 50_000 + b"iracle",
    "bidi.txt": ("\u202e" + TEXT + "\u202c").encode(),
    "zero-width.txt": ("mir\u200bacle c\u00adure \ufeff" + TEXT).encode(),
    "escapes.txt": b"\x1b[2J\x1b]0;pwn\x07\x1b[31m" + TEXT.encode() + b"\x9b31m",
    "nonchar.txt": ("\ufffe\uffff\U0001ffff " + TEXT).encode(),
    "separators.html": ("<p>a\u2028b\u2029" + TEXT).encode(),
    "formula.txt": b'=HYPERLINK("http://x","y") miracle\n@SUM(1)\n+1\n-1\n',
    "program.html": b"\x7fELF\2\1\1" + bytes(range(256)) * 8,
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "noise.txt": bytes((i * 7919 + i * i) % 256 for i in range(200_000)),
    "packed.txt": gzip.compress(TEXT.encode() * 20),
    "broken.jsonl": b'{"id":1,"text":"a"}\n{"text":\n[1]\nnull\n{"id":"x","text":"\\ud800 lone"}\n{"id":"<b>","text":"It may help."}\n',
    "empty.html": b"",
    "script.html": b"<title><script>alert(1)</script></title><p onclick=alert(1)><img src=x onerror=alert(1)>miracle</p>",
}

NAMES = ["new\nline.html", "tab\t.html", "esc\x1b[31mred.html", "rtl\u202egnp.html", " lead.html", "-rf.html", "--help.html", "...html", "a%2Fb.html", "a\\b.html",
         "<img src=x onerror=alert(1)>.html", '"><svg onload=alert(1)>.html', "=cmd|calc!A1.html", "$(touch pwn).html", "`id`.html", '{"a":1}.html', "A.html", "a.html",
         "e\u0301.html", "\u00e9.html", "x.txt#2", "L" * 240 + ".html", "\U0001f48a.html", "%s%n%d.html", "{{7*7}}.html"]


def record(block, kind="response", length=None, mime="application/http; msgtype=response"):
    head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/a\r\nWARC-Date: 2026-01-02T03:04:05Z\r\nContent-Type: {mime}\r\n"
    return head.encode() + f"Content-Length: {len(block) if length is None else length}\r\n\r\n".encode() + block + b"\r\n\r\n"


def response(body=GOOD, headers="Content-Type: text/html", status="200 OK"):
    return f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body


PAGE = record(response())
BOMB = gzip.compress(bytes(200_000_000), 9)
PACKED = {
    "bomb.html.gz": BOMB,
    "bomb-of-bombs.html.gz": gzip.compress(BOMB),
    "bomb.jsonl.gz": gzip.compress(b'{"text":"a"}\n') + BOMB,
    "bomb.warc.gz": gzip.compress(PAGE) + gzip.compress(record(response(bytes(200_000_000)))) + gzip.compress(PAGE),
    "bomb-inside.warc": PAGE + record(response(BOMB, "Content-Type: text/html\r\nContent-Encoding: gzip")) + PAGE,
    "bomb.html.zst": b"\x28\xb5\x2f\xfd\xa4\x00\x00\x00\x40" + b"\x02\x00\x10\x61" * 4000 + b"\x03\x00\x10\x61",
    "quine-deep.html.gz": gzip.compress(gzip.compress(gzip.compress(gzip.compress(GOOD)))),
    "cut.html.gz": gzip.compress(GOOD * 50)[:-9],
    "cut.warc.gz": gzip.compress(PAGE) + gzip.compress(PAGE)[:-20],
    "head-only.gz": b"\x1f\x8b",
    "wrong-sum.html.gz": gzip.compress(GOOD)[:-8] + bytes(8),
    "window.html.zst": b"\x28\xb5\x2f\xfd\x00\xff" + bytes(20),
    "skip.html.zst": b"\x50\x2a\x4d\x18\xff\xff\xff\xff" + bytes(20),
    "not-packed.html.gz": GOOD,
    "packed.html": gzip.compress(GOOD),
    "lies.warc": b"".join(PAGE + record(response(), length=n) for n in (0, 1, 50, 10**6, 10**12, 10**30, -5, "x")) + PAGE,
    "no-end.warc": PAGE + record(response(GOOD * 100))[:-300],
    "endless-head.warc": PAGE + b"WARC/1.0\r\n" + b"A: b\r\n" * 500_000,
    "junk.warc": bytes(range(256)) * 2000 + b"\n" + PAGE,
    "nul.warc": bytes(100_000) + b"\r\n" + PAGE,
    "nested.warc": record(PAGE, "resource", mime="text/html"),
    "chunks.warc": b"".join(record(response(b, "Content-Type: text/html\r\nTransfer-Encoding: chunked"))
                            for b in (b"ffffffffffffffff\r\n" + GOOD, b"-1\r\n" + GOOD, b"7fffffff\r\n", b"1\r\na" * 5, b"0\r\n\r\n", b"")),
    "codings.warc": b"".join(record(response(GOOD[20:], f"Content-Type: text/html\r\nContent-Encoding: {c}"))
                             for c in ("gzip", "br", "deflate", "zstd", "none", "gzip," * 100, "\u20ac")),
    "heads.warc": b"".join(record(response(GOOD, h)) for h in ("", ":", "Content-Type", "Content-Type:;;;charset", "A: " + "b" * 100_000, " folded", "\0: \0")),
    "empty.warc": b"",
    "only-breaks.warc": b"\r\n" * 100_000,
    "zip.html": b"PK\x03\x04\x14\0\x01\0" + bytes(50),
    "pgp.txt": b"-----BEGIN PGP MESSAGE-----\n\nabc\n",
}
# What of each must come out: articles, and the reasons of what was rejected.
EXPECTED = {
    "bomb.html.gz": (0, {"bomb"}), "bomb-of-bombs.html.gz": (0, {"bomb"}), "bomb.jsonl.gz": (1, {"bomb"}), "bomb.warc.gz": (1, {"bomb"}),
    "bomb-inside.warc": (2, {"bomb"}), "quine-deep.html.gz": (0, {"nested"}), "cut.html.gz": (0, {"corrupt"}), "cut.warc.gz": (1, {"corrupt"}),
    "wrong-sum.html.gz": (0, {"corrupt"}), "not-packed.html.gz": (1, set()), "packed.html": (1, set()), "no-end.warc": (1, {"corrupt"}),
    "endless-head.warc": (1, {"corrupt"}), "junk.warc": (1, {"corrupt"}), "nul.warc": (1, {"corrupt"}), "empty.warc": (0, {"empty"}),
    "only-breaks.warc": (0, {"empty"}), "zip.html": (0, {"encrypted"}), "pgp.txt": (0, {"encrypted"}),
}


def make(folder):
    for name, content in PACKED.items():
        (folder / "packed" / name).write_bytes(content)
    for name, content in CONTENT.items():
        (folder / "content" / name).write_bytes(content)
    for name in NAMES:
        (folder / "names" / name).write_bytes(GOOD)
    for name in (b"inv\xff\xfe.html", b"lat\xe9.html"):
        with open(os.path.join(os.fsencode(folder), b"names", name), "wb") as f:
            f.write(GOOD)
    os.mkfifo(folder / "kinds/pipe.html")
    os.symlink("nowhere", folder / "kinds/dangling.html")
    os.symlink("/etc/passwd", folder / "kinds/escape.txt")
    os.symlink("..", folder / "kinds/up")
    with open(folder / "kinds/sparse.txt", "wb") as f:
        f.truncate(1 << 33)


def files_in(folder):
    return sum(len(files) + sum(os.path.islink(os.path.join(where, d)) for d in folders) for where, folders, files in os.walk(os.fsencode(folder)))


def check(binary, folder, out):
    done = subprocess.run([binary, "annotate", str(folder), "-o", str(out), "-q"], capture_output=True, timeout=1500)
    assert done.returncode in (0, 3), f"exit {done.returncode}: {done.stderr[-3000:]!r}"
    assert b"Sanitizer" not in done.stderr and b"runtime error" not in done.stderr, done.stderr[-3000:]
    assert not any(c < 32 and c != 10 for c in done.stderr), done.stderr[-300:]
    records = [json.loads(line) for line in (out / "annotations.jsonl").read_bytes().decode("utf-8").split("\n") if line]
    inputs = {(r["source"].get("path_hex") or r["source"]["path"]) for r in records}
    assert len(inputs) == files_in(folder), f"{len(inputs)} inputs answered of {files_in(folder)}"
    for r in records:
        assert ("rejected" in r) != ("assessment" in r), r["id"]
        b, e = r["source"].get("bytes", [0, 0])
        for a in r.get("annotations", []):
            assert r["text"][a["begin"] : a["end"]] == a["text"], r["id"]
            assert a["source"] is None or b <= a["source"][0] <= a["source"][1] <= e, (r["id"], a)
    pages = list((out / "articles").iterdir())
    assert len(pages) == sum("assessment" in r for r in records), "a page an article"
    print(f"{folder.name}: {len(inputs)} inputs, {len(records)} records, {sum('rejected' in r for r in records)} rejected")


def check_packed(out):
    records = [json.loads(line) for line in (out / "annotations.jsonl").read_text().splitlines()]
    for name, (articles, reasons) in EXPECTED.items():
        own = [r for r in records if r["source"]["path"].endswith("/packed/" + name)]
        got = sum("assessment" in r for r in own), {r["rejected"]["reason"] for r in own if "rejected" in r}
        assert got == (articles, reasons), (name, got)
    lies = [r for r in records if r["source"]["path"].endswith("/packed/lies.warc")]
    assert sum("assessment" in r for r in lies) >= 9, "the records around those that lie"


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as there:
        made = pathlib.Path(there) / "made"
        for sub in ("content", "names", "kinds", "packed"):
            (made / sub).mkdir(parents=True)
        make(made)
        check(binary, made, pathlib.Path(there) / "out")
        check_packed(pathlib.Path(there) / "out")
        for number, name in enumerate(sys.argv[2:]):
            if pathlib.Path(name).is_dir():
                check(binary, pathlib.Path(name).resolve(), pathlib.Path(there) / f"out{number}")


if __name__ == "__main__":
    main()

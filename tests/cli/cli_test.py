#!/usr/bin/env python3
"""The program as its user meets it: help, exit codes, messages, what goes to which stream, what a terminal sees.

    cli_test.py BINARY ROOT"""
import fcntl
import json
import os
import pathlib
import pty
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

SHIPPED, ROOT = (pathlib.Path(a).resolve() for a in sys.argv[1:3])
RECORD = json.dumps({"id": "r", "text": "This groundbreaking pill may help, said Ann Lee."}) + "\n"


def few_rules(table):
    """Of a table of rules those whose own example uses words of this file, and one of fifty others; another table whole."""
    head, *rows = table.read_text("utf-8").splitlines(keepends=True)
    if not head.startswith("id\tlabel\tpattern"):
        return head + "".join(rows)
    here = pathlib.Path(__file__).read_text("utf-8").lower()
    used = lambda row: any(words in here for words in re.findall(r"\[\[(.+?)\]\]", row.lower().replace("-", "")))
    return head + "".join(row for i, row in enumerate(rows) if i % 50 == 0 or row.count("\t") < 2 or used(row))


def install(folder):
    """The program with few rules: it starts many times here, and most of a start is the reading of its rules."""
    (folder / "bin").mkdir()
    binary = pathlib.Path(shutil.copy(SHIPPED, folder / "bin"))
    for table in (ROOT / "lexicons").rglob("*.tsv"):
        copy = folder / "share/hypeline" / table.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(few_rules(table), "utf-8")
    return binary


def run(*args, stdin=b"", binary=None, **more):
    return subprocess.run([binary or BINARY, *map(str, args)], input=stdin, capture_output=True, timeout=300, **more)


def in_terminal(*args, env=None):
    """What a terminal shows of the run (both streams), and the exit code."""
    pid, master = pty.fork()
    if pid == 0:
        os.execve(BINARY, [str(BINARY), *map(str, args)], {**os.environ, "TERM": "xterm", **(env or {})})
    shown = b""
    try:
        while piece := os.read(master, 65536):
            shown += piece
    except OSError:
        pass
    return shown.decode("utf-8", "replace"), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


class Cli(unittest.TestCase):
    def setUp(self):
        self.there = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.there)

    def make_input(self, count=3):
        folder = self.there / "in"
        folder.mkdir(exist_ok=True)
        for i in range(count):
            (folder / f"{i}.txt").write_text(f"Pill number {i}\n\nThis groundbreaking pill may help people sleep, said Ann Lee. It was tested in mice.\n")
        return folder

    def test_help_has_examples_for_the_program_and_every_command(self):
        for args in ([], ["annotate"], ["show"], ["lexicon"], ["explain"], ["verdicts"]):
            done = run(*args, "--help")
            self.assertEqual(done.returncode, 0)
            self.assertIn(b"Examples:", done.stdout)
            self.assertEqual(done.stderr, b"")
        self.assertRegex(run("--version").stdout.decode(), r"^hypeline \d+\.\d+\.\d+\n$")

    def test_wrong_usage_is_exit_2_and_says_what(self):
        for args, words in ((["annotate", "--no-such-flag", "x"], "no-such-flag"), (["annotate"], "IN"), (["nothing"], "nothing"), ([], "subcommand"),
                            (["annotate", ".", "--jobs", "0"], "jobs"), (["annotate", ".", "--fail-on", "huge"], "fail-on"), (["show", "/no/such/file"], "exist")):
            done = run(*args)
            self.assertEqual(done.returncode, 2, args)
            self.assertIn(words, done.stderr.decode(), args)

    def test_a_bad_lexicon_is_an_error_with_file_line_and_caret(self):
        shutil.copytree(ROOT / "lexicons", self.there / "lexicons")
        (self.there / "lexicons/en/zz.tsv").write_text("id\tlabel\tpattern\tunless\thit\tmiss\tsource\nzz-one\thype.hpye\tx\t\tx\t\town\nzz-two\thype.hope\t/(x/\t\tx\t\town\n")
        done = run("annotate", self.make_input(), "-o", self.there / "out", "--lexicons", self.there / "lexicons")
        self.assertEqual(done.returncode, 2)
        said = done.stderr.decode()
        self.assertIn("zz.tsv:2", said)
        self.assertIn("hype.hpye", said)
        self.assertIn("zz.tsv:3", said)
        self.assertIn("^", said)
        self.assertFalse((self.there / "out").exists())

    def annotated(self, *args):
        done = run("annotate", self.make_input(1), "-o", self.there / "out", "-q", *args)
        self.assertEqual(done.returncode, 0, done.stderr)
        line = (self.there / "out/annotations.jsonl").read_text("utf-8")
        return json.loads(line), json.loads((self.there / "out/run.json").read_text("utf-8"))

    def verdict(self, name, record, finding, verdict, **more):
        made = {"fingerprint": finding["fingerprint"], "rule": finding["rule"], "verdict": verdict, "reviewer": name, "at": "2026-11-22",
                "text_sha256": record["text_sha256"], **more}
        path = self.there / f"{name}.jsonl"
        path.write_text(json.dumps(made) + "\n")
        return path

    def test_explain_shows_weights_and_what_a_finding_moves(self):
        page = self.there / "page.txt"
        page.write_text("Berry cures colds\n\nThis miracle berry cures colds, a study in mice found. \x1b[31mIt is a breakthrough.\n")
        done = run("explain", page)
        self.assertEqual(done.returncode, 0)
        said = done.stdout.decode()
        for words in ("PROMOTIONAL LOAD", "bias", "model:words", "words:breakthrough*", "MISMATCHES", "rests on a", "PRIORITY", "WITHOUT ONE FINDING"):
            self.assertIn(words, said)
        self.assertRegex(said.split("WITHOUT ONE FINDING")[1], r"a\d+ “[^”]+” .*: ")
        self.assertNotIn("\x1b[31m", said)

    def test_explain_tells_a_rule_and_a_label(self):
        table = self.there / "precision.tsv"
        table.write_text("rule\tn\tright\tprecision\tlow\thigh\tcorpus\tlabelled\natt-said\t9\t8\t0.89\t0.57\t0.98\t8/9\t0/0\n")
        done = run("explain", "att-said", "--precision", table, binary=SHIPPED)
        self.assertEqual(done.returncode, 0)
        for words in ("att-said", "source.attribution", "pattern", "matches in", "8 of 9 right", "Read by the attribution model", "w=said"):
            self.assertIn(words, done.stdout.decode())
        label = run("explain", "hype.hope", binary=SHIPPED)
        self.assertEqual(label.returncode, 0)
        self.assertIn("promises.tsv", label.stdout.decode())
        self.assertEqual(run("explain", "no-such-rule").returncode, 2)

    def test_verdicts_are_merged_counted_and_shown_beside_the_findings(self):
        record, _ = self.annotated()
        finding = next(a for a in record["annotations"] if a["label"] == "hype.superlative")
        store = self.there / "store.jsonl"
        ann, ben = self.verdict("ann", record, finding, "agree"), self.verdict("ben", record, finding, "agree", comment="\x1b[31m")
        gone = self.verdict("cy", record, finding, "not-a-finding", fingerprint="0" * 16)
        with open(gone, "a") as more:
            more.write(json.dumps({"rule": finding["rule"], "site": "a.example", "reason": "a name", "by": "cy", "until": "2026-12-31"}) + "\n")
        self.assertEqual(run("verdicts", "import", ann, "--store", store).returncode, 0)
        first = store.read_bytes()
        done = run("verdicts", "import", ben, gone, ann, "--store", store)
        self.assertEqual(done.returncode, 0)
        self.assertIn(b"3 verdicts, 2 of them new", done.stderr)
        self.assertIn(b"where they are: 1 lines", done.stderr)
        self.assertIn(first, store.read_bytes())
        row = next(line for line in run("verdicts", "stats", store).stdout.decode().splitlines() if line.startswith(finding["rule"] + "\t"))
        self.assertEqual(row.split("\t")[1:6], ["1", "1", "0", "0", "0.50"])
        record, told = self.annotated("--verdicts", store)
        finding = next(a for a in record["annotations"] if a["label"] == "hype.superlative")
        self.assertEqual((finding["reviewed"], finding["record"]["right"], finding["record"]["wrong"]), ("right", 1, 1))
        self.assertEqual(told["verdicts"], {"given": 3, "orphaned": 1})
        stats = run("verdicts", "stats", store, "--run", self.there / "out")
        self.assertIn(b"orphaned 0000000000000000", stats.stdout)
        self.assertIn(b"the rules changed", stats.stdout)

    def test_reviewers_who_disagree_are_reported(self):
        record, _ = self.annotated()
        finding = next(a for a in record["annotations"] if a["label"] == "hype.superlative")
        done = run("verdicts", "import", self.verdict("ann", record, finding, "agree"), self.verdict("ben", record, finding, "wrong-label"), "-o", self.there / "s")
        self.assertIn(f"conflict {finding['fingerprint']}".encode(), done.stdout)
        self.assertIn(b"ben says wrong-label", done.stdout)

    def test_a_bad_verdicts_file_is_an_error_with_its_line_and_writes_nothing(self):
        bad = self.there / "bad.jsonl"
        bad.write_text('\n{"fingerprint":"1"}\n')
        done = run("verdicts", "import", bad, "--store", self.there / "store")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"bad.jsonl:2", done.stderr)
        self.assertFalse((self.there / "store").exists())
        self.assertEqual(run("annotate", self.make_input(), "-o", self.there / "out", "--verdicts", bad).returncode, 2)

    def test_what_reviewers_ignore_is_marked_counted_and_not_assessed(self):
        record, told = self.annotated()
        self.assertEqual((record["assessment"]["ignored"], told["ignored"]), (0, 0))
        before = record["assessment"]["promotional_load"]["count"]
        finding = next(a for a in record["annotations"] if a["label"] == "hype.superlative")
        entry = {"fingerprint": finding["fingerprint"], "reason": "a product's name", "by": "ann", "until": "2026-12-31"}
        (self.there / "ignore.jsonl").write_text(json.dumps(entry) + "\n")
        record, told = self.annotated("--ignore", self.there / "ignore.jsonl", "--today", "2026-12-31")
        self.assertEqual((record["assessment"]["ignored"], told["ignored"]), (1, 1))
        self.assertEqual(record["assessment"]["promotional_load"]["count"], before - 1)
        finding = next(a for a in record["annotations"] if a["label"] == "hype.superlative")
        self.assertEqual(finding["attributes"]["ignored"], "a product's name (ann, until 2026-12-31)")
        record, _ = self.annotated("--ignore", self.there / "ignore.jsonl", "--today", "2027-01-01")
        self.assertEqual(record["assessment"]["ignored"], 0)

    def papers(self):
        """An article, a list of retractions and a folder of abstracts that know the paper it cites."""
        (self.there / "abstracts").mkdir()
        (self.there / "abstracts" / "a.jsonl").write_text(json.dumps({
            "pmid": 4242424, "doi": "10.5555/W.1", "title": "Walnuts and memory in older adults",
            "abstract": "We followed 300 older adults for two years. Eating walnuts was associated with better memory scores."}) + "\n")
        (self.there / "list.csv").write_text(
            "Title,RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason\r\n"
            '"Walnuts, memory",5/1/2023 0:00,10.5555/n,10.5555/w.1,0,Retraction,+Data made up;\r\n')
        (self.there / "nuts.txt").write_text(
            "Walnuts and the mind\n\nEating walnuts improves memory in older adults. People who ate a handful each day did better on every test they were given.\n\n"
            "Source: Doe J, Roe K. Walnuts and memory in older adults. J Nuts. 2020. doi: 10.5555/w.1. PMID: 4242424.\n")
        return ["--retractions", self.there / "list.csv", "--abstracts", self.there / "abstracts"]

    def test_a_cited_paper_is_looked_up_in_the_files_given(self):
        flags = self.papers()
        for _ in range(2):  # the second time with the index of the first
            done = run("annotate", self.there / "nuts.txt", "-o", self.there / "out", "-q", *flags, binary=SHIPPED)
            self.assertEqual(done.returncode, 0, done.stderr)
            assessment = json.loads((self.there / "out/annotations.jsonl").read_text())["assessment"]
            (source,) = assessment["sources"]
            self.assertEqual((source["doi"], source["pmid"]), ("10.5555/w.1", "4242424"))
            self.assertEqual(source["retraction"]["date"], "2023-05-01")
            self.assertEqual(source["comparison"]["verdict"], "exaggerates")
            self.assertEqual(source["comparison"]["source_claim"], "Eating walnuts was associated with better memory scores.")
            kinds = {m["kind"]: m for m in assessment["mismatches"]}
            self.assertIn("retracted-source", kinds)
            self.assertIn("“Eating walnuts improves memory in older adults.”", kinds["exceeds-source"]["message"])
        told = run("explain", self.there / "nuts.txt", *flags, binary=SHIPPED).stdout.decode()
        self.assertIn("compared: exaggerates", told)
        self.assertIn("retraction 2023-05-01: Data made up", told)

    def test_bad_files_of_papers_are_errors_with_file_and_line(self):
        flags = self.papers()
        with open(self.there / "list.csv", "a") as more:
            more.write('"open,5/1/2023')
        (self.there / "abstracts" / "b.xml").write_text("<PubmedArticleSet>\n<PubmedArticle></PubmedArticleSet>")
        done = run("annotate", self.there / "nuts.txt", "-o", self.there / "out", *flags)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"list.csv:3: error: a quote is opened", done.stderr)
        self.assertIn(b"b.xml:2: error: mismatched tag", done.stderr)
        self.assertFalse((self.there / "out").exists())
        self.assertFalse((self.there / "abstracts" / "hypeline-abstracts.sqlite").exists())

    def test_a_missing_input_publishes_nothing(self):
        done = run("annotate", self.there / "nowhere", "-o", self.there / "out")
        self.assertEqual(done.returncode, 74)
        self.assertIn("nowhere", done.stderr.decode())
        self.assertFalse((self.there / "out").exists())

    def test_records_in_annotations_out_and_nothing_else_on_standard_output(self):
        done = run("annotate", "-", stdin=RECORD.encode() * 5)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stderr, b"")
        lines = [json.loads(line) for line in done.stdout.decode().splitlines()]
        self.assertEqual(len(lines), 5)
        labels = {a["label"] for a in lines[0]["annotations"]}
        self.assertLessEqual({"hype.superlative", "hedge.cue", "source.attribution"}, labels)

    def test_rejected_inputs_are_exit_3_and_the_report_is_complete(self):
        folder = self.make_input()
        (folder / "empty.txt").write_text("")
        done = run("annotate", folder, "-o", self.there / "out")
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"3 articles, 1 rejected", done.stderr)
        self.assertEqual(len((self.there / "out/annotations.jsonl").read_text().splitlines()), 4)

    def test_fail_on_is_exit_1(self):
        (self.make_input() / "x.txt").write_text("Pill news\n\nThe FDA has approved this therapy for Phase 1.\n")
        self.assertEqual(run("annotate", self.there / "in", "-o", self.there / "out", "--fail-on", "high", binary=SHIPPED).returncode, 1)

    def test_another_run_on_the_same_output_is_exit_75(self):
        with open(self.there / ".out.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            done = run("annotate", self.make_input(), "-o", self.there / "out")
        self.assertEqual(done.returncode, 75)
        self.assertIn("another run", done.stderr.decode())

    def test_a_full_disk_publishes_nothing(self):
        done = run("annotate", self.make_input(), "-o", "/dev/full/out")
        self.assertEqual(done.returncode, 74)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([BINARY, "annotate", "-"], input=RECORD.encode(), stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 74)
        self.assertIn(b"standard output", done.stderr)

    def test_sigterm_ends_the_run_and_publishes_nothing(self):
        folder = self.make_input(3000)
        process = subprocess.Popen([BINARY, "annotate", folder, "-o", self.there / "out", "-j", "1"], stderr=subprocess.PIPE)
        while not list(self.there.glob("out.partial-*/articles/*")) and process.poll() is None:
            time.sleep(0.02)
        process.send_signal(signal.SIGTERM)
        said = process.communicate()[1].decode()
        self.assertEqual(process.returncode, 143, said)
        self.assertIn("nothing was published", said)
        self.assertEqual([p.name for p in self.there.glob("out*")], [])

    def test_progress_is_for_terminals(self):
        folder = self.make_input()
        self.assertNotIn(b"\r", run("annotate", folder, "-o", self.there / "out").stderr)
        shown, code = in_terminal("annotate", folder, "-o", self.there / "out")
        self.assertEqual(code, 0)
        self.assertIn("3/3 inputs", shown)
        self.assertNotIn("inputs", in_terminal("annotate", folder, "-o", self.there / "out", "-q")[0])

    def test_show_has_colours_on_a_terminal_only_and_wraps_to_its_width(self):
        page = self.make_input() / "0.txt"
        plain = run("show", page, "--width", "60").stdout.decode()
        self.assertNotIn("\x1b", plain)
        self.assertIn("groundbreaking[", plain)
        self.assertLessEqual(max(map(len, plain.splitlines())), 60)
        self.assertIn("\x1b[", in_terminal("show", page)[0])
        self.assertNotIn("\x1b", in_terminal("show", page, env={"NO_COLOR": "1"})[0])

    def test_what_is_shown_holds_no_control_of_the_scrape(self):
        page = self.there / "page.txt"
        page.write_bytes(b"A \x1b]0;pwn\x07 miracle \x1b[31mcure, he said. \xe2\x80\xae Turned.\n")
        shown = run("show", page).stdout
        self.assertFalse(any(c < 32 and c != 10 for c in shown))
        self.assertNotIn("\u202e".encode(), shown)


if __name__ == "__main__":
    installed = tempfile.TemporaryDirectory()
    BINARY = install(pathlib.Path(installed.name))
    part, parts = map(int, sys.argv[3].split("/"))
    names = unittest.defaultTestLoader.getTestCaseNames(Cli)[part - 1 :: parts]
    unittest.main(argv=[sys.argv[0], *(f"Cli.{name}" for name in names)])

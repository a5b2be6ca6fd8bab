#!/usr/bin/env python3
"""Where the bands of the promotional load lie in real text: quantiles of the rate per 1,000 words over articles of at least 250 words.

    scripts/measure_bands.py --bin build/release/hypeline RECORDS.jsonl…    records are {"id", "text", "title"?}

The bounds in pipeline/assess/promotional.cpp are the median and the 90th percentile of 1,007 news stories and press releases rated by
HealthNewsReview.org: low up to the median, moderate up to the 90th percentile, high above."""
import argparse
import json
import pathlib
import subprocess


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--bin", required=True)
    ask.add_argument("records", nargs="+", type=pathlib.Path)
    args = ask.parse_args()
    rates = []
    for path in args.records:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        lines = "".join(json.dumps({k: r[k] for k in ("id", "text", "title") if r.get(k)}) + "\n" for r in rows)
        done = subprocess.run([args.bin, "annotate", "-"], input=lines.encode(), capture_output=True, check=False)
        found = [json.loads(line).get("assessment", {}).get("promotional_load", {}).get("per_1000") for line in done.stdout.decode().splitlines()]
        here = sorted(r for r in found if r is not None)
        rates += here
        print(f"{path.stem}: {len(here)} articles, median {here[len(here) // 2]:.1f}, 90th percentile {here[len(here) * 9 // 10]:.1f}")
    rates.sort()
    print(f"together: {len(rates)}, median {rates[len(rates) // 2]:.1f}, 90th percentile {rates[len(rates) * 9 // 10]:.1f}")


if __name__ == "__main__":
    main()

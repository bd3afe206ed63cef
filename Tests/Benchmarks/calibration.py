#!/usr/bin/env python3
"""calibration.py PROGRAM GOLD.jsonl...: whether confidence means what it says.

Feeds each gold text to `PROGRAM dates --jsonl` and prints, for each band of confidence, how many of the expressions
that the gold marks too (any overlap) have the gold's value. A calibrated program has both columns alike.
"""
import json
import shlex
import subprocess
import sys

BANDS = [0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.985, 1.01]


def answers(program, path):
    rows = [json.loads(line) for line in open(path, encoding="utf8") if line.strip()]
    keys = ("id", "text", "published", "language")
    feed = "".join(json.dumps({k: r[k] for k in keys if r.get(k)}, ensure_ascii=False) + "\n" for r in rows)
    done = subprocess.run([*shlex.split(program), "dates", "--jsonl", "-"], input=feed.encode(), stdout=subprocess.PIPE)
    found = [json.loads(line) for line in done.stdout.decode().splitlines()]
    for row, answer in zip(rows, found):
        for timex in answer["timexes"]:
            gold = [g for g in row["timexes"] if g["start"] < timex["end"] and timex["start"] < g["end"] and g["value"]]
            if gold:
                yield timex, any(g["value"] == timex["value"] for g in gold)


def table(title, results):
    print(title)
    print("  confidence      answers  mean said  right")
    for low, high in zip(BANDS, BANDS[1:]):
        band = [(t["confidence"], ok) for t, ok in results if low <= t["confidence"] < high]
        if band:
            said = sum(c for c, _ in band) / len(band)
            right = sum(ok for _, ok in band) / len(band)
            print(f"  {low:.3f}-{min(high, 1):.3f}  {len(band):7d}  {said:9.3f}  {right:5.3f}")


def main():
    results = [pair for path in sys.argv[2:] for pair in answers(sys.argv[1], path)]
    table("all", results)
    table("repaired", [(t, ok) for t, ok in results if t["basis"] == "repaired"])
    for basis in sorted({t["basis"] for t, _ in results}):
        own = [ok for t, ok in results if t["basis"] == basis]
        print(f"  basis {basis:10s} {len(own):5d} answers, {sum(own) / len(own):.3f} right")


if __name__ == "__main__":
    main()

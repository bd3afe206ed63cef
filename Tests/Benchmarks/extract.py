#!/usr/bin/env python3
"""Times `linimasa extract` beside `linimasa dates`, on the articles of dates.py.

usage: extract.py PROGRAM RESOURCES [MEGABYTES]

Both filters read the same JSON Lines on the same machine in one run, so that the ratio between them, and that of two
threads to one, do not depend on it. Speeds are megabytes of the plain text a second. Memory is the largest resident
set at a tenth of the input and at all of it: a filter's must be the same.
"""
import sys
from dates import ROOT, best, make, run


def main():
    program, resources = sys.argv[1], sys.argv[2]
    megabytes = float(sys.argv[3]) if len(sys.argv) > 3 else 100
    folder = ROOT / ".build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    plain, lines = make(folder, megabytes)
    size = plain.stat().st_size / 1e6
    print(f"{size:.0f} MB of text, {lines.stat().st_size / 1e6:.0f} MB of JSON Lines")

    def speed(*arguments):
        seconds, memory = best([program, *arguments, "--resources", resources, str(lines)], 2)
        return size / seconds, memory

    dates, _ = speed("dates", "--jsonl")
    print(f"linimasa dates, 1 job    {dates:7.1f} MB/s")
    one = None
    for jobs in (1, 2):
        found, memory = speed("extract", "--jobs", str(jobs))
        one = one or found
        print(f"linimasa extract, {jobs} job{'s' if jobs > 1 else ' '} {found:7.1f} MB/s   {memory:.1f} MB at most"
              f"   {found / one:.2f} of one job   {found / dates:.2f} of dates")
    tenth = folder / "tenth.jsonl"
    with lines.open("rb") as whole, tenth.open("wb") as part:
        for number, line in enumerate(whole):
            if number % 10 == 0: part.write(line)
    memory = {path: run([program, "extract", "--resources", resources, str(path)])[1] for path in (tenth, lines)}
    print(f"memory at a tenth of the input {memory[tenth]:.1f} MB, at all of it {memory[lines]:.1f} MB")
    starts = sorted(run([program, "extract", "--resources", resources, "-"])[0] for _ in range(21))
    print(f"start on an empty input: p50 {starts[10] * 1000:.1f} ms, least {starts[0] * 1000:.1f} ms")


main()

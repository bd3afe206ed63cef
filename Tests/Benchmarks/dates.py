#!/usr/bin/env python3
"""Times `linimasa dates` beside ripgrep, on text made from the project's own corpora.

usage: dates.py PROGRAM RESOURCES [MEGABYTES]

The articles of Tests/Corpora/events and Tests/Corpora/dates (marks taken out), each with the publication day that its
marks name, are repeated until they hold 100 MB of text. ripgrep finds month and weekday names and numeric dates in the
plain text, on one thread; the program tags and normalizes every expression of the same texts, given as JSON Lines with
the language left for it to find. Both speeds are megabytes of the plain text a second, so that their ratio does not
depend on the machine.
"""
import json, os, re, resource, subprocess, sys, time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MONTHS = "January February March April May June July August September October November December".split()
BULAN = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
HARI = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()
NUMERIC = r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}"
# The boundaries are those of ASCII: with Unicode's, ripgrep falls back to an engine several times as slow.
WORDS = r"(?-u:\b)(?:%s|%s)(?-u:\b)" % ("|".join(dict.fromkeys(MONTHS + BULAN + WEEKDAYS + HARI)), NUMERIC)


def articles():
    """(publication day or None, text) of every article of the own corpora."""
    for path in sorted(ROOT.glob("Tests/Corpora/events/*.txt")):
        marks = path.with_suffix(".tsv")
        day = re.search(r"^# published\t(\S+)", marks.read_text(), re.M) if marks.exists() else None
        yield (day and day.group(1)), path.read_text()
    for path in sorted(ROOT.glob("Tests/Corpora/dates/*.txt")):
        day, lines = None, []
        for line in path.read_text().splitlines() + ["# end"]:
            if line.startswith("#"):
                if lines: yield day, "\n".join(lines) + "\n"
                lines = []
                named = re.match(r"# published (\S+)", line)
                if named: day = named.group(1) if named.group(1)[:1].isdigit() else None
            elif line.strip():
                lines.append(re.sub(r"\[([^]=]*)=[^]]*\]", r"\1", line))


def make(folder, megabytes):
    texts = list(articles())
    plain, lines = folder / "dates.txt", folder / "dates.jsonl"
    with plain.open("w") as a, lines.open("w") as b:
        size = number = 0
        while size < megabytes * 1_000_000:
            for day, text in texts:
                number += 1
                size += a.write(text)
                record = {"id": str(number), "text": text} | ({"published": day} if day else {})
                b.write(json.dumps(record, ensure_ascii=False) + "\n")
    return plain, lines


def run(command, keep=False):
    """Seconds, peak memory in MB and standard output of a command."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE if keep else subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    output = process.stdout.read() if keep else b""
    _, status, usage = os.wait4(process.pid, 0)
    if status: sys.exit(f"{command[0]} failed: {status}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024, output


def best(command, times=3):
    runs = [run(command) for _ in range(times)]
    return min(seconds for seconds, _, _ in runs), max(memory for _, memory, _ in runs)


def main():
    program, resources = sys.argv[1], sys.argv[2]
    megabytes = float(sys.argv[3]) if len(sys.argv) > 3 else 100
    folder = ROOT / ".build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    plain, lines = make(folder, megabytes)
    size = plain.stat().st_size / 1e6
    dates = [program, "dates", "--jsonl", "--resources", resources, str(lines)]
    print(f"{size:.0f} MB of text in {sum(1 for _ in lines.open())} articles")
    rg = None
    try:
        seconds, _ = best(["rg", "--no-config", "--threads", "1", "--count-matches", WORDS, str(plain)])
        found = int(run(["rg", "--no-config", "--count-matches", WORDS, str(plain)], keep=True)[2])
        rg = size / seconds
        print(f"rg --count-matches     {rg:7.1f} MB/s   {found} matches")
    except FileNotFoundError:
        print("rg is not installed: apt-get install ripgrep")
    one = None
    for jobs in (1, 2):
        seconds, memory = best(dates + ["--jobs", str(jobs)])
        speed = size / seconds
        one = one or speed
        print(f"linimasa dates, {jobs} job{'s' * (jobs > 1)} {speed:7.1f} MB/s   {memory:.0f} MB at most"
              f"   {speed / one:.2f} of one job" + (f"   {speed / rg:.2f} of ripgrep" if rg else ""))
    tenth, memory = folder / "tenth.jsonl", {}
    with lines.open("rb") as whole, tenth.open("wb") as part:
        for number, line in enumerate(whole):
            if number % 10 == 0: part.write(line)
    for path in (tenth, lines):
        memory[path] = best([program, "dates", "--jsonl", "--resources", resources, str(path)], 1)[1]
    print(f"memory at a tenth of the input {memory[tenth]:.1f} MB, at all of it {memory[lines]:.1f} MB")
    starts = sorted(run([program, "dates", "--resources", resources, "-"])[0] for _ in range(21))
    print(f"start on an empty input: p50 {starts[10] * 1000:.1f} ms, least {starts[0] * 1000:.1f} ms")


if __name__ == "__main__":
    main()

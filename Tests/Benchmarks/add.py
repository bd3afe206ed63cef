#!/usr/bin/env python3
"""Times `linimasa add` on JSON Lines, on two cores: new articles, the same again, and a tenth of them for the memory.

usage: add.py PROGRAM RESOURCES [ARTICLES]

Articles of 2 KB are put together by chance from the sentences of the project's own corpora, each with a publication day
and numbers of its own, so that no two are alike. Everything is counted: reading, extraction, indexes, search index.
"""
import json, os, random, re, sys
from datetime import date, timedelta
from pathlib import Path
from dates import ROOT, articles, run


def make(path, count):
    chance = random.Random(7)
    sentences = [s for _, text in articles() for s in re.split(r"(?<=[.!?])\s+", text) if 30 < len(s) < 400]
    size = 0
    with path.open("w") as out:
        for number in range(count):
            parts, length = [f"Laporan nomor {number} dari redaksi."], 0
            while length < 1950:
                parts.append(chance.choice(sentences))
                length += len(parts[-1]) + 1
            day = date(2022, 1, 1) + timedelta(days=chance.randrange(1000))
            record = {"id": str(number), "title": f"Berita {number}", "published": day.isoformat(), "text": " ".join(parts)}
            size += out.write(json.dumps(record, ensure_ascii=False) + "\n")
    return size


def main():
    program, resources = sys.argv[1], sys.argv[2]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 100_000
    folder = ROOT / ".build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    library, lines = folder / "add.sqlite", folder / "add.jsonl"
    for number, title in ((count // 10, "a tenth"), (count, "all")):
        size = make(lines, number)
        for suffix in ("", "-wal", "-shm"):
            Path(f"{library}{suffix}").unlink(missing_ok=True)
        cores = min(2, os.cpu_count() or 1)
        command = ["taskset", "-c", ",".join(map(str, range(cores))), program, "add", "--library", str(library),
                   "--resources", resources, str(lines)]
        for name in ("new", "again"):
            seconds, memory, output = run(command, keep=True)
            print(f"{title}, {name}: {number / seconds:8.0f} articles/s {size / 1e6 / seconds:6.1f} MB/s "
                  f"{memory:6.0f} MB at most   {output.decode().strip()}")
    print(f"file: {library.stat().st_size / number:.0f} bytes an article")


main()

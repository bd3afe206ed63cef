#!/usr/bin/env python3
"""Times `linimasa article` beside trafilatura and htmldate on the same saved pages, in one run, on one core.

usage: pages.py PROGRAM RESOURCES PAGES [TIMES]

PAGES is a folder of pages (.html or .html.gz), which are read TIMES times (default 5). The rivals run in this process, so
neither the start of Python nor their imports count; what linimasa needs for its start does count.
"""
import gzip, os, subprocess, sys, tempfile, time
from pathlib import Path


def main():
    program, resources, folder = sys.argv[1:4]
    times = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    paths = sorted(path for path in Path(folder).glob("*") if path.name.endswith((".html", ".html.gz")))
    if not paths:
        print(f"{folder} holds no pages: not timed")
        return
    pages = [gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes() for path in paths]
    size = sum(map(len, pages))
    print(f"{len(pages)} pages, {size / 1e6:.1f} MB, {times} times, one core")

    with tempfile.TemporaryDirectory() as copies:
        names = []
        for number, page in enumerate(pages):
            name = os.path.join(copies, f"{number:04}.html")
            Path(name).write_bytes(page)
            names.append(name)
        start = time.perf_counter()
        command = [program, "article", "--json", "--resources", resources, *names * times]
        done = subprocess.run(command, capture_output=True, text=True)
        ours = len(pages) * times / (time.perf_counter() - start)
        if done.stdout.count("\n") < len(pages) * times * 0.9:
            sys.exit(f"most pages could not be read: {done.stderr[:500]}")
    print(f"linimasa     {ours:8.0f} pages/s  {ours * size / len(pages) / 1e6:6.1f} MB/s")

    def rival(name, read):
        start = time.perf_counter()
        for page in pages:
            try:
                read(page)
            except Exception:
                pass
        rate = len(pages) / (time.perf_counter() - start)
        print(f"{name:12} {rate:8.0f} pages/s  {rate * size / len(pages) / 1e6:6.1f} MB/s  x{ours / rate:.1f}")
        return rate

    import htmldate
    import trafilatura
    text = rival("trafilatura", lambda page: trafilatura.extract(page))
    day = rival("htmldate", lambda page: htmldate.find_date(page))
    both = 1 / (1 / text + 1 / day)
    print(f"{'both':12} {both:8.0f} pages/s  {both * size / len(pages) / 1e6:6.1f} MB/s  x{ours / both:.1f}")


main()

#!/usr/bin/env python3
"""Kills `linimasa add` at random moments, lets it run into a full disk, and lets several programs share one library.

usage: crash.py PROGRAM RESOURCES [KILLS]

After every kill the file must be whole by SQLite's own check, and in the end hold what an undisturbed run holds. The full
disk is a small tmpfs, which needs root; without it this part is left out and says so.
"""
import contextlib, json, os, random, re, shutil, sqlite3, subprocess, sys, tempfile, time
from pathlib import Path

PROGRAM, RESOURCES = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
KILLS = int(sys.argv[3]) if len(sys.argv) > 3 else 200
FOLDER = Path(tempfile.mkdtemp(prefix="linimasa-crash-"))
ENVIRONMENT = os.environ | {"LINIMASA_RESOURCES": RESOURCES}


def start(*arguments):
    return subprocess.Popen([PROGRAM, *map(str, arguments)], env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(process):
    output, errors = process.communicate()
    return process.returncode, output, errors


def check(holds, message):
    if not holds: sys.exit(f"FAILED: {message}")


def added(output): return int(re.match(r"added (\d+)", output).group(1))
def known(output): return int(re.search(r"(\d+) were there", output).group(1))


def intact(path):
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def lines(name, count):
    chance, path = random.Random(3), FOLDER / name
    cities, sides = ["Kharkiv", "Sudzha", "Goma", "Rafah", "Nduga"], ["Pasukan Rusia", "Tentara Ukraina", "Milisi M23"]
    with path.open("w") as out:
        for number in range(count):
            text = " ".join(f"{chance.choice(sides)} menyerang {chance.choice(cities)} pada {chance.randrange(1, 29)} "
                            f"Oktober 2024, kata laporan {chance.randrange(10**6)}." for _ in range(6))
            out.write(json.dumps({"id": str(number), "text": text, "published": "2024-10-30"}) + "\n")
    return path


def kills():
    source, chance = lines("kill.jsonl", 4000), random.Random(11)
    calm, library = FOLDER / "calm.sqlite", FOLDER / "kill.sqlite"
    began = time.monotonic()
    status, output, _ = finish(start("add", "--library", calm, source))
    whole = time.monotonic() - began
    check(status == 0 and added(output) == 4000, output)
    rounds = 0
    for number in range(KILLS):
        # Begun anew now and then, so that most kills meet articles that are new.
        if number % 2 == 0:
            for suffix in ("", "-wal", "-shm"): Path(f"{library}{suffix}").unlink(missing_ok=True)
        process = start("add", "--library", library, source)
        time.sleep(chance.random() * whole)
        process.kill()
        rounds += process.wait() == -9
        process.stdout.close(); process.stderr.close()
        if library.exists() and library.stat().st_size: check(intact(library), f"damaged after kill {number}")
    status, output, errors = finish(start("add", "--library", library, source))
    check(status == 0 and added(output) + known(output) == 4000, output + errors)
    timelines = [finish(start("timeline", "--library", path))[1] for path in (calm, library)]
    check(sorted(timelines[0].splitlines()) == sorted(timelines[1].splitlines()), "the timelines differ")
    print(f"{rounds} of {KILLS} kills met a running program: whole every time, and in the end the same timeline")


def full_disk():
    source, mount = lines("full.jsonl", 4000), FOLDER / "small"
    mount.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", mount], stderr=subprocess.DEVNULL).returncode:
        return print("no tmpfs can be mounted here: the full disk is left out")
    try:
        library = mount / "a.sqlite"
        status, output, errors = finish(start("add", "--library", library, source))
        check(status != 0 and "free space" in errors, f"a full disk was not told: {status} {errors}")
        reported = added(output)
        subprocess.run(["mount", "-o", "remount,size=300m", mount], check=True)
        check(intact(library), "damaged by a full disk")
        status, output, errors = finish(start("add", "--library", library, source))
        check(status == 0 and known(output) == reported, f"{reported} were reported: {output}{errors}")
        print(f"full disk: {reported} articles reported, all there; the next run went on with {added(output)}")
    finally:
        subprocess.run(["umount", mount])


def together():
    sources, library = [lines("one.jsonl", 3000), lines("two.jsonl", 3001)], FOLDER / "both.sqlite"
    writers = [start("add", "--library", library, source) for source in sources]
    reads = 0
    while any(writer.poll() is None for writer in writers):
        status, _, errors = finish(start("timeline", "--library", library, "--type", "attack"))
        check(status == 0, errors)
        reads += 1
    results = [finish(writer) for writer in writers]
    check(all(status == 0 for status, _, _ in results), results)
    check(sum(added(output) for _, output, _ in results) == 3001, results)
    print(f"two writers and {reads} readers at once: no error, every article once")


try:
    kills()
    full_disk()
    together()
finally:
    shutil.rmtree(FOLDER, ignore_errors=True)

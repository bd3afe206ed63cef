#!/usr/bin/env python3
"""leave_one_out.py PROGRAM RESOURCES SHARED OWN: what each gold article's figures are without the words that only it needs.

For each article of SHARED, every phrase of the tables below RESOURCES/events (and, in a second pass, every alias and row
of RESOURCES/gazetteers but the names of states) that occurs in this article and in no other text of SHARED and OWN is
taken out of a copy of the tables, and the article is scored again with that copy. That is harder than never having seen
the article: words that anyone would have listed go too.
"""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

KEYS = ("events", "events+date", "roles", "timeline_date", "mentions_exact", "alias_pairs")


def words(text):
    return " " + " ".join(re.findall(r"\w+", text.lower())) + " "


def only_here(phrase, here, others):
    folded = words(phrase.lstrip("="))
    return folded.strip() != "" and folded in here and not any(folded in other for other in others)


def strip_tables(folder, here, others):
    """Takes phrases out of the cells of every table of events; returns them."""
    gone = []
    for path in sorted(glob.glob(folder + "/events/*.tsv")):
        if os.path.basename(path) in ("types.tsv", "abbreviations.tsv"):
            continue
        lines = []
        for line in open(path, encoding="utf8").read().split("\n"):
            if line.startswith("#") or "\t" not in line:
                lines.append(line)
                continue
            cells = line.split("\t")
            for number, cell in enumerate(cells[1:], 1):
                phrases = cell.split("|")
                kept = [p for p in phrases if "." in p or not only_here(p, here, others)]
                gone += [p for p in phrases if p not in kept]
                cells[number] = "|".join(kept)
            lines.append("\t".join(cells))
        open(path, "w", encoding="utf8").write("\n".join(lines))
    return gone


def strip_names(folder, here, others):
    """Takes rows of the gazetteer whose names stand only here, and such aliases of the others; returns them."""
    path = folder + "/gazetteers/actors.tsv"
    lines, gone, names, column, left = [], [], [], {}, set()
    for line in open(path, encoding="utf8").read().split("\n"):
        if line.startswith("#") or "\t" not in line:
            lines.append(line)
            continue
        cells = line.split("\t")
        if not column:
            column = {name: number for number, name in enumerate(cells)}
            lines.append(line)
            continue
        cells += [""] * (len(column) - len(cells))
        own = [cells[column["name_id"]], cells[column["name_en"]]]
        if cells[column["kind"]] != "state" and any(only_here(name, here, others) for name in own):
            gone.append(own[1])
            left.add(cells[0])
            continue
        for name in ("aliases_id", "aliases_en"):
            kept = [p for p in cells[column[name]].split("|") if not only_here(p, here, others)]
            gone += [p for p in cells[column[name]].split("|") if p not in kept]
            cells[column[name]] = "|".join(kept)
        names.append(cells[0])
        lines.append("\t".join(cells))
    text = "\n".join(lines)
    for ident in left:
        # A row that is gone has no children and no offices.
        text = re.sub(r"(?m)\t" + re.escape(ident) + r"(?=\t)", "\t", text)
        text = re.sub(r"[^\t|\n]*~[^\t|\n]*~" + re.escape(ident) + r"~[^\t|\n]*", "", text)
    text = "\n".join(
        "\t".join(re.sub(r"\|+", "|", cell).strip("|") for cell in line.split("\t")) for line in text.split("\n")
    )
    open(path, "w", encoding="utf8").write(text)
    return gone


def score(program, resources, gold, text, score_events):
    feed = json.dumps({"id": "a", "text": text}, ensure_ascii=False) + "\n"
    command = [program, "extract", "--resources", resources, "-"]
    done = subprocess.run(command, input=feed.encode(), stdout=subprocess.PIPE, check=True)
    return score_events.score(gold, json.loads(done.stdout))


def main():
    program, resources, shared, own = sys.argv[1:5]
    sys.path.insert(0, shared + "/tools")
    import run_events
    import score_events

    paths = [shared + "/seed/seed-gold.json", *sorted(glob.glob(shared + "/events/dev/*.json"))]
    golds = {path: json.load(open(path, encoding="utf8")) for path in paths}
    texts = {path: run_events.text_of(path, golds[path]) for path in paths}
    others = [words(open(path, encoding="utf8").read()) for path in sorted(glob.glob(own + "/*.txt"))]
    print(f"{'article':18}{'tables':12}{'phrases out':>12}  " + "".join(f"{key:>16}" for key in KEYS) + f"{'status':>9}")
    pooled = {}
    for path in paths:
        here = words(texts[path])
        rest = others + [words(texts[other]) for other in paths if other != path]
        for name, strips in (("whole", ()), ("no words", (strip_tables,)), ("nor names", (strip_tables, strip_names))):
            with tempfile.TemporaryDirectory() as folder:
                copy = folder + "/Resources"
                shutil.copytree(resources, copy)
                gone = [phrase for strip in strips for phrase in strip(copy, here, rest)]
                found = score(program, copy, golds[path], texts[path], score_events)
            row = "".join(f"{found[key]['F1']:16.3f}" for key in KEYS) + f"{found['status_on_matched']:9.3f}"
            print(f"{os.path.basename(path)[:-5]:18}{name:12}{len(gone):12}  " + row)
            if "-v" in sys.argv:
                print("   ", ", ".join(gone))
            total = pooled.setdefault(name, {key: [0, 0, 0] for key in KEYS})
            for key in KEYS:
                for number, part in enumerate(("tp", "sys", "gold")):
                    total[key][number] += found[key][part]
    for name, total in pooled.items():
        row = "".join(f"{score_events.prf(*total[key])['F1']:16.3f}" for key in KEYS)
        print(f"{'pooled':18}{name:12}{'':12}  " + row)


main()

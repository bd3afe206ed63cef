#!/usr/bin/env python3
"""Records a tour of the reader as an asciicast (version 2), driving the real program in a pseudo-terminal.

record.py PROGRAM RESOURCES OUTPUT

The times are those of the script, not of the machine: the same program gives the same recording.
"""
import codecs, fcntl, json, os, pty, select, signal, struct, sys, termios

ROWS, COLUMNS = 24, 80
# Seconds to look at what is shown, then what is typed, and the name of a marker after it.
TOUR = [
    (2.0, "/", None), *[(0.12, letter, None) for letter in "menyeberang"], (0.8, "\r", "readme"),
    (3.0, "w", "why this date"), (4.0, "q", None), (1.0, "v", "article with its evidence"), (3.0, "n", None),
    (1.5, "q", None), (1.0, "a", "next event of the same actor"), (1.5, "a", None), (1.5, "}", "next month"),
    (1.5, "L", "lanes"), (2.0, "j", None), (0.6, "l", None), (0.6, "l", None), (1.5, "q", None),
    (1.0, "i", "histogram"), (2.0, "z", None), (2.0, "q", None), (1.0, "I", "actors"), (1.5, "j", None),
    (1.0, "\r", "only this actor"), (3.0, "?", "every key"), (3.0, "q", None),
]


def settled(master):
    """What the program writes until it has been quiet for a while."""
    data = b""
    while select.select([master], [], [], 0.6 if data else 5)[0]:
        try:
            block = os.read(master, 65536)
        except OSError:
            break
        if not block:
            break
        data += block
    return data


def main(program, resources, output):
    environment = {
        "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "PATH": os.environ["PATH"],
        "LINIMASA_RESOURCES": resources, "LINIMASA_LIBRARY": "/nonexistent/library.sqlite",
    }
    process, master = pty.fork()
    if process == 0:
        os.execve(program, [program, "--sample"], environment)
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    os.kill(process, signal.SIGWINCH)
    decoder = codecs.getincrementaldecoder("utf-8")()
    lines = [json.dumps({
        "version": 2, "width": COLUMNS, "height": ROWS, "title": "linimasa", "env": {"TERM": "xterm-256color"},
    })]
    now = 0.2

    def record(kind, data):
        if data:
            lines.append(json.dumps([round(now, 2), kind, data], ensure_ascii=False))

    record("o", decoder.decode(settled(master)))
    for delay, keys, marker in TOUR:
        now += delay
        os.write(master, keys.encode())
        record("o", decoder.decode(settled(master)))
        record("m", marker)
    os.kill(process, signal.SIGTERM)
    settled(master)
    os.waitpid(process, 0)
    with open(output, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


main(*sys.argv[1:])

#!/usr/bin/env python3
"""Times the reader beside other programs of the terminal, in one run on one machine.

usage: reader.py PROGRAM RESOURCES LIBRARY EVENTS

LIBRARY is a file of EVENTS events (library-bench make). lnav reads a log of as many lines, tig a history of as many
commits, newsboat a cache of as many articles (up to 100,000); a program that is not installed is left out and named.

All run in a pseudo-terminal of 80 x 24, TERM=xterm-256color. A time ends at the last byte before QUIET seconds of
silence. First frame: from the start to the first byte of a screen that holds an event. Search: from the last key to the
last byte of the hit's screen. Memory: the largest resident set. Figures are medians; the last column is the program's
time divided by that of linimasa.
"""
import fcntl, os, pathlib, select, shutil, signal, statistics, struct, subprocess, sys, tempfile, termios, time

QUIET = 0.08
ROWS, COLUMNS = 24, 80


class Terminal:
    """A program in a pseudo-terminal."""

    def __init__(self, command, environment):
        self.started = time.perf_counter()
        self.process, self.end = os.forkpty()
        if self.process == 0:
            os.environ.update({"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **environment})
            os.execvp(command[0], command)
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.seen = b""

    def read(self, seconds):
        """The bytes that come within some seconds; None at the end."""
        ready, _, _ = select.select([self.end], [], [], seconds)
        if not ready: return b""
        try: data = os.read(self.end, 1 << 20)
        except OSError: return None
        self.seen += data
        return data or None

    def first(self, words, limit=60):
        """Milliseconds from the start to the first screen with one of the words."""
        while time.perf_counter() - self.started < limit:
            if self.read(1) is None: return None
            if any(word in self.seen for word in words): return (time.perf_counter() - self.started) * 1000
        return None

    def settle(self, seconds=1.0):
        """Waits until nothing comes for a while."""
        while self.read(seconds): pass

    def press(self, keys):
        """Milliseconds from the key to the last byte of its screen, and the number of bytes."""
        sent = last = time.perf_counter()
        os.write(self.end, keys)
        count = 0
        while data := self.read(QUIET):
            last = time.perf_counter()
            count += len(data)
        return (last - sent) * 1000, count

    def resize(self, rows, columns):
        sent = last = time.perf_counter()
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        while self.read(QUIET): last = time.perf_counter()
        return (last - sent) * 1000

    def memory(self):
        """The largest resident set so far, in MiB."""
        try: lines = pathlib.Path(f"/proc/{self.process}/status").read_text().splitlines()
        except OSError: return None
        return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), None)

    def close(self):
        try:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        except OSError: pass
        os.close(self.end)


def made_log(folder, count):
    """A log of one event a line, hours apart."""
    path = folder / "events.log"
    with path.open("w") as file:
        for number in range(count):
            day = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(946684800 + number * 7200))
            file.write(f"{day},000 INFO event {number}: shells on the town of Karang{number % 97}, hit{number}x\n")
    return path


def made_history(folder, count):
    """A repository of one event a commit."""
    path = folder / "history"
    subprocess.run(["git", "init", "-q", str(path)], check=True)
    with subprocess.Popen(["git", "-C", str(path), "fast-import", "--quiet"], stdin=subprocess.PIPE) as git:
        for number in range(count):
            text = f"event {number}: shells on the town of Karang{number % 97}, hit{number}x"
            when = 946684800 + number * 7200
            git.stdin.write(
                f"commit refs/heads/master\ncommitter Uji <uji@example.org> {when} +0000\ndata {len(text)}\n{text}\n"
                .encode())
        git.stdin.close()
    subprocess.run(["git", "-C", str(path), "symbolic-ref", "HEAD", "refs/heads/master"], check=True)
    return path


def made_feed(folder, count):
    """A newsboat cache of one feed with one event an article."""
    feed = folder / "feed.xml"
    with feed.open("w") as file:
        file.write('<?xml version="1.0"?><rss version="2.0"><channel><title>events</title><link>http://e</link>')
        for number in range(count):
            day = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(946684800 + number * 7200))
            file.write(f"<item><title>event {number}: shells on Karang{number % 97}, hit{number}x</title>"
                       f"<guid>e{number}</guid><pubDate>{day}</pubDate><description>text</description></item>")
        file.write("</channel></rss>")
    (folder / "urls").write_text(f"file://{feed}\n")
    # Keys of one byte: behind an escape its terminal library waits for more, which is no work of the program.
    (folder / "config").write_text("bind-key j down\nbind-key b pagedown\n")
    command = ["newsboat", "-u", str(folder / "urls"), "-c", str(folder / "cache.db"), "-C", str(folder / "config")]
    subprocess.run([*command, "-x", "reload"], check=True, stdout=subprocess.DEVNULL)
    return command


def measure(command, environment, words, down, page, search, enter=None):
    """One run: all figures of a program."""
    terminal = Terminal(command, environment)
    try:
        figures = {"first frame ms": terminal.first(words)}
        terminal.settle()
        if enter:
            terminal.press(enter)
            terminal.settle()
        steps = [terminal.press(down) for _ in range(25)]
        figures["line ms"] = statistics.median(step[0] for step in steps)
        figures["line bytes"] = statistics.median(step[1] for step in steps)
        figures["page ms"] = statistics.median(terminal.press(page)[0] for _ in range(12))
        figures["resize ms"] = statistics.median(
            terminal.resize(ROWS + 4 * (number % 2), COLUMNS + 10 * (number % 2)) for number in range(1, 7))
        for key in search[:-1]: terminal.press(key)
        figures["search ms"] = terminal.press(search[-1])[0]
        figures["memory MiB"] = terminal.memory()
        return figures
    finally:
        terminal.close()


def main():
    program, resources, library, count = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
    target = f"hit{count * 3 // 4}x".encode()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="bench-reader-"))
    environment = {"LINIMASA_RESOURCES": resources, "LINIMASA_LIBRARY": library, "XDG_CONFIG_HOME": str(folder)}
    # In the made library every event has words with numbers of its own; the last keys of the word move the selection.
    runs = {"linimasa": lambda: measure(
        [program], environment, [b"1 of "], b"j", b" ", [b"/", b"komando ", b"enggano "])}
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    try:
        if shutil.which("lnav"):
            log = made_log(folder, count)
            runs["lnav"] = lambda: measure(
                ["lnav", str(log)], home, [b"INFO"], b"k", b"b", [b"/" + target, b"\r"])
        if shutil.which("tig"):
            history = made_history(folder, count)
            runs["tig"] = lambda: measure(
                ["tig", "-C", str(history)], home, [b"event "], b"j", b" ", [b"/" + target, b"\r"])
        if shutil.which("newsboat") and count <= 100_000:
            command = made_feed(folder, count)
            runs["newsboat"] = lambda: measure(
                command, home, [f"({count}/".encode()], b"j", b"b", [b"/" + target, b"\r"], enter=b"\r")
        missing = [name for name in ("lnav", "tig", "newsboat") if name not in runs]
        if missing: print(f"not installed, or not at this size: {', '.join(missing)}")
        results = {name: [run() for _ in range(3)] for name, run in runs.items()}
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    names = list(results["linimasa"][0])
    print(f"{count} events".ljust(12) + "".join(name.rjust(24) for name in names))
    own = {}
    for program, tries in results.items():
        line = program.ljust(12)
        for name in names:
            values = [figures[name] for figures in tries if figures[name] is not None]
            if not values:
                line += "-".rjust(24)
                continue
            value = statistics.median(values)
            own.setdefault(name, value)
            ratio = f" x{value / own[name]:.2f}" if own[name] else ""
            line += f"{value:.1f}{ratio}".rjust(24)
        print(line)


main()

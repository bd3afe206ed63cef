"""A server that does what servers should not, on a free port of 127.0.0.1.

It prints its port, serves until its standard input ends, and answers by path. What it was asked is at /log, one
request a line: method, path, and the headers that tests look at.
"""

import gzip
import http.server
import json
import sys
import threading
import time
import zlib

ITEM = "<item><title>{0}</title><link>{1}</link><guid isPermaLink='false'>{0}</guid><description>{2}</description></item>"
TEXT = "Pasukan Rusia menyerang Kyiv pada 27 Oktober 2024. " * 20


def feed(*items):
    body = "".join(ITEM.format(*item) for item in items)
    return ("<rss version='2.0'><channel><title>Kabar Uji</title><ttl>60</ttl>%s</channel></rss>" % body).encode()


class State:
    log = []
    lock = threading.Lock()
    busy = {}
    most = 0
    counts = {}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def send(self, body, status=200, kind="application/rss+xml", **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def raw(self, text):
        self.wfile.write(text if isinstance(text, bytes) else text.encode("latin-1"))
        self.close_connection = True

    def do_GET(self):
        path = self.path.split("?")[0]
        name = path.strip("/").replace("-", "_").replace(".", "_").split("/")[0]
        with State.lock:
            if path != "/log":
                headers = {k: v for k, v in self.headers.items()}
                State.log.append({"path": self.path, "headers": headers, "client": self.client_address[1]})
            State.counts[path] = State.counts.get(path, 0) + 1
        action = getattr(self, "at_" + name, None)
        try:
            if action is None:
                self.send(b"", 404)
            else:
                action()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def at_log(self):
        body = "\n".join(json.dumps(entry) for entry in State.log).encode()
        self.send(body, kind="text/plain")

    def base(self):
        return "http://127.0.0.1:%d" % self.server.server_address[1]

    # Sound feeds.

    def at_feed(self):
        self.send(feed(("satu", self.base() + "/1", TEXT)))

    def at_stubs(self):
        items = [("s%d" % n, "%s/page/%d" % (self.base(), n), "Pendek.") for n in range(12)]
        self.send(feed(*items))

    def at_wait_stubs(self):
        self.send(feed(*[("w%d" % n, "%s/wait-page/%d" % (self.base(), n), "Pendek.") for n in range(6)]))

    def at_wait_page(self):
        # One page is given, then the server asks to wait until it is asked for the feed again.
        if State.counts.get("/wait-stubs", 0) < 2 and State.counts.setdefault("pages", 0) > 0:
            return self.send(b"", 429, Retry_After="60")
        State.counts["pages"] = State.counts.get("pages", 0) + 1
        self.at_page()

    def at_page(self):
        with State.lock:
            State.busy["page"] = State.busy.get("page", 0) + 1
            State.most = max(State.most, State.busy["page"])
        time.sleep(0.02)
        with State.lock:
            State.busy["page"] -= 1
        text = "<!DOCTYPE html><html><head><title>Halaman</title></head><body><article><p>%s</p></article></body></html>"
        self.send((text % (TEXT + self.path)).encode(), kind="text/html; charset=utf-8")

    def at_most(self):
        self.send(str(State.most).encode(), kind="text/plain")

    # Conditional requests.

    def at_conditional(self):
        tag = 'W/"a\xff\'b"'
        if self.headers.get("If-None-Match"):
            self.send_response(304)
            self.send_header("ETag", '"baru"')
            self.send_header("Last-Modified", "Tue, 29 Oct 2024 00:00:00 GMT")
            self.end_headers()
        else:
            self.send(
                feed(("satu", self.base() + "/1", TEXT)), ETag=tag, Last_Modified="Mon, 28 Oct 2024 00:00:00 GMT")

    def at_once(self):
        # Well the first time, then broken, then well again.
        count = State.counts["/once"]
        if count == 2:
            self.send(b"", 500)
        else:
            self.send(feed(("satu", self.base() + "/1", TEXT)))

    def at_too_many(self):
        self.send(b"slow down", 429, Retry_After="120")

    def at_overloaded(self):
        self.send(b"", 503, Retry_After="Wed, 21 Oct 2099 07:28:00 GMT")

    def at_gone(self):
        self.send(b"", 410)

    # Redirects.

    def redirect(self, target, status=302):
        self.send(b"", status, Location=target)

    def at_moved(self):
        self.redirect("/feed", 301)

    def at_see_other(self):
        self.redirect("/feed", 303)

    def at_loop(self):
        self.redirect("/loop")

    def at_hops(self):
        left = int(self.path.rsplit("/", 1)[1])
        self.redirect("/hops/%d" % (left - 1) if left > 0 else "/feed")

    def at_to(self):
        self.redirect(self.path.split("?", 1)[1])

    def at_nowhere(self):
        self.send(b"", 302)

    # Time.

    def at_drip(self):
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        while True:
            self.wfile.write(b"<")
            self.wfile.flush()
            time.sleep(0.05)

    def at_drip_head(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            self.wfile.write(b"X")
            self.wfile.flush()
            time.sleep(0.05)

    def at_silent(self):
        time.sleep(30)

    # Size.

    def at_endless(self):
        self.raw("HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n<rss>")
        while True:
            self.wfile.write(b"<item>" * 10000)

    def at_bomb(self):
        # A gigabyte in a megabyte.
        pack = zlib.compressobj(9, zlib.DEFLATED, 31)
        self.raw("HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Encoding: gzip\r\n\r\n")
        block = b"\0" * (1 << 20)
        for _ in range(1024):
            self.wfile.write(pack.compress(block))
        self.wfile.write(pack.flush())

    def at_gzipped(self):
        self.send(gzip.compress(feed(("satu", self.base() + "/1", TEXT))), Content_Encoding="gzip")

    def at_large(self):
        self.send(b"", Content_Length="10000000000")
        self.close_connection = True

    def at_error_page(self):
        self.raw("HTTP/1.1 500 No\r\nContent-Type: text/html\r\n\r\n")
        while True:
            self.wfile.write(b"x" * 100000)

    # Damage.

    def at_cut(self):
        body = feed(("satu", self.base() + "/1", TEXT))
        self.raw(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: %d\r\n\r\n" % len(body))
        self.raw(body[:-100])

    def at_cut_chunk(self):
        self.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n" + feed(("satu", "/1", TEXT))[:200])

    def at_short_length(self):
        body = feed(("satu", self.base() + "/1", TEXT), ("dua", self.base() + "/2", TEXT))
        self.raw(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: 700\r\n\r\n" + body)

    def at_two_lengths(self):
        self.raw("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 50\r\n\r\n<rss/>")

    def at_negative_length(self):
        self.raw("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n<rss/>")

    def at_bad_gzip(self):
        self.send(b"this is no gzip at all", Content_Encoding="gzip")

    def at_no_http(self):
        self.raw("\x1b]0;owned\x07 no http here\r\n\r\n")

    def at_empty(self):
        self.close_connection = True

    def at_head_bomb(self):
        self.raw("HTTP/1.1 200 OK\r\n")
        for number in range(100000):
            self.wfile.write(b"X-%d: %s\r\n" % (number, b"x" * 500))
        self.raw("\r\n<rss/>")

    def at_head_line(self):
        self.raw(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 5000000 + b"\r\n\r\n<rss/>")

    def at_continues(self):
        while True:
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)

    def at_escapes(self):
        self.raw(
            "HTTP/1.1 200 O\x1b[31mK\r\nContent-Type: image/\x1b]0;owned\x07\r\nETag: \"\x1b[2J\"\r\n\r\n<rss/>")

    def at_escape_tag(self):
        body = feed(("\x1b]0;owned\x07judul", self.base() + "/1", TEXT))
        self.raw(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nETag: \"\x1b[2Ja\"\r\n\r\n" % len(body) + body)

    def at_escape_redirect(self):
        self.raw("HTTP/1.1 302 Found\r\nLocation: exec:\x1b]0;owned\x07\r\nContent-Length: 0\r\n\r\n")

    def at_picture(self):
        self.send(b"\x89PNG" * 100, kind="image/png")

    def at_hello(self):
        self.send(b"<html><body>halo</body></html>", kind="text/html")


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request, address):
        pass


if __name__ == "__main__":
    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()

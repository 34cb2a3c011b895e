"""Starts Quern from this folder: python3 serve.py

Needs Python 3.7 or later and nothing else, and no network. Only this computer can reach what it serves.
"""

import json
import os
import re
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "app")
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
}
PIECE = 1 << 20

with open(os.path.join(HERE, "headers.json"), encoding="utf-8") as file:
    HEADERS = json.load(file)


def file_at(url):
    path = unquote(urlsplit(url).path)
    if path.endswith("/"):
        path += "index.html"
    full = os.path.abspath(os.path.join(ROOT, *path.split("/")))
    return full if full.startswith(ROOT + os.sep) and os.path.isfile(full) else None


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def head(self, status, length, **headers):
        self.send_response(status)
        # A content security policy on the service worker's own script would bind what it fetches.
        if urlsplit(self.path).path != "/sw.js":
            for name, value in HEADERS.items():
                self.send_header(name, value)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def do_HEAD(self):
        self.answer(False)

    def do_GET(self):
        self.answer(True)

    def answer(self, with_body):
        path = file_at(self.path)
        if not path:
            return self.head(404, 0)
        size = os.path.getsize(path)
        # One simple range, as browsers send it; anything else is answered whole.
        match = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        start = int(match.group(1)) if match else 0
        end = min(int(match.group(2)), size - 1) if match and match.group(2) else size - 1
        if match and start > end:
            return self.head(416, 0, Content_Range="bytes */%d" % size)
        headers = {
            "Content_Type": TYPES.get(os.path.splitext(path)[1], "application/octet-stream"),
            "Accept_Ranges": "bytes",
            "Cache_Control": "no-cache",
        }
        if match:
            headers["Content_Range"] = "bytes %d-%d/%d" % (start, end, size)
        self.head(206 if match else 200, end - start + 1, **headers)
        if with_body:
            self.send_file(path, start, end + 1)

    def send_file(self, path, position, end):
        try:
            with open(path, "rb") as file:
                file.seek(position)
                while position < end:
                    piece = file.read(min(PIECE, end - position))
                    if not piece:
                        break
                    self.wfile.write(piece)
                    position += len(piece)
        except ConnectionError:
            self.close_connection = True


def main():
    # A browser keeps models by address: the same port each time finds them again.
    wanted = os.environ.get("PORT")
    for port in [int(wanted)] if wanted else range(4173, 4200):
        try:
            server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        except OSError:
            continue
        print("Quern: http://localhost:%d/  (Ctrl+C)" % port, flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            pass
        return
    sys.exit("No free port. Choose one: PORT=8080 python3 serve.py")


main()

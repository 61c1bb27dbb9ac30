"""The built site on this machine, for its reader: ``course serve``."""

import contextlib
import functools
import http.server
from collections.abc import Callable
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from course_lib._local import HOST, is_local, local_server

if TYPE_CHECKING:
    from _typeshed import StrPath

# Said here, since Python asks the system, and systems differ or know nothing of the newer ones.
TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".ipynb": "application/json",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".whl": "application/octet-stream",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serve the files of a folder: their types, no lists of folders, the site's page of errors."""

    def guess_type(self, path: "StrPath") -> str:
        """Return the type of a file, the same on every system."""
        return TYPES.get(Path(path).suffix) or super().guess_type(path)

    def log_message(self, format: str, *args: object) -> None:
        """Write no line for a request."""

    def end_headers(self) -> None:
        """Let the browser ask each time: the site may have been built anew."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def list_directory(self, path: object) -> None:
        """Show no list of a folder."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Say that a page is not there in the words of the site, if it has any."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer only who asks for this machine: a page elsewhere cannot read along."""
        if not is_local(self.headers.get("Host", "")):
            super().send_error(HTTPStatus.FORBIDDEN, "Ask for 127.0.0.1")
            return None
        return super().send_head()


def serve(html: Path, port: int, tell: Callable[[str], None]) -> None:
    """
    Serve the pages until Ctrl-C.

    Parameters
    ----------
    html : Path
        The folder of the pages.
    port : int
        Where; 0 takes any that is free.
    tell : callable
        Is given the address, once it answers.

    Raises
    ------
    RuntimeError
        If there is no site, or the port is not to be had.
    """
    if not (html / "index.html").is_file():
        raise RuntimeError(f"{html}: no site is there. Build it: course build")
    handler = functools.partial(Handler, directory=str(html))
    with local_server(port, handler) as server:
        tell(f"http://{HOST}:{server.server_port}/")
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()

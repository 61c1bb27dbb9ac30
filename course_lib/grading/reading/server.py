"""The local page on which answers are read: what it shows and what it takes."""

import base64
import contextlib
import functools
import http.server
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from course_lib._local import HOST, is_local, local_server
from course_lib.checks.messages import title
from course_lib.grading.ids import printable
from course_lib.grading.journal import no_number, read_journal
from course_lib.grading.reading.answers import Given, Gone, Newer, Reading, Refused, Standing
from course_lib.grading.reading.rubric import Item, Rubric
from course_lib.grading.record import Name, fault, filled
from course_lib.grading.results.pages import render

HERE = Path(__file__).parent
STYLE = HERE.parent / "results" / "templates" / "style.css"
FILES = {
    "style.css": (STYLE, "text/css"),
    "read.css": (HERE / "read.css", "text/css"),
    "read.js": (HERE / "read.js", "text/javascript"),
}
MAX_BODY = 1_000_000
Reply = tuple[HTTPStatus, Any] | tuple[HTTPStatus, Any, str]
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",  # the address holds the token
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
ASK = "Open the address that `course read` printed last. What you typed is kept in this browser."


@dataclass(frozen=True)
class Added:
    """A rubric's new item: the question's name, and the item."""

    question: Name
    item: Item


@dataclass(frozen=True)
class Removed:
    """An item that leaves a rubric: the question's name, and the item's id."""

    question: Name
    id: Name


class Desk:
    """
    What the page shows and what it takes, without the network.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory.
    blind : bool
        Show no names, and order answers by a hash.
    """

    def __init__(self, name: str, root: Path, blind: bool = False) -> None:
        self.name, self.blind = name, blind
        self.reading, self.rubric = Reading(name, root), Rubric(name, root)

    def behind(self) -> list[str]:
        """Name the students whose newest grading is not in the gradebook, hence not shown."""
        latest = read_journal(self.reading.root, self.name).latest()
        return sorted(self.reading.book.differences(self.name, latest))

    def page(self) -> str:
        """Write the whole page."""
        standings = self.reading.standings()
        return render(
            "read.html",
            title=title(self.name),
            store=self.reading.ident("drafts"),
            sections=[
                (question, [self.card(ident, standings[ident]) for ident in self.order(place)])
                for place, question in self.reading.questions.items()
            ],
        )

    def order(self, question: tuple[str, str]) -> list[str]:
        """Order the answers to a question: by student, or by what tells nothing of the student."""
        places = self.reading.places
        mine = [k for k, place in places.items() if (place.notebook, place.key) == question]
        return sorted(mine, key=None if self.blind else lambda k: places[k].student)

    def card(self, ident: str, standing: Standing) -> dict[str, Any]:
        """Give what the page shows of one answer."""
        place = self.reading.places[ident]
        text = self.reading.text(place)
        who = "" if self.blind else printable(place.student)
        person = "" if self.blind else printable(place.person)
        return {
            "id": ident, "who": who, "person": person, "standing": standing.as_dict(),
            "html": text.html, "text": text.digest, "pictures": range(len(text.pictures)),
        }  # fmt: skip

    def state(self) -> dict[str, Any]:
        """Give what may have changed: the standing of each answer, and the rubric."""
        standings = self.reading.standings()
        return {
            "answers": {ident: standing.as_dict() for ident, standing in standings.items()},
            "rubric": self.rubric.items(),
        }

    def picture(self, ident: str, position: int) -> tuple[bytes, str]:
        """Give a picture of an answer, and its type."""
        pictures = self.reading.text(self.reading.place(ident)).pictures
        if not 0 <= position < len(pictures):
            raise Gone("this picture is not there any more: load the page again")
        mime, data = pictures[position]
        return base64.b64decode(data), mime

    def save(self, data: Any) -> tuple[HTTPStatus, dict[str, Any]]:
        """Take points and a comment; where there is a newer version, answer with that."""
        try:
            return HTTPStatus.OK, self.reading.save(form(Given, data)).as_dict()
        except Newer as newer:
            text = {"text": newer.text.digest, "html": str(newer.text.html)}
            return HTTPStatus.CONFLICT, newer.standing.as_dict() | text

    def add(self, data: Any) -> tuple[HTTPStatus, dict[str, Any]]:
        """Take an item of the rubric; answer with all of it."""
        form(Added, data)
        item = Item(data["item"]["text"], data["item"]["points"])
        most = {question.name: question.most for question in self.reading.questions.values()}
        if data["question"] not in most:
            raise Refused(f"no question is called {data['question']!r}")
        if item.points is not None and not 0 <= item.points <= most[data["question"]]:
            raise Refused(f"points must be from 0 to {most[data['question']]:g}")
        self.rubric.add(data["question"], item)
        return HTTPStatus.OK, self.rubric.items()

    def remove(self, data: Any) -> tuple[HTTPStatus, dict[str, Any]]:
        """Drop an item of the rubric; answer with all that is left."""
        removed = form(Removed, data)
        self.rubric.remove(removed.question, removed.id)
        return HTTPStatus.OK, self.rubric.items()


def form(kind: Callable[..., Any], data: Any) -> Any:
    """Make an object of what a page sent; raise `Refused` if it has another form."""
    if wrong := fault(kind, data):  # type: ignore[arg-type]
        raise Refused(wrong)
    return filled(kind, data)


class Handler(http.server.BaseHTTPRequestHandler):
    """
    Answers the page, and only who knows its address.

    Parameters
    ----------
    desk : Desk
        What there is to read.
    token : str
        The secret part of the address.
    *request : object
        As `http.server` gives it.
    """

    timeout = 60  # seconds without a byte

    def __init__(self, desk: Desk, token: str, *request: Any) -> None:
        self.desk, self.token = desk, token
        super().__init__(*request)

    def log_message(self, format: str, *args: object) -> None:
        """Write no line for a request."""

    def do_GET(self) -> None:
        """Answer with the page, its files, what changed, or a picture."""
        self.answer(self.get)

    def do_POST(self) -> None:
        """Take what a grader gives."""
        self.answer(self.post)

    def answer(self, work: Callable[[list[str]], Reply]) -> None:
        """Do what is asked for, or say in one line why not."""
        _, token, *path = self.path.partition("?")[0].split("/")
        known = secrets.compare_digest(token.encode(), self.token.encode())
        reply: Reply
        try:
            if known and path and is_local(self.headers.get("Host", "")):
                reply = work(path)
            else:
                reply = HTTPStatus.FORBIDDEN, ASK
        except Refused as error:
            reply = HTTPStatus.BAD_REQUEST, str(error)
        except Gone as error:
            reply = HTTPStatus.NOT_FOUND, str(error)
        except (RuntimeError, OSError) as error:
            reply = HTTPStatus.SERVICE_UNAVAILABLE, str(error)
        with contextlib.suppress(ConnectionError):  # whoever asked has left the page
            self.send(*reply)

    def get(self, path: list[str]) -> Reply:
        """Answer a GET."""
        match path:
            case [""]:
                return HTTPStatus.OK, self.desk.page(), "text/html"
            case ["state"]:
                return HTTPStatus.OK, self.desk.state()
            case [file] if file in FILES:
                place, kind = FILES[file]
                return HTTPStatus.OK, place.read_bytes(), kind
            case ["picture", ident, position] if position.isascii() and position.isdecimal():
                return HTTPStatus.OK, *self.desk.picture(ident, int(position))
        raise Gone("there is no such page")

    def post(self, path: list[str]) -> Reply:
        """Answer a POST."""
        takes = {"save": self.desk.save, "add": self.desk.add, "remove": self.desk.remove}
        if len(path) != 1 or path[0] not in takes:
            raise Gone("there is no such page")
        return takes[path[0]](self.body())

    def body(self) -> Any:
        """Read the JSON that the page sent."""
        length = self.headers.get("Content-Length", "")
        if self.headers.get_content_type() != "application/json" or not length.isdecimal():
            raise Refused("expected JSON of a given length")
        if int(length) > MAX_BODY:
            raise Refused(f"expected at most {MAX_BODY} bytes, not {length}")
        try:
            return json.loads(self.rfile.read(int(length)), parse_constant=no_number)
        except (ValueError, RecursionError) as error:
            raise Refused(f"this is not JSON: {error}") from None

    def send(self, status: HTTPStatus, content: Any, kind: str = "") -> None:
        """Send bytes, text, or anything else as JSON."""
        if not isinstance(content, str | bytes):
            content, kind = json.dumps(content), "application/json"
        if isinstance(content, str):
            content, kind = content.encode(), f"{kind or 'text/plain'}; charset=utf-8"
        self.send_response(status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def open_server(desk: Desk, port: int = 0) -> tuple[http.server.ThreadingHTTPServer, str]:
    """
    Open the page's server; it answers once it is told to serve.

    Parameters
    ----------
    desk : Desk
        What there is to read.
    port : int
        Where; 0 takes any that is free.

    Returns
    -------
    http.server.ThreadingHTTPServer, str
        And its address, whose token is another one each time.

    Raises
    ------
    RuntimeError
        If the port is not to be had.
    """
    token = secrets.token_urlsafe(24)
    server = local_server(port, functools.partial(Handler, desk, token))
    return server, f"http://{HOST}:{server.server_port}/{token}/"


def serve(desk: Desk, port: int, tell: Callable[[str], None]) -> None:
    """Serve the page until Ctrl-C; `tell` is given its address."""
    server, address = open_server(desk, port)
    with server, contextlib.suppress(KeyboardInterrupt):
        tell(address)
        server.serve_forever()

"""Opens published files: every text a reader could get out of them, however it is packed.

Archives are opened, at any depth. Markup and escapes are undone. What is left
are plain texts in which `course_lib.publishing.gates.leaks` looks for what must not be there.
"""

import base64
import binascii
import contextlib
import gzip
import html
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator

MAX_DEPTH = 6
TAG = re.compile(r"<[^<>]*>")
ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[nrt\"'/\\])")
BASE64 = re.compile(rb"[A-Za-z0-9+/]{40,}={0,2}")
PNG = b"\x89PNG\r\n\x1a\n"
CONTROL = {"n": "\n", "r": "\r", "t": "\t"}


def texts(name: str, data: bytes, depth: int = 0) -> Iterator[tuple[str, str]]:
    """
    Yield every text inside a file.

    Parameters
    ----------
    name : str
        Where `data` comes from.
    data : bytes
        Content of the file.
    depth : int, default=0
        How many containers have been opened on the way here.

    Yields
    ------
    tuple of (str, str)
        Where the text is (``bundle.zip/README.md``), and the text.
    """
    if depth > MAX_DEPTH:
        return
    for member, content in members(name, data):
        yield from texts(f"{name}/{member}", content, depth + 1)
    if data.startswith((b"PK\x03\x04", b"\x1f\x8b", PNG, b"%PDF")):
        return
    for run in BASE64.findall(data):
        try:
            content = base64.b64decode(run + b"=" * (-len(run) % 4), validate=True)
        except binascii.Error:
            continue
        yield from texts(f"{name}/base64", content, depth + 1)
    for text in readings(data.decode("utf-8", errors="replace")):
        yield name, text


def members(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the files inside an archive, the texts inside an image, the pages of a PDF."""
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield member, archive.read(member)
    elif data.startswith(b"\x1f\x8b"):
        yield "gzip", gzip.decompress(data)
    elif data.startswith(b"# Sphinx inventory version 2"):
        yield "inventory", zlib.decompress(data.split(b"\n", 4)[4])
    elif data.startswith(PNG):
        yield "metadata", png_texts(data)
    elif data.startswith(b"%PDF"):
        from pypdf import PdfReader

        pages = PdfReader(io.BytesIO(data)).pages
        yield "pages", "\n".join(page.extract_text() for page in pages).encode()


def png_texts(data: bytes) -> bytes:
    """Return what the text chunks of a PNG say, and whatever follows its end."""
    found, position = [], len(PNG)
    while position + 12 <= len(data):
        size = int.from_bytes(data[position : position + 4], "big")
        kind = data[position + 4 : position + 8]
        body = data[position + 8 : position + 8 + size]
        if kind in (b"tEXt", b"iTXt", b"eXIf"):
            found.append(body)
        elif kind == b"zTXt":
            found.append(zlib.decompress(body.split(b"\0", 1)[1][1:]))
        position += size + 12
        if kind == b"IEND":
            break
    return b"\n".join([*found, data[position:]])


def readings(text: str) -> Iterator[str]:
    """Yield `text` as it stands, and with its markup, escapes and JSON undone, in either order."""
    seen: set[str] = set()
    waiting = [text]
    for _ in range(3):
        fresh = [reading for reading in dict.fromkeys(waiting) if reading not in seen]
        seen.update(fresh)
        yield from fresh
        waiting = [other for reading in fresh for other in undone(reading)]


def undone(text: str) -> Iterator[str]:
    """Yield `text` with one layer of packing taken off, for each kind of packing it may have."""
    if "<" in text or "&" in text:
        yield html.unescape(TAG.sub("", text))
        yield html.unescape(text)  # attributes too
    if text.lstrip()[:1] in ("{", "["):
        with contextlib.suppress(ValueError):
            yield "\n".join(strings(json.loads(text)))
    if "\\" in text:
        yield ESCAPE.sub(unescape, text)


def unescape(match: re.Match[str]) -> str:
    """Return the character that an escape of JSON or JavaScript stands for."""
    escape = match[1]
    if escape[0] in "ux" and len(escape) > 1:
        return chr(int(escape[1:], 16))
    return CONTROL.get(escape, escape)


def strings(value: object) -> Iterator[str]:
    """Yield the strings of a JSON value; a list of lines, as in a notebook, is one string."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        if value and all(isinstance(item, str) for item in value):
            yield "".join(value) if any("\n" in item for item in value) else "\n".join(value)
        else:
            for item in value:
                yield from strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)

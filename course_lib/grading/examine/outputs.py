"""Outputs that come out of the sandbox: hostile data, cut down to text and pictures."""

import base64
import binascii
import struct
from collections.abc import Iterator
from typing import Any

from course_lib.grading.examine.markup import CONTROL, clean_markdown

__all__ = [
    "PICTURES", "clean_markdown", "clean_outputs", "clean_picture", "clean_text", "error_output",
    "message_output", "points_output",
]  # fmt: skip

MAX_OUTPUTS = 100
MAX_TEXT = 100_000
MAX_IMAGES = 20
MAX_IMAGE = 2 * 2**20
MAX_PIXELS = 2**24
PICTURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}


def clean_text(value: Any, limit: int = MAX_TEXT) -> str:
    """Give text without control characters, cut at `limit`; anything else as an empty text."""
    if not isinstance(value, str):
        return ""
    text = CONTROL.sub("", value[: limit + 1])
    return text if len(text) <= limit else text[:limit] + "\n[cut here: too long]"


def clean_picture(mime: str, value: Any) -> str | None:
    """Give base64 text that really holds such a picture, or None."""
    if not isinstance(value, str) or len(value) > MAX_IMAGE:
        return None
    try:
        data = base64.b64decode(value, validate=True)
    except (ValueError, binascii.Error):
        return None
    if not data.startswith(PICTURES[mime]) or not 0 < pixels(data) <= MAX_PIXELS:
        return None
    return base64.b64encode(data).decode()


def pixels(data: bytes) -> int:
    """Count the pixels that the header of a PNG or JPEG file names; 0 if it names none."""
    if data.startswith(PICTURES["image/png"]):
        width, height = struct.unpack(">II", data[16:24].ljust(8, b"\0"))
        return int(width * height)
    position = 2
    while data[position : position + 1] == b"\xff":
        kind, length = struct.unpack(">BH", data[position + 1 : position + 4].ljust(3, b"\0"))
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):  # a start of frame
            height, width = struct.unpack(">HH", data[position + 5 : position + 9].ljust(4, b"\0"))
            return int(width * height)
        position += 2 + length
    return 0


def clean_outputs(raw: Any) -> list[dict[str, Any]]:
    """
    Rebuild a cell's outputs from text and pictures alone.

    Parameters
    ----------
    raw : object
        What the student process says the outputs were.

    Returns
    -------
    list of dict
        Outputs as the notebook format has them: no HTML, no script, no SVG.
    """
    return list(_cleaned(raw[:MAX_OUTPUTS])) if isinstance(raw, list) else []


def _cleaned(raw: list[Any]) -> Iterator[dict[str, Any]]:
    text_left, images_left = MAX_TEXT, MAX_IMAGES
    for output in raw:
        if not isinstance(output, dict):
            continue
        kind = output.get("output_type")
        if kind == "stream":
            text = clean_text(output.get("text"), text_left)
            text_left -= min(len(text), text_left)
            name = "stderr" if output.get("name") == "stderr" else "stdout"
            yield {"output_type": "stream", "name": name, "text": text}
        elif kind == "error":
            yield error_output(output)
        elif kind in ("display_data", "execute_result") and isinstance(output.get("data"), dict):
            data = _cleaned_data(output["data"], text_left)
            images_left -= sum(mime in data for mime in PICTURES)
            if data and images_left >= 0:
                number = {"execution_count": None} if kind == "execute_result" else {}
                yield {"output_type": kind, "metadata": {}, "data": data, **number}


def _cleaned_data(data: dict[Any, Any], text_left: int) -> dict[str, str]:
    cleaned = {"text/plain": clean_text(data.get("text/plain"), text_left)}
    for mime in PICTURES:
        picture = clean_picture(mime, data.get(mime))
        if picture:
            cleaned[mime] = picture
    return {mime: value for mime, value in cleaned.items() if value}


def error_output(output: dict[str, Any]) -> dict[str, Any]:
    """Rebuild an error output."""
    lines = output.get("traceback")
    traceback = "\n".join(
        clean_text(line, 5000) for line in (lines if isinstance(lines, list) else [])
    )
    return {
        "output_type": "error",
        "ename": clean_text(output.get("ename"), 200),
        "evalue": clean_text(output.get("evalue"), 2000),
        "traceback": clean_text(traceback, 20_000).split("\n"),
    }


def message_output(name: str, text: str) -> dict[str, Any]:
    """Make an error output that shows a message of the grader itself."""
    return {"output_type": "error", "ename": name, "evalue": text, "traceback": text.split("\n")}


def points_output(points: float) -> dict[str, Any]:
    """Make the output by which nbgrader understands partial credit."""
    data = {"text/plain": str(points)}
    return {"output_type": "execute_result", "metadata": {}, "data": data, "execution_count": None}

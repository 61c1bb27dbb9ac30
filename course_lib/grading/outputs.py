"""Outputs that come out of the sandbox: hostile data, cut down to text and pictures."""

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Any

MAX_OUTPUTS = 100
MAX_TEXT = 100_000
MAX_IMAGES = 20
MAX_IMAGE = 2 * 2**20
PICTURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
HTML = re.compile(r"<(?=[A-Za-z/!?])")
ACTIVE_MATH = re.compile(r"\\(?=(?:href|require|style|class|cssId|unicode|def|newcommand)\b)")


def clean_text(value: Any, limit: int = MAX_TEXT) -> str:
    """Give text without control characters, cut at `limit`; anything else as an empty text."""
    if not isinstance(value, str):
        return ""
    text = CONTROL.sub("", value[: limit + 1])
    return text if len(text) <= limit else text[:limit] + "\n[cut here: too long]"


def clean_markdown(text: str) -> str:
    """Disarm markdown: tags are shown as text, links and pictures are not followed."""
    text = HTML.sub("&lt;", clean_text(text))
    text = ACTIVE_MATH.sub("", text).replace("](", "] (")
    return re.sub(r"^(\s*\[[^\]\n]*\]):", r"\1 :", text, flags=re.MULTILINE)


def clean_picture(mime: str, value: Any) -> str | None:
    """Give base64 text that really holds such a picture, or None."""
    if not isinstance(value, str) or len(value) > MAX_IMAGE:
        return None
    try:
        data = base64.b64decode(value, validate=True)
    except (ValueError, binascii.Error):
        return None
    return base64.b64encode(data).decode() if data.startswith(PICTURES[mime]) else None


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

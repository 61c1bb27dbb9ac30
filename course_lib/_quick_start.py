"""Keeps an import from taking seconds; imported before nbformat."""

import sys

# jsonschema, which nbformat imports, would make a grammar of web addresses that nobody uses here.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

"""The instructor's side: a sandbox for student code and an examiner that trusts none of it."""

import sys

# jsonschema, which nbformat imports, would take a second to make a grammar of web addresses.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

"""
The list of fonts that matplotlib brings along, kept from run to run.

Without it each warm process would open all of these fonts, which takes longer than to import
matplotlib. No other font is on the list: student code can read no other.
"""

import importlib.metadata
import json
import os
import tempfile
from pathlib import Path

from course_lib.grading.sandbox.cache import kept


def fonts() -> dict[str, str]:
    """
    Give the file that matplotlib looks for in its folder of settings.

    Returns
    -------
    dict of str to str
        Its name, and its text.
    """
    return kept("fonts", importlib.metadata.version("matplotlib"), listed)


def listed() -> dict[str, str]:
    """Have matplotlib list its fonts, and leave out those of this machine."""
    from matplotlib import font_manager  # only where the list is not kept yet

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"fontlist-v{font_manager.FontManager.__version__}.json")
        font_manager.json_dump(font_manager.FontManager(), file)
        found = json.loads(file.read_text(encoding="utf-8"))
    for kind in ("ttflist", "afmlist"):  # its own stand there by their place in its data
        found[kind] = [font for font in found[kind] if not os.path.isabs(font["fname"])]
    return {file.name: json.dumps(found)}

"""Which cells the last of each of the lists in `needs.json` needs, by the Python of the page."""

import json
import sysconfig
from pathlib import Path

from page.page_cells import needed

CASES = json.loads(Path(sysconfig.get_path("purelib"), "needs.json").read_text(encoding="utf-8"))
RESULT = json.dumps([needed(cells, len(cells) - 1) for cells in CASES])

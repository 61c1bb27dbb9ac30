"""Lets a run of a whole student notebook go on where a cell raises."""

from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

TAG = "raises-exception"  # JupyterLab and nbclient go on after such a cell, and show its exception


class RunOn(NbGraderPreprocessor):
    """
    Tag every code cell of a released notebook.

    An exercise that is not written yet must raise, or stock nbgrader would give its points; and
    the cells of the notebook that use it raise too. Nothing else changes: the exception is shown,
    and nbgrader counts it.
    """

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Tag one cell."""
        if cell.cell_type == "code":
            cell.metadata["tags"] = sorted({*cell.metadata.get("tags", ()), TAG})
        return cell, resources

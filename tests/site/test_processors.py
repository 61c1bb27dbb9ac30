"""The chapters hold on processors whose matrix products round in another order than this one's.

NumPy's BLAS has one set of loops for each family of processors, and each adds up in an order of
its own. Where an experiment swings or grows, the last digit decides, and a sentence that holds on
the author's machine stops the build on a reader's.
"""

import jupytext
import nbclient
import pytest
from numpy._core import _multiarray_umath as numpy_built

from course_lib.checks import registry

from .conftest import ROOT

pytestmark = pytest.mark.real_tools
# What BLAS takes the processor for, and whether NumPy uses its wide instructions.
PROCESSORS = {"SkylakeX": True, "Haswell": True, "Nehalem": False, "Prescott": False}


@pytest.mark.parametrize("processor", PROCESSORS)
@pytest.mark.parametrize("chapter", registry.CHAPTERS)
def test_a_chapter_holds_on_another_processor(chapter, processor, monkeypatch):
    monkeypatch.setenv("OPENBLAS_CORETYPE", processor)
    if not PROCESSORS[processor]:
        monkeypatch.setenv("NPY_DISABLE_CPU_FEATURES", " ".join(numpy_built.__cpu_dispatch__))
    notebook = jupytext.read(ROOT / "book" / f"{chapter}.md")
    resources = {"metadata": {"path": str(ROOT / "book")}}
    client = nbclient.NotebookClient(
        notebook, timeout=600, kernel_name="python3", allow_errors=True, resources=resources
    )
    client.execute()
    outputs = [
        (cell.source, output) for cell in notebook.cells for output in cell.get("outputs", ())
    ]
    assert outputs
    assert [source for source, output in outputs if output.output_type == "error"] == []

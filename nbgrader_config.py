"""Settings of nbgrader: ``course release``, ``nbgrader`` and the formgrader all read this file."""

import os
import sys
from pathlib import Path

# nbgrader starts `alembic` by its bare name, also where the environment is not activated.
programs = str(Path(sys.executable).parent)
if programs not in os.environ.get("PATH", "").split(os.pathsep):
    os.environ["PATH"] = os.pathsep.join([programs, os.environ.get("PATH", "")])

c = get_config()  # noqa: F821  (nbgrader provides it)
root = Path(__file__).resolve().parent

c.CourseDirectory.course_id = "classification_from_scratch"
c.CourseDirectory.root = str(root)
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"
# A PostgreSQL address works as well: COURSE_DB_URL=postgresql+psycopg://...
c.CourseDirectory.db_url = os.environ.get("COURSE_DB_URL", f"sqlite:///{root / 'gradebook.db'}")
# The text source lies beside the notebook that nbgrader reads; only the notebook is released.
c.CourseDirectory.ignore = ["*.md", ".ipynb_checkpoints", "*.pyc", "__pycache__", ".*"]

c.ClearSolutions.code_stub = {
    "python": "# Your code replaces the next line.\nraise NotImplementedError"
}
c.ClearSolutions.text_stub = "*Write your answer here, in place of this line.*"
# nbgrader's own steps, and one more: "Restart and run all" goes on after an unwritten exercise.
steps = (
    "IncludeHeaderFooter", "InstantiateTests", "LockCells", "ClearSolutions", "ClearOutput",
    "CheckCellMetadata", "ComputeChecksums", "SaveCells", "ClearHiddenTests", "ClearMarkScheme",
    "ComputeChecksums", "CheckCellMetadata",
)  # fmt: skip
c.GenerateAssignment.preprocessors = [
    *(f"nbgrader.preprocessors.{step}" for step in steps),
    "course_lib.publishing.notebooks.run_on.RunOn",
]
# A class uploads from Windows too: no bit of the releaser's umask travels along.
c.GenerateAssignment.permissions = 644

# Student code runs in a sandbox and the tests outside it, also under `nbgrader autograde`.
# The exporter leaves it to `Examine` to open what a student handed in.
c.Autograde.exporter_class = "course_lib.grading.preprocessor.UnreadExporter"
c.Autograde.sanitize_preprocessors = [
    "course_lib.grading.preprocessor.Examine",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
]
c.Autograde.autograde_preprocessors = [
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
]

# What people wrote is data in the formgrader too, and in `nbgrader generate_feedback`: names of
# the gradebook, comments, graded notebooks that another version stored.
inert = "course_lib.grading.formgrader.Inert"
c.HTMLExporter.preprocessors = [inert]
c.GenerateFeedback.preprocessors = [
    "nbgrader.preprocessors.GetGrades",
    inert,
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
if "nbgrader.server_extensions.formgrader" in sys.modules:
    from course_lib.grading.formgrader import escape_lists

    escape_lists()

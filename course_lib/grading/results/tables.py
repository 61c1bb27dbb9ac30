"""Tables and indexes of ours in nbgrader's database, which nbgrader leaves alone."""

from nbgrader.api import Comment, Grade, SubmittedNotebook
from sqlalchemy import Column, Connection, Index, MetaData, String, Table, Text

OWN = MetaData()
RECORDED = Table(
    "course_recorded",
    OWN,
    Column("assignment_id", String(32), primary_key=True),
    Column("student", String(128), primary_key=True),
    Column("entry", String(80), nullable=False),  # identity of the journal entry written last
    Column("read", Text, nullable=False),  # by grade_id, what a person saw who gave points
)
ASIDE = Table(
    "course_set_aside",
    OWN,
    Column("assignment_id", String(32), primary_key=True),
    Column("student", String(128), primary_key=True),
    Column("cell", String(128), primary_key=True),
    Column("kept", Text, nullable=False),
)
SAVED = Table(
    "course_saved",
    OWN,
    Column("assignment", String(128), primary_key=True),
    Column("state", String(64), nullable=False),  # of the source, and of the cells in the database
    Column("released", Text, nullable=False),  # by grade_id, a hash of what students were given
)
# nbgrader has none that begins with these, and would read all rows of a class for each student.
INDEXES = (
    Index("course_grade_by_notebook", Grade.notebook_id),
    Index("course_comment_by_notebook", Comment.notebook_id),
    Index("course_notebook_by_submission", SubmittedNotebook.assignment_id),
)


def make_own(connection: Connection) -> None:
    """Add our tables and indexes to nbgrader's tables, where they are missing."""
    OWN.create_all(connection)
    for index in INDEXES:
        index.create(connection, checkfirst=True)

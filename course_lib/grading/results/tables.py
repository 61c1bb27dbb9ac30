"""Tables of ours in nbgrader's database, which nbgrader leaves alone."""

from sqlalchemy import Column, MetaData, String, Table, Text

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

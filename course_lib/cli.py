"""The ``course`` command: from the book to the grades.

Each command is thin: it reads the command line, calls one function and prints
what that function returns. Results go to stdout, the log to stderr. The exit
code is 0 when the work was done, 1 when it failed, 2 for wrong usage.
"""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from course_lib import __version__
from course_lib._chapters import COURSE, course_in
from course_lib.grading.results.layouts import LAYOUTS

FOR_MOODLE = ("moodle-worksheet", "moodle-feedback")

if TYPE_CHECKING:
    from course_lib.grading.record import Record


def root_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--root``, the course directory, to a command."""
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path("."),
        show_default="the current directory",
        callback=course_directory,
        help="The course directory.",
    )(command)


def course_directory(context: click.Context, parameter: click.Parameter, value: Path) -> Path:
    """Refuse the folder of a course of one's own unless the command runs there."""
    other = fail_with_message(lambda: course_in(value.resolve()))
    if other and other != COURSE:
        raise click.BadParameter(f"{value} is a course of its own: run the command in that folder.")
    return value


def assignment_names(
    context: click.Context, parameter: click.Parameter, value: str | tuple[str, ...]
) -> str | tuple[str, ...]:
    """Refuse a NAME for which there is no source."""
    from course_lib.grading.examine.assignment import assignment_names as known_names
    from course_lib.grading.examine.assignment import sources

    root = context.params.get("root", Path("."))
    for name in (value,) if isinstance(value, str) else value:
        none = f"none: there is no notebook under {sources(root)}"
        refuse_unknown(name, known_names(root), none)
    return value


def refuse_unknown(name: str, known: Sequence[str], none: str) -> None:
    """Refuse a NAME that is not among the assignments, and list these."""
    if name not in known:
        listed = ", ".join(known) or none
        raise click.BadParameter(f"no assignment {name!r}. Assignments: {listed}.")


def name_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the argument NAME, an assignment, to a command."""
    return click.argument("name", callback=assignment_names)(command)


def log(text: str) -> None:
    """Write one line of log to stderr."""
    click.echo(text, err=True)


def sandbox_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--sandbox``, the tier of the sandbox, to a command."""
    return click.option(
        "--sandbox",
        type=click.Choice(["auto", "full", "pod"]),
        default="auto",
        show_default=True,
        help="auto and full: bubblewrap, or stop; pod: without namespaces, holds less.",
    )(command)


def fail_with_message(work: Callable[[], Any]) -> Any:
    """Run `work` and turn the errors a user can act on into one line and exit code 1."""
    try:
        return work()
    except (RuntimeError, ValueError, OSError) as error:
        raise click.ClickException(str(error)) from error


def fail_with_place(work: Callable[[], Any]) -> Any:
    """Do the same, and for an error in the file of an exercise say where it is."""
    from course_lib.publishing.notebooks.faults import located

    def placed() -> Any:
        try:
            return work()
        except Exception as error:
            if place := located(error):
                raise ValueError(place) from error
            raise

    return fail_with_message(placed)


def tell_strangers(root: Path) -> None:
    """Say which folders of solutions/ are passed over."""
    from course_lib.publishing.notebooks.release import strangers

    for line in strangers(root):
        log(line)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="course")
def main() -> None:
    """Build the book, release assignments and grade them.

    Example: course grade binary_classification
    """


@main.command()
@click.argument("name", type=click.Path(path_type=Path))
def new(name: Path) -> None:
    """Make a course of your own in the folder NAME, new or empty.

    It has one chapter with its exercises, one assignment and their tests, all of which work and
    are yours to replace. What the course is called and which chapters it has is told in
    [tool.course] of its pyproject.toml. Commands in that folder are about that course.

    Example: course new linear_regression
    """
    from course_lib.publishing.notebooks.new_course import new_course

    made = fail_with_message(lambda: new_course(name.absolute()))
    for path in made.files:
        click.echo(path.relative_to(made.root.parent))
    log(f"Now:\n  cd {name}")
    for command in made.commands:
        log(f"  {command}")


@main.command()
@root_option
@click.option("--clean", is_flag=True, help="Make every page anew, also those that did not change.")
@click.option("--pdf", is_flag=True, help="Also print the whole book into one PDF.")
def build(root: Path, clean: bool, pdf: bool) -> None:
    """Write the derived pages anew and build the book into _build/html.

    Pages that did not change are kept from the last build.

    Example: course build
    """
    from course_lib.publishing.derived.pages import write_pages
    from course_lib.publishing.site.build import build_site

    def work() -> Path:
        write_pages(root.resolve())
        return build_site(root.resolve(), clean=clean, pdf=pdf)

    click.echo(fail_with_place(work))


@main.command()
@root_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Where; 0 takes any port that is free.",
)
def serve(root: Path, port: int) -> None:
    """Serve the built book on this machine, for you alone, until Ctrl-C.

    Most pages can be read from the disk as well; what runs in the page needs a server.

    Example: course serve --port 8080
    """
    from course_lib.publishing.site.serve import serve as serve_site

    html = root.resolve() / "_build" / "html"
    fail_with_message(lambda: serve_site(html, port, click.echo))


@main.command()
@root_option
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--force", is_flag=True, help="Derive again what did not change, too.")
def release(root: Path, names: tuple[str, ...], force: bool) -> None:
    """Derive the student notebooks and the student bundle from solutions/.

    Without NAME, every assignment is released. What has not changed since the last release, and
    neither has the code, is left as it is.

    Example: course release relu softmax
    """
    from course_lib.publishing.notebooks.release import release as release_assignments

    tell_strangers(root.resolve())
    for path in fail_with_place(lambda: release_assignments(names or None, root.resolve(), force)):
        click.echo(path)


@main.command()
@root_option
@click.argument("notebook")
@click.option(
    "--author", is_flag=True, help="Try out the checks of an assignment; give its name as NOTEBOOK."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--unsafe", is_flag=True, help="Run without a sandbox (only for your own code).")
@sandbox_option
@click.pass_context
def check(
    context: click.Context,
    root: Path,
    notebook: str,
    author: bool,
    as_json: bool,
    unsafe: bool,
    sandbox: str,
) -> None:
    """Run the visible checks of a student's NOTEBOOK; exit 1 if one fails.

    The file may be called as it likes: its functions say which assignment it is.

    With --author, NOTEBOOK is the name of an assignment that you are writing. You are told which
    mistakes and mutants its test cells let through, which right answers they refuse, which
    mistakes they cannot tell apart, and what is wrong with its points and markers. Of a plain
    nbgrader assignment you are told which test cells refuse the solved notebook and how to
    write them, and which need no answer.

    Example: course check exercises/relu/relu.ipynb

    Example: course check --author relu
    """
    if author:
        check_as_author(notebook, root.resolve(), as_json, unsafe, sandbox)
    else:
        file = click.Path(exists=True, dir_okay=False, path_type=Path)
        parameter = next(p for p in context.command.params if p.name == "notebook")
        found = file.convert(notebook, parameter, context)
        check_as_student(found, root, as_json, unsafe, sandbox)


def check_as_student(notebook: Path, root: Path, as_json: bool, unsafe: bool, sandbox: str) -> None:
    """Print a line for each visible test cell of a notebook."""
    from course_lib.grading.check import check_notebook

    record = fail_with_message(
        lambda: check_notebook(notebook, root=root.resolve(), unsafe=unsafe, sandbox=sandbox)
    )
    if as_json:
        click.echo(json.dumps(record.to_json()))
    else:
        for cell in record.cells:
            click.echo(f"{cell.status:9} {cell.grade_id}  {cell.message}".rstrip())
    if record.status != "graded" or record.score < record.max_score:
        sys.exit(1)


def check_as_author(name: str, root: Path, as_json: bool, unsafe: bool, sandbox: str) -> None:
    """Print a line for each thing to mend in an assignment."""
    from course_lib.grading.examine.assignment import assignment_names as known_names
    from course_lib.publishing.notebooks.release import assignments

    chapters = assignments(root)
    refuse_unknown(name, list(dict.fromkeys([*chapters, *known_names(root)])), "none")
    if name in chapters:
        from course_lib.publishing.notebooks.review import review_with_progress

        tell_strangers(root)
        findings = fail_with_place(lambda: review_with_progress(name, root))
    else:
        from course_lib.grading.trial import try_out

        trial = fail_with_message(lambda: try_out(name, root, unsafe, sandbox))
        findings = trial.findings
        for note in trial.notes:
            log(note)
    if as_json:
        listed_findings = [finding.as_dict() for finding in findings]
        click.echo(json.dumps({"assignment": name, "findings": listed_findings}))
    else:
        for finding in findings:
            click.echo(str(finding))
    if findings:
        sys.exit(1)
    log(f"{name}: nothing to mend")


@main.command()
@root_option
@name_argument
@click.option(
    "--jobs", type=click.IntRange(1), help="Submissions graded at once.  [default: cores]"
)
@click.option("--dask", metavar="ADDRESS", help="Grade on the workers of a Dask scheduler.")
@click.option("--force", is_flag=True, help="Grade unchanged submissions again.")
@click.option(
    "--figures",
    type=click.Choice(["all", "manual", "none"]),
    default="manual",
    show_default=True,
    help="Figures to draw; manual: those that a person who grades by hand looks at.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.option("--student", metavar="ID", help="Grade this student alone, again.")
@click.option("--unsafe", is_flag=True, help="Run without a sandbox (only for code you trust).")
@sandbox_option
def grade(
    root: Path,
    name: str,
    jobs: int | None,
    dask: str | None,
    force: bool,
    figures: Any,
    as_json: bool,
    student: str | None,
    unsafe: bool,
    sandbox: str,
) -> None:
    """Grade every submission of the assignment NAME.

    Submissions lie in submitted/STUDENT/NAME/NAME.ipynb. A run that was
    stopped is continued by the same command.

    Example: course grade relu --jobs 2
    """
    from course_lib.grading.grade import find_student
    from course_lib.grading.grade import grade as grade_class

    if student is not None:
        refuse_stranger(lambda: find_student(root.resolve(), student))

    def work() -> None:
        records = grade_class(
            name, root.resolve(), jobs=jobs, dask=dask, force=force, unsafe=unsafe,
            figures=figures, student=student, sandbox=sandbox,
        )  # fmt: skip
        missing: list[str] = []
        undecided = print_records(records, as_json, missing)
        if student is None:
            print_unplaced(name, root.resolve(), missing, as_json)
        if undecided:
            raise RuntimeError(
                f"{undecided} not graded or not recorded: the flags say why. Run again."
            )

    fail_with_message(work)


def refuse_stranger(look: Callable[[], Any]) -> None:
    """Refuse the id of a student whom nobody knows."""
    try:
        look()
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def print_unplaced(name: str, root: Path, missing: list[str], as_json: bool) -> None:
    """List what was handed in and belongs to nobody, if there is anything."""
    from course_lib.grading.ids import printable, unplaced
    from course_lib.grading.roster import strangers

    paths = unplaced(root, name, missing)
    paths = sorted([*paths, *(f"submitted/{folder}" for folder in strangers(root))])
    for path in paths:
        log(f"belongs to nobody: {printable(path)}")
    if paths and as_json:
        click.echo(json.dumps({"unplaced": paths}))


def print_records(records: "Iterable[Record]", as_json: bool, missing: list[str]) -> int:
    """Print grading records, one student a line; count those whose outcome is not known."""
    from course_lib.grading.examine.class_notes import class_notes
    from course_lib.grading.record import NOT_GRADED, NOT_RECORDED

    undecided = 0
    seen: list[Record] = []
    for record in records:
        seen.append(record)
        undecided += any(flag.startswith((NOT_GRADED, NOT_RECORDED)) for flag in record.flags)
        if record.status == "missing":
            missing.append(record.student)
        if as_json:
            click.echo(json.dumps(record.to_json()))
        else:
            points = f"{record.score:g}/{record.max_score:g}"
            flags = "  ".join(record.flags)
            click.echo(f"{record.student:24} {record.status:10} {points:>9}  {flags}".rstrip())
    for note in class_notes(seen):
        log(note)
    return undecided


@main.command()
@root_option
@name_argument
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8001,
    show_default=True,
    help="Where; 0 takes any port that is free.",
)
@click.option("--blind", is_flag=True, help="Show no names, and order answers by a hash.")
def read(root: Path, name: str, port: int, blind: bool) -> None:
    """Read the written answers of NAME on one page, until Ctrl-C.

    The page gives points and comments to each answer. They go into the gradebook, as if they
    were given in the formgrader. Open the address that is printed; it is for you alone.

    Example: course read relu --blind
    """
    from course_lib.grading.reading.server import Desk
    from course_lib.grading.reading.server import serve as serve_answers

    def work() -> None:
        desk = Desk(name, root.resolve(), blind)
        if behind := desk.behind():
            log(
                f"graded and not in the gradebook yet: {len(behind)}; of them the page shows "
                f"nothing, or older points. Run `course grade {name}`"
            )
        serve_answers(desk, port, click.echo)

    fail_with_message(work)


@main.command()
@root_option
@name_argument
def feedback(root: Path, name: str) -> None:
    """Write a feedback page for each graded submission of NAME.

    Example: course feedback relu
    """
    from course_lib.grading.results.feedback import write_feedback

    for path in fail_with_message(lambda: write_feedback(name, root.resolve())):
        click.echo(path)


@main.command()
@root_option
@name_argument
def report(root: Path, name: str) -> None:
    """Write the class report of NAME: scores, items, commonest mistakes, flags.

    Example: course report relu
    """
    from course_lib.grading.results.report import write_report

    for path in fail_with_message(lambda: write_report(name, root.resolve())):
        click.echo(path)


@main.command()
@root_option
@click.option(
    "--format",
    "layout",
    type=click.Choice([*LAYOUTS, *FOR_MOODLE]),
    required=True,
    help="The layout that the receiving system imports.",
)
@click.option("--assignment", metavar="NAME", help="This one alone; needed for moodle-….")
@click.option("--title", help="What the other system calls the assignment.")
@click.option(
    "--provisional", is_flag=True, help="Also while answers are still to be read; marked then."
)
@click.option(
    "--worksheet",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="For moodle-…: its grading worksheet, or archive of submissions, of the assignment.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write.  [default: stdout]",
)
def export(
    root: Path,
    layout: str,
    assignment: str | None,
    title: str | None,
    provisional: bool,
    worksheet: Path | None,
    out: Path | None,
) -> None:
    """Export the gradebook, or the pages of feedback for Moodle.

    canvas and moodle are what these import into their gradebooks. With --assignment nobody
    without a grade is in them, so that no grade there is erased by an empty cell. csv has
    everybody, also with lateness, penalty and extra credit.

    moodle-worksheet fills the grading worksheet of an assignment in Moodle, moodle-feedback packs
    the pages of `course feedback` for "Upload multiple feedback files in a zip".

    Example: course export --format moodle --out grades.csv

    Example: course export --format canvas --assignment relu --title "Homework 5"
    """
    from course_lib.grading.results.export import export_grades

    if title is not None and assignment is None:
        raise click.UsageError("--title needs --assignment: it is the title of one.")
    if layout in FOR_MOODLE:
        if assignment is None or worksheet is None:
            raise click.UsageError(f"--format {layout} needs --assignment and --worksheet.")
        write_out(fail_with_message(lambda: for_moodle(layout, assignment, root.resolve(),
                                                       worksheet, provisional)), out)  # fmt: skip
        return
    write_out(
        fail_with_message(
            lambda: export_grades(layout, root.resolve(), assignment, title, provisional)
        ),
        out,
    )


def for_moodle(
    layout: str, name: str, root: Path, worksheet: Path, provisional: bool
) -> str | bytes:
    """Make what goes back into one assignment of Moodle."""
    from course_lib.grading.results.moodle import feedback_archive, grading_worksheet

    if layout == "moodle-feedback":
        return feedback_archive(name, root, worksheet)
    return grading_worksheet(name, root, worksheet, provisional)


def write_out(content: str | bytes, out: Path | None) -> None:
    """Write what was made to a file, or to stdout."""
    if out is None:
        click.echo(content, nl=False)
    else:
        out.write_bytes(content.encode() if isinstance(content, str) else content)
        click.echo(out)


@main.group(invoke_without_command=True)
@root_option
@click.pass_context
def roster(context: click.Context, root: Path) -> None:
    """Say who is in the class.

    The class is students.csv in the course directory: id (the folder's name in submitted/),
    last_name, first_name, email, lms_id (the number of the user in Canvas), known_as (what the
    student writes into STUDENT_ID, if that is not the id). Columns of your own are kept. Whoever
    is on it and hands in nothing is told as missing; whoever is not on it is left out everywhere.
    Without the file, the class is the folders of submitted/.

    Example: course roster

    Example: course roster import canvas.csv
    """
    if context.invoked_subcommand is None:
        fail_with_message(lambda: show_roster(root.resolve()))
    context.default_map = {command: {"root": str(root)} for command in roster.commands}


def show_roster(root: Path) -> None:
    """Print who is in the class, and what lies elsewhere of others."""
    from course_lib.grading.results.gradebook import Book
    from course_lib.grading.roster import FILE, read_roster, strangers

    found = read_roster(root)
    if found is None:
        raise ValueError(f"there is no {root / FILE}: `course roster import FILE` makes it")
    for person in found.people.values():
        known_as = f"known as {person.known_as}" if person.known_as else ""
        click.echo(f"{person.id:24} {person.full_name:32} {person.email:32} {known_as}".rstrip())
    for folder in strangers(root):
        log(f"not in {FILE}: submitted/{folder}")
    for person in Book(root).people():
        if person.id not in found:
            log(f"not in {FILE}, but in the gradebook: {person.id}")


@roster.command("import")
@root_option
@click.argument(
    "file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--gradebook", is_flag=True, help="Take nbgrader's database in place of a FILE.")
@click.option("--id", "id_column", metavar="COLUMN", default="", help="The column with the ids.")
@click.option("--replace", is_flag=True, help="Take off whoever is not in FILE.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def roster_import(
    root: Path, file: Path | None, gradebook: bool, id_column: str, replace: bool, dry_run: bool
) -> None:
    """Bring students.csv up to a class list; made if it is not there.

    FILE is what Canvas exports of its gradebook, Moodle of its participants, its gradebook or its
    grading worksheet, JupyterHub answers for its users (or a name a line), or a table with the
    columns of students.csv. Nothing that is known already is emptied.

    Example: course roster import participants.csv --id "Email address"
    """
    from course_lib.grading.class_list import merge, read_class
    from course_lib.grading.results.gradebook import Book
    from course_lib.grading.roster import FILE, Roster, read_roster, write_roster

    if (file is None) != gradebook:
        raise click.UsageError("Give either a FILE or --gradebook.")
    place = root.resolve()

    def work() -> None:
        old = read_roster(place) or Roster([])
        people = read_class(file, id_column) if file else Book(place).people()
        new, news = merge(old, people, replace)
        write_roster(new, place, dry_run)
        for what, students in news.items():
            for student in students:
                click.echo(f"{'removed' if replace and what == 'absent' else what:8} {student}")
        log(f"{FILE}: {len(new.people)} students{', not written' if dry_run else ''}")

    fail_with_message(work)


@roster.command("remove")
@root_option
@click.argument("students", metavar="ID...", nargs=-1, required=True)
def roster_remove(root: Path, students: tuple[str, ...]) -> None:
    """Take students off the roster; what they handed in stays where it is.

    Example: course roster remove s0011
    """
    from course_lib.grading.roster import FILE, remove_from_roster

    for student in students:
        if not fail_with_message(partial(remove_from_roster, student, root.resolve())):
            raise click.BadParameter(f"no student {student!r} in {root / FILE}")
        click.echo(f"removed  {student}")
    log(
        "They are left out of grades, reports, feedback and exports. `course roster sync --remove` "
        "takes them out of nbgrader's database too, `course erase ID` removes all that is kept"
    )


@roster.command("sync")
@root_option
@click.option("--remove", is_flag=True, help="Also take out who is not on the roster, with grades.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def roster_sync(root: Path, remove: bool, yes: bool) -> None:
    """Write the roster into nbgrader's database, where the formgrader shows names.

    Example: course roster sync --remove
    """
    from course_lib.grading.results.gradebook import Book
    from course_lib.grading.roster import FILE, read_roster

    def work() -> None:
        found = read_roster(root.resolve())
        if found is None:
            raise ValueError(f"there is no {root / FILE}: `course roster import FILE` makes it")
        book = Book(root.resolve())
        book.set_people(found.people.values())
        others = [person.id for person in book.people() if person.id not in found]
        for student in others:
            click.echo(f"{'removed' if remove else 'not on the roster'}  {student}")
        if others and remove and not yes:
            click.confirm("Remove these with all their grades and comments?", abort=True)
        for student in others if remove else ():
            book.erase(student)

    fail_with_message(work)


@main.command()
@root_option
@name_argument
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be placed, and change nothing.")
@click.option(
    "--worksheet",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Moodle's grading worksheet of the assignment: it has addresses and times.",
)
def collect(root: Path, name: str, source: Path, dry_run: bool, worksheet: Path | None) -> None:
    """Put what came in into submitted/STUDENT/NAME; exit 1 if something was not placed.

    SOURCE is the archive of submissions that Moodle or Canvas gives, as it is or unpacked, the
    folder of a course in nbgrader's exchange, or any folder or zip archive whose files or folders
    are called after students. students.csv says whom a number, a name or an address means.

    Of several submissions the newest is taken; what is there already stays if it is the same or
    newer. A time that only says when an archive was packed is no time of submission.

    Example: course collect relu submissions.zip --dry-run
    """
    from course_lib.grading.collect import collect as collect_class
    from course_lib.grading.ids import printable

    found = fail_with_message(
        lambda: collect_class(name, source, root.resolve(), dry_run, worksheet)
    )
    for each in found.placed:
        time = f"{each.time:%Y-%m-%d %H:%M} UTC" if each.time else ""
        late = "late by the platform" if each.late else ""
        click.echo(
            f"{each.student:24} {each.what:6} {time:20} {printable(each.path)}  {late}".rstrip()
        )
        for path in each.left_out:
            log(f"left out, another file of {each.student}: {printable(path)}")
    for path, reason in found.unplaced:
        log(f"not placed: {printable(path)}: {reason}")
    for line in found.foreign():
        log(line)
    if found.absent:
        log(f"nothing of {len(found.absent)} on the roster: {', '.join(found.absent)}")
    if found.placed and not any(each.time for each in found.placed):
        log("no times of submission are known: nothing will count as late")
    if dry_run:
        log("nothing was written")
    if found.unplaced:
        sys.exit(1)


@main.command()
@root_option
@click.argument("student", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
def erase(root: Path, student: str, yes: bool) -> None:
    """Remove all that this course directory holds of the student ID, for good.

    That is what was handed in, graded and given back, the grades and comments in the gradebook,
    the lines in the journals, and the reports that name the student.

    Example: course erase s0011
    """
    from course_lib.grading.results.erase import erase as erase_student

    if not yes:
        click.confirm(f"Remove all data of {student!r}? Nothing of it can be restored", abort=True)

    def work() -> list[str]:
        found: list[str] = []
        refuse_stranger(lambda: found.extend(erase_student(student, root.resolve())))
        return found

    for line in fail_with_message(work):
        click.echo(line)


@main.command()
@root_option
def doctor(root: Path) -> None:
    """Say what this machine can do and what is missing; exit 1 if grading cannot run.

    Example: course doctor
    """
    from course_lib.doctor import diagnose

    findings = diagnose(root.resolve())
    for finding in findings:
        click.echo(str(finding))
    if any(finding.fatal for finding in findings):
        sys.exit(1)

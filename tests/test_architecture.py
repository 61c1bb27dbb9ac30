"""What ARCHITECTURE.md says is so: rooms, the way that imports run, paths, settings."""

import ast
import re
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "course_lib"
PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
# From the top floor down: an import goes to the same or a lower floor.
FLOORS = (
    ("cli",),
    ("doctor",),
    ("grading",),
    ("publishing.notebooks", "publishing.site", "publishing.derived"),
    ("publishing.gates", "publishing.figures", "grading.results"),
    ("grading.journal", "grading.incoming", "grading.worksheet"),
    ("grading.roster",),
    ("grading.ids",),
    ("grading.examine",),
    ("grading.sandbox",),
    (
        "grading.inside",
        "grading.record",
        "grading.files",
        "grading.tables",
    ),
    ("checks.author",),
    ("checks.exercises",),
    ("checks",),
    ("chapters", "networks", "plotting", "datasets"),
    ("_own",),
    (
        "_absent",
        "_chapters",
        "_local",
        "_progress",
        "_quick_start",
        "_validation",
        "claims",
    ),
)
FLOOR = {room: height for height, rooms in enumerate(reversed(FLOORS)) for room in rooms}
CHAPTERS = {path.stem for path in (ROOT / "book").glob("*.md")} | {
    "computational_graph", "cost_curvature", "gradient_check", "_regularizers", "_worked_232",
}  # fmt: skip


def module_name(path, package=PACKAGE):
    parts = path.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def imported(path, package=PACKAGE):
    """Yield the modules of the package that a module imports, wherever it does so."""
    name = module_name(path, package)
    home = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = home.rsplit(".", node.level - 1)[0] if node.level else ""
            base = ".".join(filter(None, [above, node.module or ""]))
            yield from (f"{base}.{alias.name}" for alias in node.names)


def room_of(module):
    """Name the room in which a module, or a name of a module, lies; None outside the package."""
    parts = module.split(".")
    if parts[0] != "course_lib" or len(parts) < 2:
        return None
    for length in (2, 1):
        room = ".".join(parts[1 : 1 + length])
        if room in FLOOR:
            return room
    return "chapters" if parts[1] in CHAPTERS else None


@cache
def arrows(package=PACKAGE):
    """List each import that goes from one room to another."""
    found = []
    for path in sorted(package.rglob("*.py")):
        name = module_name(path, package)
        start = room_of(name)
        for target in imported(path, package):
            end = room_of(target)
            if start and end and start != end:
                found.append((start, end, f"{name} imports {target}"))
    return found


def test_every_module_has_a_room():
    lost = [
        module_name(path)
        for path in PACKAGE.rglob("*.py")
        if path.name != "__init__.py" and room_of(module_name(path)) is None
    ]
    assert lost == []


def test_imports_run_one_way():
    assert len(arrows()) > 100
    assert [said for start, end, said in arrows() if FLOOR[start] < FLOOR[end]] == []


def test_the_schema_of_a_record_is_all_that_publishing_takes_from_grading():
    found = {
        said.split(" imports ")[1]
        for start, end, said in arrows()
        if (start.split(".")[0], end.split(".")[0]) == ("publishing", "grading")
    }
    assert found == {"course_lib.grading.record.record_schema"}


def test_an_import_that_runs_up_is_found(tmp_path):
    module = tmp_path / "course_lib" / "checks" / "model.py"
    module.parent.mkdir(parents=True)
    module.write_text("def f():\n    from course_lib.grading import work\n")
    ((start, end, said),) = arrows(tmp_path / "course_lib")
    assert (FLOOR[start] < FLOOR[end], said[:19]) == (True, "course_lib.checks.m")


def test_no_two_modules_wait_for_each_other():
    """Imports form no circle, wherever they stand; `networks` and chapters are one floor."""
    graph = {}
    modules = {module_name(path): path for path in PACKAGE.rglob("*.py")}
    for name, path in modules.items():
        found = {t if t in modules else t.rpartition(".")[0] for t in imported(path)}
        graph[name] = {target for target in found if target in modules and target != name}
    graph = {
        name: {t for t in ends if not name.startswith(f"{t}.")} for name, ends in graph.items()
    }
    TopologicalSorter(graph).prepare()


def test_each_path_of_the_page_exists():
    paths = set(re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.(?:py|json|md))`", PAGE))
    assert len(paths) > 10
    homes = (ROOT, PACKAGE)
    assert [path for path in paths if not any((home / path).exists() for home in homes)] == []


def test_each_test_file_that_is_named_exists():
    named = set(re.findall(r"\b(tests(?:/[a-zA-Z_]+)+(?:\.py)?)", PAGE))
    existing = [name.replace("NAME", "relu") for name in named]
    assert [name for name in existing if not (ROOT / name).exists()] == []


def test_each_environment_variable_of_the_code_is_on_the_page():
    code = "\n".join(
        p.read_text("utf-8") for p in [*PACKAGE.rglob("*.py"), ROOT / "nbgrader_config.py"]
    )
    used = set(re.findall(r"\"((?:COURSE|SOURCE)_[A-Z_]+)\"", code))
    assert used
    assert [name for name in used if f"`{name}`" not in PAGE] == []

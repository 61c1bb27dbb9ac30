"""What README and CONTRIBUTING say is true: their example runs, their commands exist."""

import doctest
import re
from pathlib import Path

import pytest

from course_lib._chapters import TITLES
from course_lib.cli import main
from course_lib.publishing.derived import contents

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "book" / "instructor_guide.md").read_text(encoding="utf-8")
ADDING = (ROOT / "ADDING.md").read_text(encoding="utf-8")
PAGES = pytest.mark.parametrize(
    "text",
    [README, CONTRIBUTING, GUIDE, ADDING],
    ids=["README", "CONTRIBUTING", "instructor guide", "ADDING"],
)


def test_the_example_of_the_readme_prints_what_it_says():
    block = re.search(r"```python\n(.*?)```", README, flags=re.DOTALL).group(1)
    examples = doctest.DocTestParser().get_doctest(block, {}, "README.md", "README.md", 0)
    assert examples.examples
    result = doctest.DocTestRunner().run(examples)
    assert result.failed == 0


@pytest.mark.parametrize("command", sorted(main.commands))
def test_each_command_is_named_in_the_readme_or_the_table_of_derived_files(command):
    assert f"course {command}" in README + CONTRIBUTING


@PAGES
def test_each_course_command_that_is_named_exists_and_takes_the_options_named(text):
    lines = re.findall(r"(?:^|`|bin/)course ([a-z]+)([^`\n#]*)", text, flags=re.MULTILINE)
    assert lines
    for command, rest in lines:
        assert command in main.commands, f"course {command}"
        known = [main.commands[command], *getattr(main.commands[command], "commands", {}).values()]
        options = {name for each in known for option in each.params for name in option.opts}
        assert set(re.findall(r"--[a-z-]+", rest)) <= options, f"course {command}{rest}"


@PAGES
def test_each_make_target_that_is_named_exists(text):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", text, flags=re.MULTILINE))
    assert named
    assert named <= targets


def test_each_path_in_the_tables_of_contributing_exists():
    paths = set(
        re.findall(r"`((?:book|tests|course_lib|solutions|exercises)/[^`]*)`", CONTRIBUTING)
    )
    assert paths
    missing = [
        path for path in paths if not (ROOT / path.replace("NAME", "binary_cross_entropy")).exists()
    ]
    assert missing == []


def test_each_name_in_the_tables_of_contributing_and_adding_is_defined_where_they_say():
    named = re.findall(r"`([A-Z]\w+)` (?:in|of) `([^`]+\.py)`", CONTRIBUTING + ADDING)
    assert len(named) > 5
    lost = [
        (name, path)
        for name, path in named
        if not re.search(rf"(?m)^(?:class )?{name}\b", (ROOT / path).read_text(encoding="utf-8"))
    ]
    assert lost == []


def test_the_list_of_chapters_has_the_order_of_the_contents_and_what_titles_of_pages_end_with():
    order = [Path(name).name for name in contents.files(ROOT) if Path(name).name in TITLES]
    pages = {name: (ROOT / "book" / f"{name}.md").read_text(encoding="utf-8") for name in order}
    titles = {name: re.search(r"^# (.+)$", page, re.MULTILINE)[1] for name, page in pages.items()}
    assert list(titles) == list(TITLES)
    assert [
        name for name in titles if not titles[name].lower().endswith(TITLES[name].lower())
    ] == []

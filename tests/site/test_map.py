"""The map of what a browser has solved, in Chromium: marks, reviews, one file, delete."""

import gzip
import json
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from course_lib._chapters import TITLES
from course_lib.publishing.site import browser as chromium
from course_lib.publishing.site.build import build_site
from course_lib.publishing.site.sphinx_map import tasks

ROOT = Path(__file__).parents[2]
CONTENTS = """\
format: jb-book
root: book/index
parts:
  - caption: Chapters
    numbered: 1
    chapters: [{file: book/relu}, {file: book/softmax}]
  - caption: Guides
    chapters: [{file: book/your_map}]
"""
CHAPTER = """\
---
objectives:
  - {id: o1, exercises: [relu, relu_prime]}
  - {id: o2, exercises: []}
---
# Bends

- **o1** Build {ref}`bends <bends>`.
- **o2** Say how `a < b`.

(bends)=
## Bends

:::{quiz} Which?
:serves: o1 o2
- [x] The right one

  Yes.

- [ ] The wrong one

  No.

- [ ] Another wrong one

  No.
:::

:::{quiz} How much?
:serves: o2
:number: 2

Two.
:::

<div id="live-relu">Here a run of an exercise is told.</div>
"""
OTHER = """\
---
objectives: [{id: o1, exercises: []}]
---
# Shares

- **o1** Share.

:::{quiz} Who?
:serves: o1
- [x] All

  Yes.
:::
"""
TELL = """([name, verdict]) => {
    const detail = { name, chapter: "relu", verdict };
    const told = new CustomEvent("course:verdict", { bubbles: true, detail });
    document.querySelector("#live-relu").dispatchEvent(told);
}"""
CODE = "def relu(z):\n    return np.maximum(0, z)\n"
SAVED = {"format": "course-progress", "version": 1, "code": {}, "verdicts": {}, "answers": {}}


@pytest.fixture(scope="module")
def small_site(write_tiny_book, tmp_path_factory):
    """Return the folder of a site of two small chapters and the map."""
    root = write_tiny_book(tmp_path_factory.mktemp("map"), "")
    (root / "_toc.yml").write_text(CONTENTS, encoding="utf-8")
    shutil.copy(ROOT / "book" / "your_map.md", root / "book")
    (root / "book" / "relu.md").write_text(CHAPTER, encoding="utf-8")
    (root / "book" / "softmax.md").write_text(OTHER, encoding="utf-8")
    return build_site(root)


@pytest.fixture(scope="module")
def address(small_site):
    with chromium.serve(small_site) as url:
        yield f"{url}/book"


class Reader:
    """Someone who reads the book in a browser of their own, on a day that the test sets."""

    def __init__(self, page, address):
        self.page, self.address = page, address
        self.errors = []
        page.on("pageerror", lambda error: self.errors.append(error.stack))
        self.on("2026-03-01")

    def on(self, day):
        """Set the clock."""
        self.page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00"))

    def open(self, name):
        self.page.goto(f"{self.address}/{name}.html", wait_until="domcontentloaded")
        return self

    def quiz(self, number):
        return self.page.locator(".quiz").nth(number - 1)

    def choose(self, number, words):
        """Open an option of a quiz, and wait until the page has taken note."""
        option = self.quiz(number).locator("details", has_text=words)
        option.locator("summary").click()
        option.evaluate("option => new Promise(requestAnimationFrame)")

    def type(self, number, text):
        self.quiz(number).get_by_role("textbox").fill(text)
        self.quiz(number).get_by_role("button", name="Check").click()

    def tell(self, name, verdict):
        """Say what live.mjs says after a run; a real run is in test_live.py."""
        self.page.evaluate(TELL, [name, verdict])

    def write(self, name, code):
        """Keep code as live.mjs does."""
        keep = "([task, code]) => localStorage.setItem(courseProgress.PREFIX + task, code)"
        self.page.evaluate(keep, [key_of(name), code])

    @property
    def contents(self):
        """The marks in the contents, by the words beside them."""
        links = self.page.locator(".bd-links a:has(.progress-mark)").all_text_contents()
        return dict(
            re.fullmatch(r"\s*(?:\d\. )?(.*?) (✓? ?\d+ .*)", link).groups() for link in links
        )

    @property
    def states(self):
        return self.page.locator(".map-state").all_text_contents()

    @property
    def due(self):
        return self.page.locator(".map-due li").all_text_contents()

    @property
    def later(self):
        return self.page.locator(".map-later li").all_text_contents()

    @property
    def said(self):
        return self.page.locator(".map-desk").get_by_role("status").text_content()

    def save(self, path):
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name="Save to a file").click()
        download.value.save_as(path)
        return json.loads(path.read_text(encoding="utf-8"))

    def load(self, path):
        self.page.evaluate(
            "document.querySelector('.map-said').textContent = ''"
        )  # of another file
        self.page.get_by_label("Load a file").set_input_files(path)
        self.page.wait_for_function("document.querySelector('.map-said').textContent")
        return self.said

    def stored(self):
        """What is kept, but for the colors of the theme."""
        kept = self.page.evaluate("() => ({ ...localStorage })")
        return {key: text for key, text in kept.items() if key not in ("mode", "theme")}


@pytest.fixture
def reader(browser, address):
    with browser.new_context(reduced_motion="reduce") as context:
        found = Reader(context.new_page(), address)
        yield found
    # The theme stumbles where nothing is kept.
    assert [stack for stack in found.errors if re.search(r"(progress|your_map)\.js", stack)] == []


def key_of(name):
    """Return by which name a browser keeps an exercise."""
    served = tasks(ROOT, "relu").values()
    (key,) = {task.key for each in served for task in each if task.key.startswith(f"{name}:")}
    return key


# ---------------------------------------------------------------- marks and map


def test_a_new_reader_sees_a_map_of_what_is_not_begun_and_no_marks(reader):
    reader.open("your_map")
    assert reader.states == ["not begun"] * 3
    assert reader.contents == {}
    assert reader.due == ["None is due today."]
    assert reader.later == []


def test_solved_exercises_and_quizzes_are_marked_in_contents_and_map(reader):
    reader.open("relu").tell("relu", "failed")
    assert reader.contents == {"Bends": "0 of 4 solved", "Shares": "0 of 1 solved"}
    reader.tell("relu", "passed")
    reader.choose(1, "The right one")
    assert reader.contents == {"Bends": "2 of 4 solved", "Shares": "0 of 1 solved"}
    reader.open("your_map")
    assert reader.states == ["begun, 2 of 3", "begun, 1 of 2", "not begun"]
    assert reader.page.locator(".map-done").all_text_contents() == [" ✓ solved"] * 3
    assert "2 of 5 exercises and questions are solved" in reader.page.inner_text(".map-sum")
    reader.open("relu").tell("relu_prime", "passed")
    reader.type(2, "2")
    assert reader.contents["Bends"] == "✓ 4 of 4 solved"
    reader.open("your_map")
    assert reader.states == ["solved", "solved", "not begun"]


def test_what_passed_once_stays_solved(reader):
    reader.open("relu").tell("relu", "passed")
    reader.tell("relu", "failed")
    assert reader.contents["Bends"] == "1 of 4 solved"


def test_code_that_was_never_run_is_begun(reader):
    reader.open("relu").write("relu_prime", CODE)
    reader.open("your_map")
    assert reader.states == ["begun, 0 of 3", "not begun", "not begun"]


def test_an_exercise_that_has_changed_since_is_not_solved(reader):
    reader.open("relu").tell("relu", "passed")
    key = reader.page.evaluate("courseProgress.KEY")
    kept = reader.stored()[key].replace(key_of("relu"), f"relu:{'0' * 12}")
    reader.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, kept])
    reader.open("your_map")
    assert reader.states[0] == "not begun"


def test_the_option_that_is_opened_first_is_the_answer(reader):
    reader.open("relu").choose(1, "Another wrong one")
    reader.choose(1, "The right one")
    assert reader.contents["Bends"] == "0 of 4 solved"
    reader.open("relu").choose(1, "The right one")
    assert reader.contents["Bends"] == "1 of 4 solved"


def test_a_number_is_judged_until_the_answer_is_shown(reader):
    reader.open("relu").type(2, "two")
    assert reader.contents == {}
    reader.type(2, "3")
    assert reader.contents["Bends"] == "0 of 4 solved"
    reader.type(2, "2")
    assert reader.contents["Bends"] == "1 of 4 solved"


def test_a_number_that_was_looked_up_is_not_solved(reader):
    reader.open("relu").choose(2, "Show the answer")
    reader.type(2, "2")
    assert reader.contents["Bends"] == "0 of 4 solved"


def test_another_tab_marks_what_is_solved_here(reader):
    reader.open("your_map")
    other = Reader(reader.page.context.new_page(), reader.address)
    other.open("relu").tell("relu", "passed")
    reader.page.locator(".map-state", has_text="begun, 1 of 3").wait_for()
    assert reader.contents["Bends"] == "1 of 4 solved"


# ---------------------------------------------------------------- reviews


@pytest.mark.parametrize(
    ("answers", "due"),
    [
        ("", None),
        ("2026-03-01 0", "2026-03-02"),
        ("2026-03-01 1", "2026-03-02"),
        ("2026-03-01 1, 2026-03-02 1", "2026-03-05"),
        ("2026-03-01 1, 2026-03-01 1, 2026-03-02 1, 2026-03-04 1", "2026-03-05"),
        ("2026-03-01 1, 2026-03-02 1, 2026-03-05 1", "2026-03-12"),
        ("2026-03-01 1, 2026-03-02 1, 2026-03-05 1, 2026-03-12 1", "2026-04-02"),
        ("2026-03-01 1, 2026-03-02 1, 2026-03-05 1, 2026-03-12 1, 2026-04-02 1", ""),
        ("2026-03-01 1, 2026-03-02 1, 2026-03-04 0", "2026-03-05"),
        ("2026-03-01 1, 2026-03-09 0, 2026-03-09 1, 2026-03-10 1", "2026-03-13"),
        ("2026-12-31 0", "2027-01-01"),
        ("2028-02-28 0", "2028-02-29"),
    ],
)
def test_when_a_question_comes_back(page_of_all, answers, due):
    answers = answers.split(", ") if answers else []
    assert page_of_all.evaluate("answers => courseProgress.review(answers).due", answers) == due


@pytest.fixture(scope="module")
def page_of_all(browser, address):
    """Return one page for all tests that only ask its functions."""
    with browser.new_context(timezone_id="America/New_York") as context:
        page = context.new_page()
        page.goto(f"{address}/index.html")
        yield page


def test_a_day_is_that_of_the_reader(page_of_all):
    late = datetime(2026, 3, 2, 3, tzinfo=UTC).isoformat()
    assert page_of_all.evaluate(f"courseProgress.today(new Date('{late}'))") == "2026-03-01"


def test_a_question_is_due_leads_to_its_place_and_moves_on(reader):
    reader.open("relu").choose(1, "The wrong one")
    reader.open("softmax").choose(1, "All")
    reader.on("2026-03-02")
    reader.open("softmax").choose(1, "All")
    reader.open("your_map")
    assert reader.due == ["5. Bends, question 1: due today"]
    assert reader.later == ["6. Shares, question 1: due on March 5"]
    assert reader.contents["Your map"] == "1 due for review"
    reader.on("2026-03-06")
    reader.open("your_map")
    assert reader.due == [
        "5. Bends, question 1: due since March 2",
        "6. Shares, question 1: due since March 5",
    ]
    reader.page.locator(".map-due a").first.click()
    reader.page.wait_for_url("**/relu.html#quiz-*")
    assert reader.page.locator(":target .quiz-question").inner_text() == "1. Which?"
    reader.choose(1, "The right one")
    reader.open("your_map")
    assert reader.due == ["6. Shares, question 1: due since March 5"]
    assert reader.later == ["5. Bends, question 1: due on March 9"]


# ---------------------------------------------------------------- one file


@pytest.fixture
def busy(reader):
    """Return a reader who has solved something, on the map."""
    return made_busy(reader)


def made_busy(reader):
    reader.open("relu").tell("relu", "passed")
    reader.write("relu", CODE)
    reader.choose(1, "The wrong one")
    return reader.open("your_map")


def test_saved_then_deleted_then_loaded_is_all_there(busy, tmp_path):
    before, states = busy.stored(), busy.states
    saved = busy.save(tmp_path / "saved.json")
    assert saved["code"] == {key_of("relu"): CODE}
    assert saved["verdicts"] == {key_of("relu"): "passed"}
    assert list(saved["answers"].values()) == [["2026-03-01 0"]]
    busy.page.once("dialog", lambda dialog: dialog.dismiss())
    busy.page.get_by_role("button", name="Delete all").click()
    assert busy.stored() == before
    busy.page.evaluate("localStorage.setItem('other', 'stays')")
    asked = []
    busy.page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    busy.page.get_by_role("button", name="Delete all").click()
    assert len(asked) == 1
    assert busy.stored() == {"other": "stays"}
    assert busy.states == ["not begun"] * 3
    assert busy.contents == {}
    assert busy.load(tmp_path / "saved.json") == "saved.json is loaded."
    assert busy.stored() == before | {"other": "stays"}
    assert busy.states == states


def test_a_file_adds_to_what_is_here_and_replaces_nothing(busy, tmp_path):
    (answered,) = busy.save(tmp_path / "saved.json")["answers"]
    file = SAVED | {
        "code": {key_of("relu"): "other", key_of("relu_prime"): "more"},
        "verdicts": {key_of("relu"): "failed", key_of("relu_prime"): "passed"},
        "answers": {answered: ["2026-02-01 1", "2026-03-01 0"]},
    }
    (tmp_path / "other.json").write_text(json.dumps(file), encoding="utf-8")
    said = busy.load(tmp_path / "other.json")
    assert "other.json is loaded. Where code differs, that of this browser stays: relu." in said
    found = busy.save(tmp_path / "both.json")
    assert found["code"] == {key_of("relu"): CODE, key_of("relu_prime"): "more"}
    assert set(found["verdicts"].values()) == {"passed"}
    assert found["answers"] == {answered: ["2026-02-01 1", "2026-03-01 0"]}


@pytest.fixture(scope="module")
def unmoved(browser, address):
    """Return a busy reader for all tests after which nothing may have changed."""
    with browser.new_context() as context:
        yield made_busy(Reader(context.new_page(), address))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{", "It is no JSON, or only a part of it."),
        ("null", "It was not saved by this page."),
        ('{"cells": []}', "It was not saved by this page."),
        (json.dumps(SAVED | {"version": 2}), "It has version 2; this page reads version 1."),
        (json.dumps(SAVED | {"code": []}), 'Its part "code" is missing or no object.'),
        (json.dumps({**SAVED, "answers": None}), 'Its part "answers" is missing or no object.'),
        (json.dumps(SAVED | {"code": {"progress": "x"}}), 'an entry "progress", which is no name'),
        (json.dumps(SAVED | {"code": {"relu:0": 3}}), '"relu:0" in its part "code" is not a text.'),
        (json.dumps(SAVED | {"verdicts": {"relu": "passed"}}), 'an entry "relu", which is no name'),
        (
            json.dumps(SAVED | {"verdicts": {f"relu:{'a' * 12}": "right"}}),
            f'"relu:{"a" * 12}" in its part "verdicts" is not one of passed, failed',
        ),
        *(
            (
                json.dumps(SAVED | {"answers": {"00000000": answers}}),
                '"00000000" in its part "answers" is not a list of answers such as "2026-03-01 1"',
            )
            for answers in ("2026-01-01 1", ["2026-01-01"], ["2026-02-30 1"], ["2026-03-03 1"])
        ),
        ('{"format": "' + " " * 5_000_000 + '"}', "It is larger than 5 MB."),
    ],
    ids=range(15),
)
def test_a_file_that_is_not_ours_is_refused_and_changes_nothing(unmoved, tmp_path, text, complaint):
    (tmp_path / "odd.json").write_text(text, encoding="utf-8")
    before = unmoved.stored()
    said = unmoved.load(tmp_path / "odd.json")
    assert said.startswith("odd.json was not loaded. ")
    assert complaint in said
    assert said.endswith(" Nothing has changed.")
    assert unmoved.stored() == before


def test_a_file_for_which_there_is_no_room_changes_nothing(busy, tmp_path):
    code = {f"relu:{number}": "x" * 2_000_000 for number in range(2)}
    text = json.dumps(SAVED | {"code": code})
    (tmp_path / "large.json").write_text(text, encoding="utf-8")
    busy.page.evaluate("localStorage.setItem('other', 'x'.repeat(2_000_000))")
    before = busy.stored()
    assert "This browser has no room for it." in busy.load(tmp_path / "large.json")
    assert busy.stored() == before


# ---------------------------------------------------------------- where nothing is kept


def test_a_browser_that_keeps_nothing_says_so(reader):
    refuse = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
    reader.page.add_init_script(refuse)
    reader.open("relu").choose(1, "The right one")
    assert reader.contents == {}
    reader.open("your_map")
    assert reader.said.startswith("This browser keeps nothing for this site")
    assert not reader.page.get_by_role("button", name="Save to a file").is_visible()
    assert reader.states == ["not begun"] * 3


def is_a_plain_list(page):
    """Tell whether the map is a list with links and a sentence, and nothing else."""
    told = page.locator(".map-elsewhere").is_visible() and page.locator(".map-objective").count()
    links = page.locator(".map-objective a[href^='relu.html#']").count()
    return told and links and not page.locator(".map-desk:visible").count()


def test_from_a_file_it_is_a_list_and_the_console_is_silent(browser, small_site):
    seen = chromium.visit(browser, (small_site / "book" / "your_map.html").as_uri())
    assert seen.errors == []
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((small_site / "book" / "your_map.html").as_uri())
        assert is_a_plain_list(page)
        assert page.locator(".map-state").count() == 0


def test_without_a_script_it_is_a_list(browser, address):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/your_map.html")
        assert is_a_plain_list(page)


def test_on_paper_there_are_the_objectives_alone(busy):
    busy.page.emulate_media(media="print")
    shown = busy.page.locator("article").inner_text()
    assert "Build bends" in shown
    assert not re.search("Practice|begun|Save|solved in this browser", shown)
    assert not busy.page.locator(".progress-mark").first.is_visible()


# ---------------------------------------------------------------- everybody, and light


def test_axe_finds_no_fault_in_map_and_marks(busy):
    busy.on("2026-03-02")
    busy.open("your_map")
    assert busy.due
    looks = {
        mode: chromium._accessibility(busy.page, *look) for mode, look in chromium.MODES.items()
    }
    assert {mode: faults for mode, faults in looks.items() if faults} == {}
    assert busy.page.evaluate(chromium._OVERFLOW) == []


def test_keyboard_alone_saves_loads_and_deletes(busy):
    busy.page.get_by_role("button", name="Save to a file").focus()
    with busy.page.expect_download():
        busy.page.keyboard.press("Enter")
    busy.page.keyboard.press("Tab")
    field = busy.page.get_by_label("Load a file")
    assert field.evaluate("field => field === document.activeElement")
    busy.page.keyboard.press("Tab")
    busy.page.once("dialog", lambda dialog: dialog.accept())
    busy.page.keyboard.press("Enter")
    assert busy.said == "All of it is deleted."


def test_nothing_goes_elsewhere_and_no_cookie_is_set(busy):
    asked = []
    busy.page.on("request", lambda request: asked.append(request.url))
    busy.open("relu").choose(1, "The right one")
    busy.open("your_map")
    host = busy.address.removesuffix("/book")
    assert [url for url in asked if not url.startswith(host)] == []
    assert busy.page.context.cookies() == []


def test_a_page_without_the_map_loads_four_kilobytes_at_most(small_site):
    folder = small_site / "_static"
    listed = {
        f"book/{name}.html": sorted(
            {task.key for each in tasks(ROOT, name).values() for task in each}
        )
        for name in TITLES
    }
    loaded = [(folder / "progress.js").read_bytes(), json.dumps(listed).encode()]
    assert 1000 < sum(len(gzip.compress(text)) for text in loaded) < 4096
    assert "your_map.js" not in (small_site / "book" / "relu.html").read_text(encoding="utf-8")


# ---------------------------------------------------------------- the data of the course


@pytest.mark.parametrize("name", TITLES)
def test_each_objective_of_the_course_can_be_solved(name):
    assert [key for key, served in tasks(ROOT, name).items() if not served] == []


def test_names_by_which_a_browser_remembers_are_used_once():
    found = [{task.key for each in tasks(ROOT, name).values() for task in each} for name in TITLES]
    assert len(set().union(*found)) == sum(map(len, found)) > 100


def test_each_link_of_the_map_leads_to_a_quiz_of_the_page(small_site):
    map_page = (small_site / "book" / "your_map.html").read_text(encoding="utf-8")
    links = re.findall(r'href="(\w+\.html)#(quiz-\w+)"', map_page)
    assert len(set(links)) == 3
    for page, anchor in links:
        assert f'id="{anchor}"' in (small_site / "book" / page).read_text(encoding="utf-8")

"""Exercises in the page, in Chromium: what a reader does, and what can go wrong on the way."""

import gzip
import json
import re
import zipfile
from pathlib import Path

import nbformat
import pytest

from course_lib.publishing.notebooks.secrets import find_leaks
from course_lib.publishing.site import browser as chromium
from course_lib.publishing.site.live import HERE
from course_lib.publishing.site.pyodide import read_list

ROOT = Path(__file__).parents[2]
RIGHT = "def relu(z):\n    return np.maximum(0, z)\n"
CASES = {
    "right": (RIGHT, "passed", "Right", "relu: all"),
    "a mistake that has a name": (
        "def relu(z):\n    return np.abs(z)\n",
        "failed",
        "Not yet",
        "This looks like `absolute-value`",
    ),
    "the stub": (None, "failed", "Not yet", "relu is not written yet"),
    "a syntax error": (
        "def relu(z)\n    return z\n",
        "stopped",
        "Your code stopped",
        "expected ':'",
    ),
    "an error outside of the function": (
        "x = 1 / 0\n",
        "stopped",
        "Your code stopped",
        "ZeroDivisionError",
    ),
    "no function": ("x = 3\n", "stopped", "Your code stopped", "There is no `relu`"),
    "a call of input": (
        'def relu(z):\n    return input("?")\n',
        "failed",
        "Not yet",
        "input() asks",
    ),
    "a recursion without end": (
        "def relu(z):\n    return relu(z)\n",
        "failed",
        "Not yet",
        "RecursionError",
    ),
    "an array that is far too large": (
        "def relu(z):\n    return np.zeros((200_000, 200_000))\n",
        "failed",
        "Not yet",
        "np.zeros((200_000, 200_000))",
    ),
    "sys.exit": ("import sys\n\ndef relu(z):\n    sys.exit()\n", "failed", "Not yet", "SystemExit"),
    "a package that is not there": (
        "import scipy\n",
        "stopped",
        "Your code stopped",
        "Here Python has NumPy alone",
    ),
}
ENDLESS = "def relu(z):\n    while True:\n        pass\n"
MOVE = """([from, to]) => {
    localStorage.setItem(to, localStorage.getItem(from));
    localStorage.removeItem(from);
}"""
IN_C = "def relu(z):\n    return sum(iter(int, 1))\n"


@pytest.fixture(scope="module")
def address(live_site):
    with chromium.serve(live_site) as url:
        yield f"{url}/book/index.html"


@pytest.fixture
def open_page(browser, address):
    """Return a function that opens the page as a new reader, and collects what it asks for."""
    contexts = []

    def opened(**options):
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(address, wait_until="networkidle")
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def page(browser, address):
    """Return one page that all tests share which leave Python as they found it."""
    with browser.new_context() as context:
        opened = context.new_page()
        opened.asked = []
        opened.on("request", lambda request: opened.asked.append(request.url))
        opened.goto(address, wait_until="networkidle")
        yield opened


class Exercise:
    """An exercise on a page, as a reader uses it."""

    def __init__(self, page, name="relu"):
        self.page = page
        self.section = page.locator(f"section.live[data-name={name}]")

    @property
    def code(self):
        return self.section.get_by_role("textbox").input_value()

    def button(self, name):
        return self.section.get_by_role("button", name=name, exact=True)

    def write(self, code):
        self.section.get_by_role("textbox").click()
        self.section.locator(".prism-code-editor").wait_for()
        self.section.get_by_role("textbox").fill(code)

    def finished(self):
        """Wait for the verdict; return it, the status, and the result."""
        self.page.wait_for_function(
            "section => section.dataset.verdict", arg=self.section.element_handle(), timeout=90_000
        )
        verdict = self.section.get_attribute("data-verdict")
        result = self.section.locator(".live-result").text_content()
        return verdict, self.section.get_by_role("status").text_content(), result

    def run(self, code=None):
        if code is not None:
            self.write(code)
        self.button("Run and check").click()
        return self.finished()


@pytest.mark.parametrize("case", CASES)
def test_what_a_reader_is_told(page, case):
    code, verdict, status, words = CASES[case]
    exercise = Exercise(page)
    if code is None:
        exercise.button("Start over").click()
    found = exercise.run(code)
    assert found[:2] == (verdict, status)
    assert words in found[2]


def test_each_run_tells_the_page_its_verdict(page):
    listen = """() => {
        window.told = [];
        document.addEventListener("course:verdict", ({ detail }) => window.told.push(detail));
    }"""
    page.evaluate(listen)
    exercise = Exercise(page)
    verdicts = [exercise.run(code)[0] for code in (RIGHT, "def relu(z)\n")]
    assert verdicts == ["passed", "stopped"]
    told = [{"name": "relu", "chapter": "relu", "verdict": verdict} for verdict in verdicts]
    assert page.evaluate("window.told") == told


def test_an_endless_loop_is_stopped_at_its_line_and_python_lives_on(page):
    exercise = Exercise(page)
    exercise.run(RIGHT)
    loads = [url for url in page.asked if url.endswith(".wasm")]
    assert loads
    found = exercise.run(ENDLESS)
    assert found[:2] == ("timeout", "Stopped after 4 seconds in line 3 of relu")
    assert exercise.run(RIGHT)[0] == "passed"
    assert [url for url in page.asked if url.endswith(".wasm")] == loads


@pytest.mark.real_tools
def test_a_loop_inside_one_call_ends_with_its_worker(open_page):
    exercise = Exercise(open_page())
    exercise.run(RIGHT)
    found = exercise.run(IN_C)
    assert found[:2] == ("timeout", "Stopped after 10 seconds")
    assert exercise.run(RIGHT)[:2] == ("passed", "Right")


def test_a_reader_can_stop(open_page):
    exercise = Exercise(open_page())
    exercise.run(RIGHT)
    exercise.write(IN_C)
    exercise.button("Run and check").click()
    exercise.button("Stop").click()
    assert exercise.finished()[:2] == ("stopped", "Stopped by you")
    assert exercise.run(RIGHT)[0] == "passed"


def test_a_flood_of_prints_is_cut(page):
    code = (
        "def relu(z):\n    for i in range(50_000):\n        print(i)\n    return np.maximum(0, z)\n"
    )
    verdict, _, result = Exercise(page).run(code)
    assert verdict == "passed"
    assert "relu: all" in result
    assert len(result) < 21_000


def test_code_survives_a_reload_until_it_starts_over(open_page):
    page = open_page()
    exercise = Exercise(page)
    stub = exercise.code
    exercise.write(RIGHT)
    page.reload(wait_until="networkidle")
    assert Exercise(page).code == RIGHT
    assert Exercise(page).button("Bring back my code").is_hidden()
    Exercise(page).button("Start over").click()
    assert Exercise(page).code == stub
    page.reload(wait_until="networkidle")
    assert Exercise(page).code == stub
    Exercise(page).button("Bring back my code").click()
    assert Exercise(page).code == RIGHT
    page.reload(wait_until="networkidle")
    assert Exercise(page).code == RIGHT


def test_what_is_solved_is_marked_until_it_changes(open_page):
    page = open_page()
    assert Exercise(page).run(RIGHT)[0] == "passed"
    page.reload(wait_until="networkidle")
    exercise = Exercise(page)
    assert exercise.section.get_attribute("data-verdict") == "passed"
    assert exercise.section.get_by_role("status").inner_text() == "Right, when it last ran"
    exercise.write(f"{RIGHT}# changed\n")
    page.reload(wait_until="networkidle")
    assert Exercise(page).section.get_attribute("data-verdict") is None


def test_code_for_another_stub_is_not_shown(open_page):
    page = open_page()
    exercise = Exercise(page)
    stub = exercise.code
    exercise.write(RIGHT)
    (key,) = page.evaluate("() => Object.keys(localStorage).filter(key => key.includes(':relu:'))")
    older = key[:-12] + "0" * 12
    page.evaluate(MOVE, [key, older])
    page.reload(wait_until="networkidle")
    assert Exercise(page).code == stub


def test_start_over_can_be_undone(open_page):
    exercise = Exercise(open_page())
    exercise.write(RIGHT)
    exercise.button("Start over").click()
    assert exercise.code != RIGHT
    exercise.section.get_by_role("textbox").focus()
    exercise.page.keyboard.press("Control+z")
    assert exercise.code == RIGHT


def test_an_earlier_function_of_the_reader_is_there(page):
    Exercise(page).write(RIGHT)
    code = "def relu_backward(dA, Z):\n    return dA * (relu(Z) > 0)\n"
    assert Exercise(page, "relu_backward").run(code)[0] == "passed"


def test_an_earlier_function_that_is_broken_stops_nothing_else(page):
    Exercise(page).write("def relu(z:\n")
    found = Exercise(page, "relu_prime").run("def relu_prime(z):\n    return np.asarray(z) > 0\n")
    Exercise(page).button("Start over").click()
    assert "Your code of relu stops, and is left out here: SyntaxError" in found[2]


def test_keyboard_alone_is_enough(open_page):
    page = open_page()
    exercise = Exercise(page)
    before = page.locator("section.live").first.get_by_role("button", name="Download notebook")
    before.focus()
    page.keyboard.press("Tab")
    exercise.section.locator(".prism-code-editor textarea:focus").wait_for(state="attached")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(RIGHT)
    page.keyboard.press("Control+Enter")
    assert exercise.finished()[0] == "passed"
    for name in ("Run and check", "Start over", "Download notebook"):
        page.keyboard.press("Tab")
        assert exercise.button(name).evaluate("button => button === document.activeElement")


def test_keys_pressed_before_the_editor_is_there_are_not_lost(open_page):
    page = open_page()
    page.route("**/editor.mjs", lambda route: (page.wait_for_timeout(500), route.continue_()))
    exercise = Exercise(page)
    field = exercise.section.get_by_role("textbox")
    field.focus()
    field.fill("early")
    exercise.section.locator(".prism-code-editor").wait_for()
    page.keyboard.insert_text(" and late")
    assert exercise.code == "early and late"


@pytest.mark.real_tools
def test_axe_finds_no_fault_after_a_run(open_page):
    page = open_page(reduced_motion="reduce")
    Exercise(page).run("def relu(z):\n    # A comment\n    print('words')\n    return np.abs(z)\n")
    assert Cell(page, BENT).run() == "missing"
    Cell(page, SMOOTH).write("print('changed')")
    assert Cell(page, SMOOTH).run() == "ran"
    looks = {mode: chromium._accessibility(page, *look) for mode, look in chromium.MODES.items()}
    assert {mode: faults for mode, faults in looks.items() if faults} == {}
    assert page.evaluate(chromium._OVERFLOW) == []


def test_nothing_is_loaded_before_the_first_use_and_nothing_from_elsewhere(open_page, address):
    page = open_page()
    lazy = re.compile(r"/python/|\.whl|worker\.mjs|python\.mjs|editor|prism|page_|exercises\.json")
    assert [url for url in page.asked if lazy.search(url)] == []
    Exercise(page).run(RIGHT)
    host = address.split("/book/")[0]
    assert any(".whl" in url for url in page.asked)
    assert [url for url in page.asked if not url.startswith((host, "blob:", "data:"))] == []


def test_a_first_run_is_light_enough(live_site):
    folder = live_site / HERE
    drawings = {file.name for file in read_list(ROOT).files if file.part == "drawings"}
    python = [path for path in (folder / "python").iterdir() if path.name not in drawings]
    first = [*python, *folder.glob("*.whl"), *folder.glob("page_*.txt"), folder / "exercises.json"]
    assert sum(path.stat().st_size for path in first if path.suffix != ".gz") < 17_000_000
    scripts = [*folder.glob("*.mjs"), *(live_site / "_static/prism-code-editor").rglob("*.mjs")]
    assert 2_000 < sum(len(gzip.compress(path.read_bytes())) for path in scripts) < 20_000


def test_without_its_wasm_the_page_says_so_and_tries_again(open_page):
    page = open_page()
    exercise = Exercise(page)
    exercise.write(RIGHT)
    page.context.route("**/*.wasm", lambda route: route.abort())
    verdict, status, _ = exercise.run()
    assert verdict == "crashed"
    assert status.startswith("Python could not be loaded")
    assert status.endswith("The same exercise is in relu.ipynb.")
    assert exercise.code == RIGHT
    page.context.unroute("**/*.wasm")
    assert exercise.run()[0] == "passed"


def is_stub_to_read(page):
    """Tell whether an exercise is code to read, with a sentence on where to run it."""
    section = page.locator("section.live[data-name=relu]")
    shown = section.locator("pre").is_visible() and section.locator(".live-elsewhere").is_visible()
    return shown and "relu.ipynb" in section.inner_text() and not section.locator("button").count()


def test_from_a_file_it_is_a_stub_to_read(browser, live_site):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((live_site / "book" / "index.html").as_uri())
        assert is_stub_to_read(page)


def test_without_a_script_it_is_a_stub_to_read(open_page):
    assert is_stub_to_read(open_page(java_script_enabled=False))


def test_without_python_on_the_site_it_is_a_stub_to_read(browser, address):
    with browser.new_context() as context:
        page = context.new_page()
        null = {"body": "export default null;", "content_type": "text/javascript"}
        page.route("**/files.mjs", lambda route: route.fulfill(**null))
        page.goto(address, wait_until="networkidle")
        assert is_stub_to_read(page)
        assert "right here" not in page.locator("article").inner_text()


def test_the_notebook_comes_with_the_answers(open_page, tmp_path):
    page = open_page()
    exercise = Exercise(page)
    exercise.write(RIGHT)
    with page.expect_download() as download:
        exercise.button("Download notebook").click()
    assert download.value.suggested_filename == "relu.ipynb"
    download.value.save_as(tmp_path / "relu.ipynb")
    found = nbformat.read(tmp_path / "relu.ipynb", as_version=4)
    nbformat.validate(found)
    student = nbformat.read(ROOT / "exercises" / "relu" / "relu.ipynb", as_version=4)
    for cell, original in zip(found.cells, student.cells, strict=True):
        is_it = cell.metadata.get("nbgrader", {}).get("grade_id") == "relu"
        assert cell.source == (RIGHT.rstrip() if is_it else original.source)
        assert cell.metadata == original.metadata


def test_what_the_page_loads_holds_no_secret(live_site):
    assert find_leaks([live_site / HERE], ROOT) == []


def test_an_answer_in_the_wheel_of_the_site_is_found(live_site, tmp_path):
    answer = (ROOT / "course_lib" / "relu.py").read_text(encoding="utf-8")
    (wheel,) = (live_site / HERE).glob("*.whl")
    planted = tmp_path / HERE / wheel.name
    planted.parent.mkdir(parents=True)
    planted.write_bytes(wheel.read_bytes())
    with zipfile.ZipFile(planted, "a") as archive:
        archive.writestr("course_lib/planted.py", answer)
    assert any("course_lib/planted.py" in leak.where for leak in find_leaks([tmp_path], ROOT))


def test_a_built_site_says_where_everything_is(live_site):
    text = (live_site / HERE / "files.mjs").read_text(encoding="utf-8")
    there = json.loads(text.removeprefix("export default ").rstrip(";\n"))
    assert 5 < there.pop("megabytes") < 12
    assert 5 < there.pop("drawings") < 12
    assert all((live_site / HERE / name.split("?")[0]).is_file() for name in there.values())


class Cell:
    """A cell of a page, counted from 1, as a reader uses it."""

    def __init__(self, page, number):
        self.page, self.number = page, number
        self.box = page.locator("article .cell").nth(number - 1)
        self.status = self.box.locator(".cell-status")
        self.now = self.box.locator(".cell-now")
        self.printed = self.box.locator(".cell_output :is(.output, .drawing)").first

    def button(self, name):
        return self.box.get_by_role("button", name=f"{name} cell {self.number}", exact=True)

    def write(self, code):
        self.button("Change").click()
        self.box.get_by_role("textbox").fill(code)

    def finished(self):
        """Wait for the verdict, and return it."""
        is_done = "box => box.dataset.verdict"
        self.page.wait_for_function(is_done, arg=self.box.element_handle(), timeout=120_000)
        return self.box.get_attribute("data-verdict")

    def run(self):
        self.button("Run").click()
        return self.finished()


IMPORTS, BENT, SMOOTH, DRAWING, ELSEWHERE = range(1, 6)


def test_a_cell_that_lacks_a_function_runs_once_the_reader_has_solved_it(open_page):
    page = open_page()
    page.evaluate("document.addEventListener('course:verdict', ({detail}) => window.told = detail)")
    cell = Cell(page, BENT)
    assert cell.run() == "missing"
    told = "This cell has not run. It needs what you have not solved yet: relu (on this page)."
    assert told in cell.status.text_content()
    assert cell.status.get_by_role("link").get_attribute("href") == "#live-relu"
    assert (cell.printed.is_visible(), cell.now.is_visible()) == (True, False)
    assert Exercise(page).run("def relu(z):\n    return z\n")[0] == "failed"
    assert page.evaluate("window.told") == {"name": "relu", "chapter": "relu", "verdict": "failed"}
    assert cell.run() == "missing"
    # The reader's own code runs, not ours: this one keeps the sign of zero.
    assert Exercise(page).run("def relu(z):\n    return z * (z > 0)\n")[0] == "passed"
    assert cell.run() == "ran"
    assert cell.now.inner_text().strip() == "bent [-0.  3.]"
    assert not cell.printed.is_visible()
    page.reload(wait_until="networkidle")
    again = Cell(page, BENT)
    assert again.printed.is_visible()
    Exercise(page).write("def relu(z):\n    return z\n")  # what is being written changes nothing
    assert again.run() == "ran"
    again.button("Reset").click()
    assert again.printed.is_visible()
    assert not again.now.is_visible()


@pytest.fixture(scope="module")
def solved(browser, address):
    """Return one page in which `relu` is solved, for tests that leave it so."""
    with browser.new_context() as context:
        opened = context.new_page()
        opened.asked = []
        opened.on("request", lambda request: opened.asked.append(request.url))
        opened.goto(address, wait_until="networkidle")
        assert Exercise(opened).run(RIGHT)[0] == "passed"
        yield opened


@pytest.fixture
def solved_page(solved):
    """Return that page with its cells as printed."""
    yield solved
    for reset in solved.locator("article").get_by_role("button", name="Reset cell").all():
        if reset.is_visible():
            reset.click()


def test_a_cell_can_be_changed_and_reset(solved_page):
    cell = Cell(solved_page, SMOOTH)
    cell.write("print(tanh(0.0) + 5)")
    solved_page.keyboard.press("Control+Enter")
    assert cell.finished() == "ran"
    assert cell.now.inner_text().strip() == "5.0"
    cell.button("Reset").click()
    assert cell.box.locator("pre").first.inner_text().startswith('print("smooth"')
    assert cell.run() == "ran"
    assert cell.now.inner_text() in cell.printed.text_content()


def test_a_cell_that_never_ends_is_stopped_and_the_page_goes_on(solved_page):
    cell = Cell(solved_page, SMOOTH)
    cell.write("while True:\n    pass")
    cell.button("Run").click()
    cell.button("Stop").click()
    assert cell.finished() == "stopped"
    assert cell.status.text_content() == "Stopped by you. What stands below is the book's."
    assert cell.printed.is_visible()
    cell.button("Reset").click()
    assert cell.run() == "ran"


def test_drawings_come_when_the_reader_asks_for_them(solved_page):
    def loads():
        return [url for url in solved_page.asked if "matplotlib" in url]

    cell = Cell(solved_page, DRAWING)
    cell.box.locator("summary").click()
    assert cell.run() == "draws"
    assert "draws. That takes about 9 MB more, once." in cell.status.text_content()
    assert (cell.printed.is_visible(), loads()) == (True, [])
    cell.button("Load drawings and run").click()
    cell.now.locator("img").wait_for(timeout=120_000)
    assert cell.finished() == "ran"
    assert cell.now.locator("img").get_attribute("alt").startswith("A line that is flat")
    assert not cell.printed.is_visible()
    assert cell.box.locator("figcaption").is_visible()
    assert len(loads()) == 1
    assert cell.run() == "ran"
    assert len(loads()) == 1
    assert Exercise(solved_page).run(RIGHT)[0] == "passed"


def test_a_package_that_is_not_in_the_page_is_named(solved_page):
    cell = Cell(solved_page, ELSEWHERE)
    assert cell.run() == "absent"
    assert cell.status.text_content().startswith("scikit-learn is not in the page.")
    assert cell.printed.is_visible()


def test_an_exercise_finds_no_chapter_even_after_a_cell_has_run(solved_page):
    assert Cell(solved_page, BENT).run() == "ran"
    found = Exercise(solved_page).run("from course_lib.relu import relu\n")
    assert found[0] == "stopped"
    assert "No module named 'course_lib.relu'" in found[2]


@pytest.mark.real_tools
def test_a_cell_without_an_end_is_stopped_at_its_line(solved_page):
    cell = Cell(solved_page, SMOOTH)
    cell.write("x = 1\nwhile True:\n    x = 2")
    assert cell.run() == "timeout"
    place = "Stopped after 60 seconds in line 3 of this cell."
    stopped = f"{place} The book's own result stands below yours."
    assert cell.status.text_content() == stopped


@pytest.mark.parametrize("options", [{"java_script_enabled": False}, {}])
def test_cells_without_a_script_or_from_a_file_are_as_printed(browser, live_site, options):
    with browser.new_context(**options) as context:
        page = context.new_page()
        page.goto((live_site / "book" / "index.html").as_uri())
        assert page.locator(".cell-buttons").count() == 0
        assert "bent [0. 3.]" in page.locator("article").inner_text()


def test_on_paper_a_cell_is_as_printed(solved_page):
    cell = Cell(solved_page, SMOOTH)
    cell.write("print('something else')")
    assert cell.run() == "ran"
    solved_page.emulate_media(media="print")
    assert (cell.printed.is_visible(), cell.now.is_visible()) == (True, False)
    assert not cell.button("Run").is_visible()
    assert cell.box.locator("pre").first.is_visible()
    solved_page.emulate_media(media="screen")


def test_the_bundle_on_the_site_is_whole_and_holds_no_secret(live_site, open_page):
    page = open_page()
    link = page.locator(".page-downloads a").first
    assert link.get_attribute("href") == "../downloads/neural_network_classifier.zip"
    bundle = live_site / "downloads" / "neural_network_classifier.zip"
    with zipfile.ZipFile(bundle) as archive:
        names = {name.split("/")[1] for name in archive.namelist()}
    assert {"README.md", "requirements.txt", "relu.ipynb", "00_contents.ipynb"} <= names
    assert find_leaks([live_site / "downloads"], ROOT) == []

"""`course read`: all written answers on one page, and nothing of what graders give is lost."""

import http.client
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from sqlalchemy import event
from sqlalchemy.engine import Engine

from course_lib.cli import main
from course_lib.grading.reading.answers import Reading
from course_lib.grading.reading.rubric import Item, Rubric
from course_lib.grading.results.account import accounts
from course_lib.grading.results.export import export_grades
from course_lib.grading.results.feedback import write_feedback
from course_lib.grading.results.gradebook import Book, read_entries
from course_lib.publishing.site.browser import WCAG, chromium, launch

ROOT = Path(__file__).parents[2]
RLO = "\u202e"
HOSTILE = [
    "<script>document.title='PWNED'</script>",
    "<img src=x onerror=\"document.title='PWNED'\">",
    "[x](javascript:document.title='PWNED') </article></main><h1>Full credit</h1>",
    "![p](http://evil.test/p.png) <style>*{display:none}</style>",
    f"{RLO}points: 4 of 4{RLO} \u2066 a",
    "x" * 500_000,
    "> " * 3000 + "deep",
    "\\".join(f"$\\href{{javascript:a{k}}}{{x}}$" for k in range(50)),
    "</textarea><input value=4 class=points> {{ 7 * 7 }}",
    "",
]


class Class:
    """A class whose answers are read, as the page does that."""

    def __init__(self, bench, root, students=4, answer=None):
        self.root, self.bench = root, bench
        if students:
            bench.make_class(root, students, answer or bench.say)

    def read(self, blind=False):
        return Page(self.bench, self.root, blind)

    def held(self, student):
        """Give points, whether it waits, and comment, as the gradebook has them."""
        with Book(self.root).open() as book:
            grade = book.find_grade("why", "toy", "toy", student)
            comment = book.find_comment("why", "toy", "toy", student)
            return grade.manual_score, grade.needs_manual_grade, comment.manual_comment


class Page:
    """One grader's page, kept by a server of its own."""

    def __init__(self, bench, root, blind=False):
        self.ask = bench.ask
        self.running = bench.served(root, blind)

    def __enter__(self):
        self.address = self.running.__enter__()
        self.load()
        return self

    def __exit__(self, *error):
        return self.running.__exit__(*error)

    def load(self):
        self.bytes = self.ask(self.address)[1]
        self.soup = BeautifulSoup(self.bytes, "html.parser")
        self.cards = self.soup.find_all("article")

    def card(self, student):
        return next(c for c in self.cards if c.bdi.text == student)

    def form(self, card, points=None, comment=""):
        version = json.loads(card["data-standing"])["version"]
        return {
            "answer": card["data-id"], "version": version, "text": card["data-text"],
            "points": points, "comment": comment,
        }  # fmt: skip

    def post(self, path, content):
        status, body = self.ask(self.address, path, content)
        text = body.decode()
        return status, json.loads(text) if text.startswith("{") else text

    def save(self, student, points=None, comment="", **other):
        return self.post("save", self.form(self.card(student), points, comment) | other)


@pytest.fixture(scope="module")
def made(bench, tmp_path_factory):
    """A class of four, made once."""
    return Class(bench, tmp_path_factory.mktemp("made"))


@pytest.fixture
def course(bench, made, tmp_path):
    """A copy of it for one test."""
    shutil.copytree(made.root, tmp_path, dirs_exist_ok=True)
    return Class(bench, tmp_path, students=0)


def test_page_shows_question_answers_and_the_figures_of_their_section(course):
    with course.read() as page:
        assert [card.bdi.text for card in page.cards] == ["s0000", "s0001", "s0002", "s0003"]
        answer = page.card("s0002").find(class_="answer")
        assert answer.strong.text == "not"
        assert answer.math
        assert "Number 2" in answer.text
        asked, solved = page.soup.find_all(class_="asked")
        assert asked.math
        assert solved.text.strip() == "So."
        (picture,) = page.card("s0001").find_all("img")
        assert page.ask(page.address, picture["src"])[1].startswith(b"\x89PNG")
        assert page.ask(page.address, picture["src"][:-1] + "7")[0] == 404


def test_only_who_knows_the_address_is_answered(course):
    with course.read() as page:
        other = page.address[:-3] + "x/"
        port = page.address.split(":")[2].split("/")[0]
        for path in ("", "state", "read.js", "save"):
            assert page.ask(other, path)[0] == 403
        assert page.ask(page.address, Host="evil.test")[0] == 403
        assert page.ask(page.address, Host=f"127.0.0.1:{port}")[0] == 200
        for path in ("nothing", "../journal/secret", "picture/none/0", "read.js/"):
            assert page.ask(page.address, path)[0] == 404
        assert page.post("other", {})[0] == 404


def test_nothing_but_the_page_s_own_script_may_run(course):
    with course.read() as page:
        place = urlsplit(page.address)
        connection = http.client.HTTPConnection(place.hostname, place.port)
        connection.request("GET", place.path)
        response = connection.getresponse()
        response.read()
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert response.headers["Referrer-Policy"] == "no-referrer"
        connection.close()
    assert [script.attrs for script in page.soup.find_all("script")] == [
        {"type": "module", "src": "read.js"}
    ]


def test_what_is_saved_is_in_the_gradebook_and_in_all_that_is_made_of_it(course):
    with course.read() as page:
        status, held = page.save("s0001", 2.5, "But *why*?\r\nSay more. ")
        assert (status, held["points"], held["waits"]) == (200, 2.5, False)
        state = json.loads(page.ask(page.address, "state")[1])["answers"]
        assert sum(each["waits"] for each in state.values()) == 3
    assert course.held("s0001") == (2.5, False, "But *why*?\nSay more.")
    assert accounts("toy", course.root)["s0001"].total == 2.5
    assert "s0001,,,,,2.5,4,0,False" in export_grades("csv", course.root)
    write_feedback("toy", course.root)
    feedback = (course.root / "feedback/s0001/toy/toy.html").read_text("utf-8")
    assert "<em>why</em>" in feedback
    entries = read_entries(course.root, "toy")
    assert [entries[f"s000{k}"]["record"].to_read for k in (0, 1)] == [["why"], []]


def test_comment_alone_leaves_an_answer_unread_and_points_can_be_taken_back(course):
    with course.read() as page:
        assert page.save("s0000", None, "Later.")[1]["waits"] is True
        assert course.held("s0000") == (None, True, "Later.")
        page.load()
        page.save("s0000", 0, "Later.")
        assert course.held("s0000") == (0.0, False, "Later.")
        page.load()
        page.save("s0000", None, "")
        assert course.held("s0000") == (None, True, None)


def test_blank_answer_waits_for_nobody_whatever_is_saved(bench, tmp_path):
    course = Class(bench, tmp_path, 2, lambda k: "" if k else "So.")
    with course.read() as page:
        assert json.loads(page.card("s0001")["data-standing"])["blank"] is True
        page.save("s0001", None, "Come and see me.")
    assert course.held("s0001") == (None, False, "Come and see me.")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"points": 4.5}, "points must be from 0 to 4, not 4.5"),
        ({"points": -1}, "points must be from 0 to 4"),
        ({"points": float("nan")}, "NaN is no number"),
        ({"points": 10**400}, "points must be from 0 to 4"),
        ({"points": "3"}, "points must be"),
        ({"points": True}, "points must be"),
        ({"comment": "x" * 20_001}, "comment must be shorter"),
        ({"comment": None}, "comment must be string"),
        ({"more": 1}, "more"),
        ({"comment": "x" * 1_100_000}, "at most 1000000 bytes"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_changes_nothing(made, change, words):
    with made.read() as page:
        status, said = page.save("s0000", **({"points": 3, "comment": "a"} | change))
        assert (status, words in said) == (400, True), said
    assert made.held("s0000") == (None, True, None)


def test_answer_that_left_the_gradebook_is_told(course):
    with course.read() as page:
        with Book(course.root).open() as book:
            book.remove_student("s0000")
        status, said = page.save("s0000", 3)
        assert status == 404
        assert "load the page again" in said
        assert page.save("s0001", 3)[0] == 200


def test_save_over_what_somebody_else_saved_is_not_done_and_shows_it(course):
    with course.read() as page, course.read() as other:
        assert other.save("s0000", 3, "Good.")[0] == 200
        status, newer = page.save("s0000", 1, "Bad.")
        assert (status, newer["points"], newer["comment"]) == (409, 3.0, "Good.")
        assert course.held("s0000") == (3.0, False, "Good.")
        assert page.save("s0000", 1, "Bad.", version=newer["version"])[0] == 200
        assert course.held("s0000") == (1.0, False, "Bad.")


def test_save_whose_confirmation_was_lost_can_be_sent_again(course):
    with course.read() as page:
        first, again = page.save("s0000", 3, "Good. "), page.save("s0000", 3, "Good. ")
        assert first == again
        assert first[0] == 200


def test_points_of_the_formgrader_are_not_overwritten(course):
    with course.read() as page:
        with Book(course.root).open() as book:
            grade = book.find_grade("why", "toy", "toy", "s0000")
            grade.manual_score, grade.needs_manual_grade, grade.extra_credit = 2.0, False, 0.5
            book.db.commit()
        status, newer = page.save("s0000", 4)
        assert (status, newer["points"]) == (409, 2.0)
        page.load()
        assert page.save("s0000", 4)[0] == 200
    with Book(course.root).open() as book:
        assert book.find_grade("why", "toy", "toy", "s0000").extra_credit == 0.5


def test_points_for_a_text_that_is_another_now_are_not_taken(course, bench):
    with course.read() as page:
        bench.hand_in(course.root, {"s0000": "I *changed* my mind."})
        status, newer = page.save("s0000", 4)
        assert (status, newer["html"]) == (409, "<p>I <em>changed</em> my mind.</p>\n")
        assert course.held("s0000") == (None, True, None)
        assert page.save("s0000", 4, text=newer["text"])[0] == 200
        bench.hand_in(course.root, {"s0000": "And again."})
        assert course.held("s0000") == (4.0, True, None)
        bench.hand_in(course.root, {"s0000": "I *changed* my mind."})
        assert course.held("s0000") == (4.0, False, None)


def test_of_two_saves_at_once_one_is_told_of_the_other(bench, tmp_path):
    course = Class(bench, tmp_path, 6)
    with course.read() as page, course.read() as other, ThreadPoolExecutor(2) as pool:
        for k in range(6):
            student = f"s000{k}"
            saves = [pool.submit(p.save, student, n) for n, p in enumerate((page, other))]
            statuses = [save.result()[0] for save in saves]
            assert sorted(statuses) == [200, 409]
            assert course.held(student)[0] == statuses.index(200)


@pytest.fixture
def statements():
    """What is sent to any database: the first two words of a statement, and commits."""
    said = []

    def execute(connection, cursor, statement, *_):
        said.append(" ".join(statement.split()[:2]))

    def commit(connection):
        said.append("commit")

    listeners = {"before_cursor_execute": execute, "commit": commit}
    for name, listener in listeners.items():
        event.listen(Engine, name, listener)
    yield said
    for name, listener in listeners.items():
        event.remove(Engine, name, listener)


def test_points_and_comment_are_one_transaction(course, statements):
    with course.read() as page:
        assert page.save("s0000", 3, "Good.")[0] == 200
    first = next(k for k, each in enumerate(statements) if each.startswith("UPDATE"))
    assert sorted(statements[first : first + 3]) == ["UPDATE comment", "UPDATE grade", "commit"]
    assert statements[first + 2] == "commit"


def test_all_that_was_confirmed_is_there_after_a_kill(bench, tmp_path):
    course = Class(bench, tmp_path, 12)
    code = "from course_lib.cli import main; main(prog_name='course')"
    command = [sys.executable, "-c", code, "read", "toy", "--root", str(tmp_path), "--port", "0"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    page = Page(bench, tmp_path)
    confirmed, enough = [], threading.Event()

    def save_all():
        for card in page.cards:
            try:
                status, _ = page.post("save", page.form(card, 3, f"for {card.bdi.text}"))
            except (OSError, http.client.HTTPException):
                break
            if status == 200:
                confirmed.append(card.bdi.text)
            if len(confirmed) == 5:
                enough.set()

    saver = threading.Thread(target=save_all)
    try:
        page.address = process.stdout.readline().strip()
        page.load()
        saver.start()
        enough.wait(30)
    finally:
        process.kill()
        process.communicate()
    saver.join()
    assert 5 <= len(confirmed) < 12
    read = {}
    for k in range(12):
        student = f"s{k:04}"
        points, waits, comment = read[student] = course.held(student)
        whole = (3.0, False, f"for {student}"), (None, True, None)
        assert (points, waits, comment) in whole
    done = [student for student, held in read.items() if held[0] == 3.0]
    assert done[: len(confirmed)] == confirmed
    assert len(done) <= len(confirmed) + 1


def test_blind_page_names_nobody_and_orders_by_a_hash(bench, tmp_path):
    course = Class(bench, tmp_path, 12)
    with Book(tmp_path).open() as book:
        book.update_or_create_student("s0003", first_name="Ada", last_name="Lovelace")
    with course.read() as page:
        assert "Ada Lovelace" in page.card("s0003").text
        mine = [card["data-id"] for card in page.cards]
    with course.read(blind=True) as page:
        state = page.ask(page.address, "state")[1]
        picture = page.ask(page.address, page.cards[0].img["src"])[1]
        for sent in (page.bytes, state, picture, json.dumps(page.post("save", {})).encode()):
            assert re.search(rb"s00\d\d|Ada|Lovelace", sent) is None
        theirs = [card["data-id"] for card in page.cards]
        assert theirs == sorted(mine)
        assert theirs != mine
        assert page.post("save", page.form(page.cards[0], 2))[0] == 200
    other = Class(bench, tmp_path / "other", 12)
    with other.read() as page:  # without the secret, nobody knows which hash is whose
        assert not set(mine) & {card["data-id"] for card in page.cards}


def test_hostile_answers_and_names_are_text(bench, tmp_path):
    course = Class(bench, tmp_path, len(HOSTILE), HOSTILE.__getitem__)
    with Book(tmp_path).open() as book:
        name = f"{HOSTILE[0]}{RLO}"
        book.update_or_create_student("s0001", first_name=name, last_name="</bdi>")
    with course.read() as page:
        assert len(page.cards) == len(HOSTILE)
        assert len(page.soup.find_all("script")) == 1
        assert page.soup.h1.text == "Read: Toy"
        assert len(page.soup.find_all("h1")) == 1
        assert len(page.soup.find_all(class_="points")) == len(HOSTILE)
        assert RLO not in page.bytes.decode()
        assert {img["src"].split("/")[0] for img in page.soup.find_all("img")} == {"picture"}
        for element in page.soup.find_all(True):
            assert not [name for name in element.attrs if name.startswith("on") or name == "style"]
            assert "javascript:" not in element.get("href", "")
        status, held = page.save("s0000", 1, f"<b>{RLO}\0\ud800no</b>")
        assert (status, held["comment"]) == (200, "<b>no</b>")


def test_rubric_is_kept_beside_the_journal_for_all_graders(course):
    item = {"text": "Say *why*. ", "points": 2}
    with course.read() as page, course.read() as other:
        question = page.soup.section["data-question"]
        for _ in range(2):
            status, held = page.post("add", {"question": question, "item": item})
            assert (status, [each["text"] for each in held[question]]) == (200, ["Say *why*."])
        (kept,) = json.loads(other.ask(other.address, "state")[1])["rubric"][question]
        file = course.root / "journal/toy.rubric.json"
        assert json.loads(file.read_text())["rubric"][question] == [
            {"text": "Say *why*.", "points": 2}
        ]
        for wrong, words in (
            ({"question": "none", "item": item}, "no question"),
            ({"question": question, "item": item | {"points": 5}}, "from 0 to 4"),
            ({"question": question, "item": item | {"text": ""}}, "text"),
            ({"question": question, "item": {}}, "item must contain"),
        ):
            status, said = page.post("add", wrong)
            assert (status, words in said) == (400, True), said
        removed = {"question": question, "id": kept["id"]}
        assert other.post("remove", removed) == (200, {question: []})
        file.write_text("{")
        status, said = page.post("add", {"question": question, "item": item})
        assert status == 503
        assert "toy.rubric.json is damaged" in said
        assert file.read_text() == "{"


def test_rubric_loses_nothing_when_graders_add_at_once(tmp_path):
    def add(k):
        Rubric("toy", tmp_path).add("toy/why", Item(f"comment {k}", None))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(40)))
    assert len(Rubric("toy", tmp_path).items()["toy/why"]) == 40


def test_locked_gradebook_is_told_and_nothing_is_lost(course, monkeypatch):
    monkeypatch.setattr("course_lib.grading.results.gradebook.BUSY_SECONDS", 0)
    with course.read() as page, Book(course.root).open() as book:
        book.db.connection().exec_driver_sql("BEGIN IMMEDIATE")
        status, said = page.save("s0000", 3)
        assert status == 503
        assert "locked" in said
        book.db.rollback()
        assert page.save("s0000", 3)[0] == 200


def run(root):
    return CliRunner().invoke(main, ["read", "toy", "--root", str(root), "--port", "0"])


def test_nothing_graded_and_nothing_to_read_are_told(bench, tmp_path, monkeypatch):
    bench.write(tmp_path / "solutions/toy/toy.ipynb", bench.notebook("So."))
    result = run(tmp_path)
    assert (result.exit_code, result.stderr) == (
        1, "Error: nothing is graded yet: run `course grade toy` first\n",
    )  # fmt: skip
    assert not (tmp_path / "gradebook.db").exists()
    with Book(tmp_path).open() as book:
        book.add_assignment("toy")
        book.add_notebook("toy", "toy")
    assert "toy has no question that a person reads" in run(tmp_path).stderr
    with pytest.raises(RuntimeError, match="nothing is graded"):
        Reading("other", tmp_path)


def test_work_that_is_not_in_the_gradebook_yet_is_told(course, bench, monkeypatch):
    monkeypatch.setattr(Book, "write", lambda *_: {})
    bench.hand_in(course.root, {"s0001": "Newer.", "zoe": "New."})
    monkeypatch.setattr("course_lib.grading.reading.server.serve", lambda *_: None)
    result = run(course.root)
    assert result.exit_code == 0
    assert "not in the gradebook yet: 2" in result.stderr


def in_chromium(test):
    """Mark a test that starts a browser."""
    missing = pytest.mark.skipif(chromium() is None, reason="no Chromium is installed")
    return pytest.mark.real_tools(missing(test))


class Tab:
    """One tab of a browser on the page; notes what should not happen."""

    def __init__(self, context, address):
        self.page, self.signs = context.new_page(), []
        self.page.on("console", lambda line: self.signs.append(line.text))
        self.page.on("pageerror", lambda error: self.signs.append(str(error)))
        self.page.on("dialog", lambda dialog: self.signs.append(dialog.message))
        self.open(address)

    def open(self, address):
        self.page.goto(address)
        self.page.locator("#left:not(:empty)").wait_for()
        self.page.locator("#all").check()

    def card(self, k):
        return self.page.locator("article").nth(k)

    def type(self, k, points, comment):
        self.card(k).locator(".points").fill(points)
        self.card(k).locator(".comment").fill(comment)

    def fields(self, k):
        fields = [self.card(k).locator(name) for name in (".points", ".comment")]
        return tuple(field.input_value() for field in fields)

    def save(self, k):
        self.card(k).locator(".save").click()

    def wait(self, selector, text):
        self.page.locator(selector, has_text=text).first.wait_for()

    def follow(self):
        """Let the page ask what others saved, as when it is looked at again."""
        with self.page.expect_response("**/state"):
            self.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        self.page.wait_for_timeout(200)

    def drafts(self):
        return self.page.evaluate("Object.keys(localStorage).length")


@pytest.fixture(scope="module")
def browser():
    with launch() as browser:
        yield browser


@in_chromium
def test_three_hundred_answers_are_read_by_keys_and_are_there_after_a_reload(
    bench, tmp_path, browser
):
    course = Class(bench, tmp_path, 300)
    with bench.served(tmp_path) as address:
        tab = Tab(browser.new_context(), address)
        page = tab.page
        tab.wait("#left", "300 of 300 left")
        tab.page.locator("#all").uncheck()
        page.locator("#new-text").fill("Say *why*.")
        page.locator("#new-points").fill("1,5")
        page.locator("#new-add").click()
        tab.wait("#rubric", "1.5 · Say *why*.")
        page.locator(".answer").first.focus()
        for key in ("n", "j", "k", "2", ".", "c"):
            page.keyboard.press(key)
        page.keyboard.type("Nearly.")
        page.keyboard.press("Control+Enter")
        tab.wait("#left", "299 of 300 left")
        assert course.held("s0001") == (2.5, False, "Nearly.")
        page.keyboard.press("9")
        tab.wait("#said", "Points are a number from 0 to 4.")
        bench.read_by_keys(page, 3, 298)  # from s0002 to the end
        tab.wait("#left", "1 of 300 left")
        assert page.locator(".current bdi").text_content() == "s0000"  # around to what was left
        bench.read_by_keys(page, 4, 1)
        tab.wait("#said", "Saved.")
        tab.open(address)
        tab.wait("#left", "0 of 300 left")
        assert tab.fields(1) == ("2.5", "Nearly.")
        assert tab.fields(299) == ("1.5", "Say *why*.")
        assert tab.drafts() == 0
        assert tab.signs == []
    totals = {student: account.total for student, account in accounts("toy", tmp_path).items()}
    assert totals == {"s0001": 2.5} | {f"s{k:04}": 1.5 for k in range(300) if k != 1}


@in_chromium
def test_what_is_typed_outlives_a_reload_and_the_server(bench, course, browser):
    with browser.new_context() as context:
        with bench.served(course.root) as address:
            tab = Tab(context, address)
            tab.type(0, "2", "Not sent.")
            tab.open(address)
            tab.wait("#unsaved", "1 not saved")
            assert tab.fields(0) == ("2", "Not sent.")
            port = int(address.split(":")[2].split("/")[0])
        tab.save(0)
        tab.wait("#said", "The server does not answer.")
        assert course.held("s0000") == (None, True, None)
        with bench.served(course.root, port=port) as address:
            tab.save(0)
            tab.wait("#said", "Open the address that `course read` printed last.")
            tab.open(address)
            assert tab.fields(0) == ("2", "Not sent.")
            tab.save(0)
            tab.wait("#said", "Saved.")
            assert tab.drafts() == 0
        assert course.held("s0000") == (2.0, False, "Not sent.")


@in_chromium
def test_two_tabs_see_each_other_and_lose_nothing(bench, course, browser):
    with browser.new_context() as context, bench.served(course.root) as address:
        tab, other = Tab(context, address), Tab(context, address)
        for card in (0, 1):
            tab.type(card, "3", "Mine.")
            other.type(card, "1", "Theirs.")
            other.save(card)
            other.wait("#said", "Saved.")
            tab.follow()
            assert tab.fields(card) == ("3", "Mine.")
            tab.save(card)
            tab.wait(".others", "Saved meanwhile: 1 points, Theirs.")
            assert tab.fields(card) == ("3", "Mine.")
            assert course.held(f"s000{card}") == (1.0, False, "Theirs.")
        tab.card(0).get_by_text("Take theirs").click()
        assert tab.fields(0) == ("1", "Theirs.")
        tab.card(1).get_by_text("Save mine").click()
        tab.wait("#said", "Saved.")
        assert (course.held("s0000"), course.held("s0001")) == (
            (1.0, False, "Theirs."), (3.0, False, "Mine."),
        )  # fmt: skip
        other.follow()
        assert other.fields(1) == ("3", "Mine.")
        other.type(2, "4", "Typed in a tab that was closed.")
        tab.type(2, "2", "Typed here.")
        other.page.close()
        tab.open(address)
        assert tab.fields(2) == ("2", "Typed here.")
        tab.wait(".others", "Also typed and not saved: 4 points, Typed in a tab that was closed.")
        tab.card(2).get_by_text("Take this").click()
        tab.save(2)
        tab.wait("#said", "Saved.")
        assert course.held("s0002") == (4.0, False, "Typed in a tab that was closed.")


@in_chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_hostile_answers_neither_act_nor_break_the_page(bench, tmp_path, browser, scheme):
    from axe_playwright_python.sync_playwright import Axe

    Class(bench, tmp_path, len(HOSTILE), HOSTILE.__getitem__)
    size = {"width": 1024, "height": 768}
    with (
        browser.new_context(viewport=size, color_scheme=scheme) as context,
        bench.served(tmp_path) as address,
    ):
        outside = []
        context.on("request", lambda r: r.url.startswith(address) or outside.append(r.url))
        tab = Tab(context, address)
        tab.page.evaluate(
            "document.querySelectorAll('details').forEach((each) => each.open = true)"
        )
        tab.page.locator("#new-text").fill("x" * 200)
        tab.page.locator("#new-add").click()
        tab.wait("#rubric", "xxx")
        rules = {"runOnly": {"type": "tag", "values": list(WCAG)}}
        assert Axe().run(tab.page, options=rules).response["violations"] == []
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        assert tab.page.locator("article").last.bounding_box()["height"] > 0
        assert tab.page.title() == "Read: Toy"
        assert (tab.signs, outside) == ([], [])
        # And if something came through, the policy of the page would stop it.
        add = "(text) => document.body.insertAdjacentHTML('beforeend', text)"
        tab.page.evaluate(add, HOSTILE[1])
        tab.page.wait_for_timeout(300)
        assert tab.page.title() == "Read: Toy"
        assert "Content Security Policy" in "".join(tab.signs)

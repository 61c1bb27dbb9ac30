"""The real JupyterLab with nbgrader's formgrader, opened in Chromium on a class of attackers."""

import contextlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from course_lib.grading.grade import grade
from course_lib.grading.results.feedback import write_feedback
from course_lib.grading.results.gradebook import Book
from course_lib.grading.results.report import write_report
from course_lib.publishing.site.browser import chromium, launch
from tools.lab import jupyter

pytestmark = [
    pytest.mark.real_tools,
    pytest.mark.skipif(chromium() is None, reason="no Chromium is installed"),
]

CONFIG = Path(__file__).parents[2] / "nbgrader_config.py"
# Writes a file through the session of whoever looks at the page, and leaves two more signs.
SCRIPT = (
    "document.title='PWNED';console.log('PWNED');fetch('/api/contents/PWNED.txt',{method:'PUT',"
    "headers:{'X-XSRFToken':(document.cookie.match(/_xsrf=([^;]+)/)||[])[1]},"
    "body:JSON.stringify({type:'file',format:'text',content:'by a student'})})"
)
IMG = f'<img src=x onerror="{SCRIPT}">'
ANSWERS = [
    IMG, IMG.replace("<", "<\\"), IMG.replace("<", "\\<"), f"<svg/onload=\"{SCRIPT}\">",
    f"<\\data onfocus=\"{SCRIPT}\" tabindex=0 autofocus>words</data>",
    f"<\\details open ontoggle=\"{SCRIPT}\">words</details>", f"<script>{SCRIPT}</script>",
    "<iframe srcdoc=\"<script>parent.document.title='PWNED'</script>\"></iframe>",
    "<style>@import url(http://evil.test/a.css); * { display: none }</style>",
    "<\\style>* { background: url(http://evil.test/a.png) }</style>",
    "<link rel=stylesheet href=http://evil.test/a.css>", "<base href=http://evil.test/>",
    "<meta http-equiv=refresh content='0;url=http://evil.test'>",
    "<object data=http://evil.test/></object><embed src=http://evil.test/>",
    "<form action=http://evil.test><button autofocus>Full credit</button></form>",
    f"[click](javascript:{SCRIPT})", "![p](http://evil.test/p.png)", "![p](attachment:p.png)",
    f"[x]: javascript:{SCRIPT}\n\n[x] ![x]", "<http://evil.test/\"onmouseover=\"x>",
    "http://evil.test www.evil.test", f"<a href=java&#115;cript:{SCRIPT}>x</a>",
    IMG.replace("<", "&lt;"), IMG.replace("<", "&#60;"), IMG.replace("<", "&amp;#60;"),
    f"`</code>{IMG}`", f"```html\n</pre>{IMG}\n```", f"    </pre>{IMG}", f"~~~\n{IMG}",
    f'```mermaid\ngraph TD\n  A["{IMG}"]\n  click A "javascript:{SCRIPT}"\n```',
    f"| a |\n|---|\n| {IMG} |", f"*a `*{IMG}` b*", f"- {IMG}\n  - {IMG}", f"> {IMG}", f"# {IMG}",
    f"<!-- -->{IMG}", f"<!--\n\n-->{IMG}", f"<![CDATA[{IMG}]]>", f"<?x {IMG}?>", f"a  \n{IMG}",
    f"`\\begin{{a}}`\n\n```\n\\end{{a}}\n{IMG}\n```", f"$$ {IMG} $$", f"$a${IMG}$b$",
    f"\\begin{{align}}{IMG}\\end{{align}}", f"$\\text{{{IMG}}}$",
    rf"$\href{{javascript:{SCRIPT}}}{{x}}$", rf"$\\href{{javascript:{SCRIPT}}}{{x}}$",
    rf"&#36;&#92;href{{javascript:{SCRIPT}}}{{x}}&#36;", r"$\require{mediawiki-texvc}\AA$",
    r"$\style{position:fixed;inset:0;background:red}{x}$", r"$\unicode{x3c}$ $\class{x}{y}$",
    r"$\def\a{\a\a}\a$", r"$\bbox[background:url(//evil.test/a)]{a}$",
    r"\(\href{http://evil.test}{x}\)", "# essay", "<div id=essay></div>",
    "<a name=essay id=essay-comment>", "</div></div></div></div>",
    "</textarea>" + IMG, "{{ cell }} {% for x in y %}", "<\u2028img src=x>", "<x\x00y>" + IMG,
]  # fmt: skip
CODE = """from IPython.display import HTML, SVG, Javascript, Latex, Markdown, display
for text in texts:
    print(text)
    for show in (HTML, Javascript, Latex, Markdown):
        display(show(text))
    display({"text/html": text, "image/svg+xml": text, "text/plain": text}, raw=True,
            metadata={"image/png": {"width": text}, "text/html": {"isolated": True}})
raise ValueError(texts[0])"""
# What markdown may bring to a page beyond what an honest one has.
PLAIN = {f"{tag}[]" for tag in ("p", "em", "strong", "code", "ul", "ol", "li", "br", "hr", "pre")}
PLAIN |= {"blockquote[]", "ol[start]", "span[]", "span[class]", "div[class]", "pre[class]"}
KINDS = """() => [...new Set([...document.querySelectorAll('*')].map(element =>
    `${element.tagName.toLowerCase()}[${element.getAttributeNames().sort()}]`))]"""
# What acts, in a notebook that JupyterLab shows; it makes a link of an address that was printed.
LIVE = """() => [...document.querySelectorAll('.jp-RenderedMarkdown, .jp-OutputArea')]
    .flatMap(part => [...part.querySelectorAll('a[href], iframe, object, form, svg, style')])
    .filter(element => !element.matches('.jp-InternalAnchorLink'))
    .map(element => `${element.localName} ${element.href ?? ''} ${element.outerHTML}`)"""
TWICE = """() => [...document.querySelectorAll('[id]')].map(element => element.id)
    .filter((id, k, all) => all.indexOf(id) !== k)"""


def classroom(toy: Any) -> None:
    """Grade an honest student and attackers, and give the gradebook names and comments."""
    shutil.copy(CONFIG, toy.root)
    toy.submit("ada", toy.notebook())
    notebook = toy.notebook(extra=(toy.code("show", f"texts = {ANSWERS!r}\n{CODE}"),))
    notebook["cells"][-1]["source"] = "\n\n".join(ANSWERS)
    notebook["cells"] += [
        {"cell_type": "markdown", "metadata": {}, "source": text, "id": f"own-{k}",
         "attachments": {"p.png": {"image/svg+xml": IMG}}}
        for k, text in enumerate(ANSWERS)
    ]  # fmt: skip
    toy.submit("eve", notebook)
    for student in ("old", "rae"):
        toy.submit(student, toy.notebook())
    assert all(record.status == "graded" for record in grade("toy", toy.root, jobs=1))
    # As a version before this one, or nbgrader alone, would have stored it.
    stored = toy.root / "autograded" / "old" / "toy" / "toy.ipynb"
    older = json.loads(stored.read_text())
    older["cells"][-1]["source"] = "\n\n".join(ANSWERS)
    shown = {"output_type": "display_data", "metadata": {}, "data": {"text/html": IMG}}
    older["cells"][2]["outputs"] = [shown]
    stored.write_text(json.dumps(older))
    with Book(toy.root).open() as book:
        book.update_or_create_student("rae", first_name=IMG, last_name=f"<script>{SCRIPT}</script>")
        for student, text in (("ada", "Fine."), ("rae", "\n\n".join(ANSWERS))):
            for comment in book.find_submission_notebook("toy", "toy", student).comments:
                comment.manual_comment = text
        book.db.commit()


class Visitor:
    """Chromium on the instructor's machine: notes each sign that a page did what it should not."""

    def __init__(self, browser: Any, address: str) -> None:
        self.address = address
        self.context = browser.new_context()
        self.signs: list[str] = []
        self.outside: set[str] = set()
        self.context.route("**/*", self.guard)

    def guard(self, route: Any) -> None:
        """Let nothing leave this machine, and note what wanted to."""
        url = route.request.url
        if url.startswith((f"{self.address}/", "data:", "blob:", "file:")):
            route.continue_()
        else:
            self.outside.add(url)
            route.abort()

    @contextlib.contextmanager
    def page(self, path: str) -> Iterator[Any]:
        """Open a page and wait until nothing happens any more."""
        page = self.context.new_page()
        page.on("dialog", lambda dialog: (self.signs.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda m: "PWNED" in m.text and self.signs.append(f"{path}: {m.text}"))
        page.on("popup", lambda other: self.signs.append(f"{path}: opened {other.url}"))
        page.goto(path if path.startswith("file:") else f"{self.address}{path}")
        page.wait_for_load_state("networkidle")
        yield page
        page.wait_for_timeout(300)
        if "PWNED" in page.title():
            self.signs.append(f"{path}: title {page.title()[:80]}")
        page.close()

    def get(self, path: str) -> Any:
        """Ask the formgrader's own interface."""
        return self.context.request.get(f"{self.address}/formgrader/api/{path}").json()


def test_nothing_that_people_wrote_acts_in_the_formgrader(toy, sandboxed, tmp_path_factory):
    classroom(toy)
    with launch() as browser, jupyter(toy.root, tmp_path_factory.mktemp("jupyter") / "home") as at:
        visitor = Visitor(browser, at)
        for path in lists(visitor):
            with visitor.page(f"/formgrader/{path}") as page:
                page.wait_for_selector("#main-table tr:not(:has-text('Loading'))")
        submissions = {each["student"]: each["id"] for each in
                       visitor.get("submitted_notebooks/toy/toy")}  # fmt: skip
        assert set(submissions) == {"ada", "eve", "old", "rae"}
        kinds, outside, twice = {}, {}, {}
        for student, submission in submissions.items():
            visitor.outside.clear()
            with visitor.page(f"/formgrader/submissions/{submission}/") as page:
                kinds[student] = set(page.evaluate(KINDS))
                outside[student] = set(visitor.outside)
                twice[student] = page.evaluate(TWICE)  # nbgrader's own page has some
                assert page.locator(".nbgrader_cell:has(#essay-comment) input#essay").count() == 1
        for student in ("eve", "old", "rae"):
            assert kinds[student] - kinds["ada"] <= PLAIN, student
            assert outside[student] <= outside["ada"], student
            assert twice[student] == twice["ada"], student
        with visitor.page("/lab/tree/autograded/eve/toy/toy.ipynb") as page:
            page.wait_for_selector(".jp-Notebook .jp-RenderedMarkdown")
            page.wait_for_timeout(2000)
            live = page.evaluate(LIVE)
            assert [each for each in live if not each.startswith("a http://evil.test")] == []
        assert visitor.signs == []
        assert not any("evil" in url for url in visitor.outside)
    assert not list(toy.root.rglob("PWNED*"))


def test_folder_whose_name_is_markup_reaches_no_page(toy, sandboxed, tmp_path_factory):
    shutil.copy(CONFIG, toy.root)
    toy.submit("ada", toy.notebook())
    act = "document.title='PWNED'"
    for name in (f"<img src=x onerror={act}>", f"<svg onload={act}>", f'";{act};"', "{{ 7 * 7 }}"):
        toy.submit(name, toy.notebook())
    toy.submit("o'hara", toy.notebook())
    list(grade("toy", toy.root, jobs=1))
    with launch() as browser, jupyter(toy.root, tmp_path_factory.mktemp("jupyter") / "home") as at:
        visitor = Visitor(browser, at)
        for path in lists(visitor):
            with visitor.page(f"/formgrader/{quote(path)}") as page:
                if "hara" in path:
                    page.wait_for_selector("#main-table td:has-text('toy')")
        assert any("<img" in student["id"] for student in visitor.get("students"))
        assert visitor.signs == []


def lists(visitor: Visitor) -> list[str]:
    """Name the formgrader's pages that list assignments, students and submissions."""
    students = [each["id"] for each in visitor.get("students")]
    return [
        "manage_assignments", "manage_submissions/toy", "gradebook", "gradebook/toy",
        "gradebook/toy/toy", "manage_students", *(f"manage_students/{s}" for s in students),
        *(f"manage_students/{s}/toy" for s in students),
    ]  # fmt: skip


def test_nothing_that_people_wrote_acts_on_pages_that_students_get(toy, sandboxed):
    classroom(toy)
    pages = [*write_feedback("toy", toy.root), *write_report("toy", toy.root)[:1]]
    ours = [page.read_text(encoding="utf-8") for page in pages]
    command = [sys.executable, "-m", "nbgrader", "generate_feedback", "toy", "--force"]
    made = subprocess.run(command, cwd=toy.root, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    kept = toy.root / "ours"
    kept.mkdir()
    for k, text in enumerate(ours):
        (kept / f"{k}.html").write_text(text, encoding="utf-8")
    with launch() as browser:
        visitor = Visitor(browser, "file://")
        kinds: dict[str, set[str]] = {}
        for path in [*sorted(kept.iterdir()), *sorted(toy.root.glob("feedback/*/toy/toy.html"))]:
            with visitor.page(path.as_uri()) as page:
                kinds["/".join(path.parts[-3:])] = set(page.evaluate(KINDS))
        assert visitor.signs == []
        assert not any("evil" in url for url in visitor.outside)
    honest = kinds["ada/toy/toy.html"]
    for student in ("eve", "old", "rae"):
        assert kinds[f"{student}/toy/toy.html"] - honest <= PLAIN | {"a[href]"}, student
    assert not list(toy.root.rglob("PWNED*"))

"""The hub of tools/hub, set up and started on this machine: a student, the course, a grader."""

import contextlib
import json
import os
import runpy
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

import course_lib
from course_lib.publishing.notebooks.bundle import build_wheel
from course_lib.publishing.site.browser import chromium, launch

pytestmark = [
    pytest.mark.real_tools,
    pytest.mark.package_index,
    pytest.mark.skipif(os.geteuid() != 0, reason="only root can make accounts"),
    pytest.mark.skipif(chromium() is None, reason="no Chromium is installed"),
    pytest.mark.skipif(shutil.which("npm") is None, reason="the proxy is a program of npm"),
]

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
helpers = runpy.run_path(str(HERE / "accounts.py"))
Accounts, in_reach = helpers["Accounts"], helpers["in_reach"]
GROUPS = {"ada": "course-students", "tess": "course-graders"}
# What a person does who opens a terminal in JupyterLab and types a line.
TYPE = """async ([base, token, line]) => {
    const headers = {'X-XSRFToken': token}
    const made = await fetch(`${base}api/terminals`, {method: 'POST', headers})
    const {name} = await made.json()
    const socket = new WebSocket(`${base.replace('http', 'ws')}terminals/websocket/${name}`)
    await new Promise(done => { socket.onopen = done })
    socket.send(JSON.stringify(['stdin', line + '\\r']))
    await new Promise(done => setTimeout(done, 500))
}"""


def free_ports(count):
    """Find ports that nobody listens on."""
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def make_course(accounts, toy):
    """Make a checkout as `make course` leaves it, with the toy assignment in place of the eight."""
    course = accounts.home(accounts.names["teacher"]) / "course"
    shutil.copytree(toy.root / "solutions", course / "solutions")
    shutil.copytree(ROOT / "tools/hub", course / "tools/hub",
                    ignore=shutil.ignore_patterns("node_modules"))  # fmt: skip
    for file in ("requirements.txt", "nbgrader_config.py"):
        shutil.copy(ROOT / file, course)
    (course / "dist").mkdir()
    build_wheel(course / "dist", Path(course_lib.__file__).parent, {})
    (course / ".venv").symlink_to(sys.prefix)
    accounts.own("teacher", course)
    return course


class Hub:
    """A running hub."""

    def __init__(self, accounts, course):
        self.accounts, self.course = accounts, course
        self.place, self.exchange = accounts.place / "hub", accounts.place / "exchange"
        self.kept = accounts.place / "kept"
        self.kept.mkdir(mode=0o700)
        done = subprocess.run(
            [*in_reach(), "sh", course / "tools/hub/set_up.sh", self.place, self.exchange],
            env=os.environ | {"PYTHON": sys.executable}, check=False,
            capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        for role, group in GROUPS.items():
            subprocess.run(["gpasswd", "--add", accounts.names[role], group], check=True)
        port, hub_port, proxy_port = free_ports(3)
        self.address = f"http://127.0.0.1:{port}"
        (self.place / "local_config.py").write_text(
            f"c.JupyterHub.bind_url = {self.address!r}\n"
            f"c.JupyterHub.hub_port = {hub_port}\n"
            f"c.ConfigurableHTTPProxy.api_url = 'http://127.0.0.1:{proxy_port}'\n"
            "c.Spawner.start_timeout = c.Spawner.http_timeout = 300\n"
            f"c.JupyterHub.pid_file = {str(self.kept / 'pid')!r}\n",
            encoding="utf-8",
        )

    def log(self):
        """Give what the hub said."""
        return (self.kept / "log").read_text(encoding="utf-8")

    @contextlib.contextmanager
    def running(self):
        """Start the hub as the machine's administrator does, and end it as such."""
        command = [self.place / "bin/jupyterhub", "-f", self.place / "jupyterhub_config.py"]
        with (self.kept / "log").open("wb") as log:
            server = subprocess.Popen(
                [*in_reach(), *command],
                cwd=self.kept, stdout=log, stderr=log, start_new_session=True,
                env={"PATH": "/usr/sbin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(self.kept)},
            )  # fmt: skip
        try:
            for _ in range(600):
                with contextlib.suppress(OSError):
                    urllib.request.urlopen(f"{self.address}/hub/api").close()
                    break
                assert server.poll() is None, self.log()
                time.sleep(0.2)
            yield
        finally:
            with contextlib.suppress(OSError, ValueError):
                os.kill(int((self.kept / "pid").read_text()), signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(60)
            end_processes(self.accounts.names.values())


def end_processes(names):
    """End what accounts that are about to be removed still run."""
    for name in names:
        number = int(subprocess.check_output(["id", "-u", name]))
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if process.stat().st_uid == number:
                    os.kill(int(process.name), signal.SIGKILL)


class Visitor:
    """Somebody at the hub, in a browser of their own."""

    def __init__(self, browser, hub, role):
        self.hub, self.name = hub, hub.accounts.names[role]
        self.base = f"{hub.address}/user/{self.name}/"
        self.folder = hub.course if role == "teacher" else hub.accounts.home(self.name)
        self.context = browser.new_context()
        self.page = self.context.new_page()
        self.page.set_default_timeout(180_000)
        self.page.goto(f"{hub.address}/hub/login")
        self.page.fill("#username_input", self.name)
        self.page.fill("#password_input", hub.accounts.password)
        self.page.click("#login_submit")

    def start(self):
        """Wait until one's own server shows JupyterLab."""
        self.page.wait_for_url(f"{self.base}lab**")
        self.page.wait_for_selector("#jp-main-dock-panel", state="attached")

    def token(self):
        """Give the token that pages of this server send back."""
        path = f"/user/{self.name}/"
        cookies = {c["name"]: c["value"] for c in self.context.cookies() if c["path"] == path}
        return cookies["_xsrf"]

    def ask(self, method, path, base="", **content):
        """Ask a server, and give its answer, as the pages of JupyterLab do."""
        return self.context.request.fetch(
            f"{base or self.base}{path}", method=method, headers={"X-XSRFToken": self.token()},
            timeout=300_000, **content,
        )  # fmt: skip

    def type(self, line):
        """Type a line into a terminal; give what the command printed, when it has ended."""
        typed = f"cd {self.folder} && ({line}) > out.txt 2>&1; mv out.txt done.txt"
        self.page.evaluate(TYPE, [self.base, self.token(), typed])
        for _ in range(600):
            answer = self.ask("GET", "api/contents/done.txt")
            if answer.ok:
                self.ask("DELETE", "api/contents/done.txt")
                return answer.json()["content"]
            time.sleep(0.5)
        raise AssertionError(f"{line} did not end")


def test_class_works_on_the_hub(toy):
    existing = {group for group in GROUPS.values() if group in Path("/etc/group").read_text()}
    assert not existing, f"this machine has a hub already: its groups are {existing}"
    try:
        with Accounts("teacher", "ada", "tess") as accounts:
            hub = Hub(accounts, make_course(accounts, toy))
            with hub.running(), launch() as browser:
                term(hub, browser, toy)
    finally:
        for group in GROUPS.values():
            subprocess.run(["groupdel", group], check=False, capture_output=True)


def term(hub, browser, toy):
    """Release, fetch, hand in, grade and look, each where the hub puts them."""
    teacher = Visitor(browser, hub, "teacher")
    teacher.start()
    for verb in ("generate_assignment toy --create", "release_assignment toy"):
        printed = teacher.type(f"nbgrader {verb}")
    assert "Released as" in printed, printed

    ada = Visitor(browser, hub, "ada")
    ada.start()
    form = {"form": {"course_id": "classification_from_scratch", "assignment_id": "toy"}}
    assert ada.ask("POST", "assignments/fetch", **form).json()["success"]
    notebook = {"type": "notebook", "format": "json", "content": toy.notebook()}
    saved = ada.ask("PUT", "api/contents/toy/toy.ipynb", data=json.dumps(notebook))
    assert saved.ok, saved.text()
    ada.page.goto(f"{ada.base}lab/tree/toy/toy.ipynb")
    ada.page.wait_for_selector(".jp-Notebook .jp-Cell:has-text('double')")
    ada.page.keyboard.press("Escape")
    printed = ada.type("python -c 'import course_lib.checks, numpy; print(course_lib.__file__)'")
    assert printed.startswith(str(hub.place)), printed
    answers = f"open({str(hub.course / 'solutions/toy/toy.ipynb')!r})"
    for code in ("import course_lib.grading", "import scipy", answers):
        assert "Error" in ada.type(f'python -c "{code}"'), code
    form["form"]["assignment_id"] = "toy"
    assert ada.ask("POST", "assignments/submit", **form).json()["success"]

    teacher.type(f"course collect toy {hub.exchange}/classification_from_scratch")
    record = json.loads(teacher.type("course grade toy --json --jobs 1").splitlines()[0])
    assert (record["student"], record["score"]) == (ada.name, 4)
    assert record["usage"]["sandbox"] == "full"
    record = json.loads(teacher.type("course grade toy --json --jobs 1 --sandbox pod --force"))
    assert (record["score"], record["usage"]["sandbox"]) == (4, "pod")
    assert "Feedback released" in teacher.type("course feedback toy; nbgrader release_feedback toy")
    assert ada.ask("POST", "assignments/fetch_feedback", **form).json()["success"]
    assert "4 of 6 points" in ada.type("cat toy/feedback/*/toy.html")

    names = [each["name"] for each in teacher.ask("GET", "formgrader/api/assignments").json()]
    assert names == ["toy"]
    assert ada.ask("GET", "formgrader/api/assignments").status == 404
    tess = Visitor(browser, hub, "tess")
    tess.start()
    assert tess.page.goto(f"{teacher.base}lab").ok
    tess.page.click("button[type=submit]")  # the hub asks before one acts on another's server
    tess.page.wait_for_selector("#jp-main-dock-panel", state="attached")
    assert ada.page.goto(f"{teacher.base}lab").status in (403, 404)

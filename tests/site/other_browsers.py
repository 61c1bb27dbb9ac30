"""Firefox and WebKit by the protocols that they speak themselves: open a page, run a script."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

MINI_BROWSER = "webkit2gtk-4.*/MiniBrowser"
PATIENCE = 60.0
# A script's beginning: its first argument is written into the field of an exercise.
WRITE = """
const section = document.querySelector("section.live[data-name=relu]");
const field = section.querySelector("textarea");
field.focus();
field.value = arguments[0];
field.dispatchEvent(new Event("input", { bubbles: true }));
"""


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def until(answers, seconds=PATIENCE):
    """Ask again and again until there is an answer."""
    end = time.monotonic() + seconds
    while True:
        with contextlib.suppress(OSError):
            if (answer := answers()) is not None:
                return answer
        if time.monotonic() > end:
            raise TimeoutError(f"no answer within {seconds:g} seconds")
        time.sleep(0.2)


@contextlib.contextmanager
def started(command, **options):
    """Run a program in a group of its own, and end all of it afterwards."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        **options,
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, 9)
        process.wait()


class Firefox:
    """Firefox by Marionette: lengths and JSON over a socket."""

    def __init__(self, connection):
        self.stream = connection.makefile("rwb")
        self.count = 0
        self.read()
        self.ask("WebDriver:NewSession", {})
        self.ask("WebDriver:SetTimeouts", {"script": 120_000})

    def read(self):
        length = b""
        while (digit := self.stream.read(1)) != b":":
            length += digit
        return json.loads(self.stream.read(int(length)))

    def ask(self, command, values):
        self.count += 1
        text = json.dumps([0, self.count, command, values]).encode()
        self.stream.write(b"%d:%s" % (len(text), text))
        self.stream.flush()
        _, _, error, result = self.read()
        assert error is None, error
        return result

    def open(self, url):
        self.ask("WebDriver:Navigate", {"url": url})

    def script(self, text, *values):
        return self.ask("WebDriver:ExecuteScript", {"script": text, "args": values})["value"]


class WebKit:
    """WebKit by WebDriver: JSON over HTTP."""

    def __init__(self, address, program):
        self.address = address
        options = {"binary": program, "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        session = self.ask("/session", {"capabilities": wanted})["sessionId"]
        self.address += f"/session/{session}"

    def ask(self, path, values):
        request = Request(self.address + path, json.dumps(values).encode())
        try:
            with urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except HTTPError as refusal:
            with refusal:
                raise RuntimeError(refusal.read().decode()) from refusal

    def open(self, url):
        self.ask("/url", {"url": url})

    def script(self, text, *values):
        return self.ask("/execute/sync", {"script": text, "args": values})


@contextlib.contextmanager
def firefox(folder):
    """Start Firefox with an empty profile."""
    port = free_port()
    (folder / "user.js").write_text(f'user_pref("marionette.port", {port});\n')
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    command = [program, "--headless", "--no-remote", "--profile", folder, "--marionette"]
    with started(command, env=os.environ | {"HOME": str(folder)}):
        connection = until(lambda: socket.create_connection(("127.0.0.1", port)))
        with connection:
            yield Firefox(connection)


@contextlib.contextmanager
def webkit(folder):
    """Start the browser of WebKitGTK on a screen of its own."""
    port, display = free_port(), f":{90 + os.getpid() % 900}"
    home = os.environ | {"HOME": str(folder), "DISPLAY": display}
    command = [shutil.which("WebKitWebDriver"), f"--port={port}"]
    screen = [shutil.which("Xvfb"), display, "-screen", "0", "1280x800x24"]
    with started(screen), started(command, env=home):
        address = f"http://127.0.0.1:{port}"
        until(lambda: urlopen(f"{address}/status", timeout=5))
        yield WebKit(address, str(mini_browser()))


def mini_browser():
    return next(Path("/usr/lib").glob(f"*/{MINI_BROWSER}"), None)


def missing(name):
    """Return the Debian package that a browser needs and this machine has not, or an empty text."""
    programs = {
        "firefox": {"firefox-esr": shutil.which("firefox-esr") or shutil.which("firefox")},
        "webkit": {
            "webkit2gtk-driver": shutil.which("WebKitWebDriver") and mini_browser(),
            "xvfb": shutil.which("Xvfb"),
        },
    }
    return " ".join(package for package, found in programs[name].items() if not found)

"""Ordinary accounts of this machine, made for a test by root and removed after it."""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(sys.executable).parent
SECONDS = 300


def in_reach():
    """
    Give the beginning of a command under which every account reaches this Python.

    An interpreter below a folder that is root's alone, as `/root`, is shown at its place.
    """
    command = ["bwrap", "--dev-bind", "/", "/", "--cap-add", "ALL", "--die-with-parent"]
    for place in dict.fromkeys(map(Path, (sys.base_prefix, sys.prefix, ROOT))):
        closed = [path for path in place.parents if not path.stat().st_mode & 0o001]
        if closed:
            command += ["--tmpfs", str(closed[-1])]
            for parent in reversed(place.parents):
                if closed[-1] in parent.parents:
                    command += ["--dir", str(parent)]
            command += ["--ro-bind", str(place), str(place)]
    return [*command, "--"]


class Accounts:
    """
    People of a class, each with an account, and a folder that all of them may enter.

    Parameters
    ----------
    roles : str
        What they are called in the test.
    """

    def __init__(self, *roles):
        self.place = Path(tempfile.mkdtemp(prefix="course-class-"))
        self.place.chmod(0o755)
        self.names = {role: f"{role}-{secrets.token_hex(3)}" for role in roles}
        self.password = secrets.token_hex(8)

    def __enter__(self):
        for name in self.names.values():
            subprocess.run(
                ["useradd", "--create-home", "--home-dir", self.home(name), "--shell", "/bin/bash",
                 "--key", "HOME_MODE=0700", name],
                check=True,
            )  # fmt: skip
        lines = "".join(f"{name}:{self.password}\n" for name in self.names.values())
        subprocess.run(["chpasswd"], input=lines, text=True, check=True)
        return self

    def __exit__(self, *exception):
        for name in self.names.values():
            subprocess.run(["userdel", name], check=True, capture_output=True)
        shutil.rmtree(self.place)

    def home(self, name):
        """Give an account's home, which nobody else may enter."""
        return self.place / name

    def own(self, role, path):
        """Give a folder with all that is in it to an account."""
        subprocess.run(["chown", "--recursive", f"{self.names[role]}:", path], check=True)

    def write(self, role, path, text):
        """Write a file in an account's home."""
        target = self.home(self.names[role]) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        self.own(role, self.home(self.names[role]) / Path(path).parts[0])
        return target

    def environment(self, role):
        """Give the environment of an account that has just logged in."""
        name = self.names[role]
        return {
            "HOME": str(self.home(name)), "USER": name, "LOGNAME": name, "LANG": "C.UTF-8",
            "PATH": f"{PROGRAMS}{os.pathsep}/usr/bin{os.pathsep}/bin", "PYTHONPATH": str(ROOT),
            "OPENBLAS_NUM_THREADS": "1",
        }  # fmt: skip

    def run(self, role, *command, folder=None, check=True):
        """Run a command as an account, in its home if nothing else is said."""
        name = self.names[role]
        become = ["setpriv", "--reuid", name, "--regid", name, "--init-groups"]
        done = subprocess.run(
            [*in_reach(), *become, *map(str, command)],
            cwd=folder or self.home(name), env=self.environment(role), check=False,
            capture_output=True, text=True, timeout=SECONDS,
        )  # fmt: skip
        if check and done.returncode:
            raise AssertionError(f"{role}: {command}: {done.stdout}\n{done.stderr}")
        return done

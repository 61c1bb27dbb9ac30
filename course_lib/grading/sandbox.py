"""A worker's sandbox: bubblewrap around a warm process that forks for each submission."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from course_lib.grading import cgroups, edition, inside
from course_lib.grading.inside.wire import Channel
from course_lib.grading.limits import MB, Limits
from course_lib.grading.seccomp import compile_filter

SITE = "/sandbox/site"
START = (
    "import sys; sys.path[:0] = sys.argv[3].split(':'); "
    "from inside.zygote import main; main(int(sys.argv[1]), sys.argv[2])"
)
START_SECONDS = 120.0
NO_BUBBLEWRAP = (
    "bubblewrap is needed to run student code safely: install it (apt install bubblewrap), "
    "or give --unsafe for code that you trust"
)
CAPABILITIES = ("CAP_SYS_ADMIN", "CAP_SETUID", "CAP_SETGID", "CAP_SETPCAP", "CAP_KILL")


class SandboxError(RuntimeError):
    """The sandbox cannot be started or has died; says why."""


def environment() -> dict[str, str]:
    """Give the whole environment of student code."""
    threads = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": "/tmp/work",
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        # Freed memory is used again, not given back to the kernel and asked for page by page.
        "MALLOC_TRIM_THRESHOLD_": str(32 * MB),
        "MALLOC_MMAP_THRESHOLD_": str(32 * MB),
        "MPLCONFIGDIR": "/tmp/matplotlib",
        "IPYTHONDIR": "/tmp/ipython",
        **dict.fromkeys(threads, "1"),
    }


def bind(source: Path, target: str = "") -> Iterator[str]:
    """List the arguments that show `source` read-only, below folders anyone may enter."""
    place = Path(target or source)
    for parent in reversed(place.parents[:-1]):
        yield from ("--dir", str(parent))
    yield from ("--ro-bind", str(source), str(place))


def read_only_root() -> Iterator[str]:
    """List the arguments for the interpreter, the libraries it needs and nothing else."""
    for place in ("/usr/lib", "/usr/lib64", "/usr/bin", "/bin", "/lib", "/lib64"):
        path = Path(place)
        if path.is_symlink():
            yield from ("--symlink", os.readlink(path), place)
        elif path.exists():
            yield from bind(path)
    prefix = Path(sys.base_prefix).resolve()
    yield from bind(prefix / "lib")
    yield from bind(Path(sys.executable).resolve())
    hidden = {*prefix.glob("lib/python*/*-packages"), *Path("/usr/lib").glob("python*/*-packages")}
    for packages in sorted(hidden):
        yield from ("--tmpfs", str(packages))


def packages() -> Iterator[str]:
    """List the bubblewrap arguments for what student code can import."""
    for name, path in edition.site_packages().items():
        yield from bind(path, f"{SITE}/{name}")
    yield from bind(edition.student_edition() / "course_lib", f"{SITE}/course_lib")
    yield from bind(Path(inside.__file__).parent, "/sandbox/inside")


def bubblewrap(filter_file: str) -> list[str]:
    """
    Build the command that everything runs under.

    Parameters
    ----------
    filter_file : str
        Path of the compiled system-call filter.

    Returns
    -------
    list of str
        Arguments up to and including ``--``.
    """
    program = shutil.which("bwrap")
    if program is None:
        raise SandboxError(NO_BUBBLEWRAP)
    command = [program, "--die-with-parent", "--new-session", "--hostname", "sandbox"]
    if os.geteuid() == 0:
        # Root needs no user namespace to build the sandbox; each submission then gives up root.
        command += ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
        command += ["--unshare-cgroup-try"]
    else:
        command += ["--unshare-all", "--uid", "65534", "--gid", "65534"]
    command += ["--cap-drop", "ALL"]
    for capability in CAPABILITIES:
        command += ["--cap-add", capability]
    command += [*read_only_root(), *packages(), *bind(Path(filter_file), "/sandbox/filter")]
    command += ["--dir", "/dev"]
    for device in ("null", "zero", "urandom", "random"):
        command += ["--dev-bind", f"/dev/{device}", f"/dev/{device}"]
    command += ["--proc", "/proc", "--size", str(64 * MB), "--tmpfs", "/tmp"]
    for name, value in environment().items():
        command += ["--setenv", name, value]
    return [*command, "--chdir", "/tmp", "--remount-ro", "/", "--"]


class Sandbox:
    """
    A warm process, in which one submission at a time can run.

    Parameters
    ----------
    unsafe : bool, default=False
        Run without any confinement: only for code that you trust.

    Raises
    ------
    SandboxError
        If it cannot be started, with the reason.
    """

    def __init__(self, unsafe: bool = False, limits: Limits | None = None) -> None:
        self.unsafe = unsafe
        self.control, theirs = socket.socketpair()
        self.log = tempfile.TemporaryFile()  # noqa: SIM115  (closed with the sandbox)
        self.group = cgroups.Group.make(limits or Limits()) if not unsafe else None
        with tempfile.TemporaryDirectory(dir=edition.student_edition()) as scratch, theirs:
            self.process = self.launch(theirs.fileno(), Path(scratch))
            self.expect_ready()

    def launch(self, descriptor: int, scratch: Path) -> subprocess.Popen[bytes]:
        """Start bubblewrap with an empty environment, or the warm process itself if unsafe."""
        interpreter = str(Path(sys.executable).resolve())
        if self.unsafe:
            paths = [str(Path(inside.__file__).parents[1]), str(edition.student_edition())]
            paths += sorted({str(path.parent) for path in edition.site_packages().values()})
            work = self.unsafe_home = tempfile.TemporaryDirectory(prefix="course-unsafe-")
            variables = environment() | {"HOME": work.name, "PATH": os.environ.get("PATH", "")}
            variables |= {"MPLCONFIGDIR": work.name, "IPYTHONDIR": work.name}
            command, filter_file, where = [], "", work.name
        else:
            paths, variables, where = ["/sandbox", SITE], {}, "/"
            (scratch / "filter").write_bytes(compile_filter())
            (scratch / "filter").chmod(0o644)
            command, filter_file = bubblewrap(str(scratch / "filter")), "/sandbox/filter"
            command = [*self.group.enter(), *command] if self.group else command
        python = [interpreter, "-B", "-S", "-P", "-c", START]
        return subprocess.Popen(
            [*command, *python, str(descriptor), filter_file, ":".join(paths)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self.log,
            env=variables,
            cwd=where,
            pass_fds=[descriptor],
        )

    def expect_ready(self) -> None:
        """Wait until the warm process has imported everything."""
        self.control.settimeout(START_SECONDS)
        try:
            answer = self.control.recv(16)
        except TimeoutError:
            answer = b""
        if answer != b"ready\n":
            self.close()
            raise SandboxError(f"the sandbox does not start: {self.last_words()}")

    def last_words(self) -> str:
        """Read the end of what the warm process wrote to stderr."""
        self.log.seek(0)
        return self.log.read()[-2000:].decode(errors="replace").strip() or "no message"

    def start(self, limits: Limits, seed: int) -> Channel:
        """
        Fork a student process.

        Parameters
        ----------
        limits : Limits
            What it may use.
        seed : int
            Seeds the student's own random numbers.

        Returns
        -------
        Channel
            The line to it; everything that comes from it is hostile.
        """
        ours, theirs = socket.socketpair()
        order = {"do": "start", "limits": limits.as_dict() | {"seed": seed, "uid": self.uid()}}
        with theirs:
            try:
                socket.send_fds(self.control, [json.dumps(order).encode()], [theirs.fileno()])
            except OSError as error:
                raise SandboxError(f"the sandbox has died: {self.last_words()}") from error
        return Channel(ours)

    def uid(self) -> int:
        """Give a user id that no one else has, for the process limit counts by user."""
        return 200_000 + self.process.pid % 60_000

    def stop(self) -> dict[str, Any]:
        """
        End the student process and everything that it started.

        Returns
        -------
        dict
            ``exit`` (exit code, None if it was killed), ``cpu`` (seconds), ``memory`` (bytes).
        """
        try:
            self.control.sendall(b'{"do": "stop"}')
            answer = self.control.recv(65536)
            return dict(json.loads(answer))
        except (OSError, ValueError) as error:
            raise SandboxError(f"the sandbox has died: {self.last_words()}") from error

    def close(self) -> None:
        """End the warm process and wait until the kernel has ended all under it."""
        self.control.close()
        self.process.kill()
        self.process.wait()
        self.log.close()
        if self.unsafe:
            self.unsafe_home.cleanup()
        if self.group:
            self.group.remove()

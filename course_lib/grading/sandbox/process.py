"""
A worker's sandbox: a warm process that forks for each submission, with walls around it.

There are two tiers. "full" is bubblewrap: namespaces, a root that shows little, a filter of system
calls, Landlock where the kernel has it. "pod" is for containers in which no namespace can be
made: Landlock, the filter, limits, and a user of its own where the grader is root. It holds
less (`POD_LIMITS`), so it is only ever chosen by name. "none" is for code that is trusted.
"""

import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from course_lib.grading.files import require_posix
from course_lib.grading.inside.plan import DEVICES, Plan
from course_lib.grading.inside.wire import Channel
from course_lib.grading.sandbox import cgroups, edition, remedies
from course_lib.grading.sandbox.limits import MB, Limits
from course_lib.grading.sandbox.seccomp import compile_filter

SITE = "/sandbox/site"
START = (
    "import sys; sys.path[:0] = sys.argv[4].split(':'); "
    "from inside.start import main; main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])"
)
FIRST_SECONDS = 10.0  # until the lock was tried: nothing is imported yet
START_SECONDS = 120.0  # until all is imported, perhaps from a cold disk
ANSWER_SECONDS = 20.0
ENDING_SECONDS = 2.0
OTHERS = 128  # processes and threads that this user may start while a submission runs
CHOICES = ("auto", "full", "pod")
NO_BUBBLEWRAP = (
    "bubblewrap is needed to run student code safely: install it (apt install bubblewrap), "
    "or give --unsafe for code that you trust"
)
POD_HINT = (
    "Where that cannot be had, --sandbox pod does without namespaces; it keeps files, network and "
    'other processes from student code, but holds less (see "How the grading works")'
)
CAPABILITIES = ("CAP_SYS_ADMIN", "CAP_SETUID", "CAP_SETGID", "CAP_SETPCAP", "CAP_KILL")
CAN_ADMINISTER = 1 << 21
CAN_BE_ANYONE = 1 << 0 | 1 << 1 | 1 << 5 | 1 << 6 | 1 << 7  # chown, read all, kill, setgid, setuid
USERS = (range(200_000, 260_000), range(20_000, 60_000))  # that nobody else has


class SandboxError(RuntimeError):
    """The sandbox has died or cannot be started; says why."""


class NoSandbox(SandboxError):
    """The sandbox does not start on this machine; says why and what to do."""


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
    for place in ("/bin", "/lib", "/lib32", "/lib64"):
        if Path(place).is_symlink():
            yield from ("--symlink", os.readlink(place), place)
    modules = edition.standard_library()
    yield from bind(modules)
    for packages in sorted(modules.glob("*-packages")):
        yield from ("--tmpfs", str(packages), "--remount-ro", str(packages))
    for file in single_files():
        shown = Path(file.parent.resolve(), file.name)
        if not shown.is_relative_to(modules):
            yield from bind(file.resolve(), str(shown))


def single_files() -> Iterator[Path]:
    """List what the interpreter needs beside its modules: itself, libraries, a shell."""
    yield Path(sys.executable).resolve()
    yield edition.SHELL
    packages = tuple(os.path.realpath(path) for path in edition.needed()["packages"].values())
    for place in edition.needed()["libraries"]:
        if not place.startswith(packages):
            yield Path(place)
    for extra in ("/etc/ld.so.cache", "/usr/lib/locale/C.utf8"):
        if Path(extra).exists():
            yield Path(extra)


def packages() -> Iterator[str]:
    """List the bubblewrap arguments for what student code can import."""
    for name, path in edition.needed()["packages"].items():
        yield from bind(Path(path), f"{SITE}/{name}")
    yield from bind(edition.student_edition() / "course_lib", f"{SITE}/course_lib")
    yield from bind(edition.student_edition() / "inside", "/sandbox/inside")


def bubblewrap() -> list[str]:
    """
    Build the command that everything runs under.

    Returns
    -------
    list of str
        Arguments up to and including ``--``.
    """
    program = shutil.which("bwrap")
    if program is None:
        raise NoSandbox(NO_BUBBLEWRAP)
    command = [program, "--die-with-parent", "--new-session", "--hostname", "sandbox"]
    if capable(CAN_ADMINISTER):
        # Root needs no user namespace to build the sandbox; each submission then gives up root.
        command += ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
        command += ["--unshare-cgroup-try"]
    else:
        command += ["--unshare-all", "--uid", "65534", "--gid", "65534"]
    command += ["--cap-drop", "ALL"]
    for capability in CAPABILITIES:
        command += ["--cap-add", capability]
    command += [*read_only_root(), *packages()]
    command += ["--dir", "/dev", "--dir", "/proc"]
    for device in DEVICES:
        if Path(device).exists():
            command += ["--dev-bind", device, device]
    command += ["--tmpfs", "/tmp"]  # only the warm process sees it: each student gets another one
    for file in (edition.student_edition() / edition.FONTS).iterdir():
        command += bind(file, f"{environment()['MPLCONFIGDIR']}/{file.name}")
    for name, value in environment().items():
        command += ["--setenv", name, value]
    return [*command, "--chdir", "/tmp", "--remount-ro", "/", "--"]


def capable(wanted: int) -> bool:
    """Tell whether this process is root with these capabilities."""
    if os.geteuid() != 0:
        return False
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("CapEff:"):
            return int(line.split()[1], 16) & wanted == wanted
    return False


def free_user() -> int | None:
    """
    Choose a user id that no one else has, for limits and signals go by user.

    Returns
    -------
    int or None
        None where this process cannot become another user.
    """
    if not capable(CAN_BE_ANYONE):
        return None
    rows = Path("/proc/self/uid_map").read_text().splitlines()
    mapped = [tuple(map(int, row.split())) for row in rows]
    for users in USERS:
        if any(start <= users[0] and users[-1] < start + count for start, _, count in mapped):
            return users[os.getpid() % len(users)]
    return None


def crowd() -> int:
    """Count this user's processes and threads, beside which student code counts as well."""
    number = 0
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if process.stat().st_uid == os.geteuid():
                number += len(os.listdir(process / "task"))
    return number


def open_to_all(path: Path) -> bool:
    """Tell whether every user can read a file or directory and reach it."""
    if not path.stat().st_mode & stat.S_IROTH:
        return False
    folders = [path, *path.parents] if path.is_dir() else path.parents
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in folders)


def pod_readable() -> tuple[str, ...]:
    """List what student code in a pod may read: what a full sandbox shows, where it lies."""
    modules = edition.standard_library()
    known = edition.needed()
    paths = [path for path in modules.iterdir() if not path.name.endswith("-packages")]
    paths += [Path(path) for path in known["packages"].values()]
    paths += [edition.student_edition(), *single_files()]
    return tuple(sorted({str(path.resolve()) for path in paths}))


class Sandbox:
    """
    A warm process, in which one submission at a time can run.

    Parameters
    ----------
    tier : str
        "full", "pod", or "none": no confinement at all, only for code that you trust.
    limits : Limits, optional
        What one submission may use; decides the limits on the whole sandbox.
    trial : bool, default=False
        Only try whether it starts and can lock a process in: that takes a fraction of a second.
    packages : tuple of str
        What student code may import besides the packages that every student has.
    draw : bool, default=True
        Whether the warm process draws a figure, so that no fork is the first to do it.

    Raises
    ------
    NoSandbox
        If it cannot be started, with the reason and the remedy.
    """

    def __init__(
        self,
        tier: str = "full",
        limits: Limits | None = None,
        trial: bool = False,
        packages: tuple[str, ...] = (),
        draw: bool = True,
    ) -> None:
        require_posix()
        self.tier, self.packages, self.draw = tier, packages, draw
        try:
            edition.allow(packages)
        except ValueError as error:
            raise NoSandbox(str(error)) from None
        self.crowded = False  # whether student code has the user id of all that runs here
        self.control, theirs = socket.socketpair()
        self.log = tempfile.TemporaryFile()  # noqa: SIM115  (closed with the sandbox)
        self.group: cgroups.Group | None = None
        self.scratch: tempfile.TemporaryDirectory[str] | None = None
        self.process: subprocess.Popen[bytes] | None = None
        try:
            with theirs:
                self.launch(theirs.fileno(), limits or Limits())
            self.prepare(trial)
        except BaseException:
            self.close()
            raise

    @property
    def unsafe(self) -> bool:
        """Whether student code runs here without any confinement."""
        return self.tier == "none"

    def launch(self, descriptor: int, limits: Limits) -> None:
        """Start bubblewrap with an empty environment, or the warm process itself."""
        if self.tier != "none":
            self.group = cgroups.Group.make(limits)
        command, paths, variables = self.surroundings()
        interpreter = str(Path(sys.executable).resolve())
        where = self.scratch.name if self.scratch else "/"
        proc = self.open_proc()
        python = [interpreter, "-B", "-S", "-P", "-c", START, str(descriptor), str(proc)]
        enter = self.group.enter() if self.group else []
        try:
            self.process = subprocess.Popen(
                [*enter, *command, *python, where, ":".join(paths)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self.log,
                env=variables,
                cwd=where,
                pass_fds=[descriptor, proc],
                process_group=0,
            )
        except OSError as error:
            raise self.refusal(str(error)) from error
        finally:
            os.close(proc)

    def open_proc(self) -> int:
        """Open ``/proc`` for the warm process; without a lock none is read: macOS has none."""
        if self.tier == "none":
            return os.open("/", os.O_RDONLY)
        return os.open("/proc", os.O_PATH | os.O_DIRECTORY)

    def surroundings(self) -> tuple[list[str], list[str], dict[str, str]]:
        """Give the command around the warm process, its import path, and its environment."""
        if self.tier == "full":
            return bubblewrap(), ["/sandbox", SITE], {}
        self.scratch = tempfile.TemporaryDirectory(prefix="course-sandbox-")
        work = self.scratch.name
        variables = environment() | {
            "HOME": work, "TMPDIR": work, "MPLCONFIGDIR": work, "IPYTHONDIR": work, "PATH": work,
        }  # fmt: skip
        if self.tier == "pod":
            shutil.copytree(edition.student_edition() / edition.FONTS, work, dirs_exist_ok=True)
            os.chmod(work, 0o711)
            return [], [str(edition.student_edition() / "view")], variables
        paths = [str(edition.student_edition())]
        paths += sorted({str(path.parent) for path in edition.site_packages().values()})
        return [], paths, variables | {"PATH": os.environ.get("PATH", "")}

    def plan(self) -> Plan:
        """Say how the warm process is to lock student code in."""
        if self.tier == "none":
            return Plan("none")
        try:
            program = compile_filter(pod=self.tier == "pod")
        except RuntimeError as error:
            raise NoSandbox(str(error)) from error
        if self.tier == "full":
            user = free_user() if capable(CAN_ADMINISTER) else None
            return Plan("full", program, uid=user)
        readable, listed = pod_readable(), (str(edition.standard_library()),)
        hidden = next((path for path in readable if not open_to_all(Path(path))), None)
        user = None if hidden else free_user()
        if user is None and os.geteuid() == 0 and not self.group:
            raise NoSandbox(remedies.root_alone(hidden))
        self.crowded = user is None
        return Plan("pod", program, readable, listed, user, self.crowd())

    def crowd(self) -> int:
        """Say how many processes and threads there may be beside the student's, of one user."""
        return crowd() + OTHERS if self.crowded else 0

    def prepare(self, trial: bool) -> None:
        """Tell the warm process what it is, and wait until it has tried the lock and is ready."""
        warm = edition.modules_of(self.packages)
        order = {"plan": self.plan().as_dict(), "trial": trial, "warm": warm, "draw": self.draw}
        with suppress(OSError):  # what ended it is in the log
            self.control.settimeout(FIRST_SECONDS)
            self.control.sendall(json.dumps(order).encode() + b"\n")
        self.expect(b"here", FIRST_SECONDS)
        if not trial:
            self.expect(b"ready", START_SECONDS)
            self.control.settimeout(ANSWER_SECONDS)

    def expect(self, word: bytes, seconds: float) -> None:
        """Wait for a word of the warm process."""
        self.control.settimeout(seconds)
        said = b""
        with suppress(OSError):
            while not said.endswith(b"\n"):
                more = self.control.recv(1)
                if not more:
                    break
                said += more
        if said != word + b"\n":
            raise self.refusal(self.last_words(seconds))

    def refusal(self, words: str) -> "NoSandbox":
        """Say that this does not start, why, and what to do."""
        hint = f". {POD_HINT}" if self.tier == "full" else ""
        remedy = remedies.remedy(words)
        return NoSandbox(f"the sandbox does not start: {words}. {remedy}{hint}.")

    def last_words(self, seconds: float = ANSWER_SECONDS) -> str:
        """Read the end of what the warm process wrote to stderr, or else say how it ended."""
        code = None
        with suppress(subprocess.TimeoutExpired):
            code = self.process.wait(0.5) if self.process else None
        self.log.seek(max(0, self.log.seek(0, os.SEEK_END) - 2000))
        text = self.log.read().decode(errors="replace").strip()
        if "Traceback (" in text:
            text = text.splitlines()[-1]
        words = " ".join(text.split()).rstrip(".")
        if words:
            return words
        if code is None:
            return f"no answer within {seconds:g} seconds"
        return f"it ended at once, saying nothing (exit code {code})"

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
        more = {"seed": seed, "crowd": self.crowd()}
        order = {"do": "start", "limits": limits.as_dict() | more}
        with theirs:
            try:
                socket.send_fds(self.control, [json.dumps(order).encode()], [theirs.fileno()])
            except OSError as error:
                ours.close()
                raise self.died() from error
        return Channel(ours)

    def stop(self) -> dict[str, Any]:
        """
        End the student process and everything that it started.

        Returns
        -------
        dict
            ``exit`` (exit code, None if it was killed), ``cpu`` (seconds), ``memory`` (bytes).

        Raises
        ------
        SandboxError
            If it has died, or could not lock student code in: nothing was judged then.
        """
        try:
            self.control.sendall(b'{"do": "stop"}')
            answer = dict(json.loads(self.control.recv(65536)))
        except (OSError, ValueError) as error:
            raise self.died() from error
        if not answer.pop("locked"):
            raise self.died()
        return answer

    def died(self) -> SandboxError:
        """Say that this was started and works no longer."""
        return SandboxError(f"the sandbox has died: {self.last_words()}")

    def close(self) -> None:
        """End the warm process and wait until the kernel has ended all under it."""
        self.control.close()
        if self.process:
            if self.tier != "full":  # there the warm process itself ends what it started
                with suppress(subprocess.TimeoutExpired):
                    self.process.wait(ENDING_SECONDS)
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.log.close()
        if self.group:
            self.group.remove()
        if self.scratch:
            with suppress(OSError, RecursionError):  # the latter where folders are nested too deep
                shutil.rmtree(self.scratch.name, ignore_errors=True)
                self.scratch.cleanup()


def choose(tier: str) -> str:
    """
    Find out, in a fraction of a second, whether student code can be locked in here.

    Parameters
    ----------
    tier : str
        "auto", "full" or "pod". The weaker tier is never chosen for you: "auto" is "full".

    Returns
    -------
    str
        The tier to use.

    Raises
    ------
    NoSandbox
        If it does not start, with bubblewrap's own words and the remedy.
    """
    chosen = meant(tier)
    Sandbox(chosen, trial=True).close()
    return chosen


def meant(tier: str) -> str:
    """Say which tier is meant; whether it starts here is seen when it does."""
    return "full" if tier == "auto" else tier

"""What to do where no sandbox starts, by what was said."""

import re
from pathlib import Path

PROFILE = Path(__file__).parent / "bwrap.apparmor"
APPARMOR_SWITCH = Path("/proc/sys/kernel/apparmor_restrict_unprivileged_userns")
LOAD_PROFILE = (
    f"sudo cp {PROFILE} /etc/apparmor.d/bwrap && sudo apparmor_parser -r /etc/apparmor.d/bwrap"
)
APPARMOR = (
    "AppArmor keeps user namespaces from ordinary users here (Ubuntu 24.04 and later): load the "
    f"profile for bubblewrap with `{LOAD_PROFILE}` (the file says what else Ubuntu 25.04 needs), "
    "or switch the restriction off with "
    "`sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`"
)
USER_NAMESPACES = (
    "User namespaces are switched off here. On the machine itself: `sudo sysctl -w "
    "kernel.unprivileged_userns_clone=1 user.max_user_namespaces=10000`"
)
CONTAINER = (
    "In a container it needs the right to make namespaces: `docker run --cap-add SYS_ADMIN "
    "--security-opt apparmor=unconfined --security-opt seccomp=unconfined …`, the same for "
    "podman; in Kubernetes a securityContext with capabilities.add: [SYS_ADMIN], and the profiles "
    "of seccomp and AppArmor Unconfined"
)
OLD = "This bubblewrap is too old: version 0.4 or later is needed (`bwrap --version`)"
MISSING = (
    "Something that student code needs is not where it was looked for: this is a bug, report it"
)
SILENT = (
    "Run `bwrap --unshare-all --ro-bind / / true` yourself; if that says nothing either, the "
    "program called bwrap is not bubblewrap, or does not work"
)
NO_POD = 'What this tier needs stands in "How the grading works", under "In a pod"'

PATTERNS = (
    (r"nknown option|invalid option|unrecognized option", OLD),
    (r"landlock|Landlock", NO_POD),
    (r"setting up [ug]id map|RTM_NEWADDR", APPARMOR),
    (r"mount proc|mount .*/newroot|make / slave|pivot_root|to be locked in", CONTAINER),
    (r"kernel does not (allow|support)|o permissions to creat|max_\w*namespaces|nesting depth",
     USER_NAMESPACES),
    (r"namespace|[Oo]peration not permitted|[Pp]ermission denied", CONTAINER),
    (r"cannot open shared object|No module named|ImportError|No such file", MISSING),
)  # fmt: skip


def in_container() -> bool:
    """Tell whether this seems to be a container."""
    marks = ("/.dockerenv", "/run/.containerenv", "/var/run/secrets/kubernetes.io")
    return any(Path(mark).exists() for mark in marks)


def remedy(words: str) -> str:
    """
    Say what to do about a sandbox that does not start.

    Parameters
    ----------
    words : str
        What bubblewrap or the kernel said.

    Returns
    -------
    str
        One sentence or more, without the last full stop.
    """
    advice = next((text for pattern, text in PATTERNS if re.search(pattern, words)), SILENT)
    if advice is CONTAINER and restricted_by_apparmor() and not in_container():
        return APPARMOR
    if advice is USER_NAMESPACES or (advice is APPARMOR and in_container()):
        return f"{advice}. {CONTAINER}"
    return advice


def root_alone(hidden: str | None) -> str:
    """Say what to do about root whose student code would be root too, with no limit."""
    reason = (
        f"other users cannot read {hidden}" if hidden else
        "the capabilities CHOWN, DAC_OVERRIDE, KILL, SETGID and SETUID are not all there"
    )  # fmt: skip
    return (
        f"the sandbox does not start: student code cannot have a user of its own ({reason}), and "
        "as root no limit on its processes would hold, for control groups are not writable. Grade "
        "as an ordinary user, or install Python and the environment where everybody can read them"
    )


def restricted_by_apparmor() -> bool:
    """Tell whether AppArmor keeps user namespaces from ordinary users."""
    try:
        return APPARMOR_SWITCH.read_text().strip() == "1"
    except OSError:
        return False

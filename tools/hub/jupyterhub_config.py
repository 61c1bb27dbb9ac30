"""
The hub of one class on one machine; set_up.sh puts this file beside what it needs.

Students work as themselves in the students' environment, which holds no answer. The account that
owns the course works in the course directory; whoever is in the group of graders may open its
server. Settings of your own, such as https or another way to log in, go into local_config.py.
"""

import grp
from pathlib import Path

HUB = Path(__file__).resolve().parent
COURSE = (HUB / "course").resolve()
GRADER = COURSE.owner()
STUDENTS, GRADERS = "course-students", "course-graders"

c = get_config()  # noqa: F821  (JupyterHub provides it)
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
c.ConfigurableHTTPProxy.command = [str(HUB / "node_modules/.bin/configurable-http-proxy")]
c.LocalAuthenticator.allowed_groups = {STUDENTS, GRADERS}
c.Authenticator.allowed_users = {GRADER}
c.JupyterHub.load_roles = [
    {
        "name": "graders",
        "users": grp.getgrnam(GRADERS).gr_mem,
        "scopes": [f"{what}!user={GRADER}" for what in ("access:servers", "servers", "read:users")],
    }
]


def furnish(spawner):
    """Choose the environment and the folder of somebody's server."""
    settings = [HUB / "settings"]
    if spawner.user.name == GRADER:
        programs = COURSE / ".venv/bin"
        spawner.notebook_dir = str(COURSE)
        settings.insert(0, COURSE)
    else:
        programs = HUB / "bin"
    spawner.cmd = [str(programs / "jupyterhub-singleuser")]
    spawner.environment = spawner.environment | {
        "PATH": f"{programs}:/usr/local/bin:/usr/bin:/bin",
        "JUPYTER_CONFIG_PATH": ":".join(map(str, settings)),
    }


c.Spawner.pre_spawn_hook = furnish
c.Spawner.default_url = "/lab"
c.Spawner.start_timeout = c.Spawner.http_timeout = 120  # a morning on which a whole class begins
if (HUB / "local_config.py").exists():
    load_subconfig(str(HUB / "local_config.py"))  # noqa: F821

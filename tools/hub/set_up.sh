#!/bin/sh
# Make the hub of a class, or bring it up to date: as root, after `make course` by the account that
# owns the course.
#     sh tools/hub/set_up.sh [HUB [EXCHANGE]]
# HUB gets the students' environment, from which the hub runs too, with the proxy (npm is needed) and
# the configuration. EXCHANGE is nbgrader's exchange. The last words of the guide's page
# "On a hub" say how to remove it all.
set -eu
umask 022
course=$(cd "$(dirname "$0")/../.." && pwd)
hub=${1:-/opt/course-hub}
exchange=${2:-/usr/local/share/nbgrader/exchange}
python="$hub/bin/python"
stop() {
    echo "$1" >&2
    exit 1
}

[ "$(id -u)" = 0 ] || stop "Run this as root: the hub starts a server for each account."
[ "$(stat -c %u "$course")" != 0 ] ||
    stop "$course belongs to root: give it an account of its own, which grades: chown -R NAME: $course"
set -- "$course"/dist/course_lib-*.whl
[ -e "$1" ] || stop "The students' wheel is missing: run \`make course\` as the owner of $course first."
command -v npm >/dev/null 2>&1 || stop "npm is needed for the proxy: apt-get install npm (node 18 or later)."

groupadd --force course-students
groupadd --force course-graders
install -d -m 755 "$hub"
chmod o-rwx "$course" # the answers are in it
[ -x "$python" ] || "${PYTHON:-python3}" -m venv "$hub"
# What a student has, with the hub and nbgrader: by the versions of the lock, whose hashes uv checks.
awk '/^[^ #]/ { uv = /^uv==/ } uv' "$course/requirements.txt" > "$hub/uv.txt"
"$python" -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$hub/uv.txt"
"$hub/bin/uv" pip install --quiet --compile-bytecode --python "$python" --constraint "$course/requirements.txt" \
    numpy matplotlib ipython jupyterhub jupyterlab nbgrader
"$hub/bin/uv" pip install --quiet --compile-bytecode --python "$python" --no-deps --reinstall "$1"
cp -R "$course/tools/hub/students/." "$hub/etc/jupyter" # without the buttons of instructors
cp -R "$course/tools/hub/settings" "$hub" # a login shell would lose the path to the environment

cp "$course/tools/hub/package.json" "$course/tools/hub/package-lock.json" "$course/tools/hub/jupyterhub_config.py" "$hub"
npm ci --prefix "$hub" --ignore-scripts --no-audit --no-fund --loglevel=error
ln -sfn "$course" "$hub/course"
# Everybody may add to the exchange; the sticky bit keeps others from taking away what is there.
install -d -m 1777 "$exchange"
cat > "$hub/settings/nbgrader_config.py" <<END
c = get_config()
$(grep '^c.CourseDirectory.course_id = ' "$course/nbgrader_config.py")
c.Exchange.root = "$exchange"
END
echo "The hub is in $hub. Start it, as root, in a folder for what it keeps:
    install -d -m 700 /var/lib/course-hub && cd /var/lib/course-hub && $hub/bin/jupyterhub -f $hub/jupyterhub_config.py"

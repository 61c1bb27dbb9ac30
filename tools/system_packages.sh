#!/bin/sh
# Install the system packages that pip cannot: bubblewrap (the grading sandbox) and Chromium (PDF, site tests);
# with the argument `test` also PostgreSQL (gradebook tests) and Java (the HTML checker), with `all` also
# Firefox and WebKit (exercises in the page).
# Where apt or the right to use it is missing, one line says what is missing and what is skipped.
set -u
missing=""
# As course_lib/publishing/site/browser.py finds it.
browser() {
    if [ -n "${COURSE_CHROMIUM:-}" ]; then command -v "$COURSE_CHROMIUM"; return; fi
    for name in chromium chromium-browser google-chrome google-chrome-stable chrome; do
        command -v "$name" && return
    done
    return 1
}

command -v bwrap >/dev/null 2>&1 || missing="bubblewrap"
browser >/dev/null 2>&1 || missing="$missing chromium"
if [ "${1:-}" = test ]; then
    command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 ||
        missing="$missing postgresql"
    command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
fi
if [ "${1:-}" = all ]; then
    command -v firefox-esr >/dev/null 2>&1 || command -v firefox >/dev/null 2>&1 ||
        missing="$missing firefox-esr"
    command -v WebKitWebDriver >/dev/null 2>&1 || missing="$missing webkit2gtk-driver"
    command -v Xvfb >/dev/null 2>&1 || missing="$missing xvfb"
fi
[ -n "$missing" ] || exit 0

if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then as_root=""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo"
    else as_root="none"; fi
    if [ "$as_root" != none ]; then
        echo "Installing $missing" >&2
        $as_root apt-get update -qq >&2 &&
            DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq $missing >/dev/null && exit 0
    fi
fi
for package in $missing; do
    case $package in
        bubblewrap) skipped="sandboxed grading and its tests" ;;
        chromium) skipped="browser tests of the site and the PDF" ;;
        postgresql) skipped="tests of a gradebook on a PostgreSQL server" ;;
        default-jre-headless) skipped="the HTML checker" ;;
        firefox-esr | webkit2gtk-driver | xvfb) skipped="exercises in the page in another browser" ;;
    esac
    echo "$package is missing and cannot be installed from here: $skipped will be skipped." >&2
done

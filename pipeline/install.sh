#!/bin/sh
# Install what Polyleaf needs: system packages where it may, Python packages into .venv.
#
#     sh pipeline/install.sh WHAT     WHAT is what pip installs from this folder: ".", ".[test]"
#                                     or ".[accessibility]"
set -eu

say() { printf 'polyleaf: %s\n' "$*" >&2; }

fonts=$(sed -n 's/^package = "\(.*\)"$/\1/p' pipeline/records/data/scripts.toml | sort -u)
libraries='libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig'

# Print the name of a Python that is new enough, or nothing.
find_python() {
    for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
}
python=$(find_python)

# veraPDF validates finished sheets. Its driver is run from source, so Java needs its compiler; the
# tests that validate are skipped without it.
case $1 in
    *accessibility*) java=needed ;;
    *test*) java=wanted ;;
    *) java='' ;;
esac
if java --list-modules 2>/dev/null | grep -q '^jdk\.compiler@'; then
    java=''
fi

# Install packages as root.
install_packages() {
    say "installing $*"
    log=$(mktemp)
    if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        return 1
    fi
    rm -f "$log"
}

if command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
    wanted="$libraries $fonts"
    [ -n "$python" ] || wanted="$wanted python3"
    "${python:-python3}" -c 'import ensurepip, venv' 2>/dev/null || wanted="$wanted python3-venv"
    [ "$java" != needed ] || wanted="$wanted default-jdk-headless"
    missing=''
    for package in $wanted; do
        case $(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true) in
            *' ok installed') ;;
            *) missing="$missing $package" ;;
        esac
    done
    if [ -n "$missing" ]; then
        if [ "$(id -u)" -ne 0 ]; then
            say "system packages are missing; run this, then try again:"
            say "    sudo apt-get install -y$missing"
            exit 2
        fi
        # shellcheck disable=SC2086
        if ! install_packages $missing; then
            say "apt-get could not install them; run: apt-get install -y$missing"
            exit 2
        fi
    fi
    if [ "$java" = wanted ] && { [ "$(id -u)" -ne 0 ] || ! install_packages default-jdk-headless; }; then
        say "without Java no test validates a PDF; this installs it:"
        say "    sudo apt-get install -y default-jdk-headless"
    fi
    python=$(find_python)
else
    if [ -n "$java" ]; then
        say "Java with its compiler is needed to validate PDFs:"
        say "    Fedora: sudo dnf install java-latest-openjdk-devel"
        say "    macOS:  brew install openjdk, and put its bin folder on the PATH"
        [ "$java" = wanted ] || exit 2
    fi
    if ! command -v fc-list >/dev/null 2>&1; then
        say "Pango, HarfBuzz, fontconfig and the fonts Lato, Noto Serif and Noto Naskh Arabic are needed:"
        say "    Fedora: sudo dnf install pango harfbuzz fontconfig lato-fonts google-noto-serif-fonts google-noto-naskh-arabic-fonts"
        say "    macOS:  brew install pango fontconfig font-lato font-noto-serif font-noto-naskh-arabic"
        exit 2
    fi
fi

if [ -z "$python" ]; then
    say "Python 3.11 or later is needed"
    exit 2
fi

.venv/bin/python -c '' 2>/dev/null || "$python" -m venv --clear .venv
if ! .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable "$1" >.venv/install.log 2>&1; then
    tail -n 5 .venv/install.log >&2
    say "the Python packages could not be installed; .venv/install.log has the whole story"
    exit 2
fi

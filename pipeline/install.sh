#!/bin/sh
# Install what Polyleaf needs: system packages where it may, Python packages into .venv.
#
#     sh pipeline/install.sh WHAT     WHAT is what pip installs from this folder: "." or ".[test]"
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

if command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
    wanted="$libraries $fonts"
    [ -n "$python" ] || wanted="$wanted python3"
    "${python:-python3}" -c 'import ensurepip, venv' 2>/dev/null || wanted="$wanted python3-venv"
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
        say "installing$missing"
        log=$(mktemp)
        # shellcheck disable=SC2086
        if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing; } >"$log" 2>&1; then
            tail -n 5 "$log" >&2
            say "apt-get could not install them; run: apt-get install -y$missing"
            exit 2
        fi
        rm -f "$log"
    fi
    python=$(find_python)
elif ! command -v fc-list >/dev/null 2>&1; then
    say "Pango, HarfBuzz, fontconfig and the fonts Lato, Noto Serif and Noto Naskh Arabic are needed:"
    say "    Fedora: sudo dnf install pango harfbuzz fontconfig lato-fonts google-noto-serif-fonts google-noto-naskh-arabic-fonts"
    say "    macOS:  brew install pango fontconfig font-lato font-noto-serif font-noto-naskh-arabic"
    exit 2
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

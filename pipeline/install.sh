#!/bin/sh
# Install what Polyleaf needs: system packages where it may, Python packages into .venv. Where all
# is there already, it says nothing and takes a few milliseconds.
#
#     sh pipeline/install.sh WHAT     WHAT is what pip installs from this folder: ".", ".[test]"
#                                     or ".[accessibility]"
set -eu

what=$1
case $what in
    *test*) stamp=.venv/.installed-test ;;
    *accessibility*) stamp=.venv/.installed-accessibility ;;
    *) stamp=.venv/.installed ;;
esac

say() { printf 'polyleaf: %s\n' "$*" >&2; }

stop() {
    for line in "$@"; do say "$line"; done
    exit 2
}

# What .venv was made from and what stands in it; where this is no longer so, it is renewed.
condition() {
    cksum pyproject.toml pipeline/install.sh pipeline/records/data/packages.toml
    readlink -f .venv/bin/python
    ls .venv/lib/python3*/site-packages | grep -v '^__pycache__$' | cksum
}

# Whether .venv was made in another folder: its programs name that one where they begin.
is_moved() {
    [ -f .venv/bin/pip ] && ! head -n 2 .venv/bin/pip | grep -qF "$(pwd -P)/.venv/bin/python"
}

# Whether the Python of .venv runs, is the one that its packages were installed for, and lacks no
# file of theirs.
is_whole() {
    .venv/bin/python -I - 2>/dev/null <<'END'
import sys
from importlib.metadata import distributions
from pathlib import Path

own = Path(sys.prefix, "lib", f"python{sys.version_info[0]}.{sys.version_info[1]}")
packages = list(distributions(path=[str(own / "site-packages")]))
files = [file for package in packages for file in package.files or () if file.suffix != ".pyc"]
lost = [file for file in files if not Path(file.locate()).exists()]
sys.exit(not files or bool(lost))
END
}

if [ -f "$stamp" ] && ! is_moved && [ "$(condition 2>/dev/null)" = "$(cat "$stamp")" ]; then
    exit 0
fi

case $(uname -s) in
    MINGW* | MSYS* | CYGWIN*)
        stop "Windows itself cannot run this: install WSL ('wsl --install' as administrator), and type the same there" ;;
esac
case $PWD in
    /mnt/[a-z]/*)
        if grep -qi microsoft /proc/version 2>/dev/null; then
            say "this folder lies on the Windows disk, where all is slow: better copy it into your home folder of WSL"
        fi ;;
esac

# Whoever types sudo out of habit would own .venv and build/ as root, and could not print afterwards.
owner=$(ls -ldn . | awk '{ print $3 }')
if [ "$(id -u)" -eq 0 ] && [ -n "${SUDO_UID:-}" ] && [ "$SUDO_UID" != 0 ] && [ "$owner" != 0 ]; then
    stop "type the same without sudo: else .venv and build/ belong to root, and you cannot print any more" \
        "where something needs root, you are told the one line for it"
fi
if [ -d .venv ] && [ ! -w .venv ]; then
    stop ".venv belongs to somebody else, perhaps to root after a 'sudo make'; type this, then the same again:" \
        "    sudo chown -R \"\$(id -un)\" .venv build"
fi

# Run a command with its output in a log; on a terminal the seconds are counted meanwhile.
working() {
    doing=$1
    shift
    log=$(mktemp)
    began=$(date +%s)
    say "$doing …"
    counting=''
    if [ -t 2 ]; then
        me=$$
        (
            while sleep 1 && kill -0 "$me" 2>/dev/null; do
                printf '\r          %s s ' $(($(date +%s) - began)) >&2
            done
        ) &
        counting=$!
    fi
    ended=0
    "$@" >"$log" 2>&1 || ended=$?
    if [ -n "$counting" ]; then
        kill "$counting" 2>/dev/null || true
        printf '\r                    \r' >&2
    fi
    if [ "$ended" -eq 0 ]; then
        say "… done, in $(($(date +%s) - began)) s"
        rm -f "$log"
    else
        tail -n 5 "$log" >&2
        say "the whole story stands in $log"
    fi
    return "$ended"
}

# Print the name of a Python that is new enough, or nothing.
find_python() {
    for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
}

# Say which Python is here instead, and where a newer one comes from.
no_python() {
    found=$(python3 -c 'import platform; print("Python " + platform.python_version())' 2>/dev/null || true)
    have="Python 3.11 or later is needed, and ${found:-no python3} is here"
    case $(uname -s) in
        Darwin) stop "$have: type 'brew install python', then the same again" ;;
    esac
    if command -v apt-get >/dev/null 2>&1; then
        stop "$have: Debian 12 and Ubuntu 24.04 are the first that have it; a later release of the system brings it"
    fi
    stop "$have: install the package python3.11 or a later one, then type the same again"
}

as_root() { [ "$(id -u)" -eq 0 ]; }

apt_get() {
    apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

# Print those packages that are not installed.
missing() {
    for package in "$@"; do
        case $(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true) in
            *' ok installed') ;;
            *) printf ' %s' "$package" ;;
        esac
    done
}

line_for() { printf '    sudo apt-get update && sudo apt-get install -y --no-install-recommends%s' "$*"; }

has_java() { java --list-modules 2>/dev/null | grep -q '^jdk\.compiler@'; }

# Debian and Ubuntu: what no sheet can do without is installed, or the one line for it told. What
# only tests use is installed by root, and else told: they are skipped without it.
prepare_debian() {
    fonts=$(sed -n '/^\[families\]/,$s/.* apt = "\([^"]*\)".*/\1/p' pipeline/records/data/packages.toml | sort -u)
    # shellcheck disable=SC2086
    needed=$(missing libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig $fonts)
    python=$(find_python)
    if [ -z "$python" ] && command -v python3 >/dev/null 2>&1; then
        no_python
    fi
    [ -n "$python" ] || needed="$needed python3"
    "${python:-python3}" -c 'import ensurepip, venv' 2>/dev/null || needed="$needed ${python:-python3}-venv"
    # veraPDF validates finished sheets. Its driver is run from source, so Java needs its compiler.
    wanted=''
    case $what in
        *accessibility*) has_java || needed="$needed default-jdk-headless" ;;
        *test*)
            wanted=$(missing gettext libfribidi-bin)
            has_java || wanted="$wanted default-jdk-headless" ;;
    esac
    if [ -n "$needed$wanted" ] && as_root; then
        # shellcheck disable=SC2086
        working "installing system packages, which takes a minute or two:$needed$wanted" apt_get $needed $wanted ||
            stop "apt-get could not install them; type this, and read what it says:" "$(line_for "$needed$wanted")"
    elif [ -n "$needed" ]; then
        stop "system packages are missing; type this line, then the same as now:" "$(line_for "$needed$wanted")"
    elif [ -n "$wanted" ]; then
        say "without$wanted some tests are skipped, and say so; this line brings it:"
        say "$(line_for "$wanted")"
    fi
}

# macOS and Fedora: we install nothing there, and name the line.
prepare_other() {
    case $(uname -s) in
        Darwin) system=brew install='brew install' java='openjdk, and put its bin folder on the PATH' ;;
        *) system=dnf install='sudo dnf install' java=java-latest-openjdk-devel ;;
    esac
    if ! command -v fc-list >/dev/null 2>&1; then
        packages=$(sed -n "s/^\"[^\"]*\" .* $system = \"\([^\"]*\)\".*/\1/p" pipeline/records/data/packages.toml | sort -u | tr '\n' ' ')
        say "libraries and fonts are missing; type this line, then the same as now:"
        say "    $install $packages"
        [ "$system" = brew ] || say "(these are Fedora's names; other systems have similar ones)"
        exit 2
    fi
    case $what in
        *accessibility*) has_java || stop "Java with its compiler is needed: $install $java" ;;
        *test*) has_java || say "without Java some tests are skipped, and say so; this brings it: $install $java" ;;
    esac
}

# Where .venv is a link, what it leads to is somebody's, and is not emptied.
make_venv() {
    { [ ! -h .venv ] || rm .venv; } &&
        "$python" -m venv --clear .venv &&
        .venv/bin/python -m pip install --disable-pip-version-check --editable "$what"
}

top_up() { .venv/bin/python -m pip install --disable-pip-version-check --editable "$what"; }

if command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
    prepare_debian
else
    prepare_other
fi
python=$(find_python)
[ -n "$python" ] || no_python

made=''
if [ ! -e .venv/bin/python ] && [ ! -h .venv/bin/python ]; then
    made='installing the Python packages into .venv, once, which takes a minute or two'
elif is_moved; then
    made='this folder was moved or copied: installing the Python packages anew, a minute or two'
elif ! is_whole; then
    made='.venv is damaged, or Python has changed: installing the Python packages anew, a minute or two'
fi
if [ -n "$made" ]; then
    working "$made" make_venv || stop "the Python packages could not be installed: is there a connection, and room on the disk?"
else
    working 'bringing the Python packages up to date' top_up || stop "the Python packages could not be installed: is there a connection, and room on the disk?"
fi
for file in .venv/.installed "$stamp"; do condition >"$file"; done

"""pipeline/install.sh, with stand-ins for the system's commands: nothing is installed here."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import ROOT

PYTHON = r"""#!/bin/sh
# A Python that is as new as $AS_NEW_AS says, and whose venv and pip only say what they were asked.
case "$*" in
    *"version_info < "*) [ "${AS_NEW_AS:-3.11}" != 3.9 ] ;;
    *python_version*) echo "Python ${AS_NEW_AS:-3.11}" ;;
    *"-m venv"*)
        echo "venv" >>did
        rm -rf .venv/*
        mkdir -p .venv/bin .venv/lib/python3.11/site-packages/babel
        cp "$0" .venv/bin/python
        echo "#!$(pwd -P)/.venv/bin/python" >.venv/bin/pip ;;
    *"-m pip"*) echo "pip ${4##*--editable}" >>did; exit "${PIP_ENDS:-0}" ;;
    "-I -") exit "${IS_DAMAGED:-0}" ;;
esac
"""

STAND_INS = {
    "python3": PYTHON,
    "id": '#!/bin/sh\n[ "$1" = -u ] && echo "${USER_ID:-1000}" || echo clerk\n',
    "dpkg-query": (
        '#!/bin/sh\ncase " $LACKS " in *" $3 "*) exit 1 ;; esac\necho \'install ok installed\'\n'
    ),
    "apt-get": '#!/bin/sh\necho "apt-get $*" >>did\nexit "${APT_ENDS:-0}"\n',
    "java": "#!/bin/sh\necho jdk.compiler@17\n",
}


class Machine:
    """A computer on which the script is run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "polyleaf"
        self.commands = folder / "commands"
        self.commands.mkdir()
        for name, text in STAND_INS.items():
            self.stand_in(name, text)
        for name in (
            "pipeline/install.sh",
            "pipeline/records/data/packages.toml",
            "pyproject.toml",
        ):
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, self.folder / name)

    def stand_in(self, name: str, text: str) -> None:
        (self.commands / name).write_text(text)
        (self.commands / name).chmod(0o755)

    def install(self, what: str = ".", **environment: str) -> tuple[int, str]:
        """Run the script; return its exit status and what it says."""
        kept: Mapping[str, str] = {"PATH": f"{self.commands}:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            ["sh", "pipeline/install.sh", what],
            cwd=self.folder,
            env={**kept, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert not done.stdout
        return done.returncode, done.stderr

    def did(self) -> list[str]:
        """Return what was done since this was last asked."""
        file = self.folder / "did"
        lines = file.read_text().splitlines() if file.exists() else []
        file.unlink(missing_ok=True)
        return lines


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_it_says_what_it_does_and_is_silent_where_all_is_there(machine: Machine) -> None:
    status, said = machine.install()
    assert status == 0
    assert "installing the Python packages into .venv, once, which takes a minute or two …" in said
    assert "… done, in " in said
    assert machine.did()[0] == "venv"
    assert machine.install() == (0, "")
    assert machine.did() == []


def test_without_root_the_one_line_brings_all_that_is_missing(machine: Machine) -> None:
    status, said = machine.install(".[test]", LACKS="fontconfig fonts-lato gettext")
    assert status == 2
    assert said.splitlines()[-1].endswith(
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends "
        "fontconfig fonts-lato gettext"
    )
    assert machine.did() == []


def test_what_only_tests_use_is_told_and_keeps_nobody(machine: Machine) -> None:
    status, said = machine.install(".[test]", LACKS="gettext libfribidi-bin")
    assert status == 0
    assert "without gettext libfribidi-bin some tests are skipped, and say so" in said
    assert machine.install(".", LACKS="gettext")[1].count("gettext") == 0


def test_root_installs_what_is_missing(machine: Machine) -> None:
    status, said = machine.install(LACKS="fontconfig", USER_ID="0")
    assert (status, machine.did()[:2]) == (
        0,
        ["apt-get update", "apt-get install -y --no-install-recommends fontconfig"],
    )
    assert "installing system packages, which takes a minute or two: fontconfig …" in said


def test_packages_that_cannot_be_installed_end_with_the_line_to_type(machine: Machine) -> None:
    status, said = machine.install(LACKS="fontconfig", USER_ID="0", APT_ENDS="100")
    assert status == 2
    assert "apt-get could not install them" in said
    assert not (machine.folder / ".venv").exists()


def test_sudo_out_of_habit_is_refused_before_anything_is_root_s(machine: Machine) -> None:
    machine.stand_in("ls", "#!/bin/sh\necho 'drwxr-xr-x 9 1000 1000 4096 folder'\n")
    status, said = machine.install(USER_ID="0", SUDO_UID="1000")
    assert (status, machine.did()) == (2, [])
    assert "type the same without sudo" in said


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("moved", "this folder was moved or copied"),
        ("damaged", ".venv is damaged, or Python has changed"),
        ("emptied", ".venv is damaged, or Python has changed"),
        ("another Python", ".venv is damaged, or Python has changed"),
    ],
)
def test_a_venv_that_cannot_work_is_made_anew(
    machine: Machine, tmp_path: Path, what: str, told: str
) -> None:
    machine.install()
    machine.did()
    python, environment = machine.folder / ".venv/bin/python", {}
    match what:
        case "moved":
            machine.folder = machine.folder.rename(tmp_path / "elsewhere")
        case "damaged":
            shutil.rmtree(machine.folder / ".venv/lib/python3.11/site-packages/babel")
            environment = {"IS_DAMAGED": "1"}
        case "emptied":
            python.unlink()
            python.symlink_to("gone")
        case "another Python":
            python.rename(python.with_name("python3.13"))
            python.symlink_to("python3.13")
            environment = {"IS_DAMAGED": "1"}  # it has no packages of its own
    status, said = machine.install(**environment)
    assert status == 0
    assert told in said
    assert machine.did()[0] == "venv"
    assert machine.install() == (0, "")


def test_what_a_link_leads_to_is_not_emptied(machine: Machine, tmp_path: Path) -> None:
    machine.install()
    venv = machine.folder / ".venv"
    (tmp_path / "polyleaf-2").mkdir()
    other = venv.rename(tmp_path / "polyleaf-2/.venv")
    venv.symlink_to(other)
    before = sorted(other.rglob("*"))
    status, _ = machine.install(IS_DAMAGED="1")
    assert (status, venv.is_symlink(), sorted(other.rglob("*"))) == (0, False, before)


def test_a_new_dependency_is_installed_beside_the_others(machine: Machine) -> None:
    machine.install()
    machine.did()
    with (machine.folder / "pyproject.toml").open("a") as file:
        file.write("# changed\n")
    status, said = machine.install()
    assert (status, [line[:3] for line in machine.did()]) == (0, ["pip"])
    assert "bringing the Python packages up to date" in said


def test_packages_that_cannot_be_had_are_asked_for_again(machine: Machine) -> None:
    status, said = machine.install(PIP_ENDS="1")
    assert status == 2
    assert "is there a connection, and room on the disk?" in said
    assert not (machine.folder / ".venv/.installed").exists()
    assert machine.install()[0] == 0


def test_an_old_python_is_named_with_what_brings_a_new_one(machine: Machine) -> None:
    for name in ("python3.11", "python3.12", "python3.13", "python3.14"):
        machine.stand_in(name, "#!/bin/sh\nexit 127\n")
    status, said = machine.install(AS_NEW_AS="3.9")
    assert (status, said.count("\n")) == (2, 1)
    assert "Python 3.11 or later is needed, and Python 3.9 is here: Debian 12" in said


def test_windows_is_shown_the_way_in_one_line(machine: Machine) -> None:
    machine.stand_in("uname", "#!/bin/sh\necho MINGW64_NT-10.0\n")
    status, said = machine.install()
    assert (status, said.count("\n")) == (2, 1)
    assert "wsl --install" in said

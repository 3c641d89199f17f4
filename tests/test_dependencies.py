"""What Polyleaf rests on: pinned, hashed, and under licences that let anybody pass it on."""

import re
import tomllib
from importlib import metadata

import pytest
from packaging.requirements import Requirement

from tests.conftest import ROOT

PAGE = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| (?!package )([a-z0-9-]+) \| ([^|]+) \|", PAGE, re.MULTILINE))

PERMISSIVE = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-0", "MIT-CMU"),
    *("MPL-1.1", "MPL-2.0", "PSF-2.0"),
}
"""By their names in SPDX's list; the two of Mozilla ask for no more than their own files."""

_NAMES = {
    "BSD License": {"BSD-2-Clause", "BSD-3-Clause"},
    "MIT License": {"MIT"},
    "MIT": {"MIT"},
    "ISC License (ISCL)": {"ISC"},
    "Mozilla Public License 1.1 (MPL 1.1)": {"MPL-1.1"},
    "BSD-2-Clause-Views": {"BSD-2-Clause"},
}
"""What packages say of themselves, in the names of SPDX."""


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(one: Requirement, found: dict[str, metadata.Distribution]) -> None:
    """Gather a package with all that it needs here, and what its extras need that are asked for."""
    package = found.setdefault(plain(one.name), metadata.distribution(one.name))
    for below in map(Requirement, package.requires or ()):
        marker = below.marker
        asked = not marker or any(marker.evaluate({"extra": name}) for name in ("", *one.extras))
        if asked and (plain(below.name) not in found or below.extras):
            needed(below, found)


def packages() -> dict[str, metadata.Distribution]:
    found: dict[str, metadata.Distribution] = {}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        needed(Requirement(requirement), found)
    return found


def said(package: metadata.Distribution) -> set[str]:
    """Return the licences under which a package says that it may be used, any of which will do."""
    keys = ("License-Expression", "License", "Classifier")
    values = [one for key in keys for one in package.metadata.get_all(key) or ()]
    told = [str(one).rpartition(" :: ")[2] for one in values]
    names = {name for one in told for name in re.split(r" OR |, ", one)}
    return {spdx for name in names for spdx in _NAMES.get(name, {name})}


@pytest.mark.parametrize("name", sorted(packages()))
def test_a_dependency_is_listed_under_a_licence_that_it_gives(name: str) -> None:
    licence = ROWS[name].strip()
    assert licence in PERMISSIVE
    assert licence in said(packages()[name]), said(packages()[name])


def test_no_more_is_listed_than_some_python_needs() -> None:
    assert ROWS.keys() - packages().keys() <= SOME


SOME = {"importlib-metadata", "pycparser", "typing-extensions"}
"""What only some versions of Python need."""


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    for requirement in (*project["dependencies"], *(one for extra in extras for one in extra)):
        assert "==" in requirement or requirement.startswith("polyleaf["), requirement


LOCKED = (ROOT / ".ci/requirements.txt").read_text(encoding="utf-8")


def test_every_package_is_locked_to_files_whose_hashes_are_known() -> None:
    entries = re.findall(
        r"^([a-z0-9-]+)(?:\[\w,]+)?==(\S+) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
        LOCKED,
        re.MULTILINE,
    )
    assert len(entries) == LOCKED.count("==") >= len(packages())
    locked = {name: version for name, version, _ in entries}
    for name, package in packages().items():
        assert locked[name] == package.version, name


def test_the_lock_names_no_place_to_fetch_from() -> None:
    rest = [
        line
        for line in LOCKED.splitlines()
        if not re.match(r"[a-z0-9-]+(\[[\w,]+\])?==\S+ \\$|    --hash=sha256:", line)
    ]
    assert len(rest) == 3
    assert all(line.startswith("# ") for line in rest)
    assert not re.search(r"://|--(index|extra|find|trusted)", LOCKED)

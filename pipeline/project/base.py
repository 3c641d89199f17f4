"""What the installed program gives to every project: regions, the sheet's own words, the glossary.

It lies in ``pipeline/base/`` and is renewed with the program. In a checkout that folder leads to
the checkout's own ``source/regions/`` and ``locales/``; that project takes nothing over from
itself.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pipeline.catalog.messages import SHEET
from pipeline.project import disk
from pipeline.records.toml import read_toml
from pipeline.values.errors import PolyleafError

FOLDER = Path(__file__).parent.parent / "base"
NAME = "polyleaf"
"""Begins the names that findings give to what lies there."""

REGIONS = FOLDER / "regions"
LOCALES = FOLDER / "locales"
GLOSSARY = LOCALES / "glossary.csv"


def is_base(path: Path) -> bool:
    """Say whether a file is the program's, and not the project's."""
    own = FOLDER.parts
    return path.parts[: len(own)] == own


def name_of(path: Path) -> str:
    """Return what findings call a file of the program's."""
    return f"{NAME}/{path.relative_to(FOLDER).as_posix()}"


def region_files() -> list[Path]:
    """List the program's records of regions."""
    return disk.files_in(REGIONS, "*.toml")


def words_file(locale: str) -> Path:
    """Return where the program's translation of the sheet's own words lies, if there is one."""
    return LOCALES / locale / "LC_MESSAGES" / f"{SHEET}.po"


def has_words(locale: str) -> bool:
    """Say whether the program brings the sheet's own words in a locale."""
    return disk.exists(words_file(locale))


def is_own(root: Path) -> bool:
    """Say whether a project is the program's own, which lies in the program's checkout."""
    return disk.is_same(root / "source" / "regions", REGIONS)


def takes_over(root: Path) -> bool:
    """Say whether a project takes over what the program has.

    It does unless ``inherits = false`` stands in ``source/publisher.toml``, or it is the program's
    own.
    """
    if is_own(root):
        return False
    file = root / "source" / "publisher.toml"
    if not disk.is_there(file):
        return True
    try:
        publisher = disk.read(file, "source/publisher.toml", root, disk.LARGEST_TEXT)
        return read_toml(publisher.decode("utf-8-sig")).get("inherits") is not False
    except (PolyleafError, ValueError):
        return True  # what is wrong with the file is told where it is read


@cache
def digest() -> str:
    """Return a hash of all that projects take over."""
    found = hashlib.sha256()
    for file in _files():
        found.update(f"{name_of(file)}\n".encode())
        found.update(hashlib.sha256(disk.read(file, name_of(file))).digest())
    return found.hexdigest()


def _files() -> Iterator[Path]:
    yield from region_files()
    yield from disk.files_in(LOCALES, f"*/LC_MESSAGES/{SHEET}.po")
    if disk.exists(GLOSSARY):
        yield GLOSSARY

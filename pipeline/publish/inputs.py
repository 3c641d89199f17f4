"""A fingerprint of everything that a sheet is made from, so that nothing need be read twice.

It is coarse on purpose: whatever lies in ``source/``, in the locale's catalogs, or in the program
itself counts. Equal means surely the same sheet; different means that a closer look is due.
"""

import hashlib
import json
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pipeline.project.disk import Project
from pipeline.records.typography import parents_of

_LIBRARIES = (
    "babel",
    "citeproc-py",
    "icu4py",
    "jinja2",
    "lxml",
    "markdown-it-py",
    "markupsafe",
    "mdit-py-plugins",
    "pillow",
    "pypdfium2",
    "pyyaml",
    "segno",
    "zxing-cpp",
)
"""What decides the HTML and the judgement; what decides the page is named by the typesetter."""

_PROGRAM = Path(__file__).parent.parent


def fingerprint(project: Project, locale: str, options: Iterable[object]) -> str:
    """Return a hash of what a sheet in a locale is made from.

    ``options`` are what else decides it: the article, the order, the fonts, the typesetter.
    """
    parts = {
        "source": _tree(project.source),
        "catalogs": [
            _tree(project.root / "locales" / name) for name in (locale, *parents_of(locale))
        ],
        "terms": _hash(project.glossary),
        "program": _program(),
        "options": [str(option) for option in options],
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


@cache
def _program() -> list[object]:
    versions = [version(name) for name in _LIBRARIES]
    return [sys.version, versions, _tree(_PROGRAM)]


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.exists() else ""


def _tree(folder: Path) -> list[tuple[str, str]]:
    """Return the files below a folder with their hashes; compiled files do not count."""
    return [
        (file.relative_to(folder).as_posix(), _hash(file))
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.suffix not in (".pyc", ".mo")
    ]

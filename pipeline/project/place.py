"""Where a project lies, and how its files are read: what articles, records and catalogs share."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from pipeline.project import base, disk
from pipeline.records.document import SAVE_AS_TEXT, kind_of_document
from pipeline.records.table import line_of
from pipeline.records.toml import TableError, read_toml
from pipeline.values.finding import Finding, Severity

T = TypeVar("T")
Read = Callable[[dict[str, Any], str], tuple[T, list[Finding]]]
"""Reads a record from its tables, with the name that findings give to its file."""

_LOOKED_THROUGH = 2_000_000
"""Letters of a file, counted for each finding whose line is looked for: a region has 15,000, and of
a far larger file the first findings have a line."""


def _is_utf16(content: bytes) -> bool:
    """Say whether a file begins as UTF-16 does: with its mark, or with every second byte zero."""
    start = content[:64]
    odd, even = start[1::2], start[::2]
    zeros = [half for half in (odd, even) if len(half) > 3 and half.count(0) > len(half) * 0.75]
    return start.startswith((b"\xff\xfe", b"\xfe\xff")) or len(zeros) == 1


def record_of(text: str, name: str, read: Read[T], code: str) -> tuple[T | None, list[Finding]]:
    """Read a record from what its file holds; one with a fault is none.

    ``name`` is what findings call the file, ``code`` that of a file that is no TOML.
    """
    try:
        data = read_toml(text)
    except TableError as error:
        return None, [_error(code, name, error.message, error.fix, error.line)]
    record, found = read(data, name)
    near = _LOOKED_THROUGH // (len(text) + 1)
    found = [*(_placed(one, text) for one in found[:near]), *found[near:]]
    return (None if found else record), found


def _error(code: str, name: str, message: str, fix: str, line: int = 0) -> Finding:
    return Finding(
        code=code, severity=Severity.ERROR, path=name, line=line, message=message, fix=fix
    )


def _placed(finding: Finding, text: str) -> Finding:
    """Return a finding with the line of the field that its message begins with."""
    field = re.match(r"[\w.\[\]-]+(?=: )", finding.message)
    line = line_of(text, field[0]) if field and not finding.line else 0
    return replace(finding, line=line) if line else finding


@dataclass(frozen=True, slots=True)
class Place:
    """A folder with ``source/``, ``locales/`` and ``build/``."""

    root: Path

    @property
    def source(self) -> Path:
        """The folder of articles and records."""
        return self.root / "source"

    @property
    def build(self) -> Path:
        """The folder of finished sheets."""
        return self.root / "build"

    @property
    def takes_over(self) -> bool:
        """Whether what the project lacks is taken from the installed program."""
        return base.takes_over(self.root)

    def name(self, path: Path) -> str:
        """Return a file's name as findings give it, relative to the project."""
        if base.is_base(path):
            return base.name_of(path)
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return str(path)

    def _text(self, file: Path, findings: list[Finding], code: str) -> str | None:
        """Return a file's text with plain line feeds, or report that it is none, or not UTF-8."""
        content = self._content(file, findings, code)
        if content is None:
            return None
        if kind := kind_of_document(content):
            findings.append(self._error(code, file, f"the file is {kind}", SAVE_AS_TEXT))
            return None
        line, message = 0, "the file is UTF-16, not UTF-8"
        if not _is_utf16(content):
            try:
                # An old Mac's lines end with a carriage return alone.
                return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
            except UnicodeDecodeError as error:
                line, message = content.count(b"\n", 0, error.start) + 1, "the file is not UTF-8"
        fix = "save it as UTF-8: editors offer it as 'Encoding' or 'Unicode (UTF-8)'"
        findings.append(self._error(code, file, message, fix, line))
        return None

    def _content(self, file: Path, findings: list[Finding], code: str) -> bytes | None:
        """Return what a file of texts holds, or report that it is no file, or too large."""
        try:
            root = None if base.is_base(file) else self.root
            return disk.read(file, self.name(file), root, disk.LARGEST_TEXT)
        except disk.UnreadableError as error:
            findings.append(self._error(code, file, error.why, error.fix))
            return None

    def _record(self, file: Path, read: Read[T], code: str) -> tuple[T | None, list[Finding]]:
        if not disk.is_there(file):
            fix = "write it; docs/regions-and-clinics.md says how"
            other = disk.saved_as(file)
            fix = f"give {other}, which lies beside it, this name" if other else fix
            return None, [self._error(code, file, "the file is missing", fix)]
        findings: list[Finding] = []
        text = self._text(file, findings, code)
        if text is None:
            return None, findings
        return record_of(text, self.name(file), read, code)

    def _error(self, code: str, file: Path, message: str, fix: str, line: int = 0) -> Finding:
        return _error(code, self.name(file), message, fix, line)

"""Sheets in ``build/`` that no manifest names: renamed, moved and copied ones, or left alone.

What such a sheet says of itself stands in its PDF, as `inspect` reads it; nobody vouches for that,
so it is named, and never removed.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline.project import disk
from pipeline.project.sources import Sources
from pipeline.publish.inventory import withdrawal_in
from pipeline.publish.shelf import files_of
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, Severity

_MARKS = ("article", "locale", "region", "version", "revision", "translation")


def strays(sources: Sources, seen: Iterable[Path]) -> Iterator[Finding]:
    """Report sheets that lie in ``build/`` without their manifest, withdrawn ones as errors.

    ``seen`` are the PDFs that have theirs.
    """
    project = sources.project
    named = {file for path in seen for file in files_of(path).values()}
    for file, record in _sheets(project.build, named, project.root):
        why = withdrawal_in(sources.withdrawn, record)
        yield Finding(
            code="SRC022" if why else "PDF030",
            severity=Severity.ERROR if why else Severity.WARNING,
            path=project.name(file),
            message=f"{why or 'no manifest names it, so nothing renews or removes it'} (it says "
            f"that it is {record['article']} {record['version']}, {record['locale']})",
            fix="destroy printed copies, and remove this file by hand"
            if why
            else "remove it by hand, or keep it outside build/; print the sheet again",
            locale=record["locale"],
            article=record["article"],
        )


def _sheets(
    folder: Path, named: Collection[Path], root: Path
) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield the other PDFs of a folder with what they say of themselves."""
    others = [file for file in disk.files_below(folder) if file.suffix.lower() == ".pdf"]
    for file in others:
        if file in named or file.stat().st_size > _LARGEST:
            continue
        # Imported here: most projects have no such file.
        from pipeline.verify.page import read_record

        try:
            record = json.loads(read_record(disk.read(file, file.name, root)) or "{}")
        except (PolyleafError, OSError, ValueError, RecursionError):
            continue
        if isinstance(record, dict) and all(isinstance(record.get(it), str) for it in _MARKS):
            yield file, record


_LARGEST = 50_000_000
"""Bytes of a file that may be a sheet."""

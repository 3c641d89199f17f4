"""Sheets in ``build/`` that no manifest names, and what commands say of withdrawn ones."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.rows import each_row

Run = Callable[..., tuple[int, str, str]]

NAME = "attachment-and-depression"
SAYS = {
    "article": NAME,
    "version": "0.9",
    "revision": "1a2b3c4d",
    "translation": "5e6f7a8b",
    "locale": "es",
    "region": "GB",
    "services": [["GB/samaritans", "0a1b2c3d", "", ""]],
}
WITHDRAWALS = [
    'version = "0.9"',
    'revision = "1a2b3c4d"\nregion = "GB"',
    'translation = "5e6f7a8b"\nlocale = "es"',
    'service = "GB/samaritans"\nrecord = "0a1b2c3d"',
]


def put_pdf(project: Path, name: str, **says: object) -> Path:
    """Put a PDF that says something of itself, and has no manifest, into ``build/``."""
    file = project / "build" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    document, content = pikepdf.new(), io.BytesIO()
    document.add_blank_page()
    if says:
        document.docinfo["/polyleaf"] = json.dumps(says)
    document.save(content)
    file.write_bytes(content.getvalue())
    return file


def withdraw(project: Path, marks: str) -> None:
    row = f'[[withdrawn]]\nreason = "wrong number"\non = 2026-11-22\n{marks}\n'
    (project / "source/withdrawn.toml").write_text(row, encoding="utf-8")


@each_row("marks", WITHDRAWALS)
def test_a_withdrawal_is_seen_in_what_a_copy_says_of_itself(marks: str, project: Path) -> None:
    from pipeline.project import Project
    from pipeline.project.sources import read_sources
    from pipeline.publish.strays import strays

    withdraw(project, marks)
    file = put_pdf(project, "es/for the printer.pdf", **SAYS)
    (found,) = strays(read_sources(Project.at(project)), ())
    assert (found.code, found.is_error) == ("SRC022", True)
    assert found.message.startswith("withdrawn on 2026-11-22: wrong number")
    file.unlink()


@pytest.mark.parametrize("place", ["es/old.pdf", "press/new/old.PDF", "old.pdf"])
def test_every_command_names_a_copy_that_was_withdrawn(
    project: Path, polyleaf: Run, place: str
) -> None:
    file = put_pdf(project, place, **SAYS)
    withdraw(project, 'version = "0.9"')
    for command in ("check", "status"):
        status, out, err = polyleaf(command)
        assert status == 1
        assert f"build/{place}: error SRC022: withdrawn on 2026-11-22" in out + err
    out = polyleaf("list", "sheets")[1]
    assert f"build/{place}  WITHDRAWN on 2026-11-22" in out
    assert f"build/{place}: withdrawn on 2026-11-22" in polyleaf("clean", "--stale")[2]
    assert file.exists()


def test_a_sheet_that_lost_its_manifest_is_a_warning(project: Path, polyleaf: Run) -> None:
    put_pdf(project, "es/old.pdf", **SAYS)
    status, out, _ = polyleaf("check")
    assert status == 0
    assert "build/es/old.pdf: warning PDF030: no manifest names it" in out
    assert "no manifest names it" in polyleaf("list", "sheets")[1]


@pytest.mark.parametrize("says", [{}, {"article": NAME}, {**SAYS, "locale": 3}])
def test_what_is_no_sheet_of_ours_is_left_alone(
    project: Path, polyleaf: Run, says: dict[str, object]
) -> None:
    put_pdf(project, "es/a leaflet.pdf", **says)
    (project / "build/es/notes.pdf").write_bytes(b"%PDF-1.7 other")
    assert "build/" not in polyleaf("check")[1]
    assert polyleaf("list", "sheets")[1] == ""

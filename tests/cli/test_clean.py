"""`polyleaf clean`."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


def put_sheet(project: Path, name: str, pages: bytes = b"", edition: str = "") -> Path:
    """Put a sheet on the shelf, with a manifest that vouches for it."""
    pdf = project / "build" / f"{name}.pdf"
    pdf.parent.mkdir(parents=True, exist_ok=True)
    contents = {"pdf": b"%PDF-1.7\n", "html": b"<p>", **({"pages": pages} if pages else {})}
    pdf.write_bytes(contents["pdf"])
    pdf.with_suffix(".html").write_bytes(contents["html"])
    if pages:
        pdf.with_name(f"{pdf.stem}-pages.pdf").write_bytes(pages)
    digests = {kind: hashlib.sha256(part).hexdigest() for kind, part in contents.items()}
    record = {"sha256": digests, "edition": edition}
    pdf.with_suffix(".json").write_text(json.dumps(record), encoding="utf-8")
    return pdf


def listed(project: Path) -> list[str]:
    return sorted(
        file.relative_to(project / "build").as_posix() for file in project.rglob("build/**/*")
    )


def test_what_the_program_made_goes_with_all_of_its_files(project: Path, polyleaf: Run) -> None:
    (project / "build/.gitignore").write_text("*\n", encoding="utf-8")
    put_sheet(project, "es/sleep-handout-es-US")
    put_sheet(project, "es/sleep-brochure-es-US", pages=b"%PDF-1.7 pages\n")
    (project / "build/layout-brochure-a4.pdf").write_bytes(b"%PDF")
    (project / "build/polyleaf-error.log").write_text("Traceback", encoding="utf-8")
    assert polyleaf("clean") == (0, "", "2 sheets removed from build/\n")
    assert listed(project) == [".gitignore"]


@pytest.mark.parametrize(
    "name", ["html/index.html", "es/notes.txt", "notes.pdf", "es/old.json", "layout-mine.pdf"]
)
def test_what_somebody_else_put_there_stays_and_is_named(
    project: Path, polyleaf: Run, name: str
) -> None:
    put_sheet(project, "es/sleep-handout-es-US")
    file = project / "build" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("{}", encoding="utf-8")
    status, out, err = polyleaf("clean")
    assert (status, out) == (0, "")
    assert f"left, because Polyleaf did not make it, or not as it is: build/{name}\n" in err
    assert file.is_file()
    assert not (project / "build/es/sleep-handout-es-US.pdf").exists()


def test_a_sheet_that_somebody_changed_stays(project: Path, polyleaf: Run) -> None:
    pdf = put_sheet(project, "es/sleep-handout-es-US")
    pdf.write_bytes(b"%PDF-1.7 signed\n")
    assert "0 sheets removed" in polyleaf("clean")[2]
    assert pdf.is_file()


def test_nothing_behind_a_link_is_touched(project: Path, polyleaf: Run, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    put_sheet(elsewhere, "es/sleep-handout-es-US")
    (project / "build/es").symlink_to(elsewhere / "build/es")
    polyleaf("clean")
    assert (elsewhere / "build/es/sleep-handout-es-US.pdf").is_file()
    (project / "build/es").unlink()
    (project / "build").rmdir()
    (project / "build").symlink_to(elsewhere / "build")
    status, _, err = polyleaf("clean")
    assert status == 2
    assert "is a link" in err
    assert (elsewhere / "build/es/sleep-handout-es-US.pdf").is_file()

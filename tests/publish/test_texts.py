"""What has no room on the paper is told by its text: catalog and line, or the clinic's field."""

from pathlib import Path

import pytest

from pipeline.cli.main import main
from pipeline.publish.texts import Text, located
from pipeline.values.finding import Finding
from tests.copies import start_project

WORD = "Krankenversicherungsbeitragsbescheinigung"

TEXTS = (
    Text(path="locales/de/a.po", line=8, source_path="a.md", source_line=3, text="**Eins** zwei"),
    Text(path="locales/de/a.po", line=9, source="Where", text="Kranken\u00adversicherungen"),
    Text(path="source/clinics/north.toml", name="phone", text="+44 20 7946 0018"),
)


def found(target: str, page: int = 1) -> Finding:
    message = f"page {page}: a line is too long for its place: {target}"
    return Finding(code="PDF006", path="build/a.pdf", message=message, fix="x", target=target)


def test_a_line_leads_to_the_text_it_is_part_of() -> None:
    (first,) = located([found("Eins")], TEXTS)
    assert (first.path, first.line, first.source_line) == ("locales/de/a.po", 8, 3)
    assert first.message == "page 1: a line is too long for its place: Eins (in build/a.pdf)"
    (second,) = located([found("Krankenversiche\u2010")], TEXTS)
    assert (second.line, second.source) == (9, "Where")


def test_a_line_leads_to_the_record_that_stands_in_it() -> None:
    (finding,) = located([found("Telefon: +44 20 7946 0018")], TEXTS)
    assert finding.path == "source/clinics/north.toml"
    assert finding.message.startswith("phone: page 1")


def test_a_text_is_named_once_and_what_is_nobodys_stays() -> None:
    lines = [found("Eins"), found("zwei", 2), found("something else of the sheet's")]
    assert [one.path for one in located(lines, TEXTS)] == ["locales/de/a.po", "build/a.pdf"]
    other = Finding(code="PDF001", path="build/a.pdf", message="x", fix="x", target="Eins")
    assert located([other], TEXTS) == [other]


def test_a_clinics_long_name_is_all_that_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = start_project(tmp_path, "references.json")
    (source / "clinics").mkdir()
    (source / "clinics" / "north.toml").write_text(f'name = "{WORD * 2}"\n', encoding="utf-8")
    (source / "sleep.md").write_text(
        '---\nid: sleep\ntitle: Sleep\nversion: "1"\nlanguage: en\ndate: 2026-01-10\n'
        "review-by: 2027-01-10\n---\n\nPoor sleep [@beck1967].\n",
        encoding="utf-8",
    )
    assert main(["pdf", "en", "--project", str(tmp_path), "--clinic", "north"]) == 1
    told = capsys.readouterr().err
    assert "source/clinics/north.toml: error PDF006: name: page 1: a line is too long" in told
    assert f"put soft hyphens (U+00AD) into '{(WORD * 2)[:80]}" in told
    assert "1 error" in told

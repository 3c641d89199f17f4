"""`polyleaf list`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_clean import put_sheet

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("locales", "es  Spanish (español)"),
        ("locales", "en  English"),
        ("regions", "GB     United Kingdom"),
        ("regions", "intl   no region: no crisis numbers, but where to look for them"),
        ("editions", "handout      on letter or a4"),
        ("clinics", "riverside  Riverside Family Clinic (example)"),
        (
            "articles",
            "attachment-and-depression  The Hidden Link Between Insecure Attachment and "
            "Depression, version 1.0",
        ),
    ],
)
def test_codes_stand_beside_names(polyleaf: Run, what: str, line: str) -> None:
    status, out, err = polyleaf("list", what)
    assert (status, err) == (0, "")
    assert line in out.splitlines()


def test_a_program_gets_one_document(polyleaf: Run) -> None:
    out = polyleaf("list", "clinics", "--json")[1]
    assert json.loads(out) == [{"code": "riverside", "name": "Riverside Family Clinic (example)"}]


def test_sheets_are_those_whose_manifest_vouches_for_them(project: Path, polyleaf: Run) -> None:
    assert polyleaf("list", "sheets") == (0, "", "there are no sheets\n")
    pdf = put_sheet(project, "es/sleep-handout-es-US")
    record = json.loads(pdf.with_suffix(".json").read_text(encoding="utf-8"))
    pdf.with_suffix(".json").write_text(json.dumps({**record, "state": "proof"}), encoding="utf-8")
    (project / "build/es/other.pdf").write_bytes(b"%PDF")
    assert polyleaf("list", "sheets") == (0, "build/es/sleep-handout-es-US.pdf  PROOF\n", "")


def test_what_cannot_be_listed_is_said(polyleaf: Run) -> None:
    assert "use one of locales, regions," in polyleaf("list", "papers")[2]

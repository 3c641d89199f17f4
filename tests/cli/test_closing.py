"""The last line of a run, and the warnings before it."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.cli.closing import Sheet, closing_line
from pipeline.cli.report import Warnings
from pipeline.values.finding import Finding, Severity
from tests.rows import each_row

SHEET = Sheet(
    language="Spanish",
    edition="handout",
    region="United States",
    clinic="",
    state="proof",
    path=Path("build/es/x.pdf"),
)
ARABIC = replace(SHEET, language="Arabic", path=Path("build/ar/x.pdf"))
BROCHURE = replace(SHEET, edition="brochure", path=Path("build/es/y.pdf"))


@each_row(
    ("sheets", "refused", "line"),
    [
        (
            [SHEET],
            0,
            "1 sheet: Spanish, handout, numbers for United States, PROOF: build/es/x.pdf",
        ),
        (
            [replace(SHEET, region="", clinic="riverside", state="approved")],
            0,
            "1 sheet: Spanish, handout, for riverside, no region's numbers, APPROVED: "
            "build/es/x.pdf",
        ),
        (
            [SHEET, BROCHURE],
            0,
            "2 sheets: Spanish, handout and brochure, numbers for United States, PROOF: build/es/",
        ),
        (
            [replace(SHEET, state="approved"), ARABIC],
            1,
            "2 sheets: Spanish and Arabic, handout, numbers for United States, 1 × APPROVED, "
            "1 × PROOF: build/; 1 sheet refused, see above",
        ),
        (
            [replace(SHEET, language=name) for name in ("A", "B", "C", "D")],
            2,
            "4 sheets: 4 languages, handout, numbers for United States, PROOF: build/es/; "
            "2 sheets refused, see above",
        ),
        (
            [replace(SHEET, state="draft")],
            0,
            "1 sheet: Spanish, handout, numbers for United States, DRAFT with gaps: build/es/x.pdf",
        ),
        ([], 0, "no sheet was printed"),
        ([], 3, "no sheet was printed; 3 sheets refused, see above"),
    ],
)
def test_the_last_line_says_what_where_and_what_it_may_claim(
    sheets: list[Sheet], refused: int, line: str
) -> None:
    assert closing_line(sheets, refused) == line


def finding(code: str, severity: Severity) -> Finding:
    return Finding(code=code, severity=severity, path="x.po", message="is so", fix="mend it")


WARNING = finding("SVC010", Severity.WARNING)
OTHER = finding("CAT004", Severity.WARNING)
ERROR = finding("CAT001", Severity.ERROR)


@pytest.mark.parametrize(
    ("loudness", "told", "line"),
    [
        (-1, ["CAT001"], ""),
        (0, ["CAT001"], "2 warnings (CAT004 × 1, SVC010 × 1); ask"),
        (1, ["SVC010", "CAT001", "CAT004"], ""),
    ],
)
def test_errors_are_told_and_warnings_as_loud_as_was_asked_for(
    loudness: int, told: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    warnings = Warnings(loudness)
    warnings.tell([WARNING, ERROR, OTHER])
    warnings.tell([] if loudness > 0 else [WARNING])
    err = capsys.readouterr().err
    assert [code for code in ("SVC010", "CAT001", "CAT004") if code in err] == told
    assert warnings.line("ask") == line


def test_what_is_wrong_with_several_sheets_is_told_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    missing = [
        replace(ERROR, code="CAT005", locale=one, path=f"locales/{one}/LC_MESSAGES/sleep.po")
        for one in ("ar", "es", "ja")
    ]
    warnings = Warnings(0)
    for finding in missing:
        warnings.tell([finding])  # its handout
        warnings.tell([finding, ERROR])  # its brochure
    assert capsys.readouterr().err.count("error CAT005") == 1
    assert warnings.elsewhere() == "CAT005, as for ar, also for: es ja\n"
    assert Warnings(0).elsewhere() == ""

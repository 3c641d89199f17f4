"""Clinics with much to say, and with a logo: their sheets are printed and read back."""

import shutil
from itertools import groupby
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from pipeline.cli.main import main
from tests.conftest import ROOT, told

LONG = """\
name = "The Harbour Centre for Family Medicine, Mental Health and the Care of Older People at Home"
address = ["Building C, Third Floor, by the Garden", "12 Mill Lane", "Springfield, IL 62701", "USA"]
phone = "217-555-2148"
second_name = "Nurse line, evenings and weekends"
second_phone = "217-555-2190"
interpreter = "217-555-2164"
hours = "Mon, Tue, Thu 8:00–18:00, Wed 10:00–20:00, Fri 8:00–14:00, Sat 9:00–12:00; not on holidays"
email = "appointments-and-prescriptions.family-medicine@harbour-community-centre.internal"
website = "https://www.harbour-community-centre.internal/patients/mental-health/appointments"
"""

LOGO = """\
name = "Harbour Clinic"
phone = "217-555-2148"
logo = "logo.svg"
logo_alt = "Harbour"
"""

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60"><path d="M0 0h200v60H0z"/></svg>'
)

slow = pytest.mark.exhaustive


@pytest.mark.parametrize(
    ("profile", "locale", "edition"),
    [
        pytest.param(LONG, "en", "handout", id="much to say"),
        pytest.param(LOGO, "ar", "handout", id="logo, from right to left"),
        *(
            pytest.param(LONG, locale, edition, marks=slow)
            for locale in ("en", "ar")
            for edition in ("booklet", "brochure", "large-print")
        ),
        *(
            pytest.param(LOGO, "ar", edition, marks=slow)
            for edition in ("bilingual", "booklet", "brochure", "large-print")
        ),
    ],
)
def test_a_clinics_sheet_is_printed(
    profile: str, locale: str, edition: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = _printed(profile, locale, edition, tmp_path)
    assert (status, told(capsys.readouterr().err)) == (0, "")


def _printed(profile: str, locale: str, edition: str, tmp_path: Path) -> int:
    """Print a clinic's sheet and return the exit status."""
    for part in ("source", "locales"):
        shutil.copytree(ROOT / "tests/second" / part, tmp_path / part)
    (tmp_path / "source/regions").mkdir(exist_ok=True)
    for code in ("001", "US"):
        shutil.copy(ROOT / f"source/regions/{code}.toml", tmp_path / "source/regions")
    if locale != "en":
        words = f"locales/{locale}/LC_MESSAGES/sheet.po"
        shutil.copy(ROOT / words, tmp_path / words)
    (tmp_path / "source/clinics").mkdir()
    (tmp_path / "source/clinics/harbour.toml").write_text(profile, encoding="utf-8")
    (tmp_path / "source/logo.svg").write_text(SVG, encoding="utf-8")
    asked = ("--clinic", "harbour", "--region", "US", "--edition", edition)
    return main(["pdf", locale, *asked, "--project", str(tmp_path)])


@slow
def test_in_large_print_a_proofs_tag_below_a_logo_stands_clear_of_it(tmp_path: Path) -> None:
    long = LOGO.replace("Harbour Clinic", "Northfield Family Health Center")
    assert _printed(long, "es", "large-print", tmp_path) == 0
    (pdf,) = tmp_path.glob("build/es/*.pdf")
    page = PdfDocument(pdf)[0].render(scale=1, grayscale=True).to_pil()
    inked = [page.getpixel((40, row)) < 128 for row in range(page.height)]
    (_, _), (_, logo), (_, gap), (_, tag), *_ = [
        (is_ink, len([*run])) for is_ink, run in groupby(inked)
    ]
    assert logo > 20
    assert gap >= 5
    assert tag > 15

"""Lines for readers of other languages, and letters that no font has."""

from pathlib import Path

import pytest

from pipeline.catalog import po
from pipeline.cli.main import main
from pipeline.verify.page import read_pages
from pipeline.verify.text import read
from tests.copies import FRONT, add_sheet_words, start_project
from tests.sheets import printed

ARTICLE = (
    FRONT
    + """
Ask for an interpreter{more}.

- Español: la ayuda es gratis.
- العربية: المساعدة 24/7.
- 中文：免费帮助。
- አማርኛ
- Русский: помощь бесплатна.
"""
)

SPANISH = {"Free help": "Ayuda gratis", "Ask for an interpreter": "Pida un intérprete"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    start_project(tmp_path)
    add_sheet_words(tmp_path, "es")
    return tmp_path


def translated(folder: Path, more: str) -> Path:
    """Write the article and its Spanish catalog, in which other languages' lines stay."""
    (folder / "source" / "help.md").write_text(ARTICLE.format(more=more), encoding="utf-8")
    assert main(["messages", "--project", str(folder)]) == 0
    catalog = folder / "locales" / "es" / "LC_MESSAGES" / "help.po"
    entries = po.read(catalog.read_text(encoding="utf-8"))
    spanish = {**SPANISH, f"Ask for an interpreter{more}.": f"Pida un intérprete{more}."}
    filled = [
        po.with_translation(one, spanish.get(one.text, one.text)) if one.text else one
        for one in entries
    ]
    catalog.write_text(po.write(filled), encoding="utf-8")
    return catalog


def test_a_line_in_another_script_stays_and_brings_its_fonts(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    translated(folder, "")
    assert main(["check", "es", "--project", str(folder)]) == 0, capsys.readouterr().out
    made = printed("es", "US", folder, root=folder)
    assert not made.judge(made.pdf)
    pages = read_pages(made.pdf)
    seen = read(pages, rtl=False).text
    for line in ("Español: la ayuda es gratis.", "中文:免费帮助。", "አማርኛ", "Русский: помощь"):
        assert line in seen
    # The whole line runs from the right, its number does not.
    assert "العربية: المساعدة 7/42." in read(pages, rtl=True).text


def test_a_letter_that_no_font_has_is_told_once_with_its_text_and_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalog = translated(folder, " \U0001f642 \u27d0")
    line = next(
        number
        for number, text in enumerate(catalog.read_text(encoding="utf-8").splitlines(), 1)
        if text.startswith('msgstr "Pida')
    )
    capsys.readouterr()
    assert main(["pdf", "es", "--project", str(folder), "--region", "US"]) == 1
    told = capsys.readouterr().err
    assert main(["check", "es", "--project", str(folder)]) == 1
    for said in (told, capsys.readouterr().out):
        assert said.count("PDF004") == 1
        assert (
            f"locales/es/LC_MESSAGES/help.po:{line}: error PDF004: no font of this sheet has "
            "\U0001f642 (U+1F642) \u27d0 (U+27D0)"
        ) in said
        assert "in the article: source/help.md:10" in said


def test_a_letter_of_a_picture_that_no_font_has_is_told_with_the_picture(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = ARTICLE.format(more="\n\n![A hand and a face](images/hand.svg)")
    (folder / "source" / "help.md").write_text(text, encoding="utf-8")
    (folder / "source" / "images").mkdir(exist_ok=True)
    (folder / "source" / "images" / "hand.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
        '<text y="15">\U0001f642</text></svg>',
        encoding="utf-8",
    )
    told = "source/images/hand.svg: error PDF004: its text: no font of this sheet has \U0001f642"
    assert main(["check", "en", "--project", str(folder)]) == 1
    assert told in capsys.readouterr().out
    assert main(["pdf", "en", "--project", str(folder), "--region", "US"]) == 1
    assert told in capsys.readouterr().err


def test_a_check_says_nothing_of_letters_where_a_font_is_missing(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    translated(folder, " \U0001f642")
    monkeypatch.setattr("pipeline.typeset.fonts._FOLDERS", ())
    assert main(["check", "es", "--project", str(folder)]) == 0
    assert "PDF004" not in capsys.readouterr().out


def test_a_clinics_name_is_told_as_that(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translated(folder, "")
    (folder / "source" / "clinics").mkdir()
    (folder / "source" / "clinics" / "north.toml").write_text('name = "Clinic \U0001f642"\n')
    capsys.readouterr()
    assert main(["pdf", "es", "--project", str(folder), "--clinic", "north"]) == 1
    assert "source/clinics/north.toml: error PDF004: name: no font" in capsys.readouterr().err


def test_a_cell_without_letters_and_a_letter_beyond_the_first_plane_are_read_back(
    folder: Path,
) -> None:
    text = FRONT + (
        "\nAsk \U00020bb7\u91ce for help.\n\n"
        "| at night | |\n|---|---|\n| a dark room | |\n| | daylight |\n"
    )
    (folder / "source" / "help.md").write_text(text, encoding="utf-8")
    made = printed("en", "US", folder, root=folder)
    assert not made.judge(made.pdf)
    assert "Ask \U00020bb7\u91ce for help." in read(read_pages(made.pdf), rtl=False).text


def test_what_stands_for_a_letter_is_told_as_the_letter(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = ARTICLE.format(more=" &#x1F642;")
    (folder / "source" / "help.md").write_text(text, encoding="utf-8")
    assert main(["check", "en", "--project", str(folder)]) == 1
    wanted = "source/help.md:10: error PDF004: no font of this sheet has \U0001f642"
    assert wanted in capsys.readouterr().out
    assert main(["pdf", "en", "--project", str(folder), "--region", "US"]) == 1
    told = capsys.readouterr().err
    assert wanted in told
    assert "PDF001" not in told

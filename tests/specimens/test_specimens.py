"""One page for each script: its family, its shapes, its digits, and lines inside their boxes."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from pipeline.records.in_force import data_file
from pipeline.records.typography import locale_named
from pipeline.typeset.engine import Typeset, typeset
from pipeline.typeset.fonts import font_set
from pipeline.values.locale import Locale
from pipeline.verify.page import read_pages
from pipeline.verify.text import lines
from tests.specimens.page import (
    FOLDER,
    TOLERANCE,
    difference,
    kept,
    picture,
    specimen,
    specimen_html,
    texts,
    with_family,
)
from tests.steps import in_two_steps

NAMES = list(texts())
FEW = ("ar", "es", "hi", "ja")
"""The specimens that `make test` looks at."""

each_name = pytest.mark.parametrize("name", in_two_steps(NAMES, FEW))


class Pages(dict[str, Typeset]):
    """The specimens, each set when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __missing__(self, name: str) -> Typeset:
        self[name] = page = specimen(name, self.folder)
        return page


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, Typeset]:
    return Pages(folder)


def rows(page: Typeset) -> list[str]:
    return ["".join(letter.text for letter in row) for row in lines(read_pages(page.pdf)[0])]


def shown_families(page: Typeset) -> set[str]:
    fonts = {letter.font for letter in read_pages(page.pdf)[0].letters}
    return {re.sub(r"^[A-Z]{6}\+|-(Bold|Italic|Bold-Italic)$", "", font) for font in fonts}


def test_every_script_and_every_locale_of_its_own_has_a_specimen() -> None:
    data = data_file("scripts")
    locales = [locale_named(name) for name in NAMES]
    seen = {locale.typography.text_families for locale in locales}
    assert {tuple(row["text"]) for row in data["scripts"].values()} <= seen
    assert set(data["locales"]) <= set(NAMES)
    assert {file.stem for file in FOLDER.glob("*.png")} == set(NAMES)


@each_name
def test_nothing_is_missing_and_every_line_is_in_its_box(
    name: str, pages: dict[str, Typeset]
) -> None:
    assert pages[name].findings == ()
    assert pages[name].pages == 1
    assert "\ufffd" not in "".join(rows(pages[name]))


@each_name
def test_only_the_families_that_the_locale_names_are_shown(
    name: str, pages: dict[str, Typeset]
) -> None:
    asks = locale_named(name).typography
    shown = shown_families(pages[name])
    assert shown <= {family.replace(" ", "-") for family in asks.families}
    first = {asks.text_families[0], asks.heading_families[0], asks.margin_families[0], "Lato"}
    assert {family.replace(" ", "-") for family in first} <= shown


@each_name
def test_headings_are_bold_and_emphasis_is_seen(name: str, pages: dict[str, Typeset]) -> None:
    asks = locale_named(name).typography
    fonts = {letter.font for letter in read_pages(pages[name].pdf)[0].letters}
    heading = asks.heading_families[0].replace(" ", "-")
    assert any(font.endswith(f"+{heading}-Bold") for font in fonts)
    emphasis = "Lato-Italic" if asks.slanted else f"{asks.text_families[0]}-Bold"
    assert any(font.endswith(f"+{emphasis}".replace(" ", "-")) for font in fonts)
    assert asks.slanted or not any("Italic" in font for font in fonts)


@each_name
def test_text_wraps_at_its_words(name: str, pages: dict[str, Typeset]) -> None:
    letters = read_pages(pages[name].pdf)[0].letters
    text = texts()[name]["item"]
    own = [row for row in rows(pages[name]) if len(row) > 5]
    assert len(own) >= 4
    # No line is nearly empty but the last of a paragraph: nothing overflows, nothing is torn.
    assert max(letter.right for letter in letters) <= 240 - 15
    assert min(letter.left for letter in letters) >= 15
    assert len(text) > len(max(own, key=len))


@pytest.mark.parametrize("name", in_two_steps(("zh_Hans", "zh_Hant", "ja"), FEW))
def test_no_line_begins_with_what_ends_a_sentence(name: str, pages: dict[str, Typeset]) -> None:
    assert not [row for row in rows(pages[name]) if row[0] in "。、，」』）！？ーっゃゅょ"]


@pytest.mark.exhaustive
def test_korean_words_are_not_broken(pages: dict[str, Typeset]) -> None:
    text = f"{texts()['ko']['text']} {texts()['ko']['item']}"
    ends = {"".join(text.split()[:count])[-4:] for count in range(1, len(text.split()) + 1)}
    broken = [row for row in rows(pages["ko"])[1:6] if row[-4:] not in ends]
    assert broken == []


@each_name
def test_pages_and_lists_are_numbered_in_the_locales_digits(
    name: str, pages: dict[str, Typeset]
) -> None:
    asks = locale_named(name).typography
    seen = "".join(rows(pages[name]))
    assert asks.digits[2] in seen
    assert asks.after_number in seen
    assert "1967" in seen, "years stay in Western digits"


@each_name
def test_a_specimen_looks_as_its_picture(name: str, pages: dict[str, Typeset]) -> None:
    assert difference(picture(pages[name].pdf), kept(name)) <= TOLERANCE, (
        "look at it; if it is right, .venv/bin/python -m tests.specimens writes it anew"
    )


def as_if(name: str, region: str) -> Locale:
    """Return a locale in the family and the language of another region."""
    own, other = locale_named(name), locale_named(region)
    exchanged = with_family(own, own.typography.text_families[0], other.typography.text_families[0])
    return replace(exchanged, name=region)


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("zh_Hans", "ja"),
        ("zh_Hans", "zh_Hant"),
        ("zh_Hant", "ja"),
        ("zh_Hant", "zh_Hans"),
        ("ja", "zh_Hans"),
        ("ja", "zh_Hant"),
    ],
)
def test_characters_drawn_for_another_region_are_seen(name: str, region: str, folder: Path) -> None:
    wrong = specimen(name, folder, as_if(name, region))
    assert difference(picture(wrong.pdf), kept(name)) > TOLERANCE


@pytest.mark.exhaustive
@pytest.mark.parametrize("other", ["Noto Sans CJK JP", "Noto Sans CJK TC"])
def test_another_family_is_seen_even_where_the_language_chooses_its_shapes(
    other: str, folder: Path
) -> None:
    # Noto's CJK families have the same shapes for the same language: the name alone differs.
    wrong = specimen(
        "zh_Hans", folder, with_family(locale_named("zh_Hans"), "Noto Sans CJK SC", other)
    )
    assert "Noto-Sans-CJK-SC" not in shown_families(wrong)


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("name", "own", "other"),
    [
        ("fr", "Lato", "Noto Serif"),
        ("ru", "Lato", "Noto Serif"),
        ("el", "Lato", "Noto Serif"),
        ("ur", "Noto Nastaliq Urdu", "Noto Naskh Arabic"),
        ("fa", "Noto Naskh Arabic", "Noto Nastaliq Urdu"),
        ("ka", "Noto Sans Georgian", "Noto Serif Georgian"),
        ("hy", "Noto Sans Armenian", "Noto Serif Armenian"),
    ],
)
def test_another_family_is_seen(name: str, own: str, other: str, folder: Path) -> None:
    wrong = specimen(name, folder, with_family(locale_named(name), own, other))
    assert difference(picture(wrong.pdf), kept(name)) > TOLERANCE


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", ["ar", "fa", "ur", "he"])
def test_another_direction_is_seen(name: str, folder: Path) -> None:
    wrong = specimen(name, folder, replace(locale_named(name), rtl=False))
    assert difference(picture(wrong.pdf), kept(name)) > TOLERANCE


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", ["km", "lo", "my"])
def test_without_its_breaks_a_line_leaves_its_box(name: str, folder: Path) -> None:
    fonts = font_set(locale_named(name).typography.families, folder)
    unbroken = typeset(specimen_html(name).replace("\u200b", ""), fonts, f"{name}.pdf")
    assert "PDF006" in {finding.code for finding in unbroken.findings}


@each_name
def test_another_release_of_a_font_is_tolerated(name: str) -> None:
    own = kept(name)
    moved = own.transform(
        own.size, Image.Transform.AFFINE, (1, 0, 1.4, 0, 1, 0.3), Image.Resampling.BILINEAR,
        fillcolor=255,
    )  # fmt: skip
    bolder = Image.blend(own, own.filter(ImageFilter.MinFilter(3)), 0.15)
    assert difference(own, moved) <= TOLERANCE
    assert difference(own, bolder) <= TOLERANCE

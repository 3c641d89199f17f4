"""Letters that are bars or dots are seen, and missed where they are covered."""

from pathlib import Path

import pytest

from pipeline.records.typography import locale_named
from pipeline.typeset.engine import typeset
from pipeline.typeset.fonts import font_set
from pipeline.values.judged import Sheet
from pipeline.values.sheet import Expected
from pipeline.verify.sheet import verify

KENYA = "ケニア二三王一ー"
YEAR = "۲۰۲۰"
NOVEMBER = "نوفمبر"
HTML = """<!doctype html><html lang="{locale}" dir="{way}"><head><title>t</title><style>
@page {{ size: 200pt {high}pt; margin: 30pt }}
body {{ margin: 0; font: {size}pt/1.5 "{family}"; color: #000 }}
p {{ margin: {down}pt 0 0; position: relative }}
.cover {{ position: absolute; left: 0; width: 100%; height: 5pt; background: #fff; {where} }}
</style></head><body><p>{text}<span class="cover"></span></p></body></html>"""


def hidden(
    folder: Path,
    where: str,
    text: str = KENYA,
    locale: str = "ja",
    size: int = 12,
    down: float = 0,
    *,
    rtl: bool = False,
    high: float = 100,
) -> list[str]:
    families = locale_named(locale).typography.families
    html = HTML.format(
        family=families[0],
        where=where,
        text=text,
        locale=locale,
        size=size,
        down=down,
        way="rtl" if rtl else "ltr",
        high=high,
    )
    sheet = Sheet(
        path="build/x.pdf",
        locale=locale,
        article="x",
        source_path="source/x.md",
        families=families,
        smallest_type=size,
        expected=(Expected(kind="region", shown=text, pieces=((text, False),), rtl=rtl),),
        passages=(),
    )
    pdf = typeset(html, font_set(families, folder), "build/x.pdf").pdf
    return [one.message for one in verify(pdf, sheet) if "hidden" in one.message]


@pytest.mark.parametrize(
    ("where", "missed"),
    [("display: none", ""), ("top: 2pt; height: 7pt", "二"), ("bottom: 2pt; height: 7pt", "ニ")],
    ids=["nothing", "the upper bar", "the lower bar"],
)
def test_bars_are_seen_unless_one_is_covered(tmp_path: Path, where: str, missed: str) -> None:
    found = hidden(tmp_path, where)
    assert bool(found) == bool(missed)
    assert all(missed in message.rpartition("of it: ")[2] for message in found)


@pytest.mark.parametrize("down", [tenth / 10 for tenth in range(7)])
def test_a_zero_that_is_a_dot_is_seen_wherever_it_lies_between_pixels(
    tmp_path: Path, down: float
) -> None:
    assert not hidden(tmp_path, "display: none", YEAR, "fa", 8, down)


def test_a_zero_that_is_a_dot_is_missed_where_it_is_covered(tmp_path: Path) -> None:
    found = hidden(tmp_path, "top: 4pt; height: 6pt", YEAR, "fa", 8)
    assert "۰" in "".join(message.rpartition("of it: ")[2] for message in found)


@pytest.mark.parametrize(
    ("high", "down"), [(100.2, 0), (100.2, 0.1), (100.2, 0.6), (100.4, 0.1), (100.56, 0.2)]
)
def test_a_letter_of_four_rows_is_seen_wherever_it_lies_between_pixels(
    tmp_path: Path, high: float, down: float
) -> None:
    assert not hidden(tmp_path, "display: none", NOVEMBER, "ar", 9, down, rtl=True, high=high)


@pytest.mark.parametrize("high", [100, 100.2, 100.4])
@pytest.mark.parametrize("top", [6, 6.5, 7])
def test_such_a_letter_is_missed_where_it_is_covered(
    tmp_path: Path, top: float, high: float
) -> None:
    found = hidden(tmp_path, f"top: {top}pt; height: 3pt", NOVEMBER, "ar", 9, rtl=True, high=high)
    assert "م" in "".join(message.rpartition("of it: ")[2] for message in found)

"""Words in Nastaliq slope: each letter has a height of its own, and is told beside its glyphs."""

from pathlib import Path

from pipeline.records.typography import locale_named
from pipeline.typeset.fonts import font_set
from pipeline.verify.page import read_pages
from pipeline.verify.text import read, to_the_left
from tests.once import typeset

LINES = {
    "اگر کسی کی جان ابھی خطرے میں ہے تو <b>999</b> یا <b>112</b> پر کال کریں۔": (
        "اگر کسی کی جان ابھی خطرے میں ہے تو 999 یا 211 پر کال کریں۔"
    ),
    "ریکارڈ بتاریخ <b>6</b> نومبر، <b>2026</b>": "ریکارڈ بتاریخ 6 نومبر، 6202",
    "جذبات کا سن ہو جانا (<b>Gross</b> اور <b>Muñoz</b>، 1995)۔": (
        "جذبات کا سن ہو جانا |ssorG اور zoñuM، 5991|۔"
    ),
    "اور<span> </span><b>Shaver</b>، 2016": "اور revahS، 6102",
    "24 گھنٹے، ہر روز": "42 گھنٹے، ہر روز",
}
"""Lines and how they are read from the right: figures and Latin letters come last letter first."""


def test_each_line_is_read_as_it_stands(tmp_path: Path) -> None:
    html = (
        '<!doctype html><html lang="ur" dir="rtl"><head><meta charset="utf-8"><title>ur</title>'
        "<style>p { font: 12pt/2 'Noto Nastaliq Urdu', Lato; } b { font-weight: normal; }</style>"
        f"</head><body>{''.join(f'<p>{line}</p>' for line in LINES)}</body></html>"
    )
    fonts = font_set(locale_named("ur").typography.families, tmp_path)
    pages = read_pages(typeset(html, fonts, "ur.pdf").pdf)
    rows = [" ".join(row.split()) for row in read(pages, rtl=True).rows()]
    assert rows == [*LINES.values()]
    # What proves a number is a glyph, and not what the file says of one.
    numbers = [one for page in pages for one in page.letters if one.text in "0123456789"]
    assert "".join(one.text for one in numbers if not one.told) == "11299920266"


def test_figures_in_told_words_stand_as_they_are_read() -> None:
    assert to_the_left("24 گھنٹے") == "ےٹنھگ 24"

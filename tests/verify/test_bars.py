"""Letters that are bars with white between them are seen, and missed where one is covered."""

from pathlib import Path

import pytest

from pipeline.records.typography import locale_named
from pipeline.typeset.engine import typeset
from pipeline.typeset.fonts import font_set
from pipeline.values.sheet import Expected
from pipeline.verify.sheet import Sheet, verify

KENYA = "ケニア二三王一ー"
HTML = """<!doctype html><html lang="ja"><head><title>t</title><style>
@page {{ size: 200pt 100pt; margin: 30pt }}
body {{ margin: 0; font: 12pt/1.5 "{family}"; color: #000 }} p {{ margin: 0; position: relative }}
.cover {{ position: absolute; left: 0; width: 100%; height: 5pt; background: #fff; {where} }}
</style></head><body><p>{text}<span class="cover"></span></p></body></html>"""


def hidden(folder: Path, where: str) -> list[str]:
    families = locale_named("ja").typography.families
    html = HTML.format(family=families[0], where=where, text=KENYA)
    sheet = Sheet(
        path="build/x.pdf",
        locale="ja",
        article="x",
        source_path="source/x.md",
        families=families,
        smallest_type=12,
        expected=(Expected(kind="region", shown=KENYA, pieces=((KENYA, False),), rtl=False),),
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

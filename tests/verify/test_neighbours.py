"""What stands beside a number or an address on its line: figures make another number of it."""

from pathlib import Path

import pytest

from pipeline.typeset.engine import typeset
from pipeline.typeset.fonts import font_set
from pipeline.values.judged import Sheet
from pipeline.values.sheet import Expected
from pipeline.verify.sheet import verify

HTML = """<!doctype html><html lang="en"><head><title>t</title><style>
@page {{ size: 300pt 100pt; margin: 30pt }} body {{ margin: 0; font: 12pt Lato; color: #000 }}
</style></head><body><p>{}</p></body></html>"""


@pytest.mark.parametrize(
    ("line", "number", "stands"),
    [
        ("Chat: www.143.ch 24 hours a day", "www.143.ch", True),
        ("Chat: www.143.ch2 24 hours a day", "www.143.ch", False),
        ("24 www.143.ch", "www.143.ch", True),
        ("Call 143 for help", "143", True),
        ("Call 143 24", "143", False),
        ("Call 24-143", "143", False),
    ],
)
def test_only_figures_beside_figures_make_another_number(
    tmp_path: Path, line: str, number: str, stands: bool
) -> None:
    sheet = Sheet(
        path="build/x.pdf",
        locale="en",
        article="x",
        source_path="source/x.md",
        families=("Lato",),
        smallest_type=12,
        expected=(Expected(kind="number", shown=number, pieces=((number, True),), rtl=False),),
        passages=(),
    )
    pdf = typeset(HTML.format(line), font_set(["Lato"], tmp_path), "build/x.pdf").pdf
    assert ("PDF003" not in {one.code for one in verify(pdf, sheet)}) == stands

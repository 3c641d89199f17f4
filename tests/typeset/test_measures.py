"""What the typesetter remembers of a text: the same paper for less."""

import inspect
import re
from collections import Counter
from contextlib import nullcontext
from typing import Any
from unittest.mock import patch

import pytest
from weasyprint.text import fonts as weasyprint_fonts
from weasyprint.text import line_break

from pipeline.typeset import engine, flush, measures, phrases
from pipeline.typeset.engine import typeset
from pipeline.typeset.first_line import FirstLine
from pipeline.typeset.fonts import FontSet
from pipeline.typeset.measures import LONG, STYLE, _Measures
from pipeline.typeset.typesetter import typesetter

WORDS = "Sleep helps you to heal, and rest is a part of each day that you plan. " * 3

BOXES = f"""<!doctype html><html lang="en"><head><title>t</title><style>
@page {{ size: 300pt 200pt; margin: 30pt }}
body {{ font: 12pt Lato; margin: 0 }}
.flex {{ display: flex; flex-wrap: wrap }}
.right {{ direction: rtl; text-align: justify }}
.wide {{ letter-spacing: 1pt; word-spacing: 3pt }}
</style></head><body><h1>Title</h1>
<div class="flex"><div class="flex"><div class="flex"><p>{WORDS}</p></div></div></div>
<p class="right">{WORDS}</p><p class="wide">{WORDS}</p><p><b>{WORDS}</b> <u>{WORDS}</u></p>
<table><tr><td>{WORDS}<td lang="de" style="hyphens: auto">{WORDS}</table></body></html>"""


def test_a_page_is_the_same_and_no_line_is_broken_twice(
    fonts: FontSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[Any] = Counter()
    typesetter()  # sets its own function there, which stands there afterwards, too
    split = line_break.split_first_line

    def counted(text: str, style: Any, context: Any, *given: Any, **named: Any) -> Any:
        asked[text, *given, *named.values(), *(str(style[name]) for name in STYLE)] += 1
        return split(text, style, context, *given, **named)

    monkeypatch.setattr(line_break, "split_first_line", counted)
    made = typeset(BOXES, fonts, "page.pdf")
    assert len(asked) > 20
    assert set(asked.values()) == {1}
    with patch.object(engine, "measured_once", lambda *_: nullcontext()):
        assert typeset(BOXES, fonts, "page.pdf").pdf == made.pdf


@pytest.mark.exhaustive
def test_what_is_left_of_a_very_long_text_is_not_kept(
    fonts: FontSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    longest = 0

    class Watched(_Measures):
        def split_first_line(self, text: str, *given: Any, **named: Any) -> FirstLine:
            nonlocal longest
            found = super().split_first_line(text, *given, **named)
            longest = max(longest, *(len(key[0]) for key in self._lines), 0)
            return found

    page = BOXES.replace("<h1>", f"<p>{WORDS * 30}</p><h1>")
    plain = typeset(page, fonts, "page.pdf").pdf
    monkeypatch.setattr(measures, "_Measures", Watched)
    assert typeset(page, fonts, "page.pdf").pdf == plain
    assert len(WORDS) * 30 > LONG >= longest > LONG / 2


def test_all_that_decides_how_a_text_is_measured_is_told_apart() -> None:
    code = "".join(
        map(
            inspect.getsource,
            (
                line_break.line_size,
                line_break.first_line_metrics,
                line_break.Layout,
                line_break.create_layout,
                line_break.split_first_line,
                line_break.strut,
                line_break._font_style_cache_key,
                weasyprint_fonts.get_font_description,
                flush,
                phrases,
            ),
        )
    )
    assert sorted({*re.findall(r"style\[['\"](\w+)['\"]\]", code)}) == [*STYLE]

"""Lengths of boxes that are remembered are those that WeasyPrint would reckon anew."""

import inspect
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from weasyprint.layout import percent

from pipeline.typeset import lengths
from pipeline.typeset.engine import typeset
from pipeline.typeset.fonts import FontSet
from pipeline.typeset.lengths import LENGTHS

WORDS = "Sleep helps you to heal, and rest is a part of each day that you plan. " * 3

BOXES = f"""<!doctype html><html lang="en"><head><title>t</title><style>
@page {{ size: 300pt 200pt; margin: 5% 10% }}
body {{ font: 12pt Lato; margin: 0 }}
.flex {{ display: flex; flex-wrap: wrap; padding: 2%; box-sizing: border-box; width: 90% }}
.flex p {{ margin: calc(1% + 2pt); flex: 1 1 40% }}
table {{ border-collapse: collapse; width: 80% }}
td {{ border: 1pt solid; padding: 3%; height: 30% }} td + td {{ border-width: 5pt }}
</style></head><body><h1>Title</h1>
<div class="flex"><div class="flex"><p>{WORDS}</p><p>{WORDS}</p></div><p>{WORDS}</p></div>
<table><tr><td>{WORDS}<td>{WORDS}<tr><td>{WORDS}<td>1</table></body></html>"""


def test_each_length_is_what_it_would_be_if_it_were_reckoned_anew(
    fonts: FontSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, told = percent.resolve_one_percentage, Counter[str]()

    def counted(box: Any, name: str, refer_to: Any) -> None:
        told[name] += 1
        own(box, name, refer_to)

    monkeypatch.setattr(percent, "resolve_one_percentage", counted)
    made = typeset(BOXES, fonts, "page.pdf")
    few = told["width"]
    monkeypatch.setattr(lengths, "vars", _forgetful, raising=False)
    assert typeset(BOXES, fonts, "page.pdf").pdf == made.pdf
    assert 0 < 2 * few < told["width"] - few


def _forgetful(of: Any) -> dict[str, Any]:
    return {} if hasattr(of, "cascaded") or hasattr(of, "specified") else vars(of)


def test_all_that_decides_a_length_is_told_apart() -> None:
    code = "".join(
        inspect.getsource(one)
        for one in (
            percent.resolve_percentages,
            percent.resolve_one_percentage,
            percent.adjust_box_sizing,
        )
    )
    named = {*re.findall(r"resolve_one_percentage\(box, '(\w+)'", code)}
    borders = {f"border_{side}_width" for side in ("top", "right", "bottom", "left")}
    assert named | borders == {*LENGTHS}
    read = {*re.findall(r"\bbox\.(\w+)", code)} - {*LENGTHS}
    assert read == {"style"}
    assert {*re.findall(r"containing_block\.(\w+)", code)} == {"width", "height"}


def test_no_stylesheet_of_ours_makes_footnotes() -> None:
    """For them the typesetter's own sheet has rules, which a manuscript leaves out."""
    sheets = [*Path("pipeline/compose").rglob("*.css")]
    assert len(sheets) > 5
    for sheet in sheets:
        assert not re.search(
            r"float\s*:\s*footnote|position\s*:\s*note|::(foot)?note-", sheet.read_text("utf-8")
        ), sheet

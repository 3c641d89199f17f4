"""Items of rows that are laid out once stand as if they were laid out in their places."""

from collections.abc import Callable
from typing import Any

import pytest
from weasyprint.layout import block

from pipeline.typeset import flexed
from pipeline.typeset.boxes import is_one
from pipeline.typeset.engine import typeset
from pipeline.typeset.fonts import FontSet
from pipeline.typeset.typesetter import typesetter

WORDS = "Sleep helps you to heal, and rest is a part of each day that you plan."
WAY = f'<div class="row"><b>1</b><span>{WORDS}</span></div>'
SERVICE = f'<div class="row wrap"><p>{WORDS}</p><div class="row wrap">{WAY}{WAY}</div></div>'

STYLE = """
@page { size: 300pt 200pt; margin: 20pt }
body { font: 12pt Lato; margin: 0 }
.row { display: flex; align-items: baseline; margin: 1% }
.wrap { flex-wrap: wrap; align-items: stretch }
.wrap > * { flex: 1 1 40%; margin: 3pt auto 3pt 2% }
.end > * { align-items: flex-end; border: 1pt solid; min-height: 60pt }
.pushed p { margin-inline-start: auto } .pushed p + p { margin-top: auto }
.held { position: relative } .held i { position: absolute; bottom: 0 }
"""


def page(body: str, direction: str = "ltr") -> str:
    return (
        f'<!doctype html><html lang="en" dir="{direction}"><head><title>t</title>'
        f"<style>{STYLE}</style></head><body><h1>Title</h1>{body}</body></html>"
    )


def never(*_: object) -> bool:
    return False


@pytest.mark.parametrize(
    "body",
    [
        SERVICE,
        f'<div class="row wrap">{SERVICE}<p>{WORDS} {WORDS}</p></div>',
        f'<div class="row wrap end">{SERVICE}<p>{WORDS}</p></div>',
        f"<p>{WORDS} {WORDS}</p>{SERVICE}{SERVICE}",
        f'<div class="row"><p class="held">{WORDS}<i>foot</i></p><p>{WORDS} {WORDS}</p></div>',
        f'<div class="row"><div><p style="height: 50%">{WORDS}</p></div><p>{WORDS * 2}</p></div>',
        f'<div class="row pushed"><p>{WORDS}</p><p>1</p></div>',
        '<div class="row pushed"><p>1</p></div>',
        f'<div class="row"><table><tr><td>{WORDS}<td>1</table><p>{WORDS}</p></div>',
        f'<div class="row" style="flex-direction: column">{WAY}<p>{WORDS}</p></div>',
        f'<div class="row"><div style="columns: 2">{WORDS}</div><p>{WORDS}</p></div>',
    ],
)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_page_has_the_same_bytes(
    body: str, direction: str, fonts: FontSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = typeset(page(body, direction), fonts, "page.pdf").pdf
    monkeypatch.setattr(flexed, "_is_of_itself", never)
    assert typeset(page(body, direction), fonts, "page.pdf").pdf == made


@pytest.mark.parametrize(("tag", "leaves_frame"), [("figure", False), ("div", True)])
def test_a_picture_leaves_no_frame_on_the_page_before(tag: str, leaves_frame: bool) -> None:
    row = f'<{tag} class="row" style="padding: 5pt"><span>{WORDS}</span></{tag}>'
    above = '<p style="height: 124pt; margin: 0">above</p>'  # lines have room, their padding none
    html = f"<style>{STYLE}</style><body>{above}{row}"
    first: Any = typesetter().HTML(string=html).render().pages[0]
    assert any(is_one(box, "FlexBox") for box in first._page_box.descendants()) is leaves_frame


def test_rows_within_rows_are_laid_out_once(
    fonts: FontSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = _containers(fonts, monkeypatch)
    monkeypatch.setattr(flexed, "_is_of_itself", never)
    assert few * 3 < _containers(fonts, monkeypatch)


def _containers(fonts: FontSet, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how often something with the lines of a way is laid out."""
    own: Callable[..., Any] = block.block_container_layout
    told = 0

    def counted(context: Any, box: Any, *others: Any, **named: Any) -> Any:
        nonlocal told
        told += box.element_tag == "span"
        return own(context, box, *others, **named)

    with monkeypatch.context() as patch:
        patch.setattr(block, "block_container_layout", counted)
        typeset(page(f'<div class="row wrap">{SERVICE}</div>'), fonts, "page.pdf")
    return told

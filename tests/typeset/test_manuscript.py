"""A page that is set several times is each time what it would be if it were read anew."""

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.typeset.manuscript import Manuscript
from pipeline.typeset.typesetter import fetcher, logged, typesetter

VARIES = ":root { --air: 1; }\n"
STYLE = (
    "@page { size: 200px 300px; margin: 0 }\n* { margin: 0 }\n"
    + VARIES
    + "p { line-height: calc(20px * var(--air)); color: var(--none) }\n:root { --late: 2 }\n"
    "p:nth-child(2) { font-size: 12px }\n@page { margin-top: 10px }\nh1 { widht: 1px }\n"
)
BODY = "<h1>head</h1>" + "<p>a text of some words</p>" * 30
HTML = f"<!doctype html>\n<html><head><style>{STYLE}</style></head><body>{BODY}</body></html>"
COUNTED = HTML.replace("</style>", "h1::after { content: counter(pages) }</style>", 1)


def _manuscript(html: str, varies: str = VARIES) -> Manuscript:
    from weasyprint.text.fonts import FontConfiguration

    return Manuscript(typesetter(), html, varies, fetcher(), FontConfiguration())


def _lines(document: Any) -> list[list[tuple[float, float, str]]]:
    return [
        [
            (box.position_x, box.position_y, box.text)
            for box in page._page_box.descendants()
            if type(box).__name__ == "TextBox"
        ]
        for page in document.pages
    ]


@pytest.mark.parametrize("html", [HTML, COUNTED])
def test_each_setting_is_what_the_page_is_with_its_style(html: str) -> None:
    manuscript = _manuscript(html)
    assert manuscript.is_read_once
    lengths = []
    for air in ("1", "1.4", "0.9", "1"):
        style = f":root {{ --air: {air}; }}\np:nth-child(4) {{ margin-top: 5px }}\n"
        anew = typesetter().HTML(string=manuscript.with_style(style)).render()
        assert style in manuscript.with_style(style)
        made = _lines(manuscript.render(style, ""))
        assert made == _lines(anew)
        lengths.append(len(made))
    assert lengths[0] == lengths[3]
    assert lengths[1] > lengths[0]


def test_a_page_in_which_nothing_varies_is_read_as_it_is() -> None:
    manuscript = _manuscript(HTML, "")
    assert not manuscript.is_read_once
    assert manuscript.with_style("") == HTML
    assert _lines(manuscript.render("", "")) == _lines(typesetter().HTML(string=HTML).render())


def test_what_is_amiss_with_its_style_is_told_with_the_line_on_which_it_stands() -> None:
    with logged() as told:
        _manuscript(HTML)
    with logged() as anew:
        typesetter().HTML(string=HTML).render()
    assert [one for one in anew if "widht" in one] == told
    assert len(told) == 1


class _StopError(Exception):
    pass


def _stop_after(count: int) -> tuple[list[int], Callable[[list[Any]], None]]:
    seen: list[int] = []

    def see(pages: list[Any]) -> None:
        seen.append(len(pages))
        if len(pages) == count:
            raise _StopError

    return seen, see


def test_pages_are_seen_one_after_the_other_and_no_more_are_made_where_that_stops_them() -> None:
    manuscript = _manuscript(HTML)
    seen, see = _stop_after(2)
    with pytest.raises(_StopError):
        manuscript.render(VARIES, "", see)
    assert seen == [1, 2]
    seen, see = _stop_after(0)
    pages = manuscript.render(VARIES, "", see).pages
    assert seen == [*range(1, len(pages) + 1)]
    assert len(pages) > 2


def test_a_page_that_will_be_made_again_is_seen_by_nobody() -> None:
    seen, see = _stop_after(2)
    assert len(_manuscript(COUNTED).render(VARIES, "", see).pages) > 2
    assert seen == []

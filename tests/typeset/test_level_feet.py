"""Panels of a brochure end on one line, once they are set."""

from typing import Any

from pipeline.typeset.boxes import foot_of, in_margins, is_one, names_of
from pipeline.typeset.level_feet import level_feet, level_outside
from pipeline.typeset.spread import lowered_by
from pipeline.typeset.typesetter import typesetter
from tests.rows import each_row

STYLE = """<style>
@page { size: 200px 340px; margin: 20px }
body, p, h2, ol { margin: 0 } body { font: 8px/10px serif } h2 { font-size: 8px }
.new { break-before: page }
.running { position: running(drawing) }
.landscape, .foot-band { position: absolute; bottom: 20px; width: 100px; height: 60px }
</style>"""
DRAWING = (
    "@page :nth({}) "
    "{{ @bottom-left-corner {{ content: element(drawing); vertical-align: bottom }} }}"
)

P, H, NOTE = "<p>text</p>", "<h2>head</h2>", "<div class=crisis>text</div>"


def leveled(*panels: str, drawn: int = 0, kind: str = "landscape") -> list[Any]:
    """Set panels, one of which has a drawing at its foot, and have them end on one line."""
    text = panels[0] + "".join(one.replace(">", " class=new>", 1) for one in panels[1:])
    drawing = f"<style>{DRAWING.format(drawn)}</style>" if drawn else ""
    drawing += f'<div class="running"><div class="{kind}"></div></div>' if drawn else ""
    document = typesetter().HTML(string=f"{STYLE}{drawing}<main>{text}</main>").render()
    pages = [page._page_box for page in document.pages]
    assert len(pages) == len(panels)
    level_feet(pages)
    return pages


def tops(page: Any) -> list[float]:
    """Return how far below the head of a page's text its lines begin."""
    lines = [box for box in page.descendants() if is_one(box, "LineBox")]
    return [round(float(line.position_y) - 20, 1) for line in lines]


@each_row(
    ("early", "lines"),
    [
        (P + P + P, [0, 10, 20]),
        (P + H + P, [0, 12, 22]),
        (P + P + NOTE, [0, 10, 22]),
        (H + P, [0, 10]),
        ('<p class="head-again">head</p>' + P, [0, 10]),
    ],
)
def test_what_a_panel_lacks_goes_above_heads_and_around_frames_never_between_paragraphs(
    early: str, lines: list[float]
) -> None:
    lower = '<p style="line-height: 32px">text</p>'
    page, other = leveled(early, lower)
    assert tops(page) == lines
    assert tops(other) == [0]
    assert lowered_by(page) == lines[-1] - 10 * (len(lines) - 1)


def test_frames_are_set_apart_a_little_at_most() -> None:
    page, _ = leveled(P + NOTE, '<p style="line-height: 99px">text</p>')
    assert tops(page) == [0, 13.8]


@each_row(("height", "lower"), [(125, 105), (235, 215)])
def test_footnotes_that_end_a_panel_stand_at_its_foot(height: int, lower: int) -> None:
    notes = '<ol class="footnotes">note</ol>'
    page, _ = leveled(P + notes, f'<p style="line-height: {height}px">text</p>')
    assert tops(page)[-1] == 10 + lower


def _drawn_foot(page: Any) -> float:
    (box,) = [box for box in in_margins(page) if "landscape" in names_of(box)]
    return float(box.position_y + box.height) - 20


@each_row(
    ("middle", "foot"),
    [
        (P, 290.0),
        ('<p style="line-height: 222px">text</p>', 297.0),
        ('<p style="line-height: 240px">x</p>', 300.0),
    ],
)
def test_the_drawing_stands_on_the_line_on_which_the_others_end(middle: str, foot: float) -> None:
    sides = '<p style="line-height: 290px">text</p>'
    panels = leveled(sides, middle, sides, drawn=2)
    assert _drawn_foot(panels[1]) == foot


def test_panels_above_hills_along_their_foot_are_levelled_too() -> None:
    page, _ = leveled(P + H, '<p style="line-height: 22px">text</p>', drawn=1, kind="foot-band")
    assert tops(page) == [0, 12]


def leveled_flap(text: str, *, beside: int) -> Any:
    """Set a flap, and a back whose line is so many pixels high; have them end on one line."""
    body = f'<section class="panel-flap">{text}</section><section class="new">'
    body += f'<p style="line-height: {beside}px">text</p></section>'
    flat = "ul { list-style: none; margin: 0; padding: 0 } .part { border-bottom: 1px solid }"
    document = typesetter().HTML(string=f"{STYLE}<style>{flat}</style>{body}").render()
    flap, back = [page._page_box for page in document.pages]
    level_outside([flap], [back])
    return flap


def test_lists_beside_each_other_on_a_flap_are_set_apart_like_others() -> None:
    """Else those below them had all of it, and the flap ended early."""
    items = '<ul class="list">' + "<li>text</li>" * 2 + "</ul>"
    pair = '<div class="action-parts"><div class="action-part">' + items + "</div></div>"
    assert tops(leveled_flap(pair, beside=22)) == [0, 12]


def test_a_flap_ends_as_low_as_what_stands_beside_it_and_its_frames_with_it() -> None:
    item = "<li>text</li>"
    frames = f'<section class="part"><ul class="list">{item * 2}</ul></section>' * 2
    flap = leveled_flap(frames, beside=47)
    lower = 5 / 3.5
    assert tops(flap) == [
        round(at, 1) for at in (0, 10 + lower, 21 + 2.5 * lower, 31 + 3.5 * lower)
    ]
    parts = [box for box in flap.descendants() if names_of(box) == ["part"]]
    assert [round(foot_of(box) - 20, 1) for box in parts] == [round(21 + lower, 1), 47]
    assert round(lowered_by(flap), 1) == 5


@each_row(("cover", "back", "lower"), [(30, 20, (0, 10)), (20, 27, (7, 0)), (10, 10, (10, 10))])
def test_cover_and_back_end_as_low_as_the_lowest_panel_beside_them(
    cover: int, back: int, lower: tuple[int, int]
) -> None:
    line = '<p style="line-height: {}px">text</p>'
    field = '<div class="field">' + line.format(cover) + '<div class="cover-art"></div></div>'
    body = f'<section class="panel-flap">{line.format(30)}</section>'
    body += f'<section class="panel-cover new"><header class="masthead">{field}</header>{P}'
    body += f'</section><section class="panel-back new">{line.format(back)}'
    body += f'<div class="back-foot">{P}</div>'
    document = typesetter().HTML(string=f"{STYLE}{body}</section>").render()
    flap, *others = [page._page_box for page in document.pages]
    level_outside([flap], others)
    assert [lowered_by(page) for page in others] == list(lower)
    assert [tops(page)[-1] for page in others] == [cover + lower[0], back + lower[1]]
    (around,) = [box for box in others[0].descendants() if names_of(box) == ["field"]]
    assert foot_of(around) - 20 == cover + lower[0], "the field is as much higher"

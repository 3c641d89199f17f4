"""Where the end of a sheet stands on its last page."""

from typing import Any

import pytest

from pipeline.typeset.boxes import foot_of, is_one
from pipeline.typeset.cards import STAMP_ON_BACK, fill_back, heighten_card
from pipeline.typeset.spread import height_used
from pipeline.typeset.typesetter import typesetter

STYLE = """<style>
@page { size: 200px 300px; margin: 0 }
body, p { margin: 0 } body { font: 8px/10px serif }
.new { break-before: page }
.room-for-notes { position: absolute; top: 0; width: 100% } h2 { font-size: 8px; margin: 0 }
.write-in { height: 9px; border-bottom: 1px solid }
</style>"""


def _last(*parts: str) -> Any:
    html = f"{STYLE}<body><main><p>first</p></main>{''.join(parts)}</body>"
    return typesetter().HTML(string=html).render().pages[-1]._page_box


def _tops(page: Any) -> dict[str, float]:
    return {
        str(box.element.get("class")): float(box.position_y)
        for body in page.children[0].children
        for box in body.children
    }


def _part(name: str, lines: int) -> str:
    return f'<div class="{name}">{"<br>".join(["text"] * lines)}</div>'


NOTES = f'<section class="room-for-notes"><h2>Notes</h2>{"<p class=write-in></p>" * 9}</section>'
NEW, END = _part("new", 20), _part("at-foot", 4)


def test_card_and_last_lines_end_with_their_page_and_works_stand_between() -> None:
    page = _last(NEW, _part("references", 2), END)
    assert _tops(page) == {"new": 0, "references": 200 + 0.45 * 40, "at-foot": 260}
    assert height_used(page) == 260  # what is reckoned with is where it stood


@pytest.mark.parametrize(
    ("before", "notes", "works", "written"),
    [
        (19, "", [0, 5, 10], 0),
        (22, "", [0, 2.5, 5], 0),
        (18, NOTES, [0, 5, 10], 0),
        (15, NOTES, [0, 2.4, 4.8], 4),
        (22.5, "", [0, 1.25, 2.5], 0),
        (23, "", [0, 0, 0], 0),
    ],
    ids=["room", "little room", "before lines", "room for both", "hardly any", "no room"],
)
def test_works_are_further_apart_where_their_page_has_room(
    before: float, notes: str, works: list[float], written: int
) -> None:
    listed = '<div class="references"><ol>' + "<li>work</li>" * 3 + "</ol></div>"
    page = _last(
        f'<div class="new" style="height: {10 * before}px"></div>',
        notes,
        listed.replace("<ol", "<ol style='margin: 0; list-style: none'"),
        END,
    )
    items = [box for box in page.descendants() if is_one(box, "BlockBox")]
    tops = [box.position_y for box in items if getattr(box.element, "tag", "") == "li"]
    assert [top - tops[0] - 10 * place for place, top in enumerate(tops)] == pytest.approx(works)
    assert len(_written(page)) == written


def test_what_follows_them_is_moved_along() -> None:
    assert _tops(_last(NEW, END, _part("colophon", 2)))["colophon"] == 280


@pytest.mark.parametrize(
    "parts", [(_part("new", 9), END), (NEW,), (_part("at-foot new", 26),), (END,)]
)
def test_nothing_is_moved_on_emptier_pages_nor_at_the_head_of_one_nor_on_page_one(
    parts: tuple[str, ...],
) -> None:
    page = _last(*parts)
    assert not hasattr(page, "lowered")


def _written(page: Any) -> list[float]:
    """Return where the lines for notes stand that a page shows."""
    return [
        float(box.border_box_y() + box.border_height())
        for box in page.descendants(placeholders=True)
        if box.element is not None and box.element.get("class") == "write-in"
    ]


def test_lines_for_notes_stand_above_the_works_as_many_as_there_is_room_for() -> None:
    page = _last(_part("new", 15), NOTES, _part("references", 2), END)
    assert _written(page) == [180, 190, 200, 210, 220, 230]  # 10 px of the room above them
    assert _tops(page)["references"] == 230 + 5
    assert _tops(page)["at-foot"] == 260


def test_lines_for_notes_stand_once_where_the_end_parts_over_pages() -> None:
    whole = [f'<p style="break-inside: avoid">{"text<br>" * lines}</p>' for lines in (9, 12)]
    end = f'<div class="at-foot">{"".join(whole)}</div>'
    parts = _part("new", 29), NOTES, _part("references new", 14), end
    html = f"{STYLE}<body><p>first</p>{''.join(parts)}</body>"
    pages = [page._page_box for page in typesetter().HTML(string=html).render().pages]
    assert [len(_written(page)) > 0 for page in pages] == [False, False, False, True]


def test_twelve_lines_for_notes_stand_where_more_had_room() -> None:
    notes = NOTES.replace("</section>", "<p class=write-in></p>" * 4 + "</section>")
    page = _last(_part("new", 4), notes, _part("references", 2), END)
    assert _written(page) == [40 + 30 + 20 + 10 * place for place in range(12)]
    assert _tops(page)["references"] == 220


def test_three_lines_for_notes_stand_where_no_more_have_room() -> None:
    page = _last(_part("new", 19), NOTES, _part("references", 1), END)
    assert _written(page) == [220, 230, 240]
    page = _last(_part("new", 19), '<p style="line-height: 29px">text</p>', NOTES, END)
    assert _written(page) == []  # a hair too little


def test_two_languages_have_up_to_nine_lines_for_notes() -> None:
    row = '<div class="row">Notes</div>'
    notes = f'<section class="room-for-notes">{row}{"<p class=write-in></p>" * 12}</section>'
    page = _last(_part("new", 12), notes, END)
    assert len(_written(page)) == 9


@pytest.mark.parametrize("name", ["row", "row-footnotes"])
def test_lines_for_notes_in_two_languages_stand_below_the_works(name: str) -> None:
    row = '<div class="row">Notes</div>'
    notes = f'<section class="room-for-notes">{row}{"<p class=write-in></p>" * 12}</section>'
    text = f'<div class="new"><div class="{name}" style="line-height: 120px">text</div></div>'
    page = _last(text, notes, _part("references", 2), END)
    lines = _written(page)
    room = 300 - 40 - 140 - 10 - 10 * len(lines)
    assert list(_tops(page).items()) == [
        ("new", 0),
        ("references", 120),
        ("room-for-notes", pytest.approx(140 + 0.7 * room)),
        ("at-foot", 260),
    ]
    assert lines[-1] == pytest.approx(260 - 0.3 * room)


def test_below_lines_for_notes_the_end_stands_at_the_foot_however_much_is_free() -> None:
    page = _last(_part("new", 3), NOTES, _part("references", 2), END)
    assert len(_written(page)) == 9
    assert _tops(page)["at-foot"] == 260
    assert "lowered" not in vars(_last(_part("new", 3), _part("references", 2), END))


def test_lines_for_notes_are_struck_where_they_would_be_too_few() -> None:
    page = _last(_part("new", 21), NOTES, _part("references", 2), END)
    assert _written(page) == []
    assert _tops(page) == {"new": 0, "references": 210 + 0.45 * 30, "at-foot": 260}


@pytest.mark.parametrize(
    ("parts", "first", "apart", "written", "tops"),
    [
        (
            (_part("new references", 14), END),
            140 + 14 + 20,
            10,
            9,
            {"new references": 0, "room-for-notes": 140 + 14, "at-foot": 260},
        ),
        (
            (_part("new references", 8), END),
            80 + 0.7 * 50 + 20,
            10 + 30 / 8,
            9,
            {"new references": 0, "room-for-notes": 80 + 0.7 * 50, "at-foot": 260},
        ),
        (
            (_part("new references", 5), END),
            50 + 0.7 * (110 - 32) + 20,
            14,
            9,
            {"new references": 0, "room-for-notes": 50 + 0.7 * (110 - 32), "at-foot": 260},
        ),
        ((_part("at-foot new", 24),), 20, 10, 3, {"room-for-notes": 0, "at-foot new": 60}),
        ((_part("new references", 24), END), 0, 0, 0, {"new references": 0, "at-foot": 260}),
        ((_part("at-foot new", 27),), 0, 0, 0, {"at-foot new": 0}),
    ],
    ids=["works", "fewer", "few", "end", "works without room", "end without room"],
)
def test_lines_for_notes_are_further_apart_on_a_page_that_has_nothing_else_of_the_text(
    parts: tuple[str, ...], first: float, apart: float, written: int, tops: dict[str, float]
) -> None:
    page = _last(NOTES, *parts)
    lines = [first + apart * number for number in range(written)]
    assert _written(page) == pytest.approx(lines)
    found = _tops(page)
    assert list(found) == list(tops)  # in the order of reading
    assert found == pytest.approx(tops)


@pytest.mark.parametrize("parts", [(NOTES,), (_part("new", 9), NOTES), (NOTES, END)])
def test_no_lines_for_notes_stand_on_page_one_or_where_a_sheet_has_no_end(
    parts: tuple[str, ...],
) -> None:
    assert _written(_last(*parts)) == []


@pytest.mark.parametrize(
    ("name", "part", "high"), [("name", 5, 60), ("stamp", 0, 130)], ids=["words", "stamp"]
)
def test_a_card_shares_out_what_is_white_in_it_unless_that_is_for_a_stamp(
    name: str, part: float, high: int
) -> None:
    said = '<div class="card-help"><p>hint</p><p class="called">number</p></div>'
    clinic = f'<div class="card-clinic"><p class="fact">fact</p><p class="{name}">name</p></div>'
    card = f'<div class="card" style="height: {high}px; padding-bottom: 2px">{said}{clinic}</div>'
    new = _part("new", 24 - high // 10)
    page = _last(new, _part("references", 4), f'<div class="at-foot">{card}</div>')
    tops = {name: float(box.position_y) for box in page.descendants() for name in _names(box)}
    top = 298 - high
    assert tops["called"] == top + 10 + part
    assert tops["card-clinic"] == top + 20 + 2 * part
    assert (tops["fact"], tops[name]) == (top + 20 + 3 * part, top + 30 + 3 * part)


@pytest.mark.parametrize(
    ("before", "notes", "higher", "written"),
    [
        (10, NOTES, 63, 6),
        (15, NOTES, 50, 3),
        (19, NOTES, 10, 3),
        (21, "", 50, 0),
        (26, "", 0, 0),
    ],
    ids=["a stamp", "some", "hardly any", "all there is", "a full page"],
)
def test_a_card_has_room_for_a_stamp_beside_the_fewest_lines_for_notes(
    before: int, notes: str, higher: float, written: int
) -> None:
    stamp = '<div class="card"><p>name</p><p class="stamp">stamp</p></div>'
    end = f'<div class="at-foot" style="display: flex">{stamp}{_part("told", 4)}</div>'
    page = _last(_part("new", before), notes, end)
    named = {name: box for box in page.descendants() for name in _names(box)}
    assert [named[name].height for name in ("card", "told")] == pytest.approx([40 + higher] * 2)
    assert foot_of(named["card"]) == pytest.approx(300)
    assert named["stamp"].position_y == named["card"].position_y + 10
    assert len(_written(page)) == written


@pytest.mark.parametrize(
    ("before", "high", "apart", "card"),
    [
        (19, 60, 3.5, 60),
        (21, 20, 3.5, 47),
        (23, 60, 3.5, 60),
        (26, 40, 0, 40),
        (25, 20, 5 / 3, 43 + 1 / 3),
    ],
    ids=["in the card's height", "in its page's", "a full page", "as high as it", "a little room"],
)
def test_paragraphs_beside_a_card_are_told_apart_where_there_is_room(
    before: int, high: float, apart: float, card: float
) -> None:
    told = '<div class="colophon"><h2>About</h2><p>one</p><p>two</p><p>three</p></div>'
    card_style = f"height: {high - 1}px; border-bottom: 1px solid"
    style = f"<style>.at-foot {{ display: flex }} .card {{ {card_style} }}</style>"
    page = _last(
        style, _part("new", before), f'<div class="at-foot">{_part("card", 1)}{told}</div>'
    )
    found = [box for box in page.descendants() if is_one(box, "BlockBox")]
    tops = [box.position_y for box in found if box.element.text in ("one", "two", "three")]
    assert [top - tops[0] - 10 * place for place, top in enumerate(tops)] == pytest.approx(
        [0, apart, 2 * apart]
    )
    (last,) = (box for box in page.descendants() if is_one(box, "FlexBox"))
    assert last.height == pytest.approx(card)
    assert foot_of(last) == 300


def test_records_of_several_days_stay_one_list_beside_a_card() -> None:
    records = '<p class="footing">two</p><p class="footing">three</p>'
    told = f'<div class="colophon"><h2>About</h2><p>one</p>{records}<p>four</p></div>'
    style = "<style>.at-foot { display: flex }</style>"
    page = _last(style, _part("new", 19), f'<div class="at-foot">{_part("card", 10)}{told}</div>')
    found = [box for box in page.descendants() if is_one(box, "BlockBox")]
    tops = [box.position_y for box in found if box.element.text in ("one", "two", "three", "four")]
    assert [top - tops[0] for top in tops] == pytest.approx([0, 13.5, 23.5, 37])


@pytest.mark.parametrize(
    ("lines", "higher"), [(14, 0.6 * 120), (22, 0.6 * 40), (26, 0)], ids=["much", "some", "none"]
)
def test_a_card_above_the_last_lines_is_higher_by_a_part_of_the_room_below(
    lines: int, higher: float
) -> None:
    stamp = '<div class="card"><div><p>text</p><p class="stamp">stamp</p></div></div>'
    page = _last(_part("new", lines), f'<div class="last">{stamp}{_part("colophon", 2)}</div>')
    heighten_card([None, page])
    (card,) = (box for box in page.descendants() if "card" in _names(box))
    (stamp_box,) = (box for box in page.descendants() if _names(box) == ["stamp"])
    (after,) = (box for box in page.descendants() if _names(box) == ["colophon"])
    assert card.height == pytest.approx(20 + higher)
    assert float(stamp_box.position_y) == 10 * lines + 10 + min(3, higher / 2)
    assert float(after.position_y) == pytest.approx(10 * lines + 20 + higher)
    assert height_used(page) == 10 * lines + 40  # what is reckoned with is where it stood


def test_only_the_room_for_the_stamp_grows_where_the_card_has_it_at_its_foot() -> None:
    room = '<div class="room"><p class="stamp">stamp</p></div>'
    card = f'<div class="card"><div class="whom">help</div>{room}</div>'
    page = _last(_part("new", 18), f'<div class="last">{card}</div>')
    found = {name: box for box in page.descendants() for name in _names(box)}
    heighten_card([None, page])
    assert found["whom"].height == 10
    assert found["room"].height == pytest.approx(10 + 0.6 * (300 - 200))


def test_such_a_card_is_higher_by_no_more_than_a_stamp() -> None:
    stamp = '<div class="card"><p class="stamp">stamp</p></div>'
    style = "<style>@page { size: 200px 900px }</style>"
    page = _last(style, _part("new", 10), f'<div class="last">{stamp}</div>')
    heighten_card([None, page])
    (card,) = (box for box in page.descendants() if "card" in _names(box))
    assert card.height == 10 + 120


def _cards() -> str:
    """Return the end of a sheet in two languages, whose cards have little room for a stamp."""
    card = '<div class="card"><p>call</p><p class="stamp">stamp</p></div>'
    cells = f'<div class="own">{card}</div>' * 2
    style = ".row { display: table } .own { display: table-cell; height: 40px }"
    last = f'<div class="row">{cells}</div><div class="row told">text</div>'
    return f'<style>{style}</style><div class="last at-foot">{last}</div>'


@pytest.mark.parametrize(
    ("before", "notes", "higher", "written"),
    [
        (22, "", 23, 0),
        (25, "", 0, 0),
        (10, NOTES, 63, 5),
        (15, NOTES, 33, 3),
        (18, NOTES, 3, 3),
        (20, NOTES, 43, 0),
    ],
    ids=["all there is", "a full page", "a stamp", "some", "lines alone", "no lines"],
)
def test_cards_of_two_languages_have_room_for_a_stamp_beside_the_fewest_lines_for_notes(
    before: int, notes: str, higher: float, written: int
) -> None:
    page = _last(_part("new", before), notes, _cards())
    cells = [box for box in page.descendants() if is_one(box, "TableCellBox")][:2]
    assert [box.height for box in cells] == pytest.approx([40 + higher] * 2)
    assert len(_written(page)) == written
    (told,) = (box for box in page.descendants() if "told" in _names(box))
    clear = 7 if before < 25 else 0
    assert foot_of(told) == pytest.approx(300 - clear), "it stood on the foot's rule"


@pytest.mark.parametrize(("lines", "apart"), [(18, 6.0), (22, 0.4 * 20 / 2)])
def test_paragraphs_of_the_last_lines_below_such_a_card_take_some_of_the_rest(
    lines: int, apart: float
) -> None:
    told = f'<div class="colophon">{"<p>text</p>" * 4}</div>'
    end = f'<div class="last"><div class="card"><p class="stamp">stamp</p></div>{told}</div>'
    page = _last(_part("new", lines), end, _part("imprint", 1))
    free = 300 - 10 * lines - 10 - 40 - 10
    heighten_card([None, page])
    found = {name: box for box in page.descendants() for name in _names(box)}
    tops = [float(box.position_y) - 10 * lines for box in found["colophon"].children]
    first = 10 + 0.6 * free
    assert tops == [first, first + 10, first + 20 + apart, first + 30 + 2 * apart]
    assert float(found["imprint"].position_y) - 10 * lines == first + 40 + 2 * apart


@pytest.mark.parametrize(("lines", "higher"), [(12, 133), (20, 53)])
def test_the_area_for_the_clinic_takes_what_a_back_leaves_free(lines: int, higher: float) -> None:
    area = '<div class="clinic"><p>stamp</p></div>'
    back = f'<div class="last">{area}{_part("colophon", 2)}</div>{_part("imprint", 1)}'
    page = _last(_part("new", lines), back)
    fill_back(page)
    found = {name: box for box in page.descendants() for name in _names(box)}
    assert found["clinic"].height == 10 + higher
    assert float(found["colophon"].position_y) == 10 * lines + 10 + higher
    assert float(found["imprint"].position_y) == 300 - 7 - 10, "it stood on the foot's rule"
    assert height_used(page) == 10 * lines + 40


def test_paragraphs_of_the_last_lines_take_some_of_that_room() -> None:
    told = f'<div class="colophon">{"<p>text</p>" * 4}</div>'
    area = '<div class="clinic"><p>stamp</p></div>'
    page = _last(_part("new", 20), f'<div class="last">{area}{told}</div>', _part("imprint", 1))
    fill_back(page)
    found = {name: box for box in page.descendants() for name in _names(box)}
    tops = [float(box.position_y) for box in found["colophon"].children]
    assert found["clinic"].height == 10 + 33 - 12
    assert tops == [241 - 10, 241, 241 + 16, 241 + 32]
    assert float(found["imprint"].position_y) == 290 - 7


@pytest.mark.parametrize(("lines", "looser"), [(15, 0), (12, 0), (10, 12)])
def test_a_stamp_has_room_before_the_last_lines_take_any(lines: int, looser: float) -> None:
    told = f'<div class="colophon">{"<p>text</p>" * 4}</div>'
    area = '<div class="clinic"><p class="stamp">stamp</p></div>'
    page = _last(_part("new", lines), f'<div class="last">{area}{told}</div>')
    fill_back(page)
    found = {name: box for box in page.descendants() for name in _names(box)}
    assert found["clinic"].height == 300 - 7 - 10 * lines - 40 - looser
    assert float(found["colophon"].children[-1].position_y) == 290 - 7


def test_an_area_that_gave_way_is_first_as_high_as_what_stands_in_it() -> None:
    told = f'<div class="colophon">{"<p>text</p>" * 4}</div>'
    area = f'<div class="clinic" style="height: 10px">{"<p>clinic</p>" * 5}</div>'
    page = _last(_part("new", 20), f'<div class="last">{area}{told}</div>')
    fill_back(page)
    found = {name: box for box in page.descendants() for name in _names(box)}
    assert found["clinic"].height == pytest.approx(10 + 43 - 0.4 * 3)


def test_the_area_for_the_clinic_is_no_higher_than_a_stamp_where_hills_have_the_rest() -> None:
    area = '<div class="clinic"><p>stamp</p></div>'
    back = f'<div class="last">{area}{_part("colophon", 1)}</div>{_part("imprint", 1)}'
    page = _last("", back)
    fill_back(page)
    found = {name: box for box in page.descendants() for name in _names(box)}
    assert found["clinic"].height == STAMP_ON_BACK
    assert float(found["imprint"].position_y) == STAMP_ON_BACK + 20


def _names(box: Any) -> list[str]:
    is_block = type(box).__name__ == "BlockBox" and box.element is not None
    return str(box.element.get("class", "")).split() if is_block else []

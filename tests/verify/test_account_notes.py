"""A crisis note that goes on: which page counts as having its head."""

from pipeline.values.sheet import Passage
from pipeline.verify.account import Account, Glyph, Part, Placed, parted_notes, torn_notes
from pipeline.verify.letters import Letter


def _placed(kind: str, page: int, *, again: bool = False) -> Placed:
    passage = Passage(kind=kind, pieces=((kind, 0),), rtl=False, note="70.0", again=again)
    return Placed(passage, (Part(page, 0, 0.0, 612.0, []),))


def test_a_note_is_whole_where_its_head_stands_again_over_its_numbers() -> None:
    head, number = _placed("heading", 5, again=True), _placed("way", 6)
    once_more = Placed(head.passage, (Part(6, 0, 0.0, 612.0, []),))
    assert not list(torn_notes(Account(placed=[head, number], repeated=[once_more])))
    assert list(torn_notes(Account(placed=[head, number])))


def test_a_note_is_torn_where_its_numbers_are_on_two_pages() -> None:
    head, way = _placed("heading", 5, again=True), _placed("way", 5)
    emergency = _placed("sentence", 6)
    once_more = Placed(head.passage, (Part(6, 0, 0.0, 612.0, []),))
    assert list(torn_notes(Account(placed=[head, way, emergency], repeated=[once_more])))


def _line(page: int, y: float, *, within: str = "70.0") -> Placed:
    letter = Letter(
        text="a",
        x=0,
        y=y,
        size=10,
        left=0,
        right=5,
        bottom=y,
        top=y + 7,
        start=0,
        end=5,
        font="Lato",
    )
    passage = Passage(kind="paragraph", pieces=(("a", 0),), rtl=False, within=within)
    return Placed(passage, (Part(page, 0, y, 612.0, [Glyph(("a",), letter)]),))


def _full_page(page: int) -> list[Placed]:
    return [_line(page, y, within="") for y in (710.0, 50.0)]


def test_a_note_that_goes_on_is_torn_where_one_page_would_hold_all_of_it() -> None:
    whole = [_line(5, 700), _line(5, 60)]
    goes_on = [_line(5, 700), _line(5, 150), _line(6, 710), _line(6, 660)]
    too_long = [_line(5, 700), _line(5, 60), _line(6, 710), _line(6, 600)]
    assert not list(parted_notes(Account(placed=[*_full_page(4), *whole])))
    assert list(parted_notes(Account(placed=[*_full_page(4), *goes_on])))
    assert not list(parted_notes(Account(placed=[*_full_page(4), *too_long])))

"""A crisis note that goes on: which page counts as having its head."""

from pipeline.values.sheet import Passage
from pipeline.verify.account import Account, Part, Placed, torn_notes


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

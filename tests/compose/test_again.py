"""Which head is said again where a page goes on with the text below it."""

from pipeline.compose.again import heads_again, introduced_by
from pipeline.values.article import Block, Inline
from tests.rows import each_row

NOTE = Block(kind="container", name="crisis short")
POINTS = Block(kind="container", name="summary addition")
HEAD = Block(kind="heading", level=2)
TEXT = Block(kind="paragraph")


@each_row(
    ("items", "place"),
    [
        ((NOTE, POINTS, TEXT, TEXT, HEAD, TEXT), 1),
        ((POINTS, TEXT), 0),
        ((NOTE, TEXT, HEAD), None),  # what stands before it has no head of its own
        ((NOTE, POINTS, HEAD, TEXT), None),
        ((NOTE, POINTS, NOTE, TEXT), None),
        ((HEAD, POINTS, TEXT), None),  # it goes on with no section
        ((POINTS,), None),
        ((TEXT, HEAD, TEXT), 0),
        ((), None),
    ],
)
def test_the_introduction_follows_the_main_points_before_the_first_section(
    items: tuple[Block, ...], place: int | None
) -> None:
    found = introduced_by(items)
    assert found is (None if place is None else items[place])


def _said(kind: str, words: str) -> list[str]:
    block = Block(kind=kind, content=(Inline(kind="text", text=words),))
    return ["".join(part.text for part in one) for one in heads_again(block)]


def test_a_title_is_said_again_as_a_head_is_and_a_frame_has_nothing_to_say() -> None:
    for kind in ("heading", "paragraph"):
        assert _said(kind, "Sleep: how it comes") == ["Sleep: how it comes", "Sleep"]
        assert _said(kind, "Sleep") == ["Sleep"]
    assert _said("container", "Sleep") == []

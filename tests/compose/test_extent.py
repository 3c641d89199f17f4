"""How long blocks are: what parts over pages, and what stands beside what."""

import pytest

from pipeline.compose.extent import are_beside
from pipeline.values.article import Block, Inline


def words(kind: str, text: str) -> Block:
    return Block(kind=kind, content=(Inline(kind="text", text=text),))


def part(items: int, letters: int) -> list[Block]:
    listed = tuple(words("item", "a" * letters) for _ in range(items))
    return [words("heading", "What to do"), Block(kind="list", children=listed)]


@pytest.mark.parametrize(
    ("parts", "beside"),
    [
        ([part(4, 90), part(3, 60)], True),
        ([part(25, 12), part(15, 10)], True),
        ([part(25, 55), part(15, 60)], False),
        ([part(3, 60), part(25, 55)], False),
        ([part(4, 90)], False),
        ([part(2, 9)] * 3, False),
    ],
    ids=["usual", "many of a word", "many long ones", "second", "one", "three"],
)
def test_two_parts_of_a_frame_stand_beside_each_other_where_a_page_holds_them(
    parts: list[list[Block]], beside: bool
) -> None:
    assert are_beside(parts) is beside

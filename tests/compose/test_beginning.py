"""What of a text stands on a flap for which nothing was written."""

from pipeline.compose.beginning import beginning_of
from pipeline.values.article import Block, Inline
from tests.rows import each_row

HEAD = Block(kind="heading", level=2)
NOTE = Block(kind="container", name="crisis")
PICTURE = Block(kind="figure")


def _text(letters: int) -> Block:
    return Block(kind="paragraph", content=(Inline(kind="text", text="a" * letters),))


@each_row(
    ("blocks", "count"),
    [
        ((_text(80), HEAD, _text(200), HEAD, _text(300), HEAD, _text(400)), 3),
        ((_text(80), HEAD, _text(200)), 0),  # it would look bare
        ((_text(300), HEAD, _text(400), HEAD, _text(400)), 1),  # an introduction is enough
        ((_text(20), HEAD, PICTURE, HEAD, _text(300), HEAD, _text(300)), 3),
        ((_text(900), HEAD, _text(100)), 0),  # nothing would be left for the panels inside
        ((HEAD, NOTE, HEAD, _text(300), HEAD, _text(300)), 0),  # a note stays with its text
        ((_text(80), _text(200)), 0),  # no section ends
        ((), 0),
    ],
)
def test_a_flap_without_text_of_its_own_has_the_first_sections(
    blocks: tuple[Block, ...], count: int
) -> None:
    assert beginning_of(blocks) == (blocks[:count], blocks[count:])

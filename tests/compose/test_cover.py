"""Which drawings of a cover are turned round on right-to-left sheets."""

from pipeline.compose.sheet import may_be_mirrored
from tests.rows import each_row

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
DRAWN = SVG.format('<path d="M0 0h9"/>').encode()
SAYS = SVG.format("<text>Breathe</text>").encode()
COUNTS = SVG.format("<g><text><tspan>3</tspan></text></g>").encode()


@each_row(
    ("name", "content", "turns"),
    [
        ("path.svg", DRAWN, True),
        ("path.svg", SAYS, False),
        ("path.svg", COUNTS, False),
        ("path.ar.svg", DRAWN, False),
        ("path.png", b"", False),
        ("path.jpg", b"", False),
        ("gone.svg", None, False),
    ],
)
def test_only_a_drawing_without_letters_that_serves_every_locale_is_turned_round(
    name: str, content: bytes | None, turns: bool
) -> None:
    original = "path.svg" if name == "path.ar.svg" else name
    images = {} if content is None else {name: content}
    assert may_be_mirrored(name, original, images) is turns

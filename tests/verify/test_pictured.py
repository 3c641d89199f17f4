"""Letters inside of pictures are the pictures' own, as many as these say and no more."""

from pipeline.check.picture import letters_in_picture
from pipeline.verify.letters import Letter
from pipeline.verify.page import Page
from pipeline.verify.pixels import Ink
from pipeline.verify.sheet import without_pictured
from pipeline.verify.text import fold

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Not shown</title>'
    b'<text x="1" y="2">Breathe in</text><g><text><tspan>4 s</tspan></text></g></svg>'
)


def letter(text: str, *, pictured: bool) -> Letter:
    return Letter(text, 0, 0, 0, 0, 5, 5, 0, 5, 12, "Lato", pictured=pictured)


def page(*letters: Letter) -> Page:
    ink = Ink(1, 1, 1, b"\xff")
    return Page(1, 100, 100, letters, ink, ink)


def test_a_pictures_letters_are_what_it_shows_as_text() -> None:
    assert letters_in_picture("a.svg", SVG) == "Breathein4s"
    assert letters_in_picture("A.SVG", SVG) == "Breathein4s"
    assert letters_in_picture("a.png", SVG) == ""
    assert letters_in_picture("a.svg", b"<svg") == ""


def test_letters_of_a_picture_are_taken_off_as_often_as_it_says_them() -> None:
    seen = [letter(one, pictured=True) for one in "4ss"]
    (left,) = without_pictured([page(*seen)], "4s")
    assert [one.text for one in left.letters] == ["s"]


def test_letters_of_the_sheet_itself_stay() -> None:
    (left,) = without_pictured([page(letter("4", pictured=False))], "4s")
    assert [one.text for one in left.letters] == ["4"]


def test_letters_that_share_a_glyph_are_compared_as_one() -> None:
    # Fonts for Simplified Chinese draw these alike, and a file names a glyph by one of them.
    assert fold("•") == fold("·") == fold("・") == fold("‧")
    assert fold("‒") == fold("–")

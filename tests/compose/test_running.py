"""Running text to HTML: nothing in an article or a translation can become markup of its own."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from pipeline.compose.bibliography import reference_list
from pipeline.compose.citation import Piece
from pipeline.compose.running import Running, citation_html
from pipeline.compose.sheet import fill
from pipeline.parse.inline import parse_inline
from pipeline.values.citation import Dating, Reference
from tests.rows import each_row


def running() -> Running:
    return Running(
        direction="ltr",
        citation=lambda _: (),
        placeholders={"emergency": lambda: Markup("<b>112</b>")},
        image=lambda name: f"data:{name}",
    )


def test_letters_are_escaped() -> None:
    assert running()(parse_inline("5 < 6 & 7 > 2")) == "5 &lt; 6 &amp; 7 &gt; 2"
    linked = running()(parse_inline('[a"b](x" "t<")'))
    assert linked == '<a href="x%22" title="t&lt;">a&#34;b</a>'


def test_a_link_shows_its_address_once() -> None:
    shown = running()(parse_inline("[more](https://example.org/a?b=1&c=2)"))
    assert shown.endswith('(<bdi dir="ltr" class="link-address">example.org/a?b=1&amp;c=2</bdi>)')
    assert "bdi" not in running()(parse_inline("<https://example.org>"))


def test_a_short_address_stands_on_one_line() -> None:
    shown = running()(parse_inline("[more](https://example.org/worry)"))
    assert '<bdi dir="ltr" class="link-address whole">example.org/worry</bdi>' in shown


@each_row(
    ("text", "names"),
    [
        ("请拨打{emergency}。", ["apart", "either after-letter before-mark"]),
        ("危険なときは、{emergency}に", ["either after-mark"]),
        ("（{emergency}）", ["either after-mark before-mark"]),
        ("すぐに{emergency}に", ["apart", "either after-letter"]),
        ("请拨打{emergency}或", ["apart", "either after-letter"]),
        ("Call {emergency}.", ["either"]),
    ],
)
def test_numbers_beside_wide_marks_are_told_apart(text: str, names: list[str]) -> None:
    writer = running()
    writer.placeholders = {"emergency": lambda: Markup('<span class="either">112</span>')}
    found = re.findall('class="([^"]*)"', writer(parse_inline(text)))
    assert [sorted(one.split()) for one in found] == [sorted(one.split()) for one in names]


def test_no_line_ends_between_an_ideograph_and_its_number() -> None:
    writer = running()
    writer.placeholders = {"emergency": lambda: Markup('<span class="either">112</span>')}
    assert '打</span>\u2060<span class="either' in writer(parse_inline("请拨打{emergency}。"))


@each_row(
    ("text", "joined"),
    [
        ("有危险，请拨打{emergency}。", "，请\u2060拨<span"),
        ("有危险，请您拨打{emergency}。", "，请您拨<span"),  # a line may end with two letters
        ("请拨打{emergency}。", "请拨<span"),
        ("危険なときは、すぐに{emergency}に", "、す\u2060ぐ<span"),
    ],
)
def test_no_line_ends_with_a_letter_that_leads_from_a_mark_to_a_number(
    text: str, joined: str
) -> None:
    writer = running()
    writer.placeholders = {"emergency": lambda: Markup('<span class="either">112</span>')}
    assert joined in writer(parse_inline(text))


def test_footnotes_are_numbered_as_their_marks_come() -> None:
    writer = running()
    writer(parse_inline("a[^z] b[^a] c[^z]"))
    assert writer.note_numbers == {"z": 1, "a": 2}


@each_row(
    ("pieces", "direction", "kept"),
    [
        ("(|*Gross| y |*Muñoz|, |*1995|)", "ltr", ["y Muñoz, 1995)"]),
        ("(|*Gross| و |*Muñoz|، |*1995|)", "rtl", ["(Gross و Muñoz، 1995)"]),
        ("(|*Wei| et al.|, |*2003|)", "ltr", ["(Wei et al., 2003)"]),
        ("(|*Gross|, |*Muñoz|, |*1995|)", "ltr", ["Muñoz, 1995)"]),
        ("(|*Gross| & |*Muñoz|, |*1995|)", "ltr", ["Muñoz, 1995)"]),
        ("（|*Gross| & |*Muñoz|，|*1995|）", "ltr", ["Muñoz，1995）"]),
        ("(|*Beck|, |*1967|)", "ltr", ["(Beck, 1967)"]),
        ("(|*Bartholomew| & |*Featherstonehaugh-Smith|, |*1995|)", "ltr", []),
    ],
)
def test_a_line_ends_in_a_citation_only_where_names_are_joined(
    pieces: str, direction: str, kept: list[str]
) -> None:
    html = citation_html(
        tuple(Piece(text=one.lstrip("*"), name=one[0] == "*") for one in pieces.split("|")),
        direction,
    )
    whole = re.findall(r'<bdi dir="..." class="citation whole">(.*)</bdi>', html)
    whole += re.findall(r'<span class="whole">(.*?)</span>', html)
    assert [Markup(inner).striptags() for inner in whole] == kept
    assert Markup(html).striptags() == pieces.replace("|", "").replace("*", "")


@each_row(
    ("pieces", "names", "year"),
    [
        ("（|*Beck|, |*1967|）", "（Beck,", "1967）"),
        ("（|*Wei|\u00a0等|，|*2003|）", "（Wei\u00a0等，", "2003）"),
    ],
)
def test_a_citation_in_wide_brackets_may_part_before_its_year(
    pieces: str, names: str, year: str
) -> None:
    html = citation_html(
        tuple(Piece(text=one.lstrip("*"), name=one[0] == "*") for one in pieces.split("|")), "ltr"
    )
    assert 'class="citation short-citation"' in html
    parts = [re.search(rf'<span class="{name}">(.*?)</span>', html) for name in ("kept", "whole")]
    assert [re.sub("<.*?>", "", part[1]) for part in parts if part] == [names, year]


def test_a_particle_stays_with_the_number_before_it() -> None:
    writer = running()
    writer.placeholders = {"emergency": lambda: Markup('<span class="either numbers">110</span>')}
    for text, is_held in (("に電話してください。", True), ("または", False), ("电话", False)):
        html = writer(parse_inline(f"{{emergency}}{text}"))
        assert ("\u2060" in html) is is_held, text


def test_marks_of_footnotes_are_in_the_locales_digits_and_lead_to_their_note() -> None:
    writer = running()
    writer.digits = lambda number: number.translate(str.maketrans("12", "۱۲"))
    assert writer(parse_inline("a[^z]")) == ('a<sup class="note"><a href="#note-1">۱</a></sup>')


def test_on_a_web_page_the_first_mark_of_a_footnote_has_a_name_to_lead_back_to() -> None:
    writer = running()
    writer.leads_back = True
    first, again = (writer(parse_inline("a[^z]")) for _ in range(2))
    assert first == 'a<sup class="note"><a id="mark-1" href="#note-1">1</a></sup>'
    assert again == 'a<sup class="note"><a href="#note-1">1</a></sup>'


@given(st.text(), st.text())
def test_what_is_filled_in_is_escaped(text: str, value: str) -> None:
    filled = fill(text + "{number}", number=value)
    assert "<" not in filled
    assert Markup(filled).unescape().endswith(value)


def test_a_record_cannot_smuggle_markup_into_the_reference_list() -> None:
    record = {
        "id": "x",
        "type": "book",
        "title": "<script>alert(1)</script> & more",
        "author": [{"family": "O’Neil & Sons", "given": "A."}],
    }
    work = Reference(
        key="x", surnames=("O",), year="2001", dated=Dating(parts=((2001,),)), record=record
    )
    (entry,) = reference_list([work])
    assert "<script" not in entry
    assert (
        Markup(entry).striptags() == "O’Neil & Sons, A. (2001). <script>alert(1)</script> & more."
    )

"""Heads are balanced and paragraphs end well, in as many lines as without."""

from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.typeset.fonts import font_set
from pipeline.typeset.typesetter import font_configuration, typesetter
from tests.rows import each_row

STYLE = """<style>@page { size: 200px 600px; margin: 0 } body { margin: 0; font: 12px Lato }
h1 { font-size: 12px; margin: 0 } p { margin: 0 } .float { float: left; width: 40px }
.plain { text-align: justify }</style>"""


@pytest.fixture(autouse=True)
def _fonts(tmp_path: Path) -> None:
    """Have the typesetter see this font, whatever it saw before."""
    font_configuration(font_set(["Lato"], tmp_path).configuration)


def lines(body: str) -> list[list[tuple[float, float, str]]]:
    """Return of each block its lines: where they start, how wide they are, and their words."""
    document = typesetter().HTML(string=STYLE + body).render()
    found: dict[int, list[tuple[float, float, str]]] = {}
    for box in document.pages[0]._page_box.descendants():
        for line in getattr(box, "children", ()):
            if type(line).__name__ == "LineBox":
                words = "".join(part.text for part in line.descendants() if hasattr(part, "text"))
                start = line.position_x + line.width if line.style["direction"] == "rtl" else 0
                found.setdefault(id(box.element), []).append((start, line.width, words))
    return list(found.values())


TITLE = "The hidden link between insecure attachment and depression"


def test_a_head_is_balanced_and_keeps_its_number_of_lines() -> None:
    (plain,), (head,) = lines(f'<div class="plain">{TITLE}</div>'), lines(f"<h1>{TITLE}</h1>")
    assert len(head) == len(plain) > 1
    assert " ".join(one[2].strip() for one in head) == TITLE
    widths = [width for _, width, _ in head]
    assert min(widths) > 0.6 * max(widths)


def test_lines_that_are_centred_are_of_one_length() -> None:
    said = f"{TITLE}, and what helps"
    left, centred = lines(f'<p>{said}</p><p style="text-align: center">{said}</p>')
    assert len(left) == len(centred) > 1
    assert centred[-1][1] > 0.7 * centred[0][1]
    assert centred[-1][1] > left[-1][1]


def test_an_offer_of_one_line_is_balanced_in_two_as_those_beside_it_are() -> None:
    said = "The hidden link between the two"
    (plain,), (offer,) = (lines(f'<p class="{name}">{said}</p>') for name in ("plain", "offer"))
    (short,) = lines('<p class="offer">The link</p>')
    assert [len(one) for one in (plain, offer, short)] == [1, 2, 1]
    assert offer[1][1] > 0.7 * offer[0][1]


def test_a_services_name_is_balanced_unless_what_it_means_follows() -> None:
    said = "<span>The long line of help and of hope (the other name)</span>"
    glossed = said.replace("<span>", '<span class="gloss">')
    plain, name, long_name = lines(
        f'<p class="plain">{said}</p><p class="service-name">{said}</p>'
        f'<p class="service-name">{glossed}</p>'
    )
    assert [one[2] for one in long_name] == [one[2] for one in plain]
    assert len(name) == len(plain) > 1
    assert name[0][1] < long_name[0][1]


def test_what_is_left_of_a_head_below_its_first_line_is_balanced_too() -> None:
    style = "font-size: 12px; width: 140px"
    (plain,) = lines(f'<div class="plain" style="{style}">{TITLE}</div>')
    (head,) = lines(f'<h1 style="{style}">{TITLE}</h1>')
    assert plain[-1][2].split() == ["depression"]
    assert [one[2].strip() for one in head] == [
        "The hidden link between",
        "insecure attachment",
        "and depression",
    ]


def test_no_word_stands_alone_among_longer_lines_of_a_head() -> None:
    """In the least width it would be the third of four lines."""
    title = "El_vínculo oculto entre el_apego inseguro y_la_depresión".replace("_", "\xa0")
    (head,) = lines(f'<h1 style="width: 132px; font-size: 16px">{title}</h1>')
    words = [one[2].strip().replace("\xa0", " ") for one in head]
    assert words == ["El vínculo", "oculto entre", "el apego inseguro", "y la depresión"]


@pytest.mark.parametrize(
    ("head", "first"),
    [
        ("A view of oneself: how patterns of early years turn", "A view of oneself:"),
        ("A view of oneself\uff1ahow patterns of early years turn", "A view of oneself\uff1a"),
        ("Do we need a second person? Please ask us about it", "Do we need a second person?"),
        ("So: how patterns of early years turn inwards", "So: how patterns of"),
        ("How patterns of early years turn: inwards", "How patterns of early"),
        ("How patterns of years\uff0cand turning: inwards", "How patterns of years\uff0c"),
        ("How\uff0cpatterns of years turn back inwards", "How\uff0cpatterns of years"),
        (
            "Hopelessness and a danger of harm: the impact of early attachment trauma",
            "Hopelessness and a danger of harm:",
        ),
    ],
    ids=[
        *("colon", "full-width", "question", "too short before", "too short behind"),
        *("comma", "comma too near", "a word alone below it"),
    ],
)
def test_the_first_line_of_a_head_ends_with_its_colon(head: str, first: str) -> None:
    (plain,), (made,) = lines(f'<div class="plain">{head}</div>'), lines(f"<h1>{head}</h1>")
    assert len(made) == len(plain)
    assert made[0][2].strip() == first


@pytest.mark.parametrize(
    ("left", "first"),
    [
        ("one<br>two<br>three", "A view of oneself:"),
        ("one<br>two", "A view of oneself: and of others"),
        ("A view of oneself: how patterns turn it back", "A view of oneself: and of others"),
    ],
    ids=["three", "two", "two behind a colon"],
)
def test_a_head_beside_a_higher_one_ends_its_first_line_with_its_colon(
    left: str, first: str
) -> None:
    """A line more, as the row is as high as the other has it: a Spanish head was torn after it."""
    said = "A view of oneself: and of others as patterns of early years turn"
    cell = '<div style="display: table-cell; vertical-align: top"><h2>{}</h2></div>'
    row = '<div style="display: table; table-layout: fixed; width: 540px">{}</div>'
    made = lines(row.format(cell.format(left) + cell.format(said)))[-1]
    assert made[0][2].strip() == first


CITED = (
    '<bdi class="citation short-citation">(<bdi dir="ltr">Gross</bdi> '
    '<span style="white-space: nowrap">& Muñoz, 1995)</span></bdi>'
)


@pytest.mark.parametrize(
    ("before", "quoted", "ends"),
    [
        ("It becomes in all a core belief:", "“No good”", "belief:"),
        ("It then becomes:", "“Nobody can ever love”", "ever"),
    ],
    ids=["little white before it", "a hole before it"],
)
def test_a_short_quotation_is_whole_where_no_hole_stands_before_it(
    before: str, quoted: str, ends: str
) -> None:
    (made,) = lines(f'<p>{before} <span class="kept">{quoted}</span> and so on.</p>')
    assert made[0][2].strip().endswith(ends)


@pytest.mark.parametrize(
    ("before", "ends"),
    [
        ("One of the first things said by", "said by"),
        ("One of the very first said", "first said"),
        ("Long ago many said", "said (Gross"),
    ],
    ids=["little white before it", "more before it, in a narrow block", "a hole before it"],
)
def test_a_citation_is_whole_where_no_hole_stands_before_it(before: str, ends: str) -> None:
    (made,) = lines(f"<p>{before} {CITED}, and so on.</p>")
    line = next(one[2] for one, after in pairwise(made) if "Muñoz" in after[2])
    assert line.strip().endswith(ends)


@each_row(
    ("before", "starts"),
    [
        ("central to all those who grew up", ["central to", "(Wei"]),
        (
            "central to all those who grew up with the feeling that nobody might ever",
            ["central to", "the feeling", "(Wei"],
        ),
        (
            "central to all those who grew up with the feeling that nobody might",
            ["central to", "with the", "(Wei"],
        ),
        ("central to all those who grew", ["central to", "(Wei"]),
    ],
)
def test_a_citation_stands_alone_on_a_last_line_below_lines_as_full_as_can_be(
    before: str, starts: list[str]
) -> None:
    cited = '<bdi class="citation" style="white-space: nowrap">(Wei, 2003)</bdi>'
    (plain,), (made,) = (
        lines(f'<p class="{name}">{before} {cited}.</p>') for name in ("plain", "text")
    )
    assert plain[-1][2].strip() == "(Wei, 2003)."
    assert len(made) == len(plain)
    assert all(line.startswith(start) for (*_, line), start in zip(made, starts, strict=True))


@pytest.mark.parametrize(
    "text", ["In what is read here the very last of all words is so", "a " * 60]
)
def test_a_paragraph_does_not_end_with_a_scrap(text: str) -> None:
    (plain,), (made,) = lines(f'<p class="plain">{text}</p>'), lines(f"<p>{text}</p>")
    assert len(made) == len(plain)
    assert made[-1][1] >= min(plain[-1][1], 0.22 * 200)


@pytest.mark.parametrize("frame", ["background: #eee", "border-left: 1px solid"])
def test_a_frame_shows_no_narrow_column_for_a_scrap(frame: str) -> None:
    words = "Insecure attachment lays the foundation for chronic self-criticism, and it fuels the"
    differs = 0
    for count in range(30, len(words), 4):
        text = f"<p>{words[:count].rstrip()}</p>"
        (free,), (framed,) = lines(text), lines(f'<div style="{frame}">{text}</div>')
        widest = [max(width for _, width, _ in one) for one in (free, framed)]
        assert len(framed) >= len(free)
        if widest[0] < widest[1]:
            differs += 1
            assert widest[1] >= 0.9 * 198
    assert differs


def test_a_scrap_is_mended() -> None:
    words = "In what is read here the very last of all these words would be so"
    scraps = [words[:end] for end in range(30, len(words)) if words[end : end + 1] == " "]
    ends = [made[-1] for text in scraps for made in lines(f"<p>{text}</p>") if len(made) > 1]
    plain = [
        made[-1][1]
        for text in scraps
        for made in lines(f'<p class="plain">{text}</p>')
        if len(made) > 1
    ]
    assert min(plain) < 0.22 * 200
    for _, width, text in ends:
        assert width >= (0.13 if " " in text.strip() else 0.22) * 200


def test_no_word_stands_alone_on_the_last_line_of_a_narrow_block() -> None:
    text = "Of these come dangerous drivers and suicidality."
    (plain,), (made,) = lines(f'<p class="plain">{text}</p>'), lines(f"<p>{text}</p>")
    assert plain[-1][2] == "suicidality."
    assert plain[-1][1] > 0.22 * 200
    assert len(made) == len(plain)
    assert made[-1][2] == "and suicidality."
    long = "Trauma that lasts makes for the most dangerous drive incomprehensibility"
    (small,), (usual,) = (
        lines(f'<p class="{name}" style="font-size: 8px">{long}</p>') for name in ("", "plain")
    )
    assert usual[-1][2] == "incomprehensibility"
    assert [one[2] for one in small] == [one[2] for one in usual], "its lines are long"


@each_row(
    ("width", "last"),
    [
        (210, ["foundation for talk within that", "sustains depression."]),
        (
            226,
            ["foundation for talk within that sustains", "depression."],
        ),  # it would look too wide for them
        (158, ["within that sustains", "depression."]),  # what is left would be too short
    ],
)
def test_in_a_frame_the_line_before_a_lone_word_gives_it_company(
    width: int, last: list[str]
) -> None:
    text = "The link: insecure attachment lays the foundation for talk within that sustains"
    frame = f'<div style="background: #eee; width: {width}px"><p>{text} depression.</p></div>'
    (made,) = lines(frame)
    assert [said for _, _, said in made[-2:]] == last


@each_row("length", [17, 18, 19])
def test_a_long_word_before_a_scrap_stays_where_it_is(length: int) -> None:
    word = "m" * length
    (made,) = lines(f"<p>It is called by all of them {word} so far.</p>")
    assert [text for *_, text in made[-2:]] == [word, "so far."]


def test_what_to_do_with_a_number_is_balanced() -> None:
    said = "Write the word SHOUT in a message to <span>85258</span>"
    (plain,), (made,) = (lines(f'<p class="{name}">{said}</p>') for name in ("plain", "way-words"))
    assert len(made) == len(plain) == 2
    assert plain[-1][2] == "to 85258"
    assert made[-1][2] == "in a message to 85258"


def test_a_single_letter_gets_company_where_no_width_mends_the_scrap() -> None:
    style = "font-size: 4px; width: {:.2f}px"
    (((_, ten, _),),) = lines(f'<p style="{style.format(200)}">{"n" * 10}</p>')
    # In 0.79 of this width 29 letters have room, so that eight are left: a little less than 0.22.
    width = 36.97 * ten / 10
    text = "n\u200b" * 37
    (made,) = lines(f'<p style="{style.format(width)}">{text}</p>')
    assert [one[2].count("n") for one in made] == [33, 4]


@pytest.mark.parametrize(
    ("before", "is_whole"),
    [("كثيرا ما يؤدي تعلق كثيرا", True), ("كثيرا ما", False)],
    ids=["worth a line", "a hole before it"],
)
def test_words_that_run_the_other_way_are_in_one_line(before: str, is_whole: bool) -> None:
    name = "Interpersonal Theory of Suicide"
    (made,) = lines(
        f'<p dir="rtl" style="direction: rtl">{before} '
        f'<bdi dir="ltr" style="direction: ltr">{name}</bdi> التي وضعها عالم النفس</p>'
    )
    assert any(name in one[2] for one in made) == is_whole


def test_a_bracket_behind_words_that_run_the_other_way_has_room_on_their_line() -> None:
    name = "Interpersonal Theory of Suicide"
    for width in range(150, 190, 2):
        (made,) = lines(
            f'<p dir="rtl" style="direction: rtl; width: {width}px">كثيرا ما يؤدي تعلق '
            f'(<bdi dir="ltr" style="direction: ltr">{name}</bdi>)</p>'
        )
        assert all(one[1] <= width + 0.01 for one in made), width


def test_lines_from_right_to_left_begin_at_the_right_edge() -> None:
    (head,) = lines(f'<h1 dir="rtl">{TITLE}</h1>')
    assert len(head) > 1
    assert all(first == pytest.approx(second) for (first, *_), (second, *_) in pairwise(head))
    assert head[0][0] == pytest.approx(200)


def test_what_floats_beside_lines_is_set_once() -> None:
    body = f'<div class="float">1</div><h1>{TITLE}</h1><p>{TITLE} and more of that</p>'
    document = typesetter().HTML(string=STYLE + body).render()
    floats = [
        box
        for box in document.pages[0]._page_box.descendants()
        if box.element is not None and box.element.get("class") == "float"
    ]
    assert len({id(box.element) for box in floats}) == 1


def test_lines_of_one_axis_keep_it_and_are_balanced() -> None:
    body = f'<h1 style="text-align: center">{TITLE}</h1>'
    document = typesetter().HTML(string=STYLE + body).render()
    found = [
        (line.position_x + line.width / 2, line.width)
        for line in document.pages[0]._page_box.descendants()
        if type(line).__name__ == "LineBox"
    ]
    assert len(found) > 1
    assert all(middle == pytest.approx(100, abs=0.5) for middle, _ in found)
    widths = [width for _, width in found]
    assert min(widths) > 0.6 * max(widths)


def test_no_line_of_a_narrow_block_ends_early_for_the_last() -> None:
    """All its lines would be narrower, and the first end where a phrase begins that stays whole."""
    cited = '<span style="white-space: nowrap">(Beck, 1967)</span>'
    text = (
        f"Las teorías cognitivas de la depresión {cited} subrayan que la autocrítica, la culpa "
        "y\u00a0la baja autoestima son rasgos que definen el pensamiento depresivo."
    )
    (made,) = lines(f'<p style="font-size: 9px">{text}</p>')
    assert made[0][2].strip() == "Las teorías cognitivas de la depresión (Beck, 1967)"
    assert made[-1][2] == "pensamiento depresivo."


@each_row(
    ("width", "made"),
    [
        (213, ["If a life is in danger right now,", "please call 112."]),
        (192, ["If a life is in danger right now,", "please call 112."]),
        (216, ["If a life is in danger right now, 112–115.", "Call them."]),
        (225, ["If a life is in danger at this sad moment call", "112."]),
        (235, ["If a life is in danger right now, please call", "112."]),
    ],
)
def test_the_first_of_two_lines_ends_with_a_mark_rather_than_soon_behind_it(
    width: int, made: list[str]
) -> None:
    """The Italian number to call in danger stood alone on its line, without the word to call it."""
    style = f"width: {width}px; border: 1px solid"
    (found,) = lines(f'<p style="{style}">{" ".join(made)}</p>')
    assert [one[2] for one in found] == made


def test_a_tatter_in_a_frame_gets_a_word_though_no_line_fills_it_then() -> None:
    words = "Remember: You cannot force sleep. You can only make room for it."
    ends = {}
    for width in range(170, 260, 2):
        frame = f'<div style="background: #eee; width: {width}px"><p>{words}</p></div>'
        (made,) = lines(frame)
        ends[width] = made[-1][2].strip()
    assert "it." not in ends.values(), ends

"""How a text is divided between the panels of a brochure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import pytest

from pipeline.typeset import panels
from pipeline.typeset.panels import HIGH_BAND, LOW_BAND, Foot, parting


@dataclass
class Box:
    """As much of a box that WeasyPrint laid out as is looked at."""

    element: Element
    tall: float = 0.0
    children: list["Box"] = field(default_factory=list)
    keeps: str = "auto"

    @property
    def element_tag(self) -> str:
        return self.element.tag

    @property
    def style(self) -> dict[str, Any]:
        return {
            "margin_top": SimpleNamespace(value=10.0, unit="px"),
            "margin_bottom": SimpleNamespace(value=4.0, unit="px"),
            "break_before": self.keeps,
            "margin_break": "keep" if self.element.tag == "section" else "discard",
            "break_after": "avoid" if self.element.tag == "h2" else "auto",
        }

    width: float = 100.0

    def is_in_normal_flow(self) -> bool:
        return True

    def border_box_y(self) -> float:
        return 0.0

    def border_height(self) -> float:
        return self.tall

    def descendants(self) -> list["Box"]:
        return [self, *self.children]


@dataclass
class Page:
    text: Box
    height: float = 200.0
    width: float = 300.0
    children: list[Any] = field(default_factory=list)

    def descendants(self) -> list[Box]:
        return self.text.descendants()


@dataclass
class MarginBox:
    """What stands in a page's margin: one element of some classes."""

    classes: str

    def descendants(self) -> list[Box]:
        return [Box(Element("div", {"class": self.classes}))]


def pages(*blocks: tuple[str, float]) -> list[Page]:
    """Lay blocks out on one page, as if it had no end: where they part is what is asked."""
    main = Element("main")
    text = Box(main)
    for tag, tall in blocks:
        keeps = "avoid" if tag == "div" else "auto"
        text.children.append(Box(SubElement(main, tag), tall, keeps=keeps))
    return [Page(text)]


@dataclass
class LineBox:
    """A line of a block."""

    width: float
    position_y: float
    height: float = 10.0


def with_lines(laid: list[Page], block: int, *widths: float) -> list[Page]:
    """Give a block on the first page lines, and add a second page that is narrower."""
    box = laid[0].text.children[block]
    box.children = [LineBox(wide, 10.0 * place) for place, wide in enumerate(widths)]  # type: ignore[misc]
    return [*laid, Page(Box(laid[0].text.element), width=laid[0].width - 2)]


def above_drawing(*rooms: float) -> list[Foot]:
    """Have a drawing at the foot of the middle one of panels, above which each is so high."""
    return [Foot(drawing=rooms)]


def even_panels(
    name: str, laid: Sequence[Any], count: int, share: float, feet: Sequence[Foot] = ()
) -> str:
    """Return the CSS that divides a text between panels, empty where it finds no room."""
    even = panels.even_panels(name, laid, count, share, feet)
    assert even is None or even.has_lines == ("--lines" in even.css), "lines are shown as it says"
    return even.css if even else ""


def starts(css: str) -> list[int]:
    """Return which blocks begin a panel."""
    return [int(number) for number in re.findall(r"nth-child\((\d+)\) \{ break-before", css)]


def led(css: str) -> float:
    """Return how many times the room between lines is taken."""
    (lead,) = re.findall(r"\.panel-text \{ --lead: ([\d.]+);", css)
    return float(lead)


def above(css: str) -> dict[int, float]:
    """Return the room above each block."""
    found = re.findall(r"nth-child\((\d+)\) \{ margin-top: ([\d.]+)px", css)
    return {int(number): float(room) for number, room in found}


def test_sections_stay_whole_where_they_can() -> None:
    laid = pages(("h2", 10), ("p", 100), ("h2", 10), ("p", 70), ("p", 70))
    css = even_panels("text", laid, 2, 1.0)
    assert starts(css) == [3], "not at 4, which would be more even"


def test_a_section_parts_where_a_panel_would_be_half_white() -> None:
    laid = pages(("h2", 10), ("p", 40), ("h2", 10), ("p", 60), ("p", 60), ("p", 60))
    assert starts(even_panels("text", laid, 2, 1.0)) == [5]


def test_neither_a_head_nor_what_sums_up_is_parted_from_its_text() -> None:
    laid = pages(("p", 90), ("p", 60), ("div", 20), ("h2", 20), ("p", 50))
    assert starts(even_panels("text", laid, 2, 1.0)) in ([2], [4])


SHARED = pages(
    ("h2", 10), ("p", 60), ("p", 50), ("h2", 10), ("p", 60), ("h2", 10), ("p", 40), ("p", 15)
)
"""A text whose first panel has less room than its second."""


def test_paragraphs_of_all_panels_are_equally_far_apart() -> None:
    css = even_panels("text", SHARED, 2, 1.0)
    assert starts(css) == [4]
    rooms = above(css)
    assert 0 < rooms[2] - 10 <= 7, "as much as a paragraph may have"
    assert {tag: rooms[tag] for tag in (2, 3, 5, 7, 8)} == pytest.approx(
        dict.fromkeys((2, 3, 5, 7, 8), rooms[2])
    )
    assert rooms[6] - 10 >= 4 * (rooms[5] - 10) - 0.1, "heads take most of it"


def test_what_a_panel_that_ends_early_lacks_goes_above_heads_and_frames() -> None:
    """What it has left beyond that is white at its foot, however much it is."""
    full = [("h2", 10), ("p", 90), ("p", 74)]
    early = [("h2", 10), ("p", 40), ("section", 20), ("h2", 10), ("p", 40)]
    rooms = above(even_panels("text", pages(*full, *early), 2, 1.0))
    assert [rooms[place] for place in (2, 3, 5, 8)] == pytest.approx([10] * 4, abs=0.1)
    assert rooms[6] == pytest.approx(17, abs=0.1), "a frame has seven pixels more"
    assert rooms[7] == pytest.approx(24, abs=0.1), "and a head twice as many"


def test_lines_of_all_panels_are_set_further_apart_as_far_as_the_fullest_has_room() -> None:
    laid = pages(("p", 187), ("p", 100))
    assert led(even_panels("text", laid, 2, 1.0)) == pytest.approx(194 / 187, abs=0.001)
    assert led(even_panels("text", laid, 2, 0.5)) == pytest.approx(190.5 / 187, abs=0.001)
    assert led(even_panels("text", pages(("p", 110), ("p", 100)), 2, 1.0)) < 1.1, "it is one text"


def test_a_frame_keeps_the_room_above_it_at_the_head_of_a_panel() -> None:
    assert even_panels("text", pages(("p", 100), ("p", 190)), 2, 1.0)
    assert not even_panels("text", pages(("p", 100), ("section", 190)), 2, 1.0)


def test_the_head_of_a_section_is_said_again_where_a_panel_begins_within_it() -> None:
    laid = pages(("h2", 20), ("section", 150), ("p", 60), ("h2", 10), ("p", 60))
    main = laid[0].text.element
    again = Element("p", {"class": "head-again"})
    main.insert(2, again)
    css = even_panels("text", laid, 2, 1.0)
    assert "nth-child(3) { break-before: page; display: block; }" in css
    assert starts(css) == [3]
    elsewhere = pages(("h2", 20), ("section", 100), ("p", 40), ("h2", 10), ("p", 130))
    elsewhere[0].text.element.insert(2, Element("p", {"class": "head-again"}))
    css = even_panels("text", elsewhere, 2, 1.0)
    assert starts(css) == [5]
    assert "display" not in css, "no panel begins there"


def test_a_panel_that_would_end_early_takes_a_paragraph_from_the_one_with_the_drawing() -> None:
    """A drawing that is higher fills what is left there; below a crisis note nothing does."""
    laid = pages(
        *(("h2", 10), ("section", 130), ("p", 30), ("p", 30), ("h2", 10), ("p", 40)),
        *(("h2", 10), ("p", 165)),
    )
    main = laid[0].text.element
    for place in (3, 2):
        main.insert(place, Element("p", {"class": "head-again"}))
    css = even_panels("text", laid, 3, 1.0, above_drawing(200.0, 150.0, 200.0))
    assert starts(css) == [5, 9]
    assert "nth-child(5) { break-before: page; display: block; }" in css
    assert starts(even_panels("text", laid, 3, 1.0)) != starts(css)


def test_no_scrap_of_text_stands_below_a_crisis_note_whose_section_goes_on() -> None:
    """The panels would end alike with the first paragraph below the note."""
    laid = pages(
        *(("h2", 10), ("section", 140), ("p", 20), ("p", 30), ("h2", 10), ("p", 40)),
        *(("h2", 10), ("p", 165)),
    )
    main = laid[0].text.element
    for place in (3, 2):
        main.insert(place, Element("p", {"class": "head-again"}))
    assert starts(even_panels("text", laid, 3, 1.0, above_drawing(200.0, 150.0, 200.0))) == [5, 9]
    SubElement(SubElement(main[1], "div", {"class": "note-part"}), "p")
    assert starts(even_panels("text", laid, 3, 1.0, above_drawing(200.0, 150.0, 200.0))) == [3, 9]


@pytest.mark.parametrize(
    ("tag", "classes", "tall", "stands_low"),
    [
        ("figure", "", 90, True),
        ("figure", "", 40, False),  # too much white would stand above it
        ("ol", "list footnotes", 90, True),
        ("ol", "list footnotes", 40, True),
        ("p", "", 90, False),
        ("ol", "list", 40, False),
    ],
)
def test_a_picture_or_footnotes_end_a_panel_on_the_line_of_the_others(
    tag: str, classes: str, tall: float, *, stands_low: bool
) -> None:
    laid = pages(("p", 60), (tag, tall), ("h2", 10), ("p", 170))
    laid[0].text.element[1].set("class", classes)
    css = even_panels("text", laid, 2, 1.0)
    assert starts(css) == [3]
    assert (above(css)[2] > 30) == stands_low


def test_white_of_a_last_panel_weighs_less() -> None:
    """So a section stays whole there that would part for a more even foot."""
    laid = pages(("p", 150), ("h2", 10), ("p", 100), ("h2", 10), ("p", 20), ("p", 60))
    assert starts(even_panels("text", laid, 3, 1.0)) == [2, 4]


def test_the_drawing_stands_as_low_as_the_text_beside_it_ends() -> None:
    laid = pages(("p", 150), ("p", 100), ("p", 150))
    css = even_panels("text", laid, 3, 1.0, above_drawing(200.0, 140.0, 200.0))
    (lifted, taller) = map(float, re.findall(r"--(?:lifted|taller): ([\d.]+)px", css))
    assert lifted == pytest.approx(194 - 150 * 1.11, abs=0.1), "lines are a little further apart"
    assert lifted + taller <= 140 - 100 * 1.08 + 0.1, "the text ends above it"


def test_a_head_that_is_said_again_already_is_no_block_of_its_own() -> None:
    """So it is where a text is measured on the panels on which it is to stand."""
    laid = pages(("h2", 20), ("section", 150), ("p", 15), ("p", 60), ("h2", 10), ("p", 60))
    laid[0].text.element[2].set("class", "head-again")
    css = even_panels("text", laid, 2, 1.0)
    assert "nth-child(3) { break-before: page; display: block; }" in css


def test_without_room_for_it_a_head_is_not_said_again() -> None:
    laid = pages(("h2", 20), ("section", 150), ("p", 190))
    laid[0].text.element.insert(2, Element("p", {"class": "head-again"}))
    css = even_panels("text", laid, 2, 1.0)
    assert starts(css) == [4]
    assert "display" not in css


def test_full_lines_are_reckoned_to_wrap_where_they_move_to_a_narrower_panel() -> None:
    loose = with_lines(pages(("p", 190), ("p", 190)), 1, *[100.0] * 18, 10)
    assert starts(even_panels("text", loose, 2, 1.0))
    full = with_lines(pages(("p", 190), ("p", 190)), 1, *[100.0] * 19)
    assert even_panels("text", full, 2, 1.0) == "", "a line more than there is room for"


def test_only_lines_are_set_further_apart_and_not_the_frames_about_them() -> None:
    framed = with_lines(pages(("p", 190), ("p", 60)), 0, *[90.0] * 10)
    assert led(even_panels("text", framed, 2, 1.0)) == pytest.approx(1 + 4 / 100)


def test_a_block_on_two_panels_is_as_high_as_its_lines() -> None:
    laid = with_lines(pages(("p", 100), ("p", 100)), 1, 100.0, 100.0)
    laid[1].text.children = [Box(laid[0].text.children[1].element, 80.0)]
    css = even_panels("text", laid, 2, 1.0)
    assert starts(css) == [2]
    assert led(css) == pytest.approx(1.08)


def test_text_without_room_is_left_alone() -> None:
    assert even_panels("text", pages(("p", 150), ("p", 150), ("p", 150)), 2, 1.0) == ""


def test_a_text_ends_above_the_drawing_at_the_foot_of_each_panel() -> None:
    laid = pages(("p", 140), ("p", 100))
    assert parting(laid, 2, above_drawing(180.0, 150.0)).draws
    css = even_panels("text", laid, 2, 1.0, above_drawing(180.0, 150.0))
    assert starts(css) == [2]
    assert led(css) == pytest.approx(1.08), "as far as it may, up to 180"
    assert led(even_panels("text", laid, 2, 1.0, above_drawing(145.0, 150.0))) == pytest.approx(
        145 / 140, abs=1e-3
    )


def test_no_section_is_parted_for_a_drawing() -> None:
    laid = pages(("h2", 10), ("p", 60), ("h2", 10), ("p", 50), ("p", 60))
    assert parting(laid, 2, above_drawing(190.0, 150.0)).draws
    assert parting(laid, 2, above_drawing(190.0, 150.0)).parted == 0
    assert not parting(laid, 2, above_drawing(190.0, 130.0)).draws
    assert starts(even_panels("text", laid, 2, 1.0, above_drawing(190.0, 130.0))) == [3]
    assert not parting(laid, 2).draws, "there is none"


def test_a_drawing_gives_way_where_a_text_is_packed_above_it() -> None:
    blocks = [("h2", 10), *[("p", 20)] * 5, ("h2", 10), *[("p", 20)] * 4]
    full = parting(pages(*blocks), 2)
    assert full.air == 1.0
    for above, draws in ((190.0, True), (168.0, True), (162.0, False)):
        found = parting(pages(*blocks), 2, above_drawing(above, above))
        assert found.draws == draws, above
        assert found.air >= 0.2, "what the drawing would leave it is less"


def test_a_drawing_gives_way_where_it_alone_keeps_panels_from_ending_alike() -> None:
    blocks = [("h2", 10), *[("p", 20)] * 3] * 3
    above = above_drawing(200.0, 104.0, 200.0)
    assert parting(pages(*blocks), 3, above_drawing(200.0, 190.0, 200.0)).draws
    assert not parting(pages(*blocks), 3, above).draws, "all have room without it"
    full = [("h2", 10), ("p", 20), ("p", 20), ("p", 106), *blocks[4:]]
    assert parting(pages(*full), 3, above).draws, "the first is full as it is"


def test_a_panel_that_ends_early_is_drawn_out_to_the_line_of_the_others() -> None:
    """By what is next to nothing in each line, as the last panel has no room for more."""
    blocks = [
        ("h2", 10),
        ("p", 90),
        ("p", 64),
        ("h2", 10),
        *[("p", 20)] * 3,
        ("h2", 10),
        ("p", 173),
    ]
    css = even_panels("text", pages(*blocks), 3, 1.0, above_drawing(200.0, 134.0, 200.0))
    assert starts(css) == [4, 8]
    own = re.findall(r"nth-child\((\d)\) \{ --lead: ([\d.]+)", css)
    assert [place for place, _ in own[:3]] == ["1", "2", "3"]
    assert 1.0 < float(own[0][1]) / led(css) <= 1.031
    rooms = above(css)
    assert rooms[9] == rooms[2] == rooms[3]


def test_the_parts_of_a_crisis_note_share_the_room_between_blocks() -> None:
    """Two parts, a service behind the first, and its foot; next to none above the note."""
    laid = pages(("h2", 10), ("section", 120), ("p", 20), ("h2", 10), ("p", 140))
    note = laid[0].text.element[1]
    services = SubElement(SubElement(note, "div", {"class": "note-part"}), "ul")
    services.set("class", "services")
    for _ in range(2):
        SubElement(services, "li", {"class": "service"})
    SubElement(SubElement(note, "div", {"class": "note-part"}), "p")
    css = even_panels("text", laid, 2, 1.0)
    (gap,) = re.findall(r"--note-gap: ([\d.]+)px", css)
    growth = (above(css)[3] - 10) / 4
    assert growth == 0.5
    assert above(css)[2] - 10 == pytest.approx(2 * growth, abs=0.1)
    assert float(gap) >= 4 * growth, "as much as between paragraphs, and as much at its foot"


def test_a_text_without_room_above_a_drawing_takes_the_whole_panels() -> None:
    laid = pages(("p", 190), ("p", 100))
    assert not parting(laid, 2, above_drawing(180.0, 180.0)).draws
    assert starts(even_panels("text", laid, 2, 1.0, above_drawing(180.0, 180.0))) == [2]


HILLS = [Foot(band=HIGH_BAND), Foot(band=LOW_BAND)]


def high(css: str) -> float:
    """Return how high the hills along the foot of all panels are, 0 without them."""
    return float(next(iter(re.findall(r"--band: (\d+)px", css)), 0.0))


def banded(*sections: float, height: float = 400.0) -> str:
    """Divide sections that are so high below their heads between three panels, above hills."""
    blocks = [("h2", 10.0), *(one for tall in sections for one in (("p", tall), ("h2", 10.0)))]
    laid = pages(*blocks[:-1])
    laid[0].height = height
    return even_panels("text", laid, 3, 1.0, HILLS)


def test_hills_along_the_foot_are_high_or_low_as_the_fullest_panel_leaves_them() -> None:
    end = 10 + 4 + 180 * 1.08
    assert 117 < 394 - end - 19 < 180
    assert high(banded(180, 90, 120)) == 117, "between the two a tree would be cut at the edge"
    assert high(banded(90, 40, 60)) == 190, "and no higher than looks well"
    assert high(banded(262, 90, 120)) == pytest.approx(90, abs=4)
    assert not high(banded(360, 340, 350)), "none where they would be low"
    assert "--lifted" not in banded(180, 90, 120)


def test_hills_go_along_the_foot_where_text_takes_the_room_of_the_drawing() -> None:
    laid = pages(("p", 200), ("p", 180), ("p", 200))
    laid[0].height = 400.0
    for room, has_hills in ((300.0, False), (150.0, True)):
        css = even_panels("text", laid, 3, 1.0, [*above_drawing(400.0, room, 400.0), *HILLS])
        assert bool(high(css)) == has_hills
        assert ("--lifted" in css) != has_hills


def test_above_hills_along_the_foot_all_panels_have_the_same_room() -> None:
    blocks = [("h2", 10), ("p", 40), ("p", 40), ("h2", 10), ("p", 200), ("p", 40), ("h2", 10)]
    laid = pages(*blocks, ("p", 90), ("p", 90))
    laid[0].height = 400.0
    rooms = above(even_panels("text", laid, 3, 1.0, HILLS))
    assert rooms[3] == rooms[6] == rooms[9]


FOUND = r"nth-child\((\d+)\) \{ display: block; height: ([\d.]+)px; .*--lines: (\d+)"
"""Lines for notes that are shown: where, how high, and how many."""


def lined(*paragraphs: float, height: float) -> list[Page]:
    """Lay three sections out with a place for lines at the end of each."""
    blocks = [("h2", 10), ("p", 0), ("section", 0)] * 3
    for number, tall in enumerate(paragraphs):
        blocks[3 * number + 1] = ("p", int(tall))
    laid = pages(*blocks)
    laid[0].height = height
    for place in (2, 5, 8):
        laid[0].text.element[place].set("class", "fill")
    return laid


def shown(laid: list[Page], feet: Sequence[Foot] = HILLS) -> list[tuple[str, str]]:
    """Return where lines for notes stand, and how many."""
    css = even_panels("text", laid, 3, 1.0, feet)
    return [(place, lines) for place, _, lines in re.findall(FOUND, css)]


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        ((40, 160, 160), [("3", "4")]),
        ((170, 160, 160), []),
        ((40, 160, 40), [("9", "4")]),
        ((40, 160, 80), [("3", "4")]),
    ],
)
def test_lines_for_notes_stand_above_hills_on_the_panel_that_leaves_most(
    paragraphs: tuple[float, ...], found: list[tuple[str, str]]
) -> None:
    """Four at least, 8 mm apart, where the template has them at the foot of the panel."""
    assert shown(lined(*paragraphs, height=460.0)) == found
    if found:
        assert shown(lined(*paragraphs, height=400.0), ()), "without hills, too"


def test_high_hills_leave_lines_to_one_panel() -> None:
    laid = lined(40, 60, 150, height=440.0)
    css = even_panels("text", laid, 3, 1.0, HILLS)
    assert high(css) == 190
    assert len(shown(laid)) <= 1


def test_it_is_told_where_hills_have_room_only_where_they_are_low() -> None:
    for height, is_low in ((400.0, False), (370.0, True)):
        laid = lined(160, 160, 160, height=height)
        assert parting(laid, 3, HILLS).is_low == is_low


def test_lines_leave_room_for_a_line_of_text_more_where_less_is_given_away() -> None:
    laid = lined(40, 40, 160, height=500.0)
    heights = [
        float(re.findall(FOUND, even_panels("text", laid, 3, share, HILLS))[0][1])
        for share in (1.0, 0.9)
    ]
    assert 15 <= heights[0] - heights[1] <= 30


def test_white_above_hills_weighs_less() -> None:
    """So a section stays whole there that would part for more even feet."""
    blocks = [("h2", 10), ("p", 60), ("h2", 10), *[("p", 26)] * 6, ("h2", 10), ("p", 60)]

    def begun(height: float, feet: Sequence[Foot]) -> list[int]:
        laid = pages(*blocks)
        laid[0].height = height
        return starts(even_panels("text", laid, 3, 1.0, feet))

    assert begun(590, HILLS) == [3, 10]
    assert begun(590 - 109, ()) != [3, 10]


def test_a_panel_that_begins_with_a_crisis_note_has_a_head() -> None:
    laid = pages(("h2", 10), ("p", 150), ("section", 150))
    note = laid[0].text.element[2]
    assert parting(laid, 2).headless == 1
    SubElement(SubElement(note, "div", {"class": "note-part"}), "p")
    assert parting(laid, 2).headless == 0


def test_white_is_shared_out_where_a_crisis_note_ends_a_text() -> None:
    """Alone on its panel it would look left over."""
    laid = pages(("h2", 10), ("p", 150), ("h2", 10), *[("p", 25)] * 5, ("section", 30))
    main = laid[0].text.element
    assert starts(even_panels("text", laid, 3, 1.0)) == [3, 8], "the last panel ends early"
    SubElement(SubElement(main[-1], "div", {"class": "note-part"}), "p")
    assert starts(even_panels("text", laid, 3, 1.0)) == [3, 7]

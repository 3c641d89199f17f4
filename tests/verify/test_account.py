"""Every letter of a sheet against its passages: what fits, what is missing, what is left over."""

import shutil
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.compose.passages.text import Isolate, filled, joined, passage
from pipeline.values.sheet import Passage
from pipeline.verify.account import account, out_of_order
from pipeline.verify.letters import Letter
from pipeline.verify.page import Page
from pipeline.verify.pixels import Ink
from tests.rows import each_row
from tests.sheets import printed

WHITE = Ink(1, 1, 1, b"\xff")


def line(text: str, y: float, x: float = 72.0) -> list[Letter]:
    """Set letters five points wide from left to right; a tab is a wide gap."""
    letters = []
    for letter in text:
        if letter == "\t":
            x += 30
        elif letter == " ":
            x += 3
        else:
            letters.append(Letter(letter, x, y, x, y, x + 5, y + 8, x, x + 5, 12.0, "Lato"))
            x += 5
    return letters


def page(*rows: str, number: int = 1) -> Page:
    letters = [one for place, row in enumerate(rows) for one in line(row, 700.0 - 14 * place)]
    return Page(number, 612.0, 792.0, tuple(letters), WHITE, WHITE)


def text(*words: str, rtl: bool = False) -> list[Passage]:
    return [passage("paragraph", (one,), rtl=rtl) for one in words]


def test_a_tables_head_is_found_below_its_own_heading_and_not_where_another_goes_on() -> None:
    """In a brochure, the last row of one table stood above the next, which had the same head."""
    head = replace(passage("cell", ("When",), rtl=False), again=True)
    passages = [head, *text("dusk", "dawn", "Later"), head, *text("noon")]
    pages = [page("When", "dusk"), page("When", "dawn", number=2)]
    found = account([*pages, page("Later", "When", "noon", number=3)], passages)
    placed = [(each.passage.shown, each.parts[0].page) for each in found.placed]
    assert placed[3:] == [("Later", 3), ("When", 3), ("noon", 3)]
    assert not list(out_of_order(found.placed, rtl=False))
    assert [each.parts[0].page for each in found.repeated] == [2]
    assert not found.left_over


def test_a_passage_goes_on_over_lines_and_pages() -> None:
    pages = [page("one two", "three"), page("four", number=2)]
    found = account(pages, text("one two three four"))
    assert not found.missing
    assert not found.left_over
    assert [part.page for part in found.placed[0].parts] == [1, 1, 2]


def test_a_changed_letter_leaves_passage_and_lines_over() -> None:
    found = account([page("one two", "thres")], text("one two three"))
    assert [one.shown for one, _ in found.missing] == ["one two three"]
    assert [part.text for part in found.left_over] == ["one two", "thres"]


def test_what_stands_side_by_side_is_told_apart() -> None:
    found = account([page("left\tright", "low\tdeep")], text("left low", "right deep"))
    assert not found.missing
    assert not list(out_of_order(found.placed, rtl=False))
    assert list(out_of_order(found.placed, rtl=True))


def test_a_row_of_a_draft_is_read_as_its_column_is_whatever_its_words() -> None:
    """An Arabic sheet in two columns was refused while words of a table were still in English."""
    cells = [passage("cell", (one,), rtl=False, column=2) for one in ("left", "right")]
    found = account([page("\t\tright\tleft")], cells)
    assert not found.missing
    assert not list(out_of_order(found.placed, rtl=True))
    assert list(out_of_order(found.placed, rtl=False))


def test_a_line_does_not_go_on_with_the_same_word_of_the_column_beside_it() -> None:
    # Two columns, read from the right: the left one stands a line higher.
    call, now = "تماس"[::-1], "بگیر"[::-1]
    letters = [
        *line(f"1 {call}", 714, 72),
        *line(now, 700, 80),
        *line(f"2 {call}", 700, 250),
        *line(now, 686, 258),
    ]
    pages = [Page(1, 612.0, 792.0, tuple(letters), WHITE, WHITE)]
    wanted = text("تماس 2 بگیر", "تماس 1 بگیر", rtl=True)
    found = account(pages, wanted)
    assert not found.missing
    assert not found.left_over
    assert [part.left for part in found.placed[0].parts] == [250, 258]
    # Where nothing else shows it, a line goes on over such a gap.
    assert not account([page("one\ttwo three")], text("one two three")).missing


def test_a_line_may_go_on_a_little_to_the_side_of_the_one_before() -> None:
    # A heading's first line is set in for its drawing; its second is one short word below that.
    letters = (*line("a heading goes", 700, 100), *line("on", 686, 72), *line("beside", 686, 400))
    found = account([Page(1, 612.0, 792.0, letters, WHITE, WHITE)], text("a heading goes on"))
    assert not found.missing
    assert [part.text for part in found.left_over] == ["beside"]
    # A mark stands a hair higher than its text, in one line with the other column's.
    letters = (*line("•", 701, 72), *line("other", 701, 300), *line("item", 697, 90))
    found = account([Page(1, 612.0, 792.0, letters, WHITE, WHITE)], text("• item", "other"))
    assert not found.missing
    # Far away is not beside.
    letters = (*line("a heading goes", 700, 200), *line("on", 686, 72))
    assert account(
        [Page(1, 612.0, 792.0, letters, WHITE, WHITE)], text("a heading goes on")
    ).missing


def test_a_line_goes_on_where_all_goes_on_though_its_word_stands_elsewhere_too() -> None:
    """The first line is set in for a bulb; the word that begins the second ends it, too."""
    lines = [("one two three four", 700, 100), ("in\ta\tin", 686, 72), ("a\tb", 672, 72)]
    letters = tuple(letter for words, y, x in lines for letter in line(words, y, x))
    pages = [Page(1, 612.0, 792.0, letters, WHITE, WHITE)]
    found = account(pages, text("one two three four in a in a b"))
    assert not found.missing
    assert not found.left_over
    assert account(pages, text("one two three four in a in a c")).missing


def test_lines_that_begin_and_end_alike_are_not_tried_in_all_their_ways() -> None:
    letters = tuple(letter for place in range(60) for letter in line("in a in", 700 - 10 * place))
    pages = [Page(1, 612.0, 792.0, letters, WHITE, WHITE)]
    said = " ".join(["in a in"] * 60)
    found = account(pages, text(said))
    assert not found.missing
    assert not found.left_over
    assert account(pages, text(f"{said} out")).missing


def test_two_passages_that_changed_places_are_out_of_order() -> None:
    found = account([page("second", "first")], text("first", "second"))
    assert not found.missing
    assert [after.passage.shown for _, after in out_of_order(found.placed, rtl=False)] == ["second"]


def test_a_text_that_stands_twice_is_left_over_once() -> None:
    found = account([page("again", "again")], text("again"))
    assert [part.row for part in found.left_over] == [1]


def test_right_to_left_lines_keep_their_numbers() -> None:
    told = joined("اتصل على ", (Isolate(("116 123",)),), " الآن")
    wanted = [passage("paragraph", told, rtl=True)]
    assert not account([page("نآلا 116 123 ىلع لصتا")], wanted).missing
    assert account([page("نآلا 123 116 ىلع لصتا")], wanted).missing
    # A line may end within: what comes first stands at the right.
    assert not account([page("116 123 ىلع لصتا", "نآلا")], wanted).missing


@each_row(
    ("shown", "beside", "fits"),
    [
        ("「甲「。", True, True),  # as a reader of files turns it round on such a page
        ("「甲」。", True, True),
        ("《甲《。", True, False),
        ("「甲「。", False, False),
    ],
)
def test_corner_brackets_beside_text_from_right_to_left_are_read_as_either(
    shown: str, beside: bool, fits: bool
) -> None:
    wanted = text("「甲」。") + (text("عربي", rtl=True) if beside else [])
    assert bool(account([page(shown, "يبرع")], wanted).missing) is not fits


def test_a_soft_hyphen_shows_at_the_end_of_a_line_and_nowhere_else() -> None:
    wanted = text("Schlaf\u00adstörung heute")
    assert not account([page("Schlaf-", "störung heute")], wanted).missing
    assert not account([page("Schlafstörung heute")], wanted).missing
    assert account([page("Schlaf-störung heute")], wanted).missing


def test_letters_of_a_ligature_have_no_order() -> None:
    good = page("Grin")
    both = [
        Letter(one, 82.0, 700.0, 82.0, 700.0, 87.0, 708.0, 82.0, 87.0, 12.0, "Lato") for one in "if"
    ]
    letters = [one for one in good.letters if one.text != "i"]
    pages = [Page(1, 612.0, 792.0, (*letters, *both), WHITE, WHITE)]
    assert not account(pages, text("Grfin")).missing


@each_row(
    ("told", "fits"),
    [
        ("עבריתไทย", True),
        ("ทไยעברית", False),
        ("עבריתไทษ", False),
        ("תירבעไทย", True),
        ("עבירתไทย", False),
    ],
)
def test_words_of_both_directions_may_be_told_in_one_piece(told: str, fits: bool) -> None:
    letters = tuple(line("W", 700.0)[0]._replace(text=one, told=True) for one in told)
    wanted = [passage("paragraph", ("עברית ไทย",), rtl=False)]
    found = account([Page(1, 612.0, 792.0, letters, WHITE, WHITE)], wanted)
    assert bool(found.placed) is fits


def test_places_are_filled_with_texts_and_isolates() -> None:
    assert filled("Call {number}.", number=(Isolate(("988",)),)) == (
        "Call ",
        Isolate(("988",)),
        ".",
    )
    assert filled("{unknown} stays") == ("{unknown}", " stays")


@each_row(
    ("told", "seen"),
    [
        (("في ", Isolate(("48",)), " ", Isolate(("ab",)), " الآن"), "نآلا ab 48 يف"),
        (("في 2016 ", Isolate(("988",)), " ", Isolate(("12",))), "12 988 2016 يف"),
        (("في ", Isolate(("48",)), Isolate(("ab",))), "ab48 يف"),
        ((Isolate(("ab ", Isolate(("12",)), " c")), " في"), "يف ab 12 c"),
    ],
)
def test_runs_side_by_side_do_not_run_on_as_one(told: tuple[str | Isolate], seen: str) -> None:
    wanted = passage("paragraph", told, rtl=True)
    assert shown(wanted) == seen
    assert not account([page(seen)], [wanted]).missing
    assert account([page(seen[::-1])], [wanted]).missing


def shown(one: Passage) -> str:
    """Return a passage's letters from the left, by its levels alone."""
    letters = [(letter, level) for text, level in one.pieces for letter in text or ("",)]
    for level in range(max(level for _, level in letters), 0, -1):
        place = 0
        while place < len(letters):
            end = place
            while end < len(letters) and letters[end][1] >= level:
                end += 1
            letters[place:end] = reversed(letters[place:end])
            place = max(end, place + 1)
    return "".join(letter for letter, _ in letters)


def plain(text: str) -> str:
    """Return a text without isolates and vowel signs: the oracle puts a sign behind its letter."""
    return "".join(one for one in text if unicodedata.category(one) not in ("Cf", "Mn"))


def marked(one: Passage) -> str:
    """Return a passage with Unicode's isolates around its runs."""
    told, before = "", int(one.rtl)
    for text, level in one.pieces:
        if level > before:
            told += "".join(
                "\u2067" if step % 2 else "\u2066" for step in range(before + 1, level + 1)
            )
        told += "\u2069" * (before - level) + text
        before = level
    return told + "\u2069" * (before - int(one.rtl))


@pytest.mark.exhaustive
@pytest.mark.skipif(not shutil.which("fribidi"), reason="fribidi is missing (libfribidi-bin)")
@pytest.mark.parametrize(
    ("locale", "region"), [("ar", "GB"), pytest.param("fa", "CA-QC", marks=pytest.mark.exhaustive)]
)
def test_unicodes_algorithm_shows_every_passage_as_it_is_expected(
    locale: str, region: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    sheet = printed(locale, region, Path(tmp_path_factory.mktemp("fonts")))
    wanted = [one for one in sheet.composition.passages if one.rtl and "\n" not in one.shown]
    assert len(wanted) > 90
    command = ["fribidi", "--rtl", "--nobreak", "--novisual", "--vtol"]
    texts = [marked(one) for one in wanted]
    told = subprocess.run(
        command, input="\n".join(texts) + "\n", capture_output=True, text=True, check=True
    )
    for one, text, row in zip(wanted, texts, told.stdout.splitlines(), strict=True):
        seen = "".join(text[int(place)] for place in row.split())
        assert plain(seen) == plain(shown(one))


@pytest.mark.skipif(not shutil.which("fribidi"), reason="fribidi is missing (libfribidi-bin)")
@each_row(
    ("text", "seen"),
    [
        ("Say אבג 24 דהו now.", "Say והד 24 גבא now."),
        ("Say אבג 555-0142 דהו now.", "Say והד 555-0142 גבא now."),
        ("Say אבג, (2017). דהו.", "Say גבא, (2017). והד."),
        ("Say 24 אבג, דהו now.", "Say 24 והד ,גבא now."),
    ],
)
def test_phrases_from_right_to_left_keep_their_numbers_among_others(text: str, seen: str) -> None:
    wanted = passage("paragraph", (text,), rtl=False)
    assert shown(wanted) == seen
    assert not account([page(seen)], [wanted]).missing
    command = ["fribidi", "--ltr", "--nobreak", "--nopad"]
    marked_text = marked(wanted)
    told = subprocess.run(command, input=marked_text, capture_output=True, text=True, check=True)
    assert plain(told.stdout).strip() == seen

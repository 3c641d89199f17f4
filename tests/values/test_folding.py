"""Folds and places: what prints behind what, and exact mirrors."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.values.folding import (
    PAPERS,
    Place,
    folded_papers,
    folds,
    page_size,
    places,
    side_size,
)
from tests.rows import each_row

FOLDED = [(folding, paper) for folding in ("thirds", "fourths") for paper in folded_papers(folding)]

folded = pytest.mark.parametrize(("folding", "paper"), FOLDED)


def behind(place: Place, folding: str, paper: str, standing: tuple[Place, ...]) -> Place | None:
    """Return what is printed on the other face, when the paper is turned over its short edge."""
    width = side_size(folding, PAPERS[paper])[0]
    other = place.side ^ 1
    return next(
        (
            one
            for one in standing
            if one.side == other and abs(one.x - (width - place.x - place.width)) < 0.01
        ),
        None,
    )


@folded
def test_the_panels_of_a_brochure_fill_both_sides(folding: str, paper: str) -> None:
    width, height = side_size(folding, PAPERS[paper])
    standing = places(folding, PAPERS[paper], 0, rtl=False)
    for side in (0, 1):
        row = sorted((one for one in standing if one.side == side), key=lambda one: one.x)
        assert row[0].x == 0
        assert all(abs(one.x + one.width - two.x) < 0.01 for one, two in pairwise(row))
        assert abs(row[-1].x + row[-1].width - width) < 0.01
        assert {one.height for one in row} == {height}


@each_row("paper", folded_papers("thirds"))
@each_row("rtl", [False, True])
def test_the_narrow_panels_lie_back_to_back_and_fold_in(paper: str, rtl: bool) -> None:
    standing = places("thirds", PAPERS[paper], 0, rtl=rtl)
    pairs = {one.name: behind(one, "thirds", paper, standing) for one in standing}
    assert {name: other and other.name for name, other in pairs.items()} == {
        "front cover": "inside 1",
        "inside 1": "front cover",
        "back": "inside 2",
        "inside 2": "back",
        "flap, folds in": "inside 3",
        "inside 3": "flap, folds in",
    }
    narrow = min(one.width for one in standing)
    assert {one.name for one in standing if one.width == narrow} == {"flap, folds in", "inside 3"}


@each_row("paper", folded_papers("fourths"))
@each_row("rtl", [False, True])
def test_the_half_that_folds_in_is_narrower_and_seen_on_opening(paper: str, rtl: bool) -> None:
    standing = places("fourths", PAPERS[paper], 0, rtl=rtl)
    pairs = {one.name: behind(one, "fourths", paper, standing) for one in standing}
    assert {name: other.name for name, other in pairs.items() if other and "inside" in name} == {
        "inside 1": "front cover",
        "inside 2": "back",
        "inside 3": "flap 2, folds in",
        "inside 4": "flap 1, folds in",
    }
    wide = max(one.width for one in standing)
    assert {one.name for one in standing if one.width < wide} == {
        "flap 1, folds in",
        "flap 2, folds in",
        "inside 3",
        "inside 4",
    }
    flaps = [one for one in standing if one.name.startswith("flap")]
    assert [one.page for one in flaps] == [1, 2], "they are what is seen after the cover"
    assert (flaps[0].x < flaps[1].x) == (not rtl), "and are read side by side"


@pytest.mark.parametrize("folding", ["thirds", "fourths"])
def test_the_flap_is_read_after_the_cover_and_the_back_last(folding: str) -> None:
    standing = places(folding, PAPERS[folded_papers(folding)[0]], 0, rtl=False)
    names = [one.name for one in standing]
    assert [one.page for one in standing] == list(range(len(standing)))
    assert names[0] == "front cover"
    assert names[1].startswith("flap")
    assert names[-1] == "back"
    inside = [name for name in names if name.startswith("inside")]
    assert names[-1 - len(inside) : -1] == inside == sorted(inside)


@each_row(
    ("folding", "paper", "millimetres"),
    [
        ("thirds", "letter", (93.7, 93.7, 92.1)),
        ("thirds", "a4", (100.0, 100.0, 97.0)),
        ("fourths", "legal", (89.7, 89.7, 88.1, 88.1)),
        ("fourths", "tabloid", (108.7, 108.7, 107.2, 107.2)),
        ("fourths", "a3", (106.0, 106.0, 104.0, 104.0)),
    ],
)
def test_panels_are_as_wide_as_print_shops_expect(
    folding: str, paper: str, millimetres: tuple[float, ...]
) -> None:
    standing = places(folding, PAPERS[paper], 0, rtl=False)
    found = [one for one in standing if one.name.startswith("inside")]
    assert tuple(round(one.width * 25.4 / 72, 1) for one in found) == millimetres


@each_row(("folding", "paper"), [*FOLDED, ("half", "letter"), ("half", "a4")])
def test_a_right_to_left_sheet_is_the_exact_mirror(folding: str, paper: str) -> None:
    width = side_size(folding, PAPERS[paper])[0]
    ltr, rtl = (places(folding, PAPERS[paper], 8, rtl=one) for one in (False, True))
    for one, other in zip(ltr, rtl, strict=True):
        assert (one.page, one.side, one.name) == (other.page, other.side, other.name)
        assert abs(one.x + one.width + other.x - width) < 0.01
    for side in (0, 1):
        marks = folds(folding, PAPERS[paper], side, rtl=False)
        mirrored = folds(folding, PAPERS[paper], side, rtl=True)
        assert [round(width - mark, 2) for mark in reversed(marks)] == [
            round(mark, 2) for mark in mirrored
        ]


@given(count=st.integers(1, 40), rtl=st.booleans())
def test_every_page_of_a_booklet_stands_once_and_in_pairs(count: int, rtl: bool) -> None:
    standing = places("half", PAPERS["a4"], count, rtl=rtl)
    assert [one.page for one in standing] == list(range(count))
    total = -(-count // 4) * 4
    for one in standing:
        # Read open, two pages that face each other follow each other.
        partner = next((o for o in standing if o.side == one.side and o is not one), None)
        if partner:
            assert one.page + partner.page == total - 1
        other = behind(one, "half", "a4", standing)
        if other:
            assert abs(one.page - other.page) == 1
    first = standing[0]
    binding_at_left = first.x > 0
    assert binding_at_left == (not rtl)


def test_a_sheet_that_is_not_folded_is_its_page() -> None:
    paper = PAPERS["letter"]
    (page,) = places("", paper, 1, rtl=True)
    assert (page.width, page.height) == page_size("", paper) == side_size("", paper)
    assert folds("", paper, 0, rtl=False) == ()

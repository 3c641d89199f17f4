"""How many pages a text takes, reckoned from its letters: its size, and if sections stay whole."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.compose.filling import filling
from pipeline.compose.plan import SheetPlan
from pipeline.compose.style import forms, sheet_style
from pipeline.values.article import Block, Inline
from tests.sheets import composed


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> SheetPlan:
    return composed("en", "US", tmp_path_factory.mktemp("fonts"), edition="booklet").plan


def _with(plan: SheetPlan, letters: int) -> SheetPlan:
    body = (Block(kind="paragraph", content=(Inline(kind="text", text="a" * letters),)),)
    return replace(plan, article=replace(plan.article, body=body))


def _of(plan: SheetPlan, letters: int) -> tuple[float, int]:
    return filling(_with(plan, letters), forms(plan)[0].layout)


@pytest.mark.parametrize(
    ("letters", "scale", "pages"),
    [
        (7_000, 1.1, 12),  # as large as it may be
        (10_000, 1.0, 12),
        (8_300, 1.025, 12),
        (11_500, 1.05, 16),  # more than twelve hold in its own size: a leaf more is filled
        (2_300, 1.1, 8),
        (1_800, 1.1, 4),  # may have room on one leaf, in the least air
    ],
)
def test_a_text_is_as_large_as_fills_the_leaves_that_it_takes_in_its_own_size(
    plan: SheetPlan, letters: int, scale: float, pages: int
) -> None:
    found = _of(plan, letters)
    assert found[1] == pages
    assert found[0] == pytest.approx(scale)


def test_booklets_alone_have_a_larger_text(plan: SheetPlan, tmp_path: Path) -> None:
    assert "--text: 1.100;" in sheet_style(plan)
    assert forms(plan)[0].most_pages == 12
    handout = composed("en", "US", tmp_path, edition="handout").plan
    assert "--text:" not in sheet_style(handout)
    assert forms(handout)[0].most_pages == 0


@pytest.mark.parametrize(
    ("edition", "letters", "whole"),
    [
        ("large-print", 2_000, False),
        ("large-print", 4_000, True),
        ("booklet", 1_500, False),
        ("booklet", 4_000, True),
    ],
)
def test_sections_of_few_pages_follow_each_other(
    edition: str, letters: int, *, whole: bool, tmp_path: Path
) -> None:
    plan = composed("en", "US", tmp_path, edition=edition).plan
    told = _with(plan, letters)
    assert [form.whole_sections for form in forms(told)] == [whole]
    handout = replace(told, edition=replace(told.edition, whole_sections=False))
    assert not forms(handout)[0].whole_sections

"""What a text must have for a pattern to be found in it, and what is never looked for without."""

import re
import sys

import pytest

from pipeline.check import needles as module
from pipeline.check.needles import Sought, needles
from pipeline.check.once import MOST, OncePer


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("suicidio", {"suicidio"}),
        (r"\bcomet(?:e|er)\s+(?:un\s+)?suicidios?\b", {"suicidio"}),
        ("suicidio|suicida", {"suicid"}),
        ("(?:ahorc|colg)(?:ó|aron)", {"ahorc", "colg"}),
        ("(?:ab|cde)+f", {"ab", "cde"}),
        ("(?:ab)?x", {"x"}),
        ("(?:abc){2,}", {"abc"}),
        ("(?>abc|de)f", {"abc", "de"}),
        ("a[bc]d", {"a"}),
        ("(?:abc|[de])", set()),
        ("(?:abc)*", set()),
        (r"\w+", set()),
        ("(?!abc)", set()),
        ("(?i)abc", set()),
        ("(?i:abc)", set()),
        ("(?i:abc)de", {"de"}),
        ("", set()),
    ],
)
def test_a_pattern_needs_the_longest_letters_that_each_text_with_it_has(
    pattern: str, found: set[str]
) -> None:
    assert set(needles(pattern)) == found


def test_only_patterns_whose_letters_a_text_has_are_compiled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def compiled(pattern: str) -> re.Pattern[str]:
        asked.append(pattern)
        return re.compile(pattern)

    monkeypatch.setattr(module, "compiled", compiled)
    sought = Sought([r"\bones?\b", "two|three", r"\w{9}", "fourth"])
    found = [number for number, _ in sought.in_text("three ones")]
    assert found == [0, 1, 2]
    assert asked == [r"\bones?\b", "two|three", r"\w{9}"]


def test_without_python_s_parser_every_pattern_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "re._parser", None)
    assert needles("suicidio") == ()
    assert [number for number, _ in Sought(["suicidio", "other"]).in_text("")] == [0, 1]


def test_what_is_worked_out_of_a_value_is_kept_for_that_value_and_no_other() -> None:
    made: list[tuple[int, ...]] = []

    def work_out(value: tuple[int, ...]) -> int:
        made.append(value)
        return sum(value)

    once = OncePer[tuple[int, ...], int](work_out)
    first, *others = ((number, 1) for number in range(MOST + 1))
    assert [once(first), once(first)] == [1, 1]
    assert made == [first]
    for number, other in enumerate(others, 1):
        assert once(other) == number + 1
    assert len(once._known) <= MOST
    assert once(first) == 1

"""Regular expressions of a project are refused where they cannot be used or would not end."""

import re

import pytest

from pipeline.records.in_force import shipped
from pipeline.records.patterns import LONGEST, bounded, pattern_fault


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("comet(?:er|ió) un suicidio", ""),
        (r"suicid\w+ de NAME", ""),
        (r"l[’']appel\.", ""),
        (r"\d{3,5} mg", ""),
        ("(a+)+b", "repeats a group"),
        ("(?:a|aa)*b", "repeats a group"),
        ("(?:a|b){2,}c", "repeats a group"),
        (".*.*.*.*x", "repeats more than"),
        (r"\w{1,900}x", "more than 40 letters"),
        (r"(?:\w+ ){0,2}x", ""),
        (r"(?:\w+ ){0,9}x", "repeats a group"),
        ("a?" * 13 + "a", "question marks"),
        (r"(a)\1", "refers back"),
        ("(", "is not a regular expression"),
        ("x*", "matches a text in which nothing stands"),
        ("x" * 300, "at most 200"),
    ],
)
def test_a_pattern_is_judged(pattern: str, fault: str) -> None:
    found = pattern_fault(pattern)
    assert fault in found
    assert bool(found) == bool(fault)


@pytest.mark.parametrize(
    "pattern", [r"\w*\w*\w*x", r"(?:\w+\s+){0,2}x", r".*a?a?a?a?a?a?a?a?a?a?a?a?b"]
)
def test_a_pattern_that_passes_reaches_over_a_few_letters(pattern: str) -> None:
    assert not pattern_fault(pattern)
    assert not re.search(bounded(pattern), "a" * 300)
    assert not re.search(r"[*+]", bounded(pattern))


def test_bounds_change_nothing_that_a_sentence_has() -> None:
    assert bounded(r"\bse\s+suicid\w+[*+]\+ a*?") == r"\bse\s{1,3}suicid\w{1,40}[*+]\+ a{0,40}?"


def test_most_patterns_of_the_program_would_pass() -> None:
    rows = [row for name, rows in shipped("safety").items() if name != "sources" for row in rows]
    several = [row["pattern"] for row in rows]
    patterns = [one for row in several for one in ([row] if isinstance(row, str) else row)]
    short = [one for one in patterns if len(one) <= LONGEST]
    assert len(short) > 100
    assert len([one for one in short if not pattern_fault(one)]) > 0.7 * len(short)

"""Which headings have a number of their own, that hangs in the margin."""

from markupsafe import Markup

from pipeline.compose.heads import numbered
from tests.rows import each_row


@each_row(
    ("heading", "number"),
    [
        ("1. Why nights turn bad", "1."),
        ("12) Rest", "12)"),
        ("۲. ناامیدی", "۲."),
        ("3、概要", "3、"),
        ("3．はじめに", "3．"),
        ("5-10 mg at night", ""),
        ("3 ways to sleep", ""),
        ("100 people", ""),
        ("3.5 hours", ""),
        ("7:30 in the morning", ""),
        ("24/7", ""),
        ("1、2日に一度", ""),
        ("2026", ""),
    ],
)
def test_a_number_with_its_point_is_the_headings_and_an_amount_is_none(
    heading: str, number: str
) -> None:
    parted = numbered(Markup(heading))
    assert parted[0] == number
    assert heading.startswith(number)
    assert parted[1] == heading[len(number) :].lstrip()

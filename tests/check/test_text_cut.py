"""A text that is far shorter than its source is told, and one that numbers make short is not."""

from tests.pairs import messages, pair
from tests.rows import each_row

HOURS = "Mon–Fri 9:00–17:00, Sat 10:00–14:00, closed on Sundays"
DOSES = "Take 1 tablet at 8 am and 2 tablets at 8 pm"


@each_row(
    ("locale", "source", "target"),
    [
        ("es", HOURS, "Lu–Vi 9:00–17:00, Sá 10:00–14:00, Do cerrado"),
        ("zh_Hans", HOURS, "一至五9:00–17:00，六10:00–14:00，日休"),
        ("ja", DOSES, "朝8時1錠、夜8時2錠"),
        ("zh_Hans", DOSES, "早8点1片，晚8点2片"),
        ("es", "From 8:00 in the morning until 8:00 in the evening", "8:00–20:00"),
        ("de", "Between 9 in the morning and 5 in the afternoon", "Zwischen 9 und 17 Uhr"),
    ],
)
def test_numbers_may_make_a_text_short(locale: str, source: str, target: str) -> None:
    assert messages(pair(locale, source, target), "TXT013") == []


@each_row(
    ("locale", "source", "target"),
    [
        ("es", HOURS, "Lu–Vi 9:00–17:00"),
        ("ja", DOSES, "朝8時1錠"),
        ("es", "Of 100 people, most feel better after they have talked to someone.", "De 100."),
    ],
)
def test_a_text_that_lost_half_is_told(locale: str, source: str, target: str) -> None:
    assert messages(pair(locale, source, target), "TXT013")

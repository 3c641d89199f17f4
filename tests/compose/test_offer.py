"""Languages that a notice names stand in rows of as many places each."""

from pipeline.compose.offer import Offer, in_order, places_of, rows_of
from pipeline.records.typography import locale_named
from pipeline.values.message import Catalog
from tests.rows import each_row

LTR = (
    *("en", "es", "fr", "it", "nl", "pl", "ro", "tr", "vi", "el", "ru", "uk", "ne", "hi", "bn"),
    *("pa", "th", "ja", "zh_Hans", "zh_Hant", "ko", "de", "fil", "sw", "ht", "pt_BR", "pt_PT"),
)
RTL = ("ur", "ar", "fa_AF", "fa")


def offers(ltr: int, rtl: int, *, on_rtl: bool = False) -> tuple[Offer, ...]:
    words = Catalog(locale="en", path="sheet.po")
    names = (*LTR[:ltr], *RTL[:rtl])
    given = (
        Offer(locale=locale_named(name), words=words, address="", state="proof") for name in names
    )
    return in_order(given, locale_named("ar" if on_rtl else "en"))


@each_row(
    ("ltr", "rtl", "counts"),
    [
        (27, 4, [3] * 10 + [1]),
        (25, 4, [3] * 9 + [2]),
        (26, 4, [3] * 10),
        (16, 4, [2] * 10),
        (3, 0, [2, 1]),
        (3, 1, [2, 2]),
        (1, 0, [1]),
        (0, 0, []),
    ],
)
def test_the_last_row_alone_has_room_left_over(ltr: int, rtl: int, counts: list[int]) -> None:
    given = offers(ltr, rtl)
    rows = rows_of(given)
    assert [len(row) for row in rows] == counts
    columns = [
        row[column] for column in range(places_of(given)) for row in rows if column < len(row)
    ]
    assert columns == [*given]


def test_languages_of_the_other_direction_stand_below_each_other() -> None:
    rows = rows_of(offers(27, 4))
    assert [[one.locale.rtl for one in row] for row in rows[-5:]] == [
        *[[False, False, True]] * 4,
        [False],
    ]


def test_a_page_begins_with_its_own_language_and_with_all_of_its_direction() -> None:
    given = offers(27, 4, on_rtl=True)
    assert [row[0].locale.rtl for row in rows_of(given)] == [True] * 4 + [False] * 7
    assert [one.locale.rtl for one in given] == [True] * 4 + [False] * 27
    assert given[0].locale.name == "ar"
    assert offers(27, 4)[0].locale.name == "en"


def test_names_for_staff_stand_above_each_name() -> None:
    ours, theirs = offers(2, 0)
    assert (ours.name_in("en"), theirs.name_in("en")) == ("English", "Spanish")

"""Languages that a notice names stand in rows that end with the page's edge."""

from pipeline.compose.offer import Offer, in_order, rows_of
from pipeline.records.typography import locale_named
from pipeline.values.message import Catalog
from tests.rows import each_row

LTR = (
    *("en", "es", "fr", "it", "nl", "pl", "ro", "tr", "vi", "el", "ru", "uk", "ne", "hi", "bn"),
    *("pa", "th", "ja", "zh_Hans", "zh_Hant", "ko", "de", "fil", "sw", "ht", "pt_BR", "pt_PT"),
)
RTL = ("ur", "ar", "fa_AF", "fa")


def offers(ltr: int, rtl: int) -> tuple[Offer, ...]:
    words = Catalog(locale="en", path="sheet.po")
    names = (*LTR[:ltr], *RTL[:rtl])
    return in_order(
        Offer(locale=locale_named(name), words=words, address="", state="proof") for name in names
    )


@each_row(
    ("ltr", "rtl", "counts"),
    [
        (27, 4, ([3] * 9, [4])),
        (27, 3, ([3] * 9, [3])),
        (27, 2, ([3] * 9, [2])),
        (27, 1, ([3] * 8 + [4],)),
        (25, 1, ([3] * 8 + [2],)),
        (20, 4, ([3] * 6 + [2], [4])),
        (2, 0, ([2],)),
        (3, 0, ([3],)),
        (2, 2, ([2], [2])),
        (3, 1, ([2, 2],)),
        (1, 0, ([1],)),
        (0, 3, ([3],)),
        (0, 0, ()),
    ],
)
def test_no_place_is_left_over(ltr: int, rtl: int, counts: tuple[list[int], ...]) -> None:
    given = offers(ltr, rtl)
    blocks = rows_of(given)
    assert tuple([len(row) for row in rows] for rows in blocks) == counts
    assert [one for rows in blocks for row in rows for one in row] == [*given]


def test_names_for_staff_stand_above_each_name() -> None:
    ours, theirs = offers(2, 0)
    assert (ours.name_in("en"), theirs.name_in("en")) == ("English", "Spanish")

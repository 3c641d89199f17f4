"""When a work was issued, in the forms in which reference managers write it."""

from typing import Any

import pytest

from pipeline.records.dating import UnreadableDateError, dating_of
from pipeline.values.citation import Dating
from tests.rows import each_row

GREEK = ((-370,),)


@each_row(
    ("issued", "dated"),
    [
        ({"date-parts": [[2016]]}, Dating(parts=((2016,),))),
        ({"date-parts": [["2016", "5", "3"]]}, Dating(parts=((2016, 5, 3),))),
        ("2016-05-03", Dating(parts=((2016, 5, 3),))),
        ({"date-parts": [[2016], [2017]]}, Dating(parts=((2016,), (2017,)))),
        ({"date-parts": [[1967]], "circa": True}, Dating(parts=((1967,),), is_circa=True)),
        ({"date-parts": [[1967]], "circa": "1"}, Dating(parts=((1967,),), is_circa=True)),
        ({"date-parts": [[1967]], "circa": False}, Dating(parts=((1967,),))),
        ({"date-parts": [[1967]], "circa": "false"}, Dating(parts=((1967,),))),
        ({"literal": "ca. 1967"}, Dating(parts=((1967,),), is_circa=True)),
        ({"raw": "1967?"}, Dating(parts=((1967,),), is_circa=True)),
        ("~1967", Dating(parts=((1967,),), is_circa=True)),
        ({"date-parts": [[397]], "circa": True}, Dating(parts=((397,),), is_circa=True)),
        ({"date-parts": [[-370]]}, Dating(parts=GREEK)),
        ({"date-parts": [["-370"]], "circa": True}, Dating(parts=GREEK, is_circa=True)),
        ({"literal": "ca. 370 B.C.E."}, Dating(parts=GREEK, is_circa=True)),
        ({"literal": "370 BC"}, Dating(parts=GREEK)),
        ({"date-parts": [[2016]], "season": 1}, Dating(parts=((2016,),), season="Spring")),
        ({"date-parts": [[2016]], "season": "Autumn"}, Dating(parts=((2016,),), season="Fall")),
        ({"date-parts": [[2016, 24]]}, Dating(parts=((2016,),), season="Winter")),
        ({"date-parts": [[2016, 22]]}, Dating(parts=((2016,),), season="Summer")),
        ({"literal": "Spring, 2016"}, Dating(parts=((2016,),), season="Spring")),
        ({"literal": "2016 Winter"}, Dating(parts=((2016,),), season="Winter")),
        ({"raw": "May 2016"}, Dating(parts=((2016, 5),))),
        ({"raw": "3 May 2016"}, Dating(parts=((2016, 5, 3),))),
        ({"literal": "Sept. 3rd, 2016"}, Dating(parts=((2016, 9, 3),))),
        ({"literal": "2016 Dec 1"}, Dating(parts=((2016, 12, 1),))),
        ({"raw": "2016/05/03"}, Dating(parts=((2016, 5, 3),))),
        ("2014–2016", Dating(parts=((2014,), (2016,)))),
        ({"raw": "©2016"}, Dating(parts=((2016,),))),
        ({"raw": "c2016"}, Dating(parts=((2016,),))),
        ({"literal": "in press"}, Dating(is_in_press=True)),
        ({"raw": "(Forthcoming)"}, Dating(is_in_press=True)),
        ({"literal": "n.d."}, Dating()),
        ({"date-parts": [[]], "literal": "undated"}, Dating()),
        (None, Dating()),
    ],
)
def test_dates_are_read_as_they_are_exported(issued: Any, dated: Dating) -> None:
    assert dating_of({"issued": issued}) == dated


def test_a_work_without_a_year_may_be_in_press_by_its_status() -> None:
    assert dating_of({"status": "In Press"}) == Dating(is_in_press=True)
    assert dating_of({"status": "submitted"}) == Dating()
    year = {"date-parts": [[2016]]}
    assert dating_of({"issued": year, "status": "in press"}) == Dating(parts=((2016,),))


@each_row(
    "issued",
    [
        *({}, [], 5, "", "sometime", "2016/2017", {"literal": ""}, {"literal": None}),
        *({"circa": True}, {"season": "Spring"}, {"date-parts": None}, {"date-parts": [[]]}),
        *({"date-parts": [[2016, None]]}, {"date-parts": [["-"]]}, {"date-parts": [[2016, 13]]}),
        *({"date-parts": [[2016, 21, 2]]}, {"date-parts": [[True]]}, {"date-parts": [["", ""]]}),
        # Slips of the hand: a year of two or three digits, five, none.
        *({"date-parts": [[16]]}, {"date-parts": [[201]]}, {"date-parts": [[20166]]}),
        *({"date-parts": [[2016, 2, 30]]}, {"date-parts": [[2015, 2, 29]]}),
        *({"date-parts": [[0]]}, {"date-parts": [[-99999]]}, {"literal": "201"}),
        {"date-parts": [[16]], "circa": True},
        *({"raw": "05/03/2016"}, {"raw": "31 June 2016"}, {"raw": "the 1990s"}, "Mai 2016"),
        # Last before first, and a year of the Buddhist calendar.
        *("2016-2014", {"date-parts": [[2016, 5], [2016, 4]]}, {"date-parts": [[2563]]}),
    ],
)
def test_a_date_that_is_not_sure_is_told(issued: Any) -> None:
    with pytest.raises(UnreadableDateError):
        dating_of({"issued": issued})


@each_row(
    ("kind", "year", "is_told"),
    [("article-journal", 1398, True), ("webpage", 1398, True), ("book", 1398, False)],
)
def test_no_journal_is_of_the_middle_ages(kind: str, year: int, is_told: bool) -> None:
    record = {"type": kind, "issued": {"date-parts": [[year]]}}
    if not is_told:
        assert dating_of(record).parts == ((year,),)
        return
    with pytest.raises(UnreadableDateError, match="Persian 1398 is 2019"):
        dating_of(record)

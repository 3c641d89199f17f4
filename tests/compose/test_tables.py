"""How wide the columns of a table are, reckoned from its words."""

import re
import shutil
from pathlib import Path

from pipeline.compose.tables import is_stacked, letters_across, phrases, share_of_first, shares
from pipeline.values.article import Block, Inline
from tests.rows import each_row
from tests.sheets import ROOT, composed


def _table(*rows: str) -> Block:
    return Block(
        kind="table",
        children=tuple(
            Block(
                kind="row",
                header=not place,
                children=tuple(
                    Block(kind="cell", content=(Inline(kind="text", text=text),))
                    for text in row.split("|")
                ),
            )
            for place, row in enumerate(rows)
        ),
    )


@each_row(
    ("rows", "letters", "found"),
    [
        # each cell has room on one line, and a browser's own way is right
        (["When|What", "Night|Get up"], 30, ()),
        # words have no room beside each other in any way
        (["Schlafgewohnheiten|Tageslichtlampe", "a|b"], 30, ()),
        # the sentence has most, and no word stands alone that need not
        (["When|What to do", "Night|Get up if you lie awake for long"], 30, (32, 68)),
        # what is said in the last column takes two lines, and not four
        (
            ["When|What|How long", "Night|Get up and read in a dim light|Until you feel sleepy"],
            44,
            (21, 40, 39),
        ),
        # no step from one column to another is better, but all widths at once
        (
            [
                "When|What to do|For how long",
                "After dinner|Go for a short walk|20 minutes",
                "One hour before bed|Put the phone in another room|All night",
                "In bed|Breathe in slowly, and out more slowly|5 minutes",
                "Awake for long|Get up, sit in dim light, read|Until you are sleepy",
            ],
            41,
            (27, 42, 31),
        ),
    ],
)
def test_rows_have_the_fewest_lines(rows: list[str], letters: int, found: tuple[int, ...]) -> None:
    assert shares(_table(*rows), letters) == found


_PLAN = [
    "When|What to do|For how long",
    "An hour before bed|Put the phone in another room|All night",
    "In bed|Breathe in slowly, and out more slowly|5 minutes",
]


@each_row(
    ("rows", "letters", "stacked"),
    [
        (_PLAN, 26, True),
        # cells of four lines are still columns
        (_PLAN, 34, False),
        # there is room for columns
        (_PLAN, 60, False),
        # a number alone is nothing below a sentence
        ([*_PLAN[:-1], "In bed|Breathe in slowly, and out more slowly|5"], 26, False),
        # two columns have as much room as they can have
        (["When|What", "An hour before bed|Put the phone in another room"], 20, False),
    ],
)
def test_a_column_of_words_stands_below_another_where_lines_are_short(
    rows: list[str], letters: int, *, stacked: bool
) -> None:
    assert is_stacked(_table(*rows), letters) == stacked


def test_below_each_other_cells_have_the_width_of_the_longer() -> None:
    (_, beside, _), (_, below) = (
        shares(_table(*_PLAN), 34, stacked=stacked) for stacked in (False, True)
    )
    assert below > beside + 15


def test_a_column_has_room_for_its_longest_word() -> None:
    narrow, wide = shares(_table("Medicine|a", f"Antidepressants|{'a b ' * 40}"), 40)
    assert narrow * 40 / 100 > len("Antidepressants")
    assert wide > narrow


def test_a_table_of_phrases_is_shared_out_where_they_have_room(tmp_path: Path) -> None:
    plan = composed("ja", "JP", tmp_path, edition="large-print").plan
    table = _table(
        "いつ|どのくらい", "夕食のあと|起きて、明かりのもとに座り、本を読む、眠くなるまで"
    )
    pieces = phrases(plan)
    assert pieces is not None
    assert pieces("どのくらい") == ["どのくらい"]
    assert sum(shares(table, letters_across(plan), pieces)) in range(99, 102)
    assert shares(table, 22, pieces) == ()


def _column(head: str, *items: str) -> list[Block]:
    def said(kind: str, text: str) -> Block:
        return Block(kind=kind, content=(Inline(kind="text", text=text),))

    listed = [Block(kind="item", children=(said("paragraph", text),)) for text in items]
    return [said("heading", head), Block(kind="list", children=tuple(listed))]


@each_row(
    ("first", "second", "share"),
    [
        # what has more lines has more of the frame, with who added them below the second
        (["and so on " * 8] * 4, ["and so on " * 8] * 3, 55),
        (["and so on " * 8] * 6, ["and so on " * 8] * 2, 58),
        (["and so on " * 8] * 2, ["and so on " * 8] * 3, 47),
    ],
)
def test_two_columns_of_a_frame_end_level(first: list[str], second: list[str], share: int) -> None:
    assert share_of_first([_column("Do", *first), _column("Ask", *second)], 70) == share


@each_row(
    ("head", "share"),
    [("Ask", 50), ("Questions to ask at your next visit", 48), ("ask it " * 9, 50)],
)
def test_a_head_stays_on_one_line_where_the_frame_has_room(head: str, share: int) -> None:
    """Both lists begin below the higher head: a line of it is a line of the frame."""
    do, ask = ["and so on " * 8] * 4, ["and so on " * 6] * 3
    assert share_of_first([_column("Do", *do), _column(head, *ask)], 84) == share


def test_phrases_that_stay_whole_ask_for_a_wider_column() -> None:
    parts = [
        _column("Do", *["あいうえおかき" * 5] * 4),
        _column("Ask", *["あいうえおかき" * 4] * 3),
    ]
    in_sevens = share_of_first(parts, 78, lambda text: re.findall(".{1,7}", text))
    assert in_sevens != share_of_first(parts, 78)


def test_a_table_has_the_whole_width_where_no_head_hangs_beside_it(tmp_path: Path) -> None:
    for folder in ("source", "locales"):
        shutil.copytree(ROOT / "tests/third" / folder, tmp_path / folder)
    shutil.copytree(ROOT / "source/regions", tmp_path / "source/regions")
    words = "locales/es/LC_MESSAGES/sheet.po"
    shutil.copy(ROOT / words, tmp_path / words)
    html = composed("es", "US", tmp_path, root=tmp_path).composition.html
    # "Hasta que tenga sueño" stands on one line beside what to do.
    assert re.findall(r'<th [^>]*style="--share: (\d+)%"', html) == ["32", "41", "27"]

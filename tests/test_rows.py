"""A table that is tried as one test names each row that fails."""

from pathlib import Path

import pytest

from pipeline.records.in_force import data_file, put_in_force, shipped
from tests.rows import each_row


@each_row(("number", "square"), [(1, 1), (2, 5), (3, 9), (4, 17)])
def squares(number: int, square: int) -> None:
    assert number**2 == square


def test_every_row_that_fails_is_named_and_those_after_it_are_tried() -> None:
    with pytest.RaisesGroup(AssertionError, AssertionError) as told:
        squares()
    assert str(told.value).startswith("2 of 4 rows: number=2, square=5; number=4, square=17")
    notes = [one.__notes__ for one in told.value.exceptions]
    assert notes == [["in the row number=2, square=5"], ["in the row number=4, square=17"]]


@each_row("text", ["1", "2"], ids=["one", "two"])
def refused(text: str) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        int(text)


def test_what_should_have_been_raised_counts_as_any_other_fault() -> None:
    with pytest.RaisesGroup(pytest.fail.Exception, pytest.fail.Exception, match="one; two"):
        refused()


@each_row("name", ["a", "b"])
@each_row("ending", ["md", "po"])
def test_rows_are_tried_with_those_of_another_table_and_with_fixtures(
    tmp_path: Path, name: str, ending: str
) -> None:
    (tmp_path / f"{name}.{ending}").touch(exist_ok=False)
    assert len([*tmp_path.iterdir()]) == ("a", "b").index(name) * 2 + ("md", "po").index(ending) + 1


@each_row("row", [1, 2])
def test_each_row_begins_with_what_the_program_knows_of_languages(row: int) -> None:
    assert data_file("safety") == shipped("safety")
    put_in_force({"safety": {"es": row}})


def test_a_table_without_rows_is_refused() -> None:
    with pytest.raises(AssertionError, match="the table is empty"):
        each_row("name", [])

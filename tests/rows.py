"""Tables of a test: every row is tried, those that fail are all named, and it counts as one test.

What pytest does around a test takes longer than most rows do.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from inspect import signature
from textwrap import shorten
from typing import Any

import pytest

from pipeline.records.in_force import put_in_force

Test = Callable[..., None]


def each_row(
    names: str | Sequence[str],
    rows: Iterable[Any],
    ids: Callable[[Any], str] | Iterable[str] | None = None,
) -> Callable[[Test], Test]:
    """Try a test with each row of a table, which is given as `pytest.mark.parametrize` takes it.

    It is for small tests that change nothing: all rows share what fixtures bring. ``ids`` names the
    rows, by what they hold where there is one name; without it they are called by all they hold.
    """
    named = (names,) if isinstance(names, str) else names
    table = [*rows]
    assert table, "the table is empty"
    given = [dict(zip(named, (row,) if len(named) == 1 else row, strict=True)) for row in table]
    called = [*map(ids, table)] if callable(ids) else [*(ids or map(_called, given))]

    def over(test: Test) -> Test:
        @wraps(test)
        def tried(**fixtures: Any) -> None:
            faults: list[BaseException] = []
            told: list[str] = []
            for name, row in zip(called, given, strict=True):
                put_in_force({})
                try:
                    test(**row, **fixtures)
                except (Exception, pytest.fail.Exception) as fault:  # noqa: BLE001 - all are told
                    fault.add_note(f"in the row {name}")
                    faults.append(fault)
                    told.append(shorten(name, 80))
            if faults:
                rows_of_all = f"{len(faults)} of {len(given)} rows"
                raise BaseExceptionGroup(f"{rows_of_all}: {'; '.join(told)}", faults)

        asked = signature(test)
        others = [one for name, one in asked.parameters.items() if name not in named]
        vars(tried)["__signature__"] = asked.replace(parameters=others)
        return tried

    return over


def _called(row: dict[str, Any]) -> str:
    return ", ".join(f"{name}={one!r}" for name, one in row.items())

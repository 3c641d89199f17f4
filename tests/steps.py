"""The two steps of the tests: what `make test` shows of a kind, and `make test-exhaustive` of all.

Why, says ``docs/decisions/0045-what-tests-may-cost.md``.
"""

from collections.abc import Container, Iterable

import pytest


def in_two_steps(values: Iterable[object], first: Container[object]) -> list[object]:
    """Return the values of a parameter, of which all but the first are for the second step."""
    return [
        pytest.param(one, marks=() if one in first else pytest.mark.exhaustive) for one in values
    ]

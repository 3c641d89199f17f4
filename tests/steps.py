"""The two steps of the tests: what `make test` shows of a kind, and `make test-exhaustive` of all.

Why, says ``docs/decisions/0045-what-tests-may-cost.md``.
"""

import os
from collections.abc import Container, Iterable

import pytest
from hypothesis import settings


def in_two_steps(values: Iterable[object], first: Container[object]) -> list[object]:
    """Return the values of a parameter, of which all but the first are for the second step."""
    return [
        pytest.param(one, marks=() if one in first else pytest.mark.exhaustive) for one in values
    ]


def many(examples: int) -> int:
    """Return how many texts that nobody wrote a test is to try: all for ``.ci/fuzz``, else a fifth.

    ``POLYLEAF_FUZZ`` stands in the environment there.
    """
    return examples if "POLYLEAF_FUZZ" in os.environ else examples // 5


PROFILE = "step"
"""The settings of all tests on texts that nobody wrote; a test may say how many it tries.

The texts are the same in each run, so that a change is judged by what it changed. ``make fuzz``
seeks others: ``POLYLEAF_SEEK`` stands in the environment there.
"""

settings.register_profile(
    PROFILE, max_examples=many(100), derandomize="POLYLEAF_SEEK" not in os.environ
)

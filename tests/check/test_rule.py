"""A pair of texts, and what is left of it once it is judged."""

import gc
import weakref

from pipeline.check.rules import PAIR_RULES
from tests.pairs import pair


def test_a_pair_that_is_judged_is_gone_with_its_last_reader() -> None:
    judged = pair("es", "Sleep helps [@bowlby1969, p. 2].", "Dormir ayuda [@bowlby1969, pág. 2].")
    for rule in PAIR_RULES:
        assert rule.check is None or list(rule.check(judged)) is not None
    assert judged.target.citations
    left = weakref.ref(judged), weakref.ref(judged.target)
    gc.disable()
    try:
        del judged
        assert [one() for one in left] == [None, None]
    finally:
        gc.enable()

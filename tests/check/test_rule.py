"""A pair of texts, and what is left of it once it is judged."""

import gc
import weakref

from pipeline.check.rules import PAIR_RULES, crisis_address
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


def test_key_words_are_told_in_the_order_in_which_they_stand() -> None:
    words = ["AYUDA", "VIDA", "HOLA", "CALMA", "APOYO", "HABLA", "CONTIGO"]
    text = f"Envíe {', '.join(words)} o {words[0]}."
    judged = pair("es", "Please text us.", text, context="crisis")
    told = [one.message for one in crisis_address.check(judged)]
    assert [one.rpartition(" ")[2] for one in told] == words

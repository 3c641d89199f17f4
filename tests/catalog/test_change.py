"""What a change of the source means: no change of meaning is ever called one of signs."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.catalog import po
from pipeline.catalog.change import change_of, difference, normal_text, weighs
from pipeline.catalog.merge import merge
from pipeline.catalog.reapply import reapplied
from pipeline.parse.article import parse_article
from pipeline.values.change import Weight
from pipeline.values.message import Message
from tests.conftest import ROOT
from tests.rows import each_row
from tests.steps import many


def weight(before: str, after: str, *, crisis: bool = False, language: str = "en") -> Weight:
    return change_of(before, after, language, crisis=crisis).weight


@each_row(
    ("before", "after"),
    [
        ('She said "rest".', "She said “rest”."),
        ("It's early", "It’s early"),
        ("He left -- no", "He left -- no"),
        ("He left - and slept", "He left — and slept"),
        ("He left—and slept", "He left – and slept"),
        ("5-10 weeks", "5–10 weeks"),
        ("5\u00a0mg a day", "5 mg a day"),
        ("Wait ...", "Wait …"),
        ("mother–child bond", "mother-child bond"),
        ("*really* so", "_really_ so"),
        ("this is *very important*", "this is *very IMPORTANT*"),
        ("cafe\u0301", "café"),
        ("soft\u00adhyphen", "softhyphen"),
        ("two  spaces", "two spaces"),
        ("by Beck [@beck1967; @wei2003]", "by Beck [@beck1967;@wei2003]"),
    ],
)
def test_a_change_of_signs_asks_for_nothing(before: str, after: str) -> None:
    assert weight(before, after) is Weight.SIGNS
    assert weight(after, before) is Weight.SIGNS
    assert weight(before, after, crisis=True) is Weight.SIGNS


@each_row(
    ("before", "after"),
    [
        ("Sleep helps.", "Sleep helps [@beck1967]."),
        ("Sleep helps [@beck1967].", "Sleep helps [@beck1967, p. 12]."),
        ("[Sleep](https://a.example)", "[Sleep](https://b.example)"),
        ("[Sleep](https://a.example) helps", "Sleep helps"),
        ("Call {emergency} now", "Call now"),
    ],
)
def test_a_change_of_codes_leaves_the_words(before: str, after: str) -> None:
    assert weight(before, after) is Weight.CODES
    assert weight(before, after, crisis=True) is Weight.SAFETY


@each_row(
    ("before", "after"),
    [
        ("Sleep helps many people.", "Sleep helps most people."),
        ("This leads to a belief.", "This leads to the belief."),
        ("Talk to Joiner.", "Talk to Coyne."),
        ("*Rest* well", "Rest well"),
        ("every day", "everyday"),
        ("for *polish* people", "for *Polish* people"),
        ("help *us* all", "help *US* all"),
        ("the *march* of time", "the *March* of time"),
    ],
)
def test_other_words_are_a_change_of_wording_at_least(before: str, after: str) -> None:
    assert weight(before, after) >= Weight.WORDING


@each_row(
    ("before", "after"),
    [
        ("Take 5 mg.", "Take 10 mg."),
        ("Take 1.5 mg.", "Take 15 mg."),
        ("Take 1.5 mg.", "Take 1,5 mg."),
        ("up to 5 %", "up to 5 ‰"),
        ("below −5", "below 5"),
        ("for those < 18", "for those > 18"),
        ("10²", "102"),
        ("one in ten", "one in five"),
        ("one tablet", "two tablets"),
        ("5 mg", "5 g"),
        ("4 in 24 hours", "24 in 4 hours"),
        ("every six hours", "every six days"),
        ("It is your fault.", "It is not your fault."),
        ("You can stop.", "You can't stop."),
        ("It always helps.", "It never helps."),
        ("Relapse is likely.", "Relapse is unlikely."),
        ("That is helpful.", "That is helpless."),
        ("Talk with others.", "Talk without others."),
        ("It brings more pain.", "It brings less pain."),
        ("safe for adults", "safe for children"),
        ("those over sixty", "those under sixty"),
        ("Not all are sad.", "All are not sad."),
        ("You should rest.", "You must rest."),
        ("It can harm you.", "It can help you."),
        ("Suicidal thoughts pass.", "Thoughts pass."),
    ],
)
def test_numbers_negations_doses_ages_and_safety_weigh_most(before: str, after: str) -> None:
    assert weight(before, after) is Weight.SAFETY
    assert weight(after, before) is Weight.SAFETY


def test_a_language_whose_negations_nobody_has_recorded_is_not_guessed_at() -> None:
    assert weight("Dormir ayuda.", "Dormir no ayuda.", language="es") is Weight.SAFETY
    assert weight("Dormir “ayuda”.", 'Dormir "ayuda".', language="es") is Weight.SIGNS


def test_what_comes_or_goes_as_a_whole_weighs_by_its_words() -> None:
    assert weighs("Never stop at once.", "en")
    assert weighs("Take 5.", "en")
    assert weighs("Talk.", "en", crisis=True)
    assert weighs("Hablar ayuda.", "es")
    assert not weighs("Talking helps.", "en")


# The property

UNITS = [
    unit.text
    for unit in (
        parse_article(
            (ROOT / "source/attachment-and-depression.md").read_text(encoding="utf-8"),
            "source/attachment-and-depression.md",
        )[0]
        or pytest.fail("the article cannot be read")
    ).units()
]
MEANINGFUL = ["not", "no", "never", "5", "50", "0.5", "½", "mg", "g", "%", "Beck", "without", "un"]
SIGNS = [
    ('"', "“"), ("'", "’"), (" ", "\u00a0"), (" ", "  "), ("—", " – "), ("...", "…"), ("-", "‑"),
]  # fmt: skip


def letters(text: str) -> str:
    """Return what of a text is letter, digit or sign of quantity, in its own capitals."""
    return "".join(re.findall(r"[^\W_]|[%‰<>=+]", normal_text(text)))


@settings(deadline=None, max_examples=many(300))
@given(st.sampled_from(UNITS), st.data())
def test_no_change_of_meaning_is_ever_one_of_signs(text: str, data: st.DataObject) -> None:
    words = text.split(" ")
    place = data.draw(st.integers(0, len(words)))
    what = data.draw(st.sampled_from(MEANINGFUL))
    match data.draw(st.sampled_from(["put in", "take out", "replace", "prefix", "swap"])):
        case "put in":
            words[place:place] = [what]
        case "take out":
            del words[place : place + 1]
        case "replace":
            words[place : place + 1] = [what]
        case "prefix" if place < len(words):
            words[place] = what + words[place]
        case _ if place + 1 < len(words):
            words[place], words[place + 1] = words[place + 1], words[place]
    after = " ".join(words)
    assume(letters(after) != letters(text))
    assert weight(text, after) is not Weight.SIGNS
    assert weight(after, text) is not Weight.SIGNS


@settings(deadline=None, max_examples=many(200))
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_that_count_as_the_same_have_the_same_letters(one: str, other: str) -> None:
    if weight(one, other) is Weight.SIGNS:
        assert letters(one).casefold() == letters(other).casefold()


@settings(deadline=None, max_examples=many(200))
@given(st.sampled_from(UNITS), st.sampled_from(SIGNS))
def test_a_change_of_one_sign_is_one_of_signs(text: str, signs: tuple[str, str]) -> None:
    assume("](" not in text and "@" not in text)
    assert weight(text, text.replace(*signs)) is Weight.SIGNS


# What becomes of the translation


def merged(
    before: str, translation: str, after: str, context: str = "", *, fuzzy: bool = False
) -> po.Entry:
    entry = po.new_entry(Message(text=before, context=context), translation)
    if fuzzy:
        entry = po.new_entry(Message(text=before, context=context), translation, previous=entry)
    message = Message(text=after, context=context)
    text = po.write(merge([po.header({"Language": "es"}), entry], [message]))
    again = po.write(merge(po.read(text), [message]))
    assert again == text, "a second run changes nothing"
    (found,) = [one for one in po.read(text) if one.text and not one.obsolete]
    return found


@pytest.mark.parametrize("context", ["", "crisis"])
def test_after_a_change_of_signs_the_translation_stays_finished(context: str) -> None:
    entry = merged('Say "yes".', "Diga «sí».", "Say “yes”.", context)
    assert (entry.translation, entry.fuzzy) == ("Diga «sí».", False)
    assert "#. changed: only signs" in entry.raw


def test_after_a_change_of_signs_what_was_open_stays_open() -> None:
    assert merged('Say "yes".', "Diga «sí».", "Say “yes”.", fuzzy=True).fuzzy


def test_after_a_change_of_codes_they_stand_in_the_translation() -> None:
    entry = merged("Sleep helps.", "Dormir ayuda.", "Sleep helps [@beck1967].")
    assert (entry.translation, entry.fuzzy) == ("Dormir ayuda [@beck1967].", True)
    assert "#. changed: only citations" in entry.raw


def test_after_a_change_of_wording_the_translation_is_offered_with_the_difference() -> None:
    entry = merged("Sleep helps many of us.", "Dormir ayuda.", "Sleep helps most of us.")
    assert (entry.translation, entry.fuzzy) == ("Dormir ayuda.", True)
    assert "[-many-] {+most+}" in entry.raw


def test_after_a_change_of_safety_nothing_is_offered_and_the_old_text_is_named() -> None:
    entry = merged("Take 5 mg a day, please.", "Tome 5 mg.", "Take 10 mg a day, please.")
    assert (entry.translation, entry.fuzzy) == ("", False)
    assert entry.previous == ("", "Take 5 mg a day, please.")
    assert "#. changed: number" in entry.raw
    assert "[-5-] {+10+}" in entry.raw


def test_a_finished_translation_is_told_of_no_change_any_more() -> None:
    new = Message(text="Take 10 mg a day, please.")
    old = po.new_entry(Message(text="Take 5 mg a day, please."), "Tome 5 mg.")
    text = po.write(merge([po.header({"Language": "es"}), old], [new]))
    filled = text.replace('msgstr ""\n\n#~', 'msgstr "Tome 10 mg."\n\n#~')
    assert filled != text
    text = po.write(merge(po.read(filled), [new]))
    assert "changed: " not in text
    assert "#| " not in text
    assert 'msgstr "Tome 10 mg."' in text


def test_a_number_that_changes_and_comes_back_gets_its_translation_back() -> None:
    old, new = (Message(text=f"Take {dose} mg a day, please.") for dose in (5, 10))
    entries = [po.header({"Language": "es"}), po.new_entry(old, "Tome 5 mg.")]
    entries = po.read(po.write(merge(entries, [new])))
    (entry,) = [one for one in merge(entries, [old]) if one.text and not one.obsolete]
    assert (entry.translation, entry.fuzzy, entry.previous) == ("Tome 5 mg.", False, None)


@each_row(
    ("before", "after", "translation", "expected"),
    [
        ("A [@a].", "A [@b].", "X [@a].", "X [@b]."),
        ("A [@a].", "A.", "X [@a].", "X."),
        ("A [@a].", "A [@a] [@b].", "X [@a] y.", "X [@a] [@b] y."),
        ("A. B.", "A [@a]. B.", "X. Y.", "X [@a]. Y."),
        ("A. B.", "A. B [@a].", "睡。眠。", "睡。眠[@a]。"),
        ("A. B.", "A [@a]. B.", "X, y.", None),
        ("A b.", "A [@a] b.", "X y.", None),
        ("[A](u).", "[A](v).", "[X](u).", "[X](v)."),
        ("[A](u).", "A.", "[X](u).", None),
        ("A [@a].", "A [@b].", "X.", None),
    ],
)
def test_codes_are_put_where_they_belong_or_left_to_a_person(
    before: str, after: str, translation: str, expected: str | None
) -> None:
    assert reapplied(before, after, translation) == expected


def test_a_long_difference_shows_only_what_is_near() -> None:
    text = "one two three four five six seven eight nine ten"
    change = change_of(text, text.replace("five", "5"), "en")
    assert difference(change) == "… two three four [-five-] {+5+} six seven eight …"

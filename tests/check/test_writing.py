import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.check.writing import (
    hits,
    letter_script,
    own_scripts,
    scripts_in,
    sentences_of,
    width,
    words_of,
)
from pipeline.records.language import language_named
from tests.check.test_corpus import LOCALES, corpus
from tests.rows import each_row


@each_row(
    ("letter", "script"),
    [
        ("a", "Latn"),
        ("ñ", "Latn"),
        ("Ａ", "Latn"),
        ("я", "Cyrl"),
        ("λ", "Grek"),
        ("ب", "Arab"),
        ("پ", "Arab"),
        ("ש", "Hebr"),
        ("क", "Deva"),
        ("ি", "Beng"),
        ("ੱ", "Guru"),
        ("ก", "Thai"),
        ("ກ", "Laoo"),
        ("ក", "Khmr"),
        ("က", "Mymr"),
        ("አ", "Ethi"),
        ("ა", "Geor"),
        ("ա", "Armn"),
        ("心", "Hani"),
        ("の", "Kana"),
        ("ラ", "Kana"),
        ("애", "Hang"),
        ("1", ""),
        (" ", ""),
        (".", ""),
        ("،", ""),
        ("\u202e", ""),
    ],
)
def test_a_letter_has_one_script(letter: str, script: str) -> None:
    assert letter_script(letter) == script


def test_letters_are_counted_by_script() -> None:
    assert scripts_in("Joiner 2005") == {"Latn": 6}
    assert scripts_in("Теория Joiner") == {"Cyrl": 6, "Latn": 6}
    assert scripts_in("こころの健康") == {"Kana": 4, "Hani": 2}
    assert scripts_in("12, 34.")["Latn"] == 0


@each_row("locale", LOCALES)
def test_a_corpus_is_written_in_the_scripts_of_its_language(locale: str) -> None:
    own = own_scripts(language_named(locale))
    found = scripts_in(" ".join(row["target"] for row in corpus(locale)))
    foreign = found.total() - sum(found[script] for script in own) - found["Latn"]
    assert foreign <= 0.01 * found.total()
    assert sum(found[script] for script in own) > 0.5 * found.total()


@each_row(
    ("text", "words"),
    [
        ("Don’t stay alone.", ("don't", "stay", "alone")),
        ("L'aide existe", ("l'aide", "existe")),
        ("¿Qué hacer?", ("qué", "hacer")),
        ("10 mg", ("mg",)),
        ("", ()),
    ],
)
def test_words_stand_between_spaces_and_punctuation(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


@each_row(
    ("text", "count"),
    [
        ("One.", 1),
        ("One. Two! Three?", 3),
        ("“One.” Two.", 2),
        ("Un texto sin punto", 1),
        ("واحد. اثنان؟ ثلاثة", 3),
        ("一句。两句！三句？", 3),
        ("एक। दो।", 2),
        ("አንድ። ሁለት።", 2),
        ("…", 1),
        ("", 0),
        (".", 0),
    ],
)
def test_sentences_are_told_by_their_ends(text: str, count: int) -> None:
    assert len(sentences_of(text)) == count


@given(st.text())
def test_sentences_are_parts_of_their_text(text: str) -> None:
    assert all(part in text for part in sentences_of(text))
    assert all(word == word.lower() for word in words_of(text) if word.isascii())


def test_a_common_word_counts_once_and_a_letter_twice() -> None:
    assert hits({"el", "y", "los"}, set(), frozenset({"el", "y", "del"}), frozenset()) == 2
    assert hits(set(), set("mañana, niño"), frozenset(), frozenset("ñ¿")) == 2
    assert hits({"la"}, set("la"), frozenset({"el"}), frozenset("ñ")) == 0


def test_a_wide_letter_takes_the_room_of_two() -> None:
    assert width("abc") == 3
    assert width("心") == pytest.approx(1.9)
    assert width("e\u0301") == 1
    assert width("") == 0

"""Numbers in words: of texts that have none, each word is looked up once."""

import pytest

from pipeline.check import spelled
from pipeline.check.spelled import spelled_numbers
from pipeline.records.numerals import Numerals, numerals_of
from tests.rows import each_row


def longest(text: str, locale: str = "es") -> list[str]:
    return [text[one.start : one.end] for one in spelled_numbers(text, locale)][:1]


@pytest.mark.parametrize("count", [1, 3])
def test_a_word_that_comes_again_is_looked_up_once(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    look_up = spelled._of_number

    def counted(word: str, numerals: Numerals) -> str:
        asked.append(word)
        return look_up(word, numerals)

    spelled._own_words.cache_clear()
    monkeypatch.setattr(spelled, "_of_number", counted)
    for _ in range(count):
        assert longest("Hoy la tristeza no es la depresión.") == []
        assert longest("Llame al nueve once, o al nueve ocho ocho.") == ["nueve once"]
    assert sorted(asked) == sorted({*asked})


def test_words_are_forgotten_when_they_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    spelled._own_words.cache_clear()
    monkeypatch.setattr(spelled, "_MANY_WORDS", 3)
    assert longest("los que dicen nueve once") == ["nueve once"]
    numerals = numerals_of("es")
    assert numerals
    assert len(spelled._own_words(numerals, "es")) <= 3


def test_each_locale_has_words_of_its_own() -> None:
    assert longest("elf zwölf", "de") == ["elf zwölf"]
    assert longest("elf zwölf", "es") == []
    assert longest("once doce", "es") == ["once doce"]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("lt", "skambinkite šimtas dvylika dabar"),
        ("lt", "skambinkite vienas vienas du dabar"),
        ("hu", "hívja a száztizenkettő számot"),
        ("id", "hubungi satu satu dua sekarang"),
    ],
)
def test_a_language_without_a_row_has_the_numbers_of_cldr(locale: str, text: str) -> None:
    assert any("112" in one.numbers for one in spelled_numbers(text, locale))


@each_row("locale", ["mn", "rw", "xx"])
def test_without_rules_no_words_are_numbers(locale: str) -> None:
    assert [*spelled_numbers("call nine one one", locale)] == []

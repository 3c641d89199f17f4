"""Lists in the words of a language."""

from collections.abc import Callable, Sequence

import pytest

from pipeline.compose.joining import all_of, any_number_of, any_of
from pipeline.records.in_force import data_file
from tests.conftest import ROOT
from tests.rows import each_row

Join = Callable[[Sequence[str], str], str]


@each_row(
    ("join", "items", "locale", "said"),
    [
        (all_of, ["francés", "inglés"], "es", "francés e inglés"),
        (all_of, ["francés", "inglés"], "es_MX", "francés e inglés"),
        (all_of, ["francés", "Italiano"], "es", "francés e Italiano"),
        (all_of, ["francés", "íngrio"], "es", "francés e íngrio"),
        (all_of, ["francés", "hindi"], "es", "francés e hindi"),
        (all_of, ["árabe", "francés", "inglés"], "es", "árabe, francés e inglés"),
        (all_of, ["francés", "<bdi>inglés</bdi>"], "es", "francés e <bdi>inglés</bdi>"),
        (all_of, ["inglés", "francés"], "es", "inglés y francés"),
        (all_of, ["agua", "hielo"], "es", "agua y hielo"),
        (all_of, ["inglés", "yidis"], "es", "inglés y yidis"),
        (any_of, ["7", "8"], "es", "7 u 8"),
        (any_of, ["112", "85258"], "es", "112 u 85258"),
        (any_of, ["10", "11"], "es", "10 u 11"),
        (any_of, ["112", "<b dir='ltr'>8</b>"], "es", "112 u <b dir='ltr'>8</b>"),
        (any_of, ["SÍ", "HOLA"], "es", "SÍ u HOLA"),
        (any_of, ["SÍ", "OK"], "es", "SÍ u OK"),
        (any_of, ["911", "112"], "es", "911 o 112"),
        (any_of, ["8", "7"], "es", "8 o 7"),
        (any_of, ["francés", "inglés"], "es", "francés o inglés"),
        (all_of, ["siete", "ocho"], "es", "siete y ocho"),
    ],
)
def test_a_spanish_list_turns_its_last_word_before_a_like_sound(
    join: Join, items: list[str], locale: str, said: str
) -> None:
    assert join(items, locale) == said


@each_row(
    ("join", "items", "locale", "said"),
    [
        (any_of, ["7", "8"], "en", "7 or 8"),
        (any_of, ["7", "8"], "pt", "7 ou 8"),
        (any_of, ["7", "8"], "it", "7 o 8"),
        (all_of, ["French", "Irish"], "en", "French and Irish"),
        (all_of, ["catalán y aranés"], "es", "catalán y aranés"),
        (all_of, ["inglés"], "es", "inglés"),
        (all_of, [], "es", ""),
    ],
)
def test_other_lists_are_joined_as_cldr_says(
    join: Join, items: list[str], locale: str, said: str
) -> None:
    assert join(items, locale) == said


@pytest.mark.parametrize(
    ("join", "items", "said"),
    [
        (all_of, ["francés", "inglés y galés"], "francés e inglés y galés"),
        (any_of, ["madres", "hombres o mujeres"], "madres u hombres o mujeres"),
    ],
)
def test_a_last_item_that_is_a_list_itself_is_left_as_it_is(
    join: Join, items: list[str], said: str
) -> None:
    assert join(items, "es") == said


THREE = {
    "ar": ("A وB وC", "1 أو 2 أو 3", "1 أو 2"),
    "bn": ("A, B এবং C", "1, 2, বা 3", "1 বা 2"),
    "de": ("A, B und C", "1, 2 oder 3", "1 oder 2"),
    "el": ("A, B και C", "1, 2 ή 3", "1 ή 2"),
    "en": ("A, B, and C", "1, 2, or 3", "1 or 2"),
    "es": ("A, B y C", "1, 2 o 3", "1 o 2"),
    "fa": ("A، B و C", "1، 2 یا 3", "1 یا 2"),
    "fa_AF": ("A، B و C", "1، 2 یا 3", "1 یا 2"),
    "fil": ("A, B, at C", "1, 2, o 3", "1 o 2"),
    "fr": ("A, B et C", "1, le 2 ou le 3", "1 ou le 2"),
    "hi": ("A, B और C", "1, 2 या 3", "1 या 2"),
    "ht": ("A, B ak C", "1, 2 oswa 3", "1 oswa 2"),
    "it": ("A, B e C", "1, il 2 o il 3", "1 o il 2"),
    "ja": ("A、B、C", "1、2または3", "1または2"),
    "ko": ("A, B 및 C", "1, 2 또는 3", "1 또는 2"),
    "ne": ("A, B र C", "1, 2 वा 3", "1 वा 2"),
    "nl": ("A, B en C", "1, 2 of 3", "1 of 2"),
    "pa": ("A, B ਅਤੇ C", "1, 2 ਜਾਂ 3", "1 ਜਾਂ 2"),
    "pl": ("A, B i C", "1, 2 lub 3", "1 lub 2"),
    "pt_BR": ("A, B e C", "1, 2 ou 3", "1 ou 2"),
    "pt_PT": ("A, B e C", "1, 2 ou 3", "1 ou 2"),
    "ro": ("A, B și C", "1, 2 sau 3", "1 sau 2"),
    "ru": ("A, B и C", "1, 2 или 3", "1 или 2"),
    "sw": ("A, B na C", "1, 2 au 3", "1 au 2"),
    "th": ("A, B และ C", "1, 2 หรือ 3", "1 หรือ 2"),
    "tr": ("A, B ve C", "1, 2 veya 3", "1 veya 2"),
    "uk": ("A, B та C", "1, 2 або 3", "1 або 2"),
    "ur": ("A، B اور C", "1، 2 یا 3", "1 یا 2"),
    "vi": ("A, B và C", "1, 2 hoặc 3", "1 hoặc 2"),
    "zh_Hans": ("A、B和C", "1、2或3", "1或2"),
    "zh_Hant": ("A、B和C", "1、2或3", "1或2"),
}


@each_row("locale", THREE)
def test_each_locale_joins_languages_and_numbers_as_its_readers_expect(locale: str) -> None:
    assert (
        all_of(["A", "B", "C"], locale),
        any_number_of(["1", "2", "3"], locale),
        any_number_of(["1", "2"], locale),
    ) == THREE[locale]
    assert any_number_of(["1"], locale) == all_of(["1"], locale) == "1"
    assert any_number_of([], locale) == ""


def test_no_shipped_locale_is_missing_above() -> None:
    shipped = {path.name for path in (ROOT / "locales").iterdir() if path.is_dir()} | {"en"}
    assert set(THREE) == shipped


@each_row(
    ("numbers", "locale", "said"),
    [
        (["15", "112"], "fr_CA", "15 ou le 112"),
        (["144", "118", "112"], "it", "144, il 118 o il 112"),
        (["112", "8"], "it", "112 o l’8"),
        (["112", "11"], "it", "112 o l’11"),
        (["8", "11", "112"], "it", "8, l’11 o il 112"),
        (["<b>15</b>", "<b>112</b>"], "fr", "<b>15</b> ou le <b>112</b>"),
        (["112", "8"], "es_MX", "112 u 8"),
        (["911", "112"], "es", "911 o 112"),
    ],
)
def test_numbers_repeat_the_article_where_the_language_does(
    numbers: list[str], locale: str, said: str
) -> None:
    assert any_number_of(numbers, locale) == said


@pytest.mark.parametrize(("pseudo", "real"), [("qps", "en"), ("qps_Arab", "ar")])
def test_a_pseudo_locale_joins_as_a_real_one(pseudo: str, real: str) -> None:
    assert any_of(["7", "8"], pseudo) == any_of(["7", "8"], real)


def test_every_row_says_what_stands_between_all_things_and_the_last() -> None:
    for kind, rows in data_file("joiners").items():
        for locale, row in rows.items():
            assert row["middle"].strip(" ") != row["last"].strip(" "), (kind, locale)

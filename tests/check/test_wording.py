"""Unsafe wording on suicide: each row of the data, and what spelling and negation do to it."""

import tomllib
from functools import cache
from typing import Any

import pytest

from pipeline.check.unjudged import not_judged
from pipeline.check.wording import unsafe_wordings
from pipeline.records.in_force import data_file
from pipeline.records.language import language_named
from tests.conftest import ROOT
from tests.rows import each_row

ROWS = {name: rows for name, rows in data_file("safety").items() if name != "sources"}
SOURCES = {one["id"] for one in data_file("safety")["sources"]}
KINDS = {"crime", "success", "sensational", "cause", "cliche", "method"}


@cache
def told(locale: str, text: str) -> tuple[tuple[str, str], ...]:
    """Return what is told of a text: why, and the words."""
    found = unsafe_wordings(text, language_named(locale).unsafe)
    return tuple((wording.why, written) for wording, written in found)


@pytest.mark.parametrize("language", ROWS)
def test_each_row_hits_its_bad_sentences(language: str) -> None:
    missed = [
        (row["kind"], bad)
        for row in ROWS[language]
        for bad in row["bad"]
        if row["why"] not in {why for why, _ in told(language, bad)}
    ]
    assert missed == []


@each_row("language", ROWS)
def test_no_row_of_a_language_hits_a_good_sentence(language: str) -> None:
    hit = [
        (good, told(language, good))
        for row in ROWS[language]
        for good in row["good"]
        if told(language, good)
    ]
    assert hit == []


@each_row("language", ROWS)
def test_each_row_has_a_kind_sentences_and_a_source(language: str) -> None:
    def is_whole(row: dict[str, Any]) -> bool:
        return row["kind"] in KINDS and bool(row["bad"] and row["good"] and row["sources"])

    assert all(is_whole(row) and set(row["sources"]) <= SOURCES for row in ROWS[language])
    assert {"success", "cause", "method"} <= {row["kind"] for row in ROWS[language]}


FRESH = tomllib.loads((ROOT / "tests/data/wording.toml").read_text(encoding="utf-8"))


@each_row("locale", FRESH)
def test_sentences_that_nobody_fitted_to_the_rows_come_out_right(locale: str) -> None:
    assert [text for text in FRESH[locale]["bad"] if not told(locale, text)] == []
    assert [text for text in FRESH[locale]["good"] if told(locale, text)] == []


def test_every_shipped_language_has_sentences() -> None:
    names = {file.name for file in (ROOT / "locales").iterdir() if file.is_dir()}
    shipped = {name for name in names if "SAF010" not in [one.code for one in not_judged(name, ())]}
    assert {name.partition("_")[0] for name in shipped} <= {
        name.partition("_")[0] for name in FRESH
    }


SPELLED = {
    "ar": ("اِرتَكَبَ الانتِحار", "بـــاءت محاولة انتحاره بالفشل", "باءت محاولة إنتحاره بالفشل"),
    "fa": ("خودكشي او ناموفق بود", "خودکشیِ ناموفق", "خودش را حلق آویز کرد"),
    "hi": ("फाँसी लगाकर", "फांसी लगाकर", "उसने जहर खा लिया"),
    "fr": ("il s'est pendu", "il s’est pendu"),
    "tr": ("İNTİHAR SUÇU İŞLEDİ", "intihar suçu işledi"),
    "de": ("SELBSTMORD", "Selbst\u00admord".replace("\u00ad", "")),
}


@each_row(("locale", "text"), [(one, text) for one in SPELLED for text in SPELLED[one]])
def test_spelling_hides_nothing(locale: str, text: str) -> None:
    assert told(locale, text)


def test_words_are_told_as_they_are_written() -> None:
    ((_, written),) = told("ar", "قيل إنه اِرتَكَبَ الانتِحار أمس")
    assert written == "اِرتَكَبَ الانتِحار"


def test_words_in_quotation_marks_are_spoken_about_and_the_next_ones_are_said() -> None:
    assert not told("de", "Sagen Sie nicht „Selbstmord“.")
    assert told("de", "Sagen Sie nicht „Selbstmord“. Er hat Selbstmord begangen.")
    assert not told("fr", "Évitez l’expression « suicide réussi ».")


def test_a_negation_in_another_sentence_does_not_help() -> None:
    assert told("es", "No es verdad. El suicidio es un pecado.")
    assert not told("es", "No es verdad que el suicidio es un pecado.")


def test_a_wording_is_told_once_where_two_rows_overlap() -> None:
    assert len(told("es", "Su intento de suicidio no tuvo éxito.")) == 1


SPOKEN_ABOUT = [
    ("de", "Sagen Sie nicht „Selbstmord begehen“."),
    ("es", "No diga «cometer suicidio»: diga morir por suicidio."),
    ("en", "Do not say “commit suicide”."),
]


@each_row(("locale", "text"), SPOKEN_ABOUT)
def test_a_term_in_quotation_marks_is_spoken_about(locale: str, text: str) -> None:
    wordings = language_named(locale).unsafe
    assert list(unsafe_wordings(text, wordings)) == []


def test_a_sentence_in_quotation_marks_is_said() -> None:
    text = "Dijo: «Mi primo cometió suicidio hace años y nadie habla»."
    assert list(unsafe_wordings(text, language_named("es").unsafe))

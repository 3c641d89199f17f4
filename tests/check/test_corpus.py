"""Good translations in many languages: no rule may call one of them wrong."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from pipeline.check.rule import Pair
from pipeline.check.rules import PAIR_RULES, RULES_BY_CODE
from pipeline.project import Project
from pipeline.records.glossary import terms_of
from pipeline.records.language import language_named
from pipeline.values.finding import Severity
from pipeline.values.language import Language
from tests.conftest import ROOT
from tests.rows import each_row

FILES = sorted((ROOT / "tests/corpus").glob("*.toml"))
LOCALES = [file.stem for file in FILES]

MOST_WARNINGS = {"TRM002": 2}
"""By rule, over all languages; a warning about a good translation costs somebody a minute."""

FLOORS = {
    "ar": {"fa": 29},
    "fa": {"ar": 28},
    "ru": {"uk": 29},
    "uk": {"ru": 29},
    "ja": {"zh_Hans": 37, "zh_Hant": 32},
    "zh_Hans": {"ja": 38, "zh_Hant": 37},
    "zh_Hant": {"ja": 38, "zh_Hans": 37},
    "es": {"pt_BR": 32, "pt_PT": 31, "it": 30, "fr": 31},
    "pt_BR": {"es": 32, "it": 30, "fr": 30},
    "pt_PT": {"es": 32, "it": 30, "fr": 30},
    "it": {"es": 32, "pt_BR": 32, "fr": 31},
    "fr": {"es": 32, "it": 31, "de": 32},
    "de": {"fr": 31, "pl": 33},
    "pl": {"de": 32, "tr": 30},
    "tr": {"de": 32, "vi": 30},
    "vi": {"fr": 31, "tr": 30},
    "ht": {"fr": 31},
    "nl": {"de": 32},
    "ro": {"it": 31, "fr": 31},
    "ne": {"hi": 37},
    "ur": {"fa": 29, "ar": 28},
}
"""How many of a relative’s sentences are seen, one by one, in a locale’s folder. Never less, but
where good language was refused."""


@cache
def corpus(locale: str) -> tuple[dict[str, Any], ...]:
    content = tomllib.loads((ROOT / f"tests/corpus/{locale}.toml").read_text(encoding="utf-8"))
    assert content["locale"] == locale
    return tuple(content["pair"])


@cache
def language(locale: str) -> Language:
    return language_named(locale, terms_of(Project.at(ROOT).terms()[0], locale))


def pairs(locale: str, texts_of: str = "") -> Iterator[Pair]:
    """Yield a locale's pairs, or another's as if they stood in its folder."""
    references, _ = Project.at(ROOT).references()
    for row in corpus(texts_of or locale):
        role = row.get("role", "paragraph")
        yield Pair(
            text=row["source"],
            translation=row["target"],
            role=role,
            context="crisis" if role == "crisis" else "",
            language=language(locale),
            source_language=language_named("en"),
            references=references,
            literal=row.get("literal", False),
            cited_works=tuple(references),
        )


def told(pair: Pair) -> Iterator[tuple[str, Severity, str]]:
    for rule in PAIR_RULES:
        for fault in rule.check(pair) if rule.check else ():
            yield rule.code, fault.severity or rule.severity, fault.message


@pytest.mark.parametrize("locale", LOCALES)
def test_no_rule_calls_a_good_translation_wrong(locale: str) -> None:
    errors = [
        (code, message, pair.text, pair.translation)
        for pair in pairs(locale)
        for code, severity, message in told(pair)
        if severity is Severity.ERROR
    ]
    assert errors == []


def test_warnings_about_good_translations_stay_few() -> None:
    warned = Counter(
        code
        for locale in LOCALES
        for pair in pairs(locale)
        for code, severity, _ in told(pair)
        if severity is Severity.WARNING
    )
    assert warned <= Counter(MOST_WARNINGS)


def test_the_corpus_is_large_enough_to_mean_something() -> None:
    assert len(LOCALES) >= 16
    assert sum(len(corpus(locale)) for locale in LOCALES) >= 300
    assert all(len(corpus(locale)) >= 25 for locale in LOCALES)
    for locale in LOCALES:
        texts = [row["target"] for row in corpus(locale)]
        assert len(set(texts)) == len(texts)


@each_row("locale", LOCALES)
def test_each_language_has_what_the_rules_look_at(locale: str) -> None:
    rows = corpus(locale)
    assert sum("[@" in row["source"] or "[-@" in row["source"] for row in rows) >= 5
    assert any("[-@" in row["source"] for row in rows)
    assert any(row.get("literal") for row in rows)
    assert any(row.get("role") == "crisis" for row in rows)
    assert any(letter.isdecimal() for row in rows for letter in row["source"])
    assert any("*" in row["source"] for row in rows)


@pytest.mark.parametrize(
    ("locale", "other"), [(locale, other) for locale in FLOORS for other in FLOORS[locale]]
)
def test_a_relatives_sentence_is_seen_as_often_as_ever(locale: str, other: str) -> None:
    rules = [RULES_BY_CODE[code] for code in ("TXT008", "TXT009", "TXT010")]
    seen = sum(
        any(fault for rule in rules if rule.check for fault in rule.check(pair))
        for pair in pairs(locale, other)
    )
    assert seen >= FLOORS[locale][other]


def test_a_folder_of_the_wrong_script_is_seen_whole() -> None:
    check = RULES_BY_CODE["TXT008"].check
    assert check
    for locale, other in (("es", "ru"), ("ar", "he"), ("hi", "th"), ("ru", "ko"), ("bn", "hi")):
        assert all(any(check(pair)) for pair in pairs(locale, other)), (locale, other)

import pytest

from pipeline.project import Project
from pipeline.records.typography import (
    citation_form,
    cldr,
    font_package,
    is_known_language,
    is_known_locale,
    is_pseudo,
    locale_named,
    parents_of,
    script_of,
)
from pipeline.values.errors import PolyleafError
from tests.conftest import ROOT

LOCALES = ["en", *Project.at(ROOT).locales()]


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("en", "Latn"),
        ("ar", "Arab"),
        ("ur", "Arab"),
        ("es_419", "Latn"),
        ("pt_BR", "Latn"),
        ("zh_Hans", "Hans"),
        ("zh_TW", "Hant"),
        ("sr", "Cyrl"),
        ("sr_Latn", "Latn"),
        ("he", "Hebr"),
    ],
)
def test_the_script_follows_from_the_locales_name(name: str, script: str) -> None:
    assert script_of(name) == script


@pytest.mark.parametrize("name", ["xx", "", "e", "../es", "español"])
def test_a_locale_that_cldr_does_not_know_is_refused_by_name(name: str) -> None:
    with pytest.raises(PolyleafError, match="CLDR does not know"):
        cldr(name)


def test_a_script_without_typography_is_refused_and_the_file_to_change_named() -> None:
    with pytest.raises(PolyleafError, match=r"Geor.*scripts\.toml"):
        locale_named("ka")


def test_a_locale_without_citation_form_is_refused_and_the_file_to_change_named() -> None:
    with pytest.raises(PolyleafError, match=r"\[eo\].*citations\.toml"):
        citation_form("eo")


def test_arabic_runs_from_right_to_left_in_its_own_letters() -> None:
    arabic = locale_named("ar")
    assert (arabic.direction, arabic.tag) == ("rtl", "ar")
    assert "Arabic" in arabic.typography.text_families[0]
    assert not arabic.typography.slanted


def test_spanish_runs_from_left_to_right() -> None:
    assert locale_named("es").direction == "ltr"
    assert locale_named("es_419").tag == "es-419"


@pytest.mark.parametrize("name", LOCALES)
def test_a_shipped_locale_has_all_that_a_page_asks_for(name: str) -> None:
    locale = locale_named(name)
    assert len(set(locale.typography.digits)) == 10
    assert [int(digit) for digit in locale.typography.digits] == list(range(10))
    assert locale.typography.line_height >= 1.2
    assert all(map(font_package, locale.typography.families))
    assert citation_form(name).before_year.strip()


@pytest.mark.parametrize("name", LOCALES)
def test_generic_families_are_never_asked_for(name: str) -> None:
    assert {"serif", "sans-serif", "sans", "monospace"}.isdisjoint(
        locale_named(name).typography.families
    )


def test_each_locale_joins_authors_in_its_own_way() -> None:
    assert citation_form("en").last_and == " & "
    assert citation_form("es").last_and == " y "
    assert citation_form("ar").before_year == "، "


def test_a_variety_of_a_language_takes_the_languages_form() -> None:
    assert citation_form("es_MX") == citation_form("es")
    assert locale_named("ar_EG").typography == locale_named("ar").typography


@pytest.mark.parametrize(
    ("name", "like", "tag", "script"),
    [("qps", "en", "qps", "Latn"), ("qps_Arab", "ar", "qps-Arab", "Arab")],
)
def test_a_pseudo_locale_has_the_facts_of_a_real_one(
    name: str, like: str, tag: str, script: str
) -> None:
    pseudo, real = locale_named(name), locale_named(like)
    assert (pseudo.name, pseudo.tag, script_of(name)) == (name, tag, script)
    assert (pseudo.typography, pseudo.rtl) == (real.typography, real.rtl)
    assert citation_form(name) == citation_form(like)
    assert (cldr(name), parents_of(name)) == (cldr(like), ())


def test_a_pseudo_locale_is_no_locale_that_a_project_can_have() -> None:
    assert is_pseudo("qps")
    assert is_pseudo("qps_Arab")
    assert not is_known_locale("qps")
    assert not is_known_locale("qps_Arab")
    assert not is_known_language("qps")
    assert not is_pseudo("en")

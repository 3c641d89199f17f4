from dataclasses import replace
from typing import Any

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from pipeline.compose.sheet import editions
from pipeline.project import Project
from pipeline.records.in_force import data_file
from pipeline.records.typography import (
    RIGHT_TO_LEFT,
    citation_form,
    cldr,
    font_package,
    is_known_language,
    is_known_locale,
    is_pseudo,
    language_name,
    locale_named,
    parents_of,
    script_of,
)
from pipeline.values.errors import PolyleafError
from tests.conftest import ROOT
from tests.rows import each_row

LOCALES = ["en", *Project.at(ROOT).locales()]


@each_row(
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


@each_row("name", ["xx", "", "e", "../es", "español"])
def test_a_locale_that_cldr_does_not_know_is_refused_by_name(name: str) -> None:
    with pytest.raises(PolyleafError, match="CLDR does not know"):
        cldr(name)


def test_a_script_without_typography_is_refused_and_the_file_to_change_named() -> None:
    with pytest.raises(PolyleafError, match=r"Sinh.*scripts\.toml"):
        locale_named("si")


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


@each_row("name", LOCALES)
def test_a_shipped_locale_has_all_that_a_page_asks_for(name: str) -> None:
    locale = locale_named(name)
    assert len(set(locale.typography.digits)) == 10
    assert [int(digit) for digit in locale.typography.digits] == list(range(10))
    assert locale.typography.line_height >= 1.2
    assert all(map(font_package, locale.typography.families))
    assert citation_form(name).before_year.strip()


@each_row("name", LOCALES)
def test_generic_families_are_never_asked_for(name: str) -> None:
    assert {"serif", "sans-serif", "sans", "monospace"}.isdisjoint(
        locale_named(name).typography.families
    )


def test_each_locale_joins_authors_in_its_own_way() -> None:
    assert citation_form("en").last_and == " & "
    assert citation_form("es").last_and == " y "
    assert citation_form("ar").before_year == "، "


def test_a_variety_of_a_language_takes_the_languages_form() -> None:
    variety, language = citation_form("es_MX"), citation_form("es")
    of_cldr_and_csl: Any = {"locale": "", "locators": {}, "no_date": "", "before_christ": ""}
    assert replace(variety, **of_cldr_and_csl) == replace(language, **of_cldr_and_csl)
    assert variety.locators["page"] == language.locators["page"]
    assert locale_named("ar_EG").typography == locale_named("ar").typography


def test_urdu_is_read_in_nastaliq_with_room_for_it_and_its_foot_in_naskh() -> None:
    urdu = locale_named("ur_IN").typography
    assert urdu.text_families[0] == urdu.heading_families[0] == "Noto Nastaliq Urdu"
    assert urdu.margin_families[0] == "Noto Naskh Arabic"
    assert urdu.line_height >= urdu.tightest >= 1.8
    assert (
        locale_named("fa").typography.text_families == locale_named("ar").typography.text_families
    )


@each_row(
    ("name", "two"),
    [
        *(("ar", "2"), ("ar_EG", "2"), ("fa", "۲"), ("fa_AF", "۲"), ("ps", "۲"), ("ur", "2")),
        *(
            ("hi", "2"),
            ("mr", "२"),
            ("bn", "২"),
            ("my", "၂"),
            ("km", "2"),
            ("th", "2"),
            ("lo", "2"),
        ),
    ],
)
def test_each_locale_numbers_in_the_digits_that_its_leaflets_print(name: str, two: str) -> None:
    assert locale_named(name).typography.digits[2] == two


def test_urdu_is_read_in_naskh_where_nastaliq_has_no_room() -> None:
    for edition in ("large-print", "bilingual", "booklet", "brochure", "review"):
        named = locale_named("ur", edition)
        assert named.typography == replace(
            locale_named("ar").typography, digits=named.typography.digits
        )
    for edition in ("handout", "wall-poster", "notice"):
        assert locale_named("ur", edition) == locale_named("ur")


@each_row("name", ["ar", "fa", "ur", "he"])
def test_latin_letters_are_never_smaller_than_the_edition_allows(name: str) -> None:
    asks = locale_named(name).typography
    assert asks.size_factor * asks.latin_factor >= 1


def test_own_digits_are_those_that_cldr_names_too() -> None:
    for name, system in data_file("scripts")["digits"].items():
        assert system in ("latn", cldr(name).default_numbering_system), name


def test_only_scripts_whose_family_has_an_italic_slant() -> None:
    slanting = {name for name, row in data_file("scripts")["scripts"].items() if row.get("slanted")}
    assert slanting == {"Latn", "Cyrl", "Grek"}


def test_every_row_says_only_what_is_known_and_names_known_families() -> None:
    data = data_file("scripts")
    known = {"text", "headings", "margins", *data["defaults"]}
    for row in data["locales"].values():
        assert set(row.get("not_in", ())) <= {*editions(), "review"}
    for row in (*data["scripts"].values(), *data["locales"].values()):
        assert set(row) - {"not_in"} <= known
        for part in ("text", "headings", "margins"):
            assert set(row.get(part, ())) <= set(data["families"])
        assert row.get("breaks", "pango") in ("pango", "icu", "words")
        assert row.get("spaces", "french") == "french"


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


def test_languages_call_themselves_what_cldr_says() -> None:
    languages = {name: language_name(name, name).lower() for name in data_file("languages")}
    assert data_file("own_names")["names"] == languages


def test_scripts_run_as_all_locales_of_cldr_do() -> None:
    names = {script_of(name): name for name in locale_identifiers()}
    assert set(RIGHT_TO_LEFT) < set(names)
    for script, name in names.items():
        is_rtl = Locale.parse(name).text_direction == "rtl"
        assert is_rtl == (script in RIGHT_TO_LEFT), name

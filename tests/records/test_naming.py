"""Names of locales as people write them."""

import pytest

from pipeline.records.naming import (
    by_script,
    gettext_form,
    meant,
    meant_region,
    near,
    new_name,
    of_main_country,
    scripts_of,
    spelled,
)
from tests.rows import each_row

KNOWN = ["ar", "de", "en", "es", "fa", "fa_AF", "fr", "he", "pt_BR", "zh_Hans", "zh_Hant"]


@each_row(
    ("word", "name"),
    [
        ("es", "es"),
        ("ES", "es"),
        ("es-MX", "es"),
        ("es_mx", "es"),
        ("es_ES.UTF-8", "es"),
        ("zh-CN", "zh_Hans"),
        ("zh_CN", "zh_Hans"),
        ("zh-TW", "zh_Hant"),
        ("zh_HK", "zh_Hant"),
        ("zh-hans", "zh_Hans"),
        ("iw", "he"),
        ("fa-af", "fa_AF"),
        ("fa_IR", "fa"),
        ("Spanish", "es"),
        ("español", "es"),
        ("Dari", "fa_AF"),
        ("简体中文", "zh_Hans"),
        ("Farsi", "fa"),
        ("castellano", "es"),
        ("espanol", "es"),
        ("Simplified Chinese", "zh_Hans"),
        ("Chinese (Traditional)", "zh_Hant"),
        ("Brazilian Portuguese", "pt_BR"),
    ],
)
def test_a_word_is_taken_where_only_one_thing_can_be_meant(word: str, name: str) -> None:
    assert meant(word, KNOWN) == name


@each_row(
    ("word", "others"),
    [
        ("pt", ["pt_BR"]),
        ("pt_PT", ["pt_BR"]),
        ("Portuguese", ["pt_BR"]),
        ("zh", ["zh_Hans", "zh_Hant"]),
        ("Chinese", ["zh_Hans", "zh_Hant"]),
        # What is spoken is read in a language of another name, and may be written in two ways.
        ("Mandarin", ["zh_Hans", "zh_Hant"]),
        ("cantonese", ["zh_Hans", "zh_Hant"]),
        ("yue", ["zh_Hans", "zh_Hant"]),
        ("brazilian", ["pt_BR"]),
        ("brasileiro", ["pt_BR"]),
        ("mandarín", ["zh_Hans", "zh_Hant"]),
        ("sp", ["es"]),
        ("ch", ["zh_Hans", "zh_Hant"]),
        ("cn", ["zh_Hans"]),
        ("nb", []),
        ("xx", []),
        ("../es", []),
    ],
)
def test_what_may_mean_another_thing_is_asked_for(word: str, others: list[str]) -> None:
    assert meant(word, KNOWN) == ""
    assert near(word, KNOWN) == others


def test_kin_of_another_name_are_near() -> None:
    assert near("tl", ["fil"]) == ["fil"]
    assert near("nb", ["no"]) == ["no"]


def test_a_locale_of_its_own_is_never_taken_for_its_parent() -> None:
    assert meant("es-mx", ["es", "es_MX"]) == "es_MX"


@each_row(
    ("word", "name"),
    [
        ("pt-br", "pt_BR"),
        ("EN", "en"),
        ("es-419", "es_419"),
        ("sr_latn_rs", "sr_Latn_RS"),
        ("es_MX@euro", "es_MX"),
        ("Spanish", "Spanish"),
        ("es; rm -r", "es; rm -r"),
    ],
)
def test_names_are_brought_into_gettexts_form(word: str, name: str) -> None:
    assert gettext_form(word) == name


@pytest.mark.parametrize(
    ("name", "script"),
    [
        *(("zh_CN", "zh_Hans"), ("zh_TW", "zh_Hant"), ("uz_UZ", "uz_Latn"), ("pa_IN", "pa_Guru")),
        *(("es_MX", ""), ("de", ""), ("zh_Hans", ""), ("sr_Latn", "")),
        *(("zh_Hant_TW", "zh_Hant"), ("sr_Latn_RS", "sr_Latn")),
        # CLDR has other scripts of these only as rarities, and their own without its name.
        *(("en_US", ""), ("en_GB", ""), ("ha_NG", ""), ("ms_MY", ""), ("mn_MN", ""), ("ug_CN", "")),
    ],
)
def test_a_region_that_decides_the_script_gives_way_to_it(name: str, script: str) -> None:
    assert by_script(name) == script


@each_row(
    ("name", "language"),
    [("de_DE", "de"), ("fa_IR", "fa"), ("de_AT", ""), ("de", ""), ("zh_Hans", ""), ("xx", "")],
)
def test_the_main_country_sets_no_language_apart(name: str, language: str) -> None:
    assert of_main_country(name) == language


@each_row(
    ("word", "name"),
    [
        *(
            ("zh_CN", "zh_Hans"),
            ("es-mx", "es_MX"),
            ("Swahili", "sw"),
            ("Farsi", "fa"),
            ("español", "es"),
            ("sw", "sw"),
            ("xx", "xx"),
        ),
        *(
            ("lt_LT", "lt"),
            ("vi-VN", "vi"),
            ("iw_IL", "he"),
            ("lt_US", "lt_US"),
            ("pt_BR", "pt_BR"),
        ),
        ("de_DE", "de_DE"),
        *(
            ("zh_Hant_HK", "zh_Hant_HK"),
            ("zh-Hans-SG", "zh_Hans_SG"),
            ("zh_Hant_TW", "zh_Hant"),
            ("zh_Hans_CN", "zh_Hans"),
            ("sr_Latn_RS", "sr_Latn"),
        ),
    ],
)
def test_a_language_is_started_under_one_name(word: str, name: str) -> None:
    assert new_name(word) == name


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("gb", "GB"),
        ("uk", "GB"),
        ("UK", "GB"),
        ("United Kingdom", "GB"),
        ("usa", "US"),
        ("ca_qc", "CA-QC"),
        ("England", "GB"),
        ("U.S.", "US"),
        ("XX", ""),
        ("France", ""),
        ("../US", ""),
    ],
)
def test_a_region_is_taken_as_people_write_it(word: str, code: str) -> None:
    assert meant_region(word, ["CA-QC", "GB", "US"]) == code


@each_row(
    ("word", "name"),
    [
        ("A4", "a4"),
        ("Letter", "letter"),
        ("Large_Print", "large-print"),
        ("largeprint", "large-print"),
        ("a5", ""),
        ("large", ""),
    ],
)
def test_a_name_is_known_whatever_its_capitals_and_hyphens(word: str, name: str) -> None:
    assert spelled(word, ["a4", "letter", "large-print"]) == name


def test_a_language_of_two_scripts_is_named_with_both() -> None:
    assert scripts_of("zh") == ["zh_Hans", "zh_Hant"]
    assert scripts_of("sr") == ["sr_Cyrl", "sr_Latn"]
    assert scripts_of("es") == scripts_of("xx") == scripts_of("zh_Hans") == []


@pytest.mark.parametrize(
    ("word", "name"),
    [
        *(
            ("Español de México", "es_MX"),
            ("Spanish (Mexico)", "es_MX"),
            ("French of Canada", "fr_CA"),
        ),
        *(("Deutsch aus Österreich", "de_AT"), ("Spanish of Nowhere", "Spanish of Nowhere")),
        *(("es de fr", "es de fr"), ("español de francés", "español de francés")),
    ],
)
def test_a_language_may_be_named_with_its_country(word: str, name: str) -> None:
    assert new_name(word) == name
    assert meant(word, ["es", "fr", "de"]) == (name[:2] if "_" in name else "")

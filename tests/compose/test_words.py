"""Names and dates in the words of a language."""

import tomllib
from datetime import date

import pytest

from pipeline.compose.joining import all_of, any_number_of
from pipeline.compose.words import (
    brackets,
    day_name,
    direction_of,
    language_in_sentence,
    long_date,
    own_language_name,
    sentence_gap,
    short_date,
    spoken_language,
    staff_language,
)
from pipeline.project import Project
from pipeline.records.in_force import data_file
from pipeline.records.typography import language_name, locale_named
from tests.conftest import ROOT
from tests.rows import each_row


@pytest.mark.parametrize(("pseudo", "real"), [("qps", "en"), ("qps_Arab", "ar")])
def test_a_pseudo_locale_speaks_of_days_and_languages_as_a_real_one(pseudo: str, real: str) -> None:
    day, here, there = date(2026, 11, 23), locale_named(pseudo), locale_named(real)
    assert long_date(day, here) == long_date(day, there)
    assert short_date(day, here) == short_date(day, there)
    assert day_name(0, here) == day_name(0, there)
    assert language_name("es", pseudo) == language_name("es", real)
    assert direction_of(pseudo.replace("_", "-")) == direction_of(real)


def test_a_pseudo_language_has_a_name() -> None:
    assert language_name("qps", "en") == "Pseudo-language"
    assert language_name("qps", "es") == "Pseudo-language"
    assert language_name("qps-Arab", "en") == "Pseudo-language (right to left)"
    assert own_language_name("qps") == "Þšééûûđö-ļààñĝûûààĝéé"


@each_row(
    ("tag", "locale", "name"),
    [
        ("es", "en", "Spanish"),
        ("fa_AF", "en", "Dari"),
        ("fa_AF", "fa_AF", "دری"),
        ("fa_AF", "fr", "dari"),
        ("zh_Hans", "en", "Simplified Chinese"),
        ("zh-Hans", "zh_Hans", "简体中文"),
        ("zh_Hant", "zh_Hant", "繁體中文"),
        ("pt_BR", "en", "Brazilian Portuguese"),
        ("pt_BR", "pt_BR", "português (Brasil)"),
        ("es_MX", "es", "español de México"),
        ("pt_PT", "pt_PT", "português (Portugal)"),
        ("pt_PT", "ht", "pòtigè (Pòtigal)"),
        ("zh_Hans", "ja", "中国語（簡体字）"),
        ("pa", "ja", "パンジャーブ語"),
        ("zh_Hant", "ko", "중국어(번체)"),
        ("zh_Hans", "vi", "Tiếng Trung (Giản thể)"),
    ],
)
def test_a_language_has_the_name_of_the_whole_tag(tag: str, locale: str, name: str) -> None:
    assert language_name(tag, locale) == name


@each_row(
    ("region", "locale", "staff"),
    [
        ("JP", "ja", "ja"),
        ("CN", "zh_Hans", "zh_Hans"),
        ("BR", "pt_BR", "pt_BR"),
        ("US", "es", "en"),
        ("GB", "ar", "en"),
        ("CA-QC", "fr", "fr"),
        ("US", "qps", "en"),
    ],
)
def test_staff_speak_the_pages_language_where_its_region_does(
    region: str, locale: str, staff: str
) -> None:
    assert staff_language(Project.at(ROOT).region(region)[0], locale) == staff
    assert staff_language(None, locale) == "en"


@each_row(
    ("locale", "spoken"),
    [
        ("es", "Spanish"),
        ("es_MX", "Spanish"),
        ("fa", "Persian"),
        ("fa_AF", "Dari"),
        ("zh_Hans", "Chinese"),
        ("zh_Hant", "Chinese"),
        ("pt_BR", "Portuguese"),
        ("qps", "Pseudo-language"),
    ],
)
def test_what_is_spoken_has_no_script_and_a_region_only_with_a_name_of_its_own(
    locale: str, spoken: str
) -> None:
    assert language_name(spoken_language(locale), "en") == spoken


def test_a_vietnamese_sentence_names_a_language_with_a_small_letter() -> None:
    assert language_name("en", "vi") == "Tiếng Anh"
    assert language_in_sentence("en", "vi") == "tiếng Anh"
    assert own_language_name("vi") == "Tiếng Việt"
    assert language_in_sentence("en", "de") == "Englisch"


FIRST, LATER = date(2026, 2, 1), date(2027, 11, 23)


@each_row(
    ("locale", "long", "short"),
    [
        ("en", "February 1, 2026", "Nov 23, 2027"),
        ("es", "1 de febrero de 2026", "23 nov 2027"),
        ("fr", "1er février 2026", "23 nov. 2027"),
        ("fr_CA", "1er février 2026", "23 nov. 2027"),
        ("pt_BR", "1º de fevereiro de 2026", "23 de nov. de 2027"),
        ("de", "1. Februar 2026", "23. Nov. 2027"),
        ("pt_PT", "1 de fevereiro de 2026", "23 de novembro de 2027"),
        ("ja", "2026年2月1日", "2027年11月23日"),
        ("ko", "2026년 2월 1일", "2027년 11월 23일"),
        ("zh_Hans", "2026年2月1日", "2027年11月23日"),
        ("ar", "1 فبراير 2026", "23 نوفمبر 2027"),
        ("fa", "۱ فوریهٔ ۲۰۲۶", "۲۳ نوامبر ۲۰۲۷"),
        ("fa_AF", "۱ فبروری ۲۰۲۶", "۲۳ نومبر ۲۰۲۷"),
        ("hi", "1 फ़रवरी 2026", "23 नवंबर 2027"),
        ("it", "1º febbraio 2026", "23 nov 2027"),
        ("pl", "1 lutego 2026", "23 listopada 2027"),
        ("ru", "1 февраля 2026\u202fг.", "23 нояб. 2027\u202fг."),
        ("tr", "1 Şubat 2026", "23 Kasım 2027"),
        ("uk", "1 лютого 2026\u202fр.", "23 листопада 2027\u202fр."),
        ("vi", "1 tháng 2 năm 2026", "23 tháng 11 năm 2027"),
        ("zh_Hant", "2026年2月1日", "2027年11月23日"),
    ],
)
def test_a_date_has_its_month_in_letters(locale: str, long: str, short: str) -> None:
    assert long_date(FIRST, locale_named(locale)) == long
    assert short_date(LATER, locale_named(locale)) == short


def test_only_the_first_day_of_a_month_is_an_ordinal() -> None:
    french = locale_named("fr")
    assert long_date(date(2026, 2, 11), french) == "11 février 2026"
    assert short_date(date(2026, 2, 21), french) == "21 févr. 2026"


@each_row(
    ("locale", "gap", "around"),
    [("en", " ", (" (", ")")), ("ko", " ", (" (", ")"))]
    + [(name, "", ("（", "）")) for name in ("ja", "zh_Hans", "zh_Hant")],
)
def test_han_sentences_and_brackets_stand_without_spaces(
    locale: str, gap: str, around: tuple[str, str]
) -> None:
    assert sentence_gap(locale) == gap
    assert brackets(locale) == around


def test_haitian_creole_is_not_written_in_french() -> None:
    ht = locale_named("ht")
    assert long_date(date(2026, 6, 2), ht) == short_date(date(2026, 6, 2), ht) == "2 jen 2026"
    assert [day_name(day, ht) for day in (0, 6)] == ["lendi", "dimanch"]
    assert language_in_sentence("en", "ht") == "angle"
    assert language_in_sentence("zh-Hant", "ht") == "chinwa tradisyonèl"
    assert all_of(["a", "b", "c"], "ht") == "a, b ak c"
    assert any_number_of(["999", "112"], "ht") == "999 oswa 112"


def test_haitian_creole_has_a_name_for_all_that_the_records_name() -> None:
    records = [
        tomllib.loads(file.read_text(encoding="utf-8"))
        for file in sorted((ROOT / "source/regions").glob("*.toml"))
    ]
    spoken = {
        tag.replace("-", "_")
        for record in records
        for service in record.get("services", ())
        for place in (service, *service["ways"])
        for tag in place.get("languages", ())
    }
    words = data_file("words")
    assert spoken <= {*words["languages"]["ht"], "ht"}
    countries = {one["code"] for one in records if "names" not in one} - {"001"}
    assert countries <= set(words["regions"]["ht"])

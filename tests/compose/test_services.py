"""Which services a sheet prints."""

import tomllib

import pytest

from pipeline.compose.services import keyword, printed_services
from pipeline.records.region import read_region
from pipeline.records.typography import locale_named
from pipeline.values.region import Region
from tests.conftest import ROOT


def region(code: str) -> Region:
    text = (ROOT / f"source/regions/{code}.toml").read_text(encoding="utf-8")
    record, findings = read_region(tomllib.loads(text), f"{code}.toml", code)
    assert not findings
    return record


def ways(code: str, locale: str) -> list[tuple[str, str, str]]:
    chosen = printed_services(region(code), locale_named(locale))
    return [
        (way.kind, way.number or way.address, way.press)
        for service in chosen.services
        for way in service.ways
    ]


def test_services_in_the_language_of_the_sheet_stand_alone() -> None:
    assert ways("US", "es") == [("call", "988", "2")]
    assert ways("US", "en")[0] == ("call", "988", "")
    assert ("text", "741741", "") in ways("US", "en")


def test_held_ways_are_never_printed() -> None:
    assert ("text", "988", "") not in ways("US", "es")
    assert all(number != "02 2081 6831" for _, number, _ in ways("EG", "ar"))


def test_where_no_service_speaks_the_language_all_stand_with_the_word_to_say() -> None:
    chosen = printed_services(region("GB"), locale_named("ar"))
    assert [service.name for service in chosen.services] == ["Samaritans", "Shout"]
    assert chosen.ask_interpreter
    language, phrase, tag = chosen.ask_interpreter
    assert (language, phrase, tag) == ("العربية", "Arabic", "en")
    assert [service.languages for service in chosen.services] == ["الإنجليزية"] * 2


@pytest.mark.parametrize("code", ["US", "ES", "GB", "EG"])
def test_the_language_of_the_region_needs_no_interpreter(code: str) -> None:
    record = region(code)
    assert printed_services(record, locale_named(record.languages[0])).ask_interpreter is None


def test_no_region_and_no_line_print_no_service() -> None:
    assert printed_services(None, locale_named("es")).services == ()
    assert printed_services(region("TR"), locale_named("es")).services == ()


def test_the_word_to_send_is_that_of_the_sheets_language_or_the_records_first() -> None:
    way = region("GB").services[1].ways[0]
    assert keyword(way, locale_named("en")) == "SHOUT"
    assert keyword(way, locale_named("ar")) == "SHOUT"


def test_hours_are_worded_by_the_locale() -> None:
    record, findings = read_region(
        tomllib.loads(
            """
            code = "XX"
            names = { en = "Nowhere" }
            paper = "a4"
            languages = ["en"]
            emergency = ["112"]
            [[services]]
            id = "line"
            names = { en = "Line" }
            languages = ["en"]
            source_date = 2026-01-01
            agreement = "low"
            [[services.hours]]
            days = ["mon", "tue", "wed", "thu", "fri"]
            opens = "09:00"
            closes = "24:00"
            [[services.ways]]
            kind = "call"
            number = "12 34"
            [[services.sources]]
            title = "a list"
            kind = "dataset"
            """
        ),
        "XX.toml",
        "XX",
    )
    assert not findings
    opening = printed_services(record, locale_named("es")).services[0].openings[0]
    assert (opening.first_day, opening.last_day, opening.opens) == ("lunes", "viernes", "9:00")
    assert not opening.every_day

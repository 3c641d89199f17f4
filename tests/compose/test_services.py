"""Which services a sheet prints."""

import datetime as dt
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.compose.hours import PrintedHours, PrintedOpening
from pipeline.compose.services import (
    Name,
    PrintedFooting,
    PrintedService,
    PrintedServices,
    PrintedWay,
    chosen_services,
    named_beside,
    printed_address,
    printed_services,
)
from pipeline.compose.sheet import editions
from pipeline.records.region import confirmation_seal, read_region
from pipeline.records.typography import locale_named
from pipeline.values.region import Region
from tests import regions
from tests.conftest import ROOT
from tests.regions import made
from tests.rows import each_row
from tests.sheets import composed

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def region(code: str) -> Region:
    text = (ROOT / f"source/regions/{code}.toml").read_text(encoding="utf-8")
    record, findings = read_region(tomllib.loads(text), f"{code}.toml", code)
    assert not findings
    return record


def service(*ways: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return regions.service(*(ways or [call("116 123")]), **fields)


def call(number: str, **fields: Any) -> dict[str, Any]:
    return {"kind": "call", "number": number, **fields}


def text(**keywords: str) -> dict[str, Any]:
    return {"kind": "text", "number": "85258", "keywords": keywords}


def printed(record: Region, locale: str) -> PrintedServices:
    return printed_services(record, locale_named(locale))


def only(locale: str, *ways: dict[str, Any], **fields: Any) -> PrintedService:
    (one,) = printed(made(service(*ways, **fields)), locale).services
    return one


def only_way(locale: str, way: dict[str, Any], **fields: Any) -> PrintedWay:
    (one,) = only(locale, way, **fields).ways
    return one


def ways(code: str, locale: str) -> list[tuple[str, str, str]]:
    return [
        (way.kind, way.number or way.address, way.press)
        for service in printed(region(code), locale).services
        for way in service.ways
    ]


def chosen(record: Region | None, locale: str) -> tuple[dict[str, list[str]], bool]:
    choice = chosen_services(record, locale_named(locale))
    return {one.id: [way.number for way in ways] for one, ways in choice.services}, choice.speak


def with_room(record: Region, locale: str, edition: str) -> tuple[list[str], bool, bool]:
    choice = chosen_services(record, locale_named(locale), editions()[edition])
    return [one.id for one, _ in choice.services], choice.speak, choice.more


# Which services, and which of their ways


def test_services_in_the_language_of_the_sheet_stand_alone() -> None:
    assert ways("US", "es") == [("call", "988", "2")]
    assert ways("US", "en")[0] == ("call", "988", "")
    assert ("text", "741741", "") in ways("US", "en")


def test_held_ways_are_never_printed() -> None:
    assert ("text", "988", "") not in ways("US", "es")
    assert all(number != "0220816831" for _, number, _ in ways("EG", "ar"))
    held = service(call("1", held="unsure"))
    assert chosen(made(held), "en") == ({}, False)
    assert chosen(made(held), "es") == ({}, False)


def test_where_no_service_speaks_the_language_all_stand_with_the_word_to_say() -> None:
    services = printed(region("GB"), "ar")
    assert [service.name.text for service in services.services] == ["Samaritans", "Shout"]
    assert services.ask_interpreter == ("العربية", Name(text="Arabic", tag="en"))
    assert [service.languages for service in services.services] == ["الإنجليزية"] * 2


def test_the_word_to_say_is_in_the_language_of_those_who_answer() -> None:
    for_arabic = printed(region("JP"), "ar")
    assert for_arabic.ask_interpreter == ("العربية", Name(text="アラビア語", tag="ja"))


@each_row(
    ("locale", "own", "said"),
    [
        ("fa_AF", "دری", "Dari"),
        ("fa", "فارسی", "Persian"),
        ("zh_Hans", "中文", "Chinese"),
        ("zh_Hant", "中文", "Chinese"),
        ("pt_BR", "português", "Portuguese"),
        ("vi", "tiếng Việt", "Vietnamese"),
    ],
)
def test_who_asks_for_an_interpreter_names_what_is_spoken(locale: str, own: str, said: str) -> None:
    assert printed(region("GB"), locale).ask_interpreter == (own, Name(text=said, tag="en"))


@each_row("code", ["US", "ES", "GB", "EG", "JP", "CN", "CH"])
def test_the_language_of_the_region_needs_no_interpreter(code: str) -> None:
    record = region(code)
    locale = record.languages[0].replace("-", "_")
    assert printed(record, locale).services
    assert printed(record, locale).ask_interpreter is None


@each_row("code", ["", "TR", "SA"])
def test_no_region_no_line_and_a_line_that_is_held_print_no_service(code: str) -> None:
    services = printed_services(region(code) if code else None, locale_named("es"))
    assert (services.services, services.ask_interpreter, services.more) == ((), None, False)


def test_a_service_prints_the_ways_in_the_language_of_the_sheet_alone() -> None:
    record = made(
        service(
            call("1", languages=["en"]),
            call("2", languages=["es"]),
            call("3"),
            call("4", languages=["es-MX"]),
            languages=["en", "es"],
        )
    )
    assert chosen(record, "es") == ({"line": ["2", "3", "4"]}, True)
    assert chosen(record, "en") == ({"line": ["1", "3"]}, True)
    assert chosen(record, "fr") == ({"line": ["1", "2", "3", "4"]}, False)


def test_a_way_that_answers_in_a_language_of_its_own_counts_as_speaking_it() -> None:
    record = made(service(call("1"), call("2", languages=["es"])))
    assert chosen(record, "es") == ({"line": ["2"]}, True)


@pytest.mark.parametrize(("tag", "locale"), [("zh-Hans", "zh_Hant"), ("pt", "pt_BR")])
def test_a_language_is_spoken_in_whatever_form_it_is_written(tag: str, locale: str) -> None:
    assert chosen(made(service(languages=[tag])), locale)[1]


def test_services_for_some_alone_do_not_keep_the_others_off_the_sheet() -> None:
    everyone = service(call("1"), id="everyone")
    young = service(call("2"), id="young", languages=["es"], audience=["young"])
    spanish = service(call("3"), id="spanish", languages=["es"])
    assert chosen(made(everyone, young), "es") == ({"everyone": ["1"], "young": ["2"]}, True)
    both = made(everyone, young, spanish)
    assert chosen(both, "es") == ({"young": ["2"], "spanish": ["3"]}, True)


def test_two_stand_where_none_speaks_the_language_those_of_the_region_first() -> None:
    record = made(
        service(call("1"), id="welsh", languages=["cy"]),
        service(call("2"), id="young", audience=["young"]),
        service(call("3", held="unsure"), id="held"),
        service(call("4"), id="first", languages=["en-GB"]),
        service(call("5"), id="second", languages=["cy", "en"]),
        service(call("6"), id="third"),
    )
    assert list(chosen(record, "es")[0]) == ["first", "second"]
    assert list(chosen(record, "cy")[0]) == ["welsh", "second"]


def test_the_two_fill_up_with_services_in_other_languages() -> None:
    record = made(
        service(id="welsh", languages=["cy"]),
        service(id="gaelic", languages=["gd"]),
        service(id="english"),
    )
    assert list(chosen(record, "es")[0]) == ["english", "welsh"]


def test_where_none_serves_everyone_those_for_some_stand() -> None:
    record = made(service(id="young", audience=["young"]))
    assert chosen(record, "es") == ({"young": ["116 123"]}, False)


def test_where_one_of_all_that_stand_speaks_the_language_nobody_need_ask() -> None:
    record = made(
        service(id="everyone"),
        service(id="young", languages=["es"], audience=["young"]),
    )
    assert printed(record, "es").ask_interpreter is None


def test_a_small_edition_has_room_for_two_those_that_serve_everyone_first() -> None:
    record = made(
        service(id="young", audience=["young"]),
        service(id="first"),
        service(id="second"),
        service(id="third"),
    )
    for edition in ("brochure", "wall-poster"):
        assert with_room(record, "en", edition) == (["first", "second"], True, True)
    for edition in ("handout", "bilingual", "booklet", "large-print"):
        assert with_room(record, "en", edition) == (
            ["young", "first", "second", "third"],
            True,
            False,
        )


def test_sheets_of_full_pages_have_room_for_four() -> None:
    record = made(*(service(id=f"line-{number}") for number in range(5)))
    for edition in ("handout", "bilingual", "booklet", "large-print"):
        assert with_room(record, "en", edition) == ([f"line-{n}" for n in range(4)], True, True)


def test_what_an_edition_leaves_out_does_not_count_as_speaking_the_language() -> None:
    record = made(
        service(id="one"),
        service(id="two"),
        service(id="young", languages=["es"], audience=["young"]),
    )
    assert with_room(record, "es", "handout") == (["one", "two", "young"], True, False)
    assert with_room(record, "es", "brochure") == (["one", "two"], False, True)


def test_large_print_leaves_out_nothing_that_a_handout_has() -> None:
    record = made(
        service(*map(call, "12345"), id="one"), service(call("6"), id="two"), service(id="three")
    )
    for locale in ("en", "es"):
        assert with_room(record, locale, "large-print") == with_room(record, locale, "handout")


# Names


def test_a_name_in_the_language_of_the_sheet_has_no_gloss() -> None:
    one = only("en", names={"en": "Samaritans", "cy": "Y Samariaid"})
    assert (one.name, one.gloss) == (Name(text="Samaritans", tag="en"), None)


@each_row(
    ("locale", "name"),
    [("de", "Die Dargebotene Hand"), ("fr", "La Main Tendue"), ("it", "Telefono Amico")],
)
def test_a_line_of_several_languages_bears_its_name_in_each(locale: str, name: str) -> None:
    (one,) = printed(region("CH"), locale).services
    assert (one.name, one.gloss) == (Name(text=name, tag=locale), None)


def test_a_name_in_another_language_is_followed_by_its_sense_in_the_sheets() -> None:
    one = only("en", names={"es": "La línea", "en": "The line"}, languages=["es"])
    assert (one.name, one.gloss) == (
        Name(text="La línea", tag="es"),
        Name(text="The line", tag="en"),
    )


def test_a_name_in_a_script_foreign_to_the_sheet_is_followed_by_its_english_sense() -> None:
    for locale in ("es", "ar"):
        (one,) = printed(region("CN"), locale).services
        assert one.name == Name(text="全国统一心理援助热线", tag="zh-Hans")
        assert one.gloss == Name(text="National Unified Psychological Assistance Hotline", tag="en")


def test_a_foreign_name_in_letters_that_the_reader_knows_stands_alone() -> None:
    assert only("ar", names={"es": "La línea", "en": "The line"}).gloss is None
    (persian,) = printed(region("EG"), "fa").services
    assert persian.name.tag == "ar"
    assert persian.gloss is None


def test_a_sense_that_only_repeats_the_name_is_left_out() -> None:
    assert only("en", names={"fr": "SOS", "en": "SOS"}, languages=["fr"]).gloss is None


def test_a_name_runs_in_the_direction_of_its_own_language() -> None:
    (one,) = printed(region("EG"), "es").services
    assert one.name.direction == "rtl"
    assert one.gloss
    assert one.gloss.direction == "ltr"


def test_every_name_of_the_sheet_is_listed_for_its_fonts() -> None:
    record = made(
        service(
            call("1", areas={"ja": "岩手"}),
            names={"ja": "線", "en": "Line"},
            languages=["ja"],
        )
    )
    assert [(name.text, name.tag) for name in printed(record, "es").names] == [
        ("線", "ja"),
        ("Line", "en"),
        ("岩手", "ja"),
        ("スペイン語", "ja"),
    ]


# Ways


def test_the_word_to_send_is_that_of_the_sheets_language_or_the_records_first() -> None:
    way = text(en="HOME", es="HOLA")
    spoken = {"languages": ["en", "es"]}
    assert only_way("es", way, **spoken).keyword == "HOLA"
    assert only_way("es_MX", way, **spoken).keyword == "HOLA"
    assert only_way("en", way, **spoken).keyword == "HOME"
    assert only_way("ar", way, **spoken).keyword == "HOME"
    assert only_way("en", text()).keyword == ""


def test_the_parts_of_a_way_are_what_the_reader_dials_or_types() -> None:
    assert only_way("en", call("988", press="2")).parts == ("988", "2")
    assert only_way("en", text(en="HOME")).parts == ("85258", "HOME")
    assert only_way("en", {"kind": "whatsapp", "number": "+44 7700 900123"}).parts == (
        "+44 7700 900123",
    )
    for kind in ("chat", "web"):
        way = only_way("en", {"kind": kind, "address": "https://example.org/help/"})
        assert (way.kind, way.parts) == (kind, ("example.org/help",))


@each_row(
    ("address", "paper"),
    [
        ("https://example.org", "example.org"),
        ("https://example.org/", "example.org"),
        ("https://www.example.org/a/?b=1", "www.example.org/a/?b=1"),
        ("http://example.org/a", "example.org/a"),
    ],
)
def test_an_address_stands_on_paper_without_its_scheme(address: str, paper: str) -> None:
    assert printed_address(address) == paper


@each_row(
    ("areas", "locale", "shown"),
    [
        ({"ja": "岩手", "en": "Iwate", "es": "Prefectura de Iwate"}, "es", "es"),
        ({"ja": "岩手", "en": "Iwate"}, "es", "en"),
        ({"ja": "岩手", "en": "Iwate"}, "ja", "ja"),
        ({"ja": "岩手", "en": "Iwate", "ar": "إيواته"}, "fa", "en"),
        ({"es": "Bogotá", "en": "Bogota City"}, "ar", "es"),
        ({"ja": "岩手"}, "es", "ja"),
    ],
)
def test_an_area_is_named_so_that_the_reader_can_read_it(
    areas: dict[str, str], locale: str, shown: str
) -> None:
    area = only_way(locale, call("1", areas=areas)).area
    assert area == Name(text=areas[shown], tag=shown)


def test_a_way_for_the_whole_region_has_no_area() -> None:
    assert only_way("en", call("1")).area is None


# Hours and facts

ALWAYS = PrintedHours(always=True, spans=())


def hours(*days: str, opens: str = "09:00", closes: str = "17:00") -> list[dict[str, Any]]:
    return [{"days": list(days), "opens": opens, "closes": closes}]


def opening(locale: str, *days: str, **times: str) -> PrintedOpening:
    shown = only(locale, hours=hours(*days, **times)).hours
    assert shown
    (one,) = shown.spans
    return one


def span(locale: str, *days: str) -> tuple[str, str, str, bool]:
    one = opening(locale, *days)
    return one.first_day, one.last_day, one.days, one.every_day


def test_hours_are_worded_by_the_locale() -> None:
    spanish = opening("es", *DAYS[:5], closes="17:30")
    assert (spanish.first_day, spanish.last_day) == ("lunes", "viernes")
    assert (spanish.opens, spanish.closes) == ("9:00", "17:30")
    assert opening("ar", "fri").first_day == "الجمعة"


def test_days_that_follow_each_other_are_named_by_the_first_and_last() -> None:
    assert span("en", *DAYS[:5]) == ("Monday", "Friday", "", False)
    assert span("en", "wed", "mon", "tue", "tue") == ("Monday", "Wednesday", "", False)
    assert span("en", "sat") == ("Saturday", "", "", False)
    assert span("en", *DAYS)[3]


def test_days_that_do_not_follow_each_other_are_all_named() -> None:
    assert span("en", "fri", "mon", "wed")[2] == "Monday, Wednesday, and Friday"
    assert span("es", "sun", "mon")[2] == "lunes y domingo"


def test_hours_that_are_unknown_or_held_say_nothing() -> None:
    assert only("en").hours is None
    assert only("en", hours="always").hours == ALWAYS
    assert only("en", hours="always", hours_held="one list says so").hours is None
    assert only("en", hours=hours("mon"), hours_held="old").hours is None


def test_a_way_names_its_hours_where_they_are_not_the_services() -> None:
    way = call("1", hours="always")
    assert only_way("en", way).hours == ALWAYS
    assert only_way("en", way, hours="always").hours is None
    assert only_way("en", call("1"), hours="always").hours is None


def test_hours_of_a_service_stand_beside_its_ways_where_those_of_one_are_unknown() -> None:
    held = call("2", hours=hours("mon"), hours_held="old")
    one = only("en", call("1"), held, hours="always")
    assert one.hours is None
    assert [way.hours for way in one.ways] == [ALWAYS, None]


def test_hours_of_a_way_that_is_not_printed_do_not_count() -> None:
    held = call("2", hours=hours("mon"), hours_held="old", held="unsure")
    one = only("en", call("1"), held, hours="always")
    assert (one.hours, [way.hours for way in one.ways]) == (ALWAYS, [None])


def test_a_service_is_free_only_where_the_record_says_so() -> None:
    assert only("en", free=True).free
    assert not only("en", free=False).free
    assert not only("en").free


def test_the_languages_of_a_service_are_named_where_the_reader_needs_them() -> None:
    assert only("en", languages=["en-GB"]).languages == ""
    assert only("en", languages=["en", "es"]).languages == ""
    assert only("es", languages=["en", "es", "fr"]).languages == "español"
    assert only("es", languages=["en", "en-GB"]).languages == "inglés"
    assert only("es", languages=["en", "fr"]).languages == "inglés y francés"


def test_beside_a_translation_the_source_names_what_its_reader_needs() -> None:
    record = made(service(languages=["en", "es"]))
    english, spanish, french = map(locale_named, ("en", "es", "fr"))
    for reader, said in ((english, ""), (spanish, "Spanish"), (french, "English and Spanish")):
        (one,) = printed_services(record, english, reader).services
        assert one.languages == said


@pytest.mark.parametrize(
    ("languages", "english", "spanish"),
    [
        (["es", "es"], ["Spanish", ""], ["español", ""]),
        (["en es", "es"], ["Spanish", ""], ["español", ""]),
        (["en", "en"], ["English", ""], ["inglés", ""]),
        (["en", "en fr"], ["English", "English and French"], ["inglés", "inglés y francés"]),
    ],
)
def test_both_columns_say_where_a_service_answers_in_others_than_the_one_before(
    languages: list[str], english: list[str], spanish: list[str]
) -> None:
    record = made(
        *(service(id=f"of-{place}", languages=of.split()) for place, of in enumerate(languages))
    )
    reader = locale_named("es")
    for locale, said in (("en", english), ("es", spanish)):
        printed = printed_services(record, locale_named(locale), reader, paired=True)
        assert [one.languages for one in printed.services] == said


def test_the_audience_is_kept_in_the_order_of_the_record() -> None:
    assert only("en", audience=["young", "parents"]).audience == ("young", "parents")
    assert only("en").audience == ()


# What numbers rest on


def footings(locale: str, *services: dict[str, Any], **emergency: Any) -> list[PrintedFooting]:
    data = {"code": "GB", "paper": "a4", "languages": ["en"], "services": list(services)}
    record, findings = read_region({**data, "emergency": emergency}, "GB.toml", "GB")
    assert not findings
    return [*printed(record, locale).footings]


DAY, LATER = dt.date(2026, 6, 2), dt.date(2026, 11, 6)


def test_records_of_one_day_stand_together_in_their_order() -> None:
    found = footings(
        "es",
        service(id="one", names={"en": "One"}, source_date=DAY),
        service(id="two", names={"en": "Two"}),
        service(id="three", names={"en": "Three"}, source_date=DAY),
        numbers=["999", "112"],
        source_date=LATER,
        sources=[{"title": "a list", "kind": "dataset"}],
    )
    # No line speaks Spanish: the sheet names two.
    assert [(one.date, [name.text for name in one.names], one.numbers) for one in found] == [
        ("2 de junio de 2026", ["One"], ()),
        ("", ["Two"], ()),
        ("6 de noviembre de 2026", [], ("999", "112")),
    ]
    english = footings("en", service(source_date=DAY), service(id="b", source_date=DAY))
    assert [(one.date, len(one.names)) for one in english] == [("June 2, 2026", 2)]


def test_only_a_confirmation_of_the_record_as_it_is_now_is_told() -> None:
    digest = made(service()).services[0].digest
    on = dt.date(2026, 11, 3)
    seal = confirmation_seal(digest, "Ana", "asked its office", on)
    confirmed = {"by": "Ana", "how": "asked its office", "on": on, "record": seal}

    def told(*ways: dict[str, Any], **fields: Any) -> tuple[bool, str]:
        (one,) = footings("es", service(*ways, **fields))
        return one.confirmed, one.date

    assert told(confirmed=confirmed) == (True, "3 de noviembre de 2026")
    assert told(call("116 132"), confirmed=confirmed) == (False, "")
    assert told(confirmed={**confirmed, "on": dt.date(2026, 11, 4)}) == (False, "")
    assert told() == (False, "")


def test_a_name_that_stands_in_the_other_column_is_said_there_in_its_sense() -> None:
    record = made(
        service(id="own", languages=["ja"], names={"ja": "よりそい", "en": "Yorisoi"}),
        service(id="plain", languages=["ja"], names={"en": "Samaritans"}),
    )
    japanese, english = (
        printed_services(record, locale_named(name), locale_named("ja")) for name in ("ja", "en")
    )
    assert [one.gloss and one.gloss.text for one in english.services] == ["Yorisoi", None]
    told = named_beside(english, japanese)
    beside = told.services
    assert [(one.name.text, one.gloss) for one in beside] == [
        ("Yorisoi", None),
        ("Samaritans", None),
    ]
    # And in what staff are told of the days of their records.
    assert [name.text for name in told.footings[0].names] == ["Yorisoi", "Samaritans"]
    # Where the other column has another name, it stays with its sense.
    assert named_beside(english, replace(japanese, services=beside)) == english


@pytest.mark.exhaustive
def test_name_and_hours_of_each_service_stand_on_one_line_of_a_panel_or_of_none(
    tmp_path: Path,
) -> None:
    for locale, place, stacked in (("en", "US", True), ("hi", "IN", False)):
        html = composed(locale, place, tmp_path, edition="brochure").composition.html
        assert ("services stacked" in html) == stacked, locale

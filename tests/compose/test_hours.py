"""Times of day and opening hours in the words of a locale and the clock of its readers."""

import re
from datetime import time

import pytest

from pipeline.compose.hours import clock, printed_hours
from pipeline.records.in_force import data_file
from pipeline.records.typography import locale_named
from pipeline.values.region import Hours, Opening
from tests.conftest import ROOT
from tests.rows import each_row

# Nine o'clock, half past eight in the evening, noon, and midnight that ends a day.
SAID = {
    "ar": ("9 صباحًا", "8:30 مساءً", "12 ظهرًا", "منتصف الليل"),
    "bn": ("সকাল ৯টা", "রাত ৮:৩০", "দুপুর ১২টা", "রাত ১২টা"),
    "de": ("9:00", "20:30", "12:00", "24:00"),
    "el": ("09:00", "20:30", "12:00", "24:00"),
    "en": ("9 a.m.", "8:30 p.m.", "noon", "midnight"),
    "es": ("9:00", "20:30", "12:00", "24:00"),
    "fa": ("۹:۰۰", "۲۰:۳۰", "۱۲:۰۰", "۲۴:۰۰"),
    "fa_AF": ("۹:۰۰", "۲۰:۳۰", "۱۲:۰۰", "۲۴:۰۰"),
    "fil": ("9 a.m.", "8:30 p.m.", "tanghali", "hatinggabi"),
    "fr": ("9 h", "20 h 30", "12 h", "24 h"),
    "hi": ("सुबह 9 बजे", "रात 8:30 बजे", "दोपहर 12 बजे", "रात 12 बजे"),
    "ht": ("09:00", "20:30", "12:00", "24:00"),
    "it": ("9:00", "20:30", "12:00", "24:00"),
    "ja": ("9:00", "20:30", "12:00", "24:00"),
    "ko": ("09:00", "20:30", "12:00", "24:00"),
    "ne": ("बिहान ९ बजे", "राति ८:३० बजे", "दिउँसो १२ बजे", "राति १२ बजे"),
    "nl": ("09:00", "20:30", "12:00", "24:00"),
    "pa": ("ਸਵੇਰੇ 9 ਵਜੇ", "ਰਾਤ 8:30 ਵਜੇ", "ਦੁਪਹਿਰ 12 ਵਜੇ", "ਰਾਤ 12 ਵਜੇ"),
    "pl": ("09:00", "20:30", "12:00", "24:00"),
    "pt_BR": ("9h", "20h30", "12h", "24h"),
    "pt_PT": ("09:00", "20:30", "12:00", "24:00"),
    "ro": ("09:00", "20:30", "12:00", "24:00"),
    "ru": ("9:00", "20:30", "12:00", "24:00"),
    "sw": ("09:00", "20:30", "12:00", "24:00"),
    "th": ("9:00 น.", "20:30 น.", "12:00 น.", "24:00 น."),
    "tr": ("09:00", "20:30", "12:00", "24:00"),
    "uk": ("9:00", "20:30", "12:00", "24:00"),
    "ur": ("صبح 9 بجے", "رات 8:30 بجے", "دوپہر 12 بجے", "رات 12 بجے"),
    "vi": ("09:00", "20:30", "12:00", "24:00"),
    "zh_Hans": ("9:00", "20:30", "12:00", "24:00"),
    "zh_Hant": ("9:00", "20:30", "12:00", "24:00"),
}
MOMENTS = (time(9), time(20, 30), time(12), time(0))


def said(locale: str, region: str = "") -> tuple[str, ...]:
    own = locale_named(locale)
    return tuple(clock(moment, own, region, ends=True) for moment in MOMENTS)


@each_row("locale", SAID)
def test_each_locale_tells_the_time_as_its_readers_do(locale: str) -> None:
    assert said(locale) == SAID[locale]


def test_no_shipped_locale_is_missing_above() -> None:
    shipped = {path.name for path in (ROOT / "locales").iterdir() if path.is_dir()} | {"en"}
    assert set(SAID) == shipped


@each_row(
    ("locale", "region", "as_said"),
    [
        ("en", "GB", ("9am", "8:30pm", "midday", "midnight")),
        ("en", "CA-QC", ("9 a.m.", "8:30 p.m.", "noon", "midnight")),
        ("es", "US", ("9 a. m.", "8:30 p. m.", "12 del mediodía", "medianoche")),
        ("es", "MX", ("9 a. m.", "8:30 p. m.", "12 del mediodía", "medianoche")),
        ("es", "ES", ("9:00", "20:30", "12:00", "24:00")),
        ("es_MX", "", ("9:00", "20:30", "12:00", "24:00")),
        ("fr", "CA-QC", ("9 h", "20 h 30", "12 h", "24 h")),
        ("so", "", ("09:00", "20:30", "12:00", "24:00")),
        ("mr", "", ("०९:००", "२०:३०", "१२:००", "२४:००")),
    ],
)
def test_a_region_may_tell_it_in_another_way(
    locale: str, region: str, as_said: tuple[str, ...]
) -> None:
    assert said(locale, region) == as_said


def test_a_province_tells_the_time_as_its_country_does() -> None:
    assert said("en", "GB-SCT") == said("en", "GB") != said("en", "US")


@pytest.mark.parametrize(("pseudo", "real"), [("qps", "en"), ("qps_Arab", "ar")])
def test_a_pseudo_locale_tells_the_time_as_a_real_one(pseudo: str, real: str) -> None:
    assert said(pseudo) == said(real)


def test_midnight_that_begins_a_day_is_never_24() -> None:
    first = {name: clock(time(0), locale_named(name)) for name in SAID}
    assert first["de"] == "0:00"
    assert first["ko"] == "00:00"
    assert first["fr"] == "0 h"
    assert first["fa"] == "۰:۰۰"
    assert first["en"] == "midnight"
    assert not any("24" in text or "۲۴" in text for text in first.values())
    assert clock(time(0, 30), locale_named("de"), ends=True) == "0:30"


def test_no_hour_of_the_day_reads_as_another() -> None:
    regions = ["", "GB", "US"]
    for locale in SAID:
        for region in regions:
            own = locale_named(locale)
            times = [time(hour, minute) for hour in range(24) for minute in (0, 30)]
            texts = [clock(moment, own, region) for moment in times]
            assert len(set(texts)) == len(texts), (locale, region)
            latin = own.typography.digits == "0123456789" and locale not in ("ar", "hi")
            for text in texts:
                assert latin or not re.search(r"[A-Za-z]", text), (locale, text)
                assert not re.fullmatch(r"12(:00)?\W*[ap]\.?\s?m\.?", text), (locale, text)


def test_every_clock_is_a_form_or_a_pattern_that_counts_to_24() -> None:
    table = data_file("hours")
    named = [*table["clocks"].values()]
    named += [form for regions in table["regions"].values() for form in regions.values()]
    for name in named:
        assert name in table["forms"] or re.fullmatch(r"HH?:mm", name), name
    assert set(table["forms"]) <= set(named)


@each_row(
    ("days", "opens", "closes", "always"),
    [
        (range(7), time(0), time(0), True),
        (range(6), time(0), time(0), False),
        (range(7), time(9), time(0), False),
        (range(7), time(0), time(22), False),
    ],
)
def test_all_of_every_day_is_always(
    days: range, opens: time, closes: time, *, always: bool
) -> None:
    span = Opening(days=tuple(days), opens=opens, closes=closes)
    printed = printed_hours(Hours(spans=(span,)), locale_named("en"))
    assert printed
    assert printed.always is always


def test_unknown_or_held_hours_are_not_printed() -> None:
    spanish = locale_named("es")
    span = Opening(days=(0,), opens=time(9), closes=time(0))
    assert printed_hours(None, spanish) is None
    assert printed_hours(Hours(), spanish) is None
    assert printed_hours(Hours(spans=(span,), held="old"), spanish) is None
    printed = printed_hours(Hours(spans=(span,)), spanish, "US")
    assert printed
    assert (printed.spans[0].opens, printed.spans[0].closes) == ("9 a. m.", "medianoche")

"""CLDR's data of a locale stay its own, whatever else was asked for before."""

import re
from typing import Any

import pytest
from babel import localedata
from babel.localedata import Alias

from pipeline.compose.words import day_name
from pipeline.project import Project
from pipeline.records import typography
from pipeline.records.cldr import ALIASED, cldr_data
from pipeline.records.typography import cldr, locale_named
from tests.conftest import ROOT

SHIPPED = Project.at(ROOT).locales()


def names(locale: str) -> tuple[Any, ...]:
    """Return what a locale calls days and months, where they stand alone and where not."""
    data = cldr(locale)
    return tuple(
        dict(table[context][width])
        for table in (data.days, data.months)
        for context in ("stand-alone", "format")
        for width in ("wide", "abbreviated")
    )


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Babel read all of its data anew."""
    monkeypatch.setattr(localedata, "_cache", {})
    typography.cldr.cache_clear()
    cldr_data.cache_clear()


@pytest.fixture
def forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    forget(monkeypatch)


def test_no_locale_has_words_of_one_that_was_asked_for_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alone = {}
    for locale in SHIPPED:
        forget(monkeypatch)
        alone[locale] = names(locale)
    assert len({str(one) for one in alone.values()}) > len(SHIPPED) - 3  # fa is fa_AF's, pt and zh
    for order in (SHIPPED, SHIPPED[::-1], ["sw", *SHIPPED], ["pt_PT", "pt_BR", "pt_PT"]):
        forget(monkeypatch)
        for locale in order:
            assert names(locale) == alone[locale], locale


@pytest.mark.usefixtures("forgotten")
def test_a_thai_sheet_has_thai_days_after_a_swahili_one() -> None:
    assert day_name(0, locale_named("sw")) == "Jumatatu"
    assert day_name(0, locale_named("th")) == "วันจันทร์"
    assert day_name(0, locale_named("zh_Hans")) == "星期一"


@pytest.mark.usefixtures("forgotten")
def test_whether_a_locale_is_known_and_its_script_need_none_of_its_tables() -> None:
    assert all(map(typography.is_known, SHIPPED))
    assert typography.script_of.__wrapped__("sr_Latn") == "Latn"
    assert localedata._cache == {}
    assert names("sw")
    assert "sw" in localedata._cache


def test_nobody_else_reads_what_babel_shares() -> None:
    files = (ROOT / "pipeline").rglob("*.py")
    found = [
        one.name for one in files if re.search(r"Locale\.parse\(|CldrLocale\(", one.read_text())
    ]
    assert found == ["cldr.py"]


def has_alias(part: Any) -> bool:
    parts = part.values() if isinstance(part, dict) else part if isinstance(part, tuple) else ()
    return isinstance(part, Alias) or any(map(has_alias, parts))


def test_every_table_in_which_something_stands_for_another_is_copied() -> None:
    root = localedata.load("root")
    assert {key for key, part in root.items() if has_alias(part)} == {*ALIASED}

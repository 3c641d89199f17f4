"""What each rule costs, and whether real catalogs of others raise an alarm about their letters."""

import time
from collections import Counter

from pipeline.catalog import po
from pipeline.check.rule import Pair
from pipeline.check.rules import PAIR_RULES, RULES_BY_CODE
from pipeline.project import Project
from pipeline.records.language import language_named
from pipeline.records.typography import is_known_locale
from tests.bench.timing import table
from tests.copies import ROOT
from tests.mutations.catalogs import shelves

OTHERS = ("Django", "Sphinx")
"""Packages that carry catalogs by many hands; `make bench` fetches them."""


def rules(_: Project, _rounds: int) -> str:
    """Measure each rule on the shipped catalogs, in processor time; return the table."""
    pairs = list(_pairs())
    spent: Counter[str] = Counter()
    for warm in (True, False):
        for rule in PAIR_RULES:
            begin = time.process_time()
            for pair in pairs:
                if rule.check and (not rule.needs or rule.needs in pair.features):
                    list(rule.check(pair))
            spent[rule.code] = 0 if warm else int((time.process_time() - begin) * 1e9)
    whole = sum(spent.values())
    rows = [
        _row(f"{code} {RULES_BY_CODE[code].name}", time_, whole, pairs)
        for code, time_ in spent.most_common()
    ]
    rows.append(_row(f"all, over {len(pairs):,} texts", whole, whole, pairs))
    note = "Processor time of a rule for a text that is taken apart already, once warm."
    return table(
        "What each rule costs",
        " ".join([note, *(f"{_alarms(package)}." for package in OTHERS)]),
        rows,
        ("rule", "µs a text", "share", ""),
    )


def _row(name: str, nanoseconds: int, whole: int, pairs: list[Pair]) -> str:
    return f"| {name} | {_micro(nanoseconds, pairs)} | {nanoseconds / whole:.0%} |  |"


def _micro(nanoseconds: int, pairs: list[Pair]) -> str:
    return f"{nanoseconds / 1000 / len(pairs):.1f}"


def _pairs() -> list[Pair]:
    return [
        Pair(
            text=text.source,
            translation=text.target,
            context=text.context,
            language=language_named(shelf.locale),
            source_language=language_named("en"),
            references=shelf.works(),
            is_sheet=shelf.name == "sheet",
        )
        for shelf in shelves()
        for text in shelf.texts
    ]


def _alarms(package: str) -> str:
    """Say in which of a package's catalogs how many texts are taken for a wrong encoding."""
    files = sorted((ROOT / ".venv/others" / package.lower()).rglob("*.po"))
    if not files:
        return f"TXT015 over the catalogs of {package}: not measured, make bench fetches them"
    check = RULES_BY_CODE["TXT015"].check
    assert check
    texts, told = 0, Counter[str]()
    for file in files:
        locale = file.parent.parent.name
        if not is_known_locale(locale):
            continue
        for entry in po.read(file.read_text(encoding="utf-8")):
            if entry.text and entry.translation:
                texts += 1
                told[locale] += any(
                    check(
                        Pair(
                            text=entry.text,
                            translation=entry.translation,
                            language=language_named(locale),
                            source_language=language_named("en"),
                        )
                    )
                )
    where = ", ".join(f"{locale} {count}" for locale, count in (+told).items()) or "none"
    return f"TXT015 over the catalogs of {package}, {texts:,} texts: {where}"

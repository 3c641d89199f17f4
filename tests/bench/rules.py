"""What each rule costs, and whether real catalogs of others raise an alarm about their letters."""

import time
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

from pipeline.catalog import po
from pipeline.check.rule import Pair
from pipeline.check.rules import PAIR_RULES, RULES_BY_CODE
from pipeline.project import Project
from pipeline.records.language import language_named
from pipeline.records.typography import is_known_locale
from tests.bench.timing import table
from tests.mutations.catalogs import shelves

PACKAGES = ("django", "babel")
"""Packages whose distributions carry translations by many hands."""


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
        " ".join([note, *(f"{_alarms(package)}." for package in PACKAGES)]),
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
    """Say how many texts of a package's catalogs are taken for letters of a wrong encoding."""
    spec = find_spec(package)
    files = sorted(Path(spec.origin).parent.rglob("*.po")) if spec and spec.origin else []
    if not files:
        return f"TXT015 over the catalogs of {package}: skipped, none is installed here"
    check = RULES_BY_CODE["TXT015"].check
    assert check
    texts = told = 0
    for file in files:
        locale = file.parent.parent.name
        if not is_known_locale(locale):
            continue
        for entry in po.read(file.read_text(encoding="utf-8")):
            if entry.text and entry.translation:
                texts += 1
                told += any(
                    check(
                        Pair(
                            text=entry.text,
                            translation=entry.translation,
                            language=language_named(locale),
                            source_language=language_named("en"),
                        )
                    )
                )
    return f"TXT015 over the catalogs of {package}: {told} alarms in {texts:,} texts"

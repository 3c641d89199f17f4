"""What no rule judges, because nobody has recorded a list: derived from the data, and told."""

import pytest

from pipeline.check.rules import PAIR_RULES
from pipeline.check.unjudged import in_words, not_judged, not_judged_in
from pipeline.parse.article import parse_article
from pipeline.project import Project
from pipeline.records import language
from pipeline.records.dialling import dialling_row
from pipeline.records.glossary import Term, terms_of
from pipeline.records.in_force import data_file
from pipeline.records.language import lists_missing
from tests.conftest import ARTICLE, ROOT
from tests.rows import each_row

TERM = Term(
    term="attachment",
    locale="sw",
    preferred="x",
    variants=(),
    forbidden=(),
    standing="proposed",
    note="",
    line=2,
)


def codes(locale: str, *terms: Term) -> list[str]:
    return [one.code for one in not_judged(locale, terms)]


WITHOUT_GUIDELINE = {"bn", "fil", "ht", "ne", "pa", "sw", "ur"}
"""Shipped languages in which no published guideline on speaking about suicide was found."""


def test_every_shipped_locale_is_judged_by_every_rule_that_has_a_source() -> None:
    project = Project.at(ROOT)
    terms = project.terms()[0]
    silent = {
        (name, one.code)
        for name in project.locales()
        for one in not_judged(name, terms_of(terms, name))
    }
    assert silent == {(name, "SAF010") for name in WITHOUT_GUIDELINE}


def test_a_language_without_rows_is_told_rule_by_rule() -> None:
    assert codes("sw") == ["SAF010", "TRM002", "TRM003"]
    assert codes("sw", TERM) == ["SAF010", "TRM003"]


def test_a_language_of_another_script_needs_names_too() -> None:
    assert {"CIT008", "CIT009"} <= set(codes("lo"))
    assert {"CIT008", "CIT009"}.isdisjoint(codes("nl"))


def test_a_language_that_nobody_has_recorded_lacks_all_lists() -> None:
    assert codes("lo") == [
        "CIT008",
        "CIT009",
        "SAF004",
        "SAF010",
        "SAF013",
        "TRM002",
        "TRM003",
        "TXT004",
        "TXT009",
        "TXT010",
        "TXT019",
    ]


def test_a_child_has_its_parents_lists() -> None:
    assert {"SAF010", "TXT009"}.isdisjoint(codes("es_MX"))


@each_row(
    ("locale", "is_judged"),
    [
        ("pa", True),
        ("pa_IN", True),
        ("pa_Arab", False),
        ("pa_PK", False),
        ("hi_Latn", False),
        ("zh_TW", True),
        ("zh_Hant_HK", True),
        ("sv_FI", True),
        ("nb", True),
        ("sr_Latn", False),
    ],
)
def test_what_is_on_record_in_another_script_judges_nothing(locale: str, is_judged: bool) -> None:
    lists = dict(lists_missing(locale))
    assert ("dialling" not in lists) is is_judged
    assert ("words or letters" not in lists) is is_judged


@each_row(
    ("locale", "names"),
    [
        ("sr", "нула један два"),
        ("sr_Latn", "nula jedan dva"),
        ("hi_Latn", ""),
        ("uz_Cyrl", ""),
        ("pa_Arab", ""),
        ("ms", "kosong satu dua"),
        ("ms_Arab", ""),
    ],
)
def test_names_of_digits_by_rules_are_in_the_locales_letters(locale: str, names: str) -> None:
    row = dialling_row(locale)
    assert row.get("digits", "").startswith(names)
    assert bool(row) is bool(names)
    assert ("numerals" in dict(lists_missing(locale))) is not bool(names)


def test_it_comes_from_the_data_and_from_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = data_file
    monkeypatch.setattr(
        language,
        "data_file",
        lambda name: {
            key: row for key, row in whole(name).items() if (name, key) != ("safety", "es")
        },
    )
    assert "SAF010" in codes("es")
    assert "SAF010" not in codes("fr")


def test_every_list_that_a_rule_rests_on_can_be_missing() -> None:
    named = {name for rule in PAIR_RULES for name in rule.rests_on}
    assert named == {*lists_missing("ti"), *lists_missing("ti", (TERM,))}


def test_an_article_in_another_language_may_lack_its_crisis_note_unseen() -> None:
    english, _ = parse_article(ARTICLE, "source/a.md")
    spanish, _ = parse_article(ARTICLE.replace("language: en", "language: es"), "source/a.md")
    assert english
    assert spanish
    assert not list(not_judged_in(english))
    assert [one.code for one in not_judged_in(spanish)] == ["SAF009"]


def test_a_missing_list_is_told_once_with_all_its_rules() -> None:
    lines = list(in_words(not_judged("sw", ())))
    assert lines == [
        "sw: SAF010 unsafe wording about suicide",
        "    [[sw]] in pipeline/records/data/safety.toml: without it no unsafe wording is found",
        "sw: TRM002 term not as in the glossary, TRM003 term that means something else",
        "    rows for sw in locales/glossary.csv: without them no term is compared",
    ]

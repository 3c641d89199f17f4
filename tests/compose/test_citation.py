"""In-text citations as each locale prints them."""

import pytest

from pipeline.check.writing import scripts_in
from pipeline.compose.citation import citation_text, printed_citation
from pipeline.parse.citation import parse_citation
from pipeline.project import Project
from pipeline.records.csl_terms import LOCATORS
from pipeline.records.typography import citation_form, script_of
from pipeline.values.citation import Reference
from pipeline.values.errors import PolyleafError
from tests.conftest import ROOT
from tests.rows import each_row

WORKS = {
    key: Reference(key=key, surnames=surnames, year=year, record={})
    for key, surnames, year in [
        ("one", ("Beck",), "1967"),
        ("two", ("Gross", "Muñoz"), "1995"),
        ("three", ("Wei", "Heppner", "Mallinckrodt"), "2003"),
    ]
}


@each_row(
    ("locale", "citation", "shown"),
    [
        ("en", "@one", "(Beck, 1967)"),
        ("en", "@two", "(Gross & Muñoz, 1995)"),
        ("es", "@two", "(Gross y Muñoz, 1995)"),
        ("es_MX", "@three", "(Wei et\u00a0al., 2003)"),
        ("ar", "@two", "(Gross و\u00a0Muñoz، 1995)"),
        ("ar", "@three", "(Wei وآخرون، 2003)"),
        ("ar", "-@one", "(1967)"),
        ("en", "@one, p. 12; @two", "(Beck, 1967, p.\u00a012; Gross & Muñoz, 1995)"),
        ("es", "@one, para. 2", "(Beck, 1967, párr.\u00a02)"),
        ("es", "@one, cap. 4", "(Beck, 1967, cap.\u00a04)"),
        ("en", "@one, pp. 12-15", "(Beck, 1967, pp.\u00a012–15)"),
        ("ar", "@one, pp. 12-15", "(Beck، 1967، ص\u00a012–15)"),
        ("zh_Hans", "@one, chap. 4", "（Beck，1967，第4章）"),
        ("ja", "@one, p. 12", "（Beck, 1967, 12ページ）"),
        ("ur", "@one, p. 12", "(Beck، 1967، ص\u00a012)"),
        ("pa", "@one, p. 12", "(Beck, 1967, ਪੰਨਾ\u00a012)"),
        ("bn", "@one, tbl. 3", "(Beck, 1967, সারণি\u00a03)"),
        ("ht", "@one, pp. 12-15", "(Beck, 1967, paj\u00a012–15)"),
        ("sw", "@one, chap. 4", "(Beck, 1967, sura\u00a0ya\u00a04)"),
        ("ar", "@one, table 3", "(Beck، 1967، جدول\u00a03)"),
        ("en", "@one, the end", "(Beck, 1967, the end)"),
        ("ar", "@one; -@two", "(Beck، 1967؛ 1995)"),
    ],
)
def test_a_citation_reads_as_the_locale_writes_it(locale: str, citation: str, shown: str) -> None:
    parsed = parse_citation(citation)
    assert parsed
    assert citation_text(printed_citation(parsed, WORKS, citation_form(locale))) == shown


def test_surnames_and_years_keep_their_own_direction() -> None:
    parsed = parse_citation("@two")
    assert parsed
    pieces = printed_citation(parsed, WORKS, citation_form("ar"))
    assert [piece.text for piece in pieces if piece.name] == ["Gross", "Muñoz", "1995"]


SHIPPED = Project.at(ROOT).locales()
LIKE_ENGLISH = {"es": 3, "it": 3, "nl": 4, "pl": 1, "pt_BR": 1, "pt_PT": 3, "ro": 3}
"""How many of a language's words for places are those of English: p., v., vol. and s.v."""


def _words(locale: str) -> dict[str, tuple[str, str]]:
    forms = citation_form(locale).locators
    return {
        name: (one.strip("{}\u00a0"), more.strip("{}\u00a0")) for name, (one, more) in forms.items()
    }


@each_row("locale", SHIPPED)
def test_a_place_in_a_work_is_said_in_the_language_of_the_sheet(locale: str) -> None:
    words, english = _words(locale), _words("en")
    assert set(words) == set(LOCATORS) - {"timestamp"}, "a number of minutes says what it is"
    like = [name for name, word in words.items() if word == english[name]]
    assert len(like) == LIKE_ENGLISH.get(locale, 0), like
    own = script_of(locale)
    for name, (one, more) in words.items():
        scripts = scripts_in(one + more)
        assert own == "Latn" or "Latn" not in scripts, (name, one)
        assert own == "Arab" or "Arab" not in scripts, (name, one)


@each_row(
    ("locale", "parent"),
    [("zh_Hant_HK", "zh_Hant"), ("fa_AF", "fa"), ("pt_AO", "pt_PT"), ("de_AT", "de")],
)
def test_a_child_cites_in_its_parents_words(locale: str, parent: str) -> None:
    child, own = citation_form(locale), citation_form(parent)
    assert (child.et_al, child.last_and, child.locators["page"]) == (
        own.et_al,
        own.last_and,
        own.locators["page"],
    )


def test_a_language_in_another_script_has_no_words_of_the_usual_one() -> None:
    with pytest.raises(PolyleafError):
        citation_form("pa_Arab")

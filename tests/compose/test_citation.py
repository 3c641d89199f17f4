"""In-text citations as each locale prints them."""

import pytest

from pipeline.compose.citation import citation_text, printed_citation
from pipeline.parse.citation import parse_citation
from pipeline.records.typography import citation_form
from pipeline.values.citation import Reference

WORKS = {
    key: Reference(key=key, surnames=surnames, year=year, record={})
    for key, surnames, year in [
        ("one", ("Beck",), "1967"),
        ("two", ("Gross", "Muñoz"), "1995"),
        ("three", ("Wei", "Heppner", "Mallinckrodt"), "2003"),
    ]
}


@pytest.mark.parametrize(
    ("locale", "citation", "shown"),
    [
        ("en", "@one", "(Beck, 1967)"),
        ("en", "@two", "(Gross & Muñoz, 1995)"),
        ("es", "@two", "(Gross y Muñoz, 1995)"),
        ("es_MX", "@three", "(Wei et\u00a0al., 2003)"),
        ("ar", "@two", "(Gross و Muñoz، 1995)"),
        ("ar", "@three", "(Wei وآخرون، 2003)"),
        ("ar", "-@one", "(1967)"),
        ("en", "@one, p. 12; @two", "(Beck, 1967, p.\u00a012; Gross & Muñoz, 1995)"),
        ("es", "@one, para. 2", "(Beck, 1967, párr.\u00a02)"),
        ("es", "@one, cap. 4", "(Beck, 1967, cap.\u00a04)"),
        ("en", "@one, pp. 12-15", "(Beck, 1967, pp.\u00a012–15)"),
        ("ar", "@one, pp. 12-15", "(Beck، 1967، ص\u00a012–15)"),
        ("zh_Hans", "@one, chap. 4", "（Beck，1967，第4章）"),
        ("ja", "@one, p. 12", "（Beck, 1967, 12ページ）"),
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

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.parse.citation import parse_citation
from pipeline.parse.inline import parse_inline
from pipeline.values.article import walk_inlines
from pipeline.values.citation import Citation, Cite
from tests.rows import each_row

KEYS = st.from_regex(r"[A-Za-z0-9_][A-Za-z0-9_:.-]{0,8}", fullmatch=True)
LOCATORS = st.one_of(
    st.just(""), st.from_regex(r"(pp?|chap)\. [0-9]{1,3}(–[0-9]{1,3})?", fullmatch=True)
)
CITATIONS = st.builds(
    lambda cites: Citation(cites=tuple(cites)),
    st.lists(
        st.builds(Cite, key=KEYS, year_only=st.booleans(), locator=LOCATORS),
        min_size=1,
        max_size=4,
    ),
)


def citations(text: str) -> list[str]:
    return [str(i.citation) for i in walk_inlines(parse_inline(text)) if i.citation]


@each_row(
    ("text", "cites"),
    [
        ("@beck1967", [Cite(key="beck1967")]),
        ("-@joiner2005", [Cite(key="joiner2005", year_only=True)]),
        ("@beck1967, p. 12", [Cite(key="beck1967", locator="p. 12")]),
        ("@beck1967,pp. 12, 14", [Cite(key="beck1967", locator="pp. 12, 14")]),
        ("@a; -@b, p. 2", [Cite(key="a"), Cite(key="b", year_only=True, locator="p. 2")]),
        ("@a؛ @b، ص. ٢", [Cite(key="a"), Cite(key="b", locator="ص. ٢")]),
        ("@a，第2页；@b", [Cite(key="a", locator="第2页"), Cite(key="b")]),
        (" @a ;\n@b ", [Cite(key="a"), Cite(key="b")]),
    ],
)
def test_each_form_of_a_citation_is_read(text: str, cites: list[Cite]) -> None:
    assert parse_citation(text) == Citation(cites=tuple(cites))


@each_row("text", ["", "@", "beck1967", "@a;", ";@a", "@a @b", "@a p. 2", "--@a", "@ a", "@a;;@b"])
def test_what_is_no_citation_is_not_read(text: str) -> None:
    assert parse_citation(text) is None


def test_a_locator_has_words() -> None:
    assert parse_citation("@a, ") is None


@settings(deadline=None)
@given(CITATIONS)
def test_a_citation_reads_back_as_it_is_written(citation: Citation) -> None:
    assert parse_citation(str(citation)[1:-1]) == citation
    (inline,) = parse_inline(str(citation))
    assert inline.citation == citation


@each_row(
    "text",
    [
        "[@beck1967](https://example.org)",
        "*so [@beck1967]*",
        "[a link [@beck1967]](https://example.org)",
        "([@beck1967])",
        "text[@beck1967]text",
        "[[@beck1967]]",
        "ب [@beck1967] ب",
    ],
)
def test_a_citation_is_found_in_the_midst_of_other_text(text: str) -> None:
    assert citations(text) == ["[@beck1967]"]


@each_row("text", [r"\[@beck1967]", "`[@beck1967]`", "[me@example.org]", "@beck1967"])
def test_what_only_resembles_a_citation_is_text(text: str) -> None:
    assert citations(text) == []
    assert {i.kind for i in parse_inline(text)} <= {"text", "code"}


def test_a_definition_of_a_link_cannot_take_a_citations_place() -> None:
    definitions = {"@BECK1967": {"href": "https://example.org", "title": "", "map": [0, 1]}}
    (inline,) = parse_inline("[@beck1967]", definitions)
    assert inline.kind == "citation"


@each_row("text", ["[@beck1967", "[@a;]", "[-@]", "*[@a b]*"])
def test_a_malformed_citation_is_kept_apart_from_text(text: str) -> None:
    assert "bad_citation" in [i.kind for i in walk_inlines(parse_inline(text))]


def test_a_malformed_citation_does_not_hide_the_next_one() -> None:
    assert citations("[@a b] and [@beck1967]") == ["[@beck1967]"]

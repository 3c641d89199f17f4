import pytest

from pipeline.project import Project
from pipeline.records.glossary import Term, read_glossary, terms_of
from pipeline.records.typography import is_known_locale
from pipeline.values.finding import Finding
from tests.conftest import ROOT
from tests.rows import each_row

HEAD = "term,locale,preferred,variants,forbidden,standing,note"
PATH = "locales/glossary.csv"


def glossary(*rows: str, head: str = HEAD) -> tuple[tuple[Term, ...], list[Finding]]:
    return read_glossary("".join(f"{row}\n" for row in (head, *rows)), PATH)


def only(findings: list[Finding]) -> Finding:
    assert len(findings) == 1
    assert findings[0].code == "TRM001"
    assert findings[0].path == PATH
    assert findings[0].is_error
    assert findings[0].fix
    return findings[0]


def test_a_whole_row_is_read() -> None:
    terms, findings = glossary(
        'attachment (psychology),es,apego,vínculo; ligazón ;,adjunto;anexo ; ,attested,"a, b"'
    )
    assert findings == []
    assert terms == (
        Term(
            term="attachment (psychology)",
            locale="es",
            preferred="apego",
            variants=("vínculo", "ligazón"),
            forbidden=("adjunto", "anexo"),
            standing="attested",
            note="a, b",
            line=2,
        ),
    )


def test_a_row_needs_neither_variants_forbidden_forms_nor_note() -> None:
    terms, findings = glossary("mood,es,ánimo,,,proposed,")
    assert findings == []
    assert (terms[0].variants, terms[0].forbidden) == ((), ())


@each_row("standing", ["attested", "standard", "proposed"])
def test_each_standing_is_known(standing: str) -> None:
    terms, findings = glossary(f"mood,es,ánimo,,,{standing},")
    assert findings == []
    assert terms[0].standing == standing


@each_row("standing", ["", "Attested", "good"])
def test_another_standing_is_a_finding(standing: str) -> None:
    finding = only(glossary("sleep,es,sueño,,,standard,", f"mood,es,ánimo,,,{standing},")[1])
    assert finding.line == 3
    assert f"'{standing}'" in finding.message


@each_row("row", [",es,ánimo,,,standard,", "mood,,ánimo,,,standard,", "mood,es,,,,x,"])
def test_a_row_that_says_nothing_is_a_finding_and_no_term(row: str) -> None:
    terms, findings = glossary(row)
    assert terms == ()
    assert "empty" in only(findings).message


@pytest.mark.parametrize("row", ["mood,es,ánimo,,,standard", "mood,es,ánimo,,,standard,a,b"])
def test_a_row_of_another_width_is_a_finding_and_no_term(row: str) -> None:
    terms, findings = glossary("sleep,es,sueño,,,standard,", row)
    assert [term.term for term in terms] == ["sleep"]
    assert only(findings).line == 3
    assert only(findings).message == f"the row has {row.count(',') + 1} cells in place of 7"


def test_a_table_with_tabs_is_called_one() -> None:
    assert "not tabs" in only(glossary(head=HEAD.replace(",", "\t"))[1]).fix


@each_row(
    "head",
    [
        "",
        "term,locale,preferred",
        "term;locale;preferred",
        HEAD.upper(),
        f"{HEAD},by",
        HEAD.replace("forbidden,", ""),
    ],
)
def test_other_columns_are_one_finding_and_no_terms(head: str) -> None:
    terms, findings = glossary("mood,es,ánimo,,,standard,", head=head)
    assert terms == ()
    assert only(findings).line == 1


def test_an_empty_file_is_one_finding() -> None:
    terms, findings = read_glossary("", PATH)
    assert terms == ()
    assert HEAD in only(findings).fix


@pytest.mark.parametrize("row", ['mood,es,"ánimo,,,standard,', 'mood,es,"áni"mo,,,standard,'])
def test_what_is_not_csv_is_a_finding(row: str) -> None:
    terms, findings = glossary("sleep,es,sueño,,,standard,", row)
    assert [term.term for term in terms] == ["sleep"]
    assert "not CSV" in only(findings).message
    assert only(findings).line == 3


def test_every_wrong_row_is_reported_in_one_run() -> None:
    findings = glossary("mood,es,,,,standard,", "sleep,es,sueño,,,good,", "x")[1]
    assert [finding.line for finding in findings] == [2, 3, 4]


PROJECT = Project.at(ROOT)


def test_the_shipped_glossary_is_clean_and_names_locales() -> None:
    terms, findings = PROJECT.terms()
    assert findings == []
    assert terms
    assert all(is_known_locale(term.locale) for term in terms)


def test_no_shipped_term_stands_twice_in_a_locale() -> None:
    keys = [(term.term, term.locale) for term in PROJECT.terms()[0]]
    assert len(keys) == len(set(keys))


def test_a_child_has_its_own_terms_and_its_parents_others() -> None:
    rows = glossary(
        "mood,fa,خلق,,,standard,",
        "emotion,fa,هیجان,,,standard,",
        "emotion,fa_AF,احساس,,,proposed,",
        "clinic,fa_AF,کلینیک,,,proposed,",
    )[0]
    found = {term.term: term.preferred for term in terms_of(rows, "fa_AF")}
    assert found == {"emotion": "احساس", "clinic": "کلینیک", "mood": "خلق"}
    assert {term.term for term in terms_of(rows, "fa")} == {"mood", "emotion"}


@pytest.mark.parametrize("locale", ["hi", "fa_AF"])
def test_later_locales_have_terms_too(locale: str) -> None:
    assert len(terms_of(PROJECT.terms()[0], locale)) >= 30


def test_attested_terms_that_were_added_name_a_source() -> None:
    first = {term.term for term in PROJECT.terms()[0] if term.locale == "pt_PT"}
    added = [term for term in PROJECT.terms()[0] if term.term not in first]
    assert all(term.note for term in added if term.standing == "attested")

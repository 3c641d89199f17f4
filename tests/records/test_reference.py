import copy
from typing import Any

import pytest

from pipeline.project import Project
from pipeline.records.reference import read_references
from pipeline.values.citation import Dating, Reference
from pipeline.values.finding import Finding, Severity
from tests.conftest import ROOT
from tests.rows import each_row

PATH = "source/references.json"

BOOK: dict[str, Any] = {
    "id": "beck1967",
    "type": "book",
    "author": [{"family": "Beck", "given": "Aaron T."}],
    "issued": {"date-parts": [[1967]]},
    "title": "Depression",
}


def read(entries: Any) -> tuple[dict[str, Reference], list[Finding]]:
    return read_references(entries, PATH)


def named(findings: list[Finding]) -> list[str]:
    assert {(finding.code, finding.path) for finding in findings} <= {("SRC013", PATH)}
    return [finding.message.partition(": ")[0] for finding in findings]


def book(**changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(BOOK), **changes}


def test_a_whole_reference_is_read() -> None:
    references, findings = read([BOOK])
    assert findings == []
    assert references == {
        "beck1967": Reference(
            key="beck1967",
            surnames=("Beck",),
            initials=("A. T.",),
            year="1967",
            dated=Dating(parts=((1967,),)),
            title="Depression",
            record=BOOK,
        )
    }


def test_surnames_keep_their_particle_and_institutions_their_name() -> None:
    authors = [
        {"family": "Beek", "non-dropping-particle": "van der"},
        {"literal": "World Health Organization"},
    ]
    references, findings = read([book(author=authors)])
    assert findings == []
    assert references["beck1967"].surnames == ("van der Beek", "World Health Organization")


@pytest.mark.parametrize("date", [{"date-parts": [["1967"]]}, {"date-parts": [[1967, 5, 1]]}])
def test_a_year_may_be_a_text_and_may_have_a_month(date: Any) -> None:
    references, findings = read([book(issued=date)])
    assert findings == []
    assert references["beck1967"].year == "1967"


@each_row("name", ["id", "type", "title"])
def test_a_missing_field_is_named_by_its_path(name: str) -> None:
    entry = book()
    del entry[name]
    assert named(read([BOOK | {"id": "other"}, entry])[1]) == [f"[1].{name}"]


@each_row(
    ("name", "value"),
    [
        ("id", "beck 1967"),
        ("id", "beck;1967"),
        ("id", 1967),
        ("author", []),
        ("author", "Beck"),
        ("title", ""),
        ("title", 1),
        ("issued", "sixty-seven"),
        ("issued", {"date-parts": [[67]]}),
        ("issued", {"date-parts": []}),
        ("issued", {"raw": "the sixties"}),
        ("issued", {"date-parts": [[2016, None]]}),
        ("issued", {"date-parts": [[2009], {}]}),
        ("issued", {"date-parts": [[2009, 13]]}),
        ("issued", {"date-parts": [[True]]}),
        ("accessed", {"date-parts": [[2016, None]]}),
        ("type", "personal_communication"),
        ("type", "book-chapter"),
        ("volume", ["1"]),
        ("title", "A {M}ood"),
        ("title", "On \\emph{sleep}"),
        ("publisher", "Hill \\& Sons"),
        ("DOI", "n/a"),
        ("DOI", "https://example.org/10.1"),
        ("DOI", "10.1/ a"),
        ("title", "Waves of <mml:mi>x</mml:mi>"),
        ("page", "15-12"),
        ("URL", "http://localhost/a"),
        ("accessed", {"raw": "last week"}),
        ("type", "personal-communication"),
        ("URL", "https://example.org/a b"),
        ("URL", "file:///home/ana/mood.pdf"),
        ("URL", "C:\\Papers\\mood.pdf"),
        ("URL", "mood"),
    ],
)
def test_a_wrong_field_is_named_by_its_path(name: str, value: Any) -> None:
    assert set(named(read([book(**{name: value})])[1])) == {f"[0].{name}"}


def test_an_author_without_surname_is_named_by_its_path() -> None:
    assert named(read([book(author=[{"family": "Beck"}, {"given": "Ana"}])])[1]) == [
        "[0].author[1].family"
    ]


@each_row(
    ("people", "place"),
    [
        ([{"family": "Li"}, {"given": "Ana"}], "[1].family"),
        ([{"family": "Li", "given": False}], "[0].given"),
        ([{"family": "Li", "suffix": 3}], "[0].suffix"),
        (["Li"], "[0]"),
        ([{}], "[0].family"),
        ([{"family": "Li"}, {"literal": "et al."}], "[1]"),
        ([{"family": "Li"}, {"family": "others"}], "[1]"),
        ([{"family": "Li"}, {"literal": "…"}], "[1]"),
        ([{"literal": "Li et al."}], "[0]"),
        ([{"family": "Li", "given": "W., et al."}], "[0]"),
        ([{"literal": "Li, W., & Roe, A."}], "[0].literal"),
        ([{"literal": "Li, W.; Roe, A."}], "[0].literal"),
        ([{"family": "Li, Wei"}], "[0].family"),
        ([{"family": "van der Kolk, Bessel"}], "[0].family"),
        ([{"family": "Li", "given": "Wei, PhD"}], "[0].given"),
        ([{"family": "Li", "given": "Wei", "suffix": "PhD"}], "[0].suffix"),
        ([{"family": "<i>Li</i>", "given": "Wei"}], "[0]"),
    ],
)
@each_row("field", ["author", "editor", "translator"])
def test_a_person_that_cannot_be_printed_is_named(field: str, people: Any, place: str) -> None:
    assert named(read([book(**{field: people})])[1]) == [f"[0].{field}{place}"]


@each_row(
    "person",
    [
        {"literal": "Department of Health, Education, and Welfare"},
        {"literal": "Hill & Sons, Inc."},
        {"family": "Hill, Inc."},
        {"family": "Li", "given": "Wei-Na"},
        {"literal": "Royal College of Psychiatrists, Faculty of Old Age"},
        {"family": "Etalon"},
    ],
)
def test_a_name_with_a_comma_may_be_one(person: dict[str, str]) -> None:
    assert read([book(author=[person])])[1] == []


@each_row(
    ("person", "surname", "initials"),
    [
        ({"family": "King Jr.", "given": "Martin Luther"}, "King", "M. L."),
        ({"family": "King", "given": "Martin L., Jr."}, "King", "M. L."),
        ({"family": "Beck", "given": "AT"}, "Beck", "A. T."),
        ({"family": "LI", "given": "NA"}, "LI", "N."),
        ({"family": "Li", "given": "Na"}, "Li", "N."),
        ({"family": "Mar&iacute;n", "given": "Jos&eacute; A"}, "Marín", "J. A."),
    ],
)
def test_each_part_of_a_name_is_read_as_what_it_is(
    person: dict[str, str], surname: str, initials: str
) -> None:
    reference = read([book(author=[person])])[0]["beck1967"]
    assert (reference.surnames, reference.initials) == ((surname,), (initials,))


def test_a_work_without_author_or_year_can_be_cited() -> None:
    entry = {"id": "a", "type": "webpage", "title": "Sleep <i>and</i> R&amp;D"}
    references, findings = read([entry])
    assert findings == []
    assert (references["a"].surnames, references["a"].year) == ((), "")
    assert references["a"].title == "Sleep and R&D"


@each_row(
    ("title", "short"),
    [
        ("Sleep", "Sleep"),
        ("A very long title about sleep: What is known of it", "A very long title about sleep"),
        (
            "A very long title about sleep that never comes to an end",
            "A very long title about sleep that never",
        ),
        ("x" * 60, "x" * 40),
        ("The “happy” mood", "The ‘happy’ mood"),
        ('The "happy" mood', "The ‘happy’ mood"),
        ("Where a<b and c>d", "Where a<b and c>d"),
    ],
)
def test_of_a_long_title_the_first_words_are_cited(title: str, short: str) -> None:
    assert read([{"id": "a", "type": "webpage", "title": title}])[0]["a"].title == short


def test_editors_stand_for_authors_that_a_work_has_not() -> None:
    entry = book(editor=[{"family": "Li", "given": "Wei-Na"}])
    del entry["author"]
    references, findings = read([entry])
    assert findings == []
    assert (references["beck1967"].surnames, references["beck1967"].initials) == (
        ("Li",),
        ("W.-N.",),
    )


def test_what_a_reference_manager_adds_is_left_alone() -> None:
    entry = book(note="lent to Ana", custom={"x": 1}, categories=["a"], journalAbbreviation="D.")
    assert read([entry])[1] == []


def test_what_a_registry_says_besides_is_left_alone() -> None:
    entry = book(
        ISSN=["1234-5678"],
        subject=["Mood"],
        indexed={"date-parts": [[2022, None]]},
        funder=[{"name": "Hill"}],
        abstract="A \u202eword",
        **{"original-date": {"literal": "ca. 1960"}, "collection-editor": [{}]},
    )
    assert read([entry])[1] == []


@each_row(
    ("name", "value"),
    [
        ("title", "Living with {curly} braces"),
        ("title", "Mood: a/b testing, 50 % & more"),
        ("DOI", "https://doi.org/10.1037/a"),
        ("DOI", "doi:10.1037/a"),
        ("DOI", "10.1002%2F(SICI)1097-4679"),
        ("page", "123-5"),
        ("page", "S12–S15"),
        ("URL", "www.example.org/a"),
        ("URL", "example.org:8080/a"),
        ("URL", "HTTPS://example.org/ä?b=(c)#d"),
        ("URL", ""),
    ],
)
def test_a_right_field_is_not_told(name: str, value: str) -> None:
    assert read([book(**{name: value})])[1] == []


@each_row(
    ("called", "own"),
    [
        ("journal-article", "article-journal"),
        ("journalArticle", "article-journal"),
        ("book-chapter", "chapter"),
        ("inproceedings", "paper-conference"),
        ("posted-content", "article"),
        ("misc", "document"),
        ("web-page", "webpage"),
        ("Book", "book"),
    ],
)
def test_a_type_of_another_list_is_told_with_the_right_one(called: str, own: str) -> None:
    (finding,) = read([book(type=called)])[1]
    assert finding.fix == f"write '{own}'"


def test_a_key_that_is_a_number_is_told_as_json_has_it() -> None:
    (finding,) = read([book(id=12)])[1]
    assert finding.fix == 'put it in quotation marks: "id": "12"'


@each_row(
    ("particle", "family", "shown"),
    [
        ("d’", "Alembert", "d’Alembert"),
        ("al-", "Hakim", "al-Hakim"),
        ("van der", "Kolk", "van der Kolk"),
    ],
)
def test_a_particle_stands_as_it_is_written(particle: str, family: str, shown: str) -> None:
    author = [{"family": family, "non-dropping-particle": particle}]
    assert read([book(author=author)])[0]["beck1967"].surnames == (shown,)


def test_a_raised_figure_of_a_title_is_never_read_as_part_of_a_number() -> None:
    entry = {"id": "a", "type": "webpage", "title": "10<sup>3</sup> nights."}
    assert read([entry])[0]["a"].title == "10³ nights"


def test_keys_that_differ_in_case_are_two_works() -> None:
    assert set(read([book(id="WHO2020"), book(id="who2020")])[0]) == {"WHO2020", "who2020"}


def test_a_fault_in_a_work_that_nobody_cites_is_a_warning() -> None:
    wrong = [book(title=""), book(id="other", title="")]
    findings = read_references(wrong, PATH, {"other"})[1]
    assert [finding.severity for finding in findings] == [Severity.WARNING, Severity.ERROR]


def test_a_key_that_stands_twice_is_named() -> None:
    assert named(read([BOOK, BOOK])[1]) == ["[1].id"]


@each_row("entries", [{}, "text", 3, None])
def test_a_file_that_is_no_list_is_refused(entries: Any) -> None:
    assert len(read(entries)[1]) == 1


def test_an_entry_that_is_no_record_is_named() -> None:
    (finding,) = read([BOOK, "Beck 1967"])[1]
    assert "[1]" in finding.message


def test_all_wrong_entries_are_reported_in_one_run() -> None:
    assert named(read([book(title=""), book(id="other", issued={})])[1]) == [
        "[0].title",
        "[1].issued",
    ]


def test_the_shipped_references_are_clean_and_carry_no_private_note() -> None:
    references, findings = Project.at(ROOT).references()
    assert findings == []
    assert {"beck1967", "joiner2005", "coyne1976"} <= set(references)
    assert all("note" not in reference.record for reference in references.values())


@each_row(
    ("field", "value"),
    [
        ("title", "\u202eMood and sleep"),
        ("container-title", "Journal \u0600٥"),
        ("author", [{"family": "Beck\u200b", "given": "Aaron"}]),
        ("publisher", "Hill\ufffc"),
    ],
)
def test_a_character_that_prints_otherwise_is_named(field: str, value: Any) -> None:
    beck = {"author": [{"family": "Beck", "given": "Aaron"}], "issued": {"date-parts": [[1967]]}}
    work = {"id": "beck1967", "type": "book", "title": "Mood", **beck, field: value}
    _, findings = read_references([work], "source/references.json")
    assert [("U+" in one.message, field in one.message) for one in findings] == [(True, True)]

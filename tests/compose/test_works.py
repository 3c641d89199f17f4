"""Works that would read alike, told apart in the text and in the list."""

import json
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.compose.bibliography import reference_list
from pipeline.compose.citation import citation_text, printed_citation
from pipeline.compose.works import told_apart
from pipeline.parse.citation import parse_citation
from pipeline.records.in_force import data_file
from pipeline.records.reference import read_references
from pipeline.records.typography import citation_form, script_of
from tests.rows import each_row


def work(key: str, authors: Sequence[str], year: int = 0, **fields: Any) -> dict[str, Any]:
    """Make a record; an author is ``Smith, Kate`` or an organisation without a comma."""
    people = [
        dict(zip(("family", "given"), name.split(", "), strict=True))
        if ", " in name
        else {"literal": name}
        for name in authors
    ]
    return {
        "id": key,
        "type": "book",
        "title": f"Book {key}",
        **({"author": people} if people else {}),
        **({"issued": {"date-parts": [[year]]}} if year else {}),
        **fields,
    }


def printed(records: list[dict[str, Any]], locale: str = "en") -> dict[str, str]:
    references, findings = read_references(records, "references.json")
    assert findings == []
    works = {one.key: one for one in told_apart(references.values())}
    shown = {}
    for key in references:
        citation = parse_citation(f"@{key}")
        assert citation
        shown[key] = citation_text(printed_citation(citation, works, citation_form(locale)))
    return shown


def listed(records: list[dict[str, Any]]) -> list[str]:
    references, findings = read_references(records, "references.json")
    assert findings == []
    return [str(entry) for entry in reference_list(told_apart(references.values()))]


def test_works_of_the_same_authors_and_year_get_letters_in_text_and_list_alike() -> None:
    records = [
        work("second", ["World Health Organization"], 2023, title="The report on walking"),
        work("first", ["World Health Organization"], 2023, title="A report on sleep"),
        work("other", ["World Health Organization"], 2022),
    ]
    assert printed(records) == {
        "second": "(World Health Organization, 2023b)",
        "first": "(World Health Organization, 2023a)",
        "other": "(World Health Organization, 2022)",
    }
    assert listed(records) == [
        "World Health Organization. (2022). <i>Book other</i>.",
        "World Health Organization. (2023a). <i>A report on sleep</i>.",
        "World Health Organization. (2023b). <i>The report on walking</i>.",
    ]


WHO_WROTE = [
    ({"author": [{"literal": "World Health Organization"}]}, "World Health Organization. (2023)"),
    ({"author": [{"literal": "Hill & Sons, Inc."}]}, "Hill &amp; Sons, Inc. (2023)"),
    ({"author": [{"literal": "Who?"}]}, "Who? (2023)"),
    ({"author": [{"literal": "日本精神神経学会"}]}, "日本精神神経学会. (2023)"),
    ({"author": [{"literal": "وزارة الصحة"}]}, "وزارة الصحة. (2023)"),
    ({"author": [{"family": "Plato"}]}, "Plato. (2023)"),
    ({"author": [{"family": "Beck", "given": "Aaron T."}]}, "Beck, A. T. (2023)"),
    ({"author": [{"family": "King", "given": "M.", "suffix": "Jr."}]}, "King, M., Jr. (2023)"),
    ({"author": [{"family": "Kao", "given": "H.-Y."}]}, "Kao, H.-Y. (2023)"),
    ({"author": [{"family": "Cantin", "given": "Pierre-luc"}]}, "Cantin, P.-L. (2023)"),
    ({"author": [{"family": "Li", "given": "shuang"}]}, "Li, S. (2023)"),
    ({"author": [{"family": "Hill", "given": "A.G. de G."}]}, "Hill, A. G. de G. (2023)"),
    ({"author": [{"family": "Hill Press", "given": "."}]}, "Hill Press. (2023)"),
    ({"author": [{"family": "حسن", "given": "محمد علي"}]}, "حسن, محمد علي. (2023)"),
    ({"author": [{"family": "Kim", "given": "민수"}]}, "Kim, 민수. (2023)"),
    ({"editor": [{"family": "Smith", "given": "Jo"}]}, "Smith, J. (Ed.). (2023)"),
    ({"editor": [{"literal": "Hill Press"}]}, "Hill Press (Ed.). (2023)"),
    ({}, "<i>Moods</i>. (2023)"),
    ({"title": "Is it a mood?"}, "<i>Is it a mood?</i> (2023)"),
]


@each_row(("fields", "entry"), WHO_WROTE)
def test_a_full_stop_ends_who_wrote_a_work(fields: dict[str, Any], entry: str) -> None:
    # APA Style, 7th edition, 9.12, and 9.7 for initials, which some scripts have none of.
    record = {"id": "a", "type": "book", "title": "Moods", "issued": {"date-parts": [[2023]]}}
    (printed,) = listed([{**record, **fields}])
    assert re.sub("</?bdi[^>]*>", "", printed).startswith(f"{entry}.")


def test_letters_follow_the_day_where_the_list_prints_it() -> None:
    may, june = ({"date-parts": [[2022, month, 1]]} for month in (5, 6))
    records = [
        work("a", ["Li, Wei"], type="webpage", title="A page", issued=june),
        work("z", ["Li, Wei"], type="webpage", title="Z page", issued=may),
    ]
    assert printed(records) == {"a": "(Li, 2022b)", "z": "(Li, 2022a)"}
    assert [entry.partition(".  ")[0][:22] for entry in listed(records)] == [
        "Li, W. (2022a, May 1).",
        "Li, W. (2022b, June 1)",
    ]


def test_authors_who_share_a_surname_get_their_initials() -> None:
    records = [work("j", ["Smith, John"], 2020), work("k", ["Smith, Kate Ann"], 2019)]
    assert printed(records) == {"j": "(J. Smith, 2020)", "k": "(K. A. Smith, 2019)"}


def test_a_work_of_several_years_has_both_in_text_and_list() -> None:
    records = [
        work(key, ["Li, Wei"], issued={"date-parts": [[2014], [2016]]}, title=f"Book {key}")
        for key in "ab"
    ]
    assert printed(records) == {"a": "(Li, 2014–2016a)", "b": "(Li, 2014–2016b)"}
    assert [re.sub("</?span[^>]*>", "", one)[:21] for one in listed(records)] == [
        "Li, W. (2014–2016a). ",
        "Li, W. (2014–2016b). ",
    ]


def test_what_only_capitals_tell_apart_gets_letters_and_an_article_sorts_no_office() -> None:
    records = [work("a", ["de Waal, F"], 2020), work("b", ["De Waal, F"], 2020)]
    assert printed(records) == {"a": "(de Waal, 2020a)", "b": "(De Waal, 2020b)"}
    offices = [work("a", ["The Royal College"], 2020), work("b", ["Sage"], 2020)]
    assert [one[:7] for one in listed(offices)] == ["The Roy", "Sage. ("]


def test_lists_of_authors_that_shorten_alike_get_as_many_surnames_as_differ() -> None:
    records = [
        work("one", ["Wei, M", "Heppner, P", "Russell, D", "Young, S", "Abe, T"], 2003),
        work("two", ["Wei, M", "Heppner, P", "Mallinckrodt, B", "Ku, T", "Abe, T"], 2003),
        work("three", ["Wei, M", "Vogel, D", "Ku, T"], 2003),
    ]
    assert printed(records) == {
        "one": "(Wei, Heppner, Russell et\u00a0al., 2003)",
        "two": "(Wei, Heppner, Mallinckrodt et\u00a0al., 2003)",
        "three": "(Wei, Vogel, & Ku, 2003)",
    }


def test_a_work_without_author_is_cited_by_its_title_and_one_without_year_says_so() -> None:
    records = [
        work("dragonn", [], type="webpage", title="DragoNN", URL="https://example.org/d"),
        work("li", ["Li, Wei"], title="A book"),
        work("li2", ["Li, Wei"], title="Book two"),
    ]
    assert printed(records) == {
        "dragonn": "(“DragoNN”, n.d.)",
        "li": "(Li, n.d.-a)",
        "li2": "(Li, n.d.-b)",
    }
    assert printed(records, "es")["li"] == "(Li, s.\u00a0f.-a)"
    assert printed(records, "de")["dragonn"] == "(“DragoNN”, o.\u00a0J.)"
    assert listed(records) == [
        '<i>DragoNN</i>. (n.d.). <span class="url">https://example.org/d</span>',
        "Li, W. (n.d.-a). <i>A book</i>.",
        "Li, W. (n.d.-b). <i>Book two</i>.",
    ]


def test_the_list_is_sorted_without_regard_to_accents_case_and_particles() -> None:
    kolk = {"family": "Kolk", "given": "Bessel", "non-dropping-particle": "van der"}
    records = [
        work("z", ["Young, Al"], 2001),
        work("v", [], 2014, author=[kolk]),
        work("e", ["Étienne, Al"], 2001),
        work("f", ["Fox, Al"], 2001),
        work("u", ["Unger, Al"], 2001),
    ]
    others = ("Eda", "Łuk", "Lund", "Lea", "Øre", "O’Brien", "Oakes", "Đặng", "Duc")
    records += [work(f"k{place}", [f"{name}, Al"], 2001) for place, name in enumerate(others)]
    assert [entry.split(",")[0] for entry in listed(records)] == [
        *("Đặng", "Duc", "Eda", "Étienne", "Fox", "Lea", "Łuk", "Lund", "Oakes", "O’Brien", "Øre"),
        *("Unger", "van der Kolk", "Young"),
    ]


def test_names_from_right_to_left_keep_their_places_in_the_list() -> None:
    arabic = [{"family": "Al-Hakim", "given": "محمد"}, {"family": "عبد الله", "given": "سارة"}]
    (entry,) = listed([work("h", [], 2017, author=arabic, title="كتاب عن 24-7 ساعة")])
    assert (
        entry.replace('<bdi dir="rtl">', "[")
        .replace("</bdi>", "]")
        .startswith("Al-Hakim, [محمد], &amp; [عبد الله], [سارة]. (2017). <i>[")
    )
    assert entry.endswith('<bdi dir="rtl">كتاب عن <bdi dir="ltr">24-7</bdi> ساعة</bdi></i>.')


def test_keys_that_differ_in_case_are_both_listed() -> None:
    records = [work("WHO2020", ["Office One"], 2020), work("who2020", ["Office Two"], 2020)]
    assert len(listed(records)) == 2


def test_a_title_ends_with_one_sign_and_its_markup_is_set() -> None:
    assert listed(
        [work("a", ["Li, W"], 2010, title="Is it <i>really</i> so?", publisher="Hill & Sons")]
    ) == ["Li, W. (2010). <i>Is it <i>really</i> so?</i> Hill &amp; Sons."]
    assert listed([work("a", ["Li, W"], 2010, title="E <sup>2</sup> & <script>R&amp;D")]) == [
        "Li, W. (2010). <i>E ² &amp; &lt;script&gt;R&amp;D</i>."
    ]


def test_a_raised_or_lowered_figure_is_a_letter_of_its_own() -> None:
    title = "H<sub>2</sub>O, CO<sub>2</sub> and 10<sup>-3</sup> of n<sup>th</sup>"
    assert listed([work("a", ["Li, W"], 2010, title=title)]) == [
        "Li, W. (2010). <i>H₂O, CO₂ and 10⁻³ of n<sup>th</sup></i>."
    ]


@each_row(
    ("fields", "shown"),
    [
        (
            {"type": "webpage", "container-title": "Office", "URL": "https://example.org/a"},
            '<i>T</i>. Office. <span class="url">https://example.org/a</span>',
        ),
        (
            {"type": "report", "genre": "Technical Report", "number": "12", "publisher": "Office"},
            "<i>T</i> (Technical Report No. 12). Office.",
        ),
        (
            {"type": "article", "number": "1106.5730", "publisher": "arXiv"},
            "<i>T</i> (No. 1106.5730). arXiv.",
        ),
        (
            {"type": "thesis", "genre": "Doctoral dissertation", "publisher": "Hill University"},
            "<i>T</i> [Doctoral dissertation, Hill University].",
        ),
        (
            {"type": "dataset", "version": "v2", "publisher": "Office", "DOI": "10.1/x"},
            '<i>T</i> (Version 2) [Data set]. Office. <span class="doi">doi:10.1/x</span>',
        ),
        ({"type": "software", "publisher": "Office"}, "<i>T</i> [Computer software]. Office."),
        ({"type": "motion_picture", "publisher": "Studio"}, "<i>T</i> [Film]. Studio."),
        (
            {"type": "article-newspaper", "container-title": "The Post", "page": "3"},
            "T. <i>The Post</i>, 3.",
        ),
        (
            {"type": "entry-encyclopedia", "container-title": "Lexicon", "page": "3-4"},
            'T. In <i>Lexicon</i> <span class="whole">(pp. 3–4)</span>.',
        ),
        (
            {"type": "speech", "event": "Congress", "event-place": "Lima"},
            "<i>T</i> [Speech]. Congress, Lima.",
        ),
        ({"type": "legislation", "number": "24", "section": "3"}, "T (No. 24). 3."),
        ({"type": "book", "edition": "2", "volume": "1"}, "<i>T</i> (2nd ed., Vol. 1)."),
        ({"type": "book", "publisher": "Li, W"}, "<i>T</i>. Li, W."),
        (
            {
                "type": "chapter",
                "edition": "Third edition",
                "container-title": "Book",
                "page": "3-4",
                "translator": [{"family": "Doe", "given": "Ann"}],
            },
            'T (A. Doe, Trans.). In <i>Book</i> (3rd ed., pp. <span class="whole">3–4</span>).',
        ),
        ({"type": "book", "edition": "2e"}, '<i>T</i> <span class="whole">(2nd ed.)</span>.'),
        ({"type": "book", "edition": "Revised"}, "<i>T</i> (Revised)."),
        (
            {"type": "article-journal", "container-title": "J", "volume": 7, "page": "e33"},
            "T. <i>J</i>, <i>7</i>, Article e33.",
        ),
        (
            {"type": "article-journal", "container-title": "J", "volume": 7, "page": "n/a-n/a"},
            "T. <i>J</i>, <i>7</i>.",
        ),
        ({"type": "standard", "number": "ISO 8601"}, "<i>T</i> (ISO 8601)."),
        ({"type": "thesis", "publisher": "Hill University"}, "<i>T</i> [Thesis, Hill University]."),
        ({"type": "manuscript"}, "<i>T</i> [Unpublished manuscript]."),
        (
            {
                "type": "review-book",
                "container-title": "J",
                "reviewed-title": "Joy",
                "reviewed-author": [{"family": "Roe", "given": "Al"}, {"literal": "Office"}],
            },
            "T [Review of the book <i>Joy</i>, by A. Roe &amp; Office]. <i>J</i>.",
        ),
        ({"title": "Moods<br/>and <jats:p>A &amp;amp; B</jats:p>"}, "<i>Moods and A &amp; B</i>."),
        ({"type": "article-journal", "volume": 7.0}, "T. <i>7</i>."),
        ({"title": "Where a<b and c>d"}, "<i>Where a&lt;b and c&gt;d</i>."),
        ({"title": "On 'moods' and boys' sleep"}, "<i>On ‘moods’ and boys’ sleep</i>."),
        ({"title": "为什么？", "publisher": "Hill"}, "<i>为什么？</i> Hill."),
        ({"title": "心情。", "publisher": "Hill"}, "<i>心情。</i> Hill."),
    ],
)
def test_each_type_prints_what_a_reader_needs_to_find_it(
    fields: dict[str, Any], shown: str
) -> None:
    record = work("a", ["Li, W"], 2010, **{"title": "T", **fields})
    assert listed([record]) == [f"Li, W. (2010). {shown}"]


def test_a_case_is_listed_by_where_it_is_reported() -> None:
    fields = {"authority": "Supreme Court", "volume": "347", "page": "483"}
    case = work("a", [], 1954, title="A v. B", type="legal_case", **fields)
    assert listed([{**case, "container-title": "U.S."}]) == [
        "A v. B, 347 U.S. 483 (Supreme Court 1954)."
    ]


def test_a_publisher_who_is_the_author_is_not_said_twice() -> None:
    assert listed([work("a", ["Office"], 2010, title="T", publisher="Office")]) == [
        "Office. (2010). <i>T</i>."
    ]


def test_a_page_without_a_day_says_when_it_was_looked_up() -> None:
    page = work("a", ["Office"], title="T", type="webpage", URL="https://example.org/")
    page["accessed"] = {"date-parts": [["2020", 2, 29]]}
    assert listed([page]) == [
        "Office. (n.d.). <i>T</i>. Retrieved February 29, 2020, from "
        '<span class="url">https://example.org/</span>'
    ]


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        (
            {"type": "webpage", "issued": {"date-parts": [[2010, 5, 1], [2010, 5, 3]]}},
            "(2010, May 1). <i>T</i>.",
        ),
        (
            {"type": "webpage", "issued": {"date-parts": [[2010, 5], [2011, 2]]}},
            '(<span class="whole">2010–2011</span>). <i>T</i>.',
        ),
        (
            {"issued": {"date-parts": [[2010], [2012]]}},
            '(<span class="whole">2010–2012</span>). <i>T</i>.',
        ),
        (
            {"type": "paper-conference", "event-title": "Congress", "event-place": "Rome"},
            "(2010). <i>T</i>. Congress, Rome.",
        ),
        (
            {"title": '<span class="nocase">pH</span> &amp; <em>E. coli</em>: a < b > c'},
            "(2010). <i>pH &amp; <i>E. coli</i>: a &lt; b &gt; c</i>.",
        ),
        ({"title": "<jats:italic>T</jats:italic><br/>"}, "(2010). <i><i>T</i></i>."),
        ({"title": "<b>T</i>"}, "(2010). <i>T</i>."),
        (
            {"DOI": "https://doi.org/10.1/a"},
            '(2010). <i>T</i>. <span class="doi">doi:10.1/a</span>',
        ),
    ],
)
def test_what_reference_managers_write_is_printed_as_readers_know_it(
    fields: dict[str, Any], shown: str
) -> None:
    assert listed([work("a", ["Li, W"], 2010, **{"title": "T", **fields})]) == [f"Li, W. {shown}"]


def test_a_title_that_ends_with_a_full_stop_and_stands_for_the_author_has_one() -> None:
    assert listed([work("a", [], title="Rest at night.")]) == ["<i>Rest at night.</i> (n.d.)."]
    assert listed([work("a", [], title="Rest ...")]) == ["<i>Rest ...</i>. (n.d.)."]


@pytest.mark.parametrize(
    "page", ["1-9", "1–9", "1—9", "1--9", "1‐9", "1‑9", "1−9", "1 - 9", "pp. 1-9"]
)
def test_a_range_of_pages_has_one_dash(page: str) -> None:
    fields = {"type": "article-journal", "container-title": "J", "page": page}
    (entry,) = listed([work("a", ["Li, W"], 2010, title="T", **fields)])
    assert entry.endswith('<i>J</i>, <span class="whole">1–9</span>.')


@pytest.mark.parametrize(("count", "left_out"), [(20, 0), (21, 1), (40, 20)])
def test_of_more_than_twenty_authors_the_first_nineteen_and_the_last_are_listed(
    count: int, left_out: int
) -> None:
    """Source: APA Style, 7th edition, 9.8."""
    authors = [f"Li{number}, W" for number in range(count)]
    (entry,) = listed([work("a", authors, 2010, title="T")])
    assert len(re.findall(r"Li\d", entry)) == count - left_out
    last = f"Li{count - 1}, W. (2010)"
    assert (f"Li18, W., … {last}" if left_out else f"&amp; {last}") in entry


EXPORT: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "data" / "references.json").read_text(encoding="utf-8")
)
"""Fourteen works as a reference manager exports them, with notes, markup and gaps.

Source: "Opportunities and obstacles for deep learning in biology and medicine"
(github.com/greenelab/deep-review), metadata CC0; authors after the fourth are taken out.
"""


def test_a_real_export_is_read_and_each_work_is_cited_and_listed() -> None:
    cited, entries = printed(EXPORT), listed(EXPORT)
    assert len(cited) == len(entries) == len(EXPORT)
    text = unicodedata.normalize("NFKC", "\n".join(entries))
    assert not re.search(r"\?\.|\.\.(?!\.)|\(\)|\[\]|&lt;|&amp;amp|\n ", text)
    for record in EXPORT:
        assert re.sub(r"<.*?>|\W", "", record["title"])[:12] in re.sub(r"<.*?>|\W", "", text)
        assert record.get("DOI", record.get("URL", "")).replace("&", "&amp;") in text
    assert "Manubot" not in text
    assert any("n.d." in entry for entry in entries)


def undated() -> list[dict[str, Any]]:
    """Return works whose year is about right, long ago, or yet to come."""
    return [
        work("plato", ["Plato"], issued={"date-parts": [[-370]], "circa": True}, title="Phaedrus"),
        work("aristotle", ["Aristotle"], issued={"literal": "350 BC"}, title="On the soul"),
        work("li", ["Li, Wei"], issued={"date-parts": [[1967]], "circa": True}, title="Moods"),
        work("beck", ["Beck, Al"], status="in press", title="A book"),
        work("beck2", ["Beck, Al"], issued={"literal": "forthcoming"}, title="Other book"),
        work("beck3", ["Beck, Al"], issued={"literal": "n.d."}, title="Third book"),
    ]


@each_row(
    ("locale", "shown"),
    [
        (
            "en",
            "(Plato, ca. 370 B.C.E.) (Aristotle, 350 B.C.E.) (Li, ca. 1967) (Beck, in press-a) "
            "(Beck, in press-b) (Beck, n.d.)",
        ),
        (
            "es",
            "(Plato, ca. 370 a. C.) (Aristotle, 350 a. C.) (Li, ca. 1967) (Beck, en prensa-a) "
            "(Beck, en prensa-b) (Beck, s. f.)",
        ),
        (
            "ar",
            "(Plato، حوالي 370 ق.م) (Aristotle، 350 ق.م) (Li، حوالي 1967) (Beck، قيد النشر-a) "
            "(Beck، قيد النشر-b) (Beck، د.ت)",
        ),
        (
            "ja",
            "（Plato, 紀元前370年頃） （Aristotle, 紀元前350） （Li, 1967年頃） "
            "（Beck, 印刷中-a） （Beck, 印刷中-b） （Beck, 日付なし）",
        ),
        (
            "th",
            "(Plato, ราว 370 ปีก่อน ค.ศ.) (Aristotle, 350 ปีก่อน ค.ศ.) (Li, ราว 1967) "
            "(Beck, กำลังตีพิมพ์-a) (Beck, กำลังตีพิมพ์-b) (Beck, ม.ป.ป.)",
        ),
    ],
)
def test_years_that_are_old_rough_or_to_come_print_in_the_locales_words(
    locale: str, shown: str
) -> None:
    assert " ".join(printed(undated(), locale).values()).replace("\u00a0", " ") == shown


def test_in_another_script_no_word_for_a_year_stays_english() -> None:
    for locale in sorted(data_file("citations")):
        shown = " ".join(printed(undated(), locale).values())
        for name in ("Plato", "Aristotle", "Li", "Beck", "-a", "-b"):
            shown = shown.replace(name, "")
        if script_of(locale) != "Latn":
            assert not re.search("[A-Za-z]", shown), (locale, shown)
        elif locale not in ("en", "nl"):
            assert "in press" not in shown
            assert "B.C.E." not in shown


def test_the_list_has_no_date_first_and_what_is_in_press_last() -> None:
    assert [entry.replace("\u00a0", " ") for entry in listed(undated())] == [
        "Aristotle. (350 B.C.E.). <i>On the soul</i>.",
        "Beck, A. (n.d.). <i>Third book</i>.",
        "Beck, A. (in press-a). <i>A book</i>.",
        "Beck, A. (in press-b). <i>Other book</i>.",
        "Li, W. (ca. 1967). <i>Moods</i>.",
        "Plato. (ca. 370 B.C.E.). <i>Phaedrus</i>.",
    ]


def test_a_season_stands_where_the_list_prints_a_day() -> None:
    spring = {"date-parts": [[2016]], "season": 1}
    entries = [
        work("a", ["Abe, Taro"], issued=spring, type="article-magazine", title="A"),
        work("b", ["Bo, Al"], issued=spring, type="article-journal", title="B"),
    ]
    assert listed(entries) == ["Abe, T. (2016, Spring). A.", "Bo, A. (2016). B."]


def test_years_before_christ_stand_before_those_after() -> None:
    records = [
        work(key, ["Plato"], issued={"date-parts": [[year]]}, title=key)
        for key, year in (("a", 1992), ("b", -360), ("c", -380))
    ]
    assert [entry.split("<i>")[1][0] for entry in listed(records)] == ["c", "b", "a"]

from pipeline.check.article import check_article
from pipeline.parse.article import parse_article
from pipeline.project import Project
from pipeline.values.article import Article
from pipeline.values.finding import Finding
from tests.conftest import ARTICLE, ROOT
from tests.rows import each_row

PATH = "source/sleep.md"


def article(text: str) -> Article:
    parsed, findings = parse_article(text, PATH)
    assert findings == ()
    assert parsed
    return parsed


def check(text: str, works: tuple[str, ...] = ("beck1967",), *images: str) -> list[Finding]:
    return list(check_article(article(text), works, images))


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_an_article_whose_works_are_known_has_no_finding() -> None:
    assert check(ARTICLE) == []


def test_an_unknown_citation_key_is_reported_on_its_line() -> None:
    (finding,) = check(ARTICLE, ("joiner2005",))
    assert (finding.code, finding.line) == ("SRC005", line_of(ARTICLE, "[@beck1967]"))
    assert (finding.path, finding.source_path, finding.article) == (PATH, PATH, "sleep")
    assert finding.source_line == finding.line
    assert finding.is_error
    assert "'beck1967'" in finding.message


def test_a_key_is_known_only_when_all_of_it_is() -> None:
    assert [f.code for f in check(ARTICLE, ("beck", "Beck1967", "beck19678"))] == ["SRC005"]


def test_every_unknown_key_is_reported_in_one_run() -> None:
    text = (
        ARTICLE.replace("low mood\n", "low mood [@title2000]\n", 1)
        + "\n- *See [@beck1967; -@item2001]*\n\n| a [@head2002] | b |\n|---|---|\n"
        + "| x | y [@cell2003, p. 2] |\n\nText[^1].\n\n[^1]: Note [@note2004].\n"
    )
    found = {(finding.code, finding.line, finding.message.split("'")[1]) for finding in check(text)}
    assert found == {
        ("SRC005", line_of(text, f"@{key}"), key)
        for key in ("title2000", "item2001", "head2002", "cell2003", "note2004")
    }


def test_works_that_cannot_be_read_make_no_key_wrong() -> None:
    assert list(check_article(article(ARTICLE), None, ())) == []


@each_row(
    "written", ["(@beck1967)", "@beck1967", "［@beck1967］", "*@beck1967*.", "[^1] @beck1967:"]
)
def test_a_key_without_its_brackets_is_an_error_on_its_line(written: str) -> None:
    text = f"{ARTICLE}\nMany wake early {written}\n\n[^1]: Note.\n"
    text = text if "[^1] " in text else text.replace("\n\n[^1]: Note.", "")
    (finding,) = check(text)
    assert (finding.code, finding.line) == ("SRC006", line_of(text, "Many wake early"))
    assert finding.fix == "write [@beck1967]"


@each_row("written", ["me@beck1967.example", "@beck19678", "@beck", "\\[@other]", "`@beck1966`"])
def test_other_words_behind_an_at_sign_are_no_keys(written: str) -> None:
    found = check(f"{ARTICLE}\nMany wake early {written}\n")
    assert [one for one in found if one.code == "SRC006"] == []


def test_a_literal_article_has_no_codes() -> None:
    text = ARTICLE.replace('version: "1.0"', 'version: "1.0"\ncitations: literal')
    (finding,) = check(text)
    assert (finding.code, finding.line) == ("SRC005", line_of(text, "[@beck1967]"))
    assert check(text.replace("[@beck1967]", "(Beck, 1967)"), ()) == []


def test_a_missing_image_is_reported_on_its_line() -> None:
    text = ARTICLE + "\n![A hand](images/hand.svg)\n\nAnd ![a lamp](lamp.svg).\n"
    found = [(finding.code, finding.line) for finding in check(text, ("beck1967",), "lamp.svg")]
    assert found == [("SRC010", line_of(text, "images/hand.svg"))]
    assert check(text, ("beck1967",), "lamp.svg", "images/hand.svg") == []


@each_row("target", ["https://example.org/hand.svg", "../hand.svg", "hand.SVG"])
def test_an_image_lies_below_source(target: str) -> None:
    assert [f.code for f in check(f"{ARTICLE}\n![A]({target})\n", ("beck1967",), "hand.svg")] == [
        "SRC010"
    ]


@each_row("name", ["my hand.svg", "mão.svg", "100%.svg"])
def test_an_image_may_have_any_name(name: str) -> None:
    assert check(f"{ARTICLE}\n![A hand](<{name}>)\n", ("beck1967",), name) == []


def test_the_shipped_articles_find_all_that_they_need() -> None:
    project = Project.at(ROOT)
    articles, findings = project.articles()
    assert articles
    assert findings == []
    works, images = project.references()[0], project.images()
    assert [f for one in articles for f in check_article(one, works, images)] == []


# Sections that speak of suicide or self-harm


CRISIS = "::: crisis\n### Help\n\n{services}\n:::\n"


def in_section(passage: str, *, note: str = "") -> str:
    return f"{ARTICLE}\n## Nights\n\n{passage}\n\n{note}\n## Mornings\n\nGet up.\n"


@each_row(
    "words",
    [
        "Some think of suicide.",
        "Suicidal thoughts may pass.",
        "Self-harm is a sign.",
        "They hurt themselves.",
        "You may think of killing yourself.",
        "He wants to end his life.",
        "She took her own life.",
        "- rest\n- thoughts of **suicide**",
        "> A voice that says: harm yourself.",
        "| sign | what |\n|---|---|\n| a | suicide |",
        "### Suicide\n\nIt may be spoken of.",
    ],
)
def test_a_section_that_speaks_of_suicide_needs_a_crisis_note(words: str) -> None:
    text = in_section(words)
    (finding,) = check(text)
    assert (finding.code, finding.is_error) == ("SAF009", True)
    assert "“Nights”" in finding.message
    assert finding.source_line == finding.line
    assert line_of(text, "## Nights") < (finding.line or 0) < line_of(text, "## Mornings")
    assert check(in_section(words, note=CRISIS)) == []


def test_the_passage_is_named_by_its_line() -> None:
    text = in_section("Rest first.\n\nSome think of suicide.\n\nOthers of self-harm.")
    assert [one.line for one in check(text)] == [line_of(text, "Some think")]


def test_a_note_may_stand_before_the_passage_or_below_a_lesser_heading() -> None:
    assert check(in_section(f"{CRISIS}\nSome think of suicide.")) == []
    assert check(in_section(f"Some think of suicide.\n\n### Then\n\n{CRISIS}")) == []


def test_a_note_in_another_section_is_not_enough() -> None:
    text = f"{in_section('Some think of suicide.')}\n{CRISIS}"
    assert [one.code for one in check(text)] == ["SAF009"]


def test_another_block_is_no_crisis_note() -> None:
    assert [one.code for one in check(in_section("::: callout\nSuicide is spoken of.\n:::"))] == [
        "SAF009"
    ]


def test_what_stands_before_the_first_section_is_one_too() -> None:
    short, rest = ARTICLE.split("## Sleep", 1)
    with_note = f"{short}Some think of suicide.\n\n## Sleep{rest}"
    assert check(with_note) == []
    start, end = ARTICLE.index("::: crisis"), ARTICLE.index("## Sleep")
    bare = f"{ARTICLE[:start]}Some think of suicide.\n\n{ARTICLE[end:]}"
    assert [one.code for one in check(bare) if one.code == "SAF009"] == ["SAF009"]


def test_a_heading_that_speaks_of_it_needs_a_note_in_its_own_section() -> None:
    text = ARTICLE.replace("## Sleep", "## Sleep and suicide")
    assert [(one.code, one.line) for one in check(text)] == [("SAF009", line_of(text, "## Sleep"))]


def test_each_section_is_reported_once() -> None:
    text = in_section("Suicide.\n\nSuicide again.") + "\n## Days\n\nSelf-harm.\n"
    assert [one.code for one in check(text)] == ["SAF009", "SAF009"]


@each_row("words", ["End your day with a walk.", "It hurts at night.", "It changed their lives."])
def test_other_words_need_no_note(words: str) -> None:
    assert check(in_section(words)) == []


def test_the_authors_own_unsafe_wording_is_for_the_author_to_weigh() -> None:
    said = "He committed suicide. Suicide is not selfish."
    text = f"{ARTICLE}\n## Danger\n\n{said}\n\n{CRISIS}"
    (finding,) = [one for one in check(text) if one.code == "SAF010"]
    assert (finding.line, finding.is_error) == (line_of(text, "He committed"), False)
    assert "“committed suicide”" in finding.message

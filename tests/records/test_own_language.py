"""A project's own language data overrule what is printed, and add to what checks look for."""

import tomllib
from datetime import date, time
from typing import Any

from pipeline.check.wording import unsafe_wordings
from pipeline.compose.hours import clock
from pipeline.compose.joining import all_of
from pipeline.compose.words import short_date
from pipeline.records.dialling import dialling_of
from pipeline.records.in_force import put_in_force, shipped
from pipeline.records.language import language_named
from pipeline.records.own_language import OwnLanguages, overruled, read_own_language
from pipeline.records.own_tables import judge_joiners
from pipeline.records.table import Table, line_of
from pipeline.records.typography import citation_form, language_name, locale_named
from pipeline.values.finding import Finding
from tests.rows import each_row

SPANISH = """
[citations]
et_al = " y otros"
accept_et_al = ["y su equipo"]

[languages]
decimal = ["."]
misread = ["muerte de NAME"]

[[safety]]
kind = "crime"
pattern = "atentar contra su vida"
why = "It is the language of the courts."
instead = "intentar quitarse la vida"

[dialling]
before = ["comuni[cq]"]
after = "(?:[Tt]eléfono amigo)"

[surnames]
Joiner = ["Yoiner"]

[scripts]
line_height = 1.5

[words]
short_date = "d 'de' MMM y"
months = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"]

[words.languages]
so = "somalí del norte"

[hours]
clock = "HH:mm"

[joiners.all]
middle = "; "
last = " & "
"""


def read(text: str, locale: str = "es") -> tuple[Any, list[Finding]]:
    return read_own_language(tomllib.loads(text), f"source/languages/{locale}.toml", locale)


def enforce(text: str, locale: str = "es") -> None:
    rows, findings = read(text, locale)
    assert not findings
    OwnLanguages(rows={locale: rows}).enforce()


def test_each_table_counts() -> None:
    before = language_named("es")
    enforce(SPANISH)
    form, now = citation_form("es"), language_named("es")
    assert (form.et_al, form.last_and) == (" y otros", " y "), "field by field"
    assert {"y otros", "y su equipo", "y colaboradores"} <= {*now.et_al}
    assert now.decimal == "."
    assert now.misread == (*before.misread, "muerte de NAME")
    assert now.surnames["Joiner"][0] == "Yoiner"
    assert list(unsafe_wordings("Quiso atentar contra su vida.", now.unsafe))
    assert dialling_of("es").before.search("comunique con el ")
    assert dialling_of("es").before.search("llame al ")
    assert dialling_of("es").after.search(" teléfono amigo")
    assert dialling_of("es").after.search(" Línea de la vida")
    locale = locale_named("es")
    assert locale.typography.line_height == 1.5
    assert short_date(date(2026, 5, 3), locale) == "3 de may 2026"
    assert language_name("so", "es") == "somalí del norte"
    assert clock(time(9, 30), locale, "MX") == clock(time(9, 30), locale, "MX")
    assert clock(time(9, 30), locale, "ES") == "09:30"
    assert all_of(["a", "b", "c"], "es") == "a; b & c"


def test_a_child_takes_them_over_and_nobody_else() -> None:
    french, english = language_named("fr"), citation_form("en")
    enforce(SPANISH)
    assert citation_form("es_MX").et_al == " y otros"
    assert language_named("fr") == french
    assert citation_form("en") == english
    put_in_force({})
    assert (
        citation_form("es").et_al == "\u00a0et\u00a0al."
        or citation_form("es").et_al.strip() == "et\u00a0al."
    )


def test_a_childs_own_file_adds_to_its_parents() -> None:
    parent, _ = read(SPANISH)
    child, findings = read('[citations]\nlast_and = " e "\n', "es_MX")
    assert not findings
    OwnLanguages(rows={"es_MX": child, "es": parent}).enforce()
    form = citation_form("es_MX")
    assert (form.last_and, form.et_al) == (" e ", " y otros")
    assert len(language_named("es_MX").unsafe) == len(language_named("es").unsafe)


SHIPPED = sorted(name for name in shipped("safety") if name != "sources")


@each_row("locale", SHIPPED)
def test_no_unsafe_wording_of_the_program_can_be_taken_out(locale: str) -> None:
    before = language_named(locale).unsafe
    rows, findings = read(
        SPANISH[SPANISH.index("[[safety]]") : SPANISH.index("[dialling]")], locale
    )
    assert not findings
    OwnLanguages(rows={locale: rows}).enforce()
    after = language_named(locale).unsafe
    assert {*before} < {*after}


@each_row(
    ("text", "place"),
    [
        ('[languages]\ncapitals = ["HOME"]', "languages.capitals"),
        ('[languages]\nalike = ["call"]', "languages.alike"),
        ('[languages]\nshares = ["the"]', "languages.shares"),
        ('[languages]\nwords = ["the"]', "languages.words"),
        ("[languages]\nendings = 9", "languages.endings"),
        ('[dialling]\ncounted = "x"', "dialling.counted"),
        ('[dialling]\ndigits = "a b c d e f g h i j"', "dialling.digits"),
    ],
)
def test_what_would_blind_a_check_is_refused_for_a_language_that_is_known(
    text: str, place: str
) -> None:
    _, findings = read(text)
    assert [one.message.partition(": ")[0] for one in findings] == [place]
    assert "nobody may make its checks see less" in findings[0].message
    digits = '\ndigits = "a b c d e f g h i j"' if "counted" in text else ""
    assert not read(text + digits, "om")[1], "for a language that nobody knows all counts"


def test_weighty_words_of_english_stay_as_they_are() -> None:
    _, findings = read('[weighty]\nnegations = ["no yes"]', "en")
    assert findings
    assert not read('[weighty]\nnegations = ["no"]', "es")[1]


def test_a_language_that_the_program_lacks_needs_a_whole_citation_form() -> None:
    _, findings = read('[citations]\nlast_and = " iyo "', "om")
    assert [one.message for one in findings] == [
        "citations.et_al: is missing",
        "citations.before_year: is missing",
        "citations.between_works: is missing",
    ]


def test_a_script_that_the_program_lacks_gets_its_fonts() -> None:
    text = '[scripts]\ntext = ["Noto Sans Sinhala", "Lato"]\n'
    assert "scripts.headings: is missing" in read(text, "si")[1][0].message
    enforce(text + 'headings = ["Noto Sans Sinhala"]\nline_height = 1.6\n', "si")
    type_ = locale_named("si").typography
    assert type_.text_families == ("Noto Sans Sinhala", "Lato")
    assert type_.line_height == 1.6


@each_row(
    "text",
    [
        '[scripts]\nfeatures = "normal; color: white"',
        '[scripts]\ntext = ["x</string>"]',
        "[scripts]\nline_height = 0.2",
        '[scripts]\nline_height = "tall"',
        "[scripts]\nline_height = true",
        '[hours]\nclock = "h:mm"',
        '[words]\nshort_date = "d/M/y"',
        '[words]\nmonths = ["ene"]',
        '[citations]\net_al = ""',
        '[citations]\nlocators = { page = "p." }',
        '[languages]\nquotes = ["«"]',
        '[languages]\nalso = [["«"]]',
        '[languages]\naddress = ["tú"]',
        "citations = 3",
        "safety = 3",
        'safety = ["x"]',
        "[unknown]\nx = 1",
        '[[safety]]\nkind = "crime"\npattern = "Suicidio"\nwhy = "x"\ninstead = "x"',
        '[[safety]]\nkind = "crime"\nwhy = "x"\ninstead = "x"',
        '[joiners.all]\nmiddle = ", "',
        "[joiners]\nall = 1",
        "[surnames]\nJoiner = []",
        '[surnames]\nJoiner = "Yoiner"',
    ],
)
def test_what_is_wrong_is_a_finding(text: str) -> None:
    assert read(text)[1]


def test_it_is_said_what_is_overruled_and_what_is_added() -> None:
    rows, _ = read(SPANISH)
    told = {(table, field): over for table, field, over in overruled("es", rows)}
    assert told[("citations", "et_al")]
    assert not told[("citations", "accept_et_al")]
    assert told[("hours", "clock")]
    assert not told[("words", "months")]
    assert not told[("safety", "1 wording")]


def test_a_field_is_found_on_its_line() -> None:
    text = "x = 1\n\n[a]\ny = 2\n[a.b]\nz = 3\n[[s]]\nk = 1\n[[s]]\nk = 2\n"
    assert line_of(text, "x") == 1
    assert line_of(text, "a.y") == 4
    assert line_of(text, "a.b.z") == 6
    assert line_of(text, "a.b") == 5
    assert line_of(text, "s[1].k") == 10
    assert line_of(text, "s[1].gone") == 9
    assert line_of(text, "gone") == 0


def test_a_field_in_a_list_within_a_list_is_found() -> None:
    way, service = "[[s.w]]\nn = 1\n", "[[s]]\nid = 1\n"
    text = service + way + way + service + way + way + "[s.hours]\nopen = 1\n"
    assert line_of(text, "s[0].w[1].n") == 6
    assert line_of(text, "s[1].w[0].n") == 10
    assert line_of(text, "s[1].w[1].n") == 12
    assert line_of(text, "s[1].w[1]") == 11
    assert line_of(text, "s[1].hours.open") == 14
    assert line_of("[[s]]\nw = [{ n = 1 }, { n = 2 }]\n", "s[0].w[1].n") == 2


@each_row(
    ("locale", "field", "joiner", "right"),
    [
        ("so", "last_and", "iyo", " iyo "),
        ("so", "last_and", " iyo", " iyo "),
        ("so", "last_and", ", ", ""),
        ("so", "before_year", ",", ", "),
        ("so", "et_al", "iyo kuwo kale", " iyo kuwo kale"),
        ("so", "et_al", ", iyo kuwo kale", ""),
        ("ar", "last_and", " و", ""),
        ("ar", "last_and", "و", " و"),
        ("yi", "last_and", " און ", ""),
        ("he", "last_and", " ו-", ""),
        ("ja", "last_and", "・", ""),
        ("lo", "last_and", "ແລະ", ""),
        ("zh_Hant", "before_year", "，", ""),
        ("ko", "last_and", "와 ", ""),
    ],
)
def test_a_joiner_without_its_spaces_is_refused_where_words_have_some(
    locale: str, field: str, joiner: str, right: str
) -> None:
    table = Table({field: joiner}, "", [])
    judge_joiners(table, locale)
    assert [one.fix for one in table.findings] == ([f'write {field} = "{right}"'] if right else [])

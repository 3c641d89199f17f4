import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.catalog import po
from pipeline.catalog.read import read_catalog
from pipeline.values.finding import Finding
from pipeline.values.message import Catalog, Message
from tests.check.test_growth import within
from tests.conftest import ROOT
from tests.rows import each_row
from tests.steps import many

PATH = "locales/es/LC_MESSAGES/sleep.po"

HEADER = """\
# Spanish.
msgid ""
msgstr ""
"Project-Id-Version: polyleaf\\n"
"PO-Revision-Date: 2026-01-10 00:00+0000\\n"
"Last-Translator: Ana\\n"
"Language-Team: Spanish\\n"
"Language: es\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""

WHOLE = f"""\
{HEADER}
#. paragraph
#: source/sleep.md
msgid "Rest"
msgstr "Descanso"

#. crisis
#: source/sleep.md
msgctxt "crisis"
msgid "Talk"
msgstr "Hable"
"""

QUICK = settings(deadline=None, max_examples=many(200))
ODD = st.text(alphabet='ab \\"\n\t\r\a\b\f\v\0x09nté\u00a0\u2028\u0085#~|', max_size=120)


def read(content: bytes | str, locale: str = "es") -> tuple[Catalog | None, list[Finding]]:
    if isinstance(content, str):
        content = content.encode()
    catalog, _, findings = read_catalog(content, locale, PATH, "sleep")
    return catalog, findings


def faults(content: bytes | str, locale: str = "es") -> list[tuple[str, int]]:
    return [(finding.code, finding.line) for finding in read(content, locale)[1]]


def line_of(text: str, words: str, number: int = 1) -> int:
    lines = [line for line, content in enumerate(text.split("\n"), 1) if words in content]
    return lines[number - 1]


# Reading and writing


@QUICK
@given(st.one_of(st.text(min_size=1), ODD.filter(bool)), st.one_of(st.text(), ODD))
@example('say "hi"\\', "C:\\new\ttab\nline\n")
@example("\\x41 \\101", "\\\\n")
@example("a\u2028b", "c\u0085d")
@example("word " * 40, "\n\nx" * 30)
def test_any_text_comes_back_as_it_was_written(text: str, translation: str) -> None:
    written = po.new_entry(Message(context="crisis", text=text), translation)
    (entry,) = po.read(written.raw)
    assert (entry.context, entry.text, entry.translation) == ("crisis", text, translation)
    assert entry.raw == written.raw
    assert not entry.fuzzy
    assert not entry.obsolete


@QUICK
@given(st.one_of(st.text(min_size=1), ODD.filter(bool)))
@example("a\u2028b")
def test_a_fuzzy_entry_with_any_previous_text_reads_back(text: str) -> None:
    old = po.new_entry(Message(text=text), "Antes")
    new = po.new_entry(Message(text="Rest"), "Antes", previous=old)
    (entry,) = po.read(new.raw)
    assert (entry.text, entry.translation, entry.fuzzy) == ("Rest", "Antes", True)


@each_row("character", ["\u2028", "\u0085", "\x0c"])
def test_a_comment_with_an_odd_line_separator_can_be_read_again(character: str) -> None:
    message = Message(text="Rest", comments=(f"paragraph › One{character}two",))
    assert [entry.text for entry in po.read(po.new_entry(message).raw)] == ["Rest"]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


WORDS = st.text(alphabet='aé "\\\n%{}', max_size=12)


@st.composite
def entries(draw: st.DrawFn, number: int) -> tuple[str, tuple[str, str, str, bool, bool]]:
    context = draw(st.sampled_from(["", "crisis"]))
    text = f"{number} {draw(WORDS)}"
    translation = draw(WORDS)
    fuzzy, obsolete, plural = draw(st.booleans()), draw(st.booleans()), draw(st.booleans())
    comments = draw(
        st.lists(
            st.sampled_from(
                ["#", "# Ana: ask again", "#. paragraph", "#: source/a.md", "#, no-wrap, x-odd"]
            ),
            max_size=4,
        )
    )
    fields = [f"msgctxt {_quoted(context)}"] if context else []
    fields += ['msgid ""', _quoted(text)] if draw(st.booleans()) else [f"msgid {_quoted(text)}"]
    if plural:
        fields += [f"msgid_plural {_quoted(text + 's')}", f"msgstr[0] {_quoted(translation)}"]
        fields += ['msgstr[1] "más"']
    else:
        fields += [f"msgstr {_quoted(translation)}"]
    previous = ['| msgid "before"'] if fuzzy and draw(st.booleans()) else []
    lines = comments + (["#, fuzzy"] if fuzzy else [])
    if obsolete:
        lines += [f"#~{line}" for line in previous] + [f"#~ {line}" for line in fields]
    else:
        lines += [f"#{line}" for line in previous] + fields
    gap = draw(st.sampled_from(["\n", "\n\n", "\n\n\n"]))
    return "\n".join(lines) + gap, (context, text, translation, fuzzy, obsolete)


@QUICK
@given(st.data(), st.integers(0, 6), st.booleans())
def test_joining_the_entries_of_any_catalog_gives_the_file_back(
    data: st.DataObject, number: int, ended: bool
) -> None:
    drawn = [data.draw(entries(place)) for place in range(number)]
    text = HEADER + "\n" + "".join(raw for raw, _ in drawn)
    text = text if ended else text.rstrip("\n")
    found = po.read(text)
    assert "".join(entry.raw for entry in found) == text
    assert [
        (entry.context, entry.text, entry.translation, entry.fuzzy, entry.obsolete)
        for entry in found[1:]
    ] == [expected for _, expected in drawn]


@each_row("file", sorted((ROOT / "locales").rglob("*.po*")), ids=lambda f: f.name)
def test_a_shipped_catalog_is_read_without_loss(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert "".join(entry.raw for entry in po.read(text)) == text


def test_entries_know_the_lines_of_their_texts() -> None:
    first, second = po.read(WHOLE)[1:]
    assert first.line == line_of(WHOLE, 'msgid "Rest"')
    assert first.translation_line == line_of(WHOLE, "Descanso")
    assert second.translation_line == line_of(WHOLE, "Hable")


def test_a_living_entry_stays_living_before_an_obsolete_one_with_its_previous_text() -> None:
    text = WHOLE + '\n#~| msgid "before"\n#~ msgid "gone"\n#~ msgstr "ido"\n'
    states = {entry.text: entry.obsolete for entry in po.read(text)[1:]}
    assert states == {"Rest": False, "Talk": False, "gone": True}


def test_escapes_are_read_as_gettext_reads_them() -> None:
    (entry,) = po.read('msgid "a"\nmsgstr "\\a\\b\\f\\n\\r\\t\\v\\\\\\"\\x41\\102"\n')
    assert entry.translation == '\a\b\f\n\r\t\v\\"AB'


def test_escaped_bytes_are_read_as_utf_8() -> None:
    (entry,) = po.read('msgid "a"\nmsgstr "caf\\303\\251"\n')
    assert entry.translation == "café"


def test_lines_are_wrapped_at_79_columns() -> None:
    entry = po.new_entry(Message(text="word " * 60), "palabra " * 60)
    assert max(map(len, entry.raw.split("\n"))) <= 79


def test_a_long_word_stands_on_a_line_of_its_own() -> None:
    (entry,) = po.read(po.new_entry(Message(text="a " + "x" * 200)).raw)
    assert entry.text == "a " + "x" * 200


def test_flags_that_other_tools_invent_for_prose_are_dropped() -> None:
    raw = '#, fuzzy, python-format, python-brace-format, no-wrap\nmsgid "10%"\nmsgstr "x"\n'
    (entry,) = po.read(raw)
    assert po.with_message(entry, Message(text="10%")).raw.startswith("#, fuzzy, no-wrap\n")


def test_a_file_is_written_with_one_blank_line_between_entries() -> None:
    header = po.header({"Language": "es"}, comment="Spanish.\n\nBy Ana.")
    text = po.write([header, po.new_entry(Message(text="Rest")), *po.read('msgid "a"\nmsgstr ""')])
    assert text == (
        '# Spanish.\n#\n# By Ana.\nmsgid ""\nmsgstr ""\n"Language: es\\n"\n\n'
        'msgid "Rest"\nmsgstr ""\n\nmsgid "a"\nmsgstr ""\n'
    )


def test_header_fields_are_read_by_name() -> None:
    fields = po.header_fields(po.read(WHOLE))
    assert fields["Language"] == "es"
    assert fields["Plural-Forms"] == "nplurals=2; plural=(n != 1);"
    assert po.header_fields(po.read('msgid "a"\nmsgstr "b"\n')) == {}


def test_a_catalog_gives_living_translations_with_their_lines() -> None:
    text = WHOLE + '\n#, fuzzy\nmsgid "New"\nmsgstr "Nuevo"\n\n#~ msgid "Old"\n#~ msgstr "Viejo"\n'
    catalog, findings = read(text)
    assert findings == []
    assert catalog
    assert set(catalog.translations) == {("", "Rest"), ("crisis", "Talk"), ("", "New")}
    assert catalog.usable(("", "Rest")) == "Descanso"
    assert catalog.usable(("", "New")) is None
    assert catalog.usable(("", "Talk")) is None
    assert catalog.translations["", "Rest"].line == line_of(text, "Descanso")


# Faults


def test_a_whole_catalog_has_no_fault() -> None:
    assert faults(WHOLE) == []
    assert faults("\ufeff" + WHOLE) == []
    assert faults(WHOLE.replace("\n", "\r\n")) == []


@each_row("content", ["", "\n", "  \n\n", "\ufeff"])
def test_an_empty_file_is_a_fault(content: str) -> None:
    assert read(content)[0] is None
    assert faults(content) == [("CAT002", 1)]


def test_latin_1_bytes_are_a_fault_on_their_line() -> None:
    text = WHOLE.replace("Hable", "Llame a alguién")
    assert read(text.encode("latin-1"))[0] is None
    assert faults(text.encode("latin-1")) == [("CAT001", line_of(text, "Llame"))]


@each_row("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_a_fault(encoding: str) -> None:
    assert faults(WHOLE.encode(encoding)) == [("CAT001", 1)]


@pytest.mark.parametrize(
    ("encoding", "locale", "charset", "named"),
    [
        ("cp1250", "pl", "UTF-8", "CP1250"),
        ("iso8859-2", "pl", "ISO-8859-2", "ISO-8859-2"),
        ("cp1250", "pl", "windows-1250", "WINDOWS-1250"),
        ("cp1252", "es", "idna", "CP1252"),
        ("cp1251", "uk", "UTF-8", "CP1251"),
        ("utf-16", "pl", "UTF-8", "UTF-16"),
        ("utf-16-le", "es", "UTF-8", "UTF-16LE"),
        ("utf-16-be", "pl", "UTF-8", "UTF-16BE"),
    ],
)
def test_what_turns_another_encoding_into_utf_8_works(
    encoding: str, locale: str, charset: str, named: str, tmp_path: Path
) -> None:
    words = {"es": "atención", "pl": "Jeśli właśnie żałoba", "uk": "допомога їм"}[locale]
    text = WHOLE.replace("Hable", words).replace("Language: es", f"Language: {locale}")
    file = tmp_path / "back.po"
    file.write_bytes(text.replace("charset=UTF-8", f"charset={charset}").encode(encoding))
    (finding,) = [one for one in read(file.read_bytes())[1] if one.code == "CAT001"]
    command = re.search("'(iconv .*?)'", finding.fix)
    assert command
    assert f"-f {named} " in command[1]
    iconv = re.sub("FILE|NEW", lambda one: str(tmp_path / one[0]), command[1])
    file.rename(tmp_path / "FILE")
    subprocess.run(iconv, shell=True, check=True)  # noqa: S602 # the command that people are told
    assert words in (tmp_path / "FILE").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("end", ["", "”"])
def test_a_text_without_its_closing_quotation_mark_is_told_so(end: str) -> None:
    text = WHOLE.replace('msgstr "Hable"', f'msgstr "Hable \\"ya\\"{end}') + '\nmsgid "More"\n'
    (finding,) = read(text)[1]
    assert (finding.code, finding.line) == ("CAT002", line_of(text, 'msgstr "Hable'))
    assert finding.message == 'the closing double quote (") of this line is missing'
    assert finding.fix.startswith('write a straight " at the end of the line')


def test_a_null_byte_is_a_fault_on_its_line() -> None:
    text = WHOLE.replace("Hable", "Ha\0ble")
    assert read(text)[0] is None
    assert faults(text) == [("CAT001", line_of(text, "Ha\0ble"))]


def test_a_file_cut_off_inside_a_text_is_a_fault_on_its_last_line() -> None:
    text = WHOLE[: WHOLE.index("ble")]
    assert read(text)[0] is None
    assert faults(text) == [("CAT002", line_of(text, 'msgstr "Ha'))]


def test_a_file_cut_off_before_a_translation_is_a_fault_on_its_last_line() -> None:
    text = WHOLE[: WHOLE.index('msgstr "Hable"')]
    assert faults(text) == [("CAT002", line_of(text, 'msgid "Talk"'))]


@each_row("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> branch", "||||||| base"])
def test_a_left_merge_conflict_is_a_fault_on_its_line(mark: str) -> None:
    text = WHOLE.replace('msgid "Talk"', f'{mark}\nmsgid "Talk"')
    assert read(text)[0] is None
    assert faults(text) == [("CAT002", line_of(text, mark))]


def test_an_entry_that_stands_twice_is_a_fault_where_it_stands_again() -> None:
    text = WHOLE + '\nmsgid "Rest"\nmsgstr "Reposo"\n'
    (finding,) = read(text)[1]
    assert (finding.code, finding.line) == ("CAT002", line_of(text, 'msgid "Rest"', 2))
    assert str(line_of(text, 'msgid "Rest"')) in finding.message


def test_the_same_text_in_another_context_or_obsolete_is_no_double() -> None:
    text = WHOLE + '\nmsgctxt "crisis"\nmsgid "Rest"\nmsgstr ""\n\n#~ msgid "Rest"\n#~ msgstr "x"\n'
    assert faults(text) == []


@each_row(
    "line", ["hello", 'msgstr "say "hi""', "msgid Talk", 'mgsid "Talk"', '"open', "\\ x", "«»"]
)
def test_a_line_that_is_not_po_is_a_fault_on_its_line(line: str) -> None:
    text = WHOLE.replace('msgid "Talk"', f'msgid "Talk"\n{line}')
    assert read(text)[0] is None
    assert faults(text) == [("CAT002", line_of(text, line))]


def test_a_field_that_stands_twice_is_a_fault_on_its_line() -> None:
    text = WHOLE.replace('msgid "Talk"', 'msgid "Talk"\nmsgid "Speak"')
    assert faults(text) == [("CAT002", line_of(text, "Speak"))]


@each_row(
    ("old", "new", "locale"),
    [
        ("charset=UTF-8", "charset=ISO-8859-1", "es"),
        ("charset=UTF-8", "charset=CHARSET", "es"),
        ("; charset=UTF-8", "", "es"),
        ("Language: es", "Language: fr", "es"),
        ("Language: es", "Language: es", "ar"),
        ("Language: es", "Language: zh_Hant", "zh_Hans"),
        ("Language: es", "Language: pt_PT", "pt_BR"),
    ],
)
def test_a_header_that_contradicts_the_file_is_a_fault(old: str, new: str, locale: str) -> None:
    catalog, findings = read(WHOLE.replace(old, new), locale)
    assert [finding.code for finding in findings] == ["CAT003"]
    assert catalog


@each_row("language", ["es", "es_MX", "es-419", ""])
def test_a_header_may_name_a_variety_of_the_language(language: str) -> None:
    assert faults(WHOLE.replace("Language: es", f"Language: {language}")) == []


def test_a_fault_of_the_header_names_a_line_of_the_header() -> None:
    text = "# One.\n# Two.\n" + WHOLE.replace("charset=UTF-8", "charset=ISO-8859-1")
    ((code, line),) = faults(text)
    assert code == "CAT003"
    assert line_of(text, "msgid") <= line <= line_of(text, "charset")


def test_a_catalog_without_header_is_a_fault() -> None:
    assert faults('msgid "Rest"\nmsgstr "Descanso"\n') == [("CAT003", 1)]


def test_a_finding_names_file_locale_and_article_and_says_what_to_do() -> None:
    for content in (b"", b"\xff", WHOLE.replace("es", "fr").encode(), b"garbage"):
        for finding in read(content)[1]:
            assert (finding.path, finding.locale, finding.article) == (PATH, "es", "sleep")
            assert finding.is_error
            assert finding.fix


@QUICK
@given(st.binary(max_size=80))
@example(b"\xef\xbb\xbf\xff")
def test_no_bytes_are_too_odd_to_be_judged(content: bytes) -> None:
    catalog, findings = read(content)
    assert catalog or findings


@QUICK
@given(st.data())
def test_a_catalog_cut_off_anywhere_is_read_or_judged(data: st.DataObject) -> None:
    content = WHOLE.encode()
    place = data.draw(st.integers(0, len(content)))
    catalog, findings = read(content[:place])
    assert catalog or findings
    if catalog:
        assert set(catalog.translations) <= {("", "Rest"), ("crisis", "Talk")}


# gettext's own judgement


@pytest.fixture
def msgfmt(tmp_path: Path) -> Callable[[str], str]:
    if not shutil.which("msgfmt"):
        pytest.skip("msgfmt is not installed: it comes with Debian's package gettext")

    def run(text: str) -> str:
        file = tmp_path / "catalog.po"
        file.write_bytes(text.encode())
        return subprocess.run(
            ["msgfmt", "--check", "--output-file=/dev/null", file],
            capture_output=True,
            text=True,
            check=False,
        ).stderr

    return run


def test_msgfmt_accepts_what_is_written(msgfmt: Callable[[str], str]) -> None:
    old = po.new_entry(Message(text='Old "text"\\ with\ttab', comments=("paragraph",)), "Viejo")
    written = [
        *po.read(HEADER),
        old,
        po.new_entry(Message(text="10% of {name} % d", context="crisis"), "el 10 % de {name}"),
        po.new_entry(Message(text="one\\\ntwo", paths=("source/a.md",)), "uno\\\ndos"),
        po.new_entry(Message(text="word " * 60), "palabra " * 60),
        po.new_entry(Message(text="New text"), "Viejo", previous=old),
        po.as_obsolete(po.new_entry(Message(text="Gone", context="crisis"), "Ido")),
    ]
    assert msgfmt(po.write(written)) == ""


@pytest.mark.parametrize(
    "file", sorted((ROOT / "locales").glob("*/*/*.po")), ids=lambda f: f.as_posix()[-40:]
)
def test_msgfmt_accepts_a_shipped_catalog(msgfmt: Callable[[str], str], file: Path) -> None:
    assert msgfmt(file.read_text(encoding="utf-8")) == ""


@pytest.mark.exhaustive
def test_a_text_of_many_lines_is_read_in_time_that_grows_with_them() -> None:
    many = '"b"\n' * 500_000
    with within(4.0):
        (entry,) = po.read(f'msgid "a"\n{many}msgstr "c"\n{many}')
    assert len(entry.text) == len(entry.translation) == 500_001

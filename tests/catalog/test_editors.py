"""What translators' tools make of the catalogs, and what comes back from them."""

import difflib
import re
import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from pipeline.catalog import po
from tests.conftest import ROOT, is_clean

Run = Callable[..., tuple[int, str, str]]
Editor = Callable[[str], str]

ARTICLE = "attachment-and-depression"
LOCALES = ("ar", "es")
SHIPPED = [
    f"locales/{locale}/LC_MESSAGES/{name}.po" for locale in LOCALES for name in (ARTICLE, "sheet")
]
FIRST = "When we think of depression"
"""How the first paragraph after the crisis note begins."""
MOVED = "Individuals with anxious or disorganized"

needs_gettext = pytest.mark.skipif(
    not (shutil.which("msgfmt") and shutil.which("msgcat")),
    reason="msgfmt and msgcat are not installed: they come with Debian's package gettext",
)


def gettext(*command: str | Path, text: str = "") -> str:
    """Run one of gettext's tools; it must neither fail nor complain."""
    result = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, ""), result.stderr
    return result.stdout


def sorting(text: str) -> str:
    return gettext("msgcat", "--sort-output", "-", text=text)


def narrow(text: str) -> str:
    return gettext("msgcat", "--width=60", "-", text=text)


def unwrapped(text: str) -> str:
    return gettext("msgcat", "--no-wrap", "-", text=text)


def careless(text: str) -> str:
    """Rewrap a catalog, as an editor that drops previous texts, unknown flags and its header.

    Babel reads and writes it: it puts its own header fields in, and takes prose with a percent
    sign or braces for a format of Python's.
    """
    # Babel reports lines with the previous text of obsolete entries as errors.
    text = re.sub(r"^#~?\|.*\n", "", text, flags=re.MULTILINE)
    catalog = read_po(BytesIO(text.encode()))
    for message in catalog:
        message.flags &= {"fuzzy", "python-format", "python-brace-format"}
    file = BytesIO()
    write_po(file, catalog, width=50)
    return file.getvalue().decode()


EDITORS = [
    pytest.param(narrow, marks=[needs_gettext, pytest.mark.exhaustive]),
    pytest.param(unwrapped, marks=needs_gettext),
    pytest.param(sorting, marks=[needs_gettext, pytest.mark.exhaustive]),
    careless,
]


def read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def said(text: str) -> dict[tuple[bool, str, str], tuple[str, bool]]:
    """Return what a catalog says: translation and fuzzy mark by state, context and text."""
    return {
        (entry.obsolete, *entry.key): (entry.translation, entry.fuzzy)
        for entry in po.read(text)
        if entry.text
    }


def order(text: str) -> list[tuple[str, str]]:
    return [entry.key for entry in po.read(text) if entry.text and not entry.obsolete]


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if re.match(r"[+-](?!--|\+\+)", line)]


def used(text: str) -> str:
    """Return a catalog as years leave it: own headers, notes, flags, old texts, odd wrapping."""
    text = text.replace(
        '"Language: ', '"X-Generator: Poedit 3.4\\n"\n"X-Odd: kept\\n"\n"Language: ', 1
    )
    notes = "# Ana: is this too formal?\n#. "
    flags = '#, fuzzy, no-wrap, x-unknown\n#| msgid "For adults"\nmsgid "For adults who'
    text = text.replace("#. audience", f"{notes}audience", 1)
    text = text.replace('msgid "For adults who', flags, 1)
    return (
        text
        + """
# Ana: keep this
#~ msgid ""
#~ "Gone "
#~ "too"
#~ msgstr "Ido"

#, fuzzy
#~| msgid "before"
#~ msgctxt "crisis"
#~ msgid "Gone"
#~ msgstr "Ido también"
"""
    )


@pytest.fixture
def fresh(project: Path, polyleaf: Run) -> Path:
    """A project with a language that has just been started."""
    (project / "locales/pt_BR/LC_MESSAGES").mkdir(parents=True)
    assert polyleaf("messages", "pt_BR")[0] == 0
    return project


@pytest.fixture
def current(project: Path, polyleaf: Run) -> Path:
    """A project whose catalogs are up to date, and one of them much used."""
    file = project / SHIPPED[-2]
    assert polyleaf("messages")[0] == 0
    write(file, used(read(file)))
    assert polyleaf("messages")[0] == 0
    return project


def catalogs(project: Path) -> list[Path]:
    return sorted((project / "locales").rglob("*.po"))


# What the tools see


@needs_gettext
@pytest.mark.parametrize("name", SHIPPED)
def test_msgfmt_accepts_a_shipped_catalog(name: str) -> None:
    gettext("msgfmt", "--check-header", "--check-domain", "--output-file=/dev/null", ROOT / name)


@needs_gettext
def test_msgfmt_accepts_a_catalog_that_has_just_been_made(fresh: Path) -> None:
    for name in (ARTICLE, "sheet"):
        file = fresh / f"locales/pt_BR/LC_MESSAGES/{name}.po"
        gettext("msgfmt", "--check-header", "--check-domain", "--output-file=/dev/null", file)


def test_catalogs_and_templates_lie_where_tools_look_for_them(fresh: Path) -> None:
    # Weblate's discovery: locales/*/LC_MESSAGES/NAME.po is one component, locales/NAME.pot its
    # template. gettext: DIRECTORY/LOCALE/LC_MESSAGES/DOMAIN.
    templates = {file.relative_to(fresh).as_posix() for file in fresh.rglob("*.pot")}
    found = {file.relative_to(fresh).as_posix() for file in catalogs(fresh)}
    assert templates == {f"locales/{ARTICLE}.pot", "locales/sheet.pot"}
    assert found == {
        f"locales/{locale}/LC_MESSAGES/{Path(template).stem}.po"
        for locale in (*LOCALES, "pt_BR")
        for template in templates
    }


def test_a_catalogs_header_names_the_language_of_its_folder(fresh: Path) -> None:
    for file in catalogs(fresh):
        fields = po.header_fields(po.read(read(file)))
        assert fields["Language"] == file.parent.parent.name
        assert fields["Content-Type"] == "text/plain; charset=UTF-8"
        assert fields["Plural-Forms"].startswith("nplurals=")


def test_a_catalog_lists_what_its_template_lists_in_the_same_order(fresh: Path) -> None:
    for file in catalogs(fresh):
        template = fresh / f"locales/{file.stem}.pot"
        assert order(read(file)) == order(read(template))


# What an update changes


def test_an_update_with_nothing_new_leaves_every_byte(current: Path, polyleaf: Run) -> None:
    before = {file: file.read_bytes() for file in (current / "locales").rglob("*.po*")}
    assert polyleaf("messages") == (0, "", "")
    assert {file: file.read_bytes() for file in (current / "locales").rglob("*.po*")} == before


@needs_gettext
def test_msgcat_sees_no_change_in_an_update_with_nothing_new(current: Path, polyleaf: Run) -> None:
    before = {file: gettext("msgcat", file) for file in catalogs(current)}
    assert polyleaf("messages")[0] == 0
    assert {file: gettext("msgcat", file) for file in catalogs(current)} == before


def add_a_paragraph(project: Path) -> None:
    source = project / f"source/{ARTICLE}.md"
    added = "Feelings of sadness belong to every life, and most of them pass with time and rest."
    text = read(source)
    assert text.count(f"\n{FIRST}") == 1
    write(source, text.replace(f"\n{FIRST}", f"\n{added}\n\n{FIRST}"))


def test_a_paragraph_added_on_top_changes_ten_lines_or_fewer(current: Path, polyleaf: Run) -> None:
    files = [*catalogs(current), *(current / "locales").glob("*.pot")]
    before = {file: read(file) for file in files}
    add_a_paragraph(current)
    assert polyleaf("messages")[0] == 0
    for file in files:
        changed = changed_lines(before[file], read(file))
        assert len(changed) <= 10, changed
        assert bool(changed) is (file.stem == ARTICLE)


@needs_gettext
def test_msgcat_sees_only_what_was_added(current: Path, polyleaf: Run) -> None:
    before = {file: gettext("msgcat", file) for file in catalogs(current)}
    add_a_paragraph(current)
    assert polyleaf("messages")[0] == 0
    for file, text in before.items():
        changed = changed_lines(text, gettext("msgcat", file))
        assert all(line.startswith("+") for line in changed), changed


def test_a_paragraph_that_moves_keeps_all_that_was_said_of_it(current: Path, polyleaf: Run) -> None:
    before = {file: read(file) for file in catalogs(current)}
    source = current / f"source/{ARTICLE}.md"
    paragraphs = read(source).rstrip("\n").split("\n\n")
    (moved,) = [text for text in paragraphs if text.startswith(MOVED)]
    paragraphs.remove(moved)
    write(source, "\n\n".join([*paragraphs, moved]) + "\n")
    assert polyleaf("messages")[0] == 0
    for file, text in before.items():
        after = read(file)
        assert said(after) == said(text)
        assert without_places(after) == without_places(text)
        if file.stem == ARTICLE:
            assert order(after)[-1][1].startswith(MOVED)


def without_places(text: str) -> list[str]:
    return sorted(line for line in text.splitlines() if not line.startswith(("#.", "#:")))


# What comes back


@pytest.mark.parametrize("editor", EDITORS)
def test_nothing_is_lost_or_fuzzy_when_a_shipped_catalog_comes_back(
    project: Path, polyleaf: Run, editor: Editor
) -> None:
    polyleaf("messages")
    before = {file: read(file) for file in catalogs(project)}
    for file, text in before.items():
        write(file, editor(text))
        assert read(file) != text or editor is sorting
    assert polyleaf("messages")[0] == 0
    for file, text in before.items():
        after = read(file)
        assert said(after) == said(text)
        assert order(after) == order(text)
        assert not any(entry.fuzzy for entry in po.read(after) if entry.text)
    status, out, err = polyleaf("check")
    assert (status, is_clean(out), err) == (0, True, "")


@pytest.mark.parametrize("editor", EDITORS)
def test_a_used_catalog_comes_back_with_its_notes_and_old_translations(
    current: Path, polyleaf: Run, editor: Editor
) -> None:
    file = current / SHIPPED[-2]
    before = read(file)
    write(file, editor(before))
    assert polyleaf("messages")[0] == 0
    after = read(file)
    assert without_marks(said(after)) == without_marks(said(before))
    assert order(after) == order(before)
    living = {key: fuzzy for key, (_, fuzzy) in said(after).items() if not key[0]}
    assert [key[2] for key, fuzzy in living.items() if fuzzy] == [order(after)[2][1]]
    for note in ("# Ana: is this too formal?\n", "# Ana: keep this\n", "# Spanish, neutral for"):
        assert note in after
    assert "python-" not in after


def without_marks(
    entries: dict[tuple[bool, str, str], tuple[str, bool]],
) -> dict[tuple[bool, str, str], str]:
    return {key: translation for key, (translation, _) in entries.items()}


@pytest.mark.parametrize("editor", EDITORS)
def test_places_and_contexts_that_an_editor_dropped_are_written_again(
    current: Path, polyleaf: Run, editor: Editor
) -> None:
    file = current / SHIPPED[-2]
    before = read(file)
    write(file, re.sub(r"^#[.:].*\n", "", editor(before), flags=re.MULTILINE))
    assert polyleaf("messages")[0] == 0
    assert places(read(file)) == places(before)


def places(text: str) -> list[str]:
    """Return where texts stand; what changed is told only while the old text is beside them."""
    return [
        line
        for line in text.splitlines()
        if line.startswith(("#.", "#:")) and not line.startswith("#. changed: ")
    ]


@pytest.mark.parametrize("editor", EDITORS)
def test_a_catalog_from_an_editor_is_left_alone_the_second_time(
    current: Path, polyleaf: Run, editor: Editor
) -> None:
    for file in catalogs(current):
        write(file, editor(read(file)))
    assert polyleaf("messages")[0] == 0
    assert polyleaf("messages") == (0, "", "")


def test_windows_line_ends_and_a_byte_order_mark_come_back_and_stay(
    current: Path, polyleaf: Run
) -> None:
    file = current / SHIPPED[-2]
    content = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(content)
    assert polyleaf("messages") == (0, "", "")
    assert file.read_bytes() == content

"""Taking in what came back, whatever it is called and wherever it lies."""

import re
import shlex
import shutil
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.catalog import po
from pipeline.catalog.take import take
from pipeline.check.misplaced import misplaced
from pipeline.project import Project
from pipeline.values.message import Message
from tests.conftest import ROOT, replace

Run = Callable[..., tuple[int, str, str]]

ARTICLE = "attachment-and-depression"


@pytest.fixture
def catalog(project: Path) -> Path:
    return project / f"locales/es/LC_MESSAGES/{ARTICLE}.po"


@pytest.fixture
def sent(catalog: Path, tmp_path: Path) -> Path:
    """The catalog as a translator sends it back: newer, with one text that is another."""
    folder = tmp_path / "sent"
    folder.mkdir()
    text = catalog.read_text(encoding="utf-8").replace("2026-11-20", "2026-11-22", 1)
    assert "¿Qué debo hacer" in text
    file = folder / "final_v2 (1).po"
    file.write_text(text.replace("¿Qué debo hacer", "¿Qué tengo que hacer", 1), encoding="utf-8")
    return file


def test_a_catalog_is_known_by_its_texts_whatever_its_name(
    polyleaf: Run, sent: Path, catalog: Path
) -> None:
    before = catalog.read_bytes()
    status, out, err = polyleaf("receive", str(sent))
    assert f"{sent}: {ARTICLE} in Spanish (es): 1 changed, " in err
    assert out.splitlines()[0] == f"locales/es/LC_MESSAGES/{ARTICLE}.po"
    assert "¿Qué tengo que hacer" in catalog.read_text(encoding="utf-8")
    kept = catalog.with_name(f"{ARTICLE}.po.before")
    assert kept.read_bytes() == before
    assert sent.exists()
    assert status in (0, 1)  # as the checks find the one word
    way = re.search(r"to go back to it: (mv .*)", err)
    assert way
    _, here, there = shlex.split(way[1])
    Path(here).replace(there)
    assert catalog.read_bytes() == before


FIRST = ("¿Qué debo hacer", "¿Qué tengo que hacer")
OTHER = ("Las teorías cognitivas", "Las teorías de la cognición")


def test_a_second_translator_takes_nothing_of_the_first_back(
    polyleaf: Run, catalog: Path, tmp_path: Path
) -> None:
    # Both began from the same version, in an editor that leaves the header as it is.
    begun = catalog.read_text(encoding="utf-8")
    for name, (old, new) in (("a.po", FIRST), ("b.po", OTHER)):
        assert old in begun
        (tmp_path / name).write_text(begun.replace(old, new), encoding="utf-8")
    changed = begun.count(OTHER[0])
    _, _, err = polyleaf("receive", str(tmp_path / "a.po"))
    assert re.search(r"    changed: “.*”: “.*¿Qué tengo .*” in place of “.*¿Qué debo hacer", err)
    status, _, err = polyleaf("receive", str(tmp_path / "b.po"))
    assert status == 0, err
    here = catalog.read_text(encoding="utf-8")
    assert (FIRST[1] in here, FIRST[0] in here) == (True, False)
    assert here.count(OTHER[1]) == changed
    assert "1 as it was here before, kept as it is now" in err
    assert re.search(r"    kept as it is now: “.*”: here “.*tengo .*”, there “.*debo .*before", err)
    assert "taken in: " in err.splitlines()[-1]
    assert "kept as here: 1 text" in err.splitlines()[-1]
    # Again and again, and by a third who began from it: the same.
    assert polyleaf("receive", str(tmp_path / "b.po"))[1] == ""
    (tmp_path / "c.po").write_text(begun, encoding="utf-8")
    _, out, err = polyleaf("receive", str(tmp_path / "c.po"))
    assert (out, "changed" in err) == ("", False)
    assert catalog.read_text(encoding="utf-8") == here
    # Whoever means it, says so.
    assert "to take these as they were before all the same, add --older" in err
    polyleaf("receive", str(tmp_path / "c.po"), "--older")
    here = catalog.read_text(encoding="utf-8")
    assert (FIRST[0] in here, OTHER[0] in here) == (True, True)


def test_a_copy_in_the_project_of_which_something_was_not_taken_stays(
    polyleaf: Run, catalog: Path
) -> None:
    text = catalog.read_text(encoding="utf-8")
    copy = catalog.with_name("copy.po")
    catalog.with_name(f"{catalog.name}.before").write_text(text, encoding="utf-8")
    replace(catalog, *FIRST)
    copy.write_text(text, encoding="utf-8")
    assert "1 as it was here before" in polyleaf("receive", str(copy))[2]
    assert copy.exists()
    copy.write_bytes(catalog.read_bytes())
    assert "removed: all of it" in polyleaf("receive", str(copy))[2]
    assert not copy.exists()


def test_a_catalog_of_before_that_cannot_be_read_stands_in_nobodys_way(
    polyleaf: Run, sent: Path, catalog: Path
) -> None:
    catalog.with_name(f"{catalog.name}.before").write_bytes(b"\xff\0 damaged")
    catalog.with_name(f"{catalog.name}.before1").mkdir()
    assert "1 changed, " in polyleaf("receive", str(sent))[2]


def test_what_half_a_file_lacks_is_counted_and_stays(
    polyleaf: Run, sent: Path, catalog: Path
) -> None:
    before = len(po.read(catalog.read_text(encoding="utf-8")))
    parts = sent.read_text(encoding="utf-8").split("\n\n")
    half = len(parts) // 2
    sent.write_text("\n\n".join(parts[:half]) + "\n", encoding="utf-8")
    err = polyleaf("receive", str(sent))[2]
    assert f", {before - half} not in the file at all, kept as here\n" in err
    assert len(po.read(catalog.read_text(encoding="utf-8"))) == before
    # A whole file says nothing of it.
    assert "not in the file" not in polyleaf("receive", str(catalog.with_suffix(".po.before")))[2]


def test_letters_in_parts_are_the_same_and_so_is_an_english_in_parts(
    polyleaf: Run, sent: Path, catalog: Path
) -> None:
    before = catalog.read_text(encoding="utf-8")
    sent.write_text(unicodedata.normalize("NFD", before), encoding="utf-8")
    status, out, err = polyleaf("receive", str(sent))
    assert (status, out) == (0, "")
    assert re.search(r"\(es\): \d+ as here\n", err)
    own = [po.new_entry(Message(text="Café"), "Cafetería")]
    parts = po.read(unicodedata.normalize("NFD", po.write(own)).replace("Cafete", "Bar, cafete"))
    taken = take(own, parts)
    assert (taken.changed, taken.elsewhere, [one.text for one in taken.entries]) == (1, 0, ["Café"])


def test_of_long_texts_the_place_is_shown_where_they_part(
    polyleaf: Run, sent: Path, catalog: Path
) -> None:
    text = catalog.read_text(encoding="utf-8")
    long = max(po.read(text), key=lambda one: len(one.translation) * bool(one.text))
    words = f"{long.translation.rstrip()} Fin del párrafo."
    sent.write_text(text.replace(long.raw, po.with_translation(long, words).raw), encoding="utf-8")
    (line,) = re.findall(r"    changed: .*", polyleaf("receive", str(sent), "--dry-run")[2])
    end = long.translation[-20:].rstrip()
    assert re.search(rf": “….*{re.escape(end)} Fin del párrafo\.” in place of “….*", line)


def test_who_translated_and_did_not_sign_is_asked_to(polyleaf: Run, sent: Path) -> None:
    asked = (
        "nobody is on record as who translated this, and could sign as its reviser: write "
        '"Last-Translator: …\\n", with the name, into the head of '
        f"locales/es/LC_MESSAGES/{ARTICLE}.po"
    )
    unsigned = sent.read_text(encoding="utf-8")
    for name, is_asked in (("", True), ("Polyleaf <a@b.example>", True), ("Jan Kowalski", False)):
        signed = re.sub(
            r"Last-Translator:.*?\\n", f"Last-Translator: {name}\\\\n", unsigned, count=1
        )
        sent.write_text(signed, encoding="utf-8")
        assert (asked in polyleaf("receive", str(sent), "--dry-run")[2]) is is_asked, name


def test_whoever_translated_once_is_never_another_than_the_translator(
    polyleaf: Run, catalog: Path, tmp_path: Path
) -> None:
    names = ("Jan Kowalski <jan@example.org>", "", "Ana Gil")
    words = ("¿Qué debo hacer", "¿Qué tengo que hacer", "¿Qué puedo hacer", "¿Qué hago yo")
    for name, old, new in zip(names, words, words[1:], strict=False):
        text = catalog.read_text(encoding="utf-8").replace(old, new)
        # A tool that writes a head of its own keeps nobody's lines above it.
        text = re.sub(r"(?s)\A.*?(?=msgid)", "", text)
        text = re.sub(r"Last-Translator:.*?\\n", f"Last-Translator: {name}\\\\n", text, count=1)
        (tmp_path / "back.po").write_text(text, encoding="utf-8")
        assert "1 changed" in polyleaf("receive", str(tmp_path / "back.po"))[2], name
    here = catalog.read_text(encoding="utf-8")
    assert here.count("# Jan Kowalski <jan@example.org>, 2026.\n") == 1
    assert po.as_catalog(po.read(here), "es", "").translators[0] == "Ana Gil"
    assert "Jan Kowalski" in po.as_catalog(po.read(here), "es", "").translators


def test_a_head_keeps_who_translated_before() -> None:
    def head(name: str, notes: str = "") -> po.Entry:
        date = "2026-11-20 10:00+0000"
        return po.header({"PO-Revision-Date": date, "Last-Translator": name}, notes)

    first = head("Jan Kowalski <jan@example.org>", "Spanish, for patients.")
    second = po.with_translators(head("", "Made again."), first)
    third = po.with_translators(head("Ana Gil"), second)
    assert "# Jan Kowalski <jan@example.org>, 2026.\n" in third.raw
    assert po.as_catalog([third], "es", "").translators == ("Ana Gil", "Jan Kowalski")
    assert "for patients" not in second.raw
    assert po.with_translators(third, second).raw == third.raw
    assert po.with_translators(first, None).raw == first.raw


def test_the_last_line_says_what_is_in_and_what_is_still_to_do(
    polyleaf: Run, project: Path, catalog: Path, tmp_path: Path
) -> None:
    entries = po.read(catalog.read_text(encoding="utf-8"))
    emptied = [one if not one.text else po.with_translation(one, "") for one in entries]
    few = [*entries[:4], *emptied[4:]]
    catalog.write_text(po.write(emptied), encoding="utf-8")
    (tmp_path / "few.po").write_text(po.write(few), encoding="utf-8")
    status, _, err = polyleaf("receive", str(tmp_path / "few.po"))
    assert status == 0, err
    left = sum(not one.translation for one in few)
    assert err.splitlines()[-1] == f"taken in: 3 texts; still to be translated: {left} texts"
    assert "error" not in err


@pytest.mark.parametrize(
    ("locale", "encoding"),
    [("es", "cp1252"), ("ru", "cp1251"), ("vi", "cp1252"), ("pl", "cp1250"), ("ar", "cp1256")],
)
def test_a_file_that_was_read_in_a_wrong_encoding_is_refused(
    polyleaf: Run, project: Path, tmp_path: Path, locale: str, encoding: str
) -> None:
    own = shipped_catalog(project, locale)
    before = own.read_bytes()
    folder = {path: path.read_bytes() for path in own.parent.iterdir() if path.is_file()}
    # As editors on Windows read it, and saved it again.
    damaged = before.decode("utf-8").encode().decode(encoding, errors="replace")
    (tmp_path / "back.po").write_text(damaged, encoding="utf-8")
    status, out, err = polyleaf("receive", str(tmp_path / "back.po"))
    assert (status, out) == (1, "")
    assert "letters of a wrong encoding" in err
    assert {path: path.read_bytes() for path in own.parent.iterdir() if path.is_file()} == folder


@pytest.mark.parametrize(("locale", "header"), [("pl", "so"), ("es", "pt_BR"), ("ru", "uk")])
def test_a_file_in_another_language_than_its_header_says_is_refused(
    polyleaf: Run, project: Path, tmp_path: Path, locale: str, header: str
) -> None:
    text = shipped_catalog(project, locale).read_text(encoding="utf-8")
    (project / f"locales/{header}/LC_MESSAGES").mkdir(parents=True, exist_ok=True)
    wrong = text.replace(f'"Language: {locale}\\n"', f'"Language: {header}\\n"')
    assert wrong != text
    (tmp_path / "back.po").write_text(wrong, encoding="utf-8")
    status, out, err = polyleaf("receive", str(tmp_path / "back.po"))
    assert (status, out) == (1, "")
    assert "this looks like " in err
    assert list((project / f"locales/{header}/LC_MESSAGES").glob("*.before")) == []


@pytest.mark.parametrize("locale", Project.at(ROOT).locales())
def test_no_shipped_catalog_is_refused_as_a_whole(locale: str) -> None:
    for file in (ROOT / f"locales/{locale}/LC_MESSAGES").glob("*.po"):
        entries = po.read(file.read_text(encoding="utf-8"))
        texts = [(one.text, one.translation) for one in entries if one.text and not one.obsolete]
        assert misplaced(texts, locale) == ""


def shipped_catalog(project: Path, locale: str) -> Path:
    """Copy a shipped catalog of the article into a project."""
    file = project / f"locales/{locale}/LC_MESSAGES/{ARTICLE}.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / file.relative_to(project), file)
    return file


def test_a_catalog_that_an_editor_saved_as_text_is_named_and_taken_in(
    polyleaf: Run, catalog: Path
) -> None:
    before = catalog.read_bytes()
    saved = catalog.rename(catalog.with_name(f"{catalog.name}.txt"))
    _, out, err = polyleaf("check", "es")
    name = f"locales/es/LC_MESSAGES/{saved.name}"
    assert f"the catalog is missing; its texts stand in {name}" in out
    assert f"polyleaf receive '{name}'" in out
    assert polyleaf("receive", str(saved))[0] == 0, err
    assert (saved.exists(), catalog.read_bytes() == before) == (False, True)


def test_a_dry_run_says_all_and_writes_nothing(polyleaf: Run, sent: Path, catalog: Path) -> None:
    before = catalog.read_bytes()
    _, out, err = polyleaf("receive", str(sent), "--dry-run")
    assert (out, "1 changed" in err) == ("", True)
    assert re.search(r"    changed: “.*”: “.*¿Qué tengo .*” in place of “.*¿Qué debo hacer", err)
    assert f"would be kept as locales/es/LC_MESSAGES/{ARTICLE}.po.before" in err
    assert "nothing was written" in err
    assert catalog.read_bytes() == before
    assert len(list(catalog.parent.iterdir())) == 2


def test_a_dry_run_shows_the_first_few_and_all_where_they_are_asked_for(
    polyleaf: Run, sent: Path
) -> None:
    text = sent.read_text(encoding="utf-8")
    sent.write_text(re.sub(r"(?<=\nmsgstr \")(?=[A-Z])", "X", text), encoding="utf-8")
    few = polyleaf("receive", str(sent), "--dry-run")[2]
    every = polyleaf("receive", str(sent), "--dry-run", "--verbose")[2]
    found = re.search(r"    changed: and (\d+) more; -v shows them", few)
    assert found
    assert (few.count("    changed: “"), every.count("    changed: “")) == (3, 3 + int(found[1]))


def test_a_text_whose_english_was_changed_is_named_with_the_right_one(
    polyleaf: Run, sent: Path, catalog: Path
) -> None:
    replace(sent, 'msgid "Final Thoughts"', 'msgid "Final Thougts"')
    _, _, err = polyleaf("receive", str(sent))
    assert (
        "not a text of the article: “Final Thougts”: the English was changed in the file; the "
        "article says “Final Thoughts”: put that back there"
    ) in err
    assert 'msgid "Final Thoughts"' in catalog.read_text(encoding="utf-8")


def test_of_a_long_text_whose_english_was_changed_the_place_is_shown(
    polyleaf: Run, sent: Path
) -> None:
    replace(sent, "of depression [@beck1967]", "of depression [@Beck1967]")
    _, _, err = polyleaf("receive", str(sent))
    told = next(line for line in err.splitlines() if "the English was changed" in line)
    assert told.index("[@Beck1967]") < told.index("the article says") < told.index("[@beck1967]")


def test_letters_of_a_wrong_encoding_are_the_fault_that_is_told(polyleaf: Run, sent: Path) -> None:
    replace(sent, "Las teorías cognitivas", "Las teorÃ\xadas cogniciÃ³n")
    _, _, err = polyleaf("receive", str(sent))
    assert "letters of a wrong encoding: " in err
    assert "SAF002" not in err


def test_what_is_finished_here_survives_what_came_back_empty_or_fuzzy(
    polyleaf: Run, catalog: Path, tmp_path: Path
) -> None:
    text = catalog.read_text(encoding="utf-8")
    lines = text.splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("msgid ") and n > 20)
    end = next(n for n in range(first, len(lines)) if not lines[n].strip())
    start = next(n for n in range(first, end) if lines[n].startswith("msgstr"))
    emptied = [*lines[:start], 'msgstr ""', *lines[end:]]
    (tmp_path / "back.po").write_text("\n".join(emptied) + "\n", encoding="utf-8")
    status, out, err = polyleaf("receive", str(tmp_path / "back.po"))
    assert (status, out) == (0, "")
    assert "1 empty or fuzzy there and finished here, kept as here" in err
    assert catalog.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("good", "bad", "code"),
    [
        ("depresión [@beck1967] subrayan", "depresión subrayan", "CIT001"),
        ("Las teorías cognitivas", "Llame al novecientos once. Las teorías cognitivas", "SAF013"),
    ],
)
def test_a_text_that_came_back_with_an_error_stays_as_it_is_and_the_rest_is_taken(
    polyleaf: Run, sent: Path, catalog: Path, good: str, bad: str, code: str
) -> None:
    replace(sent, good, bad)
    status, out, err = polyleaf("receive", str(sent))
    assert status == 1
    assert "1 with an error that nobody may ignore, kept as here" in err
    assert re.search(rf"    not taken: “.*”: line \d+: {code}", err)
    here = catalog.read_text(encoding="utf-8")
    assert (good in here, bad in here, "¿Qué tengo que hacer" in here) == (True, False, True)
    assert "to go back to it: mv" in err
    assert "SAF013" not in out


@pytest.mark.parametrize("is_raised", [True, False])
def test_what_a_policy_makes_an_error_is_one_when_it_comes_back(
    polyleaf: Run, sent: Path, project: Path, is_raised: bool
) -> None:
    if is_raised:
        (project / "source/policy.toml").write_text(
            '[[finding]]\ncode = "SAF011"\nseverity = "error"\nreason = "doses were mistyped"\n'
        )
    replace(sent, "Las teorías cognitivas", "Las 7 teorías cognitivas")
    _, _, err = polyleaf("receive", str(sent))
    assert ("1 with an error that nobody may ignore, kept as here" in err) is is_raised


def test_what_is_wrong_here_too_is_taken_as_it_came(
    polyleaf: Run, sent: Path, catalog: Path
) -> None:
    for file, line in ((catalog, "Llame al 911. "), (sent, "Llame al 988. ")):
        replace(file, "¿Qué ", f"{line}¿Qué ")
    _, _, err = polyleaf("receive", str(sent))
    assert "kept as here" not in err
    assert "Llame al 988" in catalog.read_text(encoding="utf-8")


def test_an_older_catalog_overwrites_nothing_unless_it_is_meant(
    polyleaf: Run, sent: Path, catalog: Path
) -> None:
    replace(sent, "2026-11-22", "2025-01-01")
    before = catalog.read_bytes()
    status, out, err = polyleaf("receive", str(sent))
    assert (status, out) == (1, "")
    assert "it is of 2025-01-01, and the catalog here of 2026-11-20 says something else" in err
    assert catalog.read_bytes() == before
    assert "¿Qué tengo que hacer" not in catalog.read_text(encoding="utf-8")
    polyleaf("receive", str(sent), "--older")
    assert "¿Qué tengo que hacer" in catalog.read_text(encoding="utf-8")


def test_an_archive_of_an_agency_is_taken_in_with_all_that_is_ours(
    project: Path, polyleaf: Run, sent: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "agency.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.write(sent, "job 17/ES/final.po")
        file.writestr("job 17/ES/final.mo", b"x")
        file.writestr("__MACOSX/._final.po", b"x")
        file.writestr("../../../evil.po", "")
        file.writestr(
            "job 17/other.po", 'msgid ""\nmsgstr "Language: es\\n"\n\nmsgid "A"\nmsgstr "B"\n'
        )
        file.writestr("job 17/invoice.pdf", b"%PDF")
    status, out, err = polyleaf("receive", str(archive))
    assert status == 1
    assert f"locales/es/LC_MESSAGES/{ARTICLE}.po" in out
    assert f"{archive}: job 17/ES/final.po: {ARTICLE} in Spanish (es): 1 changed" in err
    assert "final.mo: a .mo file is made from the catalog; send the .po file" in err
    assert "evil.po: line 1: the catalog is empty" in err
    assert "other.po: no article here has its texts" in err
    assert "MACOSX" not in err
    assert not list(tmp_path.rglob("evil.po"))


def test_a_zip_bomb_is_not_unpacked(polyleaf: Run, tmp_path: Path) -> None:
    archive = tmp_path / "bomb.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("es.po", b"0" * 60_000_000)
    status, out, err = polyleaf("receive", str(archive))
    assert (status, out) == (1, "")
    assert "es.po: it has more than 5 MB" in err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04 damaged", "it is damaged, or no zip"),
        (b"", "it is damaged, or no zip"),
    ],
)
def test_a_damaged_archive_is_one_line(
    polyleaf: Run, tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    status, out, err = polyleaf("receive", str(tmp_path / "a.zip"))
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert said in err


def test_links_in_a_folder_are_not_followed(polyleaf: Run, catalog: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "es.po").symlink_to(catalog)
    status, _, err = polyleaf("receive", str(folder))
    assert status == 1
    assert "es.po: it is a link; send the file itself" in err


def test_two_files_for_one_catalog_are_refused_unless_they_are_the_same(
    polyleaf: Run, sent: Path, catalog: Path
) -> None:
    before = catalog.read_bytes()
    other = sent.with_name("final.po")
    other.write_bytes(sent.read_bytes() + b"\n# another\n")
    status, _, err = polyleaf("receive", str(sent.parent))
    assert (status, err.count("is for the same catalog: name only the one")) == (1, 2)
    assert catalog.read_bytes() == before
    other.write_bytes(sent.read_bytes())
    _, out, err = polyleaf("receive", str(sent.parent))
    assert f"it is the same as {other}" in err
    assert ARTICLE in out


def test_a_language_that_is_not_started_is_named_with_what_starts_it(
    polyleaf: Run, sent: Path
) -> None:
    replace(sent, "Language: es", "Language: sw")
    status, _, err = polyleaf("receive", str(sent))
    assert (status, "its language 'sw' is not started here: polyleaf locale sw" in err) == (1, True)


def test_a_head_that_says_another_language_than_the_folder_is_refused(
    polyleaf: Run, sent: Path
) -> None:
    (sent.parent / "ar").mkdir()
    moved = sent.rename(sent.parent / "ar/article.po")
    status, _, err = polyleaf("receive", str(moved))
    assert (status, "its header says Language: es, and its name says ar" in err) == (1, True)


def test_a_renamed_article_gets_its_translations_back_in_one_command(
    project: Path, polyleaf: Run, catalog: Path
) -> None:
    article = project / f"source/{ARTICLE}.md"
    replace(article, f"id: {ARTICLE}", "id: bonds")
    article.rename(project / "source/bonds.md")
    line = "polyleaf receive 'locales' (takes in all 2 of such catalogs)"
    said = polyleaf("check", "es")[1]
    assert said.count(line) == 2, "two catalogs, told in one line, and the one that is missed"
    assert f"is missing; its texts stand in locales/es/LC_MESSAGES/{ARTICLE}.po" in said
    status, out, err = polyleaf("receive", str(project / "locales"))
    assert (status, "refused" in err) == (0, False), err
    assert "locales/es/LC_MESSAGES/bonds.po" in out
    assert "removed: all of it is in its right place now" in err
    assert not catalog.exists()
    assert "CAT027" not in polyleaf("check", "es")[1]
    assert " 0        0 " in polyleaf("status", "es")[1]

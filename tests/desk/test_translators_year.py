"""A translator's year, with the real commands: a language begins, the article changes, it prints.

The language is es_419 in a project that has no other, so that nothing is taken over from Spanish.
The translation is a false one: each word with a letter in front, so that its source can be seen.
"""

import json
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree

import pytest

from pipeline.catalog import po
from pipeline.verify.page import read_pages
from pipeline.verify.text import read
from tests.catalog.test_editors import careless
from tests.conftest import told

Run = Callable[..., tuple[int, str, str]]
Key = tuple[str, str]

LOCALE = "es_419"
NAME = "attachment-and-depression"
PDF = f"build/{LOCALE}/{NAME}-handout-{LOCALE}-US.pdf"

ADDED = "Healing takes time [@beck1967], and **nobody** has to do it alone."
DELETED = (
    "Secure attachment fosters co-regulation: a caregiver’s presence helps a child learn how to "
    "manage distress."
)
REWORDED = "This leads to a belief that they are unwanted, even when that is not the case."
REWORDED_TO = "This leads to the belief that they are unwanted, even where that is not the case."
MOVED = "Individuals with anxious or disorganized attachment often grow up"
HEADING = "Final Thoughts"
HEADING_TO = "Final Thoughts and Hope"
ICON = " {icon=sun}"
CRISIS = "Suicidal thoughts can pass, and support helps."
CRISIS_TO = "Suicidal thoughts can pass, and support does help."

_ATOM = re.compile(r"(\[-?@[^\]]+\]|\{\w+\}|\b(?:Joiner|Coyne)\b)")


def false_translation(text: str, letter: str) -> str:
    """Put a letter before each word; citations, placeholders, digits and markup stay.

    A proof is "no" approved in Spanish: without the word it would be called approved.
    """
    words = "".join(
        part if _ATOM.fullmatch(part) else re.sub(r"[^\W\d_]+", rf"{letter}\g<0>", part)
        for part in _ATOM.split(text)
    )
    return re.sub(rf"\b{letter}not (?={letter}approved)", "no ", words, flags=re.IGNORECASE)


@dataclass(slots=True)
class Desk:
    """The translator, with the catalogs on the desk and all that was ever written."""

    project: Path
    polyleaf: Run
    letter: str = "y"
    written: set[tuple[Key, str]] = field(default_factory=set)

    @property
    def article(self) -> Path:
        return self.project / f"source/{NAME}.md"

    @property
    def folder(self) -> Path:
        return self.project / f"locales/{LOCALE}/LC_MESSAGES"

    def catalog(self, name: str = NAME) -> str:
        return (self.folder / f"{name}.po").read_text(encoding="utf-8")

    def entries(self, *, obsolete: bool = False) -> dict[str, po.Entry]:
        """Return the article's entries by their English."""
        found = po.read(self.catalog())
        return {entry.text: entry for entry in found if entry.text and entry.obsolete is obsolete}

    def fuzzy(self) -> set[str]:
        return {text for text, entry in self.entries().items() if entry.fuzzy}

    def missing(self) -> set[str]:
        return {text for text, entry in self.entries().items() if not entry.translation}

    def edit(self, *changes: tuple[str, str]) -> None:
        """Change the article, and bring the catalogs up to date."""
        text = self.article.read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        self.article.write_text(text, encoding="utf-8")
        assert self.polyleaf("messages", LOCALE)[0] == 0
        self.loses_nothing()

    def translate(self) -> None:
        """Translate what is open in both catalogs, and take the fuzzy marks away."""
        for name in (NAME, "sheet"):
            entries = [self._translated(entry) for entry in po.read(self.catalog(name))]
            text = "".join(entries).rstrip("\n") + "\n"
            (self.folder / f"{name}.po").write_text(text, encoding="utf-8")
        self.remember()
        assert self.fuzzy() | self.missing() == set()

    def _translated(self, entry: po.Entry) -> str:
        if entry.obsolete or not entry.text or (entry.translation and not entry.fuzzy):
            return entry.raw
        head = entry.raw[: entry.raw.index("\nmsgstr")].splitlines()
        lines = [line for line in head if not line.startswith(("#,", "#|"))]
        words = json.dumps(false_translation(entry.text, self.letter), ensure_ascii=False)
        return "\n".join([*lines, f"msgstr {words}", "", ""])

    def remember(self) -> None:
        self.written |= {
            (entry.key, entry.translation)
            for entry in po.read(self.catalog())
            if entry.text and entry.translation and not entry.fuzzy
        }

    def loses_nothing(self) -> None:
        kept = {(entry.key, entry.translation) for entry in po.read(self.catalog())}
        assert self.written - kept == set()

    def is_refused(self, *codes: str) -> None:
        """Assert that nothing prints, that each open text is named, and no old sheet is left."""
        status, out, err = self.polyleaf("pdf", LOCALE, "--verbose")
        assert (status, out) == (1, "")
        assert sorted(re.findall(r"error (\w+):", err)) == sorted(codes)
        assert f"refused: {NAME} in {LOCALE}" in err
        assert list((self.project / "build").rglob("*.pdf")) == []

    def prints(self) -> str:
        """Assert that the sheet prints; return what is read back from it, with | for a bracket."""
        status, out, err = self.polyleaf("pdf", LOCALE)
        assert (status, out, told(err)) == (0, f"{PDF}\n", "")
        sheet = read(read_pages((self.project / PDF).read_bytes()), rtl=False)
        return "".join(sheet.text.split())

    def is_clean(self) -> None:
        status, out, err = self.polyleaf("check", LOCALE)
        assert (status, err, " error " in out) == (0, "", False)

    def stands(self, *, fuzzy: Collection[str] = (), missing: Collection[str] = ()) -> None:
        """Assert what is open, and nothing besides."""
        assert self.fuzzy() == set(fuzzy)
        assert self.missing() == set(missing)


def on_paper(text: str, letter: str = "y") -> str:
    return "".join(false_translation(text, letter).split())


@pytest.fixture
def desk(project: Path, polyleaf: Run) -> Desk:
    """A language that was started and translated."""
    for folder in (project / "locales").glob("*/"):
        rmtree(folder)
    desk = Desk(project, polyleaf)
    desk.folder.mkdir(parents=True)
    assert polyleaf("messages", LOCALE)[0] == 0
    desk.translate()
    return desk


def test_a_language_begins_with_gaps_that_are_all_named(project: Path, polyleaf: Run) -> None:
    for folder in (project / "locales").glob("*/"):
        rmtree(folder)
    desk = Desk(project, polyleaf)
    desk.folder.mkdir(parents=True)
    status, out, err = polyleaf("messages", LOCALE)
    assert (status, err) == (0, "")
    for name in (NAME, "sheet"):
        assert f"locales/{LOCALE}/LC_MESSAGES/{name}.po" in out
    gaps = [
        entry
        for name in (NAME, "sheet")
        for entry in po.read(desk.catalog(name))
        if entry.text and not entry.translation
    ]
    assert len(gaps) > 80
    desk.is_refused(*("SAF006" if gap.context == "crisis" else "CAT010" for gap in gaps))
    desk.translate()
    desk.is_clean()


def test_a_paragraph_that_is_added_is_the_only_gap(desk: Desk) -> None:
    desk.edit((f"\n## {HEADING}{ICON}\n", f"\n{ADDED}\n\n## {HEADING}{ICON}\n"))
    desk.stands(missing=[ADDED])
    assert desk.entries(obsolete=True) == {}
    desk.is_refused("CAT010")
    desk.translate()
    desk.is_clean()


def test_a_paragraph_that_is_deleted_is_kept_as_obsolete_and_comes_back_finished(
    desk: Desk,
) -> None:
    before = desk.catalog()
    desk.edit((f"{DELETED}\n\n", ""))
    desk.stands()
    assert desk.entries(obsolete=True)[DELETED].translation == false_translation(DELETED, "y")
    desk.is_clean()
    paragraph = "Those with insecure attachment never"
    desk.edit((paragraph, f"{DELETED}\n\n{paragraph}"))
    desk.stands()
    assert desk.catalog() == before
    desk.is_clean()


def test_a_paragraph_that_is_reworded_is_fuzzy_and_shows_what_it_was(desk: Desk) -> None:
    desk.edit((REWORDED, REWORDED_TO))
    desk.stands(fuzzy=[REWORDED_TO])
    entry = desk.entries()[REWORDED_TO]
    assert entry.translation == false_translation(REWORDED, "y")
    assert '#| msgid "This leads to a belief' in " ".join(entry.raw.replace('"\n#| "', "").split())
    desk.is_refused("CAT011")
    desk.translate()
    desk.is_clean()
    desk.edit((REWORDED_TO, REWORDED))
    desk.stands()
    assert desk.entries()[REWORDED].translation == false_translation(REWORDED, "y")


def test_a_paragraph_that_moves_to_another_section_is_still_translated(desk: Desk) -> None:
    before = desk.entries()
    text = desk.article.read_text(encoding="utf-8")
    (moved,) = [part for part in text.split("\n\n") if part.startswith(MOVED)]
    desk.edit((f"{moved}\n\n", ""), (f"## {HEADING}{ICON}\n", f"## {HEADING}{ICON}\n\n{moved}\n"))
    desk.stands()
    after = desk.entries()
    assert {text: entry.translation for text, entry in after.items()} == {
        text: entry.translation for text, entry in before.items()
    }
    assert f"#. paragraph › {HEADING}\n" in after[moved].raw
    assert desk.entries(obsolete=True) == {}
    desk.is_clean()


def test_a_heading_that_changes_is_fuzzy_and_what_stands_below_is_not(desk: Desk) -> None:
    desk.edit((f"## {HEADING}{ICON}\n", f"## {HEADING_TO}{ICON}\n"))
    desk.stands(fuzzy=[HEADING_TO])
    (below,) = [
        entry
        for text, entry in desk.entries().items()
        if text.startswith("Depression is not just chemical")
    ]
    assert f"#. paragraph › {HEADING_TO}\n" in below.raw
    desk.is_refused("CAT011")
    desk.translate()
    desk.is_clean()


def test_a_crisis_sentence_that_changes_is_empty_and_its_old_words_are_kept(desk: Desk) -> None:
    desk.edit((CRISIS, CRISIS_TO))
    assert desk.fuzzy() == set()
    (missing,) = desk.missing()
    assert CRISIS_TO in missing
    assert desk.entries()[missing].context == "crisis"
    (old,) = desk.entries(obsolete=True).values()
    assert false_translation(CRISIS, "y") in old.translation
    desk.is_refused("SAF006")
    desk.translate()
    desk.is_clean()


@pytest.mark.exhaustive
def test_a_year_of_changes_comes_back_from_a_careless_editor_and_prints(desk: Desk) -> None:
    # Spring: the first sheet.
    assert on_paper(REWORDED) in desk.prints()

    # Summer: everything changes at once, and the earlier sheet goes.
    text = desk.article.read_text(encoding="utf-8")
    (moved,) = [part for part in text.split("\n\n") if part.startswith(MOVED)]
    desk.edit(
        (f"{DELETED}\n\n", ""),
        (f"{moved}\n\n", ""),
        (f"## {HEADING}{ICON}\n", f"{ADDED}\n\n## {HEADING_TO}{ICON}\n\n{moved}\n"),
        (REWORDED, REWORDED_TO),
        (CRISIS, CRISIS_TO),
    )
    (crisis,) = [text for text in desk.missing() if CRISIS_TO in text]
    desk.stands(fuzzy=[HEADING_TO, REWORDED_TO], missing=[ADDED, crisis])
    desk.is_refused("CAT010", "SAF006", "CAT011", "CAT011")

    # Autumn: the catalogs are with the translator, whose editor rewraps and drops flags; at home
    # the deleted paragraph comes back meanwhile.
    desk.letter = "z"
    at_home = {name: desk.catalog(name) for name in (NAME, "sheet")}
    desk.translate()
    sent_back = {name: careless(desk.catalog(name)) for name in at_home}
    assert "#, fuzzy" not in sent_back[NAME]
    for name, catalog in at_home.items():
        (desk.folder / f"{name}.po").write_text(catalog, encoding="utf-8")
    written, desk.written = desk.written, set()
    desk.edit(("Anxious attachment often", f"{DELETED}\n\nAnxious attachment often"))
    assert desk.entries()[DELETED].translation == false_translation(DELETED, "y")
    desk.written = written
    for name, catalog in sent_back.items():
        (desk.folder / f"{name}.po").write_text(catalog, encoding="utf-8")

    # Winter: merged back. Nothing is open, nothing was lost, and the paper shows the new words.
    assert desk.polyleaf("messages", LOCALE)[0] == 0
    desk.loses_nothing()
    desk.stands()
    assert "python-" not in desk.catalog() + desk.catalog("sheet")
    desk.is_clean()
    seen = desk.prints()
    for english in (HEADING_TO, REWORDED_TO, CRISIS_TO):
        assert on_paper(english, "z") in seen
    for english in (DELETED, MOVED):
        assert on_paper(english) in seen
    assert "zHealingztakesztime|Beck,1967|,zandznobodyzhas" in seen
    assert on_paper(REWORDED) not in seen
    assert "988" in seen
    assert "911" in seen
    assert desk.polyleaf("messages", LOCALE) == (0, "", "")

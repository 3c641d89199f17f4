"""A year in the life of one article: what each locale may print at each step, and what it says.

Nothing is typeset: a sheet's state, its text and its numbers are decided before that.
"""

import json
import shutil
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from pipeline.catalog import po
from pipeline.cli.main import main
from pipeline.project import Project, disk
from pipeline.project import sources as sources_module
from pipeline.publish.run import read_batch_sources
from pipeline.publish.sheet import Prepared, look_at_sheet
from tests.conftest import ROOT, replace
from tests.orders import order_of

Run = Callable[..., tuple[int, str, str]]

NAME = "sleep-and-mood"
TODAY = ("--today", "2026-11-23")
RECORDS = ("US/988", "US/emergency")
QUOTES = ("“I will never sleep again.”", '"I will never sleep again."')
CITED = ("sleep.example.org/nights).", "sleep.example.org/nights) [@beck1967].")
REWORDED = ("which grows in sleepless nights", "which spreads in sleepless nights")
DOSE = ("a tablet of 10 mg", "a tablet of 20 mg")
NEGATION = ("20 mg does not change that", "20 mg changes that")


@dataclass(slots=True)
class Year:
    """The article, its people, and what they print."""

    root: Path
    polyleaf: Run
    fonts: Path
    today: tuple[str, str] = TODAY

    def run(self, *words: str) -> str:
        status, out, err = self.polyleaf(*words)
        assert status == 0, err
        return out + err

    def edit(self, change: tuple[str, str], version: str = "") -> str:
        """Change the English, and its version; return what ``messages`` says of it."""
        article = self.root / f"source/{NAME}.md"
        replace(article, *change)
        if version:
            text = article.read_text(encoding="utf-8")
            now = text.partition('version: "')[2].partition('"')[0]
            replace(article, f'version: "{now}"', f'version: "{version}"')
        return self.run("messages")

    def entry(self, begins: str) -> po.Entry:
        entries = po.read(self.catalog.read_text(encoding="utf-8"))
        (found,) = [one for one in entries if one.text.startswith(begins) and not one.obsolete]
        return found

    @property
    def catalog(self) -> Path:
        return self.root / f"locales/es/LC_MESSAGES/{NAME}.po"

    def translate(self, begins: str, words: str = "") -> None:
        """Finish an entry: in other words, or as it stands."""
        entries = po.read(self.catalog.read_text(encoding="utf-8"))
        done = []
        for one in entries:
            if one.text.startswith(begins) and not one.obsolete:
                text = one.raw.replace("#, fuzzy\n", "")
                (one,) = po.read(text)  # noqa: PLW2901
                one = po.with_translation(one, words or one.translation)  # noqa: PLW2901
            done.append(one)
        self.catalog.write_text(po.write(done), encoding="utf-8")
        self.run("messages")

    def approve(self) -> None:
        """Have both locales approved by all whom the policy asks for."""
        who = ("--qualification", "sworn translator", "--languages", "en es")
        self.run("approve", "es", "--role", "reviser", "--by", "Eva Ruiz", *who, *self.today)
        self.run("approve", "es", "--role", "clinician", "--by", "Ana Pérez", *self.today)
        self.run("approve", "en", "--role", "editor", "--by", "Tom Field", *self.today)

    def confirm(self) -> None:
        for name in RECORDS:
            how = "read the page of its authority"
            self.run("confirm", name, "--by", "Ana Pérez", "--how", how, *self.today)

    def sheet(self, locale: str, *, working: bool = False) -> tuple[str, str, str, str]:
        """Return state, version and release of a sheet, and its text; refused ones have codes."""
        sources, hashes = read_batch_sources(Project.at(self.root))
        today = date.fromisoformat(self.today[1])
        order = order_of(sources.project, region="US", working=working, today=today)
        made = look_at_sheet(sources, hashes, sources.articles[0], locale, order, self.fonts)
        if not isinstance(made, Prepared):
            return "refused", "", "", " ".join(sorted({one.code for one in made.findings}))
        record = made.record
        return record["state"], record["version"], record.get("release", ""), made.html

    def prints(self, locale: str, *, working: bool = False) -> tuple[str, ...]:
        state, version, release, said = self.sheet(locale, working=working)
        return (state, said) if state == "refused" else (state, version, release)


@pytest.fixture
def year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Year:
    def polyleaf(command: str, *words: str) -> tuple[int, str, str]:
        status = main([command, "--project", str(tmp_path), *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    shutil.copytree(ROOT / "tests/golden/stock", tmp_path, dirs_exist_ok=True)
    credits_ = tmp_path / "locales/es/credits.toml"
    credits_.write_text("[[translated]]\nmachine = true\non = 2026-11-20\n", encoding="utf-8")
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    year = Year(tmp_path, polyleaf, fonts)
    year.run("messages")
    year.confirm()
    return year


@pytest.fixture
def released(year: Year) -> Year:
    year.approve()
    year.run("release", NAME, "1.0", *TODAY)
    return year


def test_a_machines_translation_is_a_proof_until_two_people_have_read_it(year: Year) -> None:
    assert year.prints("es") == ("proof", "1.0", "")
    status, _, err = year.polyleaf("release", NAME, "1.0", *TODAY)
    assert status == 2
    assert "nothing to release" in err
    year.approve()
    assert year.prints("es") == ("approved", "1.0", "")
    assert year.prints("en") == ("approved", "1.0", "")
    assert "in en es; new: en es" in year.run("release", NAME, "1.0", *TODAY)
    assert "nothing new" in year.run("release", NAME, "1.0", *TODAY)


@pytest.mark.exhaustive
def test_a_year(released: Year) -> None:  # noqa: PLR0915 # a year is long
    year = released
    # Quotes: nothing to do, and nothing lapses.
    assert "signs only" in year.edit(QUOTES)
    for locale in ("en", "es"):
        assert year.prints(locale) == ("approved", "1.0", "")

    # A citation: the program puts it in; until that is looked at and approved, 1.0 stays in print.
    assert "citations, links or placeholders only" in year.edit(CITED, "1.1")
    entry = year.entry("You can find more")
    assert entry.fuzzy
    assert entry.translation.endswith("nights) [@beck1967].")
    assert year.prints("es") == ("approved", "1.0", "1.0")
    assert year.prints("en") == ("approved", "1.0", "1.0")
    assert year.prints("es", working=True) == ("refused", "CAT011")
    year.translate("You can find more")
    assert year.prints("es", working=True) == ("proof", "1.1", "")
    state, _, _, html = year.sheet("es")
    assert state == "approved"
    assert "El original está ahora en la versión" in html
    assert "beck1967" not in html
    year.approve()
    assert year.prints("es") == ("approved", "1.1", "")
    year.run("release", NAME, "1.1", *TODAY)

    # A sentence reworded: the newest release stays in print.
    assert "wording, to be brought up to date" in year.edit(REWORDED, "1.2")
    assert year.entry("Joiner’s theory").fuzzy or year.entry("Joiner's theory").fuzzy
    assert year.prints("es") == ("approved", "1.1", "1.1")
    assert year.prints("en", working=True) == ("proof", "1.2", "")

    # A number of the region changes: on the released sheet too, which is a proof until it is
    # confirmed.
    region = year.root / "source/regions/US.toml"
    replace(region, 'kind = "text"\nnumber = "988"', 'kind = "text"\nnumber = "741741"')
    state, version, release, html = year.sheet("es")
    assert (state, version, release) == ("proof", "1.1", "1.1")
    assert "741741" in html
    year.confirm()
    assert year.prints("es") == ("approved", "1.1", "1.1")

    # A dose: no release is printed before somebody has looked, not even an older one.
    assert "to be translated anew" in year.edit(DOSE, "1.3")
    assert year.entry("Most adults").translation == ""
    assert year.prints("es")[0] == "refused"
    assert "REL002" in year.prints("es")[1]
    assert year.prints("en") == ("proof", "1.3", "")
    assert "held back" in year.run("status", "es", *TODAY)
    (row,) = json.loads(year.polyleaf("status", "es", "--json", *TODAY)[1])
    assert row["release"] == ""
    assert [(one["version"], one["held_back"]) for one in row["releases"]] == [
        ("1.1", True),
        ("1.0", True),
    ]
    assert [one["code"] for one in row["findings"]].count("REL002") == 2
    why = ("--by", "Ana Pérez", "--why", "10 mg is as safe as 20 mg", *TODAY)
    assert "1 change known" in year.run("release", "keep", NAME, "1.1", *why)
    assert year.prints("es") == ("approved", "1.1", "1.1")
    assert year.prints("en") == ("approved", "1.1", "1.1")
    (row,) = json.loads(year.polyleaf("status", "es", "--json", *TODAY)[1])
    assert row["release"] == "1.1"

    # A negation goes: who kept the release knew of another change.
    year.edit(NEGATION, "1.4")
    assert year.prints("es")[0] == "refused"
    assert year.prints("en") == ("proof", "1.4", "")

    # The release is withdrawn, and so is what was printed of it.
    why = ("--by", "Ana Pérez", "--why", "the dose was wrong", *TODAY)
    year.run("release", "withdraw", NAME, "1.1", *why)
    assert year.prints("es")[0] == "refused"
    assert "withdrawn in en es" in year.run("status", "es", *TODAY)
    text = (
        "La mayoría de las personas adultas necesita unas 7 horas de sueño (siestas incluidas), y "
        "una tableta de 20 mg cambia eso.[^1]"
    )
    year.translate("Most adults", text)
    year.translate("Joiner")
    year.approve()
    assert year.prints("es") == ("approved", "1.4", "")
    assert year.prints("en") == ("approved", "1.4", "")


def test_a_withdrawn_release_is_never_printed_whatever_the_original_says(released: Year) -> None:
    year = released
    year.edit(REWORDED, "1.1")
    assert year.prints("es") == ("approved", "1.0", "1.0")
    why = ("--by", "Ana Pérez", "--why", "a sentence was wrong", *TODAY)
    year.run("release", "withdraw", NAME, "1.0", "--locale", "es", *why)
    assert year.prints("es")[0] == "refused"
    assert year.prints("en") == ("approved", "1.0", "1.0")
    year.run("release", "withdraw", NAME, "1.0", *why)
    assert year.prints("en") == ("proof", "1.1", "")


def test_a_release_whose_files_were_touched_is_not_printed_and_is_told(released: Year) -> None:
    year = released
    year.edit(REWORDED, "1.1")
    folder = year.root / f"source/releases/{NAME}/1.0"
    for file, told in (
        (f"locales/es/LC_MESSAGES/{NAME}.po", "not as it was released"),
        ("release.toml", "changed by hand"),
    ):
        kept = (folder / file).read_bytes()
        (folder / file).write_bytes(kept.replace(b"2026-", b"2025-").replace(b"sue", b"Sue", 1))
        assert year.prints("en") == ("proof", "1.1", "")
        status, out, _ = year.polyleaf("check", *TODAY)
        assert status == 1
        assert "REL001" in out
        assert told in out
        (folder / file).write_bytes(kept)
    (folder / "locales/es/more.po").write_text("", encoding="utf-8")
    assert year.prints("en") == ("proof", "1.1", "")
    (folder / "locales/es/more.po").unlink()
    assert year.prints("en") == ("approved", "1.0", "1.0")


def test_a_release_takes_in_a_locale_that_is_approved_later(year: Year) -> None:
    year.run("approve", "en", "--role", "editor", "--by", "Tom Field", *TODAY)
    assert "in en; new: en" in year.run("release", NAME, "1.0", *TODAY)
    year.approve()
    assert "in en es; new: es" in year.run("release", NAME, "1.0", *TODAY)
    year.edit(REWORDED, "1.1")
    for locale in ("en", "es"):
        assert year.prints(locale) == ("approved", "1.0", "1.0")
    assert year.run("list", "releases") == f"{NAME} 1.0  of 2026-11-23, in en es\n"


def test_the_same_version_is_not_released_with_another_text(released: Year) -> None:
    year = released
    year.edit(REWORDED)
    year.translate("Joiner")
    year.approve()
    status, _, err = year.polyleaf("release", NAME, "1.0", *TODAY)
    assert status == 2
    assert "give the article a new version" in err


def test_a_release_is_written_whole_or_not_at_all(
    year: Year, monkeypatch: pytest.MonkeyPatch
) -> None:
    year.approve()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk, "write_together", full)
    status, _, err = year.polyleaf("release", NAME, "1.0", *TODAY)
    assert status == 2
    assert "the disk is full" in err
    assert not list(year.root.glob(f"source/releases/{NAME}/*/*"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((NAME,), "say which article and which version"),
        ((NAME, "2.0"), "is at version 1.0, not 2.0"),
        (("nap", "1.0"), "unknown article 'nap'"),
        (("keep", NAME, "1.0"), "say who and why"),
        (("keep", NAME, "1.0", "--by", "Ana Pérez", "--why", "so it is"), "nothing holds"),
        (("keep", NAME, "1.0", "--by", "admin", "--why", "so it is"), "is an example"),
        (("withdraw", NAME, "3.0", "--by", "Ana Pérez", "--why", "so it is"), "no release '3.0'"),
        (
            ("withdraw", NAME, "1.0", "--by", "Ana Pérez", "--why", "so", "--locale", "fr"),
            "--why 'so' says nothing",
        ),
        ((NAME, "1.0", "--by", "Ana Pérez"), "are for keep and withdraw"),
    ],
)
def test_a_slip_is_refused_and_changes_nothing(
    released: Year, words: tuple[str, ...], said: str
) -> None:
    def files() -> dict[Path, bytes]:
        return {file: file.read_bytes() for file in released.root.rglob("*.toml")}

    before = files()
    status, out, err = released.polyleaf("release", *words, *TODAY)
    assert (status, out) == (2, "")
    assert said in err
    assert files() == before


def test_only_a_change_of_substance_holds_a_release_back(released: Year) -> None:
    year = released
    article = year.root / f"source/{NAME}.md"
    before = article.read_text(encoding="utf-8")
    for added, held in (
        ("Walking in the morning light helps.", False),
        ("Never take it with wine.", True),
        ("Sleep 8 hours.", True),
    ):
        article.write_text(before.replace("\n[^1]:", f"\n{added}\n\n[^1]:"), encoding="utf-8")
        assert year.prints("en")[0] == ("proof" if held else "approved"), added
    gone = "Ask your doctor before you take or leave out a medicine."
    article.write_text(before.replace(gone, "Ask anybody."), encoding="utf-8")
    assert year.prints("en")[0] == "proof"


def test_a_release_needs_nothing_that_the_program_brings(year: Year) -> None:
    publisher = year.root / "source/publisher.toml"
    text = publisher.read_text(encoding="utf-8")
    assert "inherits = false" in text
    publisher.write_text(text.replace("inherits = false", ""), encoding="utf-8")
    (year.root / "locales/es/LC_MESSAGES/sheet.po").unlink()
    year.today = ("--today", "2026-12-23")  # the program's own words are of a later day
    year.approve()
    year.run("release", NAME, "1.0", *year.today)
    frozen = year.root / f"source/releases/{NAME}/1.0/locales/es/LC_MESSAGES/sheet.po"
    assert "Acerca de esta hoja" in frozen.read_text(encoding="utf-8")
    year.edit(REWORDED, "1.1")
    assert year.prints("es") == ("approved", "1.0", "1.0")


def test_a_fault_in_the_original_takes_no_release_out_of_print(released: Year) -> None:
    year = released
    article = year.root / f"source/{NAME}.md"
    replace(article, CITED[0], CITED[1].replace("beck1967", "nobody2020"))
    for locale in ("en", "es"):
        assert year.prints(locale) == ("approved", "1.0", "1.0")
        assert year.prints(locale, working=True)[0] == "refused"
    replace(article, *DOSE)
    assert year.prints("es") == ("refused", "REL002")
    article.write_text("no front matter\n", encoding="utf-8")
    sources, _ = read_batch_sources(Project.at(year.root))
    assert not len(sources.articles), "nobody can tell what changed in it"


@dataclass(slots=True)
class Program:
    """The program's own words of the sheet: an older one had fewer."""

    root: Path
    lacking: set[str]

    def lacks(self, *texts: str) -> None:
        """Be a program whose sheets have not these words; no catalog has them either."""
        self.lacking |= set(texts)
        file = self.root / "locales/es/LC_MESSAGES/sheet.po"
        entries = po.read(file.read_text(encoding="utf-8"))
        assert self.lacking <= {one.text for one in entries}
        kept = [one for one in entries if one.text not in self.lacking]
        file.write_text(po.write(kept), encoding="utf-8")

    def gains_them(self) -> None:
        """Be today's program, with the words and their translations."""
        self.lacking.clear()
        sheet = "locales/es/LC_MESSAGES/sheet.po"
        shutil.copy(ROOT / "tests/golden/stock" / sheet, self.root / sheet)


@pytest.fixture
def program(year: Year, monkeypatch: pytest.MonkeyPatch) -> Program:
    program = Program(year.root, set())
    today = sources_module._sheet_words()
    monkeypatch.setattr(
        sources_module,
        "_sheet_words",
        lambda: tuple(one for one in today if one.text not in program.lacking),
    )
    return program


ELSEWHERE = "What happens when you call"
"""A word of posters, which no handout has."""
ON_HANDOUTS = "Your clinic"


def test_words_of_other_editions_that_a_newer_program_has_void_nothing(
    year: Year, program: Program
) -> None:
    program.lacks(ELSEWHERE)
    year.approve()
    year.run("release", NAME, "1.0", *TODAY)
    program.gains_them()
    for locale in ("en", "es"):
        assert year.prints(locale) == ("approved", "1.0", "")
    assert f"such as “{ELSEWHERE}”" in year.run("status", "es", *TODAY)

    year.edit(REWORDED, "1.1")
    for locale in ("en", "es"):
        assert year.prints(locale) == ("approved", "1.0", "1.0")
    assert "es prints release 1.0" in year.run("status", "es", *TODAY)


def test_a_sheet_with_words_that_came_after_its_approvals_is_a_proof(
    year: Year, program: Program
) -> None:
    program.lacks(ON_HANDOUTS)
    year.approve()
    year.run("release", NAME, "1.0", *TODAY)
    program.gains_them()
    state, _, release, said = year.sheet("es")
    assert (state, release) == ("proof", "")
    assert "Ana Pérez" not in said
    assert year.prints("en") == ("proof", "1.0", "")

    # The release has no such word: nothing of it is printed, and no English takes its place.
    year.edit(REWORDED, "1.1")
    year.translate("Joiner")
    assert year.prints("es") == ("proof", "1.1", "")
    assert "prints release" not in year.run("status", "es", *TODAY)
    year.approve()
    assert year.prints("es") == ("approved", "1.1", "")


def test_a_release_keeps_its_mark_whatever_words_the_program_gains(
    year: Year, program: Program
) -> None:
    program.lacks(ELSEWHERE)
    year.approve()
    year.run("release", NAME, "1.0", *TODAY)
    _, _, _, before = year.sheet("es")
    year.edit(REWORDED, "1.1")
    mark = disk_mark(year)
    assert mark in before
    program.gains_them()
    _, _, release, after = year.sheet("es")
    assert release == "1.0"
    assert mark in after
    why = ("--by", "Ana Pérez", "--why", "a sentence was wrong", *TODAY)
    year.run("release", "withdraw", NAME, "1.0", "--locale", "es", *why)
    assert year.prints("es") == ("refused", "CAT011")


def disk_mark(year: Year) -> str:
    """Return how the release names its Spanish translation."""
    record = year.root / f"source/releases/{NAME}/1.0/release.toml"
    return str(tomllib.loads(record.read_text(encoding="utf-8"))["locales"]["es"])


def test_a_word_that_goes_voids_no_approval_and_a_changed_one_does(
    year: Year, program: Program
) -> None:
    year.approve()
    program.lacks(ELSEWHERE)
    for locale in ("en", "es"):
        assert year.prints(locale) == ("approved", "1.0", "")
    sheet = year.root / "locales/es/LC_MESSAGES/sheet.po"
    replace(sheet, '"Su clínica"', '"Su centro"')
    assert year.prints("es") == ("proof", "1.0", "")
    assert "changed: the sheet’s word “Your clinic”" in year.run("status", "es", *TODAY)

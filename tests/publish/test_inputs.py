"""What exactly a sheet is made from: each kind of input, changed, makes its sheets due, no other.

Nothing is composed here: it is the hash of the inputs that decides whether a sheet is looked at.
"""

import json
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from pipeline.project import Project
from pipeline.publish import inputs
from pipeline.publish.plan import judged_by
from pipeline.publish.run import read_batch_sources
from pipeline.typeset.fonts import FontFile, FontSet
from tests.approvals import an_approval
from tests.conftest import ARTICLE, ROOT, let_time_pass
from tests.orders import order_of
from tests.sheets import composed, shortened

SHEETS = {
    "sleep es US": ("sleep", "es", "US", ""),
    "sleep es_MX US": ("sleep", "es_MX", "US", ""),
    "sleep ar US": ("sleep", "ar", "US", ""),
    "sleep es GB": ("sleep", "es", "GB", ""),
    "sleep es US riverside": ("sleep", "es", "US", "riverside"),
    "calm es US": ("calm", "es", "US", ""),
}
ALL = frozenset(SHEETS)

CATALOG = 'msgid ""\nmsgstr "Language: {}\\n"\n'


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles in three locales, two regions, a clinic, a picture: all small."""
    root = tmp_path_factory.mktemp("inputs")
    for name in ("publisher.toml", "references.json", "regions/US.toml", "regions/GB.toml"):
        copy(root, f"source/{name}")
    for name in ("regions/001.toml", "clinics/riverside.toml"):
        copy(root, f"source/{name}")
    for name in ("sleep", "calm"):
        text = ARTICLE.replace("id: sleep", f"id: {name}")
        if name == "calm":
            text = text.replace("[@beck1967]", "[@joiner2005]")
        write(root, f"source/{name}.md", text + "\n![A leaf](leaf.svg)\n")
    write(root, "source/leaf.svg", SVG)
    for locale in ("es", "es_MX", "ar"):
        for name in ("sleep", "calm", "sheet"):
            write(root, f"locales/{locale}/LC_MESSAGES/{name}.po", CATALOG.format(locale))
    write(root, "locales/glossary.csv", (ROOT / "locales/glossary.csv").read_text("utf-8"))
    return root


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40">'
    '<circle cx="20" cy="20" r="9"/></svg>\n'
)


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


def copy(root: Path, name: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / name, root / name)


def inputs_in(root: Path, folder: Path, today: date = date(2026, 11, 28)) -> dict[str, str]:
    """Return the hash of the inputs of each sheet, as a new run works it out."""
    sources, hashes = read_batch_sources(Project.at(root))
    assert len(sources.articles) == 2, sources.findings
    found = {}
    for name, (article, locale, region, clinic) in SHEETS.items():
        order = order_of(sources.project, region=region, clinic=clinic, today=today)
        facts = sources.articles.fact(article)
        assert facts
        found[name] = inputs.inputs_of(sources, hashes, facts, locale, order, folder)
    return found


@dataclass(frozen=True)
class Change:
    """Something that happens to a project, and the sheets to which it matters."""

    name: str
    act: Callable[[Path], None]
    due: frozenset[str]


def swap(name: str, old: str, new: str) -> Callable[[Path], None]:
    def act(root: Path) -> None:
        text = (root / name).read_text(encoding="utf-8")
        assert old in text, (name, old)
        write(root, name, text.replace(old, new, 1))

    return act


def put(name: str, text: str) -> Callable[[Path], None]:
    return lambda root: write(root, name, text)


def work(key: str) -> Callable[[Path], None]:
    """Change one work of the references."""

    def act(root: Path) -> None:
        file = root / "source/references.json"
        works = json.loads(file.read_text(encoding="utf-8"))
        (one,) = [work for work in works if work["id"] == key]
        one["title"] += ", again"
        file.write_text(json.dumps(works), encoding="utf-8")

    return act


def term(locale: str) -> Callable[[Path], None]:
    """Change one row of a locale in the glossary."""

    def act(root: Path) -> None:
        file = root / "locales/glossary.csv"
        text, count = re.subn(
            rf"(?m)^([^,\n]+,{locale},)([^,\n]+)", r"\1\2 x", file.read_text("utf-8"), count=1
        )
        assert count, locale
        file.write_text(text, encoding="utf-8")

    return act


SLEEP = frozenset(name for name in SHEETS if name.startswith("sleep"))
ES = frozenset(name for name in SHEETS if " es" in name)
CHANGES = [
    Change("article", swap("source/sleep.md", "Poor sleep", "Bad sleep"), SLEEP),
    Change("catalog", put("locales/ar/LC_MESSAGES/sleep.po", "# x\n"), frozenset({"sleep ar US"})),
    Change("parent", put("locales/es/LC_MESSAGES/sleep.po", "# x\n"), SLEEP & ES),
    Change("words", put("locales/es/LC_MESSAGES/sheet.po", "# x\n"), ES),
    Change("a parent that comes", put("locales/es_419/LC_MESSAGES/sleep.po", "# x\n"),
           frozenset({"sleep es_MX US"})),
    Change("credits", put("locales/es/credits.toml", "# x\n"), ES),
    Change("work", work("beck1967"), SLEEP),
    Change("another work", work("wei2003"), frozenset()),
    Change("terms", term("ar"), frozenset({"sleep ar US"})),
    Change("region", swap("source/regions/GB.toml", "code = ", "# x\ncode = "),
           frozenset({"sleep es GB"})),
    Change("number of a region elsewhere", lambda root: write(root, "source/regions/NZ.toml",
           (ROOT / "source/regions/NZ.toml").read_text("utf-8").replace("1737", "1738")), ALL),
    Change("fallback", swap("source/regions/001.toml", "code = ", "# x\ncode = "), ALL),
    Change("publisher", swap("source/publisher.toml", "name = ", "# x\nname = "), ALL),
    Change("clinic", swap("source/clinics/riverside.toml", "name = ", "# x\nname = "),
           frozenset({"sleep es US riverside"})),
    Change("another clinic", put("source/clinics/north.toml", 'name = "North"\n'), frozenset()),
    Change("picture", swap("source/leaf.svg", 'r="9"', 'r="8"'), ALL),
    Change("version of a picture", put("source/leaf.es.svg", SVG), ES),
    Change("policy", put("source/policy.toml", '[needs]\nmachine = ["clinician"]\n'), ALL),
    Change("approval", lambda root: write(root, "locales/es/approvals/x.toml",
           an_approval("calm")), frozenset({"calm es US"})),
    Change("withdrawal", put("source/withdrawn.toml",
           '[[withdrawn]]\nreason = "a wrong dose"\non = 2026-11-22\narticle = "sleep"\n'
            'revision = "00000000"\n'
           'locale = "ar"\n'), frozenset({"sleep ar US"})),
    Change("stray file", put("source/notes.txt", "to do"), frozenset()),
    Change("stray catalog", put("locales/es/LC_MESSAGES/old.po", "# x\n"), frozenset()),
    Change("another locale", put("locales/fr/LC_MESSAGES/sleep.po", "# x\n"), frozenset()),
]  # fmt: skip


@pytest.fixture(scope="module")
def before(origin: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return inputs_in(origin, tmp_path_factory.mktemp("fonts"))


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_a_change_makes_those_sheets_due_that_it_matters_to(
    origin: Path, before: dict[str, str], change: Change, tmp_path: Path
) -> None:
    root = shutil.copytree(origin, tmp_path / "project")
    change.act(root)
    (tmp_path / "fonts").mkdir()
    after = inputs_in(root, tmp_path / "fonts")
    assert {name for name in SHEETS if after[name] != before[name]} == change.due


def test_the_same_project_elsewhere_has_the_same_inputs(
    origin: Path, before: dict[str, str], tmp_path: Path
) -> None:
    root = shutil.copytree(origin, tmp_path / "elsewhere/project", copy_function=shutil.copyfile)
    (tmp_path / "fonts").mkdir()
    assert inputs_in(root, tmp_path / "fonts") == before


def test_program_libraries_and_the_day_of_a_review_count(
    origin: Path, before: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert {
        name
        for name, value in inputs_in(origin, tmp_path, date(2027, 6, 1)).items()
        if value != before[name]
    } == ALL
    for name, other in (("_program", "x"), ("library_versions", {"pango": "9"})):
        with monkeypatch.context() as patch:
            patch.setattr(inputs, name, lambda other=other: other)
            after = inputs_in(origin, tmp_path)
            assert not {*after.values()} & {*before.values()}, name


def test_the_programs_hashes_are_taken_anew_once_a_mark_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, read = tmp_path / "program", inputs._hash
    program.mkdir()
    (program / "one.py").write_text("1", encoding="utf-8")
    taken: list[str] = []

    def noting(file: Path) -> str:
        taken.append(file.name)
        return read(file)

    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr("pipeline.records.kept.folder", lambda: tmp_path / "kept")
    monkeypatch.setattr(inputs, "_hash", noting)
    inputs._tree(program)
    inputs._tree(program)
    assert taken == ["one.py"] * 2, "it changed a moment ago"
    let_time_pass(monkeypatch)
    first = inputs._tree(program)
    assert inputs._tree(program) == first
    assert len(taken) == 3
    (program / "one.py").write_text("2", encoding="utf-8")
    assert inputs._tree(program) != first
    (program / "two.py").write_text("2", encoding="utf-8")
    assert inputs._tree(program).keys() == {"one.py", "two.py"}


def test_a_sheet_is_set_and_judged_anew_by_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = composed("en", "US", tmp_path, root=shortened(tmp_path))
    judged = judged_by(sheet.plan, sheet.composition, "build/sheet.pdf")
    made = inputs.made_from(sheet.composition, sheet.fonts, judged)
    assert inputs.made_from(sheet.composition, sheet.fonts, judged) == made
    monkeypatch.setattr(inputs, "_program", lambda: "x")
    assert inputs.made_from(sheet.composition, sheet.fonts, judged) != made


def test_a_font_is_hashed_again_only_once_its_file_has_changed(
    origin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    font = tmp_path / "font.ttf"
    font.write_bytes(b"letters")
    file = FontFile(family="Font", style="Regular", path=str(font))
    fonts = FontSet(configuration=tmp_path, files=(file,))
    read: list[bytes] = []

    def hashing(path: str) -> str:
        read.append(Path(path).read_bytes())
        return f"hash {len(read)}"

    monkeypatch.setattr(inputs, "font_set", lambda *_: fonts)
    monkeypatch.setattr(inputs, "is_settled", bool)
    monkeypatch.setattr("pipeline.typeset.fonts._hash", hashing)
    _, hashes = read_batch_sources(Project.at(origin))

    def told() -> str:
        return inputs.hashed_fonts(hashes, [], tmp_path).files[0].sha256

    assert [told(), told()] == ["hash 1", "hash 1"]
    font.write_bytes(b"other letters")
    assert [told(), told()] == ["hash 2", "hash 2"]
    assert read == [b"letters", b"other letters"]

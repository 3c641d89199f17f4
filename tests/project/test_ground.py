"""A stranger's project: no link leads out of it, and what is no file keeps nobody waiting."""

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.project.disk import LARGEST_TEXT
from pipeline.typeset.engine import Typeset
from pipeline.values.sheet import Layout
from tests.conftest import ROOT
from tests.golden.folders import STOCK
from tests.steps import in_two_steps

Run = Callable[..., tuple[int, str]]

SHELL = b"# what every shell of this person runs first\n"
NAME = "sleep-and-mood"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project that was mailed, with a file and a folder of its reader beside it."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home/.profile").write_bytes(SHELL)
    return shutil.copytree(STOCK, tmp_path / "mailed")


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*words: str) -> tuple[int, str]:
        try:
            status = main([words[0], "--project", str(folder), *words[1:]])
        except SystemExit as left:
            status = int(left.code or 0)
        told = capsys.readouterr()
        return status, told.out + told.err

    return command


def home(folder: Path) -> dict[str, bytes]:
    place = folder.parent / "home"
    return {file.name: file.read_bytes() for file in place.rglob("*") if file.is_file()}


def put_link(folder: Path, name: str, target: str) -> None:
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    place.symlink_to(folder.parent / "home" / target)


SHEET = f"build/es/{NAME}-handout-es-US"
COMMANDS = {
    "pdf": ("pdf", "es"),
    "messages": ("messages",),
    "locale": ("locale", "fr"),
    "layout": ("layout", "brochure"),
    "approve": (
        *("approve", "es", "--role", "clinician", "--by", "Lena Ortiz", "--on", "2026-11-28"),
    ),
    "confirm": ("confirm", "US/988", "--by", "Ana Pérez", "--how", "its office, by letter"),
    "clean": ("clean",),
    "check": ("check",),
}

LINKS = (
    ("locales/sheet.pot", ".profile"),
    (f"locales/{NAME}.pot", ".profile"),
    (f"locales/es/LC_MESSAGES/{NAME}.po", ".profile"),
    ("locales/es/LC_MESSAGES", "."),
    ("locales/es/approvals", "."),
    ("locales/fr", "."),
    ("locales", "."),
    ("source/regions/US.toml", ".profile"),
    ("source/regions", "."),
    ("build", "."),
    ("build/es", "."),
    (f"{SHEET}.pdf", ".profile"),
    (f"{SHEET}.json", ".profile"),
    ("build/layout-brochure-letter.pdf", ".profile"),
    ("build/polyleaf-error.log", ".profile"),
)


def every_link_and_command() -> Iterator[object]:
    """Yield each command with each link; `make test` has each link twice."""
    for (number, (name, target)), (place, command) in product(
        enumerate(LINKS), enumerate(COMMANDS)
    ):
        is_first = command == "pdf" or place == number % len(COMMANDS)
        marks = () if is_first else pytest.mark.exhaustive
        yield pytest.param(name, target, command, id=f"{name}-{command}", marks=marks)


@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize(("name", "target", "command"), [*every_link_and_command()])
def test_no_command_writes_makes_or_removes_anything_behind_a_link(
    folder: Path, run: Run, command: str, name: str, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.publish.layout.typeset", _set_nothing)
    put_link(folder, name, target)
    status, told = run(*COMMANDS[command])
    assert status in (0, 1, 2), told
    assert "Traceback" not in told
    assert home(folder) == {".profile": SHELL}
    assert [*(folder.parent / "home").iterdir()] == [folder.parent / "home/.profile"]


OTHERS = {
    "evidence": (
        *("evidence", "es", "--kind", "field-test", "--by", "Lena Ortiz", "--readers", "5"),
        *("--found", "all was understood"),
    ),
    "receive": ("receive", "sent.po", "--older"),
    "review": ("review", "es"),
    "specimen": ("specimen",),
}
OTHER_LINKS = (
    ("locales/es/evidence", "."),
    ("locales/es", "."),
    ("locales/es/LC_MESSAGES/sheet.po", ".profile"),
    (f"build/es/{NAME}-review-es.pdf", ".profile"),
    (f"build/es/{NAME}-review-es.json", ".profile"),
    ("build/specimen-letter.pdf", ".profile"),
    ("source/releases", "."),
)


@pytest.mark.parametrize("command", in_two_steps(OTHERS, ("specimen",)))
def test_no_other_command_writes_makes_or_removes_anything_behind_a_link(
    folder: Path, run: Run, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in ("review", "specimen"):
        monkeypatch.setattr(f"pipeline.publish.{room}.typeset", _set_nothing)
    monkeypatch.setattr("pipeline.publish.review.read_pages", lambda _: ())
    monkeypatch.chdir(folder.parent)
    catalog = (folder / f"locales/es/LC_MESSAGES/{NAME}.po").read_text("utf-8")
    (folder.parent / "sent.po").write_text(catalog.replace("El sueño y", "Sueño y"), "utf-8")
    mailed = shutil.copytree(folder, folder.parent / "as it came")
    for name, target in (*LINKS, *OTHER_LINKS):
        shutil.rmtree(folder)
        shutil.copytree(mailed, folder)
        put_link(folder, name, target)
        status, told = run(*OTHERS[command])
        assert status in (0, 1, 2), told
        assert "Traceback" not in told
        assert home(folder) == {".profile": SHELL}, name
        assert [*(folder.parent / "home").iterdir()] == [folder.parent / "home/.profile"], name
    shutil.rmtree(folder)
    shutil.copytree(mailed, folder)
    assert run(*OTHERS[command])[0] == 0
    as_it_was = {one: one.read_bytes() for one in mailed.rglob("*") if one.is_file()}
    as_it_is = {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}
    assert [*as_it_was.values()] != [*as_it_is.values()], "without links it does its work"


@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize("command", COMMANDS)
def test_without_links_the_same_commands_do_their_work(
    folder: Path, run: Run, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without this the test above could pass because they do nothing.
    monkeypatch.setattr("pipeline.publish.layout.typeset", _set_nothing)
    before = {file for file in folder.rglob("*") if file.is_file()}
    text = (folder / "source/regions/US.toml").read_bytes()
    status, told = run(*COMMANDS[command])
    assert status == 0, told
    made = {file for file in folder.rglob("*") if file.is_file()} - before
    assert bool(made) == (command in ("pdf", "messages", "locale", "layout", "approve"))
    changed = (folder / "source/regions/US.toml").read_bytes() != text
    assert changed == (command == "confirm")


def _set_nothing(*_: object, **__: object) -> object:
    return Typeset(pdf=b"%PDF", pages_pdf=b"", pages=1, html="", layout=Layout(), findings=())


NAMED = (
    ("--outcomes", "build/outcomes.json", ".profile"),
    ("--outcomes", "build/outcomes.json", "new"),
    ("--outcomes", "build/shelf/outcomes.json", "."),
    ("--store", "build/store", "."),
    ("--store", "build/shelf/store", "."),
)


@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize(("option", "name", "target"), NAMED)
def test_a_place_that_is_named_in_the_project_lies_in_it(
    folder: Path, run: Run, option: str, name: str, target: str
) -> None:
    link = "build/shelf" if "shelf" in name else name
    put_link(folder, link, target)
    status, told = run("pdf", "es", option, str(folder / name))
    assert status == 2, told
    assert f"{link} is a link that leads out of the project; name a place elsewhere" in told
    assert home(folder) == {".profile": SHELL}
    (folder / link).unlink()
    (folder / "build/shelf").mkdir(parents=True)
    assert run("pdf", "es", option, str(folder / name))[0] == 0
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    (folder.parent / "link").symlink_to(elsewhere)
    assert run("pdf", "es", option, str(folder.parent / "link/named"))[0] == 0
    assert [one.name for one in elsewhere.iterdir()] == ["named"]


def test_a_pipe_in_the_place_of_outcomes_keeps_nobody_waiting(folder: Path, run: Run) -> None:
    (folder / "build").mkdir(exist_ok=True)
    os.mkfifo(folder / "build/outcomes.json")
    status, told = run("pdf", "es", "--outcomes", str(folder / "build/outcomes.json"))
    assert status == 2
    assert "neither a file nor a folder" in told


def test_the_fault_nobody_foresaw_is_not_written_behind_a_link(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_link(folder, "build/polyleaf-error.log", ".profile")

    def fail(*_: object) -> None:
        raise KeyError("never seen")

    monkeypatch.setattr("pipeline.desk.check.check_texts", fail)
    assert run("check")[0] == 3
    assert home(folder) == {".profile": SHELL}
    assert not (folder / "build/polyleaf-error.log").is_symlink(), "the name is replaced"


def test_a_name_that_is_a_link_is_replaced_and_one_that_stays_inside_is_followed(
    folder: Path, run: Run
) -> None:
    (folder / "elsewhere").mkdir()
    (folder / "locales/es/LC_MESSAGES").rename(folder / "elsewhere/es")
    (folder / "locales/es/LC_MESSAGES").symlink_to("../../elsewhere/es")
    put_link(folder, "locales/sheet.pot", ".profile")
    assert run("messages")[0] == 0
    assert not (folder / "locales/sheet.pot").is_symlink()
    assert (folder / f"elsewhere/es/{NAME}.po").is_file()
    assert home(folder) == {".profile": SHELL}


READ = {
    f"source/{NAME}.md": "SRC014",
    "source/references.json": "SRC013",
    "source/publisher.toml": "SRC020",
    "source/clinics/riverside.toml": "SRC020",
    "source/regions/US.toml": "SVC001",
    "source/withdrawn.toml": "SRC021",
    f"locales/es/LC_MESSAGES/{NAME}.po": "CAT001",
    "locales/es/LC_MESSAGES/sheet.po": "CAT001",
    "locales/es/credits.toml": "CAT022",
    "locales/es/approvals/one.toml": "CAT021",
    "locales/glossary.csv": "TRM001",
    "source/policy.toml": "SRC026",
    "source/languages/es.toml": "SRC029",
    "locales/es/evidence/one.toml": "CAT021",
}


def _pipe(place: Path) -> str:
    os.mkfifo(place)
    return "it is a pipe; put a file in its place"


def _socket(place: Path) -> str:
    # The name of a socket may be short only.
    before = Path.cwd()
    os.chdir(place.parent)
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(place.name)
    os.chdir(before)
    return "it is a socket"


def _folder(place: Path) -> str:
    place.mkdir()
    return "it is a folder; put a file in its place"


def _device(place: Path) -> str:
    place.symlink_to("/dev/zero")
    return "it is a link that leads out of the project; put the file itself in its place"


def _link(place: Path) -> str:
    place.symlink_to(ROOT / "README.md")
    return "it is a link that leads out of the project"


def _circle(place: Path) -> str:
    place.symlink_to(place.name)
    return "it is a link that leads nowhere"


def _nowhere(place: Path) -> str:
    place.symlink_to("nowhere")
    return "it is a link that leads nowhere"


def _large(place: Path) -> str:
    with place.open("wb") as file:
        file.truncate(LARGEST_TEXT + 1)
    return "it has 5.0 MB, and at most 5 MB are read"


KINDS = (_pipe, _socket, _folder, _device, _link, _circle, _nowhere, _large)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", READ)
def test_what_is_no_file_of_the_project_is_a_finding(
    folder: Path, run: Run, name: str, kind: Callable[[Path], str]
) -> None:
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    why = kind(place)
    status, told = run("check")
    assert status == 1, told
    line = next(one for one in told.splitlines() if one.startswith(f"{name}: error"))
    assert line.startswith(f"{name}: error {READ[name]}: {why.partition(';')[0]}")
    assert "Traceback" not in told


@pytest.mark.parametrize("kind", [_pipe, _folder, _device, _link])
def test_a_manifest_that_is_no_file_keeps_nobody_waiting(
    folder: Path, run: Run, kind: Callable[[Path], str]
) -> None:
    (folder / "build/es").mkdir(parents=True)
    kind(folder / f"{SHEET}.json")
    for command in (("check",), ("status",), ("services",), ("clean",), ("clean", "--stale")):
        status, told = run(*command)
        assert status in (0, 1), told


def test_a_picture_behind_a_link_is_told_as_missing(folder: Path, run: Run) -> None:
    article = folder / f"source/{NAME}.md"
    article.write_text(
        article.read_text(encoding="utf-8") + "\n![A leaf](leaf.svg)\n", encoding="utf-8"
    )
    svg = folder.parent / "home/leaf.svg"
    svg.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (folder / "source/leaf.svg").symlink_to(svg)
    status, told = run("check")
    assert status == 1
    assert "error SRC010" in told


@pytest.mark.parametrize("words", [("inspect",), ("inspect", "--today", "2026-11-28")])
def test_a_pipe_that_is_to_be_inspected_keeps_nobody_waiting(
    folder: Path, run: Run, words: tuple[str, ...]
) -> None:
    os.mkfifo(folder / "sheet.pdf")
    status, told = run(*words, str(folder / "sheet.pdf"))
    assert status in (1, 2)
    assert "it is not a file" in told


def test_a_folder_of_too_many_files_is_no_project(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.project.disk.MOST_FILES", 3)
    status, told = run("check")
    assert status == 2
    assert "more than 3 files" in told

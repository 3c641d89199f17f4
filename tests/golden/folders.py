"""Run what the folders say."""

import shutil
import tomllib
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from pipeline.cli import main
from pipeline.cli.report import report
from pipeline.typeset.fonts import font_set
from pipeline.values.finding import Finding
from pipeline.verify.verapdf import validate, what_is_missing
from tests.once import STORE, typeset
from tests.sheets import TODAY, printed

GOLDEN = Path(__file__).parent
STOCK = GOLDEN / "stock"
NOT_COPIED = ("changes.toml", "expected.txt")
STEPS = ("run", "replace", "write", "delete", "encode", "build", "paper", "validate")


def folders() -> list[Path]:
    """List the folders of codes."""
    return sorted(path for path in GOLDEN.iterdir() if path.is_dir() and path.name.isupper())


def expected(folder: Path) -> str:
    """Read the findings that a folder must bring."""
    return (folder / "expected.txt").read_text(encoding="utf-8")


def changes(folder: Path) -> dict[str, Any]:
    """Read what a folder changes; without the file its own files are all that it changes."""
    file = folder / "changes.toml"
    stated = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    unknown = stated.keys() - set(STEPS)
    assert not unknown, f"{folder.name}: unknown steps {unknown}"
    return stated


def what_a_folder_misses(folder: Path) -> str:
    """Say what this computer lacks to find a folder's findings, or nothing."""
    return what_is_missing() if "validate" in changes(folder) else ""


def is_costly(folder: Path) -> bool:
    """Say whether a folder wants another program, another form, little memory, or its own sheet."""
    stated = changes(folder)
    words = stated.get("build", {"command": ()})["command"]
    has_own_sheet = "paper" in stated and not paper_of(stated["paper"]).sheet
    return "validate" in stated or has_own_sheet or bool({"--edition", "--memory"} & {*words})


def findings(folder: Path, project: Path, fonts: Path) -> list[str]:
    """Return the findings of a folder's code; ``project`` and ``fonts`` are empty folders."""
    stated = changes(folder)
    if "paper" in stated:
        return of_code(folder.name, on_paper(fonts, *on_one_sheet(stated["paper"])))
    if "validate" in stated:
        return of_code(folder.name, report(validated()[folder.name]))
    shutil.copytree(STOCK, project, dirs_exist_ok=True)
    for step in stated.get("run", ()):
        status, said = command(project, *step["command"])
        assert status == 0, f"{folder.name}: {' '.join(step['command'])}: {said}"
    overlay(folder, project, stated)
    _, said = command(project, *stated.get("build", {"command": ["check", "--verbose"]})["command"])
    return of_code(folder.name, said)


@cache
def validated() -> dict[str, list[Finding]]:
    """Return what veraPDF finds in each file that a folder has for it: one Java reads them all."""
    names = {
        one.name: changes(one)["validate"]["file"]
        for one in folders()
        if "validate" in changes(one)
    }
    files = {folder: GOLDEN / folder / name for folder, name in names.items()}
    found = STORE.once(("golden", tuple(files)), lambda: validate(files))
    return {
        folder: [replace(one, path=name) for one in found if one.path == folder]
        for folder, name in names.items()
    }


def overlay(folder: Path, project: Path, stated: Mapping[str, Any]) -> None:
    """Put a folder's files over a copy of the stock, and change it as the folder says."""
    shutil.copytree(folder, project, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*NOT_COPIED))
    change(project, stated, folder.name)


def change(project: Path, stated: Mapping[str, Any], name: str) -> None:
    """Change a copy of the stock: replace, write and delete, in this order."""
    for step in stated.get("replace", ()):
        file = project / step["path"]
        text = file.read_text(encoding="utf-8")
        count = text.count(step["old"])
        assert count == 1, f"{name}: {step['old']!r} stands {count} times in {step['path']}"
        write(file, text.replace(step["old"], step["new"]))
    for step in stated.get("write", ()):
        write(project / step["path"], step["text"])
    for step in stated.get("delete", ()):
        file = project / step["path"]
        if file.is_dir():
            shutil.rmtree(file)
        else:
            file.unlink()
    for step in stated.get("encode", ()):
        file = project / step["path"]
        file.write_bytes(file.read_text(encoding="utf-8").encode(step["encoding"]))


def write(file: Path, text: str) -> None:
    """Write a file, line ends and all, and the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())


def command(project: Path, name: str, *arguments: str) -> tuple[int, str]:
    """Run a command on a project; returns its exit status and all that it says."""
    said = StringIO()
    words = [name, "--project", str(project), "--today", TODAY.isoformat(), *arguments]
    # Fixes are worded for somebody who stands in the project.
    with chdir(project), redirect_stdout(said), redirect_stderr(said):
        status = main(words)
    return status, said.getvalue()


@dataclass(frozen=True, slots=True, kw_only=True)
class OnPaper:
    """What a folder does to the stock's Spanish sheet."""

    html_old: str = ""
    html_new: str = ""
    web_old: str = ""
    web_new: str = ""
    families: tuple[str, ...] = ()
    sheet: int = 0
    """Folders with the same number do it to one sheet; 0 is a sheet of its own."""


def on_one_sheet(stated: Mapping[str, Any]) -> tuple[OnPaper, ...]:
    """Return what is done to a folder's sheet, by other folders too."""
    own = paper_of(stated)
    return tuple(one for one in _all_on_paper() if one.sheet == own.sheet) if own.sheet else (own,)


@cache
def _all_on_paper() -> tuple[OnPaper, ...]:
    return tuple(
        paper_of(stated["paper"]) for stated in map(changes, folders()) if "paper" in stated
    )


def paper_of(stated: Mapping[str, Any]) -> OnPaper:
    """Read what a folder does to the sheet."""
    return OnPaper(**{**stated, "families": tuple(stated.get("families", ()))})


@cache
def on_paper(fonts: Path, *done: OnPaper) -> str:
    """Return what is found on the stock's Spanish sheet after changes of its HTML and its page."""
    sheet = printed("es", "US", fonts, root=STOCK)
    html, web = sheet.composition.html, sheet.composition.web
    for one in done:
        assert one.html_old in html, f"the sheet's HTML has no {one.html_old!r}"
        html = html.replace(one.html_old, one.html_new) if one.html_old else html
        assert one.web_old in web, f"the web page has no {one.web_old!r}"
        web = web.replace(one.web_old, one.web_new) if one.web_old else web
    more = tuple(family for one in done for family in one.families)
    seen = font_set((*sheet.plan.families, *more), fonts) if more else sheet.fonts
    if html == sheet.composition.html:
        findings, pdf = sheet.findings, sheet.pdf
    else:
        finished = typeset(html, seen, "build/sheet.pdf")
        findings, pdf = finished.findings, finished.pdf
    return report([*findings, *sheet.judge(pdf), *sheet.judge_web(web)])


def of_code(code: str, said: str) -> list[str]:
    """Return the findings of a code among all that a command says, each with all its lines."""
    return [one for one in all_findings(said) if f" {code}: " in one.partition("\n")[0]]


def all_findings(said: str) -> list[str]:
    """Take apart what a command says: a finding is a line and the indented ones that follow."""
    found: list[str] = []
    for line in said.splitlines():
        if line.startswith(" ") and found:
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    return [one for one in found if "\n" in one]


@cache
def of_stock(fonts: Path) -> tuple[str, ...]:
    """Return what is found in the stock itself and on its sheet."""
    said = command(STOCK, "check")[1] + on_paper(fonts)
    return tuple(all_findings(said))

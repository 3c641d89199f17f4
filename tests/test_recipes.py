"""The commands in README and docs/: each is one that there is, and recipes run as they stand."""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from importlib import import_module
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import pytest

from pipeline.cli import main, options
from pipeline.cli.main import COMMANDS
from pipeline.cli.parser import Parser
from pipeline.cli.veneer import EVERYWHERE, NEEDED, TARGETS
from tests.conftest import ROOT, replace
from tests.golden.folders import STOCK
from tests.rows import each_row

WRITTEN = ("rules.md", "regions.md", "exit-status.md", "mutations.md", "speed.md")
"""Pages that the program writes: what they say is tested where it comes from."""

PAGES = [
    ROOT / "README.md",
    *(page for page in sorted((ROOT / "docs").glob("*.md")) if page.name not in WRITTEN),
]


def commands(page: Path) -> Iterator[str]:
    """Yield the lines of a page that somebody may type, without their comments."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```\w*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    for line in [*lines, *re.findall(r"`([^`\n]+)`", prose)]:
        typed = re.sub(r"\s+#.*$", "", line)
        if re.match(r"(make|(\.venv/bin/)?polyleaf)( (?!…)|$)", typed):
            yield typed


TYPED = [(page.name, line) for page in PAGES for line in dict.fromkeys(commands(page))]


def test_there_are_recipes_to_look_at() -> None:
    assert len(TYPED) > 60
    assert {"README.md", "approvals.md", "adding-a-language.md"} <= {page for page, _ in TYPED}


@each_row(("page", "line"), TYPED)
def test_what_a_page_tells_to_type_is_there(page: str, line: str) -> None:
    program, *words = shlex.split(line)
    if program == "make":
        goals = [word for word in words if "=" not in word]
        named = [word.partition("=")[0] for word in words if "=" in word]
        assert len(goals) < 2, line
        for goal in goals:
            assert goal in TARGETS, line
            assert set(named) <= {*TARGETS[goal], *EVERYWHERE}, line
            either = NEEDED.get(goal, "").split(" or ")
            needed = [set(re.findall(r"\b([A-Z]+)=", one)) for one in either]
            # A name alone, `make confirm`, speaks of the target and is not typed.
            assert not named or any(one <= set(named) for one in needed), line
    elif words and words[0] != "COMMAND":
        assert words[0] in COMMANDS, line
        command = import_module(f"pipeline.cli.{words[0]}")
        parser = Parser(prog="polyleaf", allow_abbrev=False)
        options.add_project(parser, Path())
        command.add_options(parser)
        if words[1:]:  # `polyleaf inspect` alone speaks of the command
            parser.parse_args(words[1:])


PEOPLE = {"reviser": "Ada Reyes", "clinician": "Ben Osei"}
"""Who approves in the recipes: each role another person."""

SAID = {
    "QUALIFICATION": "certified translator",
    "HOW": "wrote to its office, answer of 20 November",
    "FOUND": "two words were unclear",
    "BECAUSE": "a later reader doubts a word",
    "OF": "Ben Osei",
}


def filled(line: str) -> list[str]:
    """Return a command of a page with something said in each place that a person fills in."""
    words = shlex.split(line)
    role = re.search(r"(?:--role |ROLE=)(\w+)", line)
    person = PEOPLE[role[1]] if role else "Cora Lind"
    texts = {"BY": person, **SAID}
    for index, word in enumerate(words):
        if word == "…":
            words[index] = texts[words[index - 1].removeprefix("--").upper()]
        elif word.endswith("=…"):
            words[index] = f"{word[:-1]}{texts[word[:-2]]}"
    return words


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a command."""

    returncode: int
    stdout: str
    stderr: str


def run(line: str, project: Path) -> Done:
    """Run a line of a page in a project's folder, as somebody would who types it there."""
    program, *words = filled(line)
    said = dict(word.split("=", 1) for word in words if "=" in word) if program == "make" else {}
    if program == "make":
        own = ["--no-print-directory", "--old-file=.venv/.installed", "POLYLEAF=polyleaf"]
        told = subprocess.run(
            ["make", "-n", *own, *words], cwd=project, capture_output=True, text=True, check=True
        ).stdout
        words = shlex.split(told)[1:]
    out, err = StringIO(), StringIO()
    with (
        chdir(project),
        redirect_stdout(out),
        redirect_stderr(err),
        patch.dict(os.environ, {name: value for name, value in said.items() if name != "LANG"}),
    ):
        status = main(words)
    return Done(status, out.getvalue(), err.getvalue())


@pytest.fixture
def stock(tmp_path: Path) -> Path:
    """Return a small project, whole, in which somebody follows a page."""
    shutil.copytree(STOCK, tmp_path, dirs_exist_ok=True)
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv/.installed").touch()
    (tmp_path / "build").mkdir()
    return tmp_path


def recipe(page: str, *starts: str) -> list[str]:
    """Return the lines of a page that begin so, in its order; each start must be there."""
    lines = list(dict.fromkeys(commands(ROOT / page)))
    for start in starts:
        assert any(line.startswith(start) for line in lines), start
    return [line for line in lines if line.startswith(starts)]


def test_the_recipe_for_confirming_and_approving_leads_to_an_approved_sheet(stock: Path) -> None:
    lines = recipe("docs/regions-and-clinics.md", "make services", "make confirm RECORD=US/")
    lines += recipe("docs/approvals.md", "make approve LANG=es")
    assert len(lines) >= 7
    for line in lines:
        done = run(line, stock)
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
    # The language of the article itself is approved, and what prints says so.
    (told,) = recipe("docs/approvals.md", "make pdf LANG=es APPROVED=1")
    done = run(told, stock)
    assert (done.returncode, "APPROVED" in done.stderr) == (0, True), done.stderr
    sheet = done.stdout.splitlines()[0]
    assert run(f"polyleaf inspect {sheet} --approved", stock).returncode == 0
    (release,) = recipe(
        "docs/approvals.md", "make release ARTICLE=attachment-and-depression VERSION=1.0"
    )
    named = release.replace("attachment-and-depression", "sleep-and-mood")
    assert run(named, stock).returncode == 0


def test_the_recipe_for_another_language_runs_as_far_as_there_is_no_translation(
    stock: Path,
) -> None:
    page = "docs/adding-a-language.md"
    for line in recipe(page, "make locale LANG=vi", "make messages LANG=vi"):
        done = run(line, stock)
        assert done.returncode in (0, 1), f"{line}\n{done.stderr}"
        assert (stock / "locales/vi/LC_MESSAGES/sheet.po").exists(), line
    for line in recipe(page, "make check LANG=vi", "make explain CODE"):
        said = run(line.replace("…", "CAT010"), stock).stdout
        assert "CAT010" in said, line
    for line in recipe(page, "make approve LANG=vi"):
        done = run(line, stock)
        # There is nothing to approve yet; but what is typed is understood.
        assert (done.returncode, "CAT010" in done.stderr) == (1, True), done.stderr


@pytest.mark.usefixtures("unprinted")
def test_the_recipe_for_a_clinic_runs_with_ones_own_values(stock: Path) -> None:
    page = ROOT / "docs/a-clinic.md"
    text = page.read_text(encoding="utf-8")
    found = re.search(r"^```toml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert found
    example = "\n".join(line for line in found[1].splitlines() if not line.startswith("logo"))
    profile = stock / "source/clinics/harbour.toml"
    profile.write_text(example, encoding="utf-8")
    (line,) = recipe("docs/a-clinic.md", "make pdf LANG=es CLINIC=harbour")
    done = run(line, stock)
    assert (done.returncode, done.stderr.count("error SRC027")) == (1, 9), done.stderr
    own = {
        " (example)": "",
        "Ward 3, at": "At",
        "12 Mill": "4 Quay",
        "217-555": "217-155",
        ".example": ".internal",
    }
    for old, new in own.items():
        replace(profile, old, new, count=-1)
    done = run(line, stock)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().endswith("-es-US-harbour.pdf")


def test_what_pages_say_to_list_is_listed(stock: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = recipe("docs/printing.md", "make list WHAT=")
    for line in [*lines, *recipe("README.md", "make services DUE=1")]:
        done = run(line, stock)
        assert (done.returncode, bool(done.stdout)) == (0, True), done.stderr
    for what in ("locales", "editions", "clinics", "articles", "sheets"):
        assert main(["list", what, "--project", str(stock)]) == 0
    assert capsys.readouterr().out

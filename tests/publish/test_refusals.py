"""What a tired or hostile user can do: it ends in a finding or one line, never a wrong sheet."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ARTICLE, ROOT, replace

Run = Callable[..., tuple[int, str, str]]

NAME = "attachment-and-depression-handout"

pytestmark = pytest.mark.usefixtures("brief", "unprinted")


def po(project: Path, name: str = "attachment-and-depression", locale: str = "es") -> Path:
    return project / "locales" / locale / "LC_MESSAGES" / f"{name}.po"


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("sheet", "Llame al {number} y luego", "Llame al 112 o al {number} y luego", "SAF002"),
        ("sheet", '"Provisional"', '"Aprobada"', "SAF005"),
        ("article", "Reflexiones finales", "Llame al 1-800-273-8255", "SAF004"),
        ("article", "Reflexiones finales", "\u202eReflexiones\u202c", "CAT012"),
        ("article", "Reflexiones finales", "<img src=file:///etc/passwd>", "TXT001"),
        ("article", "Reflexiones finales", "[Reflexiones](https://bad.example)", "TXT012"),
        ("article", "Si necesita ayuda ahora mismo", "", "SAF006"),
        ("article", "[@beck1967] subrayan", "(Beck, 1967) subrayan", "CIT007"),
    ],
)
def test_a_dangerous_translation_is_refused(
    project: Path, polyleaf: Run, file: str, old: str, new: str, code: str
) -> None:
    replace(po(project, "sheet" if file == "sheet" else "attachment-and-depression"), old, new)
    status, out, err = polyleaf("pdf", "es")
    assert (status, out) == (1, "")
    assert f"error {code}" in err


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda text: text[: text.index('"Provisional"') + 4], "CAT002"),
        (lambda text: text.replace("ó", "\xf3").encode("latin-1", "ignore"), "CAT001"),
        (lambda _: b"", "CAT002"),
        (lambda text: text.replace("msgid", "<<<<<<< ours\nmsgid", 1), "CAT002"),
        (lambda text: text.replace("Provisional", "Pro\0visional"), "CAT001"),
        (lambda _: None, "CAT005"),
    ],
    ids=["truncated", "latin-1", "empty", "conflict", "null", "missing"],
)
def test_a_damaged_catalog_stops_its_locale_with_one_clear_finding(
    project: Path, polyleaf: Run, damage: Callable[[str], str | bytes | None], code: str
) -> None:
    file = po(project, "sheet")
    content = damage(file.read_text(encoding="utf-8"))
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    status, out, err = polyleaf("pdf", "es", "en")
    assert status == 1
    assert out == f"build/en/{NAME}-en-US.pdf\n"
    assert err.count("error ") == 1
    assert "locales/es/LC_MESSAGES/sheet.po:" in err
    assert f"error {code}" in err


def test_a_broken_article_stops_no_other(project: Path, polyleaf: Run) -> None:
    (project / "source/sleep.md").write_text(ARTICLE, encoding="utf-8")
    assert polyleaf("pdf", "en")[0] == 0
    replace(project / "source/sleep.md", "[@beck1967]", "[@beck1976] <b>x</b> ![](no.svg)")
    status, out, err = polyleaf("pdf", "en")
    assert (status, out) == (1, f"build/en/{NAME}-en-US.pdf\n")
    for code in ("SRC004", "SRC005", "SRC010"):
        assert f"error {code}" in err, "all findings in one run"
    assert "refused: source/sleep.md" in err
    assert [file.name for file in (project / "build/en").glob("sleep*")] == []


def test_a_number_typed_into_the_articles_own_crisis_note_is_found(
    project: Path, polyleaf: Run
) -> None:
    article = project / "source/attachment-and-depression.md"
    replace(article, "call {emergency}.", "call 112 or {emergency}.")
    status, out, err = polyleaf("pdf", "en")
    assert (status, out) == (1, "")
    lines = article.read_text(encoding="utf-8").splitlines()
    (number,) = (n for n, line in enumerate(lines, 1) if "call 112 or {emergency}." in line)
    assert f"attachment-and-depression.md:{number}: error SAF003" in err


FALLBACK_CALL = """kind = "call"
number = "1234567890123456"

[[services.ways]]
kind = "web"
"""


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("regions/US", 'number = "741741"', 'number = "+1 741741"', "SVC003"),
        ("regions/US", 'paper = "letter"', 'paper = "legal"', "SVC001"),
        ("regions/US", 'why = "', 'why = ["', "SVC001"),
        ("regions/US", 'code = "US"', f"code = {'[' * 5000}", "SVC001"),
        ("regions/001", 'kind = "web"\n', FALLBACK_CALL, "SVC003"),
        ("regions/001", 'paper = "a4"', 'paper = "a0"', "SVC001"),
        ("publisher", "#1f4e5f", "#ffffff", ""),
        ("clinics/riverside", "555-0100", "1-800-273-8255", "SVC014"),
        ("clinics/riverside", 'phone = "555-0100"', "phone = 5550100", ""),
    ],
)
def test_what_all_sheets_share_refuses_them_and_takes_away_what_was_asked_for(
    project: Path, polyleaf: Run, file: str, old: str, new: str, code: str
) -> None:
    earlier = [
        project / f"build/{locale}/{NAME}-{locale}-{rest}"
        for locale in ("es", "en", "ar")
        for rest in ("US.pdf", "US.json", "US.html", "GB-a4.pdf", "US-riverside.pdf")
    ]
    for sheet in earlier:
        sheet.parent.mkdir(exist_ok=True)
        sheet.write_bytes(b"an earlier sheet")
    replace(project / f"source/{file}.toml", old, new)
    clinic = ("--clinic", "riverside") if file.startswith("clinics") else ()
    status, out, err = polyleaf("pdf", "es", "en", *clinic, "--today", "2026-11-23")
    assert (status, out) == (1, "")
    assert f"source/{file}.toml" in err
    assert f"error {code}" in err
    left = {path for path in (project / "build").rglob("*.*") if path.is_file()}
    # Nobody can say which region a sheet is for while the record that says it cannot be read.
    region = (
        ""
        if file == "publisher" or new == "phone = 5550100"
        else "US-riverside."
        if clinic
        else "US."
    )
    assert set(earlier) - left == {
        path
        for path in earlier
        if path.parent.name != "ar" and region and f"-{region}" in path.name
    }


def test_a_doubt_about_a_region_refuses_no_sheet(project: Path, polyleaf: Run) -> None:
    region = project / "source/regions/US.toml"
    text = region.read_text(encoding="utf-8")
    start, end = text.index("[[emergency.sources]]"), text.index("[[services]]")
    region.write_text(text[:start] + text[end:], encoding="utf-8")
    assert "warning SVC009" in polyleaf("check", "--today", "2026-11-23")[1]
    assert polyleaf("pdf", "es", "--today", "2026-11-23")[0] == 0


def test_a_fault_in_another_region_refuses_no_sheet(project: Path, polyleaf: Run) -> None:
    replace(project / "source/regions/GB.toml", '"116 123"', '"+44 116 123"', -1)
    assert "error SVC004" in polyleaf("check", "--today", "2026-11-23")[1]
    assert polyleaf("pdf", "es", "--today", "2026-11-23")[0] == 0
    assert polyleaf("pdf", "es", "--region", "GB", "--today", "2026-11-23")[0] == 1


def test_a_region_without_emergency_number_and_one_unknown_to_cldr(
    project: Path, polyleaf: Run
) -> None:
    region = project / "source/regions/US.toml"
    text = region.read_text(encoding="utf-8")
    before, after = text.index("[emergency]"), text.index("[[services]]")
    region.write_text(text[:before] + text[after:], encoding="utf-8")
    assert polyleaf("pdf", "es")[0] == 0
    (project / "source/regions/QZ.toml").write_text(
        region.read_text(encoding="utf-8").replace('"US"', '"QZ"'), encoding="utf-8"
    )
    status, _, err = polyleaf("pdf", "es", "--region", "QZ")
    assert status == 1
    assert "CLDR has no name for QZ" in err


@pytest.mark.parametrize(
    "entry",
    [
        {"type": None},
        {"author": "Beck"},
        {"author": [{"family": "Beck", "given": 1}]},
        {"editor": "X"},
        {"accessed": "yesterday"},
        {"title": 5},
        {"issued": {"date-parts": [["soon"]]}},
    ],
)
def test_a_malformed_reference_is_a_finding(
    project: Path, polyleaf: Run, entry: dict[str, object]
) -> None:
    file = project / "source/references.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    data[1] = {key: value for key, value in {**data[1], **entry}.items() if value is not None}
    file.write_text(json.dumps(data), encoding="utf-8")
    status, out, err = polyleaf("pdf", "en")
    assert (status, out) == (1, "")
    assert "source/references.json: error SRC013: [1]." in err


def test_deep_nesting_is_a_finding_and_drops_no_text(project: Path, polyleaf: Run) -> None:
    article = project / "source/attachment-and-depression.md"
    with article.open("a", encoding="utf-8") as file:
        file.write("\n" + "> " * 40 + "deep\n")
    assert "error SRC002" in polyleaf("pdf", "en")[2]
    (project / "source/references.json").write_text("[" * 100_000, encoding="utf-8")
    status, _, err = polyleaf("check")
    assert status == 1
    assert "Traceback" not in err


def test_a_folder_that_is_no_locale_is_named_and_stops_nothing(
    project: Path, polyleaf: Run
) -> None:
    for name in ("xx", "ES", "es-419"):
        (project / "locales" / name / "LC_MESSAGES").mkdir(parents=True)
    status, out, _ = polyleaf("check")
    assert status == 0
    assert out.count("warning CAT004") == 3
    assert polyleaf("messages")[0] == 0
    assert "unknown locale 'es_x1': did you mean es?" in polyleaf("pdf", "es_x1")[2]


def test_the_catalogs_of_the_sheet_are_started_for_an_article_in_another_language(
    project: Path, polyleaf: Run
) -> None:
    text = ARTICLE.replace("id: sleep", "id: schlaf").replace("language: en", "language: de")
    (project / "source/schlaf.md").write_text(text, encoding="utf-8")
    assert "locales/de/LC_MESSAGES/sheet.po" in polyleaf("messages", "de")[1]


def test_a_windows_catalog_keeps_its_line_ends(project: Path, polyleaf: Run) -> None:
    assert polyleaf("messages")[0] == 0
    file = po(project)
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    assert polyleaf("messages") == (0, "", "")
    assert file.read_bytes() == before
    replace(project / "source/attachment-and-depression.md", "## Final Thoughts", "## Last Words")
    assert polyleaf("messages")[0] == 0
    after = file.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf")
    assert after.count(b"\n") == after.count(b"\r\n")


def test_a_title_that_nobody_could_read_is_refused(project: Path, polyleaf: Run) -> None:
    replace(project / "source/publisher.toml", "#1f4e5f", "#ffffff")
    status, _, err = polyleaf("pdf", "es")
    assert status == 1
    assert "accent: #ffffff is too light" in err


def test_a_clinic_without_a_valid_id_or_logo_is_found(project: Path, polyleaf: Run) -> None:
    clinic = project / "source/clinics/riverside.toml"
    text = clinic.read_text(encoding="utf-8")
    (project / "source/clinics/draft.toml").write_text(text, encoding="utf-8")
    clinic.write_text(text + 'logo = "logo.svg"\nlogo_alt = "Logo"\n', encoding="utf-8")
    status, out, _ = polyleaf("check")
    assert status == 1
    assert "'draft' cannot be a clinic's id" in out
    assert "there is no image source/logo.svg" in out


def test_terminated_builds_tidy_up(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    temporary = tmp_path_factory.mktemp("temporary")
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", "pdf", "--project", str(project)],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    while not list(temporary.glob("polyleaf-*")):
        time.sleep(0.02)
        assert process.poll() is None
    process.terminate()
    _, err = process.communicate(timeout=60)
    assert process.returncode == 143
    assert b"Traceback" not in err
    assert not list(temporary.iterdir())

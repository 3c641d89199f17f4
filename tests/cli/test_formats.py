"""Findings as JSON, GitHub annotations and SARIF: whole, escaped, and always the same."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from pipeline import __version__
from pipeline.check.rules import RULES_BY_CODE
from pipeline.cli import main
from pipeline.cli.formats import as_github, as_json, as_sarif
from pipeline.cli.report import report
from pipeline.values.finding import Finding, NotJudged, Severity
from tests.rows import each_row

KEYS = [
    "code",
    "severity",
    "locale",
    "article",
    "path",
    "line",
    "source_path",
    "source_line",
    "message",
    "source",
    "target",
    "fix",
    "reason",
]

NASTY = '100%, "a"\r\n::error::b\n\u202e٣ {0} 重\u2028点'

WARNING = Finding(
    code="TRM002",
    severity=Severity.WARNING,
    path="locales/es/LC_MESSAGES/sleep.po",
    line=12,
    message="“attachment” is “apego” in the glossary",
    fix="write apego",
    locale="es",
    article="sleep",
    source_path="source/sleep.md",
    source_line=5,
    source="Attachment.",
    target="Cariño.",
)
ERROR = Finding(
    code="CIT001",
    path="locales/ar/LC_MESSAGES/100%, a:b.po",
    line=7,
    message=NASTY,
    fix=NASTY,
    locale="ar",
    article="sleep",
    source_path="source/sleep.md",
    source=NASTY,
    target=NASTY,
)
SAFETY = Finding(
    code="SAF011",
    severity=Severity.WARNING,
    path="locales/es/LC_MESSAGES/sleep.po",
    message="a number that the English lacks: 15",
    fix="take it out",
)
WHOLE_FILE = Finding(code="SVC001", path="source/regions/ÄÖ.toml", message="no", fix="mend it")
MIXED = [WARNING, WHOLE_FILE, ERROR, SAFETY]

FORMATS = [as_json, as_github, as_sarif]


def test_json_has_counts_and_every_field_of_every_finding() -> None:
    document = json.loads(as_json(MIXED))
    assert list(document) == ["counts", "findings", "not_judged"]
    assert document["counts"] == {"errors": 2, "warnings": 2, "on_trial": 0, "ignored": 0}
    assert [list(row) for row in document["findings"]] == [KEYS] * 4
    back = [
        Finding(**{**row, "severity": Severity(row["severity"])}) for row in document["findings"]
    ]
    assert back == MIXED


IGNORED = replace(ERROR, severity=Severity.IGNORED, reason="the same word in Spanish")


def test_what_is_ignored_is_told_with_its_reason() -> None:
    document = json.loads(as_json([IGNORED]))
    assert document["counts"] == {"errors": 0, "warnings": 0, "on_trial": 0, "ignored": 1}
    assert document["findings"][0]["reason"] == IGNORED.reason
    ((name, _, message),) = commands(as_github([IGNORED]))
    assert (name, message.splitlines()[-1]) == ("notice", f"ignored: {IGNORED.reason}")
    (result,) = json.loads(as_sarif([IGNORED]))["runs"][0]["results"]
    assert result["level"] == "note"
    assert result["suppressions"] == [{"kind": "inSource", "justification": IGNORED.reason}]
    assert report([IGNORED]).endswith(
        "    reason: the same word in Spanish\n0 errors, 0 warnings, 1 ignored\n"
    )


def test_json_of_nothing_is_still_a_document() -> None:
    assert json.loads(as_json([])) == {
        "counts": {"errors": 0, "warnings": 0, "on_trial": 0, "ignored": 0},
        "findings": [],
        "not_judged": [],
    }


@pytest.mark.parametrize("write", [as_json, as_sarif])
def test_documents_are_ascii_so_that_no_direction_mark_hides(
    write: Callable[[list[Finding]], str],
) -> None:
    assert write(MIXED).isascii()


def unescaped(text: str) -> str:
    for code, letter in (("%2C", ","), ("%3A", ":"), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, letter)
    return text


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Read workflow commands as GitHub's runner does: line by line, cut at the first two colons."""
    found = []
    for line in re.split("[\r\n]", text):
        if line:
            head, _, message = line.removeprefix("::").partition("::")
            name, _, properties = head.partition(" ")
            pairs = (part.partition("=")[::2] for part in properties.split(","))
            found.append(
                (name, {key: unescaped(value) for key, value in pairs}, unescaped(message))
            )
    return found


def test_github_reads_back_what_was_found_however_nasty_the_text() -> None:
    ((name, properties, message),) = commands(as_github([ERROR]))
    assert name == "error"
    assert properties == {
        "file": ERROR.path,
        "line": "7",
        "title": f"CIT001 {RULES_BY_CODE['CIT001'].name}",
    }
    assert message == f"{NASTY}\nsource: {NASTY}\nhere: {NASTY}\nfix: {NASTY}"


def test_github_escapes_as_its_runner_asks() -> None:
    text = as_github([ERROR])
    assert "file=locales/ar/LC_MESSAGES/100%25%2C a%3Ab.po,line=7,title=CIT001 " in text
    assert '::100%25, "a"%0D%0A::error::b%0A' in text
    assert text.count("\n") == 1
    assert "\r" not in text


def test_github_names_no_line_where_the_whole_file_is_meant() -> None:
    ((name, properties, _),) = commands(as_github([WHOLE_FILE]))
    assert name == "error"
    assert "line" not in properties


def test_github_shows_safety_first_then_errors() -> None:
    titles = [properties["title"][:6] for _, properties, _ in commands(as_github(MIXED))]
    assert titles == ["SAF011", "SVC001", "CIT001", "TRM002"]


def test_github_shows_safety_errors_before_safety_warnings() -> None:
    crime = Finding(code="SAF002", path="a.po", message="a number", fix="take it out")
    titles = [found[1]["title"][:6] for found in commands(as_github([*MIXED, crime]))]
    assert titles[:2] == ["SAF002", "SAF011"]


def sarif_run(findings: list[Finding]) -> dict[str, Any]:
    document = json.loads(as_sarif(findings))
    assert document["version"] == "2.1.0"
    assert document["$schema"].endswith("sarif-2.1.0.json")
    assert len(document["runs"]) == 1
    run: dict[str, Any] = document["runs"][0]
    return run


def test_sarif_names_the_tool_and_describes_each_rule_once() -> None:
    driver = sarif_run([*MIXED, ERROR])["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("polyleaf", __version__)
    ids = [rule["id"] for rule in driver["rules"]]
    assert ids == ["CIT001", "SAF011", "SVC001", "TRM002"]
    for rule in driver["rules"]:
        known = RULES_BY_CODE[rule["id"]]
        assert rule["name"].isalnum()
        assert rule["name"][0].isupper()
        assert rule["shortDescription"] == {"text": known.name}
        assert rule["fullDescription"] == {"text": known.why}
        assert known.code in rule["help"]["text"]
        assert known.code in rule["help"]["markdown"]
        assert rule["defaultConfiguration"] == {"level": known.severity.value}


def test_sarif_results_point_to_their_rule_and_place() -> None:
    run = sarif_run(MIXED)
    assert len(run["results"]) == len(MIXED)
    for result, finding in zip(run["results"], MIXED, strict=True):
        assert result["ruleId"] == finding.code
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == finding.code
        assert result["level"] == finding.severity.value
        assert result["message"]["text"].startswith(finding.message)
        assert finding.fix in result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uriBaseId"]
        assert unquote(place["artifactLocation"]["uri"]) == finding.path
        assert place["artifactLocation"]["uri"].isascii()
        assert not set(place["artifactLocation"]["uri"]) & set(' :,"<>\\')
        assert place.get("region") == ({"startLine": finding.line} if finding.line else None)


def test_sarif_relates_the_line_of_the_article() -> None:
    warning, whole_file, error, _ = sarif_run(MIXED)["results"]
    (related,) = warning["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "source/sleep.md"
    assert related["physicalLocation"]["region"] == {"startLine": 5}
    assert related["message"]["text"]
    assert "region" not in error["relatedLocations"][0]["physicalLocation"]
    assert "relatedLocations" not in whole_file


def test_sarif_does_not_relate_a_place_to_itself() -> None:
    own = Finding(
        code="SRC004",
        path="source/sleep.md",
        line=5,
        source_path="source/sleep.md",
        source_line=5,
        message="raw HTML",
        fix="write Markdown",
    )
    assert "relatedLocations" not in sarif_run([own])["results"][0]


def test_sarif_gives_a_file_outside_the_project_a_whole_address() -> None:
    outside = Finding(code="PDF009", path="/tmp/a b.pdf", message="empty", fix="report it")  # noqa: S108
    (location,) = sarif_run([outside])["results"][0]["locations"]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": "file:///tmp/a%20b.pdf"}


@each_row("write", FORMATS)
def test_a_finding_that_comes_twice_is_told_once(write: Callable[[list[Finding]], str]) -> None:
    assert write([ERROR, WARNING, ERROR]) == write([ERROR, WARNING])


@pytest.fixture
def broken(project: Path) -> Path:
    """A project with faults in an article's catalog and in a region."""
    catalog = project / "locales/es/LC_MESSAGES/attachment-and-depression.po"
    text = catalog.read_text(encoding="utf-8")
    assert text.count("[@beck1967]") > 1
    before, found, after = text.rpartition(" [@beck1967]")
    assert found
    catalog.write_text(before + after, encoding="utf-8")
    (project / "source/regions/US.toml").write_text('code = "US"\n', encoding="utf-8")
    return project


SILENT = NotJudged(code="SAF010", locale="sw", reason="[[sw]] is missing: look, 100 %")


def test_what_was_not_judged_stands_in_every_document() -> None:
    document = json.loads(as_json([], [SILENT]))
    assert document["findings"] == []
    assert document["not_judged"] == [
        {"code": "SAF010", "locale": "sw", "reason": "[[sw]] is missing: look, 100 %"}
    ]
    (invocation,) = json.loads(as_sarif([], [SILENT]))["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is True
    (told,) = invocation["toolConfigurationNotifications"]
    assert (told["associatedRule"], told["level"]) == ({"id": "SAF010"}, "note")
    assert told["message"]["text"].startswith("sw: SAF010 is not judged: [[sw]]")
    assert as_github([], [SILENT]) == (
        "::notice title=SAF010 not judged in sw::[[sw]] is missing: look, 100 %25\n"
    )


def test_check_and_status_say_what_they_do_not_judge(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["locale", "so", "--project", str(project)]) == 0
    capsys.readouterr()
    check(project, "so", "es")
    out = capsys.readouterr().out
    assert (
        "Not judged, because nobody has recorded a list (this is not a pass)\n    so: SAF010 unsafe"
        in out
    )
    assert "es: " not in out.partition("Not judged")[2]
    check(project, "so", "--format", "json")
    rows = json.loads(capsys.readouterr().out)["not_judged"]
    assert {(row["locale"], row["code"]) for row in rows} >= {("so", "SAF010"), ("so", "TRM002")}
    main(["status", "so", "--project", str(project)])
    assert "so: SAF010 unsafe wording" in capsys.readouterr().out
    main(["status", "so", "es", "--json", "--project", str(project)])
    somali, spanish = json.loads(capsys.readouterr().out)
    assert "SAF010" in {row["code"] for row in somali["not_judged"]}
    assert spanish["not_judged"] == []


def check(project: Path, *options: str) -> int:
    return main(["check", "--project", str(project), "--today", "2026-11-23", *options])


def test_check_prints_one_document_over_catalogs_and_records(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(broken, "--format", "json") == 1
    output = capsys.readouterr()
    codes = {row["code"] for row in json.loads(output.out)["findings"]}
    assert {"CIT001", "SVC001"} <= codes
    assert output.err == ""
    assert check(broken, "--format", "sarif") == 1
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert codes == {result["ruleId"] for result in results}
    assert check(broken, "--format", "github") == 1
    told = commands(capsys.readouterr().out)
    assert codes == {properties["title"][:6] for _, properties, _ in told}


def test_text_is_what_check_prints_unless_told_otherwise(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(broken) == check(broken, "--format", "text") == 1
    out = capsys.readouterr().out
    assert out[: len(out) // 2] == out[len(out) // 2 :]
    assert out.startswith("Articles and catalogs\n")


def test_warnings_fail_a_strict_check_alone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # No service of the project has been confirmed, and that is a warning.
    assert check(project, "--format", "json") == 0
    counts = json.loads(capsys.readouterr().out)["counts"]
    assert counts["errors"] == 0
    assert counts["warnings"] > 0
    assert check(project, "--strict", "--format", "json") == 1
    assert json.loads(capsys.readouterr().out)["counts"] == counts


def test_a_strict_check_passes_where_nothing_is_found(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in [*(project / "source/regions").glob("*.toml"), *project.glob("source/clinics/*")]:
        file.unlink()
    publisher = project / "source/publisher.toml"
    text = publisher.read_text(encoding="utf-8")
    publisher.write_text(text.replace('region = "US"\n', ""), encoding="utf-8")
    assert check(project, "--strict", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []


@pytest.mark.parametrize("format_", ["json", "github", "sarif"])
def test_the_same_project_gives_the_same_document(
    broken: Path, format_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    check(broken, "--format", format_)
    first = capsys.readouterr().out
    check(broken, "--format", format_)
    assert capsys.readouterr().out == first != ""

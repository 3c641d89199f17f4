"""Findings as documents for programs: JSON, annotations for GitHub, and SARIF."""

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from pipeline import __version__
from pipeline.check.explain import explanation, section
from pipeline.check.rules import RULES_BY_CODE
from pipeline.values.finding import Finding, NotJudged, Severity

_ROOT = "%SRCROOT%"
"""The name that SARIF's examples and GitHub give the folder to which paths are relative."""

_FIELDS = (
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
)

_COUNTED = {
    Severity.ERROR: "errors",
    Severity.WARNING: "warnings",
    Severity.TRIAL: "on_trial",
    Severity.IGNORED: "ignored",
}

_GITHUB = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.TRIAL: "notice",
    Severity.IGNORED: "notice",
}
"""The workflow commands that make annotations."""

_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.TRIAL: "note",
    Severity.IGNORED: "note",
}
"""The levels of SARIF 2.1.0, 3.27.10."""


def as_json(findings: Iterable[Finding], not_judged: Sequence[NotJudged] = ()) -> str:
    """Return findings as a JSON object: ``counts``, ``findings``, and what was ``not_judged``."""
    rows = _once(findings)
    return _written(
        {
            "counts": {
                name: sum(row.severity is one for row in rows) for one, name in _COUNTED.items()
            },
            "findings": as_rows(rows),
            "not_judged": [
                {"code": one.code, "locale": one.locale, "reason": one.reason} for one in not_judged
            ],
        }
    )


def as_rows(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Return findings as JSON has them."""
    return [{name: getattr(one, name) for name in _FIELDS} for one in findings]


def as_github(findings: Iterable[Finding], not_judged: Sequence[NotJudged] = ()) -> str:
    """Return findings as workflow commands, from which GitHub makes annotations.

    GitHub shows the first ten errors of a step, so safety comes first, then the other errors.
    """
    rows = sorted(_once(findings), key=_urgency)
    silent = (
        f"::notice title={_property(f'{one.code} not judged in {one.locale}')}::{_data(one.reason)}"
        for one in not_judged
    )
    return "".join(f"{line}\n" for line in (*map(_command, rows), *silent))


def _urgency(finding: Finding) -> tuple[bool, bool, bool]:
    return finding.is_ignored, not finding.code.startswith("SAF"), not finding.is_error


def _command(finding: Finding) -> str:
    properties = {
        "file": finding.path,
        "line": str(finding.line) if finding.line else "",
        "title": f"{finding.code} {RULES_BY_CODE[finding.code].name}",
    }
    given = ",".join(f"{name}={_property(text)}" for name, text in properties.items() if text)
    return f"::{_GITHUB[finding.severity]} {given}::{_data(_told(finding))}"


def _data(text: str) -> str:
    """Escape what GitHub takes for the end of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(findings: Iterable[Finding], not_judged: Sequence[NotJudged] = ()) -> str:
    """Return findings as a log in SARIF 2.1.0, with a description of each rule that was broken.

    What no rule has judged is a notification of the run, about the rule's configuration.
    """
    rows = _once(findings)
    codes = sorted({row.code for row in rows})
    return _written(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "polyleaf",
                            "version": __version__,
                            "rules": [_rule(code) for code in codes],
                        }
                    },
                    "columnKind": "unicodeCodePoints",
                    "invocations": [
                        {
                            "executionSuccessful": True,
                            "toolConfigurationNotifications": list(map(_notification, not_judged)),
                        }
                    ],
                    "results": [_result(row, codes) for row in rows],
                }
            ],
        }
    )


def _notification(one: NotJudged) -> dict[str, Any]:
    return {
        "descriptor": {"id": "not-judged"},
        "associatedRule": {"id": one.code},
        "level": "note",
        "message": {"text": f"{one.locale}: {one.code} is not judged: {one.reason}"},
        "properties": {"locale": one.locale},
    }


def _rule(code: str) -> dict[str, Any]:
    rule = RULES_BY_CODE[code]
    former = {"deprecatedIds": list(rule.formerly)} if rule.formerly else {}
    return {
        "id": code,
        **former,
        "name": "".join(word.capitalize() for word in re.findall(r"[A-Za-z0-9]+", rule.name)),
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.why},
        "help": {"text": explanation(rule), "markdown": section(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.told_as]},
    }


def _result(finding: Finding, codes: Sequence[str]) -> dict[str, Any]:
    result = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": _told(finding)},
        "locations": [{"physicalLocation": _place(finding.path, finding.line)}],
    }
    if finding.is_ignored:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.reason}]
    elsewhere = (finding.source_path, finding.source_line) != (finding.path, finding.line)
    if finding.source_path and elsewhere:
        result["relatedLocations"] = [
            {
                "physicalLocation": _place(finding.source_path, finding.source_line),
                "message": {"text": "in the article"},
            }
        ]
    return result


def _place(path: str, line: int) -> dict[str, Any]:
    artifact: dict[str, Any] = (
        {"uri": PurePath(path).as_uri()}
        if PurePath(path).is_absolute()
        else {"uri": quote(path, errors="surrogateescape"), "uriBaseId": _ROOT}
    )
    region = {"region": {"startLine": line}} if line > 0 else {}
    return {"artifactLocation": artifact, **region}


def _told(finding: Finding) -> str:
    """Return what a finding says, with both texts and what to do, as people read it."""
    rows = (
        ("source", finding.source),
        ("here", finding.target),
        ("fix", finding.fix),
        ("ignored", finding.reason),
    )
    return "\n".join([finding.message, *(f"{word}: {text}" for word, text in rows if text)])


def _once(findings: Iterable[Finding]) -> list[Finding]:
    return list(dict.fromkeys(findings))


def _written(document: dict[str, Any]) -> str:
    """Write JSON in ASCII: no terminal or pipe can damage it, and no direction mark hides in it."""
    return json.dumps(document, indent=2) + "\n"

"""Findings as text for people: where first, then both texts, then what to do."""

import sys
from collections.abc import Iterable, Sequence

from pipeline.parse.inline import CONTROL
from pipeline.values.finding import Finding, Severity


def report(findings: Iterable[Finding]) -> str:
    """Return findings as lines of text, the count of errors and warnings last."""
    findings = list(dict.fromkeys(findings))
    lines = [line for finding in findings for line in _lines(finding)]
    return "\n".join([*lines, count(findings)]) + "\n" if findings else ""


def _lines(finding: Finding) -> Iterable[str]:
    place = f"{finding.path}:{finding.line}" if finding.line else finding.path
    yield f"{place}: {finding.severity} {finding.code}: {finding.message}"
    if finding.is_ignored:
        yield f"    reason: {visible(finding.reason)}"
        return
    if finding.source_path and finding.source_path != finding.path:
        yield f"    in the article: {finding.source_path}:{finding.source_line}"
    if finding.source:
        yield f"    source: {visible(finding.source)}"
    if finding.target:
        yield f"    here:   {visible(finding.target)}"
    yield f"    fix:    {finding.fix}"


def visible(text: str) -> str:
    """Return a text with the characters that no eye sees, and that turn lines around, as codes."""
    return CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def count(findings: Sequence[Finding]) -> str:
    """Return the line that counts errors and warnings, and what is ignored if anything is."""
    numbers = {
        severity: sum(finding.severity is severity for finding in findings) for severity in Severity
    }
    counted = [
        f"{numbers[severity]} {severity}{'' if numbers[severity] == 1 else 's'}"
        for severity in (Severity.ERROR, Severity.WARNING)
    ]
    ignored = numbers[Severity.IGNORED]
    return ", ".join([*counted, *([f"{ignored} ignored"] if ignored else [])])


def complain(findings: Iterable[Finding]) -> None:
    """Write findings beside the results, to standard error."""
    sys.stderr.write(report(findings))


def progress(text: str) -> None:
    """Show what is under way on a terminal, in place of what was; nothing elsewhere."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{text}")
        sys.stderr.flush()

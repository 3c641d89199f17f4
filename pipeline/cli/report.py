"""Findings as text for people: where first, then both texts, then what to do."""

import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.cli.colour import coloured
from pipeline.cli.here import here
from pipeline.values.finding import Finding, NotJudged, Severity

if TYPE_CHECKING:
    from pipeline.project.sources import Sources

GAPS = ("CAT010", "CAT011", "SAF006")
"""What is found of a text that nobody has finished translating: no fault, only work to be done."""

ALWAYS = ("SVC017", "SVC018")
"""Warnings that no quiet hides: each sheet would look right, and have a number of the clinic's that
lacks a digit, or another country's numbers."""

FEW = 3
"""How many gaps of one catalog, and languages that lack a list, are told one by one."""


def report(findings: Iterable[Finding], *, each: bool = False) -> str:
    """Return findings as lines of text, the count of errors and warnings last.

    The gaps of a catalog are one line, unless there are few or ``each`` is asked for.
    """
    findings = list(dict.fromkeys(findings))
    many = {} if each else _many_gaps(findings)
    alike = _alike(findings)
    lines: list[str] = []
    for finding in findings:
        if gaps := many.get(finding.path) if finding.code in GAPS else None:
            lines += _gap_lines(gaps) if finding is gaps[0] else ()
        elif finding is (same := alike[_in_any_locale(finding)])[0]:
            lines += _lines(finding) if len(same) == 1 else _lines_of_all(same)
    return "\n".join([*lines, count(findings), *_pages(findings)]) + "\n" if findings else ""


def _many_gaps(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return the gaps of each catalog that has many of them."""
    gaps: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.code in GAPS and not finding.is_ignored:
            gaps[finding.path].append(finding)
    return {path: found for path, found in gaps.items() if len(found) > FEW}


def _gap_lines(gaps: Sequence[Finding]) -> Iterable[str]:
    """Yield in place of so many gaps how many there are, where they begin, and what shows each."""
    first = gaps[0]
    codes = ", ".join(f"{code} × {n}" for code, n in sorted(Counter(g.code for g in gaps).items()))
    place = f"{first.path}:{first.line}" if first.line else first.path
    yield f"{place}: {first.severity}: {len(gaps)} texts wait for their translation ({codes})"
    shows = f"polyleaf check {first.locale} --verbose".replace("  ", " ")
    yield f"    fix:    translate them; to see each: {here(shows)}"


def _in_any_locale(finding: Finding) -> Finding:
    """Return a finding as it would be in any locale, where it is of a whole file of one."""
    if not finding.locale or finding.line or not finding.path.startswith("locales/"):
        return finding
    own, any_ = f"locales/{finding.locale}/", "locales/*/"
    said = {name: getattr(finding, name).replace(own, any_) for name in ("path", "message", "fix")}
    return replace(finding, locale="", **said)


def _alike(findings: Iterable[Finding]) -> dict[Finding, list[Finding]]:
    """Return what is found by what it says: what is so in all locales is told once."""
    found: dict[Finding, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[_in_any_locale(finding)].append(finding)
    return found


def _lines_of_all(same: Sequence[Finding]) -> Iterable[str]:
    """Yield what is found alike in several locales, and in which."""
    head, *rest = _lines(_in_any_locale(same[0]))
    yield head
    yield f"    in:     {' '.join(one.locale for one in same)}"
    yield from rest


def _pages(findings: Iterable[Finding]) -> Iterable[str]:
    """Yield the pages that show how what is at fault is written."""
    at_fault = [one.path for one in findings if one.is_error and one.code.startswith("SRC")]
    if any(path.startswith("source/") and path.endswith(".md") for path in at_fault):
        yield "docs/writing-an-article.md shows each field, part and code as it prints"
    if any(path.startswith("source/clinics/") for path in at_fault):
        yield "docs/a-clinic.md has a whole clinic to copy"


def _lines(finding: Finding) -> Iterable[str]:
    place = f"{finding.path}:{finding.line}" if finding.line else finding.path
    yield f"{place}: {finding.severity} {finding.code}: {here(finding.message)}"
    if finding.is_ignored:
        yield f"    reason: {visible(finding.reason)}"
        return
    if finding.source_path and finding.source_path != finding.path:
        yield f"    in the article: {finding.source_path}:{finding.source_line}"
    if finding.source:
        yield f"    source: {visible(finding.source)}"
    if finding.target:
        yield f"    here:   {visible(finding.target)}"
    yield f"    fix:    {here(finding.fix)}"


def report_not_judged(rows: Iterable[NotJudged], how_to_see: str = "") -> str:
    """Return what no rule has judged as lines of text, below a head; empty where there is none.

    Where it is said how to see all, many locales are a line for each rule.
    """
    # Imported here: whoever asks for help needs no rules.
    from pipeline.check.unjudged import in_short, in_words

    rows = [*rows]
    told = [*in_words(rows)]
    if how_to_see and len({one.locale for one in rows}) > FEW:
        told = [*in_short(rows), how_to_see]
    lines = "".join(f"    {line}\n" for line in told)
    return lines and f"Not judged, because nobody has recorded a list (this is not a pass)\n{lines}"


def visible(text: str) -> str:
    """Return a text with the characters that no eye sees, and that turn lines around, as codes."""
    # Imported here: whoever asks for help needs no reader of Markdown.
    from pipeline.parse.inline import CONTROL

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
    rest = ((Severity.TRIAL, "on trial"), (Severity.IGNORED, "ignored"))
    return ", ".join([*counted, *(f"{numbers[one]} {word}" for one, word in rest if numbers[one])])


def complain(findings: Iterable[Finding], *, each: bool = False) -> None:
    """Write findings beside the results, to standard error."""
    sys.stderr.write(coloured(report(findings, each=each), sys.stderr))


class Warnings:
    """Findings of a run beside its results: errors at once, warnings as loud as was asked for."""

    def __init__(self, loudness: int) -> None:
        """Take -1 for silence, 0 for one line that counts them, 1 for all of them at once."""
        self._loudness = loudness
        self._kept: dict[Finding, None] = {}
        self._told: dict[Finding, dict[str, None]] = {}
        """What was told, as it would be in any locale, and in which it is so."""

    def tell(self, findings: Iterable[Finding]) -> None:
        """Write errors, each once, and keep warnings for the end unless all are to be written."""
        if self._loudness > 0:
            complain(findings, each=True)
            return
        findings = list(findings)
        at_once = (one for one in findings if one.is_error or one.code in ALWAYS)
        complain([one for one in at_once if self._is_new(one)])
        rest = (one for one in findings if not one.is_error and one.code not in ALWAYS)
        self._kept.update(dict.fromkeys(one for one in rest if not one.is_on_trial))

    def _is_new(self, finding: Finding) -> bool:
        """Say whether a finding was told neither of another sheet nor of another locale."""
        alike = _in_any_locale(finding)
        is_new = alike not in self._told
        self._told.setdefault(alike, {})[finding.locale] = None
        return is_new

    def elsewhere(self) -> str:
        """Return the lines that name the other locales in which what was told is so."""
        several = {one: [*locales] for one, locales in self._told.items() if len(locales) > 1}
        return "".join(
            f"{one.code}, as for {locales[0]}, also for: {' '.join(locales[1:])}\n"
            for one, locales in several.items()
        )

    def line(self, how_to_see: str) -> str:
        """Return the line that counts what was kept; empty where nothing is to be said."""
        return "" if self._loudness < 0 else counted(self._kept, how_to_see)


def counted(kept: Collection[Finding], how_to_see: str) -> str:
    """Return one line in place of warnings, or of what is ignored; empty where there is none."""
    if not kept:
        return ""
    codes = Counter(finding.code for finding in kept)
    number = len(kept)
    listed = ", ".join(f"{code} × {count}" for code, count in sorted(codes.items()))
    warnings = f"warning{'' if number == 1 else 's'}"
    what = "ignored" if all(finding.is_ignored for finding in kept) else warnings
    return f"{number} {what} ({listed}); {how_to_see}"


def progress(text: str) -> None:
    """Show what is under way on a terminal, in place of what was; nothing elsewhere."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{text}")
        sys.stderr.flush()


def nothing_to_translate(sources: "Sources") -> bool:
    """Say whether a project has no article that can be read, and tell why.

    Such a folder may be another program's: nothing is written into it.
    """
    if sources.articles.facts:
        return False
    complain([one for one in sources.findings if one.is_error])
    print("no article can be read, so nothing was written", file=sys.stderr)
    return True

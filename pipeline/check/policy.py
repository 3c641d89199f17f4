"""Whether a publisher's policy weighs only what may be weighed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pipeline.check.rule import Floor, Rule
from pipeline.check.rules import RENAMED, RULES_BY_CODE, code_now
from pipeline.values.finding import Finding, Severity
from pipeline.values.policy import Level, Policy

_WEIGHT = {Severity.IGNORED: 0, Severity.TRIAL: 1, Severity.WARNING: 2, Severity.ERROR: 3}


def check_policy(policy: Policy, path: str) -> Iterator[Finding]:
    """Report findings that a policy weighs and that are unknown, not its to weigh, or floored.

    A code that a rule had before still counts, and is named.
    """
    for code, level in policy.levels.items():
        rule = RULES_BY_CODE.get(code_now(code))
        if rule and rule.code != code:
            yield replace(
                _wrong(path, f"{code} is called {rule.code} now", f"write {rule.code}"),
                severity=Severity.WARNING,
            )
        if rule is None:
            yield _wrong(path, f"there is no rule {code}", "'polyleaf explain' lists them all")
        elif rule.check is None:
            yield _wrong(
                path,
                f"{code} is not about a translation, so no policy can weigh it",
                "take it out; what is wrong with articles, records and paper must be mended",
            )
        elif is_lowered(rule, level) and rule.floor is Floor.NEVER:
            yield _wrong(
                path,
                f"{code} protects the reader and cannot be lowered to '{level.severity}'",
                "take it out: it may only be raised",
            )


def under_codes_now(levels: Mapping[str, Level]) -> dict[str, Level]:
    """Return what a policy weighs by the codes that rules have now; a new name goes first."""
    renamed = {code_now(code): level for code, level in levels.items() if code in RENAMED}
    return {**renamed, **{code: level for code, level in levels.items() if code not in RENAMED}}


def is_lowered(rule: Rule, level: Level) -> bool:
    """Say whether a level weighs less than the rule itself."""
    return _WEIGHT[level.severity] < _WEIGHT[rule.told_as]


def weighed(finding: Finding, level: Level, *, may_be_lowered: bool) -> Finding:
    """Return a finding as heavy as a policy has it, with the reason; lighter only where it may."""
    if _WEIGHT[level.severity] < _WEIGHT[finding.severity] and not may_be_lowered:
        return finding
    return replace(finding, severity=level.severity, reason=level.reason)


def _wrong(path: str, message: str, fix: str) -> Finding:
    return Finding(
        code="SRC026", severity=Severity.ERROR, path=path, message=f"finding: {message}", fix=fix
    )

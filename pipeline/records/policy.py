"""``source/policy.toml``: which roles a text needs, and which findings weigh more or less."""

import re

from pipeline.records.table import Table
from pipeline.values.approval import ROLES
from pipeline.values.finding import Finding, Severity
from pipeline.values.policy import Level, Needs, Policy

STATEMENTS = ("qualification", "languages")
"""What an approval can be asked to say of the person who gives it."""

LONGEST = 365
"""Days after which no confirmation may hold: by then the record may be plainly wrong."""

_SEVERITIES = {
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "ignored": Severity.IGNORED,
}


def read_policy(data: dict[str, object], path: str) -> tuple[Policy, list[Finding]]:
    """Read a policy and report every field that is wrong."""
    findings: list[Finding] = []
    table = Table(data, path, findings, "SRC026")
    default = Policy()
    needs = table.table("needs")
    groups = {
        name: _needs(needs, name, getattr(default, name)) if needs else getattr(default, name)
        for name in ("source", "translation", "machine")
    }
    if needs:
        needs.done()
    states = table.table("states")
    stated = {role: _statements(states, role) for role in ROLES if states and states.has(role)}
    if states:
        states.done()
    policy = Policy(
        source=groups["source"],
        translation=groups["translation"],
        machine=groups["machine"],
        states=stated,
        confirmed_within=_days(table, default.confirmed_within),
        levels=dict(_levels(table)),
    )
    table.done()
    return policy, findings


def _needs(table: Table, name: str, default: Needs) -> Needs:
    """Read groups of roles; ``"editor or clinician"`` is one of two."""
    if not table.has(name):
        return default
    groups = tuple(
        tuple(re.split(r"\s+or\s+", one.strip())) for one in table.texts(name, required=True)
    )
    for role in (role for group in groups for role in group):
        if role not in ROLES:
            table.wrong(
                name,
                f"'{role}' is not a role",
                f"use {', '.join(ROLES)}, or two of them with 'or' between",
            )
            return default
    return groups


def _statements(table: Table, role: str) -> tuple[str, ...]:
    asked = table.texts(role)
    for one in asked:
        if one not in STATEMENTS:
            table.wrong(role, f"'{one}' cannot be asked for", f"use {', '.join(STATEMENTS)}")
            return ()
    return asked


def _days(table: Table, default: int) -> int:
    if not table.has("confirmed_within"):
        return default
    days = table.number("confirmed_within")
    if not 1 <= days <= LONGEST:
        table.wrong(
            "confirmed_within",
            f"is {days} days",
            f"write 1 to {LONGEST}: an older record may be plainly wrong",
        )
        return default
    return days


def _levels(table: Table) -> list[tuple[str, Level]]:
    found = []
    for row in table.tables("finding"):
        code = row.text("code", required=True, form=r"[A-Z]{3}\d{3}", example='"TXT005"')
        level = Level(
            severity=_SEVERITIES[row.choice("severity", tuple(_SEVERITIES))],
            reason=row.text("reason", required=True, example='"our readers know the word"'),
        )
        row.done()
        found.append((code, level))
    return found

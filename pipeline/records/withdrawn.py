"""``source/withdrawn.toml``: what must not be handed out any more."""

from typing import Any

from pipeline.records.region import CODE
from pipeline.records.table import Table
from pipeline.values.approval import Withdrawal
from pipeline.values.finding import Finding

_MARKS = {
    "article": (r"[a-z0-9]+(-[a-z0-9]+)*", '"attachment-and-depression"'),
    "version": (r".+", '"1.0"'),
    "revision": (r"[0-9a-f]{8}", '"1a2b3c4d", as the foot of the sheet has it'),
    "translation": (r"[0-9a-f]{8}", '"1a2b3c4d", the second one in the foot'),
    "locale": (r"[A-Za-z_0-9]+", '"es"'),
    "region": (rf"{CODE}|intl", '"US"'),
    "service": (rf"({CODE})/[a-z0-9-]+", '"US/988"'),
    "record": (r"[0-9a-f]{8}", '"1a2b3c4d", as polyleaf inspect shows it'),
}
_EXACT = ("version", "revision", "translation", "record")
"""Marks that a mended sheet no longer bears; one of them must be given."""


def read_withdrawn(data: dict[str, Any], path: str) -> tuple[tuple[Withdrawal, ...], list[Finding]]:
    """Read the withdrawals and report every field that is wrong."""
    findings: list[Finding] = []
    table = Table(data, path, findings, "SRC021")
    withdrawals = []
    for row in table.tables("withdrawn"):
        marks = {
            name: value
            for name, (form, example) in _MARKS.items()
            if (value := row.text(name, form=form, example=example))
        }
        if not any(row.has(name) for name in _EXACT):
            row.wrong(
                "",
                "would forbid every sheet for all time",
                f"say which: one of {', '.join(_EXACT)}",
            )
        if row.has("service") != row.has("record"):
            row.wrong("service", "needs record beside it, and record service", "give both")
        withdrawals.append(
            Withdrawal(
                reason=row.text("reason", required=True, example='"wrong number for Bogotá"'),
                on=row.day("on"),
                marks=marks,
            )
        )
        row.done()
    table.done()
    return tuple(withdrawals), findings

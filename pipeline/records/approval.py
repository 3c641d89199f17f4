"""``locales/<locale>/approvals/*.toml`` and ``locales/<locale>/credits.toml``."""

import hashlib
import json
from typing import Any

from pipeline.records.table import Table
from pipeline.values.approval import EVIDENCE, ROLES, Approval, Evidence, Translator
from pipeline.values.finding import Finding

_HASH = r"[0-9a-f]{64}"
_SHORT_HASH = r"[0-9a-f]{16}"
_KINDS = ("facts", "unit", "picture", "words", "citation", "term")


def read_approval(data: dict[str, Any], path: str, locale: str) -> tuple[Approval, list[Finding]]:
    """Read one approval and report every field that is wrong, and a seal that does not hold.

    The seal is no signature: it shows that somebody has edited the file by hand. Who put an
    approval there is known from the history of the repository.
    """
    findings: list[Finding] = []
    table = Table(data, path, findings, "CAT021")
    written = table.text("locale", required=True)
    if written and written != locale:
        table.wrong("locale", f"is {written}, but the file lies in {locale}", "approve it there")
    approval = Approval(
        path=path,
        article=table.text("article", required=True),
        locale=locale,
        role=table.choice("role", ROLES),
        by=table.text("by", required=True, example='"Ana Pérez"'),
        named=bool(table.flag("named")),
        on=table.day("on"),
        version=table.text("version", required=True),
        wording=table.text("wording", required=True, form=_HASH, example="a SHA-256"),
        bound=table.text("bound", form=_HASH, example="a SHA-256"),
        text=table.text("text", form=_HASH, example="a SHA-256"),
        parts={kind: _parts(table, kind) for kind in _KINDS},
        qualification=table.text("qualification"),
        languages=table.texts("languages", form=r"[A-Za-z]{2,8}([_-][A-Za-z0-9]+)*"),
    )
    seal = table.text("seal", required=True, form=_HASH, example="a SHA-256")
    table.done()
    if not findings and seal != approval_seal(data):
        table.wrong(
            "",
            "the file was changed after the approval was given, so it counts for nothing",
            "let the same person approve again with 'polyleaf approve', or delete the file",
        )
    return approval, findings


def read_evidence(data: dict[str, Any], path: str, locale: str) -> tuple[Evidence, list[Finding]]:
    """Read how a translation was tried and report every field that is wrong, and a broken seal."""
    findings: list[Finding] = []
    table = Table(data, path, findings, "CAT021")
    written = table.text("locale", required=True)
    if written and written != locale:
        table.wrong("locale", f"is {written}, but the file lies in {locale}", "record it there")
    evidence = Evidence(
        path=path,
        article=table.text("article", required=True),
        locale=locale,
        kind=table.choice("kind", EVIDENCE),
        by=table.text("by", required=True, example='"Ana Pérez"'),
        named=bool(table.flag("named")),
        on=table.day("on"),
        readers=table.number("readers") if table.has("readers") else 0,
        found=table.text("found", required=True, example='"two words were changed"'),
        wording=table.text("wording", required=True, form=_HASH, example="a SHA-256"),
        bound=table.text("bound", required=True, form=_HASH, example="a SHA-256"),
        text=table.text("text", form=_HASH, example="a SHA-256"),
    )
    seal = table.text("seal", required=True, form=_HASH, example="a SHA-256")
    table.done()
    if not findings and seal != approval_seal(data):
        table.wrong(
            "",
            "the file was changed after it was recorded, so it counts for nothing",
            "record it again with 'polyleaf evidence', or delete the file",
        )
    return evidence, findings


def _parts(table: Table, kind: str) -> dict[str, str]:
    part = table.table(kind)
    if part is None:
        return {}
    return {key: part.text(key, required=True, form=_SHORT_HASH) for key in part.data}


def approval_seal(data: dict[str, Any]) -> str:
    """Return the hash of all that an approval's file says, its seal left out."""
    stated = {name: value for name, value in data.items() if name != "seal"}
    text = json.dumps(stated, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def read_credits(data: dict[str, Any], path: str) -> tuple[tuple[Translator, ...], list[Finding]]:
    """Read who made a locale's translations and report every field that is wrong."""
    findings: list[Finding] = []
    table = Table(data, path, findings, "CAT022")
    translators = []
    for row in table.tables("translated"):
        machine = bool(row.flag("machine"))
        by = row.text("by", required=not machine, example='"Ana Pérez", or machine = true')
        if machine and by:
            row.wrong("by", "stands beside machine", "name a person, or say machine = true")
        translators.append(
            Translator(
                by=by,
                machine=machine,
                named=bool(row.flag("named")),
                on=row.day("on"),
                articles=row.texts("articles", example='"attachment-and-depression"'),
            )
        )
        row.done()
    if not translators and not findings:
        table.wrong("translated", "is missing", "say who translated: [[translated]]")
    table.done()
    return tuple(translators), findings

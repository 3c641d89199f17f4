"""``source/releases/<article>/<version>/``: ``release.toml`` and ``kept.toml``."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pipeline.records.approval import approval_seal
from pipeline.records.table import Table, toml_value
from pipeline.values.finding import Finding
from pipeline.values.release import Kept, Release

VERSION = r"[0-9A-Za-z][0-9A-Za-z.+-]*"
"""What a version may look like that names a folder."""

CODE = "REL001"
_HASH = r"[0-9a-f]{64}"
_HEAD = """\
# Version {version} of {article}, as it was approved; frozen on {on}.
# Written by `polyleaf release`; nothing in this folder is changed by hand.
"""
_KEPT = """\
# Who keeps this release in print though the original changed in substance.
# Written by `polyleaf release keep`; a line changed by hand makes an entry void.
"""


def read_release(data: dict[str, Any], path: str) -> tuple[Release, list[Finding]]:
    """Read a release's record and report every field that is wrong, and a seal that is broken."""
    findings: list[Finding] = []
    table = Table(data, path, findings, CODE)
    release = Release(
        path=path,
        article=table.text("article", required=True),
        version=table.text("version", required=True, form=VERSION),
        revision=table.text("revision", required=True, form=r"[0-9a-f]{8}"),
        on=table.day("on"),
        locales=_texts(table, "locales", r"[0-9a-f]{8}"),
        files=_texts(table, "files", _HASH),
    )
    seal = table.text("seal", required=True, form=_HASH, example="a SHA-256")
    table.done()
    if not findings and seal != approval_seal(data):
        table.wrong("", "the file was changed by hand, so the release is not printed", _RESTORE)
    return release, findings


_RESTORE = "bring it back from the version control, or delete the release's folder"


def _texts(table: Table, name: str, form: str) -> dict[str, str]:
    part = table.table(name)
    if part is None:
        table.wrong(name, "is missing", _RESTORE)
        return {}
    return {key: part.text(key, required=True, form=form) for key in part.data}


def release_file(release: Release) -> bytes:
    """Write a release's record."""
    fields = {
        "article": release.article,
        "version": release.version,
        "revision": release.revision,
        "on": release.on,
    }
    tables = {
        "locales": dict(sorted(release.locales.items())),
        "files": dict(sorted(release.files.items())),
    }
    sealed = {**fields, "seal": approval_seal({**fields, **tables})}
    lines = [_HEAD.format(**fields)]
    lines += [f"{name} = {toml_value(value)}\n" for name, value in sealed.items()]
    for name, rows in tables.items():
        lines.append(f"\n[{name}]\n")
        lines += [f'"{key}" = {toml_value(value)}\n' for key, value in rows.items()]
    return "".join(lines).encode()


def read_kept(data: dict[str, Any], path: str) -> tuple[tuple[Kept, ...], list[Finding]]:
    """Read who keeps a release; an entry that was changed by hand is an error."""
    findings: list[Finding] = []
    table = Table(data, path, findings, CODE)
    kept = []
    for row in table.tables("kept"):
        one = Kept(
            by=row.text("by", required=True),
            why=row.text("why", required=True),
            on=row.day("on"),
            changes=row.text("changes", required=True, form=_HASH, example="a SHA-256"),
        )
        seal = row.text("seal", required=True, form=_HASH, example="a SHA-256")
        row.done()
        if not findings and seal != _kept_seal(one):
            row.wrong("", "was changed by hand, so it counts for nothing", "let them keep it again")
        kept.append(one)
    table.done()
    return tuple(kept), findings


def kept_file(kept: tuple[Kept, ...]) -> bytes:
    """Write who keeps a release."""
    lines = [_KEPT]
    for one in kept:
        fields: Mapping[str, str | date] = {**_fields(one), "seal": _kept_seal(one)}
        lines.append("\n[[kept]]\n")
        lines += [f"{name} = {toml_value(value)}\n" for name, value in fields.items()]
    return "".join(lines).encode()


def _fields(one: Kept) -> dict[str, str | date]:
    return {"by": one.by, "why": one.why, "on": one.on, "changes": one.changes}


def _kept_seal(one: Kept) -> str:
    return approval_seal(_fields(one))

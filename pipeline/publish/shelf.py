"""The finished sheets in ``build/``: their names, their manifests, and taking them away."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.check.withdrawn import NO_REGION
from pipeline.compose.plan import SheetPlan
from pipeline.compose.record import record_of_beside, record_of_names
from pipeline.project import Project
from pipeline.project.digests import Digests
from pipeline.project.disk import read, remove_files, write_files
from pipeline.publish.inputs import PROGRAM, Hashes
from pipeline.publish.order import Order
from pipeline.typeset.fonts import FontSet
from pipeline.typeset.libraries import library_versions
from pipeline.values.errors import PolyleafError

PAGES = "-pages"
"""Ends the name of a folded sheet's file with single pages in reading order."""

FEW = 2
"""How many changed files are named one by one."""


def sheet_path(project: Project, article: str, locale: str, order: Order) -> Path:
    """Return the place of a sheet's PDF; the article is named by its id."""
    name = sheet_name(
        article,
        order.edition.name,
        locale,
        order.region.code if order.region else NO_REGION,
        order.paper if order.paper_forced else "",
        order.clinic.id if order.clinic else "",
        beside=order.beside,
        draft=order.draft,
        working=order.working,
    )
    return project.build / locale / name


def sheet_name(
    article: str,
    edition: str,
    locale: str,
    region: str,
    paper: str,
    clinic: str,
    *,
    beside: str = "",
    draft: bool = False,
    working: bool = False,
) -> str:
    """Return the name of a sheet's PDF; ``paper`` is empty where it is the region's.

    ``beside`` is the locale of the other column, empty where that is the article's language.
    """
    what = "draft" if draft else "working" if working else ""
    parts = (article, edition, locale, beside, region, paper, clinic, what)
    return f"{'-'.join(filter(None, parts))}.pdf"


def files_of(path: Path) -> dict[str, Path]:
    """Return all files of a sheet by what they are; only a folded one has its single pages."""
    return {
        "pdf": path,
        "pages": path.with_name(f"{path.stem}{PAGES}.pdf"),
        "html": path.with_suffix(".html"),
        "manifest": path.with_suffix(".json"),
    }


def recorded(path: Path, digests: Digests | None = None) -> dict[str, Any]:
    """Return the manifest of a sheet whose files are still as they were written, else nothing.

    Where hashes are at hand, files that nobody has touched since are not read for it.
    """
    digest_of = digests.output if digests else _digest
    files = files_of(path)
    record = _read(files["manifest"])
    digests = record.get("sha256")
    if not isinstance(digests, dict) or "pdf" not in digests:
        return {}
    is_same = all(
        name in files and digest_of(files[name]) == digest for name, digest in digests.items()
    )
    return record if is_same else {}


def is_on_record(project: Project, pdf: bytes) -> bool:
    """Say whether a manifest on the shelf names the very bytes of a PDF."""
    digest = hashlib.sha256(pdf).hexdigest()
    digests = (_read(file).get("sha256") for file in sorted(project.build.glob("*/*.json")))
    return any(isinstance(one, dict) and digest in one.values() for one in digests)


def _read(manifest: Path) -> dict[str, Any]:
    """Return what a manifest says, nothing where it is none."""
    try:
        record = json.loads(read(manifest, manifest.name))
    except (PolyleafError, ValueError, RecursionError):
        return {}
    return record if isinstance(record, dict) else {}


def _digest(file: Path) -> str:
    """Return the hash of a file, empty where it cannot be read."""
    try:
        return hashlib.sha256(read(file, file.name)).hexdigest()
    except PolyleafError:
        return ""


def put(
    project: Project, path: Path, contents: Mapping[str, bytes], record: Mapping[str, Any]
) -> None:
    """Give the finished files of a sheet their names, with the manifest of what they are."""
    files = files_of(path)
    digests = {name: hashlib.sha256(part).hexdigest() for name, part in contents.items()}
    manifest = _as_json({**record, "sha256": digests})
    write_files(
        project.root,
        {files[name]: part for name, part in contents.items()} | {files["manifest"]: manifest},
    )


def contents_of(path: Path) -> dict[str, bytes]:
    """Return the files of a finished sheet by what they are, its manifest left out."""
    files = files_of(path)
    del files["manifest"]
    return {name: read(file, file.name) for name, file in files.items() if file.exists()}


def remember(
    project: Project, path: Path, record: Mapping[str, Any], inputs: str, parts: Mapping[str, str]
) -> None:
    """Note in a sheet's manifest that other inputs give the same sheet."""
    known = {**record, "inputs": inputs, "parts": dict(parts)}
    write_files(project.root, {files_of(path)["manifest"]: _as_json(known)})


def remove(project: Project, path: Path) -> None:
    """Remove one sheet with all of its files."""
    remove_files(project.root, files_of(path).values())


def retire(project: Project, path: Path, hashes: Hashes, *, lapsed: bool = False) -> str:
    """Take away the earlier sheet of an order that is refused, unless nothing of it has changed.

    ``lapsed`` says that it calls itself approved and, as days passed, is not any more. Return what
    became of it, in a sentence; empty where there was none.
    """
    if not any(file.exists() for file in files_of(path).values()):
        return ""
    name, record = project.name(path), recorded(path)
    changed = changed_since(record, hashes)
    if record and not changed and not lapsed:
        return f"stays: {name}; nothing that it is made from has changed"
    remove(project, path)
    return f"removed {name}: {why_stale(record, changed)}"


def changed_since(record: Mapping[str, Any], hashes: Hashes) -> list[str]:
    """Return what has changed since a sheet was made, as its manifest names what it rests on."""
    parts = record.get("parts")
    if not isinstance(parts, dict) or not parts:
        return [PROGRAM]
    return [str(name) for name, digest in parts.items() if hashes.part(str(name)) != digest]


def why_stale(record: Mapping[str, Any], changed: Sequence[str]) -> str:
    """Say why a sheet is not what it would be now."""
    if not record:
        return "it, or its manifest, was changed by hand"
    if not changed:
        return "today it would look different"
    named = ["Polyleaf itself" if name == PROGRAM else name for name in changed]
    if len(named) > FEW:
        return f"{named[0]} and {len(named) - 1} more have changed since it was made"
    have = "has" if len(named) == 1 else "have"
    return f"{' and '.join(named)} {have} changed since it was made"


def manifest(
    plan: SheetPlan, fonts: FontSet, *, inputs: str, made_from: str, parts: Mapping[str, str]
) -> dict[str, Any]:
    """Write down what a sheet was made from: with the same of it, the bytes are the same."""
    return {
        "inputs": inputs,
        "made_from": made_from,
        "parts": dict(parts),
        "article": plan.source.id,
        "version": plan.source.version,
        "revision": plan.source.revision,
        "locale": plan.locale.name,
        **record_of_beside(plan),
        **record_of_names(plan),
        "region": plan.region.code if plan.region else NO_REGION,
        "edition": plan.edition.name,
        "paper": plan.paper,
        "clinic": plan.clinic.id if plan.clinic else "",
        "state": plan.state,
        **({"release": plan.release} if plan.release else {}),
        **({"proofs": True} if any(one.state != "approved" for one in plan.offers) else {}),
        "translation": plan.translation,
        "services": [list(record) for record in plan.records],
        "polyleaf": __version__,
        "libraries": library_versions(),
        "fonts": [{"family": f.family, "style": f.style, "sha256": f.sha256} for f in fonts.files],
    }


def _as_json(record: Mapping[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()

"""The finished sheets in ``build/``: their names, their manifests, and taking them away."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.check.withdrawn import NO_REGION
from pipeline.compose.plan import SheetPlan
from pipeline.compose.sheet import editions
from pipeline.project import Project
from pipeline.project.disk import remove_files, write_files
from pipeline.publish.order import Order
from pipeline.typeset.engine import library_versions
from pipeline.typeset.fonts import FontSet
from pipeline.values.article import Article

PAGES = "-pages"
"""Ends the name of a folded sheet's file with single pages in reading order."""


def sheet_path(project: Project, article: Article, locale: str, order: Order) -> Path:
    """Return the place of a sheet's PDF."""
    parts = [article.id, order.edition.name, locale]
    parts.append(order.region.code if order.region else NO_REGION)
    parts += [order.paper] if order.paper_forced else []
    parts += [order.clinic.id] if order.clinic else []
    parts += ["draft"] if order.draft else []
    return project.build / locale / f"{'-'.join(parts)}.pdf"


def files_of(path: Path) -> dict[str, Path]:
    """Return all files of a sheet by what they are; only a folded one has its single pages."""
    return {
        "pdf": path,
        "pages": path.with_name(f"{path.stem}{PAGES}.pdf"),
        "html": path.with_suffix(".html"),
        "manifest": path.with_suffix(".json"),
    }


def recorded(path: Path) -> dict[str, Any]:
    """Return the manifest of a sheet whose files are still as they were written, else nothing."""
    files = files_of(path)
    try:
        record = json.loads(files["manifest"].read_bytes())
        is_same = all(
            hashlib.sha256(files[name].read_bytes()).hexdigest() == digest
            for name, digest in record["sha256"].items()
        )
        return dict(record) if is_same and "pdf" in record["sha256"] else {}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def put(path: Path, contents: Mapping[str, bytes], record: Mapping[str, Any]) -> None:
    """Give the finished files of a sheet their names, with the manifest of what they are."""
    files = files_of(path)
    digests = {name: hashlib.sha256(part).hexdigest() for name, part in contents.items()}
    manifest = _as_json({**record, "sha256": digests})
    write_files(
        {files["manifest"]: manifest} | {files[name]: part for name, part in contents.items()}
    )


def remember(path: Path, record: Mapping[str, Any], inputs: str) -> None:
    """Note in a sheet's manifest that other inputs give the same sheet."""
    write_files({files_of(path)["manifest"]: _as_json({**record, "inputs": inputs})})


def remove(path: Path) -> None:
    """Remove one sheet with all of its files."""
    remove_files(files_of(path).values())


def remove_earlier(project: Project, article: str, locale: str, edition: str = "") -> None:
    """Remove the sheets of an article in a locale, in all editions or one: none is current."""
    for name in [edition] if edition else editions():
        for pdf in (project.build / locale).glob(f"{article}-{name}-{locale}-*.pdf"):
            remove(pdf)


def manifest(plan: SheetPlan, fonts: FontSet, *, inputs: str, made_from: str) -> dict[str, Any]:
    """Write down what a sheet was made from: with the same of it, the bytes are the same."""
    return {
        "inputs": inputs,
        "made_from": made_from,
        "article": plan.source.id,
        "version": plan.source.version,
        "revision": plan.source.revision,
        "locale": plan.locale.name,
        "region": plan.region.code if plan.region else NO_REGION,
        "edition": plan.edition.name,
        "paper": plan.paper,
        "clinic": plan.clinic.id if plan.clinic else "",
        "state": plan.state,
        "translation": plan.translation,
        "services": [list(record) for record in plan.records],
        "polyleaf": __version__,
        "libraries": library_versions(),
        "fonts": [{"family": f.family, "style": f.style, "sha256": f.sha256} for f in fonts.files],
    }


def _as_json(record: Mapping[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()

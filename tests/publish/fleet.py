"""Twelve small sheets, for whoever makes them, and what they leave: the same, whoever it was."""

import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from pipeline.project import Project
from pipeline.publish.order import make_order
from pipeline.publish.run import Batch, read_batch_sources
from pipeline.publish.store import Store
from tests.bench.many import write_project
from tests.bench.stub import no_findings, typeset
from tests.conftest import ROOT

LOCALES = ("en", "es", "es_AR")
SHEETS = 12


def put_stub() -> None:
    """Put a typesetter that sets nothing into this process; workers begin with it."""
    from pipeline.publish import sheet

    patch = pytest.MonkeyPatch()
    patch.setattr(sheet, "typeset", typeset)
    patch.setattr(sheet, "verify", no_findings)


def new_project(root: Path) -> Path:
    """Write four articles, complete in two languages beside their own."""
    write_project(Project.at(ROOT), root, 4, 2)
    return root


def batch_of(root: Path, folder: Path, store: Store | None) -> Batch:
    """Return what all of a project's handouts have in common."""
    folder.mkdir(exist_ok=True)
    sources, hashes = read_batch_sources(Project.at(root))
    order, findings = make_order(
        sources.project,
        region="",
        clinic="",
        paper="",
        edition="handout",
        draft=False,
        today=date(2026, 11, 28),
    )
    assert order, findings
    return Batch(sources=sources, hashes=hashes, orders=[order], folder=folder, store=store)


def shelf(root: Path) -> Mapping[str, str]:
    """Return the hashes of all sheets in ``build/``."""
    return {
        file.relative_to(root).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in (root / "build").rglob("*.*")
        if file.suffix in (".pdf", ".html")
    }


def held(store: Store) -> Mapping[str, str]:
    """Return the hashes of all that a store holds, by name; manifests differ in what is beside."""
    files = [file for file in store.folder.rglob("*") if file.is_file()]
    return {
        file.relative_to(store.folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        if file.suffix != ".json"
        else ""
        for file in files
    }

"""Twelve small sheets, for whoever makes them, and what they leave: the same, whoever it was."""

import hashlib
import os
import signal
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from pipeline.project import Project
from pipeline.publish.executors.bounds import USUAL, Bounds
from pipeline.publish.run import Batch, read_batch_sources
from pipeline.publish.store import Store
from tests.bench.many import write_project
from tests.bench.stub import no_findings, typeset
from tests.conftest import ROOT
from tests.orders import order_of

LOCALES = ("en", "es", "es_AR")
SHEETS = 12

Putting = Callable[[Store, Path, bytes], None]


def put_stub() -> None:
    """Put a typesetter that sets nothing into this process; workers begin with it."""
    from pipeline.publish import printing

    patch = pytest.MonkeyPatch()
    patch.setattr(printing, "typeset", typeset)
    patch.setattr(printing, "verify", no_findings)
    patch.setattr(printing, "verify_codes", no_findings)


def _losing(put: Putting, every: int) -> Putting:
    """Let a store lose each so-manieth content that it is given."""
    puts = 0

    def losing(store: Store, place: Path, content: bytes) -> None:
        nonlocal puts
        puts += 1
        if puts % every:
            put(store, place, content)

    return losing


def stub_of_a_drill() -> None:
    """Put the stub into this process, and let one sheet be deadly or greedy, as a drill says."""
    from pipeline.publish import printing

    put_stub()
    if every := int(os.environ.get("POLYLEAF_LOSES", "0")):
        pytest.MonkeyPatch().setattr(Store, "_put", _losing(Store._put, every))
    setting = printing.__dict__["typeset"]
    deadly, greedy = (os.environ.get(f"POLYLEAF_{one}", "-") for one in ("DEADLY", "GREEDY"))

    def typeset(html: str, fonts: object, path: str, *rest: object, **how: object) -> object:
        if path.endswith(deadly):
            os.kill(os.getpid(), signal.SIGKILL)
        while path.endswith(greedy):
            pass
        return setting(html, fonts, path, *rest, **how)

    printing.__dict__["typeset"] = typeset


def new_project(root: Path) -> Path:
    """Write four articles, complete in two languages beside their own."""
    write_project(Project.at(ROOT), root, 4, 2)
    return root


def batch_of(root: Path, folder: Path, store: Store | None, bounds: Bounds = USUAL) -> Batch:
    """Return what all of a project's handouts have in common."""
    folder.mkdir(exist_ok=True)
    sources, hashes = read_batch_sources(Project.at(root))
    orders = [order_of(sources.project)]
    return Batch(
        sources=sources, hashes=hashes, orders=orders, folder=folder, store=store, bounds=bounds
    )


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

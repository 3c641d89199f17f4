"""Many sheets, made in every way there is, leave the same: ``python -m tests.publish.soak``.

One process, two workers, three shares into one store, and a Dask cluster of two workers of which
one is killed midway and whose store loses every tenth content. The sheets are short and the
typesetter is a stub: what is tried is who makes them and where they go.
"""

import argparse
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.project import Project
from pipeline.publish.cluster import run_on_cluster
from pipeline.publish.executors import Executor
from pipeline.publish.executors.processes import Processes
from pipeline.publish.executors.serial import Serial
from pipeline.publish.run import Outcome, run, share
from pipeline.publish.store import Store
from tests.bench.many import LOCALES, write_project
from tests.conftest import ROOT
from tests.publish.cluster_drill import become, kill_midway, sheets_of, two_workers
from tests.publish.fleet import batch_of, put_stub, shelf

SHEETS = 200

Left = tuple[dict[str, str], dict[str, str]]
"""The hashes of what lies in ``build/``, and of what a store holds of sheets."""


class Soak:
    """A project of many sheets, and a folder for whoever makes them."""

    def __init__(self, folder: Path, sheets: int) -> None:
        """Write a project of so many sheets, or a few more: articles in twenty languages."""
        self._folder = folder
        languages = len(LOCALES[:-1])
        articles = -(-sheets // (languages + 1))
        self._origin = folder / "origin"
        self.locales = ["en", *write_project(Project.at(ROOT), self._origin, articles, languages)]
        self.sheets = articles * len(self.locales)

    def serial(self) -> Left:
        """Make them one after another in this process."""
        root, store = self._computer("serial")
        with Serial() as executor:
            self._expect(self._made(root, store, executor), "printed")
        return self._left([root], store)

    def processes(self) -> Left:
        """Make them in two workers."""
        root, store = self._computer("processes")
        with Processes(2, put_stub) as executor:
            self._expect(self._made(root, store, executor), "printed")
        return self._left([root], store)

    def shards(self) -> Left:
        """Make three shares on three computers, and gather them on a fourth."""
        roots = []
        for number in (1, 2, 3):
            root, store = self._computer(f"share-{number}", "shares")
            roots.append(root)
            with Serial() as executor:
                self._made(root, store, executor, (number, 3))
        together = self._left(roots, store)
        root, store = self._computer("gathering", "shares")
        with Serial() as executor:
            self._expect(self._made(root, store, executor), "copied")
        if self._left([root], store) != together:
            raise SystemExit("what was gathered is not what the shares have made")
        return together

    def dask(self) -> Left:
        """Make them on a cluster that loses a worker, through a store that loses contents."""
        root, store = self._computer("dask")
        os.environ["POLYLEAF_LOSES"] = "10"
        batch = batch_of(root, root.parent / "fonts", store)
        tasks = batch.tasks(self.locales)
        with two_workers() as client:
            victim = min(client.run(os.getpid).values())
            threading.Thread(target=kill_midway, args=(victim, store), daemon=True).start()
            made = [*run_on_cluster(batch, tasks, self.locales, client, self._unasked)]
            if victim in client.run(os.getpid).values():
                raise SystemExit("no worker was killed")
        self._expect(made, "printed")
        return self._left([root], store)

    def _computer(self, name: str, store: str = "") -> tuple[Path, Store]:
        root = shutil.copytree(self._origin, self._folder / name / "project")
        return root, Store.at(self._folder / f"store-{store or name}")

    def _made(
        self, root: Path, store: Store, executor: Executor, part: tuple[int, int] = (1, 1)
    ) -> list[Outcome]:
        batch = batch_of(root, root.parent / "fonts", store)
        return [*run(batch, share(batch.tasks(self.locales), *part), executor)]

    def _expect(self, outcomes: Sequence[Outcome], word: str) -> None:
        found = become([*outcomes])
        if found != {word: self.sheets}:
            raise SystemExit(
                f"{self.sheets} sheets were to be {word}; what became of them: {found}"
            )

    def _left(self, roots: Sequence[Path], store: Store) -> Left:
        return {name: one for root in roots for name, one in shelf(root).items()}, sheets_of(store)

    def _unasked(self, said: str) -> None:
        raise SystemExit(f"the cluster says: {said}")


def main() -> int:
    """Make the sheets in each way, say how long it took, and whether all left the same."""
    parser = argparse.ArgumentParser(prog="python -m tests.publish.soak", description=__doc__)
    parser.add_argument("--sheets", type=int, default=SHEETS, metavar="N")
    put_stub()
    with tempfile.TemporaryDirectory(prefix="polyleaf-soak-") as folder:
        soak = Soak(Path(folder), parser.parse_args().sheets)
        ways: tuple[Callable[[], Left], ...] = (
            soak.serial,
            soak.processes,
            soak.shards,
            soak.dask,
        )
        left: dict[str, Left] = {}
        for way in ways:
            begun = time.monotonic()
            found = left[way.__name__] = way()
            took = time.monotonic() - begun
            print(
                f"{way.__name__:<10} {soak.sheets} sheets, {len(found[0])} files in build/, "
                f"{len(found[1])} in the store, {took:.0f} s",
                flush=True,
            )
    others = [name for name, found in left.items() if found != left["serial"]]
    if others:
        print(f"not the same as one process leaves: {', '.join(others)}", file=sys.stderr)
    else:
        print("all left the same hashes")
    return int(bool(others))


if __name__ == "__main__":
    sys.exit(main())

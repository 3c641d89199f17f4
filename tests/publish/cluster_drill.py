"""Drills for a cluster, run as a program of its own: ``python -m tests.publish.cluster_drill``.

A scheduler and two workers on this computer, whose typesetter is a stub.
"""

import json
import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from distributed import Client
from distributed.protocol.pickle import dumps

from pipeline.publish import cluster
from pipeline.publish.executors.bounds import USUAL, Bounds
from pipeline.publish.executors.serial import Serial
from pipeline.publish.run import Outcome, run
from pipeline.publish.store import Store
from pipeline.values.errors import PolyleafError
from tests.publish.fleet import LOCALES, SHEETS, batch_of, held, new_project, put_stub, shelf


@contextmanager
def two_workers() -> Iterator[Client]:
    with (
        cluster.local_cluster(2, ["tests.publish.preload"]) as started,
        cluster.connect(started.scheduler_address, 0) as client,
    ):
        yield client


def made(
    root: Path, store: Store, client: Any, told: list[str], bounds: Bounds = USUAL
) -> list[Outcome]:
    batch = batch_of(root, root.parent / "fonts", store, bounds)
    tasks = batch.tasks(LOCALES)
    return [*cluster.run_on_cluster(batch, tasks, LOCALES, client, told.append)]


def become(outcomes: list[Outcome]) -> dict[str, int]:
    words = [one.result.became if one.result else one.error for one in outcomes]
    return {word: words.count(word) for word in words}


def alone(folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return what one process leaves."""
    root, store = new_project(folder / "alone/project"), Store.at(folder / "alone-store")
    batch = batch_of(root, folder / "alone/fonts", store)
    with Serial() as executor:
        assert become([*run(batch, batch.tasks(LOCALES), executor)]) == {"printed": SHEETS}
    return {**shelf(root)}, sheets_of(store)


def sheets_of(store: Store) -> dict[str, str]:
    """Return what a store holds of sheets; snapshots and runs are not of them."""
    return {
        name: digest
        for name, digest in held(store).items()
        if not name.startswith("bytes/") or is_of_sheet(store, name)
    }


def is_of_sheet(store: Store, name: str) -> bool:
    return (store.folder / name).read_bytes()[:2] in (b"%P", b"<!")


def same_as_alone(folder: Path) -> None:
    """Sheets from a cluster are those of one process, and nothing large passes the scheduler."""
    expected = alone(folder)
    root, store = new_project(folder / "cluster/project"), Store.at(folder / "store")
    told: list[str] = []
    with two_workers() as client:
        assert become(made(root, store, client, told)) == {"printed": SHEETS}
        assert ({**shelf(root)}, sheets_of(store)) == expected
        assert become(made(root, store, client, told)) == {"unchanged": SHEETS}
        shutil.rmtree(root / "build")
        assert become(made(root, store, client, told)) == {"copied": SHEETS}
        shutil.rmtree(root / "build")
        forget_every_third(store)
        assert set(become(made(root, store, client, told))) == {"copied", "printed"}
        assert ({**shelf(root)}, sheets_of(store)) == expected
    assert told == []
    task = (cluster.make_stretch, (str(store.folder), "0" * 64, 0, 100))
    assert len(dumps(task)) < 1000


def forget_every_third(store: Store) -> None:
    for file in sorted((store.folder / "bytes").rglob("*"))[::3]:
        if file.is_file():
            file.unlink()


def a_worker_is_killed(folder: Path) -> None:
    """A worker that is killed costs nothing but time, and so does what a store loses."""
    os.environ["POLYLEAF_LOSES"] = "10"
    expected = alone(folder)
    root, store = new_project(folder / "cluster/project"), Store.at(folder / "store")
    with two_workers() as client:
        victim = min(client.run(os.getpid).values())
        threading.Thread(target=kill_midway, args=(victim, store), daemon=True).start()
        assert become(made(root, store, client, [])) == {"printed": SHEETS}
        assert victim not in client.run(os.getpid).values()
    assert ({**shelf(root)}, sheets_of(store)) == expected


def kill_midway(victim: int, store: Store) -> None:
    while not [*(store.folder / "actions").rglob("*.json")]:
        time.sleep(0.01)
    os.kill(victim, signal.SIGKILL)


def a_sheet_kills(folder: Path) -> None:
    """The one sheet on which every worker dies is an error; all others of its batch are made."""
    root, store = new_project(folder / "cluster/project"), Store.at(folder / "store")
    os.environ["POLYLEAF_DEADLY"] = "sleep-0002-handout-es-US.pdf"
    with two_workers() as client:
        outcomes = made(root, store, client, [])
    assert sum(1 for one in outcomes if one.result) == SHEETS - 1
    (lost,) = [one for one in outcomes if not one.result]
    assert (lost.task.article, lost.task.locale) == ("sleep-0002", "es")
    assert "died without a word" in lost.error
    assert len(shelf(root)) == 2 * (SHEETS - 1)


def a_sheet_takes_too_much(folder: Path) -> None:
    """A sheet that would take more than its bounds is refused, and its earlier one stays."""
    root, store = new_project(folder / "cluster/project"), Store.at(folder / "store")
    os.environ["POLYLEAF_GREEDY"] = "sleep-0002-handout-es-US.pdf"
    with two_workers() as client:
        outcomes = made(root, store, client, [], Bounds(seconds=2, megabytes=500))
    assert become(outcomes) == {"printed": SHEETS - 1, "refused": 1}
    (refused,) = [one.result for one in outcomes if one.result and one.result.became == "refused"]
    assert [one.code for one in refused.findings] == ["PDF024"]
    assert "2 seconds" in refused.findings[0].message


def refused_and_others(folder: Path) -> None:
    """What a worker refuses is refused here, with its findings, and takes away what is stale."""
    root, store = new_project(folder / "cluster/project"), Store.at(folder / "store")
    catalog = root / "locales/es/LC_MESSAGES/sleep-0002.po"
    with two_workers() as client:
        made(root, store, client, [])
        text = catalog.read_text("utf-8")
        catalog.write_text(text.replace("El sueño", ""), encoding="utf-8")
        outcomes = made(root, store, client, [])
    # A locale that inherits rests on its parent's catalog too.
    assert become(outcomes) == {"unchanged": SHEETS - 2, "refused": 1, "printed": 1}
    (refused,) = [one.result for one in outcomes if one.result and one.result.became == "refused"]
    assert "CAT010" in {one.code for one in refused.findings}
    assert refused.earlier.startswith("removed build/es/sleep-0002-handout-es-US.pdf")


def strangers(folder: Path) -> None:
    """Workers with another library or font are named, and where there is no other, that is all."""
    root, store = new_project(folder / "cluster/project"), Store.at(folder / "store")
    told: list[str] = []
    with two_workers() as client:
        first, second = client.scheduler_info(n_workers=-1)["workers"]
        client.run(pretend, "pango", "9.9", workers=[first])
        assert become(made(root, store, client, told)) == {"printed": SHEETS}
        (said,) = told
        assert said.startswith(f"worker {first} takes no part: pango is 9.9, here ")
        client.run(pretend, "babel", "1", workers=[second])
        shutil.rmtree(root / "build")
        shutil.rmtree(store.folder / "actions")
        with pytest.raises(PolyleafError, match=r"no worker has what .*babel is 1"):
            made(root, store, client, told)


def pretend(library: str, number: str) -> None:
    """Let this worker say that it has another version of a library."""
    names = vars(cluster)
    real = names["libraries_of"]
    names["libraries_of"] = lambda: {**real(), library: number}


DRILLS = (
    same_as_alone,
    a_worker_is_killed,
    a_sheet_kills,
    a_sheet_takes_too_much,
    refused_and_others,
    strangers,
)

if __name__ == "__main__":
    put_stub()
    name, where = sys.argv[1:]
    next(drill for drill in DRILLS if drill.__name__ == name)(Path(where))
    print(json.dumps({"drill": name}))  # noqa: T201 - that it was done is its answer

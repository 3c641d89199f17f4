"""A store of finished sheets: whoever fills it, it holds the same, and gives out only that."""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.publish.executors import Executor
from pipeline.publish.executors.processes import Processes
from pipeline.publish.executors.serial import Serial
from pipeline.publish.run import Outcome, run, share
from pipeline.publish.store import MARK, Store
from pipeline.values.errors import PolyleafError
from tests.publish.fleet import LOCALES, SHEETS, batch_of, held, new_project, put_stub, shelf


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_project(tmp_path_factory.mktemp("fleet"))


@pytest.fixture(scope="module", autouse=True)
def stub() -> Iterator[None]:
    from pipeline.publish import printing

    before = {name: vars(printing)[name] for name in ("typeset", "verify", "verify_codes")}
    put_stub()
    yield
    vars(printing).update(before)


@pytest.fixture
def project(origin: Path, tmp_path: Path) -> Path:
    return shutil.copytree(origin, tmp_path / "project")


@pytest.fixture(scope="module")
def alone(
    origin: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """What one process leaves in ``build/`` and in the store."""
    folder = tmp_path_factory.mktemp("alone")
    root = shutil.copytree(origin, folder / "project")
    store = Store.at(folder / "store")
    with Serial() as executor:
        assert become(made(root, store, executor)) == {"printed": SHEETS}
    return shelf(root), held(store)


def made(root: Path, store: Store | None, executor: Executor, shard: tuple[int, int] = (1, 1)
         ) -> list[Outcome]:  # fmt: skip
    batch = batch_of(root, root.parent / "fonts", store)
    return [*run(batch, share(batch.tasks(LOCALES), *shard), executor)]


def become(outcomes: list[Outcome]) -> dict[str, int]:
    words = [one.result.became if one.result else one.error for one in outcomes]
    return {word: words.count(word) for word in words}


@pytest.mark.exhaustive
def test_workers_leave_what_one_process_leaves(
    project: Path, alone: tuple[Mapping[str, str], Mapping[str, str]]
) -> None:
    store = Store.at(project.parent / "store")
    with Processes(2, put_stub) as executor:
        assert become(made(project, store, executor)) == {"printed": SHEETS}
    assert (shelf(project), held(store)) == alone


@pytest.mark.exhaustive
def test_three_shards_on_three_computers_leave_what_one_leaves(
    origin: Path, alone: tuple[Mapping[str, str], Mapping[str, str]], tmp_path: Path
) -> None:
    store = Store.at(tmp_path / "store")
    together: dict[str, str] = {}
    for number in (1, 2, 3):
        root = shutil.copytree(origin, tmp_path / f"computer-{number}/project")
        with Serial() as executor:
            assert become(made(root, store, executor, (number, 3))) == {"printed": SHEETS // 3}
        assert not together.keys() & shelf(root).keys()
        together |= shelf(root)
    assert (together, held(store)) == alone
    root = shutil.copytree(origin, tmp_path / "last/project")
    with Serial() as executor:
        assert become(made(root, store, executor)) == {"copied": SHEETS}
        assert become(made(root, store, executor)) == {"unchanged": SHEETS}
    assert shelf(root) == alone[0]


def test_shares_are_all_of_it_in_order_and_as_good_as_equal() -> None:
    for count in (1, 2, 3, 7, 40):
        shares = [share(range(20), number, count) for number in range(1, count + 1)]  # type: ignore[arg-type]
        assert [one for part in shares for one in part] == [*range(20)]
        sizes = {len(part) for part in shares}
        assert max(sizes) - min(sizes) <= 1


class Forgetful(Store):
    """A store that loses every tenth content that it is given."""

    puts = 0

    def _put(self, place: Path, content: bytes) -> None:
        Forgetful.puts += 1
        if Forgetful.puts % 10:
            super()._put(place, content)


def test_what_a_store_has_lost_is_made_again(
    origin: Path, alone: tuple[Mapping[str, str], Mapping[str, str]], tmp_path: Path
) -> None:
    store = Store.at(tmp_path / "store")
    for name, keeper in (("one", Forgetful(store.folder)), ("two", store)):
        root = shutil.copytree(origin, tmp_path / name / "project")
        with Serial() as executor:
            outcomes = become(made(root, keeper, executor))
        assert shelf(root) == alone[0]
    assert set(outcomes) == {"printed", "copied"}
    assert 2 <= outcomes["printed"] <= SHEETS // 2
    assert held(store) == alone[1]


def damage(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1] + b"!")


def another(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(file.stem, "0" * 64), encoding="utf-8")


@pytest.mark.parametrize("room", ["bytes", "actions"])
@pytest.mark.parametrize("harm", [damage, another, lambda file: os.truncate(file, 0)])
def test_what_is_damaged_or_another_is_never_given_out(
    origin: Path, alone: tuple[Mapping[str, str], Mapping[str, str]], tmp_path: Path,
    room: str, harm: object,
) -> None:  # fmt: skip
    if room == "bytes" and harm is another:
        pytest.skip("contents are proved by their hash alone")
    store = Store.at(tmp_path / "store")
    root = shutil.copytree(origin, tmp_path / "one/project")
    with Serial() as executor:
        made(root, store, executor, (1, 4))
        for file in [*(store.folder / room).rglob("*.*" if room == "actions" else "*")]:
            if file.is_file():
                harm(file)  # type: ignore[operator]
        shutil.rmtree(root / "build")
        assert become(made(root, store, executor, (1, 4))) == {"printed": 3}
        shutil.rmtree(root / "build")
        assert become(made(root, store, executor, (1, 4))) == {"copied": 3}
    assert shelf(root).items() <= alone[0].items()


def test_what_is_on_the_shelf_already_comes_into_the_store(
    project: Path, alone: tuple[Mapping[str, str], Mapping[str, str]]
) -> None:
    with Serial() as executor:
        assert become(made(project, None, executor)) == {"printed": SHEETS}
        store = Store.at(project.parent / "store")
        assert become(made(project, store, executor)) == {"unchanged": SHEETS}
    assert held(store) == alone[1]


def test_saving_a_copy_in_place_changes_no_store(project: Path) -> None:
    store = Store.at(project.parent / "store")
    with Serial() as executor:
        made(project, store, executor, (1, 12))
        before = held(store)
        for file in (project / "build").rglob("*.pdf"):
            with file.open("r+b") as opened:
                opened.write(b"annotated")
        assert held(store) == before
        assert become(made(project, store, executor, (1, 12))) == {"copied": 1}


def test_a_folder_of_somebody_else_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x", encoding="utf-8")
    with pytest.raises(PolyleafError, match="is not a store, and not empty: name an empty folder"):
        Store.at(tmp_path)
    assert not (tmp_path / MARK).exists()
    (tmp_path / MARK).write_text("9\n", encoding="utf-8")
    with pytest.raises(PolyleafError, match="of another form"):
        Store.at(tmp_path)


def test_commands_in_shares_tell_what_became_of_each_sheet(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalog = project / "locales/es/LC_MESSAGES/sleep-0002.po"
    catalog.write_text(catalog.read_text("utf-8").replace("El sueño", ""), encoding="utf-8")
    told: dict[str, list[str]] = {}
    statuses = {}
    for shard in ("1/1", "1/3", "2/3", "3/3"):
        file = project.parent / f"{shard[0]}-{shard[2]}.jsonl"
        words = ["--store", str(project.parent / "store"), "--outcomes", str(file), "--jobs", "1"]
        statuses[shard] = main(["pdf", "--project", str(project), "--shard", shard, *words])
        told[shard] = file.read_text("utf-8").splitlines()
    assert statuses == {"1/1": 1, "1/3": 0, "2/3": 1, "3/3": 0}
    rows = [json.loads(line) for shard in ("1/3", "2/3", "3/3") for line in told[shard]]
    keys = [(row["locale"], row["article"]) for row in rows]
    assert keys == [(one["locale"], one["article"]) for one in map(json.loads, told["1/1"])]
    refused = {(row["locale"], row["article"]) for row in rows if row["became"] == "refused"}
    assert refused == {("es", "sleep-0002")}
    assert {row["became"] for row in rows} == {"unchanged", "refused"}
    assert {one["code"] for row in rows for one in row["findings"] if row["became"] == "refused"}
    for word in ("0/3", "4/3", "1", "a/b", "1/0"):
        assert main(["pdf", "--project", str(project), "--shard", word]) == 2
        assert f"'{word}' is not a share: write 1/3, 2/3 or 3/3" in capsys.readouterr().err


def test_a_cluster_needs_a_store_that_its_workers_see(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pdf", "--project", str(project), "--cluster", "tcp://127.0.0.1:9"]) == 2
    assert (
        "--cluster needs --store DIR: a folder that all its workers see" in capsys.readouterr().err
    )

"""Hashes that are kept: what is read again, what is not, and what a forged or damaged file does."""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.project import Project, digests, disk
from pipeline.project.digests import Digests
from tests.conftest import LATER, let_time_pass

Reads = Counter[str]


@pytest.fixture
def small(tmp_path: Path) -> Project:
    for name, text in {
        "source/sleep.md": "sleep",
        "source/regions/US.toml": "us",
        "locales/es/LC_MESSAGES/sleep.po": "po",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Project.at(tmp_path)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    counted: Reads = Counter()
    read = disk.read

    def counting(file: Path, name: str, *rest: object) -> bytes:
        counted[name] += 1
        return read(file, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(disk, "read", counting)
    monkeypatch.setattr(digests, "WORTH", 1)
    return counted


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the files have been left alone for a while, by the program's clock and by the disk's."""
    mark_of = disk.mark_of
    let_time_pass(monkeypatch)

    def mark(file: Path) -> disk.Mark | None:
        found = mark_of(file)
        if found and file.name == digests.NAME:
            return found[0], found[1] + LATER, found[2], found[3]
        return found

    monkeypatch.setattr(disk, "mark_of", mark)


def look(project: Project) -> dict[str, str]:
    taken = Digests(project)
    names = ["source/sleep.md", "source/regions/US.toml", "locales/es/LC_MESSAGES/sleep.po"]
    found = {name: taken.file(name) for name in names}
    taken.keep()
    return found


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.usefixtures("later")
def test_a_file_that_was_left_alone_is_read_once(small: Project, reads: Reads) -> None:
    first = look(small)
    assert list(first.values()) == [sha("sleep"), sha("us"), sha("po")]
    reads.clear()
    assert look(small) == first
    assert reads == {digests.NAME: 1}


@pytest.mark.usefixtures("later")
def test_a_stray_file_is_never_read(small: Project, reads: Reads) -> None:
    (small.source / "stray.bin").write_bytes(bytes(1000))
    look(small)
    assert "source/stray.bin" not in reads


@pytest.mark.usefixtures("later")
def test_of_a_folder_only_the_names_beside_it_are_looked_at(small: Project) -> None:
    looked: list[str] = []

    class Name(str):
        __slots__ = ()

        def startswith(self, *given: Any) -> bool:
            looked.append(self)
            return super().startswith(*given)

    for name in ("regions.md", "regions/GB.toml", "regionsx/FR.toml", "zzz.md", "a.md"):
        (small.source / name).parent.mkdir(exist_ok=True)
        (small.source / name).write_text(name, encoding="utf-8")
    known = Digests(small)
    known._names = [Name(name) for name in known._names]
    assert [*known.below("source/regions/")] == ["source/regions/GB.toml", "source/regions/US.toml"]
    assert {*looked} == {*known.below("source/regions/"), "source/regionsx/FR.toml"}
    assert known.below("source/nothing/") == {}
    assert len([*known.below("source/")]) == 7


def test_a_change_that_keeps_size_and_time_is_seen(small: Project, reads: Reads) -> None:
    look(small)
    file = small.source / "sleep.md"
    stat = file.stat()
    new = file.with_name("new")
    new.write_text("SLEEP", encoding="utf-8")
    os.utime(new, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    new.replace(file)
    assert look(small)["source/sleep.md"] == sha("SLEEP")


def test_a_file_that_changed_a_moment_ago_is_read_again(small: Project, reads: Reads) -> None:
    look(small)
    look(small)
    assert reads["source/sleep.md"] == reads["locales/es/LC_MESSAGES/sleep.po"] == 2


def test_a_source_that_changes_after_it_was_noted_has_no_files_hash(small: Project) -> None:
    taken = Digests(small)
    region = small.source / "regions/US.toml"
    before = taken.file("source/regions/US.toml")
    region.write_text("us again", encoding="utf-8")
    (small.source / "new.md").write_text("new", encoding="utf-8")
    # It was read, or may have been, as it was before: that is what its sheets are made from.
    assert taken.file("source/regions/US.toml") == before == sha("us")
    assert taken.file("source/new.md") == ""


@pytest.mark.usefixtures("later")
def test_a_source_that_was_not_hashed_in_time_is_no_files(small: Project) -> None:
    taken = Digests(small)
    (small.source / "regions/US.toml").write_text("us again", encoding="utf-8")
    assert taken.file("source/regions/US.toml").startswith("changed ")


@pytest.mark.usefixtures("later", "reads")
@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[:-20],
        lambda text: text[:0] + "[]",
        lambda text: json.dumps({**json.loads(text), "form": 0}),
        lambda text: json.dumps({**json.loads(text), "files": {"source/sleep.md": "1 x"}}),
    ],
    ids=["cut", "list", "form", "row"],
)
def test_what_was_kept_and_is_damaged_is_taken_again(
    small: Project, spoil: Callable[[str], str]
) -> None:
    first = look(small)
    kept = small.build / digests.NAME
    kept.write_text(spoil(kept.read_text("utf-8")), encoding="utf-8")
    assert look(small) == first


@pytest.mark.usefixtures("reads")
def test_what_cannot_be_read_or_lies_elsewhere_has_no_hash(
    small: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "x"
    outside.write_text("x", encoding="utf-8")
    (small.source / "link.md").symlink_to(outside)
    (small.root / "locales/es/LC_MESSAGES/link.po").symlink_to(outside)
    taken = Digests(small)
    for name in ("source/link.md", "locales/es/LC_MESSAGES/link.po", "source/regions", "source/no"):
        assert taken.file(name) == ""

"""`polyleaf clean`."""

from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]


def test_clean_empties_the_build_folder_but_for_its_gitignore(project: Path, polyleaf: Run) -> None:
    (project / "build/.gitignore").write_text("*\n", encoding="utf-8")
    (project / "build/es").mkdir()
    (project / "build/es/old.pdf").write_bytes(b"")
    assert polyleaf("clean")[0] == 0
    assert [file.name for file in (project / "build").iterdir()] == [".gitignore"]

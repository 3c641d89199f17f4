"""Compare the sheets that an earlier version of the program makes with those that this one makes.

``python -m tests.bench.same_bytes HEAD~3 es ar ja`` builds the sheets of this project's texts in
all editions twice, and names each file whose bytes differ. A change that is not meant to change
paper is held by this.
"""

import argparse
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path

from pipeline.values.errors import PolyleafError

ROOT = Path(__file__).parent.parent.parent
TODAY = "2026-11-28"


def main() -> int:
    """Build both, print what differs, and return 1 where anything does."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.same_bytes", description=__doc__)
    parser.add_argument("revision", help="the earlier version, such as HEAD~3 or v0.1.0")
    parser.add_argument("locales", nargs="*", default=["es", "ar", "ja"], metavar="LOCALE")
    parser.add_argument("--edition", default="all", metavar="NAMES")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="polyleaf-same-") as name:
        folder = Path(name)
        _unpack(words.revision, folder / "before")
        made = [
            _build(program, folder / f"project-{number}", [*words.locales], words.edition)
            for number, program in enumerate((folder / "before", ROOT))
        ]
    before, after = made
    for sheet in sorted({*before, *after}):
        if before.get(sheet) != after.get(sheet):
            gone = "is new" if sheet not in before else "is gone" if sheet not in after else ""
            print(f"{sheet} {gone or 'differs'}")
    same = [sheet for sheet in before if before[sheet] == after.get(sheet)]
    print(f"{len(same)} of {len({*before, *after})} files are the same")
    return int(before != after)


def _unpack(revision: str, folder: Path) -> None:
    """Write the program as it was into a folder."""
    result = subprocess.run(
        ["git", "archive", revision, "pipeline"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if result.returncode:
        raise PolyleafError(f"there is no version {revision}: {result.stderr.decode().strip()}")
    with tarfile.open(fileobj=io.BytesIO(result.stdout)) as archive:
        archive.extractall(folder, filter="data")


def _build(program: Path, project: Path, locales: Sequence[str], edition: str) -> dict[str, str]:
    """Return the hashes of all PDFs that a program makes of this project's texts."""
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, project / name)
    command = [sys.executable, "-P", "-m", "pipeline", "--project", str(project), "pdf", *locales]
    result = subprocess.run(
        [*command, "--edition", edition, "--today", TODAY],
        env={**os.environ, "PYTHONPATH": str(program)},
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        raise PolyleafError(f"{program}: the sheets do not build: {result.stderr.strip()}")
    return {
        file.relative_to(project).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in (project / "build").rglob("*.pdf")
    }


if __name__ == "__main__":
    sys.exit(main())

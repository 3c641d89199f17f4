"""Write anew what becomes of mistakes: ``python -m tests.mistakes [NAME …]``."""

import sys
import tempfile
from pathlib import Path

from tests.mistakes.mistake import LINE, files, made, recorded, stated


def run(names: list[str]) -> None:
    """Write what stands below the line in each file, or in those named, and say which differ."""
    known = {file.stem for file in files()}
    if absent := [name for name in names if name not in known]:
        sys.exit(f"there is no tests/mistakes/{absent[0]}.toml: write its title and command first")
    with tempfile.TemporaryDirectory() as folder:
        for file in files():
            if names and file.stem not in names:
                continue
            project = Path(folder) / file.stem
            outcome = made(stated(file), project)
            if outcome != recorded(file):
                above = file.read_text(encoding="utf-8").partition(LINE)[0]
                file.write_text(above + LINE + outcome, encoding="utf-8")
                sys.stdout.write(f"{file.stem}: written\n")


if __name__ == "__main__":
    run(sys.argv[1:])

"""Write the expected findings anew: ``python -m tests.golden --update [CODE …]``."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.golden.folders import GOLDEN, findings, folders, what_a_folder_misses


def update() -> int:
    """Write ``expected.txt`` in each folder, or in those that are named, and say which differ.

    The status is 2 where a folder that was named has nothing to look at.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.golden", description=__doc__)
    parser.add_argument("--update", action="store_true", required=True)
    parser.add_argument("codes", nargs="*", metavar="CODE")
    codes = parser.parse_args().codes
    known = {folder.name for folder in folders()}
    if absent := [code for code in codes if code not in known]:
        parser.error(f"there is no folder tests/golden/{absent[0]}/: write its changes.toml first")
    for code in codes:
        if all(one.name == "expected.txt" for one in (GOLDEN / code).iterdir()):
            parser.error(f"tests/golden/{code}/ is empty: write its changes.toml first")
    status = 0
    with tempfile.TemporaryDirectory() as place:
        fonts = Path(place) / "fonts"
        fonts.mkdir()
        for folder in folders():
            if codes and folder.name not in codes:
                continue
            if missing := what_a_folder_misses(folder):
                sys.stdout.write(f"{folder.name}: left as it is: {missing}\n")
                status = 2 if codes else 0
                continue
            found = findings(folder, Path(place) / folder.name, fonts)
            file = folder / "expected.txt"
            text = "".join(f"{one}\n" for one in found)
            if not found:
                sys.stdout.write(f"{folder.name}: nothing was found\n")
            if not file.exists() or file.read_text(encoding="utf-8") != text:
                file.write_text(text, encoding="utf-8")
                sys.stdout.write(f"{folder.name}: written\n")
    return status


sys.exit(update())

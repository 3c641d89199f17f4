"""Write the pictures anew: ``python -m tests.specimens [LOCALE …]``. Look at each of them."""

import sys
import tempfile
from pathlib import Path

from tests.specimens.page import (
    FOLDER,
    TOLERANCE,
    as_png,
    difference,
    kept,
    picture,
    specimen,
    texts,
)


def write() -> None:
    """Write the pictures that are missing or differ; all of those that are named."""
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[1:] or texts():
            image, file = picture(specimen(name, Path(folder)).pdf), FOLDER / f"{name}.png"
            if sys.argv[1:] or not file.exists() or difference(image, kept(name)) > TOLERANCE:
                file.write_bytes(as_png(image))
                sys.stdout.write(f"{file.name}: written\n")


if __name__ == "__main__":
    write()

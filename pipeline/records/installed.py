"""Which versions of libraries are installed, by the names of the folders that describe them.

Python's own ``importlib.metadata`` takes a hundredth of a sheet's time: it loads a reader of mail,
with which it reads each library's whole description.
"""

import re
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path


def version(library: str) -> str:
    """Return the version of a library that is installed, as ``importlib.metadata`` does."""
    name = _plain(library)
    for folder in sys.path:
        with suppress(OSError):
            if found := _below(folder, Path(folder).stat().st_mtime_ns).get(name):
                return found
    from importlib import metadata  # of one that lies elsewhere, or is missing

    return metadata.version(library)


@cache
def _below(folder: str, changed: int) -> dict[str, str]:
    """Return the versions of libraries in a folder, as it is since it was changed.

    Source: Python Packaging User Guide, "Recording installed projects".
    """
    del changed
    described = (one.stem for one in Path(folder).glob("*.dist-info"))
    parts = (one.partition("-") for one in described)
    return {_plain(name): found for name, _, found in parts if found}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()

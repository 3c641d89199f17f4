"""A folder for what is needed while a command runs, which goes with it however it is stopped.

The folder of the standard library is made before anything knows that it is to be removed: a signal
that falls between, as it does on a busy computer, leaves it behind.
"""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Yield a new folder that nobody else may read, and remove it with all that is in it."""
    folder = Path(gettempdir(), f"polyleaf-{secrets.token_hex(8)}")
    try:
        folder.mkdir(mode=0o700)
        yield folder
    finally:
        _remove(folder)


def _remove(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:  # stopped before it was made
        pass
    except KeyboardInterrupt:
        shutil.rmtree(folder, ignore_errors=True)
        raise

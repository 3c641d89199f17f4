"""What the program works out of its own files, kept beside Python's own compiled files.

It lies in the program's folder, as trusted as the program itself, and never in a project, which may
be a stranger's. Whatever is kept can be made again.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any


def folder() -> Path:
    """Return where Python keeps what this module was compiled to."""
    return Path(cache_from_source(__file__)).parent


def kept(name: str, rests_on: Iterable[str], work_out: Callable[[], Any]) -> Any:
    """Return what ``work_out`` returns, from what was kept of it where that rests on the same.

    ``rests_on`` are the texts that decide it; the text of the function's module is another. Only
    what JSON can write is kept, and nothing where the folder is not to be written to, or Python is
    told to keep nothing.
    """
    digest = _digest([sys.version, _text_of(work_out.__module__), *rests_on])
    # A name of Python's compiled files, which are no part of the program.
    file = folder() / f"kept-{name}.{sys.implementation.cache_tag}.pyc"
    with suppress(OSError, ValueError, TypeError, KeyError):
        found = json.loads(file.read_text(encoding="utf-8"))
        if found["of"] == digest:
            return found["value"]
    value = work_out()
    if not sys.dont_write_bytecode:
        with suppress(OSError, TypeError):
            _write(file, json.dumps({"of": digest, "value": value}))
    return value


def may_be_changed(file: str) -> bool:
    """Say whether whoever runs the program may have changed one of its files."""
    return os.access(file, os.W_OK)


def _digest(texts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def _text_of(module: str) -> str:
    """Return the text of a module, so that what another version of it kept does not count."""
    loader = getattr(sys.modules[module], "__loader__", None)
    with suppress(ImportError, OSError, AttributeError):
        return str(loader.get_source(module)) if loader else ""
    return ""


def _write(file: Path, text: str) -> None:
    """Write a file whole or not at all; two that write it at once write the same."""
    file.parent.mkdir(parents=True, exist_ok=True)
    own = file.with_suffix(f".{os.getpid()}.pyc")
    try:
        own.write_text(text, encoding="utf-8")
        own.replace(file)
    except OSError:
        with suppress(OSError):
            own.unlink()
        raise

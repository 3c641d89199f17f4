"""The libraries that shape a page, without loading the typesetter."""

import ctypes
import hashlib
import json
import zlib
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from typing import Any

from pipeline.records.installed import version
from pipeline.typeset.fonts import FontSet

_PANGO = ("libpango-1.0.so.0", "libpango-1.0.0.dylib", "libpango-1.0.dylib", "libpango-1.0-0.dll")

_HARFBUZZ = ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll")

_LIBRARIES = (
    "weasyprint",
    "pydyf",
    "tinycss2",
    "cssselect2",
    "tinyhtml5",
    "fonttools",
    "pikepdf",
)


@cache
def library_versions() -> dict[str, str]:
    """Return the versions of the libraries that shape the page, without loading the typesetter."""
    return {
        **{name: version(name) for name in _LIBRARIES},
        "pango": _pango_version(),
        "harfbuzz": _harfbuzz_version(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }


def function_of(libraries: Sequence[str], name: str) -> Any:
    """Return a function of the first library that has it, ``None`` where none does."""
    for library in libraries:
        with suppress(OSError, AttributeError):
            return getattr(ctypes.CDLL(library), name)
    return None


def _pango_version() -> str:
    tell = function_of(_PANGO, "pango_version")
    if tell is None:
        return "unknown"
    number = int(tell())
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


def _harfbuzz_version() -> str:
    tell = function_of(_HARFBUZZ, "hb_version_string")
    if tell is None:
        return "unknown"
    tell.restype = ctypes.c_char_p
    return str(tell().decode())


def made_with(fonts: FontSet) -> str:
    """Return the versions of libraries and a hash of fonts as JSON: as a file says it of itself."""
    files = sorted(file.sha256 for file in fonts.files)
    digest = hashlib.sha256("".join(files).encode()).hexdigest()[:8]
    return json.dumps({**library_versions(), "fonts": digest}, separators=(",", ":"))

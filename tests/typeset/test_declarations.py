"""WeasyPrint's declarations of libraries are read once, and mean what they meant."""

import os
import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cffi
from _cffi_backend import FFI

from pipeline.doctor.needs import NEEDS
from pipeline.typeset.declarations import OWN, read_before
from tests.conftest import ROOT

_START = """
import sys
from pipeline.typeset.typesetter import typesetter

typesetter()
print(*{"pycparser", "cffi.recompiler"} & {*sys.modules})
"""


def test_a_second_start_parses_no_declaration() -> None:
    keeping = {name: value for name, value in os.environ.items() if name != _KEEPS_NOTHING}
    start = [sys.executable, "-c", _START]
    subprocess.run(start, cwd=ROOT, env=keeping, check=True, capture_output=True)
    second = subprocess.run(start, cwd=ROOT, env=keeping, check=True, capture_output=True)
    assert second.stdout.split() == []
    without = subprocess.run(
        [sys.executable, "-c", "import cffi.recompiler; " + _START],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    assert without.stdout.split(), "what is looked for is loaded where declarations are parsed"


_KEEPS_NOTHING = "PYTHONDONTWRITEBYTECODE"


def test_each_type_and_function_is_what_cffi_reads_itself() -> None:
    with read_before():
        known: Any = cffi.FFI()
    anew = _read_anew()
    assert isinstance(known, FFI)
    assert not isinstance(anew, FFI)
    assert known.list_types() == anew.list_types()
    names = known.list_types()[0]
    for name in names:
        assert _shape(known, known.typeof(name)) == _shape(anew, anew.typeof(name)), name
    assert len(_shape(known, known.typeof("PangoRectangle"))) == 4
    before, after = _opened(anew), _opened(known)
    compared = 0
    for name in dir(after):
        with suppress(FFI.error):  # a function of another library
            assert _said(known, after, name) == _said(anew, before, name), name
            compared += 1
    assert compared > 50
    assert callable(after.pango_attr_allow_breaks_new)


def _read_anew() -> cffi.FFI:
    package = find_spec("weasyprint")
    assert package
    assert package.origin
    text = Path(package.origin).with_name("text").joinpath("ffi.py").read_text(encoding="utf-8")
    ffi = cffi.FFI()
    ffi.cdef(text.split("ffi.cdef('''")[1].split("''')")[0])
    ffi.cdef(OWN)
    return ffi


def _opened(ffi: Any) -> Any:
    (pango,) = (need for need in NEEDS if need.name == "pango-1.0")
    for name in pango.files:
        with suppress(OSError):
            return ffi.dlopen(name)
    raise AssertionError(pango.files)


def _shape(ffi: Any, kind: Any, depth: int = 3) -> Any:
    """Return all that matters of a type but its name, and that of what it refers to."""
    match kind.kind:
        case "primitive" | "void":
            return kind.cname
        case "enum":
            return kind.elements
        case "pointer" | "array":
            return kind.kind, depth and _shape(ffi, kind.item, depth - 1)
        case "function":
            return _shape(ffi, kind.result), [_shape(ffi, each) for each in kind.args]
    try:
        ffi.sizeof(kind)
    except (FFI.error, ValueError):
        return "its parts are not declared"
    return [
        (name, field.offset, depth and _shape(ffi, field.type, depth - 1))
        for name, field in kind.fields
    ]


def _said(ffi: Any, library: Any, name: str) -> object:
    value = getattr(library, name)
    return value if isinstance(value, int) else _shape(ffi, ffi.typeof(value))

"""What WeasyPrint declares in C of Pango and its fellows, read once and not at each start.

It has cffi read 450 lines with a parser written in Python, which took a third of its import. The
tables that cffi makes of such lines, for modules that are compiled in advance, are kept.
"""

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

import cffi
from _cffi_backend import FFI  # cffi has no other name for what modules compiled in advance have

from pipeline.records.installed import version
from pipeline.records.kept import kept

OWN = "PangoAttribute * pango_attr_allow_breaks_new (gboolean allow_breaks);"
"""What is called here, and not by WeasyPrint."""


@contextmanager
def read_before() -> Iterator[None]:
    """Have WeasyPrint, which is imported meanwhile, take the types that its declarations came to.

    They are read anew where WeasyPrint or cffi is another than before, or nothing can be kept.
    """
    text = _declaring_module()
    tables = kept("declarations", [text, version("cffi")], lambda: _tables(text))
    reading, cffi.FFI = cffi.FFI, lambda: _declared(tables)
    try:
        yield
    finally:
        cffi.FFI = reading


class _Declared(FFI):  # type: ignore[misc]
    """Types and functions of libraries, none of which needs to be declared any more."""

    def cdef(self, declarations: str) -> None:
        """Leave what is known unread."""


def _declaring_module() -> str:
    package = find_spec("weasyprint")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("weasyprint", name="weasyprint")
    return Path(package.origin).with_name("text").joinpath("ffi.py").read_text(encoding="utf-8")


def _tables(text: str) -> str:
    """Return in Python's words what cffi makes of a module's declarations, and of our own."""
    ffi = cffi.FFI()
    for call in ast.walk(ast.parse(text)):
        match call:
            case ast.Call(func=ast.Attribute(attr="cdef"), args=[ast.Constant(str(declarations))]):
                ffi.cdef(declarations)
    ffi.cdef(OWN)
    ffi.set_source("weasyprint_declarations", None)
    module = StringIO()
    ffi.emit_python_code(module)
    return module.getvalue()


def _declared(tables: str) -> _Declared:
    made = next(node for node in ast.walk(ast.parse(tables)) if isinstance(node, ast.Call))
    return _Declared(
        *map(ast.literal_eval, made.args),
        **{str(each.arg): ast.literal_eval(each.value) for each in made.keywords},
    )

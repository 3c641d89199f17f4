"""WeasyPrint, which no other module imports: how it is loaded, and what it says."""

import ctypes.util
import logging
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from functools import cache
from importlib import import_module
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any

from pipeline.typeset.below_heads import parted_below_heads
from pipeline.typeset.declarations import read_before
from pipeline.typeset.flexed import lay_out_once
from pipeline.typeset.flush import spreading, with_room
from pipeline.typeset.leading import even_leading
from pipeline.typeset.lengths import resolve_once
from pipeline.typeset.libraries import function_of
from pipeline.typeset.lowered import with_end_at_foot
from pipeline.typeset.manuscript import watched
from pipeline.typeset.patching import replace_everywhere
from pipeline.typeset.phrases import by_phrase
from pipeline.typeset.ragged import evened
from pipeline.typeset.running_heads import kept_apart, with_running_heads
from pipeline.typeset.within import within_width
from pipeline.values.errors import PolyleafError

_FONTCONFIG = ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll")


@cache
def typesetter() -> Any:
    """Import WeasyPrint, which takes half a second and needs Pango."""
    # WeasyPrint sets up its own logger on import; with a handler there it stays silent.
    logging.getLogger("weasyprint").addHandler(logging.NullHandler())
    try:
        # WeasyPrint prints a banner where a library is missing; results go to standard output.
        with redirect_stdout(StringIO()), _by_their_own_names(), _put_off(), read_before():
            import weasyprint
            import weasyprint.formatting_structure.boxes
            import weasyprint.layout.block
            import weasyprint.layout.flex
            import weasyprint.layout.inline
            import weasyprint.layout.percent
            import weasyprint.text.ffi
            import weasyprint.text.line_break
            import weasyprint.urls
    except OSError as error:
        raise _missing_library(str(error).splitlines()[0]) from None
    if weasyprint.text.ffi.harfbuzz_subset is None:
        raise _missing_library("libharfbuzz-subset")
    # Of a picture without a size of its own, on a line from right to left, WeasyPrint 70 asks for
    # the place before it has one; it sets it afterwards.
    weasyprint.formatting_structure.boxes.InlineReplacedBox.position_x = 0
    resolve_once(weasyprint.layout, weasyprint.formatting_structure.boxes)
    lay_out_once(weasyprint.layout, weasyprint.formatting_structure.boxes)
    measuring = weasyprint.text.line_break
    split = measuring.split_first_line
    spaced = with_room(measuring)
    by_words = within_width(by_phrase(measuring, spaced))
    for package in (weasyprint.text, weasyprint.layout):
        replace_everywhere(package, split, by_words)
    weasyprint.layout.block.iter_line_boxes = evened(
        weasyprint.layout.block.iter_line_boxes, spreading(spaced)
    )
    weasyprint.layout.block._in_flow_layout = parted_below_heads(
        weasyprint.layout.block._in_flow_layout
    )
    weasyprint.layout.inline.line_box_verticality = even_leading(
        weasyprint.layout.inline.line_box_verticality
    )
    weasyprint.layout.make_all_pages = watched(weasyprint.layout.make_all_pages)
    weasyprint.layout.LayoutContext.add_running_element = kept_apart(
        weasyprint.layout.LayoutContext.add_running_element
    )
    weasyprint.layout.make_margin_boxes = with_end_at_foot(
        with_running_heads(weasyprint.layout.make_margin_boxes)
    )
    return weasyprint


@contextmanager
def _by_their_own_names() -> Iterator[None]:
    """Let Linux open libraries by the names that WeasyPrint tries last, and the loader knows.

    For each that it tries before, Python would ask the compiler and the linker where the library
    may lie, in 86 processes altogether.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _nothing
    try:
        yield
    finally:
        ctypes.util.find_library = search


_SELDOM = ("fontTools.subset", "fontTools.varLib.instancer")
"""What WeasyPrint imports, and calls where a font is variable or HarfBuzz makes no subset of it."""


@contextmanager
def _put_off() -> Iterator[None]:
    """Have WeasyPrint load what it seldom calls when it does: a third of its import otherwise."""
    absent = [name for name in _SELDOM if name not in sys.modules]
    sys.modules.update((name, _Later(name)) for name in absent)
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


class _Later(ModuleType):
    """Stands for a module that is imported when one of its functions is called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*given: Any, **named: Any) -> Any:
            return getattr(import_module(self.__name__), name)(*given, **named)

        return call


def _nothing(name: str) -> str | None:  # noqa: ARG001 - what stands in its place has one too
    """Find no library."""
    return None


def _missing_library(name: str) -> PolyleafError:
    return PolyleafError(
        f"a system library is missing ({name}); on Debian and Ubuntu: "
        "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    )


def box_classes() -> Any:
    """Return the module with the classes of boxes that pages are made of."""
    return typesetter().formatting_structure.boxes


def fetcher() -> Any:
    """Return what fetches nothing but data that stands in the sheet itself."""
    return typesetter().urls.URLFetcher(
        allowed_protocols=("data",), allow_redirects=False, fail_on_errors=True
    )


def font_configuration(configuration: Path) -> Any:
    """Give fontconfig a file as its own configuration, and return what WeasyPrint reads of it.

    Pango 1.50 asks fontconfig's own which style of a family is meant, whatever it is told to use:
    it would be that of the first sheet that a process set.
    """
    if os.environ.get("FONTCONFIG_FILE") != str(configuration):
        os.environ["FONTCONFIG_FILE"] = str(configuration)
        read_anew = function_of(_FONTCONFIG, "FcInitReinitialize")
        if read_anew is not None:
            read_anew()
    return _fonts_of(configuration)


@cache
def _fonts_of(configuration: Path) -> Any:  # noqa: ARG001 - it is where fontconfig looks by now
    """Make WeasyPrint list the fonts; it does so once for each configuration object."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@contextmanager
def logged() -> Iterator[list[str]]:
    """Gather every record of level WARNING or above from WeasyPrint and its font library."""
    messages: list[str] = []

    class _Gatherer(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    gatherer = _Gatherer(logging.WARNING)
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(gatherer)
        logger.propagate = False
    try:
        yield messages
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.removeHandler(gatherer)
            logger.propagate = propagate


_NO_GLYPH = re.compile(r'\.notdef glyph rendered .*: ("[^"]*" \(U\+[0-9A-F]+\))$')


_PICTURE = re.compile(r"data:image/[\w+.-]+;base64,[A-Za-z0-9+/=]*")


def gathered(messages: Sequence[str]) -> list[str]:
    """Return each message once, and one for all letters that no font has.

    What a picture is made of is no message to anybody.
    """
    messages = [_PICTURE.sub("a picture of the sheet", one) for one in messages]
    letters = [match[1] for one in messages if (match := _NO_GLYPH.match(one))]
    others = [one for one in messages if not _NO_GLYPH.match(one)]
    none = [f"no font has {', '.join(dict.fromkeys(letters))}"] if letters else []
    return list(dict.fromkeys([*others, *none]))

"""The only module that knows WeasyPrint."""

import ctypes
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from io import StringIO
from pathlib import Path
from typing import Any

from pipeline.typeset.fonts import FontSet
from pipeline.typeset.seal import BLANK, seal
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, Severity

_SLACK = 0.75
"""CSS pixels by which a line may stand over its box before it counts: rounding, not text."""

_PANGO = ("libpango-1.0.so.0", "libpango-1.0.0.dylib", "libpango-1.0.dylib", "libpango-1.0-0.dll")

_LIBRARIES = ("weasyprint", "pydyf", "tinycss2", "cssselect2", "tinyhtml5", "fonttools")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeset:
    """A finished PDF and what the typesetter had to say about it."""

    pdf: bytes
    pages: int
    findings: tuple[Finding, ...]


def typeset(html: str, fonts: FontSet, path: str) -> Typeset:
    """Set a page of HTML as a tagged PDF; nothing outside the HTML itself is read.

    ``path`` is the name that findings give the sheet. Every warning that WeasyPrint logs is a
    finding, and so is every line that stands out of its box.
    """
    engine = _engine()
    with _logged() as records:
        try:
            document = engine.HTML(string=html, url_fetcher=_fetcher()).render(
                font_config=_font_configuration(fonts.configuration), pdf_variant="pdf/ua-1"
            )
            pdf = document.write_pdf(
                pdf_variant="pdf/ua-1", pdf_identifier=BLANK, custom_metadata=True
            )
        except engine.urls.FatalURLFetchingError as error:
            raise PolyleafError(f"{path}: the sheet asks for a file outside it: {error}") from None
    findings = [
        _finding("PDF001", path, f"the typesetter warns: {message}", "mend what it names")
        for message in dict.fromkeys(records)
    ]
    findings += [
        _finding(
            "PDF006",
            path,
            f"page {number}: a line stands out of its box: {words}",
            "shorten the text, or give it a place where it can break",
        )
        for number, page in enumerate(document.pages, 1)
        for words in _out_of_box(page._page_box)
    ]
    return Typeset(pdf=seal(pdf), pages=len(document.pages), findings=tuple(findings))


def warm_up() -> None:
    """Load the typesetter before it is needed; what is missing is reported when it is used."""
    with suppress(PolyleafError):
        _engine()


@cache
def library_versions() -> dict[str, str]:
    """Return the versions of the libraries that shape the page, without loading the typesetter."""
    return {**{name: version(name) for name in _LIBRARIES}, "pango": _pango_version()}


def _pango_version() -> str:
    for name in _PANGO:
        try:
            number = int(ctypes.CDLL(name).pango_version())
        except (OSError, AttributeError):
            continue
        return f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    return "unknown"


@cache
def _engine() -> Any:
    """Import WeasyPrint, which takes half a second and needs Pango."""
    # WeasyPrint sets up its own logger on import; with a handler there it stays silent.
    logging.getLogger("weasyprint").addHandler(logging.NullHandler())
    try:
        # WeasyPrint prints a banner where a library is missing; results go to standard output.
        with redirect_stdout(StringIO()):
            import weasyprint
            import weasyprint.text.ffi
            import weasyprint.urls
    except OSError as error:
        raise _missing_library(str(error).splitlines()[0]) from None
    if weasyprint.text.ffi.harfbuzz_subset is None:
        raise _missing_library("libharfbuzz-subset")
    return weasyprint


def _missing_library(name: str) -> PolyleafError:
    return PolyleafError(
        f"a system library is missing ({name}); on Debian and Ubuntu: "
        "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    )


def _fetcher() -> Any:
    return _engine().urls.URLFetcher(
        allowed_protocols=("data",), allow_redirects=False, fail_on_errors=True
    )


@cache
def _font_configuration(configuration: Path) -> Any:
    """Make WeasyPrint read a fontconfig file; it does so once for each configuration object."""
    os.environ["FONTCONFIG_FILE"] = str(configuration)
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@contextmanager
def _logged() -> Iterator[list[str]]:
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


def _out_of_box(page: Any) -> Iterator[str]:
    """Yield the words of each line that is wider than its block, or lies outside its page."""
    from weasyprint.formatting_structure import boxes

    for box in page.descendants():
        if isinstance(box, boxes.MarginBox):
            yield from _over_the_margin(box)
        if not isinstance(box, boxes.BlockContainerBox):
            continue
        left, right = box.content_box_x() - _SLACK, box.content_box_x() + box.width + _SLACK
        for line in box.children:
            if isinstance(line, boxes.LineBox):
                texts = [part for part in line.descendants() if isinstance(part, boxes.TextBox)]
                if any(
                    part.position_x < left or part.position_x + part.width > right
                    for part in texts
                    if part.text.strip()
                ):
                    yield " ".join("".join(part.text for part in texts).split())[:80]


def _over_the_margin(box: Any) -> Iterator[str]:
    """Yield the first line of a foot or head that is higher than the margin it stands in."""
    from weasyprint.formatting_structure import boxes

    top, bottom = box.position_y - _SLACK, box.position_y + box.margin_height() + _SLACK
    lines = [part for part in box.descendants() if isinstance(part, boxes.LineBox)]
    for line in lines[:1] + lines[-1:]:
        if line.position_y < top or line.position_y + line.height > bottom:
            texts = [part.text for part in line.descendants() if isinstance(part, boxes.TextBox)]
            yield " ".join("".join(texts).split())[:80]


def _finding(code: str, path: str, message: str, fix: str) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, path=path, message=message, fix=fix)

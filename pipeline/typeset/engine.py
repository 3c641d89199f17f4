"""The only module that knows WeasyPrint."""

import ctypes
import logging
import os
import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout, suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from io import StringIO
from pathlib import Path
from typing import Any

from pipeline.typeset.finish import PIXEL, Mark, finish
from pipeline.typeset.fonts import FontSet
from pipeline.typeset.seal import UNSEALED
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, Severity
from pipeline.values.folding import MILLIMETRE, PAPERS, places
from pipeline.values.sheet import Layout

Panels = tuple[tuple[str, int], ...]
"""Names of pages in the stylesheet, and how many panels there are for each."""

_SLACK = 0.75
"""CSS pixels by which a line may stand over its box before it counts: rounding, not text."""

_PANGO = ("libpango-1.0.so.0", "libpango-1.0.0.dylib", "libpango-1.0.dylib", "libpango-1.0-0.dll")

_LIBRARIES = (
    "weasyprint",
    "pydyf",
    "tinycss2",
    "cssselect2",
    "tinyhtml5",
    "fonttools",
    "pikepdf",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeset:
    """A finished PDF and what the typesetter had to say about it."""

    pdf: bytes
    pages_pdf: bytes
    """Of a folded sheet, its pages one by one in reading order; else empty."""
    pages: int
    html: str
    """The HTML in the size that was taken."""
    findings: tuple[Finding, ...]


_UNFOLDED = Layout()


def typeset(
    html: str,
    fonts: FontSet,
    path: str,
    smaller: Sequence[str] = (),
    layout: Layout = _UNFOLDED,
) -> Typeset:
    """Set a page of HTML as a tagged PDF; nothing outside the HTML itself is read.

    ``path`` is the name that findings give the sheet. ``smaller`` is the same page in smaller
    sizes: where the layout has a number of panels, the largest that fits is taken. Every warning
    that WeasyPrint logs is a finding, and so is every line that stands out of its box.
    """
    engine = _engine()
    sizes = [html, *smaller]

    def render(number: int) -> tuple[Any, list[str]]:
        with _logged() as records:
            document = engine.HTML(string=sizes[number], url_fetcher=_fetcher()).render(
                font_config=_font_configuration(fonts.configuration), pdf_variant=_VARIANT
            )
        return document, records

    try:
        number, document, records = _largest_that_fits(render, len(sizes), layout.panels)
        marks = [_marks(page) for page in document.pages]
        with _logged() as more, warnings.catch_warnings():
            # WeasyPrint 70 leaves its colour profile for PDF/A to be closed by the interpreter.
            warnings.simplefilter("ignore", ResourceWarning)
            raw = document.write_pdf(
                pdf_variant=_VARIANT, pdf_identifier=UNSEALED, custom_metadata=True
            )
    except engine.urls.FatalURLFetchingError as error:
        raise PolyleafError(f"{path}: the sheet asks for a file outside it: {error}") from None
    findings = [
        _finding("PDF001", path, f"the typesetter warns: {message}", "mend what it names")
        for message in _gathered([*records, *more])
    ]
    findings += [
        _finding(
            "PDF006",
            path,
            f"page {page_number}: a line is too long for its place: {words}",
            f"shorten the text, or put soft hyphens (U+00AD) into '{word}', where it can break"
            if len(word) >= _LONG and word.isalpha()
            else "shorten the text, or give it a place where it can break",
            words,
        )
        for page_number, page in enumerate(document.pages, 1)
        for words, word in dict.fromkeys(_out_of_box(page._page_box))
    ]
    overfull = list(_overfull(document, layout, path))
    slots = [] if overfull else _slots(document, layout)
    read = [_read_marks(one) for one in marks]
    pages = finish(raw, read, layout)
    return Typeset(
        pdf=finish(raw, read, layout, slots) if slots else pages,
        pages_pdf=pages if slots else b"",
        pages=len(document.pages),
        html=sizes[number],
        findings=(*findings, *overfull),
    )


_VARIANT = "pdf/a-2a"
"""The typesetter writes one standard's metadata; `finish` adds the other's."""


def _largest_that_fits(
    render: Callable[[int], tuple[Any, list[str]]], count: int, panels: Panels
) -> tuple[int, Any, list[str]]:
    """Return the first of the sizes whose pages are no more than the panels, else the last.

    Larger type never takes less room, so half of the sizes are ruled out with each try.
    """
    tried: dict[int, tuple[Any, list[str]]] = {}
    low, high = 0, count - 1
    probe = low
    while low < high:
        tried[probe] = render(probe)
        if _fits(tried[probe][0], panels):
            high = probe
        else:
            low = probe + 1
        probe = (low + high) // 2
    document, records = tried.get(low) or render(low)
    return low, document, records


def _page_names(document: Any) -> list[str]:
    return [page._page_box.page_type.name for page in document.pages]


def _fits(document: Any, panels: Panels) -> bool:
    names = _page_names(document)
    return all(names.count(name) <= count for name, count in panels) and not _is_torn(document)


def _is_torn(document: Any) -> bool:
    """Say whether what a reader needs at once of a crisis note stands on more than one page."""
    seen: set[Any] = set()
    for page in document.pages:
        here = {
            box.element
            for box in page._page_box.descendants()
            if box.element is not None and "vital" in box.element.get("class", "").split()
        }
        if here & seen:
            return True
        seen |= here
    return False


def _slots(document: Any, layout: Layout) -> list[int | None]:
    """Return for each panel in reading order the page that stands on it; ``None`` for none."""
    names = _page_names(document)
    if not layout.folding:
        return []
    if not layout.panels:
        # White pages come before the last one: the clinic's area belongs on the back.
        *pages, last = range(len(names))
        return [*pages, *[None] * (-len(names) % 4), last]
    slots: list[int | None] = []
    for name, count in layout.panels:
        pages = [number for number, own in enumerate(names) if own == name]
        slots += [*pages, *[None] * (count - len(pages))]
    return slots


def _overfull(document: Any, layout: Layout, path: str) -> Iterator[Finding]:
    """Report panels that hold less than their text, and by how much."""
    names = _page_names(document)
    place = 0
    for name, count in layout.panels:
        pages = [page for page, own in zip(document.pages, names, strict=True) if own == name]
        place += count
        if len(pages) > count:
            over = sum(_height_used(page._page_box) for page in pages[count:])
            paper = PAPERS[layout.paper]
            panels = places(layout.folding, paper, place, rtl=layout.rtl)
            panel = next(one.name for one in panels if one.page == place - 1)
            yield _finding(
                "PDF011",
                path,
                f"the panel '{panel}' is overfull: in the smallest size allowed, text of "
                f"{over * PIXEL / MILLIMETRE:.0f} mm too much remains",
                "mark passages that a brochure may leave out with ::: detail, or shorten the text",
            )


def _height_used(page: Any) -> float:
    """Return how much of a page's height its text takes, in CSS pixels."""
    from weasyprint.formatting_structure import boxes

    lines = [
        box
        for child in page.children
        if not isinstance(child, boxes.MarginBox)
        for box in child.descendants()
        if isinstance(box, boxes.LineBox)
    ]
    bottom = max((line.position_y + line.height for line in lines), default=0.0)
    return float(max(bottom - page.content_box_y(), 0.0))


def _marks(page: Any) -> list[tuple[Any, dict[Any, Any]]]:
    """Gather what a page says of its pieces of content while it is painted.

    WeasyPrint forgets it once the structure is built. Each piece comes with its box.
    """
    gathered: list[tuple[Any, dict[Any, Any]]] = []
    paint = page.paint

    def painting(stream: Any, scale: float = 1) -> None:
        paint(stream, scale)
        gathered.append((page._page_box, dict(stream._tags)))

    page.paint = painting
    return gathered


def _read_marks(gathered: Sequence[tuple[Any, dict[Any, Any]]]) -> dict[int, Mark]:
    """Return language and standing of each piece of a page's content, by its number."""
    from weasyprint.formatting_structure import boxes

    ((page, tags),) = gathered
    margin = {
        id(part)
        for child in page.children
        if isinstance(child, boxes.MarginBox)
        for part in child.descendants()
    }
    return {
        tag["mcid"]: Mark(
            language=str(box.style["lang"] or ""),
            in_margin=id(box) in margin,
            words=_words(box) if isinstance(box, boxes.TextBox) else "",
        )
        for box, tag in tags.items()
    }


_SYLLABLES = re.compile("[\u0900-\u109f\u1780-\u17ff]")
"""Letters of scripts that reorder or stack them: Devanagari to Burmese, and Khmer."""

_SLOPING = ("ur", "ks", "pnb")
"""Languages in Nastaliq, whose words slope: their letters stand on no common line."""


def _words(box: Any) -> str:
    """Return what a piece of text says, where its glyphs do not tell it letter by letter."""
    language = str(box.style["lang"] or "").partition("-")[0]
    is_sloping = language in _SLOPING and not box.text.isascii()
    return str(box.text).replace("\u200b", "") if is_sloping or _SYLLABLES.search(box.text) else ""


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


_NO_GLYPH = re.compile(r'\.notdef glyph rendered .*: ("[^"]*" \(U\+[0-9A-F]+\))$')


_PICTURE = re.compile(r"data:image/[\w+.-]+;base64,[A-Za-z0-9+/=]*")


def _gathered(messages: Sequence[str]) -> list[str]:
    """Return each message once, and one for all letters that no font has.

    What a picture is made of is no message to anybody.
    """
    messages = [_PICTURE.sub("a picture of the sheet", one) for one in messages]
    letters = [match[1] for one in messages if (match := _NO_GLYPH.match(one))]
    others = [one for one in messages if not _NO_GLYPH.match(one)]
    none = [f"no font has {', '.join(dict.fromkeys(letters))}"] if letters else []
    return list(dict.fromkeys([*others, *none]))


def _out_of_box(page: Any) -> Iterator[tuple[str, str]]:
    """Yield each line that is wider than its block, or lies outside its page, and its widest word.

    A table grows with its longest words, so that its lines fit into cells that leave the page.
    """
    from weasyprint.formatting_structure import boxes

    edges = page.content_box_x() - _SLACK, page.content_box_x() + page.width + _SLACK
    for box in page.descendants():
        if isinstance(box, boxes.MarginBox):
            yield from _over_the_margin(box)
        if not isinstance(box, boxes.BlockContainerBox):
            continue
        left, right = box.content_box_x() - _SLACK, box.content_box_x() + box.width + _SLACK
        hanging = max(0.0, -float(box.style["text_indent"].value or 0))
        left, right = left - hanging, right + hanging
        if not _is_in_margin(page, box):
            left, right = max(left, edges[0]), min(right, edges[1])
        for line in box.children:
            if isinstance(line, boxes.LineBox):
                texts = [part for part in line.descendants() if isinstance(part, boxes.TextBox)]
                if any(
                    part.position_x < left or part.position_x + part.width > right
                    for part in texts
                    if part.text.strip()
                ):
                    yield _line_and_word(texts)


_LONG = 12
"""From how many letters on a word may be what has no room."""


def _is_in_margin(page: Any, box: Any) -> bool:
    """Say whether a box stands above or below the text of its page, as a foot does."""
    top = page.content_box_y()
    return bool(box.position_y < top or box.position_y > top + page.height)


def _line_and_word(texts: Sequence[Any]) -> tuple[str, str]:
    """Return the words of a line and the longest of them, as far as a message has room."""
    words = "".join(part.text for part in texts).replace("\u00ad", "").split()
    return " ".join(words)[:80], max(words, key=len, default="")[:80]


def _over_the_margin(box: Any) -> Iterator[tuple[str, str]]:
    """Yield the first line of a foot or head that is higher than the margin it stands in."""
    from weasyprint.formatting_structure import boxes

    top, bottom = box.position_y - _SLACK, box.position_y + box.margin_height() + _SLACK
    lines = [part for part in box.descendants() if isinstance(part, boxes.LineBox)]
    for line in lines[:1] + lines[-1:]:
        if line.position_y < top or line.position_y + line.height > bottom:
            texts = [part for part in line.descendants() if isinstance(part, boxes.TextBox)]
            yield _line_and_word(texts)


def _finding(code: str, path: str, message: str, fix: str, target: str = "") -> Finding:
    return Finding(
        code=code, severity=Severity.ERROR, path=path, message=message, fix=fix, target=target
    )

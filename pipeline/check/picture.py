"""Whether the file of a picture can be read, so that no damaged one reaches the typesetter."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

from pipeline.check.article import error_in
from pipeline.check.raster import read_raster
from pipeline.values.article import Article, walk_inlines
from pipeline.values.finding import Finding

MOST_PIXELS = 50_000_000
"""Of a picture: a sheet of letter paper in 600 dots an inch has 34 million."""

MOST_PARTS = 20_000
"""Of an SVG, those counted again that are used again."""

MOST_BYTES = 5_000_000
"""Of an SVG: read, it takes a hundred times as much memory."""

MOST_ENTITIES = 100
"""Of an SVG: drawing programs define a dozen."""

_MAKES_ENTITIES = re.compile(rb"<!ENTITY\s+%")

DEEPEST = 200
"""So many parts of an SVG may stand within each other."""

_SVG = "{http://www.w3.org/2000/svg}svg"


def picture_fault(name: str, content: bytes) -> str:
    """Say what is wrong with a picture's file, empty where it can be read."""
    if not content.strip():
        return "the file is empty"
    suffix = PurePosixPath(name).suffix.lower()
    return _svg_fault(content) if suffix == ".svg" else _raster_fault(content, _RASTERS[suffix])


_RASTERS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
_OTHERS = (
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "WebP"),
    (re.compile(rb"....ftyp(heic|heix|mif1|avif)", re.DOTALL), "a telephone's photograph (HEIC)"),
    (re.compile(rb"%PDF-"), "a PDF"),
    (re.compile(rb"GIF8"), "GIF"),
    (re.compile(rb"\s*<(\?xml|svg)"), "SVG"),
)
"""What people take for a PNG, by how it begins."""


def _svg_fault(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        return f"it has {len(content) / 1e6:.1f} MB; of an SVG {MOST_BYTES / 1e6:g} MB are read"
    if b"\0" in content:
        return "this is not SVG in UTF-8: save it so"
    if content.count(b"<!ENTITY") > MOST_ENTITIES or _MAKES_ENTITIES.search(content):
        return f"it defines more than {MOST_ENTITIES} entities, or entities that define others"
    try:
        # The typesetter reads it in the same way. Expat stops entities that blow up; a long chain
        # of them takes its stack, and ends the process (CVE-2024-8176): it never gets one.
        root = ET.fromstring(content)  # noqa: S314
    except (ET.ParseError, ValueError, LookupError) as error:
        return f"this is not SVG: {error}"
    if root.tag not in (_SVG, "svg"):
        return f"this is not SVG: it begins with <{root.tag}>"
    return (
        "" if _is_drawable(root) else f"it draws more than {MOST_PARTS:,} parts, or nests too deep"
    )


def _is_drawable(root: ET.Element) -> bool:
    """Say whether an SVG has no more parts than a page can bear, each counted where it is used."""
    by_id = {name: element for element in root.iter() if (name := element.get("id"))}
    waiting, count = [(root, 0)], 0
    while waiting:
        element, depth = waiting.pop()
        count += 1
        if count > MOST_PARTS or depth > DEEPEST:
            return False
        waiting += [(child, depth + 1) for child in element]
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] == "use":
            target = element.get("href") or element.get("{http://www.w3.org/1999/xlink}href", "")
            used = by_id.get((target or "").removeprefix("#"))
            waiting += [(used, depth + 1)] if used is not None else []
    return True


def _raster_fault(content: bytes, wanted: str) -> str:
    raster = read_raster(content)
    if not raster:
        other = next((name for pattern, name in _OTHERS if pattern.match(content)), "")
        return (
            f"this is {other}, not {wanted}" if other else f"this is not {wanted}, or it is damaged"
        )
    if raster.format != wanted:
        return f"this is {raster.format}, not {wanted}: let its name end so"
    if raster.width * raster.height > MOST_PIXELS:
        has = f"it has {raster.width:,} × {raster.height:,} pixels"
        return f"{has}; at most {MOST_PIXELS // 1_000_000} million are read"
    return "its colours are for a print shop (CMYK): save it in RGB" if raster.is_cmyk else ""


def is_raster(name: str) -> bool:
    """Say whether a picture is one of points."""
    return PurePosixPath(name).suffix.lower() in _RASTERS


def undecodable_picture(name: str) -> Finding:
    """Return the finding about a picture of which the typesetter can make no points."""
    return Finding(
        code="SRC010",
        path=f"source/{name}",
        message=f"the image {name} cannot be read: it is damaged inside",
        fix="export it again as SVG or PNG, and look at it in a browser",
    )


def words_in_picture(name: str, content: bytes) -> str:
    """Return the words that an SVG shows as text, empty where it has none or cannot be read."""
    if PurePosixPath(name).suffix.lower() != ".svg" or _svg_fault(content):
        return ""
    root = ET.fromstring(content)  # noqa: S314 - read as above
    shown = [
        " ".join("".join(element.itertext()).split())
        for element in root.iter()
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] in _TEXTS
    ]
    return "; ".join(text for text in shown if _WORD.search(text))


def letters_in_picture(name: str, content: bytes) -> str:
    """Return every letter and figure that an SVG shows as text, empty where it has none."""
    if PurePosixPath(name).suffix.lower() != ".svg" or _svg_fault(content):
        return ""
    root = ET.fromstring(content)  # noqa: S314 - read as above
    return "".join(
        "".join("".join(element.itertext()).split())
        for element in root.iter()
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] in _TEXTS
    )


_TEXTS = ("text", "foreignObject")
_WORD = re.compile(r"[^\W\d_]{2}")
_QUOTED = 200
"""So many letters of a picture are shown in a finding."""


def foreign_picture(article: Article, locale: str, name: str, line: int, words: str) -> Finding:
    """Return the finding about words in a picture that no catalog can translate."""
    file = PurePosixPath(name)
    said = words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"
    return error_in(
        article,
        "TXT014",
        line,
        f"the picture {name} says “{said}”, in every language",
        f"put {file.with_name(f'{file.stem}.{locale}{file.suffix}')} beside it, with the words "
        "of the locale",
        locale=locale,
    )


def pictures_of(article: Article) -> Iterator[tuple[str, int]]:
    """Yield the pictures of an article with their lines, each picture once."""
    seen: set[str] = {""}
    if article.cover:
        seen.add(article.cover)
        yield article.cover, 1
    line = 0
    for block in article.blocks():
        line = block.line or line
        for inline in walk_inlines(block.content):
            if inline.kind == "image" and inline.target not in seen:
                seen.add(inline.target)
                yield inline.target, line


def damaged_picture(article: Article, name: str, line: int, fault: str) -> Finding:
    """Return the finding about a picture of an article that cannot be read."""
    return error_in(
        article,
        "SRC010",
        line,
        f"the image {name} cannot be read: {fault}",
        "export it again as SVG or PNG, and look at it in a browser",
    )

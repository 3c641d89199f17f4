"""Whether the file of a picture can be read, so that no damaged one reaches the typesetter."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import PurePosixPath

from pipeline.check.article import error_in
from pipeline.check.drawing import look_at_drawing
from pipeline.check.raster import read_raster
from pipeline.records.characters import UNPARTED
from pipeline.values.article import Article, walk_inlines
from pipeline.values.finding import Finding
from pipeline.values.lazy_regex import lazy_regex

MOST_PIXELS = 50_000_000
"""Of a picture: a sheet of letter paper in 600 dots an inch has 34 million."""


def picture_fault(name: str, content: bytes) -> str:
    """Say what is wrong with a picture's file, empty where it can be read."""
    if not content.strip():
        return "the file is empty"
    suffix = PurePosixPath(name).suffix.lower()
    if suffix == ".svg":
        return look_at_drawing(content).fault
    return _raster_fault(content, _RASTERS[suffix])


_RASTERS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
_OTHERS = (
    (lazy_regex(rb"RIFF....WEBP", re.DOTALL), "WebP"),
    (lazy_regex(rb"....ftyp(heic|heix|mif1|avif)", re.DOTALL), "a telephone's photograph (HEIC)"),
    (lazy_regex(rb"%PDF-"), "a PDF"),
    (lazy_regex(rb"GIF8"), "GIF"),
    (lazy_regex(rb"\s*<(\?xml|svg)"), "SVG"),
)
"""What people take for a PNG, by how it begins."""


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
    shown = [" ".join(text.split()) for text in texts_in_picture(name, content)]
    words = [text for text in shown if _WORD.search(text)]
    return "; ".join([*words, *_set_one_by_one(shown)])


def _set_one_by_one(shown: Sequence[str]) -> Iterator[str]:
    """Yield words whose letters are texts of their own; a, b, c, d are names of parts."""
    for is_single, texts in groupby(shown, key=lambda text: len(text) == 1 and text.isalpha()):
        word = "".join(texts)
        steps = {ord(two) - ord(one) for one, two in pairwise(word)}
        if is_single and len(word) >= _SET and steps not in ({1}, {-1}):
            yield word


_SET = 4
"""Letters in a row, each a text of its own, that are a word."""


def letters_in_picture(name: str, content: bytes) -> str:
    """Return every letter and figure that an SVG shows as text, empty where it has none."""
    return "".join("".join(text.split()) for text in texts_in_picture(name, content))


def texts_in_picture(name: str, content: bytes) -> tuple[str, ...]:
    """Return what an SVG shows as text, one after the other, nothing where it has none."""
    is_drawing = PurePosixPath(name).suffix.lower() == ".svg"
    return look_at_drawing(content).texts if is_drawing else ()


_WORD = lazy_regex(rf"[^\W\d_]{{2}}|[{UNPARTED}\uac00-\ud7af]")
"""Letters of a word; in scripts that do not part words one may be a word."""
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

"""Whether the file of a picture can be read, so that no damaged one reaches the typesetter."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

from pipeline.values.article import Article, walk_inlines
from pipeline.values.finding import Finding

_SVG = "{http://www.w3.org/2000/svg}svg"


def picture_fault(name: str, content: bytes) -> str:
    """Say what is wrong with a picture's file, empty where it can be read."""
    if not content.strip():
        return "the file is empty"
    return _svg_fault(content) if PurePosixPath(name).suffix == ".svg" else _png_fault(content)


def _svg_fault(content: bytes) -> str:
    try:
        # The typesetter reads it in the same way; expat stops entities that blow up.
        root = ET.fromstring(content)  # noqa: S314
    except (ET.ParseError, ValueError, LookupError) as error:
        return f"this is not SVG: {error}"
    return "" if root.tag in (_SVG, "svg") else f"this is not SVG: it begins with <{root.tag}>"


def _png_fault(content: bytes) -> str:
    # Imported here, because few articles have one.
    from PIL import Image

    try:
        with Image.open(BytesIO(content), formats=("PNG",)) as image:
            image.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return "this is not PNG, or it is damaged"
    return ""


def pictures_of(article: Article) -> Iterator[tuple[str, int]]:
    """Yield the pictures of an article with their lines, each picture once."""
    seen: set[str] = {""}
    line = 0
    for block in article.blocks():
        line = block.line or line
        for inline in walk_inlines(block.content):
            if inline.kind == "image" and inline.target not in seen:
                seen.add(inline.target)
                yield inline.target, line


def damaged_picture(article: Article, name: str, line: int, fault: str) -> Finding:
    """Return the finding about a picture of an article that cannot be read."""
    return Finding(
        code="SRC010",
        path=article.path,
        line=line,
        message=f"the image {name} cannot be read: {fault}",
        fix="export it again as SVG or PNG, and look at it in a browser",
        article=article.id,
        source_path=article.path,
        source_line=line,
    )

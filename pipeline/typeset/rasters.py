"""Whether all points can be made of the pictures of a sheet, before it is set.

This hands strangers' bytes to the decoders of PNG and JPEG, and belongs where a sheet is set: in a
process with bounds and without reach (docs/decisions, "Pictures are decoded behind the wall").
"""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from warnings import catch_warnings

_RASTER = re.compile(r"data:image/(?:png|jpeg);base64,([A-Za-z0-9+/=]*)")


def undecodable(html: str, names: Mapping[str, str]) -> Iterator[str]:
    """Yield the names of the pictures in a page that cannot be decoded, each once.

    ``names`` are those of the pictures by the SHA-256 of their files.
    """
    for address in dict.fromkeys(_RASTER.findall(html)):
        content = base64.b64decode(address)
        if not _decodes(content):
            yield names.get(digest(content), "of the sheet")


def digest(content: bytes) -> str:
    """Return by what a picture's file is known."""
    return hashlib.sha256(content).hexdigest()


def _decodes(content: bytes) -> bool:
    # Imported here, because few sheets have one.
    from PIL import Image, ImageFile

    # The typesetter lets Pillow fill what a cut picture lacks, for the whole process.
    allowed, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with catch_warnings(action="ignore"):  # of large pictures, which were judged before
            image = Image.open(BytesIO(content), formats=("PNG", "JPEG"))
        with image:
            image.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = allowed
    return True

"""A seal in the file identifier of a PDF: who changes the file afterwards breaks it.

It is no signature: it shows that a file is not as it left the press, not who has changed it. It
stands in the first half of the identifier (ISO 32000-1, 14.4), which other programs leave alone.
"""

import hashlib
import re

UNSEALED = bytes(32)
"""The first half of the identifier of a PDF that waits for its seal."""

BLANK = UNSEALED.hex().encode()
"""How it stands in the file."""

_SEAL = re.compile(rb"/ID ?\[ ?<([0-9a-f]{64})> ?<[^<>]*> ?\]")


def seal(pdf: bytes) -> bytes:
    """Return a PDF with its seal: the SHA-256 of the file while the seal was blank."""
    place = _place(pdf)
    if not place or pdf[place] != BLANK:
        raise ValueError("the PDF has no blank seal")
    digest = hashlib.sha256(pdf).hexdigest().encode()
    return pdf[: place.start] + digest + pdf[place.stop :]


def is_sealed(pdf: bytes) -> bool:
    """Say whether a PDF is byte for byte as it was when it was sealed."""
    place = _place(pdf)
    if not place:
        return False
    blank = pdf[: place.start] + BLANK + pdf[place.stop :]
    return hashlib.sha256(blank).hexdigest().encode() == pdf[place]


def _place(pdf: bytes) -> slice | None:
    """Find the seal in the file's last trailer."""
    matches = list(_SEAL.finditer(pdf))
    return slice(*matches[-1].span(1)) if matches else None

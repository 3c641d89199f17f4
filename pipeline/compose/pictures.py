"""Pictures of a sheet as ``data:`` addresses, so that it needs no other file."""

import base64
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import PurePosixPath

from pipeline.check.picture import letters_in_picture


def may_be_mirrored(name: str, original: str, images: Mapping[str, bytes]) -> bool:
    """Say whether a decorating drawing is turned round where lines run from the right.

    One that was made for the locale, and is not the ``original``, is right as it is; one with
    letters, or a photograph, which may have some, cannot be read in a mirror.
    """
    return name == original and has_no_letters(name, images)


def has_no_letters(name: str, images: Mapping[str, bytes]) -> bool:
    """Say whether a picture is a drawing, and nothing is written in it."""
    is_drawing = PurePosixPath(name).suffix.lower() == ".svg" and name in images
    return is_drawing and not letters_in_picture(name, images[name])


@cache
def icon_address(name: str, colour: str = "#000000") -> str:
    """Return one of the package's icons as a ``data:`` address."""
    file = resources.files("pipeline.compose") / "icons" / f"{name}.svg"
    return _address(file.read_bytes(), "svg+xml", colour)


def sign_address(bulb: str, name: str, colour: str = "#000000") -> str:
    """Return an icon as a ``data:`` address, in black or a colour; a bulb in its own."""
    return icon_address(name, bulb if name == "idea" else colour)


@cache
def ornament_address(name: str, colour: str, *, turned: bool = False) -> str:
    """Return one of the package's ornaments, which fit any article, as a ``data:`` address.

    It may be ``turned`` round, left for right.
    """
    drawing = (resources.files("pipeline.compose") / "ornaments" / f"{name}.svg").read_bytes()
    if turned:
        drawing = _FIRST_GROUP.sub(rb'\1 transform="translate(\2 0) scale(-1 1)"', drawing, count=1)
    return _address(drawing, "svg+xml", colour)


_FIRST_GROUP = re.compile(rb'(viewBox="0 0 (\d+) .*?<g)', re.DOTALL)
"""The beginning of a drawing up to its group, with how wide it is."""


def data_address(name: str, images: Mapping[str, bytes], colour: str) -> str:
    """Return an image as a ``data:`` address, so that a sheet needs no other file.

    Where a drawing says ``currentColor``, it is drawn in the sheet's own colour.
    """
    kinds = {".svg": "svg+xml", ".png": "png"}
    kind = kinds.get(PurePosixPath(name).suffix.lower(), "jpeg")
    return _address(images[name], kind, colour)


def _address(content: bytes, kind: str, colour: str) -> str:
    if kind == "svg+xml":
        content = content.replace(b"currentColor", colour.encode())
    return f"data:image/{kind};base64,{base64.b64encode(content).decode('ascii')}"

"""Colours as ``#rrggbb``: contrast, tints, and the shade of a colour that can be read."""


def contrast(one: str, other: str = "#ffffff") -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def tint(colour: str, share: float, ground: str = "#ffffff") -> str:
    """Return a colour laid on a ground so thinly that only a share of it, 0 to 1, is seen."""
    pairs = zip(_parts(colour), _parts(ground), strict=True)
    return _written(tuple(under - (under - part) * share for part, under in pairs))


def readable(colour: str, on: str, least: float) -> str:
    """Return the colour, or its nearest shade with the least contrast: lighter on a dark ground."""
    parts, share = _parts(colour), 1.0
    end = 255 if contrast(on) > contrast(on, "#000000") else 0
    while contrast(shade := _written(tuple(end + (p - end) * share for p in parts)), on) < least:
        if share <= 0:
            return shade
        share = max(share - 0.02, 0.0)
    return shade


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (part / 255 for part in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[float, ...]:
    return tuple(float(int(colour[place : place + 2], 16)) for place in (1, 3, 5))


def _written(parts: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in parts)

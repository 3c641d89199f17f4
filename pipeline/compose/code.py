"""Square codes that a telephone's camera reads: the address of a sheet, as a picture."""

from functools import cache


@cache
def code_address(address: str) -> str:
    """Return a QR code with a web address as the ``data:`` address of an SVG picture.

    Level M: a fifth of it may be soiled or creased. The white border of four modules belongs to it
    (ISO/IEC 18004).
    """
    # Imported here, because most sheets have no code.
    import segno

    return str(segno.make(address, error="m", micro=False).svg_data_uri(border=4, scale=1))

"""The logo of a publisher or clinic: whether it is there and can be drawn."""

from collections.abc import Callable, Collection, Iterator

from pipeline.check.picture import picture_fault, texts_in_picture
from pipeline.check.recorded import OnDemand
from pipeline.check.typed import typed_in_drawing
from pipeline.values.finding import Finding, Severity


def logo_faults(
    path: str,
    logo: str,
    images: Collection[str],
    read: Callable[[str], bytes],
    crisis_numbers: OnDemand,
) -> Iterator[Finding]:
    """Report a logo that is missing or damaged, or shows a crisis number.

    ``path`` is the file that names it.
    """
    if not logo:
        return
    if logo not in images:
        yield _wrong(
            path,
            f"logo: there is no image source/{logo}",
            "put it there, as SVG, PNG or JPEG, or take the line out",
        )
    elif fault := picture_fault(logo, read(logo)):
        yield _wrong(
            path,
            f"logo: source/{logo} cannot be drawn: {fault}",
            "save the picture again as SVG, PNG or JPEG, or take the line out",
        )
    else:
        for typed in typed_in_drawing(texts_in_picture(logo, read(logo)), "en", crisis_numbers):
            yield Finding(
                code="SAF013",
                path=path,
                message=f"logo: source/{logo} shows the number {typed.text}: {typed.says}",
                fix="take it out of the picture; crisis numbers come from the region's record",
            )


def _wrong(path: str, message: str, fix: str) -> Finding:
    return Finding(code="SRC020", severity=Severity.ERROR, path=path, message=message, fix=fix)

"""What an example made up, left where real words should stand.

Values of our own examples, those of the project and those of its pages, are never printed under
another name. Other numbers and names that are kept for examples reach nobody either; somebody who
tries the program out has them, so they cost a proof nothing, and no sheet is approved with them.
"""

import re
from collections.abc import Iterator, Mapping

from pipeline.check.fiction import kept_names, kept_numbers
from pipeline.values.finding import Finding, Severity
from pipeline.values.publisher import Clinic, Publisher

PUBLISHER = "Polyleaf"
"""The name of the example's publisher."""

CLINIC = "Riverside Family Clinic (example)"
"""The name of the example's clinic."""

_CLINIC_ID = "riverside"
"""Under which the example's clinic is kept: in a copy of its file our values are forgotten ones."""

_REQUIRED = ("name", "corrections")
"""Fields that no file of a publisher or a clinic can do without."""

_PAIRED = dict.fromkeys(("second_name", "second_phone"), "second_name and second_phone")
"""Fields of which none stands alone."""

_MARK = "(example)"
"""How a name of an example ends."""

_DOMAINS = (
    *("polyleaf.example", "riverside.example", "harbour.example", "clinic.example"),
    "example.org",
)
"""Names of the internet in our examples."""

_NUMBERS = re.compile(r"1?217555(0148|0164|0190)|55501\d\d")
"""Digits of the telephone numbers in our examples, and of every such number without its area."""

_SECOND = "Ward 3, at night"
"""Whom a second number reaches, in our examples."""

_ADDRESS = re.compile(r"12 Mill Lane,? *Springfield(, IL( 62701)?)?", re.IGNORECASE)


def example_values(
    one: Publisher | Clinic | None, *, region: str = "", approved: bool = False
) -> Iterator[Finding]:
    """Report made-up values of a publisher or a clinic.

    Our examples' values are errors under another name: somebody has filled in the name and
    forgotten the rest. Under the example's own, and where a number or an address is only kept for
    examples in general, they are warnings, and errors where the sheet would be approved. ``region``
    is the publisher's, for a clinic that names none.
    """
    match one:
        case Publisher():
            path, is_example = "source/publisher.toml", one.name == PUBLISHER
            fields = {"corrections": one.corrections, "sheet_address": one.sheet_address}
            numbers: Mapping[str, str] = {}
        case Clinic():
            path = f"source/clinics/{one.id}.toml"
            is_example = (one.id, one.name) == (_CLINIC_ID, CLINIC)
            fields = {
                "email": one.email,
                "website": one.website,
                "sheet_address": one.sheet_address,
                **({"second_name": _SECOND} if _SECOND in one.second_name.values() else {}),
                **({"address": ", ".join(one.address)} if one.address else {}),
            }
            numbers = one.telephones
        case None:
            return
    for name, value, is_ours in _made_up(
        {"name": "" if is_example else one.name, **fields}, numbers, one.region or region
    ):
        is_mild = (is_example or not is_ours) and not approved
        yield _left(path, name, value, is_mild=is_mild)


def _made_up(
    fields: dict[str, str], numbers: Mapping[str, str], region: str
) -> Iterator[tuple[str, str, bool]]:
    """Yield a field that is made up, its value, and whether our examples have it."""
    for name, value in numbers.items():
        is_ours = bool(_NUMBERS.fullmatch(re.sub(r"\D", "", value)))
        if is_ours or any(kept_numbers(value, region)):
            yield name, value, is_ours
    for name, value in fields.items():
        names = list(kept_names(value))
        is_example = (
            name == "second_name"
            or (name == "address" and bool(_ADDRESS.fullmatch(value)))
            or (name == "name" and value.casefold().endswith(_MARK))
        )
        if names or is_example:
            ours = any(one == own or one.endswith(f".{own}") for one in names for own in _DOMAINS)
            yield name, value, is_example or ours


def _left(path: str, name: str, value: str, *, is_mild: bool) -> Finding:
    out = "" if name in _REQUIRED else f", or take {_PAIRED.get(name, 'the line')} out"
    page = "a-clinic" if "/clinics/" in path else "regions-and-clinics"
    return Finding(
        code="SRC027",
        severity=Severity.WARNING if is_mild else Severity.ERROR,
        path=path,
        message=f"{name}: {value} is made up for an example and reaches nobody",
        fix=f"write your own{out}; docs/{page}.md says what each is",
    )

"""What the examples that come with the program make up, left where real words should stand."""

import re
from collections.abc import Iterator

from pipeline.values.finding import Finding, Severity
from pipeline.values.publisher import Clinic, Publisher

PUBLISHER = "Polyleaf"
"""The name of the example's publisher."""

CLINIC = "Riverside Family Clinic (example)"
"""The name of the example's clinic."""

_DOMAINS = ("polyleaf.example", "riverside.example")
_NUMBER = re.compile(r"55501\d\d")
"""Seven digits that telephone companies keep for stories; no clinic has such a number."""

_ADDRESS = ("12 Mill Lane", "Springfield")


def example_values(one: Publisher | Clinic | None, *, approved: bool = False) -> Iterator[Finding]:
    """Report made-up values of the examples.

    Under another name they are errors: somebody has filled in the name and forgotten the rest.
    Under the example's own they are warnings, and errors where the sheet would be approved.
    """
    match one:
        case Publisher():
            path, is_example = "source/publisher.toml", one.name == PUBLISHER
            made_up = _addresses(corrections=one.corrections, sheet_address=one.sheet_address)
        case Clinic():
            path = f"source/clinics/{one.id}.toml"
            is_example, made_up = one.name == CLINIC, _of_clinic(one)
        case None:
            return
    for name, value in made_up:
        yield _left(path, name, value, is_mild=is_example and not approved)


def _of_clinic(clinic: Clinic) -> Iterator[tuple[str, str]]:
    numbers = {
        "phone": clinic.phone,
        "interpreter": clinic.interpreter,
        "second_phone": clinic.second_phone,
    }
    for name, value in numbers.items():
        if _NUMBER.fullmatch(re.sub(r"\D", "", value)):
            yield name, value
    if clinic.address == _ADDRESS:
        yield "address", ", ".join(clinic.address)
    yield from _addresses(
        email=clinic.email, website=clinic.website, sheet_address=clinic.sheet_address
    )


def _addresses(**fields: str) -> Iterator[tuple[str, str]]:
    for name, value in fields.items():
        if any(domain in value.casefold() for domain in _DOMAINS):
            yield name, value


def _left(path: str, name: str, value: str, *, is_mild: bool) -> Finding:
    return Finding(
        code="SRC027",
        severity=Severity.WARNING if is_mild else Severity.ERROR,
        path=path,
        message=f"{name}: {value} is made up for the example and reaches nobody",
        fix="write your own, or take the line out; docs/regions-and-clinics.md says what each is",
    )

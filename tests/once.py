"""What takes long to make and is always the same: made once a run, for every test and process.

A sheet that two tests print from the same page of HTML has the same bytes. That this is so, tests
hold that set it twice: `Printed.set_again`, ``polyleaf inspect``, which sets every sheet again, and
those that ask for the fixture ``afresh``.
"""

import fcntl
import hashlib
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from markupsafe import Markup

from pipeline.check import catalog as checks
from pipeline.check.rules import PAIR_RULES
from pipeline.compose.bibliography import reference_list
from pipeline.records import in_force
from pipeline.records.region import read_region
from pipeline.records.toml import read_toml
from pipeline.typeset import engine
from pipeline.typeset.engine import Typeset
from pipeline.typeset.fonts import FontSet
from pipeline.values.citation import Reference
from pipeline.values.finding import Finding
from pipeline.values.region import Region
from pipeline.values.sheet import Form
from pipeline.verify import sheet as judge

T = TypeVar("T")


class Store:
    """A folder that all processes of a run share; without one, everything is made each time."""

    folder: Path | None = None

    def once(self, key: object, make: Callable[[], T]) -> T:
        """Return what was made for a key; make it where nobody has, while the others wait."""
        if not self.folder:
            return make()
        name = hashlib.sha256(repr(key).encode()).hexdigest()
        kept = self.folder / name
        with (self.folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not kept.exists():
                kept.write_bytes(pickle.dumps(make()))
        made: T = pickle.loads(kept.read_bytes())  # noqa: S301 - written by this very run
        return made


STORE = Store()


def typeset(
    html: str,
    fonts: FontSet,
    path: str,
    forms: Sequence[Form] = (engine.UNFOLDED,),
    *,
    at_once: bool = False,
) -> Typeset:
    """Set a page as `engine.typeset` does, or return how it was set before."""
    return _typeset("typeset", html, fonts, path, forms)


def typeset_again(
    html: str, fonts: FontSet, path: str, forms: Sequence[Form] = (engine.UNFOLDED,)
) -> Typeset:
    """Set a page for those who compare it with what `typeset` made: never the same piece of work.

    However many compare, it is set once more a run.
    """
    return _typeset("typeset again", html, fonts, path, forms)


def _typeset(what: str, html: str, fonts: FontSet, path: str, forms: Sequence[Form]) -> Typeset:
    key = (what, html, fonts.files, fonts.configuration.read_bytes(), tuple(forms))
    made = STORE.once(key, lambda: engine.typeset(html, fonts, path, forms))
    return replace(made, findings=tuple(replace(one, path=path) for one in made.findings))


def verify(pdf: bytes, sheet: judge.Sheet) -> tuple[Finding, ...]:
    """Judge a PDF as `verify.sheet.verify` does, or return how it was judged before."""
    return STORE.once(("verify", pdf, repr(sheet)), lambda: judge.verify(pdf, sheet))


@cache
def _parsed(text: str) -> bytes:
    return pickle.dumps(read_toml(text))


def tables(text: str) -> dict[str, Any]:
    """Parse TOML as `read_toml` does, each text once a process; the tables are the caller's."""
    parsed: dict[str, Any] = pickle.loads(_parsed(text))  # noqa: S301 - written by this process
    return parsed


@cache
def _region(parsed: bytes, path: str, code: str) -> tuple[Region, tuple[Finding, ...]]:
    region, findings = read_region(pickle.loads(parsed), path, code)  # noqa: S301 - as above
    return region, tuple(findings)


def region(data: dict[str, Any], path: str, code: str) -> tuple[Region, list[Finding]]:
    """Read a region's record as `read_region` does, each record once a process."""
    record, findings = _region(pickle.dumps(data), path, code)
    return record, list(findings)


CHECKS: dict[str, Callable[..., Iterator[Finding]]] = {
    "catalog": checks.check_catalog,
    "sheet": checks.check_sheet,
}


def found_by(name: str) -> Callable[..., Iterator[Finding]]:
    """Return one of `CHECKS` that judges the same catalog by the same records once a process.

    A test that puts other rules in the place of the program's has them judge each time.
    """

    def check(judged: object, catalog: object, *by: object) -> Iterator[Finding]:
        if vars(checks)["PAIR_RULES"] is not PAIR_RULES:
            return CHECKS[name](judged, catalog, *by)
        asked = tuple(map(callable, by))
        known = tuple(one() if callable(one) else one for one in by)
        given = pickle.dumps((judged, catalog, known, in_force._own, in_force._is_elsewhere))
        return iter(_found(name, given, asked))

    return check


@cache
def _found(name: str, given: bytes, asked: tuple[bool, ...]) -> tuple[Finding, ...]:
    judged, catalog, known, *_ = pickle.loads(given)  # noqa: S301 - as above
    by = [
        partial(_itself, one) if is_asked else one
        for one, is_asked in zip(known, asked, strict=True)
    ]
    return tuple(CHECKS[name](judged, catalog, *by))


def _itself(one: T) -> T:
    return one


@cache
def _works(cited: bytes) -> tuple[Markup, ...]:
    return reference_list(pickle.loads(cited))  # noqa: S301 - as above


def works(references: Iterable[Reference]) -> tuple[Markup, ...]:
    """Format a list of works as `reference_list` does, each list once a process."""
    return _works(pickle.dumps(tuple(references)))

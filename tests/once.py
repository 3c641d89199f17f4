"""What takes long to make and is always the same: made once a run, for every test and process.

A sheet that two tests print from the same page of HTML has the same bytes. That this is so, tests
hold that set it twice: `Printed.set_again`, ``polyleaf inspect``, which sets every sheet again, and
those that ask for the fixture ``afresh``.
"""

import fcntl
import hashlib
import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, is_dataclass, replace
from functools import cache, partial, wraps
from pathlib import Path
from types import FunctionType
from typing import Any, ParamSpec, TypeVar, cast

from pipeline.check import catalog as checks
from pipeline.check.rules import PAIR_RULES
from pipeline.records import in_force
from pipeline.records.toml import read_toml
from pipeline.typeset import engine
from pipeline.typeset.engine import Typeset
from pipeline.typeset.fonts import FontSet
from pipeline.values.finding import Finding
from pipeline.values.judged import Sheet
from pipeline.values.sheet import Form
from pipeline.verify import sheet as judge

P = ParamSpec("P")
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


def verify(pdf: bytes, sheet: Sheet, *, codes: bool = True) -> tuple[Finding, ...]:
    """Judge a PDF as `verify.sheet.verify` does, or return how it was judged before."""
    key = ("verify", pdf, repr(sheet), codes)
    return STORE.once(key, lambda: judge.verify(pdf, sheet, codes=codes))


def verify_codes(pdf: bytes, sheet: Sheet) -> tuple[Finding, ...]:
    """Judge a PDF's square codes, or return how they were judged before."""
    return STORE.once(("codes", pdf, repr(sheet)), lambda: judge.verify_codes(pdf, sheet))


_MADE: dict[int, object] = {}
"""What `each_once` has made, by its identity: it stays, and nobody changes it."""

_MOST = 500
"""How many things stay: after so many, all are forgotten, and made again when asked for."""

_FORGETS: list[Callable[[], None]] = [_MADE.clear]

_ASKED: list[str] = []
"""The functions that are at work, each for the one before it: meanwhile nothing is forgotten."""


@dataclass(frozen=True, slots=True)
class _Ours:
    """Stands for what `each_once` has made, so that it need not be written down."""

    identity: int


@dataclass(frozen=True, slots=True)
class _Answer:
    """Stands for somebody who is asked, by what they answer."""

    value: object


@cache
def each_once(work: Callable[P, T]) -> Callable[P, T]:
    """Let a function do the same work once a process, whichever test asks for it.

    Work is the same where all that is given is, and the tables of languages that are in force: a
    function of a module is known by its name, and of whom else is to be asked, the answer counts.
    What is returned is shared by all who ask, but for lists and tables, of which each gets its own.
    """
    do: Callable[..., object] = work

    @cache
    def made(given: bytes) -> object:
        args, kwargs, *_ = pickle.loads(given)  # noqa: S301 - written by this process
        found = do(*map(_given, args), **kwargs)
        found = tuple(found) if isinstance(found, Iterator) else found
        for one in found if isinstance(found, tuple) else (found,):
            if is_dataclass(one):
                _MADE[id(one)] = one
        return found

    _FORGETS.append(made.cache_clear)

    @wraps(work)
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        if not _ASKED and len(_MADE) > _MOST:
            for forget in _FORGETS:
                forget()
        _ASKED.append(work.__name__)
        try:
            tables = (in_force._own, in_force._is_elsewhere)
            given = pickle.dumps(([*map(_known, args)], kwargs, tables))
            return cast(T, _own(made(given)))
        except RecursionError:  # a text that is nested too deeply to be written down
            return work(*args, **kwargs)
        finally:
            _ASKED.pop()

    return call


def _known(one: object) -> object:
    """Return what stands for a thing that is given, where it is compared with what was."""
    if id(one) in _MADE:
        return _Ours(id(one))
    if isinstance(one, list | Iterator):
        return [*map(_known, one)]
    return _Answer(one()) if callable(one) and not _has_a_name(one) else one


def _has_a_name(one: object) -> bool:
    """Say whether it is a function of a module, perhaps with a part of what it is given."""
    return isinstance(one, partial) or (
        isinstance(one, FunctionType) and one.__qualname__.isidentifier()
    )


def _given(one: object) -> Any:
    """Return the thing that something stands for."""
    match one:
        case _Ours():
            return _MADE[one.identity]
        case _Answer():
            return lambda: one.value
        case list():
            return [*map(_given, one)]
    return one


def _own(made: object) -> object:
    """Return what was made, with lists and tables of one's own, as deep as tuples go."""
    if isinstance(made, list | dict):
        return made.copy()
    return tuple(map(_own, made)) if type(made) is tuple else made


@cache
def _parsed(text: str) -> bytes:
    return pickle.dumps(read_toml(text))


def tables(text: str) -> dict[str, Any]:
    """Parse TOML as `read_toml` does, each text once a process; the tables are the caller's."""
    parsed: dict[str, Any] = pickle.loads(_parsed(text))  # noqa: S301 - written by this process
    return parsed


CHECKS: dict[str, Callable[..., Iterator[Finding]]] = {
    "catalog": checks.check_catalog,
    "sheet": checks.check_sheet,
}


def found_by(name: str) -> Callable[..., Iterator[Finding]]:
    """Return one of `CHECKS` that judges the same catalog by the same records once a process.

    A test that puts other rules in the place of the program's has them judge each time.
    """
    judged_once = each_once(CHECKS[name])

    def check(*judged: object) -> Iterator[Finding]:
        has_its_rules = vars(checks)["PAIR_RULES"] is PAIR_RULES
        return iter((judged_once if has_its_rules else CHECKS[name])(*judged))

    return check

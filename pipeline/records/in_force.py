"""The tables of what is known of languages: the program's, with what a project says beside them.

A process serves one project at a time. Its rows are put in force when it is opened, and again by
each worker that is handed a part of the work; who asks for a table need not know of them.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import Any, ParamSpec, TypeVar

from pipeline.records.kept import kept, may_be_changed
from pipeline.records.toml import TableError, read_toml
from pipeline.values.errors import PolyleafError

P = ParamSpec("P")
T = TypeVar("T")

_DATA = resources.files("pipeline.records") / "data"

_own: dict[str, dict[str, Any]] = {}
_forgets: list[Callable[[], None]] = []
_is_elsewhere = False


@cache
def shipped(name: str) -> dict[str, Any]:
    """Return one of the program's tables, ``pipeline/records/data/<name>.toml``.

    Raise `PolyleafError` where it cannot be read, or a field of it is wrong.
    """

    def read() -> dict[str, Any]:
        return _judged(name)

    table: dict[str, Any] = kept(name, [_text(name)], read)
    return table


@cache
def unjudged(name: str) -> dict[str, Any]:
    """Return one of the program's tables without a look at its fields."""
    text, path = _text(name), _path(name)
    try:
        return read_toml(text)
    except TableError as error:
        raise PolyleafError(f"{path}:{error.line}: {error.message}: {error.fix}") from None


def _judged(name: str) -> dict[str, Any]:
    """Return a table in which nothing is wrong; who cannot write to it has changed nothing."""
    if not may_be_changed(str(_DATA / f"{name}.toml")):
        return unjudged(name)
    # Not before a table was changed: what judges tables rests on them.
    from pipeline.records.shipped_rows import shipped_faults

    table = unjudged(name)
    faults = shipped_faults(name, table, _path(name), _text(name))
    if faults:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        # A misspelt name makes its right one missing, which is the lesser half of the news.
        first = next((one for one in faults if one.fix.startswith("did you mean")), faults[0])
        raise PolyleafError(f"{first.path}:{first.line}: {first.message}: {first.fix}{more}")
    return table


def _text(name: str) -> str:
    return (_DATA / f"{name}.toml").read_text("utf-8")


def _path(name: str) -> str:
    return f"pipeline/records/data/{name}.toml"


def data_file(name: str) -> dict[str, Any]:
    """Return a table as it is in force."""
    return _own.get(name) or shipped(name)


def place_for(table: str, locale: str, script: str = "", *, word: str = "to") -> str:
    """Say where a row for a locale is to be added: in the project, or in the program itself.

    ``script`` is that of a row which holds for all locales of a script; ``word`` stands before the
    file.
    """
    if _is_elsewhere:
        return f"[{table}] {word} source/languages/{locale}.toml"
    row = f"scripts.{script}" if script else f"{locale}.names" if table == "surnames" else locale
    row = f"[{row}]" if table == "safety" else row
    return f"[{row}] {word} pipeline/records/data/{table}.toml"


def put_in_force(tables: Mapping[str, dict[str, Any]], *, elsewhere: bool = False) -> None:
    """Let tables take the place of the program's; those that are not named are its own again.

    ``elsewhere`` says that the project is another than the program's own.
    """
    global _is_elsewhere  # noqa: PLW0603 # as the tables: of the one project that is open
    _is_elsewhere = elsewhere
    if tables == _own:
        return
    _own.clear()
    _own.update(tables)
    for forget in _forgets:
        forget()


def while_in_force(work: Callable[P, T]) -> Callable[P, T]:
    """Keep what a function makes of the tables for as long as they are in force."""
    remembered = cache(work)
    _forgets.append(remembered.cache_clear)

    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        return remembered(*args, **kwargs)  # type: ignore[arg-type]

    call.__doc__, call.__name__ = work.__doc__, work.__name__
    return call

"""The tables of what is known of languages: the program's, with what a project says beside them.

A process serves one project at a time. Its rows are put in force when it is opened, and again by
each worker that is handed a part of the work; who asks for a table need not know of them.
"""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import Any, ParamSpec, TypeVar

from pipeline.records.kept import kept

P = ParamSpec("P")
T = TypeVar("T")

_own: dict[str, dict[str, Any]] = {}
_forgets: list[Callable[[], None]] = []
_is_elsewhere = False


@cache
def shipped(name: str) -> dict[str, Any]:
    """Return one of the program's tables, ``pipeline/records/data/<name>.toml``."""
    text = (resources.files("pipeline.records") / "data" / f"{name}.toml").read_text("utf-8")

    def read() -> dict[str, Any]:
        return tomllib.loads(text)

    table: dict[str, Any] = kept(name, [text], read)
    return table


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

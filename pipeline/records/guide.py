"""The guide for people who read a translation before it is approved, in their own language."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

from pipeline.records.typography import parents_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """What the first page of a reader's kit says."""

    locale: str
    """The locale that it is written in: the asked one, a parent of it, or ``en``."""
    title: str
    asked: str
    """With ``{title}`` and ``{language}``."""
    look: str
    points: Sequence[str]
    write: str
    notes: Sequence[str]
    """One of them has ``{command}``."""
    unsure: str
    alone: str
    ask: str


def reading_guide(locale: str) -> Guide:
    """Return a locale's guide, else that of its nearest parent, else the English one."""
    folder = resources.files("pipeline.records") / "data/guides"
    names = (locale, *parents_of(locale), "en")
    name = next(one for one in names if (folder / f"{one}.toml").is_file())
    said = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    return Guide(locale=name, **said)

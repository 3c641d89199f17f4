"""Words that several commands take, and how they are read."""

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from pipeline.values.errors import PolyleafError

if TYPE_CHECKING:
    from pipeline.project import Project
    from pipeline.project.sources import Sources
    from pipeline.values.article import Article


def add_project(parser: argparse.ArgumentParser, default: object) -> None:
    """Add ``--project``, which stands before the command or after it."""
    parser.add_argument(
        "--project",
        type=_folder,
        default=default,
        metavar="DIR",
        help="the folder with source/ and locales/ (default: this folder)",
    )


def _folder(text: str) -> Path:
    """Read a folder's name; the sign for somebody's home may come to us as it was typed."""
    try:
        return Path(text).expanduser()
    except RuntimeError:  # nobody here has that name
        return Path(text)


def add_locales(parser: argparse.ArgumentParser) -> None:
    """Add the locales that a command works on."""
    parser.add_argument(
        "locales",
        nargs="*",
        metavar="LOCALE",
        help="locales such as es or pt_BR (default: all that the project has)",
    )


def can_fork(words: argparse.Namespace) -> bool:
    """Say whether workers may be copies of this process: on Linux, where a command has its own."""
    return bool(words.has_own_process) and sys.platform == "linux"


def add_today(parser: argparse.ArgumentParser) -> None:
    """Add ``--today``, for whoever looks at another day than this."""
    parser.add_argument(
        "--today",
        type=day,
        default=date.today(),
        metavar="DAY",
        help="the day on which the ages of records are counted, such as 2026-11-23 "
        "(default: today)",
    )


def add_on(parser: argparse.ArgumentParser) -> None:
    """Add ``--on``, the day on which a person did what is put on record."""
    parser.add_argument(
        "--on", type=day, metavar="DAY", help="the day on which they did so (default: today)"
    )


def add_bounds(parser: argparse.ArgumentParser) -> None:
    """Add what each sheet may take; one that would take more is refused."""
    parser.add_argument(
        "--cpu-seconds",
        type=_at_least_one,
        default=60,
        metavar="N",
        help="seconds of processor time that a sheet may take (default: 60)",
    )
    parser.add_argument(
        "--memory",
        type=_at_least_one,
        default=1024,
        metavar="MB",
        help="megabytes of memory that a sheet may take (default: 1024)",
    )


def _at_least_one(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text[:9]) < 10**8:
        raise argparse.ArgumentTypeError(
            f"'{text}' is not a number: write 1 or more, without a unit"
        )
    return int(text)


def add_loudness(parser: argparse.ArgumentParser) -> None:
    """Add how much is said beside the results: all warnings, or none."""
    loud = parser.add_mutually_exclusive_group()
    loud.add_argument(
        *("-v", "--verbose"),
        dest="loudness",
        action="store_const",
        const=1,
        default=0,
        help="write every warning, not only how many there are",
    )
    loud.add_argument(
        *("-q", "--quiet"),
        dest="loudness",
        action="store_const",
        const=-1,
        default=0,
        help="write no warning",
    )


def add_each(parser: argparse.ArgumentParser) -> None:
    """Add ``--verbose`` to a command that says in one line how much of a catalog is missing."""
    parser.add_argument(
        *("-v", "--verbose"),
        action="store_true",
        help="write every text that is still to be translated, not only how many there are",
    )


ROLES = ("clinician", "community", "editor", "reviser")
"""In which people may approve a translation."""


def _other_kind(word: str, project: "Project") -> str:
    """Return which option takes a word that was written for a locale; empty where none does."""
    from pipeline.compose.sheet import editions
    from pipeline.values.folding import PAPERS

    kinds = {
        "region": project.region_codes(),
        "edition": [*editions()],
        "clinic": project.clinic_names(),
        "paper": [*PAPERS],
    }
    return next((kind for kind, names in kinds.items() if word in names), "")


def one_of(known: Sequence[str]) -> Callable[[str], str]:
    """Return what reads a word as one of some names, whatever its capitals, hyphens and spaces."""

    def read(word: str) -> str:
        from pipeline.records.naming import spelled

        return word if word in known else spelled(word, known) or word

    return read


def day(text: str) -> date:
    """Read a day as an option's value."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a date: write 2026-11-23") from None


def split(words: Iterable[str]) -> list[str]:
    """Split names at spaces, commas and the like, for make hands several over as one word.

    A slash parts two names (es/ar), and otherwise makes a path, which is nobody's name.
    """
    names = [name for word in words for name in _BETWEEN.split(word)]
    return [name for name in names if name and name not in _AND]


_BETWEEN = re.compile(r"\s+/\s+|(?<=\w)/\s*(?=\w)|[\s,;|+&،、]+")

_AND = ("and", "y", "und", "et")
"""What people write between two languages; none is the code of one."""


def region(word: str, project: "Project") -> str:
    """Return the region that a word names, and say where it was taken for another."""
    from pipeline.check.withdrawn import NO_REGION
    from pipeline.records.naming import meant_region

    known = project.region_codes()
    if not word or word in known or word == NO_REGION:
        return word
    found = NO_REGION if word.casefold() == NO_REGION else meant_region(word, known)
    return _taken(word, found)


def known_name(word: str, known: Sequence[str]) -> str:
    """Return the name that a word is, whatever its capitals and hyphens, and say so.

    A file is called by its name without its ending: ``source/clinics/riverside.toml``.
    """
    from pipeline.records.naming import spelled

    if not word or word in known:
        return word
    file = PurePath(word)
    bare = file.stem if file.suffix in (".toml", ".md") else word
    return _taken(word, spelled(bare, known))


def _taken(word: str, found: str) -> str:
    """Return what was found for a word, or the word itself for the command to refuse."""
    if found and found != word:
        print(f"'{word}' is taken as {found}", file=sys.stderr)
    return found or word


def one_locale(word: str, sources: "Sources") -> str:
    """Return the one locale that a word names."""
    found = locales([word], sources) if word.strip() else []
    if len(found) != 1:
        raise PolyleafError(f"'{word}' does not name one locale: write one, such as es")
    return found[0]


def one_article(word: str, sources: "Sources") -> "Article":
    """Return the article that a word names; without a word, the only one that there is."""
    known = [one.id for one in sources.articles.facts]
    chosen = known_name(word, known) or (known[0] if len(known) == 1 else "")
    if chosen in known:
        return sources.articles.named(chosen)
    names = " ".join(known) or "(none)"
    raise PolyleafError(
        f"unknown article '{chosen}'; known: {names}"
        if chosen
        else f"say which article with --article: {names}"
    )


def locales(words: Iterable[str], sources: "Sources", *, allow_pseudo: bool = False) -> list[str]:
    """Return the locales that words name, and say where one was taken for another.

    Without words they are all that the project has; an unknown one refuses all.
    """
    from pipeline.project.named_locales import known_locales
    from pipeline.records.naming import is_of_several_words, meant

    known = sources.locales
    said = [
        name
        for word in words
        for name in ([word] if is_of_several_words(word, known) else split([word]))
    ]
    for word in said:
        if option := re.fullmatch(r"([A-Z_]+)=(.*)", word):
            name = option[1].lower().replace("_", "-")
            here = f"--{name} {option[2]} beside the locale"
            alone = f"{option[2]} alone" if name == "lang" else here
            raise PolyleafError(f"'{word}' is no locale: write {alone}")
        if not meant(word, known) and (kind := _other_kind(word, sources.project)):
            raise PolyleafError(f"'{word}' names the {kind}, not a locale: write --{kind} {word}")
    names = [_taken(word, meant(word, known)) for word in said]
    return known_locales(sources, names, allow_pseudo=allow_pseudo)

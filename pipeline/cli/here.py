"""Commands and options as they are typed where a person stands.

Fixes name `polyleaf …` and `--option`. Under make a person types `make …` and `OPTION=`, and
elsewhere perhaps a path, because `polyleaf` is not on the shell's own.
"""

import re
import shlex
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.cli.veneer import EVERYWHERE, FLAGS, TARGETS, WITHOUT_PROJECT

_POSITIONAL = {
    "confirm": ("RECORD",),
    "services": ("REGION",),
    "inspect": ("FILE",),
    "receive": ("FILES",),
    "list": ("WHAT",),
    "clinic": ("NAME",),
    "explain": ("CODE",),
    "note": ("COPY", "NUMBER", "TEXT"),
}
"""The variables for a command's words, the last for all that follow; else it is LANG."""

_RECORD = r"[A-Z0-9-]+/[a-z0-9-]+"
_LOCALE = r"[a-z]{2,3}(?:_[A-Z][A-Za-z0-9]+)*(?![\w-])"
_MARK = r"\w+@[0-9a-f]{8}\b"
"""By which a copy of a review is known."""
_WORD = (
    rf" (?:--[a-z-]+|(?<=polyleaf list )[a-z]+"
    rf"|\"[^\"]*\"|'[^']*'|[\w/.-]+\.(?:pdf|po)|{_RECORD}|[A-Z]{{2}}\b|[A-Z]{{3}}\d{{3}}\b"
    rf"|\d{{4}}-\d\d-\d\d|{_MARK}|(?<=@[0-9a-f]{{8}} )(?:NUMBER|\d+)\b|{_LOCALE})"
)
_RELEASE = (
    r"\bpolyleaf release (?P<action>(?:keep|withdraw) )?(?P<article>[\w-]+|…) "
    r"(?P<version>[\w.-]*\w)"
)
_OPTION = r" --(?:clinic|edition|paper|article|role|region|beside|names|kind) (?:'[^']*'|[\w,-]+)"
_SHORT = {"-v": "VERBOSE", "-q": "QUIET"}
_ALONE = re.compile(
    r"(?<![\w-])(?P<option>--[a-z][a-z-]*|-[vq])(?![\w-])"
    r"(?: (?P<value>\"[^\"]*\"|'[^']*'|\d+|[A-Z]+\b|(?<=--role )\w+|(?<=--paper )\w+))?"
)
"""An option that a text names outside a command, perhaps with its value."""


class Here:
    """How commands are typed in this run; `main` settles it."""

    way: str = "polyleaf"
    """What stands before a command's name."""
    under_make: bool = False
    project: str = ""
    """The project's folder as it was named; empty where somebody stands in it."""


def settle(*, under_make: bool, project: Path = Path()) -> None:
    """Settle how commands are typed, by how this one was."""
    Here.under_make, Here.way = under_make, _way()
    Here.project = "" if is_here(project) else str(project)


def is_here(project: Path) -> bool:
    """Say whether somebody stands in a project's folder, and need not name it."""
    return project == Path() or project.resolve() == Path.cwd()


def _way() -> str:
    typed = Path(sys.argv[0])
    if typed.parts[-2:] == ("pipeline", "__main__.py"):
        typed = Path(sys.executable).with_name("polyleaf")
        return _near(typed) if typed.is_relative_to(Path.cwd()) else "polyleaf"
    is_ours = typed.name == "polyleaf" and shutil.which("polyleaf") != str(typed)
    return _near(typed) if is_ours else "polyleaf"


def _near(path: Path) -> str:
    """Return a path as it is shortest to type from here."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def here(text: str) -> str:
    """Return a text with the commands and options in it as they are typed here."""
    if Here.way == "polyleaf" and not Here.under_make and not Here.project:
        return text
    text = re.sub(_RELEASE, _released, text)
    names = "|".join(sorted({*TARGETS} - {"release"}, key=len, reverse=True))
    pattern = rf"\bpolyleaf (?P<name>{names})\b(?P<rest>(?:{_OPTION}|{_WORD})*)"
    if not Here.under_make:
        return re.sub(pattern, _typed, text)
    # A command that make has no target for keeps its own options.
    parts, end = [], 0
    for match in re.finditer(pattern, text):
        parts += [_ALONE.sub(_variable, text[end : match.start()]), _typed(match)]
        end = match.end()
    return "".join([*parts, _ALONE.sub(_variable, text[end:])])


def _variable(match: re.Match[str]) -> str:
    """Return an option as make's variable; as it is where make has none for it."""
    option, value = match["option"], match["value"]
    name = _SHORT.get(option) or _name(option)
    if name not in {*EVERYWHERE, *(one for names in TARGETS.values() for one in names)}:
        return match[0]
    if name in FLAGS:
        return f"{name}=1{f' {value}' if value else ''}"
    return f"{name}={value or ''}"


def _name(option: str) -> str:
    return option[2:].upper().replace("-", "_")


def _released(match: re.Match[str]) -> str:
    """Return a command on a release as it is typed here."""
    if Here.under_make:
        action = f"{match['action'].strip().upper()}=1 " if match["action"] else ""
        words = f"{action}ARTICLE={match['article']} VERSION={match['version']}"
        return f"make release {words}{_project('PROJECT=')}"
    return f"{match[0].replace('polyleaf', Here.way, 1)}{_project('--project ')}"


def _typed(match: re.Match[str]) -> str:
    if Here.under_make:
        variables = _variables(match["name"], _words(match["rest"]))
        if variables is not None:
            more = "" if match["name"] in WITHOUT_PROJECT else _project("PROJECT=")
            return " ".join(["make", match["name"], *variables]) + more
    more = "" if match["name"] in WITHOUT_PROJECT else _project("--project ")
    return f"{Here.way} {match['name']}{match['rest']}{more}"


def _project(option: str) -> str:
    """Return the word that names the project, where it is another folder than this."""
    if not Here.project:
        return ""
    value = _quoted(Here.project) if option.endswith("=") else shlex.quote(Here.project)
    return f" {option}{value}"


def _words(rest: str) -> list[str]:
    found = re.findall(r"\"[^\"]*\"|'[^']*'|\S+", rest)
    return [one[1:-1] if one[0] in "\"'" else one for one in found]


def _variables(name: str, words: Sequence[str]) -> list[str] | None:
    """Return a command's words as make's variables; ``None`` where it has none for one of them."""
    found = list(_pairs(name, words))
    known = TARGETS.get(name)
    if known is None or any(variable not in known for variable, _ in found):
        return None
    return [f"{variable}={_quoted(value)}" for variable, value in found]


def _pairs(name: str, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    waiting, places = list(words), list(_POSITIONAL.get(name, ("LANG",)))
    while waiting:
        word = waiting.pop(0)
        if not word.startswith("--"):
            # A word in capitals stands for what somebody puts there.
            yield places[0], "…" if word == places[0] else word
            places = places[1:] or places
            continue
        variable = _name(word)
        yield variable, "1" if variable in FLAGS or not waiting else waiting.pop(0)


def _quoted(value: str) -> str:
    return f'"{value}"' if shlex.quote(value) != value else value

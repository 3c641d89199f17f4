"""Commands as they are typed where a person stands.

Fixes name `polyleaf …`. Under make a person types `make …`, and elsewhere perhaps a path, because
`polyleaf` is not on the shell's own.
"""

import re
import shlex
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.cli.veneer import FLAGS, TARGETS

_POSITIONAL = {"confirm": "RECORD", "services": "REGION", "inspect": "FILE", "list": "WHAT"}
"""The variable for a command's first word; else it is LANG."""

_RECORD = r"[A-Z0-9-]+/[a-z0-9-]+"
_LOCALE = r"[a-z]{2,3}(?:_[A-Z][A-Za-z0-9]+)*(?![\w-])"
_WORD = (
    rf" (?:--[a-z-]+|\"[^\"]*\"|'[^']*'|[\w/.-]+\.(?:pdf|po)|{_RECORD}|[A-Z]{{2}}\b"
    rf"|\d{{4}}-\d\d-\d\d|{_LOCALE})"
)
_RELEASE = (
    r"\bpolyleaf release (?P<action>(?:keep|withdraw) )?(?P<article>[\w-]+|…) "
    r"(?P<version>[\w.-]*\w)"
)
_OPTION = r" --(?:clinic|edition|paper|article|role) [\w-]+"


class Here:
    """How commands are typed in this run; `main` settles it."""

    way: str = "polyleaf"
    """What stands before a command's name."""
    under_make: bool = False


def settle(*, under_make: bool) -> None:
    """Settle how commands are typed, by how this one was."""
    Here.under_make, Here.way = under_make, _way()


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
    """Return a text with the commands in it as they are typed here."""
    if Here.way == "polyleaf" and not Here.under_make:
        return text
    text = re.sub(_RELEASE, _released, text)
    names = "|".join(sorted({*TARGETS, "receive"} - {"release"}, key=len, reverse=True))
    pattern = rf"\bpolyleaf (?P<name>{names})\b(?P<rest>(?:{_OPTION}|{_WORD})*)"
    return re.sub(pattern, _typed, text)


def _released(match: re.Match[str]) -> str:
    """Return a command on a release; make can make one, and neither keep nor withdraw it."""
    if Here.under_make and not match["action"]:
        return f"make release ARTICLE={match['article']} VERSION={match['version']}"
    return match[0].replace("polyleaf", Here.way, 1)


def _typed(match: re.Match[str]) -> str:
    if Here.under_make:
        variables = _variables(match["name"], _words(match["rest"]))
        if variables is not None:
            return " ".join(["make", match["name"], *variables])
    return f"{Here.way} {match['name']}{match['rest']}"


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
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        if not word.startswith("--"):
            yield _POSITIONAL.get(name, "LANG"), word
            continue
        variable = word[2:].upper().replace("-", "_")
        yield variable, "1" if variable in FLAGS or not waiting else waiting.pop(0)


def _quoted(value: str) -> str:
    return f'"{value}"' if shlex.quote(value) != value else value

"""Regular expressions that come from a project: whether they can be used, and end in time."""

import re

LONGEST = 200
"""Letters of an expression."""

_FARTHEST = 40
"""Letters over which ``*`` and ``+`` reach."""

_SPACES = 3
"""White space over which they reach."""

_REPEATS, _OPTIONS = 3, 12

_TOKEN = re.compile(
    r"(?P<one>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]))?|[^\\\[({*+?])"
    r"|(?P<many>[*+]|\{(?P<least>\d*)(?P<comma>,)?(?P<most>\d*)\})\??|\?|.",
    re.DOTALL,
)


def syntax_fault(pattern: str) -> str:
    """Say why a text is no regular expression; empty where it is one."""
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        return f"is not a regular expression: {error}"
    return ""


def pattern_fault(pattern: str) -> str:
    """Say what is wrong with a regular expression; empty where nothing is.

    A project may come from a stranger, and some expressions take hours for a single sentence. Those
    are refused that repeat a group or repeat too often: few wordings need that.
    """
    if len(pattern) > LONGEST:
        return f"has {len(pattern)} letters; at most {LONGEST} are read"
    if fault := syntax_fault(pattern):
        return fault
    if re.match(pattern, ""):
        return "matches a text in which nothing stands"
    repeats, options, before = 0, 0, ""
    for token in _TOKEN.finditer(pattern):
        if re.fullmatch(r"\\[1-9A-Zg]", token[0]) and token[0] not in (r"\B", r"\W", r"\D", r"\S"):
            return "refers back, or has an escape that is not read here"
        if token["many"]:
            most = _most(token)
            if before == ")" and most > _SPACES:
                return "repeats a group: write the words out"
            if most > _FARTHEST and token["comma"] is not None:
                return f"repeats over more than {_FARTHEST} letters"
            repeats += most if before == ")" else before not in (r"\s", " ")
        options += token[0] == "?"
        before = token[0]
    if repeats > _REPEATS:
        return f"repeats more than {_REPEATS} times"
    return f"has more than {_OPTIONS} question marks" if options > _OPTIONS else ""


def bounded(pattern: str) -> str:
    """Return an expression without a fault in which ``*`` and ``+`` reach over a few letters."""
    found, before = "", ""
    for token in _TOKEN.finditer(pattern):
        if token[0] in ("*", "+", "*?", "+?"):
            most = _SPACES if before in (r"\s", " ") else _FARTHEST
            found += f"{{{int(token[0][0] == '+')},{most}}}{token[0][1:]}"
        else:
            found += token[0]
        before = token[0]
    return found


def _most(token: re.Match[str]) -> int:
    """Return how often something may be repeated at most."""
    if token["many"] in ("*", "+"):
        return 10**6
    return int((token["most"] if token["comma"] else token["least"]) or 10**6)

"""What stands around a command that make runs: targets, variables, and who meant what by them.

Make takes every variable, spelled as it may be, and says nothing of one that no target reads: a
misspelt region would print another country's numbers. So make hands on the names, and they are
judged here before the command does anything.
"""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from pipeline.values.errors import PolyleafError

TARGETS: Mapping[str, tuple[str, ...]] = {
    "pdf": (
        *("LANG", "REGION", "CLINIC", "EDITION", "BESIDE", "NAMES", "PAPER", "ARTICLE"),
        *("APPROVED", "PROOFS", "TODAY", "DRAFT", "WORKING", "FORCE", "JOBS", "VERBOSE", "QUIET"),
        *("MEMORY", "CPU_SECONDS"),
    ),
    "open": ("LANG", "REGION", "CLINIC", "EDITION", "FILE"),
    "layout": ("EDITION", "PAPER"),
    "specimen": ("PAPER",),
    "messages": ("LANG",),
    "receive": ("FILES", "DRY_RUN", "OLDER", "VERBOSE"),
    "locale": ("LANG", "REMOVE"),
    "status": ("LANG", "TODAY"),
    "clinic": ("NAME", "ID"),
    "list": ("WHAT",),
    "doctor": (),
    "check": ("LANG", "FORMAT", "STRICT", "VERBOSE", "TODAY"),
    "explain": ("CODE",),
    "rules": (),
    "services": ("REGION", "DUE", "TODAY"),
    "confirm": ("RECORD", "BY", "HOW", "ON"),
    "review": ("LANG", "ARTICLE", "PAPER", "KIT", "TODAY"),
    "note": ("COPY", "NUMBER", "TEXT", "BY", "TODAY"),
    "approve": (
        "LANG",
        "ROLE",
        "BY",
        "ARTICLE",
        "ON",
        "NAMED",
        "QUALIFICATION",
        "LANGUAGES",
    ),
    "revoke": ("LANG", "OF", "BY", "BECAUSE", "ROLE", "ARTICLE", "ON"),
    "evidence": ("LANG", "KIND", "BY", "READERS", "FOUND", "ARTICLE", "ON", "NAMED"),
    "release": (*("ARTICLE", "VERSION", "KEEP", "WITHDRAW", "BY", "WHY", "LANG", "ON", "TODAY"),),
    "regions": (),
    "inspect": ("LANG", "REGION", "CLINIC", "EDITION", "FILE", "APPROVED", "TODAY"),
    "accessibility": ("FILE",),
    "test": ("ONLY",),
    "test-exhaustive": (),
    "bench": (),
    "fuzz": (),
    "soak": (),
    "sbom": (),
    "audit": (),
    "serve": (),
    "clean": ("STALE",),
    "help": (),
}
"""The variables that each target reads; a test compares them with the Makefile."""

EVERYWHERE = ("PROJECT",)
"""What every target takes that works on a project."""

WITHOUT_PROJECT = (
    *("explain", "rules", "regions", "test", "test-exhaustive", "bench", "fuzz", "soak", "sbom"),
    *("audit", "help"),
)

NEEDED: Mapping[str, str] = {
    "receive": 'FILES="es.po agency.zip"',
    "locale": "LANG=fr",
    "clinic": 'NAME="…"',
    "list": "WHAT=regions (or locales editions clinics articles releases sheets)",
    "confirm": 'RECORD=US/988 BY="…" HOW="…"',
    "review": "LANG=es",
    "note": 'COPY=es@1a2b3c4d NUMBER=14 TEXT="…" BY="…"',
    "approve": 'LANG=es ROLE=clinician BY="…"',
    "revoke": 'LANG=es OF="…" BY="…" BECAUSE="…"',
    "evidence": 'LANG=es KIND=back-translation BY="…" FOUND="…"',
    "release": "ARTICLE=attachment-and-depression VERSION=1.0",
    "inspect": "LANG=es or FILE=build/es/….pdf",
}
"""The variables without which a target does nothing, as an example of what to type."""

FLAGS = (
    "APPROVED",
    "PROOFS",
    "DRAFT",
    "WORKING",
    "KIT",
    "FORCE",
    "STRICT",
    "DUE",
    "NAMED",
    "VERBOSE",
    "QUIET",
    "STALE",
    "DRY_RUN",
    "OLDER",
    "REMOVE",
    "KEEP",
    "WITHDRAW",
)
"""Variables that say yes or no."""

ONE_LOCALE = ("open", "locale", "review", "note", "approve", "revoke", "evidence")
"""Targets that take one language at a time."""

YES = ("1", "yes", "y", "on", "true")
NO = ("0", "no", "n", "off", "false")

CALLED = {
    **dict.fromkeys(("all", "build", "drucken", "imprimer", "imprimir", "make", "print"), "pdf"),
    **dict.fromkeys(("druck", "install", "setup", "start", "run", "create"), "pdf"),
    **dict.fromkeys(("languages", "locales", "translations", "lista", "liste"), "list"),
    **dict.fromkeys(("aide", "ayuda", "hilfe", "ajuda", "aiuto", "مساعدة"), "help"),
    **dict.fromkeys(("comprobar", "verificar", "vérifier", "prüfen"), "check"),
    **dict.fromkeys(("abrir", "ouvrir", "öffnen", "show", "view"), "open"),
    **dict.fromkeys(("estado", "état", "stand"), "status"),
    **dict.fromkeys(("limpiar", "nettoyer", "aufräumen"), "clean"),
}
"""What people type for a target, or a command, beside its name."""

_NAMED = {
    **dict.fromkeys(("IDIOMA", "IDIOMAS", "LENGUA", "LOCALE", "LOCALES", "SPRACHE"), "LANG"),
    **dict.fromkeys(("COUNTRY", "ESTADO", "LAND", "PAIS", "PAÍS", "PAYS", "STATE"), "REGION"),
    **dict.fromkeys(("AUSGABE", "FORM", "FORMA", "FORMATO"), "EDITION"),
    **dict.fromkeys(("SIZE", "TAMAÑO", "TAILLE"), "PAPER"),
    **dict.fromkeys(("BESTÄTIGT", "APROBADO", "APPROUVÉ"), "APPROVED"),
}
"""What people type for a variable beside its name."""

_INTERNAL = ("POLYLEAF",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What make was told."""

    target: str
    goals: Sequence[str]
    said: Sequence[str]
    """The names of the variables on make's command line."""
    around: Sequence[str]
    """The names of those of ours that stand in the environment only."""
    twice: Sequence[str] = ()
    """The names that stand on the command line more than once, where the system can tell."""
    locales: str
    """What LANG says on the command line: in the environment it has become the process's own."""


def read_told(text: str) -> Told:
    """Read what the Makefile hands on: ``target|goals|said|around|twice|locales``."""
    target, goals, said, around, twice, locales = (*text.split("|", 5), *[""] * 5)[:6]
    return Told(
        target=target,
        goals=goals.split(),
        said=[name for name in said.split() if name not in _INTERNAL],
        around=around.split(),
        twice=twice.split(),
        locales=locales.strip(),
    )


def refuse_slips(told: Told) -> None:
    """Refuse what nobody can have meant, with the line to type instead."""
    _refuse_goals(told)
    _refuse_twice(told)
    _refuse_variables(told)
    _refuse_marks(told)
    _refuse_surroundings(told)
    _refuse_gaps(told)
    _refuse_empty(told)
    for name in FLAGS:
        value = os.environ.get(name, "").strip()
        if name in told.said and value and value.casefold() not in YES + NO:
            raise PolyleafError(
                f"{name}={value} says neither yes nor no: write {name}=1, or {name}=0"
            )


def _refuse_goals(told: Told) -> None:
    from pipeline.compose.sheet import editions
    from pipeline.records.typography import is_known_locale

    strange = [one for one in told.goals if one not in TARGETS and not one.startswith(".venv/")]
    takes_locales = "LANG" in TARGETS.get(told.target, ())
    file = next((one for one in strange if one.casefold().endswith(".pdf")), "")
    if file and "FILE" in TARGETS.get(told.target, ()):
        raise PolyleafError(f"to name a file, type: {_line(told, f'FILE={file}')}")
    locales = [one for one in strange if is_known_locale(one.replace("-", "_"))]
    for goal in strange:
        if cut := _cut(told, goal):
            raise PolyleafError(f"'{goal}' is not a target of make: {cut}")
        if takes_locales and goal in locales:
            several = told.target not in ONE_LOCALE
            named = " ".join([*told.locales.split(), *locales] if several else [goal])
            rest = replace(told, said=[one for one in told.said if one != "LANG"])
            line = _line(rest, f"LANG={named}")
            raise PolyleafError(f"'{goal}' is not a target of make: to name a locale, type: {line}")
        plain = goal.casefold().replace("_", "-")
        if plain in editions():
            line = _line(replace(told, target="pdf"), f"EDITION={plain}")
            raise PolyleafError(f"'{goal}' is an edition, not a target of make: type {line}")
        near = get_close_matches(CALLED.get(plain, plain), TARGETS, 1)
        meant = f"did you mean 'make {near[0]}'? " if near else ""
        raise PolyleafError(f"'{goal}' is not a target of make: {meant}'make' alone lists them")


_IN_WORDS = ("NAME", "BY", "OF", "HOW", "WHY", "BECAUSE", "TEXT", "FOUND", "QUALIFICATION")
"""Variables that hold several words as a rule."""


def _cut(told: Told, goal: str) -> str:
    """Say what to type where a goal is the rest of a variable, or a variable without its sign."""
    known = TARGETS.get(told.target, ())
    name, sign, value = goal.partition(":")
    if name in known:
        return f"write {name}={value or '…'}, with nothing around ="
    last = [one for one in _IN_WORDS if one in told.said and one in known]
    if len(last) == 1 and not sign and goal[:1].isupper():
        whole = f'{last[0]}="{f"{_value(told, last[0])} {goal}".strip(_MARKS)}"'
        return f"put words that belong together in quotation marks: {whole}"
    return ""


def _refuse_twice(told: Told) -> None:
    """Refuse a variable with two values, of which make forgets the first."""
    for name in told.twice:
        if name in told.said:
            value = _value(told, name)
            several = name == "LANG" and told.target not in ONE_LOCALE
            more = f'; several languages go into one: LANG="… {value}"' if several else ""
            raise PolyleafError(
                f"{name}= stands there twice, and make takes the last alone, {value}: write it "
                f"once{more}"
            )


def _refuse_variables(told: Told) -> None:
    goals = [goal for goal in told.goals if goal in TARGETS] or [told.target]
    known = list(dict.fromkeys(name for goal in goals for name in TARGETS.get(goal, ())))
    everywhere = () if set(goals) & set(WITHOUT_PROJECT) else EVERYWHERE
    for name in told.said:
        if name in known or name in everywhere:
            continue
        elsewhere = {one for names in TARGETS.values() for one in names}.union(EVERYWHERE)
        takes = [*known, *everywhere]
        near = get_close_matches(_NAMED.get(name.upper(), name.upper()), takes, 1, 0.6)
        # FILE in place of FILES is a slip, though another target takes it.
        is_slip = f"{name}S" in near or name.removesuffix("S") in near
        if name in elsewhere and not is_slip:
            meant = ""
        elif near:
            value = os.environ.get(name, "") if name != "LANG" else told.locales
            meant = f"did you mean {near[0]}={value}? "
        else:
            meant = ""
        listed = f"make {told.target} takes {' '.join(known)}" if known else "it takes none"
        raise PolyleafError(f"make {told.target} knows no variable {name}: {meant}{listed}")


_MARKS = "“”„‟«»″‘’‚′\"'"
"""Quotation marks: no shell takes curly ones away, and none those within others."""


def _refuse_marks(told: Told) -> None:
    """Refuse a value that holds its quotation marks, or bytes that are no letters."""
    for name in told.said:
        value = _value(told, name)
        bare = value.strip(_MARKS)
        if len(value) > 1 and value[0] in _MARKS and value[-1] in _MARKS and bare:
            quoted = f'"{bare}"' if re.search(r"\s", bare) else bare
            raise PolyleafError(
                f"{name}={value} has quotation marks as a part of it: write {name}={quoted}"
            )
        if re.search("[\ud800-\udfff]", value):
            raise PolyleafError(
                f"{name}= has letters that are not UTF-8: set the terminal to UTF-8, and type them "
                "again"
            )


def _refuse_surroundings(told: Told) -> None:
    everywhere = () if told.target in WITHOUT_PROJECT else EVERYWHERE
    reads = (*TARGETS.get(told.target, ()), *everywhere)
    for name in told.around:
        if name in reads and name not in told.said:
            value = os.environ.get(name, "")
            raise PolyleafError(
                f"{name}={value} is set in the environment, where nobody sees it: if you mean it, "
                f"type: {_line(told, f'{name}={value}')}; else: unset {name}"
            )


def _refuse_empty(told: Told) -> None:
    """Refuse a name without a value: somebody has forgotten it, and would get another sheet."""
    for name in told.said:
        value = _value(told, name)
        if name not in FLAGS and not value:
            rest = [one for one in told.said if one != name]
            line = _line(replace(told, said=rest))
            every = " for every language" if name == "LANG" else ""
            raise PolyleafError(
                f"{name}= has no value: write one behind it, or leave it out{every}: {line}"
            )


def _refuse_gaps(told: Told) -> None:
    """Refuse a target without the words that it needs, all of them at once."""
    example = NEEDED.get(told.target, "")
    either = [re.findall(r"\b([A-Z]+)=", one) for one in example.split(" or ")]
    if len(either) > 1 and any(all(_value(told, name) for name in one) for one in either):
        return
    needed = re.findall(r"\b([A-Z]+)=", example)
    missing = [name for name in needed if not _value(told, name)]
    for name in needed:
        if value := _value(told, name):
            said = f'{name}="{value}"' if " " in value else f"{name}={value}"
            example = re.sub(rf'\b{name}=("[^"]*"|\S+)', said.replace("\\", r"\\"), example)
    both = " or " if len(either) > 1 else " and "
    if missing:
        raise PolyleafError(
            f"make {told.target} needs {both.join(missing)}: make {told.target} {example}"
        )


def _value(told: Told, name: str) -> str:
    if name == "LANG":
        return told.locales
    return os.environ.get(name, "").strip() if name in told.said else ""


def _line(told: Told, *more: str) -> str:
    """Return the command, with more words."""
    said = [
        f"{name}={told.locales if name == 'LANG' else os.environ.get(name, '')}"
        for name in told.said
        if name in (*TARGETS.get(told.target, ()), *EVERYWHERE)
    ]
    words = [
        f'{word.partition("=")[0]}="{word.partition("=")[2]}"' if " " in word else word
        for word in [*said, *more]
    ]
    return " ".join(["make", told.target, *words])

"""Which locales the words of a command name, and what to say of a word that names none."""

from collections.abc import Sequence

from pipeline.project.sources import Sources
from pipeline.records.naming import language_meant, near, scripts_of
from pipeline.records.typography import is_known_locale, is_pseudo, language_name, pseudo_refusal
from pipeline.values.errors import PolyleafError


def known_locales(
    sources: Sources, names: Sequence[str], *, allow_pseudo: bool = False
) -> list[str]:
    """Return the locales asked for, all of them where none is; one unknown name refuses all.

    Pseudo-locales count only where they are allowed and named.
    """
    known = sources.locales
    for name in names:
        if is_pseudo(name):
            if not allow_pseudo:
                raise pseudo_refusal(name)
        elif name not in known and not (sources.is_partly_unread and is_known_locale(name)):
            raise PolyleafError(_elsewhere(name, sources) or _unknown(name, known))
    return list(dict.fromkeys(names)) or known


_ALL = ("all", "*", "every", "todos", "todas", "alle", "tous", "toutes", "tutti", "все")
"""What people write for every language."""


def _elsewhere(name: str, sources: Sources) -> str:
    """Say where the catalogs of a locale lie that has none; empty where nobody has made any."""
    folders = (one.path for one in sources.findings if one.code == "CAT004")
    found = [one for one in folders if language_meant(one.split("/")[1]) == name]
    fixes = (one.fix for one in sources.findings if one.path in found)
    return f"nothing is printed from {found[0]}: {next(fixes)}" if found else ""


def _unknown(name: str, known: Sequence[str]) -> str:
    """Say what was meant; how to start it, only where nothing that is here can be meant."""
    if name.casefold() in _ALL:
        return f"'{name}' is no locale: every language is taken where none is named"
    if others := near(name, known):
        return f"unknown locale '{name}': did you mean {' or '.join(others)}?"
    own = language_meant(name)
    started = scripts_of(own) or ([own] if is_known_locale(own) else [])
    commands = " or ".join(f"'polyleaf locale {one}'" for one in started)
    here = f"name one that is here: {' '.join(known)}"
    if commands:
        language = f" ({language_name(own, 'en')})" if is_known_locale(name) else ""
        return f"'{name}'{language} is not in this project: start it with {commands}, or {here}"
    return f"unknown locale '{name}': {here}; a new one is named like es, pt_BR or zh_Hans"

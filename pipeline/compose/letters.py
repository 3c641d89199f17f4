"""Which fonts letters of other scripts need: a clinic's name, a line in fifteen languages."""

from collections.abc import Iterable

from pipeline.check.writing import scripts_in
from pipeline.records.typography import script_families

_HAN = ("Hans", "Hant", "Jpan", "Kore")


def borrowed_families(texts: Iterable[str], own: Iterable[str]) -> tuple[str, ...]:
    """Return the families that texts need beside a sheet's own, each once, in order of scripts.

    Han letters alone are set as simplified Chinese where the sheet has no family for them: nothing
    in them says whose they are.
    """
    found = {script for text in texts for script in scripts_in(text)}
    known = set(own)
    has_han = any(script_families(script)[0] in known for script in _HAN)
    asked = {
        *(found - {"Latn", "Hani", "Kana", "Hang", "Zyyy"}),
        *(["Jpan"] if "Kana" in found else []),
        *(["Kore"] if "Hang" in found else []),
        *(["Hans"] if "Hani" in found and not {"Kana", "Hang"} & found and not has_han else []),
    }
    families = [family for script in sorted(asked) for family in script_families(script)]
    return tuple(dict.fromkeys(family for family in families if family not in known))

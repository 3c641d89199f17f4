"""The stylesheet of one sheet: the edition's rules over the locale's and the clinic's values."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from pipeline.compose.plan import SheetPlan
from pipeline.records.typography import locale_named
from pipeline.values.locale import Locale
from pipeline.values.sheet import Edition

_PAPERS = {"letter": "8.5in 11in", "a4": "210mm 297mm"}
_ACCENT = "#1f4e5f"


def sheet_style(plan: SheetPlan) -> str:
    """Return the CSS of a sheet; nothing from a catalog ever stands in it."""
    accent = (plan.clinic and plan.clinic.accent) or plan.publisher.accent or _ACCENT
    return edition_style(plan.edition, plan.locale, _PAPERS[plan.paper], plan.names, accent)


def edition_style(
    edition: Edition,
    locale: Locale,
    paper: str,
    names: Mapping[str, Locale],
    accent: str = _ACCENT,
) -> str:
    """Return an edition's CSS for a locale: the same rules over what the locale's script asks.

    ``paper`` is a page size of CSS; ``names`` are other locales that names are in, by tag.
    """
    type_, latin = locale.typography, locale_named("en").typography
    values = {
        "text-families": _families(type_.text_families),
        "latin-families": _families((*latin.text_families, *type_.text_families)),
        "heading-families": _families(type_.heading_families),
        "margin-families": _families(type_.margin_families),
        "line-height": f"{type_.line_height:g}",
        "tightest": f"{type_.tightest:g}",
        "tightest-foot": f"{type_.tightest_foot:g}",
        "size": f"{edition.smallest_type * type_.size_factor:g}pt",
        "accent": accent,
        "emphasis-style": "italic" if type_.slanted else "normal",
        "emphasis-weight": "inherit" if type_.slanted else type_.emphasis,
        "bullet": f'"{type_.bullet}"',
        "after-number": f'"{type_.after_number}"',
    }
    rules = "".join(f"  --{name}: {value};\n" for name, value in values.items())
    digits = " ".join(f'"{digit}"' for digit in type_.digits)
    return (
        f":root {{\n{rules}}}\n@page {{ size: {paper}; }}\n"
        f"@counter-style locale-digits {{ system: numeric; symbols: {digits}; }}\n"
        + "".join(
            f'[lang="{tag}"] {{ font-family: {_families(name.typography.text_families)} }}\n'
            for tag, name in sorted(names.items())
        )
        + _file("templates/shared.css")
        + _never_tighter(_file(f"editions/{edition.name}/style.css"))
    )


_LINE_HEIGHT = re.compile(r"(?<=line-height: )[\d.]+(?=;)")


def _never_tighter(css: str) -> str:
    """Keep the edition's line heights from being less than the locale's script can bear."""
    return _LINE_HEIGHT.sub(r"max(\g<0>, var(--tightest))", css)


def _families(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


@cache
def _file(name: str) -> str:
    return (resources.files("pipeline.compose") / name).read_text(encoding="utf-8")

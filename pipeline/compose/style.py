"""The stylesheet of one sheet: the edition's rules over the locale's and the clinic's values."""

from functools import cache
from importlib import resources

from pipeline.compose.plan import SheetPlan
from pipeline.records.typography import locale_named

_PAPERS = {"letter": "8.5in 11in", "a4": "210mm 297mm"}
_ACCENT = "#1f4e5f"


def sheet_style(plan: SheetPlan) -> str:
    """Return the CSS of a sheet; nothing from a catalog ever stands in it."""
    type_, latin = plan.locale.typography, locale_named("en").typography
    accent = (plan.clinic and plan.clinic.accent) or plan.publisher.accent or _ACCENT
    size = plan.edition.smallest_type * type_.size_factor
    values = {
        "text-families": _families(type_.text_families),
        "latin-families": _families((*latin.text_families, *type_.text_families)),
        "heading-families": _families(type_.heading_families),
        "line-height": f"{type_.line_height:g}",
        "size": f"{size:g}pt",
        "accent": accent,
        "emphasis-style": "italic" if type_.slanted else "normal",
        "emphasis-weight": "inherit" if type_.slanted else "bold",
    }
    rules = "".join(f"  --{name}: {value};\n" for name, value in values.items())
    return (
        f":root {{\n{rules}}}\n@page {{ size: {_PAPERS[plan.paper]}; }}\n"
        + "".join(
            f'[lang="{tag}"] {{ font-family: {_families(name.typography.text_families)} }}\n'
            for tag, name in sorted(plan.names.items())
        )
        + _file("templates/shared.css")
        + _file(f"editions/{plan.edition.name}/style.css")
    )


def _families(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


@cache
def _file(name: str) -> str:
    return (resources.files("pipeline.compose") / name).read_text(encoding="utf-8")

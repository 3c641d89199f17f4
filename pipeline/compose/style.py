"""The stylesheet of one sheet: the edition's rules over the locale's and the clinic's values."""

from functools import cache
from importlib import resources

from pipeline.compose.plan import SheetPlan
from pipeline.records.typography import locale_named
from pipeline.values.folding import PAPERS, page_size, places

_ACCENT = "#1f4e5f"


def size_rule(plan: SheetPlan, size: float) -> str:
    """Return the rule that sets the running text in one of the edition's sizes."""
    return f"  --size: {size * plan.locale.typography.size_factor:g}pt;\n"


def sheet_style(plan: SheetPlan) -> str:
    """Return the CSS of a sheet in its largest size; nothing from a catalog ever stands in it."""
    type_, latin = plan.locale.typography, locale_named("en").typography
    accent = (plan.clinic and plan.clinic.accent) or plan.publisher.accent or _ACCENT
    values = {
        "text-families": font_families(type_.text_families),
        "latin-families": font_families((*latin.text_families, *type_.text_families)),
        "heading-families": font_families(type_.heading_families),
        "latin-heading-families": font_families((*latin.heading_families, *type_.heading_families)),
        "line-height": f"{max(type_.line_height, plan.edition.line_height):g}",
        "smallest": f"{plan.edition.smallest_type:g}pt",
        "size-factor": f"{type_.size_factor:g}",
        "accent": accent,
        "emphasis-style": "italic" if type_.slanted else "normal",
        "emphasis-weight": "inherit" if type_.slanted else "bold",
    }
    rules = "".join(f"  --{name}: {value};\n" for name, value in values.items())
    rules += size_rule(plan, plan.edition.sizes[0])
    return (
        f":root {{\n{rules}}}\n"
        + _page_sizes(plan)
        + "".join(
            f'[lang="{tag}"] {{ font-family: {font_families(name.typography.text_families)} }}\n'
            for tag, name in sorted(plan.names.items())
        )
        + _file("templates/shared.css")
        + _file("templates/sheet.css")
        + _file(f"editions/{plan.edition.name}/style.css")
    )


def _page_sizes(plan: SheetPlan) -> str:
    """Return the rules for the size of pages; the panel that folds in is a narrower one."""
    paper, folding = PAPERS[plan.paper], plan.edition.folding
    width, height = page_size(folding, paper)
    rules = f"@page {{ size: {width:g}pt {height:g}pt; }}\n"
    for place in places(folding, paper, 0, rtl=False):
        if place.width < width:
            rules += f"@page :nth({place.page + 1}) {{ size: {place.width:g}pt {height:g}pt; }}\n"
    return rules


def font_families(names: tuple[str, ...]) -> str:
    """Return families as CSS writes them."""
    return ", ".join(f'"{name}"' for name in names)


@cache
def _file(name: str) -> str:
    return (resources.files("pipeline.compose") / name).read_text(encoding="utf-8")

"""The stylesheet of one sheet: the edition's rules over the locale's and the clinic's values."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from pipeline.compose.columns import gutter
from pipeline.compose.filling import filling, has_whole_sections
from pipeline.compose.plan import SheetPlan
from pipeline.compose.poster import KEY, figure_size, first_number
from pipeline.compose.services import printed_services
from pipeline.records.typography import locale_named, script_of
from pipeline.values.colour import contrast, readable, tint
from pipeline.values.folding import AT_FOLD, PAPERS, at_folds, page_size, places
from pipeline.values.locale import Locale
from pipeline.values.sheet import Edition, Form, Layout, Size

_ACCENT = "#1f4e5f"


def size_rules(edition: Edition, locale: Locale, name: str = "") -> tuple[Size, ...]:
    """Return the rules that set text in the edition's sizes, the largest first.

    ``name`` is that of pages whose sizes are chosen apart from the others'. Sizes are those of
    Latin letters; a script that looks small is set larger. What would be smaller than the edition
    allows is left out. Pages with a name have ``--roomy``: 1, and in the smallest size also less,
    down to 0, where all that is only for looks gives way, citations that stay whole with it. A text
    that runs over panels may be ``--tight`` then: 1, where heads are smaller and do not hang.
    """
    factor = locale.typography.size_factor
    own = dict(edition.own_sizes).get(name, edition.sizes)
    least = edition.smallest_for(script_of(locale.name))
    sizes = [size * factor for size in own if size * factor >= least]
    if not name:
        return tuple(Size(size, f":root {{ {_sizes(size, locale, least)} }}\n") for size in sizes)
    steps = [(size, 1.0, 0) for size in sizes] + [(sizes[-1], roomy, 0) for roomy in _LESS_ROOMY]
    if any(name == fold.runs_on for fold in edition.folds):
        steps.append((sizes[-1], _LESS_ROOMY[-1], 1))
    return tuple(
        Size(
            size * (1 - _CLOSER * (1 - roomy + tight)),
            f".panel-{name} {{ {_sizes(size, locale, least)} --roomy: {roomy:g}; "
            f"--tight: {tight}; --citations: {'nowrap' if roomy else 'normal'}; }}\n",
            is_spare=bool(tight),
        )
        for size, roomy, tight in steps
    )


def _sizes(size: float, locale: Locale, least: float) -> str:
    latin = max(size * locale.typography.latin_factor, least)
    return f"--size: {size:g}pt; --latin-size: {latin:g}pt;"


_LESS_ROOMY = (0.5, 0.0)
"""How roomy the smallest size is besides, before a text takes a larger paper."""

_CLOSER = 0.035
"""By which part smaller type would save as much height as all that is only for looks."""


def sheet_style(plan: SheetPlan) -> str:
    """Return the CSS of a sheet in its largest size; nothing from a catalog ever stands in it."""
    accent = sheet_colours(plan)["accent"]
    style = edition_style(
        plan.edition, plan.locale, forms(plan)[0].style(), _names(plan), accent, _borrowed(plan)
    )
    return style + _column(plan) + _column_size(plan) + _gutter(plan) + _text(plan)


def web_style(plan: SheetPlan) -> str:
    """Return the CSS of a sheet's web page: the edition's for a printer, one for all screens."""
    accent = sheet_colours(plan)["accent"]
    rules = _rules(
        plan.edition, plan.locale, _names(plan), accent, _borrowed(plan), generic=_SYSTEM
    )
    night = "".join(f"  --{name}: {value};\n" for name, value in night_colours(accent).items())
    return (
        f"{rules}@media print {{\n{forms(plan)[0].style()}{_edition_rules(plan.edition)}"
        f"{_column_size(plan)}{_gutter(plan)}{_text(plan)}"
        ".skip, .contents { display: none; }\n}\n"
        f"@media screen {{\n{_file('templates/screen.css')}}}\n"
        "@media screen and (prefers-color-scheme: dark) {\n"
        f":root {{\n{night}}}\n{_file('templates/night.css')}}}\n" + _column(plan, generic=_SYSTEM)
    )


def _column(plan: SheetPlan, *, generic: str = "") -> str:
    """Return the rules of the first column where it is a translation, with its own script's values.

    The original's are in the edition's stylesheet, for it is always there.
    """
    beside = plan.other_translation
    if not beside:
        return ""
    accent = sheet_colours(plan)["accent"]
    values = _values(beside.locale, plan.edition, accent, _borrowed(plan), generic)
    coloured = colours(accent)
    rules = "".join(
        f"  --{name}: {value};\n"
        for name, value in values.items()
        if name not in coloured  # in the dark they are others
    )
    return (
        f".own.source {{\n{rules}  font-family: var(--text-families);\n"
        "  line-height: var(--line-height);\n  font-feature-settings: var(--features);\n}\n"
        ".own.source :is(h1, h2, h3) { font-family: var(--heading-families); }\n"
        '.own.source[dir="rtl"] bdi[dir="ltr"] '
        "{ font-variant-ligatures: no-common-ligatures; }\n"
        + _digits(beside.locale, "source-digits")
        + ".own.source ol.list > li > p:first-child::before "
        "{ content: counter(item, source-digits) var(--after-number); }\n"
        ".own.source ol.list.footnotes > li > p:first-child::before "
        '{ content: "[" counter(item, source-digits) "]"; }\n'
    )


def _column_size(plan: SheetPlan) -> str:
    """Return the rule for the size of a first column that is a translation, on paper."""
    beside = plan.other_translation
    if not beside:
        return ""
    sizes = size_rules(plan.edition, beside.locale)[0].css
    return sizes.replace(":root {", ".own.source {").replace(" }", " font-size: var(--size); }")


def _gutter(plan: SheetPlan) -> str:
    """Return the rule for where the second of two columns begins."""
    return f":root {{ --gutter: {gutter(plan):g}; }}\n" if plan.beside else ""


def _text(plan: SheetPlan) -> str:
    """Return the rule for how many times its size the running text is."""
    if not plan.edition.largest_text:
        return ""
    form = forms(plan)[0]
    return f":root {{ --text: {form.text:.3f}; }}\n" + (_ONE_LEAF if form.is_one_leaf else "")


_ONE_LEAF = (
    ":root { --text-begins: auto; --back: block; --back-apart: 4mm; --back-type: 1; "
    "--back-begins: auto; --back-inside: avoid; }\n"
)
"""The text of a short sheet may begin on its cover, at a price, and ends on its back."""


def _names(plan: SheetPlan) -> Mapping[str, Locale]:
    """Return the languages of names in both columns, by tag."""
    other = plan.other_translation
    return {**(other.names if other else {}), **plan.names}


_SYSTEM = ", system-ui, sans-serif"
"""Stands in for families that a telephone does not have."""


_FEW = ":root { --few: 1; }\n"
"""Says to a stylesheet that the sections of a sheet follow each other, as they are few."""


def forms(plan: SheetPlan) -> tuple[Form, ...]:
    """Return the ways in which a sheet can be set, the first wherever its text has room.

    A larger paper is not taken where the smaller was asked for and the larger could have been.
    """
    edition, locale = plan.edition, plan.locale
    if not edition.folds:
        layout = Layout(paper=plan.paper, rtl=locale.rtl, duplex=edition.duplex)
        is_whole = has_whole_sections(plan, layout)
        has_few = edition.whole_sections and not is_whole
        return (
            Form(
                layout=layout,
                pages=_page_sizes(layout) + _FEW * has_few,
                airs=edition.airs,
                whole_sections=is_whole,
                has_few_sections=has_few,
            ),
        )
    found = []
    for fold in edition.folds:
        paper = fold.paper_for(plan.paper)
        is_anothers = plan.is_paper_asked and paper != plan.paper and paper in edition.papers
        if not paper or is_anothers:
            continue
        layout = Layout(
            paper=paper,
            folding=fold.name,
            rtl=locale.rtl,
            duplex=edition.duplex,
            panels=fold.panels,
            runs_on=fold.runs_on,
        )
        sizes = tuple(size_rules(edition, locale, name) for name, _ in fold.panels)
        pages = _page_sizes(layout) + _figures(plan, layout.paper)
        text, most_pages = filling(plan, layout) if edition.largest_text else (1.0, 0)
        found.append(
            Form(
                layout=layout,
                pages=pages,
                sizes=sizes,
                airs=edition.airs,
                whole_sections=has_whole_sections(plan, layout),
                text=text,
                most_pages=most_pages,
            )
        )
    return tuple(found)


def _figures(plan: SheetPlan, paper: str) -> str:
    """Return the rule for the size of a poster's first number."""
    if not plan.edition.figures:
        return ""
    first = first_number(printed_services(plan.region, plan.locale, edition=plan.edition))
    size = figure_size(first.number, paper, dict(plan.edition.figures)[paper], first.key)
    return f":root {{ --figures: {size:g}pt; --key: {KEY:g}em; }}\n"


LEAST_CONTRAST = 7.0
"""Between letters and what they stand on, after WCAG 2.2, success criterion 1.4.6."""

HEAD_CONTRAST = 12.0
"""Between heads and white paper: a lightness (CIE L*) of 23 at most, whatever the accent."""

TINT = 0.09
"""How much of the accent a tinted field shows: a photocopy keeps it white."""


def sheet_colours(plan: SheetPlan) -> dict[str, str]:
    """Return the sheet's colours by name; see docs/design.md."""
    return colours((plan.clinic and plan.clinic.accent) or plan.publisher.accent or _ACCENT)


def colours(accent: str) -> dict[str, str]:
    """Return what is made of an accent: a pale tint, the ink that can be read on it, that of heads.

    Subheads are black: a head that printed lighter would stand behind them on a photocopy.
    """
    pale = tint(accent, TINT)
    ink = readable(accent, pale, LEAST_CONTRAST)
    return {
        "accent": accent,
        "tint": pale,
        "ink": ink,
        "head-ink": readable(ink, "#ffffff", HEAD_CONTRAST),
    }


_NIGHT = "#14181a"
_NIGHT_TINT = 0.2
_NIGHT_HEADS = 10.0
"""Between heads and a dark ground: brighter than the ink, and still of its colour."""


def night_colours(accent: str) -> dict[str, str]:
    """Return the colours of a page in a dark room; ink can be read on tint and ground.

    Heads are brighter: in the ink they stood behind the white subheads below them.
    """
    pale = tint(accent, _NIGHT_TINT, _NIGHT)
    brighter = max(pale, _NIGHT, key=lambda colour: contrast(colour, "#000000"))
    ink = readable(accent, brighter, LEAST_CONTRAST)
    heads = readable(ink, brighter, _NIGHT_HEADS)
    return {"ground": _NIGHT, "tint": pale, "ink": ink, "head-ink": heads}


def edition_style(
    edition: Edition,
    locale: Locale,
    pages: str,
    names: Mapping[str, Locale],
    accent: str = _ACCENT,
    borrowed: tuple[str, ...] = (),
) -> str:
    """Return an edition's CSS for a locale: the same rules over what the locale's script asks.

    ``pages`` are the rules for the size of pages; ``names`` are other locales that names are in, by
    tag; ``borrowed`` are families for letters that none of the others has.
    """
    rules = _rules(edition, locale, names, accent, borrowed, pages=pages)
    return rules + _edition_rules(edition)


def _edition_rules(edition: Edition) -> str:
    return _never_tighter(_file(f"editions/{edition.name}/style.css"))


def _rules(
    edition: Edition,
    locale: Locale,
    names: Mapping[str, Locale],
    accent: str,
    borrowed: tuple[str, ...],
    *,
    pages: str = "",
    generic: str = "",
) -> str:
    """Return the rules of every edition with a locale's values; ``generic`` ends its families."""
    values = _values(locale, edition, accent, borrowed, generic)
    rules = "".join(f"  --{name}: {value};\n" for name, value in values.items())
    return (
        f":root {{\n{rules}  --air: 1;\n}}\n"
        + size_rules(edition, locale)[0].css
        + pages
        + _digits(locale, "locale-digits")
        + "".join(
            f'[lang="{tag}"] {{ font-family: '
            f"{font_families((*name.typography.text_families, *borrowed))}{generic}; "
            f"font-feature-settings: {name.typography.features} }}\n"
            for tag, name in sorted(names.items())
        )
        + _file("templates/shared.css")
        + _never_tighter(_file("templates/sheet.css"))
    )


def _values(
    locale: Locale, edition: Edition, accent: str, borrowed: tuple[str, ...], generic: str
) -> dict[str, str]:
    """Return what a locale's script, an edition and a clinic ask, by the style's variables."""

    def families(own: tuple[str, ...]) -> str:
        return font_families((*own, *borrowed)) + generic

    type_, latin = locale.typography, locale_named("en").typography
    smallest = edition.smallest_for(script_of(locale.name))
    return {
        "text-families": families(type_.text_families),
        "latin-families": families((*latin.text_families, *type_.text_families)),
        "heading-families": families(type_.heading_families),
        "latin-heading-families": families((*latin.heading_families, *type_.heading_families)),
        "margin-families": families(type_.margin_families),
        "line-height": f"{max(type_.line_height, edition.line_height):g}",
        "latin-line-height": f"{max(latin.line_height, edition.line_height):g}",
        "tightest": f"{type_.tightest:g}",
        "tightest-foot": f"{type_.tightest_foot:g}",
        "deep": f"{max(0.0, 0.6 * (type_.tightest - _USUAL_DEPTH)):g}em",
        "lower": f"{type_.lower:g}em",
        "smallest": f"{smallest:g}pt",
        "size-factor": f"{type_.size_factor:g}",
        "latin-room": f"{type_.latin_room:g}em",
        **colours(accent),
        "staff": f"{edition.staff_type or smallest:g}pt",
        "reference": f"{edition.reference_type or smallest:g}pt",
        "emphasis-style": "italic" if type_.slanted else "normal",
        "emphasis-weight": "inherit" if type_.slanted else type_.emphasis,
        "bullet": f'"{type_.bullet}"',
        "after-number": f'"{type_.after_number}"',
        "features": type_.features,
    }


_USUAL_DEPTH = 1.5
"""The tightest lines, in parts of the type's size, at which letters stay within a black head."""


def _digits(locale: Locale, name: str) -> str:
    """Return the rule for numbers of lists and pages in a locale's digits."""
    digits = " ".join(f'"{digit}"' for digit in locale.typography.digits)
    return f"@counter-style {name} {{ system: numeric; symbols: {digits}; }}\n"


def _borrowed(plan: SheetPlan) -> tuple[str, ...]:
    """Return the families for letters of other scripts, in both texts of a sheet that has two."""
    return (*plan.borrowed, *(plan.beside.borrowed if plan.beside else ()))


_LINE_HEIGHT = re.compile(r"(?<=line-height: )[\d.]+(?=;)")


def _never_tighter(css: str) -> str:
    """Keep the edition's line heights from being less than the locale's script can bear."""
    return _LINE_HEIGHT.sub(r"max(\g<0>, var(--tightest))", css)


def _page_sizes(layout: Layout) -> str:
    """Return the rules for the size of pages: panels that fold in are narrower."""
    paper, folding = PAPERS[layout.paper], layout.folding
    width, height = page_size(folding, paper)
    if layout.panels:
        second = "page" if dict(layout.panels).get("flap", 1) > 1 else "auto"
        rules = f":root {{ --panel-height: {height:g}pt; --flap-second: {second}; }}\n"
        rules += "" if folding else f":root {{ --page-width: {width:g}pt; }}\n"
    else:
        rules = f":root {{ --page-width: {width:g}pt; --page-height: {height:g}pt; }}\n"
    rules += f"@page {{ size: {width:g}pt {height:g}pt; }}\n"
    standing = places(folding, paper, 0, rtl=layout.rtl) if layout.panels and folding else ()
    if standing:
        narrow = min(place.width for place in standing)
        inside = [place.width for place in standing if place.side == 1]
        rules += f":root {{ --panel-width: {width:g}pt; --narrow-width: {narrow:g}pt; "
        rules += f"--third-width: {inside[2]:g}pt; --inside-width: {sum(inside):g}pt; }}\n"
    named = [(name, number) for name, count in layout.panels for number in range(1, count + 1)]
    for place, (name, number) in zip(standing, named if folding else (), strict=True):
        folds = at_folds(place, folding, paper) if name == layout.runs_on else ()
        sides = "".join(
            f" margin-{side}: {AT_FOLD:.4g}pt;"
            for side, is_fold in zip(("left", "right"), folds, strict=False)
            if is_fold
        )
        rules += (
            f"@page :nth({number} of {name}) {{ size: {place.width:g}pt {height:g}pt;{sides} }}\n"
        )
    return rules


def font_families(names: tuple[str, ...]) -> str:
    """Return families as CSS writes them."""
    return ", ".join(f'"{name}"' for name in names)


@cache
def _file(name: str) -> str:
    return (resources.files("pipeline.compose") / name).read_text(encoding="utf-8")

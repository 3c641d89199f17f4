"""Article, locale, region and edition to one HTML page, with what its paper must show."""

import hashlib
import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from pipeline.compose.bibliography import reference_list
from pipeline.compose.breaking import with_tails
from pipeline.compose.citation import Piece, printed_citation
from pipeline.compose.columns import Row, gutter, in_rows
from pipeline.compose.expected import expected_on_paper
from pipeline.compose.extent import are_beside, is_long, letters_wide
from pipeline.compose.heads import parted_at_heads
from pipeline.compose.kept import Kept
from pipeline.compose.page import set_page
from pipeline.compose.passages.sheet import passages_on_paper
from pipeline.compose.pictures import data_address, has_no_letters
from pipeline.compose.plan import SheetPlan
from pipeline.compose.record import sheet_record
from pipeline.compose.running import Running
from pipeline.compose.services import PrintedServices, named_beside, printed_services
from pipeline.compose.spacing import NO_BREAK
from pipeline.compose.style import forms, sheet_colours
from pipeline.compose.tapping import taps_of
from pipeline.compose.template_names import column_shares, template_names
from pipeline.compose.words import brackets, in_digits
from pipeline.values.article import Article
from pipeline.values.citation import Citation, Reference
from pipeline.values.locale import Locale
from pipeline.values.sheet import Composition, Edition, Fold


def editions() -> dict[str, Edition]:
    """Return the editions by name: the folders of ``pipeline/compose/editions``."""
    return {one.name: one for one in _editions()}


@cache
def _editions() -> tuple[Edition, ...]:
    found = []
    folders = (resources.files("pipeline.compose") / "editions").iterdir()
    for folder in sorted(folders, key=lambda folder: folder.name):
        record = folder / "edition.toml"
        if record.is_file():
            stated = tomllib.loads(record.read_text(encoding="utf-8"))
            stated["folds"] = [Fold(**_frozen(fold)) for fold in stated.get("folds", ())]
            found.append(Edition(name=folder.name, **_frozen(stated)))
    return tuple(found)


def _frozen(value: Any) -> Any:
    """Return a value of TOML that nobody can change: lists and inner tables as tuples."""
    if isinstance(value, dict):
        return {
            key: tuple(_frozen(one).items()) if isinstance(one, dict) else _frozen(one)
            for key, one in value.items()
        }
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def template_sources() -> dict[str, str]:
    """Return the sources of all templates by name, for the extraction of the sheet's words."""
    root = resources.files("pipeline.compose")
    folders = [root / "templates", *(root / "editions" / name for name in sorted(editions()))]
    return {
        f"{folder.name}/{file.name}": file.read_text(encoding="utf-8")
        for folder in folders
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".html")
    }


@cache
def _environment(edition: str) -> Environment:
    root = resources.files("pipeline.compose")
    with resources.as_file(root) as folder:
        loader = FileSystemLoader([folder / "editions" / edition, folder / "templates"])
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        bytecode_cache=Kept(),
    )
    environment.filters["fill"] = fill
    environment.filters["has_letters"] = has_letters
    environment.filters["letters_wide"] = letters_wide
    environment.filters["is_long"] = is_long
    environment.filters["are_beside"] = are_beside
    return environment


def fill(text: str, **values: object) -> Markup:
    """Put values into the ``{name}`` places of a translated text, all of it escaped."""
    # A key that is to be pressed would be read as a number of its own at the head of a line.
    filled = str(escape(text)).replace(" {key}", f"{NO_BREAK}{{key}}")
    for name, value in values.items():
        filled = filled.replace(f"{{{name}}}", str(escape(value)))
    return Markup(filled)


def has_letters(text: str) -> bool:
    """Say whether a text holds a letter of any script."""
    return any(letter.isalpha() for letter in text)


def compose(plan: SheetPlan) -> Composition:
    """Compose one sheet."""
    environment = _environment(plan.edition.name)
    works = reference_list(_cited(plan)) if plan.cites_works else ()
    services = _services_of(plan)
    other = plan.other_translation
    terms = (*plan.terms, *(other.terms if other else ()))
    page = set_page(_rendered(plan, environment, works, services), plan.locale.name, terms)
    html = _with_breakable_spaces(page)
    content = hashlib.sha256(html.encode()).hexdigest()[:16]
    html = html.replace(_UNKNOWN, content, 1)
    screen = _rendered(plan, environment, works, services, screen=True)
    web = set_page(screen, plan.locale.name, terms, on_screen=True)
    return Composition(
        html=html,
        forms=forms(plan),
        content=content,
        expected=tuple(expected_on_paper(plan, services, works)),
        passages=tuple(passages_on_paper(plan, services, works)),
        web=with_tails(web.replace(_UNKNOWN, content, 1)),
        taps=(*taps_of(plan), *(taps_of(plan.beside) if plan.beside else ())),
    )


def _services_of(plan: SheetPlan) -> dict[str, PrintedServices]:
    """Return the services of each locale on a sheet, chosen for its reader."""
    own = _services(plan, None, paired=bool(plan.beside))
    services = {plan.locale.name: own}
    if plan.beside:
        beside = _services(plan.beside, plan.locale, paired=True)
        services[plan.beside.locale.name] = named_beside(beside, own)
    return services


def _services(plan: SheetPlan, reader: Locale | None, *, paired: bool) -> PrintedServices:
    return printed_services(plan.region, plan.locale, reader, plan.edition, paired=paired)


def _rendered(
    plan: SheetPlan,
    environment: Environment,
    works: Sequence[Markup],
    services: Mapping[str, PrintedServices],
    *,
    screen: bool = False,
) -> str:
    """Write a sheet's HTML: of its paper, or of its web page, which is one for all editions."""
    context = _context(plan, environment, services, screen=screen)
    context["reference_list"] = works if plan.edition.has_references else ()
    if plan.beside:
        context["beside"] = _beside(plan.beside, environment, services, gutter(plan), screen=screen)
        context["own"] = context.copy()
        context["rows"] = in_rows(plan.beside.article.body, plan.article.body)
        context["parted_rows"] = _parted_rows
    has_own_page = plan.beside or plan.edition.shows == "languages"
    template = "web.html" if screen and not has_own_page else "sheet.html"
    return environment.get_template(template).render(context)


def _beside(
    plan: SheetPlan,
    environment: Environment,
    services: Mapping[str, PrintedServices],
    column: float,
    *,
    screen: bool,
) -> dict[str, Any]:
    """Return what the templates may name of the source beside a translation: words and macros."""
    context = _context(plan, environment, services, anchor="source-", screen=screen)
    context["reference_list"] = ()
    context["column_shares"] = column_shares(plan, column, screen=screen)
    context["blocks"] = environment.get_template("blocks.html").make_module(context)
    context["parts"] = environment.get_template("parts.html").make_module(context)
    return context


def _parted_rows(rows: Sequence[Row]) -> list[list[Row]]:
    """Part rows as their blocks are parted: before each heading but the first."""
    left = iter(rows)
    return [[next(left) for _ in part] for part in parted_at_heads([row.local[0] for row in rows])]


_UNKNOWN = "hash of the HTML"
"""Stands in a sheet's record until the page is composed."""

_SPACE_BEFORE_INLINE = re.compile(
    r"(?<=[^\s>]) (?=(?:[^ <>]*[\u00a0\u202f])?<(?:bdi|i|em|strong|a|span|code|sup)\b)"
)


def _with_breakable_spaces(html: str) -> str:
    """Give a space before an inline element an element of its own.

    Without it WeasyPrint 70 takes back the whole text before the element when the element's first
    word just does not fit, and breaks the line after its first words. See
    docs/decisions/0007-one-space-one-element.md.
    """
    return _SPACE_BEFORE_INLINE.sub("<span> </span>", html)


def _cited(plan: SheetPlan) -> list[Reference]:
    keys = {cite.key: None for citation in plan.source.citations() for cite in citation.cites}
    return [plan.references[key] for key in keys]


def _printed(citation: Citation, plan: SheetPlan) -> tuple[Piece, ...]:
    return printed_citation(citation, plan.references, plan.citation_form)


def _notes(article: Article, running: Running) -> list[dict[str, Any]]:
    """Return the footnotes in the order in which their marks were printed."""
    blocks = {note.label: note.blocks for note in article.footnotes}
    return [
        {
            "anchor": f"{running.anchor}note-{number}",
            "mark": f"{running.anchor}mark-{number}",
            "number": running.digits(str(number)),
            "blocks": blocks[label],
        }
        for label, number in running.note_numbers.items()
    ]


def _context(
    plan: SheetPlan,
    environment: Environment,
    services: Mapping[str, PrintedServices],
    *,
    anchor: str = "",
    screen: bool,
) -> dict[str, Any]:
    """Return what the templates may name.

    ``anchor`` begins the names of places on the page, which must differ where two texts stand on
    it; ``screen`` asks for the web page and not for the paper.
    """
    record = sheet_record(plan, _UNKNOWN)
    context = template_names(plan, services[plan.locale.name], record=record, screen=screen)
    context["anchor"] = anchor
    macros = environment.get_template("services.html").make_module(context)
    running = Running(
        direction=plan.locale.direction,
        citation=lambda citation: _printed(citation, plan),
        placeholders={"emergency": macros.emergency},  # type: ignore[attr-defined]
        image=lambda name: data_address(name, plan.images, sheet_colours(plan)["accent"]),
        scales=lambda name: has_no_letters(name, plan.images),
        brackets=brackets(plan.locale.name),
        anchor=anchor,
        digits=lambda number: in_digits(number, plan.locale),
        leads_back=screen,
    )
    context["running"] = running
    context["notes"] = lambda: _notes(plan.article, running)
    return context

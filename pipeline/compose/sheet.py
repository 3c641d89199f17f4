"""Article, locale, region and edition to one HTML page, with what its paper must show."""

import base64
import hashlib
import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from pathlib import PurePosixPath
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from pipeline import __version__
from pipeline.compose.bibliography import reference_list
from pipeline.compose.citation import Piece, printed_citation
from pipeline.compose.expected import expected_on_paper
from pipeline.compose.page import set_page
from pipeline.compose.plan import SheetPlan
from pipeline.compose.record import sheet_record
from pipeline.compose.running import Running
from pipeline.compose.services import PrintedServices, printed_services
from pipeline.compose.style import sheet_style
from pipeline.compose.words import (
    all_of,
    any_of,
    direction_of,
    direction_of_text,
    in_digits,
    language_name,
    own_language_name,
    region_name,
    short_date,
)
from pipeline.values.approval import Approval, Translator
from pipeline.values.article import Article, plain_text
from pipeline.values.citation import Citation, Reference
from pipeline.values.errors import PolyleafError
from pipeline.values.locale import bcp47
from pipeline.values.sheet import Composition, Edition


def editions() -> dict[str, Edition]:
    """Return the editions by name: the folders of ``pipeline/compose/editions``."""
    found = {}
    for folder in (resources.files("pipeline.compose") / "editions").iterdir():
        record = folder / "edition.toml"
        if record.is_file():
            found[folder.name] = Edition(
                name=folder.name, **tomllib.loads(record.read_text(encoding="utf-8"))
            )
    return found


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
        loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    environment.filters["fill"] = fill
    return environment


def fill(text: str, **values: object) -> Markup:
    """Put values into the ``{name}`` places of a translated text, all of it escaped."""
    filled = str(escape(text))
    for name, value in values.items():
        filled = filled.replace(f"{{{name}}}", str(escape(value)))
    return Markup(filled)


def compose(plan: SheetPlan) -> Composition:
    """Compose one sheet."""
    environment = _environment(plan.edition.name)
    services = printed_services(plan.region, plan.locale)
    cited = _cited(plan)
    works = () if plan.source.literal_citations else reference_list(cited)
    context = _context(plan, services)
    context["reference_list"] = works
    macros = environment.get_template("services.html").make_module(context)
    running = Running(
        direction=plan.locale.direction,
        citation=lambda citation: _printed(citation, plan),
        placeholders={"emergency": macros.emergency},  # type: ignore[attr-defined]
        image=lambda name: _data_address(name, plan.images),
        digits=lambda number: in_digits(number, plan.locale),
    )
    context["running"] = running
    context["notes"] = lambda: _notes(plan.article, running)
    html = environment.get_template("sheet.html").render(context)
    html = _with_breakable_spaces(set_page(html, plan.locale.name))
    content = hashlib.sha256(html.encode()).hexdigest()[:16]
    return Composition(
        html=html.replace(_UNKNOWN, content, 1),
        content=content,
        expected=tuple(expected_on_paper(plan, services, works)),
    )


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
        {"anchor": f"note-{number}", "blocks": blocks[label]}
        for label, number in running.note_numbers.items()
    ]


def _context(plan: SheetPlan, services: PrintedServices) -> dict[str, Any]:
    """Return what the templates may name."""
    locale, region = plan.locale, plan.region
    source_title = plain_text(plan.source.title.content)
    numbers = region.emergency.numbers if region else ()
    return {
        "tag": locale.tag,
        "direction": locale.direction,
        "style": Markup(sheet_style(plan)),
        "article": plan.article,
        "source_tag": bcp47(plan.source.language),
        "source_direction": direction_of(plan.source.language),
        "source_title": source_title,
        "plain_title": plain_text(plan.article.title.content),
        "description": plain_text(plan.article.subtitle.content) if plan.article.subtitle else "",
        "generator": f"Polyleaf {__version__}",
        "language_pair": _language_pair(plan),
        "review_by": short_date(plan.source.review_by, locale),
        "draft": plan.is_draft,
        "approved": plan.state == "approved",
        "awaits": plan.awaits,
        "mark": plan.mark,
        "record": sheet_record(plan, _UNKNOWN),
        "credits": _credits(plan),
        "source_language": language_name(plan.source.language, locale.name),
        "region": region,
        "region_name": region_name(region, locale.name) if region else "",
        "region_mark": _region_mark(region_name(region, locale.name)) if region else "",
        "publisher": plan.publisher,
        "licence": plan.publisher.licence or plan.source.rights,
        "clinic": plan.clinic,
        "services": services,
        "has_additions": any(
            block.kind == "container" and block.name != "callout" for block in plan.source.body
        ),
        "emergency_numbers": numbers,
        "emergency_list": Markup(
            any_of(
                [str(Markup('<bdi dir="ltr" class="number">{}</bdi>').format(n)) for n in numbers],
                locale.name,
            )
        )
        if numbers
        else "",
        "pgettext": _pgettext(plan),
        "finder_address": plan.finder,
        "all_of": lambda words: Markup(all_of([str(escape(word)) for word in words], locale.name)),
        "image": lambda name: _data_address(name, plan.images),
        "icon_address": _icon_address,
        "sheet_address": "",
        "printed_sheet_address": "",
        "code_image": lambda address: "",
    }


def _region_mark(name: str) -> Markup:
    return Markup('<bdi dir="{}">{}</bdi>').format(direction_of_text(name), name)


def _credits(plan: SheetPlan) -> list[dict[str, Any]]:
    """Return who made, revised and approved the text, in that order, and when."""
    rows: list[tuple[str, Translator | Approval]] = [
        ("translation", one) for one in plan.translators if plan.is_translation
    ]
    for role in ("reviser", "editor", "clinician"):
        rows += [(role, one) for one in plan.approvals if one.role == role]
    return [
        {
            "role": role,
            "machine": isinstance(one, Translator) and one.machine,
            "who": one.by if one.named else "",
            "direction": direction_of_text(one.by),
            "date": short_date(one.on, plan.locale),
        }
        for role, one in rows
    ]


def _language_pair(plan: SheetPlan) -> Markup:
    """Name the sheet's language in English and in itself: ``Spanish – Español``."""
    own = own_language_name(plan.locale.name)
    english = language_name(plan.locale.name, "en")
    mark = Markup('<bdi lang="{}" dir="{}">{}</bdi>')
    own_mark = mark.format(plan.locale.tag, plan.locale.direction, own)
    if own == english:
        return own_mark
    return mark.format("en", "ltr", english) + " – " + own_mark


def _pgettext(plan: SheetPlan) -> Callable[[str, str], str]:
    """Return the look-up of the sheet's own words; a draft shows and marks what is missing."""

    def look_up(context: str, text: str) -> str:
        found = plan.words.usable((context, text))
        if found is not None:
            return found
        if not plan.is_draft:
            raise PolyleafError(f"the sheet's own text '{text}' has no translation")
        return Markup('<span class="gap" lang="en" dir="ltr">{}</span>').format(text)

    return look_up


@cache
def _icon_address(name: str) -> str:
    """Return one of the package's icons as a ``data:`` address."""
    file = resources.files("pipeline.compose") / "icons" / f"{name}.svg"
    return f"data:image/svg+xml;base64,{base64.b64encode(file.read_bytes()).decode('ascii')}"


def _data_address(name: str, images: Mapping[str, bytes]) -> str:
    """Return an image as a ``data:`` address, so that a sheet needs no other file."""
    kind = "svg+xml" if PurePosixPath(name).suffix == ".svg" else "png"
    return f"data:image/{kind};base64,{base64.b64encode(images[name]).decode('ascii')}"

"""Setting a sheet in the first of its forms that has room for it, and writing it as a PDF."""

import warnings
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from math import ceil

from pipeline.typeset import finish as finishing
from pipeline.typeset.abreast import Copy, abreast
from pipeline.typeset.cards import fill_back, heighten_card
from pipeline.typeset.drawn_out import draw_out
from pipeline.typeset.even_feet import even_feet
from pipeline.typeset.finish import PIXEL, finish
from pipeline.typeset.fonts import FontSet
from pipeline.typeset.gutters import join_rules
from pipeline.typeset.in_air import on_whole_leaves
from pipeline.typeset.in_panels import on_panels
from pipeline.typeset.level_feet import level_feet, level_outside
from pipeline.typeset.levelled import level_lists
from pipeline.typeset.libraries import library_versions, made_with
from pipeline.typeset.manuscript import Manuscript, Seen
from pipeline.typeset.marks import read_marks, watch_marks
from pipeline.typeset.measures import measured_once
from pipeline.typeset.opened_rows import open_rows
from pipeline.typeset.overflow import LONG, out_of_box
from pipeline.typeset.seal import UNSEALED
from pipeline.typeset.setting import Render, Setting
from pipeline.typeset.spread import height_used
from pipeline.typeset.tailpieces import keep_landscape, keep_tailpieces, pictured
from pipeline.typeset.typesetter import (
    fetcher,
    font_configuration,
    gathered,
    logged,
    typesetter,
)
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, Severity
from pipeline.values.folding import LEAF, MILLIMETRE, PAPERS, places
from pipeline.values.sheet import Form, Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeset:
    """A finished PDF and what the typesetter had to say about it."""

    pdf: bytes
    pages_pdf: bytes
    """Of a folded sheet, its pages one by one in reading order; else empty."""
    pages: int
    html: str
    """The HTML in the form and the sizes that were taken."""
    layout: Layout
    """How the pages of that form lie on paper."""
    findings: tuple[Finding, ...]


UNFOLDED = Form(layout=Layout(), pages="")
"""A page of HTML that is printed as it is."""


def typeset(
    html: str,
    fonts: FontSet,
    path: str,
    forms: Sequence[Form] = (UNFOLDED,),
    *,
    at_once: bool = False,
) -> Typeset:
    """Set a page of HTML as a tagged PDF; nothing outside the HTML itself is read.

    ``path`` is the name that findings give the sheet. The HTML is in the first of its ``forms``, in
    the largest sizes. Where a form has a number of panels, the largest sizes that fit are taken;
    where none does, the next form. Every warning that WeasyPrint logs is a finding, and so is every
    line that stands out of its box.

    ``at_once`` has the first two airs of a sheet set at the same time, where that can be, and where
    it is seldom set in the first; nothing else differs.
    """
    if at_once and forms[0].airs and not (forms[0].sizes or forms[0].whole_sections):
        return abreast(lambda copy: _typeset(html, fonts, path, forms, copy))
    return _typeset(html, fonts, path, forms)


def _typeset(
    html: str, fonts: FontSet, path: str, forms: Sequence[Form], copy: Copy | None = None
) -> Typeset:
    engine = typesetter()
    with logged() as first:
        configuration = font_configuration(fonts.configuration)
        manuscript = Manuscript(engine, html, forms[0].style(), fetcher(), configuration)
    told = [first]

    def render(
        form: Form, style: str, seen: Seen | None = None, *, is_trial: bool = False
    ) -> Setting:
        with logged() as records:
            document = manuscript.render(style, _VARIANT, seen, is_trial=is_trial)
        if len(told) == 1:
            told.append(records)  # what is amiss with a rule that is read once is told once
        html, said = manuscript.with_style(style), [*chain(*told), *records]
        return Setting(html, form, document, said, is_trial=is_trial)

    try:
        with measured_once(engine.text.line_break, engine.layout.inline, engine.layout.preferred):
            made = _in_a_form_that_fits(forms, render, copy)
        document, layout = made.document, made.form.layout
        _move(made)
        marks = [watch_marks(page) for page in document.pages]
        with logged() as more, warnings.catch_warnings():
            # WeasyPrint 70 leaves its colour profile for PDF/A to be closed by the interpreter.
            warnings.simplefilter("ignore", ResourceWarning)
            raw = document.write_pdf(
                pdf_variant=_VARIANT, pdf_identifier=UNSEALED, custom_metadata=True
            )
    except engine.urls.FatalURLFetchingError as error:
        raise PolyleafError(f"{path}: the sheet asks for a file outside it: {error}") from None
    findings = [
        _finding("PDF001", path, f"the typesetter warns: {message}", "mend what it names")
        for message in gathered([*made.warnings, *more])
    ]
    overfull = list(_overfull(made, path))
    unwritten = [] if overfull else list(_unwritten(made, path))
    slots = [] if overfull else _slots(made)
    read = [read_marks(one) for one in marks]
    with_what = made_with(fonts)
    apart = slots if layout.runs_on else ()
    pages = finish(raw, read, layout, apart, alone=True, made_with=with_what)
    return Typeset(
        pdf=finish(raw, read, layout, slots, made_with=with_what) if slots else pages,
        pages_pdf=pages if slots else b"",
        pages=len(document.pages),
        html=made.html,
        layout=layout,
        findings=(*findings, *_too_long(made, path), *overfull, *unwritten),
    )


def _move(made: Setting) -> None:
    """Move what stands on pages that are laid out, so that they end alike."""
    layout = made.form.layout
    if layout.runs_on:
        keep_landscape(made.boxes_of(layout.runs_on))
        level_feet(made.boxes_of(layout.runs_on))
        level_outside(made.boxes_of("flap"), [*made.boxes_of("cover"), *made.boxes_of("back")])
        return
    heighten_card(made.boxes)
    if layout.folding:
        fill_back(made.boxes[-1])
    _end_pages(made)
    for box in made.boxes:
        level_lists(box)
    join_rules(made.boxes)


def _end_pages(made: Setting) -> None:
    """Give away what pages leave free that follow each other, and draw where that is much."""
    form, folded = made.form, bool(made.form.layout.folding)
    if form.whole_sections or form.has_few_sections or form.is_one_leaf:
        draw_out(made.boxes, but=pictured(made.boxes), folded=folded, few=form.has_few_sections)
    else:
        drawn = pictured(made.boxes)
        open_rows(made.boxes, drawn=drawn)
        even_feet(made.boxes, drawn=drawn)
    keep_tailpieces(
        made.boxes,
        whole=folded and form.whole_sections,
        folded=folded,
        few=form.has_few_sections,
    )


_VARIANT = "pdf/a-2a"
"""The typesetter writes one standard's metadata; `finish` adds the other's."""


def _in_a_form_that_fits(forms: Sequence[Form], render: Render, copy: Copy | None) -> Setting:
    """Return the sheet in the first of its forms that has room for it.

    If none has, it is in the smallest sizes of the last.
    """
    for form in forms:
        if not form.sizes:
            return on_whole_leaves(form, render, copy)
        if made := on_panels(form, render):
            return made
    return render(form, form.style([len(sizes) - 1 for sizes in form.sizes]), is_trial=True)


def _unwritten(made: Setting, path: str) -> Iterator[Finding]:
    """Warn of panels that show lines to write on, as there is no text for them."""
    layout = made.form.layout
    if not layout.panels:
        return
    standing = places(layout.folding, PAPERS[layout.paper], 0, rtl=layout.rtl)
    for number, place in zip(_slots(made), standing, strict=True):
        page = made.boxes[number] if number is not None else None
        if page is None or any(
            box.element is not None and box.element.get("class") == "notes-page"
            for box in page.descendants()
        ):
            yield Finding(
                code="PDF017",
                severity=Severity.WARNING,
                path=path,
                message=f"there is no text for the panel '{place.name}': it has lines to write on",
                fix="write what is read second in ::: flap, or in ::: summary and ::: action; a "
                "short article may be better off as a handout",
            )


def _slots(made: Setting) -> list[int | None]:
    """Return for each panel in reading order the page that stands on it; ``None`` for none."""
    names, layout = made.names, made.form.layout
    if not layout.folding:
        return []
    if not layout.panels:
        # White pages come before the last one: the clinic's area belongs on the back.
        *pages, last = range(len(names))
        return [*pages, *[None] * (-len(names) % LEAF), last]
    slots: list[int | None] = []
    for name, count in layout.panels:
        pages = [number for number, own in enumerate(names) if own == name]
        slots += [*pages, *[None] * (count - len(pages))]
    return slots


def _too_long(made: Setting, path: str) -> Iterator[Finding]:
    """Yield the lines that are too long for their place.

    What stands on a page too many is told as such: on larger paper its lines are others.
    """
    panels = made.form.layout.panels
    surplus = [page for name, count in panels for page in made.boxes_of(name)[count:]]
    for page_number, page in enumerate(made.boxes, 1):
        for words, word in dict.fromkeys(out_of_box(page)) if page not in surplus else ():
            yield _finding(
                "PDF006",
                path,
                f"page {page_number}: a line is too long for its place: {words}",
                f"shorten the text, or put soft hyphens (U+00AD) into '{word}', where it can break"
                if len(word) >= LONG and word.isalpha()
                else "shorten the text, or give it a place where it can break",
                words,
            )


def _overfull(made: Setting, path: str) -> Iterator[Finding]:
    """Report panels that hold less than their text, and by how much."""
    layout = made.form.layout
    place = 0
    for name, count in layout.panels:
        pages = made.boxes_of(name)
        place += count
        if len(pages) > count:
            over = sum(height_used(page) for page in pages[count:])
            paper = PAPERS[layout.paper]
            panels = places(layout.folding, paper, place, rtl=layout.rtl)
            panel = next(one.name for one in panels if one.page == place - 1)
            where = f"the panel '{panel}'" if layout.folding else "the page"
            yield _finding(
                "PDF011",
                path,
                f"{where} is overfull: on {layout.paper} paper, in the smallest size "
                f"allowed, text of about {_tens(over * PIXEL / MILLIMETRE)} mm too much remains",
                "mark passages that a brochure may leave out with ::: detail, or shorten the text"
                if layout.folding
                else _with_room(layout.paper),
            )


def _with_room(paper: str) -> str:
    larger = {"letter": "tabloid", "a4": "a3"}.get(paper)
    return f"print it on larger paper: --paper {larger}" if larger else "shorten the text"


def _tens(length: float) -> int:
    """Return a length in tens, rounded up: releases of Pango differ by less."""
    return ceil(length / 10) * 10


def _finding(code: str, path: str, message: str, fix: str, target: str = "") -> Finding:
    return Finding(
        code=code, severity=Severity.ERROR, path=path, message=message, fix=fix, target=target
    )


def warm_up() -> None:
    """Load the typesetter before it is needed; what is missing is reported when it is used."""
    with suppress(PolyleafError):
        typesetter()
        library_versions()
        finishing.warm_up()

"""A translation laid out for those who approve it, as one HTML page for staff."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from importlib import resources

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from pipeline.compose.citation import citation_text, printed_citation
from pipeline.compose.page import set_page
from pipeline.compose.sheet import fill
from pipeline.compose.style import font_families
from pipeline.compose.words import direction_of
from pipeline.parse.inline import parse_inline
from pipeline.records.guide import reading_guide
from pipeline.records.typography import citation_form, language_name, locale_named
from pipeline.values.article import Inline
from pipeline.values.citation import CitationForm, Reference
from pipeline.values.folding import PAPERS
from pipeline.values.locale import bcp47
from pipeline.values.review import Review, ReviewCommands, ReviewUnit

MOST_UNSURE = 10
"""So many places are named where the makers were least sure."""

ALONE = (
    ("band", "Proof – not approved"),
    ("foot", "Draft"),
    ("foot", "Proof"),
    ("foot", "Approved"),
    ("additions", "Added by the publisher"),
)
"""Words of the sheet that stand alone on the paper, and say what it is."""


def compose_review(
    review: Review,
    language: str,
    references: Mapping[str, Reference],
    paper: str,
    commands: ReviewCommands,
    *,
    kit: bool,
) -> str:
    """Return the page; ``language`` is the article's, ``paper`` is laid on its side.

    With ``kit`` it begins with a guide in the readers' language, the places where its makers were
    unsure, and the words that stand alone on the sheet. What is not translated is left out, and
    while anything is, there is no room for signatures: nobody can approve it.
    """
    with resources.as_file(resources.files("pipeline.compose")) as folder:
        environment = Environment(
            loader=FileSystemLoader(folder / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            keep_trailing_newline=True,
        )
    environment.filters["fill"] = fill
    guide = reading_guide(review.locale) if kit else None
    size, local = PAPERS[paper], locale_named(review.locale, _EDITION)
    forms = {name: citation_form(name) for name in (language, review.locale)}
    units, words = (
        [one for one in all_ if one.is_finished] for all_ in (review.units, review.words)
    )
    html = environment.get_template("review.html").render(
        review=review,
        units=units,
        words=words,
        missing=_ranges(review.missing_numbers),
        width=f"{size.height:g}pt",
        height=f"{size.width:g}pt",
        source=_side(language),
        local=_side(review.locale),
        fonts=Markup(font_families(families_of(review, language))),
        local_fonts=Markup(font_families(local.typography.families)),
        shown=lambda unit, text, name: _shown(unit, text, references, forms[name]),
        difference=_difference,
        guide=guide,
        reader={**_side(guide.locale), "own_name": language_name(review.locale, guide.locale)}
        if guide
        else None,
        commands=commands,
        command=Markup('<bdi dir="ltr" class="code">{}</bdi>').format(commands.note),
        unsure=[one for one in (*units, *words) if one.doubts][:MOST_UNSURE],
        alone=[one for one in words if one.key in ALONE],
        to_read=_ranges(review.open_numbers),
    )
    return set_page(html, language)


_EDITION = "review"
"""What a review proof is called where a locale has other fonts in some editions."""


def families_of(review: Review, language: str) -> tuple[str, ...]:
    """Return the families of both languages, each once."""
    names = (language, review.locale)
    return tuple(
        dict.fromkeys(
            one for name in names for one in locale_named(name, _EDITION).typography.families
        )
    )


def _side(name: str) -> dict[str, str]:
    return {
        "tag": bcp47(name),
        "direction": direction_of(bcp47(name)),
        "name": language_name(name, "en"),
        "locale": name,
    }


def _shown(
    unit: ReviewUnit, text: str, references: Mapping[str, Reference], form: CitationForm
) -> Markup:
    """Return a text as it reads on the sheet; codes stand as what they print, or in braces."""
    if not unit.is_inline:
        return escape(text)
    return _running(parse_inline(text), references, form)


def _running(
    inlines: Iterable[Inline], references: Mapping[str, Reference], form: CitationForm
) -> Markup:
    return Markup("").join(_inline(one, references, form) for one in inlines)


def _inline(one: Inline, references: Mapping[str, Reference], form: CitationForm) -> Markup:
    inner = _running(one.children, references, form)
    match one.kind:
        case "text" | "html":
            return escape(one.text)
        case "code":
            return Markup("<code>{}</code>").format(one.text)
        case "emphasis":
            return Markup("<em>{}</em>").format(inner)
        case "strong":
            return Markup("<strong>{}</strong>").format(inner)
        case "break":
            return Markup("<br>")
        case "link":
            return inner + Markup(' <bdi dir="ltr" class="code">{}</bdi>').format(one.target)
        case "image":
            return Markup('<bdi dir="ltr" class="code">{}</bdi>').format(one.target)
        case "placeholder":
            return Markup('<bdi dir="ltr" class="code">{{{}}}</bdi>').format(one.text)
        case "footnote":
            return Markup('<bdi dir="ltr" class="code">[{}]</bdi>').format(one.text)
    if one.citation and all(cite.key in references for cite in one.citation.cites):
        printed = printed_citation(one.citation, references, form)
        return Markup("<bdi>{}</bdi>").format(citation_text(printed))
    return Markup('<bdi dir="ltr" class="code">{}</bdi>').format(str(one.citation or one.text))


def _difference(before: str, after: str) -> Markup:
    """Return what a text was, with what went struck out and what came underlined."""
    old, new = before.split(), after.split()
    shown: list[Markup] = []
    for kind, start, end, first, last in SequenceMatcher(None, old, new, False).get_opcodes():
        if kind == "equal":
            shown.append(escape(" ".join(old[start:end])))
        if kind in ("replace", "delete"):
            shown.append(Markup("<del>{}</del>").format(" ".join(old[start:end])))
        if kind in ("replace", "insert"):
            shown.append(Markup("<ins>{}</ins>").format(" ".join(new[first:last])))
    return Markup(" ").join(shown)


def _ranges(numbers: Sequence[int]) -> str:
    """Return numbers in short: ``1–3, 7``."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][-1] == number - 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return ", ".join(f"{one[0]}–{one[-1]}" if len(one) > 1 else str(one[0]) for one in spans)

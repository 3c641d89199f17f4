"""The specimen of the design: scale, colours, unit and parts, as the sheets have them."""

from importlib import resources

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.compose.style import colours, edition_style
from pipeline.records.typography import locale_named
from pipeline.values.colour import contrast
from pipeline.values.folding import PAPERS
from pipeline.values.sheet import Edition

RATIO = 1.2
"""Between one step of the type scale and the next."""

_STEPS = ("title", "field", "subtitle, heads", "text")


def specimen(edition: Edition, paper: str, accent: str) -> str:
    """Return the specimen as HTML, in the edition's own style and in an accent."""
    with resources.as_file(resources.files("pipeline.compose")) as folder:
        environment = Environment(
            loader=FileSystemLoader(folder / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
        )
    size = PAPERS[paper]
    pages = f"@page {{ size: {size.width:g}pt {size.height:g}pt; }}\n"
    made = colours(accent)
    text = edition.sizes[0]
    scale = [(name, text * RATIO ** (len(_STEPS) - 1 - step)) for step, name in enumerate(_STEPS)]
    return environment.get_template("specimen.html").render(
        style=Markup(edition_style(edition, locale_named("en"), pages, {}, accent)),
        accent=accent,
        colours=made,
        contrasts={
            "ink": contrast("#ffffff", made["ink"]),
            "tint": contrast(made["ink"], made["tint"]),
            "heads": contrast(made["head-ink"]),
        },
        scale=[
            *scale,
            ("reference list and last lines", edition.reference_type or text),
            ("foot, for staff", edition.staff_type or text),
        ],
        measure=f"{edition.name} on {paper} paper",
    )

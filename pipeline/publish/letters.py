"""Letters that no font of a sheet has, told by the text they stand in, before it is typeset."""

from collections.abc import Iterator

from pipeline.compose.plan import SheetPlan
from pipeline.parse.inline import parse_inline
from pipeline.typeset.fonts import FontSet
from pipeline.values.article import plain_text
from pipeline.values.finding import Finding
from pipeline.values.message import Catalog

_FIX = "write it in other words, or in letters of the language's own script"


def missing_letters(plan: SheetPlan, catalog: Catalog, fonts: FontSet) -> Iterator[Finding]:
    """Report each text of a sheet that has letters which none of its fonts has, once a text.

    ``catalog`` is the article's in the sheet's locale: its lines are named, else the article's.
    """
    lines = {unit.key: unit.line for unit in plan.source.units()}
    for key, line in lines.items():
        entry = catalog.translations.get(key)
        text = plain_text(parse_inline(entry.text)) if entry else ""
        if lacking := fonts.lacks(text):
            is_source = not plan.is_translation
            yield Finding(
                code="PDF004",
                path=plan.source.path if is_source else entry.path or catalog.path if entry else "",
                line=line if is_source or not entry else entry.line,
                message=_message(lacking),
                fix=_FIX,
                locale=plan.locale.name,
                article=plan.source.id,
                source_path=plan.source.path,
                source_line=line,
                source="" if is_source else key[1],
                target=text,
            )
    for path, name, text in _records(plan):
        if lacking := fonts.lacks(text):
            yield Finding(
                code="PDF004",
                path=path,
                message=f"{name}: {_message(lacking)}",
                fix=_FIX,
                locale=plan.locale.name,
                target=text,
            )


def _message(letters: str) -> str:
    shown = " ".join(f"{letter} (U+{ord(letter):04X})" for letter in letters[:8])
    more = f" and {len(letters) - 8} more" if len(letters) > 8 else ""
    return f"no font of this sheet has {shown}{more}"


def _records(plan: SheetPlan) -> Iterator[tuple[str, str, str]]:
    """Yield file, field and text of what a publisher and a clinic say of themselves."""
    publisher, clinic = plan.publisher, plan.clinic
    for name in ("name", "licence", "corrections"):
        yield "source/publisher.toml", name, getattr(publisher, name)
    if clinic:
        for name, text in (("name", clinic.name), ("address", "\n".join(clinic.address))):
            yield f"source/clinics/{clinic.id}.toml", name, text

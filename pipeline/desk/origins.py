"""What a project takes over from the installed program, and what it has of its own instead."""

from collections.abc import Iterator, Sequence

from pipeline import __version__
from pipeline.project import Project, base
from pipeline.project.sources import Sources
from pipeline.records.own_language import Rows, overruled
from pipeline.values.region import Region


def origins(project: Project, locales: Sequence[str]) -> Iterator[str]:
    """Yield lines that say which is which; none where the project takes nothing over."""
    if project.takes_over:
        yield from _taken_over(project, locales)
    for locale, rows in sorted(project.own_languages().rows.items()):
        yield f"your own: source/languages/{locale}.toml; {_said_of(locale, rows)}"


def _taken_over(project: Project, locales: Sequence[str]) -> Iterator[str]:
    shipped = {file.stem for file in base.region_files()}
    own = project.own_regions()
    count = len(shipped - set(own))
    yield f"taken over from polyleaf {__version__}, and renewed with it:"
    yield f"    {count} region{'' if count == 1 else 's'}"
    words = [one for one in locales if project.inherited_words(one)[0]]
    if words:
        yield f"    the sheet's own words in {' '.join(words)}, but for those in your sheet.po"
    yield "    the terms of the glossary, but for those in your glossary.csv"
    for code in own:
        how = _beside(project, code) if code in shipped else "polyleaf has none"
        yield f"your own: source/regions/{code}.toml; {how}"


def _said_of(locale: str, rows: Rows) -> str:
    """Say which fields of a language's file overrule the program's, and which it does not have."""
    told: dict[bool, dict[str, list[str]]] = {True: {}, False: {}}
    for table, name, overrules in overruled(locale, rows):
        told[overrules].setdefault(table, []).append(name)
    named = {
        what: ", ".join(f"{table} ({', '.join(names)})" for table, names in told[which].items())
        for what, which in (("overrules", True), ("adds", False))
    }
    return "; ".join(f"{what} {fields}" for what, fields in named.items() if fields) or "is empty"


def licence_lines(sources: Sources) -> Iterator[str]:
    """Yield what is missing to know whether sheets may be passed on; nothing where all is said."""
    publisher, _ = sources.project.publisher()
    silent = [article.id for article in sources.articles if not article.rights]
    if publisher and not publisher.licence and silent:
        yield (
            f"no licence is on record for {', '.join(silent)}: whoever gets a sheet cannot know "
            'whether it may be passed on; write licence = "…", and owner = "…" where that is '
            "somebody else, into source/publisher.toml"
        )


def _beside(project: Project, code: str) -> str:
    """Say how the project's own record of a region differs from the program's."""
    own, other = project.region(code)[0], project.inherited_region(code)
    if own is None or other is None:
        return "it cannot be compared with polyleaf's"
    if _printed(own) == _printed(other):
        return "polyleaf's says the same, but for who confirmed it"
    return "polyleaf's says something else: compare them, and remove yours if it is the older one"


def _printed(region: Region) -> tuple[object, ...]:
    """Return what a region's record says, without what people confirmed."""
    records = [(record.id, record.digest) for record in region.records]
    return region.paper, region.languages, region.never, region.no_service, records

"""A locale's catalog with what it takes over from its parents: ``es_MX``, ``es_419``, ``es``."""

from collections.abc import Sequence

from pipeline.values.message import Catalog, Translation


def inherit(catalogs: Sequence[Catalog]) -> Catalog:
    """Resolve catalogs, the child's first, into one that knows where each text comes from.

    An empty entry falls through to the parent. A fuzzy one does not: somebody began to say
    something else there, and the parent's words may be wrong.
    """
    child = catalogs[0]
    resolved: dict[tuple[str, str], Translation] = {}
    for catalog in reversed(catalogs):
        for key, entry in catalog.translations.items():
            if entry.text.strip() or key not in resolved:
                resolved[key] = Translation(
                    text=entry.text,
                    fuzzy=entry.fuzzy,
                    line=entry.line,
                    path=entry.path or catalog.path,
                    notes=entry.notes,
                    previous=entry.previous,
                )
    return Catalog(
        locale=child.locale,
        path=child.path,
        exists=any(catalog.exists for catalog in catalogs),
        translations=resolved,
        translators=tuple(name for catalog in catalogs for name in catalog.translators),
        revised=max((one.revised for one in catalogs if one.revised), default=None),
    )

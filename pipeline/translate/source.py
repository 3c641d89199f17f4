"""English is a locale like the others: the source as its own catalog."""

from collections.abc import Iterable

from pipeline.values.message import Catalog, Message, Translation


def source_catalog(messages: Iterable[Message], locale: str, path: str) -> Catalog:
    """Return a catalog that translates every message into itself."""
    return Catalog(
        locale=locale,
        path=path,
        translations={
            message.key: Translation(text=message.text, fuzzy=False, line=0) for message in messages
        },
    )

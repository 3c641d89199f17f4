"""Which article a catalog belongs to, by the texts that stand in it, whatever its name is."""

from collections.abc import Collection, Mapping, Sequence

from pipeline.catalog.po import Entry

LEAST = 1 / 3
"""So much of a catalog must be an article's texts; the rest may be of an earlier version."""

Key = tuple[str, str]


def recognise(entries: Sequence[Entry], known: Mapping[str, Collection[Key]]) -> str:
    """Return the name under which most of a catalog's texts are known; empty where too few are."""
    keys = {entry.key for entry in entries if entry.text}
    shared = {name: len(keys & set(texts)) for name, texts in known.items()}
    best = max(shared, key=lambda name: shared[name], default="")
    return best if keys and best and shared[best] >= max(1, LEAST * len(keys)) else ""

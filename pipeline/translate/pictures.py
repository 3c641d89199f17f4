"""A picture's version in a locale: ``breathe.es.svg`` beside ``breathe.svg``."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from pipeline.records.typography import parents_of


def local_pictures(names: Iterable[str], locale: str, images: Collection[str]) -> Mapping[str, str]:
    """Return the version of each picture that has one in a locale or in its parents'.

    ``images`` are the files that exist, by the names that articles use.
    """
    found = {}
    for name in names:
        version = next((one for one in versions_of(name, locale) if one in images), "")
        if version:
            found[name] = version
    return found


def versions_of(name: str, locale: str) -> Iterator[str]:
    """Yield the names that a picture's version in a locale may have, the nearest first."""
    file = PurePosixPath(name)
    for one in (locale, *parents_of(locale)):
        for suffix in dict.fromkeys((file.suffix, ".svg", ".png", ".jpg")):
            yield str(file.with_name(f"{file.stem}.{one}{suffix}"))

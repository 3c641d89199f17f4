"""An approved version of an article that stays in print while the next one is made."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What was frozen: a folder below ``source/releases/<article>/<version>/``."""

    path: str
    """Its record, ``release.toml``."""
    article: str
    version: str
    revision: str
    """The article's, as sheets name it."""
    on: date
    locales: Mapping[str, str]
    """Those whose words were approved, each with the mark of its wording."""
    files: Mapping[str, str]
    """SHA-256 of each frozen file, by its name in the release's folder."""

    @property
    def order(self) -> tuple[tuple[int, int, str], ...]:
        """What sorts releases from the oldest to the newest: 1.9 comes before 1.10."""
        parts = re.findall(r"\d+|[^\W\d_]+", self.version)
        return tuple(
            (1, int(part), "") if part.isdecimal() else (0, 0, part.casefold()) for part in parts
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A person's word that a release may be handed out though the original changed in substance."""

    by: str
    why: str
    on: date
    changes: str
    """The hash of exactly the changes that they knew of."""

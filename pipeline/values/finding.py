"""What a check has to say."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error keeps a sheet from being printed."""

    ERROR = "error"
    WARNING = "warning"
    TRIAL = "trial"
    """Of a rule that is new and on trial: told, and nothing ever fails for it."""
    IGNORED = "ignored"
    """A comment says, with a reason, that it is no fault: counted, and told with the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a check has to say, with where it is and what to do."""

    code: str
    """Family and number: ``SRC`` article, ``CAT`` catalog, ``CIT`` citations, ``SAF`` safety,
    ``TXT`` text, ``SVC`` records of services and publishers, ``PDF`` the printed result."""
    severity: Severity = Severity.ERROR
    path: str
    """The file to open, relative to the project where it lies in it."""
    line: int = 0
    """The line in that file, counted from 1; 0 where a file has no lines or all of it is meant."""
    message: str
    fix: str
    locale: str = ""
    article: str = ""
    source_path: str = ""
    source_line: int = 0
    source: str = ""
    """The source's text where two texts disagree."""
    target: str = ""
    """The translation's or the paper's text where two texts disagree."""
    reason: str = ""
    """Why it is no fault, in the words of the comment that says so."""

    @property
    def is_error(self) -> bool:
        """Whether this finding keeps the sheet from being printed."""
        return self.severity is Severity.ERROR

    @property
    def is_on_trial(self) -> bool:
        """Whether its rule is on trial."""
        return self.severity is Severity.TRIAL

    @property
    def is_ignored(self) -> bool:
        """Whether a comment says that it is no fault."""
        return self.severity is Severity.IGNORED


@dataclass(frozen=True, slots=True, kw_only=True)
class NotJudged:
    """A rule that cannot judge a locale's texts, because a list it rests on is not on record."""

    code: str
    locale: str
    reason: str
    """Which list, where it belongs, and what goes unseen without it."""


def has_errors(findings: Iterable[Finding]) -> bool:
    """Say whether any finding keeps a sheet from being printed."""
    return any(finding.is_error for finding in findings)

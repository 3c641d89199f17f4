"""Withdrawals that would withdraw nothing, because of a slip of the pen."""

from collections.abc import Collection, Iterable, Iterator

from pipeline.values.approval import Withdrawal
from pipeline.values.finding import Finding, Severity

NO_REGION = "intl"
"""The region of sheets that name none."""


def check_withdrawn(
    withdrawn: Iterable[Withdrawal],
    *,
    articles: Collection[str],
    locales: Collection[str],
    regions: Collection[str],
) -> Iterator[Finding]:
    """Report articles, locales, regions and services that the project does not have."""
    for index, one in enumerate(withdrawn):
        service = one.marks.get("service", "").partition("/")[0]
        for name, value, known in (
            ("article", one.marks.get("article", ""), articles),
            ("locale", one.marks.get("locale", ""), locales),
            ("region", one.marks.get("region", ""), regions),
            ("service", service, regions),
        ):
            if value and value not in known:
                yield Finding(
                    code="SRC021",
                    severity=Severity.ERROR,
                    path="source/withdrawn.toml",
                    message=f"withdrawn[{index}].{name}: there is no '{value}'",
                    fix=f"known: {' '.join(sorted(set(known)))}",
                )

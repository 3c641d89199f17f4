"""Sheets that must not be handed out any more, by what they show of themselves."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.check.withdrawn import NO_REGION
from pipeline.compose.plan import SheetPlan
from pipeline.values.approval import Withdrawal
from pipeline.values.finding import Finding, Severity
from pipeline.values.region import FALLBACK


def withdrawal_of(plan: SheetPlan, withdrawn: Iterable[Withdrawal]) -> Iterator[Finding]:
    """Report each withdrawal that a planned sheet falls under, with either of its languages."""
    withdrawn = tuple(withdrawn)
    yield from _of_one(plan, withdrawn)
    if plan.other_translation:
        yield from _of_one(replace(plan.other_translation, records=plan.records), withdrawn)


def _of_one(plan: SheetPlan, withdrawn: Iterable[Withdrawal]) -> Iterator[Finding]:
    marks = {
        "article": plan.source.id,
        "version": plan.source.version,
        "revision": plan.source.revision,
        "translation": plan.translation,
        "locale": plan.locale.name,
        "region": plan.region.code if plan.region else NO_REGION,
    }
    for one in withdrawn:
        if falls_under(marks, plan.records, one):
            yield Finding(
                code="SRC022",
                severity=Severity.ERROR,
                path="source/withdrawn.toml",
                message=f"this version was withdrawn on {one.on}: {one.reason}",
                fix="mend the article, translation or record, so that the sheet is another; "
                "then print it again",
                locale=plan.locale.name,
                article=plan.source.id,
            )


def both_marks(record: Mapping[str, object]) -> Iterator[dict[str, str]]:
    """Yield the marks of a sheet's record, and those of the translation beside its own, if any."""
    marks = {name: word for name, word in record.items() if isinstance(word, str)}
    yield marks
    if beside := marks.get("beside"):
        yield {**marks, "locale": beside, "translation": marks.get("beside_translation", "")}


def falls_under(
    marks: Mapping[str, str], records: Sequence[Sequence[str]], withdrawal: Withdrawal
) -> bool:
    """Say whether a sheet bears all the marks of a withdrawal.

    ``records`` are the records that it prints: name, short hash, and more that does not matter.
    """
    wanted = dict(withdrawal.marks)
    if wanted.get("region") == FALLBACK:
        wanted["region"] = NO_REGION
    service, record = wanted.pop("service", ""), wanted.pop("record", "")
    if any(marks.get(name) != value for name, value in wanted.items()):
        return False
    return not service or any((service, record) == tuple(row[:2]) for row in records)

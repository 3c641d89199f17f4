"""Which words that nobody has approved stand on a sheet, since the program gained them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace

from pipeline.compose.plan import SheetPlan
from pipeline.compose.sheet import compose
from pipeline.values.finding import Finding, Severity
from pipeline.values.message import Catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked(Catalog):
    """A catalog that notes which of its texts are asked for."""

    asked: set[tuple[str, str]] = field(default_factory=set, repr=False, compare=False)

    def usable(self, key: tuple[str, str]) -> str | None:
        """Return a finished translation, or the text itself: that it is asked for is enough."""
        self.asked.add(key)
        return Catalog.usable(self, key) or key[1]


def as_words_allow(plan: SheetPlan) -> SheetPlan:
    """Return a sheet's plan; as a proof where words stand on it that nobody has approved."""
    if not new_on_sheet(plan):
        return plan
    awaits = tuple(dict.fromkeys(("text", *plan.awaits)))
    beside = plan.beside
    return replace(
        plan,
        state="proof",
        awaits=awaits,
        approvals=(),
        beside=replace(beside, state="proof", awaits=awaits, approvals=()) if beside else None,
    )


def new_on_sheet(plan: SheetPlan) -> list[str]:
    """Return the words on a sheet, or beside it on its web page, that came after its approvals."""
    beside = plan.beside
    catalogs = [(plan.words, plan.new_words)]
    catalogs += [(beside.words, beside.new_words)] if beside else []
    catalogs += [(one.words, one.new_words) for one in plan.offers]
    if not any(new for _, new in catalogs):
        return []
    asked = [_asked(words) for words, _ in catalogs]
    own, *others = asked
    second = replace(beside, words=others.pop(0)) if beside else None
    offers = [replace(one, words=words) for one, words in zip(plan.offers, others, strict=True)]
    compose(replace(plan, words=own, beside=second, offers=tuple(offers)))
    found = (one.asked & new for one, (_, new) in zip(asked, catalogs, strict=True))
    return sorted({text for keys in found for _, text in keys})


def _asked(words: Catalog) -> _Asked:
    return _Asked(**{one.name: getattr(words, one.name) for one in fields(Catalog)})


def who_lacks_words(plan: SheetPlan) -> Iterator[Finding]:
    """Say that words on a sheet came after its approvals, where nothing less was asked for."""
    new = new_on_sheet(plan)
    if new:
        told = ", ".join(f"“{text}”" for text in new[:3])
        more = f" and {len(new) - 3} more" if len(new) > 3 else ""
        yield Finding(
            code="CAT025",
            severity=Severity.ERROR,
            path=f"locales/{plan.locale.name}/approvals",
            message="the sheet has words that came with a newer version of Polyleaf than its "
            f"approvals: {told}{more}",
            fix=f"let the same people approve {plan.locale.name} again; or print a proof",
            locale=plan.locale.name,
            article=plan.source.id,
        )

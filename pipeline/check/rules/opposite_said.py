"""A word in the place of its opposite: before for after, never for always."""

from collections.abc import Iterator

from pipeline.check.opposites import turned_words
from pipeline.check.orders import turned_orders
from pipeline.check.rule import Example, Fault, Floor, Pair, Rule
from pipeline.values.finding import Severity


def check(pair: Pair) -> Iterator[Fault]:
    """Report what is turned round, and an order that lost or gained its "not"."""
    texts = pair.source.plain, pair.target.plain, pair.language.locale
    orders = [*turned_orders(*texts, in_note=pair.is_crisis)]
    for order in orders:
        is_error = order.is_sure and pair.is_crisis
        yield Fault(
            message=f"the English says “{order.says}”, {order.here}",
            severity=Severity.ERROR if is_error else None,
        )
    for turned in turned_words(*texts):
        if orders and not turned.here:
            continue
        here = f"this says “{turned.here}”" if turned.here else "nothing here says not to"
        yield Fault(message=f"the English says “{turned.says}”, {here}")


RULE = Rule(
    code="TXT019",
    name="opposite of the English",
    severity=Severity.WARNING,
    floor=Floor.REASON,
    why="After a meal is not before it, and never is not always; all words around are the same, so "
    "that a reader of the translation sees nothing odd. A crisis note that says to leave somebody "
    "alone, to wait, or not to call, where the English says the opposite, is an error.",
    fix="read both again, and say what the English says",
    bad=Example(source="Take it after a meal.", target="Tómelo antes de comer."),
    good=Example(source="Take it after a meal.", target="Tómelo después de comer."),
    rests_on=("limits",),
    check=check,
)

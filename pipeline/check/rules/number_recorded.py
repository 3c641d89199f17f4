"""A crisis number of some region, typed where the region's record should stand."""

from collections.abc import Iterator

from pipeline.check.moments import hours_said
from pipeline.check.recorded import dialled, typed_numbers
from pipeline.check.rule import Example, Fault, Pair, Rule
from pipeline.values.finding import Severity


def check(pair: Pair) -> Iterator[Fault]:
    """Report numbers on record in a translation, in digits of any script or spelled out."""
    in_note = pair.is_crisis or pair.is_sheet
    texts = [pair.target.plain]
    texts += [number for one in pair.target.inlines if (number := dialled(one.target))]
    told: set[str] = set()
    for place, text in enumerate(texts):
        everywhere = in_note or place > 0
        for typed in typed_numbers(
            text, pair.language.locale, pair.crisis_numbers, everywhere=everywhere
        ):
            is_hour = not in_note and typed.text in hours_said(pair.source.plain)
            if typed.text not in told and not is_hour:
                told.add(typed.text)
                yield Fault(
                    message=f"the number {typed.text} is typed here: {typed.says}",
                    severity=None if typed.is_sure else Severity.WARNING,
                )


RULE = Rule(
    code="SAF013",
    name="crisis number typed outside the region’s record",
    why="A sheet is handed out in many regions and for years. A number that was typed is right in "
    "one place and until it is replaced; then it leads a reader in danger nowhere. It counts in "
    "any digits, in words (nine eight eight, nine eleven), or as letters on a telephone’s keys.",
    fix="take it out: crisis numbers come from the region’s record, through {services} and "
    "{emergency}",
    bad=Example(
        source="The numbers stand at the end of this sheet.",
        target="Los números están al final: antes, el 1-800-273-TALK (8255).",
    ),
    good=Example(
        source="The numbers stand at the end of this sheet.",
        target="Los números están al final de esta hoja.",
    ),
    rests_on=("dialling", "numerals"),
    check=check,
)

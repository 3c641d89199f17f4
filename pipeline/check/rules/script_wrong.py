"""A text in another script than the locale’s."""

from collections.abc import Iterator

from pipeline.check.foreign import has_words
from pipeline.check.rule import Example, Fault, Floor, Pair, Rule
from pipeline.check.sameness import may_be_name, stays
from pipeline.check.writing import own_scripts
from pipeline.values.finding import Severity


def check(pair: Pair) -> Iterator[Fault]:
    """Report texts whose letters are mostly of another script."""
    found = pair.target.scripts
    total = found.total()
    if total < 3 or not has_words(pair.source.plain):
        return
    own = sum(found[script] for script in own_scripts(pair.language))
    latin = 0 if pair.language.script == "Latn" else found["Latn"]
    foreign = total - own - latin - _kept(pair)
    if _stays(pair):
        return
    if own == 0:
        yield Fault(
            message=f"none of the letters are of the script of {pair.language.name}",
            severity=Severity.WARNING if may_be_name(pair) else None,
        )
    elif foreign > 0.3 * total:
        yield Fault(message=f"many letters are not of the script of {pair.language.name}")


def _kept(pair: Pair) -> int:
    """Count the letters of other scripts that the source has as well: names of languages."""
    scripts = {*own_scripts(pair.language), *own_scripts(pair.source_language), "Latn"}
    source, target = pair.source.scripts, pair.target.scripts
    return sum(min(target[one], source[one]) for one in target.keys() - scripts)


def _stays(pair: Pair) -> bool:
    """Say whether the text stays as it is: a name, or a line for readers of another language."""
    source = pair.source
    in_its_script = any(source.scripts[script] for script in own_scripts(pair.source_language))
    return pair.target.plain.strip() == source.plain.strip() and (
        stays(pair) or not (has_words(source.plain) and in_its_script)
    )


RULE = Rule(
    code="TXT008",
    name="wrong script",
    floor=Floor.OUTSIDE_NOTES,
    why="The reader cannot read it, and the fonts of the locale may not have its letters.",
    fix="write it in the script of the language",
    bad=Example(source="Sleep well.", target="Спите хорошо."),
    good=Example(source="Sleep well.", target="Duerma bien."),
    check=check,
)

"""A text in another language than the locale’s."""

import re
from collections.abc import Iterator, Mapping

from pipeline.check.likelier import likelier_language
from pipeline.check.once import OncePer
from pipeline.check.rule import Example, Fault, Floor, Pair, Rule
from pipeline.check.writing import hits
from pipeline.records.vocabulary import telling_words
from pipeline.values.finding import Severity

Signs = tuple[frozenset[str], frozenset[str]]
"""Common words of a language, and letters that it does not share."""

_LEAST = 3
"""From how many signs of another language on a text is doubted."""

_SURELY_KANA = 10
"""From how many different ones on a Japanese text has kana: 電話 and 緊急通報番号 have none."""


def check(pair: Pair) -> Iterator[Fault]:
    """Report texts that show another language of the same script, and hardly their own."""
    name, other = _commoner(pair), likelier_language(pair)
    if name or other:
        yield Fault(
            message=f"this looks like {other.name if other else name}, not like "
            f"{pair.language.name}",
            severity=None if name or (other and other.is_sure) else Severity.WARNING,
        )


def _commoner(pair: Pair) -> str:
    """Return the language whose common words and letters a text has, and hardly its own."""
    language = pair.language
    if not language.others or not (language.words or language.letters):
        return ""
    if language.script == "Jpan" and (
        pair.target.scripts["Kana"]
        or sum("\u4e00" <= one <= "\u9fff" for one in pair.target.letters) < _SURELY_KANA
    ):
        return ""
    words, letters = set(pair.target.words), pair.target.small_letters
    own = hits(words, letters, language.words, language.letters)
    strange = _strange(pair) if own < 2 * _LEAST else 0
    if own >= 2 * _LEAST and not language.letters:
        return _twin(pair, words)
    # What the source has as well was left on purpose: a name, a line in that language.
    new_words = words.difference(pair.source.words)
    new_letters = letters - pair.source.small_letters
    if hits(new_words, new_letters, *_of_any(language.others)) < _TWO:
        return ""
    for name, (their_words, their_letters) in language.others.items():
        other = hits(new_words, new_letters, their_words, their_letters)
        if (other >= _LEAST and other > 2 * own) or _shows(strange, other, own, len(words)):
            return name
    return _twin(pair, words)


def _twin(pair: Pair, words: set[str]) -> str:
    """Return a language that has most words in common, where no word is of the text's own alone."""
    new_words = words.difference(pair.source.words)
    telling = telling_words(pair.language.locale)
    for name, (theirs, _) in pair.language.others.items():
        if len(theirs & new_words) >= _LEAST and not telling.get(name, theirs) & words:
            return name
    return ""


def _all_of(others: Mapping[str, Signs]) -> Signs:
    """Return the words and letters that any of some languages has."""
    words, letters = zip(*others.values(), strict=True)
    return frozenset().union(*words), frozenset().union(*letters)


_of_any = OncePer[Mapping[str, Signs], Signs](_all_of)


def _strange(pair: Pair) -> int:
    """Count the words, but for names, that have letters which no word of a language has."""
    if pair.language.not_letters.isdisjoint(pair.target.letters):
        return 0
    found = re.findall(r"[^\W\d_]+", pair.target.plain)
    return len(
        {
            word
            for word in found
            if word[0] == word[0].lower()
            and not pair.language.not_letters.isdisjoint(word)
            and word not in pair.source.words
        }
    )


def _shows(strange: int, other: int, own: int, words: int) -> bool:
    """Say whether few signs of another language are enough: strange letters, or none of its own."""
    if strange >= _TWO:
        return other >= max(own, _TWO)
    if strange:
        return other >= _TWO and other > own
    return own == 0 and other >= _TWO and words >= _SENTENCE


_TWO = 2
"""Words with strange letters, or common words of another language, that are no chance together."""

_SENTENCE = 8
"""From how many different words on a text has a common word of its own language."""


RULE = Rule(
    code="TXT009",
    name="text of another language",
    floor=Floor.OUTSIDE_NOTES,
    why="Catalogs get mixed up, and Portuguese looks almost right in a Spanish file.",
    fix="put in the text of this language",
    bad=Example(
        source="Rejection is anticipated, and the isolation that follows confirms it.",
        target="A rejeição é esperada, e o isolamento que se segue não faz mais do que a "
        "confirmar.",
    ),
    good=Example(
        source="Rejection is anticipated, and the isolation that follows confirms it.",
        target="Se espera el rechazo, y el aislamiento que sigue lo confirma.",
    ),
    rests_on=("words or letters",),
    check=check,
)

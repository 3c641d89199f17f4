"""What only a whole catalog shows: how it speaks to its reader, its terms, its letters' marks."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from pipeline.check.rule import Fault, Pair
from pipeline.check.terms import has_form, is_written_apart, own_terms_in
from pipeline.check.writing import words_of
from pipeline.values.finding import Severity
from pipeline.values.language import Language


def mixed_address(pairs: Sequence[Pair]) -> Iterator[tuple[int, Fault]]:
    """Yield the texts, by their place, that speak to the reader in another way than most do.

    What stands between quotation marks is somebody else's voice and isn't looked at. Of two ways
    that are equally frequent, the one that comes later is told.
    """
    if not pairs or len(pairs[0].language.address) < 2:
        return
    patterns = _address(pairs[0].language.address)
    places: dict[int, dict[int, str]] = defaultdict(dict)
    for place, pair in enumerate(pairs):
        text = _without_quotations(pair.target.plain, pair.language)
        for way, pattern in enumerate(patterns):
            if found := pattern.search(text):
                places[way][place] = found.group()
    if len(places) < 2:
        return
    usual = max(places, key=lambda way: (len(places[way]), -min(places[way])))
    for way, words in sorted(places.items()):
        for place, word in words.items() if way != usual else ():
            yield (
                place,
                Fault(message=f"“{word}” speaks to the reader in another way than the other texts"),
            )


@lru_cache(maxsize=256)
def _address(ways: tuple[tuple[str, ...], ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(
            "|".join(rf"(?<!\w){word}(?!\w)" if is_written_apart(word) else word for word in way)
        )
        for way in ways
    )


def _without_quotations(text: str, language: Language) -> str:
    for begin, end in language.quotes:
        if begin != end and begin in text:
            text = re.sub(f"{re.escape(begin)}[^{re.escape(end)}]*{re.escape(end)}", " ", text)
    return text


def mixed_terms(pairs: Sequence[Pair]) -> Iterator[tuple[int, Fault]]:
    """Yield the texts, by their place, that say a term of the glossary with another of its forms.

    Only terms of several words are looked at: "healing" and "distress" are everyday words too,
    and a careful text may well say them in two ways. Only texts are compared that show one form
    and no other; forms that share a word are akin: a plural, a longer name.
    """
    if not pairs:
        return
    language = pairs[0].language
    wanted = [term for term in language.terms if term.variants and " " in term.term]
    names = tuple(term.term for term in wanted)
    for term in wanted:
        forms = (term.preferred, *term.variants)
        places: dict[str, list[int]] = defaultdict(list)
        for place, pair in enumerate(pairs):
            if term.term not in own_terms_in(pair.source.plain, names):
                continue
            here = [
                form for form in forms if has_form((form,), pair.target.plain, language.inflection)
            ]
            if len(here) == 1:
                places[here[0]].append(place)
        if len(places) < 2:
            continue
        usual = max(places, key=lambda form: (len(places[form]), form == term.preferred))
        for form, found in places.items():
            for place in found if not _are_akin(form, usual) else ():
                yield (
                    place,
                    Fault(
                        message=f"“{term.term}” is “{form}” here and “{usual}” elsewhere",
                        fix=f"write {usual} here too, or say in a comment what is meant",
                    ),
                )


def lost_marks(pairs: Sequence[Pair]) -> Iterator[tuple[int, Fault]]:
    """Yield, at its first text, a whole catalog that has lost the marks on its letters: ą, ñ, ş.

    Languages are looked at that have such letters of their own on record, and catalogs that are
    long enough to have some. A marked letter of the source, as of a name, is none.
    """
    if not pairs or not (own := _marked(pairs[0].language.letters)):
        return
    letters = marked = 0
    for pair in pairs:
        text = pair.target.plain
        letters += sum(map(str.isalpha, text))
        if not text.isascii():
            marked += sum(
                one.isalpha() and not one.isascii() and one not in pair.source.plain for one in text
            )
    if letters >= _LONG and marked * _RARE < letters:
        shown = ", ".join(sorted(own)[:_SHOWN])
        yield (
            0,
            Fault(
                message=f"hardly a letter such as {shown} in all of this catalog: the marks on its "
                "letters are lost",
                fix="send the file as it was before a program took them away, or type them again",
                severity=Severity.WARNING,
            ),
        )


_LONG, _RARE, _SHOWN = 1500, 1500, 4
"""Letters of a catalog that is judged; of as many letters, at least one has a mark, as in each of
ours (Italian, the fewest, has one in 160); letters that are shown."""


def _marked(letters: Iterable[str]) -> set[str]:
    """Return the letters of the Latin script that ASCII has not even in their parts, as ĳ."""
    return {
        one
        for one in letters
        if one.isalpha()
        and unicodedata.name(one, "").startswith("LATIN")
        and not unicodedata.normalize("NFKD", one).isascii()
    }


def _are_akin(one: str, other: str) -> bool:
    return bool(_parts(one) & _parts(other))


def _parts(form: str) -> set[str]:
    """Return a form's words of three letters and more; its pairs of characters in Han and kana."""
    if is_written_apart(form):
        return {word for word in words_of(form) if len(word) > 2}
    return {form[place : place + 2] for place in range(len(form) - 1)}

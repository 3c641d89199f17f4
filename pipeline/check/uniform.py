"""What only a whole catalog shows: how it speaks to its reader, its terms, its letters' marks."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache

from pipeline.check.rule import Fault, Pair
from pipeline.check.terms import has_form, is_written_apart, own_terms_in
from pipeline.check.writing import words_of
from pipeline.values.finding import Severity
from pipeline.values.language import Language
from pipeline.values.locale import language_of


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
                text.count(one)
                for one in pair.target.letters
                if not one.isascii() and one.isalpha() and one not in pair.source.plain
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


def bare_words(pairs: Sequence[Pair]) -> Iterator[tuple[int, Fault]]:
    """Yield texts without any mark whose words have marks in the other texts: depresion.

    A word that stands bare elsewhere, too, or among the commonest words of the language, is none;
    nor is one of the source.
    """
    if not pairs or not _marked(pairs[0].language.letters):
        return
    bare = {place for place, pair in enumerate(pairs) if all(map(str.isascii, pair.target.words))}
    if not bare:
        return
    language = pairs[0].language
    words = [{*pair.target.words} for pair in pairs]
    marked = _marked_words([*words, *[language.words] * _AS_MANY], language)
    here = Counter(word for place in bare for word in words[place] if word in marked)
    right = language.words.union(
        *(words[place] for place in range(len(pairs)) if place not in bare)
    )
    for place in sorted(bare):
        own = [word for word in dict.fromkeys(pairs[place].target.words) if word in marked]
        lost = [one for one in own if one not in right and here[one] <= _AS_MANY]
        lost = [one for one in lost if one not in pairs[place].source.words]
        found = [one for one in lost if len(one) >= _LONG_WORD] or lost[: len(lost) - 1]
        if found:
            yield (
                place,
                Fault(
                    message=f"no letter here has a mark, and elsewhere “{found[0]}” is "
                    f"“{marked[found[0]]}”",
                    fix="type the letters with their marks",
                    severity=Severity.WARNING,
                ),
            )


_AS_MANY = 2
"""Texts in which a word has its marks, at least; so many those count that the language has."""
_LONG_WORD, _SHORT_WORD = 5, 4
"""Letters of a word that alone shows that marks are lost, and of one among others."""


def _marked_words(texts: Iterable[Set[str]], language: Language) -> dict[str, str]:
    """Return the words that have marks in two texts and more, by what they are without."""
    found: dict[str, str] = {}
    seen: Counter[str] = Counter()
    least = 2 if language_of(language.locale) == "vi" else _SHORT_WORD
    for text in texts:
        for word in text:
            if word.isascii() or len(word) < least:
                continue
            for form in _without_marks(word, language.locale):
                seen[form] += 1
                found[form] = word
    return {form: word for form, word in found.items() if seen[form] >= _AS_MANY}


@lru_cache(maxsize=20_000)
def _without_marks(word: str, locale: str) -> tuple[str, ...]:
    """Return a word without its marks, and in German with an e in their place."""
    apart = unicodedata.normalize("NFKD", word.translate(_STROKES))
    plain = "".join(one for one in apart if not unicodedata.combining(one))
    forms = (plain, word.translate(_UMLAUTS)) if language_of(locale) == "de" else (plain,)
    return tuple(one for one in forms if one.isascii())


_STROKES = str.maketrans("łđıø", "ldio")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def _are_akin(one: str, other: str) -> bool:
    return bool(_parts(one) & _parts(other))


def _parts(form: str) -> set[str]:
    """Return a form's words of three letters and more; its pairs of characters in Han and kana."""
    if is_written_apart(form):
        return {word for word in words_of(form) if len(word) > 2}
    return {form[place : place + 2] for place in range(len(form) - 1)}

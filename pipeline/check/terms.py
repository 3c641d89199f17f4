"""Terms of the glossary in running text, inflected as their language inflects."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.check.needles import compiled
from pipeline.check.once import OncePer
from pipeline.check.writing import lower_case, width
from pipeline.values.language import Inflection, WantedTerm

_SHORTEST_STEM = 4
_VOWELS = "aeiouàèìòùáéíóúąęıаеиоуыэюяіїєё\u093e-\u094c"
"""Last letters that are endings themselves, so that short words have stems too: рана, раны."""


@cache
def term_pattern(term: str) -> re.Pattern[str]:
    """Return the pattern of an English term, in singular and plural, as whole words."""
    words = [re.escape(word) for word in term.lower().split()]
    return re.compile(rf"\b{'[ -]'.join(words)}(?:s|es)?\b", re.IGNORECASE)


term_names = OncePer[tuple[WantedTerm, ...], tuple[str, ...]](
    lambda terms: tuple(term.term for term in terms)
)
"""Returns the English terms of a locale's rows of the glossary."""


@lru_cache(maxsize=20_000)
def terms_in(text: str, terms: tuple[str, ...]) -> frozenset[str]:
    """Return the English terms that stand in a source text; worked out once for all locales."""
    return frozenset(term for term in terms if term_pattern(term).search(text))


@lru_cache(maxsize=20_000)
def own_terms_in(text: str, terms: tuple[str, ...]) -> frozenset[str]:
    """Return the terms that stand in a source text for themselves, and not in a longer one.

    A language may say "attachment trauma" with another word than "attachment".
    """
    places = [(match.span(), term) for term in terms for match in term_pattern(term).finditer(text)]
    return frozenset(
        term
        for (start, end), term in places
        if not any(
            first <= start and end <= last and last - first > end - start
            for (first, last), _ in places
        )
    )


def has_form(forms: Iterable[str], text: str, inflection: Inflection | None = None) -> bool:
    """Say whether one of some forms stands in a text, whatever endings its words have."""
    folded, endings = _folded(text), inflection or _USUAL
    return any(all(stem.is_in(folded) for stem in _stems(form, endings)) for form in forms)


def has_word(form: str, text: str) -> bool:
    """Say whether a form stands in a text as it is, or with a short ending."""
    return _word(form).is_in(lower_case(text))


@dataclass(frozen=True, slots=True)
class _Stem:
    """A pattern, and letters of it without which no text has it: most texts lack them."""

    pattern: str
    needle: str
    is_all: bool = False
    """Whether the pattern is nothing but these letters, where a word may begin."""

    def is_in(self, text: str) -> bool:
        """Say whether the pattern is found in a text."""
        if not self.is_all:
            return self.needle in text and compiled(self.pattern).search(text) is not None
        place = text.find(self.needle)
        while place > 0 and not _may_begin_behind(text[place - 1]):
            place = text.find(self.needle, place + 1)
        return place >= 0


_JOINED = "والفبكهהבלמש"
"""Letters of Arabic and Hebrew that are written with the word behind them: and, in, like, from."""


def _may_begin_behind(letter: str) -> bool:
    """Say whether a word of a term may begin behind a letter or sign."""
    return not (letter.isalnum() or letter == "_") or letter in _JOINED


@cache
def _word(form: str) -> _Stem:
    ending = r"\w{0,2}(?!\w)" if is_written_apart(form) else ""
    before = r"(?<!\w)" if is_written_apart(form) else ""
    letters = lower_case(form)
    return _Stem(before + re.escape(letters) + ending, letters)


_USUAL = Inflection()


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    return _APOSTROPHES.sub("’", _MARKS.sub("", lower_case(text))).strip()


_MARKS = re.compile(r"[\u064b-\u0652\u0670\u0640]")
"""Arabic vowel marks and the lengthening stroke, which writers set or leave out."""

_APOSTROPHES = re.compile("['ʼ‘`]")


@cache
def _stems(form: str, inflection: Inflection) -> tuple[_Stem, ...]:
    """Return the patterns of a form's words, which a sentence may pull apart and turn around."""
    words = re.split(r"[\s\u00a0–-]+", _folded(form))
    if not inflection.endings and is_written_apart(form):
        whole = r"[\s–-]+".join(map(re.escape, words))
        return (_Stem(rf"\b{whole}\b", max(words, key=len)),)
    return tuple(_stem(word, inflection) for word in words if width(word) > 2 or len(words) == 1)


def is_written_apart(form: str) -> bool:
    """Say whether words of this script are written apart, so that endings can be told."""
    return not re.search(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]", form)


def _stem(word: str, inflection: Inflection) -> _Stem:
    """Return the pattern of a word whose last letters may be others."""
    if not is_written_apart(word):
        # 不安型愛着 is 不安型の愛着 too, and 不安全依恋 is 不安全的依恋.
        return _Stem("[の的之]?".join(map(re.escape, word)), word[:1])
    bare = re.sub(r"^(?:و?ال)(?=\w{2})", "", word)
    shortest = min(len(bare), _SHORTEST_STEM)
    if inflection.endings and re.search(rf"[{_VOWELS}]$", bare[:shortest]):
        shortest = max(shortest - 1, 2)
    kept = bare[: max(shortest, len(bare) - inflection.endings)]
    letters = [_either(letter, inflection.alternating) for letter in kept]
    sure = "".join(one if len(one) == 1 else " " for one in letters)
    is_all = sure[:1].isalnum() and " " not in sure and not inflection.fleeting
    if inflection.fleeting:
        sure = sure[:-1]
        letters.insert(-1, f"[{inflection.fleeting}]?")
    pattern = rf"(?:\b|[{_JOINED}]){''.join(letters)}"
    return _Stem(pattern, max(sure.split(" "), key=len), is_all)


def _either(letter: str, alternating: tuple[str, ...]) -> str:
    """Return the pattern of a letter, and of those that stand in its place."""
    groups = [group for group in alternating if letter in group]
    return f"[{''.join(groups)}]" if groups else re.escape(letter)

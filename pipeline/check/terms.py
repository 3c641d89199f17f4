"""Terms of the glossary in running text, inflected as their language inflects."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

_SHORTEST_STEM = 4


@cache
def term_pattern(term: str) -> re.Pattern[str]:
    """Return the pattern of an English term, in singular and plural, as whole words."""
    words = [re.escape(word) for word in term.lower().split()]
    return re.compile(rf"\b{'[ -]'.join(words)}(?:s|es)?\b", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def terms_in(text: str, terms: tuple[str, ...]) -> frozenset[str]:
    """Return the English terms that stand in a source text; worked out once for all locales."""
    return frozenset(term for term in terms if term_pattern(term).search(text))


def has_form(forms: Iterable[str], text: str) -> bool:
    """Say whether one of some forms stands in a text, whatever endings its words have."""
    folded = _MARKS.sub("", text.lower())
    return any(all(stem.search(folded) for stem in _stems(form)) for form in forms)


def has_word(form: str, text: str) -> bool:
    """Say whether a form stands in a text as it is, or with a short ending."""
    ending = r"\w{0,2}(?!\w)" if _has_stems(form) else ""
    before = r"(?<!\w)" if _has_stems(form) else ""
    return re.search(before + re.escape(form.lower()) + ending, text.lower()) is not None


_MARKS = re.compile(r"[\u064b-\u0652\u0670\u0640]")
"""Arabic vowel marks and the lengthening stroke, which writers set or leave out."""


@cache
def _stems(form: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a form's words, which a sentence may pull apart and turn around."""
    words = re.split(r"[\s\u00a0-]+", _MARKS.sub("", form.lower()).strip())
    return tuple(re.compile(_stem(word)) for word in words if len(word) > 2 or len(words) == 1)


def _has_stems(form: str) -> bool:
    """Say whether words of this script are written apart, so that endings can be told."""
    return not re.search(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]", form)


def _stem(word: str) -> str:
    """Return the pattern of a word whose last letters may be others."""
    if not _has_stems(word):
        # 不安型愛着 is 不安型の愛着 too, and 不安全依恋 is 不安全的依恋.
        return "[の的之]?".join(map(re.escape, word))
    bare = re.sub(r"^(?:و?ال)(?=\w{2})", "", word)
    kept = max(min(len(bare), _SHORTEST_STEM), len(bare) - 3)
    return rf"(?:\b|[والفبكهהבלמש]){re.escape(bare[:kept])}"

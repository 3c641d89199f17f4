"""What kind of change a text has seen, as far as its translations are concerned.

The judge errs on one side only: what it calls a change of signs has changed no letter, digit or
name; and where it does not know a language's negations, every change of wording weighs most.
See docs/decisions/0030-what-a-change-means.md.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product

from pipeline.parse.inline import parse_inline
from pipeline.records.weighty import Weighty, weighty_words
from pipeline.values.article import Inline, plain_text, walk_inlines
from pipeline.values.change import Change, Weight
from pipeline.values.message import Translation

LIKENESS = 0.6
"""How alike an old and a new text must be for the one to be taken for the other, changed."""

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SPACES = re.compile(r"[\s\u00a0]+")
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‘’‚‛‹›", "'"),
        **dict.fromkeys("‐‑", "-"),
        "…": "...",
    }
)
_DASH = re.compile(r" ?[—―] ?| [-‒–] ")
_HYPHEN = re.compile(r"(?<=\d)[‒–](?=\d)|(?<=[^\W\d_])–(?=[^\W\d_])")
_LONG = 5
"""Words of so many letters and more are never abbreviations: in capitals they are the same word."""


def normal_signs(text: str) -> str:
    """Return plain text with each quote, space and dash in one form; letters and digits stay."""
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", text)).translate(_SIGNS)
    return _HYPHEN.sub("-", _DASH.sub(" – ", _SPACES.sub(" ", text)))


@lru_cache(maxsize=20_000)
def normal_text(text: str) -> str:
    """Return inline Markdown with its signs and marks of emphasis in one form.

    Two texts of the same normal form say the same, letter for letter. Capitals stay as they are.
    """
    return "".join(_parts(parse_inline(text)))


def without_codes(text: str) -> str:
    """Return the normal form of inline Markdown without its citations, placeholders and links."""
    bare = "".join(_parts(parse_inline(text), codes=False))
    return _SPACES.sub(" ", re.sub(r" (?=[.,;:!?)])", "", bare)).strip()


_MARKS = {"emphasis": ("\ue000", "\ue001"), "strong": ("\ue002", "\ue003")}
_CODES = ("citation", "placeholder", "link")


def _parts(inlines: Iterable[Inline], *, codes: bool = True) -> Iterator[str]:
    for one in inlines:
        if one.kind == "text":
            yield normal_signs(one.text)
        elif one.kind in _MARKS:
            opening, closing = _MARKS[one.kind]
            yield "".join([opening, *_parts(one.children, codes=codes), closing])
        elif one.kind not in _CODES:
            yield f"\ue004{one.kind}\ue005{one.text}\ue005{one.target}\ue004"
        elif codes:
            code = one.citation or one.text or one.target
            yield f"\ue006{one.kind}\ue005{code}\ue005{one.title}\ue006"
            yield "".join([*_parts(one.children), "\ue006"])
        else:
            yield from _parts(one.children, codes=False)


def change_of(before: str, after: str, language: str, *, crisis: bool = False) -> Change:
    """Judge the change from one source text to another; ``language`` is the article's."""
    return Change(weight=_weight(before, after, language, crisis), before=before, after=after)


def _weight(before: str, after: str, language: str, crisis: bool) -> Weight:
    if _same_but_signs(normal_text(before), normal_text(after)):
        return Weight.SIGNS
    if crisis:
        return Weight.SAFETY
    if without_codes(before) == without_codes(after):
        return Weight.CODES
    words = weighty_words(language)
    old, new = _plain(before), _plain(after)
    if not words or _with_figures(old) != _with_figures(new) or _turns(old, new, words):
        return Weight.SAFETY
    return Weight.WORDING


def change_open(key: tuple[str, str], entry: Translation, language: str) -> Change | None:
    """Return the change of a text that its translators still have to be told of, if there is one.

    Where somebody has finished the translation since, only a change of signs is told. ``key`` is
    the context and the text as they are now.
    """
    if entry.previous is None:
        return None
    crisis = "crisis" in (key[0], entry.previous[0])
    change = change_of(entry.previous[1], key[1], language, crisis=crisis)
    is_open = entry.fuzzy or not entry.text
    return change if is_open or change.weight is Weight.SIGNS else None


def weighs(text: str, language: str, *, crisis: bool = False) -> bool:
    """Say whether a text that comes or goes as a whole could be a matter of safety."""
    plain, words = _plain(text), weighty_words(language)
    if crisis or not words or _with_figures(plain):
        return True
    return any(_first_form(word, words) for word in _words(plain))


_EMPHASIS = re.compile("[\ue000\ue002][^\ue000-\ue006]*[\ue001\ue003]")


def _same_but_signs(before: str, after: str) -> bool:
    if before == after:
        return True
    old, new = _EMPHASIS.findall(before), _EMPHASIS.findall(after)
    if _EMPHASIS.sub("\ue007", before) != _EMPHASIS.sub("\ue007", after):
        return False
    return all(map(_same_but_capitals, old, new))


def _same_but_capitals(before: str, after: str) -> bool:
    """Say whether emphasised words are the same, some of long ones now in capitals, or no more."""
    old, new = before.split(" "), after.split(" ")
    return len(old) == len(new) and all(
        one == other
        or (
            sum(map(str.isalpha, one)) >= _LONG
            and one.upper() == other.upper()
            and one.lower() == other.lower()
            and (one.isupper() or other.isupper())
        )
        for one, other in zip(old, new, strict=True)
    )


def _plain(text: str) -> str:
    """Return what of a text is read, without its codes."""
    inlines = parse_inline(text)
    inner = " ".join(one.text for one in walk_inlines(inlines) if one.kind in ("image", "html"))
    return normal_signs(f"{plain_text(inlines)} {inner}")


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text.casefold())


def _with_figures(text: str) -> list[str]:
    """Return what of a text holds a digit or a sign of quantity, in order, as it stands there."""
    chunks = (chunk.strip("\"'()[],.;:!?") for chunk in text.split(" "))
    return [chunk for chunk in chunks if any(map(_is_figure, chunk))]


def _is_figure(letter: str) -> bool:
    return letter in "%‰°" or unicodedata.category(letter) in ("Nd", "Nl", "No", "Sm", "Sc")


def _first_form(word: str, known: Weighty) -> str:
    """Return the first form of a weighty word, empty for one that is none."""
    if word.endswith("n't"):
        return "not"
    return known.words.get(word, known.words.get(word.removesuffix("'s"), ""))


def _turns(before: str, after: str, known: Weighty) -> bool:
    """Say whether weighty words differ between two texts, or one is turned into its opposite."""
    old, new = _words(before), _words(after)
    weighty = [[form for word in text if (form := _first_form(word, known))] for text in (old, new)]
    if weighty[0] != weighty[1]:
        return True
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    if not gone and not come:
        # The same words in another order: what a "not" or a dose belongs to may be another.
        return bool(weighty[0])
    return any(_is_opposite(one, other, known) for one, other in product(gone, come))


def _is_opposite(one: str, other: str, known: Weighty) -> bool:
    if frozenset((one, other)) in known.opposites:
        return True
    short, long = sorted((one, other), key=len)
    if any(long == prefix + short for prefix in known.prefixes):
        return True
    endings = [*known.suffixes, *((b, a) for a, b in known.suffixes), ("", "less")]
    return any(
        short.endswith(a) and long.endswith(b) and short.removesuffix(a) == long.removesuffix(b)
        for a, b in endings
    )


_ADVICE = {
    Weight.SIGNS: "only signs (quotes, spaces, dashes); the translation stays",
    Weight.CODES: "only citations, links or placeholders; check that they are in the right place, "
    "then take the fuzzy mark away",
    Weight.WORDING: "wording; bring the translation up to date",
    Weight.SAFETY: "number, negation, dose, age or safety wording; translate it anew, the earlier "
    "translation is kept below",
}

AROUND = 3
"""How many unchanged words a difference shows on each side."""


def advice(change: Change) -> str:
    """Return what a translator is told of a change, with the words that differ."""
    return f"changed: {_ADVICE[change.weight]}: {difference(change)}"


def difference(change: Change) -> str:
    """Return the words that differ, ``[-old-] {+new+}``, each with a few words around."""
    old, new = change.before.split(), change.after.split()
    shown: list[str] = []
    for kind, start, end, first, last in SequenceMatcher(None, old, new, False).get_opcodes():
        if kind == "equal":
            shown += _shortened(old[start:end], is_first=start == 0, is_last=end == len(old))
        if kind in ("replace", "delete"):
            shown.append(f"[-{' '.join(old[start:end])}-]")
        if kind in ("replace", "insert"):
            shown.append(f"{{+{' '.join(new[first:last])}+}}")
    return " ".join(shown)


def _shortened(words: list[str], *, is_first: bool, is_last: bool) -> list[str]:
    if len(words) <= AROUND * (1 if is_first or is_last else 2):
        return words
    before = [] if is_first else words[:AROUND]
    after = [] if is_last else words[-AROUND:]
    return [*before, "…", *after]

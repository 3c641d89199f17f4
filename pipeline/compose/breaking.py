"""Where a line may end in scripts that do not divide words by spaces, and where not in Korean."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from unicodedata import category

from markupsafe import Markup, escape

from pipeline.values.lazy_regex import lazy_regex

BREAK = "\u200b"
"""The zero-width space: a line may end here, and nothing is seen."""

JOINER = "\u2060"
"""The word joiner: no line ends here, and nothing is seen."""

_DICTIONARY = lazy_regex(
    "[\u0e01-\u0e3a\u0e40-\u0e4e"  # Thai
    "\u0e81-\u0ece\u0edc-\u0edf"  # Lao
    "\u1000-\u103f\u1050-\u108f\u1090-\u109f\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f"  # Myanmar
    "\u1780-\u17d3\u17d7\u17dc\u17dd]"  # Khmer
)
"""Letters and marks that Unicode's line breaking (UAX 14, class SA) leaves to dictionaries."""

_DIVIDED = lazy_regex(rf"[\s{BREAK}]")


_SILENT = lazy_regex(r"[\u0e01-\u0e2e][\u0e34-\u0e39]?\u0e4c")
"""A Thai letter that is written and not spoken, the end of a borrowed word: จอยเนอร์."""


def break_places(text: str, language: str, kept: Sequence[str] = ()) -> list[int]:
    """Return where ICU ends a line beside a letter that needs a dictionary, but at no space.

    A place is the number of characters before it; none lies within one of the words to be kept, nor
    before a letter that is not spoken.
    """
    # Imported here, because only some languages need it.
    from icu4py.breakers import LineBreaker

    if not _DICTIONARY.search(text):
        return []
    places = []
    for position in _characters(text, (end for _, end in LineBreaker(text, language).segments())):
        if 0 < position < len(text):
            around = text[position - 1 : position + 1]
            if _DICTIONARY.search(around) and not _DIVIDED.search(around):
                places.append(position)
    return [at for at in _outside(places, text, kept) if not _SILENT.match(text, at)]


def _outside(places: Iterable[int], text: str, words: Sequence[str]) -> list[int]:
    """Return the places that lie within none of some words."""
    taken = spans(text, words)
    return [at for at in places if not any(first < at < last for first, last in taken)]


def spans(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Return where some words stand in a text: before and behind which of its letters."""
    return [match.span() for word in words if word for match in re.finditer(re.escape(word), text)]


def whole_places(
    text: str, language: str, kept: Sequence[str], firsts: Sequence[str]
) -> tuple[list[int], list[str]]:
    """Return where a line may end, and the words of a text that stay whole, the longest first.

    These are the words to be kept, and what begins with one of ``firsts`` and goes on behind a
    place: in Thai การ and ความ make nouns of verbs, and ICU takes them for words of their own.
    """
    places = break_places(text, language, kept)
    words = sorted({*kept, *_begun(text, places, firsts)}, key=len, reverse=True)
    return _outside(places, text, words), words


def _begun(text: str, places: Sequence[int], firsts: Sequence[str]) -> list[str]:
    found = []
    for at, following in pairwise([*places, len(text)]):
        for first in firsts:
            start = at - len(first)
            is_begun = text.startswith(first, start) if start >= 0 else False
            if is_begun and (start in places or not _DICTIONARY.match(text[start - 1 : start])):
                rest = re.match(rf"(?:{_DICTIONARY.pattern})*", text[at:following])
                found.append(first + (rest[0] if rest else ""))
    return found


_NOUN_BEHIND = lazy_regex("(?<=の)(?=もと[にで])")
"""A place before a Japanese noun that says where: 明かりの, もとに, which ICU takes for one."""


def head_places(text: str, language: str, kind: str, terms: Sequence[str]) -> list[int]:
    """Return where a line of a title or head may end: between ``phrases`` or ``words`` (ICU's).

    A place is the number of characters before it; none lies within one of the ``terms``, nor before
    a mark that closes, nor behind one that opens. ICU's
    phrases are known for Japanese; in Chinese they end after each letter.
    """
    from icu4py.breakers import LineBreaker, WordBreaker

    breaker = (
        LineBreaker(text, f"{language}-u-lw-phrase")
        if kind == "phrases"
        else WordBreaker(text, language)
    )
    ends = {*_characters(text, (end for _, end in breaker.segments()))}
    if kind == "phrases":
        ends |= {found.start() for found in _NOUN_BEHIND.finditer(text)}
    return [
        end
        for end in _outside(sorted(ends), text, terms)
        if not _is_one_of("Po Pe Pf", text[end : end + 1])
        and not _is_one_of("Ps Pi", text[end - 1 : end])
    ]


_GOES_ON_IN_TEXT = lazy_regex(
    "[ぁ-ゖー]?$|さい|し[たてょ]|す[いくるか]|たち|て"
    "|(?<=て)(?:い[るなまた]|み[たるま]|お[きく]|くださ|あ[りる])"
    "|(?<=[ぁ-ゖ])(?<![にをはがへ])(?:こと|とき|ため|もの(?!す)|わけ|方[はがをにへともでや]|では)"
    "|(?<=[間分日週月年])(?:前|以上)"
    "|[感型的者性化用师症科着了们地得过](?![\u4e00-\u9fff])"
)
"""How a piece begins that goes on with the phrase or word before it, of which ICU parts it.

In Japanese these are auxiliary verbs (考えて, いる) and nouns that say nothing alone (話す, こと).
"""

_LEADS = lazy_regex("(?:各|(?:^|[、。しにてをはが])[おご])$")
"""How a piece ends that the next one goes on with, such as a letter of respect (ご, 自身)."""

_PARTS_TOO = lazy_regex(
    "(?<=[、。])(?=お)|(?<=[しにてをはが])(?=[おご][\u4e00-\u9fff])"
    "|(?<=に)(?<!一人に)(?=な[らりるっ])|(?<=すく)(?=な[らりるっ])"
    "|(?<=について)(?=[ふ\u4e00-\u9fff])|(?<=ても)(?=かまい)"
)
"""Places between phrases that ICU takes for one."""

_OKURIGANA = lazy_regex("[\u4e00-\u9fff\u30a1-\u30fa][\u3041-\u3096]")
"""A place where kana go on with a word in ideographs: phrases end with kana."""

_LONGEST_PHRASE = 10
"""Letters of the longest phrase that stays whole in running text, put together from ICU's."""


def text_places(text: str, language: str, kind: str, terms: Sequence[str] = ()) -> list[int]:
    """Return where a line of ragged running text may end: as in heads, but longer phrases whole.

    ICU parts some of them: くだ, さい; 絶望, 感が; 治疗, 师.
    """
    places: list[int] = []
    ends = head_places(text, language, kind, terms)
    if kind == "phrases":
        ends = sorted({*ends, *(found.start() for found in _PARTS_TOO.finditer(text))})
    for at, following in pairwise([*ends, len(text)]):
        first = places[-1] if places else 0
        goes_on = _GOES_ON_IN_TEXT.match(text, at, following) or (
            kind == "phrases"
            and (_OKURIGANA.fullmatch(text, at - 1, at + 1) or _LEADS.search(text, at - 3, at))
        )
        if not goes_on or len(text[first:following].rstrip("、。")) > _LONGEST_PHRASE:
            places.append(at)
    return places


_FEWEST, _MOST = 4, 9
"""Letters of the last phrase of a text that stays whole in a narrow column, with its full stop."""

_GOES_ON = "しょう"
"""How an ending begins that ICU takes for a phrase of its own: 見せま, しょう."""


def last_phrase(text: str, language: str) -> str:
    """Return the last phrase of a text that breaks by phrases; empty with few or many letters.

    Where a line ends within it, a word is torn for the sake of the last line (見せま, しょう).
    """
    ends = [end for end in head_places(text, language, "phrases", ()) if 0 < end < len(text)]
    starts = [0, *ends]
    if ends and text.startswith(_GOES_ON, ends[-1]):
        starts.pop()
    tail = text[starts[-1] :] if ends else ""
    return tail if _FEWEST <= len(tail) <= _MOST else ""


def _is_one_of(categories: str, sign: str) -> bool:
    """Say whether a sign is of one of Unicode's categories: no line begins or ends with it."""
    return bool(sign) and category(sign) in categories.split()


def _characters(text: str, ends: Iterable[int]) -> Iterator[int]:
    """Yield places in characters for those in UTF-16, in which ICU counts."""
    position = units = 0
    for end in ends:
        while units < end:
            units += 2 if ord(text[position]) > 0xFFFF else 1
            position += 1
        yield position


def in_pieces(text: str, places: Sequence[int], longest: int = 0) -> Markup:
    """Return a text as HTML in which lines end only at some places, or where a piece is long.

    ``longest`` is of how many letters a piece is at most that stays whole, if not as a word is.
    """
    cuts = [0, *(place for place in places if 0 < place < len(text)), len(text)]
    whole = Markup('<span class="whole">{}</span>')
    return Markup("").join(
        whole.format(text[first:last])
        if 1 < last - first <= (longest or _LONGEST)
        else escape(text[first:last])
        for first, last in pairwise(cuts)
    )


KATAKANA = lazy_regex(
    "(?<![\u30a1-\u30fa\u30fc])[\u30a1-\u30fa\u30fc]{3,10}(?![\u30a1-\u30fa\u30fc])"
)
"""A whole Japanese word of another language, up to what any column has room for."""

_HANGUL_WORD = lazy_regex(r"\S*[\uac00-\ud7a3]\S*")

_LONGEST = 14
"""Letters of the longest Korean word that is kept whole: more could be wider than a column."""


def whole_words(text: str) -> Markup:
    """Return a text as HTML in which lines do not end within Korean words.

    WeasyPrint 70 has no ``word-break: keep-all``, and Pango ends lines between any two syllables.
    """
    return _kept(text, _HANGUL_WORD, _LONGEST)


_LONGEST_IN_HEADS = 22
"""The same of a word with a hyphen in a title or head: columns are wider than that."""


def unbroken(
    text: str, words: Sequence[str], *, at_hyphens: bool = False, is_head: bool = False
) -> Markup:
    """Return a text as HTML in which lines do not end within some words.

    With ``at_hyphens``, nor within any word of two parts, such as Portuguese bem-estar.
    In Chinese and Japanese a line may end between any two letters; 死 with にたい on the next line
    or page says "die" where the whole says "want to die".
    """
    either = "|".join([*map(re.escape, words), *[_HYPHENATED] * at_hyphens])
    return _kept(text, re.compile(either), _LONGEST_IN_HEADS if is_head else _LONGEST)


_TAIL = lazy_regex(
    "[\u3040-\u30ff\u3400-\u9fff]"
    "(?:(?:(?<=<wbr>.)|(?<=[、，].))[\u3040-\u30ff\u3400-\u9fff]{3,8}"
    "|(?<=[\u3041-\u3096][\u3400-\u9fff])[\u3400-\u9fff]{0,2}[\u3041-\u3096]{2,7}"
    "|[\u3040-\u30ff\u3400-\u9fff]{2})"
    "[。！？](?=(?:</span>)?</p>)"
)
"""The last phrase, word or letters of a paragraph of ideographs, with what ends its sentence."""


def with_tails(html: str) -> str:
    """Return a page in which no paragraph of ideographs ends with a line of fewer than four signs.

    Nor does that line begin within its last phrase or word, if not a long one (つな, がります。).
    Browsers' ``text-wrap: pretty`` does nothing for lines that may end between any two letters.
    """
    return _TAIL.sub(r'<span class="tail">\g<0></span>', html)


_HYPHENATED = r"[^\W\d_]+(?:-[^\W\d_]+)+"


def _kept(text: str, words: re.Pattern[str], longest: int) -> Markup:
    pieces, last = [], 0
    for match in words.finditer(text):
        if 1 < len(match[0]) <= longest:
            pieces += [
                escape(text[last : match.start()]),
                Markup('<span class="whole">{}</span>').format(match[0]),
            ]
            last = match.end()
    return Markup("").join([*pieces, escape(text[last:])])

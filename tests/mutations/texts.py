"""Damage to markup, language, brackets and letters, to terms and to a catalog's states."""

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache

from tests.conftest import ROOT
from tests.mutations.catalogs import Change
from tests.mutations.kind import (
    ATOM,
    CODE,
    LINK,
    MARK,
    Damage,
    Kind,
    Place,
    bare,
    between_words,
    cut,
    sentences,
    swap,
)
from tests.mutations.safety import states

_STRONG = re.compile(r"(\*{1,2})(?=\S)([^*]+?)(?<=\S)\1")
_QUOTES = re.compile(r"[“”«»„「」]")
_ALIKE = {"a": "а", "c": "с", "e": "е", "o": "о", "p": "р"}


def _letters(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", ATOM.sub(" ", text))


_MISREAD = {
    "es": "teoría del suicidio de Joiner",
    "fr": "théorie du suicide de Joiner",
    "it": "teoria del suicidio di Joiner",
    "pt_BR": "teoria do suicídio de Joiner",
    "pt_PT": "teoria do suicídio de Joiner",
    "pl": "teoria samobójstwa Joinera",
    "ru": "теория суицида Джойнера",
    "uk": "теорія суїциду Джойнера",
    "ro": "teoria suicidului lui Joiner",
    "nl": "theorie over zelfdoding van Joiner",
    "el": "θεωρία της αυτοκτονίας του Joiner",
}


def _theory_of_the_dead(place: Place) -> Iterator[Damage]:
    words = _MISREAD.get(place.text.locale)
    if words and "[-@joiner2005]" in place.text.target:
        yield place.text.target.replace("[-@joiner2005]", f"{words} [-@joiner2005]")


def _gap(place: Place) -> Iterator[Damage]:
    if not place.text.is_crisis:
        yield from states(place)


def _english(least: int, most: int = 1000) -> Callable[[Place], Iterator[Damage]]:
    def damage(place: Place) -> Iterator[Damage]:
        text = place.text
        words = [
            word for word in _letters(text.source) if word == word.capitalize() or word.islower()
        ]
        # What is the same in both languages cannot be left: fil “Mag-text” for “Text”.
        said = {word.casefold() for word in _letters(text.target)}
        if least <= len(words) <= most and not {word.casefold() for word in words} <= said:
            yield text.source

    return damage


def _sentence_in_english(place: Place) -> Iterator[Damage]:
    source, target = sentences(place.text.source), sentences(place.text.target)
    if CODE.search(place.text.source):
        return
    if len(source) >= 2 and len(target) >= 2 and not ATOM.search(source[-1] + target[-1]):
        kept = place.text.target.rpartition(target[-1])[0]
        yield kept + source[-1]


def _sentence_added_in_english(place: Place) -> Iterator[Damage]:
    end = "" if place.text.target[-1] in ".!?؟" else "."
    yield f"{place.text.target}{end} Support from other people makes it easier."


def _encoding(place: Place) -> Iterator[Damage]:
    """Read the longest word beyond ASCII in Windows' encoding, as a spreadsheet does."""
    words = [word for word in _letters(place.text.target) if not word.isascii()]
    if words and len(longest := max(words, key=len)) >= 4:
        read = longest.encode().decode("cp1252", "ignore")
        yield place.text.target.replace(longest, read, 1)


def _remark(form: str) -> Callable[[Place], Iterator[Damage]]:
    """Leave in a remark of whoever translated, but in texts that speak of translations."""

    def damage(place: Place) -> Iterator[Damage]:
        if not re.search(
            r"translat|interpret|language|version|models?\b", place.text.source, re.IGNORECASE
        ):
            yield form.replace("…", place.text.target)

    return damage


_OWN_PAGES = {
    "cp1251": ("ru", "uk"),
    "koi8-u": ("ru", "uk"),
    "cp866": ("ru",),
    "mac-cyrillic": ("ru", "uk"),
    "cp1256": ("ar", "ur", "fa", "fa_AF"),
    "cp1253": ("el",),
    "cp874": ("th",),
    "gb18030": ("zh_Hans",),
    "shift-jis": ("ja",),
    "euc-kr": ("ko",),
}
"""Encodings of before Unicode, and languages in which files still have them."""


def _read_as(wrong: str) -> Callable[[Place], Iterator[Damage]]:
    """Read a sentence's UTF-8 in another encoding, leaving out what that has no letter for."""

    def damage(place: Place) -> Iterator[Damage]:
        text = place.text.target
        if _has_letters(text) and wrong not in _own(place.text.locale):
            yield text.encode().decode(wrong, "ignore")

    return damage


def _written_as(page: str) -> Callable[[Place], Iterator[Damage]]:
    """Read a sentence of an older encoding as Windows' Western one."""

    def damage(place: Place) -> Iterator[Damage]:
        if page in _own(place.text.locale) and _has_letters(place.text.target):
            yield place.text.target.encode(page, "ignore").decode("cp1252", "ignore")

    return damage


def _has_letters(text: str) -> bool:
    return sum(not one.isascii() and one.isalpha() for one in text) >= 4


def _own(locale: str) -> list[str]:
    return [page for page, locales in _OWN_PAGES.items() if locale in locales]


@cache
def corpus(locale: str) -> tuple[str, ...]:
    """Return a language's sentences of the corpus, without citations and numbers."""
    file = ROOT / "tests/corpus" / f"{locale}.toml"
    pairs = tomllib.loads(file.read_text(encoding="utf-8"))["pair"]
    texts = [CODE.sub("", pair["target"]) for pair in pairs if not pair.get("literal")]
    return tuple(bare(text) for text in texts if not re.search(r"[\d{}*\[]", text))


def _language(**others: tuple[str, ...]) -> Callable[[Place], Iterator[Damage]]:
    """Make a damage that puts a sentence of another language in a text's place."""

    def damage(place: Place) -> Iterator[Damage]:
        if len(_letters(place.text.source)) >= 4:
            for other in others.get(place.text.locale, ()):
                yield place.chance.choice(corpus(other))

    return damage


def _html(place: Place) -> Iterator[Damage]:
    yield f"<b>{place.text.target}</b>"
    yield f"{place.text.target}<br>"
    yield f"{place.text.target} <!-- ? -->"


def _each(
    pattern: re.Pattern[str], change: Callable[[re.Match[str]], str]
) -> Callable[[Place], Iterator[Damage]]:
    def damage(place: Place) -> Iterator[Damage]:
        for match in pattern.finditer(place.text.target):
            changed = change(match)
            if changed != match[0]:
                yield swap(place.text.target, match, changed)

    return damage


def _added(*what: str) -> Callable[[Place], Iterator[Damage]]:
    def damage(place: Place) -> Iterator[Damage]:
        yield from (f"{place.text.target}{one}" for one in what)

    return damage


def _emphasis_added(place: Place) -> Iterator[Damage]:
    words = place.text.target.split(" ")
    whole = [number for number, word in enumerate(words) if word.isalpha()]
    if whole and not _STRONG.search(place.text.target):
        here = place.chance.choice(whole)
        yield " ".join([*words[:here], f"**{words[here]}**", *words[here + 1 :]])


def _one_bracket(place: Place) -> Iterator[Damage]:
    text = ATOM.sub(lambda atom: "\0" * len(atom[0]), place.text.target)
    for match in re.finditer(r"[()]", text):
        yield swap(place.text.target, match, "")


def _foreign_quotes(place: Place) -> Iterator[Damage]:
    known = _own_quotes(place.text.locale)
    if _QUOTES.search(place.text.target):
        for one, two in ("„‟", "「」", "«»", "‹›"):
            if one not in known:
                yield re.sub(r"[“«„「]", one, re.sub(r"[”»」]", two, place.text.target))


@cache
def _own_quotes(locale: str) -> str:
    """Return all quotation marks that careful writers of a language use."""
    file = ROOT / "pipeline/records/data/languages.toml"
    rows = tomllib.loads(file.read_text(encoding="utf-8"))
    row = rows.get(locale) or rows[locale.partition("_")[0]]
    return "".join([*row["quotes"], *(mark for pair in row["also"] for mark in pair)])


def _controls(place: Place) -> Iterator[Damage]:
    for sign in ("\u202e", "\u202d", "\u2066", "\u2067", "\u0007", "\u001b", "\u2028"):
        yield between_words(place, sign)


def _look_alike(place: Place) -> Iterator[Damage]:
    hidden = ATOM.sub(lambda atom: " " * len(atom[0]), place.text.target)
    words = [
        match
        for match in re.finditer(r"[A-Za-z\u00c0-\u017f]{3,}", hidden)
        if any(letter in _ALIKE for letter in match[0])
    ]
    if words:
        word = place.chance.choice(words)
        spot = next(number for number, letter in enumerate(word[0]) if letter in _ALIKE)
        changed = word[0][:spot] + _ALIKE[word[0][spot]] + word[0][spot + 1 :]
        yield swap(place.text.target, word, changed)


def _long(place: Place) -> Iterator[Damage]:
    if place.text.role in ("title", "crisis heading"):
        text = place.text.target
        yield ", ".join([text] * (1 + 100 // len(text)))


_TERMS = {
    "ar": (r"(?:ال|لل)?تعلق(?!\w)", "المودة", "الملف المرفق"),
    "de": (r"\b[Bb]indung\w*", "Zuneigung", "Anhang"),
    "es": (r"\bapegos?\b", "cariño", "adjunto"),
    "fa": (r"دلبستگی", "محبت", "ضمیمه"),
    "fr": (r"\battachements?\b", "affection", "pièce jointe"),
    "hi": (r"लगाव", "प्यार", "अनुलग्नक"),
    "it": (r"\battaccament[oi]\b", "affetto", "allegato"),
    "ja": (r"愛着", "愛情", "添付"),
    "ko": (r"애착", "애정", "첨부"),
    "pl": (r"\b(?:przywiązani|przywiązaniow)\w*", "miłość", "załącznik"),
    "pt": (r"\bapegos?\b", "carinho", "anexo"),
    "ru": (r"\bпривязанност\w*", "любовь", "вложение"),
    "tr": (r"\bbağlanma\w*", "sevgi", "eklenti"),
    "uk": (r"\bприв’язан[іо]ст\w*", "любов", "вкладення"),
    "vi": (r"\bgắn bó\b", "yêu thương", "tệp đính kèm"),
    "zh_Hans": (r"依恋", "感情", "附件"),
    "zh_Hant": (r"依附", "感情", "附件"),
}
"""How each language says attachment in a text, another word, and one that means something else."""


def _term(number: int) -> Callable[[Place], Iterator[Damage]]:
    def damage(place: Place) -> Iterator[Damage]:
        locale = place.text.locale
        forms = _TERMS.get(locale) or _TERMS.get(locale.partition("_")[0])
        if not forms:
            return  # a language that came later: nobody has said how it says attachment
        pattern = re.compile(forms[0], re.IGNORECASE)
        if pattern.search(place.text.target) and re.search(
            r"\battachment\b", place.text.source, re.IGNORECASE
        ):
            yield pattern.sub(forms[number], place.text.target)

    return damage


def _note(note: str) -> Callable[[Place], Iterator[Damage]]:
    def damage(place: Place) -> Iterator[Damage]:
        yield Change(text=place.text, target=place.text.target, notes=(note,))

    return damage


def _third(place: Place) -> Iterator[Damage]:
    outside = not place.text.is_crisis and place.shelf.name != "sheet"
    if outside and len(place.text.source.split()) > 12:
        yield cut(place.text.target, 3)


KINDS = (
    Kind("text missing, empty, blank or fuzzy", ("CAT010", "CAT011"), _gap),
    Kind("left in English", ("TXT007", "SAF007"), _english(2)),
    Kind("one word left in English", ("TXT007", "SAF007"), _english(1, 1), is_error=False),
    Kind("last sentence left in English", ("TXT007", "SAF007"), _sentence_in_english),
    Kind("sentence in English added", ("TXT007", "SAF007"), _sentence_added_in_english),
    Kind("Portuguese in Spanish", ("TXT009",), _language(es=("pt_BR", "pt_PT"))),
    Kind("Italian in Spanish", ("TXT009",), _language(es=("it",))),
    Kind("French in Spanish", ("TXT009",), _language(es=("fr",))),
    Kind("Persian in Arabic", ("TXT009",), _language(ar=("fa",))),
    Kind(
        "Spanish in Portuguese, French or Italian",
        ("TXT009",),
        _language(pt_BR=("es",), pt_PT=("es",), fr=("es",), it=("es",)),
    ),
    Kind(
        "French in Haitian Creole, Romanian or Dutch",
        ("TXT009",),
        _language(ht=("fr",), ro=("fr",), nl=("fr",)),
    ),
    Kind(
        "German in Dutch, Polish or Turkish",
        ("TXT009",),
        _language(nl=("de",), pl=("de",), tr=("de",)),
    ),
    Kind(
        "Russian in Ukrainian, Ukrainian in Russian", ("TXT009",), _language(uk=("ru",), ru=("uk",))
    ),
    Kind("Arabic or Persian in Urdu", ("TXT009",), _language(ur=("fa", "ar"))),
    Kind("Arabic in Persian and Dari", ("TXT009",), _language(fa=("ar",), fa_AF=("ar",))),
    Kind("Hindi in Nepali", ("TXT009",), _language(ne=("hi",))),
    Kind(
        "Simplified in Traditional Chinese, and the other way round",
        ("TXT009",),
        _language(zh_Hans=("zh_Hant",), zh_Hant=("zh_Hans",)),
    ),
    Kind("Russian", ("TXT008",), _language(es=("ru",), ar=("ru",))),
    Kind("the other catalog’s language", ("TXT008",), _language(es=("ar",), ar=("es",))),
    Kind("raw HTML", ("TXT001",), _html),
    Kind(
        "link leads elsewhere",
        ("TXT003",),
        _each(LINK, lambda link: f"[{link[1]}](https://example.com/)"),
    ),
    Kind("link lost", ("TXT003",), _each(LINK, lambda link: link[1])),
    Kind(
        "link or image added",
        ("TXT012",),
        _added(" [x](https://example.com)", " <https://example.com>", " ![x](lamp.svg)"),
    ),
    Kind("footnote mark lost", ("TXT002",), _each(MARK, lambda _: "")),
    Kind("footnote mark doubled", ("TXT002",), _each(MARK, lambda mark: mark[0] * 2)),
    Kind("footnote mark of another note", ("TXT002",), _each(MARK, lambda _: "[^other]")),
    Kind("emphasis lost", ("TXT005",), _each(_STRONG, lambda strong: strong[2])),
    Kind("emphasis added", ("TXT005",), _emphasis_added),
    Kind(
        "asterisks that would be printed",
        ("TXT005", "TXT006"),
        _each(_STRONG, lambda strong: f"{strong[1]} {strong[2]}{strong[1]}"),
    ),
    Kind(
        "one asterisk lost",
        ("TXT005", "TXT006"),
        _each(_STRONG, lambda strong: strong[0][:-1]),
    ),
    Kind("bracket lost", ("TXT010",), _one_bracket),
    Kind("bracket left open or too much", ("TXT010",), _added(" (x", ")")),
    Kind("quotation marks of another language", ("TXT010",), _foreign_quotes, is_error=False),
    Kind("control character", ("CAT012",), _controls),
    Kind("read in another encoding", ("TXT015",), _encoding),
    *(
        Kind(f"UTF-8 read as {wrong}", ("TXT015", "TXT008", "CAT013"), _read_as(wrong))
        for wrong in ("mac-roman", "cp437", "cp1251", "koi8-r", "mac-cyrillic", "cp1256")
    ),
    *(
        Kind(f"{page} read as cp1252", ("TXT015", "TXT008"), _written_as(page))
        for page in _OWN_PAGES
    ),
    *(
        Kind(f"left in: {form}", ("TXT018",), _remark(form))
        for form in (
            "Here is the translation: …",
            "As an AI language model: …",
            "… [translator’s note: literal]",
            "… Note: I kept the placeholders.",
            "```…```",
            "TODO: …",
            "Lorem ipsum …",
            "… [XXX]",
            "(TODO)",
            "xxx",
        )
    ),
    Kind("look-alike letter", ("CAT013",), _look_alike),
    Kind("text cut to a third of its words", ("TXT013",), _third, is_error=False),
    Kind("too long for its place", ("TXT011",), _long, is_error=False),
    Kind("another word for a term", ("TRM002",), _term(1), is_error=False),
    Kind("theory that is its author’s suicide", ("TXT017",), _theory_of_the_dead, is_error=False),
    Kind("a word that means something else", ("TRM003",), _term(2), is_error=False),
    Kind(
        "comment that hides nothing",
        ("CAT014",),
        _note("# polyleaf: ignore TXT005 the word is ours"),
        is_error=False,
    ),
    Kind("comment without a reason", ("CAT015",), _note("# polyleaf: ignore TXT005")),
    Kind("comment against a safety rule", ("CAT015",), _note("# polyleaf: ignore SAF002 known")),
)

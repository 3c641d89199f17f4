"""Names of locales as people write them: ``es-MX``, ``zh_CN``, ``iw``, ``Spanish``, ``español``."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from babel import localedata
from babel.core import get_global

from pipeline.records.in_force import data_file, while_in_force
from pipeline.records.typography import cldr, is_known_locale, language_name, parents_of
from pipeline.values.errors import PolyleafError
from pipeline.values.locale import language_of

_CALLED = {
    "fa": ("farsi",),
    "fil": ("tagalog",),
    "es": ("castellano", "castilian"),
    "ht": ("creole", "kreyol", "kreyòl"),
}
"""What people call a language beside its names in CLDR."""

OFFICES = ("en", "es", "de", "fr")
"""Languages in which people name others, and countries, on a command line."""

_ALSO = {
    "tl": ("fil",),
    "fil": ("tl",),
    "nb": ("no", "nn"),
    "no": ("nb",),
    "sh": ("sr", "hr", "bs"),
    "yue": ("zh",),
}
"""Languages that are asked for under each other's name, beside the aliases of CLDR."""

_SPOKEN = {
    **dict.fromkeys(("mandarin", "putonghua", "guoyu", "cantonese"), "zh"),
    **dict.fromkeys(("brasileiro", "brasileno"), "pt"),
    **dict.fromkeys(("mexican", "mexicano"), "es"),
    "flemish": "nl",
}
"""What is spoken, by the language in which it is read."""


def gettext_form(word: str) -> str:
    """Return a name in gettext's form: ``ES-mx.UTF-8`` gives ``es_MX``, ``iw`` gives ``he``.

    What has not the shape of a locale's name is returned as it is.
    """
    match = re.fullmatch(
        r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[.@].*)?", word
    )
    if not match:
        return word
    language = match[1].lower()
    language = str(get_global("language_aliases").get(language, language))
    parts = (language, (match[2] or "").title(), (match[3] or "").upper())
    return "_".join(filter(None, parts))


def by_script(name: str) -> str:
    """Return a locale by its script in place of its region: ``zh_TW`` gives ``zh_Hant``.

    Empty where nothing but the script is named, where CLDR has the language in one script alone
    (nobody writes ``en_Latn``), and where it does not decide the script.
    """
    likely = get_global("likely_subtags")
    language = language_of(name)
    parts = f"{name}_{likely.get(name) or likely.get(language, '')}".split("_")[1:]
    script = next((part for part in parts if len(part) == 4), "")
    found = f"{language}_{script}"
    return found if found in scripts_of(language) and name not in (language, found) else ""


def _of_a_place(name: str) -> str:
    """Return a locale that names a script and where it is written, if that is not its main place.

    ``zh_Hant_HK`` is a child of ``zh_Hant``; ``zh_Hant_TW`` is ``zh_Hant`` itself. Empty otherwise.
    """
    script, _, place = name.rpartition("_")
    likely = get_global("likely_subtags")
    main = str(likely.get(script) or likely.get(language_of(name), ""))
    is_whole = len(name.split("_")) == len(("language", "script", "place"))
    return name if is_whole and main and not main.endswith(f"_{place}") else ""


def without_country(name: str) -> str:
    """Return a language with its only country as the language alone: ``lt_LT`` gives ``lt``.

    Empty where CLDR has it in several countries, or in another one.
    """
    language = language_of(name)
    of_countries = re.compile(rf"{language}_[A-Z]{{2}}")
    countries = [one for one in localedata.locale_identifiers() if of_countries.fullmatch(one)]
    return language if countries == [name] else ""


def _likely(language: str) -> tuple[str, str]:
    """Return the script and the country that CLDR takes a language to have; empty for others."""
    _, script, country = str(get_global("likely_subtags").get(language, "__")).split("_")
    return script, country


def of_main_country(name: str) -> str:
    """Return the language of a locale that only adds its main country: ``de_DE`` gives ``de``.

    Empty where another country or a script sets it apart.
    """
    language = language_of(name)
    _, country = _likely(language)
    return language if name == f"{language}_{country}" else ""


def of_main_script(name: str) -> str:
    """Return the language of a locale that only adds its main script: ``pa_Guru`` gives ``pa``."""
    language = language_of(name)
    script, _ = _likely(language)
    return language if name == f"{language}_{script}" else ""


def meant(word: str, known: Sequence[str]) -> str:
    """Return the one locale among those known that a word can only mean; empty where none is.

    A locale without catalogs of its own means that from which it takes its texts.
    """
    if word in known:
        return word
    name = gettext_form(word)
    if name in known:
        return name
    if is_known_locale(name):
        return next((one for one in (by_script(name), *parents_of(name)) if one in known), "")
    if own := _of_a_country(word):
        return meant(own, known)
    wanted = _in_any_order(word)
    named = [one for one in known if wanted in map(_in_any_order, _names(one))]
    return named[0] if len(named) == 1 else ""


def _of_a_country(word: str) -> str:
    """Return a language that is named with its country: *Español de México* gives ``es_MX``."""
    match = re.fullmatch(r"([^\W\d_]{4,})(?:\s+(?:de|del|of|aus)\s+|\s*\()([^()]{4,}?)\)?", word)
    if not match:
        return ""
    language = meant(match[1], OFFICES) or language_meant(match[1])
    name = f"{language}_{meant_territory(match[2])}"
    return name if is_known_locale(name) else ""


def _in_any_order(name: str) -> list[str]:
    """Return the words of a name, sorted: *Chinese (Simplified)* and *Simplified Chinese*."""
    return sorted(re.findall(r"\w+", folded_name(name)))


def new_name(word: str) -> str:
    """Return the name under which a language is started.

    Of one script, where regions have two; without the country, where only one has the language.
    """
    name = _of_a_country(word) or gettext_form(word)
    if is_known_locale(name):
        return _of_a_place(name) or by_script(name) or without_country(name) or name
    english = {str(known).casefold(): tag for tag, known in cldr("en").languages.items()}
    tag = english.get(word.casefold(), name)
    return tag if is_known_locale(tag) else meant(word, [*data_file("languages")]) or name


def language_meant(word: str) -> str:
    """Return the language that a word names, by what is spoken too: ``Mandarin`` gives ``zh``."""
    return _SPOKEN.get(folded_name(word)) or new_name(word)


def is_of_several_words(name: str, known: Sequence[str]) -> bool:
    """Say whether words with spaces between them are the name of one language: *Haitian Creole*."""
    if " " not in name:
        return False
    return bool(meant(name, known) or _of_a_country(name) or is_known_locale(language_meant(name)))


def scripts_of(word: str) -> list[str]:
    """List the locales of a language that is written in several scripts: ``zh_Hans``, ``zh_Hant``.

    Empty for every other word.
    """
    language = gettext_form(word)
    own = [
        full for tag, full in get_global("likely_subtags").items() if language_of(tag) == language
    ]
    names = sorted({f"{language}_{full.split('_')[1]}" for full in own})
    known = set(localedata.locale_identifiers())
    found = [name for name in names if name in known]
    return found if len(found) > 1 else []


_CODE = 2
"""Letters of a country's code."""

_SHORT = 3
"""Letters of a word that only begins a name, such as ``esp``: in the midst it says nothing."""


def near(word: str, known: Sequence[str]) -> list[str]:
    """List locales that a word may have meant: those of its language, or of a like name."""
    language = _SPOKEN.get(folded_name(word)) or language_of(gettext_form(word))
    languages = {language, *_ALSO.get(language, ())}
    found = [one for one in known if language_of(one) in languages]
    bare = folded_name(word)
    if not found and len(word) > 1:
        is_short = len(word) <= _SHORT
        found = [
            one
            for one in known
            if any(name.startswith(bare) if is_short else bare in name for name in _names(one))
        ]
    if not found and len(word) == _CODE:
        spoken = language_spoken_in(word).replace("-", "_")
        found = [one for one in known if spoken and spoken in (one, language_of(one))]
    if not found and len(word) > _SHORT:
        called = {name: one for one in reversed(known) for name in _names(one)}
        meant_names = get_close_matches(bare, called, 1, 0.8)
        found = [called[name] for name in meant_names]
    return found


@while_in_force
def _names(locale: str) -> frozenset[str]:
    return frozenset(map(folded_name, _all_names(locale)))


def _all_names(locale: str) -> Iterator[str]:
    """Yield what a locale is called in English, in languages of many offices, and in itself."""
    for language in (*OFFICES, locale):
        try:
            yield language_name(locale, language)
        except PolyleafError:
            continue
    yield from _CALLED.get(locale, ())
    own = cldr(locale).languages.get(locale)
    if own:
        yield str(own)


_REGIONS = {
    "uk": "GB",
    "el": "GR",
    "uae": "AE",
    **dict.fromkeys(("usa", "us", "america", "eeuu", "ee uu", "united states of america"), "US"),
    **dict.fromkeys(("britain", "great britain", "gran bretana", "grande bretagne"), "GB"),
    **dict.fromkeys(("england", "scotland", "wales", "inglaterra", "angleterre"), "GB"),
    **dict.fromkeys(("grossbritannien", "schottland"), "GB"),
    **dict.fromkeys(("hong kong", "hongkong"), "HK"),
    **dict.fromkeys(("macau", "macao"), "MO"),
    **dict.fromkeys(("holland", "holanda", "hollande"), "NL"),
    "eire": "IE",
    "korea": "KR",
    "turkey": "TR",
    "viet nam": "VN",
    "quebec": "CA-QC",
}
"""What people write for a region beside its code and its name, as `folded_name` has it."""


def folded_name(name: str) -> str:
    """Return a name without case, accents, points, hyphens, and *the* before it."""
    bare = "".join(
        one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one)
    )
    words = re.sub(r"[-_\s]+", " ", bare.replace(".", "").casefold()).strip()
    return words.removeprefix("the ")


def in_plain_letters(name: str) -> str:
    """Return a name for a file to be called by: small, and without what is not in ASCII."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()


def meant_region(word: str, known: Sequence[str]) -> str:
    """Return the one region among those known that a word can only mean: ``uk`` gives ``GB``."""
    code = word.upper().replace("_", "-")
    code = _REGIONS.get(folded_name(word), code)
    if code in known:
        return code
    found = [one for one in _countries_called(word) if one in known]
    return found[0] if len(found) == 1 else ""


def _countries_called(word: str) -> list[str]:
    """List the countries that have a name in a language of offices, else in any other."""
    wanted = folded_name(word)
    found = _countries(offices=True).get(wanted) or _countries(offices=False).get(wanted)
    return sorted(found or ())


@while_in_force
def _countries(*, offices: bool) -> dict[str, set[str]]:
    """Return the countries that bear each name in the languages of offices, or in all others."""
    others = [one for one in data_file("languages") if one not in OFFICES]
    called: dict[str, set[str]] = defaultdict(set)
    for language in OFFICES if offices else others:
        for tag, name in cldr(language).territories.items():
            if re.fullmatch("[A-Z]{2}", tag):
                called[folded_name(str(name))].add(tag)
    return called


def meant_territory(word: str) -> str:
    """Return the code of the country that a word names: ``USA`` gives ``US``; empty for a code."""
    code = word.upper()
    short = _REGIONS.get(folded_name(word), "")
    if re.fullmatch("[A-Z0-9-]+", word) and len(word) != 3 and short in ("", word):
        return ""  # as it is written nearly always: no need to ask CLDR
    named = _countries_called(word)
    found = short or (named[0] if len(named) == 1 else "")
    is_code = re.fullmatch("[A-Z]{2}", code) and code in cldr("en").territories
    found = found or (code if is_code else "")
    return found if found != word else ""


def language_spoken_in(word: str) -> str:
    """Return the tag of the language of a country whose code was written for it: ``vn``, ``vi``.

    Empty where the word is no country's code.
    """
    likely = get_global("likely_subtags").get(f"und_{word.upper()}", "")
    parts = likely.split("_")
    language = f"{parts[0]}_{parts[1]}" if scripts_of(parts[0]) else parts[0]
    return language.replace("_", "-")


def spelled(word: str, known: Sequence[str]) -> str:
    """Return the one name among those known that a word is but for capitals and hyphens."""
    found = [one for one in known if _plain(one) == _plain(word)]
    return found[0] if len(found) == 1 else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the question that names the nearest of what there is; empty where nothing is near."""
    found = get_close_matches(word, list(known), 1)
    found = found or [one for one in known if len(word) > 3 and one.startswith(word.casefold())][:1]
    return f"did you mean '{found[0]}'? " if found else ""


def _plain(word: str) -> str:
    return re.sub(r"[-_. ]", "", word.casefold())

"""Data of the package about locales: scripts, fonts, digits and in-text citation forms."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from babel import Locale as CldrLocale
from babel.core import UnknownLocaleError, get_global

from pipeline.records.cldr import cldr_data
from pipeline.records.csl_terms import LOCATORS, short_terms
from pipeline.records.in_force import data_file, place_for
from pipeline.values.citation import CitationForm
from pipeline.values.errors import PolyleafError
from pipeline.values.locale import Locale, Typography, is_locale_name, language_of

_ZEROS = {
    "latn": "0",
    "arab": "\u0660",
    "arabext": "\u06f0",
    "deva": "\u0966",
    "beng": "\u09e6",
    "thai": "\u0e50",
    "laoo": "\u0ed0",
    "mymr": "\u1040",
    "khmr": "\u17e0",
}
"""The zeros of CLDR's numbering systems; Unicode puts the other nine digits after each in order."""


NUMBERINGS = tuple(_ZEROS)
"""The names of those systems."""


def is_pseudo(name: str) -> bool:
    """Say whether a locale is one of those made up to test the layout."""
    return name in data_file("scripts")["pseudo"]


def pseudo_name(name: str, locale: str) -> str:
    """Name a pseudo-locale in another locale, or in English; empty where it is a real one."""
    names = data_file("scripts")["pseudo"].get(name, {}).get("names", {})
    return str(names.get(locale) or names.get("en", ""))


def pseudo_refusal(name: str) -> PolyleafError:
    """Return what a command says that has no use for a pseudo-locale."""
    return PolyleafError(
        f"'{name}' is a pseudo-locale, made from the article to test the layout: "
        f"it can only be printed, with make pdf LANG={name}"
    )


def real_locale(name: str) -> str:
    """Return the locale whose facts count: a pseudo-locale has those of a real one."""
    return str(data_file("scripts")["pseudo"].get(name, {}).get("like", name))


@cache
def cldr(name: str) -> CldrLocale:
    """Return what CLDR knows of a locale; a `PolyleafError` where it knows nothing."""
    try:
        return cldr_data(real_locale(name))
    except (ValueError, UnknownLocaleError):
        raise PolyleafError(
            f"CLDR does not know the locale '{name}': use a name such as es, pt_BR or zh_Hans"
        ) from None


def is_known(name: str) -> bool:
    """Say whether CLDR knows a locale."""
    try:
        cldr(name)
    except PolyleafError:
        return False
    return True


def language_name(tag: str, locale: str) -> str:
    """Name a language or locale in another: ``("es", "en")`` gives ``Spanish``.

    CLDR's name of the whole tag comes first: ``fa_AF`` is Dari, and not Persian (Afghanistan).
    """
    named = tag.replace("-", "_")
    own = nearest_row("words", "languages", locale) or {}
    whole = (
        pseudo_name(named, locale)
        or own.get(named)
        or (own and own.get(language_of(named)))
        or cldr(locale).languages.get(named)
    )
    name = whole or cldr(named).get_display_name(cldr(locale))
    if not name:
        raise PolyleafError(f"CLDR has no name for the language '{tag}' in '{locale}'")
    return str(name)


@cache
def is_known_locale(name: str) -> bool:
    """Say whether a name has gettext's form and CLDR knows the locale."""
    return is_locale_name(name) and not is_pseudo(name) and is_known(name)


def is_known_language(tag: str) -> bool:
    """Say whether CLDR knows the language of a BCP 47 tag."""
    name = tag.replace("-", "_")
    return is_known(name) and not is_pseudo(name)


@cache
def parents_of(name: str) -> tuple[str, ...]:
    """Return the locales that a locale takes missing texts from, the nearest first.

    They are CLDR's parents in the same language, and what `[parents]` of ``scripts.toml`` says
    beyond them. CLDR has Haitian Creole take over French for formats; its texts it may not. A
    locale in another script than its language's usual one has none.
    """
    own = data_file("scripts").get("parents", {})
    exceptions = get_global("parent_exceptions")
    chain: list[str] = []
    while True:
        parent = own.get(name) or exceptions.get(name)
        if name not in own and parent and language_of(parent) != language_of(name):
            parent = None
        if parent is None and "_" in name:
            parent = name.rsplit("_", 1)[0]
            if script_of(parent) != script_of(name):
                parent = None
        if not parent or parent == "root" or parent in chain:
            return tuple(chain)
        chain.append(parent)
        name = parent


def names_of_rows(locale: str) -> tuple[str, ...]:
    """Return under which names a row of words may stand for a locale, the nearest first.

    They are its own, its parents', and its language's where that is written in the same script:
    what is on record in Gurmukhi says nothing of Punjabi in Arabic letters.
    """
    language = language_of(locale)
    scripts = {script_of(locale), script_of(language)}
    is_same = len(scripts) == 1 or scripts == {"Hans", "Hant"}
    return (locale, *parents_of(locale), *((language,) if is_same else ()))


def nearest_row(file: str, table: str, locale: str) -> Any:
    """Return what a table of the package's data says of a locale or its nearest parent."""
    rows = data_file(file)[table]
    real = real_locale(locale)
    return next((rows[name] for name in (real, *parents_of(real)) if name in rows), None)


@cache
def script_of(name: str) -> str:
    """Return the ISO 15924 code of the script that a locale is written in."""
    locale = cldr(name)
    if locale.script:
        return locale.script
    likely = get_global("likely_subtags")
    for key in (real_locale(name), language_of(real_locale(name))):
        if key in likely:
            return str(likely[key].split("_")[1])
    return "Latn"


RIGHT_TO_LEFT = ("Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa")
"""The scripts of CLDR's locales that run from right to left: to ask it loads all of a locale."""


def locale_named(name: str, edition: str = "") -> Locale:
    """Return all that the page must know of a locale; some have other fonts in some editions."""
    data = data_file("scripts")
    kin = (real_locale(name), *parents_of(real_locale(name)))
    row = {**data["defaults"], **_type_row(name, edition)}
    if "text" not in row:
        raise PolyleafError(": ".join(_no_typography(name)))
    zero = ord(_ZEROS[next((data["digits"][one] for one in kin if one in data["digits"]), "latn")])
    return Locale(
        name=name,
        rtl=script_of(name) in RIGHT_TO_LEFT,
        typography=Typography(
            text_families=tuple(row["text"]),
            heading_families=tuple(row["headings"]),
            margin_families=tuple(row.get("margins", row["text"])),
            line_height=row["line_height"],
            tightest=row["tightest"],
            tightest_foot=row["tightest_foot"],
            size_factor=row["size_factor"],
            latin_factor=row["latin_factor"],
            latin_room=row["latin_room"],
            lower=row["lower"],
            letter_width=row["letter_width"],
            slanted=row["slanted"],
            emphasis=row["emphasis"],
            bullet=row["bullet"],
            after_number=row["after_number"],
            breaks=row["breaks"],
            heads=row["heads"],
            spaces=row["spaces"],
            features=row["features"],
            digits="".join(chr(zero + value) for value in range(10)),
        ),
    )


def _type_row(name: str, edition: str = "") -> dict[str, Any]:
    """Return what the script of a locale asks of the page, and what it asks beside it."""
    data = data_file("scripts")
    kin = (real_locale(name), *parents_of(real_locale(name)))
    own: dict[str, Any] = next((data["locales"][one] for one in kin if one in data["locales"]), {})
    usual: dict[str, Any] = data["scripts"].get(script_of(name), {})
    return usual if edition in own.get("not_in", ()) else {**usual, **own}


def citation_form(name: str) -> CitationForm:
    """Return how a locale writes citations; a `PolyleafError` where nobody has said."""
    row = _citation_row(name)
    if not row:
        raise PolyleafError(": ".join(_no_citation_form(name)))
    own = {place: (written, written) for place, written in own_locators(name).items()}
    terms = short_terms(real_locale(name))
    said = {
        field: value
        for field, value in row.items()
        if not field.startswith("accept_") and field != "locators"
    }
    return CitationForm(
        **{
            "no_date": terms["no date"].one,
            "in_press": terms["in press"].one,
            "circa": f"{terms['circa'].one}\u00a0{{}}",
            "before_christ": _before_christ(real_locale(name)),
            **said,
        },
        locale=real_locale(name),
        locators={
            **{
                place: (f"{terms[place].one}\u00a0{{}}", f"{terms[place].several}\u00a0{{}}")
                for place in terms
                if place in LOCATORS
            },
            **own,
        },
    )


def _before_christ(name: str) -> str:
    """Return how CLDR writes a year before Christ, ``{}`` for its digits."""
    facts = cldr_data(name)
    era = facts.eras["abbreviated"][0].replace(" ", "\u00a0")
    order = facts.datetime_skeletons["Gy"].pattern
    gap = "\u00a0" if " " in order else ""
    return f"{era}{gap}{{}}" if order.index("G") < order.index("y") else f"{{}}{gap}{era}"


def own_locators(name: str) -> dict[str, str]:
    """Return how a locale writes places in a work, where that is not as CSL has it."""
    written: dict[str, str] = _citation_row(name).get("locators", {})
    return written


def accepted_locators(name: str) -> dict[str, list[str]]:
    """Return the words, beside those of CSL, that a locale has for each place in a work."""
    words: dict[str, list[str]] = _citation_row(name).get("accept_locators", {})
    return words


def _citation_row(name: str) -> dict[str, Any]:
    data = data_file("citations")
    real = real_locale(name)
    kin = [real, *parents_of(real)]
    if script_of(language_of(real)) == script_of(real):
        kin.append(language_of(real))
    row: dict[str, Any] = next((data[one] for one in kin if one in data), {})
    return row


def what_printing_lacks(name: str) -> Iterator[tuple[str, str]]:
    """Yield what the data lack to print a locale, each with what to do."""
    if "text" not in _type_row(name):
        yield _no_typography(name)
    if not _citation_row(name):
        yield _no_citation_form(name)


def _no_typography(name: str) -> tuple[str, str]:
    script = script_of(name)
    return (
        f"no typography for the script {script} of '{name}'",
        f"add {place_for('scripts', name, script)}: a copy of the row of a script like it",
    )


def _no_citation_form(name: str) -> tuple[str, str]:
    return (
        f"no citation form for '{name}'",
        f"add {place_for('citations', name)}: a copy of another row, with the words for 'and' and "
        "'et al.' of this language",
    )


def is_chosen_by_style(family: str) -> bool:
    """Say whether a family's bold is known by the name of its style alone."""
    return bool(data_file("scripts")["families"].get(family, {}).get("by_style"))


def font_package(family: str) -> str:
    """Return the Debian package that brings a family, empty for one that a project brought in."""
    return str(data_file("scripts")["families"].get(family, {}).get("package", ""))


def known_families() -> tuple[str, ...]:
    """Return every family that a sheet may be set in."""
    return tuple(data_file("scripts")["families"])


def script_families(script: str) -> tuple[str, ...]:
    """Return the families of running text in a script (ISO 15924), empty where none is known."""
    return tuple(data_file("scripts")["scripts"].get(script, {}).get("text", ()))

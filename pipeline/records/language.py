"""What the checks know of a locale's language, from the package's data and the glossary."""

from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.records.dialling import dialling_row
from pipeline.records.glossary import Term
from pipeline.records.in_force import data_file, place_for, shipped, while_in_force
from pipeline.records.typography import language_name, names_of_rows, parents_of, script_of
from pipeline.values.language import Inflection, Language, UnsafeWording, WantedTerm
from pipeline.values.locale import language_of

_ENGLISH = "en"

_GRAVE = ("crime", "success")
"""Kinds of unsafe wording that no careful text uses; the others are for an editor to weigh."""


def language_named(locale: str, terms: Sequence[Term] = ()) -> Language:
    """Return what is known of how a locale is written; ``terms`` are its rows of the glossary."""
    facts = _facts(locale)
    if not terms:
        return facts
    wanted = tuple(
        WantedTerm(
            term=term.term.partition(" (")[0],
            preferred=_without_brackets(term.preferred),
            variants=tuple(map(_without_brackets, term.variants)),
            forbidden=term.forbidden,
        )
        for term in terms
    )
    return Language(**{name: getattr(facts, name) for name in facts.__slots__} | {"terms": wanted})


def what_checks_lack(locale: str, terms: Sequence[Term]) -> Iterator[str]:
    """Yield which rows would let the checks find more in a locale, and what goes unseen without."""
    yield from dict.fromkeys(lists_missing(locale, terms).values())


def lists_missing(locale: str, terms: Sequence[Term] = ()) -> dict[str, str]:
    """Return the lists that nobody has recorded for a locale, each with what goes unseen without.

    ``terms`` are the locale's rows of the glossary. Rules name the lists they rest on
    (`Rule.rests_on`): where one is missing, silence is no pass.
    """
    return dict(_missing(locale, terms))


def _missing(locale: str, terms: Sequence[Term]) -> Iterator[tuple[str, str]]:
    def place(table: str) -> str:
        return place_for(table, locale, word="in")

    row = _nearest(locale, data_file("languages"))
    for name, what in _OF_LANGUAGES.items():
        if not row:
            yield (
                name,
                f"{place('languages')}: without it no text in another language is "
                "noticed, and no wrong quotation mark or separator in numbers",
            )
        elif not any(row.get(field) for field in name.split(" or ")):
            yield name, f"{name} of {place('languages')}: without it {what}"
    if not _nearest(locale, data_file("safety")):
        yield "wordings", f"{place('safety')}: without it no unsafe wording is found"
    if not terms:
        yield (
            "terms",
            f"rows for {locale} in locales/glossary.csv: without them no term is compared",
        )
    elif not any(term.forbidden for term in terms):
        yield (
            "forbidden",
            f"forbidden forms for {locale} in locales/glossary.csv: without them no word that "
            "means something else is noticed",
        )
    if script_of(locale) != "Latn" and not _nearest(locale, data_file("surnames")):
        yield (
            "surnames",
            f"{place('surnames')}: without it no surname is looked for that "
            "a sentence writes in another script",
        )
    dialling = _nearest(locale, data_file("dialling"))
    if not dialling:
        yield (
            "dialling",
            f"{place('dialling')}: without it a short crisis number that somebody "
            "typed, or wrote in words, is noticed in crisis notes alone",
        )
    if not _nearest(locale, shipped("limits")):
        yield (
            "limits",
            f"[{language_of(locale)}] in Polyleaf’s own limits.toml: without it no word in the "
            "place of its opposite is noticed, as before for after",
        )
    named = dialling_row(locale)
    if not (named.get("spelled") or named.get("numerals")):
        yield (
            "numerals",
            f"numerals of {place('dialling')}: without them no crisis number is noticed that is "
            "written in words (nine eleven), but for one digit by digit",
        )


_OF_LANGUAGES = {
    "words or letters": "no text in another language is noticed",
    "quotes": "no wrong quotation mark is noticed",
    "decimal": "numbers may have any separator",
}
"""What goes unseen without a part of a language's row."""


def _without_brackets(form: str) -> str:
    """Return a form without the abbreviation that follows it in brackets."""
    return form.partition(" (")[0].partition("（")[0].strip()


@while_in_force
def _facts(locale: str) -> Language:
    rows = data_file("languages")
    key = _row(locale, rows)
    row = rows.get(key, {})
    form = _nearest(locale, data_file("citations"))
    script = script_of(locale)
    return Language(
        locale=locale,
        name=language_name(locale, _ENGLISH),
        script=script,
        words=frozenset(row.get("words", ())),
        letters=frozenset(row.get("letters", "")),
        not_letters=frozenset(row.get("not_letters", "")),
        others={
            language_name(other, _ENGLISH): (
                frozenset(facts.get("words", ()))
                - frozenset(row.get("shares", ()))
                - frozenset(row.get("words", ())),
                frozenset(facts.get("letters", "")) - frozenset(row.get("shares_letters", "")),
            )
            # A project's own rows are of their own language: they make no other's sheets stale.
            for other, facts in shipped("languages").items()
            if other not in (key, _ENGLISH) and _shares_script(other, script)
        },
        quotes=tuple(_quotes(row)),
        decimal="".join(row.get("decimal", ())),
        group="".join(one for one in row.get("group", ()) if not one.isspace()),
        full_width=row.get("brackets") == "full",
        alike=frozenset(row.get("alike", ())),
        capitals=frozenset(row.get("capitals", ())),
        around_the_clock=tuple(row.get("around_the_clock", ())),
        inflection=Inflection(
            endings=row.get("endings", 3),
            alternating=tuple(row.get("alternating", ())),
            fleeting=row.get("fleeting", ""),
        ),
        misread=tuple(row.get("misread", ())),
        address=tuple(tuple(way) for way in row.get("address", ())),
        joiners=frozenset({form.get("last_and", "").strip(), *form.get("accept_and", ())}),
        et_al=tuple(
            one.strip() for one in (form.get("et_al", ""), *form.get("accept_et_al", ())) if one
        ),
        surnames={
            name: tuple(forms)
            for name, forms in _nearest(locale, data_file("surnames")).get("names", {}).items()
        },
        unsafe=tuple(
            UnsafeWording(
                pattern=pattern,
                unless=one.get("unless", ""),
                near=one.get("near", ""),
                why=one["why"],
                instead=one["instead"],
                is_grave=one["kind"] in _GRAVE,
            )
            for one in _nearest(locale, data_file("safety")) or ()
            for pattern in _patterns(one)
        ),
    )


def _patterns(row: dict[str, Any]) -> list[str]:
    return [row["pattern"]] if isinstance(row["pattern"], str) else list(row["pattern"])


def _row(locale: str, rows: dict[str, Any]) -> str:
    for name in names_of_rows(locale):
        if name in rows:
            return name
    return f"{language_of(locale)}_{script_of(locale)}"


def _nearest(locale: str, rows: dict[str, Any]) -> Any:
    """Return the row of a locale, of its nearest parent, or of its language."""
    for name in (locale, *parents_of(locale), _row(locale, rows)):
        if name in rows:
            return rows[name]
    return {}


def _shares_script(other: str, script: str) -> bool:
    theirs = script_of(other)
    return theirs == script or {theirs, script} <= {"Hans", "Hant", "Jpan"}


def _quotes(row: dict[str, Any]) -> list[tuple[str, str]]:
    own = row.get("quotes", [])
    pairs = [(own[place], own[place + 1]) for place in range(0, len(own), 2)]
    return pairs + [(first, second) for first, second in row.get("also", ())]

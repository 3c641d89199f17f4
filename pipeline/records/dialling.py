"""How a language says that a number is one to dial, and how it names digits."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from pipeline.records.in_force import data_file, while_in_force
from pipeline.records.typography import is_known_language, names_of_rows, script_of
from pipeline.values.locale import language_of

WITHOUT_SPACES = ("Hans", "Hant", "Jpan", "Kore", "Thai", "Laoo", "Khmr", "Mymr")
"""Scripts in which a word and a number stand together, or a particle between them."""

_W = (
    r"[\w\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09d7"
    r"\u0a01-\u0a03\u0a3c-\u0a51\u1780-\u17d3]"
)
"""A letter, or a sign that stands on one: to ``re``, Indic vowels are no letters of a word."""

_PARTING = (
    r"[\s!-/:-@\[-`{-~\u00a1-\u00bf\u060c\u061b\u2010-\u205e\u3001-\u303f\u30fb\uff01-\uff0f]"
)
"""What parts the names of digits: a space, or a sign of any kind that is no mark on a letter."""

_EVERYWHERE = r"(?<![^\W\d_])(?:t[eé]l|тел|τηλ)(?![^\W\d_])\.?|[☎☏✆📞📱]\ufe0f?"
"""The short word for a telephone, and its signs, which stand before numbers in every language."""


class _Form:
    """A pattern among a language's forms."""

    def __set_name__(self, _: object, name: str) -> None:
        self._name = name

    def __get__(self, one: "Dialling", _: object) -> re.Pattern[str]:
        pattern = re.compile(*one.forms.get(self._name, ("(?!)", re.NOFLAG)))
        one.__dict__[self._name] = pattern  # where it is found from now on
        return pattern


@dataclass(frozen=True, kw_only=True)
class Dialling:
    """A language's words for dialling, as patterns; without words they match nothing.

    Each is compiled when it is first asked for: most languages of a project are asked for few.
    """

    forms: Mapping[str, tuple[str, re.RegexFlag]] = field(default_factory=dict)
    """The patterns in words, by their names."""
    before = _Form()
    """Of what stands before a number to dial, up to the number."""
    after = _Form()
    """Of what stands behind one."""
    names_line = _Form()
    """Of a text that ends with such a word, but for those for "number", which may be a count."""
    line = _Form()
    """Of what stands before the number of a line, which has three digits and more."""
    labels = _Form()
    """Of what stands before a number as its label: "Ambulance: ", "the emergency number is "."""
    leads = _Form()
    """Of a word for an emergency before a number, with small words between: "ambulance on "."""
    labelled = _Form()
    """Of a label behind a number: " – ambulance", " is the emergency number"."""
    told = _Form()
    """Of a sign and a word that says to dial, behind a number: ": call"."""
    place_before = _Form()
    """Of where one goes in an emergency, with "or" or a stroke before a number: "ER or "; of danger
    and a sign: "In danger? "."""
    place_after = _Form()
    """Of the same behind a number: " or the ER"."""
    contact = _Form()
    """Of a word for getting in touch, with up to four words between it and the number."""
    contacted = _Form()
    """Of such a word behind a number."""
    serves = _Form()
    """Of what a line does, behind its number: ", day and night", " is free"."""
    names_service = _Form()
    """Of a text that has a word for an emergency, or for those who come in one."""
    counted = _Form()
    """Of a word behind a number that is a count."""
    names = _Form()
    """Of three names of digits and more, in a row; digits may stand among them."""
    name = _Form()
    """Of one name, or a digit."""
    words: frozenset[str] = frozenset()
    """The names of digits, where words are parted by spaces; empty where they are not."""
    times_said: Sequence[str] = ()
    """The patterns in words of "once a day", and of two, three and so on of a dose."""
    together: bool = False
    """Whether words stand without spaces between them."""
    digits: Mapping[str, str]
    """The group of `name` that matches, and its digit."""

    @cached_property
    def times(self) -> Sequence[re.Pattern[str]]:
        """Of "once a day", and of forms that say two, three and so on of a dose."""
        return tuple(re.compile(one, re.IGNORECASE) for one in self.times_said)

    def number_of(self, row: str) -> str:
        """Return the digits of a row of names, empty where it has no name."""
        if not any(map(str.isalpha, row)):
            return ""
        return "".join(
            self.digits[one.lastgroup] for one in self.name.finditer(row) if one.lastgroup
        )


@while_in_force
def dialling_of(locale: str) -> Dialling:
    """Return the words of a locale, of its nearest parent or of its language."""
    row = dialling_row(locale)
    if not row:
        return Dialling(digits={})
    return _in_patterns(row, together=script_of(locale) in WITHOUT_SPACES)


def dialling_row(locale: str) -> Mapping[str, Any]:
    """Return what is on record of a locale, of its nearest parent or of its language.

    A language without a row has its names of numbers by CLDR, so that at least a crisis note holds
    none of those that are on record; its words for dialling nobody has written down.
    """
    rows = data_file("dialling")
    if not is_known_language(locale):
        return {}
    found = next((rows[name] for name in names_of_rows(locale) if name in rows), None)
    return found or _by_rules(f"{language_of(locale)}_{script_of(locale)}")


@cache
def _by_rules(locale: str) -> Mapping[str, Any]:
    """Return the names of digits by CLDR's rules (``rbnf``), empty where it has none of them.

    Those in another script than the locale's are none of its own.
    """
    from icu4py.messageformat import MessageFormat

    def said(tag: str) -> list[str]:
        words = MessageFormat("{n,spellout}", tag)
        return [words.format({"n": digit}).replace("\u00ad", "") for digit in range(10)]

    digits = said(locale.replace("_", "-"))
    # ICU says in English, or in figures, what it has no rules for.
    if digits == said("en") or digits[2].isdecimal() or " ".join(digits).split() != digits:
        return {}
    if unicodedata.name(digits[2][0]).startswith("LATIN") != (script_of(locale) == "Latn"):
        return {}
    return {"digits": " ".join(map(re.escape, digits)), "spelled": "numbering"}


def _in_patterns(row: Mapping[str, Any], *, together: bool) -> Dialling:
    verbs = "|".join(row.get("before", ())) or "(?!)"
    nouns = "|".join((*row.get("number", ()), _EVERYWHERE))
    after, counts = row.get("after", "(?!)"), row.get("counted", "(?!)")
    names = [f"(?P<d{digit}>{forms}|{digit})" for digit, forms in enumerate(row["digits"].split())]
    # The longest first: a Khmer five begins its six.
    one = "|".join(sorted(names, key=len, reverse=True))
    plain = "|".join(
        sorted((form for forms in row["digits"].split() for form in forms.split("|")), key=len)[
            ::-1
        ]
    )
    if together:
        before = rf"(?:{verbs}|{nouns})[^。！？.!?、，,\d]{{0,6}}$"
        row_of = rf"(?:{plain}|\d)(?:{_PARTING}{{0,2}}(?:{plain}|\d)){{2,}}"
        behind = rf"^[\s)）」』”’]{{0,2}}{after}"
        names_line = rf"(?:{verbs})\W{{0,6}}$"
        counted = rf"^\s?(?:{counts})"
    else:
        end = r"(?:\.{3}|[^\w.!?;؟।]){0,6}$"
        verb = rf"(?:{verbs}){_W}*(?P<between>(?:[\s:,]+\w(?:{_W}|[’'-])*){{0,2}})"
        before = rf"(?<!\w)(?:{verb}|(?:{nouns}){_W}*(?:[\s:]+{_W}+)?){end}"
        row_of = rf"(?<!\w)(?:{plain}|\d)(?:{_PARTING}{{1,3}}(?:{plain}|\d)){{2,}}(?!\w)"
        behind = rf"^[\s)»”\"’-]{{0,3}}{after}"
        names_line = rf"(?<!\w)(?:{verbs})(?:{_W}|[’'-])*[^\w.!?;؟।]{{0,6}}$"
        counted = rf"^\s(?:{counts})(?!\w)"
    lines = "|".join(row.get("line", ())) or "(?!)"
    in_any_case = {
        "before": before,
        "names_line": names_line,
        "line": rf"(?<!\w)(?:{lines})[^\w.!?;؟।]{{0,6}}$",
        "names": row_of,
        "name": one,
        "serves": rf"^[)）]?番?[号號]?번?\s?[,:，：、–—-]?\s?(?:{row.get('serves') or '(?!)'})",
        **_of_contacts(row, together=together),
        **_of_services(row, verbs, nouns, together=together),
        **_of_places(row, together=together),
    }
    return Dialling(
        forms={
            **{name: (form, re.IGNORECASE) for name, form in in_any_case.items()},
            "after": (behind, re.NOFLAG),
            "counted": (counted, re.NOFLAG),
        },
        words=frozenset() if together else frozenset(plain.split("|")),
        times_said=tuple(
            one if together else rf"(?<!{_W})(?:{one})(?!{_W})" for one in row.get("times", ())
        ),
        together=together,
        digits={f"d{digit}": str(digit) for digit in range(10)},
    )


def _of_contacts(row: Mapping[str, Any], *, together: bool) -> Mapping[str, str]:
    """Return the patterns of what says to get in touch."""
    stems, nouns = ("|".join(row.get(name, ())) or "(?!)" for name in ("contact", "help"))
    word = rf"\s(?:[^\W\d]|[’'-])(?:{_W}|[’'-])*"
    before = (
        rf"(?<!{_W})(?:(?:{stems}){_W}*(?:{word}){{0,4}}|(?:{nouns}){_W}*(?:\s[^\W\d]{{1,3}}){{0,2}})"
        r"[\s:]*$"
    )
    if together:
        before = rf"(?:{stems})[^。！？.!?、，,\d;；]{{0,4}}$"
    return {"contact": before, "contacted": rf"^\s?(?:{row.get('contacted') or '(?!)'})"}


def _of_services(
    row: Mapping[str, Any], verbs: str, nouns: str, *, together: bool
) -> Mapping[str, str]:
    """Return the patterns of numbers that stand beside who comes in an emergency."""
    services = "|".join(row.get("service", ()))
    if not services:
        return {}
    if together:
        word, gap = rf"(?:{services})", r"[^。！？.!?、，,\d;；]{0,6}"
        label, labelled = rf"{word}{gap}", rf"\w?{_LABEL}?{word}"
    else:
        word, gap = rf"(?<!{_W})(?:{services}){_W}*", r"[^\w.!?;؟।]{0,6}"
        number, small = rf"(?<!{_W})(?:{nouns}){_W}*", r"\s[^\W\d]{1,4}"
        of_number = (
            rf"(?:{word}\W{{1,3}}{number}|{number}(?:\W{{1,3}}\w{{1,4}}){{0,3}}\W{{1,3}}{word}"
            rf"|(?<!\w)(?:{services})\w*(?:{nouns})\w*)"
        )
        label = rf"(?:{word}(?:\s{_W}+(?={_LABEL}|,))?|{of_number}(?:{small}){{0,2}}){gap}"
        behind = rf"{_LABEL}\s?(?:{_W}+\s){{0,2}}{word}"
        labelled = rf"(?:{behind}|(?:,|(?:{small}){{1,2}})\s(?:{_W}+\s){{0,2}}{of_number})"
    return {
        "labels": rf"{label}$",
        "leads": rf"{word}(?:[\s,]+[^\W\d]{{1,3}}){{1,2}}\s$",
        "labelled": rf"^{labelled}",
        "told": rf"^{_LABEL}(?:{verbs})",
        "names_service": word,
    }


def _of_places(row: Mapping[str, Any], *, together: bool) -> Mapping[str, str]:
    """Return the patterns of numbers that stand for where one goes in an emergency: ER or 911."""
    places, either = ("|".join(row.get(name, ())) for name in ("place", "either"))
    if not places or not either:
        return {}
    dangers = "|".join(row.get("danger", ())) or "(?!)"
    if together:
        between = r"[^。！？.!?、，,\d;；]{0,8}"
        in_danger = rf"(?:{dangers})[^。！？.!?、，,\d;；]{{0,6}}{_AND_SO}"
        return {
            "place_before": rf"(?:(?:{places}){between}(?:{either}|[/／])\s?|{in_danger})$",
            "place_after": rf"^[番号號번]?\s?(?:{either}|[/／]){between}(?:{places})",
        }
    # "112 or two hospitals" is a count.
    digits = "|".join(row["digits"].split()[2:])
    small = rf"(?:(?!(?:{digits})(?!{_W}))[^\W\d]{{1,3}}(?:\s|[’']|-))"
    place = rf"(?<!{_W})(?:{places}){_W}*"
    parting = rf"(?:,?\s(?:{either})\s|\s?[/／]\s?)"
    in_danger = rf"(?<!{_W})(?:{dangers}){_W}*{_AND_SO}"
    return {
        "place_before": rf"(?:{place}(?:\s{_W}+){{0,2}}{parting}{small}{{0,2}}|{in_danger})$",
        "place_after": rf"^{parting}{small}{{0,2}}(?:{_W}+\s)?(?:{places})",
    }


_AND_SO = r"\s?[?？؟!！:：,，،–—-]\s?"
"""What parts danger from what to do in it."""

_LABEL = r"(?:[)）]?\s?[-–—=:|→·•：（(]\s?)"
"""What parts a number from its label, in a list and in a table."""

"""``source/publisher.toml`` and ``source/clinics/<id>.toml``."""

import json
import re
from collections.abc import Sequence
from html import unescape

from pipeline.records.letters import refuse_odd_letters, texts_in
from pipeline.records.naming import language_meant, language_spoken_in, meant_territory
from pipeline.records.region import CODE
from pipeline.records.states import lies_in_state, place_in
from pipeline.records.table import Table
from pipeline.records.typography import is_known_locale
from pipeline.values.colour import contrast
from pipeline.values.finding import Finding
from pipeline.values.publisher import Clinic, Publisher

PAPERS = ("letter", "a4")
_ACCENT = r"#[0-9a-fA-F]{6}"
_EMAIL = r"[^@\s:;,<>]+@[^@\s:;,<>]+\.[^@\s:;,<>]+"
_ID = r"[a-z0-9]+(-[a-z0-9]+)*"
_RESERVED = ("draft", "pages", *PAPERS)
"""Words that mean something else in a sheet's file name."""

_WRITTEN_TO = "the e-mail or postal address to which readers write when they find a mistake"

LONGEST_ID, LONGEST_NAME = 40, 160
"""Letters of a clinic's id, which every file's name has in it, and of its name."""

_ALSO = {
    "tel": "phone",
    "telephone": "phone",
    "phone_number": "phone",
    "mail": "email",
    "e_mail": "email",
    "url": "website",
    "web": "website",
    "site": "website",
    "homepage": "website",
    "opening_hours": "hours",
    "opening_times": "hours",
    "languages": "lines",
    "interpreters": "interpreter",
    "picture": "logo",
    "image": "logo",
    "alt": "logo_alt",
    "color": "accent",
    "colour": "accent",
    "country": "region",
    "correction": "corrections",
    "license": "licence",
}
"""What people look for, and what it is called."""

LEAST_CONTRAST = 4.5
"""Between accent and paper, after WCAG 2.2, success criterion 1.4.3."""


def read_publisher(data: dict[str, object], path: str) -> tuple[Publisher, list[Finding]]:
    """Read the publisher and report every field that is wrong."""
    findings: list[Finding] = []
    table = Table(data, path, findings, "SRC020")
    publisher = Publisher(
        name=table.text("name", required=True, what="the name that your readers know"),
        corrections=table.text("corrections", required=True, what=_WRITTEN_TO),
        licence=table.text("licence"),
        owner=table.text("owner"),
        region=_region(table),
        paper=table.choice("paper", PAPERS, ""),
        accent=_accent(table),
        logo=_logo(table),
        logo_alt=table.text("logo_alt", required=table.has("logo")),
        sheet_address=_sheet_address(table),
        inherits=table.flag("inherits") is not False,
    )
    refuse_odd_letters(table)
    _refuse_codes(table)
    table.done(_ALSO)
    return publisher, findings


def read_clinic(data: dict[str, object], path: str, name: str) -> tuple[Clinic, list[Finding]]:
    """Read a clinic's profile, whose id is its file's stem, and report every wrong field."""
    findings: list[Finding] = []
    table = Table(data, path, findings, "SRC020")
    _refuse_gaps(table)
    words = name.split("-")
    if not re.fullmatch(_ID, name) or {words[0], words[-1]} & set(_RESERVED):
        table.wrong(
            "",
            f"'{name}' cannot be a clinic's id",
            "name the file with lower-case letters, digits and hyphens; draft, pages, letter and "
            "a4 may neither begin nor end it",
        )
    clinic = Clinic(
        id=name,
        name=table.text("name", required=True, what="the name that is on the door"),
        address=table.texts("address", example='"12 Mill Lane", "Springfield"'),
        phone=table.text("phone"),
        interpreter=table.text("interpreter"),
        second_name=_in_languages(table, "second_name", required=table.has("second_phone")),
        second_phone=table.text("second_phone", required=table.has("second_name")),
        hours=_in_languages(table, "hours", example='"Mon–Fri 9:00–17:00"'),
        email=table.text("email", form=_EMAIL, what="an e-mail address and nothing else"),
        website=table.text(
            "website", form=r"https?://[!-~]+", what="an address that begins with https://"
        ),
        lines=_by_language(table, "lines"),
        logo=_logo(table),
        logo_alt=table.text("logo_alt", required=table.has("logo")),
        region=_region(table),
        paper=table.choice("paper", PAPERS, ""),
        accent=_accent(table),
        sheet_address=_sheet_address(table),
    )
    if len(name) > LONGEST_ID:
        table.wrong(
            "",
            f"the clinic's id has {len(name)} letters, and every file's name contains it",
            f"give the file a name of at most {LONGEST_ID} letters; the name in it may be longer",
        )
    if len(clinic.name) > LONGEST_NAME:
        table.wrong(
            "name",
            f"has {len(clinic.name)} letters; a sheet has room for {LONGEST_NAME}",
            "write the name that is on the door; the rest may stand in address",
        )
    refuse_odd_letters(table)
    _refuse_codes(table)
    table.done(_ALSO)
    return clinic, findings


_OF_FORMS = r"https?:|images/|\.png|\{\w+\}|[\W_]"
"""What stands around the … in the profile that ``polyleaf clinic`` writes."""

_NOTHING = re.compile(
    r"(?i)tb[acd]|to be (announced|confirmed|defined|done)|n[/.]a\.?|none|null|nil|todo|pending"
    r"|unknown|xx[x\W_]*|[?\W_]+|por definir|pendiente|a definir|à (compléter|définir)|folgt"
)
"""What people write where they have nothing to say yet."""


def _is_gap(text: str) -> bool:
    is_form = "…" in text and not re.sub(_OF_FORMS, "", text)
    return is_form or bool(_NOTHING.fullmatch(text.strip()))


def _refuse_gaps(table: Table) -> None:
    """Report texts in which nothing but … stands: somebody's own words belong there."""
    for name, value in [*table.data.items()]:
        texts = [text for _, text in texts_in(name, value)]
        if any(map(_is_gap, texts)):
            fix = "write your own, or put # before the line"
            table.wrong(name, "has nothing in it yet", fix)
            if name != "name":
                del table.data[name]


_CODE = re.compile(r"&(#\d+|#[xX][\da-fA-F]+|[A-Za-z]{2,8});")
"""A letter as a web page has it: ``&amp;``, ``&#233;``."""


def _refuse_codes(table: Table) -> None:
    """Report letters that were copied as a web page has them: they would print as they stand."""
    for name, value in table.data.items():
        for place, text in texts_in(name, value):
            if _CODE.search(text) and (meant := unescape(text)) != text:
                fix = f"write {json.dumps(meant, ensure_ascii=False)}"
                table.wrong(place, f"'{text}' has the code of a web page in it", fix)


def _in_languages(
    table: Table, name: str, *, required: bool = False, example: str = ""
) -> dict[str, str]:
    """Read a text that is for the readers of every language, or one for each."""
    if isinstance(table.data.get(name), dict):
        return _by_language(table, name)
    text = table.text(name, required=required, example=example)
    return {"": text} if text else {}


def _by_language(table: Table, name: str) -> dict[str, str]:
    """Read texts by language; the tag of none, such as a country's, is refused with the near one.

    Otherwise its text would stand on no sheet, and nobody would know.
    """
    said = table.data.get(name)
    if isinstance(said, dict):
        table.data[name] = {str(tag).replace("_", "-"): text for tag, text in said.items()}
        for tag in [*table.data[name]]:
            locale = language_meant(tag)
            code = locale.replace("_", "-")
            if code != tag and is_known_locale(locale):
                where = f"{name}.{tag}"
                table.wrong(where, "is not a language tag", f'write {name} = {{ {code} = "…" }}')
                del table.data[name][tag]
    texts = table.by_language(name)
    for tag in texts:
        if re.fullmatch("[a-z]{2,3}(-.*)?", tag) and not is_known_locale(tag.replace("-", "_")):
            near = language_spoken_in(tag)
            meant = f"did you mean {near}? " if near else ""
            table.wrong(
                f"{name}.{tag}",
                "there is no such language",
                f'{meant}write the language\'s code, as in {name} = {{ es = "…" }}; '
                "'polyleaf list locales' names them",
            )
    return texts


def _region(table: Table) -> str:
    """Read the code of a region; a country's name, three letters or a place are told by it."""
    said = table.data.get("region")
    if (
        not isinstance(said, str)
        or not said.strip()
        or (re.fullmatch(CODE, said.strip()) and (not meant_territory(said)))
    ):
        return table.text("region", form=CODE, example='"US"')
    address = table.data.get("address")
    lines = [one for one in address if isinstance(one, str)] if isinstance(address, list) else []
    region = table.text("region")
    table.wrong("region", f"'{region}' is not a region's code", _region_meant(region, lines))
    return ""


def _region_meant(said: str, address: Sequence[str]) -> str:
    """Return what to write for a region that is not written as its code."""
    country = meant_territory(said)
    place, around = ("", "") if re.fullmatch(CODE, said) else place_in(said)
    if around and around != country and "-" not in country:
        meant = f'write region = "{around}": {place} lies in it, and has no numbers of its own'
        is_there = not country or lies_in_state(said.upper(), address)
        return meant if is_there else f'{meant}; for the country, "{country}"'
    if country:
        return f'write region = "{country}"'
    return "write the code of the country, such as \"US\"; 'polyleaf list regions' names them"


def _logo(table: Table) -> str:
    logo = table.text("logo", example='"images/logo.svg"')
    if re.match("(?i)(?:\\./)?source/", logo):
        own = logo.partition("source/")[2]
        table.wrong("logo", "is named from below source/", f'write logo = "{own}"')
        return ""
    if logo and not re.fullmatch(r"(?i)(?!\w+:)[^/\\][^\\]*\.(svg|png|jpe?g)", logo):
        table.wrong(
            "logo",
            f"'{logo}' is not an SVG, PNG or JPEG file below source/",
            "save the picture as one of these below source/, and write its name from there, such "
            'as "images/logo.png"',
        )
        return ""
    return logo


def _accent(table: Table) -> str:
    """Read a colour that stays readable on white paper."""
    accent = table.text("accent", form=_ACCENT, example='"#1f4e5f"')
    if accent and contrast(accent) < LEAST_CONTRAST:
        table.wrong(
            "accent",
            f"{accent} is too light for titles on white paper (contrast {contrast(accent):.1f})",
            f"choose a darker colour, with a contrast of {LEAST_CONTRAST} or more",
        )
    return accent


LONGEST_ADDRESS = 120
"""Letters of a web address: a longer one makes a code too fine for an office printer."""

_PLACES = ("article", "locale", "region", "edition")


def _sheet_address(table: Table) -> str:
    """Read where sheets lie on the web; ``{article}`` and the like are filled in for each."""
    address = table.text(
        "sheet_address",
        form=r"https?://[!-~]+",
        example='"https://example.org/sheets/{article}-{locale}"',
    )
    unknown = set(re.findall(r"\{([^{}]*)\}", address)) - set(_PLACES)
    if unknown or len(re.findall(r"[{}]", address)) != 2 * len(re.findall(r"\{\w+\}", address)):
        known = ", ".join(f"{{{name}}}" for name in _PLACES)
        table.wrong(
            "sheet_address", f"'{address}' has a place that cannot be filled", f"use {known}"
        )
    elif len(address) > LONGEST_ADDRESS:
        table.wrong(
            "sheet_address",
            f"is {len(address)} letters long",
            f"shorten it to {LONGEST_ADDRESS}: its code must be read from a photocopy",
        )
    return address

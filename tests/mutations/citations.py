"""Damage to citations."""

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache

from tests.conftest import ROOT
from tests.mutations.catalogs import Change, works
from tests.mutations.kind import CODE, Damage, Kind, Place, bare, swap
from tests.mutations.stock import OTHERS

_ARABIC = str.maketrans("0123456789,", "٠١٢٣٤٥٦٧٨٩،")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")

_IN_ARABIC = {
    "Mikulincer": "ميكولينسر",
    "Beck": "بيك",
    "Wei": "وي",
    "Joiner": "جوينر",
    "Schore": "شور",
    "Gross": "غروس",
    "Bartholomew": "بارثولوميو",
    "Coyne": "كوين",
    "Downey": "داوني",
    "Slavich": "سلافيتش",
    "Perlis": "بيرليس",
    "Ong": "أونغ",
}
_IN_CHINESE = {
    "Mikulincer": "米库林瑟",
    "Beck": "贝克",
    "Wei": "魏",
    "Joiner": "乔伊纳",
    "Schore": "肖尔",
    "Gross": "格罗斯",
    "Bartholomew": "巴塞洛缪",
    "Coyne": "科因",
    "Downey": "唐尼",
    "Slavich": "斯拉维奇",
    "Perlis": "珀利斯",
    "Ong": "翁",
}

ISLAMIC, BUDDHIST, MINGUO, PERSIAN = range(4)


def in_calendar(year: int, calendar: int) -> int:
    """Return a Gregorian year in another calendar."""
    match calendar:
        case 0:
            return int((year - 622) * 33 / 32)
        case 1:
            return year + 543
        case 2:
            return year - 1911
    return year - 621


def _each(change: Callable[[re.Match[str]], str]) -> Callable[[Place], Iterator[Damage]]:
    """Make a damage that changes each code of a text, one at a time."""

    def damage(place: Place) -> Iterator[Damage]:
        for match in CODE.finditer(place.text.target):
            changed = change(match)
            if changed != match[0]:
                yield bare(swap(place.text.target, match, changed))

    return damage


def _keys(code: str) -> list[str]:
    return re.findall(r"@(\w+)", code)


def _other_key(code: str, among: list[str]) -> str:
    key = _keys(code)[0]
    return among[(among.index(key) + 1) % len(among)]


def _swapped(place: Place) -> Iterator[Damage]:
    among = list(place.shelf.works())
    for match in CODE.finditer(place.text.target):
        key = _other_key(match[0], among)
        if key not in match[0]:
            yield swap(place.text.target, match, re.sub(r"@\w+", f"@{key}", match[0], count=1))


def _added(place: Place) -> Iterator[Damage]:
    if place.text.is_sheet or CODE.search(place.text.source) or not place.shelf.works():
        return
    key = place.chance.choice(list(place.shelf.works()))
    yield f"{place.text.target} [@{key}]"
    yield f"[-@{key}] {place.text.target}"


def _moved(place: Place) -> Iterator[Damage]:
    other = place.after()
    for match in CODE.finditer(place.text.target):
        if other and match[0] not in other.target:
            yield (
                Change(text=place.text, target=bare(swap(place.text.target, match, ""))),
                Change(text=other, target=f"{other.target} {match[0]}"),
            )


def _one_of_two(place: Place) -> Iterator[Damage]:
    for match in CODE.finditer(place.text.target):
        parts = match[0][1:-1].split(";")
        for left_out in range(len(parts)) if len(parts) > 1 else ():
            kept = "; ".join(
                part.strip() for number, part in enumerate(parts) if number != left_out
            )
            yield swap(place.text.target, match, f"[{kept}]")


def _locator(code: str) -> Iterator[str]:
    page = re.search(r", p\. (\d+)", code)
    if page:
        yield code.replace(page[0], f", p. {int(page[1]) + 1}")
        yield code.replace(page[0], f", p. {page[1]}0")
        yield code.replace(page[0], f", chap. {page[1]}")
        yield code.replace(page[0], "")
    else:
        yield code.replace("]", ", p. 7]")


def _locators(place: Place) -> Iterator[Damage]:
    for match in CODE.finditer(place.text.target):
        for changed in _locator(match[0]):
            yield swap(place.text.target, match, changed)


def _names(key: str, joined: str, others: str, form: dict[str, str] | None = None) -> str:
    names = works()[key][0]
    first = form.get(names[0], names[0]) if form else names[0]
    if len(names) > 2:
        return f"{first} {others}"
    if len(names) == 2:
        return f"{first} {joined} {names[1]}"
    return first


def _typed(
    write: Callable[[str, int], str], *, instead: bool = True
) -> Callable[[Place], Iterator[Damage]]:
    """Make a damage that types a citation by hand, for its code or, where none is, beside it."""

    def damage(place: Place) -> Iterator[Damage]:
        text = place.text
        for match in CODE.finditer(text.target):
            typed = "; ".join(write(key, works()[key][1]) for key in _keys(match[0]))
            if instead:
                yield swap(text.target, match, typed)
        if not instead and not CODE.search(text.source) and not text.is_sheet:
            cited = [key for other in place.shelf.texts for key in _keys(other.source)]
            if cited and not text.is_crisis:
                key = place.chance.choice(cited)
                yield f"{text.target} {write(key, works()[key][1])}"

    return damage


def _latin(key: str, year: int) -> str:
    return f"({_names(key, '&', 'et al.')}, {year})"


def _square(key: str, year: int) -> str:
    return f"[{_names(key, '&', 'et al.')}, {year}]"


def _full_width(key: str, year: int) -> str:
    return f"（{_names(key, '和', '等', _IN_CHINESE)}，{year}）"


def _full_width_digits(key: str, year: int) -> str:
    return _full_width(key, year).translate(_WIDE)


def _arabic(key: str, year: int) -> str:
    return f"({_names(key, 'و', 'وآخرون', _IN_ARABIC)}، {str(year).translate(_ARABIC)})"


def _narrative(key: str, year: int) -> str:
    return f"{_names(key, '&', 'et al.')} ({year})"


def _in(calendar: int, write: Callable[[str, int], str]) -> Callable[[str, int], str]:
    return lambda key, year: write(key, in_calendar(year, calendar))


def _minguo(key: str, year: int) -> str:
    return f"（{_names(key, '和', '等', _IN_CHINESE)}，民國{year - 1911}年）"


_WRONG_BRACKETS = ("(@{0})", "{{@{0}}}", "【@{0}】", "［@{0}］", "（@{0}）", "@{0}")
_SLIPS = ("[@ {0}]", "[ @{0}", "[@{0}", "@{0}]", "[＠{0}]", "\\[@{0}]", "`[@{0}]`")


def _written(forms: tuple[str, ...]) -> Callable[[Place], Iterator[Damage]]:
    def damage(place: Place) -> Iterator[Damage]:
        for match in CODE.finditer(place.text.target):
            for form in forms:
                inside = match[0][1:-1].removeprefix("-").removeprefix("@")
                yield swap(place.text.target, match, form.format(inside))

    return damage


def _spaced(match: re.Match[str]) -> str:
    return re.sub(r"@([a-z]+)(\d+)", r"@\1 \2", match[0])


def _surname(change: Callable[[str], str]) -> Callable[[Place], Iterator[Damage]]:
    """Make a damage to the surname that a sentence says beside the year alone."""

    def damage(place: Place) -> Iterator[Damage]:
        for code in re.findall(r"\[-@(\w+)\]", place.text.source):
            for surname in works()[code][0]:
                if surname in place.text.source and surname in place.text.target:
                    text = place.text.target.replace(surname, change(surname))
                    for form in _own_forms(place.text.locale, surname):
                        text = text.replace(form, "")
                    yield bare(text)

    return damage


@cache
def _own_forms(locale: str, surname: str) -> list[str]:
    """Return how a surname is written in a language's own letters, where it may stand beside."""
    file = ROOT / "pipeline/records/data/surnames.toml"
    rows = tomllib.loads(file.read_text(encoding="utf-8"))
    row = rows.get(locale) or rows.get(locale.partition("_")[0], {})
    return list(row.get("names", {}).get(surname, []))


def _own_letters(forms: dict[str, dict[str, str]]) -> Callable[[Place], Iterator[Damage]]:
    def damage(place: Place) -> Iterator[Damage]:
        for surname, form in forms.get(place.text.locale, {}).items():
            if surname in place.text.target:
                yield place.text.target.replace(surname, form)

    return damage


# An article that writes its citations out

_WRITTEN = re.compile(r"\([^()]*\d{4}\)|（[^（）]*\d{4}）")
_YEAR = re.compile(r"\d{4}")
_FORMS = {
    "Beck": ("Beck", "Бек", "贝克", "بيك"),
    "Gross": ("Gross",),
    "Muñoz": ("Muñoz",),
    "Slavich": ("Slavich",),
    "Mikulincer": ("Mikulincer", "Микулинсер"),
    "Shaver": ("Shaver", "Шейвер"),
}
_LONGER = {
    "Muñoz": "Muñozer",
    "Бек": "Беккер",
    "贝克": "贝克尔",
    "Микулинсер": "Микулинсерсон",
    "Шейвер": "Шейверсон",
}


def _named(text: str) -> Iterator[str]:
    for forms in _FORMS.values():
        yield from (form for form in forms if form in text)


def _author_cut(place: Place) -> Iterator[Damage]:
    for form in _named(place.text.target):
        yield bare(place.text.target.replace(form, ""))


def _author_longer(place: Place) -> Iterator[Damage]:
    for form in _named(place.text.target):
        if form.isascii():
            yield place.text.target.replace(form, f"{form}er")
            yield place.text.target.replace(form, f"{form}son")


def _author_longer_own(place: Place) -> Iterator[Damage]:
    for form in _named(place.text.target):
        if form in _LONGER:
            yield place.text.target.replace(form, _LONGER[form])


def _author_joined(place: Place) -> Iterator[Damage]:
    for form in _named(place.text.target):
        if form.isascii():
            yield place.text.target.replace(form, f"{form}-Smith")


def _author_other(place: Place) -> Iterator[Damage]:
    for form in _named(place.text.target):
        yield place.text.target.replace(form, "Bowlby")


def _others_dropped(place: Place) -> Iterator[Damage]:
    form = OTHERS[place.text.locale]
    if form in place.text.target:
        yield bare(place.text.target.replace(form, ""))


def _others_added(place: Place) -> Iterator[Damage]:
    if "et al" not in place.text.source:
        name = list(_named(place.text.target))[-1]
        yield place.text.target.replace(name, f"{name} {OTHERS[place.text.locale]}")


def _years(change: Callable[[int], str]) -> Callable[[Place], Iterator[Damage]]:
    def damage(place: Place) -> Iterator[Damage]:
        match = _YEAR.search(place.text.target)
        if match:
            year = change(int(match[0]))
            native = match[0][0] in "٠١٢٣٤٥٦٧٨٩"
            yield swap(place.text.target, match, year.translate(_ARABIC) if native else year)

    return damage


def _wrong(*steps: int) -> Callable[[Place], Iterator[Damage]]:
    def damage(place: Place) -> Iterator[Damage]:
        for step in steps:
            yield from _years(lambda year, step=step: str(year + step))(place)  # type: ignore[misc]

    return damage


def _calendars(place: Place) -> Iterator[Damage]:
    for calendar in (ISLAMIC, BUDDHIST, MINGUO, PERSIAN):
        yield from _years(lambda year, name=calendar: str(in_calendar(year, name)))(place)  # type: ignore[misc]
    yield from _years(lambda year: f"民國{year - 1911}年")(place)


def _written_lost(place: Place) -> Iterator[Damage]:
    match = _WRITTEN.search(place.text.target)
    if match:
        yield bare(swap(place.text.target, match, ""))


_CYRILLIC = str.maketrans("aceopy", "асеору")
_TYPED = ("CIT007", "CIT001")

KINDS = (
    Kind("citation removed", ("CIT001",), _each(lambda _: "")),
    Kind("citation doubled", ("CIT011",), _each(lambda code: f"{code[0]} {code[0]}")),
    Kind("citation of another work", ("CIT001", "CIT003"), _swapped),
    Kind(
        "citation of an unknown work",
        ("CIT004",),
        _each(lambda code: re.sub(r"\d{4}", lambda year: str(int(year[0]) + 1), code[0])),
    ),
    Kind(
        "key in capitals",
        ("CIT004",),
        _each(lambda code: re.sub(r"@\w", lambda key: key[0].upper(), code[0])),
    ),
    Kind(
        "key with a look-alike letter",
        ("CIT001", "CIT002", "CIT004"),
        _each(lambda code: code[0].translate(_CYRILLIC)),
    ),
    Kind("citation added", ("CIT003",), _added),
    Kind("citation moved to the next text", ("CIT005",), _moved),
    Kind("one of two works left out", ("CIT001",), _one_of_two),
    Kind("locator changed, lost or added", ("CIT006",), _locators),
    Kind(
        "mark of the year alone lost",
        ("CIT006",),
        _each(lambda code: code[0].replace("[-@", "[@")),
    ),
    Kind(
        "mark of the year alone added",
        ("CIT006",),
        _each(lambda code: code[0].replace("[@", "[-@")),
    ),
    Kind("typed by hand: (Beck, 1967)", ("CIT007",), _typed(_latin)),
    Kind("typed by hand: [Beck, 1967]", ("CIT007",), _typed(_square)),
    Kind("typed by hand: Beck (1967)", ("CIT007",), _typed(_narrative)),
    Kind("typed by hand: （贝克，1967）", ("CIT007",), _typed(_full_width)),
    Kind("typed by hand: （贝克，１９６７）", ("CIT007",), _typed(_full_width_digits)),
    Kind("typed by hand: (بيك، ١٩٦٧)", ("CIT007",), _typed(_arabic)),
    Kind("typed by hand, Islamic year", ("CIT007",), _typed(_in(ISLAMIC, _arabic))),
    Kind("typed by hand, Persian year", ("CIT007",), _typed(_in(PERSIAN, _arabic))),
    Kind("typed by hand, Buddhist year", ("CIT007",), _typed(_in(BUDDHIST, _latin))),
    Kind("typed by hand, Minguo year", _TYPED, _typed(_minguo)),
    Kind("typed by hand where none belongs", ("CIT007",), _typed(_latin, instead=False)),
    Kind("typed so in Arabic", ("CIT007",), _typed(_arabic, instead=False)),
    Kind("typed so in full width", ("CIT007",), _typed(_full_width, instead=False)),
    Kind("code in other brackets or none", ("CIT001", "CIT002"), _written(_WRONG_BRACKETS)),
    Kind("code with a slip, or shown as letters", ("CIT001", "CIT002"), _written(_SLIPS)),
    Kind("code with a space in its key", ("CIT001", "CIT002", "CIT006"), _each(_spaced)),
    Kind("brackets around a code", ("TXT010",), _each(lambda code: f"({code[0]})")),
    Kind("wide brackets around a code", ("TXT010",), _each(lambda code: f"（{code[0]}）")),
    Kind("surname removed", ("CIT008",), _surname(lambda _: "")),
    Kind("surname made longer", ("CIT008",), _surname(lambda name: f"{name}son")),
    Kind("surname cut", ("CIT008",), _surname(lambda name: name[:-1])),
    Kind("surname of another work", ("CIT008",), _surname(lambda _: "Beck")),
    Kind(
        "surname in a form that nobody knows",
        ("CIT009",),
        _own_letters({"ar": {"Joiner": "جوينير", "Coyne": "كايني"}}),
        is_error=False,
    ),
    Kind("written citation removed", ("CIT010",), _written_lost, where="literal"),
    Kind("written author cut", ("CIT010",), _author_cut, where="literal"),
    Kind("written author made longer", ("CIT010",), _author_longer, where="literal"),
    Kind(
        "written author made longer, in letters beyond A to Z",
        ("CIT010",),
        _author_longer_own,
        where="literal",
    ),
    Kind("written author given a second name", ("CIT010",), _author_joined, where="literal"),
    Kind("written author of another work", ("CIT010",), _author_other, where="literal"),
    Kind("written “et al.” dropped", ("CIT010",), _others_dropped, where="literal"),
    Kind("written “et al.” added", ("CIT010",), _others_added, where="literal"),
    Kind("written year wrong", ("CIT010",), _wrong(1, -1, 10, 100), where="literal"),
    Kind("written year in another calendar", ("CIT010",), _calendars, where="literal"),
)

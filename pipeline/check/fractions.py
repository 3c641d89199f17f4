"""Halves, thirds and quarters that a text says in words: y media, anderthalb, trois quarts."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from pipeline.check.rule import Fault, Pair
from pipeline.records.dialling import dialling_of
from pipeline.values.finding import Severity
from pipeline.values.locale import language_of

_PARTS = ("2/3", "3/4", "1/3", "1/4")
"""The parts that have words of their own; what says two thirds has a word for a third inside."""

_IN_WORDS = {
    "ar": (
        r"ثلث(?:ي|ا|ين|ان)(?!\w)",
        r"ثلاث[ةه]? ?أرباع",
        r"ثلث",
        r"(?<!أ)ربع(?!اء|ين|ون)",
    ),
    "bn": (
        r"দুই[- ]?তৃতী|তিন ভাগের দুই",
        r"তিন[- ]?চতুর্থ|চার ভাগের তিন",
        r"তৃতীয়াংশ|তৃতীয়াংশ|তিন ভাগের এক",
        r"চতুর্থাংশ|চার ভাগের এক",
    ),
    "de": (r"\b(?:zwei|2)[ -]?drittel", r"\b(?:drei|3)[ -]?viertel", r"drittel", r"viertel"),
    "el": (r"\bδύο τρίτα", r"\bτρία τέταρτα", r"\bτρίτο", r"\bτέταρτο"),
    "es": (
        r"\bdos (?:tercios|terceras partes)",
        r"\btres (?:cuartos|cuartas partes)",
        r"\btercio\b|\btercera parte",
        r"\bcuart[oa]\b",
    ),
    "fa": (
        r"دو[\u200c ]?سوم",
        r"سه[\u200c ]?چهارم",
        r"یک[\u200c ]?سوم|ثلث",
        r"یک[\u200c ]?چهارم|ربع",
    ),
    "fil": (
        r"\bdalawang[ -](?:i?katlo)|\bdalawa sa tatlo",
        r"\btatlong[ -](?:kapat|ikaapat)|\btatlo sa apat",
        r"\bsangkatlo|\bikatlong bahagi|\bkatlo",
        r"\bsangkapat|kapat na bahagi|\bikaapat na bahagi",
    ),
    "fr": (r"\bdeux[ -]tiers", r"\btrois[ -]quarts", r"\btiers\b", r"\bquart\b"),
    "he": (r"שני[ -]?שליש", r"שלוש[הת] רבע", r"שליש", r"רבע"),
    "hi": (r"दो[- ]?तिहाई", r"तीन[- ]?चौथाई|पौन", r"तिहाई", r"चौथाई"),
    "ht": (r"\bde tyè", r"\btwa ka\b", r"\btyè", r"\byon ka\b"),
    "it": (r"\bdue terzi", r"\btre quarti", r"\bterz[oa]\b", r"\bquart[oa]\b"),
    "ja": (r"[3三]分の[2二]", r"[4四]分の[3三]", r"[3三]分の[1一]", r"[4四]分の[1一]"),
    "ko": (r"[3삼]분의 ?[2이]", r"[4사]분의 ?[3삼]", r"[3삼]분의 ?[1일]", r"[4사]분의 ?[1일]"),
    "ne": (
        r"दुई[- ]?(?:तिहा|तृतीयांश)|तीन भागको दुई",
        r"तीन[- ]?चौथा|चार भागको तीन",
        r"तिहाइ|तिहाई|तृतीयांश|तीन भागको एक",
        r"चौथाइ|चौथाई|चार भागको एक",
    ),
    "nl": (r"\btwee ?derde", r"\bdrie ?(?:kwart|vierde)", r"\bderde\b", r"\bkwart\b|\bvierde\b"),
    "pa": (r"ਦੋ[- ]?ਤਿਹਾਈ", r"ਤਿੰਨ[- ]?ਚੌਥਾਈ|ਪੌਣ", r"ਤਿਹਾਈ", r"ਚੌਥਾਈ"),
    "pl": (
        r"\bdw\w+ trzeci",
        r"\btrz\w+ czwart",
        r"\bjedn\w+ trzeci|\btrzeci\w* częś",
        r"ćwier|ćwiart|\bjedn\w+ czwart|\bczwart\w* częś",
    ),
    "pt": (
        r"\bdois terços|\bduas terças partes",
        r"\btrês quart",
        r"\bterço\b|\bterça parte",
        r"\bquart[oa]\b",
    ),
    "ro": (r"\bdouă treimi", r"\btrei (?:sferturi|pătrimi)", r"\btreime", r"\bsfert|\bpătrime"),
    "ru": (r"\bдв\w+ трет", r"\bтр\w+ четверт", r"\bтрет(?:ь|и|ью)\b", r"четверт"),
    "sw": (r"theluthi mbili", r"robo tatu", r"theluthi", r"\brobo"),
    "th": (
        r"สองในสาม|เศษสองส่วนสาม|2 ?ใน ?3",
        r"สามในสี่|เศษสามส่วนสี่|3 ?ใน ?4",
        r"หนึ่งในสาม|เศษหนึ่งส่วนสาม|1 ?ใน ?3",
        r"หนึ่งในสี่|เศษหนึ่งส่วนสี่|1 ?ใน ?4",
    ),
    "tr": (r"\büçte iki", r"\bdörtte üç|\büç çeyre", r"\büçte bir", r"\bçeyre|\bdörtte bir"),
    "uk": (r"\bдв\w+ третин", r"\bтр\w+ чверт", r"\bтретин", r"\bчверт"),
    "ur": (r"دو[- ]?تہائی", r"تین[- ]?چوتھائی|پون", r"تہائی", r"چوتھائی"),
    "vi": (r"\bhai phần ba", r"\bba phần tư", r"\bmột phần ba", r"\bmột phần tư"),
    "zh": (r"三分之二", r"四分之三", r"三分之一", r"四分之一"),
}
"""How languages say two thirds, three quarters, a third, a quarter."""


@lru_cache(maxsize=2_000)
def parts_said(text: str, language: str) -> frozenset[str]:
    """Return the thirds and quarters that a text says in words: 2/3, 3/4, 1/3, 1/4."""
    left, found = text.casefold(), set()
    for part, pattern in zip(_PARTS, _IN_WORDS.get(language, ()), strict=False):
        without = re.sub(pattern, " ", left)
        if without != left:
            found.add(part)
            left = without
    return frozenset(found)


_THING = r"(?:tea|table)?(?:tablet|pill|capsule|drop|dose|puff|spoon)\w*"
_HALF = re.compile(rf"\bhalf[\s-](?:(?:of|an?|one|the|your)\s){{0,2}}{_THING}", re.IGNORECASE)
_AND_A_HALF = re.compile(rf"\band\sa\shalf\s{_THING}|\b{_THING}\sand\sa\shalf\b", re.IGNORECASE)
_HALVES = {
    "ar": (r"نصف", r"(?<!\w)و\s?نصف"),
    "bn": (r"অর্ধেক|আধ", r"দেড়|আড়াই"),
    "de": (r"\b(?:halb\w*|hälfte)\b", r"\b(?:ander|eine|\w+ein)t?halb\w*"),
    "el": (r"μισ", r"(?:ενά|μιά)μισ|και μισ"),
    "es": (r"\b(?:medi[oa]|mitad)\b", r"\by medi[oa]\b"),
    "fa": (r"نصف|نیم", r"(?<!\w)و\s?نیم"),
    "fil": (r"kalahati", r"\bat kalahati"),
    "fr": (r"\b(?:demie?|moitié)\b", r"\bet demie?\b"),
    "hi": (r"आध", r"डेढ़|डेढ|ढाई|अढ़ाई"),
    "ht": (r"\bmwatye|\bd(?:e|è)mi\b", r"\bedmi\b|\b(?:e|ak) demi\b"),
    "it": (r"\b(?:mezz[oa]|metà)\b", r"\be mezz[oa]\b"),
    "ja": (r"半|2分の1|二分の一", r"(?:錠|個|回|滴|カプセル|枚|杯)半(?!錠|個|滴|枚|杯|分)"),
    "ko": (r"반|절반", r"(?:정|알|캡슐|방울|번|개) ?반(?! ?(?:정|알|캡슐|방울|개))"),
    "ne": (r"आधा", r"डेढ|साढे"),
    "nl": (r"\b(?:halve?|helft)\b", r"\b(?:ander|eneen|eenen|tweeën)halve?\b"),
    "pa": (r"ਅੱਧ", r"ਡੇਢ|ਢਾਈ|ਸਾਢੇ"),
    "pl": (r"\b(?:pół|połow)", r"\bpółtor|\bi pół\b"),
    "pt": (r"\b(?:mei[oa]|metade)\b", r"\be mei[oa]\b"),
    "ro": (r"\bjumăt", r"\bși jumăt"),
    "ru": (r"\bпол(?:-|таб|кап|доз|овин)", r"\bполтор|\bс половиной\b"),
    "sw": (r"\bnusu", r"\bna nusu"),
    "th": (r"ครึ่ง", r"(?:เม็ด|แคปซูล|หยด|ช้อน)ครึ่ง"),
    "tr": (r"\byarı", r"\bbuçuk"),
    "uk": (r"\b(?:пів|половин)", r"\bпівтор|\bз половиною\b"),
    "ur": (r"آدھ", r"ڈیڑھ|ڈھائی"),
    "vi": (r"\bnửa", r"\brưỡi"),
    "zh": (
        r"半|二分之一",
        r"(?:片|粒|颗|顆|錠|枚|个|個|次|匙|滴)半(?!片|粒|颗|顆|錠|枚|个|個|匙|滴)",
    ),
}
"""How languages say half of a thing, and one or more with half of another."""
_UNKNOWN = ("(?!)", "(?!)")

_OF_ONE = r"anderthalb|eineinhalb|anderhalve?|полтор|півтор|półtor|डेढ|দেড়|দেড়|ਡੇਢ|ڈیڑھ|ενάμισ|μιάμισ"
_OF_TWO = r"zweieinhalb|twee[eë]n(?:een)?halve?|ढाई|আড়াই|আড়াই|ਢਾਈ|ڈھائی|δυόμισ"
"""Words for one and a half, and two and a half, in languages that have them."""


def says_and_a_half(text: str, language: str) -> bool:
    """Say whether a text has one or more and a half of something: hora y media, anderthalb."""
    _, more = _HALVES.get(language, _UNKNOWN)
    return re.search(more, text.casefold()) is not None


def names_other_whole(pair: Pair, whole: int, numerals: frozenset[int]) -> bool:
    """Say whether the half that a text says goes with another number: tres y media for 2½.

    ``whole`` is the number of the source without its half, ``numerals`` what stands in figures
    in the translation.
    """
    text, language = pair.target.plain.casefold(), language_of(pair.language.locale)
    own = {1: _OF_ONE, 2: _OF_TWO}
    if whole in numerals or re.search(own.get(whole, "(?!)"), text):
        return False
    if not whole:
        half, more = _HALVES.get(language, _UNKNOWN)
        left = re.sub(more, " ", text)
        return left != text and not re.search(half, left)
    if any(re.search(pattern, text) for one, pattern in own.items() if one != whole):
        return True
    beside = digits_in(_beside_half(text, language), pair.language.locale)
    return bool(beside) and whole not in beside


def _beside_half(text: str, language: str) -> tuple[str, ...]:
    """Return the words that may say how many whole ones a half is added to."""
    if language in _TOGETHER:
        found = re.search(rf"([0-9{_HAN}])\D{{0,3}}半", text)
        return (found[1],) if found else ()
    if compound := _COMPOUND.search(text):
        return (compound[1].removesuffix("und"),)
    if before := re.search(_HALF_BEFORE.get(language, "(?!)"), text):
        return tuple(text[before.end() :].split()[:1])
    _, more = _HALVES.get(language, _UNKNOWN)
    found = re.search(more, text)
    return tuple(text[: found.start()].split()[-2:]) if found else ()


_TOGETHER = ("ja", "zh")
_HAN = "一二两兩三四五六七八九"
_COMPOUND = re.compile(r"\b(\w{3,}?)(?:einhalb|ën(?:een)?half|enhalf)")
"""Of German and Dutch: siebeneinhalb, vijfenhalf."""
_HALF_BEFORE = {"bn": r"সাড়ে\s", "hi": r"साढ\S*\s", "ne": r"साढे\s", "pa": r"ਸਾਢੇ\s", "ur": r"ساڑھے\s"}
"""What adds a half to the number behind it."""


def digits_in(words: Collection[str], locale: str) -> set[int]:
    """Return the numbers below ten that words of a language say, and those in figures."""
    known = dialling_of(locale)
    return {
        int(known.digits[match.lastgroup])
        for word in words
        if known.digits and (match := known.name.fullmatch(word)) and match.lastgroup
    } | {int(word) for word in words if word.isdecimal()}


def halved_doses(pair: Pair) -> Iterator[Fault]:
    """Report half a tablet that became one and a half, and the other way round."""
    source, target = pair.source.plain, pair.target.plain.casefold()
    forms = _HALVES.get(language_of(pair.language.locale))
    if not forms or source.casefold().count("half") != 1:
        return
    half, more = (re.search(form, target) for form in forms)
    if _AND_A_HALF.search(source):
        if half and not more:
            yield _is_said("one or more and a half", half[0])
    elif _HALF.search(source):
        if more:
            yield _is_said("half of one", more[0])
        elif not half and not re.search(r"[½\d]", target):
            yield Fault(
                message="the English says half of one, and nothing here says half",
                fix="say the amount of the English",
                severity=Severity.WARNING,
            )


_ENGLISH = {
    "2/3": re.compile(r"\btwo[\s-]thirds\b", re.IGNORECASE),
    "3/4": re.compile(r"\bthree[\s-]quarters\b(?! of an hour)", re.IGNORECASE),
    "1/3": re.compile(r"\b(?:a|one)[\s-]third (?:of|as)\b", re.IGNORECASE),
    "1/4": re.compile(r"\b(?:a|one)[\s-]quarter (?:of|as)\b(?! an hour)", re.IGNORECASE),
}


def other_parts(pair: Pair) -> Iterator[Fault]:
    """Report a third or a quarter that is another part in the translation's words."""
    wanted = {part for part, pattern in _ENGLISH.items() if pattern.search(pair.source.plain)}
    if not wanted or pair.target.has_digits:
        return
    found = parts_said(pair.target.plain, language_of(pair.language.locale))
    lost, added = sorted(wanted - found), sorted(found - wanted)
    if lost and added:
        yield _is_said(lost[0], added[0])


def _is_said(said: str, here: str) -> Fault:
    return Fault(
        message=f"the English says {said}, this has “{here.strip()}”",
        fix="say the amount of the English",
    )

"""Addresses in running text, by what an address is: web, e-mail, names with an at sign, spelled."""

import re
from collections.abc import Iterator

from pipeline.check.writing import lower_case, words_of
from pipeline.values.lazy_regex import lazy_regex

_ODD_DOT = lazy_regex(
    r"(?<=[A-Za-z0-9])\s?[。•∙·․‧・∘](?=(?:com|org|net|info)\b)|"
    r"(?<=\w)\s+\.\s*(?=(?:com|org|net|info)\b)|(?<=\w)\.\s+(?=(?:com|org|net|info)/)",
    re.IGNORECASE,
)
"""What stands for the dot of an address, or spaces beside it."""

_DOTS = str.maketrans("．｡＠：／", "..@:/")
"""Full-width signs that browsers and people take for those of an address."""
_FULL_WIDTH = lazy_regex("[．｡＠：／]")

_TOKEN = lazy_regex(r"[^\s()<>«»“”„\"'‘’‚‹›\[\]{}（）【】「」『』、，,;；!！?？؟،؛।]+")
_LONGEST = 300
"""Letters of a token that are looked at: enough for any address."""

_SIGNS = "\u0900-\u0963\u0966-\u0dff\u0e30-\u0e4e\u0eb0-\u0ece\u1031-\u103e\u17b4-\u17d3"
"""Signs of vowels in scripts of India and its neighbours, which `\\w` does not hold."""
_LABEL = rf"[^\W_](?:[\w{_SIGNS}-]*(?:[^\W_]|[{_SIGNS}]))?"
_DOMAIN = lazy_regex(
    rf"(?:{_LABEL}\.)+"
    rf"(?P<top>xn--[a-z0-9-]+|[^\W\d_](?:[^\W\d_]|[{_SIGNS}])+(?:-[^\W\d_]+)*)"
)
_MAIL = lazy_regex(rf"[\w.+-]*\w@(?:(?:{_LABEL}\.)+{_LABEL}|[^\W_][\w-]{{3,}})")
"""An address for e-mail, or what is left of one; *tod@s* says todas and todos."""
_NAME = lazy_regex(r"(?<![\w.@+-])@[^\W_][\w.]+")
_SCHEME = lazy_regex(
    r"(?<!\w)(?:https?|ftp|mailto|tel|sms|whatsapp|tg|signal):\S|(?<!\w)www\.", re.IGNORECASE
)

_KNOWN = frozenset(
    (
        "com",
        "org",
        "net",
        "info",
        "gov",
        "edu",
        "int",
        "help",
        "chat",
        "online",
        "app",
        "care",
        "life",
        "health",
        "support",
        "site",
        "web",
    )
)
"""Tops that stand for themselves, in capitals too."""

_UNCASED = frozenset(
    (
        "中国",
        "中國",
        "香港",
        "台湾",
        "台灣",
        "澳門",
        "网络",
        "公司",
        "网址",
        "在线",
        "中文网",
        "机构",
        "组织机构",
        "公益",
        "みんな",
        "コム",
        "한국",
        "닷컴",
        "닷넷",
        "السعودية",
        "امارات",
        "ایران",
        "مصر",
        "المغرب",
        "تونس",
        "عمان",
        "قطر",
        "سورية",
        "الاردن",
        "الجزائر",
        "فلسطين",
        "العراق",
        "موقع",
        "شبكة",
        "كوم",
        "بھارت",
        "پاکستان",
        "भारत",
        "भारतम्",
        "संगठन",
        "नेट",
        "कॉम",
        "ไทย",
        "คอม",
        "ישראל",
        "קום",
    )
)
"""Tops in scripts without capitals, after IANA's root zone. Elsewhere a capital tells a sentence
that follows a full stop without a space; in these scripts nothing does."""

_UNCASED_LETTER = lazy_regex(
    "[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
    "\uac00-\ud7af]"
)

_DOT = (
    "dot|punto|point|punkt|ponto|kropka|точка|крапка|nokta|chấm|"
    "نقطة|نقطه|डॉट|点|點|ドット|닷|점|דוט|נקודה|τελεία|punct|punt|pwen|tuldok|nukta|doti|จุด|ডট|डट|ਡਾਟ|ڈاٹ"
)
_SPELLED_TOP = (
    "com|org|net|gov|edu|gob|gouv|ком|орг|كوم|اورج|أورغ|اورگ|کام|"
    "कॉम|ऑर्ग|नेट|コム|オルグ|컴|오알지|קום|คอม|ออร์ก|কম|অর্গ|κομ|आर्ग|ਕਾਮ|آرگ|"
    "info|uk|nl|gr|pl|ua|ru|tr|jp|kr|cn|tw|br|pt|mx|fr|nz|ke|ph|bd|ir|il|vn|рф|укр"
)
"""Tops that are spelled; those of countries only as far as they are no words."""
_SPELLED = lazy_regex(
    rf"[\w{_SIGNS}-]+\s?(?:(?<=\s)(?:{_DOT})\s|[\[({{]\s?(?:\.|{_DOT})\s?[\])}}]\s?|(?:点|點|ドット|닷)\s?)"
    rf"(?:{_SPELLED_TOP})(?![\w-])",
    re.IGNORECASE,
)
_ODD_SIGNS = "。•∙·․‧・∘/"
_TOPS = frozenset(one for one in _SPELLED_TOP.split("|") if words_of(one) == (one,))
_JOINING = ("'", "’", "点", "點", "ト", "닷", *({*_SPELLED_TOP.split("|")} - _TOPS))
"""What may hide a top from the words of a text: it is part of one, or more than one."""
_MAY_SPELL = lazy_regex(rf"[\s)\]}}点點ト닷](?:{_SPELLED_TOP})(?![\w-])")

_SPELLED_AT = lazy_regex(
    r"[\w.+-]+\s?[\[({]\s?(?:@|at|arroba|arrobas|chez|ät|małpa|собака|et|آت|ایت|एट)\s?[\])}]\s?[\w-]+",
    re.IGNORECASE,
)
_SAID_AT = lazy_regex(
    rf"[\w.+-]+\s(?:arroba|chiocciola|małpa|собака|arobase)\s[\w-]+\s(?:{_DOT})\s\w{{2,}}",
    re.IGNORECASE,
)


_MAY_SAY = lazy_regex(r"(?i)\s(?:arroba|chiocciola|małpa|собака|arobase)\s\S+\s")


def addresses(text: str) -> list[str]:
    """Return the addresses of a text, as they stand in it."""
    return list(dict.fromkeys(_addresses(text)))


def _addresses(text: str) -> Iterator[str]:
    plain = text.translate(_DOTS) if _FULL_WIDTH.search(text) else text
    odd = _ODD_DOT.search(plain) if _may_be_odd(plain) else None
    if odd:
        yield text[text.rfind(" ", 0, odd.start()) + 1 : odd.end()].strip()
    for match in _TOKEN.finditer(plain) if _may_have(plain) else ():
        token = match[0][:_LONGEST].rstrip(".:")
        shown = text[match.start() : match.start() + len(token)]
        if not {".", ":", "@"}.isdisjoint(token):
            whole = any(one.search(token) for one in (_SCHEME, _MAIL, _NAME))
            if whole or any(map(_is_domain, _DOMAIN.finditer(token))):
                yield shown
    if _may_spell(text):
        yield from (match[0] for match in _SPELLED.finditer(text))
    if _MAY_SAY.search(text):
        yield from (match[0] for match in _SAID_AT.finditer(text))
    if "(" in text or "[" in text or "{" in text:
        yield from (match[0] for match in _SPELLED_AT.finditer(text))


def _may_be_odd(text: str) -> bool:
    """Say whether a text has a sign that may stand for a dot, or a space before one."""
    return any(one in text for one in _ODD_SIGNS) or any(
        before[-1:].isspace() for before in text.split(".")[:-1]
    )


def _may_have(text: str) -> bool:
    """Say whether a text has what every address has that is no odd one."""
    dotted = text.split(".")
    return (
        "@" in text
        or any(after[:1].isalnum() for after in dotted[1:])
        or any(before[-3:].lower() == "www" for before in dotted[:-1])
        or any(after[:1].strip() for after in text.split(":")[1:])
    )


def _may_spell(text: str) -> bool:
    """Say whether a text has the top of an address as a word."""
    lowered = lower_case(text)
    may_have = not _TOPS.isdisjoint(words_of(text)) or any(one in lowered for one in _JOINING)
    return may_have and _MAY_SPELL.search(lowered) is not None


def _is_domain(match: re.Match[str]) -> bool:
    """Say whether words with points between are an address, no abbreviation and no lost space.

    ``p.ej``, ``m.in`` and ``EE.UU`` are short or in capitals throughout; ``hoy.Llame`` goes on
    with a capital.
    """
    labels, top = match[0].split("."), match["top"]
    if top.startswith("xn--") or top in _UNCASED:
        return True
    if _UNCASED_LETTER.search(top):
        return False
    if _UNCASED_LETTER.match(labels[-2]) and top.isascii() and top.islower():
        return True
    if top.lower() in _KNOWN:
        return True
    if labels[-2].isdigit() and len(labels[-2]) >= _LONG and top in _OF_NUMBERS:
        return True
    if top != top.lower() or any(label.isdigit() for label in labels[-2:]):
        return False
    if len(labels) == len(("usw", "und")) and labels[0].lower() in _SHORTENED:
        return False
    follows = match.string[match.end() : match.end() + 1]
    if len(labels[-2]) == 1 or max(map(len, labels)) < _LONG:
        return follows == "/"
    return True


_OF_NUMBERS = ("at", "be", "ch", "de", "es", "fr", "it", "nl", "pt", "uk")
"""Countries in which a line's number is the name of its site: 113.nl, 3114.fr."""

_SHORTENED = frozenset(
    ("usw", "etc", "bzw", "bspw", "ggf", "evtl", "inkl", "zzgl", "vgl", "resp", "ecc", "itd", "itp")
)
"""Words that are cut short, of which a space may be lost behind the point."""

_LONG = 3
"""Letters of the longest label from which on points between labels are no abbreviation."""

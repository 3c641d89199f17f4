"""Letters that came out of a text of one encoding, read in another: ``tambiÃ©n`` for también."""

import re
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location

_MAY_BE_BAD = re.compile(r"[\u0080-\u052f\u2010-\u2122\ufb00-\ufb06]{2}")
"""Two letters beyond ASCII side by side: without them nothing was read in a wrong encoding."""

_AFTER_CYRILLIC = bytes(byte for byte in range(0x80, 0xC0) if byte != 0x98).decode("cp1251")
"""The second bytes of Cyrillic letters in UTF-8, read as Windows-1251."""

_KNOWN = re.compile(
    "ÔÇ[ÖôØ£ª┬]|[├┬┼╞╨╤╪╫┘┌][^\\s├┬┼╞╨╤╪╫┘┌─]|√[^\\d\\s(]|锟斤拷|占쏙옙|烫烫烫|屯屯屯|\ufffd"
    f"|(?:[РС][{_AFTER_CYRILLIC}]){{3}}|(?:[–—][^\\s–—]){{4}}|[ÐÑ][^\\w\\s]?[\u0400-\u052f]"
)
"""UTF-8 read as code pages 437 and 850, Mac Roman, GBK or EUC-KR, and the sign of lost letters."""

_MAY_BE_KNOWN = re.compile("[ÐÑÔ├┬┼╞╨╤╪╫┘┌√锟占烫屯\ufffdРС–—]")
"""What `_KNOWN` begins with: one letter is found in a text much faster than several in a row."""

_LATIN = re.compile(
    "(?<=[a-zà-ÿ])[ÂÃÄÅ][€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u0080-\u00bf]"
    "|[ÂÃÄÅ][€‚ƒ„…†‡ˆ‰Š‹ŒŽ“•˜™š›œžŸ\u0080-\u00bf](?=[a-zà-ÿ])"
)
"""A letter's two bytes in UTF-8 that were read as two of Windows-1252, inside a word. The soft
hyphen is the second byte of í."""

_MAY_BE_LATIN = re.compile("[ÂÃÄÅ]")


def garbled(text: str) -> str:
    """Return the words of a text in which letters are of a wrong encoding, nothing if none is."""
    return damage(text) or read_as_latin(text)


def damage(text: str) -> str:
    """Return the words with letters that nobody wrote in this order."""
    known = _KNOWN.search(text) if _MAY_BE_KNOWN.search(text) else None
    if known:
        return around(text, known)
    if not _MAY_BE_BAD.search(text):
        return ""
    bad = _badness().search(text)
    return around(text, bad) if bad else ""


@cache
def _badness() -> re.Pattern[str]:
    """Return ftfy's pattern of letters that nobody wrote, from its one module that has it.

    Few texts need it; to import ftfy as a whole takes as long as to check a hundred.
    """
    package = find_spec("ftfy")
    (folder,) = (package and package.submodule_search_locations) or ("",)
    alone = spec_from_file_location("ftfy_badness", f"{folder}/badness.py")
    if not alone or not alone.loader:
        raise ImportError("ftfy is not installed as files")
    module = module_from_spec(alone)
    alone.loader.exec_module(module)
    pattern: re.Pattern[str] = module.BADNESS_RE
    return pattern


def read_as_latin(text: str) -> str:
    """Return the words with a letter of UTF-8 that was read as two of Windows-1252."""
    found = _LATIN.search(text) if _MAY_BE_LATIN.search(text) else None
    return around(text, found).replace("\u00ad", "") if found else ""


def around(text: str, match: re.Match[str]) -> str:
    """Return the words in which something was found, cut where they are long."""
    return whole_words(text, match)[:60]


def whole_words(text: str, match: re.Match[str]) -> str:
    """Return the words in which something was found."""
    start = text.rfind(" ", 0, match.start()) + 1
    end = text.find(" ", match.end())
    return text[start : end if end > 0 else len(text)]

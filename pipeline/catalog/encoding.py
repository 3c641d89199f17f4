"""Which encoding a catalog is in that is not UTF-8, and how to turn it into that."""

import codecs
import re

_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_OF_LANGUAGES = {
    "CP1250": "bs cs hr hu pl ro sk sl sq",
    "CP1251": "be bg kk ky mk mn ru sr tg uk",
    "CP1253": "el",
    "CP1254": "az ku tr",
    "CP1255": "he yi",
    "CP1256": "ar fa ps ur",
    "CP1257": "et lt lv",
    "CP1258": "vi",
    "CP874": "th",
    "CP932": "ja",
    "CP949": "ko",
    "GB18030": "zh",
}
"""What Windows calls ANSI where a language is spoken; CP1252 in most other places."""

_CHARSET = re.compile(
    rb"charset=((?:windows-|cp|iso-8859-|koi8-|gb|big5|shift_jis|euc-)[\w-]{0,12})", re.IGNORECASE
)
_LANGUAGE = re.compile(rb"\"Language: *([a-z]{2,3})")


def encoding_of(content: bytes) -> str:
    """Return what a catalog is probably in, by its mark, header or language; empty if unknown.

    Whatever is returned can be read as that, and iconv knows its name.
    """
    if content.startswith(_MARKS):
        return "UTF-16"
    if 4 * content.count(0) > len(content):
        return "UTF-16LE" if content.find(0) % 2 else "UTF-16BE"
    declared, language = _CHARSET.search(content), _LANGUAGE.search(content)
    names = [declared[1].decode("ascii")] if declared else []
    if language:
        spoken = language[1].decode("ascii")
        names.append(
            next((name for name, of in _OF_LANGUAGES.items() if spoken in of.split()), "CP1252")
        )
    return next((name.upper() for name in names if _reads(content, name)), "")


def how_to_save(content: bytes) -> str:
    """Say how to turn a catalog that is not UTF-8 into it."""
    save = "save it as UTF-8 in the editor that saved it (Save as, Encoding: UTF-8)"
    encoding = encoding_of(content)
    if not encoding:
        return save
    save += f", or with 'iconv -f {encoding} -t UTF-8 FILE > NEW && mv NEW FILE'"
    is_sure = encoding.startswith("UTF-16")
    return save if is_sure else f"{save}; then look whether all letters are right"


def _reads(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except (LookupError, UnicodeError):
        return False
    return True

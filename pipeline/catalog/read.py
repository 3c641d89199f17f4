"""The bytes of a PO file to a `Catalog`, with findings where they cannot be trusted."""

from collections.abc import Callable

from pipeline.catalog import po
from pipeline.catalog.encoding import encoding_of, how_to_save
from pipeline.parse.size import MOST_BRACKETS
from pipeline.records.document import kind_of_document
from pipeline.values.finding import Finding, Severity
from pipeline.values.message import Catalog

MOST_LETTERS = 50_000
"""Of a translation: more than the longest passage that an article may have."""

_ASK_AGAIN = "get the .po file itself, as the translator's program saved it"


def _too_much(translation: str) -> str:
    """Say that a translation is larger than any that is read, empty where it is not."""
    for count, most, what in (
        (len(translation), MOST_LETTERS, "letters"),
        (translation.count("["), MOST_BRACKETS, "brackets '['"),
    ):
        if count > most:
            return f"a translation of {count:,} {what}; at most {most:,} are read"
    return ""


class _UnreadableError(ValueError):
    """Says why a file cannot be read as a catalog, and what to do."""

    def __init__(self, code: str, line: int, message: str, fix: str) -> None:
        super().__init__(message)
        self.code, self.line, self.fix = code, line, fix


def read_catalog(
    content: bytes, locale: str, path: str, article: str
) -> tuple[Catalog | None, list[po.Entry], list[Finding]]:
    """Read a catalog; it is ``None`` where a finding says that the file cannot be read."""

    def finding(code: str, line: int, message: str, fix: str) -> Finding:
        return Finding(
            code=code,
            severity=Severity.ERROR,
            path=path,
            line=line,
            message=message,
            fix=fix,
            locale=locale,
            article=article,
        )

    try:
        entries = _entries(_text(content))
    except _UnreadableError as error:
        return None, [], [finding(error.code, error.line, str(error), error.fix)]
    return po.as_catalog(entries, locale, path), entries, _header(entries, locale, finding)


def _text(content: bytes) -> str:
    """Return the text of a file with plain line feeds, or say why it has none."""
    if kind := kind_of_document(content):
        raise _UnreadableError("CAT001", 0, f"the file is {kind}, not a catalog", _ASK_AGAIN)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"the file is not UTF-8 (byte 0x{content[error.start]:02x})"
        raise _UnreadableError("CAT001", line, message, how_to_save(content)) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        message, fix = "a null byte: the file is damaged", "get the whole file again"
        if encoding_of(content).startswith("UTF-16"):
            message, fix = "the file is UTF-16, not UTF-8", how_to_save(content)
        raise _UnreadableError("CAT001", line, message, fix)
    # An old Mac's lines end with a carriage return alone.
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _entries(text: str) -> list[po.Entry]:
    """Return the entries of a catalog's text, or say which line is none of one."""
    if not text.strip():
        fix = "delete the file and run 'make messages'"
        raise _UnreadableError("CAT002", 1, "the catalog is empty", fix)
    try:
        entries = po.read(text)
    except po.CatalogSyntaxError as error:
        raise _UnreadableError("CAT002", error.line, str(error), error.fix) from None
    for entry in entries:
        if much := _too_much(entry.translation):
            fix = "translate the passage above it, and nothing else"
            raise _UnreadableError("CAT002", entry.translation_line, much, fix)
    return entries


def _header(
    entries: list[po.Entry], locale: str, report: Callable[[str, int, str, str], Finding]
) -> list[Finding]:
    fields = po.header_fields(entries)
    if not fields:
        return [
            report(
                "CAT003",
                1,
                "the catalog has no header",
                "copy the first entry of another catalog of this locale",
            )
        ]
    findings = []
    line = next(entry.translation_line for entry in entries if entry.key == ("", ""))
    charset = fields.get("Content-Type", "").partition("charset=")[2].strip()
    if charset.lower() not in ("utf-8", "utf8"):
        findings.append(
            report(
                "CAT003",
                line,
                f"the header says charset={charset or '(nothing)'}, but catalogs are UTF-8",
                'write "Content-Type: text/plain; charset=UTF-8\\n"',
            )
        )
    language = fields.get("Language", "").replace("-", "_")
    if language and not _same_language(language, locale):
        findings.append(
            report(
                "CAT003",
                line,
                f"the header says Language: {language}, but the file lies in locales/{locale}/",
                f'move the file, or write "Language: {locale}\\n"',
            )
        )
    return findings


def _same_language(header: str, locale: str) -> bool:
    """Say whether a header may stand in a locale's folder: the same name, or part of it."""
    one, other = header.split("_"), locale.split("_")
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]

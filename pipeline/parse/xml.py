"""XML, read in Python: no parser in C meets in the command what a stranger sent.

It reads less than XML allows: a document type may define entities of plain words and nothing else,
names are in ASCII, and no document is larger than its limits. Whatever it reads, a parser of
all of XML reads alike, white space aside: `tests/parse/test_xml.py` holds them against each other.

Source: Extensible Markup Language 1.0, fifth edition, and Namespaces in XML 1.0, third edition
(W3C).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field


class XmlError(ValueError):
    """What is wrong with a document, in words."""


class TooLargeError(XmlError):
    """A document has more elements than are read, or nests them deeper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of a document is read."""

    elements: int
    depth: int
    names: int
    """Of entities, and of the namespaces that hold at one place."""
    letters: int
    """Which entities may come to, all places where they are named together."""


@dataclass(slots=True, kw_only=True)
class Element:
    """An element; its name and those of its attributes are written ``{namespace}name``."""

    name: str
    attributes: Mapping[str, str]
    content: "list[Element | str]" = field(default_factory=list)

    @property
    def local(self) -> str:
        """The name without its namespace."""
        return self.name.rpartition("}")[2]

    def elements(self) -> "Iterator[Element]":
        """Yield it and all within it, in the order in which they begin."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [one for one in reversed(element.content) if isinstance(one, Element)]

    def text(self) -> str:
        """Return all letters within it."""
        found: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                found.append(one)
            else:
                waiting += reversed(one.content)
        return "".join(found)


def read_xml(content: bytes, limits: Limits) -> Element:
    """Read a document and return its outermost element; raise `XmlError` where it is none."""
    return _Reader(_decoded(content), limits).document()


_BOM = b"\xef\xbb\xbf"
_DECLARATION = re.compile(
    r"""<\?xml\s+version\s*=\s*(?:"1\.\d"|'1\.\d')"""
    r"""(?:\s+encoding\s*=\s*(?:"([\w.-]+)"|'([\w.-]+)'))?"""
    r"""(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>""",
    re.ASCII,
)
_ENCODINGS = re.compile(r"(?i)utf-8|us-ascii|iso-8859-1")
_NO_LETTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _decoded(content: bytes) -> str:
    """Return what follows the declaration, after it the ends of lines in one form."""
    content = content.removeprefix(_BOM)
    head = content[:200].decode("latin-1")
    declared = _DECLARATION.match(head)
    encoding = (declared and (declared[1] or declared[2])) or "utf-8"
    if not _ENCODINGS.fullmatch(encoding):
        raise XmlError(f"it is written in {encoding[:20]}: save it in UTF-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise XmlError(f"line {line}: a letter is not in {encoding.upper()}") from None
    if stray := _NO_LETTER.search(text):
        line = text.count("\n", 0, stray.start()) + 1
        raise XmlError(f"line {line}: U+{ord(stray[0]):04X} is no letter of XML")
    # The declaration is taken out, and its lines are not, so that others keep their numbers.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _DECLARATION.match(text)
    return "\n" * found[0].count("\n") + text[found.end() :] if found else text


_SPACE = re.compile(r"[ \t\n]*")
_PART = r"[A-Za-z_][A-Za-z0-9._-]*+"
_NAME = rf"{_PART}(?::{_PART})?"
_START = re.compile(rf"<({_NAME})")
_END = re.compile(rf"</({_NAME})[ \t\n]*+>")
_ATTRIBUTE = re.compile(rf"""[ \t\n]++({_NAME})[ \t\n]*+=[ \t\n]*+(?:"([^<"]*+)"|'([^<']*+)')""")
_CLOSE = re.compile(r"[ \t\n]*+(/?)>")
_INSTRUCTION = re.compile(
    rf"<\?(?!(?i:xml)(?:[ \t\n?]))({_PART})(?:[ \t\n][^?]*+(?:\?(?!>)[^?]*+)*+)?\?>"
)
_LITERAL = r"""(?:"[^"]*+"|'[^']*+')"""
_PUBLIC = r"""(?:"[\s\w()+,./:=?;!*#@$%'-]*+"|'[\s\w()+,./:=?;!*#@$%-]*+')"""
_TYPE = re.compile(
    rf"<!DOCTYPE\s++{_NAME}(?:\s++(?:SYSTEM\s++{_LITERAL}|PUBLIC\s++{_PUBLIC}\s++{_LITERAL}))?\s*+"
    r"(\[|>)",
    re.ASCII,
)
_ENTITY = re.compile(
    rf"""<!ENTITY[ \t\n]++({_PART})[ \t\n]++(?:"([^"&<%]*+)"|'([^'&<%]*+)')[ \t\n]*+>"""
)
_END_OF_TYPE = re.compile(r"\][ \t\n]*+>")
_REFERENCE = re.compile(rf"&(?:#([0-9]{{1,7}})|#x([0-9a-fA-F]{{1,6}})|({_PART}));|&")

_PREDEFINED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_XML = "http://www.w3.org/XML/1998/namespace"
_XMLNS = "http://www.w3.org/2000/xmlns/"


def _in_one_line(text: str) -> str:
    """Return the value of an attribute as it counts, whatever it is broken into."""
    return text.replace("\n", " ").replace("\t", " ")


@dataclass(slots=True)
class _Open:
    """An element whose end has not been read, with the namespaces that hold in it."""

    element: Element
    written: str
    namespaces: Mapping[str, str]


class _Reader:
    """Reads a text from beginning to end, and each letter of it a bounded count of times."""

    def __init__(self, text: str, limits: Limits) -> None:
        self._text = text
        self._limits = limits
        self._at = 0
        self._entities: dict[str, str] = {}
        self._letters = 0
        """What entities have come to."""
        self._count = 0
        self._open: list[_Open] = []

    def document(self) -> Element:
        """Read all of it."""
        self._aside(self._document_type)
        root = self._start()
        while self._open:
            self._content()
        self._aside()
        if self._at < len(self._text):
            raise self._wrong("something follows its end")
        return root

    def _wrong(self, what: str) -> XmlError:
        line = self._text.count("\n", 0, self._at) + 1
        return XmlError(f"line {line}: {what}")

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Go past what matches here."""
        found = pattern.match(self._text, self._at)
        if found:
            self._at = found.end()
        return found

    def _aside(self, document_type: Callable[[], bool] = lambda: False) -> None:
        """Go past what stands beside elements: spaces, comments, instructions, one type."""
        while True:
            self._take(_SPACE)
            if self._comment() or self._take(_INSTRUCTION):
                continue
            if not document_type():
                return
            document_type = bool  # a second one is none

    def _comment(self) -> bool:
        if not self._text.startswith("<!--", self._at):
            return False
        end = self._text.find("--", self._at + 4)
        if end < 0 or not self._text.startswith("-->", end):
            raise self._wrong("a comment does not end with -->, or has -- in it")
        self._at = end + 3
        return True

    def _document_type(self) -> bool:
        found = self._take(_TYPE)
        if found and found[1] == "[":
            self._aside()
            while self._entity():
                self._aside()
            if not self._take(_END_OF_TYPE):
                raise self._wrong(
                    "its document type defines what is not read here, such as entities of others: "
                    "save it as plain SVG"
                )
        return bool(found)

    def _entity(self) -> bool:
        found = self._take(_ENTITY)
        if found:
            words = found[2] if found[2] is not None else found[3]
            if len(self._entities) >= self._limits.names or "]]>" in words:
                raise self._wrong(f"it defines more than {self._limits.names} entities")
            self._entities.setdefault(found[1], _in_one_line(words))
        return bool(found)

    def _content(self) -> None:
        """Read the next thing within the element that is open."""
        text, at = self._text, self._at
        within = self._open[-1].element.content
        if (until := text.find("<", at)) != at:
            if until < 0:
                raise self._wrong(f"<{self._open[-1].written}> does not end")
            if (stray := text.find("]]>", at, until)) >= 0:
                self._at = stray
                raise self._wrong("]]> stands in a text")
            within.append(self._resolved(text[at:until]))
            self._at = until
        elif text.startswith("<![CDATA[", at):
            end = text.find("]]>", at)
            if end < 0:
                raise self._wrong("<![CDATA[ does not end")
            within.append(text[at + len("<![CDATA[") : end])
            self._at = end + 3
        elif text.startswith("</", at):
            self._close()
        elif not (self._comment() or self._take(_INSTRUCTION)):
            self._start()

    def _close(self) -> None:
        found = self._take(_END)
        if not found or found[1] != self._open[-1].written:
            raise self._wrong(f"<{self._open[-1].written}> does not end before another does")
        self._open.pop()

    def _start(self) -> Element:
        """Read the beginning of an element."""
        found = self._take(_START)
        if not found:
            raise self._wrong("no element begins here")
        written = found[1]
        attributes: dict[str, str] = {}
        while one := self._take(_ATTRIBUTE):
            if one[1] in attributes:
                raise self._wrong(f"{one[1]} stands twice in <{written}>")
            value = one[2] if one[2] is not None else one[3]
            attributes[one[1]] = self._resolved(_in_one_line(value))
        closed = self._take(_CLOSE)
        if not closed:
            raise self._wrong(f"<{written}> cannot be read")
        self._count += 1
        if self._count > self._limits.elements or len(self._open) > self._limits.depth:
            raise TooLargeError
        namespaces = self._namespaces(attributes)
        element = Element(
            name=self._expanded(written, namespaces, namespaces.get("", "")),
            attributes=self._named(attributes, namespaces),
        )
        if self._open:
            self._open[-1].element.content.append(element)
        if not closed[1]:
            self._open.append(_Open(element, written, namespaces))
        return element

    def _namespaces(self, attributes: Mapping[str, str]) -> Mapping[str, str]:
        """Return the namespaces that hold in an element, by their prefixes."""
        outer = self._open[-1].namespaces if self._open else {"xml": _XML}
        own = {
            name.partition(":")[2]: value
            for name, value in attributes.items()
            if name == "xmlns" or name.startswith("xmlns:")
        }
        for prefix, value in own.items():
            is_reserved = (prefix == "xml") != (value == _XML) or _XMLNS in (value, prefix)
            if is_reserved or prefix == "xmlns" or "}" in value or (prefix and not value):
                raise self._wrong(f"the namespace {prefix} cannot be that")
        if own and len(outer) + len(own) > self._limits.names:
            raise self._wrong(f"it names more than {self._limits.names} namespaces")
        return {**outer, **own} if own else outer

    def _expanded(self, written: str, namespaces: Mapping[str, str], without: str) -> str:
        prefix, colon, name = written.rpartition(":")
        if colon and prefix not in namespaces:
            raise self._wrong(f"the namespace {prefix} is not defined")
        namespace = namespaces[prefix] if colon else without
        return f"{{{namespace}}}{name}" if namespace else name

    def _named(
        self, attributes: Mapping[str, str], namespaces: Mapping[str, str]
    ) -> Mapping[str, str]:
        """Return the attributes of an element by their whole names, those of namespaces aside."""
        found: dict[str, str] = {}
        for written, value in attributes.items():
            if written == "xmlns" or written.startswith("xmlns:"):
                continue
            name = self._expanded(written, namespaces, "")
            if name in found:
                raise self._wrong(f"{written} stands twice")
            found[name] = value
        return found

    def _resolved(self, text: str) -> str:
        """Return a text with all that it refers to."""
        return _REFERENCE.sub(self._referred, text) if "&" in text else text

    def _referred(self, found: re.Match[str]) -> str:
        decimal, hexadecimal, name = found.groups()
        if name:
            said = _PREDEFINED.get(name) or self._entities.get(name)
            if said is None:
                raise self._wrong(f"&{name[:40]}; is not defined")
            self._letters += len(said)
            if self._letters > self._limits.letters:
                raise self._wrong("its entities come to too many letters")
            return said
        number = int(decimal or hexadecimal or "0", 10 if decimal else 16)
        letter = chr(number) if number <= 0x10FFFF else "\0"
        if _NO_LETTER.match(letter):
            raise self._wrong("& stands for nothing: write &amp;")
        return letter

"""XML as it is read in Python, held against the parser that the typesetter has."""

import re
from contextlib import suppress
from time import process_time
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.parse.xml import Element, Limits, TooLargeError, XmlError, read_xml
from tests.conftest import ROOT
from tests.fuzz.readers import seeds
from tests.fuzz.test_readers import SVG, fed, fuzzed
from tests.rows import each_row

LIMITS = Limits(elements=100, depth=20, names=20, letters=10_000)


def ours(element: Element) -> tuple[object, ...]:
    """Return all that an element is and has; letters without white space."""
    inner = [one if isinstance(one, str) else ours(one) for one in element.content]
    return (element.name, *attributes(element.attributes), *joined(inner))


def theirs(element: ET.Element) -> tuple[object, ...]:
    inner: list[str | tuple[object, ...]] = [element.text or ""]
    for child in element:
        inner += [theirs(child), child.tail or ""]
    return (element.tag, *attributes(element.attrib), *joined(inner))


def attributes(named: object) -> list[tuple[str, str]]:
    assert isinstance(named, dict)
    return sorted((name, "".join(value.split())) for name, value in named.items())


def joined(inner: list[str | tuple[object, ...]]) -> list[str | tuple[object, ...]]:
    """Return children and the letters between them, each run of letters as one."""
    found: list[str | tuple[object, ...]] = []
    for one in inner:
        text = "".join(one.split()) if isinstance(one, str) else one
        if isinstance(text, str) and found and isinstance(found[-1], str):
            found[-1] += text
        elif text:
            found.append(text)
    return found


def read_alike(content: bytes) -> bool:
    """Say whether a document is read, and hold it against the other parser where it is."""
    try:
        root = read_xml(content, LIMITS)
    except XmlError:
        return False
    assert ours(root) == theirs(ET.fromstring(content))  # noqa: S314 - it is the judge
    return True


READ = {
    "spaces and a declaration": b'<?xml version="1.0" encoding="UTF-8"?>\r\n<a>\r\n</a>\r\n',
    "a mark of its byte order": b"\xef\xbb\xbf<a>\xc3\xa9</a>",
    "another encoding": b"<?xml version='1.0' encoding='iso-8859-1' standalone='no'?><a>\xe9</a>",
    "attributes": b"<a b='1' c = \"2>\" \n d='&lt;&#65;&#x42;&quot;'/>",
    "prefixes": b'<x:a xmlns:x="u" xmlns="v" x:b="1" xml:space="preserve"><b/><x:c b="2"/></x:a>',
    "a prefix that is another's further in": b'<a xmlns:x="u"><b xmlns:x="v" x:c=""/><x:d/></a>',
    "no namespace further in": b'<a xmlns="u"><b xmlns=""/><c/></a>',
    "what stands aside": b"<!-- a - b --><?p?><a><?p q ? r?><!---->b<![CDATA[<c>&]]]]>d</a>"
    b"<!--e-->",
    "a drawing program's head": b'<?xml version="1.0"?><!-- x --><!DOCTYPE svg PUBLIC '
    b'"-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [\n\t<!ENTITY '
    b'ns "http://ns.example/">\n<!-- y --><?z?><!ENTITY ns "no">] >'
    b'<svg xmlns:i="&ns;" i:a="&ns;"/>',
    "a head without more": b"<!DOCTYPE svg><svg/>",
    "a system's head": b"<!DOCTYPE svg SYSTEM 'a b'><svg/>",
    "an instruction on a style": b'<?xml-stylesheet href="a"?><a/>',
    "all parts of a drawing": (ROOT / "source/images/two-trees.svg").read_bytes(),
}


@each_row("what", READ)
def test_what_drawing_programs_write_is_read_as_by_the_typesetter(what: str) -> None:
    assert read_alike(READ[what])


REFUSED = {
    "nothing": (b"", "line 1: no element begins here"),
    "an end too few": (b"<a>\n<b>", "line 2: <b> does not end"),
    "an end that is another's": (b"<a><b></a></b>", "line 1: <b> does not end before another does"),
    "two documents": (b"<a/>\n<a/>", "line 2: something follows its end"),
    "letters outside": (b"<a/>b", "line 1: something follows its end"),
    "an attribute twice": (b"<a b='' b=''/>", "b stands twice in <a>"),
    "an attribute twice by its namespace": (
        b"<a xmlns:x='u' xmlns:y='u' x:b='' y:b=''/>",
        "y:b stands twice",
    ),
    "a value without quotes": (b"<a b=c/>", "<a> cannot be read"),
    "a < in a value": (b"<a b='<'/>", "<a> cannot be read"),
    "values without a space between": (b"<a b='1'c='2'/>", "<a> cannot be read"),
    "an entity of nothing": (b"<a>&nbsp;</a>", "&nbsp; is not defined"),
    "an & alone": (b"<a>a & b</a>", "& stands for nothing: write &amp;"),
    "a letter that is none": (b"<a>&#x0;</a>", "& stands for nothing"),
    "half a letter": (b"<a>&#xD800;</a>", "& stands for nothing"),
    "a letter beyond all": (b"<a>&#9999999;</a>", "& stands for nothing"),
    "a control": (b"<a>\n\x01</a>", "line 2: U+0001 is no letter of XML"),
    "a comment within one": (b"<a><!-- -- --></a>", "a comment does not end with -->, or has --"),
    "an end of CDATA": (b"<a>]]></a>", "]]> stands in a text"),
    "CDATA without end": (b"<a><![CDATA[</a>", "<![CDATA[ does not end"),
    "a prefix of nothing": (b"<x:a/>", "the namespace x is not defined"),
    "a prefix that is reserved": (b"<a xmlns:xml='u'/>", "the namespace xml cannot be that"),
    "a prefix that ends": (b"<a xmlns:x=''/>", "the namespace x cannot be that"),
    "a declaration too late": (b" <?xml version='1.0'?><a/>", "no element begins here"),
    "two bytes a letter": ("\ufeff<a/>".encode("utf-16-le"), "a letter is not in UTF-8"),
    "an encoding": (b"<?xml version='1.0' encoding='EBCDIC'?><a/>", "it is written in EBCDIC"),
    "entities of others": (b"<!DOCTYPE a [<!ENTITY b '&c;'>]><a/>", "its document type defines"),
    "a file": (b"<!DOCTYPE a [<!ENTITY b SYSTEM 'c'>]><a/>", "its document type defines"),
    "parameters": (b"<!DOCTYPE a [<!ENTITY % b 'c'>]><a/>", "its document type defines"),
    "attributes of a type": (
        b"<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]><a/>",
        "its document type defines",
    ),
    "elements in an entity": (b"<!DOCTYPE a [<!ENTITY b '<c/>'>]><a/>", "its document type def"),
    "two types": (b"<!DOCTYPE a><!DOCTYPE a><a/>", "no element begins here"),
    "many entities": (
        b"<!DOCTYPE a [" + b"".join(b"<!ENTITY b%d 'c'>" % n for n in range(21)) + b"]><a/>",
        "it defines more than 20 entities",
    ),
    "entities that come to much": (
        b"<!DOCTYPE a [<!ENTITY b '" + b"c" * 101 + b"'>]><a>" + b"&b;" * 100 + b"</a>",
        "its entities come to too many letters",
    ),
    "many namespaces": (
        b"<a " + b" ".join(b"xmlns:a%d='b'" % n for n in range(21)) + b"/>",
        "it names more than 20 namespaces",
    ),
}


@each_row("what", REFUSED)
def test_what_is_no_xml_or_more_than_is_read_is_told_with_its_line(what: str) -> None:
    content, told = REFUSED[what]
    with pytest.raises(XmlError, match=re.escape(told)):
        read_xml(content, LIMITS)


@pytest.mark.parametrize("content", [b"<a>" * 22, b"<a>" + b"<b/>" * 100])
def test_what_is_too_large_is_not_read_to_its_end(content: bytes) -> None:
    with pytest.raises(TooLargeError):
        read_xml(content, LIMITS)


XML = (
    *(*SVG, "<a", "<x:b", " c='", ' c="', "'", '"', " xmlns:x='u'", "</a>", "</x:b>", "</"),
    *("]", "-", "?", "<!ENTITY b SYSTEM 'c'>", "<!ENTITY b '&a;'>", "<!ATTLIST svg a CDATA 'b'>"),
    *("&lt;", "&#65;", "&#xFFFE;", "\r\n", "\t", "<?p q?>", ' PUBLIC "a" "b"', " SYSTEM 'a'"),
    *(
        '<?xml version="1.0"',
        " encoding='utf-8'",
        " encoding='latin-1'",
        "\ufeff",
        "\ufffe",
        "\x7f",
    ),
)


def whole(inner: bytes) -> bytes:
    """Return what was mixed within an element, so that more of it is read."""
    head = b"<!DOCTYPE svg [<!ENTITY a ' b '>]><svg xmlns:x='u' xmlns='v'>"
    return head + inner + b"</svg>"


@fuzzed
@given(fed("picture", XML) | fed("picture", XML).map(whole))
def test_whatever_is_read_the_typesetter_reads_alike(content: bytes) -> None:
    read_alike(content)


PIECES = st.sampled_from(
    (
        *(
            "a",
            "<b>",
            "</b>",
            "<c/>",
            "<x:d e='&a;'>",
            "</x:d>",
            "&a;",
            "&amp;",
            "<!--f-->",
            "<?g?>",
        ),
        *("<![CDATA[h]]>", "]]", ">", " ", "\r", "<b x:i='1' i='2'>", "<b xmlns:x='v'>", "&#10;"),
    )
)


@fuzzed
@given(st.lists(PIECES, max_size=12))
def test_pieces_that_are_xml_for_both_or_for_none(pieces: list[str]) -> None:
    content = whole("".join(pieces).encode())
    try:
        ET.fromstring(content)  # noqa: S314 - it is the judge
    except ET.ParseError:
        assert not read_alike(content)
    else:
        assert read_alike(content)


GROWN = {
    "elements": b"<a/>",
    "comments": b"<!---->",
    "instructions": b"<?a?>",
    "CDATA": b"<![CDATA[]]>",
    "references": b"&amp;",
    "letters": b"&#65;",
    "entities": b"&b;",
    "ends of CDATA": b"]]",
    "beginnings": b"<a",
    "attributes": b"<a b='c' ",
    "instructions without end": b"<?a ?",
    "comments without end": b"<!--",
    "brackets": b"[",
    "lines": b"\r\n",
    "namespaces": b"<a xmlns='b'/>",
}


@pytest.mark.parametrize("what", GROWN)
@pytest.mark.parametrize("where", ["in an element", "in a value", "in a type", "at the end"])
def test_a_mark_sixty_thousand_times_is_read_or_refused_at_once(what: str, where: str) -> None:
    marks = GROWN[what] * 60_000
    head = b"<!DOCTYPE a [<!ENTITY b 'c'>"
    content = {
        "in an element": head + b"]><a>" + marks + b"</a>",
        "in a value": head + b"]><a b='" + marks.replace(b"'", b"") + b"'/>",
        "in a type": head + marks + b"]><a/>",
        "at the end": b"<a/>" + marks,
    }[where]
    limits = Limits(elements=20_000, depth=200, names=100, letters=5_000_000)
    start = process_time()
    with suppress(XmlError):
        read_xml(content, limits)
    assert process_time() - start < 2


def test_every_seed_of_a_picture_is_read_alike_or_refused() -> None:
    read = [name for name, content in seeds("picture").items() if read_alike(content)]
    assert read == ["uses-itself.svg", "uses-ten-to-the-eighth.svg"]

"""Pictures whose files are damaged, told before anything is typeset."""

import base64
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from PIL import Image, ImageFile

from pipeline.check.picture import (
    foreign_picture,
    letters_in_picture,
    picture_fault,
    words_in_picture,
)
from pipeline.check.raster import Raster, read_raster
from pipeline.cli.main import main
from pipeline.parse.article import parse_article
from pipeline.typeset.rasters import digest, undecodable
from tests.conftest import ARTICLE
from tests.copies import start_project
from tests.rows import each_row


def png() -> bytes:
    buffer = BytesIO()
    Image.effect_noise((64, 64), 50).save(buffer, "PNG")
    return buffer.getvalue()


def jpeg(mode: str = "RGB") -> bytes:
    buffer = BytesIO()
    Image.effect_noise((64, 64), 50).convert(mode).save(buffer, "JPEG")
    return buffer.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'


def svg(inner: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>'.encode()


def large_png() -> bytes:
    buffer = BytesIO()
    Image.new("1", (10_000, 6_000)).save(buffer, "PNG")
    return buffer.getvalue()


USES = "".join(
    f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" if n else '<path id="g0" d="M0 0"/>'
    for n in range(9)
)


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.svg", SVG, ""),
        ("a.svg", SVG[:-9], "this is not SVG: "),
        ("a.svg", b"<html></html>", "this is not SVG: it begins with <html>"),
        ("a.svg", b"\n", "the file is empty"),
        ("a.svg", svg("<path/>" * 19_000), ""),
        ("a.svg", svg("<path/>" * 20_001), "it draws more than 20,000 parts"),
        ("a.svg", svg("<g>" * 300 + "</g>" * 300), "it draws more than 20,000 parts, or nests"),
        ("a.svg", svg(USES), "it draws more than 20,000 parts"),
        ("a.svg", svg('<g id="a"><use href="#a"/></g>'), "it draws more than 20,000 parts, or"),
        ("a.png", large_png(), "it has 10,000 × 6,000 pixels; at most 50 million are read"),
        ("a.svg", b"\x89PNG", "this is not SVG: "),
        ("a.png", png(), ""),
        ("a.png", png()[:900], "this is not PNG, or it is damaged"),
        ("a.png", SVG, "this is SVG, not PNG"),
        ("a.jpg", jpeg(), ""),
        ("a.JPEG", jpeg(), ""),
        ("a.jpg", jpeg()[:900], "this is not JPEG, or it is damaged"),
        ("a.jpg", png(), "this is PNG, not JPEG: let its name end so"),
        ("a.png", jpeg(), "this is JPEG, not PNG: let its name end so"),
        ("a.jpg", jpeg("CMYK"), "its colours are for a print shop (CMYK): save it in RGB"),
        ("a.png", b"RIFF1234WEBPVP8 ", "this is WebP, not PNG"),
        ("a.jpg", b"1234ftypheic1234", "this is a telephone's photograph (HEIC), not JPEG"),
    ],
)
def test_what_cannot_be_read_is_said(name: str, content: bytes, fault: str) -> None:
    found = picture_fault(name, content)
    assert found.startswith(fault)
    assert bool(found) == bool(fault)


MODES = ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")


@each_row("mode", MODES)
def test_every_kind_of_png_is_read(mode: str) -> None:
    buffer = BytesIO()
    Image.new(mode, (7, 5)).save(buffer, "PNG")
    assert read_raster(buffer.getvalue()) == Raster(format="PNG", width=7, height=5)


@each_row(
    ("mode", "how"),
    [("L", {}), ("RGB", {}), ("RGB", {"progressive": True}), ("RGB", {"restart_marker_rows": 1})],
)
def test_every_kind_of_jpeg_is_read(mode: str, how: dict[str, Any]) -> None:
    buffer = BytesIO()
    Image.effect_noise((70, 50), 50).convert(mode).save(buffer, "JPEG", **how)
    assert read_raster(buffer.getvalue()) == Raster(format="JPEG", width=70, height=50)


@pytest.mark.parametrize("content", [png(), jpeg()], ids=["PNG", "JPEG"])
def test_a_picture_that_is_cut_anywhere_is_none(content: bytes) -> None:
    assert read_raster(content)
    assert not any(read_raster(content[:length]) for length in range(0, len(content) - 1, 7))


def test_a_single_damaged_bit_anywhere_in_a_png_is_told() -> None:
    content = png()
    for place in range(0, len(content), 17):
        damaged = bytearray(content)
        damaged[place] ^= 1 << place % 8
        assert picture_fault("a.png", bytes(damaged)), place


def chained(count: int, name: str = "") -> bytes:
    """Return an SVG of entities each of which stands for the one before."""
    entities = "".join(
        f'<!ENTITY {name}a{n} "{f"&a{n - 1};" if n else "x"}">' for n in range(count)
    )
    return f"<!DOCTYPE svg [{entities}]>".encode() + svg(f"<text>&a{count - 1};</text>")


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a chain of entities, on which expat ends the process": lambda: chained(90_000),
    "entities that define entities": lambda: chained(2, "% "),
    "a laugh a thousand million times": lambda: (
        b'<!DOCTYPE svg [<!ENTITY l0 "lol">'
        + b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
        + b"]>"
        + svg("<text>&l9;</text>")
    ),
    "six megabytes": lambda: svg("<text>" + "x" * 6_000_000 + "</text>"),
    "parts within parts without end": lambda: (
        b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 10**6
    ),
    "entities in two bytes a letter": lambda: (
        b"\xff\xfe" + chained(200).decode().encode("utf-16-le")
    ),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_an_svg_that_would_take_the_command_down_is_refused(what: str) -> None:
    assert picture_fault("a.svg", HOSTILE[what]())


def test_entities_of_a_drawing_program_are_read() -> None:
    entities = "".join(f'<!ENTITY ns{n} "http://ns.example/{n}/">' for n in range(12))
    content = f"<!DOCTYPE svg [{entities}]>".encode() + svg("<path/>")
    assert picture_fault("a.svg", content) == ""


@each_row("name", ["text", "tspan", "textPath", "a", "foreignObject"])
def test_words_are_found_in_all_that_shows_letters(name: str) -> None:
    content = svg(f"<g><{name}>Call <a>9<tspan>88</tspan></a></{name}></g><desc>Three</desc>")
    assert words_in_picture("a.svg", content) == "Call 988"
    assert letters_in_picture("a.svg", content) == "Call988"


def test_whatever_has_the_name_that_is_used_counts() -> None:
    parts = "<path/>" * 300
    content = svg(f'<g id="a">{parts}</g><g id="a"/>' + '<use href="#b"/>' * 90)
    assert picture_fault("a.svg", content) == ""
    assert picture_fault("a.svg", content.replace(b"#b", b"#a")).startswith("it draws more than")


def test_the_command_has_no_decoder_of_pictures_and_no_parser_of_xml_in_c() -> None:
    code = (
        "import sys; from xml.etree import ElementTree as ET; ET.XMLParser = ET.fromstring = None\n"
        "from pipeline.check.picture import picture_fault, words_in_picture as words\n"
        "content = sys.stdin.buffer.read(); at = content.index(b'<svg')\n"
        "print(picture_fault('a.png', content[:at]), words('a.svg', content[at:]))\n"
        "print({'PIL', 'lxml'} & {*sys.modules})"
    )
    content = png() + svg("<text>Breathe in</text>")
    process = [sys.executable, "-c", code]
    told = subprocess.run(process, input=content, capture_output=True, check=False)
    assert told.stdout == b" Breathe in\nset()\n", told.stderr.decode()


def with_picture(tmp_path: Path, content: bytes) -> None:
    """Make a project of one article that shows a picture."""
    source = start_project(tmp_path)
    (source / "line.png").write_bytes(content)
    (source / "sleep.md").write_text(
        '---\nid: sleep\ntitle: Sleep\nversion: "1"\nlanguage: en\ndate: 2026-01-10\n'
        "review-by: 2027-01-10\n---\n\nPoor sleep.\n\n![A line](line.png)\n",
        encoding="utf-8",
    )


def test_check_names_the_picture_and_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_picture(tmp_path, png()[:900])
    for command in ("check", "pdf"):
        assert main([command, "en", "--project", str(tmp_path)]) == 1
        told = capsys.readouterr()
        assert (
            "source/sleep.md:12: error SRC010: the image line.png cannot be read: this is not "
            "PNG, or it is damaged" in told.out + told.err
        )
        assert "base64" not in told.out + told.err


def damaged_inside() -> bytes:
    """Return a PNG whose parts are whole and whose points are none."""
    content = png()
    start = content.index(b"IDAT")
    (length,) = struct.unpack_from(">I", content, start - 4)
    chunk = b"IDAT" + b"\x78\x9c" + b"\xff" * (length - 2)
    crc = struct.pack(">I", zlib.crc32(chunk))
    return bytes(content[:start] + chunk + crc + content[start + 4 + length + 4 :])


def test_a_picture_that_is_damaged_inside_is_told_where_the_sheet_is_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_picture(tmp_path, damaged_inside())
    assert picture_fault("line.png", damaged_inside()) == ""
    assert main(["pdf", "en", "--project", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert "source/line.png: error SRC010: the image line.png cannot be read" in told


def test_the_typesetter_decodes_what_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    # It has set Pillow to fill what a cut picture lacks.
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    kinds = {"a.png": png(), "b.jpg": jpeg(), "c.png": damaged_inside(), "d.jpg": jpeg()[:900]}
    names = {digest(content): name for name, content in kinds.items()}
    addresses = [
        f"data:image/{'png' if name.endswith('png') else 'jpeg'};base64,"
        + base64.b64encode(content).decode()
        for name, content in kinds.items()
    ]
    html = "".join(f'<img src="{address}">' for address in addresses)
    assert [*undecodable(html, names)] == ["c.png", "d.jpg"]
    assert ImageFile.LOAD_TRUNCATED_IMAGES


def test_of_words_in_a_picture_no_more_is_shown_than_anybody_reads() -> None:
    article, _ = parse_article(ARTICLE, "source/sleep.md")
    assert article
    found = foreign_picture(article, "es", "a.svg", 1, "word " * 100_000)
    assert len(found.message) < 300
    assert "…”, in every language" in found.message


@each_row(
    ("drawn", "fault"),
    [
        ("<text>شهيق 4-6</text>", "drawn one by one: “شهيق 4-6”; save its text as paths"),
        ("<text><tspan>श्वास लें</tspan></text>", "drawn one by one"),
        ("<text>Atme e\u0301in</text>", "drawn one by one"),
        (
            "<switch><foreignObject><div>Breathe in</div></foreignObject><text>Br…</text></switch>",
            "its words are a web page's (foreignObject) and would be missing: “Breathe in”",
        ),
        ('<image href="https://example.org/a.png"/>', "lies elsewhere (https://example.org/a.png)"),
        ('<use href="other.svg#part"/>', "lies elsewhere (other.svg#part): embed that part"),
        ("<text>Atme ein – 吸气 – Вдох ở đây</text>", ""),
        ('<g id="a"/><use href="#a"/><image href="data:image/png;base64,"/>', ""),
        ('<a href="https://example.org"><text>Hi</text></a><foreignObject> </foreignObject>', ""),
    ],
)
def test_what_the_typesetter_would_leave_out_or_draw_wrongly_is_a_fault(
    drawn: str, fault: str
) -> None:
    found = picture_fault("a.svg", svg(drawn))
    assert fault in found
    assert bool(found) == bool(fault)


def drawing(content: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{content}</svg>'.encode()


INNER = drawing("<text>Breathe in</text>")


@each_row(
    ("content", "words"),
    [
        (
            f'<image href="data:image/svg+xml;base64,{base64.b64encode(INNER).decode()}"/>',
            "Breathe in",
        ),
        (f'<image href="data:image/svg+xml,{quote(INNER.decode())}"/>', "Breathe in"),
        ("".join(f"<text>{one}</text>" for one in "Breathe"), "Breathe"),
        ("".join(f"<text>{one}</text>" for one in "ABCD"), ""),
        ("".join(f"<text>{one}</text>" for one in "dcba"), ""),
        ("<text>A</text><text>1</text><text>B</text>", ""),
        ("<text>吸</text>", "吸"),
        ("<text>숨</text>", "숨"),
        ("<switch><text systemLanguage='de'>Atmen</text></switch>", "Atmen"),
        ("<title>Breathe in</title><desc>Slowly</desc>", ""),
    ],
)
def test_words_that_a_drawing_shows_are_found_however_it_holds_them(
    content: str, words: str
) -> None:
    assert words_in_picture("breathe.svg", drawing(content)) == words


def test_words_that_nothing_draws_are_told() -> None:
    drawn = drawing("<flowRoot><flowPara>Breathe in</flowPara></flowRoot>")
    assert "would be missing: “Breathe in”" in picture_fault("breathe.svg", drawn)
    damaged = drawing('<image href="data:image/svg+xml,%3Csvg"/>')
    assert picture_fault("breathe.svg", damaged)

"""Pictures whose files are damaged, told before anything is typeset."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from pipeline.check.picture import foreign_picture, picture_fault
from pipeline.cli.main import main
from pipeline.parse.article import parse_article
from tests.conftest import ARTICLE
from tests.sheets import ROOT


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


def test_a_cut_picture_is_told_after_the_typesetter_was_there_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    assert picture_fault("a.png", png()[:900])
    assert ImageFile.LOAD_TRUNCATED_IMAGES


def test_check_names_the_picture_and_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "source"
    source.mkdir()
    shutil.copytree(ROOT / "source" / "regions", source / "regions")
    shutil.copy(ROOT / "source" / "publisher.toml", source)
    (source / "line.png").write_bytes(png()[:900])
    (source / "sleep.md").write_text(
        '---\nid: sleep\ntitle: Sleep\nversion: "1"\nlanguage: en\ndate: 2026-01-10\n'
        "review-by: 2027-01-10\n---\n\nPoor sleep.\n\n![A line](line.png)\n",
        encoding="utf-8",
    )
    for command in ("check", "pdf"):
        assert main([command, "en", "--project", str(tmp_path)]) == 1
        told = capsys.readouterr()
        assert (
            "source/sleep.md:12: error SRC010: the image line.png cannot be read: this is not "
            "PNG, or it is damaged" in told.out + told.err
        )
        assert "base64" not in told.out + told.err


def test_of_words_in_a_picture_no_more_is_shown_than_anybody_reads() -> None:
    article, _ = parse_article(ARTICLE, "source/sleep.md")
    assert article
    found = foreign_picture(article, "es", "a.svg", 1, "word " * 100_000)
    assert len(found.message) < 300
    assert "…”, in every language" in found.message

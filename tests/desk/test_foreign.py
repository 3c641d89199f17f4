"""PDFs from strangers: good is only what would be printed here, to the last object."""

import random
import re
import resource
import struct
import time
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from pipeline.desk import inspect as desk
from pipeline.desk.inspect import Inspection, inspect
from pipeline.project import Project
from pipeline.project.sources import read_sources
from pipeline.values.errors import PolyleafError
from pipeline.verify.hidden import _has_program, hidden_in
from pipeline.verify.objects import read_objects
from tests import once
from tests.conftest import leave_small_article
from tests.copies import copy_project
from tests.desk.forging import (
    ALTERED,
    FOREIGN,
    HIDDEN,
    WHOLE,
    Change,
    also,
    by_others,
    forged,
    saved,
    sealed_again,
)
from tests.rows import each_row
from tests.sheets import TODAY, Printed, printed
from tests.steps import in_two_steps

Look = Callable[[bytes], Inspection]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("strangers")
    copy_project(project)
    leave_small_article(project)
    return project


@pytest.fixture(scope="module")
def sheet(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return printed("en", "US", tmp_path_factory.mktemp("fonts"), root=root)


@pytest.fixture(scope="module")
def look(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Look:
    """Inspect bytes in a project that is read once, and prints the sheet once."""
    sources = read_sources(Project.at(root))
    fonts = tmp_path_factory.mktemp("configurations")

    def run(pdf: bytes) -> Inspection:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(desk, "typeset", once.typeset)
            return inspect(sources, pdf, "sheet.pdf", TODAY, fonts)

    return run


def row(found: Inspection, word: str) -> str:
    return "\n".join(text for name, text in found.rows if name == word)


def test_the_same_bytes_are_good(sheet: Printed, look: Look) -> None:
    found = look(sheet.pdf)
    assert found.reasons == []
    assert row(found, "rebuilt") == "the same file, byte for byte"


def test_what_other_libraries_made_is_good_and_says_which(sheet: Printed, look: Look) -> None:
    found = look(forged(sheet.pdf, by_others))
    assert found.reasons == []
    assert "; made with Pango 1.40.0, here is " in row(found, "verdict")
    assert row(found, "rebuilt") == "the same pages in other bytes"


def test_the_same_libraries_give_the_same_bytes(sheet: Printed, look: Look) -> None:
    found = look(forged(sheet.pdf, lambda _: None))
    assert found.reasons == ["printing it again gives a different sheet"]


@pytest.mark.parametrize("change", FOREIGN.values(), ids=FOREIGN)
def test_what_no_sheet_of_ours_holds_is_not_good(
    sheet: Printed, look: Look, change: Change
) -> None:
    found = look(forged(sheet.pdf, also(change)))
    assert not found.is_good
    assert row(found, "objects").startswith("NOT as in our sheets: ")
    assert "rebuilt" not in dict(found.rows), "it was drawn"


@pytest.mark.parametrize("change", ALTERED.values(), ids=ALTERED)
def test_what_is_another_sheet_of_our_kind_is_not_good(
    sheet: Printed, look: Look, change: Change
) -> None:
    assert not look(forged(sheet.pdf, also(change))).is_good


@pytest.mark.parametrize("make", HIDDEN.values(), ids=HIDDEN)
def test_what_shows_nowhere_is_not_good(
    sheet: Printed, look: Look, make: Callable[[bytes], bytes]
) -> None:
    found = look(make(sheet.pdf))
    assert found.reasons == ["printing it again gives a different sheet"]
    assert re.match(
        "NOT the same: (there is something (between its objects|behind the end of a stream)|"
        r"a font changes the shapes of its letters with their size)\. Print it again",
        row(found, "rebuilt"),
    )


@pytest.mark.parametrize("make", WHOLE.values(), ids=WHOLE)
def test_what_other_programs_write_otherwise_is_good(
    sheet: Printed, look: Look, make: Callable[[bytes], bytes]
) -> None:
    assert look(make(sheet.pdf)).reasons == []


def test_our_own_files_hide_nothing(sheet: Printed) -> None:
    assert hidden_in(sheet.pdf, sheet.pdf) == ""


@each_row(("flags", "is_program"), [((0x21, 0x100), True), ((0x23, 0x8), False), ((0x120,), True)])
def test_letters_that_are_put_together_may_have_instructions(
    flags: tuple[int, ...], is_program: bool
) -> None:
    parts = [
        struct.pack(">HH", one, 7) + bytes(4 if one & 1 else 2) + bytes(2 if one & 8 else 0)
        for one in flags
    ]
    assert _has_program(struct.pack(">hhhhh", -1, 0, 0, 9, 9) + b"".join(parts)) == is_program


def added(pdf: bytes) -> bytes:
    """Write to a file after its end, as programs do that sign or comment."""
    place = pdf.rindex(b"startxref")
    tail = b"trailer <</Size 1 /Root 1 0 R>>\n%b" % pdf[place:]
    return sealed_again(forged(pdf, by_others) + tail.replace(b"<<", b"<</ID [<00><00>] "))


def locked(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as document:
        return saved(document, encryption=pikepdf.Encryption(owner="a", user=""))


FILES: dict[str, Callable[[bytes], bytes]] = {
    "something after its end": added,
    "locked against changes": locked,
    "truncated": lambda pdf: pdf[: len(pdf) * 3 // 4],
    "its end alone is gone": lambda pdf: pdf[:-7],
    "something before its beginning": lambda pdf: b"\n" * 20 + pdf,
    "a comment at its end": lambda pdf: pdf + b"% notes\n",
    "twice": lambda pdf: pdf + pdf,
    "zeros in its middle": lambda pdf: pdf[:9000] + bytes(4000) + pdf[13000:],
    "a page tree in a circle": lambda pdf: forged(pdf, in_a_circle),
    "a value in a circle": lambda pdf: forged(pdf, leading_to_itself),
    "a list in itself": lambda pdf: forged(pdf, within_itself),
    "a stream of a thousandfold": lambda pdf: forged(pdf, bomb),
}


def in_a_circle(document: pikepdf.Pdf) -> None:
    document.Root.Pages.Kids = pikepdf.Array([document.Root.Pages])


def leading_to_itself(document: pikepdf.Pdf) -> None:
    value = document.make_indirect(pikepdf.Dictionary())
    value.Next = pikepdf.Array([value])
    document.Root.OutputIntents[0].S = value


def within_itself(document: pikepdf.Pdf) -> None:
    value = document.make_indirect(pikepdf.Array())
    value.append(value)
    document.Root.OutputIntents[0].Info = value


def bomb(document: pikepdf.Pdf) -> None:
    stream = document.make_stream(b"")
    stream.write(zlib.compress(bytes(20_000_000)), filter=pikepdf.Name.FlateDecode)
    document.Root.Piece = stream


def sentence(look: Callable[[bytes], object], pdf: bytes) -> str:
    """Return what is said of a file that is not looked at further; empty where it is."""
    try:
        look(pdf)
    except PolyleafError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("make", FILES.values(), ids=FILES)
def test_a_file_that_is_not_whole_is_a_sentence(
    sheet: Printed, look: Look, make: Callable[[bytes], bytes]
) -> None:
    pdf = make(sheet.pdf)
    said = sentence(look, pdf)
    assert said.count("\n") == 0
    assert said or not look(pdf).is_good


def thousands_of_pages(document: pikepdf.Pdf) -> None:
    page = dict(document.pages[0].obj.items())
    copies = [document.make_indirect(pikepdf.Dictionary(page)) for _ in range(5_000)]
    document.Root.Pages.Kids = pikepdf.Array(copies)
    document.Root.Pages.Count = len(copies)


def forms_in_forms(document: pikepdf.Pdf) -> None:
    """Let a page draw a form that draws ten times a form, and so on, twenty deep."""
    form = document.make_stream(
        b"0 0 1 1 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form
    )
    form.BBox = pikepdf.Array([0, 0, 9, 9])
    for _ in range(20):
        inner, form = form, document.make_stream(b"/F Do " * 10)
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = pikepdf.Array([0, 0, 9, 9])
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=inner))
    page = document.pages[0]
    page.Resources.XObject = pikepdf.Dictionary(F=form)
    page.contents_add(document.make_stream(b"/F Do"))


ENDLESS = {"5,000 pages": thousands_of_pages, "forms in forms": forms_in_forms}


@pytest.mark.exhaustive
@pytest.mark.parametrize("change", ENDLESS.values(), ids=ENDLESS)
def test_a_pdf_that_would_never_end_is_refused_at_once(
    sheet: Printed, look: Look, change: Change
) -> None:
    pdf = forged(sheet.pdf, change)
    before, memory = time.process_time(), largest()
    said = sentence(look, pdf)
    assert said.count("\n") == 0
    assert said or not look(pdf).is_good
    assert time.process_time() - before < SOON
    assert largest() - memory < MUCH


def largest() -> int:
    """Return how much memory this process has had at most, in the system's unit."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


SOON, MUCH = 5.0, 300_000
"""Seconds of processor time, and kilobytes: half a second and 30 MB are usual."""


@pytest.mark.parametrize("bits", in_two_steps([16, 80], [16]))
def test_a_single_damaged_bit_is_a_sentence(sheet: Printed, look: Look, bits: int) -> None:
    chance = random.Random(17)  # noqa: S311 - the same bits each time
    for number in range(bits):
        place, bit = chance.randrange(len(sheet.pdf)), 1 << chance.randrange(8)
        damaged = bytearray(sheet.pdf)
        damaged[place] ^= bit
        # All are read object by object; some are looked at in full.
        said = sentence(read_objects if number % 8 else look, bytes(damaged))
        assert said.count("\n") == 0
        assert number % 8 or said or not look(bytes(damaged)).is_good, place

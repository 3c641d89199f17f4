"""The seal of a PDF: whoever changes the file breaks it."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.typeset.seal import BLANK, is_sealed, seal
from tests.rows import each_row
from tests.sheets import printed, shortened

BODY = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"
TRAILER = b"trailer\n<< /Size 2 /Root 1 0 R /ID [<%b><0123abcd>] >>\nstartxref\n9\n%%%%EOF\n"
UNSEALED = BODY + TRAILER % BLANK
SEALED = seal(UNSEALED)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("fonts")
    return printed("en", "intl", folder, root=shortened(folder)).pdf


def altered(pdf: bytes, place: int, byte: int) -> bytes:
    return pdf[:place] + bytes([byte]) + pdf[place + 1 :]


def resaved(pdf: bytes, **options: Any) -> bytes:
    output = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(output, **options)
    return output.getvalue()


def test_the_seal_takes_the_place_of_the_blank_and_of_nothing_else() -> None:
    place = UNSEALED.index(BLANK)
    assert is_sealed(SEALED)
    assert SEALED[:place] == UNSEALED[:place]
    assert SEALED[place + 64 :] == UNSEALED[place + 64 :]


def test_what_was_never_sealed_is_not_sealed() -> None:
    assert not is_sealed(UNSEALED)
    assert not is_sealed(BODY)
    assert not is_sealed(b"")


@each_row("pdf", [BODY, SEALED, b"", UNSEALED.replace(BLANK, b"1" * 64)])
def test_only_a_blank_seal_can_be_filled(pdf: bytes) -> None:
    with pytest.raises(ValueError, match="no blank seal"):
        seal(pdf)


def test_every_single_byte_counts() -> None:
    for place, byte in enumerate(SEALED):
        for other in (byte ^ 1, byte ^ 0x20, 0):
            if other != byte:
                assert not is_sealed(altered(SEALED, place, other)), place


@given(place=st.integers(0, len(SEALED) - 1), byte=st.integers(0, 255))
def test_any_other_byte_at_any_place_breaks_it(place: int, byte: int) -> None:
    assert is_sealed(altered(SEALED, place, byte)) == (SEALED[place] == byte)


@given(
    start=st.integers(0, len(SEALED)),
    length=st.integers(0, 80),
    put=st.one_of(st.binary(max_size=80), st.just(BLANK), st.just(TRAILER % BLANK)),
)
def test_any_stretch_put_in_left_out_or_replaced_breaks_it(
    start: int, length: int, put: bytes
) -> None:
    other = SEALED[:start] + put + SEALED[start + length :]
    assert is_sealed(other) == (other == SEALED)


@given(st.binary(max_size=400))
def test_whatever_is_sealed_is_known_for_it(content: bytes) -> None:
    pdf = seal(content + UNSEALED)
    assert is_sealed(pdf)
    assert not is_sealed(b"x" + pdf)


def test_a_seal_of_another_file_does_not_hold() -> None:
    other = seal(UNSEALED.replace(b"Catalog", b"Catalof"))
    place = UNSEALED.index(BLANK)
    theirs = other[place : place + 64]
    assert not is_sealed(SEALED[:place] + theirs + SEALED[place + 64 :])


def test_a_trailer_appended_as_an_editor_does_breaks_it() -> None:
    own = SEALED[UNSEALED.index(BLANK) :][:64]
    assert not is_sealed(SEALED + TRAILER % own)
    assert not is_sealed(SEALED + TRAILER % BLANK)


def test_a_sheet_leaves_the_press_sealed(sheet: bytes) -> None:
    assert is_sealed(sheet)


@given(data=st.data())
def test_any_byte_of_a_real_sheet_counts(sheet: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(sheet) - 1))
    other = data.draw(st.integers(1, 255))
    assert not is_sealed(altered(sheet, place, sheet[place] ^ other))


@pytest.mark.parametrize("options", [{}, {"static_id": True}, {"deterministic_id": True}])
def test_a_sheet_saved_again_is_not_sealed(sheet: bytes, options: dict[str, bool]) -> None:
    again = resaved(sheet, **options)
    assert again.startswith(b"%PDF")
    assert not is_sealed(again)


def test_a_sheet_with_a_single_byte_appended_is_not_sealed(sheet: bytes) -> None:
    assert not is_sealed(sheet + b"\n")

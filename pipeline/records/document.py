"""What a file is by how it begins, where another program's document bears the name of a text."""

_BEGINNINGS = (
    (b"PK\x03\x04", "a document of a word processor or spreadsheet, or an archive"),
    (b"\xd0\xcf\x11\xe0", "a document of a word processor or spreadsheet"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)

SAVE_AS_TEXT = "save its text there as plain text (UTF-8), or copy it into a plain text editor"


def kind_of_document(content: bytes) -> str:
    """Return what a file is that is no text; empty where its beginning does not show it."""
    return next((kind for begins, kind in _BEGINNINGS if content.startswith(begins)), "")

"""The readers of what strangers may send, and the corpus: small files that each of them once met.

A reader here takes any bytes and asserts that it made a value or findings of them. Who finds a file
on which one does not adds it to the corpus, under a name that says what is odd about it.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from pipeline.catalog.read import read_catalog
from pipeline.check.picture import picture_fault, words_in_picture
from pipeline.parse.article import parse_article
from pipeline.parse.inline import parse_inline
from pipeline.project.parcel import packed
from pipeline.records.approval import read_approval, read_credits, read_evidence
from pipeline.records.glossary import read_glossary
from pipeline.records.policy import read_policy
from pipeline.records.publisher import read_clinic, read_publisher
from pipeline.records.reference import read_references
from pipeline.records.region import read_region
from pipeline.records.release import read_kept, read_release
from pipeline.records.toml import TableError, read_toml
from pipeline.records.withdrawn import read_withdrawn
from pipeline.values.errors import PolyleafError
from pipeline.verify.objects import read_objects
from pipeline.verify.page import read_record
from tests.conftest import ARTICLE

CORPUS = Path(__file__).parent / "corpus"


def seeds(target: str) -> dict[str, bytes]:
    """Return the files of the corpus for one reader, by name."""
    return {file.name: file.read_bytes() for file in sorted((CORPUS / target).iterdir())}


def read_article(content: bytes) -> None:
    """Parse a text as an article, as what follows one, and as what stands in its head."""
    text = content.decode("utf-8", "replace")
    for one in (text, f"{ARTICLE}\n{text}", f"---\n{text}\n---\n\n{text}"):
        article, findings = parse_article(one, "source/a.md")
        assert article or findings


def read_inline(content: bytes) -> None:
    """Parse a text as running text."""
    assert isinstance(parse_inline(content.decode("utf-8", "replace")), tuple)


def read_po(content: bytes) -> None:
    """Read a catalog."""
    catalog, _, findings = read_catalog(content, "es", "a.po", "a")
    assert catalog or findings


TABLES: tuple[Callable[[dict[str, object]], tuple[object, object]], ...] = (
    lambda data: read_publisher(data, "source/publisher.toml"),
    lambda data: read_clinic(data, "source/clinics/a.toml", "a"),
    lambda data: read_region(data, "source/regions/NZ.toml", "NZ"),
    lambda data: read_policy(data, "source/policy.toml"),
    lambda data: read_approval(data, "locales/es/approvals/a.toml", "es"),
    lambda data: read_evidence(data, "locales/es/evidence/a.toml", "es"),
    lambda data: read_credits(data, "locales/es/credits.toml"),
    lambda data: read_withdrawn(data, "source/withdrawn.toml"),
    lambda data: read_release(data, "releases/a/1.0/release.toml"),
    lambda data: read_kept(data, "releases/a/1.0/kept.toml"),
)
"""Every reader of a table: what is meant for one may be sent to any."""


def read_tables(content: bytes) -> None:
    """Read a table as each kind of record; none is without a word where it makes nothing of it."""
    data = None
    with suppress(TableError):
        data = read_toml(content.decode("utf-8", "replace"))
    if data is not None:
        for read in TABLES:
            value, findings = read(data)
            assert value is not None or findings


def read_terms(content: bytes) -> None:
    """Read a glossary; one that is empty is none."""
    terms, findings = read_glossary(content.decode("utf-8", "replace"), "locales/glossary.csv")
    assert isinstance(terms, tuple)
    assert isinstance(findings, list)


def read_works(content: bytes) -> None:
    """Read references."""
    with suppress(ValueError, RecursionError):
        data = json.loads(content)
        references, findings = read_references(data, "source/references.json")
        assert references or findings or data == []


def read_pdf(content: bytes) -> None:
    """Look at a PDF as `inspect` does, which draws none that holds what no sheet of ours does."""
    said: list[str] = []
    try:
        read_record(content)
        assert read_objects(content).foreign
    except PolyleafError as error:
        said.append(str(error))
    assert [one for one in said if "\n" in one] == []


def read_picture(content: bytes) -> None:
    """Look at a file as each kind of picture, and read its words."""
    for name in ("a.svg", "a.png", "a.jpg"):
        assert isinstance(picture_fault(name, content), str)
        assert isinstance(words_in_picture(name, content), str)


def read_parcel(content: bytes) -> None:
    """Look into an archive; each catalog in it has bytes, or a reason why it has none."""
    with suppress(PolyleafError):
        for piece in packed(content, "a.zip"):
            assert (piece.content is None) == bool(piece.refused)


READERS: dict[str, Callable[[bytes], None]] = {
    "article": read_article,
    "inline": read_inline,
    "catalog": read_po,
    "table": read_tables,
    "glossary": read_terms,
    "references": read_works,
    "pdf": read_pdf,
    "picture": read_picture,
    "parcel": read_parcel,
}
"""By the folders of the corpus."""


EVERY_SEED = [(target, name) for target in READERS for name in seeds(target)]
"""Reader and name of each file of the corpus."""

"""A project on disk: the only module that reads ``source/`` and ``locales/`` and writes files."""

import fcntl
import json
import os
import re
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from pipeline.catalog.po import Entry
from pipeline.catalog.read import read_catalog
from pipeline.parse.article import parse_article
from pipeline.records.approval import read_approval, read_credits
from pipeline.records.glossary import Term, read_glossary
from pipeline.records.publisher import read_clinic, read_publisher
from pipeline.records.reference import read_references
from pipeline.records.region import CODE, read_region
from pipeline.records.typography import is_known_locale, is_pseudo, pseudo_refusal
from pipeline.records.withdrawn import read_withdrawn
from pipeline.values.approval import Approval, Translator, Withdrawal
from pipeline.values.article import Article
from pipeline.values.citation import Reference
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, Severity
from pipeline.values.message import Catalog
from pipeline.values.publisher import Clinic, Publisher
from pipeline.values.region import Region

T = TypeVar("T")

_IMAGES = (".svg", ".png")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with ``source/``, ``locales/`` and ``build/``."""

    root: Path

    @classmethod
    def at(cls, folder: Path) -> "Project":
        """Return the project in a folder, or say what makes it none."""
        if not folder.is_dir():
            raise PolyleafError(f"there is no folder {folder}")
        if not (folder / "source").is_dir():
            raise PolyleafError(
                f"{folder} is no project: it has no folder source/ with articles; "
                "go to the project's folder or name it with --project"
            )
        return cls(folder)

    @property
    def source(self) -> Path:
        """The folder of articles and records."""
        return self.root / "source"

    @property
    def build(self) -> Path:
        """The folder of finished sheets."""
        return self.root / "build"

    def name(self, path: Path) -> str:
        """Return a file's name as findings give it, relative to the project."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return str(path)

    # Articles and records

    def article_names(self) -> list[str]:
        """List the articles' files by the names that findings give them."""
        return [self.name(file) for file in sorted(self.source.glob("*.md"))]

    def articles(self) -> tuple[list[Article], list[Finding]]:
        """Read every article, and report what is wrong with them.

        An article with an error is there too, so that it can be checked further.
        """
        articles: list[Article] = []
        findings: list[Finding] = []
        files = sorted(self.source.glob("*.md"))
        if not files:
            raise PolyleafError(f"{self.source} has no article: add a file such as article.md")
        for file in files:
            text = self._text(file, findings, "SRC014")
            if text is None:
                continue
            try:
                article, found = parse_article(text, self.name(file))
            except RecursionError:
                fix = "write it flatter: no reader follows that"
                findings.append(self._error("SRC002", file, "the text is nested too deeply", fix))
                continue
            findings += found
            if article and article.id != file.stem:
                findings.append(
                    self._error(
                        "SRC012",
                        file,
                        f"the id '{article.id}' is not the file's name",
                        f"write 'id: {file.stem}', or rename the file to {article.id}.md",
                    )
                )
            elif article:
                articles.append(article)
        return articles, findings

    def references(self) -> tuple[dict[str, Reference], list[Finding]]:
        """Read ``source/references.json``; without the file there are no works to cite."""
        file = self.source / "references.json"
        findings: list[Finding] = []
        if not file.exists():
            return {}, []
        text = self._text(file, findings, "SRC013")
        if text is None:
            return {}, findings
        try:
            data = json.loads(text)
        except RecursionError:
            return {}, [self._error("SRC013", file, "nested too deeply", "mend the brackets")]
        except json.JSONDecodeError as error:
            fix = "mend the JSON: a comma, bracket or quotation mark is missing or too much"
            return {}, [
                self._error("SRC013", file, f"this is not JSON: {error.msg}", fix, error.lineno)
            ]
        return read_references(data, self.name(file))

    def publisher(self) -> tuple[Publisher | None, list[Finding]]:
        """Read ``source/publisher.toml``."""
        return self._record(self.source / "publisher.toml", read_publisher, "SRC020")

    def clinic_names(self) -> list[str]:
        """List the clinics that have a profile."""
        return sorted(file.stem for file in (self.source / "clinics").glob("*.toml"))

    def clinic(self, name: str) -> tuple[Clinic | None, list[Finding]]:
        """Read a clinic's profile."""
        known = self.clinic_names()
        if name not in known:
            raise PolyleafError(
                f"unknown clinic '{name}'; known: {' '.join(known) or '(none)'}; "
                "to add one, write source/clinics/ID.toml"
            )
        file = self.source / "clinics" / f"{name}.toml"
        return self._record(file, lambda data, path: read_clinic(data, path, name), "SRC020")

    def region_codes(self) -> list[str]:
        """List the regions that are on record."""
        files = (self.source / "regions").glob("*.toml")
        return sorted(file.stem for file in files if re.fullmatch(CODE, file.stem))

    def misnamed_regions(self) -> list[str]:
        """List files among the regions whose names are no codes of regions."""
        files = sorted((self.source / "regions").glob("*.toml"))
        return [self.name(file) for file in files if not re.fullmatch(CODE, file.stem)]

    def region(self, code: str) -> tuple[Region | None, list[Finding]]:
        """Read a region's record."""
        known = self.region_codes()
        if code not in known:
            raise PolyleafError(
                f"unknown region '{code}'; known: {' '.join(known) or '(none)'}, and intl for a "
                "sheet without numbers; to add one, write source/regions/CODE.toml"
            )
        file = self.region_file(code)
        return self._record(file, lambda data, path: read_region(data, path, code), "SVC001")

    def region_file(self, code: str) -> Path:
        """Return where a region's record lies."""
        return self.source / "regions" / f"{code}.toml"

    def withdrawn(self) -> tuple[tuple[Withdrawal, ...], list[Finding]]:
        """Read ``source/withdrawn.toml``; without the file nothing is withdrawn."""
        file = self.source / "withdrawn.toml"
        if not self._exists(file):
            return (), []
        record, findings = self._record(file, read_withdrawn, "SRC021")
        return record or (), findings

    def images(self) -> list[str]:
        """List the images below ``source/`` by the names that articles and profiles use."""
        return sorted(
            file.relative_to(self.source).as_posix()
            for file in self.source.rglob("*")
            if file.suffix in _IMAGES and file.is_file()
        )

    def image(self, name: str) -> bytes:
        """Return an image's bytes; a name that leads out of ``source/`` is refused."""
        file = self.source / PurePosixPath(name)
        if not file.resolve().is_relative_to(self.source.resolve()) or not file.is_file():
            raise PolyleafError(f"the image {name} is not below {self.name(self.source)}/")
        return file.read_bytes()

    # Catalogs

    def locales(self) -> list[str]:
        """List the locales that have a folder of catalogs, under a name that CLDR knows."""
        return [name for name in self._locale_folders() if is_known_locale(name)]

    def unknown_locales(self) -> list[Finding]:
        """Report folders of catalogs whose name is no locale's."""
        return [
            Finding(
                code="CAT004",
                severity=Severity.WARNING,
                path=f"locales/{name}",
                message=f"'{name}' is not the name of a locale, so nothing is printed from it",
                fix="name it in gettext's form: es, pt_BR, zh_Hans, es_419",
            )
            for name in self._locale_folders()
            if not is_known_locale(name)
        ]

    def _locale_folders(self) -> list[str]:
        folders = (self.root / "locales").glob("*/LC_MESSAGES")
        return sorted(folder.parent.name for folder in folders if folder.is_dir())

    def start_locale(self, name: str) -> None:
        """Make the folder for a locale's catalogs; a name that CLDR does not know is refused."""
        if is_pseudo(name):
            raise pseudo_refusal(name)
        if not is_known_locale(name):
            raise PolyleafError(
                f"'{name}' is not the name of a locale: write es, pt_BR, zh_Hans or es_419"
            )
        folder = self.root / "locales" / name / "LC_MESSAGES"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise PolyleafError(f"cannot make {folder}: {error.strerror}") from None

    def catalog_file(self, locale: str, article: str) -> Path:
        """Return where the catalog of an article in a locale lies."""
        return self.root / "locales" / locale / "LC_MESSAGES" / f"{article}.po"

    def template_file(self, article: str) -> Path:
        """Return where the template catalog of an article lies."""
        return self.root / "locales" / f"{article}.pot"

    def catalog(
        self, locale: str, article: str
    ) -> tuple[Catalog | None, list[Entry], list[Finding]]:
        """Read a catalog; one that is not there is empty."""
        file = self.catalog_file(locale, article)
        if not file.exists():
            return Catalog(locale=locale, path=self.name(file), exists=False), [], []
        try:
            content = file.read_bytes()
        except OSError as error:
            raise PolyleafError(f"cannot read {self.name(file)}: {error.strerror}") from None
        return read_catalog(content, locale, self.name(file), article)

    # Approvals, credits and terms

    def approvals_folder(self, locale: str) -> Path:
        """Return where the approvals of a locale's texts lie."""
        return self.root / "locales" / locale / "approvals"

    def approvals(self, locale: str) -> tuple[list[Approval], list[Finding]]:
        """Read a locale's approvals; one that is at fault is reported and counts for nothing."""
        approvals, findings = [], []
        for file in sorted(self.approvals_folder(locale).glob("*.toml")):
            approval, found = self._record(
                file, lambda data, path: read_approval(data, path, locale), "CAT021"
            )
            approvals += [approval] if approval else []
            findings += found
        return approvals, findings

    def credits(self, locale: str) -> tuple[tuple[Translator, ...], list[Finding]]:
        """Read who made a locale's translations; without the file nobody is on record."""
        file = self.root / "locales" / locale / "credits.toml"
        if not self._exists(file):
            return (), []
        record, findings = self._record(file, read_credits, "CAT022")
        return record or (), findings

    @property
    def glossary(self) -> Path:
        """The file with every locale's terms."""
        return self.root / "locales" / "glossary.csv"

    def terms(self) -> tuple[tuple[Term, ...], list[Finding]]:
        """Read the glossary; without the file there are no terms."""
        findings: list[Finding] = []
        if not self.glossary.exists():
            return (), []
        text = self._text(self.glossary, findings, "TRM001")
        if text is None:
            return (), findings
        terms, found = read_glossary(text, self.name(self.glossary))
        return terms, [*findings, *found]

    # Helpers

    def _text(self, file: Path, findings: list[Finding], code: str) -> str | None:
        try:
            content = file.read_bytes()
        except OSError as error:
            raise PolyleafError(f"cannot read {self.name(file)}: {error.strerror}") from None
        try:
            return content.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            findings.append(
                self._error(code, file, "the file is not UTF-8", "save it as UTF-8", line)
            )
            return None

    def _record(
        self,
        file: Path,
        read: Callable[[dict[str, Any], str], tuple[T, list[Finding]]],
        code: str,
    ) -> tuple[T | None, list[Finding]]:
        if not file.exists():
            fix = "write it; docs/regions-and-clinics.md says how"
            return None, [self._error(code, file, "the file is missing", fix)]
        findings: list[Finding] = []
        text = self._text(file, findings, code)
        if text is None:
            return None, findings
        try:
            data = tomllib.loads(text)
        except RecursionError:
            return None, [self._error(code, file, "nested too deeply", "mend the brackets")]
        except tomllib.TOMLDecodeError as error:
            place = re.search(r"at line (\d+)", str(error))
            message = re.sub(r" \(at .*\)", "", str(error))
            line = int(place[1]) if place else text.count("\n") + 1
            fix = 'each line is a [[table]] or: name = "value"'
            return None, [self._error(code, file, f"this is not TOML: {message}", fix, line)]
        record, found = read(data, self.name(file))
        return (None if found else record), found

    def _exists(self, file: Path) -> bool:
        """Say whether a file is there; a link that leads nowhere is, and cannot be read."""
        return file.exists() or file.is_symlink()

    def _error(self, code: str, file: Path, message: str, fix: str, line: int = 0) -> Finding:
        return Finding(
            code=code,
            severity=Severity.ERROR,
            path=self.name(file),
            line=line,
            message=message,
            fix=fix,
        )


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other commands from changing the files of a folder at the same time."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise PolyleafError(f"cannot open {folder}: {error.strerror}") from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write files beside their places and rename them, the last named last.

    A reader sees each file whole, the old or the new one; when anything fails, none is new.
    """
    # A link is kept: what it leads to is written.
    files = {path.resolve() if path.is_symlink() else path: files[path] for path in files}
    with _temporary_names() as names:
        try:
            for path, content in files.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                with tempfile.NamedTemporaryFile(
                    dir=path.parent, prefix=".polyleaf-", delete=False
                ) as file:
                    names[path] = file.name
                    file.write(content)
                # A temporary file is private; a sheet is for whoever may read the folder.
                mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
                Path(names[path]).chmod(mode)
            for path in files:
                Path(names[path]).replace(path)
        except OSError as error:
            place = next(iter(files)).parent
            raise PolyleafError(f"cannot write into {place}: {error.strerror}") from None


@contextmanager
def _temporary_names() -> Iterator[dict[Path, str]]:
    names: dict[Path, str] = {}
    try:
        yield names
    finally:
        for name in names.values():
            Path(name).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def remove_files(paths: Iterable[Path]) -> None:
    """Remove files that are no longer true; those that are not there are no error."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise PolyleafError(f"cannot remove {path}: {error.strerror}") from None

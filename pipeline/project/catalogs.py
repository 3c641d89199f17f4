"""The catalogs of a project, and what belongs to them: approvals, credits, the glossary."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from pipeline.catalog.messages import SHEET
from pipeline.catalog.po import Entry
from pipeline.catalog.read import read_catalog
from pipeline.catalog.recognise import recognise
from pipeline.project import base, disk
from pipeline.project.place import Place
from pipeline.records.approval import read_approval, read_credits, read_evidence
from pipeline.records.glossary import Term, read_glossary
from pipeline.records.naming import language_meant
from pipeline.records.typography import is_known_locale, is_pseudo, pseudo_refusal
from pipeline.values.approval import Approval, Evidence, Translator
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, Severity
from pipeline.values.message import Catalog


class Catalogs(Place):
    """Reads what translators write, and those who vouch for it."""

    __slots__ = ()

    def locales(self) -> list[str]:
        """List the locales that have a folder of catalogs, under a name that CLDR knows."""
        return [name for name in self._locale_folders() if is_known_locale(name)]

    def has_locale(self, name: str) -> bool:
        """Say whether a locale is among those, without listing them."""
        folder = self.root / "locales" / name / "LC_MESSAGES"
        return is_known_locale(name) and disk.is_folder(folder)

    def unknown_locales(self) -> list[Finding]:
        """Report folders of catalogs whose name is no locale's, and catalogs outside of them."""
        known = self._locale_folders()
        return [
            *(_misnamed(name, known) for name in known if not is_known_locale(name)),
            *map(self._misplaced, self._folders_beside()),
        ]

    def _folders_beside(self) -> list[Path]:
        """List folders of catalogs in which nobody looks for one: ``es/``, ``es/lc_messages/``."""
        locales = self.root / "locales"
        files = [*disk.files_in(locales, "*/*.po"), *disk.files_in(locales, "*/*/*.po")]
        meant = {file.parent for file in files if file.parent.name != "LC_MESSAGES"}
        return sorted(
            one for one in meant if one.parent == locales or one.name.upper() == "LC_MESSAGES"
        )

    def _misplaced(self, folder: Path) -> Finding:
        locale = folder if folder.parent.name == "locales" else folder.parent
        return _of_folder(
            self.name(folder),
            "nothing is printed from catalogs in this folder",
            f"move them into {self.name(locale)}/LC_MESSAGES/",
        )

    def _locale_folders(self) -> list[str]:
        folders = disk.files_in(self.root / "locales", "*/LC_MESSAGES")
        return sorted(folder.parent.name for folder in folders if disk.is_folder(folder))

    def start_locale(self, name: str) -> None:
        """Make the folder for a locale's catalogs; a name that CLDR does not know is refused."""
        if is_pseudo(name):
            raise pseudo_refusal(name)
        if not is_known_locale(name):
            raise PolyleafError(
                f"'{name}' is not the name of a locale: write es, pt_BR, zh_Hans or es_419"
            )
        disk.make_folder(self.root, self.root / "locales" / name / "LC_MESSAGES")

    def keep_locale(self, name: str) -> None:
        """Let git keep a locale that says all as its parent does, and so has no catalog."""
        folder = self.root / "locales" / name / "LC_MESSAGES"
        if not disk.files_in(folder, "*"):
            disk.write_files(self.root, {folder / ".gitkeep": b""})

    def remove_locale(self, name: str) -> None:
        """Remove a locale's folder with all that it holds."""
        disk.remove_folder(self.root, self.root / "locales" / name)

    def catalog_file(self, locale: str, article: str) -> Path:
        """Return where the catalog of an article in a locale lies."""
        return self.root / "locales" / locale / "LC_MESSAGES" / f"{article}.po"

    def own_catalogs(self, articles: Collection[str]) -> list[Path]:
        """List where catalogs and templates of articles lie, whether they are there or not."""
        locales = self.locales()
        return [
            *(self.catalog_file(locale, article) for locale in locales for article in articles),
            *map(self.template_file, articles),
            *disk.files_in(self.root / "locales", "*.pot"),
        ]

    def template_file(self, article: str) -> Path:
        """Return where the template catalog of an article lies."""
        return self.root / "locales" / f"{article}.pot"

    def catalog(
        self, locale: str, article: str
    ) -> tuple[Catalog | None, list[Entry], list[Finding]]:
        """Read a catalog; one that is not there is empty."""
        file = self.catalog_file(locale, article)
        if not disk.is_there(file):
            return Catalog(locale=locale, path=self.name(file), exists=False), [], []
        findings: list[Finding] = []
        content = self._content(file, findings, "CAT001")
        if content is None:
            return None, [], findings
        return read_catalog(content, locale, self.name(file), article)

    def inherited_words(self, locale: str) -> tuple[Catalog | None, list[Finding]]:
        """Read the program's translation of the sheet's own words, where it is taken over."""
        if not (self.takes_over and base.has_words(locale)):
            return None, []
        file = base.words_file(locale)
        findings: list[Finding] = []
        content = self._content(file, findings, "CAT001")
        if content is None:
            return None, findings
        catalog, _, findings = read_catalog(content, locale, self.name(file), SHEET)
        return catalog, findings

    def stray_catalogs(
        self, known: Collection[str], texts: Callable[[], Mapping[str, Collection[tuple[str, str]]]]
    ) -> list[Finding]:
        """Report catalogs under names from which nothing is printed.

        ``known`` are the names of articles, ``texts`` returns what stands in each, by which such a
        catalog is recognised: after an article was renamed, or when a browser wrote
        ``sleep (1).po``, or an editor ``sleep.po.txt``.
        """
        patterns = ("*/LC_MESSAGES/*.po", "*/LC_MESSAGES/*.po.txt")
        files = [file for one in patterns for file in disk.files_in(self.root / "locales", one)]
        strays = [file for file in files if file.stem not in known]
        found = texts() if strays else {}
        findings = [self._stray(file, found) for file in strays]
        several = [one for one in findings if one.article]
        if len(several) < 2:
            return findings
        # An article was renamed, and its translations come along with one command.
        fix = f"polyleaf receive 'locales' (takes in all {len(several)} of such catalogs)"
        return [replace(one, fix=fix) if one.article else one for one in findings]

    def _stray(self, file: Path, texts: Mapping[str, Collection[tuple[str, str]]]) -> Finding:
        locale = file.parent.parent.name
        content = self._content(file, [], "CAT027")
        entries = read_catalog(content, locale, self.name(file), file.stem)[1] if content else []
        article = recognise(entries, texts)
        if article:
            message = f"its texts are those of '{article}', and nothing is printed from it"
            fix = f"polyleaf receive '{self.name(file)}'"
        else:
            message = "no article bears its name or has its texts, and nothing is printed from it"
            fix = "rename it to its article's id, or remove it where that is gone"
        return Finding(
            code="CAT027",
            severity=Severity.WARNING,
            path=self.name(file),
            message=message,
            fix=fix,
            locale=locale,
            article=article,
        )

    def approvals_folder(self, locale: str) -> Path:
        """Return where the approvals of a locale's texts lie."""
        return self.root / "locales" / locale / "approvals"

    def approvals(self, locale: str) -> tuple[list[Approval], list[Finding]]:
        """Read a locale's approvals; one that is at fault is reported and counts for nothing."""
        approvals, findings = [], []
        for file in self.approval_files(locale):
            approval, found = self.approval(file, locale)
            approvals += [approval] if approval else []
            findings += found
        return approvals, findings

    def approval_files(self, locale: str) -> list[Path]:
        """List the files of a locale's approvals."""
        return disk.files_in(self.approvals_folder(locale), "*.toml")

    def approval(self, file: Path, locale: str) -> tuple[Approval | None, list[Finding]]:
        """Read one approval of a locale."""
        return self._record(file, partial(read_approval, locale=locale), "CAT021")

    def evidence_folder(self, locale: str) -> Path:
        """Return where it lies how a locale's texts were tried."""
        return self.root / "locales" / locale / "evidence"

    def evidence(self, locale: str) -> tuple[tuple[Evidence, ...], list[Finding]]:
        """Read how a locale's texts were tried; what is at fault is reported and counts not."""
        found: list[Evidence] = []
        findings: list[Finding] = []
        for file in disk.files_in(self.evidence_folder(locale), "*.toml"):
            one, faults = self._record(file, partial(read_evidence, locale=locale), "CAT021")
            found += [one] if one else []
            findings += faults
        return tuple(found), findings

    def credits(self, locale: str) -> tuple[tuple[Translator, ...], list[Finding]]:
        """Read who made a locale's translations; without the file nobody is on record."""
        file = self.root / "locales" / locale / "credits.toml"
        if not disk.is_there(file):
            return (), []
        record, findings = self._record(file, read_credits, "CAT022")
        return record or (), findings

    @property
    def glossary(self) -> Path:
        """The file with every locale's terms."""
        return self.root / "locales" / "glossary.csv"

    def terms(self) -> tuple[tuple[Term, ...], list[Finding]]:
        """Read the glossary: the project's own rows go before those that it takes over."""
        inherited = (base.GLOSSARY,) if self.takes_over else ()
        terms: list[Term] = []
        findings: list[Finding] = []
        for file in (self.glossary, *inherited):
            text = self._text(file, findings, "TRM001") if disk.is_there(file) else None
            if text is not None:
                rows, found = read_glossary(text, self.name(file))
                terms += rows
                findings += found
        return tuple(terms), findings


def _of_folder(path: str, message: str, fix: str) -> Finding:
    return Finding(code="CAT004", severity=Severity.WARNING, path=path, message=message, fix=fix)


def _misnamed(name: str, others: Collection[str]) -> Finding:
    """Report a folder whose name is no locale's, with the one that is meant."""
    meant = language_meant(name)
    fix = "name it in gettext's form: es, pt_BR, zh_Hans, es_419"
    if is_known_locale(meant):
        is_there = f"take in what it has with polyleaf receive 'locales/{name}', then remove it"
        fix = is_there if meant in others else f"name it {meant}"
    said = f"'{name}' is not the name of a locale, so nothing is printed from it"
    return _of_folder(f"locales/{name}", said, fix)

"""What a project says of languages: ``source/languages/<locale>.toml``."""

from functools import partial
from pathlib import Path

from pipeline.project import base, disk
from pipeline.project.place import Place
from pipeline.records.own_language import CODE, OwnLanguages, Rows, read_own_language
from pipeline.records.typography import is_known_locale, parents_of
from pipeline.values.finding import Finding
from pipeline.values.locale import language_of

FOLDER = "source/languages"


class Languages(Place):
    """Reads what a project says of languages, beside the program or over it."""

    __slots__ = ()

    def own_languages(self) -> OwnLanguages:
        """Read what the project says of languages; a file that is at fault counts for nothing."""
        read = {file.stem: self._own_language(file)[0] for file in self._files()}
        return OwnLanguages(
            rows={locale: rows for locale, rows in read.items() if rows},
            elsewhere=not base.is_own(self.root),
        )

    def languages_of(self, locale: str) -> list[str]:
        """List the names of the files that a locale rests on, whether they are there or not."""
        names = dict.fromkeys((locale, *parents_of(locale), language_of(locale)))
        return [f"{FOLDER}/{name}.toml" for name in names]

    def language_findings(self, locale: str) -> list[Finding]:
        """Report what is wrong with the files that a locale rests on."""
        wanted = self.languages_of(locale)
        files = [file for file in self._files() if self.name(file) in wanted]
        return [found for file in files for found in self._own_language(file)[1]]

    def stray_languages(self, locales: list[str]) -> list[Finding]:
        """Report files under names that are no locales, and those of which no sheet is printed."""
        rested_on = {name for locale in locales for name in self.languages_of(locale)}
        found: list[Finding] = []
        for file in self._files():
            if self.name(file) not in rested_on:
                found += self._own_language(file)[1]
        return found

    def _files(self) -> list[Path]:
        return disk.files_in(self.source / "languages", "*.toml")

    def _own_language(self, file: Path) -> tuple[Rows | None, list[Finding]]:
        if not is_known_locale(file.stem):
            fix = "name it as the locale's folder: source/languages/so.toml, or pt_BR.toml"
            message = f"'{file.stem}' is not the name of a locale"
            return None, [self._error(CODE, file, message, fix)]
        return self._record(file, partial(read_own_language, locale=file.stem), CODE)

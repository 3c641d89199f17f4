"""The articles of a project, the works that they cite, and the images."""

from collections.abc import Collection
from pathlib import PurePosixPath

from pipeline.parse.article import parse_article
from pipeline.project import disk
from pipeline.project.place import Place
from pipeline.records.csl_json import UnreadableWorksError, works_of
from pipeline.records.reference import read_references
from pipeline.values.article import Article
from pipeline.values.citation import Reference
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding

_IMAGES = (".svg", ".png", ".jpg", ".jpeg")


class Articles(Place):
    """Reads what authors write."""

    __slots__ = ()

    def article_names(self) -> list[str]:
        """List the articles' files by the names that findings give them."""
        return [self.name(file) for file in disk.files_in(self.source, "*.md")]

    def articles(self, leave_out: Collection[str] = ()) -> tuple[list[Article], list[Finding]]:
        """Read articles, and report what is wrong with them; some may be left out by name.

        An article with an error is there too, so that it can be checked further.
        """
        articles: list[Article] = []
        findings: list[Finding] = []
        files = disk.files_in(self.source, "*.md")
        if not files:
            names = [one.name for one in disk.files_in(self.source, "*")]
            texts = [one for one in names if disk.right_name(one, ".md")]
            how = f"give {texts[0]} a name that ends with .md" if texts else "add one"
            raise PolyleafError(f"{self.source} has no article such as article.md: {how}")
        for file in files:
            if self.name(file) not in leave_out:
                article, found = self.article(file.stem)
                findings += found
                articles += [article] if article else []
        return articles, findings

    def article(self, name: str) -> tuple[Article | None, list[Finding]]:
        """Read one article by its id, and report what is wrong with it."""
        file = self.source / f"{name}.md"
        findings: list[Finding] = []
        text = self._text(file, findings, "SRC014")
        if text is None:
            return None, findings
        try:
            article, found = parse_article(text, self.name(file))
        except RecursionError:
            fix = "write it flatter: no reader follows that"
            return None, [self._error("SRC002", file, "the text is nested too deeply", fix)]
        if article and article.id != file.stem:
            fix = f"write 'id: {file.stem}', or rename the file to {article.id}.md"
            said = f"the id '{article.id}' is not the file's name"
            return None, [*found, self._error("SRC012", file, said, fix)]
        return article, [*found]

    def references(
        self, cited: Collection[str] | None = None
    ) -> tuple[dict[str, Reference], list[Finding]]:
        """Read ``source/references.json``; without the file there are no works to cite.

        ``cited`` are the keys that articles cite; a fault in another work is a warning.
        """
        file = self.source / "references.json"
        findings: list[Finding] = []
        if not disk.is_there(file):
            return {}, []
        text = self._text(file, findings, "SRC013")
        if text is None:
            return {}, findings
        try:
            data = works_of(text)
        except UnreadableWorksError as error:
            return {}, [self._error("SRC013", file, error.fault, error.fix, error.line)]
        return read_references(data, self.name(file), cited)

    def images(self) -> list[str]:
        """List the images below ``source/`` by the names that articles and profiles use.

        Those of releases are theirs alone.
        """
        names = (
            file.relative_to(self.source).as_posix()
            for file in disk.files_below(self.source)
            if file.suffix.lower() in _IMAGES
        )
        return [name for name in names if not name.startswith("releases/")]

    def image(self, name: str) -> bytes:
        """Return an image's bytes; a name that leads out of ``source/`` is refused."""
        file = self.source / PurePosixPath(name)
        if not disk.is_below(file, self.source):
            raise PolyleafError(f"the image {name} is not below {self.name(self.source)}/")
        return disk.read(file, self.name(file), self.root)

"""Where the texts of a sheet come from, so that what is wrong with one on paper names its line."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace

from pipeline.check.picture import letters_in_picture
from pipeline.compose.plan import SheetPlan
from pipeline.parse.inline import parse_inline
from pipeline.records.reference import words_of_work
from pipeline.typeset.fonts import FontSet
from pipeline.values.article import Article, plain_text
from pipeline.values.citation import Reference
from pipeline.values.finding import Finding
from pipeline.values.message import Catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text of a sheet, and where to change it."""

    path: str
    line: int = 0
    name: str = ""
    """The field of a record, empty for a unit of the article."""
    source_path: str = ""
    source_line: int = 0
    source: str = ""
    """What it is a translation of."""
    text: str
    """Inline Markdown for a unit."""

    @property
    def plain(self) -> str:
        """What of it is printed."""
        return self.text if self.name else plain_text(parse_inline(self.text))

    def told(self, finding: Finding, message: str) -> Finding:
        """Return a finding that leads to this text."""
        return replace(
            finding,
            path=self.path,
            line=self.line,
            message=f"{self.name}: {message}" if self.name else message,
            source_path=self.source_path,
            source_line=self.source_line,
            source=self.source,
        )


def texts_of(plan: SheetPlan, catalog: Catalog) -> tuple[Text, ...]:
    """Return the texts that a project's people wrote for a sheet; ``catalog`` is the article's."""
    return (
        *article_texts(plan.source, catalog),
        *_fields(plan),
        *(works_texts(plan.references.values()) if plan.edition.has_references else ()),
        *picture_texts(plan.images.items()),
    )


def article_texts(source: Article, catalog: Catalog) -> Iterator[Text]:
    """Yield the texts of an article that are printed: an alternative text is heard."""
    lines = {unit.key: unit.line for unit in source.units() if unit.role != "alternative text"}
    for key, line in lines.items():
        entry = catalog.translations.get(key)
        if entry and catalog.locale != source.language:
            yield Text(
                path=entry.path or catalog.path,
                line=entry.line,
                source_path=source.path,
                source_line=line,
                source=key[1],
                text=entry.text,
            )
        elif entry:
            yield Text(path=source.path, line=line, text=entry.text)


def works_texts(works: Iterable[Reference]) -> Iterator[Text]:
    """Yield what is printed of works that an article cites, by field."""
    for work in works:
        for name, text in words_of_work(work.record):
            yield Text(path="source/references.json", name=f"{work.key}: {name}", text=text)


def picture_texts(pictures: Iterable[tuple[str, bytes]]) -> Iterator[Text]:
    """Yield what pictures say in letters, by their names and contents."""
    for name, content in pictures:
        if letters := letters_in_picture(name, content):
            yield Text(path=f"source/{name}", name="its text", text=letters)


def _fields(plan: SheetPlan) -> Iterator[Text]:
    """Yield what a publisher and a clinic say of themselves."""
    publisher, clinic = plan.publisher, plan.clinic
    for name in ("name", "licence", "owner", "corrections"):
        yield Text(path="source/publisher.toml", name=name, text=getattr(publisher, name))
    if clinic:
        path = f"source/clinics/{clinic.id}.toml"
        tag = plan.locale.tag
        said = {one.name: getattr(clinic, one.name) for one in fields(clinic)}
        said |= {
            "hours": clinic.hours_in(tag),
            "second_name": clinic.second_name_in(tag),
            "lines": clinic.line_in(tag),
        }
        for name, one in said.items():
            texts = (one,) if isinstance(one, str) else one
            yield from (Text(path=path, name=name, text=text) for text in texts)


def missing_letters(texts: Iterable[Text], fonts: FontSet, locale: str) -> Iterator[Finding]:
    """Report each text that has letters which none of a sheet's fonts has, once a text."""
    texts = tuple(texts)
    whole = "".join(text.text for text in texts)
    if "&" not in whole and not fonts.lacks(whole):
        return
    for text in texts:
        # Most texts have none as they are written. The address of a link is not printed, and what
        # stands for a letter (&hearts;) is: only then is the text parsed.
        if (fonts.lacks(text.text) or "&" in text.text) and (lacking := fonts.lacks(text.plain)):
            finding = Finding(
                code="PDF004",
                path=text.path,
                message="",
                fix="write it in other words, or in letters of the language's own script",
                locale=locale,
                target=text.plain,
            )
            yield text.told(finding, _none_has(lacking))


def _none_has(letters: str) -> str:
    shown = " ".join(f"{letter} (U+{ord(letter):04X})" for letter in letters[:8])
    more = f" and {len(letters) - 8} more" if len(letters) > 8 else ""
    return f"no font of this sheet has {shown}{more}"


OUT_OF_PLACE = "PDF006"


def located(findings: Sequence[Finding], texts: Sequence[Text]) -> list[Finding]:
    """Return findings with those about a line on the paper led to the text that it is part of.

    A text is named once, however many lines of it, on however many pages, have no room.
    """
    led: list[Finding] = []
    named: set[Text] = set()
    for finding in findings:
        is_line = finding.code == OUT_OF_PLACE and finding.target
        text = _holder(finding.target, texts) if is_line else None
        if text is None:
            led.append(finding)
        elif text not in named:
            led.append(text.told(finding, f"{finding.message} (in {finding.path})"))
            named.add(text)
    return led


def _holder(line: str, texts: Sequence[Text]) -> Text | None:
    """Return the text that a printed line is part of, or that stands whole in the line."""
    seen = _letters(line)
    longest = _letters(max(line.split(), key=len, default=""))
    part_of: tuple[Callable[[str], bool], ...] = (
        lambda own: seen == own,
        lambda own: seen in own,
        lambda own: len(own) > _TELLING and own in seen,
        lambda own: len(longest) > _TELLING and longest in own,
    )
    plain = [(text, _letters(text.plain)) for text in texts]
    return next((text for is_it in part_of for text, own in plain if is_it(own)), None)


_TELLING = 8
"""From how many letters on a part of a line tells whose it is."""


def _letters(text: str) -> str:
    """Return a text's letters and digits, by which a line is told from others."""
    return "".join(filter(str.isalnum, text))

"""One Markdown file to an `Article`, with every unit's role, heading path and line."""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from pipeline.parse import lines, running_text, whole
from pipeline.parse.front_matter import Field, language_in, parse_date, read_front_matter
from pipeline.parse.inline import inlines, one_line, parse_inline, without_separate_units
from pipeline.parse.markdown import parse_blocks, unread_definitions
from pipeline.parse.problems import Problems
from pipeline.values.article import (
    DETAIL,
    Article,
    Block,
    Footnote,
    Inline,
    Unit,
    plain_text,
    walk_inlines,
)
from pipeline.values.finding import Finding

CONTAINERS = {
    "crisis": "crisis",
    "crisis short": "crisis",
    "callout": "callout",
    "addition": "addition",
    "summary": "summary",
    "summary addition": "summary",
    "action": "action",
    "action addition": "action",
    "voice": "voice",
    "voice addition": "voice",
    "flap": "flap",
    "flap addition": "flap",
    DETAIL: "paragraph",
}
"""The containers an article may use, and the role of the units inside. ``addition`` behind a name
says that the passage is the publisher's and not the author's."""

ATTRIBUTES: Mapping[str, Mapping[str, Collection[str]]] = {
    "heading": {
        "icon": (
            "bubbles",
            "heart",
            "leaf",
            "link",
            "moon",
            "path",
            "people",
            "shield",
            "sun",
            "wave",
        )
    },
    "figure": {"width": ("full", "half", "third"), "place": ("start", "centre", "end")},
}
"""What may be said in braces at the end of a text, by the kind of its block, and in which words."""

_CONTEXT = re.compile(r"[a-z][a-z0-9-]*")
_TAKEN = ("crisis", "foot")
"""Contexts that say something of their own."""

_CONTAINER_END = re.compile(r"\s*(>\s*)*:{3,}\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where in the article a block stands."""

    headings: list[tuple[int, str]]
    """Open headings with their levels; shared along the whole article, changed as it is read."""
    role: str = "paragraph"
    container: str = ""

    @property
    def context(self) -> str:
        return "crisis" if self.container.startswith("crisis") else ""

    def inside(self, role: str) -> "_Place":
        """Return the place inside a list, table and the like; a container's role goes on."""
        return self if self.container else replace(self, role=role)


def parse_article(text: str, path: str) -> tuple[Article | None, tuple[Finding, ...]]:
    """Parse one article and report everything that is wrong with it.

    ``path`` is the file as findings name it. Where a finding is an error the article may still be
    there, so that it can be checked further, but it must not be printed.
    """
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    reader = _Reader(path=path, text=plain)
    article = reader.read()
    findings = tuple(reader.problems.findings)
    return article, findings


@dataclass(slots=True)
class _Reader:
    path: str
    text: str
    problems: Problems = field(init=False)
    definitions: dict[str, Any] = field(default_factory=dict)
    footnotes: list[Footnote] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.problems = Problems(self.path, self.text)

    def read(self) -> Article | None:
        if not self.text.strip():
            fix = "write the article, or delete the file; an article begins with a line '---'"
            self.problems.error("SRC001", 1, "the file is empty", fix)
            return None
        if lines.refuse_oversized(self.problems):
            return None
        environment: dict[str, Any] = {}
        tokens = parse_blocks(self.text, environment)
        lines.check_depth(self.problems, tokens)
        lines.check_letters(self.problems)
        lines.check_definitions(self.problems, unread_definitions(tokens, environment))
        self.definitions = environment.get("references", {})
        fields: dict[str, Field] = {}
        if tokens and tokens[0].type == "front_matter":
            fields = read_front_matter(tokens[0].content, self.problems)
            tokens = tokens[1:]
        else:
            self.problems.error(
                "SRC001",
                1,
                "the article has no front matter",
                "begin the file with a line '---', the fields, and a closing line '---'",
            )
        place = _Place(headings=[])
        body = tuple(self.blocks(SyntaxTreeNode(tokens).children, place))
        if not body:
            self.problems.error("SRC001", 1, "the article has no text", "write it after '---'")
        whole.check_short_note(self.problems, body)
        whole.refuse_inner_details(self.problems, body, self.footnotes)
        article = self.article(fields, body)
        front = [article.title, article.subtitle, article.audience] if article else []
        whole.check_footnotes(self.problems, [*filter(None, front), *body], self.footnotes)
        return article

    def article(self, fields: dict[str, Field], body: tuple[Block, ...]) -> Article | None:
        def text(name: str) -> str:
            return fields[name].text if name in fields else ""

        day, review_by = parse_date(text("date")), parse_date(text("review-by"))
        if day and review_by and review_by < day:
            self.problems.error(
                "SRC001",
                fields["review-by"].line,
                "the review-by date lies before the article's date",
                "correct one of them",
            )
        article = Article(
            id=text("id"),
            path=self.path,
            title=self.front_block("title", fields) or Block(kind="heading"),
            subtitle=self.front_block("subtitle", fields),
            audience=self.front_block("audience", fields),
            version=text("version"),
            language=language_in(fields),
            date=day or date.min,
            review_by=review_by or date.min,
            rights=text("rights"),
            cover=text("cover"),
            cover_alt=self.front_block("cover-alt", fields, role="alternative text"),
            literal_citations=text("citations") == "literal",
            links=self.links(fields, body),
            body=body,
            footnotes=tuple(self.footnotes),
            revision=hashlib.sha256(self.text.encode()).hexdigest()[:8],
            definitions=self.definitions,
        )
        return article if article.id else None

    def links(
        self, fields: dict[str, Field], body: tuple[Block, ...]
    ) -> Mapping[str, Mapping[str, str]]:
        """Return where links lead in other locales, and report addresses that no link has."""
        if "links" not in fields:
            return {}
        blocks = [*body, *(block for note in self.footnotes for block in note.blocks)]
        known = {
            inline.target
            for block, _ in whole.with_lines(blocks)
            for inline in walk_inlines(block.content)
            if inline.kind == "link"
        }
        for addresses in fields["links"].table.values():
            for address in addresses:
                if address not in known:
                    self.problems.error(
                        "SRC001",
                        fields["links"].line,
                        f"links: no link of the article leads to {address}",
                        f"known: {' '.join(sorted(known)) or '(none)'}",
                    )
        return fields["links"].table

    def front_block(self, name: str, fields: dict[str, Field], role: str = "") -> Block | None:
        if not fields.get(name, Field("", 0)).text:
            return None
        value = fields[name]
        content = parse_inline(value.text)
        running_text.check_inlines(self.problems, content, value.line)
        running_text.refuse_captions(self.problems, content, value.line)
        running_text.refuse_foreign(self.problems, value.text, content, value.line)
        running_text.refuse_services(self.problems, content, value.line)
        unit = Unit(text=value.text, role=role or name, line=value.line)
        return Block(kind="paragraph", line=value.line, content=content, unit=unit)

    def blocks(self, nodes: Sequence[SyntaxTreeNode], place: _Place) -> Iterator[Block]:
        for node in nodes:
            yield from self.block(node, place)

    def block(self, node: SyntaxTreeNode, place: _Place) -> Iterator[Block]:
        line = node.map[0] + 1 if node.map else 0
        match node.type:
            case "heading":
                yield self.heading(node, place, line)
            case "paragraph":
                yield self.paragraph(node, place, line)
            case "bullet_list" | "ordered_list":
                items = tuple(
                    Block(
                        kind="item",
                        line=item.map[0] + 1 if item.map else line,
                        children=tuple(self.blocks(item.children, place.inside("list item"))),
                    )
                    for item in node.children
                )
                yield Block(
                    kind="list",
                    line=line,
                    children=items,
                    ordered=node.type == "ordered_list",
                    start=int(node.attrs.get("start", 1)),
                    tight=all(
                        child.hidden
                        for item in node.children
                        for child in item.children
                        if child.type == "paragraph"
                    ),
                )
            case "blockquote":
                inner = tuple(self.blocks(node.children, place.inside("quotation")))
                yield Block(kind="quote", line=line, children=inner)
            case "fence" | "code_block":
                lines.check_code(self.problems, node, line)
                yield Block(kind="code", line=line, text=node.content)
            case "hr":
                yield Block(kind="rule", line=line)
            case "table":
                yield Block(kind="table", line=line, children=tuple(self.rows(node, place)))
            case "dl":
                inner = tuple(self.definition_parts(node, place))
                yield Block(kind="definitions", line=line, children=inner)
            case "container_container":
                yield from self.container(node, place, line)
            case "footnote_reference":
                blocks = tuple(self.blocks(node.children, place.inside("footnote")))
                self.footnotes.append(Footnote(label=node.meta["label"], blocks=blocks))
            case "html_block":
                lines.refuse_html(self.problems, line, node.content)
            case other:  # pragma: no cover - a new block type would be a change of the parser
                raise AssertionError(f"the parser made a block of type {other}")

    def heading(self, node: SyntaxTreeNode, place: _Place, line: int) -> Block:
        level = int(node.tag[1])
        above = place.headings[-1][0] if place.headings else 1
        if level == 1:
            self.problems.error(
                "SRC002",
                line,
                "a heading of level 1 in the body",
                "the title stands in the front matter; begin the body's headings with '##'",
            )
        elif level > above + 1:
            self.problems.error(
                "SRC002",
                line,
                f"a heading of level {level} follows one of level {above}",
                "do not skip a level: screen readers announce the outline",
            )
        while place.headings and place.headings[-1][0] >= level:
            place.headings.pop()
        role = f"{place.role} heading" if place.container else "heading"
        block = self.text_block(node, place, line, role)
        running_text.refuse_services(self.problems, block.content, line)
        if not plain_text(block.content).strip():
            self.problems.error(
                "SRC002", line, "a heading without words", "write it, or take the line out"
            )
        place.headings.append((level, plain_text(block.content)))
        said = self.attributes(node, "heading", line, place)
        return replace(
            block, kind="heading", level=level, name=f"line-{line}", icon=said.get("icon", "")
        )

    def paragraph(self, node: SyntaxTreeNode, place: _Place, line: int) -> Block:
        block = self.text_block(node, place, line, place.role)
        lines.check_colons(self.problems, node, line)
        match block.content:
            case (Inline(kind="placeholder", text="services"),):
                if place.context != "crisis":
                    self.problems.error(
                        "SRC008",
                        line,
                        "{services} stands outside a crisis note",
                        "move it into a '::: crisis' block",
                    )
                return Block(kind="services", line=line)
            case (Inline(kind="image") as image,):
                said = self.attributes(node, "figure", line, place)
                return Block(
                    kind="figure",
                    line=line,
                    content=block.content,
                    name=image.target,
                    width=said.get("width", ""),
                    place=said.get("place", ""),
                )
        self.attributes(node, "paragraph", line, place)
        running_text.refuse_services(self.problems, block.content, line)
        return block

    def check_context(self, value: str, line: int, *, in_note: bool) -> None:
        if in_note:
            fault, fix = "a text of a crisis note", "take it out: it has a context of its own"
        elif not _CONTEXT.fullmatch(value) or value in _TAKEN:
            fault, fix = "a text", "write a word in small letters, such as {context=direction}"
        else:
            return
        self.problems.error("SRC025", line, f"{fault} cannot be given {{context={value}}}", fix)

    def attributes(
        self, node: SyntaxTreeNode, kind: str, line: int, place: _Place
    ) -> dict[str, str]:
        """Return what is said in braces at the end of a text, less what cannot be said there."""
        inline = node.children[0].token
        said: dict[str, str] = dict(inline.meta.get("attributes", {})) if inline else {}
        known = ATTRIBUTES.get(kind, {})
        if said and inline and not inline.content.strip():
            alone = " ".join(f"{name}={value}" for name, value in said.items())
            self.problems.error(
                "SRC025",
                line,
                f"{{{alone}}} stands alone, and says nothing of any text",
                "put it at the end of the text that it is meant for",
            )
        for name, value in list(said.items()):
            if name == "context":
                self.check_context(value, line, in_note=place.context != "")
            elif value not in known.get(name, ()):
                del said[name]
                choices = " or ".join(f"{{{one}={'|'.join(ways)}}}" for one, ways in known.items())
                self.problems.error(
                    "SRC025",
                    line,
                    f"a {kind} cannot be given {{{name}={value}}}",
                    f"write {choices}, or take it out"
                    if known
                    else "write {context=…}, or take it out: only headings and pictures are given "
                    "more",
                )
        return said

    def text_block(self, node: SyntaxTreeNode, place: _Place, line: int, role: str) -> Block:
        """Make a block of the inline content that a node has as its only child."""
        inline = node.children[0]
        tokens: list[Token] = inline.token.children or [] if inline.token else []
        content = inlines(tokens)
        running_text.check_inlines(self.problems, content, line)
        running_text.refuse_foreign(self.problems, inline.content, content, line)
        headings = tuple(text for _, text in place.headings)
        said = inline.token.meta.get("attributes", {}) if inline.token else {}
        context = place.context or said.get("context", "")

        def unit(text: str, unit_role: str) -> Unit:
            return Unit(text=text, role=unit_role, context=context, headings=headings, line=line)

        if node.type != "paragraph" or [one.kind for one in content] != ["image"]:
            running_text.refuse_captions(self.problems, content, line)
        content = self.with_units(content, unit)
        if place.context and any(letter.isdigit() for letter in plain_text(content)):
            self.problems.error(
                "SAF003",
                line,
                "a number typed into a crisis note",
                "take it out: numbers come from the region's record, through {services} and "
                "{emergency}",
                inline.content,
            )
        text = without_separate_units(one_line(inline.content), self.definitions)
        return Block(
            kind="paragraph",
            line=line,
            content=content,
            unit=unit(text, role) if _has_words(content) else None,
        )

    def with_units(self, content: tuple[Inline, ...], unit: Any) -> tuple[Inline, ...]:
        """Give images and links the units of their alternative texts and titles."""
        alone = len(content) == 1
        return tuple(
            replace(
                inline,
                children=self.with_units(inline.children, unit),
                units=tuple(
                    unit(text, role)
                    for text, role in (
                        (inline.text if inline.kind == "image" else "", "alternative text"),
                        (
                            inline.title,
                            "link title"
                            if inline.kind == "link"
                            else "caption"
                            if alone
                            else "image title",
                        ),
                    )
                    if text
                ),
            )
            for inline in content
        )

    def rows(self, table: SyntaxTreeNode, place: _Place) -> Iterator[Block]:
        for part in table.children:
            for row in part.children:
                cells = []
                line = row.map[0] + 1 if row.map else 0
                if part.type == "tbody":
                    lines.refuse_to_lose_cells(self.problems, line, len(row.children))
                for cell in row.children:
                    block = self.text_block(cell, place, line, place.inside("table cell").role)
                    running_text.refuse_services(self.problems, block.content, line)
                    self.attributes(cell, "table cell", line, place)
                    style = str(cell.attrs.get("style", ""))
                    cells.append(
                        replace(
                            block,
                            kind="cell",
                            header=part.type == "thead",
                            align=style.removeprefix("text-align:"),
                        )
                    )
                yield Block(kind="row", children=tuple(cells), header=part.type == "thead")

    def definition_parts(self, node: SyntaxTreeNode, place: _Place) -> Iterator[Block]:
        for part in node.children:
            line = part.map[0] + 1 if part.map else 0
            if part.type == "dt":
                block = self.text_block(part, place, line, place.inside("term").role)
                running_text.refuse_services(self.problems, block.content, line)
                self.attributes(part, "term", line, place)
                yield replace(block, kind="term")
            else:
                inner = tuple(self.blocks(part.children, place.inside("description")))
                yield Block(kind="description", line=line, children=inner)

    def container(self, node: SyntaxTreeNode, place: _Place, line: int) -> Iterator[Block]:
        name = " ".join(node.info.split())
        if name not in CONTAINERS:
            self.problems.error(
                "SRC003",
                line,
                f"unknown block '::: {name}'",
                f"use one of: {', '.join(f'::: {known}' for known in CONTAINERS)}",
            )
        end = node.map[1] if node.map else 0
        swallowed = any(
            child.type == "container_container" and len(child.markup) >= len(node.markup)
            for child in node.walk()
            if child is not node
        )
        if (
            swallowed
            or end >= len(self.problems.lines)
            or not _CONTAINER_END.match(self.problems.lines[end])
        ):
            self.problems.error(
                "SRC003",
                line,
                f"the block '::: {name}' is never closed",
                "close it with a line ':::' where it ends; a block that holds another takes more "
                "colons than that one",
            )
        inner = replace(
            place,
            headings=list(place.headings),
            role=CONTAINERS.get(name, ""),
            container=name,
        )
        # What a short edition leaves out is text like that around it.
        children = tuple(self.blocks(node.children, place if name == DETAIL else inner))
        if name == DETAIL:
            whole.refuse_to_lose(self.problems, children)
        if name.startswith("crisis") and not any(child.kind == "services" for child in children):
            self.problems.error(
                "SRC009",
                line,
                "a crisis note without {services}",
                "put {services} into a paragraph of its own where the numbers shall stand",
            )
        yield Block(kind="container", line=line, name=name, children=children)


def _has_words(content: tuple[Inline, ...]) -> bool:
    """Say whether running text holds anything that is translated in it."""
    match content:
        case () | (Inline(kind="image"),) | (Inline(kind="placeholder"),):
            return False
    return True

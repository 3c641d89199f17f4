"""An article and a catalog to the same article in another language."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pipeline.parse.inline import parse_inline
from pipeline.translate.links import led_elsewhere, links_of
from pipeline.values.article import Article, Block, Footnote, Inline, Unit, plain_text, walk_inlines
from pipeline.values.message import Catalog


def translate_article(
    article: Article, catalog: Catalog, pictures: Mapping[str, str] | None = None
) -> tuple[Article, tuple[Unit, ...]]:
    """Return the article with its translations in the places of the source's text.

    Units without a finished translation keep the source's text, are marked as gaps, and are
    returned beside it; only a draft may print them. The structure of the page never changes: each
    translation is parsed as inline Markdown only. ``pictures`` are the locale's versions of
    pictures, by the names that the article has.
    """
    work = _Translation(
        article=article,
        catalog=catalog,
        links=links_of(article, catalog.locale),
        pictures=pictures or {},
    )
    local = replace(
        article,
        title=work.block(article.title),
        subtitle=article.subtitle and work.block(article.subtitle),
        audience=article.audience and work.block(article.audience),
        cover=work.pictures.get(article.cover, article.cover),
        cover_alt=article.cover_alt and work.block(article.cover_alt),
        body=tuple(map(work.block, article.body)),
        footnotes=tuple(
            Footnote(label=note.label, blocks=tuple(map(work.block, note.blocks)))
            for note in article.footnotes
        ),
    )
    return local, tuple(work.missing)


@dataclass(slots=True)
class _Translation:
    article: Article
    catalog: Catalog
    links: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)
    missing: list[Unit] = field(default_factory=list)

    def block(self, block: Block) -> Block:
        children = tuple(map(self.block, block.children))
        content, gap = block.content, False
        if block.unit:
            translation = self.text(block.unit)
            gap = translation is None
            if translation is not None:
                content = parse_inline(translation, self.article.definitions)
        parts = [part for part in walk_inlines(block.content) if part.units]
        own = self.with_own_texts(content, parts)
        content = led_elsewhere(own, self.links, self.pictures)
        name = self.pictures.get(block.name, block.name) if block.kind == "figure" else block.name
        return replace(block, children=children, content=content, gap=gap, name=name)

    def with_own_texts(
        self, content: tuple[Inline, ...], sources: list[Inline]
    ) -> tuple[Inline, ...]:
        """Give images and links the translations of their alternative texts and titles."""
        return tuple(
            replace(
                self.own_texts(part, sources),
                children=self.with_own_texts(part.children, sources),
            )
            for part in content
        )

    def own_texts(self, part: Inline, sources: list[Inline]) -> Inline:
        """Take the texts of the first source with the same target that is not yet used."""
        for number, source in enumerate(sources):
            if (source.kind, source.target) == (part.kind, part.target):
                del sources[number]
                texts = {unit.role: self.text(unit) for unit in source.units}
                alternative = texts.get("alternative text")
                titles = [text for role, text in texts.items() if role != "alternative text"]
                return replace(
                    part,
                    text=_letters(alternative) if alternative else source.text,
                    title=_letters(titles[0]) if titles and titles[0] else source.title,
                )
        return part

    def text(self, unit: Unit) -> str | None:
        translation = self.catalog.usable(unit.key)
        if translation is None:
            self.missing.append(unit)
        return translation


def _letters(text: str) -> str:
    return plain_text(parse_inline(text))

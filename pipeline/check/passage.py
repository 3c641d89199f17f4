"""The passage in which a text of an article stands: the headings over it, and what is beside it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.values.article import Article, Block, plain_text

Key = tuple[str, str]
"""What a text is known by: its context and the text itself."""


@dataclass(slots=True)
class Passages:
    """The passages of an article, parted when somebody first asks for one."""

    article: Article
    _keys: dict[Key, dict[Key, None]] = field(default_factory=dict)

    def around(self, key: Key) -> tuple[Key, ...]:
        """Return the texts of the passage in which one stands, or of all in which it does."""
        if not self._keys:
            self._keys = _parted(self.article)
        return tuple(self._keys.get(key, ()))

    def text(self, key: Key, translations: Mapping[Key, str]) -> str:
        """Return what a passage says, in the article's words and in those of a translation."""
        around = self.around(key)
        said = [text for _, text in around] + [translations.get(one, "") for one in around]
        return "\n".join(said)


def _parted(article: Article) -> dict[Key, dict[Key, None]]:
    found: dict[Key, dict[Key, None]] = defaultdict(dict)
    for passage in _passages(article):
        for key in passage:
            found[key].update(dict.fromkeys(passage))
    return found


def _passages(article: Article) -> Iterator[list[Key]]:
    """Yield the texts from one heading to the next, after the headings that they stand under."""
    front = [block for block in (article.title, article.subtitle, article.audience) if block]
    title = [key for block in front for key in _keys_of(block)]
    headings: dict[int, list[Key]] = {}
    passage = [*title]
    for block in article.body:
        own = list(_keys_of(block))
        if block.kind == "heading":
            yield passage
            headings = {level: keys for level, keys in headings.items() if level < block.level}
            headings[block.level] = own
            passage = [*title, *(key for keys in headings.values() for key in keys)]
        else:
            passage += own
    yield passage
    for footnote in article.footnotes:
        yield [*title, *(key for block in footnote.blocks for key in _keys_of(block))]


def _keys_of(block: Block) -> Iterator[Key]:
    if block.unit:
        yield block.unit.key
    elif text := plain_text(block.content):
        yield ("", text)
    for child in block.children:
        yield from _keys_of(child)

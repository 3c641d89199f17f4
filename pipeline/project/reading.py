"""The articles that can be printed, each read when it is asked for, a few kept at a time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import overload

from pipeline.project.facts import Facts
from pipeline.values.article import Article

KEPT = 32
"""How many articles stay in memory: more are read again, which is little beside a sheet."""


class Articles(Sequence[Article]):
    """The articles of a project in the order of their files' names.

    What is known of all of them costs nothing; an article that is asked for is read and checked
    then, and a `PolyleafError` says what is wrong with one that changed meanwhile.
    """

    def __init__(
        self,
        facts: Sequence[Facts],
        read: Callable[[str], Article],
        kept: Mapping[str, Article],
        most: int = KEPT,
    ) -> None:
        """Take the facts of all, a function that reads one by its id, and some that were read."""
        self.facts = tuple(facts)
        self._by_id = {one.id: one for one in self.facts}
        self._read = read
        self._most = most
        ids = [one.id for one in self.facts if one.id in kept][:most]
        self._kept = {name: kept[name] for name in ids}

    def __len__(self) -> int:
        return len(self.facts)

    @overload
    def __getitem__(self, index: int) -> Article: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Article]: ...

    def __getitem__(self, index: int | slice) -> Article | Sequence[Article]:
        if isinstance(index, slice):
            return [self.named(one.id) for one in self.facts[index]]
        return self.named(self.facts[index].id)

    def __iter__(self) -> Iterator[Article]:
        return (self.named(one.id) for one in self.facts)

    def fact(self, article: str) -> Facts | None:
        """Return what is known of an article by its id, ``None`` where there is none."""
        return self._by_id.get(article)

    def named(self, article: str) -> Article:
        """Return an article by its id."""
        if article not in self._kept:
            found = self._read(article)
            while len(self._kept) >= self._most:
                del self._kept[next(iter(self._kept))]
            self._kept[article] = found
        return self._kept[article]

    def only(self, article: str) -> "Articles":
        """Return one article alone, none where there is none of that id."""
        facts = [one for one in self.facts if one.id == article]
        return Articles(facts, self._read, self._kept, self._most)

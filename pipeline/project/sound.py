"""Which articles were found without a fault before, and rest on nothing that has changed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from pipeline.check.recorded import OnDemand
from pipeline.project.crisis_numbers import digest_of_numbers
from pipeline.project.digests import Digests, digest_of
from pipeline.project.facts import Facts, facts_of, from_json, to_json
from pipeline.values.article import Article


@dataclass(slots=True)
class Sound:
    """What is known of articles that were found without any fault, by all that this rests on.

    It is only asked whether there is anything to do: who prints reads and checks the article.
    """

    digests: Digests
    locales: Sequence[str]
    images: Sequence[str]
    crisis_numbers: OnDemand
    _shared: str = ""

    def known(self, names: Iterable[str]) -> dict[str, Facts]:
        """Return the facts of those of some articles that are known, by their files' names."""
        kept = ((name, from_json(self.digests.learnt(self._key(name)))) for name in names)
        return {name: facts for name, facts in kept if facts and facts.path == name}

    def learn(self, articles: Iterable[Article], faulty: Collection[str]) -> None:
        """Keep the facts of those articles that are not among the faulty ones."""
        for article in articles:
            if article.path not in faulty:
                self.digests.learn(self._key(article.path), to_json(facts_of(article)))

    def _key(self, name: str) -> str:
        if not self._shared:
            self._shared = digest_of(
                self.digests.program,
                self.digests.file("source/references.json"),
                digest_of_numbers(self.digests, self.crisis_numbers),
                [[image, self.digests.file(f"source/{image}")] for image in self.images],
                [*self.digests.below("source/languages/").items()],
                self.locales,
            )
        return "article " + digest_of(name, self.digests.file(name), self._shared)

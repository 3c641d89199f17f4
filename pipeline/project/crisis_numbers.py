"""The numbers of all regions' records, read once, and only where a text may have one of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.check.recorded import OnDemand, OnRecord, numbers_on_record
from pipeline.project import Project
from pipeline.project.digests import WORTH, Digests, digest_of
from pipeline.values.region import Region


@dataclass(slots=True)
class CrisisNumbers:
    """The numbers of all regions' records, read when they are first asked for."""

    project: Project
    found: OnRecord | None = None

    def __call__(self) -> OnRecord:
        """Return the numbers as the records have them."""
        if self.found is None:
            self.found = numbers_on_record(_regions(self.project))
        return self.found


def _regions(project: Project) -> Iterator[Region]:
    """Yield the regions whose records can be read; what is wrong with the others is told there."""
    for code in project.region_codes():
        region, _ = project.region(code)
        if region:
            yield region


def digest_of_numbers(digests: Digests, crisis_numbers: OnDemand) -> str:
    """Hash all numbers on record; they are read again only where a region's record has changed."""
    key = "numbers " + digest_of(digests.program, [*digests.below("source/regions/").items()])
    known = digests.learnt(key)
    if not isinstance(known, str):
        known = digest_of(sorted(crisis_numbers().items()))
        digests.learn(key, known, WORTH)  # all regions' records were read for it
    return known

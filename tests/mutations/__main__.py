"""Print what the checks catch: as a table, as a page, or what they miss of one kind."""

import argparse

from tests.conftest import ROOT
from tests.mutations.run import KINDS, markdown, missed, plain, score

PAGE = ROOT / "docs/mutations.md"


def main() -> None:
    """Read the arguments and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description=__doc__)
    parser.add_argument("--markdown", action="store_true", help="as docs/mutations.md")
    parser.add_argument("--write", action="store_true", help="renew docs/mutations.md")
    parser.add_argument("--missed", metavar="KIND", choices=KINDS, help="what is not caught")
    given = parser.parse_args()
    if given.missed:
        print(missed(score(given.missed)))  # noqa: T201
    elif given.write:
        # Counted first and renamed last: what fails on the way leaves the old page whole.
        new = PAGE.with_suffix(".new")
        new.write_text(markdown(), encoding="utf-8")
        new.replace(PAGE)
    elif given.markdown:
        print(markdown(), end="")  # noqa: T201
    else:
        print(plain())  # noqa: T201


if __name__ == "__main__":
    main()

"""Print what the checks catch: as a table, as a page, or what they miss of one kind."""

import argparse
import sys
from difflib import get_close_matches

from tests.conftest import ROOT
from tests.mutations import paper
from tests.mutations.run import KINDS, markdown, missed, missed_on_paper, plain, score

PAGE = ROOT / "docs/mutations.md"


def main() -> None:
    """Read the arguments and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description=__doc__)
    parser.add_argument("--markdown", action="store_true", help="as docs/mutations.md")
    parser.add_argument("--write", action="store_true", help="renew docs/mutations.md")
    parser.add_argument("--missed", metavar="KIND", type=_kind, help="what is not caught")
    given = parser.parse_args()
    if given.missed in KINDS:
        print(missed(score(given.missed)))  # noqa: T201
    elif given.missed:
        print(missed_on_paper(_ON_PAPER[given.missed]))  # noqa: T201
    elif given.write:
        # Counted first and renamed last: what fails on the way leaves the old page whole.
        new = PAGE.with_suffix(".new")
        new.write_text(markdown(_tell), encoding="utf-8")
        new.replace(PAGE)
    elif given.markdown:
        print(markdown(_tell), end="")  # noqa: T201
    else:
        print(plain(_tell))  # noqa: T201


_ON_PAPER = {kind.name: kind for kind in paper.KINDS}


def _kind(name: str) -> str:
    """Return the name of a kind of damage; of an unknown one the near ones are named."""
    known = [*KINDS, *_ON_PAPER]
    if name in known:
        return name
    near = get_close_matches(name, known, 3) or [one for one in known if name in one][:3]
    meant = f"did you mean {' or '.join(map(repr, near))}?" if near else "docs/mutations.md has all"
    raise argparse.ArgumentTypeError(f"there is no kind '{name}': {meant}")


def _tell(text: str) -> None:
    """Say beside the results what is under way: all of it takes minutes."""
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main()

"""Print what the checks catch: as a table, as a page, or what they miss of one kind."""

import argparse

from tests.mutations.run import KINDS, markdown, missed, plain


def main() -> None:
    """Read the arguments and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description=__doc__)
    parser.add_argument("--markdown", action="store_true", help="as docs/mutations.md")
    parser.add_argument("--missed", metavar="KIND", choices=KINDS, help="what is not caught")
    given = parser.parse_args()
    if given.missed:
        print(missed(given.missed))  # noqa: T201
    elif given.markdown:
        print(markdown(), end="")  # noqa: T201
    else:
        print(plain())  # noqa: T201


if __name__ == "__main__":
    main()

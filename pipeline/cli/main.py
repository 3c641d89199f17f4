"""Commands and their options; what they do is imported only when they run."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from pipeline import __version__
from pipeline.values.errors import PolyleafError

_DESCRIPTION = """\
Print one article in every language that a clinic needs, and prove that no sheet has lost a
citation or a crisis number."""

_EPILOG = """\
examples:
  polyleaf pdf es                     the Spanish handout, for the publisher's region
  polyleaf pdf ar --region GB         the Arabic handout with the numbers of the United Kingdom
  polyleaf pdf es --clinic riverside  with a clinic's name, numbers and paper
  polyleaf messages                   bring the catalogs up to date after the article has changed
  polyleaf check                      say what is wrong, without printing

exit status: 0 all is well, 1 something was found, 2 the command could not run, 130 interrupted."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    words = _parser().parse_args(arguments)
    try:
        return _run(words)
    except PolyleafError as error:
        print(f"polyleaf: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("polyleaf: interrupted; no unfinished file was left", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 1


def _run(words: argparse.Namespace) -> int:
    from pipeline.cli import commands

    return int(getattr(commands, words.command)(words))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="polyleaf",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"polyleaf {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (_add_pdf, _add_messages, _add_check, _add_bench, _add_clean):
        add(commands)
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    summary: str,
    description: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=summary, description=description)
    parser.add_argument(
        "--project",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="the folder with source/ and locales/ (default: this folder)",
    )
    return parser


def _add_locales(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "locales",
        nargs="*",
        metavar="LOCALE",
        help="locales such as es or pt_BR (default: all that the project has)",
    )


def _add_pdf(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "pdf",
        "print sheets",
        "Check, typeset and verify sheets, and put those that pass into build/. The path of each "
        "is printed; a locale that is refused leaves no sheet behind and stops no other.",
    )
    _add_locales(parser)
    parser.add_argument(
        "--region",
        default="",
        metavar="CODE",
        help="where the sheet is handed out, such as US or GB; it decides the crisis numbers and "
        "the paper; intl prints no numbers (default: the clinic's, else the publisher's)",
    )
    parser.add_argument(
        "--clinic", default="", metavar="ID", help="a profile of source/clinics/, without .toml"
    )
    parser.add_argument(
        "--paper", default="", metavar="PAPER", help="letter or a4 (default: the region's)"
    )
    parser.add_argument(
        "--edition", default="handout", metavar="NAME", help="the printed form (default: handout)"
    )
    parser.add_argument(
        "--draft",
        action="store_true",
        help="print untranslated passages in English, marked, into a file named …-draft.pdf",
    )


def _add_messages(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "messages",
        "bring catalogs up to date",
        "Write the template catalogs from the articles and bring every locale's catalogs up to "
        "date. What translators wrote is kept; the files that changed are printed.",
    )
    _add_locales(parser)


def _add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "check",
        "say what is wrong, without printing",
        "Check articles, catalogs, regions and clinics, and print every finding with its file and "
        "line.",
    )
    _add_locales(parser)


def _add_bench(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "bench",
        "measure the speed",
        "Run the commands that users wait for several times, and print medians, ratios to the bare "
        "typesetter in the same run, and peak memory. Takes about half a minute.",
    )
    parser.add_argument(
        "locale", nargs="?", default="es", metavar="LOCALE", help="what to print (default: es)"
    )


def _add_clean(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    _command(commands, "clean", "empty build/", "Remove every finished sheet from build/.")

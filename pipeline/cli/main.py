"""Commands and their options; what they do is imported only when they run."""

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from types import FrameType

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
  polyleaf pdf qps qps_Arab           in made-up words that are longer: how the layout bears them
  polyleaf messages                   bring the catalogs up to date after the article has changed
  polyleaf locale fr                  start a language
  polyleaf status                     say how far each language is
  polyleaf check                      say what is wrong, without printing
  polyleaf explain CIT001             say what a finding means and how to mend it

exit status: 0 all is well, 1 something was found, 2 the command could not run, 130 interrupted."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows its number, and no command fails for that.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    words = _parser().parse_args(arguments)
    stopped = _Stopped()
    try:
        with stopped:
            status = _run(words)
            sys.stdout.flush()
            return status
    except PolyleafError as error:
        return _say(f"{error}", 2)
    except KeyboardInterrupt:
        # Where the signal fell into code made from a string, as dataclasses make theirs, CPython
        # remembers it as unhandled and ends the process as if by SIGINT. Other such code clears it.
        exec("")  # noqa: S102
        return _say("interrupted; no unfinished file was left", stopped.status or 130)
    except BrokenPipeError:
        # Whoever read the results has read enough; what is not printed is still built.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        return _say(f"{error.filename or 'output'}: {error.strerror or error}", 2)
    except RecursionError:
        return _say("a text is nested too deeply to be read", 2)
    except Exception:
        # A signal inside a foreign function comes out as an error of that function.
        if stopped.status:
            return _say("interrupted; no unfinished file was left", stopped.status)
        raise


def _say(message: str, status: int) -> int:
    print(f"polyleaf: {message}", file=sys.stderr)
    return status


class _Stopped:
    """Turns the signals that stop a command into one exception, so that all is tidied up."""

    def __init__(self) -> None:
        self.status = 0

    def __enter__(self) -> None:
        self._before = {
            number: signal.signal(number, self._stop) for number in (signal.SIGINT, signal.SIGTERM)
        }

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _stop(self, number: int, _frame: FrameType | None) -> None:
        self.status = 128 + number
        raise KeyboardInterrupt


def _run(words: argparse.Namespace) -> int:
    from pipeline.cli import commands, findings, records

    modules = (records, findings, commands)
    module = next(module for module in modules if hasattr(module, words.command))
    return int(getattr(module, words.command)(words))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="polyleaf",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_project(parser, Path())
    parser.add_argument("--version", action="version", version=f"polyleaf {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (
        _add_pdf,
        _add_layout,
        _add_messages,
        _add_check,
        _add_explain,
        _add_status,
        _add_locale,
        _add_services,
        _add_confirm,
        _add_approve,
        _add_inspect,
        _add_accessibility,
        _add_doctor,
        _add_clean,
    ):
        add(commands)
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    summary: str,
    description: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=summary, description=description)
    # Before the command or after it: the later word wins, and silence changes nothing.
    _add_project(parser, argparse.SUPPRESS)
    return parser


def _add_project(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--project",
        type=Path,
        default=default,
        metavar="DIR",
        help="the folder with source/ and locales/ (default: this folder)",
    )


def _add_today(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--today",
        type=_day,
        default=date.today(),
        metavar="DAY",
        help="the day on which the ages of records are counted, such as 2026-11-23 "
        "(default: today)",
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no day: write 2026-11-23") from None


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
        "--edition",
        default="handout",
        metavar="NAMES",
        help="the printed form: handout (the default), large-print, brochure, bilingual, booklet, "
        "several of them in quotes, or all that make sense",
    )
    parser.add_argument(
        "--force", action="store_true", help="build again what is already built from the same"
    )
    parser.add_argument(
        "--approved",
        action="store_true",
        help="refuse every sheet that may not call itself approved, instead of printing a proof",
    )
    _add_today(parser)
    parser.add_argument(
        "--draft",
        action="store_true",
        help="print untranslated passages in English, marked, into a file named …-draft.pdf",
    )


def _add_layout(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "layout",
        "draw how folded editions lie on paper",
        "Draw panels, pages and folds of the folded editions in their true size, for those who "
        "print and fold them, into build/layout-EDITION-PAPER.pdf.",
    )
    parser.add_argument(
        "editions", nargs="*", metavar="EDITION", help="brochure, booklet (default: both)"
    )
    parser.add_argument("--paper", default="", metavar="PAPER", help="letter or a4 (default: both)")


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
    parser.add_argument(
        "--format",
        default="text",
        choices=("text", "json", "github", "sarif"),
        help="how findings are written: as text for people, or as one document for a program "
        "(default: text)",
    )
    parser.add_argument(
        "--strict", action="store_true", help="let warnings count as errors do: exit status 1"
    )
    _add_today(parser)


def _add_explain(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "explain",
        "say what a finding means",
        "Print what the rules of some codes find, why it matters and how to mend it, with an "
        "example; without a code, list all rules.",
    )
    parser.add_argument("codes", nargs="*", metavar="CODE", help="such as CIT001")
    parser.add_argument("--markdown", action="store_true", help="write the document docs/rules.md")


def _add_status(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "status",
        "say how far each locale is",
        "Print for each article and locale how many words are translated, fuzzy and missing, "
        "whether citations and crisis notes are complete, and what blocks printing.",
    )
    _add_locales(parser)
    _add_today(parser)


def _add_locale(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "locale",
        "start a language",
        "Make the folder and the catalogs of a locale, and say what is still missing before it can "
        "be printed. A locale with a parent, such as es_MX with es, takes its texts over.",
    )
    parser.add_argument("locale", metavar="LOCALE", help="a locale such as fr, pt_BR or zh_Hans")
    _add_today(parser)


def _add_services(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "services",
        "say what is on record of crisis services",
        "Print for each region how many services are on record, how many are confirmed, and how "
        "old the oldest is; or for one region what each prints, rests on and lacks, and which "
        "language's sheet shows it.",
    )
    parser.add_argument("region", nargs="?", default="", metavar="REGION", help="such as US")
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument(
        "--due",
        action="store_true",
        help="list what to confirm next: the older and the more printed, the earlier",
    )
    chosen.add_argument(
        "--markdown", action="store_true", help="write the document docs/regions.md"
    )
    _add_today(parser)


def _add_confirm(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "confirm",
        "record that a person has checked a service",
        "Write into a region's file who has checked one record, how and when. Any later change of "
        "the record voids it.",
    )
    parser.add_argument(
        "record", metavar="REGION/SERVICE", help="such as US/988, or US/emergency for its numbers"
    )
    parser.add_argument("--by", required=True, metavar="NAME", help="who has checked it")
    parser.add_argument(
        "--how", required=True, metavar="WORDS", help='in a few words, such as "called it"'
    )
    _add_on(parser)
    _add_today(parser)


def _add_approve(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "approve",
        "record that a person approves a translation",
        "Write down who approves exactly the words that a sheet shows now: the text, the sheet's "
        "own words, the printed citations and the glossary's terms. Any later change of them voids "
        "it.",
    )
    parser.add_argument("locale", metavar="LOCALE", help="a locale such as es")
    parser.add_argument("--by", required=True, metavar="NAME", help="who approves")
    parser.add_argument(
        "--role",
        required=True,
        choices=("clinician", "editor", "reviser"),
        help="a clinician's approval makes a translation approved, an editor's or a clinician's "
        "the source; a reviser compares a translation with its source",
    )
    parser.add_argument(
        "--article", default="", metavar="ID", help="which article (default: the only one)"
    )
    parser.add_argument(
        "--named",
        action="store_true",
        help="the person agrees that their name stands on the sheet",
    )
    _add_on(parser)
    _add_today(parser)


def _add_on(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--on", type=_day, metavar="DAY", help="the day on which they did so (default: today)"
    )


def _add_inspect(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "inspect",
        "say what a finished PDF is",
        "Say which version a PDF is, whether it is current, altered or withdrawn, and verify what "
        "it prints against the records. Exit status 0 only where it may be handed out.",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.pdf")
    _add_today(parser)


def _add_accessibility(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(
        commands,
        "accessibility",
        "validate finished PDFs",
        "Let veraPDF say whether PDFs conform to PDF/UA-1, by which assistive technology reads "
        "them, and to PDF/A-2a, by which archives keep them. Needs Java; 'make accessibility' "
        "installs it where it may.",
    )
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE.pdf",
        help="what is validated (default: every PDF in build/)",
    )


def _add_doctor(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    _command(
        commands,
        "doctor",
        "say what this computer lacks",
        "Name each missing or too old system library and each missing font, the locales that need "
        "it, and the one command that installs them.",
    )


def _add_clean(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    _command(commands, "clean", "empty build/", "Remove every finished sheet from build/.")

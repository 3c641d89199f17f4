"""Find the command that is asked for, run it, and turn its outcome into an exit status."""

import argparse
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from pipeline import __version__
from pipeline.cli import options
from pipeline.cli.colour import coloured
from pipeline.cli.here import here, settle
from pipeline.cli.outcome import COULD_NOT, FOUND, INTERRUPTED, UNFORESEEN, WELL, Stopped, sentence
from pipeline.cli.parser import Parser
from pipeline.cli.resident import Resident, hand_over
from pipeline.cli.sudo import refuse_sudo
from pipeline.cli.terminal import settle_streams
from pipeline.publish.warm import collect_seldom, leave_all
from pipeline.values.errors import PolyleafError

COMMANDS = (
    "pdf",
    "open",
    "layout",
    "specimen",
    "messages",
    "receive",
    "check",
    "explain",
    "status",
    "locale",
    "services",
    "clinic",
    "list",
    "confirm",
    "review",
    "note",
    "approve",
    "revoke",
    "evidence",
    "release",
    "inspect",
    "accessibility",
    "doctor",
    "clean",
    "serve",
    "completion",
)
"""Each is a module of this folder, in the order in which ``--help`` lists them."""

SERVED = ("pdf",)
"""What is handed to a resident process where there is one."""

OUTWARD = ("open", "accessibility", "doctor", "serve")
"""Commands that start other people's programs, which may need a network, or that others call."""


class Command(Protocol):
    """What the module of a command holds. What it needs to run, it imports when it runs."""

    SUMMARY: str
    DESCRIPTION: str

    def add_options(self, parser: argparse.ArgumentParser, /) -> None:
        """Add what the command takes."""

    def run(self, words: argparse.Namespace, /) -> int:
        """Run the command; return its exit status."""


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
  polyleaf receive agency.zip         take in the catalogs that came back
  polyleaf locale fr                  start a language
  polyleaf status                     say how far each language is
  polyleaf check                      check everything, without printing
  polyleaf explain CIT001             say what a finding means and how to mend it

'polyleaf COMMAND --help' says what a command takes.
exit status: 0 all is well, 1 something was found, 2 the command could not run, 3 something
unforeseen, 130 interrupted; 'polyleaf explain 2' says more."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    settle_streams()
    collect_seldom()
    given = list(sys.argv[1:] if arguments is None else arguments)
    has_own_process = arguments is None or Resident.is_one
    words = argparse.Namespace(project=Path(), has_own_process=has_own_process)
    stopped = Stopped()
    try:
        with stopped:
            status = _run(given, words)
            sys.stdout.flush()
            return status
    except BrokenPipeError:
        # Whoever read the results has read enough; what is not printed is still built.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except KeyboardInterrupt as error:
        # Where the signal fell into code made from a string, as dataclasses make theirs, CPython
        # remembers it as unhandled and ends the process as if by SIGINT. Other such code clears it.
        exec("")  # noqa: S102
        return _say(sentence(error), stopped.status or INTERRUPTED)
    except Exception as error:  # noqa: BLE001 # the last place that can still say something
        if stopped.status:
            # A signal inside a foreign function comes out as an error of that function.
            return _say(sentence(KeyboardInterrupt()), stopped.status)
        if line := sentence(error):
            return _say(line, COULD_NOT)
        return _say(_unforeseen(error, given, words.project), UNFORESEEN)
    finally:
        if has_own_process:
            leave_all()


def _run(given: Sequence[str], words: argparse.Namespace) -> int:
    """Read the words into ``words`` and run the command among them."""
    parser = _parser(COMMANDS if _asks_for_all(given) else ())
    if not given:
        parser.print_help()
        return WELL
    parser.parse_args(given, words)
    settle(under_make=bool(words.make))
    if words.make:
        from pipeline.cli.veneer import read_told, refuse_slips

        refuse_slips(read_told(words.make))
    command = _command(words.command)
    of_command = Parser(
        prog=f"polyleaf {words.command}", description=command.DESCRIPTION, allow_abbrev=False
    )
    # Before the command or after it: the later word wins, and silence changes nothing.
    options.add_project(of_command, argparse.SUPPRESS)
    command.add_options(of_command)
    of_command.refuse_slips(words.rest)
    of_command.parse_args(words.rest, words)
    settle(under_make=bool(words.make), project=words.project)
    refuse_sudo(words.project)
    handed_over = hand_over(given, words.project) if words.command in SERVED else None
    if handed_over is not None:
        return handed_over
    if words.has_own_process and words.command not in OUTWARD and not getattr(words, "cluster", ""):
        from pipeline.publish.executors.fence import close_network

        close_network()
    return command.run(words)


def _asks_for_all(given: Sequence[str]) -> bool:
    """Say whether help is asked for before any command; only then every command is imported."""
    before = [word for word in given if word in COMMANDS or word in {"-h", "--help"}]
    return not given or (bool(before) and before[0] not in COMMANDS)


def _parser(listed: Sequence[str]) -> argparse.ArgumentParser:
    commands = [f"  {name:<15} {_command(name).SUMMARY}" for name in listed]
    parser = Parser(
        prog="polyleaf",
        usage="polyleaf [-h] [--project DIR] [--version] COMMAND …",
        description="\n".join([_DESCRIPTION, "", "commands:", *commands]),
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    options.add_project(parser, Path())
    parser.add_argument("--make", default="", help=argparse.SUPPRESS)
    parser.add_argument("--version", action="version", version=f"polyleaf {__version__}")
    parser.add_argument("command", metavar="COMMAND", help=argparse.SUPPRESS)
    rest = parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    rest.required = False  # else Python 3.11 asks for it by name where no command stands
    return parser


def _command(name: str) -> Command:
    if name not in COMMANDS:
        from pipeline.cli.veneer import CALLED

        near = get_close_matches(CALLED.get(name.casefold(), name.casefold()), COMMANDS, 1)
        meant = f"did you mean '{near[0]}'? " if near else ""
        raise PolyleafError(f"unknown command '{name}': {meant}'polyleaf --help' lists all")
    return cast("Command", import_module(f"pipeline.cli.{name}"))


def _unforeseen(error: Exception, given: Sequence[str], project: Path) -> str:
    from pipeline.cli.unforeseen import write_down

    try:
        file = write_down(error, given, project)
    except OSError as full:
        return f"something unforeseen: {error!r}; no file could be written: {full.strerror}"
    kind = type(error).__name__
    return f"something unforeseen ({kind}); what is known is in {file}"


def _say(message: str, status: int) -> int:
    sys.stderr.write(coloured(f"polyleaf: {here(message)}\n", sys.stderr))
    return status

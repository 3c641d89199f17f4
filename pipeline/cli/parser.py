"""A parser of words that says in one line what is wrong with them, and what was meant."""

import argparse
import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import NoReturn

from pipeline.cli.here import Here
from pipeline.values.errors import PolyleafError

_OF_LANGUAGES = ("-LANG", "--LANG", "--lang", "--language", "--locale", "--locales", "-l")

_DECIDING = ("region", "clinic", "paper", "edition", "beside", "names")
"""What decides which sheet is meant."""


class Parser(argparse.ArgumentParser):
    """Reads the words of a command; a fault is a `PolyleafError`, not a page of usage."""

    def refuse_slips(self, given: Sequence[str]) -> None:
        """Refuse an option without a value, and what decides on a sheet with two.

        Argparse keeps the last: either would print another sheet than the one that was meant.
        """
        takes = {
            name: action
            for action in self._actions
            if action.nargs is None
            for name in action.option_strings
        }
        seen: set[str] = set()
        words = iter(given)
        for word in words:
            name, equals, value = word.partition("=")
            if not (action := takes.get(name)):
                continue
            value = value if equals else next(words, "-")
            if not value.strip() and not action.required:
                raise PolyleafError(f"{name} has no value: write one behind it, or leave it out")
            if action.dest in seen and action.dest in _DECIDING:
                raise PolyleafError(
                    f"{name} stands there twice, and the last alone would count, {value}: write "
                    "it once"
                )
            seen.add(action.dest)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, with the near option where one is unknown."""
        unknown = re.match(r"unrecognized arguments: (-\S+)", message)
        # Python 3.12 writes the choices without quotation marks, Python 3.11 with.
        message = re.sub(r"^argument (?=\S+: (?!invalid choice))", "", message)
        choice = re.match(r"argument (.*): invalid choice: '(.*?)' \(choose from (.*)\)", message)
        lacking = re.match(r"the following arguments are required: (.*)", message)
        if choice:
            names = choice[3].replace("'", "")
            raise PolyleafError(f"{choice[1]}: there is no '{choice[2]}'; use one of {names}")
        if lacking:
            message = f"{self.prog.removeprefix('polyleaf ')} needs {lacking[1]}"
        known = [name for action in self._actions for name in action.option_strings]
        lists = "'make' alone lists" if Here.under_make else f"'{self.prog} --help' says"
        several = re.match(r"unrecognized arguments: ([^-].*)", message)
        if several:
            raise PolyleafError(
                f"'{several[1]}' is too much: name one alone, or put words that belong together "
                f"in quotation marks; {lists} what there is"
            )
        option = unknown[1].partition("=")[0] if unknown else ""
        if option in _OF_LANGUAGES:
            meant = ": a locale stands alone, as in 'polyleaf pdf es';"
        elif near := get_close_matches(option, known, 1):
            meant = f": did you mean {near[0]}?"
        else:
            meant = ";"
        raise PolyleafError(f"{message}{meant} {lists} what there is")

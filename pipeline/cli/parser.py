"""A parser of words that says in one line what is wrong with them, and what was meant."""

import argparse
import re
from difflib import get_close_matches
from typing import NoReturn

from pipeline.cli.here import Here
from pipeline.values.errors import PolyleafError


class Parser(argparse.ArgumentParser):
    """Reads the words of a command; a fault is a `PolyleafError`, not a page of usage."""

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
        near = get_close_matches(unknown[1].partition("=")[0], known, 1) if unknown else []
        meant = f": did you mean {near[0]}?" if near else ";"
        lists = "'make' alone lists" if Here.under_make else f"'{self.prog} --help' says"
        raise PolyleafError(f"{message}{meant} {lists} what there is")

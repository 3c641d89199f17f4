"""A parser of words that says in one line what is wrong with them, and what was meant."""

import argparse
import re
from difflib import get_close_matches
from typing import NoReturn

from pipeline.values.errors import PolyleafError


class Parser(argparse.ArgumentParser):
    """Reads the words of a command; a fault is a `PolyleafError`, not a page of usage."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, with the near option where one is unknown."""
        unknown = re.match(r"unrecognized arguments: (-\S+)", message)
        # Python 3.12 writes the choices without quotation marks.
        message = re.sub(r"\(choose from .*\)", lambda match: match[0].replace("'", ""), message)
        known = [name for action in self._actions for name in action.option_strings]
        near = get_close_matches(unknown[1].partition("=")[0], known, 1) if unknown else []
        meant = f": did you mean {near[0]}?" if near else ";"
        raise PolyleafError(f"{message}{meant} '{self.prog} --help' says what there is")

"""Regular expressions that are compiled when they are first used."""

import gc
import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import pipeline
from pipeline.values import lazy_regex as module
from pipeline.values.lazy_regex import lazy_regex


def test_it_does_what_a_compiled_one_does() -> None:
    year = lazy_regex(r"(?P<year>\d{4}) bc", re.IGNORECASE)
    assert year.sub(r"\g<year>", "in 1024 BC") == "in 1024"
    assert (year.pattern, year.groups) == (r"(?P<year>\d{4}) bc", 1)
    assert lazy_regex(rb"\xff+").fullmatch(b"\xff\xff")


def test_it_is_compiled_once_and_not_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled, really = [], re.compile

    def compiling(pattern: str, flags: int) -> re.Pattern[str]:
        compiled.append(pattern)
        return really(pattern, flags)

    monkeypatch.setattr(re, "compile", compiling)
    word = lazy_regex(r"\w+")
    assert not compiled
    assert (word.findall("two words"), word.split("a b")) == (["two", "words"], ["", " ", ""])
    assert compiled == [r"\w+"]


def test_each_of_the_program_can_be_compiled() -> None:
    for one in walk_packages(pipeline.__path__, "pipeline."):
        if one.name != "pipeline.__main__":
            import_module(one.name)
    found = [one for one in gc.get_objects() if isinstance(one, module._Lazy)]
    assert len(found) > 200
    assert all(one.search for one in found)

"""Versions of libraries are told as Python's own module tells them."""

from importlib import metadata

import pytest

from pipeline.publish.inputs import libraries_of
from pipeline.records.installed import version


def test_versions_are_those_that_libraries_say_of_themselves() -> None:
    libraries = [
        name for name in libraries_of() if name not in ("polyleaf", "pango", "harfbuzz", "zlib")
    ]
    assert {"jinja2", "weasyprint", "citeproc-py"} <= {*libraries}
    for name in libraries:
        assert version(name) == metadata.version(name)


def test_a_library_has_many_spellings() -> None:
    assert version("Markdown.It_Py") == version("markdown-it-py")


def test_what_is_missing_is_told() -> None:
    with pytest.raises(metadata.PackageNotFoundError):
        version("no-such-library")

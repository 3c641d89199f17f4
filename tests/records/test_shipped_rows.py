"""A slip in one of the program's own tables is told with file, line and what to do."""

from collections.abc import Iterator
from importlib import resources

import pytest

from pipeline.records import in_force
from pipeline.records.in_force import shipped, unjudged
from pipeline.records.shipped_rows import shipped_faults
from pipeline.values.errors import PolyleafError

DATA = resources.files("pipeline.records") / "data"
TABLES = sorted(one.name for one in DATA.iterdir() if one.name.endswith(".toml"))

SOMALI = """
[so]
last_and = " iyo "
et_al = " iyo kuwo kale"
before_year = ", "
between_works = "; "
"""

WORDING = """[[so]]
kind = "crime"
pattern = "(x"
why = "It is the language of the courts."
instead = "another word"
"""


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    """Let a table be read anew, and the right one again behind it."""
    for remembered in (shipped, unjudged):
        remembered.cache_clear()
    yield
    for remembered in (shipped, unjudged):
        remembered.cache_clear()


@pytest.mark.parametrize("file", TABLES)
def test_nothing_is_wrong_with_what_is_shipped(file: str) -> None:
    name, text = file.removesuffix(".toml"), (DATA / file).read_text("utf-8")
    assert shipped_faults(name, unjudged(name), file, text) == []


@pytest.mark.parametrize(
    ("table", "row", "line", "told"),
    [
        ("citations", SOMALI.replace('" iyo "', "“ iyo ”"), 3, "replace the curly quotation"),
        ("citations", SOMALI + "[so]\n", 7, "it stands there twice"),
        ("citations", SOMALI.replace("last_and", "last_an"), 3, "did you mean 'last_and'?"),
        ("citations", SOMALI + "lastand = 1\n", 7, "did you mean 'last_and'?"),
        ("citations", SOMALI.replace('", "', "1"), 5, "so.before_year: is not a text"),
        ("citations", SOMALI.replace('" iyo "', '"iyo"'), 3, 'write last_and = " iyo "'),
        ("citations", SOMALI.replace('" iyo k', '"iyo k'), 4, 'et_al = " iyo kuwo kale"'),
        ("citations", SOMALI.replace('", "', '","'), 5, 'write before_year = ", "'),
        ("citations", SOMALI.replace('"; "', '";"'), 6, 'write between_works = "; "'),
        ("citations", SOMALI.replace("[so]", "[Somali]"), 2, "Somali: is not the name of a locale"),
        ("citations", "so = 1\n", 1, "so: is not a table"),
        ("safety", '[so]\npattern = "isdil"\n', 1, "so: is not a list of tables"),
        ("safety", '[[so]]\nkind = "crime"\npatern = "x"\n', 3, "did you mean 'pattern'?"),
        ("safety", WORDING, 3, "is not a regular expression"),
        ("dialling", "[so]\ndigits = 'one two'\n", 2, "so.digits: are not ten words"),
        ("dialling", "[so]\nbefore = 'wac'\n", 2, "so.before: is not a list of texts"),
        ("hours", "[clocks]\nso = 'somali'\n", 2, "clocks.so: 'somali' is unknown"),
        ("words", "[long_date]\nso = 'H:mm'\n", 2, "long_date.so: is not a date"),
        ("words", "[held]\nso = { words = 'u' }\n", 2, "held.so.words: is not a list"),
        ("words", "[longdate]\nso = 'd MMMM y'\n", 2, "did you mean 'long_date'?"),
        ("joiners", "[all.so]\nmiddle = 1\nlast = ' iyo '\n", 2, "all.so.middle: is not a text"),
        ("scripts", "[locales.so]\nline_height = 9\n", 2, "locales.so.line_height: 9 is not"),
        ("scripts", "[families.Lato]\npackages = 'x'\n", 2, "did you mean 'package'?"),
        ("weighty", "[so]\nnegations = 'ma'\n", 2, "so.negations: is not a list of texts"),
        ("surnames", "[so.names]\nBeck = 'Bek'\n", 2, "so.names.Beck: is not a list of texts"),
        ("packages", "a = 1\na = 2\n", 2, "it stands there twice"),
    ],
)
def test_a_slip_is_told_with_its_line(
    table: str, row: str, line: int, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text_of = in_force._text
    monkeypatch.setattr(in_force, "_text", lambda one: row if one == table else text_of(one))
    with pytest.raises(PolyleafError) as refused:
        shipped(table)
    message = str(refused.value)
    assert message.startswith(f"pipeline/records/data/{table}.toml:{line}: ")
    assert told in message


def test_what_nobody_here_can_change_is_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that is installed for all keeps nothing, and would judge at every start."""
    monkeypatch.setattr(in_force, "may_be_changed", lambda _: False)
    monkeypatch.setattr("pipeline.records.kept.sys.dont_write_bytecode", True)
    monkeypatch.setattr(in_force, "_text", lambda _: SOMALI.replace("last_and", "last_an"))
    assert list(shipped("citations")) == ["so"]

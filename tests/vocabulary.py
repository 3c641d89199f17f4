"""The words that the shipped catalogs use, for the check of the language a text is in.

``python -m tests.vocabulary`` writes them into ``pipeline/records/data/vocabulary.toml``. The texts
of `tests/corpus` and of the other projects in the tests are left out: the check is tried on them.
"""

import sys
import unicodedata
from collections import defaultdict
from textwrap import fill

from pipeline.check.likelier import words_in
from pipeline.check.writing import own_scripts, scripts_in
from pipeline.parse.inline import parse_inline
from pipeline.records.language import language_named
from pipeline.records.typography import script_of
from pipeline.values.article import plain_text
from pipeline.values.locale import language_of
from tests.conftest import ROOT
from tests.mutations.catalogs import read_po

TABLE = ROOT / "pipeline/records/data/vocabulary.toml"

WITHOUT_SPACES = ("Hans", "Hant", "Jpan", "Thai", "Khmr")

HEAD = """\
# The words that the shipped catalogs use, and English as their sources have it: for the check that
# a text is in the language of its folder. Written by python -m tests.vocabulary; nothing is added
# by hand. Names are left out, and languages whose words no space parts.
"""


def in_use() -> dict[str, set[str]]:
    """Return the words in use by language."""
    words: dict[str, set[str]] = defaultdict(set)
    for file in sorted(ROOT.glob("locales/*/LC_MESSAGES/*.po")):
        locale = file.parent.parent.name
        for text in read_po(file.read_text(encoding="utf-8"), locale, file.stem):
            words["en"] |= _words(text.source)
            if script_of(locale) not in WITHOUT_SPACES and text.target != text.source:
                own = own_scripts(language_named(locale))
                words[language_of(locale)] |= {
                    word for word in _words(text.target) if own.issuperset(scripts_in(word))
                }
    return words


def _words(text: str) -> set[str]:
    plain = plain_text(parse_inline(text, {}))
    return words_in(unicodedata.normalize("NFC", plain))


def table() -> str:
    """Return the table as a file."""
    rows = (
        f'{name} = """\n{fill(" ".join(sorted(words)), 100, break_long_words=False)}"""\n'
        for name, words in sorted(in_use().items())
    )
    return "\n".join([HEAD, *rows])


def main() -> None:
    """Write the table."""
    TABLE.write_text(table(), encoding="utf-8")
    sys.stdout.write(f"{TABLE.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()

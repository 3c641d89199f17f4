"""What is found while a catalog is read, before any text in it is looked at: described here."""

from pipeline.check.rule import Example, Rule
from pipeline.values.finding import Severity

RULES = (
    Rule(
        code="CAT001",
        name="catalog damaged or not UTF-8",
        why="In another encoding letters turn into others, and a null byte shows that the file has "
        "been cut or mixed up on its way.",
        fix="save it as UTF-8 in the editor that saved it, or get the whole file again",
        bad=Example(source="Sleep", target="Sue\ufffdo"),
        good=Example(source="Sleep", target="Sueño"),
    ),
    Rule(
        code="CAT002",
        name="catalog that cannot be read",
        why="After a slip in the file nobody can say which translation belongs to which text, so "
        "none is used.",
        fix="mend the line that is named, or get the whole file again from the translator",
        bad=Example(
            target='<<<<<<< ours\nmsgstr "Sueño"\n=======\nmsgstr "Dormir"\n>>>>>>> theirs'
        ),
        good=Example(target='msgstr "Sueño"'),
    ),
    Rule(
        code="CAT003",
        name="header missing, or of another language or encoding",
        why="The header says which language the file is in; where it disagrees with its folder, "
        "one locale’s file lies in another’s place.",
        fix="move the file to its locale’s folder, or correct Language and charset",
        bad=Example(source="locales/es/", target='"Language: pt_BR\\n"'),
        good=Example(source="locales/es/", target='"Language: es\\n"'),
    ),
    Rule(
        code="CAT004",
        name="folder that is not a locale",
        severity=Severity.WARNING,
        why="Nothing is printed from such a folder, and whoever translated into it waits for a "
        "sheet in vain.",
        fix="name it in gettext’s form: es, pt_BR, zh_Hans, es_419",
        bad=Example(target="locales/spanish/LC_MESSAGES/"),
        good=Example(target="locales/es/LC_MESSAGES/"),
    ),
    Rule(
        code="CAT005",
        name="catalog missing",
        why="Without its catalog an article cannot be printed in the locale at all.",
        fix="run 'make messages', then translate it",
        bad=Example(source="source/sleep.md", target="locales/es/LC_MESSAGES/sheet.po alone"),
        good=Example(
            source="source/sleep.md",
            target="locales/es/LC_MESSAGES/sheet.po and locales/es/LC_MESSAGES/sleep.po",
        ),
    ),
    Rule(
        code="CAT006",
        name="language that cannot be printed yet",
        why="The program must know how a language writes citations, and with which letters and "
        "lines its script is set. It never guesses, and no other locale waits for it.",
        fix="add the row that is named; docs/adding-a-language.md says how",
        bad=Example(
            source="locales/eo/",
            target="citations.toml without [eo]",
        ),
        good=Example(
            source="locales/eo/",
            target='[eo]\nlast_and = " kaj "\net_al = " k.a."\nbefore_year = ", "\n'
            'between_works = "; "',
        ),
    ),
    Rule(
        code="CAT027",
        name="catalog whose name is not an article’s",
        severity=Severity.WARNING,
        why="Nothing is printed from it. An article was renamed and its translations were not, or "
        "a browser wrote 'sleep (1).po' beside the right one: somebody’s work lies there unread.",
        fix="take it over with 'polyleaf receive FILE', which knows it by its texts, or remove it",
        bad=Example(source="source/sleep.md", target="locales/es/LC_MESSAGES/sleep (1).po"),
        good=Example(source="source/sleep.md", target="locales/es/LC_MESSAGES/sleep.po"),
    ),
)

"""What a rule finds, why, and what to do, in words: for the terminal and for docs/rules.md."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from textwrap import fill

from pipeline.check.rule import Example, Floor, Rule
from pipeline.check.rules import RULES, RULES_BY_CODE, code_now
from pipeline.values.errors import PolyleafError

FAMILIES = {
    "SRC": "the article, its references and publisher",
    "CAT": "catalogs and approvals",
    "REL": "releases",
    "CIT": "citations",
    "SAF": "crisis notes and safety",
    "TXT": "markup and text",
    "TRM": "the glossary",
    "SVC": "records of crisis services",
    "PDF": "the printed sheet",
}
"""What the first three letters of a code stand for, in the order in which they are told."""

_WIDTH = 80

_ESCAPES = {code: f"<U+{code:04X}>" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
"""Direction marks, which an example must show and a page must not obey."""

_SEVERITY = """\
An **error** keeps a sheet from being printed, and `make check` from passing. A **warning** does \
not: it names what a person should look at; `make check STRICT=1` fails on warnings too. \
`make check` finds what is wrong with articles, catalogs and records; what concerns a single \
sheet, such as its approval, its withdrawal and the paper itself, is found when it is built, and \
what breaks a standard for PDFs by `make accessibility`. What a new rule finds in translations \
may be told **on trial** first: nothing fails for it, with `STRICT=1` neither. A rule whose code \
changes keeps the old one as another name. \
`polyleaf explain CODE` prints one of these sections.

Where a finding is wrong about good work, a translator can have it ignored by a comment in the \
catalog, in the entry of that text, with a reason: `# polyleaf: ignore TXT007 the same word in \
Spanish`. It hides that code in that entry and nothing else. Each rule says below how far that \
goes: never (citations, crisis notes and numbers, doses, raw HTML, footnotes, catalogs that are \
not whole), never in a crisis note or the sheet's own words (script, language, links, lengths), or \
wherever a reason is given. A comment without a reason or for a code that cannot be ignored there \
is an error (CAT015), one that hides nothing a warning (CAT014). What is ignored is listed with \
its reason by `make check LANG=…` and `make status` and before an approval. Where a link is to \
lead to another address in a locale, the article says so itself, in its front matter (`links:`)."""


def rules_named(codes: Iterable[str]) -> list[Rule]:
    """Return the rules of some codes, or say which code is unknown and which ones are near."""
    named = []
    for code in codes:
        rule = RULES_BY_CODE.get(code_now(code.upper()))
        if not rule:
            raise PolyleafError(f"unknown code '{code}'; {_near(code.upper())}")
        named.append(rule)
    return named


def _near(code: str) -> str:
    near = get_close_matches(code, RULES_BY_CODE, n=5) or [
        known for known in RULES_BY_CODE if known[:3] == code[:3]
    ]
    if near:
        return f"near: {' '.join(sorted(near))}; 'polyleaf explain' lists all"
    return f"codes begin with {' '.join(FAMILIES)}; 'polyleaf explain' lists all"


def overview() -> str:
    """Return one line for each rule: code, severity and name."""
    return "".join(f"{rule.code}  {rule.told_as:<7}  {rule.name}\n" for rule in _in_order())


def explanation(rule: Rule) -> str:
    """Return what a rule is, as text for a terminal."""
    parts = [
        f"{rule.code}: {rule.name} ({rule.severity})",
        *(_paragraph("", line) for line in _standing(rule)),
        _paragraph("why: ", rule.why),
        _paragraph("fix: ", rule.fix),
        _ignoring(rule),
        "bad:\n" + _indented(rule.bad),
        "good:\n" + _indented(rule.good),
    ]
    return "\n\n".join(parts) + "\n"


def _standing(rule: Rule) -> Iterator[str]:
    """Yield what is to be known of a rule that is new, or has had another code."""
    if rule.trial:
        yield "On trial: what it finds is told, and nothing fails for it."
    if rule.formerly:
        yield f"Formerly {', '.join(rule.formerly)}: comments and policies may still say so."


def _paragraph(word: str, text: str) -> str:
    return fill(
        word + text,
        _WIDTH,
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _indented(example: Example) -> str:
    return "\n".join(f"    {line}".rstrip() for line in _lines(example))


def _lines(example: Example) -> Iterator[str]:
    """Yield both texts as a finding shows them; a text that stands alone as it is."""
    target = example.target.translate(_ESCAPES)
    if not example.source:
        yield from target.splitlines()
        return
    for word, text in (("source: ", example.source), ("here:   ", target or "(nothing)")):
        first, *more = text.splitlines()
        yield word + first
        yield from (" " * len(word) + line for line in more)


_NOT_IN_NOTES = {
    Floor.NEVER: "",
    Floor.OUTSIDE_NOTES: ", but not in a crisis note or the sheet’s own words",
    Floor.REASON: "",
}


def _ignoring(rule: Rule) -> str:
    if rule.may_be_ignored:
        return (
            f"ignore: with a reason{_NOT_IN_NOTES[rule.floor]}, by a comment in the catalog:\n"
            f"    # polyleaf: ignore {rule.code} because …"
        )
    if rule.code.startswith("SAF"):
        return "ignore: never: what protects a reader in danger cannot be switched off"
    return "ignore: cannot be ignored"


def document() -> str:
    """Return docs/rules.md: every rule, by family."""
    parts = [
        "# What Polyleaf finds",
        "<!-- Written by `polyleaf explain --markdown`; a change belongs into "
        "pipeline/check/rules/. -->",
        _SEVERITY,
    ]
    for family, meaning in FAMILIES.items():
        parts.append(f"## {family}: {meaning}")
        parts += [section(rule, "###") for rule in RULES if rule.code.startswith(family)]
    return "\n\n".join(parts) + "\n"


def section(rule: Rule, heading: str = "#") -> str:
    """Return what a rule is, as Markdown."""
    ignored = (
        f"A translator may have it ignored, with a reason{_NOT_IN_NOTES[rule.floor]}: "
        f"`# polyleaf: ignore {rule.code} because …`."
        if rule.may_be_ignored
        else "It cannot be ignored."
    )
    fence = "```"
    while any(fence in text for one in (rule.bad, rule.good) for text in (one.source, one.target)):
        fence += "`"
    blocks = [
        f"{word}:\n\n{fence}text\n" + "\n".join(_lines(example)) + f"\n{fence}"
        for word, example in (("Bad", rule.bad), ("Good", rule.good))
    ]
    return "\n\n".join(
        [
            f"{heading} {rule.code}: {_escaped(rule.name)}",
            f"**{rule.severity.capitalize()}.** {_escaped(rule.why)}",
            *_standing(rule),
            f"To fix: {_escaped(rule.fix)}. {ignored}",
            *blocks,
        ]
    )


def _escaped(text: str) -> str:
    """Return running text whose asterisks, brackets and the like print as they are."""
    return "".join(f"\\{letter}" if letter in "\\*_[]<>`" else letter for letter in text)


def _in_order() -> list[Rule]:
    families = list(FAMILIES)
    return sorted(RULES, key=lambda rule: (families.index(rule.code[:3]), rule.code))

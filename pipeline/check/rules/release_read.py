"""What is found in releases: described here."""

from pipeline.check.rule import Example, Rule
from pipeline.values.finding import Severity

RULES = (
    Rule(
        code="REL001",
        name="release that is not as it was frozen",
        why="A release is printed as approved because nobody can have changed it since; one whose "
        "files, record or keeping was changed by hand, or that is not whole, is not printed.",
        fix="bring the release’s folder back from the version control, or delete it",
        bad=Example(target="a line of source/releases/sleep/1.0/source/sleep.md changed by hand"),
        good=Example(target="the folder as polyleaf release wrote it"),
    ),
    Rule(
        code="REL002",
        name="release held back",
        severity=Severity.WARNING,
        why="Since the release the original has changed in a number, a negation, a dose, an age, "
        "safety wording or a crisis note: the released sheet may tell its reader what is known to "
        "be wrong, so it is not printed before somebody has looked.",
        fix="look at the changes that are named, then keep the release or withdraw it",
        bad=Example(source="Take 5 mg. (version 1.0, released)", target="Take 10 mg. (now)"),
        good=Example(
            source="Sleep helps many of us. (version 1.0, released)",
            target="Sleep helps most of us. (now)",
        ),
    ),
)

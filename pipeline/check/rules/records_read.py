"""What is found in records of publishers, withdrawals, approvals and terms: described here."""

from pipeline.check.rule import Example, Rule
from pipeline.values.finding import Severity

RULES = (
    Rule(
        code="SRC020",
        name="publisher or clinic wrong",
        why="Every sheet says who publishes it, where errors are reported and whose numbers it "
        "prints; a field that is misspelt would quietly count for nothing.",
        fix="correct the field that is named in source/publisher.toml or source/clinics/",
        bad=Example(target='name = "Harbour Clinics"\ncorrection = "sheets@example.org"'),
        good=Example(target='name = "Harbour Clinics"\ncorrections = "sheets@example.org"'),
    ),
    Rule(
        code="SRC021",
        name="withdrawal that withdraws nothing, or everything",
        why="After a slip of the pen the sheet that was meant is printed as before, or every sheet "
        "is forbidden for all time.",
        fix="say which sheets, by version, revision, translation or record, and why and since when",
        bad=Example(
            target='[[withdrawn]]\narticle = "sleep"\nreason = "wrong number"\non = 2026-11-23'
        ),
        good=Example(
            target='[[withdrawn]]\narticle = "sleep"\nversion = "1.0"\nreason = "wrong number"\n'
            "on = 2026-11-23"
        ),
    ),
    Rule(
        code="SRC022",
        name="version that was withdrawn",
        why="Somebody has found a sheet like this one to do harm; the same words must not leave "
        "the press again.",
        fix="mend the article, the translation or the record, so that the sheet is another, then "
        "print it again",
        bad=Example(source='version = "1.0" in source/withdrawn.toml', target='version: "1.0"'),
        good=Example(source='version = "1.0" in source/withdrawn.toml', target='version: "1.1"'),
    ),
    Rule(
        code="SRC023",
        name="review of the article overdue",
        severity=Severity.WARNING,
        why="What was right when it was written may be out of date: after its review-by day no "
        "sheet of the article calls itself approved.",
        fix="look at the text again, set a new day, and have it approved",
        bad=Example(source="today is 2026-11-23", target="review-by: 2026-11-01"),
        good=Example(source="today is 2026-11-23", target="review-by: 2027-11-01"),
    ),
    Rule(
        code="SRC027",
        name="made-up value of an example",
        why="A reader who writes to an address that was made up for an example, or calls its "
        "number, reaches nobody. A value of our own examples is an error under any name but the "
        "example’s. Other numbers and addresses that are kept for examples everywhere, such as "
        "217-555-0142 or sheets@clinic.test, are a warning on a proof. No sheet is approved with "
        "one of them.",
        fix="write your own address or number; a line that is not required can be taken out",
        bad=Example(
            target='name = "Harbour Clinics"\ncorrections = "corrections@polyleaf.example"'
        ),
        good=Example(target="name and corrections as they are on your own door and letters"),
    ),
    Rule(
        code="CAT021",
        name="approval that does not hold",
        why="An approval says who vouches for exactly these words; one that was edited by hand "
        "vouches for nothing.",
        fix="let the same person approve again with 'polyleaf approve', or delete the file",
        bad=Example(
            target='by = "Ana Pérez", typed over another name after the approval was given'
        ),
        good=Example(target="by = \"Ana Pérez\", as 'polyleaf approve' wrote it"),
    ),
    Rule(
        code="CAT022",
        name="credits malformed or for no article",
        why="Nobody may approve a translation of their own, so it must be known who made it: a "
        "person or a machine.",
        fix="correct the field that is named in the locale’s credits.toml",
        bad=Example(target='[[translated]]\nby = "Ana Pérez"\nmachine = true\non = 2026-11-23'),
        good=Example(target='[[translated]]\nby = "Ana Pérez"\non = 2026-11-23'),
    ),
    Rule(
        code="CAT023",
        name="approved by its own translator",
        why="A second pair of eyes is what an approval is for.",
        fix="let another person read and approve it, and delete this file",
        bad=Example(source="translated by Ana Pérez", target="approved by Ana Pérez"),
        good=Example(source="translated by Ana Pérez", target="approved by Luis Gómez"),
    ),
    Rule(
        code="CAT024",
        name="approval of other words, or of a day to come",
        severity=Severity.WARNING,
        why="The text has changed since it was approved, or the approval is dated after today: the "
        "person has not seen what stands there now, and the sheet is a proof.",
        fix="see with 'polyleaf status LOCALE' what changed, and ask the person to approve again",
        bad=Example(source="approved: Duerma bien.", target="Duerma mucho."),
        good=Example(source="approved: Duerma bien.", target="Duerma bien."),
    ),
    Rule(
        code="CAT025",
        name="words that nobody has approved",
        why="Told where an approved sheet is asked for, or where one lies and only a wrong day "
        "makes a proof of it: without every approval of these very words that the publisher’s "
        "policy asks for, a sheet is a proof. A computer’s translation needs a reviser and a "
        "clinician.",
        fix="let the person that is named run 'polyleaf approve LOCALE', or print a proof; where a "
        "day is wrong, set it right",
        bad=Example(target="polyleaf pdf es --approved, before a clinician has approved"),
        good=Example(target="polyleaf pdf es"),
    ),
    Rule(
        code="CAT026",
        name="approval that does not say what the policy asks for",
        severity=Severity.WARNING,
        why="The publisher’s policy wants to know what makes this person fit for the role; until "
        "they say it, the approval does not count.",
        fix="let the person approve again with --qualification and --languages",
        bad=Example(target='role = "reviser"\nby = "Luis Gómez"'),
        good=Example(
            target='role = "reviser"\nby = "Luis Gómez"\nqualification = "sworn translator"\n'
            'languages = ["en", "es"]'
        ),
    ),
    Rule(
        code="SRC026",
        name="policy malformed, or reaching below a floor",
        why="What protects a reader cannot be switched off by a publisher either: citations, "
        "crisis notes, numbers and doses keep their weight.",
        fix="correct the field that is named in source/policy.toml",
        bad=Example(target='[[finding]]\ncode = "CIT001"\nseverity = "warning"\nreason = "…"'),
        good=Example(
            target='[[finding]]\ncode = "TRM002"\nseverity = "ignored"\n'
            'reason = "our readers know the other word"'
        ),
    ),
    Rule(
        code="SRC029",
        name="language data malformed, or reaching below a floor",
        why="A project can say how a language is written and printed, and teach the checks more; "
        "nobody makes them see less of a language that Polyleaf knows.",
        fix="correct the field that is named; docs/adding-a-language.md says what each is",
        bad=Example(target='[dialling]\ncounted = "people", for Spanish'),
        good=Example(target='[dialling]\nbefore = ["comunícate"], for Spanish'),
    ),
    Rule(
        code="TRM001",
        name="glossary that cannot be read",
        why="A row with a slip in it would ask translators for a word that nobody chose.",
        fix="write every row with all the columns, with double quotes around a text that holds a "
        "comma",
        bad=Example(
            target="term,locale,preferred,variants,forbidden,standing,note\n"
            "attachment,es,apego,,,sure,"
        ),
        good=Example(
            target="term,locale,preferred,variants,forbidden,standing,note\n"
            "attachment,es,apego,,,attested,"
        ),
    ),
)

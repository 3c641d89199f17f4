"""What is found over a whole catalog or article, and not in one pair: described here."""

from pipeline.check.rule import Example, Floor, Rule
from pipeline.values.finding import Severity

RULES = (
    Rule(
        code="SAF006",
        name="crisis note not translated",
        why="The note is what a reader in danger must see. A missing, empty or fuzzy one would "
        "leave "
        "a hole in its place, or words that no longer say what the English says.",
        fix="translate it, or compare it with the English and take the mark 'fuzzy' away",
        bad=Example(source="Please talk to someone today.", target=""),
        good=Example(
            source="Please talk to someone today.", target="Por favor, hable hoy con alguien."
        ),
    ),
    Rule(
        code="TXT016",
        name="reader spoken to in two ways",
        severity=Severity.WARNING,
        floor=Floor.REASON,
        why="A sheet that says usted on one line and tú on the next sounds careless, and in some "
        "languages rude.",
        fix="speak to the reader here as the other texts do",
        bad=Example(source="Tell your doctor.", target="Dile a tu médico."),
        good=Example(source="Tell your doctor.", target="Dígale a su médico."),
    ),
    Rule(
        code="TRM004",
        name="one term in two forms",
        severity=Severity.WARNING,
        floor=Floor.REASON,
        why="The glossary allows a second word. A reader who meets both on one sheet takes them "
        "for two things.",
        fix="use one form throughout",
        bad=Example(source="Low mood passes.", target="El decaimiento pasa."),
        good=Example(source="Low mood passes.", target="El ánimo bajo pasa."),
    ),
    Rule(
        code="SAF005",
        name="proof, draft and approved called the same",
        why="Who holds the sheet must see what it is. A proof may not be called by the word for "
        "approved, unless it says that approval is still to come (not approved, to be approved).",
        fix="use three different words for Proof, Draft and Approved",
        bad=Example(source="Proof", target="Aprobada"),
        good=Example(source="Proof", target="Provisional"),
    ),
    Rule(
        code="SAF003",
        name="number typed into the article’s crisis note",
        why="Numbers come from the region’s record. One in the article’s own words would be "
        "printed "
        "everywhere.",
        fix="take it out: numbers come through {services} and {emergency}",
        bad=Example(target="If a life is in danger now, call 911."),
        good=Example(target="If a life is in danger now, call {emergency}."),
    ),
    Rule(
        code="SAF009",
        name="section on suicide without a crisis note",
        why="Whoever reads about suicide while thinking of it needs help on that very page.",
        fix="put a ::: crisis block into the section, before or after the passage",
        bad=Example(target="## Hopelessness\n\nSuicidal thoughts are frequent."),
        good=Example(
            target="## Hopelessness\n\n::: crisis\n### Help is there\n\n{services}\n:::\n\n"
            "Suicidal thoughts are frequent."
        ),
    ),
    Rule(
        code="CIT005",
        name="citation moved to another text",
        why="Each sentence keeps its own source; a work cited one sentence later says "
        "something else.",
        fix="move the code back to its own text",
        bad=Example(
            source="Guilt is frequent [@beck1967]. · It passes.",
            target="La culpa es frecuente. · Pasa [@beck1967].",
        ),
        good=Example(
            source="Guilt is frequent [@beck1967]. · It passes.",
            target="La culpa es frecuente [@beck1967]. · Pasa.",
        ),
    ),
    Rule(
        code="CAT010",
        name="text not translated",
        why="English never slips silently into a translated page: a gap stops the sheet.",
        fix="translate it in the catalog",
        bad=Example(source="Final Thoughts", target=""),
        good=Example(source="Final Thoughts", target="Reflexiones finales"),
    ),
    Rule(
        code="CAT011",
        name="translation marked as fuzzy",
        why="Fuzzy means that nobody vouches for it: the English has changed, or a translator was "
        "not sure.",
        fix="compare it with the English, correct it, and take the mark 'fuzzy' away",
        bad=Example(source="Sleep well.", target="#, fuzzy: Duerma."),
        good=Example(source="Sleep well.", target="Duerma bien."),
    ),
    Rule(
        code="CAT014",
        name="nothing to ignore",
        severity=Severity.WARNING,
        why="A comment that hides a finding which is no longer there would hide the next one.",
        fix="delete the comment",
        bad=Example(target="# polyleaf: ignore TXT005 the language has no emphasis here"),
        good=Example(target="# Ana: is this too formal?"),
    ),
    Rule(
        code="CAT015",
        name="finding that cannot be ignored",
        why="What protects readers in danger is not for a comment to switch off, and what may be "
        "ignored needs a reason that the next translator can read.",
        fix="delete the comment, or give a reason",
        bad=Example(target="# polyleaf: ignore SAF002"),
        good=Example(target="# polyleaf: ignore TXT007 the same word in Spanish"),
    ),
    Rule(
        code="TXT014",
        name="words in a picture without a version in the locale",
        why="No catalog holds the words inside a picture: they would be printed in the article’s "
        "language on every sheet.",
        fix="put a version beside it, with the locale in its name: breathe.es.svg beside "
        "breathe.svg; where the words stay the same, a copy",
        bad=Example(target="breathe.svg says “Breathe in”, and there is no breathe.es.svg"),
        good=Example(target="breathe.es.svg says “Inspire”"),
    ),
)

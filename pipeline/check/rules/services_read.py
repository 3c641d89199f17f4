"""What is found in the records of crisis services: described here."""

from pipeline.check.rule import Example, Rule
from pipeline.values.finding import Severity

_VOUCHED = (
    "It is a warning on a proof, and an error where an approved sheet is asked for with --approved."
)

RULES = (
    Rule(
        code="SVC001",
        name="region’s record that cannot be read",
        why="Crisis numbers are printed from this record and from nowhere else: a field that is "
        "missing, misspelt or malformed could cost a reader the one number that matters.",
        fix="correct the field that is named; docs/regions-and-clinics.md has them all",
        bad=Example(target='kind = "phone"\nnumber = "1-800-273-8255"'),
        good=Example(target='kind = "call"\nnumber = "1-800-273-8255"'),
    ),
    Rule(
        code="SVC002",
        name="file that is named after no region",
        why="A record under another name is never printed, and nobody is told.",
        fix="name it by the code of ISO 3166, such as US.toml or CA-QC.toml",
        bad=Example(target="source/regions/usa.toml"),
        good=Example(target="source/regions/US.toml"),
    ),
    Rule(
        code="SVC003",
        name="number that cannot be",
        why="No telephone there has such a number, so a digit was lost or added on the way from "
        "the source, or it is another country’s.",
        fix="correct it from its source; a number is written as people there dial it",
        bad=Example(target='kind = "call"\nnumber = "1-800-273-82555"'),
        good=Example(target='kind = "call"\nnumber = "1-800-273-8255"'),
    ),
    Rule(
        code="SVC004",
        name="short code with a country’s code",
        why="Short codes are dialled as they are; with the country’s code before them they reach "
        "nobody.",
        fix="write the short code alone",
        bad=Example(target='kind = "call"\nnumber = "+1 988"'),
        good=Example(target='kind = "call"\nnumber = "988"'),
    ),
    Rule(
        code="SVC005",
        name="records that contradict each other",
        why="The same number is said to be good and not to be printed, or two services tell "
        "different hours of it: one of the two is wrong.",
        fix="find out which is true, and correct the other; hold the way back until you know",
        bad=Example(
            target='kind = "call"\nnumber = "988"\n\n[[services.never]]\nnumber = "988"\n'
            'why = "another service"'
        ),
        good=Example(
            target='kind = "call"\nnumber = "988"\n\n[[services.never]]\nnumber = "741741"\n'
            'why = "another service"'
        ),
    ),
    Rule(
        code="SVC006",
        name="key word in a language that is not answered",
        why="Who sends the word gets an answer in another language, or none.",
        fix="correct the language, or add it to languages",
        bad=Example(target='kind = "text"\nnumber = "741741"\nkeywords = { es = "AYUDA" }'),
        good=Example(target='kind = "text"\nnumber = "741741"\nkeywords = { en = "HOME" }'),
    ),
    Rule(
        code="SVC007",
        name="digits in another order than in the source",
        why="Two neighbouring digits that changed places are the slip that the eye forgives, and "
        "the telephone does not.",
        fix="find out which is right; if the source is wrong, add its number to [[services.never]]",
        bad=Example(source="Lifeline, call 988", target='kind = "text"\nnumber = "898"'),
        good=Example(source="Lifeline, call 988", target='kind = "text"\nnumber = "988"'),
    ),
    Rule(
        code="SVC008",
        name="number that the phone library does not know",
        severity=Severity.WARNING,
        why="It may have a digit too few or too many; but the library often misjudges short "
        "numbers, so it is only a warning.",
        fix="count its digits once more",
        bad=Example(source="source/regions/KH.toml", target='kind = "call"\nnumber = "1280"'),
        good=Example(source="source/regions/KH.toml", target='kind = "call"\nnumber = "119"'),
    ),
    Rule(
        code="SVC009",
        name="emergency number without a source",
        severity=Severity.WARNING,
        why="Nobody can check again what nobody has said.",
        fix="find who says so, and add [[emergency.sources]]",
        bad=Example(target='[emergency]\nnumbers = ["911"]'),
        good=Example(
            target='[emergency]\nnumbers = ["911"]\n\n[[emergency.sources]]\n'
            'title = "The regulator’s list"\nkind = "press"'
        ),
    ),
    Rule(
        code="SVC010",
        name="record that nobody has confirmed",
        severity=Severity.WARNING,
        why="A list can be out of date; a person who has asked the service’s office, or the "
        f"authority’s, knows. {_VOUCHED}",
        fix="ask its office or look at its own page, then run 'polyleaf confirm'; nobody calls an "
        "emergency number to check it",
        bad=Example(target="US/988, from a list"),
        good=Example(target="US/988, confirmed with its office by Ana Pérez on 2026-11-20"),
    ),
    Rule(
        code="SVC011",
        name="confirmation that does not hold",
        severity=Severity.WARNING,
        why="The record has been changed since somebody confirmed it, or the confirmation is dated "
        f"after today: it vouches for nothing. {_VOUCHED}",
        fix="ask its office again or look at its own page, then run 'polyleaf confirm'",
        bad=Example(source="confirmed: 988", target="988, then press 2"),
        good=Example(source="confirmed: 988", target="988"),
    ),
    Rule(
        code="SVC012",
        name="confirmation due again",
        severity=Severity.WARNING,
        why="Lines move and close. After half a year it is time to ask once more. " + _VOUCHED,
        fix="ask its office again or look at its own page, then run 'polyleaf confirm'",
        bad=Example(target="confirmed 200 days ago"),
        good=Example(target="confirmed 20 days ago"),
    ),
    Rule(
        code="SVC013",
        name="record older than a year",
        severity=Severity.WARNING,
        why="What was last seen more than a year ago may be plainly wrong. " + _VOUCHED,
        fix="ask its office or look at its own page first of all, then run 'polyleaf confirm'",
        bad=Example(target="its newest source is 1229 days old"),
        good=Example(target="its newest source is 30 days old, and it was confirmed since"),
    ),
    Rule(
        code="SVC014",
        name="crisis number in a clinic’s profile",
        why="A number that has been replaced, or is a crisis line elsewhere, would stand on every "
        "sheet of the clinic as its own. It is an error in the clinic’s region and for "
        "numbers of five digits and more, and a warning where only another region has a shorter "
        "one.",
        fix="write the clinic’s own number; crisis numbers come from the region",
        bad=Example(
            source="1-800-273-8255, which 988 has replaced", target='phone = "1-800-273-8255"'
        ),
        good=Example(
            source="1-800-273-8255, which 988 has replaced", target='phone = "+1 217 555 0142"'
        ),
    ),
    Rule(
        code="SVC015",
        name="number that the record itself contradicts",
        why="One slip of the pen prints another number: 998 under the name 988 Suicide & Crisis "
        "Lifeline. The record’s own names, its numbers written a second time (`stated`), the "
        "numbers of its sources, and what a country’s network has tell it.",
        fix="check the source, and correct the number, the name or the source’s numbers",
        bad=Example(
            source='names = { en = "988 Suicide & Crisis Lifeline" }', target='number = "998"'
        ),
        good=Example(
            source='names = { en = "988 Suicide & Crisis Lifeline" }', target='number = "988"'
        ),
    ),
    Rule(
        code="SVC016",
        name="clinic’s telephone of another region",
        why="A clinic whose telephone is of one country and whose sheet has the crisis numbers of "
        "another has most likely named the wrong region: IL is Israel, and Illinois is in US.",
        fix="write the region in which the clinic is; a number abroad is written with + and its "
        "country’s code",
        bad=Example(target='region = "IL"\nphone = "217-351-0142"'),
        good=Example(target='region = "US"\nphone = "217-351-0142"'),
    ),
    Rule(
        code="SVC017",
        name="clinic’s telephone that is none",
        severity=Severity.WARNING,
        why="A reader who calls it reaches nobody. It is an error where there is no digit at all, "
        "where there are two numbers, which a telephone dials as one, or words, which no reader of "
        "another language understands; and a warning where there are more digits or fewer than a "
        "number of the region has.",
        fix="count its digits, and write it as people there dial it",
        bad=Example(source='region = "US"', target='phone = "217-351-014"'),
        good=Example(source='region = "US"', target='phone = "217-351-0142"'),
    ),
    Rule(
        code="SVC018",
        name="region that may be another than is meant",
        severity=Severity.WARNING,
        why="A state’s letters in an address can be a country’s code, and a region on the command "
        "line takes the place of the clinic’s own. No quiet hides this warning, which is not given "
        "for a code where the clinic has a telephone of that country, and is an error where its "
        "profile or its address says that it is in the state.",
        fix="write the code of the country: US for Illinois",
        bad=Example(source="a clinic in Chicago, IL 60608", target='region = "IL"'),
        good=Example(source="a clinic in Chicago, IL 60608", target='region = "US"'),
    ),
)

"""Whether somebody said who they are and what they did, or pasted an example."""

import re
import unicodedata

from pipeline.values.errors import PolyleafError


def _words(text: str) -> frozenset[str]:
    folded = unicodedata.normalize("NFKC", text).casefold().replace("'", "").replace("’", "")
    return frozenset(re.findall(r"\w+", folded))


_NOBODY = _words(
    """
    a admin administrator an anonymous anybody anyone asdf example first for full here i last
    me my myself n na name no nobody none noone of one our placeholder qwerty sample somebody
    someone surname tbd test tester testing the to todo unknown unnamed us user we xx xxx you
    your
    """
)
"""Words that stand where a name should."""

_EXAMPLES = tuple(
    map(_words, ("John Doe", "Jane Doe", "Joe Bloggs", "Max Mustermann", "Erika Mustermann"))
)
"""Names that stand for anybody."""

_ROLES = _words(
    """
    approver author certified clinic clinical clinician clinicians colleague coordinator
    doctor doctors dr editor editors gp health hospital interpreter licensed manager md
    medical mental mr mrs ms native nurse nurses office officer organisation organization
    person physician physicians prof professor psychiatrist psychologist publisher reader
    registered reviewer reviser senior speaker staff team therapist translator translators
    """
)
"""What somebody is, which does not say who."""

_MACHINES = _words(
    """
    ai automatic automatically bing bot chatbot chatgpt computer copilot deepl engine generated
    google gpt language llm machine microsoft model mt nmt openai papago polyleaf program robot
    script software system translate translation
    """
)
"""Who cannot vouch for anything."""

_EMPTY = _words(
    """
    a active all and answer answered answers are as be been by check checked confirm confirmed
    correct did done double fine found good google googled got have homepage how i in internet is
    it its looked looks me my myself n na no none number numbers of ok okay on online picked
    reached replied right search searched see seen somebody someone spoke still sure tbd test
    tested that the them then there they this through today todo up valid verified voice was we
    web website well words work worked working works xx xxx yes
    """
)
"""Words of a way of checking that nobody could follow up."""

_CALLS = _words(
    """
    call called calling chatted dial dialed dialled emergency hotline line phone phoned rang
    ring service sms telephoned texted tried try
    """
)
"""Words of somebody who rang the very number that they checked."""


def refuse_name(by: str) -> str:
    """Return a person's name with single spaces, or refuse what is no name."""
    given, by = by, " ".join(by.split())
    # The joiners of Persian and Indic names are letters' business, other control characters not.
    plain = by.replace("\u200c", "").replace("\u200d", "")
    if sum(map(str.isalpha, plain)) < 2 or not plain.isprintable():
        raise PolyleafError(f"--by {given!r} is not a name: write the name of whoever did it")
    words = frozenset(word for word in _words(plain) if not word.isdecimal())
    if words <= _NOBODY | _ROLES | _MACHINES or words in _EXAMPLES:
        what = (
            "a program, which can vouch for nothing"
            if words & _MACHINES and words <= _MACHINES | _NOBODY
            else "what somebody is, not who"
            if words & _ROLES
            else "an example, not a name"
        )
        raise PolyleafError(f"--by '{by}' is {what}: write the name of whoever did it")
    return by


def refuse_way(how: str, *, emergency: bool) -> str:
    """Return how somebody checked a record, or refuse words that say nothing.

    A number is never confirmed by ringing it: the call keeps somebody who needs it waiting.
    """
    given, how = how, how.strip()
    plain = how.replace("\u200c", "").replace("\u200d", "")
    if sum(map(str.isalnum, plain)) < 2 or not plain.isprintable():
        raise PolyleafError(f"--how {given!r} says nothing that anybody could follow up")
    words = frozenset(word for word in _words(plain) if not word.isdecimal())
    if words & _CALLS and words <= _CALLS | _EMPTY:
        asked = (
            "nobody calls an emergency number to check it: look at the page that its authority "
            "publishes, or ask the authority's office"
            if emergency
            else "nobody calls a crisis line to check it: ask the office of the service, or look "
            "at its own site"
        )
        raise PolyleafError(f"{asked}; then say in --how what you read or whom you asked")
    if words <= _EMPTY:
        raise PolyleafError(
            f"--how '{how}' says nothing that anybody could follow up: write what you read or "
            "whom you asked"
        )
    return how

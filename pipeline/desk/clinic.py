"""Starting a clinic's profile: ``polyleaf clinic``."""

import re
import tomllib
from pathlib import Path

from pipeline.project import Project, disk
from pipeline.records.naming import in_plain_letters
from pipeline.records.publisher import LONGEST_ID, read_clinic
from pipeline.records.table import toml_value
from pipeline.values.errors import PolyleafError

FIELDS = (
    ("address", '["…", "…"]', "Your address: each line of it between quotation marks."),
    ("phone", '"…"', "The number on which patients reach you."),
    ("second_name", '"…"', "Whom a second number reaches, such as a ward at night ..."),
    ("second_phone", '"…"', "... and that number: the two go together."),
    ("interpreter", '"…"', "A number to ask for an interpreter; without it: please ask us."),
    ("hours", '"…"', "When you are open, as it is on your door."),
    ("email", '"…"', "Your e-mail address."),
    ("website", '"https://…"', "Your website."),
    ("lines", '{ es = "…", vi = "…" }', "A line for readers of a language, such as: we speak it."),
    (
        "logo",
        '"images/….png"',
        "Your logo: an SVG, PNG or JPEG in source/images/ ...",
    ),
    ("logo_alt", '"…"', "... and what it says, for those who cannot see it."),
    ("region", '"…"', "The code of the country whose crisis numbers you print, such as US."),
    ("paper", '"letter"', 'Or "a4"; without it, the paper of the region.'),
    ("accent", '"#1f4e5f"', "A dark colour for titles and rules."),
    ("sheet_address", '"https://…/{article}-{locale}"', "Where your sheets lie on the web."),
)
"""Each field but the name: how it is written, and what belongs there."""

_HEAD = """\
# What your sheets say of you. docs/a-clinic.md shows each line as it prints.
# To use a line, take the # before it away, and write your own in place of every … in it.

name = {name}
"""


def start_clinic(project: Project, name: str, id_: str = "") -> Path:
    """Write a profile that has a clinic's name and, behind #, every other field; return its file.

    Nothing that lies there is written over.
    """
    name = " ".join(name.split())
    if not any(map(str.isalpha, name)):
        raise PolyleafError(f"'{name}' is not a clinic's name: write what is on your door")
    if name.endswith(".toml"):
        raise PolyleafError(f"'{name}' is a file's name: write the clinic's, which is on your door")
    id_ = id_ or _id_of(name)
    text = profile_of(name)
    file = project.clinic_file(id_)
    _, findings = read_clinic(tomllib.loads(text), project.name(file), id_)
    if findings:
        first = findings[0]
        raise PolyleafError(f"{first.message}: {first.fix}; --id gives the file another name")
    if disk.exists(file):
        raise PolyleafError(
            f"{project.name(file)} is there already: open it in an editor, or give the new one "
            "another name with --id"
        )
    disk.write_files(project.root, {file: text.encode()})
    return file


def profile_of(name: str) -> str:
    """Return the profile of a clinic of which nothing but the name is known."""
    fields = "".join(f"\n# {what}\n# {field} = {form}\n" for field, form, what in FIELDS)
    return _HEAD.format(name=toml_value(name)) + fields


def _id_of(name: str) -> str:
    """Return the name of a clinic's file: Latin letters of its own name, whole words of them."""
    plain = in_plain_letters(name)
    found = ""
    for word in re.findall("[a-z0-9]+", plain.replace("'", "")):
        longer = f"{found}-{word}".removeprefix("-")
        if len(longer) > LONGEST_ID:
            break
        found = longer
    if not found:
        raise PolyleafError(
            f"'{name}' gives no name for a file, which takes the letters a to z: add one with --id"
        )
    return found

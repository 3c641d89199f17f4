"""Ask the machine that this runs on which libraries load and which fonts it has."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.doctor.needs import Need
from pipeline.publish.executors.fence import can_close_files, can_close_network
from pipeline.typeset.fonts import font_set
from pipeline.typeset.scratch import scratch_folder
from pipeline.values.errors import PolyleafError

_PATIENCE = 10
"""Seconds after which a library that does not finish loading counts as one that does not load."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Probes:
    """How the machine is asked."""

    libraries: Callable[[Sequence[Need]], Mapping[str, str]]
    """Returns the versions of the libraries that load, by name; empty where one does not tell."""
    families: Callable[[Sequence[str]], frozenset[str] | None]
    """Returns those of the families that are installed; None where fontconfig cannot tell."""
    which: Callable[[str], str | None]
    """Returns where a command lies."""
    fence: Callable[[], tuple[bool, bool]] | None = None
    """Says whether workers can be kept from the network, and from other files; None where nobody
    asks."""


def this_machine() -> Probes:
    """Return the probes of the machine that this runs on."""
    return Probes(
        libraries=_loaded_libraries,
        families=_installed_families,
        which=shutil.which,
        fence=lambda: (can_close_network(), can_close_files()),
    )


_LOAD = """
import ctypes, ctypes.util, sys

def load(names):
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            pass

call, *names = sys.argv[1:]
# WeasyPrint loads through cffi, which looks for a plain name as the linker does. That takes
# long, so it comes last, and without the names that would begin with lib twice.
plain = [name for name in names if not name.startswith("lib")]
library = load(names) or load(filter(None, map(ctypes.util.find_library, plain)))
if not library:
    sys.exit(1)
tell = getattr(library, call, None) if call else None
if tell and call.endswith("_string"):
    tell.restype = ctypes.c_char_p
    print(tell().decode())
elif tell:
    number = tell()
    print(f"{number // 10000}.{number // 100 % 100}.{number % 100}")
"""
"""Loads a library by the first of several names that works, and prints its version.

A program of its own, so that a library that crashes takes nothing else down.
"""


def _loaded_libraries(needs: Sequence[Need]) -> dict[str, str]:
    """Load each library in a process of its own, all at once."""
    processes = {
        need.name: subprocess.Popen(
            # Isolated and without site packages: it starts faster, and loads what the system has.
            [sys.executable, "-I", "-S", "-c", _LOAD, need.version_call, *need.files],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        for need in needs
    }
    answers = {name: _answer(process) for name, process in processes.items()}
    return {name: answer for name, answer in answers.items() if answer is not None}


def _answer(process: subprocess.Popen[str]) -> str | None:
    """Return what a process printed; None where it failed, crashed or did not end."""
    with process:
        try:
            output, _ = process.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            return None
    return None if process.returncode else output.strip()


def _installed_families(families: Sequence[str]) -> frozenset[str] | None:
    """Ask fontconfig as a build does, so that both see the same folders."""
    with scratch_folder() as folder:
        if _has(families, folder):
            return frozenset(families)
        # Of no family none is missing: this fails only where fontconfig itself does.
        if not _has((), folder):
            return None
        return frozenset(family for family in families if _has([family], folder))


def _has(families: Sequence[str], folder: Path) -> bool:
    try:
        font_set(families, folder)
    except PolyleafError:
        return False
    return True

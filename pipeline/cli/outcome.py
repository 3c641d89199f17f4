"""What becomes of a command: its exit status, and the one line where it could not do its work."""

import errno
import re
import signal
import textwrap
from dataclasses import dataclass
from types import FrameType

from pipeline.values.errors import PolyleafError


@dataclass(frozen=True, slots=True, kw_only=True)
class ExitStatus:
    """What an exit status says, and what to do then."""

    status: int
    name: str
    meaning: str
    remedy: str


WELL, FOUND, COULD_NOT, UNFORESEEN, INTERRUPTED, TERMINATED = 0, 1, 2, 3, 130, 143

EXIT_STATUSES = (
    ExitStatus(
        status=WELL,
        name="all is well",
        meaning="The command did what was asked, and found nothing that must be mended. Warnings "
        "may have been told.",
        remedy="Nothing to do.",
    ),
    ExitStatus(
        status=FOUND,
        name="something was found",
        meaning="An article, a catalog or a record has an error, so a sheet was refused; or "
        "`inspect` says that a PDF may not be handed out (with `--approved`: not to patients); or "
        "`doctor` misses something; or "
        "`accessibility` names a file that does not conform. With `--strict`, a warning is enough.",
        remedy="Each finding names the file, the line and what to do.",
    ),
    ExitStatus(
        status=COULD_NOT,
        name="the command could not run",
        meaning="A word on the command line names nothing, a folder is not a project, a file "
        "cannot be read or written, the disk is full, or memory ran out. Nothing is half done.",
        remedy="The one line on the terminal says what to change.",
    ),
    ExitStatus(
        status=UNFORESEEN,
        name="something unforeseen",
        meaning="Polyleaf has a fault that nobody foresaw. Nothing is half done.",
        remedy="The line on the terminal names a file, `build/polyleaf-error.log` where that can "
        "be written, with all that is known. Read it, take out what is private, and "
        "send it to whoever looks after Polyleaf.",
    ),
    ExitStatus(
        status=INTERRUPTED,
        name="interrupted",
        meaning="Somebody pressed Ctrl-C. What was finished stays; no unfinished file is left.",
        remedy="Run the command again: what is finished is not built twice.",
    ),
    ExitStatus(
        status=TERMINATED,
        name="terminated",
        meaning="The system or another program ended the command with SIGTERM. What was finished "
        "stays; no unfinished file is left.",
        remedy="Run the command again.",
    ),
)


def exit_status(status: int) -> ExitStatus | None:
    """Return what an exit status says; None where no command ends with it."""
    return next((one for one in EXIT_STATUSES if one.status == status), None)


def explanation(one: ExitStatus) -> str:
    """Return what an exit status says as text for a terminal."""
    texts = (text.replace("`", "'") for text in (one.meaning, one.remedy))
    told = (textwrap.fill(text, 98, initial_indent="  ", subsequent_indent="  ") for text in texts)
    return "\n".join([f"exit status {one.status}: {one.name}", *told]) + "\n"


def document() -> str:
    """Return ``docs/exit-status.md``."""
    parts = [
        "# Exit statuses\n\n"
        "Every command ends with one of these, so that a script can tell them apart. "
        "`polyleaf explain 2` says what one means. Under `make`, a status other than 0 is printed "
        "as `Error 1` and so on, and make itself ends with 2.\n"
    ]
    parts += [
        f"## {one.status}: {one.name}\n\n{one.meaning}\n\n{one.remedy}\n" for one in EXIT_STATUSES
    ]
    parts.append("`polyleaf explain --exit-statuses` writes this page.\n")
    return "\n".join(parts)


class Stopped:
    """Turns the signals that stop a command into one exception, so that all is tidied up."""

    def __init__(self) -> None:
        self.status = 0

    def __enter__(self) -> None:
        self._before = {
            number: signal.signal(number, self._stop) for number in (signal.SIGINT, signal.SIGTERM)
        }

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _stop(self, number: int, _frame: FrameType | None) -> None:
        self.status = 128 + number
        raise KeyboardInterrupt


FULL_DISK = "the disk is full: make room and run the command again; nothing is half written"


_NO_ROOM = ("failed to map segment", "cannot allocate memory", "can't start new thread")
"""What loaders of libraries and starters of threads say where there is no memory for one."""


_LOST = re.compile("without (exception set|setting an exception)")
"""What is left of an error for which there was no memory itself."""


def _is_limited() -> bool:
    """Say whether this process may have only so much memory."""
    try:
        import resource
    except ImportError:  # a system without such limits
        return False
    return resource.getrlimit(resource.RLIMIT_AS)[0] != resource.RLIM_INFINITY


def _is_out_of_memory(error: BaseException) -> bool:
    """Say whether an error, or what it came of, is that memory ran out."""
    seen: list[BaseException] = []
    while error not in seen:
        told = str(error).lower()
        is_loading = isinstance(error, OSError | ImportError | RuntimeError)
        if isinstance(error, MemoryError) or getattr(error, "errno", 0) == errno.ENOMEM:
            return True
        if is_loading and any(words in told for words in _NO_ROOM):
            return True
        if isinstance(error, SystemError) and _LOST.search(told) and _is_limited():
            return True
        seen.append(error)
        error = error.__cause__ or error.__context__ or error
    return False


def sentence(error: BaseException) -> str:
    """Say in one line what kept a command from running; empty where nobody foresaw it."""
    match error:
        case PolyleafError():
            return str(error)
        case KeyboardInterrupt():
            return "interrupted; no unfinished file was left"
        case _ if _is_out_of_memory(error):
            return (
                "memory ran out: close other programs, or name fewer locales, and run the command "
                "again; nothing is half written"
            )
        case ModuleNotFoundError() if error.name and not error.name.startswith("pipeline"):
            return (
                f"the installation is damaged: it lacks {error.name}; remove the folder .venv and "
                "type the same with make, or install polyleaf again"
            )
        case RecursionError():
            return "a text is nested too deeply to be read"
        case OSError() if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return FULL_DISK
        case OSError():
            return f"{error.filename or 'output'}: {error.strerror or error}"
        case _:
            return ""

"""What a worker can reach: no network, and no files but those of its work, as far as Linux lets us.

What a worker handles may come from strangers. Where the system knows neither Landlock nor filters
of calls, the program alone keeps to this.
"""

from dataclasses import dataclass

from pipeline.publish.executors import landlock, seccomp


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The files that a process may reach: paths, each with all that lies beneath it."""

    reads: tuple[str, ...] = ()
    runs: tuple[str, ...] = ()
    """Where programs and libraries lie: what may be read, and run."""
    changes: tuple[str, ...] = ()
    """Where files may be made, written, renamed and removed."""


def can_close_network() -> bool:
    """Say whether this system can keep a process from the network; Landlock alone closes TCP."""
    return seccomp.can_filter()


def can_close_files() -> bool:
    """Say whether this system can keep a process from other files."""
    return landlock.version() >= landlock.WITH_FILES


def close_network() -> bool:
    """Keep this process, and all that is started from it, from the network for good.

    Return whether it is; where calls cannot be filtered, it is kept from TCP alone, if Linux can.
    To be called before there is another thread.
    """
    landlock.close_tcp()
    return seccomp.close_sockets()


def close_files(reach: Reach) -> bool:
    """Keep this thread, and all that is started from it, from other files for good.

    Return whether it is. What is open already stays open.
    """
    return landlock.close_files(
        [
            *((path, landlock.READ) for path in reach.reads),
            *((path, landlock.RUN) for path in reach.runs),
            *((path, landlock.CHANGE) for path in reach.changes),
        ]
    )

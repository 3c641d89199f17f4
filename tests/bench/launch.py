"""Run a command and print what it took: its status, memory, and seconds of processors and clock.

It is a small process of its own: what a command is told to have had in memory is at least what
whoever started it has.
"""

import os
import sys
import time


def main() -> None:
    """Run the command without its output; the memory is the peak of one process, in KiB."""
    begin = time.perf_counter()
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606 - commands of our own
    _, status, usage = os.wait4(child, 0)
    seconds, work = time.perf_counter() - begin, usage.ru_utime + usage.ru_stime
    print(status, usage.ru_maxrss, work, seconds)


if __name__ == "__main__":
    main()

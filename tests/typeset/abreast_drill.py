"""Drills for a sheet made by two processes: ``python -m tests.typeset.abreast_drill NAME``.

Each needs a process of its own, without the threads of Pango and of whoever runs the tests.
"""

import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pipeline.typeset import copies
from pipeline.typeset.abreast import Copy, SetThereError, abreast

PAGE = "@page { size: 200px 300px; margin: 0 }\n"
LINES = ":root { --air: 1; }\np { line-height: calc(20px * var(--air)); margin: 0 }\n"


def say(*words: object) -> None:
    """Say at once what the test is to hear."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def choice(there: float, here: float) -> Callable[[Copy | None], str]:
    """Return work whose better half is the one that wastes less, and that says who did it."""

    def make(copy: Copy | None) -> str:
        if copy and copy.is_here:
            copy.tell(there, 12.0)
            return f"there, in {os.getpid()}"
        told = copy.wasted() if copy else None
        if told and told[0] < here:
            raise SetThereError
        return f"here, in {os.getpid()}, beside {told}"

    return make


def better_there() -> None:
    """Print who does what the copy does better."""
    say(abreast(choice(0.25, 1.0)).replace(str(os.getpid()), "us"))


def better_here() -> None:
    """Print who does what is better done here, and whether a child is left."""
    say(abreast(choice(1.0, 0.25)).replace(str(os.getpid()), "us"))
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        say("alone")


def dies() -> None:
    """Print what becomes of work whose copy dies before it has said anything, and after."""

    def make(copy: Copy | None) -> str:
        if copy and copy.is_here:
            os.kill(os.getpid(), signal.SIGKILL)
        return f"wasted: {copy.wasted()}" if copy else "alone"

    def make_late(copy: Copy | None) -> str:
        if copy and copy.is_here:
            copy.tell(0.0, 0.0)
            raise ValueError
        if copy and copy.wasted() == (0.0, 0.0):
            raise SetThereError
        return "alone"

    say(abreast(make), abreast(make_late))


def hangs() -> None:
    """Print what becomes of work whose copy says nothing."""
    copies.PATIENCE = 0.1

    def make(copy: Copy | None) -> str:
        if copy and copy.is_here:
            time.sleep(600)
        return f"wasted: {copy.wasted()}" if copy else "alone"

    say(abreast(make))


def fails() -> None:
    """Print what is raised here where both fail."""

    def make(copy: Copy | None) -> str:
        raise KeyError("there" if copy and copy.is_here else "here")

    try:
        abreast(make)
    except KeyError as error:
        say(error)


def orphan() -> None:
    """Die while the copy is at work; its number is printed before."""

    def make(copy: Copy | None) -> str:
        if copy and copy.is_here:
            say(os.getpid())
            time.sleep(600)
        time.sleep(1)
        os.kill(os.getpid(), signal.SIGKILL)
        return ""

    abreast(make)


def beside() -> None:
    """Print who does what is asked for on the side, with something large to work on."""
    large = "x" * 1_000_000

    def work(value: str) -> str:
        return f"{len(value)} in {os.getpid()}".replace(str(here), "us")

    here = os.getpid()
    with copies.aside(work) as begin:
        ended = begin(large)
        say(ended())
    with copies.aside(work, is_wanted=False) as begin:
        say(begin(large)())
    with copies.aside(work) as begin:
        pass
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        say("alone")


def beside_nobody() -> None:
    """Print what becomes of work whose copy fails, dies before it is told, or hears nothing."""
    copies.PATIENCE = 0.1
    here, made, fork = os.getpid(), [0], os.fork

    def forked() -> int:
        made[0] = fork()
        return made[0]

    os.fork = forked

    def fail(value: int) -> str:
        if os.getpid() != here:
            raise ValueError
        return f"{value} here"

    def rest(value: str) -> str:
        if os.getpid() != here:
            time.sleep(600)
        return f"{len(value)} here"

    with copies.aside(fail) as begin:
        say(begin(1)())
    with copies.aside(fail) as begin:
        os.kill(made[0], signal.SIGKILL)
        say(begin(2)())
    with copies.aside(rest) as begin_rest:
        say(begin_rest("x")())
    with copies.aside(rest) as begin_rest:
        os.kill(made[0], signal.SIGSTOP)
        say(begin_rest("x" * 1_000_000)())


def page() -> None:
    """Set a page in two airs, with a copy and without; print settings here and whether it is one.

    The first air leaves its last page to one line.
    """
    from pipeline.typeset import engine
    from pipeline.typeset.fonts import font_set
    from pipeline.typeset.manuscript import Manuscript
    from pipeline.values.sheet import Form, Layout

    form = Form(layout=Layout(), pages=LINES, airs=(0.9,))
    body = "<p>a text of some words</p>" * int(sys.argv[2])
    html = (
        f"<!doctype html><html lang='en'><head><title>t</title><style>{PAGE}{LINES}"
        f"body {{ font: 12px Lato; margin: 0 }}</style></head><body>{body}</body></html>"
    )
    settings = []
    render = Manuscript.render

    def counted(self: Manuscript, style: str, *given: object, is_trial: bool) -> object:
        settings.append(style)
        return render(self, style, *given, is_trial=is_trial)  # type: ignore[arg-type]

    Manuscript.render = counted  # type: ignore[method-assign, assignment]
    with tempfile.TemporaryDirectory() as folder:
        fonts = font_set(["Lato"], Path(folder))
        engine.warm_up()
        both = engine.typeset(html, fonts, "x.pdf", [form], at_once=True)
        count = len(settings)
        alone = engine.typeset(html, fonts, "x.pdf", [form])
        again = engine.typeset(html, fonts, "x.pdf", [form], at_once=True)
    say(both == alone == again, both.pages, count, len(settings) - count)


DRILLS = (
    better_there,
    better_here,
    dies,
    hangs,
    fails,
    orphan,
    beside,
    beside_nobody,
    page,
)


if __name__ == "__main__":
    next(one for one in DRILLS if one.__name__ == sys.argv[1])()

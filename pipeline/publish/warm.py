"""What a worker loads before its first sheet, the slowest first, and how seldom it tidies up."""

import gc

SELDOM = 300_000, 20, 100
"""How many objects are made before those that refer to each other are looked for.

A sheet makes some two hundred thousand that are kept until it is done. To look through them at each
seven hundred, as Python 3.11 does, took 0.28 of 3.6 processor seconds; at each hundred thousand
0.05 of 2.5; so seldom, none.
"""


def warm_up() -> None:
    """Load what sheets will need; what is missing is reported when it is used.

    WeasyPrint takes as long to import as a sheet takes to lay out.
    """
    collect_seldom()
    gc.disable()
    from pipeline.typeset import engine
    from pipeline.verify import page

    engine.warm_up()
    page.warm_up()
    from pipeline.publish import printing, run  # noqa: F401 - the import is what is wanted

    gc.freeze()  # what is loaded stays to the end, and is not looked through again
    gc.enable()


def collect_seldom() -> None:
    """Let Python look seldom for objects that only refer to each other."""
    gc.set_threshold(*SELDOM)


def leave_all() -> None:
    """Let the interpreter end without a last look through all objects: 0.15 seconds for a sheet."""
    gc.freeze()

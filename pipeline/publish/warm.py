"""What a worker loads before its first sheet, the slowest first."""


def warm_up() -> None:
    """Load what sheets will need; what is missing is reported when it is used.

    WeasyPrint takes as long to import as a sheet takes to lay out.
    """
    from pipeline.typeset import engine
    from pipeline.verify import page

    engine.warm_up()
    page.warm_up()
    from pipeline.publish import run  # noqa: F401 - the import is what is wanted

"""The one exception that ends a command."""


class PolyleafError(Exception):
    """Say in one line what keeps a command from running and what to do; exit status 2.

    What is wrong with a text is a `Finding`, not this.
    """

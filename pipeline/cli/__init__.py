"""The command line: ``polyleaf``, or ``python -m pipeline``."""

from pipeline.cli.main import main

__all__ = ["main"]

"""The web pages in a browser: a step of its own, ``python -m tests.browser``."""

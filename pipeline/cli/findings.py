"""The command about findings: explain."""

import argparse
import sys

from pipeline.values.errors import PolyleafError


def explain(words: argparse.Namespace) -> int:
    """Print what a rule finds, why, and what to do."""
    from pipeline.check.explain import document, explanation, overview, rules_named

    codes = [code for word in words.codes for code in word.split()]
    if words.markdown and codes:
        raise PolyleafError("--markdown writes the document of all rules: name no code with it")
    if words.markdown:
        sys.stdout.write(document())
    elif codes:
        sys.stdout.write("\n".join(map(explanation, rules_named(codes))))
    else:
        sys.stdout.write(overview())
    return 0

"""Damage, done to every unit of every shipped catalog: does a check see it?

Nothing here uses the parsers that the rules use: a fault of theirs would hide itself.
"""

"""What a sheet says from its first word to its last, worked out from plan and locale.

It is the second of two books. The templates say what is printed; the modules here say the same
from the same records by a way of their own, and the finished paper is read against them. Each
template has its counterpart: who changes the words or the order in ``templates/blocks.html``
changes ``passages/blocks.py`` too, else every sheet is refused.
"""

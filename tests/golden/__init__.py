"""One folder a code: what is changed in the stock project, and the findings that it must bring.

A folder holds files that stand in place of the stock's, or changes that ``changes.toml`` names:

- ``[[run]]`` with ``command``: a command on the stock, before anything is changed;
- ``[[replace]]`` with ``path``, ``old`` and ``new``: the text ``old`` stands there exactly once;
- ``[[write]]`` with ``path`` and ``text``, and ``[[delete]]`` with ``path``, a file or a folder;
- ``[[encode]]`` with ``path`` and ``encoding``: the file is saved in another encoding than UTF-8;
- ``[build]`` with ``command``: what is run instead of ``check --verbose``;
- ``[paper]`` with ``html_old``, ``html_new`` and ``families``: the stock's Spanish sheet is typeset
  with a piece of its HTML changed and further fonts at hand, and judged; folders with the same
  number ``sheet`` change one sheet, none of them what another's code is told of;
- ``[validate]`` with ``file``: veraPDF validates this PDF of the folder, which keeps its standard
  but for one thing; this needs Java.

``expected.txt`` has the findings of the folder's code as the command prints them. After a change of
the words of a finding, ``python -m tests.golden --update`` writes them anew; read the difference.
"""

"""Whatever is read may be anything: each reader answers with a value or findings, and no fault.

A few seconds of it belong to every run of the tests. ``.ci/fuzz`` tries 1,500 texts for each
reader, and ``FUZZ=20000 .ci/fuzz`` so many.
"""

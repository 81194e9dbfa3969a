"""api/v1/: what is held, as JSON for other programs, with a schema of each file.

`v1` keeps its fields: tests hold the shapes against what was published.
"""

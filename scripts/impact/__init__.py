"""What two states of content/ tell differently, told as text, as Markdown and as a record.

Everything is computed by the programs of today: only the content differs.
"""

"""Passages of the site that content names by their addresses."""

import re

from markupsafe import Markup


def link(passage: str, root: str) -> Markup:
    """Write a passage as a link."""
    return Markup('<a href="{}">{}</a>').format(root + passage, named(passage))


def named(passage: str) -> str:
    """Write an address as words: codes/97530/#modifiers is codes, 97530, modifiers."""
    if re.fullmatch(r"sources/[^/]+/", passage):
        return "the source"  # its key says less than its title, which stands beside it
    return ", ".join(part.replace("-", " ") for part in re.split(r"[/#]+", passage) if part)

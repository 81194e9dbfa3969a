"""Passages of the site that content names by their addresses, and those not written yet."""

import re

from markupsafe import Markup, escape

# Passages that content names and nobody has written yet. Each is shown as words, and becomes a
# link once it is struck out here; a test of the site tells which ones are there by now.
AWAITED = frozenset(
    {
        "codes/97530/#modifiers",
        "diagnoses/",
        "examples/",
        "exclusions/",
        "pcs/",
    }
)


def link(passage: str, root: str) -> Markup:
    """Write a passage as a link, or as words alone while it is awaited."""
    if passage in AWAITED:
        return escape(named(passage))
    return Markup('<a href="{}">{}</a>').format(root + passage, named(passage))


def named(passage: str) -> str:
    """Write an address as words: codes/97530/#modifiers is codes, 97530, modifiers."""
    if re.fullmatch(r"sources/[^/]+/", passage):
        return "the source"  # its key says less than its title, which stands beside it
    return ", ".join(part.replace("-", " ") for part in re.split(r"[/#]+", passage) if part)

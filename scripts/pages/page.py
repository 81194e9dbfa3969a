"""A generated page: its head, which the theme reads, the list beside it, and its body."""

from collections.abc import Iterable

import yaml

Siblings = dict[str, object]


def page(title: str, description: str, body: str, siblings: Siblings | None = None) -> str:
    """Write a page; its siblings are listed beside it."""
    head: dict[str, object] = {"title": title, "description": description}
    if siblings:
        head["siblings"] = siblings
    return f"---\n{yaml.safe_dump(head, sort_keys=False, allow_unicode=True)}---\n{body}"


def siblings(
    title: str, index: tuple[str, str], entries: Iterable[tuple[str, str, str]]
) -> Siblings:
    """Make the list beside a page.

    `index` is title and address of the page of all, each entry a name, a title and an address.
    """
    return {
        "title": title,
        "index": {"title": index[0], "url": index[1]},
        "entries": [{"name": name, "title": told, "url": url} for name, told, url in entries],
    }

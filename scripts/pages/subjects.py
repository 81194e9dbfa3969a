"""What pages mention: how it is written in a text, where its page is, what it is in short."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from scripts.stages import Refused

Kind = Literal["code", "modifier", "diagnosis", "pcs", "rule", "source", "term", "page"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing with a page or an anchor of its own, which every mention of it leads to.

    `written` are the ways a text names it, exactly as written there ("97530", "modifier KX");
    `address` is its own from the site's root ("codes/97530/", "glossary/#threshold"); `about` is
    the short description shown where a mention is pointed at.
    """

    kind: Kind
    written: tuple[str, ...]
    address: str
    about: str


def shortly(subjects: Iterable[Subject]) -> str:
    """Write what each subject is in short, by address, for the page that points at a link.

    Raises `Refused` where one address has two texts: a link to it would say what it is not.
    """
    told: dict[str, str] = {}
    for each in subjects:
        if told.setdefault(each.address, each.about) != each.about:
            raise Refused(f"{each.address}: got two texts about it, takes one: {each.about}")
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))

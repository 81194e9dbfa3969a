"""Blocks of data that people write among the prose of docs/: fenced, named, read as YAML."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from scripts.stages import Refused

FENCE = re.compile(r"(?ms)^```(?P<name>example|comparison|lines|asked|line)\n(?P<text>.*?)^```$")


@dataclass(frozen=True, slots=True)
class Block:
    """A block: its name, its data, and the file and line where it begins."""

    name: str
    data: Any  # YAML, checked by the block's own reader
    file: str
    line: int

    def refuse(self, says: str) -> Refused:
        """Make the error that names this block's place."""
        return Refused(f"{self.file}:{self.line}: {says}")


def replace(text: str, file: str, made: Callable[[Block], str]) -> str:
    """Put what `made` returns in the place of every block; `file` names the page in errors."""

    def html(match: re.Match[str]) -> str:
        line = text.count("\n", 0, match.start()) + 1
        try:
            data = yaml.safe_load(match["text"])
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            at = line + 1 + (mark.line if mark else 0)
            raise Refused(f"{file}:{at}: not YAML: {getattr(error, 'problem', error)}") from error
        return made(Block(match["name"], data, file, line))

    return FENCE.sub(html, text)

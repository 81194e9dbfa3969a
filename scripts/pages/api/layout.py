"""JSON laid out for reading: what fits on a line stands on it."""

import json
from typing import Any

WIDTH = 100


def laid_out(value: Any, width: int = WIDTH, indent: int = 0, taken: int = 0) -> str:  # noqa: ANN401  any JSON
    """Write a value; `taken` is what its line already has before it or needs after it."""
    line = json.dumps(value, ensure_ascii=False)
    if indent + taken + len(line) <= width or not isinstance(value, dict | list) or not value:
        return line
    inner, outer = " " * (indent + 1), " " * indent
    if isinstance(value, list):
        parts = [laid_out(each, width, indent + 1, 1) for each in value]
    else:
        heads = {key: f"{json.dumps(key)}: " for key in value}
        parts = [
            head + laid_out(value[key], width, indent + 1, len(head) + 1)
            for key, head in heads.items()
        ]
    before, after = "[]" if isinstance(value, list) else "{}"
    joined = f",\n{inner}".join(parts)
    return f"{before}\n{inner}{joined}\n{outer}{after}"

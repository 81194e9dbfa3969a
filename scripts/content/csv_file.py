"""A CSV file, read against the model of its rows."""

import csv
import io
from typing import TypeVar

from pydantic import ValidationError

from scripts.content.problems import Problem
from scripts.content.refusals import refusals
from scripts.content.values import Frozen

Row = TypeVar("Row", bound=Frozen)


def parse(file: str, text: str, model: type[Row]) -> tuple[tuple[Row, ...], list[Problem]]:
    """Read each line as a row of `model`, whose fields the header names; zeros in front stay."""
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    problems: list[Problem] = []
    try:
        header = next(lines, [])
        for cells in lines:
            if len(cells) != len(header):
                takes = f"{len(header)}, as the header has"
                problems.append(Problem(file, "", f"{len(cells)} cells", takes, lines.line_num))
                continue
            try:
                rows.append(model.model_validate(dict(zip(header, cells, strict=True))))
            except ValidationError as error:
                problems += refusals(file, model, error, lambda _: lines.line_num)
    except csv.Error as error:
        problems.append(Problem(file, "", str(error), "CSV that can be read", lines.line_num))
    return tuple(rows), problems

"""The shape of content/revenue/*.yaml: the revenue code of a plan of care on the UB-04."""

from typing import Annotated

from pydantic import StringConstraints

from scripts.content.values import Discipline, Supported, Text

RevenueCode = Annotated[str, StringConstraints(pattern=r"^0[0-9]{3}$")]


class RevenueFile(Supported):
    """content/revenue/<key>.yaml: under which revenue code the lines of a plan of care go."""

    discipline: Discipline
    code: RevenueCode
    means: Text

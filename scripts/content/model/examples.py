"""The shape of a worked example in content/examples/ and of the search's synonyms."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from scripts.content.values import CodeNumber, Discipline, Frozen, Setting, Supported, Text

Dollars = Annotated[str, StringConstraints(pattern=r"^(0|[1-9][0-9]*)\.[0-9]{2}$")]
Amount = Annotated[str, StringConstraints(pattern=r"^((0|[1-9][0-9]*)\.[0-9]{2}|none)$")]
DiagnosisCode = Annotated[
    str, StringConstraints(pattern=r"^[A-TV-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$")
]


class AskedBlock(Frozen):
    """Start and end of what was given, as the calculator's door takes it."""

    start: Text = Field(alias="from")
    end: Text = Field(alias="to")
    by: Literal["therapist", "assistant", "together"]


class AskedService(Frozen):
    """A service of a visit, as the calculator's door takes it; what is None is left out."""

    code: CodeNumber
    minutes: Annotated[int, Field(ge=0)]
    assistant_minutes: Annotated[int, Field(ge=0)] | None = None
    together_minutes: Annotated[int, Field(ge=0)] | None = None
    discipline: Discipline | None = None
    coverage: Literal["expected", "not_necessary", "excluded"] | None = None
    notice: Literal["none", "required", "voluntary"] | None = None
    charge: Dollars | None = None
    blocks: Annotated[tuple[AskedBlock, ...], Field(min_length=1)] | None = None


class AskedVisit(Frozen):
    """A visit, as the calculator's door takes it; the door itself says what it refuses.

    What is None is left out of the question.
    """

    day: date = Field(alias="date")
    discipline: Discipline
    method: Literal["cms", "midpoint"]
    locality: Text
    qualifying_apm: bool
    threshold_used: Dollars
    threshold_used_other: Dollars | None = None
    participation: Literal["participating", "assigned", "unassigned"] | None = None
    episode: Literal["none", "part_a_snf", "home_health"] | None = None
    deductible_remaining: Dollars
    setting: Setting | None = None
    services: Annotated[tuple[AskedService, ...], Field(min_length=1)]


class BilledLine(Frozen):
    """A line as it was billed, as the audit's door takes it."""

    code: CodeNumber
    units: Annotated[int, Field(ge=1)]
    modifiers: tuple[Text, ...]


class Expected(Frozen):
    """What the calculator has to answer: claims as `97530 ×2 GP`, dollars, `none` for neither.

    `remittance` has a text a line, as `180.00: CO-45 74.79, PR-2 17.03, CO-253 1.36, paid 66.78`;
    `denied` are codes that an edit denies; `report` are the sentences of an audit.
    """

    lines: Text
    alternatives: tuple[Text, ...]
    allowed: Amount
    deductible: Amount
    coinsurance: Amount
    sequestration: Amount
    medicare_pays: Amount
    patient_pays: Amount
    denied: tuple[CodeNumber, ...] | None = None
    remittance: tuple[Text, ...] | None = None
    report: tuple[Text, ...] | None = None


class WorkedVisit(Frozen):
    """A visit of an example, with what is expected of its answer.

    Where `billed` is told, those lines are held against the visit as well.
    """

    title: Text
    visit: AskedVisit
    billed: tuple[BilledLine, ...] = ()
    expect: Expected

    @model_validator(mode="after")
    def _reported_where_billed(self) -> Self:
        if bool(self.billed) != (self.expect.report is not None):
            msg = "billed lines and the report that is expected of them, or neither"
            raise ValueError(msg)
        return self


class ExampleDiagnosis(Supported):
    """A diagnosis of an example: where it stands, and why. Without a code, the note has to say."""

    stands: Literal["first", "also", "query", "not"]
    code: DiagnosisCode | None = None
    why: Text


class Beyond(Supported):
    """What an example says beyond the calculator."""

    says: Text


class ExampleFile(Frozen):
    """content/examples/<key>.yaml; its scenario stands in the Markdown file beside it.

    Texts may name what is not to be written twice: `{97530}` is the minutes of that service,
    `{kx-threshold-ot}` a figure, `{from-3}` and `{to-3}` the minutes that earn three units.
    """

    title: Text
    teaches: Text
    visits: Annotated[tuple[WorkedVisit, ...], Field(min_length=1)]
    diagnoses: tuple[ExampleDiagnosis, ...] = ()
    note: Annotated[tuple[Text, ...], Field(min_length=1)]
    beyond: tuple[Beyond, ...] = ()
    corrections: tuple[Annotated[int, Field(ge=1)], ...] = ()


class Synonym(Frozen):
    """What readers type, the words of our pages for it, and the page that answers it best."""

    typed: Text
    means: Text
    page: Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+/)+(#[a-z0-9-]+)?$")] | None = None


class SynonymsFile(Frozen):
    """content/synonyms.yaml."""

    synonyms: Annotated[tuple[Synonym, ...], Field(min_length=1)]

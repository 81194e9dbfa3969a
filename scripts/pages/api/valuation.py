"""A code's row of one fee schedule release, field by field."""

from pydantic import Field

from scripts.content.values import Figure, Text
from scripts.pages.api.shapes import Dated


class Values(Dated):
    """RVUs and indicators as the release has them; indicators.json says what values mean."""

    status: Text = Field(description="Status indicator.")
    work: Figure = Field(description="Work RVUs.")
    practice_expense: Figure = Field(description="Practice expense RVUs, non-facility.")
    nonfacility_na: bool = Field(description="Marked NA: not done outside a facility.")
    facility_practice_expense: Figure = Field(description="Practice expense RVUs, facility.")
    facility_na: bool = Field(description="Marked NA: not done in a facility.")
    malpractice: Figure = Field(description="Malpractice RVUs.")
    nonfacility_total: Figure = Field(description="Total RVUs, non-facility.")
    facility_total: Figure = Field(description="Total RVUs, facility.")
    pc_tc: Text = Field(description="Professional and technical component indicator.")
    global_days: Text = Field(description="Global days.")
    multiple_procedure: Text = Field(description="Multiple procedure indicator; 5 is the MPPR.")
    bilateral: Text = Field(description="Bilateral surgery indicator.")
    assistant_at_surgery: Text = Field(description="Assistant at surgery indicator.")
    co_surgeons: Text = Field(description="Co-surgeons indicator.")
    team_surgery: Text = Field(description="Team surgery indicator.")

"""The fixed words of the field."""

from enum import StrEnum


class Discipline(StrEnum):
    """Whose plan of care a service belongs to."""

    PT = "PT"
    OT = "OT"
    SLP = "SLP"

    @property
    def modifier(self) -> str:
        """The modifier that names this plan of care on a claim line."""
        return {Discipline.PT: "GP", Discipline.OT: "GO", Discipline.SLP: "GN"}[self]

    @property
    def assistants_modifier(self) -> str:
        """The modifier of a unit that an assistant gave; SLP has none, nor assistants that bill."""
        return {Discipline.PT: "CQ", Discipline.OT: "CO", Discipline.SLP: ""}[self]

    @property
    def bucket(self) -> "Bucket":
        """The threshold that its allowed amounts count towards."""
        return Bucket.OT if self is Discipline.OT else Bucket.PT_SLP


class Bucket(StrEnum):
    """What has a KX threshold of its own: PT and SLP share one, OT has the other."""

    PT_SLP = "PT with SLP"
    OT = "OT"


class Method(StrEnum):
    """How minutes become units."""

    CMS = "cms"
    MIDPOINT = "midpoint"

    @property
    def named(self) -> str:
        """What people call it."""
        return {Method.CMS: "CMS total time", Method.MIDPOINT: "CPT midpoint"}[self]


class Timing(StrEnum):
    """What a code's units hang on."""

    QUARTER_HOUR = "quarter_hour"
    FIRST_OF_PAIR = "first_of_pair"
    FURTHER_OF_PAIR = "further_of_pair"
    UNTIMED = "untimed"
    OTHER = "other"
    NOT_HELD = "not_held"

    @property
    def counts_minutes(self) -> bool:
        """Whether units by minutes are worked out here for codes of this timing."""
        return self in {Timing.QUARTER_HOUR, Timing.FIRST_OF_PAIR, Timing.FURTHER_OF_PAIR}


class Standing(StrEnum):
    """How well a statement is supported."""

    OFFICIAL = "official"
    DERIVED = "derived"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"
    DISPUTED = "disputed"


class Giver(StrEnum):
    """Who was with the patient."""

    THERAPIST = "therapist"
    ASSISTANT = "assistant"
    TOGETHER = "together"


class Coverage(StrEnum):
    """What the user expects Medicare to make of a service."""

    EXPECTED = "expected"
    NOT_NECESSARY = "not_necessary"
    EXCLUDED = "excluded"


class Notice(StrEnum):
    """What was signed before the service: nothing, a required ABN, or a voluntary notice."""

    NONE = "none"
    REQUIRED = "required"
    VOLUNTARY = "voluntary"


class Bearer(StrEnum):
    """Who bears what Medicare denies."""

    PATIENT = "patient"
    PROVIDER = "provider"


class Setting(StrEnum):
    """For whom an NCCI edit or an MUE was published."""

    PRACTITIONER = "practitioner"
    HOSPITAL = "hospital"

    @property
    def named(self) -> str:
        """What people call it."""
        return {Setting.PRACTITIONER: "practitioner", Setting.HOSPITAL: "outpatient hospital"}[self]


class Participation(StrEnum):
    """On what terms a claim is sent: who does not participate may or may not accept assignment."""

    PARTICIPATING = "participating"
    ASSIGNED = "assigned"
    UNASSIGNED = "unassigned"


class Episode(StrEnum):
    """Covered care that pays for therapy itself, so that no Part B line may be made of it."""

    NONE = "none"
    PART_A_SNF = "part_a_snf"
    HOME_HEALTH = "home_health"

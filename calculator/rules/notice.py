"""Coverage and notice: which of GA, GX, GY and GZ a line carries, and who bears a denial."""

from typing import NamedTuple

from calculator.reference.modifiers import Conflict, Liability
from calculator.words.explained import Explained, Finding, Step
from calculator.words.sentences import listed
from calculator.words.vocabulary import Bearer, Coverage, Discipline, Notice

COVERAGE = {
    Coverage.EXPECTED: "payment is expected",
    Coverage.NOT_NECESSARY: "a denial as not necessary is expected",
    Coverage.EXCLUDED: "no benefit covers it",
}
NOTICE = {
    Notice.NONE: "no notice is on file",
    Notice.REQUIRED: "a required ABN (GA) is on file",
    Notice.VOLUNTARY: "a voluntary notice (GX) was given",
}
CHART = "pub-100-04-ch05-20-2"
ACCRUAL = "usc-42-1395l"  # incurred expenses of covered services count
BEARS = {
    Bearer.PATIENT: "What Medicare denies falls to the patient.",
    Bearer.PROVIDER: "The provider bears the denial; the patient cannot be billed.",
}


class Borne(NamedTuple):
    """The modifiers about who pays, and who bears a denial; None where none is foreseen."""

    modifiers: tuple[str, ...]
    bears: Bearer | None


def place(
    service: str, coverage: Coverage, notice: Notice, rows: tuple[Liability, ...]
) -> Explained[Borne]:
    """Return what a service's lines carry for what the user says of its coverage and notice."""
    called = _called(coverage, notice, rows)
    unused = [row for row in rows if row.notice is notice is not Notice.NONE and row not in called]
    if coverage is not Coverage.EXPECTED and not called:  # the notice does not count here
        called = _called(coverage, Notice.NONE, rows)
    borne = Borne(
        modifiers=tuple(sorted(row.modifier for row in called)),
        bears=called[0].bears if called else None,
    )
    found = tuple(_unused(service, coverage, row, borne) for row in unused)
    return Explained(borne, tuple(_steps(service, coverage, notice, called, borne)), found)


def join(
    service: str, carried: tuple[str, ...], borne: tuple[str, ...], conflicts: tuple[Conflict, ...]
) -> Explained[tuple[str, ...]]:
    """Put what a line carries before what was borne; what contradicts the latter is left off.

    KX says that a service is necessary. Where the user says that it is not, or that no benefit
    covers it, KX would be a false attestation.
    """
    if not borne:
        return Explained(carried, ())
    against = {
        own: each
        for each in conflicts
        for own, other in (each.modifiers, each.modifiers[::-1])
        if own in carried and other in borne
    }
    kept = tuple(each for each in carried if each not in against)
    found = tuple(
        Finding("notice", f"{service}: {own} is left off. {each.why}", each.sources)
        for own, each in against.items()
    )
    return Explained((*kept, *borne), (), found)


def lifted(
    plan: Discipline, codes: tuple[str, ...], counted: dict[str, int], alone: dict[str, int]
) -> tuple[Finding, ...]:
    """Tell of other services whose units hang on the minutes of these codes.

    `counted` has the units of each service with those minutes in the day's total, `alone` of each
    other service without them.
    """
    differ = {code: units for code, units in alone.items() if units != counted.get(code, 0)}
    if not differ:
        return ()
    shown = listed(f"{code} {counted.get(code, 0)}" for code in differ)
    other = listed(f"{code} {units}" for code, units in differ.items())
    says = (
        f"{plan} plan: the minutes of {listed(codes)}, of which a denial is expected, count in the"
        f" day's total. Units with them: {shown}; without them: {other}. Whether they count is not"
        " settled by what is held here."
    )
    return (Finding("notice", says, (CHART,)),)


def _called(
    coverage: Coverage, notice: Notice, rows: tuple[Liability, ...]
) -> tuple[Liability, ...]:
    return tuple(row for row in rows if row.coverage is coverage and row.notice in {None, notice})


def _steps(
    service: str,
    coverage: Coverage,
    notice: Notice,
    called: tuple[Liability, ...],
    borne: Borne,
) -> list[Step]:
    if borne.bears is None:
        return []
    says = f"{service}: {COVERAGE[coverage]}, and {NOTICE[notice]}. {BEARS[borne.bears]}"
    says += " Nothing of it counts towards the threshold."
    sources = dict.fromkeys(source for row in called for source in row.sources)
    return [Step("notice", says, (*sources, ACCRUAL), " ".join(borne.modifiers))]


def _unused(service: str, coverage: Coverage, row: Liability, borne: Borne) -> Finding:
    notice = row.notice or Notice.NONE
    carries = f"carries {listed(borne.modifiers)}" if borne.modifiers else "has none of these"
    says = (
        f"{service}: {NOTICE[notice]}, but {COVERAGE[coverage]}. Such a notice and {row.modifier}"
        f" go where {COVERAGE[row.coverage]}; the line {carries}."
    )
    return Finding("notice", says, row.sources)

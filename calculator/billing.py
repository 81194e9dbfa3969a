"""One way to divide the day's units, as a claim: lines, what each unit brings, modifiers."""

from decimal import Decimal

from calculator import liability
from calculator.counting import Entry
from calculator.reference.bundle import Reference
from calculator.rules import assistants, modifiers, pair, threshold
from calculator.tariff import Billed, Tariff, Units
from calculator.words.blocks import Times
from calculator.words.claim import WHOLE, Line
from calculator.words.explained import Explained, Trace
from calculator.words.problem import NOTHING_GIVEN, BadVisit, Problem
from calculator.words.same_day import Judge, Occasion
from calculator.words.visit import Row, Visit
from calculator.words.vocabulary import Bucket, Participation

OTHER_BUCKET = "threshold_used_other"

Amounts = tuple[tuple[Decimal | None, ...], ...]


class Billing:
    """What all claims of one visit share."""

    def __init__(
        self,
        visit: Visit,
        reference: Reference,
        tariff: Tariff,
        judge: Judge | None,
        times: Times,
    ) -> None:
        """Keep the visit, the figures, the prices, who knows the edits, and the times typed."""
        self._visit = visit
        self._reference = reference
        self._tariff = tariff
        self._judge = judge
        self._times = times
        self._separated: dict[frozenset[Row], dict[str, str]] = {}
        self._liabilities = liability.borne(visit, reference)

    def claim(
        self, entries: tuple[Entry, ...], units: tuple[int, ...]
    ) -> Explained[tuple[Line, ...]]:
        """Make the lines of the entries with these units each.

        Raises `BadVisit` where a line counts towards a threshold of which the visit does not tell
        what was used.
        """
        trace = Trace()
        billed = trace.keep(_billed(entries, units))
        for each in dict.fromkeys(each.code.code for each in billed):
            trace.keep(self._tariff.price(self._reference.codes[each]))
        amounts = trace.keep(self._tariff.amounts(billed))
        above = {
            bucket: trace.keep(self._attested(bucket, billed, amounts))
            for bucket in dict.fromkeys(each.discipline.bucket for each in billed)
        }
        separate = self._separate(frozenset((each.discipline, each.code.code) for each in billed))
        carried = trace.keep(
            modifiers.assign(
                tuple(
                    modifiers.Reasons(
                        each.code,
                        each.discipline,
                        each.assistant,
                        above[each.discipline.bucket],
                        separate.get(each.code.code, ""),
                    )
                    for each in billed
                )
            )
        )
        rows = tuple((each.discipline, each.code.code) for each in billed)
        carried = trace.keep(liability.carry(rows, carried, self._liabilities, self._reference))
        lines = zip(billed, carried, amounts, strict=True)
        return trace.explain(tuple(self._line(*line) for line in lines))

    def _separate(self, rows: frozenset[Row]) -> dict[str, str]:
        """Find the modifiers that open edits; most claims of a visit bill the same rows."""
        setting = self._visit.setting
        if self._judge is None or setting is None:
            return {}
        if rows not in self._separated:
            occasion = Occasion(setting, self._visit.day, self._times)
            self._separated[rows] = self._judge.modifiers(rows, occasion)
        return self._separated[rows]

    def _line(
        self, billed: Units, carried: tuple[str, ...], amounts: tuple[Decimal | None, ...]
    ) -> Line:
        unit = self._tariff.price(billed.code).value
        return Line(
            code=billed.code.code,
            units=billed.units,
            discipline=billed.discipline,
            assistant=billed.assistant,
            modifiers=carried,
            full_unit=unit.amount(WHOLE) if unit else None,
            unit_amounts=amounts,
        )

    def _attested(self, bucket: Bucket, billed: Billed, amounts: Amounts) -> Explained[bool]:
        day = self._visit.day
        used = self._used(bucket)
        own = tuple(
            amount
            for each, amounts_of_line in zip(billed, amounts, strict=True)
            if each.discipline.bucket is bucket and not self._denied(each)
            for amount in amounts_of_line
        )
        limit = self._reference.threshold(bucket, day)
        review = self._reference.figure("medical-review-threshold", day)
        attested = threshold.attest(bucket, used, own, limit, review)
        if self._visit.participation is Participation.PARTICIPATING:
            return attested
        share = self._reference.figure("nonparticipating-share", day)
        found = threshold.doubt(bucket, used, own, limit, share).findings
        return Explained(attested.value, attested.steps, (*attested.findings, *found))

    def _denied(self, billed: Units) -> bool:
        """Tell whether no payment is expected of a line: then it counts towards no threshold."""
        return self._liabilities[billed.discipline, billed.code.code].value.bears is not None

    def _used(self, bucket: Bucket) -> Decimal:
        used = self._visit.used_of(bucket)
        if used is None:
            takes = f"what was used of the {bucket} threshold: dollars with two decimals"
            says = f"Used so far, other bucket ({bucket}): got {NOTHING_GIVEN}; takes {takes}."
            raise BadVisit((Problem(OTHER_BUCKET, NOTHING_GIVEN, takes, says),))
        return used


def _billed(entries: tuple[Entry, ...], units: tuple[int, ...]) -> Explained[Billed]:
    trace = Trace()
    billed = [
        each
        for entry, earned in zip(entries, units, strict=True)
        if earned
        for each in trace.keep(_lines(entry, earned))
    ]
    return trace.explain(tuple(billed))


def _lines(entry: Entry, earned: int) -> Explained[Billed]:
    """Give an entry's units to its codes, and those to the therapist first, then the assistant."""
    trace = Trace()
    by_code: tuple[int, ...] = (earned,)
    if len(entry.codes) > 1:
        first, further = entry.codes
        by_code = trace.keep(pair.split(first.code, further.code, earned))
        trace.keep(pair.order(first.code, further.code, entry.minutes, earned))
    therapists = trace.keep(_therapists(entry, earned))
    lines = []
    for code, units in zip(entry.codes, by_code, strict=True):
        own = min(units, therapists)
        therapists -= own
        lines += [
            Units(code, count, entry.discipline, assistant)
            for count, assistant in ((own, False), (units - own, True))
            if count
        ]
    return trace.explain(tuple(lines))


def _therapists(entry: Entry, earned: int) -> Explained[int]:
    modifier = entry.discipline.assistants_modifier
    if entry.timed:
        divided = assistants.divide(entry.name, entry.minutes, earned, modifier)
        return Explained(divided.value[0], divided.steps)
    marked = assistants.mark(entry.name, entry.minutes, modifier)
    return Explained(0 if marked.value else earned, marked.steps)

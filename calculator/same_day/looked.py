"""Two codes of a day's claim: what was seen of them, and whether it decides anything."""

from dataclasses import dataclass

from calculator.reference.edits import Edit, Edits, Policy, Sight
from calculator.rules import edits as rule, policy
from calculator.rules.edits import Judgement, Pair, Verdict
from calculator.same_day.clock import Clock
from calculator.words.explained import Step
from calculator.words.same_day import Occasion, PairSeen
from calculator.words.visit import Row


@dataclass(frozen=True, slots=True)
class Looked:
    """Two billed codes, what was seen of them, and what it comes to.

    `forbidden` are the policies by which they are not billed together; `shared` and `apart` are
    what the times typed say of them.
    """

    pair: Pair
    sight: Sight
    judgement: Judgement
    steps: tuple[Step, ...]
    forbidden: tuple[Policy, ...]
    shared: tuple[str, ...]
    apart: tuple[str, ...]

    @property
    def edit(self) -> Edit | None:
        """The edit that was active when the pair was last seen."""
        return self.judgement.edit

    @property
    def held(self) -> bool:
        """Whether any file was read for the pair."""
        return self.judgement.verdict is not Verdict.NOT_HELD

    @property
    def decides(self) -> bool:
        """Whether its edit is in force on the day, and so changes a line.

        An edit that was only last seen in an older quarter changes none. A modifier tells the
        payer that an edit stands between two lines and that the note opens it. Where the file of
        the day is not held, it is not known that an edit stands; a modifier that none asks for is
        a false statement, while one left off can be added once the file is looked at. The same
        holds for a denial. What the older file would ask for is a finding.
        """
        return self.edit is not None and self.sight.exact

    @property
    def opened(self) -> bool:
        """Whether a modifier opens its edit: its indicator lets one, and nothing told forbids it.

        The modifier says that the two were separate. Where the times typed show that they were
        not, or where they are not billed together at all, it would be a false statement.
        """
        allowed = self.judgement.verdict is Verdict.WITH_MODIFIER
        return allowed and not self.against

    @property
    def against(self) -> str:
        """Why no modifier is put though the indicator lets one, in short; else empty."""
        if self.judgement.verdict is not Verdict.WITH_MODIFIER:
            return ""
        if self.forbidden:
            return f"policy {self.forbidden[0].section} does not let the two be billed together"
        return "the times typed have minutes in common" if self.shared else ""

    def told(self, modifiers: dict[str, str]) -> PairSeen:
        """Tell it in the words of an answer; `modifiers` are those put, by code."""
        edit, sight, judgement = self.edit, self.sight, self.judgement
        put = modifiers.get(judgement.on, "") if self.decides else ""
        over = [each.deleted for each in sight.ended if not each.never_in_force]
        return PairSeen(
            codes=(self.pair.first, self.pair.second),
            verdict=judgement.verdict,
            release=sight.release.release if sight.release else "",
            in_force=sight.exact,
            column_one=edit.column_one if edit else "",
            column_two=edit.column_two if edit else "",
            indicator=edit.indicator if edit else "",
            reason=sight.reason[0] if edit and sight.reason else "",
            modifier=put,
            others=tuple(each for each in judgement.modifiers if put and each != put),
            note=judgement.note,
            ended=over[0] if over and not edit else None,
            evidence=self.apart if put and not self.shared else (),
            against=self.against if self.decides else "",
        )


def look(
    codes: tuple[str, str], occasion: Occasion, edits: Edits, rows: frozenset[Row], clock: Clock
) -> Looked:
    """Look two of the rows' codes up: an edit joins them whatever their plans of care."""
    one, other = codes
    setting, day, _ = occasion
    pair = Pair(one, other, setting, day, (edits.codes.get(one), edits.codes.get(other)))
    sight = edits.see(one, other, setting, day)
    judged = rule.judge(pair, sight, ())
    edit = judged.value.edit
    # Where the modifier goes is no step of an edit that puts none.
    shown = judged.steps[:2] if edit and not sight.exact else judged.steps
    both = frozenset(codes)
    return Looked(
        pair,
        sight,
        judged.value,
        shown,
        policy.forbid(one, other, rows, edits.policies),
        clock.shared.get(both, ()),
        clock.apart.get(both, ()),
    )

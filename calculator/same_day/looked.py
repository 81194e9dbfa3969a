"""Two codes of a day's claim: what was seen of them, and whether it decides anything."""

from dataclasses import dataclass
from datetime import date

from calculator.reference.edits import Edit, Edits, Sight
from calculator.rules import edits as rule
from calculator.rules.edits import Judgement, Pair, Verdict
from calculator.words.explained import Step
from calculator.words.same_day import PairSeen
from calculator.words.vocabulary import Setting


@dataclass(frozen=True, slots=True)
class Looked:
    """Two billed codes, what was seen of them, and what it comes to."""

    pair: Pair
    sight: Sight
    judgement: Judgement
    steps: tuple[Step, ...]

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
        """Whether a modifier opens its edit."""
        return self.judgement.verdict is Verdict.WITH_MODIFIER

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
        )


def look(one: str, other: str, setting: Setting, day: date, edits: Edits) -> Looked:
    """Look two codes up, without regard to the plans of care they stand under."""
    pair = Pair(one, other, setting, day, (edits.codes.get(one), edits.codes.get(other)))
    sight = edits.see(one, other, setting, day)
    judged = rule.judge(pair, sight, ())
    edit = judged.value.edit
    # Where the modifier goes is no step of an edit that puts none.
    shown = judged.steps[:2] if edit and not sight.exact else judged.steps
    return Looked(pair, sight, judged.value, shown)

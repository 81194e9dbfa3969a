"""What was made of a line in which a visit is written: group by group, in the order of the line."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """How sure a reading is."""

    READ = "read"
    ASKED = "asked"  # read one way, or not yet, where another is as good
    FAULT = "fault"  # understood, and not what its field takes
    UNREAD = "unread"  # not understood, and kept


class Span(NamedTuple):
    """Characters of the line, counted from 0; `end` is the first after them."""

    start: int
    end: int


class Choice(NamedTuple):
    """Another reading: what it would be, and what is to stand in the line in place of `span`."""

    says: str
    span: Span
    text: str


@dataclass
class Group:
    """A few words of the line that say one thing, such as a service with its minutes.

    `says` is what they were read as, `problem` what is wrong or asked back, `marks` the very
    characters that it is about. `sets` are fields of the visit, `service` is one of its services.
    """

    span: Span
    kind: str
    says: list[str] = field(default_factory=list)
    state: State = State.READ
    problem: str = ""
    marks: list[Span] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    sets: dict[str, object] = field(default_factory=dict)
    service: dict[str, object] | None = None

    def doubt(self, state: State, problem: str, mark: Span, *choices: Choice) -> "Group":
        """Say what is not sure about it; a fault outweighs what is asked back."""
        if self.state is not State.FAULT or state is State.FAULT:
            self.state = state
        self.problem = "; ".join(filter(None, (self.problem, problem)))
        self.marks.append(mark)
        self.choices += choices
        return self


@dataclass
class Reading:
    """A line and all that was made of it; `visit` has what it says, as a door has it."""

    line: str
    groups: list[Group]
    visit: dict[str, object]

    def with_choice(self, choice: Choice) -> str:
        """Write the line as it would stand with another reading chosen."""
        before, after = self.line[: choice.span.start], self.line[choice.span.end :]
        return " ".join(f"{before}{choice.text}{after}".split())

    @property
    def unread(self) -> list[str]:
        """What was not understood, as it was typed."""
        return [
            self.line[each.span.start : each.span.end]
            for each in self.groups
            if each.state is State.UNREAD
        ]

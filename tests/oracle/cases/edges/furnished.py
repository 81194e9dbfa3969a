"""Where the assistant's modifier turns: 8 minutes of the last unit, 9 to 14 each, a tenth."""

from collections.abc import Iterator
from itertools import product

from tests.oracle.cases.case import JSON, Because, Case, visit, worked_out
from tests.oracle.cases.says import minutes

THERAPIST = (0, 1, 7, 8, 9, 14, 15, 16, 22, 23)
ASSISTANT = (1, 7, 8, 9, 14, 15, 16, 23)
UNTIMED = (9, 10, 11, 19, 20, 21, 29, 30, 31, 60)
LAST_UNIT = Because(("aota-ota-modifier", "cms-therapy-services", "pt-management-assistants"))
TENTH = Because(("aota-ota-modifier",))
WHOSE = ("units", "modifiers")


def assistants() -> Iterator[Case]:
    """Cross the therapist's minutes with the assistant's, then take a tenth of untimed services."""
    for therapist, assistant in product(THERAPIST, ASSISTANT):
        asked = visit([_row("97110", therapist, assistant)])
        says = f"Whose units: {minutes(asked)}"
        yield worked_out(LAST_UNIT, asked, says, *WHOSE)
    for total in UNTIMED:
        for assistant in (total // 10, total // 10 + 1):
            asked = visit([_row("97150", total - assistant, assistant)], discipline="OT")
            says = f"{assistant} of {total} minutes of an untimed service are the assistant’s"
            yield worked_out(TENTH, asked, says, *WHOSE)
    for together, assistant in product((6, 7, 8), (1, 8, 9, 14)):
        row = {**_row("97530", 0, assistant), "together_minutes": together}
        asked = visit([row], discipline="OT")
        yield worked_out(LAST_UNIT, asked, f"Whose units: {minutes(asked)}", *WHOSE)


def _row(code: str, therapist: int, assistant: int) -> JSON:
    return {"code": code, "minutes": therapist, "assistant_minutes": assistant}

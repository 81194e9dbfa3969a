"""The command line: a question as JSON on standard input, an answer on standard output.

`python -m calculator evaluate` writes JSON for a visit, `python -m calculator explain` text;
`audit` writes JSON for a visit and what was billed for it, `compare` for a visit on two days,
`sequence` for visits in order of claim receipt, `pair` for two codes, `pcs` for a PCS code and a
day. `python -m calculator read "97530 38 PT"` writes what a line was read as, as text; with no line
behind it, `read` takes a question on standard input as the others do. `many` takes a CSV of visits
and writes one of results. Exit status 0 with an answer, 2 with a refusal.
"""

import json
import sys
from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TypeVar

from calculator import (
    audit_door,
    compare_door,
    door,
    many_door,
    one_line_door,
    pair_door,
    pcs_door,
    sequence_door,
)
from calculator.entry.csv_records import BadCsv
from calculator.entry.refusal import refusal
from calculator.entry.visits_csv import NO_UTF8
from calculator.many import REFUSED as REFUSED_VISIT
from calculator.reference.bundle import BadReference, Reference, load
from calculator.render import text
from calculator.same_day.judge import judging
from calculator.words.problem import LONGEST_GOT, BadVisit, Problem
from calculator.words.same_day import Judge

ABOUT_A_VISIT = ("evaluate", "explain")  # the others take a question
RUN = {
    "compare": compare_door.compare,
    "sequence": sequence_door.sequence,
}
VERBS = (*ABOUT_A_VISIT, "audit", *RUN, "many", "pair", "pcs", "read")
REFUSED = 2
BUILT = Path("build", "reference.json")
EDITS = Path("build", "doors", "edits.json")
NAMES = Path("build", "doors", "names.json")
PCS = Path("build", "doors", "pcs.json")

T = TypeVar("T")


def main(arguments: list[str]) -> int:
    """Answer the question on standard input; returns the exit status."""
    if len(arguments) > 1 and arguments[0] == "read":
        return _line(" ".join(arguments[1:]))
    if arguments not in ([verb] for verb in VERBS):
        sys.stderr.write(f"usage: python -m calculator {{{'|'.join(VERBS)}}} < question.json\n")
        return REFUSED
    try:
        written, status = _run(arguments[0], sys.stdin.buffer.read())
    except BadVisit as refused:
        written, status = _refused(arguments[0], refused.problems), REFUSED
    # Half a character may come back in a text, which UTF-8 cannot write.
    sys.stdout.buffer.write(written.encode("utf-8", "backslashreplace"))
    return status


def _line(line: str) -> int:
    """Write what a line was read as, part by part; REFUSED where some of it was not."""
    try:
        written, whole = one_line_door.explain(line, _held(NAMES, one_line_door.load))
    except BadVisit as refused:
        written, whole = text.refusal(refused.problems), False
    sys.stdout.buffer.write(written.encode("utf-8", "backslashreplace"))
    return 0 if whole else REFUSED


def _run(verb: str, given: bytes) -> tuple[str, int]:
    if verb == "many":
        return _many(given)
    question = _decoded(given, "visit" if verb in ABOUT_A_VISIT else "question")
    if verb in APART:
        return _written(APART[verb](question))
    reference = _held(BUILT, load)
    judge = _judge(reference)
    if verb == "explain":
        return door.explain(question, reference, judge), 0
    if verb == "evaluate":
        return _written(door.evaluate(question, reference, judge=judge))
    if verb == "audit":
        return _written(audit_door.audit(question, reference, judge=judge))
    return _written(RUN[verb](question, reference))


def _many(given: bytes) -> tuple[str, int]:
    """Write the results of a CSV; REFUSED where a visit in it was."""
    work = many_door.begin(_held(BUILT, load))
    try:
        records = [*many_door.table(given.decode("utf-8-sig"), work)]
    except UnicodeDecodeError as error:
        raise BadVisit((Problem("file", "bytes", "UTF-8", NO_UTF8),)) from error
    except BadCsv as bad:
        raise BadVisit((Problem("file", f"line {bad.line}", "a CSV", str(bad)),)) from bad
    refused = work.totals.by_result.get(REFUSED_VISIT)
    return "".join(records), REFUSED if refused else 0


APART: dict[str, Callable[[str], str]] = {  # from files of their own
    "pair": lambda question: pair_door.check(question, _held(EDITS, pair_door.load)),
    "pcs": lambda question: pcs_door.breakdown(question, _held(PCS, pcs_door.load)),
    "read": lambda question: one_line_door.read(question, _held(NAMES, one_line_door.load)),
}


def _judge(reference: Reference) -> Judge:
    """Make a judge that reads its edits only when a visit asks for them."""
    ready = cache(lambda: judging(_held(EDITS, pair_door.load), reference))
    return Judge(
        lambda billed, occasion: ready().day(billed, occasion),
        lambda rows, occasion: ready().modifiers(rows, occasion),
    )


def _written(answer: str) -> tuple[str, int]:
    return f"{answer}\n", 0 if json.loads(answer)["ok"] else REFUSED


def _refused(verb: str, problems: tuple[Problem, ...]) -> str:
    if verb == "explain":
        return text.refusal(problems)
    return f"{json.dumps(refusal(problems))}\n"


def _decoded(given: bytes, named: str) -> str:
    try:
        return given.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        got, takes = ascii(given[:80])[2:-1], "one JSON object in UTF-8"
        says = f"{named.capitalize()}: got bytes that are no UTF-8; takes {takes}."
        raise BadVisit((Problem(named, got, takes, says),)) from error


def _held(built: Path, read: Callable[[str], T]) -> T:
    packed = resources.files("calculator") / built.name
    try:
        return read((built if built.is_file() else packed).read_text("utf-8"))
    except FileNotFoundError as error:
        raise _no_reference(built, "nothing") from error
    except (BadReference, OSError, UnicodeDecodeError) as error:
        raise _no_reference(built, str(error)) from error


def _no_reference(built: Path, got: str) -> BadVisit:
    takes = f"{built.as_posix()} below the working directory, or a copy inside the package"
    says = f"Reference: got {got}; takes {takes}. `make build` writes it."
    return BadVisit((Problem("reference", got[:LONGEST_GOT], takes, says),))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A page for each worked example of content/examples, and the list of what each teaches."""

from collections.abc import Iterator
from functools import partial

from scripts.content.joined import Example
from scripts.content.model.examples import WorkedVisit
from scripts.pages import beside, examples, scenario, visits
from scripts.pages.facts import Facts
from scripts.pages.page import page
from scripts.pages.subjects import Subject
from scripts.pages.template import render
from scripts.stages import Refused

ROOT = "../../"
FOLDER = "content/examples"
STANDS = {"first": "First", "also": "Also", "query": "Ask", "not": "Not"}


def pages(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the path below docs and the Markdown of every example's page.

    Raises `Refused` with every place where an example and the calculator differ.
    """
    problems: list[str] = []
    made: list[tuple[str, str]] = []
    for example in facts.library.examples.values():
        try:
            made.append((f"examples/{example.key}.md", _page(facts, example)))
        except Refused as refused:
            problems.append(str(refused))
    yield from made
    if problems:
        raise Refused("\n".join(problems))


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the list of all examples: from the note to the claim, and one rule at a time."""
    every = sorted(facts.library.examples.values(), key=lambda each: each.file.title.casefold())
    whole = [each for each in every if each.file.diagnoses]
    others = [each for each in every if each not in whole]
    said = partial(scenario.filled, facts)
    yield "examples/whole.html", render("worked_list.html", examples=whole, said=said)
    yield "examples/by-rule.html", render("worked_list.html", examples=others, said=said)
    yield "examples/count.md", str(len(every))


def subjects(facts: Facts) -> Iterator[Subject]:
    """Yield every example under its title."""
    for key, example in facts.library.examples.items():
        teaches = scenario.filled(facts, example, "teaches", example.file.teaches)
        yield Subject("page", (example.file.title,), f"examples/{key}/", teaches)


def section(facts: Facts, code: str) -> str:
    """Write the links to the examples that bill a code; empty where there are none."""
    billing = [each for each in facts.library.examples.values() if _bills(each, code)]
    if not billing:
        return ""
    return render("worked_links.html", examples=billing, root=ROOT)


def _bills(example: Example, code: str) -> bool:
    return any(f"{code} ×" in worked.expect.lines for worked in example.file.visits)


def _page(facts: Facts, example: Example) -> str:
    said = partial(scenario.filled, facts, example)
    body = render(
        "worked.md",
        example=example.file,
        scenario=scenario.text(facts, example),
        said=said,
        stands=STANDS,
        worked=[
            part
            for number, worked in enumerate(example.file.visits)
            for part in _worked_out(facts, example, number, worked)
        ],
        sources=facts.library.sources,
        root=ROOT,
    )
    return page(example.file.title, said("teaches", example.file.teaches), body)


def _worked_out(facts: Facts, example: Example, number: int, worked: WorkedVisit) -> Iterator[str]:
    """Yield a visit's answer, and the audit of what was billed for it."""
    asked = put(example, number)
    yield examples.worked_out(asked, facts.reference, ROOT, judge=facts.judge)
    if worked.billed:
        answer = audited(facts, asked.asked, worked)
        expected = list(worked.expect.report or ())
        if answer["report"] != expected:
            says = f"report: the page says {expected!r}, the calculator {answer['report']!r}"
            raise asked.refuse("report", says)
        yield beside.shown(f"{worked.title}: the audit", answer)


def audited(facts: Facts, visit: visits.Visit, worked: WorkedVisit) -> beside.Question:
    """Answer the audit of what was billed for a visit; raises `NotAnswered` where it is refused."""
    billed = [each.model_dump(mode="json") for each in worked.billed]
    return beside.ask("audit", {"visit": visit, "billed": billed}, facts.reference, ROOT)


def put(example: Example, number: int) -> examples.Example:
    """Put a visit of a content file, by its place there, as the block of a page is put."""
    place, worked = f"visits[{number}]", example.file.visits[number]

    def refuse(key: str, says: str) -> Refused:
        line = example.lines[f"{place}.expect.{key}" if key else f"{place}.visit"]
        return Refused(f"{FOLDER}/{example.key}.yaml:{line}: {says}")

    expected = {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in worked.expect.model_dump(exclude_none=True, exclude={"report"}).items()
    }
    visit = worked.visit.model_dump(mode="json", by_alias=True, exclude_none=True)
    return examples.Example(worked.title, visit, expected, refuse)

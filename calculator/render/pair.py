"""What is said of two codes: the sentence, what to do, what the manual wants, and why."""

from collections.abc import Iterator
from datetime import date

from calculator.reference.edits import Edits, Release, Sight
from calculator.render.markup import element, link, standing, text
from calculator.rules.edits import Judgement, Pair, separate_sessions
from calculator.words.explained import Explained, Finding, Step
from calculator.words.sentences import capitalised, listed


def region(
    pair: Pair, sight: Sight, explained: Explained[Judgement], edits: Edits, root: str
) -> str:
    """Make the region "Answer about the pair"; `root` leads from the page to the site's root."""
    judgement = explained.value
    facts = [
        element("div", element("dt", name), element("dd", words))
        for name, words in _facts(sight, judgement, pair.day)
    ]
    manual = [each for each in explained.findings if each.rule == "policy"]
    seen = [each for each in explained.findings if each.rule != "policy"]
    return element(
        "section",
        element(
            "h3", text(judgement.says), class_=f"verdict {judgement.verdict.replace('_', '-')}"
        ),
        element("p", text(_asked(pair)), class_="asked"),
        element("dl", *facts, class_="pair-facts") if facts else "",
        _listed("What was seen", seen, edits, root, "findings"),
        _listed("Policy, which is no edit", manual, edits, root, "policies"),
        _why(explained.steps, edits, root),
        class_="pair-answer",
        aria_label="Answer about the pair",
    )


def _asked(pair: Pair) -> str:
    labels = [
        f"{code}{f', {known.label}' if known else ', not one of the family’s codes'}"
        for code, known in zip((pair.first, pair.second), pair.known, strict=True)
    ]
    return f"{'; '.join(labels)} · {pair.setting.named} · {pair.day}"


def _facts(sight: Sight, judgement: Judgement, day: date) -> Iterator[tuple[str, str]]:
    edit, release = judgement.edit, sight.release
    if edit:
        yield "Column one, paid", element("b", text(edit.column_one))
        yield "Column two, denied", element("b", text(edit.column_two))
        yield "Indicator", text(edit.indicator)
    if judgement.modifiers:
        named = listed(judgement.modifiers, "or")
        modifiers = text(f"{named}{separate_sessions(judgement.modifiers)}")
        yield "Modifier goes on", f"{element('b', text(judgement.on))}: {modifiers}"
    if judgement.note:
        items = [element("li", text(capitalised(each))) for each in judgement.note]
        yield "The note has to show", element("ul", *items)
    if edit and sight.reason:
        reason, told = sight.reason
        elsewhere = "" if told is release else f" ({told.release})"
        yield "Rationale, CMS", text(f"{reason}{elsewhere}")
    if release:
        yield _when(release, sight, day), _which(release, "" if edit else "derived")


def _when(release: Release, sight: Sight, day: date) -> str:
    if not sight.exact:
        return "Last seen"
    return "In force" if release.start <= day else "By its own days"


def _which(release: Release, standing_of_none: str) -> str:
    """Name the file; that there is no edit rests on what was read, which is not the whole file."""
    first, last = (element("span", text(day), class_="day") for day in (release.start, release.end))
    mark = standing_of_none or release.standing
    shown = element("span", text(mark), class_=f"standing {mark}")
    return f"{text(release.release)} · {first} to {last} {shown}"


def _listed(heading: str, found: list[Finding], edits: Edits, root: str, class_: str) -> str:
    if not found:
        return ""
    items = [element("li", text(each.says), " ", _cited(each.cites, edits, root)) for each in found]
    return element("h4", text(heading)) + element("ul", *items, class_=class_)


def _why(steps: tuple[Step, ...], edits: Edits, root: str) -> str:
    items = [
        element(
            "li",
            text(step.says),
            f" {element('b', text(step.gives))}" if step.gives else "",
            " ",
            _cited(step.cites, edits, root),
        )
        for step in steps
    ]
    rule = element("p", text(edits.rule_states), " ", link(f"{root}rules/edits/", edits.rule_title))
    summary = element("summary", "Why")
    return element("details", summary, element("ol", *items), rule, class_="pair-why plain")


def _cited(keys: tuple[str, ...], edits: Edits, root: str) -> str:
    cited = [
        f"{link(f'{root}sources/{key}/', edits.sources[key].title)}"
        f" {standing(edits.sources[key].standing)}"
        for key in keys
    ]
    return element("span", ", ".join(cited), class_="cites") if cited else ""

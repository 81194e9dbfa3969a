"""A visit written back as the line that says it: what the form holds, as one would type it."""

from collections.abc import Iterator, Mapping
from typing import Any

from calculator.words.vocabulary import Discipline, Giver

Said = Mapping[str, Any]  # a visit or a service as the door takes it, however unfinished

# What rests is not written, and what is not written rests.
RESTS: dict[str, object] = {
    "method": "cms",
    "qualifying_apm": False,
    "deductible_remaining": "0.00",
    "threshold_used": "0.00",
}
WRITTEN = {
    ("method", "midpoint"): "midpoint",
    ("qualifying_apm", True): "QP",
    ("episode", "none"): "no-stay",
    ("episode", "part_a_snf"): "part-a-stay",
    ("episode", "home_health"): "home-health",
}
AMOUNTS = {
    "deductible_remaining": "deductible",
    "threshold_used": "used",
    "threshold_used_other": "other",
}
PLAIN = ("discipline", "date", "locality")
CHOSEN = ("method", "qualifying_apm", "setting", "participation", "episode")


def write(visit: Said) -> str:
    """Write a visit, services first; a text that nobody could read stands in it as it was typed."""
    parts = [*_services(visit)]
    parts += [_text(visit.get(name)) for name in PLAIN]
    for name in CHOSEN:
        value = visit.get(name)
        if value is not None and RESTS.get(name) != value:
            parts.append(WRITTEN.get((name, value), _text(value)))
    for name, word in AMOUNTS.items():
        value = visit.get(name)
        if value is not None and RESTS.get(name) != value:
            parts.append(f"{word}={_text(value)}")
    return " ".join(filter(None, parts))


def _services(visit: Said) -> Iterator[str]:
    given = visit.get("services")
    for service in given if isinstance(given, list) else ():
        if isinstance(service, Mapping):
            plan = service.get("discipline")
            assistants = "OTA" if (plan or visit.get("discipline")) == Discipline.OT else "PTA"
            yield " ".join(filter(None, _service(service, plan, assistants)))


def _service(service: Said, plan: object, assistants: str) -> Iterator[str]:
    code = _text(service.get("code"))
    yield f"{plan}:{code}" if plan else code
    yield _minutes(service, assistants)
    if "charge" in service:
        yield f"@{_text(service['charge'])}"
    for name in ("coverage", "notice"):
        if name in service:
            yield f"{name}={_text(service[name]).replace('_', '-')}"
    blocks = service.get("blocks")
    for block in blocks if isinstance(blocks, list) else ():
        if isinstance(block, Mapping):
            yield _block(block, assistants)


def _minutes(service: Said, assistants: str) -> str:
    own, *others = (
        service.get(name) for name in ("minutes", "assistant_minutes", "together_minutes")
    )
    parts = [
        f"{_text(count)} {who}"
        for count, who in zip(others, (assistants, "together"), strict=True)
        if count not in {None, 0}
    ]
    alone = own is None or (own == 0 and parts)
    return " +".join([*([] if alone else [_text(own)]), *parts])


def _block(block: Said, assistants: str) -> str:
    by = block.get("by")
    who = {Giver.ASSISTANT: f"/{assistants}", Giver.TOGETHER: "/together"}.get(by, "")  # type: ignore[arg-type] # any JSON may stand there
    return f"{_text(block.get('from'))}-{_text(block.get('to'))}{who}"


def _text(value: object) -> str:
    """Write a value in one piece; true and false, lists and objects have no text here."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""

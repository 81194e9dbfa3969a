"""The page's door: first what stands at the top of an answer, then by and by what is read after it.

The same answer as the JSON door's, which waits for the whole of it.
"""

import json
from collections.abc import Iterator

from calculator.entry.refusal import refusal
from calculator.entry.visit_json import read_visit
from calculator.evaluate import evaluate
from calculator.reference.bundle import Reference
from calculator.render import result, sentence
from calculator.words.problem import BadVisit
from calculator.words.same_day import Judge


def tell(
    visit_json: str, reference: Reference, root: str, judge: Judge | None = None, way: int = 0
) -> Iterator[str]:
    """Answer one visit in several JSON texts, each worked out only when it is asked for.

    `way` chooses among the allowed allocations, 0 being the one that is shown by itself.

    The first is a refusal, and then the only one, or has `sentence`, `html` with places for parts,
    and `pairs_wanted`: whether pairs have to be looked up and there was no `judge` to do it. Each
    further one is a part's name and the next stretch of its HTML.
    """
    try:
        answer = evaluate(read_visit(visit_json, reference), reference, judge, most=0, way=way)
    except BadVisit as refused:
        yield json.dumps(refusal(refused.problems))
        return
    first = {
        "ok": True,
        "problems": [],
        "sentence": sentence.whole(answer),
        "html": result.region(answer, reference, root, asks=True),
        "pairs_wanted": answer.visit.setting is not None and answer.same_day is None,
    }
    yield json.dumps(first)
    # Only now: the first answer waits for none of it.
    from calculator.render import reasons  # noqa: PLC0415

    for part in reasons.afterwards(answer, reference, root, judge):
        yield json.dumps(part)

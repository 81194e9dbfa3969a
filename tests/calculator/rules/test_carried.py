"""Modifiers as billed: missing, not due, contradicting, or left alone."""

import pytest

from calculator.reference.modifiers import Conflict
from calculator.rules.audit import audit
from calculator.rules.carried import Carried, judge
from calculator.words.billed import BilledLine
from calculator.words.claim import Line
from calculator.words.explained import Finding
from calculator.words.vocabulary import Discipline

PT, OT, SLP = Discipline.PT, Discipline.OT, Discipline.SLP
Judged = tuple[Carried, list[str]]
CONFLICTS = tuple(
    Conflict(pair, "Why not.", ("source",)) for pair in (("CO", "GP"), ("GA", "KX"), ("GA", "GZ"))
)


def line(code: str, units: int, *modifiers: str, plan: Discipline = PT) -> Line:
    assistant = bool({"CQ", "CO"} & {*modifiers})
    return Line(code, units, plan, assistant, modifiers, None, (None,) * units)


def judged(
    claim: tuple[Line, ...], *billed: BilledLine, looked_up: frozenset[str] = frozenset()
) -> tuple[tuple[Carried, ...], list[str]]:
    compared = audit(billed, (claim,), PT).value.compared
    explained = judge(billed, compared, claim, looked_up, CONFLICTS)
    return explained.value, [finding.says for finding in explained.findings]


def alone(claim: tuple[Line, ...], *modifiers: str, **looked: frozenset[str]) -> Judged:
    """Judge one billed line of the claim's first code and all its units."""
    units = sum(each.units for each in claim if each.code == claim[0].code)
    (carried,), says = judged(claim, BilledLine(claim[0].code, units, modifiers), **looked)
    return carried, says


NOTHING = Carried((), (), (), ())


def test_a_line_that_carries_what_is_due_has_nothing_said_of_it() -> None:
    assert alone((line("97530", 3, "GP"),), "GP") == (NOTHING, [])


def test_a_line_without_its_plan_misses_it() -> None:
    assert alone((line("97530", 3, "GP"),)) == (
        Carried(("GP",), (), (), ()),
        ["Line 1, 97530: GP is missing: every line names its plan of care."],
    )


def test_the_modifier_of_another_plan_contradicts_and_the_own_one_is_missing() -> None:
    carried, says = alone((line("97530", 3, "GP"),), "GO")

    assert carried == Carried(("GP",), (), ("GO",), ())
    assert says[0] == "Line 1, 97530: GO billed; the record has it under PT, GP."


@pytest.mark.parametrize(
    ("with_cq", "missing", "extra"),
    [(0, ("CQ",), ()), (1, (), ()), (2, (), ("CQ",))],
)
def test_the_assistants_modifier_stands_on_as_many_units_as_the_record_has(
    with_cq: int, missing: tuple[str, ...], extra: tuple[str, ...]
) -> None:
    claim = (line("97110", 2, "GP"), line("97110", 1, "GP", "CQ"))
    billed = [
        BilledLine("97110", units, modifiers)
        for units, modifiers in ((3 - with_cq, ("GP",)), (with_cq, ("GP", "CQ")))
        if units
    ]
    carried, says = judged(claim, *billed)

    assert {each.missing for each in carried} - {()} == ({missing} - {()})
    assert {each.extra for each in carried} - {()} == ({extra} - {()})
    assert len(says) == (with_cq != 1)


def test_too_many_of_an_assistants_units_are_told_at_the_line_that_bears_them() -> None:
    claim = (line("97110", 3, "GP"),)
    carried, says = judged(
        claim, BilledLine("97110", 2, ("GP",)), BilledLine("97110", 1, ("GP", "CQ"))
    )

    assert [each.extra for each in carried] == [(), ("CQ",)]
    assert says == [
        "Line 2, 97110: units with CQ: 1 billed; by the record 0, on a line of their own."
    ]


def test_the_other_assistants_modifier_contradicts_the_plan() -> None:
    claim = (line("97110", 1, "GP", "CQ"),)
    carried, says = alone(claim, "GP", "CO")

    assert carried.contradicting == ("CO", "GP")
    assert says == ["Line 1, 97110: CO and GP do not stand on one line. Why not."]


def test_kx_that_is_due_is_missed() -> None:
    carried, says = alone((line("97530", 1, "GP", "KX"),), "GP")

    assert carried.missing == ("KX",)
    assert "above the threshold" in says[0]


def test_kx_that_is_not_due_is_extra() -> None:
    carried, says = alone((line("97530", 1, "GP"),), "GP", "KX")

    assert carried.extra == ("KX",)
    assert "not above the threshold" in says[0]


def test_kx_on_a_line_that_the_record_lacks_goes_by_its_bucket() -> None:
    claim = (line("97530", 1, "GP", "KX"), line("97535", 1, "GO", plan=OT))
    carried, _ = judged(
        claim, BilledLine("97140", 1, ("GP",)), BilledLine("97537", 1, ("GO", "KX"))
    )

    assert carried[0].missing == ("KX",)
    assert carried[1].extra == ("KX",)


def test_kx_in_a_bucket_without_a_line_is_left_alone() -> None:
    claim = (line("97530", 1, "GP"),)
    (carried,), _ = judged(claim, BilledLine("97535", 1, ("GO", "KX")))

    assert carried == NOTHING


SETTING = frozenset({"59", "XE", "XP", "XS", "XU"})


def test_59_is_left_alone_where_no_edits_were_looked_up() -> None:
    carried, says = alone((line("97530", 1, "GP"),), "59", "GP")

    assert carried == Carried((), (), (), ("59",))
    assert says == ["Line 1, 97530: 59 not looked at here."]


def test_59_that_no_edit_asks_for_is_extra() -> None:
    carried, _ = alone((line("97530", 1, "GP"),), "59", "GP", looked_up=SETTING)

    assert carried == Carried((), ("59",), (), ())


@pytest.mark.parametrize("borne", ["59", "XU", "XE"])
def test_any_of_59_and_its_four_does_where_an_edit_asks(borne: str) -> None:
    carried, _ = alone((line("97150", 1, "59", "GP"),), borne, "GP", looked_up=SETTING)

    assert carried == NOTHING


def test_where_an_edit_asks_and_the_line_bears_none_it_is_missing() -> None:
    carried, _ = alone((line("97150", 1, "59", "GP"),), "GP", looked_up=SETTING)

    assert carried.missing == ("59",)


def test_notices_are_judged_only_where_coverage_was_told() -> None:
    claim = (line("97530", 1, "GP", "GA"),)
    told = frozenset({"GA", "GX", "GY", "GZ"})

    assert alone(claim, "GP", looked_up=told)[0].missing == ("GA",)
    assert alone(claim, "GP", "GZ", "GA", looked_up=told)[0] == Carried(
        (), ("GZ",), ("GA", "GZ"), ()
    )
    assert alone(claim, "GP", "GZ")[0].unjudged == ("GZ",)


def test_two_that_exclude_each_other_contradict() -> None:
    carried, _ = alone((line("97530", 1, "GP", "KX"),), "GP", "KX", "GA")

    assert carried.contradicting == ("GA", "KX")


@pytest.mark.parametrize(
    ("due", "missing", "extra", "at"),
    [(0, (), ("CQ",), 0), (2, ("CQ",), (), 1)],
)
def test_an_assistants_units_are_told_at_the_bearing_line_or_else_at_the_bare_one(
    due: int, missing: tuple[str, ...], extra: tuple[str, ...], at: int
) -> None:
    claim = (line("97110", 2, "GP", "CQ"),) if due else (line("97110", 2, "GP"),)
    carried, says = judged(
        claim, BilledLine("97110", 1, ("GP", "CQ")), BilledLine("97110", 1, ("GP",))
    )

    assert (carried[at].missing, carried[at].extra) == (missing, extra)
    assert carried[1 - at] == NOTHING
    (told,) = says
    assert told == (
        f"Line {at + 1}, 97110: units with CQ: 1 billed; by the record {due}, on a line of their"
        " own."
    )


def test_an_assistants_modifiers_are_extra_under_a_speech_plan() -> None:
    carried, says = alone((line("92507", 1, "GN", plan=SLP),), "GN", "CQ")

    assert carried == Carried((), ("CQ", "CO"), (), ())
    assert says == ["Line 1, 92507: SLP has no modifier for its assistants’ units."]


def test_what_is_found_at_each_of_several_lines_is_told() -> None:
    claim = (line("97530", 1, "GP"), line("97110", 1, "GP"))
    _, says = judged(claim, BilledLine("97530", 1, ()), BilledLine("97110", 1, ()))

    assert [each.partition(":")[0] for each in says] == ["Line 1, 97530", "Line 2, 97110"]


TOLD = frozenset({"GA", "GX", "GY", "GZ"})
PLAN, BY_UNIT = ("pub-100-04-ch05-20-1",), ("pub-100-04-ch05-20-1", "pt-management-assistants")
ABOVE = ("usc-42-1395l", "pub-100-04-ch05-10-3")


@pytest.mark.parametrize(
    ("due", "billed", "says", "cites"),
    [
        (("GP",), (), "GP is missing: every line names its plan of care.", PLAN),
        (
            ("GP", "KX"),
            ("GP",),
            "KX is missing: what was used and this visit are above the threshold.",
            ABOVE,
        ),
        (
            ("GP",),
            ("GP", "KX"),
            "KX is not due: what was used and this visit are not above the threshold.",
            ABOVE,
        ),
        (
            ("XU", "59", "GP"),
            ("GP",),
            "59 or XU is missing: an edit asks for it, where the services were separate.",
            ("ncci-policy-manual-i",),
        ),
        (
            ("GP",),
            ("XU", "59", "GP"),
            "XU and 59 is not due: no edit of this visit asks for it on this line.",
            ("ncci-policy-manual-i",),
        ),
        (
            ("GP", "GY"),
            ("GP",),
            "GY is missing, by what is said of coverage and notice.",
            ("liability-modifiers-carrier",),
        ),
        (
            ("GP",),
            ("GP", "GZ"),
            "GZ is not due, by what is said of coverage and notice.",
            ("liability-modifiers-carrier",),
        ),
        (("GP",), ("GP", "LT", "RT"), "LT and RT not looked at here.", ()),
        (
            ("GP",),
            ("GP", "CQ"),
            "units with CQ: 1 billed; by the record 0, on a line of their own.",
            BY_UNIT,
        ),
        (("GP", "CO"), ("GP", "CO"), "CO and GP do not stand on one line. Why not.", ("source",)),
    ],
)
def test_each_finding_names_its_line_and_its_source(
    due: tuple[str, ...], billed: tuple[str, ...], says: str, cites: tuple[str, ...]
) -> None:
    claim, lines = (line("97530", 1, *due),), (BilledLine("97530", 1, billed),)
    compared = audit(lines, (claim,), PT).value.compared

    explained = judge(lines, compared, claim, TOLD | SETTING, CONFLICTS)

    assert explained.steps == ()
    assert explained.findings == (Finding("carried", f"Line 1, 97530: {says}", cites),)


def test_another_plan_and_a_speech_plans_assistant_cite_the_manual() -> None:
    claim, lines = (line("97530", 1, "GP"),), (BilledLine("97530", 1, ("GO", "GN", "GP")),)
    compared = audit(lines, (claim,), PT).value.compared
    speech = (line("92507", 1, "GN", plan=SLP),), (BilledLine("92507", 1, ("GN", "CQ")),)

    (found,) = judge(lines, compared, claim, frozenset(), ()).findings
    (units,) = judge(
        speech[1], audit(speech[1], (speech[0],), SLP).value.compared, speech[0], frozenset(), ()
    ).findings

    assert found.says == "Line 1, 97530: GO and GN billed; the record has it under PT, GP."
    assert (found.cites, units.cites) == (PLAN, BY_UNIT)


def test_a_modifier_named_by_two_findings_of_one_kind_stands_once() -> None:
    conflicts = (*CONFLICTS, Conflict(("KX", "GZ"), "Why not.", ("source",)))
    claim, lines = (line("97530", 1, "GP"),), (BilledLine("97530", 1, ("GP", "KX", "GA", "GZ")),)
    compared = audit(lines, (claim,), PT).value.compared

    (carried,) = judge(lines, compared, claim, frozenset(), conflicts).value

    assert carried.contradicting == ("GA", "KX", "GZ")


def test_a_claim_line_of_the_same_code_under_another_plan_lends_no_modifiers() -> None:
    claim = (line("97530", 1, "GP"), line("97530", 1, "59", "GO", "KX", plan=OT))
    carried, says = judged(
        claim,
        BilledLine("97530", 1, ("GP",)),
        BilledLine("97530", 1, ("59", "GO", "KX")),
        looked_up=SETTING,
    )

    assert (carried, says) == ((NOTHING, NOTHING), [])


def test_a_claim_line_of_another_code_lends_no_modifiers() -> None:
    claim = (line("97530", 1, "59", "GP"), line("97110", 1, "GP"))
    carried, _ = judged(
        claim,
        BilledLine("97530", 1, ("59", "GP")),
        BilledLine("97110", 1, ("59", "GP")),
        looked_up=SETTING,
    )

    assert [each.extra for each in carried] == [(), ("59",)]


@pytest.mark.parametrize("place", range(4))
def test_each_of_the_four_notices_is_judged_whether_or_not_another_was(place: int) -> None:
    notice = ("GA", "GX", "GY", "GZ")[place]
    claim = (line("97530", 1, "GP", notice),)

    assert alone(claim, "GP", looked_up=frozenset({notice}))[0].missing == (notice,)
    assert alone(claim, "GP", notice, looked_up=frozenset({notice}))[0] == NOTHING

"""Figures by hand: a form filled in as YAML, and the same asked field by field."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.content.lint import problems_in
from scripts.content.load import read as load
from scripts.importers import KINDS, REFUSED, Refused, __main__ as asking, form, read, write
from scripts.importers.held import Held

Give = Callable[[str, bytes], Path]
FILLED = """figure: kx-threshold-ot
from: 2027-01-01
to: 2027-12-31
value: "2550.00"
release: CR 15000
standing: official
source: cms-kx-2027
new_source:
  title: CMS, therapy services
  at: https://www.cms.gov/medicare/therapy
  date: 2026-11-30
  extent: part
"""


def test_a_filled_form_adds_a_period_and_its_source(content: Path, give: Give) -> None:
    path = give("kx-2027.yaml", FILLED.encode())

    write(read(path, content), content)

    loaded = load(content)
    assert [str(each.value) for each in loaded.figures["kx-threshold-ot"].periods] == [
        "2410.00",
        "2480.00",
        "2550.00",
    ]
    assert loaded.sources["cms-kx-2027"].seen.extent == "part"
    assert problems_in(loaded) == []
    assert write(read(path, content), content) == ()


def test_a_figure_far_from_the_one_before_is_asked_about(held: Path, give: Give) -> None:
    data = FILLED.replace("2550.00", "25500.00").encode()

    notes = read(give("kx.yaml", data), held).notes

    assert notes == ("kx-threshold-ot: 25500.00, after 2480.00: far from it. Look again.",)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("kx-threshold-ot", "kx-threshold-xx", "figure: found kx-threshold-xx; expected one of"),
        (
            "from: 2027",
            "from: 2028",
            "from: kx-threshold-ot: found 2028-01-01; expected a day from",
        ),
        ("to: 2027", "to: 2026", "to: found 2026-12-31; expected 2027-01-01 or a later day"),
        ("2550.00", "2550", "value: found 2550; expected 2 decimals"),
        ('"2550.00"', "2550.00", "quotes"),
        ("standing: official", "standing: rumour", "standing: got rumour, takes official"),
        ("release: CR 15000\n", "", "release: got nothing, takes a value"),
        ("new_source:", "old_source:", "only the fields of Form"),
    ],
)
def test_a_field_that_is_wrong_is_named(
    old: str, new: str, says: str, held: Path, give: Give
) -> None:
    with pytest.raises(Refused) as refused:
        read(give("kx.yaml", FILLED.replace(old, new, 1).encode()), held)

    assert says in str(refused.value)


def test_a_source_that_is_not_held_has_to_be_told(held: Path, give: Give) -> None:
    with pytest.raises(Refused, match="expected its new_source as well"):
        read(give("kx.yaml", FILLED.partition("new_source")[0].encode()), held)


def test_each_answer_is_checked_when_it_is_given(
    held: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figure = ("kx", "kx-threshold-ot", "1/1/2027", "", "", "25.5.0", "2550.00", "CR 15000")
    answers = iter((*figure, "sure", "official", "CMS", "cms-rvu"))

    filled = asking.ask(Held(held), lambda _: next(answers))

    assert filled == form.Form.model_validate(
        {
            "figure": "kx-threshold-ot",
            "from": filled.start,
            "to": filled.end,
            "value": filled.value,
            "release": "CR 15000",
            "standing": "official",
            "source": "cms-rvu",
        }
    )
    assert (str(filled.start), str(filled.end)) == ("2027-01-01", "2027-12-31")
    said = capsys.readouterr().out
    assert said.count(", takes ") == 5
    assert "got kx, takes one of conversion-factor, kx-threshold-ot" in said
    assert "got 1/1/2027, takes a day such as 2027-01-01" in said


def test_the_list_names_every_kind_and_every_refusal(capsys: pytest.CaptureFixture[str]) -> None:
    asking.listed()

    said = capsys.readouterr().out
    assert all(f"\n{key}: {kind.what}" in f"\n{said}" for key, kind in KINDS.items())
    assert all(refusal.why in said for refusal in REFUSED)

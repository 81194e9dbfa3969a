"""What links lead to: an address of its own for each thing, and one text about it."""

import json

import pytest

from scripts.pages import outside
from scripts.pages.facts import Facts
from scripts.pages.subjects import Subject, shortly
from scripts.stages import Refused


def test_each_number_that_is_only_named_has_a_line_of_its_own(facts: Facts) -> None:
    html = "".join(text for _, text in outside.fragments(facts))
    addresses = [each.address for each in outside.subjects(facts)]

    assert len(set(addresses)) == len(addresses) > 0
    assert all(f'<div id="{each.partition("#")[2]}">' in html for each in addresses)


def test_an_id_has_small_letters_and_no_dot() -> None:
    assert outside.anchor("Z51.89") == "named-z51-89"


def test_two_things_at_one_address_may_not_say_two_things() -> None:
    one = Subject("code", ("97110",), "codes/97110/", "Exercise")
    same = Subject("page", ("exercise",), "codes/97110/", "Exercise")
    other = Subject("page", ("balance",), "codes/97110/", "Balance")

    assert json.loads(shortly([one, same])) == {"codes/97110/": "Exercise"}
    with pytest.raises(Refused, match="codes/97110/: got two texts"):
        shortly([one, same, other])

"""The code tree: every code once, ranges read off the codes."""

from collections import Counter
from itertools import chain

from scripts.pages import tree
from scripts.pages.facts import Facts


def leaves(branch: tree.Branch) -> list[tree.Leaf]:
    return [*branch.codes, *chain.from_iterable(leaves(each) for each in branch.branches)]


def test_the_tree_holds_every_code_once(facts: Facts) -> None:
    held = Counter(leaf.code.code for branch in tree.branches(facts) for leaf in leaves(branch))

    assert set(held) == set(facts.library.codes)
    assert set(held.values()) == {1}


def test_a_group_that_the_corrected_page_cuts_short_is_whole(facts: Facts) -> None:
    (top,) = (each for each in tree.branches(facts) if each.group.key == "physical-medicine")
    supervised, attended, *_ = top.branches

    assert supervised.span.startswith("97010–97028")
    assert attended.span == "97032–97039"
    assert [leaf.code.code for leaf in attended.codes if not leaf.left_out] == ["97032", "97035"]
    assert top.count == len(leaves(top))


def test_the_path_to_a_code_ends_in_its_own_group(facts: Facts) -> None:
    whole = tree.branches(facts)
    for code in facts.library.codes.values():
        branch = tree.path(facts, whole, code)[-1]
        assert branch.group == code.group
        assert code.code in tree.held(branch)


def test_a_range_keeps_kinds_of_numbers_apart() -> None:
    assert tree.span(["97012", "0791T", "G0283", "97010"]) == "97010–97012, G0283, 0791T"
    assert tree.span(["97799"]) == "97799"

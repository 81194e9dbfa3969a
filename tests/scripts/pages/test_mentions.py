"""A mention leads to its page wherever a link may stand, and nowhere else."""

import pytest

from scripts.pages.mentions import Linker, relative
from scripts.pages.subjects import Subject

LINKER = Linker(
    (
        Subject("code", ("97110",), "codes/97110/", "Exercise"),
        Subject("code", ("0791T",), "codes/0791t/", "Gait"),
        Subject("modifier", ("59", "modifier 59"), "modifiers/59/", "Distinct"),
        Subject("modifier", ("KX",), "modifiers/kx/", "Attestation"),
        Subject("diagnosis", ("I69.351",), "diagnoses/i69-351/", "Right side"),
        Subject("term", ("threshold", "thresholds"), "glossary/#threshold", "An amount"),
    )
)


def linked(text: str, page: str = "rules/units/") -> str:
    """Give the text with its links."""
    return LINKER.link(text, page).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("97110 twice", '<a href="../../codes/97110/">97110</a> twice'),
        ("(0791T)", '(<a href="../../codes/0791t/">0791T</a>)'),
        ("modifier 59.", '<a href="../../modifiers/59/">modifier 59</a>.'),
        ("I69.351, KX", "I69.351, KX".replace(
            "I69.351", '<a href="../../diagnoses/i69-351/">I69.351</a>'
        ).replace("KX", '<a href="../../modifiers/kx/">KX</a>')),
        ("<td>97110</td>", '<td><a href="../../codes/97110/">97110</a></td>'),
    ],
)  # fmt: skip
def test_a_mention_becomes_a_link(text: str, expected: str) -> None:
    assert linked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: 97110\n---\n",
        "# About 97110",
        "`97110`",
        "```example\nservices: 97110 33\n```\n",
        "[97110](x.md)",
        '<a href="x">97110 and <b>KX</b></a>',
        '<p title="97110"></p>',
        "<svg><text>97110</text></svg>",
        "<button>97110</button>",
        "<h2>97110</h2>",
        "{!codes/97110.html!}",
        "<!-- 97110 -->",
        "$97110, 197110, 97110.5, KXL, a-97110, 97110-97112, 90 FR 97110",
    ],
)
def test_what_is_no_place_for_a_link_stays_as_it_is(text: str) -> None:
    assert LINKER.link(text, "") == LINKER.link(text, "codes/")
    assert linked(text) == text


def test_a_page_does_not_lead_to_itself() -> None:
    assert linked("97110", "codes/97110/") == "97110"


def test_a_term_leads_to_the_glossary_once_a_page_and_a_code_always() -> None:
    made = LINKER.link("threshold, thresholds, 97110, 97110", "")
    assert made.text.count("glossary/#threshold") == 1
    assert made.text.count("codes/97110/") == 2
    assert made.mentions == {"glossary/#threshold", "codes/97110/"}


def test_a_code_that_nobody_knows_is_named_with_its_line() -> None:
    made = LINKER.link("97110\n`97111`\n97112 and I69.352\nF07L0ZZ", "")
    assert made.unknown == ((3, "97112"), (3, "I69.352"), (4, "F07L0ZZ"))


@pytest.mark.parametrize(
    ("address", "page", "expected"),
    [
        ("codes/97110/", "", "codes/97110/"),
        ("codes/97110/", "codes/97112/", "../97110/"),
        ("codes/", "codes/97112/", "../"),
        ("", "codes/97112/", "../../"),
        ("glossary/#unit", "rules/units/", "../../glossary/#unit"),
        ("codes/#unit", "codes/", "./#unit"),
    ],
)
def test_addresses_are_written_from_the_page_that_leads_there(
    address: str, page: str, expected: str
) -> None:
    assert relative(address, page) == expected

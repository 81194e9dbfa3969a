"""The whole round: three official files of a made-up quarter are taken in, told, and taken back."""

import subprocess
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pytest
from icalendar import Calendar

from calculator.words.vocabulary import Setting
from scripts import importers, update
from scripts.content import library
from scripts.content.load import read
from scripts.content.model.updates import Moved
from scripts.impact import answers, pages, report, state, tell
from scripts.impact.__main__ import told
from scripts.impact.state import State
from scripts.pages import changes, freshness
from scripts.pages.updates import fragments, pages as update_pages
from scripts.update import Round
from tests.scripts.impact import quarter


@dataclass(frozen=True)
class Quarter:
    """The rounds by name, what each said, and the project that they were made in."""

    root: Path
    rvu: Round
    mue: Round
    ptp: Round
    said: list[str]
    whole: str  # all of it against the last commit, for a pull request

    @cached_property
    def after(self) -> State:
        """The state that all three left."""
        return state.load(self.root / "content", self.root)


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Quarter:
    """Take in all three; pages and cases take their time, and have a test of their own."""
    root = quarter.project(tmp_path_factory.mktemp("quarter"))
    given = tmp_path_factory.mktemp("given")
    said: list[str] = []
    built: list[Path] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "written", lambda *_: pages.Site({}, ()))
        patch.setattr(answers, "of_vectors", lambda *_: ())
        rounds = [
            update.run(root, make(given), built.append, said.append)
            for make in (quarter.rvu26c, quarter.mue2027, quarter.ptp2027)
        ]
        again = update.run(root, given / "rvu26c.zip", built.append, said.append)
        whole = told(root, "HEAD", markdown=True)
    assert built == [root] * 4, "\n".join(said)
    assert again.changed == ()
    assert {*rounds[0].changed} <= {*again.uncommitted}
    rvu, mue, ptp = rounds
    return Quarter(root, rvu, mue, ptp, said, whole)


def test_every_stage_is_named_as_it_begins_and_ends(taken: Quarter) -> None:
    stages = [line for line in taken.said if line[:2] in {f"{n}/" for n in range(1, 7)}]

    assert stages[0] == "1/6 read …"
    assert stages[1].startswith("1/6 read: RVU26C, ")
    assert [line.split()[1] for line in stages[:12:2]] == [*update.STAGES]


def test_one_hundredth_of_an_rvu_moves_its_row_and_its_price_everywhere(taken: Quarter) -> None:
    moved = taken.rvu.report.moved
    (prices,) = moved.prices
    (national,) = prices.national

    assert [each.what for each in moved.rows] == [
        "97530: work",
        "97530: nonfacility total",
        "97530: facility total",
    ]
    assert (moved.rows[0].before, moved.rows[0].now) == ("0.44", "0.45")
    assert (prices.before, prices.now) == (date(2026, 7, 1), date(2026, 7, 1))
    assert (national.code, national.before, national.now) == ("97530", "35.07", "35.40")
    assert (national.by_factor, national.by_rvus) == ("0.00", "0.33")
    assert len(prices.localities) == len(taken.after.facts.library.localities)
    assert {each.code for each in prices.localities} == {"97530"}
    assert (moved.edits, moved.mue, moved.figures) == ((), (), ())


def test_one_limit_moves_from_what_was_told_last_and_no_other(taken: Quarter) -> None:
    moved = taken.mue.report.moved

    assert moved.mue == (
        Moved(
            what="97530, practitioner",
            before="6 a day, MAI 3 (NCCI MUE 2026 Q4)",
            now="4 a day, MAI 3 (NCCI MUE 2027 Q1)",
            page="codes/97530/",
        ),
    )
    assert (moved.rows, moved.prices, moved.edits) == ((), (), ())


def test_one_deleted_edit_moves_and_pairs_not_read_before_do_not(taken: Quarter) -> None:
    moved = taken.ptp.report.moved

    assert moved.edits == (
        Moved(
            what="97163 with 97161, practitioner",
            before="in force, indicator 0",
            now="deleted, last day 2026-12-31, indicator 0",
            page="exclusions/",
        ),
    )


def test_old_figures_stay_and_answer_for_their_dates(taken: Quarter) -> None:
    facts = taken.after.facts
    june, july = (
        changes.Told(facts.reference, day).amount("97530")
        for day in (date(2026, 6, 30), date(2026, 7, 1))
    )
    december, january = (
        facts.edits.see(*quarter.PAIR, Setting.PRACTITIONER, day)
        for day in (date(2026, 12, 31), date(2027, 1, 1))
    )

    assert (str(june), str(july)) == ("35.07", "35.40")
    assert december.edit
    assert january.edit is None
    assert [
        (each.release, each.start, each.end) for each in facts.library.codes["97530"].periods[-2:]
    ] == [
        ("RVU26B", date(2026, 1, 1), date(2026, 6, 30)),
        ("RVU26C", date(2026, 7, 1), date(2026, 12, 31)),
    ]


def test_freshness_and_its_calendar_follow(taken: Quarter) -> None:
    facts = taken.after.facts
    ((_, text),) = freshness.pages(facts)
    events = Calendar.from_ical(text).walk("VEVENT")
    days = {str(event["uid"]).split("@")[0]: event.decoded("dtstart") for event in events}
    tables = dict(freshness.fragments(facts))

    assert days["ends-rvu-rvu26c"] == date(2026, 12, 31)
    assert days["ends-mue-mue-2027q1"] == date(2027, 3, 31)
    assert days["ends-ptp-practitioner-2027q1"] == date(2027, 3, 31)
    assert not {"ends-rvu-rvu26b", "ends-mue-mue-2026q4", "needed-rvu26c"} & days.keys()
    assert "RVU26C" in tables["freshness/held.html"]
    assert "RVU26B" in tables["freshness/older.html"]


def test_each_file_leaves_a_record_that_the_site_tells(taken: Quarter) -> None:
    facts = taken.after.facts
    written = dict(update_pages(facts))
    listed = dict(fragments(facts))["updates/index.html"]

    assert [*facts.library.updates] == ["mue-mue-2027q1", "ptp-practitioner-2027q1", "rvu-rvu26c"]
    assert facts.library.updates["rvu-rvu26c"].moved == taken.rvu.report.moved
    assert "0.44 → 0.45" in written["updates/rvu-rvu26c.md"]
    assert "+0.33" in written["updates/rvu-rvu26c.md"]
    assert listed.index("2027, quarter 1") < listed.index("2026, quarter 3")
    assert 'href="rvu-rvu26c/"' in listed


def test_what_is_left_to_do_is_listed_last_with_its_file(taken: Quarter) -> None:
    text = tell.text(taken.mue.report, taken.mue.after)

    assert "content/awaited.yaml: say what is awaited after mue/mue-2027q1" in text
    assert text.index("What to do next") > text.index("Most units a day (MUE)")


def test_against_the_last_commit_all_of_it_is_told_for_a_pull_request(taken: Quarter) -> None:
    assert "| 97530 | 35.07 → 35.40 | +0.33 | +0.9 | 0.00 | +0.33 |" in taken.whole
    assert "| 97530, practitioner | 6 a day, MAI 3 (NCCI MUE 2026 Q4) → 4 a day" in taken.whole
    assert "| 97163 with 97161, practitioner | in force, indicator 0 → deleted" in taken.whole
    assert "**Moved: 3 cells, 1 edit, 1 MUE cell, 1 national price" in taken.whole


def test_the_commands_that_were_printed_take_the_updates_back(taken: Quarter) -> None:
    printed = [line.strip() for line in taken.said if line.startswith("  git ")]
    for command in printed:
        subprocess.run(command, shell=True, cwd=taken.root, check=True)  # noqa: S602  as printed
    left = subprocess.check_output(("git", "status", "--porcelain"), cwd=taken.root, text=True)

    assert "content" not in left
    assert not read(taken.root / "content").updates
    assert "rvu/rvu26c" not in library.load(taken.root / "content").releases


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "FILE: got nothing, takes an official file"),
        (["nowhere.zip"], "FILE: got nowhere.zip, where nothing is; takes an official file"),
    ],
)
def test_without_a_file_that_is_there_the_verb_says_what_it_takes(
    given: list[str], said: str
) -> None:
    with pytest.raises(SystemExit, match=said):
        update.main(given)


def test_a_file_of_another_kind_leaves_content_as_it_was(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("Nothing official.\n")

    with pytest.raises(importers.Refused, match=r"notes\.txt: an unknown file"):
        update.run(quarter.ROOT, other, lambda _: None, lambda _: None)


def test_where_the_build_fails_the_report_and_the_way_back_were_told(tmp_path: Path) -> None:
    root = quarter.project(tmp_path / "project")
    said: list[str] = []

    def fails(_: Path) -> None:
        raise RuntimeError("The build fell over.")

    def falls(*_: object) -> None:
        raise RuntimeError("The comparison fell over.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "written", lambda *_: pages.Site({}, ()))
        patch.setattr(answers, "of_vectors", lambda *_: ())
        with pytest.raises(RuntimeError, match="The build"):
            update.run(root, quarter.rvu26c(tmp_path), fails, said.append)
        first = len(said)
        patch.setattr(report, "compare", falls)
        with pytest.raises(RuntimeError, match="The comparison"):
            update.run(root, quarter.mue2027(tmp_path), fails, said.append)

    assert any("1 national price" in line for line in said[:first])
    assert (root / update.MARKDOWN).is_file()
    assert said[first - 4] == "This takes the update back:"
    assert "\ncontent/ was changed; this takes it back:" in said[first:]
    assert "content/mue/mue-2027q1.csv" in said[-1]

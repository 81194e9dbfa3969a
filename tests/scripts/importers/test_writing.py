"""Writing is whole or not at all, in one form, with days that meet."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from scripts.importers import Refused, read, timeline, write, yaml_text
from scripts.importers.timeline import Span
from tests.scripts.importers.test_pprrvu import NON_QP

Give = Callable[[str, bytes], Path]


def state(folder: Path) -> dict[str, bytes]:
    """Read all files of a folder and of those beside it, by path."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def release(content: Path, give: Give) -> Path:
    """Give a file to import, in a content/ that it changes."""
    held = content / "rvu/rvu26.yaml"
    held.write_text(held.read_text().replace("RVU26", "RVU26B"))
    return give("PPRRVU2026_Jul_nonQPP.csv", NON_QP)


@pytest.mark.parametrize(
    ("failing", "at"), [("write_text", 2), ("rename", 1), ("rename", 2), ("copytree", 1)]
)
def test_an_import_that_fails_half_way_leaves_content_as_it_was(
    failing: str, at: int, release: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported, before = read(release, content), state(content.parent)
    where = shutil if failing == "copytree" else Path
    working, calls = getattr(where, failing), 0

    def fail(*given: object, **named: object) -> object:
        nonlocal calls
        calls += 1
        if calls == at:
            raise OSError("no space left")
        return working(*given, **named)

    monkeypatch.setattr(where, failing, fail)
    with pytest.raises(OSError, match="no space left"):
        write(imported, content)
    monkeypatch.undo()

    assert state(content.parent) == before
    assert len(write(imported, content)) > 0


def test_writing_leaves_nothing_beside_content(release: Path, content: Path) -> None:
    before = {path.name for path in content.parent.iterdir()}

    write(read(release, content), content)

    assert {path.name for path in content.parent.iterdir()} == before


def test_two_imports_write_the_same_bytes(release: Path, content: Path, tmp_path: Path) -> None:
    twin = Path(shutil.copytree(content, tmp_path / "twin/content"))
    for folder in (content, twin):
        write(read(release, folder), folder)

    assert state(content) == state(twin)


def test_a_source_that_is_held_is_not_written_anew(release: Path, content: Path) -> None:
    source = content / "sources/cms-rvu26c.yaml"
    shutil.copy(content / "sources/cms-rvu.yaml", source)
    before = source.read_bytes()

    write(read(release, content), content)

    assert source.read_bytes() == before


def span(path: str, release: str, own: date, end: date) -> Span:
    return Span(path, release, own, own, end)


def test_three_quarters_of_a_year_share_its_days() -> None:
    held = [
        Span("rvu/b", "RVU26B", date(2026, 4, 1), date(2026, 1, 1), date(2026, 12, 31)),
        Span("rvu/old", "RVU25D", date(2025, 10, 1), date(2025, 1, 1), date(2025, 12, 31)),
    ]
    new = span("rvu/d", "RVU26D", date(2026, 10, 1), date(2026, 12, 31))
    spans = timeline.cut(held, new, fills_year=True)
    spans = timeline.cut(
        spans, span("rvu/a", "RVU26A", date(2026, 1, 1), date(2026, 3, 31)), fills_year=True
    )

    assert [(each.release, str(each.start), str(each.end)) for each in spans] == [
        ("RVU25D", "2025-01-01", "2025-12-31"),
        ("RVU26A", "2026-01-01", "2026-03-31"),
        ("RVU26B", "2026-04-01", "2026-09-30"),
        ("RVU26D", "2026-10-01", "2026-12-31"),
    ]
    notes = [timeline.note(each) or "" for each in spans]
    assert [note.partition(": ")[0] for note in notes] == [
        "The October 2025 release answers for the whole year",
        "",
        "The April 2026 release answers from 2026-04-01 to 2026-09-30",
        "",
    ]


def test_two_releases_of_one_day_are_refused() -> None:
    held = span("rvu/x", "other", date(2026, 7, 1), date(2026, 12, 31))
    new = span("rvu/c", "RVU26C", date(2026, 7, 1), date(2026, 9, 30))

    with pytest.raises(Refused, match="Remove the one that is not wanted"):
        timeline.cut([held], new, fills_year=True)


def test_yaml_is_quoted_where_content_would_not_read_the_text() -> None:
    record: dict[str, yaml_text.Value] = {
        "plain": "CMS, a file (July 2026)",
        "code": "97530",
        "figure": "33.4009",
        "colon": "one: two",
        "mark": "*",
        "list": ("97530", "G0283", "cms-rvu26c"),
        "yes": "yes",
    }

    assert yaml_text.fields(record).splitlines() == [
        "plain: CMS, a file (July 2026)",
        'code: "97530"',
        'figure: "33.4009"',
        'colon: "one: two"',
        'mark: "*"',
        'list: ["97530", "G0283", cms-rvu26c]',
        'yes: "yes"',
    ]

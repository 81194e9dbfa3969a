"""Rows of the releases, put together by code and by locality."""

from collections.abc import Iterable, Iterator
from typing import Any

from scripts.content.joined import Code, CodePeriod, Example, Locality, LocalityPeriod, Mue, Text
from scripts.content.load import Content
from scripts.content.model import ReleaseFile
from scripts.content.prose import HEADINGS, Section


def codes(content: Content) -> dict[str, Code]:
    """Join each code's own file with its rows of every release, by number."""
    groups = {group.key: group for group in content.groups.groups}
    periods, mue, texts = _code_periods(content), _mue(content), content.code_texts()
    return {
        code: Code(
            code=code,
            label=file.label,
            group=groups[file.group],
            time=file.time,
            therapy=file.therapy,
            unusual_for=file.unusual_for,
            instead=file.instead,
            periods=tuple(periods[code]),
            mue=tuple(mue[code]),
            texts={text.key: text for text in _texts(content, code, texts.get(code, ()))},
        )
        for code, file in content.codes.items()
    }


def examples(content: Content) -> dict[str, Example]:
    """Join each worked example with its scenario and the lines of its fields."""
    made = {}
    for key, file in content.examples.items():
        scenario = content.texts[f"examples/{key}.md"]
        made[key] = Example(key, file, scenario, content.documents[f"examples/{key}.yaml"].lines)
    return made


def localities(content: Content) -> dict[str, Locality]:
    """Join each locality with its GPCIs of every year, by key."""
    periods: dict[str, list[LocalityPeriod]] = {row.key: [] for row in content.localities.rows}
    for table in content.gpci:
        for row in table.rows:
            period = LocalityPeriod(
                **_release(table.release),
                work=getattr(row, table.release.work),
                work_without_floor=row.work_without_floor,
                practice_expense=row.practice_expense,
                malpractice=row.malpractice,
            )
            periods[row.locality].append(period)
    return {
        row.key: Locality(**dict(row), periods=tuple(periods[row.key]))
        for row in sorted(content.localities.rows, key=lambda row: row.key)
    }


def _texts(content: Content, code: str, sections: Iterable[Section]) -> Iterator[Text]:
    """Yield the sections of a code's text, each with what its YAML says of it."""
    said = {str(key): support for key, support in content.codes[code].text.items()}
    for section in sections:
        key = HEADINGS[section.heading]
        support = said[key]
        yield Text(key, section.heading, section.entries, support.standing, support.sources)


def _code_periods(content: Content) -> dict[str, list[CodePeriod]]:
    periods: dict[str, list[CodePeriod]] = {code: [] for code in content.codes}
    for table in content.rvu:
        for row in table.rows:
            values = {name: value for name, value in row if name != "code"}
            periods[row.code].append(CodePeriod(**_release(table.release), **values))
    return periods


def _mue(content: Content) -> dict[str, list[Mue]]:
    mue: dict[str, list[Mue]] = {code: [] for code in content.codes}
    for table in reversed(content.mue):
        for row in table.rows:
            values = {name: value for name, value in row if name != "code"}
            mue[row.code].append(Mue(**_release(table.release), **values))
    return mue


def _release(release: ReleaseFile) -> dict[str, Any]:
    return {
        name: getattr(release, name) for name in ("start", "end", "release", "standing", "sources")
    }

"""Which figures and which days of releases moved."""

from collections.abc import Iterator

from scripts.content.joined import FigureSeries
from scripts.content.library import Library
from scripts.content.model import FigurePeriod
from scripts.content.model.updates import Moved
from scripts.content.values import Dated
from scripts.pages import figures
from scripts.pages.releases import kind


def releases(before: Library, after: Library) -> Iterator[Moved]:
    """Yield each release that has come or gone, or answers for other days."""
    for path in sorted(before.releases.keys() | after.releases.keys()):
        old, new = before.releases.get(path), after.releases.get(path)
        if old is None or new is None or _days(old) != _days(new):
            held = new or old
            what = f"{held.release}, {kind(path)}" if held else path
            yield Moved(what=what, before=_days(old), now=_days(new), page="freshness/")


def values(before: Library, after: Library) -> Iterator[Moved]:
    """Yield each figure that has another value on some day, with its release."""
    for key, series in after.figures.items():
        old = before.figures.get(key)
        for period in series.periods:
            was = _before(old.periods if old else (), period)
            if was is None or was.value != period.value:
                what = f"{series.label}, from {period.start}"
                told = _said(old, was) if old and was else None
                yield Moved(what=what, before=told, now=_said(series, period))
    for key in sorted(before.figures.keys() - after.figures.keys()):
        gone = before.figures[key]
        yield Moved(what=gone.label, before=_said(gone, gone.periods[-1]))


def _before(periods: tuple[FigurePeriod, ...], now: FigurePeriod) -> FigurePeriod | None:
    """Find what was told for the first day of a period, or at last before it."""
    earlier = [each for each in periods if each.start <= now.start]
    return earlier[-1] if earlier else None


def _said(series: FigureSeries, period: FigurePeriod) -> str:
    return f"{figures.written(series, period.value)} ({period.release})"


def _days(period: Dated | None) -> str | None:
    return f"{period.start} to {period.end}" if period else None

"""Figures that change with time: one figure for a sentence, or a table of all its periods."""

from collections.abc import Iterator
from decimal import Decimal

from calculator.words.money import dollars
from calculator.words.quarter_hours import boundaries
from scripts.content.joined import FigureSeries
from scripts.pages.facts import Facts
from scripts.pages.releases import kind
from scripts.pages.template import render, share
from scripts.pages.units import CHARTED

TABLE_ROOT = "../../"  # tables of figures stand on pages two folders deep


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the path below build/include and the text of every figure's fragments."""
    for key, series in facts.library.figures.items():
        newest = series.periods[-1]
        value = written(series, newest.value)
        one = render("figure.html", value=value, period=newest, label=series.label)
        yield f"figures/{key}.md", one
        yield (
            f"tables/{key}.html",
            render(
                "periods.html",
                series=series,
                rows=[(period, written(series, period.value)) for period in series.periods],
                sources=facts.library.sources,
                root=TABLE_ROOT,
            ),
        )
    for count in range(1, CHARTED + 1):
        fewest, most = boundaries(count)
        yield f"units/{count}-from.md", str(fewest)
        yield f"units/{count}-to.md", str(most)
    first, last = facts.library.days
    yield "held/period.html", render("held.html", first=first, last=last)
    yield "held/codes.md", str(len(facts.library.codes))
    yield "held/localities.md", str(len(facts.library.localities))
    yield "held/releases.html", render("releases.html", releases=facts.library.releases, kind=kind)


def written(series: FigureSeries, value: Decimal) -> str:
    """Write a figure in its unit: a share in percent, a factor as published, else dollars."""
    if series.unit.startswith("share"):
        return share(value)
    if series.unit.startswith("dollars per RVU"):
        return str(value)
    return dollars(value)

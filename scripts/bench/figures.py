"""A measured figure: its median and count, and what it comes to beside others of the same run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Figure:
    """Values in one unit, and those of other sides, measured in turn with them."""

    name: str
    unit: str
    values: Sequence[float]
    beside: Mapping[str, Sequence[float]] = field(default_factory=dict)

    def ratios(self) -> dict[str, float]:
        """Divide the median by that of each other side, where that is not nothing."""
        return {
            side: round(median(self.values) / median(values), 3)
            for side, values in self.beside.items()
            if median(values)
        }

    def record(self) -> dict[str, object]:
        """Write it for build/bench.json."""
        return {
            "name": self.name,
            "unit": self.unit,
            "median": round(median(self.values), 3),
            "p95": round(p95(self.values), 3),
            "runs": len(self.values),
            "ratio_to": self.ratios(),
        }

    def line(self) -> str:
        """Write it for people."""
        middle, count = _shown(median(self.values)), len(self.values)
        shown = f"{self.name:<24}{middle:>12} {self.unit:<9} median of {count}"
        shown += f", 95 of 100 within {_shown(p95(self.values))}" if count > 1 else ""
        ratios = (
            f"{ratio:g} of {side.replace('_', ' ')} ({_shown(median(self.beside[side]))})"
            for side, ratio in self.ratios().items()
        )
        return ", ".join([shown, *ratios])


def p95(values: Sequence[float]) -> float:
    """Give the value that 95 of 100 do not pass."""
    if len(values) == 1:
        return values[0]
    return quantiles(values, n=20, method="inclusive")[-1]


def _shown(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"  # noqa: PLR2004  from here on decimals say nothing

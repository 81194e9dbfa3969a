"""The fee schedule amount: RVUs times the locality's indices times the conversion factor."""

from calculator.reference.codes import Valuation
from calculator.reference.localities import ALL_ONE, Indices
from calculator.reference.periods import Figure
from calculator.words.claim import WHOLE, Unit
from calculator.words.explained import Explained, Step
from calculator.words.money import dollars

FORMULA = ("cfr-42-414-22", "pub-100-04-ch05-10", "settled-rounding")


def price(
    code: str, row: Valuation, indices: Indices, factor: Figure, cites: tuple[str, ...]
) -> Explained[Unit]:
    """Price one unit of a code: three parts in exact dollars, rounded only when they are added.

    `cites` names the releases of the RVUs and indices; the conversion factor brings its own.
    """
    unit = Unit(
        code,
        row.work * indices.work * factor.value,
        row.practice_expense * indices.practice_expense * factor.value,
        row.malpractice * indices.malpractice * factor.value,
    )
    says = f"One unit of {code}: ({_sum(row, indices)}) × {factor.value}."
    sources = tuple(dict.fromkeys((*FORMULA, *cites, *factor.cites)))
    return Explained(unit, (Step("fees", says, sources, dollars(unit.amount(WHOLE))),))


def _sum(row: Valuation, indices: Indices) -> str:
    if indices == ALL_ONE:
        return (
            f"{row.work} work + {row.practice_expense} practice expense"
            f" + {row.malpractice} malpractice"
        )
    return (
        f"{row.work} work × {indices.work}"
        f" + {row.practice_expense} practice expense × {indices.practice_expense}"
        f" + {row.malpractice} malpractice × {indices.malpractice}"
    )

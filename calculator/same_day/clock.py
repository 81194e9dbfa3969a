"""What the times typed say of two codes: minutes that both have, or that they are apart."""

from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from calculator.reference.bundle import Reference
from calculator.words.blocks import Pair, Times

Said = dict[frozenset[str], tuple[str, ...]]


class Clock(NamedTuple):
    """What is said of two codes, by the two: of minutes in common, and of times apart.

    A supervised modality that runs beside a service is neither: such minutes are allowed, and they
    are no evidence.
    """

    shared: Said
    apart: Said


def read(times: Times, reference: Reference) -> Clock:
    """Read what times show; of a pair of codes that are one service both are meant."""
    partner = {code.code: code.further for code in reference.codes.values() if code.further}
    partner |= {further: code for code, further in partner.items()}
    return Clock(
        shared=_said((*times.together, *times.co_treatment), partner),
        apart=_said(times.apart, partner),
    )


def _said(pairs: Iterable[Pair], partner: dict[str, str]) -> Said:
    said: Said = {}
    for pair in pairs:
        one, other = ((code, partner.get(code, code)) for code in pair.codes)
        for codes in {frozenset(each) for each in product(one, other)}:
            said[codes] = (*said.get(codes, ()), pair.says)
    return said

"""Dots on one line, each as near to the line as it can lie without touching another."""

from collections.abc import Sequence
from math import sqrt


def heights(places: Sequence[float], diameter: float) -> list[float]:
    """Return how far above the line each dot lies; `places` and the result in pixels.

    Places are true: a dot moves up to make room, never sideways.
    """
    laid: list[tuple[float, float]] = []
    found = [0.0] * len(places)
    for index in sorted(range(len(places)), key=lambda each: places[each]):
        place = places[index]
        near = [(x, y) for x, y in laid if place - x < diameter]
        found[index] = _lowest_free(place, near, diameter)
        laid.append((place, found[index]))
    return found


def _lowest_free(place: float, near: list[tuple[float, float]], diameter: float) -> float:
    touching = [y + sqrt(diameter**2 - (place - x) ** 2) for x, y in near]
    for height in sorted([0.0, *touching]):
        # The small allowance keeps a dot that just touches from counting as one that overlaps.
        if all((place - x) ** 2 + (height - y) ** 2 >= diameter**2 - 0.001 for x, y in near):
            return height
    return max(touching)

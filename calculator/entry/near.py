"""What somebody may have meant: words that are a slip of the hand or two away."""

from collections.abc import Iterable

MOST = 3


def near(typed: str, words: Iterable[str], slips: int) -> list[str]:
    """Return at most three words within so many slips, the nearest first, turned letters before."""
    found, letters = [], set(typed)
    for word in words:
        if abs(len(word) - len(typed)) > slips or len(letters.difference(word)) > slips:
            continue  # a cheap look first: there are hundreds of names
        count = distance(typed, word)
        if 0 < count <= slips:
            found.append((count, sorted(word) != sorted(typed), word))
    return [word for *_, word in sorted(found)[:MOST]]


def distance(one: str, other: str) -> int:
    """Count the slips between two words: a letter wrong, too many or missing, or two crossed."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        last, before, row = before, row, [place]
        for along, against in enumerate(other, start=1):
            least = min(
                before[along] + 1, row[along - 1] + 1, before[along - 1] + (letter != against)
            )
            crossed = place > 1 and along > 1 and one[place - 2] == against
            if crossed and other[along - 2] == letter:
                least = min(least, last[along - 2] + 1)
            row.append(least)
    return row[-1]

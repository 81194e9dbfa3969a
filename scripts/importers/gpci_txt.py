"""GPCI as text of fixed width: known for 2025. Its header is cut off and names no column whole."""

from collections.abc import Iterator, Mapping

from scripts.importers import cells
from scripts.importers.archive import Member
from scripts.importers.imported import Refused

WIDTH = 150
LAST_KNOWN = 2025
HEADER = "Medicare Admi State Locality Locality Name 2025 PW GPCI2025 PE GPCI2025 MP GPCI"
PLACES: Mapping[str, tuple[int, int]] = {  # first and last character, counted from 1
    "Medicare Administrative Contractor (MAC)": (1, 5),
    "State": (17, 18),
    "Locality Number": (25, 26),
    "PW GPCI (with 1.0 Floor)": (122, 126),
    "PE GPCI": (134, 138),
    "MP GPCI": (146, 150),
}


def rows(member: Member, year: int) -> Iterator[Mapping[str, str]]:
    """Yield each locality's fields under the names that the csv has."""
    if year > LAST_KNOWN:
        unseen = f"{member.name}: the layout of the txt of {year} was never seen"
        raise Refused(f"{unseen}; expected that of {LAST_KNOWN} or a csv. Take the csv.")
    lines = cells.lines(member)
    header = [" ".join(next(lines, "").split()) for _ in range(3)][-1]
    if header != HEADER:
        raise Refused(cells.unlike(member, header, HEADER))
    for line in lines:
        fields = {name: line[first - 1 : last].strip() for name, (first, last) in PLACES.items()}
        if len(line) != WIDTH or not fields["State"]:
            return  # the footers begin
        yield fields

"""What each release is, in words, and which of them is the newest of its kind."""

from collections.abc import Iterable, Mapping

from scripts.content.model import ReleaseFile
from scripts.content.model.awaited import Awaited

# By how a release's path begins.
KINDS = {
    "gpci": "Locality indices (GPCI)",
    "hcc/v24": "Risk groups, V24",
    "hcc/v28": "Risk groups, V28",
    "hcc_factors": "Factors of the risk groups",
    "icd10cm": "Diagnoses",
    "localities": "Counties of the localities",
    "mue": "Most units a day (MUE)",
    "pcs/codes": "PCS section F: codes and titles",
    "pcs/definitions": "PCS section F: definitions",
    "pcs/msdrg": "PCS section F: codes for MS-DRG 945 and 946",
    "pcs/tables": "PCS section F: tables",
    "pcs/values": "PCS section F: names of values",
    "ptp/hospital": "Pairs of codes (NCCI), hospital",
    "ptp/practitioner": "Pairs of codes (NCCI), practitioner",
    "rvu": "RVUs and indicators",
}


def kind(path: str) -> str:
    """Say what a release holds."""
    return KINDS.get(series(path), series(path))


def series(path: str) -> str:
    """Name what a release is one of: the longest beginning that is known, else its folder."""
    known = [start for start in KINDS if path.startswith(start)]
    return max(known, key=len) if known else path.split("/", maxsplit=1)[0]


def newest(releases: Mapping[str, ReleaseFile]) -> dict[str, ReleaseFile]:
    """Keep the releases that no other of their kind outlasts."""
    last = {series(path): max_end(releases, series(path)) for path in releases}
    return {path: each for path, each in releases.items() if each.end == last[series(path)]}


def following(awaited: Iterable[Awaited], name: str) -> Awaited | None:
    """Find the release that is awaited after the newest of a series."""
    return next((each for each in awaited if name in map(series, each.follows)), None)


def max_end(releases: Mapping[str, ReleaseFile], name: str) -> object:
    """Find the last day that any release of a kind answers for."""
    return max(each.end for path, each in releases.items() if series(path) == name)

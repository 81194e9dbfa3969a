"""What the grouper counts for MS-DRG 945 and 946 is a code of section F on that day."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each listed code that does not exist, that comes twice, or that begins later."""
    codes, msdrg = content.pcs.codes, content.pcs.msdrg
    begun = {row.code: row.since or codes.release.start for row in codes.rows}
    seen: set[str] = set()
    for line, row in enumerate(msdrg.rows, start=2):
        file = f"{msdrg.path}.csv"
        if row.code in seen:
            yield Problem(file, "code", f"{row.code} again", "each code once", line)
        elif row.code not in begun:
            yield Problem(file, "code", row.code, f"a code that {codes.path}.csv has", line)
        elif row.since < begun[row.code]:
            takes = f"{begun[row.code]} or later, as the code begins"
            yield Problem(file, f"{row.code} since", row.since, takes, line)
        seen.add(row.code)

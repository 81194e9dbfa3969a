"""Every diagnosis stands in a release of ICD-10-CM, unless its file says that it does not exist."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each code without a row, and each that does not exist and has one."""
    released = {row.code for table in content.icd10cm for row in table.rows}
    for code, file in content.diagnoses.items():
        if file.exists != (code in released):
            takes = "false, as no release has it" if file.exists else "true, as a release has it"
            yield Problem(f"diagnoses/{code}.yaml", "exists", str(file.exists).lower(), takes)

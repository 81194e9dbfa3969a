"""Payment status: which codes get a claim line, and which lines have a national amount."""

from calculator.reference.codes import Valuation
from calculator.reference.periods import Period
from calculator.words.explained import Explained, Finding


def admit(code: str, period: Period[Valuation]) -> Explained[bool]:
    """Tell whether Medicare may pay this code for itself, with what else its indicators bring."""
    row = period.value
    says = []
    if row.never_paid:
        says.append(f"No line for {code}: status {row.status}, {row.never_paid}.")
    elif not row.priced:
        by = "the contractor sets its price" if row.status == "C" else "restricted, without RVUs"
        says.append(f"{code} has no national amount: status {row.status}, {by}.")
    elif row.status == "R":
        says.append(f"{code} is restricted (status R): paid only under special coverage rules.")
    if row.multiple_procedure == "2":
        says.append(f"{code} bears multiple-procedure indicator 2: not worked out here.")
    findings = tuple(Finding("status", text, period.sources) for text in says)
    return Explained(not row.never_paid, (), findings)

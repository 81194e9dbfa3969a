"""What is taken and what is refused by name, as data: pages and messages are made of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """Files of one layout: names of zips and members as published, and where they go.

    `feeds` are places below content/. `seen` says which files of it were read here when the
    importer was made; all others were only described by those who read them.
    """

    what: str
    zips: tuple[str, ...]
    members: tuple[str, ...]
    feeds: tuple[str, ...]
    seen: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that is never imported: how it is called, why, and what to do instead."""

    name: str
    pattern: re.Pattern[str]
    why: str


def _refusal(name: str, pattern: str, why: str) -> Refusal:
    return Refusal(name, re.compile(pattern, re.IGNORECASE), why)


KINDS: Mapping[str, Kind] = {
    "pprrvu": Kind(
        "Fee schedule: RVUs, indicators, conversion factors",
        ("rvu26c-updated-06-30-2026.zip", "rvu25d-0.zip", "rvu26ar_1.zip"),
        (
            "PPRRVU2026_Jul_nonQPP.csv or .xlsx",
            "PPRRVU2026_Jul_QPP.csv or .xlsx",
            "PPRRVU2025_Oct.csv, .xlsx or .txt",
        ),
        ("rvu/", "figures/conversion-factor.yaml", "figures/conversion-factor-qp.yaml"),
        "2025 October in csv, txt and xlsx; 2026 July nonQPP in csv",
    ),
    "gpci": Kind(
        "Geographic indices of each locality; they lie in the zip of the fee schedule",
        ("rvu26c-updated-06-30-2026.zip",),
        ("GPCI2026.csv or .xlsx", "GPCI2025.txt"),
        ("gpci/",),
        "2025 in csv, txt and xlsx; 2026 in csv with seven columns, and the header with eight",
    ),
    "ncci": Kind(
        "NCCI PTP edits of practitioners or outpatient hospitals: four zips, all in one folder",
        (
            "medicare-ncci-2026q3-practitioner-ptp-edits-ccipra-v322r0-f1.zip, and -f2, -f3, -f4",
            "medicare-ncci-2026q2-hospital-ptp-edits-ccioph-v321r0-f1.zip, and -f2, -f3, -f4",
        ),
        ("ccipra-v322r0-f1.TXT or .xlsx", "ccioph-v321r0-f1.TXT or .xlsx"),
        ("ptp/",),
        "the first lines of the practitioner txt of 2026 Q3",
    ),
    "mue": Kind(
        "Medically unlikely edits of practitioners or outpatient hospitals",
        ("medicare-ncci-2026-q3-practitioner-services-mue-table.zip",),
        (
            "MCR_MUE_PractitionerServices_Eff_07-01-2026.csv or .xlsx",
            "MCR_MUE_OutpatientHospitalServices_Eff_10-01-2026.csv or .xlsx",
        ),
        ("mue/",),
        "the first lines of the practitioner csv of 2026 Q3",
    ),
    "icd10cm": Kind(
        "ICD-10-CM: diagnoses, of October or April",
        (
            "2026-code-descriptions-tabular-order.zip",
            "april-1-2026-code-descriptions-tabular-order.zip",
            "icd10cm-Code Descriptions-April-1-2026.zip",
            "2027-code-tables-tabular-index.zip",
        ),
        (
            "icd10cm_order_2026.txt, icd10cm-order-April-1-2026.txt",
            "icd10cm_codes_2026.txt, icd10cm-codes-April-1-2026.txt",
            "icd10cm_order_addenda_2026.txt, icd10cm_codes_addenda_2026.txt",
            "icd10cm_tabular_2027.xml, icd10c-tabular-April-1-2026.xml",
        ),
        ("icd10cm/",),
        "order, codes and addenda of October 2025, codes and addenda of April 2025, and the "
        "tabular list of April 2026",
    ),
    "icd10pcs": Kind(
        "ICD-10-PCS, section F: tables, titles and definitions",
        (
            "2026-icd-10-pcs-order-file-long-and-abbreviated-titles.zip",
            "2026-code-tables-and-index.zip",
        ),
        (
            "icd10pcs_tables_2026.xml",
            "icd10pcs_order_2026.txt, icd10pcs_codes_2026.txt",
            "icd10pcs_definitions_2026.xml",
        ),
        ("pcs/",),
        "order file, tables and definitions of October 2025",
    ),
    "figure": Kind(
        "KX thresholds, the deductible, shares: a form filled in by hand as YAML",
        (),
        ("kx-2027.yaml, with figure, from, to, value, release, standing, source, new_source",),
        ("figures/", "sources/"),
        "no file: such figures stand in rules and change requests",
    ),
    "hcc": Kind(
        "Risk adjustment: which diagnosis counts for which group",
        ("2026-midyear_final-icd-10-cm-mappings.zip", "2027-initial-icd-10-cm-mappings.zip"),
        (
            "2026 Initial ICD-10-CM Mappings.csv or .xlsx",
            "2025 Midyear_Final ICD-10-CM Mappings.csv or .xlsx",
        ),
        ("hcc/",),
        "one with 14 columns in csv and xlsx, named 2026, whose columns say 2025",
    ),
}

REFUSED: tuple[Refusal, ...] = (
    _refusal(
        "ANES2026",
        r"ANES\d{4}",
        "anesthesia conversion factors price no code of this site. Leave it aside.",
    ),
    _refusal(
        "OPPSCAP_Jul",
        r"OPPSCAP_",
        "caps on imaging by hospital rates touch no code of this site. Leave it aside.",
    ),
    _refusal(
        "26LOCCO",
        r"\d\dLOCCO",
        "counties are prose, and written by hand in localities.csv. Change them there.",
    ),
    _refusal(
        "MCR_MUE_DMESupplierServices",
        r"MCR_MUE_DMESupplier",
        "MUE of equipment suppliers are not for therapy. Take the practitioner or hospital table.",
    ),
    _refusal(
        "quarterly additions, deletions, revisions",
        r".*additions.*deletions|.*quarterly.*(additions|deletions|revisions)",
        "it lists what changed, in three columns without days. Take the four parts of the table.",
    ),
    _refusal(
        "icd10pcs order addenda",
        r"(icd10pcs_)?(order|codes)_addenda_\d{4}\.txt",
        "addenda of ICD-10-PCS say nothing of tables. Take the order file and the tables.",
    ),
    _refusal(
        "PDF, DOCX",
        r".*\.(pdf|docx?)$",
        "documents are for people. Take the file in csv, xlsx, txt or xml.",
    ),
)


def refusal(name: str) -> Refusal | None:
    """Find why a file of this name is refused, if it is."""
    return next((each for each in REFUSED if each.pattern.match(name)), None)

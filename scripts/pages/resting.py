"""What of content/ rests on a source, by the files that cite it."""

from collections.abc import Callable, Iterator

from scripts.content.joined import Source
from scripts.content.library import Library
from scripts.pages import diagnoses

Entry = tuple[str, str | None]  # a name, and its address from the site's root where it has one

# By the folder of the citing file: how its record, given by the file's name, is called and found.
NAMED: dict[str, Callable[[Library, str], Entry]] = {
    "rules": lambda library, key: (f"Rule: {library.rules[key].title}", f"rules/{key}/"),
    "figures": lambda library, key: (f"Figure: {library.figures[key].label}", None),
    "adjustments": lambda _, key: (f"Remittance: {key}", f"rules/remittance/#{key}"),
    "codes": lambda _, key: (f"Code {key}", f"codes/{key.lower()}/"),
    "comparisons": lambda _, key: (f"Comparison: {key}", "exclusions/"),
    "policies": lambda library, key: (
        f"Policy: {library.policies[key].title}",
        f"exclusions/#policy-{key}",
    ),
    "modifiers": lambda library, key: (
        f"Modifier {library.modifiers[key].modifier}",
        f"modifiers/{key}/",
    ),
    "diagnoses": lambda _, key: (f"Diagnosis {key}", diagnoses.address(key)),
    "families": lambda library, key: (
        f"Diagnoses: {library.diagnoses.families[key].title}",
        None,
    ),
    "pairings": lambda _, key: (f"Pairings: {key}", f"diagnoses/#{key}"),
    "examples": lambda library, key: (
        f"Example: {library.examples[key].file.title}",
        f"examples/{key}/",
    ),
    "corrections": lambda _, key: (f"Correction {int(key)}", f"corrections/#c{int(key)}"),
    "points": lambda _, key: (f"Open or settled point {int(key)}", f"corrections/#p{int(key)}"),
    "updates": lambda library, key: (f"Update: {library.updates[key].title}", f"updates/{key}/"),
    "glossary": lambda library, key: (f"Term: {library.glossary[key].term}", f"glossary/#{key}"),
}


def entries(library: Library, source: Source) -> list[Entry]:
    """List what rests on a source, by kind and name."""
    return [
        entry
        for file in library.citations[source.key]
        for entry in _entries(library, source, file.removesuffix(".yaml"))
    ]


def _entries(library: Library, source: Source, path: str) -> Iterator[Entry]:
    folder, _, key = path.partition("/")
    if path in library.releases:
        yield f"Release: {library.releases[path].release}", None
    elif path == "awaited":
        for each in library.awaited:
            if source.key in each.sources:
                yield f"Awaited: {each.what}", f"freshness/#{each.key}"
    elif folder in NAMED:
        yield NAMED[folder](library, key)

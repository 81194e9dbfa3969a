"""What of content/ rests on a source, by the files that cite it: modifiers, corrections, terms."""

from scripts.content.joined import Source
from scripts.pages.facts import Facts


def entries(facts: Facts, source: Source) -> list[tuple[str, str | None]]:
    """List what rests on a source: names, with their addresses from the site's root."""
    library, found = facts.library, list[tuple[str, str | None]]()
    for file in library.citations[source.key]:
        folder, _, name = file.removesuffix(".yaml").partition("/")
        if folder == "modifiers":
            found.append((f"Modifier {library.modifiers[name].modifier}", f"modifiers/{name}/"))
        elif folder == "corrections":
            found.append((f"Correction {int(name)}", f"corrections/#c{int(name)}"))
        elif folder == "points":
            found.append((f"Open or settled point {int(name)}", f"corrections/#p{int(name)}"))
        elif folder == "glossary":
            found.append((f"Term: {library.glossary[name].term}", f"glossary/#{name}"))
    return found

"""build/docs and build/include: what people wrote, what is generated, what the browser is given."""

import shutil
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from scripts.pages import (
    adjustments,
    beside,
    codes,
    corrections,
    crosslinks,
    decisions,
    diagnoses,
    edits,
    examples,
    fees,
    figures,
    form,
    freshness,
    from_root,
    glossary,
    line_tables,
    many,
    modifiers,
    one_line,
    outside,
    pcs,
    prose,
    rules,
    sources,
    tree,
    updates,
    vectors,
    words,
    worked,
)
from scripts.pages.api import documented, published
from scripts.pages.blocks import Block, replace
from scripts.pages.facts import REFERENCE, Facts, load
from scripts.pages.subjects import shortly
from scripts.stages import Refused

WRITTEN = "docs"
DOCS = "build/docs"
INCLUDE = "build/include"
NOT_SHIPPED = ("overrides", "*.d.ts", "tsconfig*.json")
# Pages about the building of this site quote measurements and examples of its files: figures in
# them may be typed, and mentions are left alone.
BUILDING = ("about/changelog", "about/decisions/", "contributing/")
# What each kind of page brings: pages of its own, and fragments that written pages include.
PAGES = (
    codes.pages,
    diagnoses.pages,
    fees.pages,
    freshness.pages,
    modifiers.pages,
    pcs.pages,
    sources.pages,
    updates.pages,
    worked.pages,
)
FRAGMENTS = (
    adjustments.fragments,
    beside.fragments,
    codes.fragments,
    corrections.fragments,
    diagnoses.fragments,
    edits.fragments,
    fees.fragments,
    figures.fragments,
    freshness.fragments,
    glossary.fragments,
    line_tables.fragments,
    many.fragments,
    modifiers.fragments,
    outside.fragments,
    pcs.fragments,
    rules.fragments,
    sources.fragments,
    tree.fragments,
    updates.fragments,
    worked.fragments,
)
# What it makes known to all other pages, which lead there wherever they mention it.
SUBJECTS = (
    codes.subjects,
    diagnoses.subjects,
    fees.subjects,
    glossary.subjects,
    modifiers.subjects,
    outside.subjects,
    pcs.subjects,
    rules.subjects,
    sources.subjects,
    tree.subjects,
    updates.subjects,
    worked.subjects,
)
FONTS = {
    "ibm-plex-sans": ("400-normal", "400-italic", "500-normal", "600-normal"),
    "ibm-plex-mono": ("400-normal", "600-normal"),
}


def assemble(root: Path) -> str:
    """Write everything the site builder reads; raises `Refused` where a written page is wrong."""
    facts = load(root)
    _copy(root, root / DOCS)
    shutil.rmtree(root / INCLUDE, ignore_errors=True)
    api = published.published(facts, root)
    fragments = dict(_fragments(root, facts)) | dict(documented.fragments(api))
    _write_all(root / INCLUDE, fragments)
    generated = dict(page for made in PAGES for page in made(facts)) | dict(published.pages(api))
    written, problems = worked_out(root, facts)
    problems = [*_faults(root), *problems]
    if problems:
        raise Refused("\n".join(problems))
    apart = {name: text for name, text in written.items() if name.startswith(BUILDING)}
    data = {name: text for name, text in generated.items() if not name.endswith(".md")}
    pages = {**written, **generated}
    subjects = [each for made in SUBJECTS for each in made(facts)]
    joined = crosslinks.joined(
        {
            name: corrections.noted(facts, crosslinks.address(name), text)
            for name, text in pages.items()
            if name not in {*apart, *data}
        },
        fragments,
        subjects,
        apart,
    )
    if joined.problems:
        raise Refused("\n".join(joined.problems))
    _write_all(root / INCLUDE, joined.fragments)
    _write_all(root / DOCS, {**joined.pages, **apart, **data})
    _write(root / DOCS / "assets/subjects.json", shortly(subjects))
    _write(root / DOCS / "assets/words.json", words.text(facts, subjects))
    made = len(generated) - len(data)
    return f"{made} pages generated, {len(written)} written, {len(data)} files of data"


def _fragments(root: Path, facts: Facts) -> Iterator[tuple[str, str]]:
    for made in FRAGMENTS:
        yield from made(facts)
    yield "calculator/one-up.html", form.fragment(facts, "../")
    yield "decisions/index.md", decisions.index(root / WRITTEN / "about/decisions")
    yield from from_root.fragments(root)
    yield from vectors.fragments(root)


def _pages(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the path below docs and the text of every page that people write."""
    for page in sorted((root / WRITTEN).rglob("*.md")):
        yield page.relative_to(root / WRITTEN).as_posix(), page.read_text(encoding="utf-8")


def _faults(root: Path) -> Iterator[str]:
    """Yield what is wrong with written pages, whatever the figures are."""
    for name, text in _pages(root):
        figures_refused = not name.startswith(BUILDING)
        yield from prose.problems(
            text, f"{WRITTEN}/{name}", root / INCLUDE, figures=figures_refused
        )


def worked_out(root: Path, facts: Facts) -> tuple[dict[str, str], list[str]]:
    """Work out the examples of every written page; gives the pages, and all that disagrees."""
    problems: list[str] = []
    filled: dict[str, str] = {}
    for name, text in _pages(root):
        file = f"{WRITTEN}/{name}"
        made = partial(_made_or_noted, facts=facts, page=name, problems=problems)
        try:
            filled[name] = corrections.placed(facts, replace(text, file, made), _root(name), file)
        except Refused as refused:
            problems.append(str(refused))
    return filled, problems


def _made_or_noted(block: Block, facts: Facts, page: str, problems: list[str]) -> str:
    try:
        return _made(block, facts, page)
    except Refused as refused:
        problems.append(str(refused))
    except LookupError as error:
        problems.append(str(block.refuse(f"got {error}, takes what content/ holds")))
    return ""


def _made(block: Block, facts: Facts, page: str) -> str:
    """Work out a block of a page."""
    if block.name == "line":
        return one_line.made(block, facts.names)
    if block.name == "asked":
        return beside.made(block, facts.reference, _root(page))
    return examples.made(block, facts.reference, _root(page), facts.judge)


def _root(page: str) -> str:
    """Lead from a page to the site's root; an index page has its folder's address."""
    deep = page.removesuffix("index.md").count("/") + (not page.endswith("index.md"))
    return "../" * deep or "./"


def _copy(root: Path, docs: Path) -> None:
    """Lay out what is served as it stands: written files, fonts, the runtime, figures, cases."""
    shutil.rmtree(docs, ignore_errors=True)
    shutil.copytree(root / WRITTEN, docs, ignore=shutil.ignore_patterns(*NOT_SHIPPED))
    assets = docs / "assets"
    shutil.copy(root / REFERENCE, assets / "reference.json")
    shutil.copytree(root / "build/doors", assets, dirs_exist_ok=True)
    shutil.copytree(root / vectors.CASES, docs / vectors.SERVED, dirs_exist_ok=True)
    shutil.copytree(root / "build/runtime", assets / "runtime")
    (assets / "fonts").mkdir()
    for family, styles in FONTS.items():
        package = root / "node_modules/@fontsource" / family
        for style in styles:
            shutil.copy(package / "files" / f"{family}-latin-{style}.woff2", assets / "fonts")
        shutil.copy(package / "LICENSE", assets / "fonts" / f"{family}-LICENSE.txt")


def _write_all(folder: Path, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        _write(folder / name, text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

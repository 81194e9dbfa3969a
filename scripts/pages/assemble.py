"""build/docs and build/include: what people wrote, what is generated, what the browser is given."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from scripts.pages import (
    codes,
    decisions,
    examples,
    figures,
    form,
    prose,
    rules,
    sources,
    words,
    worked,
)
from scripts.pages.blocks import Block, replace
from scripts.pages.facts import REFERENCE, Facts, load
from scripts.stages import Refused

WRITTEN = "docs"
DOCS = "build/docs"
INCLUDE = "build/include"
NOT_SHIPPED = ("overrides", "*.d.ts", "tsconfig*.json")
# Pages about the building of this site quote measurements and examples of its files.
FIGURES_ALLOWED = ("about/", "contributing/")
# What each kind of page brings: pages of its own, and fragments that written pages include.
PAGES = (
    codes.pages,
    sources.pages,
    worked.pages,
)
FRAGMENTS = (
    codes.fragments,
    figures.fragments,
    rules.fragments,
    sources.fragments,
    worked.fragments,
)
# What it makes known to all other pages, which lead there wherever they mention it.
SUBJECTS = (
    codes.subjects,
    rules.subjects,
    sources.subjects,
    worked.subjects,
)
FONTS = {
    "ibm-plex-sans": ("400-normal", "400-italic", "500-normal", "600-normal"),
    "ibm-plex-mono": ("400-normal", "600-normal"),
}


def assemble(root: Path) -> str:
    """Write everything the site builder reads; raises `Refused` where a written page is wrong."""
    facts = load(root)
    docs, include = root / DOCS, root / INCLUDE
    _copy(root, docs)
    shutil.rmtree(include, ignore_errors=True)
    for name, text in _fragments(root, facts):
        _write(include / name, text)
    pages = 0
    for name, text in (page for made in PAGES for page in made(facts)):
        _write(docs / name, text)
        pages += 1
    subjects = [subject for made in SUBJECTS for subject in made(facts)]
    _write(docs / "assets/words.json", words.text(facts, subjects))
    written = sorted((root / WRITTEN).rglob("*.md"))
    _fill(root, written, facts)
    return f"{pages} pages generated, {len(written)} written"


def _fragments(root: Path, facts: Facts) -> Iterator[tuple[str, str]]:
    for made in FRAGMENTS:
        yield from made(facts)
    yield "calculator/one-up.html", form.fragment(facts, "../")
    yield "decisions/index.md", decisions.index(root / WRITTEN / "about/decisions")


def _fill(root: Path, written: list[Path], facts: Facts) -> None:
    """Work out the examples of every written page, and refuse what is wrong in any of them."""
    problems: list[str] = []
    for page in written:
        name = page.relative_to(root / WRITTEN).as_posix()
        file, text = f"{WRITTEN}/{name}", page.read_text(encoding="utf-8")
        figures_refused = not name.startswith(FIGURES_ALLOWED)
        problems += prose.problems(text, file, root / INCLUDE, figures=figures_refused)
        try:
            text = replace(text, file, partial(_made, facts=facts, page=name))
        except Refused as refused:
            problems.append(str(refused))
        _write(root / DOCS / name, text)
    if problems:
        raise Refused("\n".join(problems))


def _made(block: Block, facts: Facts, page: str) -> str:
    """Work out a block of a page; an index page has its folder's address, any other its own."""
    deep = page.removesuffix("index.md").count("/") + (not page.endswith("index.md"))
    return examples.made(block, facts.reference, "../" * deep or "./")


def _copy(root: Path, docs: Path) -> None:
    """Lay out what is served as it stands: written files, fonts, the runtime, the figures."""
    shutil.rmtree(docs, ignore_errors=True)
    shutil.copytree(root / WRITTEN, docs, ignore=shutil.ignore_patterns(*NOT_SHIPPED))
    assets = docs / "assets"
    shutil.copy(root / REFERENCE, assets / "reference.json")
    shutil.copytree(root / "build/runtime", assets / "runtime")
    (assets / "fonts").mkdir()
    for family, styles in FONTS.items():
        package = root / "node_modules/@fontsource" / family
        for style in styles:
            shutil.copy(package / "files" / f"{family}-latin-{style}.woff2", assets / "fonts")
        shutil.copy(package / "LICENSE", assets / "fonts" / f"{family}-LICENSE.txt")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

"""Build the same tree with the successor of the site builder, and say what differs.

Nothing waits for it: a difference is told, not an error. docs/about/decisions says what moving
would cost.
"""

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

from scripts import build, imprint
from scripts.runtime import headers

ROOT = Path(__file__).resolve().parent.parent
LOCK = "requirements/zensical.txt"
PYTHON = "build/zensical-python"
INTO = "build/zensical"
# The same settings, seen from build/; the look of the theme that the site is made for.
SETTINGS = {
    "docs_dir: build/docs": "docs_dir: docs",
    "site_dir: site": "site_dir: zensical",
    "custom_dir: docs/overrides": "custom_dir: ../docs/overrides\n  variant: classic",
}
THEME = ("assets/javascripts/", "assets/stylesheets/")
ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
# A way that leads above the root would end at the root, so the root lies deep.
DEEP = f"http://site/{'deep/' * 9}"
SHOWN = 3  # examples of each difference
# What a page has of a kind; takes the page's address and its text.
Aspect = Callable[[str, str], object]


def _found(pattern: str) -> Aspect:
    """Make an aspect of all that a pattern finds in a page, in any order."""
    search = re.compile(pattern, re.DOTALL)
    return lambda _, page: sorted(search.findall(page))


def _led_to(pattern: str) -> Aspect:
    """Make an aspect of all places that the addresses found in a page lead to."""
    search = re.compile(pattern, re.DOTALL)
    return lambda at, page: sorted({urljoin(f"{DEEP}{at}", each) for each in search.findall(page)})


def _in_article(aspect: Aspect) -> Aspect:
    """Look at a page's own text alone."""
    return lambda at, page: aspect(at, found[0] if (found := ARTICLE.search(page)) else "")


def _words(_: str, text: str) -> list[str]:
    return unescape(TAG.sub(" ", text)).split()


# What a page has to have in common with the same page of the site, by the name it is told under.
ASPECTS: Mapping[str, Aspect] = {
    "includes put in": _found(r"\{!.*?!\}"),
    "text": _in_article(_words),
    "headings": _in_article(_found(r"<(h[1-6])\b[^>]*\bid=\"([^\"]+)")),
    "tables": _in_article(_found(r"<table\b[^>]*?class=\"([^\"]*)")),
    "definition lists": _in_article(_found(r"<dl\b")),
    "admonitions": _in_article(_found(r"class=\"admonition[^\"]*")),
    "what the search leaves out": _in_article(_found(r"\bdata-search-exclude\b")),
    "where links lead": _in_article(_led_to(r"\shref=\"([^\"]*)")),
    "titles": _found(r"<title>(.*?)</title>"),
    "styles of ours": _led_to(r"<link rel=\"stylesheet\" href=\"([^\"]*assets/[a-z_]+\.css)"),
    "scripts of ours": _led_to(r"<script[^>]*\ssrc=\"([^\"]*assets/[a-z_-]+\.js)"),
    "tabs": _led_to(r"<a href=\"([^\"]+)\" class=\"md-tabs__link\""),
    "left list": _found(r"<nav class=\"md-nav siblings\""),
    "foot: notice, release, report": _found(r"class=\"(notice[a-z_]*)\""),
    "keys reach menu and search": _found(r"tabindex=\"0\" role=\"button\" aria-label=\"([^\"]+)"),
    "search through our worker": _found(r"assets/search\.js#"),
}


def need(root: Path) -> Path:
    """Give the program, installed from its lock into a place of its own."""
    lock, made = root / LOCK, root / PYTHON / "made-from.txt"
    if not made.is_file() or made.read_text() != lock.read_text():
        subprocess.run([sys.executable, "-m", "venv", "--clear", root / PYTHON], check=True)
        pip = (root / PYTHON / "bin/python", "-m", "pip", "--disable-pip-version-check", "--quiet")
        wheels = ("install", "--require-hashes", "--only-binary", ":all:", "-r", lock)
        subprocess.run([*pip, *wheels], check=True)
        made.write_text(lock.read_text())
    return root / PYTHON / "bin/zensical"


def settings(root: Path) -> Path:
    """Write mkdocs.yml as it reads from build/; the program ends where it has changed too much."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    for here, there in SETTINGS.items():
        if here not in text:
            raise SystemExit(f"mkdocs.yml: got no line {here!r}, which scripts/zensical.py changes")
        text = text.replace(here, there)
    file = root / "build/zensical.yml"
    file.write_text(text, encoding="utf-8")
    return file


def pages(folder: Path) -> dict[str, str]:
    """Read every page below a folder, by its address."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.html"))
    }


def files(folder: Path) -> set[str]:
    """List what else lies there, the theme's own files left out."""
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {name for name in names if not name.endswith(".html") and not name.startswith(THEME)}


def differences(ours: Mapping[str, str], theirs: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each aspect: how many pages have it alike, and some that have not."""
    both = sorted(ours.keys() & theirs.keys())
    for name, aspect in ASPECTS.items():
        differing = [
            page for page in both if aspect(page, ours[page]) != aspect(page, theirs[page])
        ]
        yield _line(name, len(both), differing)
    yield _line("pages that the policy lets be", len(both), list(_broken(theirs)))


def _broken(theirs: Mapping[str, str]) -> Iterator[str]:
    """Yield the pages that the policy of the site would break, each with what it would block."""
    for name, page in theirs.items():
        try:
            headers.check(name, page)
        except headers.NotSealed as why:
            yield str(why)


def _line(name: str, whole: int, differing: list[str]) -> str:
    if not differing:
        return f"alike    {name}: all {whole}"
    some = ", ".join(differing[:SHOWN])
    return f"differs  {name}: {len(differing)} of {whole}, as {some}"


def _missing(what: str, names: Iterable[str]) -> str:
    listed = sorted(names)
    return f"{what}: {', '.join(listed) or 'none'}"


def main() -> None:
    """Build both, print what differs; status 0 whatever that is."""
    build.main()
    program, config = need(ROOT), settings(ROOT)
    begun = time.monotonic()
    ran = subprocess.run([program, "build", "--clean", "-f", config], cwd=ROOT, check=False)
    if ran.returncode:
        print("Zensical does not build this tree; see above.")
        return
    imprint.fill(ROOT / INTO, ROOT / imprint.FILE)
    print(f"Zensical built {INTO}/ in {time.monotonic() - begun:.0f} s.\n")
    ours, theirs = pages(ROOT / build.SITE), pages(ROOT / INTO)
    print(_missing("pages missing", ours.keys() - theirs.keys()))
    print(_missing("pages of its own", theirs.keys() - ours.keys()))
    print(_missing("files missing", files(ROOT / build.SITE) - files(ROOT / INTO)))
    print(_missing("files of its own", files(ROOT / INTO) - files(ROOT / build.SITE)), end="\n\n")
    print("\n".join(differences(ours, theirs)))


if __name__ == "__main__":
    main()

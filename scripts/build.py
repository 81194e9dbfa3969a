"""Write the whole site: content and calculator in, site/ out. `python -m scripts.build`."""

import shutil
import sys
from importlib import import_module
from pathlib import Path

from scripts import faults, imprint, mkdocs_run, stages
from scripts.stages import Refused, Stage

ROOT = Path(__file__).resolve().parent.parent
SITE = "site"
HEADERS = "build/headers.json"
PLAIN = "build/site.plain"
CONTENT = ("content", "scripts/content")


def content(root: Path) -> str:
    """Check content/, write its schemas and reference.json."""
    from scripts.content import library, schema  # noqa: PLC0415  not when idle
    from scripts.content.problems import ContentRefused  # noqa: PLC0415
    from scripts.runtime import doors, reference_json  # noqa: PLC0415

    try:
        held = library.load(root / "content")
    except ContentRefused as refused:
        raise Refused("\n".join(f"content/{each}" for each in refused.problems)) from refused
    schema.write_schemas(root / "build/schema")
    reference_json.write_schema(root / "build/schema/reference.json")
    reference_json.write(held, root / "build/reference.json")
    doors.write(held, root / doors.FILES)
    return (
        f"{len(held.codes)} codes, {len(held.localities)} localities, {len(held.sources)} sources"
    )


def wheel(root: Path) -> str:
    """Pack the calculator and its figures as a wheel, once it has answered here."""
    from calculator import door, page_door  # noqa: PLC0415
    from calculator.reference import bundle  # noqa: PLC0415
    from scripts.runtime import doors, stdlib, wheel as packed  # noqa: PLC0415

    # An error in a rule shows here with its file and line, before the browser's Python meets it.
    figures = bundle.load((root / "build/reference.json").read_text(encoding="utf-8"))
    for visit in stdlib.VISITS:
        door.evaluate(visit, figures, "")
        tuple(page_door.tell(visit, figures, ""))
    for asked in stdlib.questions(root / doors.FILES, root / "build/reference.json"):
        module = import_module(asked["module"])
        getattr(module, asked["name"])(asked["question"], module.load(asked["tables"]), "")
    return str(packed.build(root).name)


def runtime(root: Path) -> str:
    """Trim and compile what the browser runs."""
    from scripts.runtime import assets  # noqa: PLC0415

    return str(assets.build(root))


def pages(root: Path) -> str:
    """Write every page as Markdown, worked examples and figures computed."""
    from scripts.pages.assemble import assemble  # noqa: PLC0415

    return assemble(root)


def site(root: Path) -> str:
    """Turn the Markdown into pages, not yet sealed."""
    shutil.rmtree(root / PLAIN, ignore_errors=True)
    mkdocs_run.build(root, root / PLAIN)
    return f"{sum(1 for _ in (root / PLAIN).rglob('*.html'))} pages"


def seal(root: Path) -> str:
    """Name release, commit and edition in every page, seal it, and put the site in its place."""
    from scripts.runtime import edition, headers  # noqa: PLC0415

    fresh, old = root / "build/site.next", root / "build/site.old"
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(root / PLAIN, fresh)
    imprint.fill(fresh, root / imprint.FILE)
    edition.place(fresh)
    count = headers.seal(fresh, root / HEADERS)
    shutil.rmtree(old, ignore_errors=True)
    if (root / SITE).exists():
        (root / SITE).rename(old)
    fresh.rename(root / SITE)
    shutil.rmtree(old, ignore_errors=True)
    return f"{count} pages"


STAGES = (
    Stage(
        "content",
        (
            *CONTENT,
            "scripts/runtime/doors.py",
            "scripts/runtime/edits_json.py",
            "scripts/runtime/names_json.py",
            "scripts/runtime/reference_json.py",
            "scripts/runtime/reference_model.py",
        ),
        ("build/schema", "build/reference.json", "build/doors"),
        content,
    ),
    Stage(
        "wheel",
        (
            "calculator",
            "build/reference.json",
            "build/doors",
            "pyproject.toml",
            "README.md",
            "LICENSE",
            "scripts/runtime/wheel.py",
        ),
        ("build/wheel",),
        wheel,
    ),
    Stage(
        "runtime",
        (
            "build/wheel",
            "build/reference.json",
            "build/doors",
            "package-lock.json",
            "scripts/runtime",
        ),
        ("build/runtime",),
        runtime,
    ),
    Stage(
        "pages",
        (
            *CONTENT,
            "docs",
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            "calculator",
            "scripts/pages",
            "build/reference.json",
            "build/doors",
            "build/runtime",
            "tests/vectors",
        ),
        ("build/docs", "build/include"),
        pages,
    ),
    Stage(
        "site",
        (
            "build/docs",
            "build/include",
            "docs/overrides",
            "mkdocs.yml",
            "scripts/mkdocs_run.py",
            # The settings that mkdocs.yml takes from the environment.
            "$SITE_URL",
            "$REPOSITORY",
            "$ERRORS_TO",
        ),
        (PLAIN,),
        site,
    ),
    Stage(
        "seal",
        (
            PLAIN,
            imprint.FILE,
            "scripts/imprint.py",
            "scripts/runtime/edition.py",
            "scripts/runtime/headers.py",
            "scripts/runtime/responses.py",
        ),
        (SITE, HEADERS),
        seal,
    ),
)


def build(root: Path = ROOT) -> None:
    """Bring site/ up to date, naming each stage; raises `Refused` where a written file is wrong."""
    imprint.write(root)
    stages.run(root, STAGES, lambda line: print(line, flush=True))


def main() -> None:
    """Build; a file that cannot be used ends it with plain lines and status 1."""
    try:
        build()
    except Refused as refused:
        sys.exit(f"\nNot built:\n{refused}")
    except Exception as error:  # noqa: BLE001  whatever it is, the reader gets its place
        sys.exit(f"\nNot built:\n{faults.plain(ROOT, error)}")
    print(f"The site is in {SITE}/.")


if __name__ == "__main__":
    main()

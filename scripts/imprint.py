"""The site's own release and commit: found at build, put into the foot of every page.

The theme writes placeholders, and the last step of the build fills them. So a commit that changes
no page leaves the site builder at rest. A date would say when somebody built, not what.
"""

import json
import subprocess
import tomllib
from pathlib import Path
from urllib.parse import quote

FILE = "build/imprint.json"
SHOWN = 12  # digits of a commit
RELEASE, COMMIT, QUERY = "@release@", "@commit@", "@release-and-commit@"


def write(root: Path) -> None:
    """Write what is to be said of this tree, for the stages to read."""
    facts = {"release": release(root), "commit": commit(root)}
    file = root / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


def release(root: Path) -> str:
    """Give the release that pyproject.toml names."""
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    return str(tomllib.loads(text)["project"]["version"])


def commit(root: Path) -> str:
    """Say the commit, and whether files differ from it; "unknown" where the tree has none."""
    top = _git(root, "rev-parse", "--show-toplevel")
    # An archive unpacked inside another project's checkout is not of that project's commit.
    if top is None or Path(top).resolve() != root.resolve():
        return "unknown: built from an archive without git"
    head = _git(root, "rev-parse", "HEAD")
    if head is None:
        return "unknown: nothing is committed yet"
    return head[:SHOWN] + (", and changes" if _git(root, "status", "--porcelain") else "")


def fill(site: Path, facts_file: Path) -> None:
    """Put release and commit in the place of the placeholders of every page below `site`."""
    facts = json.loads(facts_file.read_text(encoding="utf-8"))
    both = f"{facts['release']} ({facts['commit']})"
    said = {RELEASE: facts["release"], COMMIT: facts["commit"], QUERY: quote(both, safe="")}
    for path in site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        for placeholder, text in said.items():
            page = page.replace(placeholder, text)
        path.write_text(page, encoding="utf-8")


def _git(root: Path, *asked: str) -> str | None:
    """Ask git; None where it is missing or refuses."""
    try:
        ran = subprocess.run(
            ["git", "--no-optional-locks", *asked],
            cwd=root,
            check=False,
            capture_output=True,
            text=True,
        )
    except OSError:
        return None
    return ran.stdout.strip() if ran.returncode == 0 else None

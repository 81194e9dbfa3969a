"""Every built page is valid HTML, and small."""

import json
import subprocess
from pathlib import Path

from scripts import node

VALIDATE = "node_modules/html-validate/bin/html-validate.mjs"
# The theme puts `autocomplete` on the check boxes that open menu and search: its rule is off there.
RULES = "tests/site/html-validate.json"
LARGEST = 300_000  # bytes, uncompressed


def test_every_page_is_valid_html(site: Path, tmp_path: Path) -> None:
    found = tmp_path / "found.json"
    command = [node.find().node, VALIDATE, "--config", RULES, "--formatter", f"json={found}"]
    ran = subprocess.run([*command, f"{site}/**/*.html"], capture_output=True, check=False)

    results = json.loads(found.read_text(encoding="utf-8"))
    assert [
        f"{Path(page['filePath']).relative_to(site.absolute())}:{each['line']}: {each['message']}"
        for page in results
        for each in page["messages"]
    ] == []
    assert ran.returncode == 0  # also where no page was found


def test_the_validator_reads_every_page_and_finds_faults(tmp_path: Path) -> None:
    page, found = tmp_path / "page.html", tmp_path / "found.json"
    page.write_text("<!doctype html><p><div></p>", encoding="utf-8")
    command = [node.find().node, VALIDATE, "--config", RULES, "--formatter", f"json={found}"]
    ran = subprocess.run([*command, str(page)], capture_output=True, check=False)

    assert ran.returncode == 1
    assert json.loads(found.read_text(encoding="utf-8"))


def test_no_page_is_larger_than_a_slow_line_bears(site: Path) -> None:
    sizes = {path: path.stat().st_size for path in site.rglob("*.html")}
    assert {str(path): size for path, size in sizes.items() if size > LARGEST} == {}

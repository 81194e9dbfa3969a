"""What axe-core finds on a page."""

import json
from pathlib import Path

from playwright.sync_api import Page

AXE = Path("node_modules/axe-core/axe.min.js")
EVERY: dict[str, object] = {"resultTypes": ["violations"]}
COLOURS = {**EVERY, "runOnly": ["color-contrast", "link-in-text-block"]}
GROUND = "getComputedStyle(document.body).backgroundColor"


def serious(page: Page, rules: dict[str, object] = EVERY) -> list[str]:
    """Run axe-core; what it finds serious or worse, a line each."""
    # Past the policy, as a debugger is: a script element would be refused.
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, rules)", rules)
    return [
        f"{each['id']}: {json.dumps(node['target'])} {node['failureSummary']}"
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]


def serious_in_either_theme(page: Page) -> list[str]:
    """Run all rules in the light theme, and in the dark one those that a theme can break."""
    found = [f"light, {each}" for each in serious(page)]
    ground = page.evaluate(GROUND)
    page.evaluate("document.querySelector('label[title=\"Switch to dark\"]').click()")
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(GROUND) != ground
    found += [f"dark, {each}" for each in serious(page, COLOURS)]
    page.evaluate("document.querySelector('label[title=\"Switch to light\"]').click()")
    page.emulate_media(color_scheme="light")
    assert page.evaluate(GROUND) == ground
    return found

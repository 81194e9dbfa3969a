"""The policy that every page and every response carries, with one set of script hashes.

A host that sends no headers (GitHub Pages) leaves the page its own: a meta element, right after
the character set.
"""

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

CHARSET = '<meta charset="utf-8">'
POLICY = "Content-Security-Policy"
SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
# What the policy would block without a word in the page: found here, named in the build.
FORBIDDEN = re.compile(r"<style\b|<[a-z][^<>]*\s(?:style|on[a-z]+)\s*=", re.IGNORECASE)


class NotSealed(ValueError):
    """A page that the policy would break."""


def inline_scripts(page: str) -> set[str]:
    """Return the text of every script that runs from within the page; data blocks do not run."""
    found = SCRIPT.finditer(page)
    return {
        match["text"]
        for match in found
        if "src=" not in match["attributes"] and "application/json" not in match["attributes"]
    }


def hash_of(script: str) -> str:
    """Write a script's hash as the policy names it."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def policy(scripts: set[str]) -> str:
    """Write the policy that lets these inline scripts, and nothing from elsewhere, run."""
    allowed = " ".join(["'self'", "'wasm-unsafe-eval'", *sorted(map(hash_of, scripts))])
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {allowed}",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def seal(site: Path, headers: Path) -> int:
    """Put the policy into every page below `site`, write the server's headers, count the pages."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    for path, page in pages.items():
        check(str(path.relative_to(site)), page)
    allowed = policy(set().union(*map(inline_scripts, pages.values())))
    meta = f'{CHARSET}<meta http-equiv="{POLICY}" content="{allowed}">'
    for path, page in pages.items():
        path.write_text(page.replace(CHARSET, meta, 1), encoding="utf-8")
    # A meta element cannot say who may frame the page; the header can. The site's own host may:
    # a wiki beside it shows cards.
    sent = {
        POLICY: f"{allowed}; frame-ancestors 'self'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }
    headers.write_text(json.dumps(sent, indent=1) + "\n", encoding="utf-8")
    return len(pages)


def check(name: str, page: str) -> None:
    """Raise `NotSealed` where the page has no place for the policy or breaks it."""
    if CHARSET not in page:
        msg = f"{name}: no {CHARSET} to put the policy after"
        raise NotSealed(msg)
    broken = FORBIDDEN.search(SCRIPT.sub("", page))
    if broken:
        line = page.count("\n", 0, page.find(broken[0])) + 1
        msg = f"{name}:{line}: got {broken[0]!r}, takes neither inline styles nor inline handlers"
        raise NotSealed(msg)

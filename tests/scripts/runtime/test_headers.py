"""The policy: which scripts it lets run, where it is written, what it refuses to seal."""

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from scripts.runtime.headers import NotSealed, inline_scripts, seal

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>x</title></head>
<body><script>{}</script><script src="a.js"></script>
<script id="c" type="application/json">{{"b": 1}}</script></body></html>
"""


def test_only_scripts_that_run_from_within_the_page_are_hashed() -> None:
    assert inline_scripts(PAGE.format("run()")) == {"run()"}


def test_every_page_gets_the_one_set_of_hashes_right_after_its_character_set(
    tmp_path: Path,
) -> None:
    site = tmp_path / "site"
    (site / "deep").mkdir(parents=True)
    (site / "index.html").write_text(PAGE.format("one()"))
    (site / "deep/index.html").write_text(PAGE.format("two()"))

    assert seal(site, tmp_path / "headers.json") == 2

    sent = json.loads((tmp_path / "headers.json").read_text())["Content-Security-Policy"]
    for script in ("one()", "two()"):
        assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in sent
    for page in site.rglob("*.html"):
        head = page.read_text().partition('<meta charset="utf-8">')[2]
        assert head.startswith('<meta http-equiv="Content-Security-Policy" content="default-src')
        assert sent.removesuffix("; frame-ancestors 'self'") in head


def test_a_meta_element_does_not_say_what_only_a_header_can(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE.format("one()"))
    seal(tmp_path, tmp_path / "headers.json")

    assert "frame-ancestors" not in (tmp_path / "index.html").read_text()
    assert "frame-ancestors" in (tmp_path / "headers.json").read_text()


@pytest.mark.parametrize(
    "broken",
    ['<p style="color: red">', "<style>p {}</style>", '<a onclick="go()">', '<td\nstyle="x">'],
)
def test_a_page_that_the_policy_would_break_is_named_with_its_line(
    tmp_path: Path, broken: str
) -> None:
    page = PAGE.format("one()").replace("<body>", f"<body>{broken}")
    (tmp_path / "index.html").write_text(page)

    with pytest.raises(NotSealed, match=r"^index\.html:3: got '<"):
        seal(tmp_path, tmp_path / "headers.json")


def test_a_page_without_a_character_set_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>x</title>")

    with pytest.raises(NotSealed, match="to put the policy after"):
        seal(tmp_path, tmp_path / "headers.json")

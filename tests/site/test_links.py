"""The built files, read without a browser: links, headings, policy, notice."""

import json
import re
from functools import cache
from html import unescape
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote, urldefrag, urljoin

import pytest

from scripts import build, imprint
from scripts.runtime import edition

ROOT = "http://site.example/"
CHARSET = '<meta charset="utf-8">'
NOTICE = "CPT numbers are the AMA’s; the labels here are"
ATTRIBUTE = re.compile(r'<(?P<tag>[a-z]+)\b[^>]*?\s(?P<name>href|src)="(?P<value>[^"]*)"')
# What a page's program reads from the address: a visit, a pair, a PCS code.
STATE = re.compile(r"v=|pair=|F[0-9A-Z?]{0,6}$")
ID = re.compile(r'\s(?:id|name)="([^"]+)"')


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, str]:
    """Every page of the site under its address from the root."""
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*.html"))
    }


def links(page: str) -> list[tuple[str, str]]:
    """The links of a page, as tag and address."""
    found = ((match["tag"], unescape(match["value"])) for match in ATTRIBUTE.finditer(page))
    return [(tag, value) for tag, value in found if not value.startswith("data:")]


def test_every_link_and_anchor_leads_somewhere(site: Path, pages: dict[str, str]) -> None:
    @cache
    def anchors(name: str) -> frozenset[str]:
        return frozenset(ID.findall(pages[name]))

    lost = []
    for name, page in pages.items():
        for _, address in links(page):
            if name == "404.html" or address.startswith(("http", "mailto:")):
                continue
            target, anchor = urldefrag(urljoin(f"{ROOT}{name}", address))
            path = target.removeprefix(ROOT)
            if (site / path).is_dir():
                path = f"{path.rstrip('/')}/index.html".lstrip("/")
            there = (site / path).is_file()
            state = STATE.match(anchor)
            if not there or (anchor and not state and anchor not in anchors(path)):
                lost.append(f"{name}: {address}")

    assert lost == []


def test_nothing_is_fetched_from_elsewhere(pages: dict[str, str]) -> None:
    fetched = [
        (name, address)
        for name, page in pages.items()
        for tag, address in links(page)
        if tag != "a" and address.startswith(("http", "//"))
    ]

    assert fetched == []


def test_the_policy_is_the_first_thing_after_the_character_set(pages: dict[str, str]) -> None:
    headers = json.loads(Path(build.HEADERS).read_text(encoding="utf-8"))
    sent = headers["Content-Security-Policy"].removesuffix("; frame-ancestors 'self'")
    meta = f'{CHARSET}<meta http-equiv="Content-Security-Policy" content="{sent}">'

    assert "unsafe-eval" not in sent.replace("'wasm-unsafe-eval'", "")
    assert "unsafe-inline" not in sent
    assert [name for name, page in pages.items() if meta not in page] == []


def headings(page: str) -> list[tuple[int, str]]:
    """The headings of a page's article, as level and what stands under each."""
    article = page.partition("<article")[2].partition("</article>")[0]
    shown = re.sub(r"<template.*?</template>", "", article, flags=re.DOTALL)
    _, *parts = re.split(r"<h([1-6])\b", shown)
    under = (re.sub(r"<[^>]+>", "", each.partition("</h")[2]).strip() for each in parts[1::2])
    return list(zip(map(int, parts[::2]), under, strict=True))


def test_headings_go_down_one_level_at_a_time(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        if name in {"404.html", "calculator/card/index.html"}:  # a card is shown in another page
            continue
        levels = [level for level, _ in headings(page)]
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), name


def test_no_heading_stands_over_nothing(pages: dict[str, str]) -> None:
    empty = [
        name
        for name, page in pages.items()
        for (level, under), (following, _) in pairwise([*headings(page), (1, "")])
        if not re.sub(r"^\d>", "", under) and following <= level
    ]

    assert empty == []


def test_no_page_styles_itself(pages: dict[str, str]) -> None:
    styled = re.compile(r"<style\b|<[a-z][^<>]*\sstyle=", re.IGNORECASE)

    assert [name for name, page in pages.items() if styled.search(page)] == []


def test_the_notice_stands_on_every_page(pages: dict[str, str]) -> None:
    assert [name for name, page in pages.items() if NOTICE not in page] == []


def test_the_foot_of_every_page_names_the_release_and_leads_to_a_report(
    pages: dict[str, str],
) -> None:
    facts = json.loads(Path(imprint.FILE).read_text(encoding="utf-8"))
    for name, page in pages.items():
        foot = unescape(page.partition('class="notice__site"')[2].partition("</p>")[0])
        at = name.removesuffix("index.html") or "./"
        said = " ".join(re.sub(r"<[^>]+>", " ", foot).split()).replace(" ,", ",")
        assert f"Release {facts['release']}, commit {facts['commit']}." in said, name
        assert "Report an error on this page" in said
        assert name == "404.html" or f"{quote(at)}" in foot, name


def test_every_code_has_a_page_and_the_index_leads_to_it(site: Path, pages: dict[str, str]) -> None:
    file = site / edition.folder(site) / "reference.json"
    codes = json.loads(file.read_text(encoding="utf-8"))["codes"]
    index = dict.fromkeys(address for _, address in links(pages["codes/index.html"]))

    for code in codes:
        address = f"{code['code'].lower()}/"
        assert address in index
        assert f"codes/{address}index.html" in pages

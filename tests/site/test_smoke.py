"""The trial of a published site: over the served one, and over one in which something is wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from calculator.reference import bundle
from scripts import smoke
from scripts.pages import visits
from scripts.smoke import Failed, Visitor


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def visitor(page: Page, served: str, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    """Visit the served site, with little patience for what does not come."""
    monkeypatch.setattr(smoke, "PATIENCE", 10_000)
    made = Visitor(page, served)
    made.watch()
    return made


def test_a_sound_site_passes_in_every_line(
    browser: Browser, served: str, capsys: pytest.CaptureFixture[str]
) -> None:
    failed = smoke.run(browser, served.rstrip("/"), smoke.figures(Path()), trusting=False)
    said = capsys.readouterr().out

    assert failed == 0, said
    assert "ok      calculator, the default visit" in said
    assert "ok      search for 97530" in said


def test_a_style_that_does_not_come_is_named(visitor: Visitor) -> None:
    visitor.page.route("**/site.css", lambda route: route.fulfill(status=404))
    with pytest.raises(Failed, match=r"assets/\w+/site\.css: status 404"):
        smoke.page(visitor, "about/")


def test_a_request_to_another_host_is_named(visitor: Visitor) -> None:
    visitor.page.route(
        "**/about/",
        lambda route: route.fulfill(
            content_type="text/html",
            body="<meta http-equiv=Content-Security-Policy content=''>"
            "<p class=notice__site>Release<img src='http://127.0.0.1:9/x.png'>",
        ),
    )
    with pytest.raises(Failed, match="asked another host: http://127"):
        smoke.page(visitor, "about/")


def test_a_page_without_the_policy_fails(visitor: Visitor) -> None:
    visitor.page.route("**/about/", lambda route: route.fulfill(body="<p>Sign in"))
    with pytest.raises(Failed, match="no policy"):
        smoke.page(visitor, "about/")


def test_an_answer_with_other_figures_than_those_held_here_fails(visitor: Visitor) -> None:
    text = Path("build/reference.json").read_text(encoding="utf-8")
    other = bundle.load(text.replace('"33.4009"', '"34.4009"'))
    with pytest.raises((Failed, AssertionError), match="expected|to have text"):
        smoke.answer(visitor, visits.DEFAULT, other)


def test_a_host_with_its_own_page_for_what_is_missing_is_told_what_to_set(visitor: Visitor) -> None:
    visitor.page.route("**/nothing/**", lambda route: route.fulfill(status=404, body="Not Found"))
    with pytest.raises(Failed, match=r"set 404\.html"):
        smoke.missing(visitor)

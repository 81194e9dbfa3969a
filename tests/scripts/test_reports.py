"""The link that reports an error: into the prepared form, or into a mail."""

from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

ROOT = Path(__file__).resolve().parents[2]
FORMS = ROOT / ".github/ISSUE_TEMPLATE"
PARTIALS = Environment(loader=FileSystemLoader(ROOT / "docs/overrides"), autoescape=True)


def link(at: str | None, repository: str = "", errors_to: str = "") -> str:
    """Render the link on the page at an address; None is the page for what is not there."""
    config = SimpleNamespace(
        site_name="Reference & more",
        extra=SimpleNamespace(repository=repository, errors_to=errors_to),
    )
    page = None if at is None else SimpleNamespace(url=at, canonical_url=None)
    html = PARTIALS.get_template("partials/report.html").render(config=config, page=page)
    return Markup(html.partition('href="')[2].partition('"')[0]).unescape()  # noqa: S704  ours


def test_a_repository_opens_its_form_with_the_page_filled_in() -> None:
    made = urlsplit(link("codes/97530/", "https://github.com/owner/name"))
    asked = parse_qs(made.query)

    assert made.netloc + made.path == "github.com/owner/name/issues/new"
    assert asked["page"] == ["codes/97530/"]
    form = yaml.safe_load((FORMS / asked.pop("template")[0]).read_text())
    assert set(asked) <= {part["id"] for part in form["body"] if part["type"] == "input"}


@pytest.mark.parametrize("errors_to", ["", "coding@hospital.example"])
def test_without_one_a_mail_is_prepared_that_names_the_page_and_nobody(errors_to: str) -> None:
    made = urlsplit(link("rules/units/", errors_to=errors_to))
    asked = parse_qs(made.query)

    assert (made.scheme, made.path) == ("mailto", errors_to)
    assert set(asked) == {"subject", "body"}
    assert asked["subject"] == ["Reference & more: error on rules/units/"]
    assert asked["body"][0].splitlines()[0] == "Page: rules/units/"


def test_a_page_that_is_nowhere_has_a_report_too() -> None:
    assert "nothing was found" in unquote(link(None))


def test_the_first_page_has_an_address() -> None:
    assert parse_qs(urlsplit(link("", "https://x.example/a/b")).query)["page"] == ["./"]

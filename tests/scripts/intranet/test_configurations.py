"""Configurations by their form: one policy in all; IIS and Caddy, which are not started here."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from scripts import build
from scripts.intranet.configurations import FILES
from scripts.runtime.responses import FOR_EVER, TYPES

ROOT = Path(__file__).resolve().parents[3]
# Of IIS's own schema (IIS_schema.xml): each element that may stand here, and its attributes.
IIS = {
    "configuration": set(),
    "location": {"path"},
    "system.webServer": set(),
    "defaultDocument": {"enabled"},
    "files": set(),
    "clear": set(),
    "add": {"name", "value"},
    "remove": {"name", "fileExtension", "statusCode"},
    "staticContent": set(),
    "clientCache": {"cacheControlMode", "cacheControlMaxAge", "cacheControlCustom"},
    "mimeMap": {"fileExtension", "mimeType"},
    "httpProtocol": set(),
    "customHeaders": set(),
    "httpErrors": {"errorMode"},
    "error": {"statusCode", "path", "responseMode"},
    "urlCompression": {"doStaticCompression", "doDynamicCompression"},
}
IIS_VALUES = {
    "cacheControlMode": {"DisableCache", "UseMaxAge"},
    "errorMode": {"Custom"},
    "responseMode": {"File"},
}


@pytest.mark.parametrize("name", FILES)
def test_every_server_sends_the_headers_of_the_build_and_every_type(
    files: dict[str, bytes], name: str
) -> None:
    text = files[f"configurations/{name}"].decode().replace("&#39;", "'")
    for value in json.loads((ROOT / build.HEADERS).read_text()).values():
        assert value in text
    for ending, type_ in TYPES.items():
        if not (name.startswith("caddy") and ending == ".html"):  # a folder's page has no ending
            assert type_ in text
            assert re.search(rf"(?<!\w){re.escape(ending[1:])}(?!\w)", text)


def test_every_type_of_the_site_is_in_the_table(files: dict[str, bytes]) -> None:
    endings = {Path(name).suffix for name in files if name.startswith("site/")}
    assert endings - {".gz", ".br"} <= set(TYPES)


def test_web_config_is_of_elements_that_iis_knows(files: dict[str, bytes]) -> None:
    whole = ET.fromstring(files["configurations/iis/web.config"])  # noqa: S314  our own file
    for element in whole.iter():
        assert element.tag in IIS
        assert set(element.attrib) <= IIS[element.tag]
        for name, allowed in IIS_VALUES.items():
            assert element.get(name) in {None, *allowed}
    maps = [each.get("fileExtension") for each in whole.iter("mimeMap")]
    removed = [each.get("fileExtension") for each in whole.iter("remove")]
    assert len(maps) == len(set(maps))  # a second one of a kind stops IIS
    assert set(maps) <= set(removed)  # and so does one that the server has already
    assert whole.find("location").get("path") == "assets"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("Caddyfile", set[str]()),
        ("in-folder.Caddyfile", {"handle_path", "handle", "redir"}),
    ],
)
def test_a_caddyfile_is_of_whole_blocks_and_known_directives(
    files: dict[str, bytes], name: str, more: set[str]
) -> None:
    depth, blocks = 0, set()
    outermost = name == "in-folder.Caddyfile"  # its lines stand between the braces of a host
    for line in files[f"configurations/caddy/{name}"].decode().splitlines():
        bare = re.sub(r'"[^"]*"|(^|\s)#.*', "", line).strip()
        if not bare:
            continue
        if depth or outermost:
            blocks.add(bare.split()[0])
        depth += bare.endswith("{") - (bare == "}")
        assert depth >= 0
    assert depth == 0
    directives = {word for word in blocks if not word.startswith("@")} - {"}"}
    assert directives == {
        "root",
        "header",
        "file_server",
        "precompressed",
        "handle_errors",
        "rewrite",
        *more,
    }
    assert FOR_EVER in files[f"configurations/caddy/{name}"].decode()

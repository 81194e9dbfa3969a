"""The JSON Schema of a shape, and its fields one by one, for the page and the promise of v1."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from scripts.content.values import FIGURE
from scripts.pages.api.shapes import provenance_last

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "schema"
# What a value is, in words that say more than JSON's own.
WORDS = {
    "string": "text",
    "integer": "number",
    "boolean": "true or false",
    "null": "null",
    "object": "object",
}
OF_VALUES = {str: "text", int: "number", bool: "true or false", type(None): "null"}
ANYTHING = "anything"
FORMS = {"date": "date"}  # what a text holds, by its format
PATTERNS = {FIGURE: "figure"}  # and by its pattern

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A field: its path, as `codes[].values[].work`, its types in words, what it is."""

    path: str
    type: str
    says: str


class _Untitled(GenerateJsonSchema):
    """Fields get no title: it would be their name once more."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002  as there
        return False


def address(shape: str) -> str:
    """Return the address of a shape's schema below api/v1/."""
    return f"{FOLDER}/{shape}.json"


def of(shape: type[BaseModel]) -> JsonSchemaValue:
    """Make the schema of a file of this shape."""
    made = shape.model_json_schema(mode="serialization", schema_generator=_Untitled)
    made["$defs"] = provenance_last(made.get("$defs", {}))
    own = {"type": "string", "description": "The schema of this file, from where it stands."}
    made["properties"] = {"$schema": own, **made["properties"]}
    made["required"] = ["$schema", *made["required"]]
    return {"$schema": DIALECT, **made}


def fields(schema: Schema) -> Iterator[Row]:
    """Yield every field of a schema, each before those inside it."""
    yield from below(schema, schema, "")


def below(node: Schema, whole: Schema, path: str) -> Iterator[Row]:
    """Yield the fields of a part of a schema, which stands at `path`."""
    for each in _choices(node, whole):
        if "items" in each:
            yield from below(each["items"], whole, f"{path}[]")
        for name, inner in each.get("properties", {}).items():
            own = f"{path}.{name}".removeprefix(".")
            types = dict.fromkeys(_type(choice, whole) for choice in _choices(inner, whole))
            yield Row(own, " or ".join(types), inner.get("description", ""))
            yield from below(inner, whole, own)


def _choices(node: Schema, whole: Schema) -> Iterator[Schema]:
    """Yield what a value may be, references followed."""
    if "$ref" in node:
        name = str(node["$ref"]).rpartition("/")[2]
        yield from _choices(whole["$defs"][name], whole)
    elif "anyOf" in node:
        for each in node["anyOf"]:
            yield from _choices(each, whole)
    else:
        yield node


def _type(node: Schema, whole: Schema) -> str:
    """Name the type of a value: text, figure, date, number, list of text and so on."""
    if node.get("type") == "array":
        inner = (_type(each, whole) for each in _choices(node["items"], whole))
        return f"list of {' or '.join(dict.fromkeys(inner))}"
    if "format" in node:
        return FORMS[node["format"]]
    if "type" not in node:
        values = node.get("enum", [node["const"]] if "const" in node else [])
        return " or ".join(dict.fromkeys(OF_VALUES[type(each)] for each in values)) or ANYTHING
    return PATTERNS.get(node.get("pattern", ""), WORDS[node["type"]])

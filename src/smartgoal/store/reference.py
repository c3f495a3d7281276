"""What a plan file may hold: as JSON Schema for editors, as rows for the page of the format."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli
from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from smartgoal.catalog.table import load_table
from smartgoal.model.plan import FORMAT, Plan

FIELDS = Path(__file__).with_name("fields.toml")
TABLES = {  # record of the model -> its table in the file
    "Plan": "plan",
    "Goal": "goal",
    "Snapshot": "point_a",
    "Measure": "measure",
    "Step": "steps",
    "Accepted": "accepted",
    "Change": "changes",
    "Progress": "progress",
    "Outcome": "outcome",
}


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One key of the file: `type` is that of JSON Schema ("date" for dates), `example` a line of the file."""

    table: str
    key: str
    type: str
    choices: tuple[str, ...]
    required: bool
    text: str
    example: str


class _TomlSchema(GenerateJsonSchema):
    """JSON Schema of TOML values: there is no null, and exact decimals are numbers."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:  # noqa: ARG002 - the hook's form
        return {"type": "number"}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - the hook's form
        return False


def json_schema(language: str = "en") -> dict[str, Any]:
    """Give the JSON Schema of a plan file, described in a language. Unknown keys are allowed: they are told on load."""
    generated = TypeAdapter(Plan).json_schema(schema_generator=_TomlSchema)
    records = {"Plan": generated, **generated["$defs"]}
    for name, record in records.items():
        record.pop("title", None)
        record.pop("description", None)
        record["additionalProperties"] = True
        for key, field in record["properties"].items():
            row = load_table(FIELDS)[TABLES[name]][key]
            field |= {"description": row[language], **_examples(key, row["example"])}
    generated["properties"]["format"] |= {"const": FORMAT}
    generated["required"] = ["format"]
    measure = {"anyOf": [{"type": "number"}, {"$ref": "#/$defs/Measure"}]}
    records["Snapshot"]["properties"]["metrics"]["additionalProperties"] = measure
    generated["properties"]["economics"]["additionalProperties"] = {"type": ["number", "string", "boolean"]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "smartgoal plan", **generated}


def describe_fields(language: str) -> tuple[FieldRow, ...]:
    """Give every key of a plan file in order of the file, described in a language ("ru" or "en")."""
    described = json_schema(language)
    records = {"Plan": described, **described["$defs"]}
    return tuple(
        FieldRow(
            table,
            key,
            _type(field),
            tuple(field.get("enum", ())),
            key in records[name].get("required", ()),
            field["description"],
            load_table(FIELDS)[table][key]["example"],
        )
        for name, table in TABLES.items()
        for key, field in records[name]["properties"].items()
    )


def _examples(key: str, line: str) -> dict[str, Any]:
    """Give the example of a field as JSON; a table header is none."""
    value = None if line.startswith("[") else tomli.loads(line).get(key)
    return {} if value is None else {"examples": [str(value) if isinstance(value, dt.date) else value]}


def _type(field: dict[str, Any]) -> str:
    return str(field.get("format") or field.get("type") or "object")

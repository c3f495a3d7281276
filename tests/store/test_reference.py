"""The JSON Schema and the table of fields."""

import dataclasses
import tomllib

import pytest

from smartgoal.model import plan as model
from smartgoal.model.goal import Goal
from smartgoal.store import schema
from smartgoal.store.reference import TABLES, describe_fields

RECORDS = [model.Plan, Goal, model.Snapshot, model.Measure, model.Step, model.Accepted, model.Change, model.Progress,
           model.Outcome]  # fmt: skip


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_field_of_the_model_is_described_with_an_example(language: str) -> None:
    rows = {(row.table, row.key): row for row in describe_fields(language)}
    fields = {(TABLES[record.__name__], field.name) for record in RECORDS for field in dataclasses.fields(record)}
    assert set(rows) == fields
    for row in rows.values():
        assert row.text.endswith((".", "…"))
        assert tomllib.loads(row.example)


def test_the_schema_knows_dates_choices_and_what_must_be_there() -> None:
    described = schema()
    goal = described["$defs"]["Goal"]["properties"]
    assert goal["deadline"]["format"] == "date"
    assert goal["direction"]["enum"] == ["increase", "decrease"]
    assert goal["value"]["type"] == "number"
    assert goal["value"]["examples"] == [120]
    assert described["properties"]["format"]["const"] == "smartgoal/1"
    assert described["required"] == ["format"]
    assert described["$defs"]["Step"]["required"] == ["title"]
    assert described["additionalProperties"] is True


def test_the_schema_speaks_both_languages() -> None:
    assert schema("ru")["properties"]["title"]["description"].startswith("Название")
    assert schema("en")["properties"]["title"]["description"].startswith("Name")


def test_numbers_of_point_a_may_stand_alone_or_with_their_period() -> None:
    metrics = schema()["$defs"]["Snapshot"]["properties"]["metrics"]["additionalProperties"]
    assert metrics == {"anyOf": [{"type": "number"}, {"$ref": "#/$defs/Measure"}]}

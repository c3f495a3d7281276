"""The records of the model as pydantic's engine checks them: types exactly as TOML has them, whole numbers as decimals.

Built with `pydantic_core` from the annotations of the dataclasses. Importing the whole of pydantic and having it
explore the same classes takes ten times as long, at every `check`.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic_core import PydanticCustomError, SchemaValidator
from pydantic_core import core_schema as core

from smartgoal.model.plan import Measure, Plan
from smartgoal.model.quantity import is_sane
from smartgoal.model.years import YEARS


@cache
def plan_validator() -> SchemaValidator:
    """Give the check of a whole document; built when first asked for."""
    return SchemaValidator(schema_of(Plan))


def schema_of(hint: Any) -> core.CoreSchema:
    """Give the check of one annotation of the model."""
    if hint in SCALARS:
        return SCALARS[hint]
    if is_dataclass(hint):
        return _record(hint)
    arguments = get_args(hint)
    match get_origin(hint):
        case origin if origin is Literal:
            choices = core.literal_schema(list(arguments))
            whole = all(type(item) is int for item in arguments)
            return core.chain_schema([SCALARS[int], choices]) if whole else choices
        case origin if origin in {Union, UnionType}:
            return core.nullable_schema(schema_of(next(item for item in arguments if item is not type(None))))
        case origin if origin is Mapping:
            return core.dict_schema(SCALARS[str], schema_of(arguments[1]))
        case _:
            items = [schema_of(item) for item in arguments if item is not Ellipsis]
            return core.tuple_schema(items, variadic_item_index=0 if Ellipsis in arguments else None)


def _record(record: Any) -> core.CoreSchema:
    hints = get_type_hints(record)
    names = [field.name for field in fields(record)]
    arguments = [core.dataclass_field(field.name, _with_default(schema_of(hints[field.name]), field))
                 for field in fields(record)]  # fmt: skip
    schema = core.dataclass_schema(record, core.dataclass_args_schema(record.__name__, arguments), names, slots=True)
    return core.no_info_before_validator_function(_as_measure, schema) if record is Measure else schema


def _with_default(schema: core.CoreSchema, field: "Field[Any]") -> core.CoreSchema:
    if field.default is not MISSING:
        return core.with_default_schema(schema, default=field.default)
    if field.default_factory is not MISSING:
        return core.with_default_schema(schema, default_factory=field.default_factory)
    return schema


def _as_measure(value: Any) -> Any:
    """Read `followers = 1840` as a measure without a period."""
    return value if isinstance(value, dict) else {"value": value}


def _number(value: Any) -> Decimal:
    """Give a number exactly; true, text and numbers beyond reason are none."""
    if type(value) not in {int, Decimal}:
        raise PydanticCustomError("number", "")
    number = Decimal(value)
    if not is_sane(number):
        raise PydanticCustomError("range", "")
    return number


def _day(value: dt.date) -> dt.date:
    """Give a day of a year that a plan may speak of."""
    if value.year not in YEARS:
        raise PydanticCustomError("year", "")
    return value


def _whole_number(value: Any) -> int:
    if type(value) is not int:
        raise PydanticCustomError("int", "")
    return int(_number(value))


def _number_or_text(value: Any) -> Decimal | str | bool:
    if isinstance(value, str | bool):
        return value
    if type(value) in {int, Decimal}:
        return _number(value)
    raise PydanticCustomError("scalar", "")


SCALARS: dict[Any, core.CoreSchema] = {
    str: core.str_schema(strict=True),
    bool: core.bool_schema(strict=True),
    int: core.no_info_plain_validator_function(_whole_number),
    dt.date: core.no_info_after_validator_function(_day, core.date_schema(strict=True)),
    Decimal: core.no_info_plain_validator_function(_number),
    Any: core.no_info_plain_validator_function(_number_or_text),
}

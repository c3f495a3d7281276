"""`smartgoal schema`: the JSON Schema of the plan file."""

import typer

EXAMPLES = """
smartgoal schema
smartgoal schema > smartgoal.schema.json
"""


def schema(context: typer.Context) -> None:
    """Print it."""
    from smartgoal.store import schema as schema_of_plan

    context.obj.say_json(schema_of_plan(), indent=2)

"""Plan files as a user has them: with comments, written by hand."""

from pathlib import Path

GAIN = """# Our shop
format = "smartgoal/1"
title = "Bakery: +250 followers on VK"
language = "en"
created = 2026-09-01
owner = "Anna"
client = "Bakery"

[goal]
category = "awareness"
platform = "vk"
metric = "followers"
direction = "increase"
kind = "gain"
value = 250  # agreed with Boris
unit = "count"
baseline = 1840
deadline = 2026-11-30
limits = ["ad_spend <= 10000 RUB"]

[[steps]]
title = "Refresh the page"
due = 2026-09-13
result = "a new cover"

[[steps]]
title = "Giveaway with two neighbours"
owner = "Boris"
due = 2026-10-20
result = "+150"

[[steps]]
title = "Three posts for newcomers"
due = 2026-11-30
result = "+100"
"""
PARTS = {
    "total": ('"leads"', '"total"', "100", '"count"', ""),
    "rate": ('"sales"', '"rate"', "10", '"count"', 'per = "week"\nbaseline = 4'),
    "falling": ('"response_time"', '"level"', "10", '"minute"', "baseline = 45"),
    "ratio": ('"engagement_rate"', '"level"', "5", '"percent"', "baseline = 3.2"),
    "reach": ('"reach"', '"percent"', "20", '"percent"', 'per = "week"\nbaseline = 5400'),
    "hold": ('"rating"', '"level"', "4.8", '"point"', "hold = true\nbaseline = 4.8"),
}


def saved(folder: Path, name: str = "plan", text: str = GAIN) -> Path:
    """The file in the folder."""
    path = folder / f"{name}.smartgoal.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def plan_of(kind: str) -> str:
    """A plan of another kind, for the same three months."""
    if kind == "milestone":
        return HEAD + '[goal]\nstatement = "get the badge"\nmetric = "milestone"\nkind = "milestone"\n' + TAIL
    metric, sort, value, unit, more = PARTS[kind]
    way = "decrease" if kind == "falling" else "increase"
    return (
        f'{HEAD}[goal]\nplatform = "vk"\nmetric = {metric}\ndirection = "{way}"\nkind = {sort}\nvalue = {value}\n'
        f"unit = {unit}\n{more}\n{TAIL}"
    )


HEAD = 'format = "smartgoal/1"\ntitle = "A goal"\nlanguage = "en"\ncreated = 2026-09-01\n\n'
TAIL = 'deadline = 2026-11-30\n\n[[steps]]\ntitle = "Begin"\ndue = 2026-10-01\n'

"""Results of an ads report: one kind counts, several kinds are told and never added up."""

from typing import Any

import pytest

HEADER = "Campaign name,Results,{name},Impressions,Amount spent (USD)\n"


def rows(*kinds: str) -> str:
    return "".join(f"c{place},{place + 1},{kind},900,10.5\n" for place, kind in enumerate(kinds))


@pytest.mark.parametrize("name", ["Result indicator", "Result type", "Индикатор результата"])
def test_results_of_several_kinds_are_left_out_and_told(write: Any, read: Any, name: str) -> None:
    (imported,) = read(write("a.csv", HEADER.format(name=name) + rows("actions:lead", "actions:purchase")))
    assert "results" not in imported.economics
    assert imported.economics["spend"] == 21
    (told,) = imported.problems
    assert (told.code, told.values["kinds"]) == ("several_results", ("lead", "purchase"))


def test_results_of_one_kind_are_added_up(write: Any, read: Any) -> None:
    text = HEADER.format(name="Result indicator") + rows("actions:lead", "actions:lead") + "old,,,0,0\n"
    (imported,) = read(write("a.csv", text))
    assert imported.economics["results"] == 3
    assert not imported.problems

import json
from pathlib import Path

from smartgoal.store import load

from .conftest import TODAY, Run

TABLE = "день;Народ\n20.11.2026;100\n21.11.2026;103\n22.11.2026;104\n"
VK = (
    '"Дата","Критерий","Парам. №1","Парам. №2","Значение"\n'
    '"22.11.2026","members","Новые участники","",5\n"21.11.2026","members","Новые участники","",3\n'
    '"21.11.2026","members","Вышедшие участники","",1\n"20.11.2026","members","Новые участники","",2\n'
)


def test_a_table_is_read_by_what_the_flags_say_of_its_columns(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    result = run("import", str(path), "--map", "Народ=followers", "--platform", "vk", "--json", "--today", TODAY)
    (line,) = [json.loads(line) for line in result.out.splitlines()]
    (series,) = line["series"]
    assert (series["platform"], series["metric"], series["form"]) == ("vk", "followers", "level")
    assert series["points"] == [["2026-11-20", 100], ["2026-11-21", 103], ["2026-11-22", 104]]


def test_columns_named_in_the_folder_need_no_flags(run: Run, tmp_path: Path) -> None:
    (tmp_path / "smartgoal.toml").write_text('[defaults.map]\n"Народ" = "followers"\n', encoding="utf-8")
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    line = json.loads(run("import", str(path), "--platform", "vk", "--json", "--today", TODAY).out)
    assert [series["metric"] for series in line["series"]] == ["followers"]


def test_an_export_goes_into_a_plan_with_its_history(run: Run, tmp_path: Path) -> None:
    plan, export = tmp_path / "plan.smartgoal.toml", tmp_path / "group.csv"
    export.write_text(VK, encoding="utf-8")
    goal = ("--goal", "250 new followers on VK in two weeks", "--steps", "auto", "--no-input", "--today", TODAY)
    run("new", *goal, "-o", str(plan))
    result = run("import", str(export), "--followers-now", "1840", "--into", str(plan), "--today", TODAY)
    assert result.status == 0
    (snapshot,) = load(plan).plan.point_a
    assert snapshot.metrics["followers"].value == 1840
    assert [value for _, value in snapshot.history["followers"]] == [1831, 1833, 1835, 1840]
    assert snapshot.source == "group.csv"


def test_a_new_plan_takes_its_start_value_from_an_export(run: Run, tmp_path: Path) -> None:
    plan, export = tmp_path / "plan.smartgoal.toml", tmp_path / "group.csv"
    export.write_text(VK, encoding="utf-8")
    goal = ("--goal", "250 new followers on VK in two weeks", "--steps", "auto", "--no-input", "--today", TODAY)
    run("new", *goal, "--import", str(export), "--followers-now", "1840", "-o", str(plan))
    assert load(plan).plan.goal.baseline == 1840


def test_a_file_that_nobody_knows_is_told_with_what_was_seen_and_exits_3(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "notes.csv"
    path.write_text("hello there\nno table here\n", encoding="utf-8")
    result = run("import", str(path), "--today", TODAY)
    assert result.status == 3
    assert "notes.csv" in result.out + result.err


def test_a_file_that_does_not_exist_exits_3(run: Run) -> None:
    assert run("import", "nowhere.csv").status == 3


def test_one_point_is_one_point(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("день;Народ\n22.11.2026;104\n", encoding="utf-8")
    told = run("import", str(path), "--map", "Народ=followers", "--platform", "vk", "--today", TODAY, "--lang", "en")
    assert ", 1 point\n" in told.out


def test_a_number_beyond_all_measure_is_still_drawn(run: Run, tmp_path: Path) -> None:
    day = 86_400
    periods = [
        {
            "period_from": 1_700_000_000 + day * place,
            "period_to": 1_700_086_399 + day * place,
            "visitors": {"views": 10**17 if place == 3 else 5, "visitors": 4},
        }
        for place in range(10)
    ]
    path = tmp_path / "stats.json"
    path.write_text(json.dumps({"response": periods}), encoding="utf-8")
    result = run("import", str(path), "--today", TODAY)
    assert (result.status, result.err) == (0, "")
    assert "10 points ▁▁▁█▁▁▁▁▁▁" in result.out


GOAL = ("--goal", "250 new followers on VK by 31 December", "--steps", "auto", "--no-input", "--today", "2026-11-19")


def test_typed_numbers_of_a_plan_keep_their_day_and_source_beside_those_of_a_file(run: Run, tmp_path: Path) -> None:
    plan, export = tmp_path / "plan.smartgoal.toml", tmp_path / "group.csv"
    export.write_text(VK, encoding="utf-8")
    run("new", *GOAL, "--stat", "vk.followers=1780", "--stat", "vk.new_followers=5/week", "-o", str(plan))
    told = run("import", str(export), "--followers-now", "1840", "--into", str(plan), "--today", TODAY, "--lang", "en")
    typed, read = load(plan).plan.point_a
    assert (typed.source, typed.date.isoformat(), list(typed.metrics)) == ("typed", "2026-11-19", ["followers"])
    assert (read.source, read.date.isoformat()) == ("group.csv", "2026-11-22")
    assert "followers" not in read.metrics
    assert "new_followers" in read.metrics
    assert "the goal still starts from 1,780 (19 November 2026); group.csv has 1,840" in " ".join(told.err.split())
    assert "in place of 5 a week" in " ".join(told.err.split())
    assert load(plan).plan.goal.baseline == 1780


def test_a_file_of_another_platform_says_nothing_of_the_start_of_the_plan(run: Run, tmp_path: Path) -> None:
    plan, sheet = tmp_path / "plan.smartgoal.toml", tmp_path / "sheet.csv"
    sheet.write_text("Date,Followers\n2026-11-18,900\n2026-11-19,905\n2026-11-20,907\n", encoding="utf-8")
    run("new", *GOAL, "--stat", "vk.followers=1780", "-o", str(plan))
    call = ("import", str(sheet), "--into", str(plan), "--today", TODAY, "--lang", "en", "--platform")
    assert "smartgoal edit PLAN --baseline" not in run(*call, "instagram").err
    assert "smartgoal edit PLAN --baseline 905" in " ".join(run(*call, "vk").err.split())


def test_the_newer_level_of_a_file_is_a_check_in_of_a_plan_that_has_a_start(run: Run, tmp_path: Path) -> None:
    plan, export = tmp_path / "plan.smartgoal.toml", tmp_path / "group.csv"
    export.write_text(VK, encoding="utf-8")
    run("new", *GOAL, "--stat", "vk.followers=7", "-o", str(plan))
    call = ("import", str(export), "--followers-now", "1840", "--into", str(plan), "--today", TODAY, "--lang", "en")
    told = run(*call)
    assert "Noted as a check-in: 1,840" in told.err
    assert "it was 1,831 on 19 November 2026; the plan starts from 7." in " ".join(told.err.split())
    once = plan.read_text(encoding="utf-8")
    (row,) = load(plan).plan.progress
    assert (row.date.isoformat(), str(row.value), row.source) == ("2026-11-22", "1840", "group.csv")
    run(*call)
    assert plan.read_text(encoding="utf-8") == once


def test_a_number_typed_today_is_not_overruled_by_an_older_one_of_a_file(run: Run, tmp_path: Path) -> None:
    plan, export = tmp_path / "plan.smartgoal.toml", tmp_path / "group.csv"
    export.write_text(VK, encoding="utf-8")
    stats = ("--stat", "vk.new_followers=90/week", "--import", str(export), "--followers-now", "1840")
    run("new", *GOAL[:-1], "2026-11-23", *stats, "-o", str(plan))
    rows = {row.source: row for row in load(plan).plan.point_a}
    assert rows["typed"].metrics["new_followers"].value == 90
    assert "new_followers" not in rows["group.csv"].metrics


def test_todays_number_with_an_old_export_stands_on_today_on_every_screen(run: Run, tmp_path: Path) -> None:
    plan, export = tmp_path / "plan.smartgoal.toml", tmp_path / "group.csv"
    rows = (f'"{day:02d}.10.2026","members","{name}","",{count}\n' for day in range(1, 31)
            for name, count in (("Новые участники", 7), ("Вышедшие участники", 3)))  # fmt: skip
    export.write_text(VK.splitlines(keepends=True)[0] + "".join(rows), encoding="utf-8")
    when = ("--today", "2026-11-23", "--lang", "en")
    given = ("--import", str(export), "--followers-now", "1840", "--steps", "auto", "--no-input", "-o", str(plan))
    run("new", "--goal", "100 new followers on VK by 31 December", *given, *when)
    told = " ".join(run("import", str(export), "--followers-now", "1840", *when).out.split())
    assert "Point A: 1,840 (the last value)" in told
    assert "today's number, 1,840, stands on 23 November 2026" in told
    assert "exactly" not in told
    saved = load(plan).plan
    followers = next(row for row in saved.point_a if "followers" in row.metrics)
    assert followers.date.isoformat() == "2026-11-23"
    assert followers.history["followers"][-2][1] == 1840 - 24 * 4
    forecast = " ".join(run("forecast", str(plan), *when).out.split())
    assert "Pace needed: 2.6 a day" in forecast
    assert "Of the days between 30 October 2026 and 23 November 2026 nothing is known" in forecast
    run("log", str(plan), "--import", str(export), "--followers-now", "1850", "--today", "2026-11-25")
    assert [row.value for row in load(plan).plan.progress] == [1850]


def test_an_unknown_metric_of_map_is_told_with_its_flag(run: Run) -> None:
    told = run("import", "a.csv", "--map", "Народ=folowers", "--lang", "en")
    assert told.status == 2
    assert "--map folowers: no such id. Did you mean followers?" in told.err


def test_a_ratio_of_a_file_is_a_check_in_and_the_days_of_a_flow_are_for_log(run: Run, tmp_path: Path) -> None:
    plan, sheet = tmp_path / "plan.smartgoal.toml", tmp_path / "answers.csv"
    days = [f"2026-11-{day}" for day in range(10, 21)]
    sheet.write_text("Date,Response time,Leads\n" + "".join(f"{day},30,2\n" for day in days), encoding="utf-8")
    made = ("--steps", "auto", "--no-input", "--today", "2026-11-09", "-o", str(plan))
    call = ("import", str(sheet), "--platform", "vk", "--into", str(plan), "--today", TODAY, "--lang", "en")
    run("new", "--goal", "answer within 10 minutes by 31 December", "--stat", "vk.response_time=45m", *made)
    assert "Noted as a check-in: 30 minutes (20 November 2026)." in run(*call).err
    assert [row.value for row in load(plan).plan.progress] == [30]
    run("new", "--goal", "20 leads a week from VK by 31 December", "--stat", "vk.leads=10/week", *made, "--force")
    assert "To note its days as check-ins: smartgoal log PLAN --import FILE" in run(*call).err
    assert load(plan).plan.progress == ()

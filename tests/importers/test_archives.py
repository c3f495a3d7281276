"""Files that lie together tell more than each alone."""

import zipfile
from pathlib import Path
from typing import Any

CHART = "Date,Content,Video title,Video publish time,Duration,Views\n" + "".join(
    f'2026-09-{day:02d},v{video},Title,"Aug 1, 2026",55,{video}\n' for video in (1, 2) for day in range(1, 11)
)
TOTALS = "Date,Views\n" + "".join(f"2026-09-{day:02d},{10 + day}\n" for day in range(1, 11))


def packed(folder: Path, **files: str) -> Path:
    path = folder / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("_", " ") + ".csv", text)
    return path


def test_totals_of_the_channel_stand_for_it_and_listed_videos_do_not(tmp_path: Path, read: Any) -> None:
    chart, totals = read(packed(tmp_path, Chart_data=CHART, Totals=TOTALS))
    assert not chart.series
    assert [(each.platform, each.metric, int(each.points[0][1])) for each in totals.series] == [
        ("youtube", "views", 11)
    ]


def test_listed_videos_alone_are_a_lower_bound(tmp_path: Path, read: Any) -> None:
    (chart,) = read(packed(tmp_path, Chart_data=CHART))
    assert [(each.exact, each.bound) for each in chart.series] == [(False, "lower")]
    assert [each.code for each in chart.problems] == ["listed_parts"]

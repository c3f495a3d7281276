"""Which character parts the cells, where titles, comments and texts of posts stand around them."""

from typing import Any

import pytest

from smartgoal.importers.delimited import dialect_of

HEADER = "Post id,Date,Post text,Link,Impressions,Likes,Engagements\n"


@pytest.mark.parametrize("other", ["ok; fine", "a\tb", "see you ;)", "yes | no"])
@pytest.mark.parametrize("caption", ["Sale\n#coffee", "Sale\n\n#coffee #monday", "#one\n#two\n#three"])
def test_hashtags_in_texts_of_posts_are_no_comments(write: Any, read: Any, caption: str, other: str) -> None:
    rows = "".join(f'{10 + day},Mar {day} 2026,"{caption}",https://x.com/a/{day},9,1,2\n' for day in range(1, 15))
    rows += "".join(f"{50 + day},Mar {day} 2026,{other},https://x.com/a/{day},9,1,2\n" for day in range(15, 29))
    (imported,) = read(write("posts.csv", HEADER + rows))
    posts = next(each for each in imported.series if each.metric == "posts")
    assert sum(value for _day, value in posts.points) == 28


def test_a_first_column_may_be_called_by_the_number_sign(write: Any, read: Any) -> None:
    for name in ("#", '"#"', "# поста"):
        rows = "".join(f"{day},2026-10-{day:02d},{900 + day}\n" for day in range(1, 9))
        (imported,) = read(write("a.csv", f"{name},Date,Followers\n{rows}"), platform="vk")
        assert [each.metric for each in imported.series] == ["followers"]


def test_comments_above_the_header_are_left_out_whatever_stands_in_them(write: Any, read: Any) -> None:
    text = '# Account: "Кофе; чай\n# ----\nDate,Followers\n2026-10-01,5\n2026-10-02,6\n'
    (imported,) = read(write("a.csv", text), platform="vk")
    assert len(imported.series[0].points) == 2


def test_a_title_with_empty_cells_behind_it_tells_no_width() -> None:
    lines = ["Отчёт;\n", ";\n", "Неделя;Охват;Заявки;Выручка, руб.\n", "04.10.2026;10;5;10 000,50\n"]
    assert dialect_of(lines).delimiter == ";"


def test_a_comma_in_a_title_parts_no_rows() -> None:
    lines = ["Numbers of the page, once a day;;;\n", "Date;Reach;Likes;Shares\n", "2026-10-04;10;5;1\n"]
    assert dialect_of(lines).delimiter == ";"

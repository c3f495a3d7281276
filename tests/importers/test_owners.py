"""Tables whose rows are of several pages or networks, and tables of deals."""

from typing import Any

import pytest


def codes(imported: Any) -> set[str]:
    return {each.code for each in imported.problems}


def sums(imported: Any) -> dict[tuple[str | None, str], int]:
    return {(each.platform, each.metric): int(sum(value for _day, value in each.points)) for each in imported.series}


def posts(header: str, *rows: str) -> str:
    return f"Дата;Ссылка;Лайки;{header}\n" + "".join(
        f"{day:02d}.10.2026;{rows[day % len(rows)].replace('N', str(day))}\n" for day in range(1, 9)
    )


@pytest.mark.parametrize(
    "name", ["Страница", "Аккаунт", "Сообщество", "Автор", "Группа", "Канал", "Page", "Account name"]
)
def test_posts_of_several_pages_are_asked_about(write: Any, read: Any, name: str) -> None:
    text = posts(name, "https://vk.com/wall-1_N;5;Кофейня", "https://vk.com/wall-2_N;7;Сосед")
    (imported,) = read(write("a.csv", text))
    assert not imported.series
    assert codes(imported) == {"several_pages"}
    (one,) = read(write("b.csv", posts(name, "https://vk.com/wall-1_N;5;Кофейня")))
    assert sums(one) == {("vk", "posts"): 8, ("vk", "likes"): 40}


def test_authors_of_one_page_are_no_pages(write: Any, read: Any) -> None:
    text = posts("Автор;Сообщество", "https://vk.com/wall-1_N;5;Анна;Кофейня", "https://vk.com/wall-1_N;5;Олег;Кофейня")
    (imported,) = read(write("a.csv", text))
    assert sums(imported) == {("vk", "posts"): 8, ("vk", "likes"): 40}


def test_accounts_of_one_business_are_not_added_up(write: Any, read: Any) -> None:
    header = "Post ID,Account username,Publish time,Permalink,Views,Likes\n"
    rows = "".join(f"1,{'a' if day % 2 else 'b'},10/{day}/2026 10:00,https://a/{day},9,1\n" for day in range(13, 25))
    (imported,) = read(write("a.csv", header + rows))
    assert imported.format == "meta_content_instagram"
    assert codes(imported) == {"several_pages"}


def test_days_of_several_pages_are_asked_about(write: Any, read: Any) -> None:
    rows = "".join(f"{day:02d}.10.2026;{page};{day}\n" for day in range(1, 5) for page in ("Кофейня", "Сосед"))
    (imported,) = read(write("a.csv", "Дата;Страница;Подписчики\n" + rows), platform="vk")
    assert codes(imported) == {"several_pages"}


@pytest.mark.parametrize("name", ["Соцсеть", "Площадка", "Network"])
def test_posts_are_parted_by_their_network(write: Any, read: Any, name: str) -> None:
    text = posts(name, "https://vk.com/wall-1_N;5;ВКонтакте", "https://www.instagram.com/p/N;7;Instagram")
    (imported,) = read(write("a.csv", text))
    assert sums(imported) == {
        ("vk", "posts"): 4, ("vk", "likes"): 20, ("instagram", "posts"): 4, ("instagram", "likes"): 28,
    }  # fmt: skip


def test_links_that_lead_to_another_network_than_named_are_told(write: Any, read: Any) -> None:
    text = posts("Соцсеть", "https://vk.com/wall-1_N;5;ВКонтакте", "https://vk.com/wall-1_N;7;Instagram")
    (imported,) = read(write("a.csv", text))
    assert set(sums(imported)) == {("vk", "posts"), ("vk", "likes")}
    assert codes(imported) == {"network_differs"}


def test_deals_are_no_days(write: Any, read: Any) -> None:
    rows = "".join(f"{n};{19 + n % 6}.10.2026 12:0{n}:00;Анна;Instagram;1500;Новая\n" for n in range(9))
    for money in ("Бюджет", "Выручка", "Сумма продаж"):
        text = f"ID;Дата создания;Имя контакта;Источник;{money};Этап сделки\n{rows}"
        (imported,) = read(write("a.csv", text))
        assert not imported.series
        assert codes(imported) == {"rows_are_deals"}


def test_posts_with_a_status_are_no_deals(write: Any, read: Any) -> None:
    text = posts("Статус;Ответственный", "https://vk.com/wall-1_N;5;вышел;Анна")
    (imported,) = read(write("a.csv", text))
    assert sums(imported)["vk", "posts"] == 8


def test_the_day_of_a_post_is_that_of_its_publication(write: Any, read: Any) -> None:
    rows = "".join(f"20.11.2026;{day:02d}.10.2026;https://vk.com/wall-1_{day};5\n" for day in range(1, 9))
    (imported,) = read(write("a.csv", "Дата;Дата публикации;Ссылка;Лайки\n" + rows))
    assert len(next(each for each in imported.series if each.metric == "posts").points) == 8


def test_channels_of_leads_are_no_pages(write: Any, read: Any) -> None:
    rows = "".join(f"{day:02d}.10.2026;{name};{day}\n" for day in range(1, 5) for name in ("Поиск", "Почта"))
    (imported,) = read(write("a.csv", "Дата;Канал;Заявки\n" + rows), platform="vk")
    assert sums(imported) == {("vk", "leads"): 20}


def test_a_column_that_names_one_network_tells_the_platform(write: Any, read: Any) -> None:
    text = "Дата;Подписчики;Канал\n01.10.2026;500;Telegram\n02.10.2026;501;Telegram\n"
    (imported,) = read(write("a.csv", text))
    assert [each.platform for each in imported.series] == ["telegram"]

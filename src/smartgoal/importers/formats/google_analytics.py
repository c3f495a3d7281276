"""Google Analytics 4: a report as CSV, with lines that start with # above the header, sorted by value."""

from smartgoal.importers.daily import daily_format

REPORT = daily_format(
    "ga4_report",
    signature=(
        ("Date", "Дата"),
        ("Event count", "Количество событий", "Sessions", "Сеансы"),
        ("Total users", "Active users", "New users", "Всего пользователей", "Активные пользователи"),
    ),
    columns={
        "traffic": ("Total users", "Всего пользователей", "Active users", "Активные пользователи"),
    },
    platform="website",
    ends_lines=False,
)

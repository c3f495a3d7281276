"""Files from strangers: nothing runs, nothing explodes, nothing reaches the terminal as a command."""

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest

from smartgoal.importers.entries import LARGEST_UNPACKED
from smartgoal.importers.text import harmless

META = 'sep=,\n"Instagram reach"\n"Date","Primary"\n"2026-10-01T00:00:00","3"\n"2026-10-02T00:00:00","4"\n'
XML = '<?xml version="1.0"?>{doctype}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">{body}</Workbook>'


def codes(imports: Any) -> list[str]:
    return [each.code for imported in imports for each in imported.problems]


def archive(path: Path, members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return path


def test_an_archive_gives_each_of_its_files(tmp_path: Path, read: Any) -> None:
    path = archive(tmp_path / "a.zip", {"Reach.csv": META.encode(), "notes.txt": b"hello", "__MACOSX/x": b"x"})
    found = read(path)
    assert [each.format for each in found] == ["meta_metric", None]
    assert found[0].file.endswith("a.zip/Reach.csv")


def test_a_bomb_is_refused_unopened(tmp_path: Path, read: Any) -> None:
    path = archive(tmp_path / "bomb.zip", {"a.csv": b"0" * 30_000_000})
    assert codes(read(path)) == ["bomb"]


def test_an_archive_in_an_archive_is_told(tmp_path: Path, read: Any) -> None:
    assert codes(read(archive(tmp_path / "a.zip", {"inner.zip": b"PK"}))) == ["nested_archive"]


def test_a_workbook_larger_than_the_limit_is_refused(tmp_path: Path, read: Any) -> None:
    members = {"[Content_Types].xml": b"<x/>", "xl/big.xml": b" " * (LARGEST_UNPACKED + 1)}
    assert codes(read(archive(tmp_path / "a.xlsx", members))) == ["too_large"]


def test_json_larger_than_the_limit_is_refused(write: Any, read: Any) -> None:
    assert codes(read(write("a.json", b"[" + b" " * (LARGEST_UNPACKED + 1) + b"]"))) == ["too_large"]


def test_two_cells_in_far_corners_do_not_take_all_memory(tmp_path: Path, read: Any) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = 1
    book.worksheets[0]["XFD1048576"] = 2
    book.save(tmp_path / "a.xlsx")
    assert codes(read(tmp_path / "a.xlsx")) == ["bomb"]


def test_a_cell_in_the_far_corner_of_an_old_workbook_ends_no_process(write: Any, read: Any) -> None:
    good = (Path(__file__).parent / "golden/linkedin/page followers.xls").read_bytes()
    number = good.rfind(b"\x03\x02\x0e\x00")  # the head of a record that holds row, column and a number
    far = good[: number + 4] + b"\xff\xff\xff\xff" + good[number + 8 :]
    assert codes(read(write("a.xls", far))) == ["damaged"]


@pytest.mark.parametrize("content", ['"' + "x" * 5_000_000, "a," * 3_000_000])
def test_a_line_of_megabytes_is_no_table(write: Any, read: Any, content: str) -> None:
    (imported,) = read(write("a.csv", content))
    assert imported.failed


def test_a_name_that_no_file_can_have_is_told(read: Any) -> None:
    assert codes(read(Path("a\0b.csv"))) == ["unreadable"]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE a [<!ENTITY b "boom">]>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd">',
    ],
)
def test_entities_and_document_types_are_refused(write: Any, read: Any, doctype: str) -> None:
    assert codes(read(write("a.xls", XML.format(doctype=doctype, body="<Worksheet/>")))) == ["entities"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"", "empty"),
        ("a.csv", b"\xff\xfe", "empty"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "damaged"),
        ("a.zip", b"PK\x03\x04" + b"x" * 50, "damaged"),
        ("a.json", b'{"a": ', "damaged_json"),
        ("a.json", b"[" * 200_000, "damaged_json"),
        ("a.json", b'{"a": ' + b"9" * 6000 + b"}", "damaged_json"),
        ("a.html", b"<!DOCTYPE html><html></html>", "html"),
        ("a.pdf", b"%PDF-1.7 ...", "binary"),
        ("a.bin", bytes(range(256)) * 4, "binary"),
        ("a.xls", XML.format(doctype="", body="<Worksheet>").encode(), "damaged"),
    ],
)
def test_each_kind_of_bad_file_has_its_own_answer(write: Any, read: Any, name: str, content: bytes, code: str) -> None:
    (imported,) = read(write(name, content))
    assert [each.code for each in imported.problems] == [code]
    assert imported.failed


def test_a_file_that_is_not_there_is_told(tmp_path: Path, read: Any) -> None:
    assert codes(read(tmp_path / "none.csv")) == ["no_file"]


def test_one_bad_file_does_not_stop_the_others(write: Any, read: Any) -> None:
    found = read(write("a.csv", b""), write("b.csv", META))
    assert [each.format for each in found] == [None, "meta_metric"]


def test_formulas_markup_and_escapes_come_out_as_plain_words(write: Any, read: Any) -> None:
    evil = '"=HYPERLINK(""http://example.invalid"")",[red]x[/red],\x1b[31mred\x1b[0m\u202ekcab,"@SUM(A1)"'
    text = f"Date,Followers,{evil}\n2026-10-01,5,1,1,1,1\n2026-10-02,6,1,1,1,1\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert [int(value) for _day, value in imported.series[0].points] == [5, 6]
    shown = repr(imported)
    assert "\\x1b" not in shown
    assert "\\u202e" not in shown


def test_a_formula_cell_is_no_number(write: Any, read: Any) -> None:
    text = "Date,Followers\n2026-10-01,5\n2026-10-02,=5+5\n2026-10-03,7\n2026-10-04,8\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert len(imported.series[0].points) == 3
    assert "bad_number" in {each.code for each in imported.problems}


def test_harmless_text_is_short_and_has_no_control_characters() -> None:
    assert harmless("a\x1b]0;title\x07b\u200b\r\nc") == "a ]0;title b c"
    assert len(harmless("x" * 500)) == 80


def test_a_huge_text_streams_with_progress(write: Any, read: Any) -> None:
    row = '"01.10.2026","cities","Тверь","",2\n'
    head = '"Дата","Критерий","Парам. №1","Парам. №2","Значение"\n"01.10.2026","views","","",5\n'
    path = write("group.csv", head + row * 60_000)
    heard: list[tuple[str, int, int]] = []
    (imported,) = read(path, progress=lambda *told: heard.append(told))
    assert imported.series[0].points[0][1] == 5
    assert len(heard) > 3
    assert heard[-1] == ("group.csv", path.stat().st_size, path.stat().st_size)


def test_memory_stays_flat_however_long_a_text_is(write: Any, read: Any) -> None:
    import tracemalloc

    text = io.StringIO()
    text.write("Date,Followers\n")
    for place in range(200_000):
        text.write(f"2026-10-{place % 28 + 1:02d},5\n")
    path = write("a.csv", text.getvalue())
    text.close()
    read(path, platform="vk")
    tracemalloc.start()
    read(path, platform="vk")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_200_000 < path.stat().st_size / 2


def test_an_open_document_that_repeats_its_cells_without_end_is_refused(tmp_path: Path, read: Any) -> None:
    good = Path(__file__).parent / "golden/table/Telegram.ods"
    with zipfile.ZipFile(good) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    filled = b'table:number-columns-repeated="1024" office:value-type="float" office:value="1"/>'
    members["content.xml"] = members["content.xml"].replace(b'table:number-columns-repeated="1024"/>', filled)
    assert codes(read(archive(tmp_path / "a.ods", members))) == ["damaged"]

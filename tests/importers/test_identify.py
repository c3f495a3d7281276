from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

from smartgoal.importers import documents, formats
from smartgoal.importers.entries import Entry, entries
from smartgoal.importers.format import Format
from smartgoal.importers.identify import FORMATS, SeveralFormatsError, identify
from smartgoal.importers.imported import Options

GOLDEN = Path(__file__).parent / "golden"
FILES = sorted(each for each in GOLDEN.rglob("*") if each.is_file() and not each.name.endswith(".expected.json"))


def opened(path: Path, options: Any) -> documents.Document:
    (entry,) = entries([path])
    assert isinstance(entry, Entry)
    return documents.opened(entry, options)


@pytest.fixture
def options() -> Options:
    from datetime import date

    return Options(today=date(2026, 11, 22))


def test_every_declared_format_is_asked() -> None:
    declared = {
        value
        for module in iter_modules(formats.__path__)
        for value in vars(import_module(f"{formats.__name__}.{module.name}")).values()
        if isinstance(value, Format)
    }
    assert declared == set(FORMATS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(GOLDEN)))
def test_at_most_one_format_claims_a_file(file: Path, options: Options) -> None:
    document = opened(file, options)
    assert len([each.id for each in FORMATS if each.claims(document)]) <= 1


def test_two_formats_that_claim_one_file_are_our_error(options: Options) -> None:
    document = opened(GOLDEN / "vk" / "group.csv", options)
    twin = next(each for each in FORMATS if each.id == "vk_community_csv")._replace(id="twin")
    with pytest.raises(SeveralFormatsError, match="vk_community_csv, twin"):
        identify(document, [*FORMATS, twin])


def test_formats_have_different_ids() -> None:
    assert len({each.id for each in FORMATS}) == len(FORMATS)

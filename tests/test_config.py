"""The settings file is checked once, at the door."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from smbcrm.config import Config, load_config
from smbcrm.errors import UsageError
from tests.conftest import Run


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert load_config(tmp_path) == Config(country="", hours=5.0, money=0.0, weeks=4)


def test_a_file_holds_only_what_differs(tmp_path: Path) -> None:
    (tmp_path / "smbcrm.toml").write_text('country = "de"\nhours = 2\n', encoding="utf-8")
    assert load_config(tmp_path) == Config(country="DE", hours=2.0, money=0.0, weeks=4)


@pytest.mark.parametrize(
    "text", ['country = "Iran"', 'country = "UK"', "hours = 0", "houres = 5", "weeks = [", "money = -1"]
)
def test_a_setting_that_means_nothing_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "smbcrm.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as refusal:
        load_config(tmp_path)
    assert "smbcrm.toml" in str(refusal.value)


def test_the_country_decides_how_numbers_are_read(smbcrm: Callable[..., Run], data: Path) -> None:
    smbcrm("init")
    (data / "smbcrm.toml").write_text('country = "DE"\n', encoding="utf-8")
    smbcrm("add", "Anna", "phone=030 1234567")
    assert smbcrm("list", "--columns", "phone", "--format", "csv").out == "phone\n+49301234567\n"


def test_a_country_that_is_none_is_named_with_the_setting(smbcrm: Callable[..., Run], data: Path) -> None:
    smbcrm("init")
    (data / "smbcrm.toml").write_text('country = "uk"\n', encoding="utf-8")
    done = smbcrm("add", "Sara")
    assert done.code == 2
    assert done.err == (
        f"smbcrm: error: {data / 'smbcrm.toml'}: the setting country: uk is no country code.\n"
        "hint: write two letters, like GB or DE.\n"
    )

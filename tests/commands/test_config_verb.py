"""The settings are shown, found and changed; the owner's own words in the file stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Smbcrm

OWN = '# my shop\ncountry = "IR"   # we are in Tehran\n\nhours=2 # not more\n'


@pytest.fixture
def shop(smbcrm: Smbcrm, data: Path) -> Smbcrm:
    assert smbcrm("init").code == 0
    (data / "smbcrm.toml").write_text(OWN, encoding="utf-8")
    return smbcrm


def test_all_settings_are_listed_with_what_is_the_owners(shop: Smbcrm) -> None:
    rows = json.loads(shop("config", "--format", "json", "--columns", "name,value,default,set").out)
    assert [tuple(row.values()) for row in rows] == [
        ("country", "IR", "", True),
        ("lang", "en", "en", False),
        ("calendar", "gregorian", "gregorian", False),
        ("hours", "2", "5", True),
        ("money", "0", "0", False),
        ("weeks", "4", "4", False),
    ]


def test_one_value_is_printed_alone(shop: Smbcrm, data: Path) -> None:
    assert shop("config", "get", "Hours").out == "2\n"
    assert shop("config", "path").out == f"{data / 'smbcrm.toml'}\n"


def test_a_change_keeps_the_owners_lines_and_the_file_as_it_was(shop: Smbcrm, data: Path) -> None:
    run = shop("config", "set", "hours=۶", "weeks=6")
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        "hours is 6; it was 2\n"
        "weeks is 6; it was 4\n"
        "`smbcrm undo` leaves settings alone; to have it back as it was: `smbcrm config set hours=2 weeks=4`\n"
    )
    assert (data / "smbcrm.toml").read_text("utf-8") == OWN.replace("hours=2", "hours=6") + "weeks = 6\n"
    assert (data / "smbcrm.toml.before").read_text("utf-8") == OWN
    assert (data / "smbcrm.toml").stat().st_mode & 0o777 == 0o600


def test_an_empty_value_takes_a_setting_out(shop: Smbcrm, data: Path) -> None:
    assert shop("config", "set", "country=").code == 0
    assert (data / "smbcrm.toml").read_text("utf-8") == "# my shop\n\nhours=2 # not more\n"
    assert shop("config", "get", "country").out == "\n"


def test_a_dry_run_writes_nothing(shop: Smbcrm, data: Path) -> None:
    run = shop("config", "set", "hours=6", "--dry-run", "--format", "json")
    assert json.loads(run.out)["settings"] == {"hours": 6}
    assert (data / "smbcrm.toml").read_text("utf-8") == OWN
    assert not (data / "smbcrm.toml.before").exists()


def test_settings_are_no_operation(shop: Smbcrm) -> None:
    shop("add", "Sara")
    shop("config", "set", "hours=6")
    assert json.loads(shop("undo", "--format", "json").out)["verb"] == "add"
    assert shop("config", "get", "hours").out == "6\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("set", "houres=6"), "there is no setting houres.\nhint: did you mean hours? the settings are country, lang, calendar, hours, money, weeks."),
        (("get", "zzz"), "there is no setting zzz.\nhint: the settings are country, lang, calendar, hours, money, weeks."),
        (("set", "hours=many"), "hours cannot be many: it must be a number.\nhint: `smbcrm config` shows the settings and what they are for."),
        (("set", "hours=0"), "hours cannot be 0: it must be above 0 and at most 168.\nhint: `smbcrm config` shows the settings and what they are for."),
        (("set", "weeks=1.5"), "weeks cannot be 1.5: it must be a whole number.\nhint: `smbcrm config` shows the settings and what they are for."),
        (("set", "country=UK"), "country cannot be UK: UK is no country code.\nhint: write two letters, like GB or DE."),
    ],
)  # fmt: skip
def test_what_means_nothing_is_refused_and_nothing_written(
    shop: Smbcrm, data: Path, words: tuple[str, ...], message: str
) -> None:
    run = shop("config", *words)
    assert (run.code, run.err) == (2, f"smbcrm: error: {message}\n")
    assert (data / "smbcrm.toml").read_text("utf-8") == OWN


def test_a_line_that_cannot_be_changed_from_here_is_left_to_the_owner(shop: Smbcrm, data: Path) -> None:
    odd = 'country = """\nIR"""\n'
    (data / "smbcrm.toml").write_text(odd, encoding="utf-8")
    run = shop("config", "set", "country=DE")
    assert run.code != 0
    assert (data / "smbcrm.toml").read_text("utf-8") == odd

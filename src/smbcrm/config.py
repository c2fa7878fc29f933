"""The owner's settings: `smbcrm.toml` in the data folder holds only what differs from the defaults."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from smbcrm.core.say import say
from smbcrm.errors import UsageError

FILE = "smbcrm.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings, true to their types.

    `country` is two letters and decides how phone numbers without a prefix are read and which days are working days.
    The rest is the budget of a plan: hours a week, money for all of it, weeks.
    """

    country: str = ""
    hours: float = 5.0
    money: float = 0.0
    weeks: int = 4


def load_config(folder: Path) -> Config:
    """Give the settings of a data folder; without a file, the defaults.

    Raises UsageError, naming the file and the setting, when one means nothing.
    """
    path = folder / FILE
    if not path.is_file():
        return Config()
    import tomllib

    from pydantic import BaseModel, ConfigDict, Field, ValidationError

    class Checked(BaseModel):
        model_config = ConfigDict(extra="forbid")
        country: str = Field(default="", pattern=r"^([A-Za-z]{2})?$")
        hours: float = Field(default=5.0, gt=0, le=168)
        money: float = Field(default=0.0, ge=0)
        weeks: int = Field(default=4, ge=1, le=53)

    try:
        found = Checked.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as problem:
        first = problem.errors()[0]
        name = ".".join(map(str, first["loc"]))
        raise UsageError(
            say(
                "{file}: the setting {name} means nothing ({reason})",
                file=str(path),
                name=name,
                reason=first["msg"],
            ),
            say("the settings are country, hours, money, weeks"),
        ) from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise UsageError(
            say("{file} is not written as toml ({reason})", file=str(path), reason=str(problem)),
            say('a line is like: country = "IR"'),
        ) from problem
    return Config(
        country=_region(found.country, path),
        hours=found.hours,
        money=found.money,
        weeks=found.weeks,
    )


def _region(country: str, path: Path) -> str:
    from smbcrm.core.values.regions import region

    try:
        return region(country) if country else ""
    except UsageError as problem:
        raise UsageError(
            say("{file}: the setting country: {what}", file=str(path), what=problem.what), problem.hint
        ) from problem

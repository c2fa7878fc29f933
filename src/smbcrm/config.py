"""The owner's settings: `smbcrm.toml` in the data folder holds only what differs from the defaults.

The file is the owner's own: a change made here leaves his comments and the order of his lines as they are.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from smbcrm.core.say import Say, say
from smbcrm.core.text import fold_digits
from smbcrm.errors import SmbcrmError, UsageError

FILE = "smbcrm.toml"
_LOOK = say("`smbcrm config` shows the settings and what they are for")
Value = str | int | float


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings, true to their types.

    `country` is two letters and decides how phone numbers without a prefix are read and which days are working days.
    `lang` and `calendar` are how a command speaks that is not told otherwise. The rest is the budget of a plan: hours a week,
    money for all of it, weeks.
    """

    country: str = ""
    lang: str = "en"
    calendar: str = "gregorian"
    hours: float = 5.0
    money: float = 0.0
    weeks: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting: how its value is checked, and what it is for. `check` gives the value, or says what is wrong."""

    check: Callable[[object], Value | UsageError]
    meaning: Say


def _number(
    low: float, high: float, *, whole: bool = False, above: bool = False
) -> Callable[[object], Value | UsageError]:
    def check(given: object) -> Value | UsageError:
        if isinstance(given, bool) or not isinstance(given, int | float) or not math.isfinite(given):
            return UsageError(say("it must be a number"), _LOOK)
        if whole and given != int(given):
            return UsageError(say("it must be a whole number"), _LOOK)
        if not low <= given <= high or (above and given == low):
            from_ = say("it must be from {low} to {high}", low=low, high=high)
            over = say("it must be above {low} and at most {high}", low=low, high=high)
            return UsageError(over if above else from_, _LOOK)
        return int(given) if whole else float(given)

    return check


def _region(given: object) -> Value | UsageError:
    from smbcrm.core.values.regions import region

    if not isinstance(given, str):
        return UsageError(say("it must be two letters in quotes, like {example}", example='"IR"'), _LOOK)
    try:
        return region(given.strip()) if given.strip() else ""
    except UsageError as problem:
        return problem


def _one_of(*words: str) -> Callable[[object], Value | UsageError]:
    def check(given: object) -> Value | UsageError:
        if given not in words:
            return UsageError(say("it must be one of {words}", words=", ".join(words)), _LOOK)
        return str(given)

    return check


SETTINGS = {
    "country": Setting(check=_region, meaning=say("whose phone numbers and working days these are, in two letters")),
    "lang": Setting(check=_one_of("en", "fa"), meaning=say("the language of tables and messages where no `--lang` is given: en or fa")),
    "calendar": Setting(check=_one_of("gregorian", "jalali"), meaning=say("how days are shown where no `--calendar` is given: gregorian or jalali")),
    "hours": Setting(check=_number(0, 168, above=True), meaning=say("hours a week for contacts, until `smbcrm budget set` says more")),
    "money": Setting(check=_number(0, 1e15), meaning=say("money for contacts, until `smbcrm budget set` says more")),
    "weeks": Setting(check=_number(1, 53, whole=True), meaning=say("for how many weeks plans are made")),
}  # fmt: skip


def load_config(folder: Path) -> Config:
    """Give the settings of a data folder; without a file, the defaults.

    Raises UsageError, naming the file and the setting, when one means nothing.
    """
    return Config(**written(folder))  # type: ignore[arg-type]  # checked against the types


def written(folder: Path) -> dict[str, Value]:
    """Give what the settings file says, checked; what it leaves out is not there."""
    path = folder / FILE
    return _checked(_parsed(_text(path), path), path) if path.is_file() else {}


def defaults() -> dict[str, Value]:
    """Give the settings as they are without a file."""
    return {field.name: getattr(Config(), field.name) for field in fields(Config)}


def known_setting(name: str) -> str:
    """Give the setting that is meant; raises UsageError, with the nearest one, when there is none."""
    key = name.strip().casefold()
    if key in SETTINGS:
        return key
    from difflib import get_close_matches

    near = get_close_matches(key, SETTINGS, n=1, cutoff=0.5)
    what = say("there is no setting {name}", name=name)
    if near:
        raise UsageError(
            what,
            say("did you mean {near}? the settings are {names}", near=near[0], names=", ".join(SETTINGS)),
        )
    raise UsageError(what, say("the settings are {names}", names=", ".join(SETTINGS)))


def changed_settings(
    folder: Path, given: Mapping[str, str], *, dry_run: bool
) -> dict[str, tuple[Value, Value]]:
    """Write settings into the file, an empty value taking one out; give each with its value before and now.

    The file as it was stays beside it as `smbcrm.toml.before`. Raises UsageError for a value that means nothing.
    """
    path = folder / FILE
    before = {**defaults(), **written(folder)}
    text = _text(path) if path.is_file() else ""
    after = text
    for typed, value in given.items():
        name = known_setting(typed)
        after = _without(after, name) if not value.strip() else _with(after, name, _typed(name, value))
    wanted = _checked(_parsed(after, path), path)
    now = {**defaults(), **wanted}
    for typed, value in given.items():
        name = known_setting(typed)
        if now[name] != (_typed(name, value) if value.strip() else defaults()[name]):
            raise SmbcrmError(
                say("{file} is written in a way that cannot be changed from here", file=str(path)),
                say("open it in an editor and change the line of {name}", name=name),
            )
    if after != text and not dry_run:
        if path.is_file():
            _save(path.with_name(f"{FILE}.before"), text)
        _save(path, after)
    return {name: (before[name], now[name]) for name in map(known_setting, given)}


def shown_value(value: Value) -> str:
    """Give a value as it is typed: whole numbers without a point."""
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


def _typed(name: str, value: str) -> Value:
    text = fold_digits(value.strip())
    given: object = text
    if not isinstance(defaults()[name], str):
        try:
            given = int(text) if re.fullmatch(r"[+-]?\d+", text) else float(text.replace("٫", "."))
        except ValueError:
            given = text
    found = SETTINGS[name].check(given)
    if isinstance(found, UsageError):
        raise UsageError(
            say("{name} cannot be {value}: {reason}", name=name, value=value, reason=found.what),
            found.hint,
        )
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as problem:
        raise _no_toml(path, problem) from problem


def _parsed(text: str, path: Path) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise _no_toml(path, problem) from problem


def _no_toml(path: Path, problem: Exception) -> UsageError:
    return UsageError(
        say("{file} is not written as toml ({reason})", file=str(path), reason=str(problem)),
        say('a line is like: country = "IR"'),
    )


def _checked(found: Mapping[str, object], path: Path) -> dict[str, Value]:
    checked: dict[str, Value] = {}
    for name, given in found.items():
        if name not in SETTINGS:
            try:
                known_setting(name)
                problem: object = say("it is written in small letters")
                hint: object = say("the settings are {names}", names=", ".join(SETTINGS))
            except UsageError as unknown:
                problem, hint = unknown.what, unknown.hint
            raise UsageError(say("{file}: {what}", file=str(path), what=problem), hint)
        value = SETTINGS[name].check(given)
        if isinstance(value, UsageError):
            raise UsageError(
                say("{file}: the setting {name}: {what}", file=str(path), name=name, what=value.what),
                value.hint,
            )
        checked[name] = value
    return checked


# A line of the top of the file, before any [table]: what stands before the value, the value, and what comes behind.
_LINE = r'^([ \t]*["\']?{name}["\']?[ \t]*=[ \t]*)("(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|[^\s#]+)([^\n]*)$'


def _top(text: str) -> int:
    table = re.search(r"^[ \t]*\[", text, re.MULTILINE)
    return table.start() if table else len(text)


def _with(text: str, name: str, value: Value) -> str:
    written_value = f'"{value}"' if isinstance(value, str) else shown_value(value)
    end = _top(text)
    line = re.compile(_LINE.format(name=name), re.MULTILINE)
    found = line.search(text, 0, end)
    if found:
        return f"{text[: found.start(2)]}{written_value}{text[found.end(2) :]}"
    head = text[:end]
    if head and not head.endswith("\n"):
        head += "\n"
    return f"{head}{name} = {written_value}\n{text[end:]}"


def _without(text: str, name: str) -> str:
    found = re.compile(_LINE.format(name=name) + r"\n?", re.MULTILINE).search(text, 0, _top(text))
    return text[: found.start()] + text[found.end() :] if found else text


def _save(path: Path, text: str) -> None:
    """Write beside and move into place: the file is the old one or the new one, whatever happens."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as problem:
        beside.unlink(missing_ok=True)
        raise SmbcrmError(
            say(
                "{file} cannot be written: {why}",
                file=str(path),
                why=(problem.strerror or str(problem)).lower(),
            ),
            say("check that there is room and that you may write there"),
        ) from problem

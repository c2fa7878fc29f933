"""Writing the plan into a file, or to stdout, in the format that was asked for."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import TYPE_CHECKING

from smbcrm.core.say import say
from smbcrm.errors import UsageError

if TYPE_CHECKING:
    from smbcrm.commands._globals import Globals

CALENDAR = "ics"
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


def write_plan_file(settings: Globals, file: Path | None, fmt: str, at: str) -> None:
    """Write the current plan; the ending of a file names the format where none is said."""
    named = fmt.strip().lower() or (file.suffix.lower().lstrip(".") if file is not None else CALENDAR)
    if named == CALENDAR:
        _write_calendar(settings, file, at)
    else:
        _write_table(settings, file, named)


def _write_calendar(settings: Globals, file: Path | None, at: str) -> None:
    from smbcrm.core.text import fold
    from smbcrm.output.emit import talk
    from smbcrm.output.files.calendar_file import write_calendar
    from smbcrm.output.options import Format
    from smbcrm.usecases.export_plan import plan_calendar

    clock = _CLOCK.fullmatch(fold(at)) if at else None
    if at and clock is None:
        raise UsageError(say("{text} is no time of day", text=at), say("write it like 09:30"))
    begin = datetime.time(int(clock[1]), int(clock[2])) if clock else None
    count = write_calendar(plan_calendar(settings.reading()), settings.output(Format.TABLE, file), at=begin)
    if file is not None and str(file) != "-":
        talk(
            say("{count} {count:entry|entries} written to {file}", count=count, file=str(file)),
            settings.output(),
        )


def _write_table(settings: Globals, file: Path | None, named: str) -> None:
    from smbcrm.core.selection import Selection
    from smbcrm.output.dealings.record_sets import PLAN, keys
    from smbcrm.output.emit import emit, export_file, of_no_kind
    from smbcrm.output.options import Format
    from smbcrm.output.planning.plans import plan_view
    from smbcrm.usecases.planning.shown_plan import newest_plan, plan_shown
    from smbcrm.usecases.planning.welcome import WELCOME

    if named not in set(Format):
        raise UsageError(
            say("{name} is no format that a plan is written in", name=named)
            if named or file is None
            else of_no_kind(file),
            say("choose one of: {allowed}", allowed=", ".join([CALENDAR, *Format])),
        )
    store = settings.reading()
    planned = plan_shown(store, newest_plan(store), kept=True)
    selection = Selection(filters=(("plan_id = ?", (planned.plan,)), ("status = 'open'", ()), (WELCOME, ())))
    rows = store.select("plan_records", keys(PLAN), selection=selection, order="date, item_id", custom={})
    view = plan_view(rows, keys(PLAN), planned)
    options = settings.output(Format(named), file)
    if file is not None and f".{named}" == file.suffix.lower():
        export_file(view, file, raw=False, options=settings.output())
    else:
        emit(view, options)

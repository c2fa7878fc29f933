"""A plan as a calendar file (iCalendar, RFC 5545), which phones and calendar programs read."""

from __future__ import annotations

import datetime
from typing import Any

from smbcrm.core.say import Say, say
from smbcrm.output.options import OutputOptions
from smbcrm.output.streams import open_target
from smbcrm.output.words import heading, render
from smbcrm.usecases.export_plan import Calendar, Entry


def write_calendar(calendar: Calendar, options: OutputOptions, *, at: datetime.time | None) -> int:
    """Write the entries; give how many there are.

    Each is an event of a whole day that blocks no time, or, with `at`, they follow one another from that hour on. An entry keeps its
    UID for ever and counts its changes in SEQUENCE, so that a calendar that reads the file again moves it, or takes it out.
    """
    from icalendar import Calendar as Vcalendar

    made = Vcalendar()
    made.add("prodid", "-//smbcrm//plan//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", render(say("Customers to contact"), options.lang))
    clock: dict[datetime.date, datetime.datetime] = {}
    for entry in calendar.entries:
        begin: datetime.datetime | None = None
        if at is not None and not entry.cancelled:
            begin = clock.get(entry.date) or datetime.datetime.combine(entry.date, at)
            clock[entry.date] = begin + datetime.timedelta(minutes=entry.minutes)
        made.add_component(_event(entry, calendar.changed, begin, options))
    with open_target(options) as target:
        target.bytes().write(made.to_ical())
    return len(calendar.entries)


def _event(
    entry: Entry, changed: datetime.datetime, begin: datetime.datetime | None, options: OutputOptions
) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", changed.astimezone(datetime.UTC))
    if begin is None:
        event.add("dtstart", entry.date)
        event.add("dtend", entry.date + datetime.timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:  # without a zone: nine o'clock is nine o'clock on the wall of the shop
        event.add("dtstart", begin)
        event.add("dtend", begin + datetime.timedelta(minutes=entry.minutes))
    event.add("summary", _summary(entry, options))
    event.add("description", "\n".join(_lines(entry, options)))
    event.add("categories", [heading(entry.kind, options.lang)])
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    return event


def _summary(entry: Entry, options: OutputOptions) -> str:
    what = heading(entry.kind, options.lang)
    told = say("{what}: {name}", what=what, name=entry.name or render(entry.reason, options.lang))
    if entry.status == "done":
        told = say("{what} (done)", what=told)
    return render(told, options.lang)


def _lines(entry: Entry, options: OutputOptions) -> list[str]:
    sentences: list[Say] = [entry.reason, entry.text]
    told = [render(one, options.lang, calendar=options.calendar) for one in sentences if str(one)]
    last = say("Last words: {text}", text=entry.last_words)
    return [
        *told,
        *([entry.phone] if entry.phone else []),
        *([render(last, options.lang)] if entry.last_words else []),
        f"smbcrm done {entry.item}",
    ]

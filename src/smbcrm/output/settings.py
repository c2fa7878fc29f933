"""What is said when settings were changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from smbcrm.core.say import Say, say


def setting_lines(changed: Mapping[str, tuple[object, object]]) -> Iterator[Say]:
    """Give a line for each setting, and what to type to have the old values back."""
    for name, (before, now) in changed.items():
        if before == now:
            yield say("{name} was {value} already", name=name, value=_shown(now))
        else:
            yield say("{name} is {now}; it was {before}", name=name, now=_shown(now), before=_shown(before))
    back = " ".join(f"{name}={_plain(before)}" for name, (before, now) in changed.items() if before != now)
    if back:
        yield say(
            "`smbcrm undo` leaves settings alone; to have it back as it was: `smbcrm config set {values}`",
            values=back,
        )


def _plain(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


def _shown(value: object) -> str:
    return _plain(value) or "-"

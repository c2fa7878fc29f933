"""Numbers that no hour, sum or count can be are refused where a command line is read, for all options alike."""

from __future__ import annotations

from typing import Any

from smbcrm.core.say import say
from smbcrm.errors import UsageError

LARGEST = 10**15
"""Above any sum in rials, and a number that the store and every calculation hold exactly."""


def keep_in_reach(command: Any) -> None:
    """Let every option of this command, and of all below it, refuse nan and what is too large."""
    for one in command.params:
        if one.callback is None and one.type.name.startswith(("int", "float")):
            one.callback = _in_reach
    for below in getattr(command, "commands", {}).values():
        keep_in_reach(below)


def _in_reach(context: Any, param: Any, value: Any) -> Any:
    if value is None or abs(value) <= LARGEST:
        return value
    name, hint = (
        ", ".join(param.opts),
        say("`{path} --help` shows how it is written", path=context.command_path),
    )
    if value != value:  # nan alone is not what it is
        raise UsageError(say("{name} takes a number, not {what}", name=name, what="nan"), hint)
    raise UsageError(
        say(
            "{name} cannot be {value}: {reason}",
            name=name,
            value=f"{value:.10g}",
            reason=say("it is too large"),
        ),
        hint,
    )

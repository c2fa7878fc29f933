"""Ask a person at the terminal; before something that cannot be taken back, never where an option has answered."""

from __future__ import annotations

from smbcrm.commands._globals import Globals
from smbcrm.core.say import Say, say
from smbcrm.errors import DecisionNeededError


def agreed(settings: Globals, question: Say, *, yes: bool) -> bool:
    """Tell whether the person wants it: `--yes` says so, else he is asked.

    Raises DecisionNeededError where nobody is there to be asked.
    """
    if yes:
        return True
    if not settings.may_ask:
        raise DecisionNeededError(
            say("{question} Nobody is there to be asked", question=question),
            say("add --yes to do it without asking"),
        )
    from smbcrm.core.edits import YES

    return answer(settings, say("{question} [yes/no]", question=question)).casefold() in YES


def answer(settings: Globals, question: Say, *, at_end: str = "") -> str:
    """Give what a person types in answer; `at_end` where he ends the input instead."""
    from smbcrm.commands._keys import line
    from smbcrm.output.emit import talk_and_wait

    talk_and_wait(question, settings.output())
    try:
        return line()
    except EOFError:
        return at_end

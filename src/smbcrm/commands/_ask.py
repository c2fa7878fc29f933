"""Ask before something that cannot be taken back: at a terminal only, and never where an option has answered."""

from __future__ import annotations

import sys

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
    from smbcrm.output.emit import talk_and_wait

    talk_and_wait(say("{question} [yes/no]", question=question), settings.output())
    return sys.stdin.readline().strip().casefold() in YES

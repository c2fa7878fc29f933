"""Say on stderr when what is shown no longer fits what is known."""

from __future__ import annotations

from smbcrm.commands._globals import Globals
from smbcrm.usecases.ports import Store


def warn_if_stale(store: Store, settings: Globals) -> None:
    """Say that scores are older than the customers they are about, and what to type."""
    from smbcrm.usecases.freshness import stale_scores

    if stale_scores(store):
        from smbcrm.core.say import say
        from smbcrm.output.emit import talk

        talk(
            say("The scores are older than the list. Next: `smbcrm score`, then `smbcrm tier`."),
            settings.output(),
        )

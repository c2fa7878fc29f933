"""A list with nobody on it: what is said then, whatever was asked."""

from __future__ import annotations

from smbcrm.core.say import Say, say
from smbcrm.usecases.ports import Store

NOBODY = say("There are no customers yet. `smbcrm run FILE` brings yours in, `smbcrm add NAME` notes one.")


def is_empty(store: Store) -> bool:
    """Tell whether nobody is on the list."""
    return not list(store.read("SELECT 1 FROM customer LIMIT 1"))


def hint_for(store: Store, usual: Say) -> Say:
    """Give what to try: on a list with nobody on it, to bring customers in first."""
    return say("`smbcrm run FILE` brings your customers in") if is_empty(store) else usual

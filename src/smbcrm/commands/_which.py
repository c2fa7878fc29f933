"""Ask at the terminal which of several customers is meant."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from smbcrm.commands._globals import Globals
from smbcrm.core.say import say
from smbcrm.usecases.ports import Store

_MOST = 9


def which_customer(settings: Globals, store: Store) -> Callable[[Sequence[int]], int | None] | None:
    """Give a function that asks; None where nobody is there to answer."""
    if not settings.may_ask:
        return None

    def ask(customers: Sequence[int]) -> int | None:
        from smbcrm.commands._ask import answer
        from smbcrm.output.safe import safe_line

        shown = list(customers[:_MOST])
        for number, (customer, name, phone, city) in enumerate(
            store.read(
                "SELECT id, name, phone, city FROM customer WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
                [shown],
            ),
            start=1,
        ):
            told = " ".join(filter(None, [f"{number}) C{customer}", name, phone, city]))
            print(safe_line(told), file=sys.stderr)
        word = answer(settings, say("Which one is meant? Number, or Enter for none:"))
        return sorted(shown)[int(word) - 1] if word.isdecimal() and 1 <= int(word) <= len(shown) else None

    return ask

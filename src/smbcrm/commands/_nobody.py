"""What a list with nobody on it shows in place of what was found: nothing that sounds as if somebody had been looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smbcrm.output.view import View
    from smbcrm.usecases.ports import Store


def or_nobody(store: Store, view: View) -> View:
    """Give the view, with one sentence below it where nobody is on the list yet; the rows for machines stay as they are."""
    from dataclasses import replace

    from smbcrm.usecases.nobody import NOBODY, is_empty

    return replace(view, footer=(NOBODY,), empty=()) if is_empty(store) else view

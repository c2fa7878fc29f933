"""The four tiers as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smbcrm.core.say import Say, say
from smbcrm.output.dealings.record_sets import TIERS
from smbcrm.output.view import View
from smbcrm.usecases.assign_tiers import Tiered


def tiers_view(rows: Sequence[Sequence[object]], done: Tiered, *, last: Say | None = None) -> View:
    """Give the tiers with their sizes and score ranges, and what is worth saying about them."""
    footer = [*_notes(done), last or say("Next: `smbcrm plan build` plans what tier A deserves.")]
    return View(TIERS, rows, title=say("Tiers"), footer=tuple(footer), name="tiers", id_column="tier")


def _notes(done: Tiered) -> Iterator[Say]:
    if done.without_score:
        yield say(
            '{count} {count:customer without a score ranks|customers without a score rank} last: `smbcrm list --where "score IS NULL"`',
            count=done.without_score,
        )
    if done.moved:
        yield say("{count} {count:customer|customers} changed tier: `smbcrm tier moves`", count=done.moved)
    if done.kept:
        yield say(
            "{count} {count:customer|customers} kept {count:his|their} tier because the difference was small",
            count=done.kept,
        )
    yield from done.ties

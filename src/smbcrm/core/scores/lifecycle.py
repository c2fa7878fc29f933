"""Where a customer stands on the way from prospect to regular, and away again; for a whole list at once.

Everything is held against the customer's own expected gap (his median gap between purchases, pulled towards the list's): twenty days are long
for a baker's customer and nothing for a tailor's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SLIPPING = 2.0
"""Expected gaps without a purchase after which a customer is slipping."""
LOST = 4.0
"""Expected gaps without a purchase after which a customer is lost."""
NEW_DAYS = 90
"""How long after the first purchase a customer is new."""
BACK_DAYS = 365
"""How long after coming back a customer counts as won back."""
LOST_DAYS = 60
"""Nobody is lost sooner than this, however often he used to come."""

STATES = ("prospect", "undated", "new", "active", "won back", "slipping", "lost")


def lifecycle(
    *,
    purchases: Floats,
    since_first: Floats,
    since_last: Floats,
    expected: Floats,
    since_return: Floats,
    billed: NDArray[np.bool_],
) -> Any:
    """Give the state of every customer as its place in STATES; days are counted back from today, nan is unknown.

    prospect: no purchase is recorded, and no bill. undated: bought (or was billed), but when is not known. lost: no purchase for more than four expected gaps (and 60
    days). slipping: for more than two. new: first bought within 90 days. won back: came back within a year after having been
    lost. active: all others.
    """
    import numpy as np

    waited = since_last / expected
    lost = (waited > LOST) & (since_last > LOST_DAYS)
    chosen = [
        (np.isnan(since_last) & ~(purchases > 0) & ~billed, "prospect"),
        (np.isnan(since_last), "undated"),
        (lost, "lost"),
        (waited > SLIPPING, "slipping"),
        (since_first <= NEW_DAYS, "new"),
        (since_return <= BACK_DAYS, "won back"),
    ]
    return np.select(
        [condition for condition, _ in chosen],
        [STATES.index(state) for _, state in chosen],
        default=STATES.index("active"),
    )

"""Which open plan items may still be done: those of customers who have not asked for peace since the plan was made.

The items themselves stay until the plan is rebalanced or made anew: who may be contacted again has them back at once.
"""

from __future__ import annotations

WELCOME = "NOT (status = 'open' AND EXISTS (SELECT 1 FROM customer w WHERE w.id = customer AND w.do_not_contact = 1))"
"""A condition on `plan_records`."""

WELCOME_ITEM = (
    "NOT EXISTS (SELECT 1 FROM source_row o JOIN customer w ON w.id = o.customer_id "
    "WHERE o.id = {0}.row_id AND w.do_not_contact = 1)"
)
"""The same on open rows of `plan_item`, called by the name that goes in."""

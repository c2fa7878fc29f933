"""Lists that this program wrote, coming back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smbcrm.core.fields import IGNORED
from smbcrm.core.text import header_key

_OURS = {
    "id": "crm_id",
    "name": "name",
    "company": "company",
    "phone": "phone",
    "email": "email",
    "city": "city",
    "score": IGNORED,
    "ownscore": "own_score",
    "suggestedscore": IGNORED,
    "tier": IGNORED,
    "lastinteraction": IGNORED,
    "tags": "tags",
}
# A foreign list may well have an id, a name and a phone; nobody else has two of these.
_TELLING = frozenset({"ownscore", "suggestedscore", "lastinteraction", "tier", "score"})
_OUR_ID = re.compile(r"C\d+")


def recognise_own_export(headings: Sequence[str], values: Sequence[Sequence[str]]) -> dict[str, str]:
    """Give the field of every heading of ours, by heading key, when the sheet is a list this program wrote.

    >>> sorted(recognise_own_export(["id", "name", "score", "tier"], [["C1"], ["Sara"], ["7.5"], ["A"]]))
    ['id', 'name', 'score', 'tier']
    >>> recognise_own_export(["id", "name", "phone"], [["C1"], ["Sara"], ["0912"]])
    {}
    """
    keys = [header_key(heading) for heading in headings]
    if "id" not in keys or len(_TELLING.intersection(keys)) < 2:
        return {}
    ids = [value for value in values[keys.index("id")] if value]
    if not all(_OUR_ID.fullmatch(value) for value in ids):
        return {}
    return {key: _OURS[key] for key in keys if key in _OURS}

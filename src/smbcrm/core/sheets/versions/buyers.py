"""Whether two rows of sales may name one buyer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from smbcrm.core.text import fold


def same_buyer(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell whether two rows may name the same buyer: by the first thing that both tell of him."""
    for name in ("crm_id", "customer_code", "national_id", "phones", "emails"):
        mine, his = _all(one.get(name)), _all(other.get(name))
        if mine and his:
            return bool(mine & his)
    mine, his = (
        set(fold(str(fields.get("name") or fields.get("company") or "")).split()) for fields in (one, other)
    )
    return not mine or not his or bool(mine & his)


def _all(value: Any) -> set[str]:
    return set(value) if isinstance(value, list | tuple) else {str(value)} - {"None", ""}

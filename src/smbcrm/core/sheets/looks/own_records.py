"""Lists of records that smbcrm itself wrote (`purchase list --format csv`): what they tell is in the store already."""

from __future__ import annotations

from collections.abc import Sequence

_ENOUGH = 4
_LISTS = {
    "purchase": "customer_id name date amount unit product quantity discount order return_of source",
    "invoice": "customer_id name number date due amount unit paid open paid_on days_late state",
    "payment": "customer_id name date amount unit invoice due days_late source",
    "rating": "customer_id name date value scale about text source",
    "interaction": "customer_id name date kind direction area text minutes cost source",
    "touch": "customer_id name kind date to_id to_name text by",
}
_COLUMNS = {kind: frozenset({kind, *columns.split()}) for kind, columns in _LISTS.items()}


def own_records(heading_row: Sequence[str]) -> str:
    """Give the kind of records whose list of ours has these headings, "" for any other list.

    >>> own_records(["purchase", "customer_id", "name", "date", "amount"]), own_records(["Name", "Date", "Amount"])
    ('purchase', '')
    """
    cells = {cell.strip() for cell in heading_row if cell.strip()}
    first = heading_row[0].strip() if heading_row else ""
    known = _COLUMNS.get(first, frozenset())
    return first if len(cells) >= _ENOUGH and "customer_id" in cells and cells <= known else ""

"""Marks: what is kept of somebody who was forgotten. A mark is a kind and a text under a key; only the keyed hash of it is stored."""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from smbcrm.core.forgetting.known import SHORTEST_NUMBER, Known, is_number, same_value, sorted_name
from smbcrm.core.text import fold
from smbcrm.core.values.phone_keys import phone_key

_TELLING = 8  # letters and digits of a row; what is shorter may be anybody's

Mark = tuple[str, str]


def marks_of(known: Known, *, shared: Iterable[str] = ()) -> set[Mark]:
    """Give the marks somebody leaves. What others on the list have, too, marks him only together with his name.

    Somebody of whom nothing but a name is known is marked by that, if it has two words.
    """
    common = {same_value(value) for value in shared}
    found: set[Mark] = {("row", cells) for cells in known.cells if sum(map(str.isalnum, cells)) >= _TELLING}
    names = {sorted_name(name) for name in known.names}
    telling = False
    for phone in filter(is_number, known.phones):
        key = phone_key(phone)
        telling = True
        if same_value(phone) in common:
            found.update(("named", f"{key} {name}") for name in names)
        elif phone[:1] == "+":
            found |= {("phone", phone.partition(";")[0]), ("tail", key)}
        else:
            found |= {("bare", key), ("tail", key)}
    for email in map(fold, known.emails):
        telling = True
        found.update(
            [("email", email)] if email not in common else (("named", f"{email} {name}") for name in names)
        )
    for national in known.national_ids:
        telling = True
        found.add(("national", fold(national)))
    for born in known.birth_dates:
        if _is_whole_day(born):
            telling = True
            found.update(("born", f"{born} {name}") for name in names)
    if not telling:
        found.update(("name", name) for name in names if " " in name)
    return found


def marks_in(fields: Mapping[str, Any], raw: str) -> Iterator[Mark]:
    """Give the marks that a row asks about: with any of them on record, it is about somebody who was forgotten."""
    name = sorted_name(str(fields.get("name") or fields.get("company") or ""))
    yield "row", raw
    for phone in map(str, fields.get("phones", ())):
        key = phone_key(phone)
        if len(key) < SHORTEST_NUMBER:
            continue
        if phone[:1] == "+":
            yield "phone", phone.partition(";")[0]
            yield "bare", key
        else:
            yield "tail", key
        yield "named", f"{key} {name}"
    for email in map(fold, map(str, fields.get("emails", ()))):
        yield "email", email
        yield "named", f"{email} {name}"
    if fields.get("national_id"):
        yield "national", fold(str(fields["national_id"]))
    if name and fields.get("birth_date"):
        yield "born", f"{fields['birth_date']} {name}"
    if " " in name:
        yield "name", name


def hashed(key: bytes, mark: Mark) -> bytes:
    """Give the keyed hash that is kept of a mark."""
    return hmac.digest(key, "\x1f".join(mark).encode(errors="surrogatepass"), "sha256")


def _is_whole_day(born: str) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d", born) is not None

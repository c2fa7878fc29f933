"""By what somebody is known, as his rows say it, and whether another row is about him."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.forgetting.json_texts import leaves
from smbcrm.core.text import fold
from smbcrm.core.values.phone_keys import is_junk_phone, phone_key

SHORTEST_NUMBER = 7  # digits; what is shorter is in too many texts
_HANDLES = ("instagram", "telegram", "website")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What somebody is known by, as the rows about him say it.

    `cells` are his rows as read, to know them again; `texts` everything they say, folded.
    """

    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    national_ids: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    cells: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()

    @property
    def values(self) -> tuple[str, ...]:
        """Everything but the days: what must be found nowhere."""
        return (*self.names, *self.phones, *self.emails, *self.national_ids, *self.handles)


def known_by(rows: Iterable[tuple[Mapping[str, Any], str]]) -> Known:
    """Give what rows (fields and raw cells) know somebody by."""
    found: dict[str, dict[str, None]] = {
        name: {} for name in ("name", "phone", "email", "national", "birth", "handle")
    }
    cells: set[str] = set()
    texts: set[str] = set()
    for fields, raw in rows:
        texts.update(fold(text) for text in leaves(fields))
        name = fields.get("name") or fields.get("company")
        found["name"] |= dict.fromkeys([str(name)] if name else [])
        found["phone"] |= dict.fromkeys(str(one) for one in fields.get("phones", ()))
        found["email"] |= dict.fromkeys(str(one) for one in fields.get("emails", ()))
        found["national"] |= dict.fromkeys([str(fields["national_id"])] if fields.get("national_id") else [])
        found["birth"] |= dict.fromkeys([str(fields["birth_date"])] if fields.get("birth_date") else [])
        found["handle"] |= dict.fromkeys(
            str(fields[one]) for one in _HANDLES if len(str(fields.get(one, ""))) > 4
        )
        cells.add(raw)
    return Known(
        names=tuple(found["name"]), phones=tuple(found["phone"]), emails=tuple(found["email"]),
        national_ids=tuple(found["national"]), birth_dates=tuple(found["birth"]), handles=tuple(found["handle"]),
        cells=frozenset(cells) - {"", "[]", "{}"}, texts=frozenset(texts) - {""},
    )  # fmt: skip


def without(known: Known, shared: Iterable[str]) -> Known:
    """Give what is his alone: without the phones, e-mails and names that others on the list have, too."""
    gone = {same_value(value) for value in shared}

    def kept(values: Sequence[str]) -> tuple[str, ...]:
        return tuple(value for value in values if same_value(value) not in gone)

    return Known(
        names=kept(known.names), phones=kept(known.phones), emails=kept(known.emails), national_ids=known.national_ids,
        birth_dates=known.birth_dates, handles=kept(known.handles), cells=known.cells, texts=known.texts,
    )  # fmt: skip


def is_about(known: Known, fields: Mapping[str, Any], raw: str = "", *, shared: Collection[str] = ()) -> bool:
    """Tell whether a row that belongs to nobody on the list now is about him.

    It is when it is one of his rows as read; when it has his national id; when it has a phone, an e-mail or a birth date of his and does
    not call him by a name that has no word in common with his; when it has nothing but his whole name. What is `shared` tells nothing.
    """
    if raw and raw in known.cells:
        return True
    national = fold(str(fields.get("national_id") or ""))
    ids = set(map(fold, known.national_ids))
    if national and ids:
        return national in ids
    name = str(fields.get("name") or fields.get("company") or "")
    if name and known.names and all(_words(name).isdisjoint(_words(one)) for one in known.names):
        return False
    common = {same_value(value) for value in shared}
    phones = {same_value(one) for one in known.phones if is_number(one)} - common
    emails = set(map(fold, known.emails)) - common
    given = [*fields.get("phones", ()), *fields.get("emails", ())]
    if any(same_value(str(one)) in phones or fold(str(one)) in emails for one in given):
        return True
    if name and str(fields.get("birth_date") or "") in known.birth_dates:
        return True
    whole = {sorted_name(one) for one in known.names if fold(one) not in common}
    return not given and " " in sorted_name(name) and sorted_name(name) in whole


def same_value(value: str) -> str:
    """Give what two values must share to be the same: of a number its digits and `#`, of anything else its folded text."""
    key = phone_key(value) if not any(char.isalpha() for char in value.partition(";")[0]) else ""
    return f"{key}#" if len(key) >= SHORTEST_NUMBER else fold(value)


def _words(name: str) -> set[str]:
    """Give the words of a name, and their sounds: the same man may be written in two scripts."""
    from smbcrm.core.naming.sounds import sound_key

    return {*fold(name).split(), *sound_key(name).split()}


def is_number(phone: str) -> bool:
    """Tell whether a phone tells somebody apart."""
    return len(phone_key(phone)) >= SHORTEST_NUMBER and not is_junk_phone(phone)


def sorted_name(name: str) -> str:
    """Give the words of a name, folded, in the order of the alphabet: given and family name may change places."""
    return " ".join(sorted(fold(name).replace(",", " ").replace("،", " ").split()))

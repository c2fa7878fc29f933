"""What a customer shows of the values his rows give: each once, the fullest name, the main phone, and the text he is found by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from smbcrm.core.text import fold, fold_digits

if TYPE_CHECKING:
    from smbcrm.core.naming.addresses import Address

_FEW = 8  # values: looked through faster than written in one way
_NO_DIGIT = re.compile(r"\D+")


class EachOnce:
    """Values that are kept once each, however they are written; of two spellings the first stays.

    A customer may have thousands, as whoever pays at the till has: they are not held against each other one by one.
    """

    __slots__ = ("_keys", "_placed", "_places", "values")

    def __init__(self) -> None:
        """Begin with none."""
        self.values: list[str] = []
        self._keys: set[str] = set()
        self._places: set[Address] = set()
        self._placed = 0  # so many of the values are among the places

    def add(self, values: Sequence[str]) -> None:
        """Add the values that are not there yet."""
        into, keys = self.values, self._keys
        if not into and len(values) < 2:  # most customers have one row with one phone: nothing to compare
            into.extend(values)
            return
        for value in values:
            if len(into) <= _FEW and value in into:
                continue
            if len(keys) < len(into):
                keys.update(map(fold, into))
            key = fold(value)
            if key not in keys:
                keys.add(key)
                into.append(value)

    def add_place(self, address: str) -> None:
        """Add an address, unless the same place is there already, written otherwise."""
        into = self.values
        if not address or not into:
            into += [address] if address else []
            return
        if len(into) <= _FEW and address in into:
            return
        from smbcrm.core.naming.addresses import NO_ADDRESS, parse_address

        self._places.update(map(parse_address, into[self._placed :]))
        self._placed = len(into)
        place = parse_address(address)
        if place == NO_ADDRESS or place not in self._places:
            self.add([address])


def fullest_name(name: str, names: Sequence[str], *, owner: bool) -> str:
    """Give the surviving name, unless another row writes the same words and more; what says that nobody knows it is no word of a name."""
    if owner or not name or len(names) < 2:
        return name
    from smbcrm.core.naming.person_names import known_words

    best = name
    for other in names:
        if set(known_words(fold(best))) < set(known_words(fold(other))):
            best = other
    return best


def main_phone(phones: Sequence[str]) -> str:
    """Give the first phone that is a whole number with its country, else the first; without what stands behind it."""
    if not phones:
        return ""
    first = phones[0]
    chosen = first if first[:1] == "+" else next((one for one in phones if one[:1] == "+"), first)
    return chosen.partition(";")[0]


def search_text(
    shown: Iterable[str],
    names: Sequence[str],
    phones: Sequence[str],
    *,
    custom: Mapping[str, Any],
    sound: Mapping[str, str],
) -> str:
    """Give what `find` looks in: the words shown and those of further columns, the digits of the phones, the sounds of the names."""
    words = [*shown, *map(str, custom.values())]
    for phone in phones:
        digits = phone[1:] if phone[:1] == "+" else phone
        plain = digits.isascii() and digits.isdecimal()
        words.append(digits if plain else _NO_DIGIT.sub("", fold_digits(phone)))
    words += [key for name in names if (key := sound.get(name))]
    return fold(" ".join(words))

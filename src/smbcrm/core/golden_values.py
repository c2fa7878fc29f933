"""What a customer shows of the values his rows give: each once, the fullest name, the main phone, and the text he is found by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from smbcrm.core.text import fold, fold_digits

_NO_DIGIT = re.compile(r"\D+")


def add_each_once(into: list[str], values: Sequence[str]) -> None:
    """Add the values that are not there yet, however they are written; of two spellings the first stays."""
    if not into and len(values) < 2:  # most customers have one row with one phone: nothing to compare
        into.extend(values)
        return
    have: set[str] = set()
    for value in values:
        if value in into:
            continue
        have = have or {fold(one) for one in into}
        key = fold(value)
        if key not in have:
            have.add(key)
            into.append(value)


def add_place(into: list[str], address: str) -> None:
    """Add an address, unless the same place is there already, written otherwise."""
    if not address or not into:
        into += [address] if address else []
        return
    if address in into:
        return
    from smbcrm.core.naming.addresses import NO_ADDRESS, parse_address

    place = parse_address(address)
    if place == NO_ADDRESS or all(parse_address(other) != place for other in into):
        add_each_once(into, [address])


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

"""Everything somebody is known by, to be found in any text however it is written there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from smbcrm.core.forgetting.json_texts import unescaped
from smbcrm.core.forgetting.known import Known, same_value
from smbcrm.core.forgetting.patterns import (
    core_patterns,
    digits_of,
    name_pattern,
    number_pattern,
    word_pattern,
)
from smbcrm.core.forgetting.sieve import Sieve
from smbcrm.core.text import fold


class Spellings:
    """Everything somebody is known by, to be found in any text however it is written there, and taken out of it."""

    def __init__(self, known: Known, ids: Iterable[int] = ()) -> None:
        self._known = known
        self._names = {fold(name) for name in known.names if fold(name)}
        self._ids = {f"C{number}" for number in ids}

    @cached_property
    def _sure(self) -> re.Pattern[str] | None:
        """Finds what is nobody else's wherever it stands: numbers, addresses, names of two words and more."""
        parts = [number_pattern(one) for one in (*self._known.phones, *self._known.national_ids)]
        parts += [word_pattern(fold(one)) for one in (*self._known.emails, *self._known.handles)]
        for name in self._names:
            words = name.split()
            if len(words) > 1:
                parts += [name_pattern(words), *([name_pattern(words[::-1])] if len(words) == 2 else [])]
        parts = sorted({part for part in parts if part}, key=len, reverse=True)
        return re.compile("|".join(parts), re.IGNORECASE) if parts else None

    @cached_property
    def _perhaps(self) -> re.Pattern[str] | None:
        """Finds all of that, and names of one word and ids, which count only where they are the whole text."""
        parts = [self._sure.pattern] if self._sure else []
        parts += [word_pattern(name) for name in self._names if " " not in name]
        parts += [f'"{one}"' for one in self._ids]
        return re.compile("|".join(parts), re.IGNORECASE) if parts else None

    @cached_property
    def _sieve(self) -> Sieve:
        """Lets through what he may be in, of very many texts."""
        names = [name.split() for name in self._names]
        both_ways = [*names, *(words[::-1] for words in names if len(words) == 2)]
        numbers = (*self._known.phones, *self._known.national_ids)
        return Sieve(
            [
                *("".join(words) for words in both_ways),
                *map(digits_of, numbers),
                *map(fold, (*self._known.emails, *self._known.handles)),
                *(f'"{one}"' for one in self._ids),
            ]
        )

    def may_be_among(self, texts: Sequence[str]) -> Iterator[int]:
        """Give the places of those of many texts in which he may be; quick where there are many."""
        return (place for place in self._sieve.passing(texts) if self.may_be_in(texts[place]))

    def may_be_in(self, text: str) -> bool:
        """Tell whether he may be in a text."""
        if self._stands_in(text):
            return True
        return "\\" in text and self._stands_in(unescaped(text))

    def _stands_in(self, text: str) -> bool:
        near = any(search(text) for search in self._cores)
        return near and self._perhaps is not None and self._perhaps.search(text) is not None

    @cached_property
    def _cores(self) -> list[Callable[[str], object]]:
        words = {max(name.split(), key=len) for name in self._names}
        addresses = map(fold, (*self._known.emails, *self._known.handles))
        parts = core_patterns({*words, *addresses}, (*self._known.phones, *self._known.national_ids))
        parts |= {f'"[cC]{one[1:]}"' for one in self._ids}
        return [re.compile(part).search for part in sorted(parts)]

    def names(self, text: str) -> bool:
        """Tell whether a text names him: anywhere in it, or a name of one word as all of it."""
        return bool(self._sure and self._sure.search(text)) or fold(text) in self._names

    def says(self, text: str) -> bool:
        """Tell whether a text names him or is one that his own rows say, whatever it is about."""
        return self.names(text) or fold(text) in self._known.texts

    def is_link(self, text: str) -> bool:
        """Tell whether a text is nothing but his id or number: a link to him, which leads nowhere once he is gone."""
        whole = text.strip()
        if whole.upper() in self._ids:
            return True
        return bool(self._numbers) and same_value(whole) in self._numbers

    def is_he(self, text: str) -> bool:
        """Tell whether a text is nothing but his id, number, address or name of several words."""
        return fold(text) in self._whole or self.is_link(text)

    @cached_property
    def _whole(self) -> frozenset[str]:
        """The folded texts that are nothing but him."""
        addresses = map(fold, (*self._known.emails, *self._known.national_ids))
        return frozenset([*addresses, *(name for name in self._names if " " in name)])

    @cached_property
    def _numbers(self) -> frozenset[str]:
        return frozenset(key for key in map(same_value, self._known.phones) if key.endswith("#"))

    @staticmethod
    def alike(one: str, other: str) -> bool:
        """Tell whether two texts are the same number, or the same words."""
        return same_value(one) == same_value(other)

    def taken_out(self, text: str, instead: str) -> str:
        """Give the text without him."""
        if fold(text) in self._names:
            return instead
        return self._sure.sub(instead, text) if self._sure else text

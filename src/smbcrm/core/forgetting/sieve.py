"""Which of very many texts may hold some words or numbers, told by a few passes over all of them at once.

The texts are laid side by side as bytes, and what may stand between letters, and letters that are written in several ways, go
from them as they go from what is looked for; then each of those is looked for in one piece. So a text that passes may still be about
something else, but none that holds what is looked for is left out. Only signs of ASCII and of the Arabic block are known here: a text
with any other, or with a backslash, always passes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from smbcrm.core.forgetting.patterns import VARIANTS

_BORDER = b"\x00"
_ZWNJ = "\u200c".encode()
_LEADS = {0xD8, 0xD9, 0xDA, 0xDB}  # the first of the two bytes of every sign of the Arabic block
_BETWEEN = {*b" \t\n\v\f\r\x1c\x1d\x1e\x1f-().,/_"}
_UNSEEN = {*(chr(code).encode()[1] for code in (0x640, *range(0x64B, 0x660), 0x670))}
_DIGITS = [(chr(zero + n).encode(), b"%d" % n) for zero in (0x660, 0x6F0) for n in range(10)]
_KNOWN = bytes(sorted({*range(1, 128), *range(0x80, 0xC0)} - {0x5C} | _LEADS))
"""Every byte but the border and those of signs that are not known here."""


def _forms() -> tuple[bytes, bytes]:
    """Give what each byte becomes, and the bytes that go.

    The second byte of a letter alone stands for it, so letters that share one become the same. Where a way to write a letter is
    among the bytes that go, all ways to write it go.
    """
    gone = _LEADS | _BETWEEN | _UNSEEN
    ways = [{way.encode()[-1] for way in letters} for letters in VARIANTS.values()]
    while mixed := [way for way in ways if way & gone and not way <= gone]:
        gone.update(chain.from_iterable(mixed))
    become = bytearray(range(256))
    for letter in range(ord("A"), ord("Z") + 1):
        become[letter] = letter + 32
    for way in ways:
        for byte in way:
            become[byte] = min(way)
    return bytes(become), bytes(sorted(gone))


_BECOME, _GONE = _forms()


class Sieve:
    """Lets those texts pass that may hold one of the words or numbers it was made for."""

    def __init__(self, wanted: Iterable[str]) -> None:
        self._wanted = {_bare(one.encode(errors="surrogatepass")) for one in wanted if one}

    def passing(self, texts: Sequence[str]) -> list[int]:
        """Give the places of the texts that may hold one, ascending."""
        data = _BORDER.decode().join(texts).encode(errors="surrogatepass")
        if b"" in self._wanted or data.count(_BORDER) != len(texts) - 1:
            return list(range(len(texts)))
        data = data if data.isascii() else data.replace(_ZWNJ, b"")
        found = {place for place, odd in enumerate(data.translate(None, _KNOWN).split(_BORDER)) if odd}
        bare = _bare(data)
        for wanted in self._wanted:
            found.update(_places(bare, wanted))
        return sorted(found)


def _bare(data: bytes) -> bytes:
    if not data.isascii():
        for typed, digit in _DIGITS:
            data = data.replace(typed, digit)
    return data.translate(_BECOME, _GONE)


def _places(bare: bytes, wanted: bytes) -> Iterable[int]:
    """Give the numbers of the texts in which it stands."""
    place, counted, at = 0, 0, bare.find(wanted)
    while at >= 0:
        place += bare.count(_BORDER, counted, at)
        yield place
        counted = bare.find(_BORDER, at)
        at = -1 if counted < 0 else bare.find(wanted, counted)

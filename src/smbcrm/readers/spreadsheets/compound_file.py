"""The file system inside old Office files: sectors, chained by a table, that make up named streams."""

from __future__ import annotations

import struct
from array import array

_LAST = 0xFFFFFFFA  # numbers from here on are no sectors
_ENTRY = 128


def read_stream(data: bytes, *names: str) -> bytes:
    """Give the first stream with one of the names; nothing when there is none or the file is broken."""
    try:
        return _Sectors(data).stream(*names)
    except (struct.error, IndexError, ValueError):
        return b""


class _Sectors:
    def __init__(self, data: bytes) -> None:
        self._data = data
        (self._shift, self._small_shift) = struct.unpack_from("<HH", data, 30)
        (root,) = struct.unpack_from("<I", data, 48)
        (self._small_limit, small_start) = struct.unpack_from("<II", data, 56)
        self._next = self._table()
        self._entries = self._chain(root)
        self._small_next = _numbers(self._chain(small_start))

    def stream(self, *names: str) -> bytes:
        wanted = [name.lower().encode("utf-16-le") + b"\0\0" for name in names]
        for at in range(0, len(self._entries) - _ENTRY + 1, _ENTRY):
            (length,) = struct.unpack_from("<H", self._entries, at + 64)
            if self._entries[at : at + min(length, 64)].lower() in wanted:
                start, size = struct.unpack_from("<II", self._entries, at + 116)
                return (self._small(start) if size < self._small_limit else self._chain(start))[:size]
        return b""

    def _table(self) -> array[int]:
        """Give which sector follows on which; the sectors with that table are listed in the head and beyond."""
        listed = list(struct.unpack_from("<109I", self._data, 76))
        (more,) = struct.unpack_from("<I", self._data, 68)
        for _ in range(len(self._data) >> self._shift):
            if more >= _LAST:
                break
            page = _numbers(self._sector(more))
            listed += page[:-1]
            more = page[-1]
        return _numbers(b"".join(self._sector(number) for number in listed if number < _LAST))

    def _sector(self, number: int) -> bytes:
        at = (number + 1) << self._shift
        return self._data[at : at + (1 << self._shift)]

    def _chain(self, number: int) -> bytes:
        return b"".join(self._sector(place) for place in _places(self._next, number))

    def _small(self, number: int) -> bytes:
        """Short streams stand together in one that belongs to the root."""
        (start,) = struct.unpack_from("<I", self._entries, 116)
        room, size = self._chain(start), 1 << self._small_shift
        return b"".join(
            room[place * size : (place + 1) * size] for place in _places(self._small_next, number)
        )


def _places(following: array[int], number: int) -> list[int]:
    """Follow a chain to its end; a chain that is longer than the table runs in a circle."""
    places: list[int] = []
    while number < _LAST:
        places.append(number)
        if len(places) > len(following):
            raise ValueError
        number = following[number]
    return places


def _numbers(data: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(data[: len(data) // 4 * 4])
    return numbers

"""How a stream is handed to the XML parser: in large pieces."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO
from xml.parsers import expat

_PIECE = 4_000_000


class NotXml(Exception):  # noqa: N818 - what it is says enough
    """What was read is no XML, or in an encoding that nobody knows."""


def walk(
    stream: IO[bytes],
    *,
    start: Callable[[str, dict[str, str]], object],
    end: Callable[[str], object],
    data: Callable[[str], object],
) -> None:
    """Parse a stream to its end, calling for every tag and text; raises NotXml.

    The parser begins a tag anew with every piece that does not end it, so that small pieces, as it takes them by
    itself, make a tag of some megabytes cost minutes.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = data
    try:
        while piece := stream.read(_PIECE):
            parser.Parse(piece)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError):  # the two last ones: an encoding nobody knows
        raise NotXml from None

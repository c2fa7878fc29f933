"""How a stream is handed to the XML parser: in large pieces."""

from __future__ import annotations

from typing import IO
from xml.parsers.expat import XMLParserType

_PIECE = 4_000_000


def feed(parser: XMLParserType, stream: IO[bytes]) -> None:
    """Parse a stream to its end.

    The parser begins a tag anew with every piece that does not end it, so that small pieces, as it takes them by
    itself, make a tag of some megabytes cost minutes.
    """
    while piece := stream.read(_PIECE):
        parser.Parse(piece)
    parser.Parse(b"", True)

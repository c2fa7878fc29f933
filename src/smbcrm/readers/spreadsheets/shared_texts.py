"""The texts that the cells of an xlsx workbook share: few bytes may stand in a million cells."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field

from smbcrm.readers.spreadsheets.sheet_scan import pieces

_WINDOW = 512
_REFERENCE = re.compile(rb'<c [^>]*?t="s"[^>]*><v>(\d+)</v>')


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedTexts:
    """How long a shared text can be at most, how long each is when some are long, and the parts looked at."""

    longest: int = 0
    lengths: Sequence[int] = ()
    seen: set[str] = field(default_factory=set)


def shared_texts(package: zipfile.ZipFile) -> SharedTexts:
    """Give what is to be known of a workbook's shared texts before its cells are read."""
    longest, lengths, seen = 0, [], set()
    for name in package.namelist():
        if name.lower().endswith("sharedstrings.xml"):
            texts = package.read(name)
            # A text longer than two windows leaves one of them without an end; only then is it worth a closer look.
            windows = range(0, len(texts) - _WINDOW, _WINDOW)
            if any(b"</si>" not in texts[at : at + _WINDOW] for at in windows):
                lengths = [len(text) for text in texts.split(b"</si>")]
                longest = max(lengths)
            longest = max(longest, 2 * _WINDOW)
            if b"sheetData" not in texts:
                seen.add(name)
    return SharedTexts(longest=longest, lengths=lengths, seen=seen)


def letters_in_cells(package: zipfile.ZipFile, path: str, texts: SharedTexts) -> int:
    """Give how many bytes of shared text the cells of a sheet hold, each counted in every cell it stands in."""
    total, lengths = 0, texts.lengths
    if not lengths:  # none is long
        return 0
    for piece in pieces(package, path):
        numbers = map(int, _REFERENCE.findall(piece))
        total += sum(lengths[number] for number in numbers if number < len(lengths))
    return total

"""The workbook without somebody who is forgotten: rows about him go, everything else in it stays as it is, to the byte."""

from __future__ import annotations

import copy
import html
import io
import re
import zipfile
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from smbcrm.output.workbook.patch import SheetPatch
from smbcrm.output.workbook.updated import updated_workbook

if TYPE_CHECKING:
    from smbcrm.core.forgetting.spellings import Spellings
    from smbcrm.core.workbook.sheet_merge import SheetRow

# Text of cells, strings that many cells share, and remarks.
_TEXT = re.compile(rb"(<t(?:\s[^>]*)?>)([^<]*)(</t>)")
_SHARED = "xl/sharedStrings.xml"
_STRING = re.compile(rb"<si\b[^>]*>.*?</si>|<si\s*/>", re.DOTALL)
_SHOWN = re.compile(rb'<c\b[^>]*\bt="s"[^>]*>(?:<f\b.*?(?:</f>|/>))?<v>(\d+)</v>', re.DOTALL)
_PLACES = frozenset(range(16_384))


def rows_about(rows: Sequence[SheetRow], spelled: Spellings) -> list[int]:
    """Give the numbers of the rows in which a cell is nothing but his id, number, address or whole name."""
    is_he = cache(spelled.is_he)  # most cells of a long sheet are like others
    return [row.number for row in rows if any(is_he(cell) for cell in row.cells if cell)]


def without(
    data: bytes,
    rows: Mapping[str, Sequence[int]],
    spelled: Spellings,
    *,
    names: Mapping[str, str],
    instead: str,
    only: Collection[str] | None = None,
) -> bytes:
    """Give the workbook without these rows (by part), and without him in what is left behind of them.

    In all other texts, or in those in `only`, `instead` is put in the place of his name.
    """
    patches = {part: SheetPatch(out=numbers, emptied=_PLACES) for part, numbers in rows.items() if numbers}
    return _without_texts(updated_workbook(data, patches, names=names), spelled, instead, only)


def _without_orphans(xml: bytes, package: zipfile.ZipFile) -> bytes:
    """Empty the shared strings that no cell shows any more; each keeps its place, by which cells name the others."""
    shown = {
        int(found[1])
        for part in package.namelist()
        if part.startswith("xl/worksheets/") and part.endswith(".xml")
        for found in _SHOWN.finditer(package.read(part))
    }
    numbers = count()
    return _STRING.sub(lambda found: found[0] if next(numbers) in shown else b"<si><t></t></si>", xml)


def _without_texts(data: bytes, spelled: Spellings, instead: str, only: Collection[str] | None) -> bytes:
    out = io.BytesIO()
    changed = False
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as target:
        for entry in package.infolist():
            content = package.read(entry)
            after = _cleaned(content, spelled, instead, only) if entry.filename.endswith(".xml") else content
            if entry.filename == _SHARED:
                after = _without_orphans(after, package)
            changed = changed or after != content
            # A copy: writing puts the new length and place into the entry, and other parts are still read by the old ones.
            target.writestr(copy.copy(entry), after, compress_type=entry.compress_type)
    return out.getvalue() if changed else data


def _cleaned(xml: bytes, spelled: Spellings, instead: str, only: Collection[str] | None) -> bytes:
    """Give a part with him taken out of its texts."""
    found = list(_TEXT.finditer(xml))
    texts = [html.unescape(one[2].decode("utf-8", "replace")) for one in found]
    pieces: list[bytes] = []
    at = 0
    for place in spelled.may_be_among(texts):
        text, (start, end) = texts[place], found[place].span(2)
        if spelled.is_he(text):
            kept = ""
        elif only is None or text in only:
            kept = spelled.taken_out(text, instead)
        else:
            continue
        pieces += [xml[at:start], html.escape(kept, quote=False).encode()]
        at = end
    return b"".join([*pieces, xml[at:]])

"""The workbook without somebody who is forgotten: rows about him go, everything else in it stays as it is, to the byte."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING

from smbcrm.output.workbook.patch import SheetPatch
from smbcrm.output.workbook.updated import updated_workbook

if TYPE_CHECKING:
    from smbcrm.core.forgetting import Spellings
    from smbcrm.core.workbook.three_way import SheetRow

# Text of cells, strings that many cells share, and remarks.
_TEXT = re.compile(rb"(<t(?:\s[^>]*)?>)([^<]*)(</t>)")
_SHARED = "xl/sharedStrings.xml"
_STRING = re.compile(rb"<si\b[^>]*>.*?</si>|<si\s*/>", re.DOTALL)
_SHOWN = re.compile(rb'<c\b[^>]*\bt="s"[^>]*>(?:<f\b.*?(?:</f>|/>))?<v>(\d+)</v>', re.DOTALL)
_PLACES = frozenset(range(16_384))


def rows_about(rows: Sequence[SheetRow], spelled: Spellings) -> list[int]:
    """Give the numbers of the rows in which a cell is nothing but his id, number, address or whole name."""
    return [row.number for row in rows if any(spelled.is_he(cell) for cell in row.cells if cell)]


def without(
    data: bytes,
    rows: Mapping[str, Sequence[int]],
    spelled: Spellings,
    *,
    names: Mapping[str, str],
    instead: str,
) -> bytes:
    """Give the workbook without these rows (by part), and without him in what is left behind of them.

    With `instead` his name goes from all other texts, too, and that is put in its place.
    """
    patches = {part: SheetPatch(out=numbers, emptied=_PLACES) for part, numbers in rows.items() if numbers}
    return _without_texts(updated_workbook(data, patches, names=names), spelled, instead)


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


def _without_texts(data: bytes, spelled: Spellings, instead: str) -> bytes:
    def cleaned(found: re.Match[bytes]) -> bytes:
        text = html.unescape(found[2].decode("utf-8", "replace"))
        if not text or not spelled.may_be_in(text):
            return found[0]
        if spelled.is_he(text):
            return found[1] + found[3]
        if not instead:
            return found[0]
        return found[1] + html.escape(spelled.taken_out(text, instead), quote=False).encode() + found[3]

    out = io.BytesIO()
    changed = False
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as target:
        for entry in package.infolist():
            content = package.read(entry)
            after = _TEXT.sub(cleaned, content) if entry.filename.endswith(".xml") else content
            if entry.filename == _SHARED:
                after = _without_orphans(after, package)
            changed = changed or after != content
            target.writestr(entry, after, compress_type=entry.compress_type)
    return out.getvalue() if changed else data

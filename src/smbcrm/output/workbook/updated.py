"""The workbook afterwards: what changed, written into the owner's own file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from smbcrm.core.workbook.changes import SheetChanges
from smbcrm.core.workbook.columns_found import Columns
from smbcrm.core.workbook.shape import Shape
from smbcrm.core.workbook.sheet_merge import Cells
from smbcrm.output.workbook.cell_xml import Written
from smbcrm.output.workbook.patch import SheetPatch, patched

_WHOLE_COLUMN = re.compile(rb'sqref="(?:[A-Z]+\d+:[A-Z]+1048576 ?)+"')
_RANGED = re.compile(rb"<(?:conditionalFormatting|dataValidation)\b[^>]*>")
_ANCHORED = (
    b"<mergeCell",
    b"<hyperlink",
    b"<legacyDrawing",
    b"<drawing",
    b"<tablePart",
    b"<f>",
    b"<f ",
    b"<rowBreaks",
)
_FORMULA = re.compile(rb"<f\b[^>]*>([^<]*)</f>")
_NAME = re.compile(rb"<definedName\b[^>]*\bname=\"([^\"]*)\"")


def sheet_patch(
    shape: Shape,
    columns: Columns,
    changes: SheetChanges,
    *,
    headings: Mapping[str, str],
    width: int,
    recalculate: bool,
) -> SheetPatch:
    """Give what changes in a sheet as cells by place; new columns of ours go to the right of all others.

    `headings` gives the headings of our columns by key, `width` how many columns the sheet has.
    """
    places = dict(columns.at)
    cells: dict[tuple[int, int], Written] = {}
    for step, key in enumerate(changes.headings):
        places[key] = width + step
        cells[1, places[key]] = Written(headings[key])
    holds = {column.key: column.holds for column in shape.columns}
    for (row, key), text in changes.cells.items():
        cells[row, places[key]] = Written(text, holds[key])
    return SheetPatch(
        cells=cells,
        below=[_row(one, places, holds) for one in changes.below],
        out=changes.out,
        emptied=frozenset(places.values()),
        recalculate=recalculate,
    )


def _row(cells: Cells, places: Mapping[str, int], holds: Mapping[str, str]) -> dict[int, Written]:
    return {
        places[key]: Written(text, holds[key])
        for key, text in cells.items()
        if text and key in places and key in holds
    }


def updated_workbook(data: bytes, patches: Mapping[str, SheetPatch], *, names: Mapping[str, str]) -> bytes:
    """Give the workbook with these sheets (by part) changed; `names` gives the name of the sheet in each part."""
    if not patches:
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        movable = {
            part
            for part, patch in patches.items()
            if patch.out and _may_move(package, part, names.get(part, ""))
        }
    return patched(data, patches, may_shift=movable.__contains__)


def _may_move(package: zipfile.ZipFile, part: str, name: str) -> bool:
    """Tell whether rows of a sheet may move up: nothing in the workbook hangs on where they stand."""
    xml = package.read(part)
    if any(mark in xml for mark in _ANCHORED):
        return False
    if any(not _WHOLE_COLUMN.search(found) for found in _RANGED.findall(xml)):
        return False
    about = tuple(
        escape(name).encode() + mark for mark in (b"!", b"'!", b"&apos;!")
    )  # how a formula speaks of the sheet
    for other in package.namelist():
        content = b"" if other == part else package.read(other)
        if other.endswith("workbook.xml") and any(
            not one.startswith((b"_xlnm._FilterDatabase", b"_xlnm.Print_Titles"))
            for one in _NAME.findall(content)
        ):
            return False
        if other.startswith("xl/worksheets/") and any(
            told in one for one in _FORMULA.findall(content) for told in about
        ):
            return False
        if other.startswith("xl/pivot") and name.encode() in content:
            return False
        if other.startswith("xl/charts/") and any(told in content for told in about):
            return False
    return True

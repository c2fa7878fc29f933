"""Where the sheets of an xlsx package are, and which of its number formats matter."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ZEROS = re.compile(r'"?(0{2,})"?(?:;.*)?')
_LARGEST_PART = 64_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """A sheet as the workbook lists it, and the part of the package that holds its cells."""

    name: str
    path: str
    visible: bool


def sheet_parts(package: zipfile.ZipFile) -> list[SheetPart]:
    """Give the sheets of a workbook in their order; chart sheets have no cells and are left out."""
    parts = _parts(package)
    book = _target_of_type(package, parts, "_rels/.rels", "", "/officeDocument") or "xl/workbook.xml"
    folder, base = posixpath.split(book)
    targets = dict(_relations(package, parts, f"{folder}/_rels/{base}.rels", folder))
    root = _parse(package, parts, book)
    found = []
    for sheet in _all(root, "sheet"):
        link = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        kind, path = targets.get(link, ("", ""))
        if kind.endswith("/worksheet") and path.lower() in parts:
            state = sheet.get("state", "visible")
            found.append(
                SheetPart(name=sheet.get("name", ""), path=parts[path.lower()], visible=state == "visible")
            )
    return found


def _parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Give the parts of a package by their names as others refer to them; some programs write them as Windows paths."""
    return {name.replace("\\", "/").lstrip("/").lower(): name for name in package.namelist()}


def read_part(package: zipfile.ZipFile, path: str) -> bytes:
    """Give a part by its usual name, however its letters are written; raises KeyError where there is none."""
    return package.read(_parts(package).get(path.lower(), path))


def targets_of(package: zipfile.ZipFile, book: str) -> dict[str, tuple[str, str]]:
    """Give what the links of a workbook's part point to: the kind of each target and its path in the package."""
    parts = _parts(package)
    folder, base = posixpath.split(book)
    found = _relations(package, parts, f"{folder}/_rels/{base}.rels", folder)
    return {link: (kind, parts.get(path.lower(), path)) for link, (kind, path) in found}


def zero_formats(package: zipfile.ZipFile) -> Mapping[str, int]:
    """Give the cell styles whose number format keeps leading zeros, with the number of digits it shows."""
    parts = _parts(package)
    if "xl/styles.xml" not in parts:
        return {}
    root = _parse(package, parts, "xl/styles.xml")
    digits: dict[str, int] = {}
    for form in _all(root, "numFmt"):
        zeros = _ZEROS.fullmatch(form.get("formatCode", ""))
        if zeros:
            digits[form.get("numFmtId", "")] = len(zeros[1])
    if not digits:
        return {}
    cell_styles: Iterable[Element] = next(_all(root, "cellXfs"), ())
    return {
        str(place): digits[style.get("numFmtId", "")]
        for place, style in enumerate(cell_styles)
        if style.get("numFmtId", "") in digits
    }


def _parse(package: zipfile.ZipFile, parts: Mapping[str, str], path: str) -> Element:
    from xml.etree import ElementTree

    actual = parts.get(path.lower())
    if actual is None or package.getinfo(actual).file_size > _LARGEST_PART:
        return ElementTree.Element("nothing")
    try:
        return ElementTree.fromstring(package.read(actual))
    except (ElementTree.ParseError, ValueError, LookupError):  # the two last ones: an encoding nobody knows
        return ElementTree.Element("nothing")


def _all(root: Element, name: str) -> Iterator[Element]:
    """Give the elements with a local name; transitional and strict workbooks differ in their namespaces only."""
    return (element for element in root.iter() if element.tag.rpartition("}")[2] == name)


def _relations(
    package: zipfile.ZipFile, parts: Mapping[str, str], path: str, folder: str
) -> Iterator[tuple[str, tuple[str, str]]]:
    for relation in _all(_parse(package, parts, path.lstrip("/")), "Relationship"):
        target = relation.get("Target", "")
        if not target.startswith("/"):
            target = posixpath.normpath(posixpath.join(folder, target))
        yield relation.get("Id", ""), (relation.get("Type", ""), target.lstrip("/"))


def _target_of_type(
    package: zipfile.ZipFile, parts: Mapping[str, str], path: str, folder: str, kind: str
) -> str | None:
    found = (
        target for _, (type_, target) in _relations(package, parts, path, folder) if type_.endswith(kind)
    )
    return next(found, None)

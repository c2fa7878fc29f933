"""Workbooks written part by part, without a library, so that every byte of them is meant."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import IO

Part = str | bytes | Callable[[IO[bytes]], None]

_DAY = (2024, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml"

CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KINDS}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KINDS}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_KINDS}.styles+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_KINDS}.sharedStrings+xml"/></Types>'
)
STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf/><xf numFmtId="0" fillId="1" applyFill="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    "</styleSheet>"
)
NO_TEXTS = f'{_HEAD}<sst xmlns="{_MAIN}" count="0" uniqueCount="0"/>'
BOOK = (
    f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}">'
    '<sheets><sheet name="Customers" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


def _relations(*targets: tuple[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{place}" Type="{_LINKS}/{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'


def sheet_xml(rows: str, size: str = "") -> str:
    """Give the XML of a sheet around its rows; `size` is what it says of its own size."""
    dimension = f'<dimension ref="{size}"/>' if size else ""
    return f'{_HEAD}<worksheet xmlns="{_MAIN}">{dimension}<sheetData>{rows}</sheetData></worksheet>'


def column(number: int) -> str:
    """Give the letters of a column counted from 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_xml(address: str, text: object) -> str:
    """Give a text cell."""
    quoted = escape(str(text), quote=False)
    return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{quoted}</t></is></c>'


def rows_xml(rows: Iterable[Sequence[object]]) -> str:
    """Give the XML of rows of text cells, from A1 on."""
    return "".join(
        f'<row r="{number}">'
        + "".join(cell_xml(f"{column(place)}{number}", text) for place, text in enumerate(row, 1))
        + "</row>"
        for number, row in enumerate(rows, 1)
    )


def package(parts: Mapping[str, Part], *, stored: Iterable[str] = ()) -> bytes:
    """Give a zip file of parts; a part may write itself piece by piece."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, part in parts.items():
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            if callable(part):
                with archive.open(info, "w", force_zip64=True) as stream:
                    part(stream)
            else:
                archive.writestr(info, part)
    return data.getvalue()


def xlsx(sheet: Part, *, texts: str = NO_TEXTS, more: Mapping[str, Part] | None = None) -> bytes:
    """Give a workbook with one sheet."""
    return package(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": BOOK,
            "xl/_rels/workbook.xml.rels": _relations(
                ("worksheet", "worksheets/sheet1.xml"),
                ("styles", "styles.xml"),
                ("sharedStrings", "sharedStrings.xml"),
            ),
            "xl/styles.xml": STYLES,
            "xl/sharedStrings.xml": texts,
            "xl/worksheets/sheet1.xml": sheet,
            **(more or {}),
        }
    )


def binary_package(book: bytes, sheet: bytes) -> bytes:
    """Give the package of a binary workbook around its two parts."""
    binary = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    types = CONTENT_TYPES.replace(f"{_KINDS}.sheet.main+xml", binary).replace('.xml"', '.bin"')
    return package(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": _relations(("officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": _relations(("worksheet", "worksheets/sheet1.bin")),
            "xl/worksheets/sheet1.bin": sheet,
        }
    )


_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def ods(table: str, *, after: str = "", more: Mapping[str, Part] | None = None) -> bytes:
    """Give an ODS workbook around the XML of its one table; `after` stands behind that, `more` are further parts."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{_OASIS}:office:1.0" '
        f'xmlns:table="{_OASIS}:table:1.0" xmlns:text="{_OASIS}:text:1.0" office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Customers">{table}</table:table>{after}</office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    manifest = (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0" '
        f'manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    parts = {"mimetype": _ODS, "content.xml": content, "META-INF/manifest.xml": manifest, **(more or {})}
    return package(parts, stored=["mimetype"])


def ods_row(texts: Iterable[str], more: str = "") -> str:
    """Give the XML of one row of an ODS table."""
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'
        for text in texts
    )
    return f"<table:table-row>{cells}{more}</table:table-row>"

"""Whether a zipped workbook can be opened without harm, told from its directory and the heads of its parts."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from smbcrm.readers import refusal

LARGEST = 4_000_000_000
"""No list of people unpacks to more bytes than this."""

_SUSPICIOUS_SIZE = 60_000_000
_SUSPICIOUS_RATIO = 250
"""Rows of empty cells shrink to a tenth or a fiftieth; a part that shrinks more, and is large, is a trap."""

_HEAD = 1 << 16
_PIECE = 1 << 20
_WIDE_LETTERS = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")  # two bytes for a letter hide any word

_NAMED_TYPE = re.compile(
    rb"""<!DOCTYPE\s+[\w:.-]+\s+(?:PUBLIC\s+"[^"<>\[]*"\s+"[^"<>\[]*"|SYSTEM\s+"[^"<>\[]*")\s*>"""
)

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)


@contextmanager
def open_package(data: bytes, name: str) -> Iterator[zipfile.ZipFile]:
    """Open a zipped workbook; a trap or a broken package is refused."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        _check_sizes(package, name)
        _check_password(package, name)
        _check_heads(package, name)
    except (*_BROKEN, ValueError, KeyError):  # the two last ones: nonsense in the directory
        raise refusal.damaged(name) from None
    try:
        with package:
            yield package
    except _BROKEN:
        raise refusal.damaged(name) from None


def _check_sizes(package: zipfile.ZipFile, name: str) -> None:
    total = 0
    for part in package.infolist():
        total += part.file_size
        ratio = part.file_size / max(part.compress_size, 1)
        if part.file_size > _SUSPICIOUS_SIZE and ratio > _SUSPICIOUS_RATIO:
            raise refusal.bomb(name, part.file_size)
    if total > LARGEST:
        raise refusal.bomb(name, total)


def _check_password(package: zipfile.ZipFile, name: str) -> None:
    """An ODS under a password is a package of encrypted parts, which its manifest tells; its macros alone may be, too."""
    manifest, table = "META-INF/manifest.xml", "content.xml"
    names = package.namelist()
    if manifest in names and b"encryption-data" in package.read(manifest):
        if table not in names:
            raise refusal.password_unknown(name)
        with package.open(table) as stream:
            if not stream.read(_HEAD).lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<?xml", b"<office:")):
                raise refusal.password_unknown(name)
    if any(part.flag_bits & 1 for part in package.infolist()):
        raise refusal.password_unknown(name)


def _check_heads(package: zipfile.ZipFile, name: str) -> None:
    for part in package.infolist():
        if part.filename.lower().endswith((".xml", ".rels")):
            with package.open(part) as stream:
                refuse_entities(stream.read(_HEAD), name)


def refuse_entities(head: bytes, name: str) -> None:
    """Refuse an XML text that defines entities; the definition must stand before the first element.

    A document type that only names itself, as old OpenOffice writes, defines nothing, and no reader here looks it up.
    """
    if b"\0" in head:
        head = head.replace(b"\0", b"")
    at = 0
    while (at := head.find(b"<", at)) >= 0:
        if head.startswith(b"<!--", at):
            at = head.find(b"-->", at)
        elif head.startswith(b"<?", at):
            at = head.find(b"?>", at)
        elif named := _NAMED_TYPE.match(head, at):
            at = named.end() - 1
        elif head.startswith(b"<!", at):
            raise refusal.entities(name)
        else:
            return
        if at < 0:  # a head so long that what follows it cannot be seen
            raise refusal.entities(name)
        at += 1


def hides_a_sheet(package: zipfile.ZipFile, seen: Collection[str]) -> bool:
    """Tell whether cells may stand in a part that was not looked at: another reader may find its way there."""
    names = [part.filename.lower() for part in package.infolist()]
    if len(set(names)) < len(names):
        return True
    return any(_mentions(package, part, b"sheetData") for part in package.namelist() if part not in seen)


def _mentions(package: zipfile.ZipFile, part: str, word: bytes) -> bool:
    rest = b""
    with package.open(part) as stream:
        while piece := stream.read(_PIECE):
            if word in rest + piece or (not rest and piece.startswith(_WIDE_LETTERS)):
                return True
            rest = piece[-len(word) :]
    return False

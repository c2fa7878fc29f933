"""What the bytes of a file are, whatever its name says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smbcrm.core.say import Say, say

if TYPE_CHECKING:
    import zipfile

TEXT = "csv"
_HEAD = 1 << 12

ENDINGS = {
    "xlsx": ("xlsx", "xlsm", "xltx", "xltm", "xlam"),
    "xlsb": ("xlsb",),
    "xls": ("xls", "xlt", "xla", "xlw", "et"),
    "ods": ("ods", "ots"),
    "fods": ("fods", "xml"),
    "csv": ("csv", "tsv", "txt", "tab", "text", "asc", "dat", "prn", ""),
    "html": ("html", "htm"),
    "xml": ("xml",),
    "vcf": ("vcf", "vcard"),
    "json": ("json", "jsonl", "ndjson"),
    "dbf": ("dbf",),
}
"""Which endings go with which kind of content."""

BOOKS = ("xlsx", "xlsb", "xls", "ods", "fods", "xml")
"""The kinds that are workbooks, not text."""

_WORDS = {
    "xlsx": say("an Excel workbook (xlsx)"),
    "xlsb": say("an Excel workbook (xlsb)"),
    "xls": say("an old Excel workbook (xls)"),
    "ods": say("a LibreOffice workbook (ods)"),
    "fods": say("a LibreOffice workbook (fods)"),
    "csv": say("plain text"),
    "html": say("a web page"),
    "xml": say("an Excel 2003 XML workbook"),
    "vcf": say("a phone book (vCard)"),
    "json": say("a list in JSON"),
    "dbf": say("a dBase table"),
}

# What people give by mistake: the first bytes, and the word for it.
_FOREIGN: tuple[tuple[bytes, Say], ...] = (
    (b"%PDF", say("a PDF")),
    (b"\x89PNG", say("a picture")),
    (b"\xff\xd8\xff", say("a picture")),
    (b"GIF8", say("a picture")),
    (b"II*\0", say("a picture")),
    (b"MM\0*", say("a picture")),
    (b"SQLite format 3\0", say("a database")),
    (b"\0\x01\0\0Standard ", say("a database")),
    (b"ID;P", say("a SYLK file")),
    (b"TABLE\r\n0,1\r\n", say("a DIF file")),
    (b"TABLE\n0,1\n", say("a DIF file")),
    (b'<?xml version="1.0" encoding="UTF-8"?>\n<gnm:', say("a Gnumeric workbook")),
    (b"\x00\x05\x16\x07", say("a hidden file of macOS")),
    (b"\x00\x05\x16\x00", say("a hidden file of macOS")),
    (b"\x1f\x8b", say("a packed archive")),
    (b"Rar!", say("a packed archive")),
    (b"7z\xbc\xaf\x27\x1c", say("a packed archive")),
    (b"BZh", say("a packed archive")),
    (b"\xfd7zXZ\0", say("a packed archive")),
    (b"\x28\xb5\x2f\xfd", say("a packed archive")),
    (b"{\\rtf", say("a text document")),
    (b"MZ\x90", say("a program")),
    (b"\x7fELF", say("a program")),
    (b"PAR1", say("a data file of another program")),
    (b"OggS", say("a sound or a film")),
    (b"ID3", say("a sound or a film")),
)
_OLD_EXCEL = re.compile(rb"\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00")
# The first record of an old workbook, then the record that says that the rest is encrypted.
_OLD_PASSWORD = re.compile(
    rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}(?:\x86\x00\x00\x00)?\x2f\x00|\x09\x08\x08\x00\x00\x05\x05\x00.{4}\x2f\x00",
    re.DOTALL,
)
# A version, the day of the last change, the number of rows, the sizes of head and row, and blanks up to the columns.
_DBASE = re.compile(
    rb"[\x02\x03\x04\x05\x30\x31\x32\x43\x63\x7b\x83\x8b\x8c\xcb\xe5\xf5\xfb][\x00-\xff][\x01-\x0c][\x01-\x1f]"
    rb".{3}\x00.{24}[^\x00-\x20]{1,10}\x00",
    re.DOTALL,
)
_A_CARD = re.compile(rb"[\r\n][ \t]*(?:begin|end):[ \t]*vcard[ \t]*(?:[\r\n]|$)", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a file is: a kind that can be read, or the word for what it is instead."""

    kind: str = ""
    foreign: Say | None = None
    odd: Say | None = None  # the word for a kind that can be read but that few programs write so
    locked: bool = False  # an encrypted workbook
    damaged: bool = False


def sniff(data: bytes) -> Finding:
    """Tell what the bytes are."""
    for start, word in _FOREIGN:
        if data.startswith(start):
            return Finding(foreign=word)
    if data.startswith(b"RIFF") or data[4:8] == b"ftyp":
        return Finding(foreign=say("a picture, a sound or a film"))
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(data)
    if data.startswith(_OLE):
        return _sniff_compound(data)
    if _DBASE.match(data):
        return Finding(kind="dbf")
    if _OLD_EXCEL.match(data):
        return Finding(kind="xls")
    return _sniff_text(data)


def without_blanks_before(data: bytes) -> bytes:
    """Give a workbook without the line ends or the mark of an encoding that a web page put before it on the way."""
    if data[:1] not in (b"\r", b"\n", b" ", b"\t", b"\xef"):
        return data
    rest = data[:_HEAD].removeprefix(_MARKS[0]).lstrip(b"\r\n\t ")
    return data[len(data[:_HEAD]) - len(rest) :] if rest.startswith((b"PK\x03\x04", _OLE)) else data


def _sniff_zip(data: bytes) -> Finding:
    """Tell workbooks from other zip files by the names of their parts."""
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.replace("\\", "/").lstrip("/").lower(): name for name in archive.namelist()}
            kind = archive.read(names["mimetype"])[:200] if "mimetype" in names else _in_manifest(archive)
    except Exception:
        return Finding(damaged=True)
    if "xl/workbook.bin" in names:
        return Finding(kind="xlsb")
    if "xl/workbook.xml" in names or any(name.startswith("xl/worksheets/") for name in names):
        return Finding(kind="xlsx")
    if b"opendocument.spreadsheet" in kind:
        return Finding(kind="ods")
    if any(name.startswith(("word/", "ppt/")) for name in names) or b"opendocument" in kind:
        return Finding(foreign=say("a text document or a presentation"))
    if any(name.startswith("index/") and name.endswith(".iwa") for name in names):
        return Finding(foreign=say("a Numbers document"))
    return Finding(foreign=say("a packed archive"))


def _in_manifest(archive: zipfile.ZipFile) -> bytes:
    """Give what the manifest of a package says that the whole is, where small programs leave the other word for it away."""
    name = "META-INF/manifest.xml"
    if name not in archive.namelist():
        return b""
    with archive.open(name) as stream:
        manifest = stream.read(1 << 20)
    whole = re.search(rb"""<[^<>]*\bfull-path\s*=\s*["']/["'][^<>]*>""", manifest)
    return whole[0] if whole else b""


def _sniff_compound(data: bytes) -> Finding:
    """Tell old workbooks from other compound files by the names of their streams, which stand there in UTF-16."""
    names = data.lower()  # some programs write them in capitals
    if _wide("encryptedpackage") in names:
        return Finding(kind="xlsx", locked=True)  # or another kind, which shows once it is opened
    if _wide("workbook") in names or _wide("book") in names:
        return Finding(kind="xls", locked=bool(_OLD_PASSWORD.search(data)))
    if _wide("worddocument") in names or _wide("powerpoint document") in names:
        return Finding(foreign=say("a text document or a presentation"))
    return Finding(foreign=say("a data file of another program"))


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le") + b"\0\0"


def _sniff_text(data: bytes) -> Finding:
    head = data[:_HEAD]
    if head.startswith(_MARKS[1:]) or head[1:2] == b"\0" or head[:1] == b"\0":
        letters = head.replace(b"\0", b"").lstrip(b"\xff\xfe")
    else:
        letters = head
    start = letters.lstrip(b"\xef\xbb\xbf \t\r\n\x0b\x0c").lower()
    if start.startswith(b"begin:vcard") or _A_CARD.search(letters):
        return Finding(kind="vcf")
    if start.startswith(b"begin:vcalendar"):
        return Finding(foreign=say("a calendar"))
    if start.startswith(b"mime-version:") and b"multipart/related" in start:
        return Finding(foreign=say("a web archive"))
    if start.startswith(b"<"):
        return _sniff_markup(start, data)
    if start[:1] in (b"{", b"["):
        from smbcrm.readers.json_table import starts_as_json

        if starts_as_json(letters.decode("utf-8", "ignore")):
            return Finding(kind="json")
        if _is_json(data):
            return Finding(foreign=say("a JSON file without records"))
    return Finding(kind=TEXT)


def _sniff_markup(start: bytes, data: bytes) -> Finding:
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start and not re.match(
        rb"<(!doctype )?html", start
    ):
        return Finding(kind="xml", odd=_WORDS["xml"])
    if b"<office:document" in start and b"opendocument.spreadsheet" in start:
        return Finding(kind="fods")
    if re.search(rb"<(!doctype\s+html|html|head|body|table|meta|style|div|center)\b", start):
        return Finding(kind="html")
    if start.startswith(b"<?xml") or b"</" in start:
        if b"<table" in data[: 1 << 20].lower() or b"<tr" in data[: 1 << 20].lower():
            return Finding(kind="html", odd=None if b"<html" in start else say("an XML file"))
        return Finding(foreign=say("an XML file"))
    return Finding(kind=TEXT)


def _is_json(data: bytes) -> bool:
    import json

    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def is_binary(text: str) -> bool:
    """Tell whether a decoded text is no text at all: too many control signs for one that was written.

    >>> is_binary("Name,Phone"), is_binary("\\x01\\x02\\x03\\x04\\x05 \\x06")
    (False, True)
    """
    sample = text[: 1 << 16]
    odd = len(_CONTROL.findall(sample))
    return odd > 3 and odd * 50 > len(sample)


_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def mismatch(kind: str, ending: str) -> Say | None:
    """Say what a file is when its name's ending says something else."""
    if ending.lower() in ENDINGS[kind] or not any(ending.lower() in endings for endings in ENDINGS.values()):
        return None
    return say("named .{ending} but it is {what}; read as that", ending=ending, what=_WORDS[kind])

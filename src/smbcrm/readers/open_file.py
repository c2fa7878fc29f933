"""The one door for files: whatever was given comes out as grids, or as one line that says why not."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from smbcrm.core.bulk import bulk
from smbcrm.core.grid import Grid
from smbcrm.core.say import Say, say
from smbcrm.errors import SmbcrmError, UnreadableError
from smbcrm.readers import doubts, refusal
from smbcrm.readers.doubts import Doubt
from smbcrm.readers.sniff import BOOKS, Finding, is_binary, mismatch, sniff, without_blanks_before
from smbcrm.readers.text import mojibake
from smbcrm.readers.text.programs import is_template, what_it_is

_LEFT_OUT = (
    (re.compile(r"~\$.*"), say("{file} is a lock file of Excel; close the list in Excel")),
    (re.compile(r"\.~lock\..*#"), say("{file} is a lock file of LibreOffice; close the list in LibreOffice")),
    (re.compile(r"\._.*|\.DS_Store"), say("{file} is a hidden file of macOS")),
    (re.compile(r"Thumbs\.db|desktop\.ini", re.IGNORECASE), say("{file} is a hidden file of Windows")),
)

_MOST_LETTERS = 500_000_000
"""No list of people is so long; what is done with it later would take several times as much room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one file held: its sheets, what was noticed about the file as a whole, and its fingerprint.

    `doubt` is set when the bytes were read by a guess that a person should confirm; `doubt_hint` tells how.
    """

    file: str
    kind: str
    grids: tuple[Grid, ...]
    notes: tuple[Say, ...] = ()
    sha256: str = ""
    doubt: Say | None = None
    doubt_hint: Say | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A path that is not read, and why; nothing is missed without what programs leave `beside` the lists of a folder."""

    path: Path
    what: Say
    hint: Say
    beside: bool = False


def read_file(
    path: Path,
    *,
    sheet: str = "",
    all_sheets: bool = False,
    encoding: str = "",
    delimiter: str = "",
    password: str = "",
    before: tuple[str, str] = ("", ""),
) -> Reading:
    """Give every sheet of a file as text cells; a file that cannot be read is an `UnreadableError` of one line."""
    for pattern, reason in _LEFT_OUT:
        if pattern.fullmatch(path.name):
            raise UnreadableError(say(reason.template, file=path.name), say("give the list itself"))
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise refusal.missing(str(path)) from None
    except IsADirectoryError:
        raise refusal.folder(str(path)) from None
    except OSError as error:
        if path.is_dir():
            raise refusal.folder(str(path)) from None
        raise refusal.not_allowed(path.name) from error
    return read_stream(
        data,
        name=path.name,
        sheet=sheet,
        all_sheets=all_sheets,
        encoding=encoding,
        delimiter=delimiter,
        password=password,
        before=before,
    )


def read_stream(
    data: bytes,
    *,
    name: str = "stdin",
    sheet: str = "",
    all_sheets: bool = False,
    encoding: str = "",
    delimiter: str = "",
    password: str = "",
    before: tuple[str, str] = ("", ""),
) -> Reading:
    """Give every sheet in some bytes as text cells, like `read_file`.

    `before` are the encoding and the delimiter that were given for a file of this name before: they hold where the bytes do not
    tell another encoding beyond doubt.

    All sheets are given, hidden ones marked; `sheet` narrows to one. `all_sheets` is for the caller, who leaves out
    sheets without a list: nothing is left out here.
    """
    if not data:
        raise refusal.empty(name)
    written, data = data, without_blanks_before(data)
    finding = sniff(data)
    if finding.foreign:
        raise refusal.not_a_table(name, finding.foreign)
    if finding.damaged:
        raise refusal.damaged(name)
    with bulk():
        if finding.kind in BOOKS:
            finding, taken = _read_book(data, finding, name, sheet=sheet, password=password)
        else:
            encoding = encoding or _as_before(data, name, before[0])
            delimiter = delimiter or before[1]
            taken = _read_text(data, finding, name, sheet=sheet, encoding=encoding, delimiter=delimiter)
        if _letters(taken.grids) > _MOST_LETTERS:
            raise refusal.too_much(name)
        grids, mended = _mend(taken.grids, as_told=bool(encoding))
    return Reading(
        file=name,
        kind=finding.kind,
        grids=grids,
        notes=(*_notes(name, finding.kind, "" if taken.sure else grids[0].encoding), *mended),
        sha256=hashlib.sha256(written).hexdigest(),
        doubt=taken.doubt.what if taken.doubt else None,
        doubt_hint=taken.doubt.hint if taken.doubt else None,
    )


def _as_before(data: bytes, name: str, encoding: str) -> str:
    """Give the encoding that was given for this file before where the bytes do not tell theirs and may be in it; else nothing."""
    if not encoding:
        return ""
    from smbcrm.readers.text.encoding import decode

    if decode(data, name=name).sure:
        return ""
    try:
        decode(data, name=name, encoding=encoding)
    except SmbcrmError:
        return ""
    return encoding


def _letters(grids: Sequence[Grid]) -> int:
    """Give how many letters the cells hold; where a merged or repeated cell holds a long text, that is many."""
    return sum(sum(map(len, itertools.chain.from_iterable(grid.rows))) for grid in grids)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """What was read, whether its encoding is sure, and what a person should confirm."""

    grids: tuple[Grid, ...]
    sure: bool = True
    doubt: Doubt | None = None


def _read_book(
    data: bytes, finding: Finding, name: str, *, sheet: str, password: str
) -> tuple[Finding, _Taken]:
    """Give a workbook's sheets, and what the file is once it is unlocked."""
    from smbcrm.readers.spreadsheets.spreadsheet import read_workbook

    if finding.locked:
        from smbcrm.readers.spreadsheets.locked import unlock

        data = unlock(data, file=name, password=password)
        finding = sniff(data)
    doubt = doubts.about_container(finding.odd) if finding.odd else None
    return finding, _Taken(grids=read_workbook(data, file=name, kind=finding.kind, sheet=sheet), doubt=doubt)


def _read_text(
    data: bytes, finding: Finding, name: str, *, sheet: str, encoding: str, delimiter: str
) -> _Taken:
    """Give the tables of a text file."""
    from smbcrm.readers.labelled import read_labelled
    from smbcrm.readers.text.delimited import read_delimited
    from smbcrm.readers.text.dialect import is_doubtful
    from smbcrm.readers.text.encoding import decode
    from smbcrm.readers.vcard import read_vcard
    from smbcrm.readers.web_table import decode_page, read_web_page

    if finding.kind == "html":
        decoded = decode_page(data, file=name, encoding=encoding)
        pages = tuple(
            replace(page, no_list=_TEMPLATE) if is_template(page.rows) else page
            for page in read_web_page(decoded, file=name, sheet=sheet)
        )
        odd = doubts.about_container(finding.odd) if finding.odd else None
        return _Taken(grids=pages, sure=decoded.sure, doubt=decoded.doubt or odd)
    if finding.kind == "dbf":
        from smbcrm.readers.dbase import read_dbase

        return _Taken(grids=(read_dbase(data, file=name, encoding=encoding),))
    decoded = decode(data, name=name, encoding=encoding)
    if not decoded.text:
        raise refusal.only_a_mark(name)
    if is_binary(decoded.text):
        raise refusal.not_a_table(name, say("a file of no known kind"))
    doubt = decoded.doubt
    if finding.kind == "vcf":
        if decoded.encoding.startswith("utf-16"):  # what a card begins with is never there by chance
            decoded, doubt = replace(decoded, sure=True, doubt=None), None
        grid = read_vcard(decoded, file=name)
    elif finding.kind == "json":
        from smbcrm.readers.json_table import read_json

        grids = read_json(decoded, file=name, sheet=sheet)
        return _Taken(grids=_no_lists(grids, decoded.text, name), sure=decoded.sure, doubt=doubt)
    elif not delimiter and (labelled := read_labelled(decoded, file=name)) is not None:
        grid = labelled
    else:
        grid = read_delimited(decoded, file=name, delimiter=delimiter)
        if not doubt and not delimiter and is_doubtful(grid.delimiter, decoded.text):
            doubt = doubts.about_delimiter(grid.delimiter)
    if not grid.rows or not re.search(r"\w", decoded.text):
        raise refusal.blank(name)
    grids = (grid,) if finding.kind == "vcf" else _no_lists((grid,), decoded.text, name)
    return _Taken(grids=grids, sure=decoded.sure, doubt=doubt)


_TEMPLATE = say("it is the template of a page, not a list")


def _no_lists(grids: tuple[Grid, ...], text: str, name: str) -> tuple[Grid, ...]:
    """Mark the sheets of a text that is plainly something else than a list."""
    what = what_it_is(text, name)
    return tuple(replace(grid, no_list=what) for grid in grids) if what else grids


def _mend(grids: Sequence[Grid], *, as_told: bool) -> tuple[tuple[Grid, ...], tuple[Say, ...]]:
    """Set garbled text right, unless the owner said in which encoding it is, and say so once."""
    if as_told:
        return tuple(map(mojibake.warn, grids)), ()
    mended = [mojibake.mend(grid) for grid in grids]
    notes = dict.fromkeys(note for _, note in mended if note)
    return tuple(grid for grid, _ in mended), tuple(notes)


def _notes(name: str, kind: str, guessed: str) -> Iterator[Say]:
    """Say what was taken from the content against the name, and what was guessed."""
    odd = mismatch(kind, name.rpartition(".")[2]) if "." in name else None
    if odd:
        yield odd
    if guessed:
        yield say("read as {encoding}; if names look wrong, give --encoding", encoding=guessed)


def expand(paths: Sequence[Path], *, ours: Path | None = None) -> list[Path | Refusal]:
    """Give the files to read: a folder becomes its files by name, and hidden files are left out with a reason.

    `ours` is the data folder: where it lies beside the lists, nobody meant it.
    """
    return [found for path in paths for found in (_inside(path, ours) if path.is_dir() else [_judged(path)])]


def _inside(folder: Path, ours: Path | None) -> list[Path | Refusal]:
    found: list[Path | Refusal] = []
    try:
        inside = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError:
        what = say("{file} cannot be opened", file=folder.name)
        return [Refusal(path=folder, what=what, hint=say("check that you may read it"))]
    for path in inside:
        if ours is not None and path.resolve() == ours.resolve():
            continue
        if path.is_dir():
            what = say("{file} is a folder inside the folder", file=path.name)
            found.append(Refusal(path=path, what=what, hint=say("give it by its own name")))
        else:
            found.append(_judged(path, beside=True))
    return found


def _judged(path: Path, *, beside: bool = False) -> Path | Refusal:
    for pattern, reason in _LEFT_OUT:
        if pattern.fullmatch(path.name):
            what = say(reason.template, file=path.name)
            return Refusal(path=path, what=what, hint=say("give the list itself"), beside=beside)
    return path

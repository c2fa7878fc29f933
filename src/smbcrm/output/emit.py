"""The one door through which a command's result leaves: data on stdout or in a file, talk on stderr."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from smbcrm.core.say import Say, say, shortened
from smbcrm.errors import SmbcrmError, UsageError
from smbcrm.output.folding import for_screen
from smbcrm.output.options import ENDINGS, FOR_READING, Format, OutputOptions
from smbcrm.output.safe import safe_line
from smbcrm.output.streams import (
    Target,
    on_terminal,
    open_target,
    prepare_streams,
)
from smbcrm.output.view import Column, View, told_if_empty
from smbcrm.output.words import sentence_for


def emit(view: View, options: OutputOptions) -> None:
    """Write records in the chosen format, to stdout or into the chosen file."""
    counted = _Counted(view.rows)
    with open_target(options) as target:
        _write_views([replace(view, rows=counted)], target, options)
    if options.output is not None and not options.to_stdout:
        talk(_written(counted.count, options.output), options)


def emit_views(views: Sequence[View], options: OutputOptions) -> None:
    """Write several tables of one command, one after another; in JSON one object, an array under each name.

    A view without columns is sentences only: people read them, no machine format carries them.
    """
    with open_target(options) as target:
        if options.format is Format.JSON:
            from smbcrm.output.files.jsontext import write_object

            write_object({view.name: view for view in views if view.columns}, target.text)
        else:
            _write_views(views, target, options)


def emit_action(data: Mapping[str, object], lines: Sequence[Say], options: OutputOptions) -> None:
    """Write what an action did: sentences for a person, one JSON object with these keys for a machine.

    The other formats carry what they can: csv and tsv one row of the plain values, ids the value of `id` or
    `ids`, md and html the sentences. A `View` among the data becomes an array of objects in JSON.
    """
    with open_target(options) as target:
        _write_action(data, lines, target=target, options=options)


def emit_text(text: str, options: OutputOptions) -> None:
    """Write one value and nothing else, for a script to take."""
    with open_target(options) as target:
        target.text.write(f"{text}\n")


def talk(sentence: Say, options: OutputOptions) -> None:
    """Say one line on stderr, unless the person asked for quiet."""
    if not options.quiet:
        _to_stderr(sentence_for(sentence, options))


def talk_and_wait(question: Say, options: OutputOptions) -> None:
    """Write a question on stderr and stay on its line for the answer; quiet does not silence it."""
    prepare_streams()
    sys.stdout.flush()
    shown = sentence_for(question, options)
    sys.stderr.write(for_screen(shown, terminal=on_terminal(sys.stderr)) + " ")
    sys.stderr.flush()


def show_error(error: SmbcrmError, options: OutputOptions) -> None:
    """Say on stderr what failed and what to try; quiet does not silence it."""
    _to_stderr(sentence_for(say("smbcrm: error: {what}.", what=_short(_bare(error.what))), options))
    if error.hint:
        _to_stderr(sentence_for(say("hint: {what}.", what=_bare(error.hint)), options))


def export_file(view: View, path: Path, *, raw: bool, options: OutputOptions) -> None:
    """Write records into a file for a spreadsheet program or, as .vcf, for a phone: the file's ending names the format.

    A csv or tsv file starts with a BOM, and text that looks like a formula is made harmless unless `raw`.
    """
    fmt = _named_by(path)
    if fmt is None:
        _write_phone_book(view, path, options)
        return
    named = replace(options, fmt=fmt, output=path)
    if fmt not in (Format.CSV, Format.TSV):
        emit(replace(view, rows=_guarded(view.rows)) if fmt is Format.XLSX else view, named)
        return
    from smbcrm.output.files.delimited import BOM, write_delimited

    counted = _Counted(view.rows)
    with open_target(named) as target:
        target.text.write(BOM)
        write_delimited(
            replace(view, rows=counted), target.text, delimiter=_DELIMITERS[fmt], for_spreadsheet=not raw
        )
    talk(_written(counted.count, path), options)


def would_be_written(view: View, path: Path) -> Say:
    """Give what `export_file` says when it is done, and write nothing."""
    _named_by(path)
    return _written(sum(1 for _ in view.rows), path)


def _named_by(path: Path) -> Format | None:
    """Give the format that the file's ending names; None for a phone book."""
    ending = path.suffix.lower()
    if ending != PHONE_BOOK and ending not in ENDINGS:
        raise UsageError(
            of_no_kind(path),
            say("end its name in one of {endings}", endings=", ".join([*ENDINGS, PHONE_BOOK]))
            if path.name
            else say("give the name of a file to write"),
        )
    return ENDINGS.get(ending)


def of_no_kind(path: Path) -> Say:
    """Say of a file whose ending names no format why it cannot be written; a path may have no name at all."""
    if not path.name:
        return say("no file was named")
    return say("{file} does not say which kind of file to write", file=str(path))


def _guarded(rows: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
    """Give rows whose texts, read back, keep an apostrophe that the owner typed himself."""
    from smbcrm.core.sheets.looks.own_export import guarded

    for row in rows:
        yield [guarded(cell) if cell.__class__ is str and cell[:1] == "'" else cell for cell in row]


def _write_phone_book(view: View, path: Path, options: OutputOptions) -> None:
    from smbcrm.output.files.vcards import write_vcards

    counted = _Counted(view.rows)
    with open_target(replace(options, fmt=None, output=path)) as target:
        write_vcards(replace(view, rows=counted), target.text)
    talk(_written(counted.count, path), options)


PHONE_BOOK = ".vcf"
_DELIMITERS = {Format.CSV: ",", Format.TSV: "\t"}


class _Counted:
    """Rows that know how many of them were read."""

    def __init__(self, rows: Iterable[Sequence[object]]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[Sequence[object]]:
        for row in self._rows:
            self.count += 1
            yield row


def _written(count: int, path: Path) -> Say:
    return say("{n} {n:row|rows} written to {file}", n=count, file=str(path))


def _write_views(views: Sequence[View], target: Target, options: OutputOptions) -> None:
    fmt = options.format
    if fmt not in FOR_READING:
        views = [view for view in views if view.columns]
    else:
        views = [told_if_empty(view) for view in views]
    if fmt is Format.XLSX:
        from smbcrm.output.files.spreadsheet import write_spreadsheet

        for sentence in write_spreadsheet(views or [View((), ())], target.bytes(), options):
            talk(sentence, options)
    elif fmt in (Format.MD, Format.HTML):
        from smbcrm.output.files.pages import write_html, write_markdown

        (write_html if fmt is Format.HTML else write_markdown)(views, target.text, options)
    else:
        _write_one_by_one(views, target, options)


def _write_one_by_one(views: Sequence[View], target: Target, options: OutputOptions) -> None:
    write = _writer(target, options)
    apart = options.format in (Format.TABLE, Format.CSV, Format.TSV)
    for place, view in enumerate(views):
        if place and apart:
            target.text.write("\n")
        write(view)


def _writer(target: Target, options: OutputOptions) -> Callable[[View], None]:
    """Give what writes one view in a format that is a stream of lines."""
    fmt, out = options.format, target.text
    if fmt in _DELIMITERS:
        from smbcrm.output.files.delimited import write_delimited

        return lambda view: write_delimited(view, out, delimiter=_DELIMITERS[fmt], terminal=target.terminal)
    if fmt in (Format.JSON, Format.JSONL):
        from smbcrm.output.files.jsontext import write_json, write_jsonl

        return lambda view: (write_json if fmt is Format.JSON else write_jsonl)(view, out)
    if fmt is Format.IDS:
        return lambda view: _write_ids(view, target)
    from smbcrm.output.table import write_table

    return lambda view: write_table(view, out, options, terminal=target.terminal)


def _write_ids(view: View, target: Target) -> None:
    from smbcrm.output.cells import plain_text

    keys = [column.key for column in view.columns]
    if view.id_column not in keys:
        raise UsageError(
            say("these records have no ids to print"),
            say("choose another format, for example `--format csv`"),
        )
    place = keys.index(view.id_column)
    for row in view.rows:
        target.text.write(safe_line(plain_text(row[place])) + "\n")


def _write_action(
    data: Mapping[str, object], lines: Sequence[Say], *, target: Target, options: OutputOptions
) -> None:
    fmt = options.format
    if fmt in (Format.JSON, Format.JSONL):
        from smbcrm.output.files.jsontext import write_object

        write_object(data, target.text, one_line=fmt is Format.JSONL)
    elif fmt is Format.TABLE:
        for line in lines:
            target.text.write(for_screen(sentence_for(line, options), terminal=target.terminal) + "\n")
    elif fmt in (Format.MD, Format.HTML):
        _write_views([View((), (), footer=tuple(lines))], target, options)
    elif fmt is Format.IDS:
        found = data.get("ids", data.get("id"))
        ids = found if isinstance(found, (list, tuple)) else [] if found is None else [found]
        target.text.writelines(safe_line(str(one)) + "\n" for one in ids)
    else:
        _write_views([_one_row(data)], target, options)


def _one_row(data: Mapping[str, object]) -> View:
    """Give an action's data as one row; what is nested stands in its cell as JSON."""
    import json

    from smbcrm.output.files.jsontext import plain_data

    cells: list[object] = []
    for value in data.values():
        plain = plain_data(value)
        nested = isinstance(plain, dict) or (
            isinstance(plain, list) and any(isinstance(one, (dict, list)) for one in plain)
        )
        cells.append(json.dumps(plain, ensure_ascii=False) if nested else plain)
    columns = tuple(Column(key, key.replace("_", " ").capitalize()) for key in data)
    return View(columns, [cells], name="result")


def _bare(what: object) -> Say:
    """Give a message without the stop at its end, because one is written after it."""
    if isinstance(what, Say):
        return what
    return Say(str(what).rstrip(" .\n"))


_LONGEST = 800
"""Letters of what was typed that are told again: more of them hide what is said of it."""


def _short(sentence: Say) -> Say:
    values = (
        (name, _short(value) if isinstance(value, Say) else shortened(value, _LONGEST) if isinstance(value, str) else value)
        for name, value in sentence.values
    )  # fmt: skip
    return Say(sentence.template, tuple(values))


def _to_stderr(text: str) -> None:
    prepare_streams()
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stdout.flush()  # what was said before stands before it, also where both go to one place
    with contextlib.suppress(BrokenPipeError):
        sys.stderr.write(for_screen(safe_line(text), terminal=on_terminal(sys.stderr)) + "\n")
        sys.stderr.flush()

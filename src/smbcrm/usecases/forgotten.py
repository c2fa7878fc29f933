"""Those who were forgotten stay away: a row that bears one of their marks is left out of an import."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from smbcrm.core.forgetting.marks import Mark, hashed, marks_in
from smbcrm.core.json_text import json_writer
from smbcrm.core.rows import ParsedSheet
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.versions.versions import first_version
from smbcrm.core.text import fold
from smbcrm.errors import NotFoundError
from smbcrm.usecases.importing.import_results import ImportOptions, RowNote, SheetResult
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """Somebody who was forgotten: his number (`F1`), when, and how many marks keep him away (none after `--lift`)."""

    number: int
    at: str
    marks: int
    lifted: str


_NUMBERS = frozenset({"phone", "bare", "tail", "email"})


class Guard:
    """The marks of all who were forgotten."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._keys: dict[int, bytes] = dict(store.read("SELECT id, key FROM forgotten_key"))
        self._marks: dict[tuple[int, bytes], int] = {
            (key, digest): number
            for number, key, digest in store.read("SELECT forgotten_id, key_id, digest FROM forgotten_mark")
        }

    def __bool__(self) -> bool:
        return bool(self._marks)

    def who(self, fields: Mapping[str, Any], raw: str, *, certain: bool = False) -> int | None:
        """Give the number of the one whom a row is about, None when it is about nobody who was forgotten.

        Unless it is `certain`, a number of his beside the name of somebody who is on the list with that number tells of that one.
        """
        for mark in marks_in(fields, raw):
            for number, key in self._keys.items():
                found = self._marks.get((number, hashed(key, mark)))
                if found is not None and (
                    certain or mark[0] not in _NUMBERS or not self._is_another(fields, mark)
                ):
                    return found
        return None

    def _is_another(self, fields: Mapping[str, Any], mark: Mark) -> bool:
        """Tell whether a row with a number of his is about somebody who is on the list: by that name, with that number.

        Another number of the row would not do: the other rows of a file put it on the list, and the same file would say more when it comes again.
        """
        from smbcrm.usecases.find_customer import find_all

        name = fold(str(fields.get("name") or ""))
        if not name:
            return False
        found: set[int] = set()
        for field in ("phones", "emails"):
            for value in map(str, fields.get(field, ())):
                if mark in marks_in({field: [value]}, ""):
                    found.update(find_all(self._store, value))
        return any(
            name in {fold(text), *map(fold, json.loads(more).get("names", ()))}
            for text, more in self._store.read(
                "SELECT name, fields FROM customer WHERE id IN (SELECT value FROM json_each(?))",
                [sorted(found)],
            )
        )


def without_forgotten(
    store: Store, parsed: ParsedSheet, options: ImportOptions
) -> tuple[ParsedSheet, list[RowNote]]:
    """Give a sheet without the rows about those who were forgotten, and a note for each of these rows.

    Nothing of such a row is kept, not even that it was there. Told to bring them back, the import takes them in and they are no longer kept away.
    """
    guard = Guard(store)
    if not guard:
        return parsed, []
    kept, notes, met = [], [], set()
    text, layout = json_writer(), first_version(parsed.columns)
    for row in parsed.rows:
        number = guard.who(row.fields, text(layout.kept(row.cells)))
        if number is None:
            kept.append(row)
        else:
            met.add(number)
            notes.append(RowNote(row=row.number, status="skipped", why=_why(number), cells=()))
    if options.bring_back:
        store.lift(sorted(met))
        return parsed, []
    return (replace(parsed, rows=kept) if notes else parsed), notes


def with_left_out(result: SheetResult, left_out: Sequence[RowNote]) -> SheetResult:
    """Count the rows that were left out among those that were read and skipped, and say so."""
    if not left_out:
        return result
    return replace(
        result,
        rows_read=result.rows_read + len(left_out),
        rows_skipped=result.rows_skipped + len(left_out),
        rows=tuple(sorted([*result.rows, *left_out], key=lambda note: note.row)),
        notes=(*result.notes, left_out_note(len(left_out))),
    )


def _why(number: int) -> Say:
    return say("somebody you had forgotten ({id})", id=f"F{number}")


def left_out_note(count: int) -> Say:
    """Say how many rows were left out, and how to have them after all."""
    return say(
        "{count} {count:row|rows} about people you had forgotten {count:was|were} left out (`smbcrm forget --list`; `--bring-back` takes them in)",
        count=count,
    )


def all_forgotten(store: Store) -> list[Forgotten]:
    """Give everybody who was forgotten, oldest first."""
    return [
        Forgotten(number=number, at=at, marks=marks, lifted=lifted)
        for number, at, lifted, marks in store.read(
            "SELECT f.id, f.at, f.lifted, count(m.id) FROM forgotten f LEFT JOIN forgotten_mark m ON m.forgotten_id = f.id "
            "GROUP BY f.id ORDER BY f.id"
        )
    ]


def forgotten_number(store: Store, text: str) -> int:
    """Give the number that is meant by `F3`; raises NotFoundError when nobody has it."""
    digits = text.strip().lstrip("fF")
    numbers = [one.number for one in all_forgotten(store)]
    if not digits.isdecimal() or int(digits) not in numbers:
        raise NotFoundError(
            say("nobody was forgotten as {id}", id=text), say("`smbcrm forget --list` shows the numbers")
        )
    return int(digits)


def hashes(keys: Mapping[int, bytes], marks: Sequence[Mark] | set[Mark]) -> list[tuple[int, bytes]]:
    """Give the keyed hashes of marks, under the newest key."""
    number = max(keys)
    return sorted((number, hashed(keys[number], mark)) for mark in marks)

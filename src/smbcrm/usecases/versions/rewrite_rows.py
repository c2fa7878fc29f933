"""Write the rows of a list anew that its newest version says otherwise, has elsewhere, or no longer has."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from smbcrm.core.identity import is_null_token
from smbcrm.core.rows import ParsedRow, ParsedSheet
from smbcrm.core.say import Say, listed_rows, say
from smbcrm.usecases.events.follow_leads import forget_leads
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.kept_columns import KeptColumns
from smbcrm.usecases.versions.known_rows import COUNTED, HERE, KnownRow, row_fields
from smbcrm.usecases.versions.open_days import read_open_days
from smbcrm.usecases.versions.recognise_source import Compared

STATUS = {"ok": "imported", "skipped": "skipped", "rejected": "rejected"}
_DIGEST = 64  # letters of a stamp that tell the bytes; behind them stands how they are read


def said_anew(store: Store, compared: Compared, *, stamped: str) -> bool:
    """Tell whether the owner says something else about how to read the list than he did when it was read last."""
    if compared.source is None:
        return False
    ((before,),) = store.read("SELECT sha256 FROM source WHERE id = ?", [compared.source])
    return bool(before) and before[_DIGEST:] != stamped[_DIGEST:]


def _of_another_country(store: Store, parsed: ParsedSheet, compared: Compared) -> bool:
    """Tell whether the phones of the list were read for another country than now, or for none."""
    known = store.read("SELECT country FROM source WHERE id = ?", [compared.source])
    return any(country != parsed.country for (country,) in known)


def read_anew(
    store: Store, parsed: ParsedSheet, compared: Compared, *, stamped: str, country: str = ""
) -> Compared:
    """Count rows whose cells have not changed among the edited ones where they are understood in another way now.

    What a column says that was not there before is taken over without that: see `_read_again`. `country` is the one that the
    owner has set for all lists: he may have done so since the list was read last.
    """
    if compared.source is None or not compared.unchanged:
        return compared
    ((headings,),) = store.read("SELECT headings FROM source WHERE id = ?", [compared.source])
    same = _meant(json.loads(headings)) <= _meant(compared.fitted.headings)
    moved = bool(country) and _of_another_country(store, parsed, compared)
    if same and not moved and not said_anew(store, compared, stamped=stamped):
        return compared
    before = {
        number: kept
        for number, *kept in store.read(
            "SELECT id, fields, status IN ('imported', 'waiting', 'gone'), key FROM source_row WHERE source_id = ?",
            [compared.source],
        )
    }
    kept = KeptColumns.of(store, compared, [known.id for _, known in compared.unchanged])
    unchanged: list[tuple[int, KnownRow]] = []
    updated = list(compared.updated)
    for i, known in compared.unchanged:
        row = parsed.rows[i]
        _, fields, _ = kept.content(known.id, row, compared.fitted)
        told = [fields, int(row.status == "ok"), compared.keys[i]]
        (unchanged if before[known.id] == told else updated).append((i, known))
    anew = frozenset(i for i, _ in updated[len(compared.updated) :])
    return replace(compared, unchanged=unchanged, updated=updated, anew=anew)


def _meant(headings: Sequence[Sequence[Any]]) -> set[tuple[str, ...]]:
    return {tuple(map(str, heading[:3])) for heading in headings}


def with_other_status(compared: Compared, parsed: ParsedSheet) -> Compared:
    """Count rows that have not changed among the edited ones where they count now and did not before, or the other way."""
    other = {
        i for i, known in compared.unchanged if (known.status in COUNTED) != (parsed.rows[i].status == "ok")
    }
    if not other:
        return compared
    return replace(
        compared,
        unchanged=[pair for pair in compared.unchanged if pair[0] not in other],
        updated=[*compared.updated, *(pair for pair in compared.unchanged if pair[0] in other)],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """The rows that were written anew, by source, and what is worth saying of it."""

    by_source: Mapping[int, Sequence[int]] = field(default_factory=dict)
    parted: bool = False  # some of them name somebody else now
    notes: tuple[Say, ...] = ()


def update_rows(store: Store, parsed: ParsedSheet, *, compared: Compared, source: int) -> Edited:
    """Write what the newest version says of known rows; those that left the file are marked, or forgotten if they were no records."""
    # A row that merely moved within its file is unchanged, but we remember where it stands now.
    moved = [
        (known.id, parsed.rows[i].number)
        for i, known in compared.unchanged
        if known.number != parsed.rows[i].number
    ]
    store.update("source_row", "id, number", moved)
    returned = [(known.id, "imported", "") for _, known in compared.unchanged if known.status == "gone"]
    store.update("source_row", "id, status, reason", returned)
    days = read_open_days(store, parsed, compared)
    again = compared.unchanged if compared.fitted.added else _scored_anew(store, parsed, compared)
    notes = _read_again(store, parsed, compared, again)
    if days.here and not compared.fitted.added:
        scored = {known.id for _, known in again}
        _write_again(store, parsed, compared, [pair for pair in days.here if pair[1].id not in scored])
    store.update("source_row", "id, fields", days.left)
    pairs = [*compared.updated, *compared.corrected]
    edited = {known.id: parsed.rows[i] for i, known in pairs}
    parted = False
    if parsed.kind != "customers" and edited:
        named = {number: row.fields if row.status == "ok" else {} for number, row in edited.items()}
        parted = forget_leads(store, named)
    taken_out, peaceful = _write_edited(store, parsed, compared, pairs, source=source)
    # A row that became readable is matched like a new one; one that no longer says who it is about belongs to nobody.
    if parsed.kind == "customers":
        store.update(
            "source_row", "id, lead", [(n, n if row.status == "ok" else None) for n, row in edited.items()]
        )
    lost = [number for number, row in edited.items() if row.status != "ok"]
    store.update("source_row", "id, lead, customer_id", [(number, None, None) for number in lost])
    _leave(store, compared.gone)
    by_source: dict[int, list[int]] = defaultdict(list)
    for _, known in [*pairs, *(again if notes else ()), *days.here]:
        by_source[known.source].append(known.id)
    by_source[source] += [number for number, _ in days.left]
    notes = (*notes, *days.notes, *_say_taken_out(taken_out), *_say_peace_kept(store, peaceful))
    return Edited(
        by_source={one: _distinct(rows) for one, rows in by_source.items()}, parted=parted, notes=notes
    )


def _write_edited(
    store: Store,
    parsed: ParsedSheet,
    compared: Compared,
    pairs: Sequence[tuple[int, KnownRow]],
    *,
    source: int,
) -> tuple[list[int], list[tuple[int, int]]]:
    """Write the rows anew; give the numbers of those of customers that told a phone or an e-mail and tell none any more.

    Give, too, the id and the number of those that asked for peace and say nothing of it now: an empty cell takes no peace back.
    """
    kept = KeptColumns.of(store, compared, [known.id for _, known in pairs if known.source == source])
    asked = [known.id for _, known in pairs] if parsed.kind == "customers" else []
    before = row_fields(store, asked)
    written, taken_out, peaceful = [], [], []
    for i, known in pairs:
        row = parsed.rows[i]
        number, key = (row.number, compared.keys[i]) if known.source == source else (known.number, known.key)
        fitted = compared.fitted if known.source == source else compared.layouts[known.source]
        cells, fields, print_ = kept.content(known.id, row, fitted)
        asked_for_peace = bool(before.get(known.id, {}).get(_PEACE)) and row.status == "ok"
        if asked_for_peace and not json.loads(fields).get(_PEACE) and _says_nothing_of_peace(parsed, row):
            fields = kept.text({**json.loads(fields), _PEACE: True})
            peaceful.append((known.id, row.number))
        written.append(
            (known.id, number, key, print_, cells, fields, STATUS[row.status], reason_text(row.reason))
        )
        told = _REACHED_BY.intersection(before.get(known.id, ()))
        if told and row.status == "ok" and not told <= json.loads(fields).keys():
            taken_out.append(row.number)
    store.update("source_row", "id, number, key, fingerprint, raw, fields, status, reason", written)
    return taken_out, peaceful


_PEACE = "do_not_contact"


def _says_nothing_of_peace(parsed: ParsedSheet, row: ParsedRow) -> bool:
    """Tell whether the cells that may say that somebody is not to be contacted are empty, or there are none."""
    places = [column.index for column in parsed.columns if column.field == _PEACE]
    cells = [row.cells[place] for place in places if place < len(row.cells)]
    return all(not cell.strip() or is_null_token(cell) for cell in cells)


_REACHED_BY = frozenset({"phones", "emails"})


def _say_taken_out(numbers: Sequence[int]) -> tuple[Say, ...]:
    if not numbers:
        return ()
    return (
        say(
            "the phone or e-mail of {count:row|rows} {rows} is no longer in the file and was taken out",
            count=len(numbers),
            rows=listed_rows(sorted(numbers)),
        ),
    )


def _say_peace_kept(store: Store, rows: Sequence[tuple[int, int]]) -> tuple[Say, ...]:
    if not rows:
        return ()
    known = store.read("SELECT customer_id FROM source_row WHERE id = ?", [rows[0][0]])
    return (
        say(
            "{count:row|rows} {rows} no longer {count:asks|ask} not to be contacted;"
            " that is kept until you say otherwise: `smbcrm set {id} do_not_contact=no`",
            count=len(rows),
            rows=listed_rows(sorted(number for _, number in rows)),
            id=next((f"C{customer}" for (customer,) in known if customer), "WHO"),
        ),
    )


def _read_again(
    store: Store, parsed: ParsedSheet, compared: Compared, again: Sequence[tuple[int, KnownRow]]
) -> tuple[Say, ...]:
    """Take over what rows that did not change say in columns that are new, or that are understood in another way now."""
    changed = _write_again(store, parsed, compared, again) if again else 0
    if not changed:
        return ()
    added = [heading for heading, _, _, where in compared.fitted.headings if where in compared.fitted.added]
    if not added:
        return (
            say(
                "the {count:score|scores} of {count} known {count:row|rows} {count:changes|change}, for the other marks in the "
                "column show another scale now",
                count=changed,
            ),
        )
    return (
        say(
            "new columns ({columns}) were taken over for {count} known {count:row|rows}",
            columns=", ".join(added),
            count=changed,
        ),
    )


def _write_again(
    store: Store, parsed: ParsedSheet, compared: Compared, again: Sequence[tuple[int, KnownRow]]
) -> int:
    """Write what rows that did not change say as they are understood now; give how many say something else."""
    kept = KeptColumns.of(store, compared, [known.id for _, known in again])
    written = []
    for i, known in again:
        cells, fields, print_ = kept.content(known.id, parsed.rows[i], compared.fitted)
        written.append((known.id, compared.keys[i], print_, cells, fields))
    store.update("source_row", "id, key, fingerprint, raw", [row[:4] for row in written])
    return store.update("source_row", "id, fields", [(row[0], row[4]) for row in written])


def _distinct(numbers: Sequence[int]) -> list[int]:
    return list(dict.fromkeys(numbers))


def _scored_anew(store: Store, parsed: ParsedSheet, compared: Compared) -> Sequence[tuple[int, KnownRow]]:
    """Give the rows that did not change and whose marks are another score now: an 8 below shows that 5 was not the best."""
    if all(column.field != "own_score" for column in parsed.columns):
        return ()
    before = dict(
        store.read(
            "SELECT id, json_extract(fields, '$.own_score') FROM source_row WHERE id IN (SELECT value FROM json_each(?))",
            [[known.id for _, known in compared.unchanged]],
        )
    )
    return [
        (i, known)
        for i, known in compared.unchanged
        if before[known.id] != parsed.rows[i].fields.get("own_score")
    ]


def _leave(store: Store, gone: Sequence[KnownRow]) -> None:
    """Mark the rows that the file no longer has; lines that were no records (totals, remarks) are forgotten with it."""
    left = reason_text(say("no longer in the newest version of the file; kept"))
    store.update(
        "source_row", "id, status, reason", [(row.id, "gone", left) for row in gone if row.status in HERE]
    )
    store.delete("source_row", sorted(row.id for row in gone if row.status not in COUNTED))


def reason_text(reason: Say | None) -> str:
    """Give why a row was not taken as the store keeps it."""
    return json.dumps(reason.to_data(), ensure_ascii=False) if reason else ""

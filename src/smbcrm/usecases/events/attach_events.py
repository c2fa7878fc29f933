"""Give sales, payments, calls and answers to the customer on the list whom they name, and tell which of them make nobody."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from smbcrm.core.naming.sounds import sound_key
from smbcrm.core.phones import is_junk_phone
from smbcrm.core.records import Records
from smbcrm.core.say import say
from smbcrm.core.text import fold
from smbcrm.usecases.merging.leads import Leads
from smbcrm.usecases.merging.named_by_id import named_by_id
from smbcrm.usecases.ports import Store

OUR_ID = re.compile(r"c([1-9]\d{0,11})")
NOBODY = say("names nobody on the list")


def attach_events(
    store: Store, leads: Leads, labels: list[int], *, different: Sequence[tuple[int, int]] = ()
) -> list[int]:
    """Give the rows of events that stand apart to the one customer they name by one sure thing.

    Two entries of a customer list never join on a name or a code alone; a sale is no entry, and its buyer is on the list more
    often than not. The sure things: our own id, the code on the owner's list where the name does not speak against it, a whole
    name, or a phone that one customer only has. Where two customers have it, or the owner said `different`, the row stays apart;
    all rows that stay apart under one name are one more customer, not one for every export.
    """
    if not any(leads.event):  # a list of customers only, as the longest are
        return labels
    clusters: dict[int, list[int]] = defaultdict(list)
    for i, label in enumerate(labels):
        clusters[label].append(i)
    records = leads.records
    events = {label: rows for label, rows in clusters.items() if all(leads.event[i] for i in rows)}
    if not events:
        return labels
    lone = {label for label, rows in events.items() if all(known_by_one_thing(records, i) for i in rows)}
    fresh = {label for label, rows in events.items() if all(leads.customer[i] is None for i in rows)}
    nobody = making_nobody(store, leads, labels)
    owners = _Owners(store, leads, labels, lone & fresh, asking=[i for rows in events.values() for i in rows])
    moves = _Moves({frozenset((labels[a], labels[b])) for a, b in different})
    together: dict[tuple[int | None, str], int] = {}
    # Those known by an id or a code are first: whom a name means is clear once they are with their customer.
    coded = {label for label, rows in events.items() if owners.coded(rows)}
    for label in sorted(events, key=lambda label: (label not in coded, label in lone, label in fresh, label)):
        # A buyer is found on a list that came later, and stays with whom he was found to be.
        rows, but = events[label], () if label in fresh else lone
        found = moves.ends(owners.named_by(rows, but=but) - {label}) - nobody
        if label in fresh and len(found) > 1:
            # A till may number its buyers as we do: what else it says of them is surer.
            others = moves.ends(owners.named_by(rows, but=but, ids=False) - {label}) - nobody
            found = others if len(others) == 1 else found & (lone - fresh)
        if not moves.to_one(label, found) and label in lone:
            # Till then the rows of one known by one thing stay together.
            row = events[label][0]
            moves.to_one(label, {together.setdefault((leads.customer[row], _one_thing(records, row)), label)})
    return [moves.end(label) for label in labels] if moves.made else labels


class _Moves:
    """Which clusters go to which, but for those the owner said are different."""

    def __init__(self, apart: set[frozenset[int]]) -> None:
        self.apart = apart
        self.made: dict[int, int] = {}

    def to_one(self, label: int, targets: set[int]) -> bool:
        """Move a cluster to another, if there is just one to go to."""
        others = targets - {label}
        if len(others) != 1 or frozenset((label, *others)) in self.apart:
            return False
        (self.made[label],) = others
        return True

    def ends(self, labels: Iterable[int]) -> set[int]:
        """Give where clusters belong in the end."""
        return {self.end(label) for label in labels}

    def end(self, label: int) -> int:
        """Follow a cluster to where it belongs in the end: whom it names may himself be another's."""
        way = [label]
        while (target := self.made.get(way[-1])) is not None and target not in way:
            way.append(target)
        return (
            way[-1] if target is None else min(way[way.index(target) :])
        )  # two that name each other are one


class _Owners:
    """Who on the list has an id, a code, a name or a phone."""

    def __init__(
        self,
        store: Store,
        leads: Leads,
        labels: Sequence[int],
        unknown: Collection[int],
        *,
        asking: Collection[int],
    ) -> None:
        self.records = records = leads.records
        self.named: dict[str, set[int]] = defaultdict(set)
        self.called: dict[str, set[int]] = defaultdict(set)  # by phone
        codes: dict[str, set[int]] = defaultdict(set)
        self.names: dict[int, set[str]] = defaultdict(set)
        for i, label in enumerate(labels):
            if label in unknown:
                continue
            for phone in records.phones[i]:
                self.called[phone].add(label)
            if name := fold(records.name[i]):
                self.named[name].add(label)
                self.names[label].add(name)
            if records.customer_code[i] and not leads.event[i]:
                codes[fold(records.customer_code[i])].add(label)
        meant = named_by_id(store, leads, _ids_of_ours(leads))
        self.by_id: dict[int, set[int]] = {}
        self.by_code: dict[int, set[int]] = {}
        for i in asking:
            if i in meant and (label := labels[meant[i]]) not in unknown and self._agrees(i, label):
                self.by_id[i] = {label}
            if records.customer_code[i] and (theirs := codes.get(fold(records.customer_code[i]))):
                self.by_code[i] = {label for label in theirs if self._agrees(i, label)}

    def named_by(self, rows: Iterable[int], *, but: Collection[int], ids: bool = True) -> set[int]:
        """Give the clusters that rows name, each by the surest thing it tells; a name or a phone names none of `but`."""
        found: set[int] = set()
        for i in rows:
            ours = self.by_id.get(i) if ids else None
            found |= ours or self.by_code.get(i) or self._by_one_thing(i).difference(but)
        return found

    def coded(self, rows: Iterable[int]) -> bool:
        """Tell whether rows name somebody by an id or a code."""
        return any(self.by_id.get(i) or self.by_code.get(i) for i in rows)

    def _by_one_thing(self, i: int) -> set[int]:
        if not known_by_one_thing(self.records, i):
            return set()
        key = _one_thing(self.records, i)
        if self.records.name[i]:
            return self.named.get(key, set())
        return set() if is_junk_phone(key) else self.called.get(key, set())

    def _agrees(self, i: int, label: int) -> bool:
        """Tell whether the row's name may be that of the customer: none told, the same, a part of it, or the same in another script."""
        name = fold(self.records.name[i])
        theirs = self.names.get(label, set())
        if not name or not theirs:
            return True
        words, sounds = set(name.split()), set(sound_key(self.records.name[i]).split())
        for other in theirs:
            whole, heard = set(other.split()), set(sound_key(other).split())
            if _within(words, whole) or _within(whole, words):
                return True
            if sounds and (sounds <= heard or heard <= sounds):
                return True
        return False


def _ids_of_ours(leads: Leads) -> dict[int, int]:
    """Give the customer ids that sales name, under a heading of ours or as a code, by position."""
    found = {i: number for i, number in leads.exported.items() if leads.event[i]}
    for i, (code, event) in enumerate(zip(leads.records.customer_code, leads.event)):
        if event and code and i not in found and (typed := OUR_ID.fullmatch(fold(code))):
            found[i] = int(typed[1])
    return found


def _within(words: set[str], whole: set[str]) -> bool:
    """Tell whether every word is one of the other name's, or the first letter of one: "Mina T." """
    return all(
        word in whole
        or (len(word.strip(".")) == 1 and any(other.startswith(word.strip(".")) for other in whole))
        for word in words
    )


def _one_thing(records: Records, i: int) -> str:
    return fold(records.name[i]) or records.phones[i][0]


def known_by_one_thing(records: Records, i: int) -> bool:
    """Tell whether a row says who it is about by a whole name alone, or by one phone alone."""
    if records.emails[i] or records.national_id[i] or records.company[i]:
        return False
    if records.name[i]:
        return " " in records.name[i].strip() and not records.phones[i]
    return len(records.phones[i]) == 1


def making_nobody(store: Store, leads: Leads, labels: Sequence[int]) -> frozenset[int]:
    """Give the labels of rows that wait for a customer instead of making one: what they tell of is all that is known of him."""
    waiting = {number for (number,) in store.read("SELECT id FROM source WHERE creates = 0")}
    if not waiting and not any(leads.event):
        return frozenset()
    nobody: set[int] = set()
    somebody: set[int] = set()
    records = leads.records
    for i, label in enumerate(labels):
        waits = records.source[i] in waiting or (leads.event[i] and not _tells_who(records, i))
        (nobody if waits and leads.customer[i] is None else somebody).add(label)
    return frozenset(nobody - somebody)


def _tells_who(records: Records, i: int) -> bool:
    """Tell whether a row says more of somebody than an id of ours that nobody has."""
    return bool(
        records.name[i] or records.company[i] or records.phones[i] or records.emails[i] or records.national_id[i]
        or (records.customer_code[i] and not OUR_ID.fullmatch(fold(records.customer_code[i])))
    )  # fmt: skip


def wake(store: Store, rows: Sequence[int]) -> None:
    """Let rows that wait for their customer be matched once more."""
    waiting = store.read(
        "SELECT id FROM source_row WHERE status = 'waiting' AND id IN (SELECT value FROM json_each(?))",
        [list(rows)],
    )
    store.update(
        "source_row", "id, status, reason", [(number, "imported", "") for (number,) in list(waiting)]
    )


def wake_all(store: Store) -> bool:
    """Let every row that waits be matched once more, since somebody on the list has changed; tell whether there are any."""
    waiting = [number for (number,) in store.read("SELECT id FROM source_row WHERE status = 'waiting'")]
    wake(store, waiting)
    return bool(waiting)


def settle_waiting(store: Store) -> None:
    """Mark the rows that wait for their customer, and those whose customer has come."""
    come: Iterable[tuple[int]] = store.read(
        "SELECT id FROM source_row WHERE status = 'waiting' AND +customer_id IS NOT NULL"
    )
    arrived = [(number, "imported", "") for (number,) in come]
    store.update("source_row", "id, status, reason", arrived)
    reason = json.dumps(NOBODY.to_data())
    nobody = store.read("SELECT id FROM source_row WHERE customer_id IS NULL AND status = 'imported'")
    store.update(
        "source_row", "id, status, reason", [(number, "waiting", reason) for (number,) in list(nobody)]
    )

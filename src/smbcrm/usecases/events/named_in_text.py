"""Which customers a text of a list names: by id, phone, e-mail or whole name, also in the other script."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from smbcrm.core.naming.sounds import sound_key
from smbcrm.core.text import fold, fold_digits
from smbcrm.core.values.phone_keys import phone_key
from smbcrm.usecases.find_customer import ID, candidates
from smbcrm.usecases.ports import Store

ONE_BY_ONE = 50
"""So many texts are looked up in the index of words; for more, all customers are gone through once."""
_TAIL = 8


def fitting(store: Store, texts: set[str]) -> dict[str, dict[int, int]]:
    """Give for each text the customers whose id, phone, e-mail or whole name it is, each with the row that leads him."""
    wanted = {text: _Wanted(text) for text in sorted(texts)}
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for text, want in wanted.items():
        if want.id:
            for number, lead in store.read(_BY_ID, [want.id, want.id]):
                found[text][number] = lead
    named = [want for text, want in wanted.items() if text not in found]
    for text, customer, lead, known in (
        _looked_up(store, named) if len(named) <= ONE_BY_ONE else _gone_through(store, named)
    ):
        if wanted[text].fits(known):
            found[text][customer] = lead
    return found


_BY_ID = """
SELECT c.id, c.lead FROM customer c WHERE c.archived = 0
AND (c.id = ? OR c.id = (SELECT customer_id FROM alias WHERE id = ?)) LIMIT 1
"""


class _Wanted:
    """A text that names somebody: what is looked for, and whether a customer is meant."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold(text)
        typed = ID.fullmatch(fold_digits(text.strip()))
        self.id = int(typed[1]) if typed and text.strip()[:1] in "cC" else 0
        self.phone = phone_key(text) if any(map(str.isdigit, text)) else ""
        letters = (
            "".join(" " if char.isdigit() or char in "+()-" else char for char in text)
            if self.phone
            else text
        )
        self.name = fold(letters) if "@" not in text else ""
        # One word in another script fits too many.
        self.sound = sound_key(letters) if len(self.name.split()) > 1 else ""

    def words(self) -> Iterator[list[str]]:
        """Give what the index of words is asked for."""
        if self.phone:
            yield [self.phone[-_TAIL:]]
        elif "@" in self.text:
            yield [self.folded]
        elif self.name:
            yield self.name.split()
            if self.sound:
                yield self.sound.split()

    def fits(self, known: Mapping[str, Any]) -> bool:
        """Tell whether a customer has this phone (and name, where one is told too), e-mail or whole name."""
        if "@" in self.text:
            return self.folded in map(fold, known.get("emails", ()))
        if self.phone:
            return any(phone_key(phone) == self.phone for phone in known.get("phones", ()))
        names = [name for name in known["_names"] if name]
        if self.name in map(fold, names):
            return True
        return bool(self.sound) and any(
            sound_key(name) == self.sound and name.isascii() != self.text.isascii() for name in names
        )


Candidate = tuple[str, int, int, Mapping[str, Any]]


def _looked_up(store: Store, wanted: Sequence[_Wanted]) -> Iterator[Candidate]:
    """Give who may be meant, through the index of words."""
    for want in wanted:
        for words in want.words():
            near = dict(candidates(store, words))
            leads = store.read(
                "SELECT id, lead FROM customer WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
                [sorted(near)],
            )
            for customer, lead in leads:
                yield want.text, customer, lead, near[customer]


def _gone_through(store: Store, wanted: Sequence[_Wanted]) -> Iterator[Candidate]:
    """Give who may be meant, going through the names and numbers of all customers once."""
    named: dict[str, list[str]] = defaultdict(list)
    numbered: dict[str, list[str]] = defaultdict(list)
    for want in wanted:
        if want.phone or "@" in want.text:
            numbered[want.phone or want.folded].append(want.text)
        else:
            for key in {want.name, want.sound} - {""}:
                named[key].append(want.text)
    # A name is heard only against those in another script: to hear all of a million takes most of a minute.
    heard = {want.text.isascii() for want in wanted if want.sound}
    for customer, lead, name, company, text in store.read(
        "SELECT id, lead, name, company, fields FROM customer WHERE archived = 0 ORDER BY id"
    ):
        fields = json.loads(text) if numbered or '"names"' in text else {}
        fields["_names"] = [name, company, *fields.get("names", ())]
        asked: set[str] = set()
        for one in filter(None, fields["_names"]):
            asked.update(named.get(fold(one), ()))
            if (not one.isascii()) in heard:
                asked.update(named.get(sound_key(one), ()))
        if numbered:
            keys = {*map(phone_key, fields.get("phones", ())), *map(fold, fields.get("emails", ()))}
            asked.update(text for key in keys for text in numbered.get(key, ()))
        for text in sorted(asked):
            yield text, customer, lead, fields

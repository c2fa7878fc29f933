"""Find the customer that is meant, by id, phone, e-mail, row, or part of a name in either script."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import islice, product

from smbcrm.core.say import say, shortened
from smbcrm.core.text import fold, fold_digits
from smbcrm.errors import NotFoundError
from smbcrm.usecases.ports import Store

ID = re.compile(r"c?(\d{1,12})", re.IGNORECASE)
REF = re.compile(r"s(\d+)(r|x)(\d+)", re.IGNORECASE)
# How a row is named: by its place in the file, or, once it has left the file, by its own number.
REF_SQL = "'s' || r.source_id || CASE r.status WHEN 'gone' THEN 'x' || r.id ELSE 'r' || r.number END"
SHOWN = 8
_LONGEST = 80  # letters of what is taken for a name with a slip in it
_GONE_THROUGH = 100_000
_ASKED_AT_ONCE = 50  # words; the store takes a condition for each, and not any number of them
_LONGEST_WORD = 10_000  # letters; nor a longer one


def find_customer(store: Store, who: str) -> int:
    """Give the id of the one customer that `who` means.

    Raises NotFoundError when nobody fits, and, naming them, when several do.
    """
    text = fold_digits(who.strip())
    by_id = _by_id(store, text) or _by_row(store, text)
    if by_id is not None:
        return by_id
    found = find_all(store, who)
    if len(found) != 1:
        raise _not_one(store, who, found)
    return found[0]


def _not_one(store: Store, who: str, found: Sequence[int]) -> NotFoundError:
    """Say that nobody or several fit, who may be meant, and what to type."""
    if not fold(who):
        return NotFoundError(
            say("nobody was named"), say("type an id, a phone or a part of a name; `smbcrm list` shows all")
        )
    may_be = found or _one_slip_from(store, who)
    if not may_be:
        return NotFoundError(
            say("nobody fits {who}", who=shortened(who)),
            say("try a part of the name or the phone: `smbcrm find TEXT`"),
        )
    if found:
        what = say(
            "{count} customers fit {who}: {names}",
            count=len(found), who=shortened(who), names=_named(store, found),
        )  # fmt: skip
    else:
        what = say("nobody fits {who}; nearly so: {names}", who=shortened(who), names=_named(store, may_be))
    error = NotFoundError(what, say("type the id of the one you mean"))
    error.instead = (who, f"C{may_be[0]}")
    return error


def _one_slip_from(store: Store, text: str) -> list[int]:
    """Give the customers whose names fit once a slip of the keyboard is mended, where the list can be gone through in no time."""
    words = fold(text).split()
    if not words or len(text) > _LONGEST or any(char.isdigit() for char in text):
        return []
    from smbcrm.core.naming.slips import by_shape, one_slip_away

    known: set[str] = set()
    for (names,) in store.read(
        "SELECT name || ' ' || coalesce(company, '') FROM customer WHERE archived = 0 LIMIT ?",
        [_GONE_THROUGH],
    ):
        known.update(fold(names).split())
    shaped = by_shape(known)
    mended = [[word] if word in known else one_slip_away(word, shaped) for word in words]
    return sorted({c for meant in islice(product(*mended), SHOWN) for c in _by_name(store, " ".join(meant))})


def find_all(store: Store, who: str) -> list[int]:
    """Give the ids of all customers that a phone, an e-mail or a part of a name fits.

    A whole name that fits wins, first as it is written, then as it sounds in the other script.
    """
    from smbcrm.core.values.phone_keys import phone_key

    text = who.strip()
    if "@" in text:
        return [
            c for c, fields in candidates(store, [text]) if fold(text) in map(fold, fields.get("emails", ()))
        ]
    key = phone_key(text)
    if key and not any(char.isalpha() for char in text):
        return [
            c
            for c, fields in candidates(store, [key])
            if any(_ends_alike(p, key) for p in fields.get("phones", ()))
        ]
    return _by_name(store, text)


def search_text(store: Store, text: str) -> list[int]:
    """Give the ids of the customers in whom every word of a text is found anywhere: names, notes, places, numbers.

    In the other script whole names are found, and longer beginnings: two letters stand inside of any name. The beginning of a phone
    is found as it is dialled in the country: 0912 of +98912.
    """
    from smbcrm.core.naming.sounds import name_words, sound_key
    from smbcrm.core.values.phone_keys import phone_key

    words = fold(text).split()
    if not words:
        return []
    found = {c for c, _ in candidates(store, words)}
    sounds = sound_key(text).split()
    if sounds and not any(char.isdigit() for char in text):
        typed = name_words(text)
        found |= {c for c, fields in candidates(store, sounds) if _sounds_so(fields["_names"], typed)}
    if phone_key(text):
        found |= set(find_all(store, text))
    dialled = _BETWEEN_DIGITS.sub("", fold_digits(text))
    begins = dialled.lstrip("0") if dialled.isdigit() else ""
    if dialled[:1] == "0" and len(begins) >= _TELLING:
        found |= {
            c
            for c, fields in candidates(store, [begins])
            if any(phone.startswith(begins, at) for phone in fields.get("phones", ()) for at in _BEHIND_CODES)
        }
    return sorted(found)


def _sounds_so(names: Sequence[str], typed: Sequence[str]) -> bool:
    from smbcrm.core.naming.name_fit import heard_longer
    from smbcrm.core.naming.sounds import name_words, word_sound

    heard = {word: word_sound(word) for name in names if name for word in name_words(name)}
    return all(
        any(
            (sound == other and not heard_longer(asked, word))
            or (len(sound) >= _TELLING and other.startswith(sound))
            for word, other in heard.items()
        )
        for asked in typed
        if (sound := word_sound(asked))
    )


_TELLING = 3  # sounds or digits from which on the beginning of a name or a phone tells something
_BETWEEN_DIGITS = re.compile(r"[\s()/.-]+")
_BEHIND_CODES = range(1, 5)
"""Where the rest of a number may begin: behind its plus, or behind a calling code of one to three digits."""


def _by_id(store: Store, text: str) -> int | None:
    match = ID.fullmatch(text)
    if not match or (text[:1] not in "cC" and len(text) > 6):
        return None
    number = int(match[1])
    for (found,) in store.read(
        "SELECT id FROM customer WHERE id = ? UNION SELECT customer_id FROM alias WHERE id = ?",
        [number, number],
    ):
        return int(found)
    if text[:1] in "cC":
        raise NotFoundError(
            say("there is no customer {id}", id=f"C{number}"), say("`smbcrm list` shows the ids")
        )
    return None


def _by_row(store: Store, text: str) -> int | None:
    match = REF.fullmatch(text)
    if not match:
        return None
    for row, _ in rows_at(store, match):
        for (found,) in store.read(
            "SELECT customer_id FROM source_row WHERE id = ? AND customer_id IS NOT NULL", [row]
        ):
            return int(found)
    raise NotFoundError(
        say("no customer comes from row {ref}", ref=text),
        say("`smbcrm sources rows` shows every row and its customer"),
    )


def rows_at(store: Store, ref: re.Match[str]) -> list[tuple[int, int | None]]:
    """Give the row (id, its lead) that a ref means: `s3r17` by its place in the file, `s3x940` one that left the file, by its id."""
    source, how, number = int(ref[1]), ref[2].lower(), int(ref[3])
    condition = "number = ? AND status <> 'gone'" if how == "r" else "id = ? AND status = 'gone'"
    return list(
        store.read(f"SELECT id, lead FROM source_row WHERE source_id = ? AND {condition}", [source, number])
    )


def _by_name(store: Store, text: str) -> list[int]:
    from smbcrm.core.naming.name_fit import best_fits, name_fit
    from smbcrm.core.naming.sounds import sound_key

    found = {
        c: fields for words in (fold(text), sound_key(text)) for c, fields in candidates(store, words.split())
    }
    fits: dict[int, int] = {}
    for customer, fields in found.items():
        names = {name for name in fields["_names"] if name}
        known = [fit for name in names if (fit := name_fit(text, name)) is not None]
        if known:
            fits[customer] = min(known)
    return sorted(best_fits(fits))


def candidates(store: Store, words: Sequence[str]) -> list[tuple[int, dict[str, list[str]]]]:
    """Give the customers whose search text holds every word, through the word index where it can be used."""
    words = list(dict.fromkeys(words))
    if not words or any(len(word) > _LONGEST_WORD for word in words):
        return []
    asked, rest = words[:_ASKED_AT_ONCE], words[_ASKED_AT_ONCE:]
    indexed = sorted({word[at : at + 3] for word in asked for at in range(len(word) - 2)})
    conditions = ["c.archived = 0", *["c.search LIKE ? ESCAPE '!'"] * len(asked)]
    values: list[object] = [f"%{_escaped(word)}%" for word in asked]
    source = "customer c"
    if indexed:
        source = "customer_words w JOIN customer c ON c.id = w.rowid"
        conditions.append("customer_words MATCH ?")
        values.append(" AND ".join('"' + three.replace('"', '""') + '"' for three in indexed))
    rows = store.read(
        f"SELECT c.id, c.name, c.company, c.fields, c.search FROM {source} WHERE {' AND '.join(conditions)} ORDER BY c.id",
        values,
    )
    found = []
    for customer, name, company, text, search in rows:
        if rest and not all(word in search for word in rest):
            continue
        fields = json.loads(text)
        fields["_names"] = [name, company, *fields.get("names", ())]
        found.append((customer, fields))
    return found


def _escaped(word: str) -> str:
    return word.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _ends_alike(phone: str, key: str) -> bool:
    digits = fold_digits(phone.partition(";")[0]).lstrip("+")
    return digits.endswith(key) or (key.endswith(digits[-8:]) and len(digits) >= 8)


def _named(store: Store, ids: Sequence[int]) -> str:
    rows = store.read(
        "SELECT id, name, phone FROM customer WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        [list(ids[:SHOWN])],
    )
    shown = ", ".join(f"C{number} {name} {phone}".strip() for number, name, phone in rows)
    return shown + (" ..." if len(ids) > SHOWN else "")


def numbered_pair(store: Store, words: Sequence[str]) -> tuple[int, int] | None:
    """Give the two rows of the pair whose number was typed; None when something else was.

    Raises NotFoundError when there is no such pair.
    """
    if len(words) != 1 or not re.fullmatch(r"\d+", words[0]):
        return None
    for a, b in store.read("SELECT row_a, row_b FROM pair WHERE id = ?", [int(words[0])]):
        return a, b
    raise NotFoundError(
        say("there is no pair {pair}", pair=words[0]), say("`smbcrm merge list` shows the open ones")
    )

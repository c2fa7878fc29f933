"""Which pairs of rows are worth comparing: rows that share one of many narrow keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from smbcrm.core.matcher.reading.codes import Array, encode, joined_key
from smbcrm.core.matcher.reading.traits import Traits, tells_one

_OF_A_FEW = 4  # values: what halves a list finds nobody
_WHOLE = 40  # in blocks up to this size every pair is compared
_NEAR = 4  # in larger ones each row is compared with this many neighbours by name
_LOOSE = 400_000  # keys that many strangers share: whole blocks up to this many divided by the rows, at least
_LOOSE_LEAST = 4
_FEW = 8  # rows that one place and a part of a name may share before they are strangers, mostly
_MANY = 30_000  # rows; above, a name within a city is no narrow key any more
_DELETIONS_UP_TO = 400_000  # rows; above, keys that forgive one wrong digit cost more than they find


def candidate_pairs(traits: Traits) -> Array:
    """Give the pairs to compare as `low * count + high` positions, each once, ascending."""
    import numpy as np

    order = _name_order(traits)
    found = np.empty(0, dtype=np.int64)
    waiting: list[Array] = []
    waiting_size = 0
    several = [_flat(table, order) for table in (traits.phones, traits.emails)]
    whole = max(_LOOSE_LEAST, min(_WHOLE, _LOOSE // traits.count))
    near_loose = 2 if traits.count <= _MANY else 1
    tight = ((rows, values, _WHOLE, _NEAR) for rows, values in several)
    narrow = ((order, key[order], _WHOLE, _NEAR) for key in _narrow_keys(traits))
    loose = ((order, key[order], whole, near_loose) for key in _loose_keys(traits))
    small = ((order, key[order], _FEW, 0) for key in _garbled_keys(traits))
    for rows, values, all_up_to, near in chain(tight, narrow, loose, small):
        pairs = pairs_of_key(rows, values, traits.count, whole=all_up_to, near=near)
        waiting.append(pairs)
        waiting_size += len(pairs)
        if waiting_size > max(2_000_000, len(found)):
            found = _distinct([found, *waiting])
            waiting, waiting_size = [], 0
    return _distinct([found, *waiting])


def pairs_of_table(table: Array, traits: Traits) -> tuple[Array, Array]:
    """Give the pairs of rows that share a value of a field which holds several."""
    pairs = pairs_of_key(*_flat(table, _name_order(traits)), traits.count)
    return rows_of(_distinct([pairs]), traits.count)


def rows_of(pairs: Array, count: int) -> tuple[Array, Array]:
    """Give the rows of pairs that are kept as `low * count + high`; the remainder is faster told by a product than by `%`."""
    low = pairs // count
    return low, pairs - low * count


def _distinct(parts: list[Array]) -> Array:
    import numpy as np

    every = np.concatenate(parts)
    every.sort()
    if len(every) < 2:
        return every
    return every[np.concatenate([[True], every[1:] != every[:-1]])]


def _name_order(traits: Traits) -> Array:
    """Rank the rows by how their names sound, so that neighbours in a large block are the likeliest pairs."""
    import numpy as np

    sounds = traits.words.sound
    one, two = sounds[traits.given], sounds[traits.surname]
    return np.lexsort(
        (traits.mix, traits.full.codes, np.maximum(one, two), np.minimum(one, two), traits.firm_name.codes)
    )


def _flat(table: Array, order: Array) -> tuple[Array, Array]:
    """List the rows of a field that holds several values, once for each of them, in the order given."""
    import numpy as np

    return np.repeat(order, table.shape[1]), table[order].ravel()


def pairs_of_key(rows: Array, values: Array, count: int, *, whole: int = _WHOLE, near: int = _NEAR) -> Array:
    """Give the pairs of rows with the same value; value 0 means the row has none."""
    import numpy as np

    rows, values = rows[values != 0], values[values != 0]
    by_value = np.argsort(values, kind="stable")
    rows, values = rows[by_value], values[by_value]
    starts = (
        np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]])) if len(rows) else np.empty(0, int)
    )
    sizes = np.diff(np.append(starts, len(rows)))
    block_size = np.repeat(sizes, sizes)
    place = np.arange(len(rows)) - np.repeat(starts, sizes)
    parts = []
    for step in range(1, min(max(whole, near + 1), int(sizes.max(initial=1)))):
        here = np.flatnonzero((place + step < block_size) & ((block_size <= whole) | (step <= near)))
        if not len(here):
            break
        one, two = rows[here], rows[here + step]
        parts.append(np.minimum(one, two).astype(np.int64) * count + np.maximum(one, two))
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)


def _narrow_keys(traits: Traits) -> Iterator[Array]:
    """Give the keys that few strangers share."""
    import numpy as np

    words = traits.words
    given, surname = words.sound[traits.given], words.sound[traits.surname]
    if traits.count <= _MANY:
        yield from _whole_name_keys(traits)
    yield traits.email_local[traits.emails[:, 0]]
    yield traits.national_id.codes
    yield traits.website.codes
    for column in traits.other.values():
        if tells_one(column):
            yield column.codes
    yield joined_key(traits.code.codes, traits.source + 1)
    yield from _firm_keys(traits)
    if traits.birth.codes.any():
        yield joined_key(traits.birth.codes, given)
        yield joined_key(traits.birth.codes, surname)
    if traits.company.codes.any():
        yield joined_key(traits.company.codes, given + 1)
    if traits.home.any():
        head = _heads(traits.street.values, 4)[traits.street.codes]
        yield np.where(traits.firm, traits.home, 0)
        yield joined_key(traits.house.codes, head, words.first_sound[traits.given])
        yield joined_key(traits.house.codes, head, words.first_sound[traits.surname])
    if traits.count <= _DELETIONS_UP_TO:
        yield from _forgiving_keys(traits)


def _whole_name_keys(traits: Traits) -> Iterator[Array]:
    """Give the keys that hold first and last name; in a long list many strangers share them."""
    import numpy as np

    words = traits.words
    given, surname = words.sound[traits.given], words.sound[traits.surname]
    yield joined_key(np.minimum(given, surname), np.maximum(given, surname))
    yield traits.full.codes
    yield traits.bag
    yield joined_key(words.pets[traits.given, 0], surname)


def _loose_keys(traits: Traits) -> Iterator[Array]:
    """Give the keys that strangers share, too; they find what is misspelled elsewhere."""
    words = traits.words
    given, surname = words.sound[traits.given], words.sound[traits.surname]
    if traits.count > _MANY:
        yield from _whole_name_keys(traits)
    yield joined_key(surname, words.initial[traits.given])
    if traits.count <= _MANY:
        yield joined_key(given, words.initial[traits.surname])
    if traits.birth.codes.any():
        yield traits.birth.codes
    places = [traits.postal.codes, traits.father.codes]
    if traits.count <= _MANY:
        places += [traits.street.codes, traits.city.codes, traits.district.codes]
    for place in places:
        if place.any():
            yield joined_key(place, surname)
            yield joined_key(place, given)
    yield traits.home
    if traits.postal.codes.any():
        yield joined_key(traits.postal.codes, traits.house.codes)


def _garbled_keys(traits: Traits) -> Iterator[Array]:
    """Give the keys that still agree when both names are misspelled; in a long list they cost more than they find."""
    import numpy as np

    if traits.count > _MANY:
        return
    words = traits.words
    first, last = words.first_sound[traits.given], words.first_sound[traits.surname]
    initials = joined_key(np.minimum(first, last), np.maximum(first, last))
    heads = _heads(words.values, 3)
    one, two = heads[traits.given], heads[traits.surname]
    yield joined_key(np.minimum(one, two), np.maximum(one, two))
    for column in traits.other.values():
        if len(column.values) > _OF_A_FEW:
            yield joined_key(column.codes, words.sound[traits.given])
            yield joined_key(column.codes, words.sound[traits.surname])
    town = traits.city.codes if traits.city.codes.any() else traits.district.codes
    year = _heads(traits.birth.values, 4)[traits.birth.codes]
    if year.any():
        yield joined_key(initials, year)
        yield joined_key(town, year)
    if traits.postal.codes.any():
        yield joined_key(initials, traits.postal.codes)
    if traits.home.any():
        house, head = traits.house.codes, _heads(traits.street.values, 4)[traits.street.codes]
        yield joined_key(house, words.sound[traits.given])
        yield joined_key(house, words.sound[traits.surname])
        yield joined_key(house, town)
        yield joined_key(head, town)


def _firm_keys(traits: Traits) -> Iterator[Array]:
    import numpy as np

    if not traits.firm.any():
        return
    yield traits.firm_name.codes
    yield traits.firm_sound.codes
    bits = traits.firm_word_bits[traits.firm_word_codes]
    ranked = np.take_along_axis(traits.firm_word_codes, np.argsort(-bits, axis=1, kind="stable"), axis=1)
    yield ranked[:, 0]
    yield ranked[:, 1]
    yield joined_key(np.minimum(ranked[:, 0], ranked[:, 1]), np.maximum(ranked[:, 0], ranked[:, 1]))
    heads = _heads(traits.firm_name.values, 5)
    yield heads[traits.firm_name.codes]
    if traits.postal.codes.any():
        yield joined_key(traits.postal.codes, traits.firm_word_codes[:, 0])


def _heads(values: list[str], length: int) -> Array:
    return encode([value[:length] for value in values]).codes


def _forgiving_keys(traits: Traits) -> Iterator[Array]:
    """Give keys that still agree when one digit of a phone, id or date, or one letter, is wrong."""
    name = traits.words.sound[traits.surname]
    given = traits.words.sound[traits.given]
    for values, codes in (
        (traits.phone_values, traits.phones[:, 0]),
        (traits.national_id.values, traits.national_id.codes),
        (traits.birth.values, traits.birth.codes),
    ):
        if len(values) < 2:
            continue
        for part in _halves(values):
            yield joined_key(part[codes], name)
            yield joined_key(part[codes], given)


def _halves(values: list[str]) -> Iterable[Array]:
    yield encode([value[: len(value) // 2] for value in values]).codes
    yield encode([value[len(value) // 2 :] for value in values]).codes

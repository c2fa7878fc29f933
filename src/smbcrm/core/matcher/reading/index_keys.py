"""Keys by which a row is found again in a long list: the same for the same content in every list and every run.

Unlike the keys of blocking.py, which number the values of one list, these can be kept. They hold no readable content.
"""

from __future__ import annotations

from collections.abc import Iterator

from smbcrm.core.matcher.reading.codes import Array, Column, joined_key, stable_numbers
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.naming.sounds import word_sound
from smbcrm.core.values.phone_keys import KEY_DIGITS

_FIRM_HEAD = 5
_STREET_HEAD = 4


def index_keys(traits: Traits) -> tuple[Array, Array]:
    """Give the keys of all rows, as two arrays of one length: keys (uint32, ascending) and positions of rows (int32)."""
    import numpy as np

    keys, rows = [], []
    for salt, columns in enumerate(_columns(traits), start=1):
        table = [column if column.ndim == 2 else column[:, None] for column in columns]
        for place in range(table[0].shape[1]):
            key = joined_key(
                np.uint64(salt) + 0 * table[0][:, 0], *(part[:, place % part.shape[1]] for part in table)
            )
            held = np.flatnonzero(key)
            keys.append(((key[held] >> np.uint64(32)) ^ key[held]).astype(np.uint32))
            rows.append(held.astype(np.int32))
    every, holders = np.concatenate(keys), np.concatenate(rows)
    order = np.argsort(every, kind="stable")
    return every[order], holders[order]


def _columns(traits: Traits) -> Iterator[tuple[Array, ...]]:
    """Give the columns (or tables of several values a row) that make a key together."""
    import numpy as np

    sounds = stable_numbers([word_sound(word) for word in traits.words.values])
    given, surname = sounds[traits.given], sounds[traits.surname]
    names = np.stack([given, surname], axis=1)
    # Whether a number is kept whole depends on the rest of its list; how it ends does not.
    ends = [value[-KEY_DIGITS:] for value in traits.phone_values]
    phones = stable_numbers(ends)[traits.phones]
    yield (phones,)
    yield (stable_numbers(traits.email_values)[traits.emails],)
    yield (_local_parts(traits),)
    yield (_stable(traits.national_id),)
    yield (_stable(traits.website),)
    yield _stable(traits.code), traits.source.astype(np.uint64) + np.uint64(1)
    yield np.minimum(given, surname), np.maximum(given, surname)
    yield traits.words.pets[traits.given, 0].astype(np.uint64), surname
    yield (_stable(traits.firm_name),)
    yield (_stable(traits.firm_sound),)
    yield (stable_numbers([value[:_FIRM_HEAD] for value in traits.firm_name.values])[traits.firm_name.codes],)
    words = stable_numbers(traits.firm_word_values)[traits.firm_word_codes]
    yield words[:, :-1], words[:, 1:]
    yield _stable(traits.company), names
    house = _stable(traits.house)
    yield house, stable_numbers([value[:_STREET_HEAD] for value in traits.street.values])[traits.street.codes]
    for place in (traits.birth, traits.postal, traits.father, traits.street):
        yield _stable(place), names
    for values, codes in (
        (ends, traits.phones[:, 0]),
        (traits.national_id.values, traits.national_id.codes),
        (traits.birth.values, traits.birth.codes),
    ):
        yield stable_numbers([value[: len(value) // 2] for value in values])[codes], names
        yield stable_numbers([value[len(value) // 2 :] for value in values])[codes], names


def _stable(column: Column) -> Array:
    return stable_numbers(column.values)[column.codes]


def _local_parts(traits: Traits) -> Array:
    """Number the parts before the @ of the first e-mails; 0 where the address is a role's."""
    roles = traits.email_role.tolist()
    locals_ = [
        "" if role else value.partition("@")[0].partition("+")[0]
        for value, role in zip(traits.email_values, roles)
    ]
    return stable_numbers(locals_)[traits.emails[:, 0]]


def rows_with_keys(keys: Array, held: Array, holders: Array, *, most: int) -> Array:
    """Give the rows of an index (`held` ascending, beside its `holders`) that bear any of these keys, each once, ascending.

    Of a key that many rows bear, the first `most` are given: it tells little.
    """
    import numpy as np

    wanted = np.unique(keys)
    start = np.searchsorted(held, wanted, side="left")
    sizes = np.minimum(np.searchsorted(held, wanted, side="right") - start, most)
    start, sizes = start[sizes > 0], sizes[sizes > 0]
    within = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.unique(holders[np.repeat(start, sizes) + within])

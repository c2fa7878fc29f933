"""The words of firms' names made comparable: which tell one from another, which name a town, which are mistyped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from smbcrm.core.matcher.reading.codes import Array, Column, Values
from smbcrm.core.naming.firm_names import FORMS, PARTNERS, is_no_slip
from smbcrm.core.naming.slips import by_shape, one_slip_away
from smbcrm.core.naming.sounds import name_words
from smbcrm.core.naming.tables.firms import FIRM_WORDS, SITE_WORDS

_FIRM_WORDS, _MOST_FIRM_WORDS = 6, 12
_NEARLY_ALL = 0.98
_FOR_EACH_SLIP = 4
_OF_SEVERAL_FIRMS = 3  # a word in so many firms' names is no slip
_OF_MANY_FIRMS = 8  # and what others are slips of stands in so many
_WITH_TWO_FORMS, _OFTEN_TWO_FORMS = 5, 0.1  # names of firms, and their share of those that stand there twice
_SHORTEST_JOINED = 6  # letters of a word that may be cut in two


def without_city(
    firms: Sequence[tuple[str, ...]], cities: Sequence[str]
) -> tuple[list[tuple[str, ...]], list[str]]:
    """Leave the row's own city out of a firm's name, Kian Store (Tehran) is Kian Store; give the town each is named after, too.

    That is its own city, or a city of this list at the end of the name: Kian Store Shiraz has another address than Kian Store Tehran.
    """
    known: Counter[str] = Counter()
    for city, rows in Counter(cities).items():
        known["".join(name_words(city))] += rows
    towns = by_shape(known)
    read: dict[tuple[tuple[str, ...], str], tuple[tuple[str, ...], str]] = {}
    for key in dict.fromkeys(zip(firms, cities)):
        words, city = key
        place = set(name_words(city)) if words and city else set()
        if not place.issubset(words):  # East is a branch's, though the town be East Dalton
            place -= SITE_WORDS
        cleaned = tuple(word for word in words if word not in place) or words
        town = "".join(word for word in words if word in place) if cleaned != words else ""
        if not town and len(words) > 1:
            town = words[-1] if words[-1] in known else _mistyped_town(words[-1], towns, known)
        read[key] = cleaned, town
    found = [read[key] for key in zip(firms, cities)]
    return [words for words, _ in found], [town for _, town in found]


def _mistyped_town(word: str, towns: Mapping[str, Sequence[str]], written: Mapping[str, int]) -> str:
    """Give the town, the one written most, that a word is a slip of the keyboard away from; nothing for a word that firms use."""
    if not towns or word in FIRM_WORDS:
        return ""
    return max(one_slip_away(word, towns), key=lambda town: (written[town], town), default="")


def mended(firms: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Spell the words that tell one firm of a group from another as other firms do: Marlne is Marine, and Wext is West.

    A firm's own name stands first, and may be like such a word: what stands first anywhere is no slip elsewhere.
    """
    holders = Counter(word for words in set(firms) for word in set(words))
    if not holders:
        return list(firms)
    known = FIRM_WORDS | SITE_WORDS
    usual = dict.fromkeys(known, 1)
    usual |= {word: held for word, held in holders.items() if held >= _OF_MANY_FIRMS}
    shapes = by_shape(usual)
    slips: dict[str, list[str]] = {}
    own = {words[0] for words in set(firms) if words}
    for word, held in holders.items():
        if (
            held < _OF_SEVERAL_FIRMS
            and word not in usual
            and word not in own
            and not is_no_slip(word)
            and (likely := one_slip_away(word, shapes))
        ):
            slips.setdefault(max(likely, key=lambda other: (usual[other], other)), []).append(word)
    # Milton, Tilton and Wilton are no slips of Hilton: those are fewer than what is meant.
    meant = {
        word: other
        for other, words in slips.items()
        if other in known or len(words) * _FOR_EACH_SLIP <= holders[other]
        for word in words
    }
    made = {words: (*words[:1], *(meant.get(word, word) for word in words[1:])) for words in set(firms)}
    return [made[words] for words in firms]


def joined(firms: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Write two words as one where other names of the list have them so, and not by a slip: De Paul is DePaul."""
    holders = Counter(word for words in set(firms) for word in set(words) if len(word) >= _SHORTEST_JOINED)
    held = {word for word, names in holders.items() if names >= _OF_SEVERAL_FIRMS}
    made = {words: _joined(words, held) for words in set(firms)}
    return [made[words] for words in firms]


def telling_forms(forms: Array, names: Array, places: Sequence[Array]) -> Array:
    """Give the legal forms of all rows, none where the list writes one firm as a Ltd here and as an Inc there.

    So it does where many names stand at one of the `places`, phones or houses, of which a row may have several, with two forms.
    """
    import numpy as np

    two = several = 0
    legal = forms & FORMS
    for place in places:
        rows, columns = np.nonzero(((legal > 0) & (names > 0))[:, None] & (place > 0))
        here = (names[rows].astype(np.int64) << 32) | place[rows, columns]
        order = rows[np.argsort(here, kind="stable")]
        if len(order):
            _, starts, times = np.unique(np.sort(here), return_index=True, return_counts=True)
            of_one = np.bitwise_and.reduceat(legal[order], starts)
            two, several = two + int((of_one == 0).sum()), several + int((times > 1).sum())
    careless = two >= _WITH_TWO_FORMS and two >= _OFTEN_TWO_FORMS * several
    return forms & PARTNERS if careless else forms


def _joined(words: tuple[str, ...], held: set[str]) -> tuple[str, ...]:
    done: list[str] = []
    for word in words:
        if done and done[-1] + word in held and done[-1] != word:
            done[-1] += word
        else:
            done.append(word)
    return tuple(done)


def number_firm_words(firms: Sequence[tuple[str, ...]]) -> tuple[Array, Values]:
    """Number the words of the firms, each once and the first few of each; where many names are long, more of them."""
    import numpy as np

    found = {words: tuple(dict.fromkeys(words)) for words in set(firms)}
    distinct = sorted({word for words in found.values() for word in words})
    number = {word: code for code, word in enumerate(distinct, start=1)}
    most = _words_looked_at([len(words) for words in found.values() if words])
    codes = np.zeros((len(firms), most), dtype=np.int32)
    for row, name in enumerate(firms):
        if name:
            kept = _telling(found[name], most)
            codes[row, : len(kept)] = [number[word] for word in kept]
    return codes, Values(["", *distinct])


def _telling(words: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Give so many words of a name: of a very long one the first and the last tell it apart, and the number of one of several.

    >>> _telling(("north", "side", "house", "first", "steps", "2", "day", "nursery"), 6)
    ('north', 'side', 'house', 'first', '2', 'nursery')
    """
    if len(words) <= most:
        return words
    numbers = {at for at, word in enumerate(words) if word.isdigit()}
    first = [at for at in range(len(words)) if at not in numbers]
    kept = {*sorted(numbers)[: most - 2], len(words) - 1}
    kept.update(at for at in first[: max(most - len(kept), 0)])
    return tuple(words[at] for at in sorted(kept))


def _words_looked_at(lengths: list[int]) -> int:
    """Give how many words of a firm's name are looked at, from how many words the names of a list have."""
    if not lengths:
        return _FIRM_WORDS
    usual = sorted(lengths)[int((len(lengths) - 1) * _NEARLY_ALL)]
    return min(max(usual, _FIRM_WORDS), _MOST_FIRM_WORDS)


def placed(codes: Array, values: Sequence[str], addresses: Sequence[str]) -> Array:
    """Tell which words of a firm's name stand in its own address: they say where it is, not what it is."""
    import numpy as np

    found = np.zeros(codes.shape, dtype=bool)
    rows = np.flatnonzero(codes[:, 0]).tolist()
    said = {
        address: {word for word in name_words(address) if _tells_a_place(word)}
        for address in {addresses[row] for row in rows}
    }
    for row in rows:
        if words := said[addresses[row]]:
            found[row] = [values[code] in words for code in codes[row].tolist()]
    return found


def _tells_a_place(word: str) -> bool:
    """Leave out what names a branch as well, and single letters and digits."""
    return len(word) > 1 and word not in SITE_WORDS


def held(codes: Array, firm_name: Array, size: int) -> Array:
    """Count for every word the different firm names that hold it."""
    import numpy as np

    rows, places = np.nonzero(codes)
    pairs = np.unique((codes[rows, places].astype(np.int64) << 32) | firm_name[rows])
    return np.bincount(pairs >> 32, minlength=size)


def firm_word_bits(held: Array, firm_name: Column) -> Array:
    """Weigh words by how few different firm names hold them."""
    import numpy as np

    bits = np.log2((len(firm_name.values) + 200) / (held + 0.5))
    bits[0] = 0
    return bits.astype(np.float32)

"""What speaks for and against two rows being one customer, weighed in bits for millions of pairs at once.

Three stories can explain a pair: one customer, two people of one household or shop, two strangers. Each field has a
weight against strangers (how seldom strangers agree on this value) and one against housemates (phone, address and surname say
little there, given name and birth date much). The pair is as likely as the better of the two rival stories leaves it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from smbcrm.core.likeness import likeness, name_levels
from smbcrm.core.traits import Column, Traits

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

FIELDS = (
    "given", "surname", "middle", "generation", "firm", "company", "phone", "email", "national_id", "birth_date",
    "address", "postal_code", "city", "province", "website", "father_name", "customer_code", "other", "household", "alone", "prior",
)  # fmt: skip
PLACE = {name: place for place, name in enumerate(FIELDS)}

# Levels of agreement, kept per field and pair; the sentence of a level is in core/matching.py.
NONE, SAME, VARIANT, NEAR, INITIAL, CONFLICT, PARTIAL, SHARED, SWAPPED, WEAK = range(10)

PROOFS = (
    "phone", "email", "national_id", "birth_date", "address", "postal_code", "company", "website", "customer_code", "father_name",
)  # fmt: skip

_WORLD = 2000  # a short list is judged as a part of one at least this long


@dataclass(slots=True)
class Judged:
    """The evidence on many pairs: one row per field, one column per pair."""

    levels: Array
    weights: Array
    housemate: Array  # the sum of the weights against housemates
    veto: Array  # never one customer, whatever else agrees
    doubt: Array  # not without asking
    proof: Array  # something beside the name agrees
    total: Array = field(default=None)  # type: ignore[assignment]
    own: Array = field(default=None)  # type: ignore[assignment]  # something that is one person's own agrees
    linking: Array = field(default=None)  # type: ignore[assignment]  # what the pair says for joining the customers of its rows
    shifts: Mapping[str, Array] = field(default_factory=dict)

    @classmethod
    def empty(cls, pairs: int) -> Judged:
        """Start with no evidence on so many pairs."""
        import numpy as np

        return cls(
            np.zeros((len(FIELDS), pairs), dtype=np.int8),
            np.zeros((len(FIELDS), pairs), dtype=np.float32),
            np.zeros(pairs, dtype=np.float32),
            np.zeros(pairs, dtype=bool),
            np.zeros(pairs, dtype=bool),
            np.zeros(pairs, dtype=bool),
        )

    def put(self, name: str, level: Array, weight: Array, house: Array | float = 0.0, damp: Array | float = 1.0) -> None:
        """Record one field: its level, its weight against strangers and against housemates.

        `damp` makes a field count for less where another already says the same.
        """
        import numpy as np

        from smbcrm.core.reliability import shifted

        place = PLACE[name]
        moved = shifted(weight, level, self.shifts.get(name)) * damp
        self.levels[place] = level
        self.weights[place] = moved
        # What is often wrong in this list tells housemates apart less, too.
        self.housemate += house + np.where(np.asarray(house) < 0, np.clip(moved - weight, 0, np.maximum(-np.asarray(house), 0)), 0)


@dataclass(frozen=True, slots=True)
class Learnt:
    """What this list taught about its fields: see core/reliability.py."""

    shifts: Mapping[str, Array] = field(default_factory=dict)
    other: Mapping[str, tuple[Array, float]] = field(default_factory=dict)  # heading -> bits by value, bits against


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many bits agreement on each value is worth, by its number; from the whole table."""

    size: float
    word: Array
    initial: Array
    full: Array
    firm: Array
    company: Array
    phone: Array
    email: Array
    email_local: Array
    national_id: Array
    birth: Array
    home: Array
    street: Array
    postal: Array
    city: Array
    province: Array
    website: Array
    father: Array
    code_repeats: Array
    phone_contested: Array
    email_contested: Array
    phone_twins: Array
    email_twins: Array


def contested(table: Array, traits: Traits) -> tuple[Array, Array]:
    """Tell which phones or e-mails stand on rows with different first names, and on which two begin with one letter.

    The second answer is a sorted list of `value * letters + letter`.
    """
    import numpy as np

    from smbcrm.core.blocking import pairs_of_table

    words = traits.words
    letters = int(words.initial.max(initial=0)) + 1
    found = np.zeros(int(table.max(initial=0)) + 1, dtype=bool)
    one, two = pairs_of_table(table, traits)
    given = name_levels(words, traits.given[one], traits.given[two])
    clash = (given == CONFLICT) | (given == WEAK)
    one, two = one[clash], two[clash]
    crossed = name_levels(words, traits.given[one], traits.surname[two])
    clash = (crossed == CONFLICT) | (crossed == NONE) | (crossed == WEAK)
    one, two = one[clash], two[clash]
    twins = []
    for i in range(table.shape[1]):
        for j in range(table.shape[1]):
            both = (table[one, i] == table[two, j]) & (table[one, i] > 0)
            value = table[one, i][both].astype(np.int64)
            found[value] = True
            letter, other = words.initial[traits.given[one[both]]], words.initial[traits.given[two[both]]]
            whole = ~words.short[traits.given[one[both]]] & ~words.short[traits.given[two[both]]]
            twins.append((value * letters + letter)[(letter == other) & whole])
    return found, np.unique(np.concatenate(twins))


def measure_rarity(traits: Traits) -> Rarity:
    """Weigh every value by how few different names it stands beside."""
    import numpy as np

    words = traits.words
    low = np.minimum(words.sound[traits.given], words.sound[traits.surname]).astype(np.int64)
    high = np.maximum(words.sound[traits.given], words.sound[traits.surname]).astype(np.int64)
    who = low * (int(words.sound.max(initial=0)) + 1) + high
    who = np.where(traits.firm, -traits.firm_name.codes.astype(np.int64), who)
    who = np.unique(who, return_inverse=True)[1]
    size = float(max(traits.count, _WORLD))

    def bits(codes: Array, cap: float, people: Array = who, space: float = _WORLD) -> Array:
        # Two names on one value may be one name misspelled; `space` is how many values there are to choose from.
        share = np.maximum((bearers(codes, people) - 2) / size, 1 / max(space, size))
        return np.minimum(-np.log2(share), cap).astype(np.float32)

    phone_contested, phone_twins = contested(traits.phones, traits)
    email_contested, email_twins = contested(traits.emails, traits)
    bearing = words.people.astype(np.float64)
    total = max(bearing[1:].sum() / 2, 1.0)
    usual = np.where(words.known, 0.004, 0.0008)
    word = -np.log2((bearing + 300 * usual) / (total + 300))
    initial_share = np.bincount(words.initial[traits.given], minlength=int(words.initial.max(initial=0)) + 1)
    initial = -np.log2((initial_share + 20) / (initial_share.sum() + 300))
    return Rarity(
        size=size,
        word=np.minimum(word, 11).astype(np.float32),
        initial=np.minimum(initial, 5).astype(np.float32),
        full=bits(traits.full.codes, 14, _rows_as_people(traits)),
        firm=bits(traits.firm_name.codes, 12, traits.home.astype(np.int64)),
        company=bits(traits.company.codes, 10),
        phone=bits(traits.phones, 16, space=1e5),
        email=bits(traits.emails, 16, space=1e5),
        email_local=bits(traits.email_local[traits.emails[:, 0]], 12),
        national_id=bits(traits.national_id.codes, 18, space=3e5),
        birth=bits(traits.birth.codes, 13.5, space=13000),
        home=bits(traits.home, 11),
        street=bits(traits.street.codes, 8),
        postal=bits(traits.postal.codes, 8),
        city=bits(traits.city.codes, 5),
        province=bits(traits.province.codes, 3),
        website=bits(traits.website.codes, 11),
        father=bits(traits.father.codes, 6),
        code_repeats=_code_repeats(traits),
        phone_contested=phone_contested,
        email_contested=email_contested,
        phone_twins=phone_twins,
        email_twins=email_twins,
    )


def _rows_as_people(traits: Traits) -> Array:
    import numpy as np

    return np.arange(traits.count, dtype=np.int64)


def bearers(codes: Array, people: Array) -> Array:
    """Count for every value the different people (numbered from 0) it stands beside."""
    import numpy as np

    if codes.ndim > 1:
        people = np.repeat(people, codes.shape[1])
        codes = codes.ravel()
    kept = codes > 0
    size = int(codes.max(initial=0)) + 1
    distinct = (codes[kept].astype(np.int64) << 32) | people[kept]
    distinct.sort()
    first = np.concatenate([[True], distinct[1:] != distinct[:-1]]) if len(distinct) else np.empty(0, dtype=bool)
    return np.bincount(distinct[first] >> 32, minlength=size).astype(np.float32)


def _code_repeats(traits: Traits) -> Array:
    """Give for every source the share of its customer codes that stand on several rows."""
    import numpy as np

    size = int(traits.source.max(initial=0)) + 1
    has = traits.code.codes > 0
    filled = np.bincount(traits.source[has], minlength=size)
    distinct = np.unique(traits.source[has] * (len(traits.code.values) + 1) + traits.code.codes[has])
    kinds = np.bincount(distinct // (len(traits.code.values) + 1), minlength=size)
    return (1 - kinds / np.maximum(filled, 1)).astype(np.float32)


def judge(traits: Traits, rarity: Rarity, a: Array, b: Array, *, learnt: Learnt) -> Judged:
    """Weigh everything known about the pairs `a[i], b[i]`."""
    import numpy as np

    found = Judged.empty(len(a))
    found.shifts = learnt.shifts
    _names(found, traits, rarity, a, b)
    _firms(found, traits, rarity, a, b)
    _phones(found, traits, rarity, a, b)
    _emails(found, traits, rarity, a, b)
    _ids(found, traits, rarity, a, b)
    _births(found, traits, rarity, a, b)
    _places(found, traits, rarity, a, b)
    _rest(found, traits, rarity, a, b)
    _other(found, traits, learnt, a, b)
    _conclude(found, traits, rarity, a, b)
    assert found.total is not None
    np.clip(found.total, -60, 60, out=found.total)
    return found


def hopeless(traits: Traits, a: Array, b: Array) -> Array:
    """Tell which pairs no further look can save: different first names, and neither birth date nor id may agree."""
    import numpy as np

    words = traits.words
    ga, gb, sa, sb = traits.given[a], traits.given[b], traits.surname[a], traits.surname[b]
    lost = (name_levels(words, ga, gb) == CONFLICT) & (sa != gb) & (sb != ga)
    for column in (traits.birth.codes, traits.national_id.codes):
        lost &= (column[a] == 0) | (column[b] == 0)
    # Names cut in two at another place, or with first and last exchanged, are looked at again.
    rest = np.flatnonzero(lost & (words.sound[sa] != words.sound[sb]))
    lost[rest] = (name_levels(words, ga[rest], sb[rest]) == CONFLICT) & (name_levels(words, sa[rest], gb[rest]) == CONFLICT)
    length = words.length
    lost &= np.abs(length[ga] - length[gb]) < 2
    return lost | (traits.firm[a] != traits.firm[b])


def _names(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    import numpy as np

    words = traits.words
    ga, gb, sa, sb = traits.given[a], traits.given[b], traits.surname[a], traits.surname[b]
    given, surname = name_levels(words, ga, gb), name_levels(words, sa, sb)
    swap = np.flatnonzero((given == CONFLICT) | (surname == CONFLICT) | ((surname == NONE) & (given != SAME)))
    cross_g, cross_s = name_levels(words, ga[swap], sb[swap]), name_levels(words, sa[swap], gb[swap])
    better = _name_worth(cross_g, cross_s) > _name_worth(given[swap], surname[swap]) + 1
    crossed = swap[better]
    given_w = _name_bits(rarity, words, given, ga, gb)
    surname_w = _name_bits(rarity, words, surname, sa, sb)
    given_w[crossed] = _name_bits(rarity, words, cross_g[better], ga[crossed], sb[crossed])
    surname_w[crossed] = _name_bits(rarity, words, cross_s[better], sa[crossed], gb[crossed])
    given[crossed], surname[crossed] = cross_g[better], cross_s[better]
    # Crossed and only one part agrees: if that part is a surname here, it is the given names that differ.
    kin = crossed[(cross_s[better] == CONFLICT) & traits.surname_like[ga[crossed]]]
    kin = np.concatenate([kin, crossed[(cross_g[better] == CONFLICT) & ~traits.surname_like[sa[crossed]]]])
    given[kin], surname[kin] = surname[kin], given[kin]
    given_w[kin], surname_w[kin] = surname_w[kin], given_w[kin]
    bag = (traits.bag[a] == traits.bag[b]) & (traits.bag[a] > 0) & (given != SAME)
    given[bag], surname[bag], given_w[bag], surname_w[bag] = SAME, SAME, 6.5, 6.5
    _whole_names(traits, given, surname, given_w, surname_w, a, b)
    housed = np.array([0, 0, -0.5, -0.8, 0, -7, -1, 0, 0, -3], dtype=np.float32)[given]
    housed = np.where(np.isin(given, (SAME, VARIANT, NEAR, INITIAL)), np.clip(given_w + 2 * (given == NEAR) + (given == VARIANT), 0, 6), 0) + housed
    housed += np.array([0, 0.3, 0.3, 0.3, 0.3, -2.5, 0, 0, 0, -1], dtype=np.float32)[surname]
    found.put("given", given, given_w, housed)
    found.put("surname", surname, surname_w)
    _middle_and_generation(found, traits, a, b)


def _whole_names(traits: Traits, given: Array, surname: Array, given_w: Array, surname_w: Array, a: Array, b: Array) -> None:
    """Mend names that are the same letters cut in two at another place."""
    import numpy as np

    full = traits.full
    clash = np.flatnonzero(((given == CONFLICT) | (surname == CONFLICT)) & (full.codes[a] > 0) & (full.codes[b] > 0))
    fa, fb = full.codes[a[clash]], full.codes[b[clash]]
    alike = likeness(full.values, fa, fb)
    length = np.array([len(word) for word in traits.words.values])
    cut = np.abs(length[traits.given[a[clash]]] - length[traits.given[b[clash]]]) >= 2
    mended = clash[(alike >= 0.88) & cut]
    level = np.where(alike == 1, SAME, NEAR)[(alike >= 0.88) & cut]
    given[mended], surname[mended] = level, SAME
    given_w[mended], surname_w[mended] = np.where(level == SAME, 6, 4.5), 6


def _name_worth(given: Array, surname: Array) -> Array:
    """Rank how well two names fit in one of the two orders."""
    import numpy as np

    worth = np.array([0, 6, 5, 4, 2, -5, 0, 0, 0, -3], dtype=np.int8)
    return worth[given] + worth[surname]


def _name_bits(rarity: Rarity, words: Any, level: Array, one: Array, two: Array) -> Array:
    """Weigh an agreement of names by the more common of the two."""
    import numpy as np

    bits = np.minimum(rarity.word[one], rarity.word[two])
    initial = rarity.initial[words.initial[one]] - 0.5
    of_level = [level == value for value in (SAME, VARIANT, NEAR, INITIAL, PARTIAL, WEAK, CONFLICT)]
    against = np.zeros(len(level), dtype=np.float32)
    worth = [bits - 0.3, bits - 2, bits - 2.5, initial, against - 1, against - 3, against - 4.5]
    return np.select(of_level, worth, 0).astype(np.float32)


def _middle_and_generation(found: Judged, traits: Traits, a: Array, b: Array) -> None:
    import numpy as np

    ma, mb = traits.middle[a], traits.middle[b]
    both = np.flatnonzero((ma > 0) & (mb > 0))
    level = np.zeros(len(a), dtype=np.int8)
    if len(both):
        level[both] = name_levels(traits.words, ma[both], mb[both])
    weight = np.array([0, 3, 2, 2, 1.5, -3, 0, 0, 0, 0], dtype=np.float32)[level]
    found.put("middle", level, weight, weight)
    ja, jb = traits.generation[a], traits.generation[b]
    level = np.where((ja > 0) & (jb > 0), np.where(ja == jb, SAME, CONFLICT), np.where(ja != jb, PARTIAL, NONE))
    weight = np.array([0, 2, 0, 0, 0, -10, -1.5, 0, 0, 0], dtype=np.float32)[level]
    found.put("generation", level, weight, weight)
    found.veto |= level == CONFLICT


def _firms(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    """Compare firms by name, and for people the firm they belong to."""
    import numpy as np

    from smbcrm.core.firms import firm_levels

    fa, fb = traits.firm[a], traits.firm[b]
    both = np.flatnonzero(fa & fb)
    level = np.zeros(len(a), dtype=np.int8)
    weight = np.zeros(len(a), dtype=np.float32)
    if len(both):
        level[both], weight[both] = firm_levels(traits, rarity.firm, a[both], b[both])
        house = np.zeros(len(a), dtype=np.float32)
        house[both] = np.clip(weight[both], -8, 8)
        found.housemate += house
    found.put("firm", level, weight)
    found.veto |= fa != fb
    found.doubt |= level == PARTIAL
    company = traits.company
    people = np.flatnonzero((company.codes[a] > 0) & (company.codes[b] > 0) & ~fa & ~fb)
    level = np.zeros(len(a), dtype=np.int8)
    weight = np.zeros(len(a), dtype=np.float32)
    if len(people):
        ca, cb = company.codes[a[people]], company.codes[b[people]]
        alike = likeness(company.values, ca, cb)
        level[people] = np.where(ca == cb, SAME, np.where(alike >= 0.8, NEAR, CONFLICT))
        bits = np.minimum(rarity.company[ca], rarity.company[cb])
        weight[people] = np.where(ca == cb, bits - 1, np.where(alike >= 0.8, bits - 2.5, -1.5))
    found.put("company", level, weight)


def _phones(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    import numpy as np

    bits, code = _best_shared(traits.phones, rarity.phone, a, b)
    has = (traits.phones[a, 0] > 0) & (traits.phones[b, 0] > 0)
    level = np.where(code > 0, SAME, np.where(has, CONFLICT, NONE)).astype(np.int8)
    weight = np.where(code > 0, bits - 0.5, np.where(has, -1.2, 0)).astype(np.float32)
    near = np.flatnonzero((level == CONFLICT) & (found.levels[PLACE["given"]] != CONFLICT))
    if len(near):
        alike = likeness(traits.phone_digits, traits.phones[a[near], 0], traits.phones[b[near], 0])
        near = near[alike >= 0.89]
        level[near], weight[near] = NEAR, 5
    level[(level == SAME) & rarity.phone_contested[code]] = SHARED
    house = np.array([0, 3.4, 0, 1, 0, -1.5, 0, 0.4, 0, 0], dtype=np.float32)[level]
    found.put("phone", level, weight, house + _fitting(found, traits, rarity.phone_contested, rarity.phone_twins, code, a))


def _fitting(found: Judged, traits: Traits, contested: Array, twins: Array, code: Array, a: Array) -> Array:
    """Weigh an initial on a shared phone or e-mail: it tells somebody when only one person there bears it."""
    import numpy as np

    initial = (found.levels[PLACE["given"]] == INITIAL) & (code > 0)
    letters = int(traits.words.initial.max(initial=0)) + 1
    ambiguous = np.isin(code.astype(np.int64) * letters + traits.words.initial[traits.given[a]], twins)
    bonus = np.where(contested[code], 2.0, -1.4)
    return np.where(initial, np.where(ambiguous, -3.0, bonus), 0.0)


def _best_shared(table: Array, rarity: Array, a: Array, b: Array) -> tuple[Array, Array]:
    """Find the rarest value that both rows hold: its bits and its number."""
    import numpy as np

    bits = np.zeros(len(a), dtype=np.float32)
    code = np.zeros(len(a), dtype=np.int32)
    used = [column for column in range(table.shape[1]) if table[:, column].any()]
    for one in used:
        for two in used:
            here = table[a, one]
            worth = np.where((here == table[b, two]) & (here > 0), rarity[here], 0)
            better = worth > bits
            bits[better], code[better] = worth[better], here[better]
    return bits, code


def _emails(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    import numpy as np

    bits, code = _best_shared(traits.emails, rarity.email, a, b)
    ea, eb = traits.emails[a, 0], traits.emails[b, 0]
    has = (ea > 0) & (eb > 0)
    role = traits.email_role[code] & (code > 0)
    level = np.where(code > 0, np.where(role, SHARED, SAME), np.where(has, CONFLICT, NONE)).astype(np.int8)
    level[(level == SAME) & rarity.email_contested[code]] = SHARED
    weight = np.where(code > 0, np.where(role, np.minimum(bits, 8), bits - 0.5), np.where(has, -0.7, 0)).astype(np.float32)
    other = np.flatnonzero((level == CONFLICT) & (found.levels[PLACE["given"]] != CONFLICT))
    if len(other):
        alike = likeness(traits.email_values, ea[other], eb[other])
        la, lb = traits.email_local[ea[other]], traits.email_local[eb[other]]
        same_local = (la == lb) & (la > 0)
        digits = traits.email_digits.codes
        near = (alike >= 0.82) & ((digits[ea[other]] == digits[eb[other]]) | same_local)
        level[other[near]], weight[other[near]] = NEAR, 6
        # Without digits the part before the @ is mostly the name again.
        telling = np.where(digits[ea[other]] > 0, 5, 1)
        same_local &= ~near
        level[other[same_local]] = PARTIAL
        weight[other[same_local]] = np.minimum(rarity.email_local[la[same_local]] - 5, telling[same_local])
    house = np.array([0, 5, 0, 4, 0, -0.5, 0.5, 0.4, 0, 0], dtype=np.float32)[level]
    found.put("email", level, weight, house + _fitting(found, traits, rarity.email_contested, rarity.email_twins, code, a))


def _ids(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    import numpy as np

    column = traits.national_id
    ia, ib = column.codes[a], column.codes[b]
    level = np.where((ia > 0) & (ib > 0), np.where(ia == ib, SAME, CONFLICT), NONE).astype(np.int8)
    near = np.flatnonzero(level == CONFLICT)
    alike = likeness(column.values, ia[near], ib[near])
    level[near[alike >= 0.85]] = NEAR
    weight = np.array([0, 0, 0, 6, 0, -6, 0, 0, 0, 0], dtype=np.float32)[level]
    weight = np.where(level == SAME, rarity.national_id[ia] - 0.5, weight)
    house = np.where(level == SAME, np.minimum(weight, 12), weight)
    found.put("national_id", level, weight, house)


def _births(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    import numpy as np

    from smbcrm.core.likeness import birth_levels

    column = traits.birth
    ba, bb = column.codes[a], column.codes[b]
    level = birth_levels(column.values, ba, bb)
    weight = np.array([0, 0, 0, 4.5, 0, -5, 2, 0, 6.5, -1], dtype=np.float32)[level]
    weight = np.where(level == SAME, rarity.birth[ba] - 0.5, weight)
    house = np.array([0, 7.5, 0, 4, 0, -5, 1.5, 0, 6, -1], dtype=np.float32)[level]
    found.put("birth_date", level, weight, np.minimum(house, np.where(level == SAME, weight, house)))


def _places(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    import numpy as np

    house, street = traits.house.codes, traits.street.codes
    ha, hb, sa, sb = house[a], house[b], street[a], street[b]
    has = (sa > 0) & (sb > 0)
    unlike = np.flatnonzero(has & (sa != sb))
    alike = np.where(has, 1.0, 0.0)
    alike[unlike] = likeness(traits.street.values, sa[unlike], sb[unlike], part=True)
    number = np.where((ha > 0) & (hb > 0), np.where(ha == hb, 1, -1), 0)
    level = np.where(~has, NONE, np.where(alike < 0.75, CONFLICT, np.where(number > 0, SAME, np.where(number < 0, PARTIAL, WEAK))))
    level = np.where((level == SAME) & (sa != sb), NEAR, level).astype(np.int8)
    moved = np.flatnonzero((level == PARTIAL) & (alike >= 0.9))
    slip = likeness(traits.house.values, ha[moved], hb[moved])
    level[moved[slip >= 0.6]] = WEAK
    ua, ub = traits.unit.codes[a], traits.unit.codes[b]
    other_unit = ((level == SAME) | (level == NEAR)) & (ua > 0) & (ub > 0) & (ua != ub)
    level[other_unit] = VARIANT
    home = np.minimum(rarity.home[traits.home[a]], rarity.home[traits.home[b]])
    street_bits = np.minimum(rarity.street[sa], rarity.street[sb])
    weight = np.select(
        [level == SAME, level == NEAR, level == VARIANT, level == WEAK, level == PARTIAL, level == CONFLICT],
        [home - 1, home - 2.5, home - 5, np.where(number < 0, street_bits * 0.7, street_bits - 1), street_bits * 0.3 - 1.5, -2.0],
        0,
    ).astype(np.float32)
    found.put("address", level, weight, np.array([0, 0.2, -1.5, 0.2, 0, -1.5, -1, 0, 0, 0], dtype=np.float32)[level])
    good = weight > 3  # a house is in one place: the rest of the address follows, or is written in another way
    for name, column, bits, against in (
        ("postal_code", traits.postal, rarity.postal, -1.0),
        ("city", traits.city if traits.city.codes.any() else traits.district, rarity.city, -1.5),
        ("province", traits.province, rarity.province, -1.0),
    ):
        level, weight = _plain_field(column, bits if len(bits) == len(column.values) else None, a, b, against)
        found.put(name, level, weight, damp=np.where(good, 0.4, 1.0))


def _plain_field(column: Column, bits: Array | None, a: Array, b: Array, against: float) -> tuple[Array, Array]:
    """Compare a field that is one word: same, nearly, different."""
    import numpy as np

    ca, cb = column.codes[a], column.codes[b]
    level = np.where((ca > 0) & (cb > 0), np.where(ca == cb, SAME, CONFLICT), NONE).astype(np.int8)
    other = np.flatnonzero(level == CONFLICT)
    alike = likeness(column.values, ca[other], cb[other])
    level[other[alike >= 0.75]] = NEAR
    worth = np.full(len(column.values), 2.0, dtype=np.float32) if bits is None else bits
    weight = np.where(level == SAME, worth[ca] - 0.3, np.where(level == CONFLICT, against, 0))
    weight = np.where(level == NEAR, np.minimum(worth[ca], worth[cb]) * 0.5, weight)
    return level, weight.astype(np.float32)


def _rest(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    import numpy as np

    level, weight = _plain_field(traits.website, rarity.website, a, b, -1.0)
    found.put("website", level, np.where(traits.firm[a], weight, weight * 0.5))
    fa, fb = traits.father.codes[a], traits.father.codes[b]
    alike = likeness(traits.father.values, fa, fb)
    level = np.where((fa > 0) & (fb > 0), np.where(fa == fb, SAME, np.where(alike > 0.75, NEAR, CONFLICT)), NONE)
    weight = np.where(level == SAME, np.minimum(rarity.father[fa], rarity.father[fb]), np.where(level == NEAR, 2, np.where(level == CONFLICT, -4, 0)))
    found.put("father_name", level, weight, np.where(level == CONFLICT, -4, 0))
    ca, cb = traits.code.codes[a], traits.code.codes[b]
    one_source = (traits.source[a] == traits.source[b]) & (ca > 0) & (cb > 0)
    level = np.where(one_source, np.where(ca == cb, SAME, CONFLICT), NONE)
    # Where no code ever repeats, every pair differs and that says nothing.
    against = -8 * np.minimum(rarity.code_repeats[traits.source[a]] * 3, 1)
    weight = np.where(level == SAME, 12, np.where(level == CONFLICT, against, 0))
    found.put("customer_code", level, weight, np.minimum(weight, 6))


def _other(found: Judged, traits: Traits, learnt: Learnt, a: Array, b: Array) -> None:
    """Weigh the columns of unknown meaning by what agreement in them was worth where rows were proved the same."""
    import numpy as np

    total = np.zeros(len(a), dtype=np.float32)
    for heading, (agree, differ) in learnt.other.items():
        codes = traits.other[heading].codes
        has = (codes[a] > 0) & (codes[b] > 0)
        total += np.where(has, np.where(codes[a] == codes[b], agree[codes[a]], differ), 0)
    total = np.clip(total, -5, 5)
    found.put("other", np.where(total > 0.5, SAME, np.where(total < -0.5, CONFLICT, NONE)), total, np.clip(total, -5, 2))


def _conclude(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    """Set the rival stories against each other, then what no sum may overrule."""
    import numpy as np

    levels, weights = found.levels, found.weights
    at = PLACE
    people = ~traits.firm[a] & ~traits.firm[b]
    weights[at["prior"]] = -np.log2(rarity.size)
    strangers = weights.sum(axis=0)
    gap = np.logaddexp2(-strangers, -(found.housemate + 1)) + strangers
    name = weights[at["firm"]]
    other_firm = name + weights[at["website"]] + 3
    other_branch = weights[at["address"]] + weights[at["postal_code"]] + 0.5 * weights[at["phone"]] + 0.5 * weights[at["email"]] - 2
    firm_gap = np.logaddexp2(np.logaddexp2(-strangers, -other_firm), -other_branch) + strangers
    weights[at["household"]] = np.where(people, -gap, -firm_gap)
    found.total = strangers + weights[at["household"]]
    levels[at["household"]] = np.where(weights[at["household"]] < -0.05, SHARED, NONE)
    given, birth, ident = levels[at["given"]], levels[at["birth_date"]], levels[at["national_id"]]
    sure = (ident == SAME) | (birth == SAME)
    twice = (ident == SAME) | ((birth == SAME) & (ident == NEAR))
    found.veto |= (given == CONFLICT) & ~sure & ~((birth == NEAR) & (ident == NEAR))
    surname, mail = levels[at["surname"]], levels[at["email"]] == SAME
    found.doubt |= (given == CONFLICT) & ~twice
    found.doubt |= (given == WEAK) & ~sure
    found.doubt |= (surname == CONFLICT) & ~sure & ~mail
    found.doubt |= people & _only_a_home(found)
    beside = [at[name] for name in PROOFS]
    found.proof = (weights[beside] > 2).any(axis=0)
    _sober(found)
    said = weights[: at["household"]].sum(axis=0)
    proved = found.proof & ~found.doubt
    found.linking = np.where(proved, np.maximum(found.total, said.clip(max=0)), said.clip(max=0))
    found.own = _own_agrees(found)


_NAMESAKE_BITS = 0.5  # of rows that share a rare name and nothing else, about half are one person
_DOUBT_BITS = 1.5
_OTHER_FIRM_BITS = -1.5


def _sober(found: Judged) -> None:
    """Lower what a sum of bits makes of a name alone, or of a pair in doubt, to how often such pairs turn out true."""
    import numpy as np

    held = found.doubt | ~found.proof
    limit = np.where(found.proof, _DOUBT_BITS, _NAMESAKE_BITS)
    limit = np.where(found.levels[PLACE["firm"]] == PARTIAL, _OTHER_FIRM_BITS, limit)
    lowered = np.where(held, -np.logaddexp2(-found.total, -limit), found.total)
    found.weights[PLACE["alone"]] = lowered - found.total
    found.levels[PLACE["alone"]] = np.where(held, np.where(found.proof, SHARED, WEAK), NONE)
    found.total = lowered


_OWN = ("phone", "email", "national_id", "birth_date", "customer_code")


def _own_agrees(found: Judged) -> Array:
    return (found.weights[[PLACE[name] for name in _OWN]] > 1).any(axis=0)


def _only_a_home(found: Judged) -> Array:
    """Tell where two people share a name and an address, and what is their own differs: father and son would, too."""
    differs = (found.levels[[PLACE[name] for name in _OWN]] == CONFLICT).any(axis=0)
    return differs & ~_own_agrees(found)

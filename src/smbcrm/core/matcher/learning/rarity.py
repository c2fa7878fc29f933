"""How common every value is in the whole table, in bits: what agreement on it is worth."""

from __future__ import annotations

from dataclasses import dataclass

from smbcrm.core.matcher.learning.near_codes import near_code_bits, near_id_bits
from smbcrm.core.matcher.learning.shared_lines import CROWD, bearers, contested, of_one_customer, of_relatives
from smbcrm.core.matcher.reading.blocking import pairs_of_table
from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.name_traits import Words
from smbcrm.core.matcher.reading.traits import Traits, oriented
from smbcrm.core.matcher.weighing.one_site import learn_site_words
from smbcrm.core.matcher.weighing.rarity import Rarity

_MANY_BEARERS = 8  # chance gives so many to one value of a short list
# People that an ordinary list counts for, and how many of them bear a name that is known or not, or one with a given first letter.
_USUAL_PEOPLE, _KNOWN_NAME, _UNKNOWN_NAME, _OF_A_LETTER = 300, 0.004, 0.0008, 20
_STEPS = 100  # numbers of people tried
_WORLD = 2000  # a short list is judged as a part of one at least this long


def measure_rarity(traits: Traits, *, size: int = 0, fair: Array | None = None) -> Rarity:
    """Weigh every value by how few different names it stands beside.

    Where the rows are a part of a list of `size` rows, the `fair` ones stand for the whole of it: see `Excerpt`.
    """
    import numpy as np

    scale = _Scale.of(traits, size, fair)
    bits = scale.bits
    on_phone, on_email = (
        oriented(traits, *pairs_of_table(table, traits)) for table in (traits.phones, traits.emails)
    )
    phone_contested, phone_twins = contested(traits.phones, on_phone, traits)
    email_contested, email_twins = contested(traits.emails, on_email, traits)
    id_near, id_like = near_id_bits(traits)
    word, initial = _name_bits(traits, np.ones(traits.count, dtype=bool) if fair is None else fair)
    return Rarity(
        size=scale.length,
        word=word,
        initial=initial,
        middle=_letter_bits(traits.words, traits.middle),
        full=bits(traits.full.codes, 14, _rows_as_people(traits)),
        firm=bits(traits.firm_name.codes, 12, traits.home.astype(np.int64)),
        company=bits(traits.company.codes, 10),
        phone=bits(traits.phones, 16, space=1e5),
        email=bits(traits.emails, 16, space=1e5),
        email_local=bits(traits.email_local[traits.emails[:, 0]], 12),
        national_id=bits(traits.national_id.codes, 18, space=3e5),
        id_near=id_near,
        id_like=id_like,
        birth=bits(traits.birth.codes, 13.5, space=13000),
        home=bits(traits.home, 13, space=2e4),
        street=bits(traits.street.codes, 8),
        postal=bits(traits.postal.codes, 8),
        postal_area=bits(traits.postal_area.codes, 8),
        postal_near=near_code_bits(traits, traits.postal),
        city=bits(traits.city.codes, 5),
        province=bits(traits.province.codes, 3),
        website=bits(traits.website.codes, 11),
        father=bits(traits.father.codes, 6),
        code_repeats=_code_repeats(traits),
        phone_contested=phone_contested,
        email_contested=email_contested,
        phone_twins=phone_twins,
        phone_several=of_relatives(traits, on_phone),
        phone_single=of_one_customer(traits, on_phone),
        email_twins=email_twins,
        site_words=learn_site_words(traits),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """By whom values are borne in a list, and how long that is."""

    people: Array
    count: int
    length: float
    size: int
    fair: Array | None

    @classmethod
    def of(cls, traits: Traits, size: int, fair: Array | None) -> _Scale:
        """Give the scale of a list, or of one of `size` rows that these stand for."""
        length = float(max(traits.count, size, _WORLD))
        return cls(people=_people(traits), count=traits.count, length=length, size=size, fair=fair)

    def bits(self, codes: Array, cap: float, people: Array | None = None, space: float = _WORLD) -> Array:
        """Weigh the values of a field; two names on one may be one name misspelled. `space` is how many there are to choose from."""
        import numpy as np

        people = self.people if people is None else people
        found = bearers(codes, people)
        if space > _WORLD and (crowd := found > CROWD).any():
            # The shop's own phone: few names are known of all the people who have it.
            found = np.where(
                crowd, np.maximum(found, np.bincount(codes.ravel(), minlength=len(found))), found
            )
        if self.fair is not None:
            # What stands twice among the fair rows may be chance; what stands more often is as frequent in the whole list.
            among = bearers(np.where(_like(self.fair, codes), codes, 0), people, len(found))
            found = np.maximum(found, (among - 2) * self.size / self.fair.sum())
        share = np.maximum((found - 2) / self.length, 1 / max(space, self.length))
        if self.fair is None and self.count < _WORLD:
            # Of a short list little is known but what many of it share.
            share = np.maximum(share, (found - _MANY_BEARERS) / max(found[1:].sum(), 1))
        return np.minimum(-np.log2(share), cap).astype(np.float32)


def _people(traits: Traits) -> Array:
    """Number the people and firms by how their names sound, whatever the order of first and last name."""
    import numpy as np

    sound = traits.words.sound
    low = np.minimum(sound[traits.given], sound[traits.surname]).astype(np.int64)
    high = np.maximum(sound[traits.given], sound[traits.surname]).astype(np.int64)
    who = low * (int(sound.max(initial=0)) + 1) + high
    who = np.where(traits.firm, -traits.firm_name.codes.astype(np.int64), who)
    return np.unique(who, return_inverse=True)[1]


def _name_bits(traits: Traits, fair: Array) -> tuple[Array, Array]:
    """Weigh every name word by how few people bear it, and every first letter of a given name."""
    import numpy as np

    words, bearing = traits.words, _bearing(traits, fair)
    usual = np.where(words.known, _KNOWN_NAME, _UNKNOWN_NAME)
    word = -np.log2((bearing + _USUAL_PEOPLE * usual) / (max(bearing[1:].sum() / 2, 1.0) + _USUAL_PEOPLE))
    return np.minimum(word, 11).astype(np.float32), _letter_bits(words, traits.given)


def _letter_bits(words: Words, names: Array) -> Array:
    """Weigh the letters that these names begin with."""
    import numpy as np

    letters = np.bincount(words.initial[names], minlength=int(words.initial.max(initial=0)) + 1)
    bits = -np.log2((letters + _OF_A_LETTER) / (letters.sum() + _USUAL_PEOPLE))
    return np.minimum(bits, 5).astype(np.float32)


def _bearing(traits: Traits, fair: Array) -> Array:
    """Count for every name word the people who bear it.

    Rows of one person mostly write him in one way, so that the names a word stands beside are counted. A common word meets many a
    name twice: how many bear it is told by how many names so many people would meet.
    """
    import numpy as np

    size = len(traits.words.values)
    found = np.zeros(size)
    for one, other in ((traits.given, traits.surname), (traits.surname, traits.given)):
        one, other = one[fair].astype(np.int64), other[fair]
        pairs = np.unique((one << 32) | other)
        beside = np.bincount(pairs >> 32, minlength=size)
        others = np.bincount(pairs & 0xFFFFFFFF)
        shares, times = np.unique(others[others > 0], return_counts=True)
        people = np.geomspace(1, max(len(one), 2), _STEPS)
        met = ((1 - np.exp(-people[:, None] * (shares / len(pairs)))) * times).sum(axis=1)
        found += np.minimum(
            np.maximum(np.interp(beside, met, people), beside), np.bincount(one, minlength=size)
        )
    return found


def _like(rows: Array, codes: Array) -> Array:
    """Give a mask of rows the form of a field, which may hold several values per row."""
    return rows[:, None] if codes.ndim > 1 else rows


def _rows_as_people(traits: Traits) -> Array:
    import numpy as np

    return np.arange(traits.count, dtype=np.int64)


def _code_repeats(traits: Traits) -> Array:
    """Give for every source the share of its customer codes that stand on several rows."""
    import numpy as np

    size = int(traits.source.max(initial=0)) + 1
    has = traits.code.codes > 0
    filled = np.bincount(traits.source[has], minlength=size)
    distinct = np.unique(traits.source[has] * (len(traits.code.values) + 1) + traits.code.codes[has])
    kinds = np.bincount(distinct // (len(traits.code.values) + 1), minlength=size)
    return (1 - kinds / np.maximum(filled, 1)).astype(np.float32)

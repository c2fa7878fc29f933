"""Weigh what is one person's own: phones, e-mails, national id, birth date."""

from __future__ import annotations

from smbcrm.core.matcher.reading.codes import Array, Column, Values
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.date_likeness import birth_levels
from smbcrm.core.matcher.weighing.judged import PLACE, Judged
from smbcrm.core.matcher.weighing.levels import (
    CONFLICT,
    INITIAL,
    NEAR,
    NONE,
    PARTIAL,
    SAME,
    SHARED,
)
from smbcrm.core.matcher.weighing.likeness import FEW_DIGITS, ONE_DIGIT, likeness
from smbcrm.core.matcher.weighing.rarity import Rarity
from smbcrm.core.matcher.weighing.weigh_places import is_another_kind
from smbcrm.core.values.numbering_plans import kind_of

_NEAR_ID, _LIKE_ID = 6.0, 2.0  # bits at most
_KINDS, _UNTOLD = {"mobile": 1, "landline": 2}, 4  # a bit for each
_SLIPS_OF_A_DOMAIN, _SLIPS_OF_A_SITE = 2, 1
_ONE_SLIP, _LONG_PHONE = 1.5, 9  # digits
_LONG_NUMBER = 5  # digits in an e-mail address, more than a year has
_SHORTEST_IN_MAIL = 3  # letters of a last name
_LONG_ID = 8  # digits of an id of which a few may be wrong
_A_LETTER = 1  # of its series; more are those of the name


def weigh_phones(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    """Weigh the best phone that both rows hold, else how alike their first ones are."""
    import numpy as np

    bits, code = _best_shared(traits.phones, rarity.phone, a, b)
    has = (traits.phones[a, 0] > 0) & (traits.phones[b, 0] > 0)
    level = np.where(code > 0, SAME, np.where(has, CONFLICT, NONE)).astype(np.int8)
    weight = np.where(code > 0, bits - 0.5, np.where(has, -1.2, 0)).astype(np.float32)
    near = np.flatnonzero((level == CONFLICT) & (found.levels[PLACE["given"]] != CONFLICT))
    if len(near):
        one, two = traits.phones[a[near], 0], traits.phones[b[near], 0]
        near = near[_one_digit_apart(traits, one, two)]
        level[near], weight[near] = NEAR, 5
    apart = np.flatnonzero((level == CONFLICT) & _nothing_else_differs(found, traits, a, b))
    apart = apart[of_two_kinds(traits, a[apart], b[apart])]
    level[apart], weight[apart] = NONE, 0
    level[(level == SAME) & rarity.phone_contested[code]] = SHARED
    house = np.array([0, 3.4, 0, 1, 0, -1.5, 0, 0.4, 0, 0], dtype=np.float32)[level]
    found.put(
        "phone",
        level,
        weight=weight,
        house=house + _fitting(found, traits, rarity.phone_contested, rarity.phone_twins, code, a),
    )


def _one_digit_apart(traits: Traits, one: Array, two: Array) -> Array:
    """Tell which numbers are one digit apart: a wrong one, one too many, one too few, or two exchanged.

    Short ones without their area are too close to each other.
    """
    import numpy as np

    digits, abroad = traits.phone_digits, traits.phone_whole.lengths > 0
    longest = np.maximum(digits.lengths[one], digits.lengths[two])
    wrong = (1 - likeness(digits, one, two)) * longest
    return (wrong < _ONE_SLIP) & ((longest >= _LONG_PHONE) | (abroad[one] & abroad[two]))


def _nothing_else_differs(found: Judged, traits: Traits, a: Array, b: Array) -> Array:
    """Tell where two people have one whole name and one home, and no two e-mail addresses."""
    one_name = (found.levels[PLACE["given"]] == SAME) & (found.levels[PLACE["surname"]] == SAME)
    mail_a, mail_b = traits.emails[a, 0], traits.emails[b, 0]
    two_mails = (mail_a > 0) & (mail_b > 0) & (mail_a != mail_b)
    one_home = (traits.home[a] == traits.home[b]) & (traits.home[a] > 0) & ~is_another_kind(traits, a, b)
    return one_name & one_home & ~two_mails & ~traits.firm[a] & ~traits.firm[b]


def of_two_kinds(traits: Traits, a: Array, b: Array) -> Array:
    """Tell where one row has only mobile phones and the other only landlines: many people have one of each, and differ in nothing."""
    import numpy as np

    phones = np.stack([traits.phones[a], traits.phones[b]])
    used, back = np.unique(phones, return_inverse=True)
    whole = traits.phone_whole
    kinds = [_KINDS.get(kind_of(whole[code]), _UNTOLD) if code else 0 for code in used.tolist()]
    held = np.bitwise_or.reduce(np.array(kinds, dtype=np.int8)[back].reshape(phones.shape), axis=2)
    return ((held[0] & held[1]) == 0) & ((held[0] | held[1]) == sum(_KINDS.values()))


def _fitting(found: Judged, traits: Traits, contested: Array, twins: Array, code: Array, a: Array) -> Array:
    """Weigh an initial on a shared phone or e-mail: it tells somebody when only one person there bears it."""
    import numpy as np

    initial = np.flatnonzero((found.levels[PLACE["given"]] == INITIAL) & (code > 0))
    letters = int(traits.words.initial.max(initial=0)) + 1
    first = traits.words.initial[traits.given[a[initial]]]
    ambiguous = np.isin(code[initial].astype(np.int64) * letters + first, twins)
    fitting = np.zeros(len(a))
    fitting[initial] = np.where(ambiguous, -3.0, np.where(contested[code[initial]], 2.0, -1.4))
    return fitting


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


def weigh_emails(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    """Weigh the best e-mail that both rows hold, else how alike their first ones are; `info@` tells a firm only."""
    import numpy as np

    bits, code = _best_shared(traits.emails, rarity.email, a, b)
    ea, eb = traits.emails[a, 0], traits.emails[b, 0]
    has = (ea > 0) & (eb > 0)
    role = traits.email_role[code] & (code > 0)
    level = np.where(code > 0, np.where(role, SHARED, SAME), np.where(has, CONFLICT, NONE)).astype(np.int8)
    level[(level == SAME) & rarity.email_contested[code]] = SHARED
    weight = np.where(
        code > 0, np.where(role, np.minimum(bits, 8), bits - 0.5), np.where(has, -0.7, 0)
    ).astype(np.float32)
    other = np.flatnonzero((level == CONFLICT) & (found.levels[PLACE["given"]] != CONFLICT))
    if len(other):
        alike = likeness(traits.email_values, ea[other], eb[other])
        la, lb = traits.email_local[ea[other]], traits.email_local[eb[other]]
        same_local = (la == lb) & (la > 0)
        digits = traits.email_digits.codes
        lengths = traits.email_values.lengths
        wrong = (1 - alike) * np.maximum(lengths[ea[other]], lengths[eb[other]])
        one_number = digits[ea[other]] == digits[eb[other]]
        one_number |= (wrong < _ONE_SLIP) & _one_is_longer(traits.email_digits, ea[other], eb[other])
        near = (alike >= 0.82) & (one_number | same_local)
        # The same part before the @ of two providers is no slip, as gmial.com is for gmail.com.
        near &= ~same_local | (wrong < _SLIPS_OF_A_DOMAIN + 0.5)
        # All that tells info@ of one firm from that of another is what stands behind the @.
        roles = traits.email_role[ea[other]] & traits.email_role[eb[other]]
        near &= ~roles | (wrong < _SLIPS_OF_A_SITE + 0.5)
        here = np.flatnonzero(near)
        near[here] = _one_number_behind(traits.email_values, ea[other[here]], eb[other[here]])
        here = other[np.flatnonzero(near)]
        near[near] = ~_differ_as_the_names(traits, a[here], b[here])
        level[other[near]], weight[other[near]] = NEAR, 6
        # Without digits the part before the @ is mostly the name again.
        telling = np.where(digits[ea[other]] > 0, 5, 1)
        same_local &= ~near
        level[other[same_local]] = PARTIAL
        weight[other[same_local]] = np.minimum(rarity.email_local[la[same_local]] - 5, telling[same_local])
    house = np.array([0, 5, 0, 4, 0, -0.5, 0.5, 0.4, 0, 0], dtype=np.float32)[level]
    found.put(
        "email",
        level,
        weight=weight,
        house=house + _fitting(found, traits, rarity.email_contested, rarity.email_twins, code, a),
    )


def _one_is_longer(numbers: Column, one: Array, two: Array) -> Array:
    """Tell in which e-mails a long number has a digit more than the other: another digit there is another person's."""
    import numpy as np

    first, second = (numbers.values.lengths[numbers.codes[emails]] for emails in (one, two))
    found: Array = (abs(first - second) == 1) & (np.maximum(first, second) >= _LONG_NUMBER)
    return found


def _one_number_behind(emails: Values, one: Array, two: Array) -> Array:
    """Tell which e-mails have the same digits behind the @: shop19.example and shop33.example are two firms."""
    import numpy as np

    used, back = np.unique(np.stack([one, two]), return_inverse=True)
    digits = ["".join(filter(str.isdigit, text.partition("@")[2])) for text in emails.texts[used].tolist()]
    first, second = np.array(digits, dtype=np.str_)[back].reshape(2, -1)
    return np.asarray(first == second)


def _differ_as_the_names(traits: Traits, a: Array, b: Array) -> Array:
    """Tell where two e-mail addresses are made of two names, and differ as these do: jallen@ and jalley@, Elizabeth Wright's elwright@ and Lisa's lwright@."""
    import numpy as np

    sides = []
    for rows in (a, b):
        locals_ = (
            mail.partition("@")[0] for mail in traits.email_values.texts[traits.emails[rows, 0]].tolist()
        )
        names = (traits.words.texts[codes[rows]].tolist() for codes in (traits.given, traits.surname))
        sides.append([_made_of(*parts) for parts in zip(locals_, *names, strict=True)])
    found = (one is not None and two is not None and one != two for one, two in zip(*sides, strict=True))
    return np.fromiter(found, dtype=bool, count=len(a))


def _made_of(local: str, given: str, surname: str) -> tuple[str, str] | None:
    """Give the last name and the beginning of the first name that an address is made of; nothing where it is made of something else."""
    if len(surname) < _SHORTEST_IN_MAIL or surname not in local:
        return None
    rest = "".join(filter(str.isalpha, local.replace(surname, "", 1)))
    return (surname, rest) if given.startswith(rest) else None


def weigh_ids(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    """Weigh the national ids: the same, one digit off, a few digits off, different."""
    import numpy as np

    column = traits.national_id
    ia, ib = column.codes[a], column.codes[b]
    level = np.where((ia > 0) & (ib > 0), np.where(ia == ib, SAME, CONFLICT), NONE).astype(np.int8)
    other = np.flatnonzero(level == CONFLICT)
    alike = likeness(column.values, ia[other], ib[other])
    if rarity.id_like:
        # Firms of one group are registered one after the other.
        persons = ~traits.firm[a[other]] & ~traits.firm[b[other]]
        few = other[(alike >= FEW_DIGITS) & (alike < ONE_DIGIT) & persons]
        few = few[_are_long_numbers(column.values, ia[few]) & _are_long_numbers(column.values, ib[few])]
        level[few] = PARTIAL
    if rarity.id_near:
        level[other[alike >= ONE_DIGIT]] = NEAR
    near, like = min(_NEAR_ID, rarity.id_near), min(_LIKE_ID, rarity.id_like)
    weight = np.array([0, 0, 0, near, 0, -6, like, 0, 0, 0], dtype=np.float32)[level]
    weight = np.where(level == SAME, rarity.national_id[ia] - 0.5, weight)
    house = np.where(level == SAME, np.minimum(weight, 12), weight)
    found.put("national_id", level, weight=weight, house=house)


def _are_long_numbers(ids: Values, codes: Array) -> Array:
    """Tell which ids are long enough for a few wrong digits, and not made of the name: such are like every namesake's."""
    import numpy as np

    used, back = np.unique(codes, return_inverse=True)
    texts = ids.texts[used].tolist()
    told = (len(text) >= _LONG_ID and sum(map(str.isalpha, text)) <= _A_LETTER for text in texts)
    return np.fromiter(told, dtype=bool, count=len(used))[back]


def weigh_births(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    """Weigh the birth dates: the same, written or typed otherwise, alike in part, different."""
    import numpy as np

    ba, bb = traits.birth.codes[a], traits.birth.codes[b]
    level = birth_levels(traits, ba, bb)
    weight = np.array([0, 0, 0, 4.5, 4, -5, 2, 0, 6.5, -1], dtype=np.float32)[level]
    weight = np.where(level == SAME, rarity.birth[ba] - 0.5, weight)
    house = np.array([0, 7.5, 0, 4, 3, -5, 1.5, 0, 6, -1], dtype=np.float32)[level]
    found.put(
        "birth_date", level, weight=weight, house=np.minimum(house, np.where(level == SAME, weight, house))
    )

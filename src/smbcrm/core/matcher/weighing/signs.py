"""What several rules ask of a pair: whether something is one person's own, one place, one day of birth, or may be a twin's."""

from __future__ import annotations

from smbcrm.core.matcher.reading.codes import Array, joined_key
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.judged import PLACE, PROOFS, Judged
from smbcrm.core.matcher.weighing.learnt import Homes
from smbcrm.core.matcher.weighing.levels import (
    CONFLICT,
    INITIAL,
    NEAR,
    PARTIAL,
    SAME,
    SHARED,
    SWAPPED,
    VARIANT,
    WEAK,
    is_one_of,
)
from smbcrm.core.matcher.weighing.name_likeness import are_of_husband_and_wife, name_levels
from smbcrm.core.matcher.weighing.weigh_places import A_NUMBER

ALIKE = (SAME, VARIANT, NEAR)
_NOTHING = 0.1
_FEW_LIVE_THERE = 6.0  # bits of a postal code
_UNCOMMON_BITS = 5.0  # of a first name: at most one in thirty bears it
OWN = ("phone", "email", "national_id", "birth_date", "customer_code")


def born_or_numbered_alike(found: Judged) -> Array:
    """Tell where the same birth date or the same id says that two are one, whatever their names."""
    levels = found.levels
    return (levels[PLACE["birth_date"]] == SAME) | (levels[PLACE["national_id"]] == SAME)


def own_agrees(found: Judged, *, but: str = "") -> Array:
    """Tell where something agrees (`but` one field) that is one person's own, as a line that several people use is not."""
    own = (found.weights[[PLACE[name] for name in OWN if name not in ("phone", but)]] > 1).any(axis=0)
    own |= (found.weights[PLACE["phone"]] > 1) & (found.levels[PLACE["phone"]] != SHARED)
    return own | (found.weights[PLACE["other"]] > A_NUMBER)


def own_and_sole(found: Judged) -> Array:
    """Tell where an initial stands beside what one person only uses: whoever bears it, it is he."""
    levels = found.levels
    own = (found.weights[[PLACE[name] for name in ("national_id", "birth_date", "customer_code")]] > 1).any(
        axis=0
    )
    return own | (levels[PLACE["phone"]] == SAME) | (levels[PLACE["email"]] == SAME)


def born_as_one(found: Judged) -> Array:
    """Tell where birth dates agree and so does something else than a name: two people with one first name may share a birthday.

    A phone that nearly agrees is a neighbour's as well as a slip.
    """
    beside = [PLACE[name] for name in (*PROOFS, "other") if name not in ("birth_date", "phone")]
    phone = (found.weights[PLACE["phone"]] > 2) & (found.levels[PLACE["phone"]] != NEAR)
    return (found.levels[PLACE["birth_date"]] == SAME) & ((found.weights[beside] > 2).any(axis=0) | phone)


def nobody_else(found: Judged, homes: Homes) -> Array:
    """Tell where, in a list without relatives, nobody else can be meant: one name, one place, and not both birth date and id differ.

    Where both are often mistyped, and no oftener in one pair than chance makes it, they are mistyped, too.
    """
    levels = found.levels
    named = is_one_of(levels[PLACE["given"]], ALIKE) & is_one_of(levels[PLACE["surname"]], ALIKE)
    twice = (levels[PLACE["birth_date"]] == CONFLICT) & (levels[PLACE["national_id"]] == CONFLICT)
    return named & one_place(found, homes) & (~twice | homes.slips_meet)


def one_place(found: Judged, homes: Homes) -> Array:
    """Tell where a house, a phone or an e-mail agrees in a list without relatives: one customer stands behind it."""
    import numpy as np

    levels = found.levels
    if not homes.single:
        return np.zeros(levels.shape[1], dtype=bool)
    line = is_one_of(levels[PLACE["phone"]], (SAME, SHARED)) | (levels[PLACE["email"]] == SAME)
    street = is_one_of(levels[PLACE["address"]], (WEAK, SWAPPED)) & is_one_of(
        levels[PLACE["postal_code"]], (SAME, NEAR)
    )
    street |= (levels[PLACE["address"]] == PARTIAL) & (levels[PLACE["postal_code"]] == SAME)
    few = found.weights[PLACE["postal_code"]] > _FEW_LIVE_THERE
    street |= (levels[PLACE["city"]] == SAME) & (levels[PLACE["postal_code"]] == SAME) & few
    code = homes.by_code & (levels[PLACE["postal_code"]] == SAME)
    return line | is_one_of(levels[PLACE["address"]], (SAME, NEAR)) | street | code


def may_be_a_twin(found: Judged) -> Array:
    """Tell where first names differ, if only a little as twins' do, and only a birthday and a home agree."""
    given, levels = found.levels[PLACE["given"]], found.levels
    mail = levels[PLACE["email"]] == SAME
    unlike = is_one_of(given, (CONFLICT, WEAK)) | ((given == PARTIAL) & (found.weights[PLACE["given"]] < 0))
    return unlike & (levels[PLACE["birth_date"]] == SAME) & (levels[PLACE["national_id"]] != SAME) & ~mail


def may_have_married(found: Judged, traits: Traits, a: Array, b: Array) -> Array:
    """Tell where a first name stands on a line that nobody else uses, with two last names: people marry and change it.

    The first name is uncommon, or the home is one, too. Men keep theirs, and so do all where names are Persian: two of one first name
    at one desk or in one flat are two.
    """
    import numpy as np

    levels, words = found.levels, traits.words
    persian, known, keeps = words.persian, words.known, words.keep_last_names
    given = levels[PLACE["given"]]
    ga, gb, sa, sb = traits.given[a], traits.given[b], traits.surname[a], traits.surname[b]
    uncommon = is_one_of(given, (SAME, VARIANT)) & (found.weights[PLACE["given"]] > _UNCOMMON_BITS)
    one, two = persian[sa], persian[sb]
    uncommon &= ~one & ~two
    at_home = is_one_of(given, ALIKE) & is_one_of(levels[PLACE["address"]], (SAME, NEAR)) & ~(one & two)
    # Branches of a firm read as people share a line and a first word, too, but no name of a person, and stand elsewhere.
    named = known[ga] & known[gb] & ~keeps[ga] & ~keeps[gb]
    elsewhere = is_one_of(levels[PLACE["address"]], (CONFLICT, PARTIAL)) | (levels[PLACE["city"]] == CONFLICT)
    shared = levels[PLACE["email"]] == SHARED
    desk = traits.email_role[traits.emails[a, 0]] | traits.email_role[traits.emails[b, 0]]
    office = (shared & (desk | ~at_home)) | (levels[PLACE["company"]] == SAME)
    # Two last names in front of a first one are two first names in front of a last one.
    named &= (~traits.turned[a] | ~traits.turned[b]) & (_behind(traits, a) != _behind(traits, b))
    married = (uncommon | at_home) & named & ~elsewhere & ~office & (levels[PLACE["phone"]] == SAME)
    # What is a first name in one row and the last one in the other is of two families, Laura Martin and Kelly Laura, unless they
    # live together: then the other is written the other way round, too.
    here = np.flatnonzero(married & ~at_home)
    married[here] = is_one_of(name_levels(words, ga[here], gb[here]), ALIKE)
    here = np.flatnonzero(married)
    married[here] = ~are_of_husband_and_wife(words, sa[here], sb[here])
    return married


def _behind(traits: Traits, rows: Array) -> Array:
    """Give the name that was written last in each row, whatever it was taken for."""
    import numpy as np

    return np.where(traits.turned[rows], traits.given[rows], traits.surname[rows])


def one_name_at_home(found: Judged) -> Array:
    """Tell where whole names and middle names agree at one address, and no birth date says otherwise."""
    levels = found.levels
    named = (levels[PLACE["given"]] == SAME) & (levels[PLACE["surname"]] == SAME)
    named &= is_one_of(levels[PLACE["middle"]], (SAME, VARIANT, INITIAL))
    home = is_one_of(levels[PLACE["address"]], (SAME, NEAR))
    return named & home & (levels[PLACE["birth_date"]] != CONFLICT)


def id_comes_again(traits: Traits) -> Array:
    """Tell of which rows the id stands in another row of the same name, too."""
    import numpy as np

    key = joined_key(traits.national_id.codes, traits.given, traits.surname)
    _, back, count = np.unique(key, return_inverse=True, return_counts=True)
    return (count[back] > 1) & (key > 0)


def only_a_home(found: Judged) -> Array:
    """Tell where two people share a name and an address, and what is their own differs: father and son would, too, but rarely a firm.

    Codes that never repeat number the rows and differ everywhere: they weigh nothing, and tell nothing here.
    """
    own = [PLACE[name] for name in OWN]
    one_firm = is_one_of(found.levels[PLACE["company"]], (SAME, NEAR))
    differs = ((found.levels[own] == CONFLICT) & (found.weights[own] < -_NOTHING)).any(axis=0)
    return differs & ~one_firm & ~own_agrees(found)

"""What speaks for and against two rows being one customer, weighed in bits for millions of pairs at once.

Three stories can explain a pair: one customer, two people of one household or shop, two strangers. Each field has a
weight against strangers (how seldom strangers agree on this value) and one against housemates (phone, address and surname say
little there, given name and birth date much). The pair is as likely as the better of the two rival stories leaves it.
"""

from __future__ import annotations

from smbcrm.core.beside import in_halves
from smbcrm.core.matcher.codes import Array
from smbcrm.core.matcher.judged import PLACE, PROOFS, Judged, Learnt
from smbcrm.core.matcher.levels import (
    CONFLICT,
    INITIAL,
    NEAR,
    NONE,
    PARTIAL,
    SAME,
    SHARED,
    SWAPPED,
    VARIANT,
    WEAK,
)
from smbcrm.core.matcher.likeness import a_generation_apart
from smbcrm.core.matcher.name_worth import known_name, many_little_things, worth_of_name
from smbcrm.core.matcher.rarity import Rarity
from smbcrm.core.matcher.second_look import look_again_at_phones, shared_phone
from smbcrm.core.matcher.traits import Traits, oriented
from smbcrm.core.matcher.weigh_contacts import weigh_births, weigh_emails, weigh_ids, weigh_phones
from smbcrm.core.matcher.weigh_names import weigh_firms, weigh_names
from smbcrm.core.matcher.weigh_places import A_NUMBER, weigh_other, weigh_places, weigh_rest

_DOUBT_BITS = 1.5
_SISTER_FIRM_BITS = -4.0  # another firm with the same address and phone, as a rule of the same group
_TWIN_BITS = -2.0  # where relatives are listed
_OTHER_FIRM_BITS = -1.5
_OTHER_BIRTH_BITS = -2.0  # father and son, as a rule
_FIRMLY = -3  # bits against, where dates and ids can be relied on
_NOTHING = 0.1
_HARDLY_EVER = -4.5  # bits
_UNCOMMON_BITS = 5.0  # of a first name: at most one in thirty bears it
_HOME_BITS = 1.0
_ALIKE = (SAME, VARIANT, NEAR)
_OWN = ("phone", "email", "national_id", "birth_date", "customer_code")


def judge(traits: Traits, rarity: Rarity, a: Array, b: Array, *, learnt: Learnt) -> Judged:
    """Weigh everything known about the pairs `a[i], b[i]`."""
    import numpy as np

    a, b = oriented(traits, a, b)
    found = Judged.empty(len(a))
    found.shifts = learnt.shifts
    weigh_names(found, traits, rarity, a, b)
    weigh_firms(found, traits, rarity, a, b)
    weigh_phones(found, traits, rarity, a, b)
    weigh_emails(found, traits, rarity, a, b)
    weigh_ids(found, traits, rarity, a, b)
    weigh_births(found, traits, rarity, a, b)
    weigh_places(found, traits, rarity, a, b)
    weigh_rest(found, traits, rarity, a, b)
    weigh_other(found, traits, learnt, a, b)
    look_again_at_phones(found, traits, rarity, learnt, a, b)
    _conclude(found, traits, rarity, a, b, learnt=learnt)
    assert found.total is not None
    np.clip(found.total, -60, 60, out=found.total)
    return found


def judge_many(traits: Traits, rarity: Rarity, a: Array, b: Array, *, learnt: Learnt) -> Judged:
    """Weigh the same, half of very many pairs on a second core: each pair is weighed for itself."""
    halves = in_halves(lambda here: judge(traits, rarity, a[here], b[here], learnt=learnt), len(a))
    return Judged.joined(list(halves))


def _conclude(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array, *, learnt: Learnt) -> None:
    """Set the rival stories against each other, then what no sum may overrule."""
    import numpy as np

    levels, weights = found.levels, found.weights
    at, homes = PLACE, learnt.homes
    people = ~traits.firm[a] & ~traits.firm[b]
    weights[at["prior"]] = learnt.doubles - np.log2(rarity.size)
    strangers = weights.sum(axis=0)
    # That relatives are listed says little against a whole name, which they seldom share.
    whole = np.isin(levels[at["given"]], _ALIKE)
    home_bits = np.where(whole, max(homes.bits, _HOME_BITS), homes.bits).astype(np.float32)
    gap = np.logaddexp2(-strangers, -(found.housemate + home_bits)) + strangers
    name = weights[at["firm"]]
    other_firm = name + weights[at["website"]] + 3
    other_branch = (
        weights[at["address"]]
        + weights[at["postal_code"]]
        + 0.5 * weights[at["phone"]]
        + 0.5 * weights[at["email"]]
        - 2
    )
    firm_gap = np.logaddexp2(np.logaddexp2(-strangers, -other_firm), -other_branch) + strangers
    weights[at["household"]] = np.where(people, -gap, -firm_gap)
    found.total = strangers + weights[at["household"]]
    levels[at["household"]] = np.where(weights[at["household"]] < -0.05, SHARED, NONE)
    given, birth, ident = levels[at["given"]], levels[at["birth_date"]], levels[at["national_id"]]
    sure = (ident == SAME) | (birth == SAME)
    twice = (ident == SAME) | ((birth == SAME) & (ident == NEAR))
    other_name = (given == CONFLICT) & ~sure & ~((birth == NEAR) & (ident == NEAR))
    surname, mail = levels[at["surname"]], levels[at["email"]] == SAME
    place = homes.single & _one_place(found)
    nobody_else = place & (np.isin(given, _ALIKE) | np.isin(surname, _ALIKE))
    born_near = np.isin(birth, (NEAR, SWAPPED))
    slip = place & (found.garbled | born_near) & np.isin(surname, _ALIKE)
    other_name &= ~slip
    found.garbled = ((found.garbled & other_name) | nobody_else) & ~found.veto
    found.veto |= other_name
    twin = _may_be_a_twin(found, mail) & (not homes.single)
    numbered = weights[at["other"]] > A_NUMBER
    wed = _may_have_married(found, traits, a, b)
    at_home = slip | (homes.single & _born_as_one(found) & (np.isin(surname, _ALIKE) | place))
    found.doubt |= (given == CONFLICT) & ~twice & ~at_home
    found.doubt |= (given == WEAK) & ~sure
    found.doubt |= twin
    middle = levels[at["middle"]]
    found.doubt |= (given == INITIAL) & (not homes.apart) & ~_own_and_sole(found) & (middle != INITIAL)
    # A bare last name on a line that several people use is anybody's of them.
    bare = people & (given == NONE) & (levels[at["phone"]] == SHARED)
    bare &= rarity.phone_several[shared_phone(traits.phones, a, b)]
    found.doubt |= bare & (not homes.single) & ~_own_and_sole(found)
    found.doubt |= levels[at["firm"]] == CONFLICT
    found.doubt |= _another_site(found)
    other_surname = (surname == CONFLICT) & ~(place & whole & (birth != CONFLICT))
    found.doubt |= other_surname & (ident != SAME) & ~numbered & ~_born_as_one(found) & ~mail & ~wed
    alone = (homes.single & whole) | nobody_else
    alone_there = homes.single & _nobody_else(found)
    found.doubt |= people & _only_a_home(found) & ~alone_there & ~alone
    personal = sure | mail | (levels[at["phone"]] == SAME)
    found.doubt |= people & (weights[at["other"]] <= _FIRMLY) & ~personal
    found.doubt |= (middle == CONFLICT) & (not homes.apart) & ~sure & ~mail
    # Where dates and ids can be relied on, two that differ are two people until somebody says otherwise.
    other_birth = (birth == CONFLICT) & (weights[at["birth_date"]] <= _FIRMLY) & (ident != SAME)
    other_ident = (ident == CONFLICT) & (weights[at["national_id"]] <= _FIRMLY) & (birth != SAME)
    # Where relatives are listed and dates hardly ever wrong, cousins of one name are as many as fathers and sons.
    cousins = (not homes.apart) & (weights[at["birth_date"]] <= _HARDLY_EVER)
    two = (other_birth & (a_generation_apart(traits.birth, a, b) | cousins)) | other_ident
    found.two = (two | (levels[at["generation"]] == CONFLICT)) & ~homes.single
    found.doubt |= other_birth & ~alone_there & ~alone
    found.doubt |= other_ident & ~alone_there
    beside = [at[name] for name in PROOFS]
    found.proof = (weights[beside] > 2).any(axis=0) | numbered | many_little_things(found)
    known = people & ~found.proof & known_name(found, learnt)
    found.proof |= known
    levels[at["alone"]] = np.where(known, SAME, NONE)
    _sober(found, learnt)
    said = weights[: at["household"]].sum(axis=0)
    proved = found.proof & ~found.doubt
    found.linking = np.where(proved, np.maximum(found.total, said.clip(max=0)), said.clip(max=0))
    found.own = _own_agrees(found)


def _sober(found: Judged, learnt: Learnt) -> None:
    """Lower what a sum of bits makes of a name alone, or of a pair in doubt, to how often such pairs turn out true."""
    import numpy as np

    held = found.doubt | ~found.proof
    firm = found.levels[PLACE["firm"]]
    limit = np.where(found.proof, _DOUBT_BITS, worth_of_name(found, learnt))
    limit = np.where(firm == PARTIAL, _OTHER_FIRM_BITS, np.where(firm == CONFLICT, _SISTER_FIRM_BITS, limit))
    born, birth = found.levels[PLACE["birth_date"]], found.weights[PLACE["birth_date"]]
    limit = np.where((born == CONFLICT) & (birth <= _FIRMLY), _OTHER_BIRTH_BITS, limit)
    if not learnt.homes.single:
        limit = np.where(_may_be_a_twin(found, found.levels[PLACE["email"]] == SAME), _TWIN_BITS, limit)
    lowered = np.where(held, -np.logaddexp2(-found.total, -limit), found.total)
    found.weights[PLACE["alone"]] = lowered - found.total
    found.levels[PLACE["alone"]] = np.where(
        held, np.where(found.proof, SHARED, WEAK), found.levels[PLACE["alone"]]
    )
    found.total = lowered


def _own_and_sole(found: Judged) -> Array:
    """Tell where an initial stands beside what one person only uses: whoever bears it, it is he."""

    levels = found.levels
    own = (found.weights[[PLACE[name] for name in ("national_id", "birth_date", "customer_code")]] > 1).any(
        axis=0
    )
    return own | (levels[PLACE["phone"]] == SAME) | (levels[PLACE["email"]] == SAME)


def _own_agrees(found: Judged) -> Array:
    own = (found.weights[[PLACE[name] for name in _OWN]] > 1).any(axis=0)
    return own | (found.weights[PLACE["other"]] > A_NUMBER)


def _born_as_one(found: Judged) -> Array:
    """Tell where birth dates agree and so does something else than a name: two people with one first name may share a birthday.

    A phone that nearly agrees is a neighbour's as well as a slip.
    """
    beside = [PLACE[name] for name in PROOFS if name not in ("birth_date", "phone")]
    phone = (found.weights[PLACE["phone"]] > 2) & (found.levels[PLACE["phone"]] != NEAR)
    return (found.levels[PLACE["birth_date"]] == SAME) & ((found.weights[beside] > 2).any(axis=0) | phone)


def _nobody_else(found: Judged) -> Array:
    """Tell where, in a list without relatives, nobody else can be meant: one name, one place, and not both birth date and id differ."""
    import numpy as np

    levels = found.levels
    named = np.isin(levels[PLACE["given"]], _ALIKE) & np.isin(levels[PLACE["surname"]], _ALIKE)
    twice = (levels[PLACE["birth_date"]] == CONFLICT) & (levels[PLACE["national_id"]] == CONFLICT)
    return named & _one_place(found) & ~twice


def _one_place(found: Judged) -> Array:
    """Tell where a house, a phone or an e-mail agrees: where nobody's relatives are listed, one customer stands behind it."""
    import numpy as np

    levels = found.levels
    line = np.isin(levels[PLACE["phone"]], (SAME, SHARED)) | (levels[PLACE["email"]] == SAME)
    return line | np.isin(levels[PLACE["address"]], (SAME, NEAR))


def _another_site(found: Judged) -> Array:
    """Tell where firms stand at two addresses, in a list that writes one address in one way: a chain has one name and one line.

    Within a town that is named, one firm has two doors as well.
    """
    levels, weights = found.levels, found.weights
    elsewhere = (levels[PLACE["address"]] == CONFLICT) & (weights[PLACE["address"]] <= _FIRMLY)
    return elsewhere & (levels[PLACE["firm"]] != NONE) & (levels[PLACE["city"]] != SAME)


def _may_be_a_twin(found: Judged, mail: Array) -> Array:
    """Tell where first names differ, if only a little as twins' do, and only a birthday and a home agree."""
    import numpy as np

    given, levels = found.levels[PLACE["given"]], found.levels
    unlike = np.isin(given, (CONFLICT, WEAK)) | ((given == PARTIAL) & (found.weights[PLACE["given"]] < 0))
    return unlike & (levels[PLACE["birth_date"]] == SAME) & (levels[PLACE["national_id"]] != SAME) & ~mail


def _may_have_married(found: Judged, traits: Traits, a: Array, b: Array) -> Array:
    """Tell where a first name stands on a line that nobody else uses, with two last names: people marry and change it.

    The first name is uncommon, or the home is one, too. Where names are Persian they keep theirs, and one home may hold two of a first name.
    """
    import numpy as np

    levels, persian, known = found.levels, traits.words.persian, traits.words.known
    given = levels[PLACE["given"]]
    uncommon = np.isin(given, (SAME, VARIANT)) & (found.weights[PLACE["given"]] > _UNCOMMON_BITS)
    one, two = persian[traits.surname[a]], persian[traits.surname[b]]
    uncommon &= ~one & ~two
    at_home = np.isin(given, _ALIKE) & np.isin(levels[PLACE["address"]], (SAME, NEAR)) & ~(one & two)
    # Branches of a firm read as people share a line and a first word, too, but no name of a person, and stand elsewhere.
    named = known[traits.given[a]] & known[traits.given[b]]
    elsewhere = np.isin(levels[PLACE["address"]], (CONFLICT, PARTIAL)) | (levels[PLACE["city"]] == CONFLICT)
    shared = levels[PLACE["email"]] == SHARED
    desk = traits.email_role[traits.emails[a, 0]] | traits.email_role[traits.emails[b, 0]]
    office = (shared & (desk | ~at_home)) | (levels[PLACE["company"]] == SAME)
    return (uncommon | at_home) & named & ~elsewhere & ~office & (levels[PLACE["phone"]] == SAME)


def _only_a_home(found: Judged) -> Array:
    """Tell where two people share a name and an address, and what is their own differs: father and son would, too, but rarely a firm.

    Codes that never repeat number the rows and differ everywhere: they weigh nothing, and tell nothing here.
    """
    import numpy as np

    own = [PLACE[name] for name in _OWN]
    one_firm = np.isin(found.levels[PLACE["company"]], (SAME, NEAR))
    differs = ((found.levels[own] == CONFLICT) & (found.weights[own] < -_NOTHING)).any(axis=0)
    return differs & ~one_firm & ~_own_agrees(found)

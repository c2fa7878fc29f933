"""What speaks for and against two rows being one customer, weighed in bits for millions of pairs at once.

Three stories can explain a pair: one customer, two people of one household or shop, two strangers. Each field has a
weight against strangers (how seldom strangers agree on this value) and one against housemates (phone, address and surname say
little there, given name and birth date much). The pair is as likely as the better of the two rival stories leaves it.
"""

from __future__ import annotations

from smbcrm.core.beside import in_halves
from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits, oriented
from smbcrm.core.matcher.weighing.doubts import doubt, look_alikes, told_apart
from smbcrm.core.matcher.weighing.judged import FIRMLY, PLACE, PROOFS, Judged, only_born
from smbcrm.core.matcher.weighing.learnt import NO_RELATIVES, Learnt
from smbcrm.core.matcher.weighing.levels import CONFLICT, NEAR, NONE, PARTIAL, SAME, SHARED, WEAK, is_one_of
from smbcrm.core.matcher.weighing.name_worth import (
    NameWorth,
    known_firm,
    known_name,
    many_little_things,
    worth_of_known_name,
    worth_of_names,
    worth_unproved,
)
from smbcrm.core.matcher.weighing.one_site import LEAST_SINGLE
from smbcrm.core.matcher.weighing.rarity import Rarity
from smbcrm.core.matcher.weighing.second_look import look_again_at_contacts
from smbcrm.core.matcher.weighing.signs import ALIKE, may_be_a_twin, one_place, own_agrees
from smbcrm.core.matcher.weighing.weigh_contacts import weigh_births, weigh_emails, weigh_ids, weigh_phones
from smbcrm.core.matcher.weighing.weigh_firms import weigh_firms
from smbcrm.core.matcher.weighing.weigh_names import weigh_names
from smbcrm.core.matcher.weighing.weigh_places import A_NUMBER, weigh_other, weigh_places, weigh_rest

_DOUBT_BITS = 1.5
_SISTER_FIRM_BITS = -4.0  # another firm with the same address and phone, as a rule of the same group
_UNLIKELY_BITS = -2.0  # twins where relatives are listed, and look-alikes
_OTHER_TITLE_BITS = -1.0
_OTHER_FIRM_BITS = LEAST_SINGLE
_OTHER_BIRTH_BITS = -2.0  # father and son, as a rule
_HOME_BITS = 1.0


def judge(traits: Traits, rarity: Rarity, a: Array, b: Array, *, learnt: Learnt) -> Judged:
    """Weigh everything known about the pairs `a[i], b[i]`."""
    import numpy as np

    a, b = oriented(traits, a, b)
    found = Judged.empty(len(a))
    found.shifts = learnt.shifts
    weigh_names(found, traits, rarity, a, b, exchanged=learnt.exchanged, single=learnt.homes.single)
    weigh_firms(found, traits, rarity, a, b)
    weigh_phones(found, traits, rarity, a, b)
    weigh_emails(found, traits, rarity, a, b)
    weigh_ids(found, traits, rarity, a, b)
    weigh_births(found, traits, rarity, a, b)
    weigh_places(found, traits, rarity, a, b)
    weigh_rest(found, traits, rarity, a, b)
    weigh_other(found, traits, learnt, a, b)
    look_again_at_contacts(found, traits, rarity, learnt, a, b)
    _conclude(found, traits, rarity, a, b, learnt=learnt)
    assert found.total is not None
    np.clip(found.total, -60, 60, out=found.total)
    return found


def judge_many(traits: Traits, rarity: Rarity, a: Array, b: Array, *, learnt: Learnt) -> Judged:
    """Weigh the same, half of very many pairs on a second core: each pair is weighed for itself."""
    halves = in_halves(lambda here: judge(traits, rarity, a[here], b[here], learnt=learnt), len(a))
    return Judged.joined(halves)


def _conclude(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array, *, learnt: Learnt) -> None:
    """Set the rival stories against each other, then what no sum may overrule."""
    import numpy as np

    people = ~traits.firm[a] & ~traits.firm[b]
    _set_rivals(found, rarity, learnt, people=people)
    doubt(found, traits, rarity, a, b, learnt=learnt)
    alike = look_alikes(found, traits, a, b, learnt=learnt)
    found.doubt |= alike
    levels, weights, at = found.levels, found.weights, PLACE
    beside = [at[name] for name in PROOFS]
    proves = weights[beside] > 2
    if not (learnt.homes.single or learnt.namesakes.few):
        # Another house of the same code is another house, whose people bear the names of that quarter.
        proves[PROOFS.index("postal_code")] &= ~(
            people & is_one_of(levels[at["address"]], (CONFLICT, PARTIAL))
        )
    found.proof = proves.any(axis=0) | (weights[at["other"]] > A_NUMBER)
    found.proof |= many_little_things(found)
    worth = worth_of_names(found, learnt)
    known = ~found.proof & np.where(people, known_name(found, learnt, worth), known_firm(found, learnt))
    found.proof |= known
    levels[at["alone"]] = np.where(known, SAME, NONE)
    # Of pairs in doubt hardly ever turn out true: rows made to look like somebody's, and twins, where relatives are listed.
    unlikely = alike if learnt.homes.single else alike | may_be_a_twin(found)
    _sober(found, learnt, worth, one_firm=rarity.site_words.single, unlikely=unlikely)
    levels[at["alone"], (levels[at["alone"]] == SHARED) & told_apart(found, traits, a, b)] = CONFLICT
    _raise(found, np.where(people & known, worth_of_known_name(found, worth), -np.inf))
    said = weights[: at["household"]].sum(axis=0)
    proved = found.proof & ~found.doubt
    found.linking = np.where(proved, np.maximum(found.total, said.clip(max=0)), said.clip(max=0))
    # Where nobody's relatives are listed, a home is as much one's own as a phone.
    found.own = own_agrees(found) | one_place(found, learnt.homes)


def _set_rivals(found: Judged, rarity: Rarity, learnt: Learnt, *, people: Array) -> None:
    """Leave of what speaks against strangers only what also speaks against two of one home, or two firms of one group."""
    import numpy as np

    levels, weights, at, homes = found.levels, found.weights, PLACE, learnt.homes
    weights[at["prior"]] = learnt.doubles - np.log2(rarity.size)
    strangers = weights.sum(axis=0)
    # That relatives are listed says little against a whole name, which they seldom share.
    whole = is_one_of(levels[at["given"]], ALIKE)
    home_bits = np.where(whole, max(homes.bits, _HOME_BITS), homes.bits).astype(np.float32)
    if homes.no_twins:
        home_bits[only_born(found)] = NO_RELATIVES
    gap = np.logaddexp2(-strangers, -(found.housemate + home_bits)) + strangers
    # What numbers a firm in a register is no other firm's, and all the branches of a chain bear it: those are in other streets or towns.
    elsewhere = (levels[at["address"]] == CONFLICT) | (levels[at["city"]] == CONFLICT)
    other_firm = weights[at["firm"]] + weights[at["website"]] + weights[at["national_id"]] + 3
    other_branch = (
        weights[at["address"]]
        + weights[at["postal_code"]]
        + 0.5 * weights[at["phone"]]
        + 0.5 * weights[at["email"]]
        + np.where(elsewhere, 0, weights[at["national_id"]])
        - 2
        + np.where(known_firm(found, learnt), learnt.namesakes.firm_in_town, 0)
        + np.where(is_one_of(levels[at["address"]], (PARTIAL, SHARED)), homes.doors, 0)
    )
    firm_gap = np.logaddexp2(np.logaddexp2(-strangers, -other_firm), -other_branch) + strangers
    weights[at["household"]] = np.where(people, -gap, -firm_gap)
    found.total = strangers + weights[at["household"]]
    levels[at["household"]] = np.where(weights[at["household"]] < -0.05, SHARED, NONE)


def _raise(found: Judged, least: Array) -> None:
    """Raise what a sum of bits makes of pairs that nothing denies to how often such pairs turned out true in this list."""
    import numpy as np

    more = np.where(found.doubt, 0, least - found.total).clip(min=0)
    found.weights[PLACE["alone"]] += more
    found.total = found.total + more


def _sober(found: Judged, learnt: Learnt, worth: NameWorth, *, one_firm: float, unlikely: Array) -> None:
    """Lower what a sum of bits makes of a name alone, or of a pair in doubt, to how often such pairs turn out true."""
    import numpy as np

    held = found.doubt | ~found.proof
    firm = found.levels[PLACE["firm"]]
    limit = np.where(found.proof, _DOUBT_BITS, worth_unproved(found, learnt, worth))
    limit = np.where(firm == PARTIAL, _OTHER_FIRM_BITS, np.where(firm == CONFLICT, _SISTER_FIRM_BITS, limit))
    line, home = found.levels[PLACE["phone"]], found.levels[PLACE["address"]]
    limit = np.where((firm == PARTIAL) & (line == SAME) & is_one_of(home, (SAME, NEAR)), one_firm, limit)
    born, birth = found.levels[PLACE["birth_date"]], found.weights[PLACE["birth_date"]]
    limit = np.where((born == CONFLICT) & (birth <= FIRMLY), _OTHER_BIRTH_BITS, limit)
    limit = np.where(found.levels[PLACE["title"]] == CONFLICT, _OTHER_TITLE_BITS, limit)
    limit = np.where(unlikely, _UNLIKELY_BITS, limit)
    lowered = np.where(held, -np.logaddexp2(-found.total, -limit), found.total)
    found.weights[PLACE["alone"]] = lowered - found.total
    found.levels[PLACE["alone"]] = np.where(
        held, np.where(found.proof, SHARED, WEAK), found.levels[PLACE["alone"]]
    )
    found.total = lowered

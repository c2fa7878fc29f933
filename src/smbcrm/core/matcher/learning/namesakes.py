"""How often rows that share a name and say nothing else are one customer, counted from the list itself.

Two namesakes say something that differs as often as any two strangers do. How many of them there are where something
differs tells how many there are where nothing does.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from smbcrm.core.matcher.learning.movers import count_movers
from smbcrm.core.matcher.learning.strangers import Strangers, strangers_of, such_strangers
from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing import judged as ev
from smbcrm.core.matcher.weighing.date_likeness import a_generation_apart
from smbcrm.core.matcher.weighing.learnt import NEVER, SURELY_NONE, SUREST_SHARE, Counted, Namesakes
from smbcrm.core.matcher.weighing.levels import CONFLICT, PARTIAL, SAME, VARIANT, is_one_of
from smbcrm.core.matcher.weighing.rarity import Rarity

RARE = 4.0  # bits of a name beyond what a list of this length asks for
_CITY, _BORN = ev.SAYING.index("city"), ev.SAYING.index("birth_date")
_AGREES = 2.0
_FEW_SILENT, _FEW_TELL = 10, 10  # pairs: too few to tell how often names are two people's
_SUREST_ON_AVERAGE = 0.999
_OFF_A_NAME = 0.3  # bits: see weigh_names
_ENOUGH_AGREE = 100  # pairs of a rare name
_WRONG_AT_MOST = 0.1
_FEW_FATHERS = 2  # come by chance
_FATHERS = 0.85  # of the dates that differ beside a rare name, so many a generation apart: those of strangers are in seven of ten
_MORE_THAN_MOST = 1.0  # bits: of a town where half of all live
# What a move changes at once, and differs for itself: a new address comes with another postal code and another town.
_APART = tuple(
    tuple(ev.SAYING.index(name) for name in names)
    for names in (
        ("phone",), ("email",), ("national_id",), ("birth_date",), ("company", "website"), ("customer_code",), ("father_name",),
        ("address", "postal_code", "city", "province"),
    )
)  # fmt: skip
_FEW_TWO = (
    0.1  # of the silent pairs; where more are two people, those who differ in one thing only are among them
)
_SEVERAL = 0.25  # of the strangers who say anything, so many at least differ in several things


def count_namesakes(
    found: ev.Judged, traits: Traits, rarity: Rarity, a: Array, b: Array, *, shifts: Mapping[str, Array]
) -> Namesakes:
    """Tell what a name alone is worth by the pairs `found`: of people and firms, and of rare names apart.

    Chance makes few namesakes of a rare name, and a list of relatives as many as of others.
    """
    import numpy as np

    strangers = strangers_of(traits, rarity, shifts)
    weights = found.weights[[ev.PLACE[name] for name in ev.SAYING]]
    for row, name in enumerate(ev.SAYING):
        if name in shifts:
            weights[row] = ev.shifted(weights[row], found.levels[ev.PLACE[name]], shifts[name])
    given, surname, city = (ev.PLACE[name] for name in ("given", "surname", "city"))
    whole = (found.levels[given] == SAME) & (found.levels[surname] == SAME)
    town = (found.levels[city] == SAME) & (weights[_CITY] > _AGREES)
    other = found.weights[ev.PLACE["other"]] > _AGREES
    rare_from = float(np.log2(rarity.size) + RARE)
    rare = whole & (found.weights[given] + found.weights[surname] >= rare_from)
    wrong = _often_wrong(weights, whole, rare, traits, rarity)
    if wrong and _fathers_and_sons(found, traits, a, b, rare):
        wrong = 0.0
    fathers = (weights[_BORN] <= ev.FIRMLY, strangers.dated)
    name = found.weights[given] + found.weights[surname]
    variant = is_one_of(found.levels[given], (SAME, VARIANT)) & ~whole
    variant &= is_one_of(found.levels[surname], (SAME, VARIANT))
    such = such_strangers(traits, rarity, shifts, a[variant], b[variant])
    count = partial(_counted, weights, wrong=wrong)
    of_town = partial(count, chance=name + weights[_CITY], fields=len(ev.PROOFS))
    person = count(whole, name, strangers, few=Counted(0.0))
    in_town = of_town(whole & town, strangers=strangers, few=Counted(person.usual), kin=fathers)
    return Namesakes(
        person=person,
        variant=count(variant, name, such, few=person, least=_FEW_TELL),
        rare=count(rare, name, strangers, few=NEVER),
        rare_from=rare_from,
        fathers=_no_fathers(weights, whole, strangers, fathers),
        alone=_bits(weights, rare, strangers, few=0.0, kin=fathers, wrong=wrong),
        in_town=in_town,
        variant_in_town=of_town(
            variant & town, strangers=such, few=in_town, kin=(fathers[0], such.dated), least=_FEW_TELL
        ),
        moved=count_movers(found, traits, a),
        beside=_bits(weights, whole & other, strangers, few=0.0, kin=fathers),
        **_of_firms(found, weights, town, strangers),
    )


def _of_firms(found: ev.Judged, weights: Array, town: Array, strangers: Strangers) -> dict[str, float]:
    """Tell what a firm's name is worth alone, and beside its town, where its branches are seen by their addresses."""
    one = found.levels[ev.PLACE["firm"]] == SAME
    other_house = is_one_of(found.levels[ev.PLACE["address"]], (CONFLICT, PARTIAL))
    there, fields = (other_house, strangers.housed), len(ev.PROOFS)
    return {
        "firm": _bits(weights, one, strangers, few=0.0, firms=2),
        "firm_in_town": _bits(weights, one & town, strangers, few=0.0, firms=2, fields=fields, kin=there),
    }


def _often_wrong(weights: Array, whole: Array, rare: Array, traits: Traits, rarity: Rarity) -> float:
    """Tell for how many pairs that agree in something there is one of one person that differs, by rare names; 0 where they do not tell.

    Chance makes namesakes as names are frequent, and one person's date is wrong whatever his name is.
    """
    import numpy as np

    names = rarity.word[traits.given] + rarity.word[traits.surname] - 2 * _OFF_A_NAME
    both = (traits.given > 0) & (traits.surname > 0) & ~traits.firm
    frequent = names < np.log2(rarity.size) + RARE
    others = traits.words.people.astype(np.float64) - 1  # who bears a name beside oneself
    chance = others[traits.given] * others[traits.surname]
    expected = [float(chance[both & rows].sum()) for rows in (~frequent, frequent)]
    agree, differ = _agree(weights), _differ(weights, len(ev.SAYING))
    agreeing = [float((rows & agree).sum()) for rows in (rare, whole & ~rare)]
    differing = [float((rows & differ).sum()) for rows in (rare, whole & ~rare)]
    if agreeing[0] < _ENOUGH_AGREE or not expected[1]:
        return 0.0
    scale = expected[0] / expected[1]
    told = (differing[0] - scale * differing[1]) / max(agreeing[0] - scale * agreeing[1], 1.0)
    return told if 0 < told <= _WRONG_AT_MOST else 0.0


def _fathers_and_sons(found: ev.Judged, traits: Traits, a: Array, b: Array, rare: Array) -> bool:
    """Tell whether the dates that differ beside a rare name are a generation apart oftener than those of strangers."""
    differ = rare & (found.levels[ev.PLACE["birth_date"]] == CONFLICT)
    apart = int(a_generation_apart(traits, a[differ], b[differ]).sum())
    return apart > _FATHERS * int(differ.sum()) + _FEW_FATHERS


def _says_anything(weights: Array, fields: int) -> Array:
    """Tell which pairs say anything in the first so many fields; that they share what nearly all share says nothing."""
    told = weights[:fields]
    return ((told < -ev.SAYS) | (told > _MORE_THAN_MOST)).any(axis=0)


def _things_that_differ(weights: Array, fields: int) -> Array:
    """Count in how many things that change each for itself pairs differ, by what the first so many fields say."""
    differ = weights[:fields] < -ev.SAYS
    return sum(differ[[row for row in rows if row < fields]].any(axis=0) for rows in _APART)


def _agree(weights: Array) -> Array:
    """Tell which pairs agree in something that proves them one person."""
    return weights[: len(ev.PROOFS)].max(axis=0) > _AGREES


def _differ(weights: Array, fields: int) -> Array:
    """Tell which pairs differ in something, by what the first so many fields say: namesakes of one town do all the same."""
    return (weights[:fields].min(axis=0) < -ev.SAYS) & ~_agree(weights)


def _two_people(
    weights: Array, named: Array, strangers: Array, *, fields: int, wrong: float, quiet: int
) -> float:
    """Tell how many of the pairs of one name that say nothing are two people, from those in which something differs."""
    import numpy as np

    silent = int((~_says_anything(strangers, fields)).sum())
    told = int(_differ(strangers, fields).sum())
    differ = named & _differ(weights, fields)
    differing = float(differ.sum())
    # One who has moved differs in one thing, a namesake in whatever both say.
    often = int((differ & (_things_that_differ(weights, fields) > 1)).sum())
    strangers_often = int((_things_that_differ(strangers, fields) > 1).sum())
    several = strangers_often >= _SEVERAL * told
    corrected = bool(wrong) and (not several or fields < len(ev.SAYING))
    if corrected:
        differing = max(differing - wrong * float((named & _agree(weights)).sum()), 0.0)
    two = (differing + 1) * silent / (told + 1)
    if corrected:  # who is wrong once is seldom wrong twice: those who differ in several things are two people all the same
        two = max(two, (often - float(np.sqrt(often))) * silent / max(strangers_often, 1))
    if several:
        fewer = float(np.sqrt(two * (often + 1) * silent / (strangers_often + 1)))
        two = min(two, fewer) if fewer <= _FEW_TWO * quiet else two
    return two


def _counted(
    weights: Array,
    named: Array,
    chance: Array,
    strangers: Strangers,
    *,
    few: Counted,
    fields: int = len(ev.SAYING),
    kin: tuple[Array, Array] | None = None,
    wrong: float = 0.0,
    least: int = 0,
) -> Counted:
    """Give the bits for rows of these names as `_bits` does, and how seldom chance makes strangers of one such name on average.

    Where fewer than the `least` of the strangers differ in anything, nothing is known but what is known of the `few`.
    """
    import numpy as np

    quiet = named & ~_says_anything(weights, fields)
    if quiet.sum() < _FEW_SILENT or _differ(strangers.weights, fields).sum() < least:
        return few
    # The frequent names among them are worth less, so that the average may be surer than any of them is taken to be.
    surest = _SUREST_ON_AVERAGE
    bits = _bits(weights, named, strangers, few=few.bits, fields=fields, kin=kin, wrong=wrong, surest=surest)
    return Counted(bits, -float(np.log2(np.exp2(-chance[quiet].astype(np.float64)).mean())))


def _no_fathers(weights: Array, named: Array, strangers: Strangers, kin: tuple[Array, Array]) -> float:
    """Give the bits against father and son of one name, who are as many where no dates are known as where they are."""
    import numpy as np

    quiet = int((named & ~_says_anything(weights, len(ev.SAYING))).sum())
    silent = int((~_says_anything(strangers.weights, len(ev.SAYING)) & (strangers.firms == 0)).sum())
    two = _of_one_family(weights, named, strangers, kin, firms=0) * silent
    return float(np.log2(max(quiet, 1) / two)) if two else SURELY_NONE


def _of_one_family(
    weights: Array, named: Array, strangers: Strangers, kin: tuple[Array, Array], *, firms: int
) -> float:
    """Tell for each silent pair of strangers how many fathers and sons of one name there are, or branches of a firm, from those seen.

    They share more than a name, and are seen where both dates or addresses are known.
    """
    seen, known = kin
    told = int(((strangers.firms == firms) & known).sum())
    return int((named & _agree(weights) & seen).sum()) / max(told, 1)


def _bits(
    weights: Array,
    named: Array,
    strangers: Strangers,
    *,
    few: float,
    firms: int = 0,
    fields: int = len(ev.SAYING),
    kin: tuple[Array, Array] | None = None,
    wrong: float = 0.0,
    surest: float = SUREST_SHARE,
) -> float:
    """Give the bits for rows of these names, by what the first so many fields say.

    `kin` are the pairs that show father and son or two branches, and the strangers who could: those count, too. `wrong` is for how many who agree in something there is one
    person who differs.
    """
    import numpy as np

    quiet = int((named & ~_says_anything(weights, fields)).sum())
    if quiet < _FEW_SILENT:
        return few
    kind = strangers.firms == firms
    silent = int((~_says_anything(strangers.weights, fields) & kind).sum())
    two = _two_people(weights, named, strangers.weights[:, kind], fields=fields, wrong=wrong, quiet=quiet)
    if kin is not None:
        # Father and son, and branches of a firm, are as many where they are not seen.
        two += _of_one_family(weights, named, strangers, kin, firms=firms) * silent
    one = np.clip(1 - two / quiet, 0.1, surest)
    return float(np.log2(one / (1 - one)))

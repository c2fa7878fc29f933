"""How the names of two firms agree: by the words that tell firms apart, not by the common ones."""

from __future__ import annotations

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.name_traits import letter_set
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.levels import (
    CONFLICT,
    NEAR,
    NONE,
    PARTIAL,
    SAME,
    SHARED,
    VARIANT,
    is_one_of,
)
from smbcrm.core.matcher.weighing.likeness import likeness
from smbcrm.core.matcher.weighing.one_site import (
    SiteWords,
    another_number,
    another_sister,
    at_one_place,
    numbers_differ,
    one_site,
)
from smbcrm.core.matcher.weighing.rarity import Rarity
from smbcrm.core.naming.firm_names import is_its_plural, is_no_slip
from smbcrm.core.naming.tables.firms import BRANCH_WORDS, FIRM_WORDS, SITE_WORDS

_FIRM_AND_BRANCH = 2  # words of its own
_OF_ANOTHER = 2  # words that are no branch's, from which on a name holds another name

_ONE_WORD, _OWN_WORD = 0.5, 0.65  # how alike two words are at least that may be one
_STEM = 3  # letters
# Persian names of families and firms are made so, in either script; a word that ends on an ا takes one ی more.
_ENDING_WORDS = "ی یی یان ان ستان نیا پور زاده یک i ei ia ian yan an stan nia pour pur zadeh zade"
_ENDINGS = frozenset(_ENDING_WORDS.split())
_MOST_SHARED = 9.0  # bits of words in common that count


def firm_levels(traits: Traits, rarity: Rarity, a: Array, b: Array) -> tuple[Array, Array]:
    """Give for each pair of firms the level on which their names agree, and its weight in bits."""
    import numpy as np

    codes, bits = traits.firm_word_codes, traits.firm_word_bits
    wa, wb = codes[a], codes[b]
    in_b = (wa[:, :, None] == wb[:, None, :]).any(axis=2) & (wa > 0)
    in_a = (wb[:, :, None] == wa[:, None, :]).any(axis=2) & (wb > 0)
    shared = (bits[wa] * in_b).sum(axis=1)
    total_a, total_b = bits[wa].sum(axis=1), bits[wb].sum(axis=1)
    small, large = np.minimum(total_a, total_b), np.maximum(total_a, total_b)
    site = np.array([word in SITE_WORDS or word.isdigit() for word in traits.firm_word_values])
    # A word that other firms use is meant; one that stands alone may be a slip.
    known = np.array([word in FIRM_WORDS for word in traits.firm_word_values])
    odd = (traits.firm_word_held < 3) & ~site & ~known
    only_a, only_b = ~in_b & (wa > 0), ~in_a & (wb > 0)
    odd_a, odd_b = (odd[wa] & only_a).any(axis=1), (odd[wb] & only_b).any(axis=1)
    meant_a, meant_b = (~odd[wa] & only_a).any(axis=1), (~odd[wb] & only_b).any(axis=1)
    words = site, ~(site | known)
    branch = (_is_branch(wa, only_a, *words) & ~odd_b) | (_is_branch(wb, only_b, *words) & ~odd_a)
    name_a, name_b = traits.firm_name.codes[a], traits.firm_name.codes[b]
    alike = likeness(traits.firm_name.values, name_a, name_b)
    inside = likeness(traits.firm_name.values, name_a, name_b, part=True)
    level = np.full(len(a), CONFLICT, dtype=np.int8)
    level[(shared >= 0.4 * large) & (small > 0)] = PARTIAL
    inside = np.where(meant_a & meant_b, 0, inside)
    level[((shared >= 0.95 * small) & (small >= 5)) | (inside >= 0.85)] = VARIANT
    level[((alike >= 0.8) & ~(meant_a & meant_b)) | (alike >= 0.93)] = NEAR
    here = at_one_place(traits, a, b)
    closer = (is_one_of(level, (NEAR, VARIANT)) | here)[:, None]
    unlike, meant = _another_word(traits, wa, wb, ~in_b & closer, ~in_a & closer, common=known)
    level[is_one_of(level, (NEAR, VARIANT)) & (unlike | meant)] = PARTIAL
    sounds = traits.firm_sound.codes
    persian = np.array([not value.isascii() for value in traits.firm_name.values])
    level[(sounds[a] == sounds[b]) & (sounds[a] > 0) & (persian[name_a] != persian[name_b])] = NEAR
    one_branch = _one_branch(traits, a, b, wa, wb, in_b=in_b, in_a=in_a, common=known)
    level[(name_a == name_b) | ((shared >= 0.99 * large) & (small > 0)) | one_branch] = SAME
    ta, tb = traits.firm_town.codes[a], traits.firm_town.codes[b]
    apart = ((ta > 0) & (tb > 0) & (ta != tb)) | numbers_differ(rarity.site_words, wa, wb, in_b, in_a)
    branch = (branch & (level != SAME)) | apart
    level[branch] = CONFLICT
    own, numbered = _at_one_place(
        traits, rarity.site_words, level, (a, b), here=here, open_=in_b.any(axis=1) & ~apart & ~meant
    )
    branch |= numbered
    level[(name_a == 0) | (name_b == 0)] = NONE
    weight = _firm_bits(traits, rarity.firm, level, (a, b), in_b=in_b, in_a=in_a, inside=inside)
    weight = np.where(level == SHARED, np.minimum(own, _MOST_SHARED) - 2, weight)
    return level, np.where(branch & (level == CONFLICT), -9, weight).astype(np.float32)


def _is_branch(codes: Array, only: Array, site: Array, own: Array) -> Array:
    """Tell whether what one name has more than another makes it a branch of that.

    A branch is told by such words alone: "North Side Charities Jelly Bean" may be what others call "Jelly Bean".
    """
    told: Array = (site[codes] & only).any(axis=1) & ((own[codes] & only).sum(axis=1) < _OF_ANOTHER)
    return told


def _one_branch(
    traits: Traits, a: Array, b: Array, wa: Array, wb: Array, *, in_b: Array, in_a: Array, common: Array
) -> Array:
    """Tell where two names are the same but for the word for a branch, and both say what it is called: Kaveh Bakery Tajrish.

    Golden Star Bakery Branch may be any branch of Golden Star Bakery, and at two addresses there are two.
    """
    import numpy as np

    said = np.array([word in BRANCH_WORDS for word in traits.firm_word_values])
    own = ~common & ~said
    only = [(codes > 0) & ~inside for codes, inside in ((wa, in_b), (wb, in_a))]
    bare = [(~which | said[codes]).all(axis=1) for which, codes in zip(only, (wa, wb))]
    one = bare[0] & bare[1] & (only[0].any(axis=1) != only[1].any(axis=1))
    shared = in_b & own[wa]
    two_homes = (traits.home[a] != traits.home[b]) & (traits.home[a] > 0) & (traits.home[b] > 0)
    one &= ~two_homes & (shared.sum(axis=1) >= _FIRM_AND_BRANCH)
    names, words = traits.firm_town.values, traits.firm_word_values
    for pair in np.flatnonzero(one):
        branch = names[traits.firm_town.codes[(a if only[0][pair].any() else b)[pair]]]
        called = {words[code] in branch for code in wa[pair, shared[pair]]}
        one[pair] = called == {True, False}
    return one


def _another_word(
    traits: Traits, wa: Array, wb: Array, only_a: Array, only_b: Array, *, common: Array
) -> tuple[Array, Array]:
    """Tell where both names have one word that the other has not, and these are no slip of each other: Blue Star and Blue Sky Imports.

    A word all of whose letters are in the other one may be that cut short and mistyped. Where the rest is a trade's, their own words
    must be more alike; `common` are the words for trades. Tell, too, where both words are such as many are called after, Parts and Paints, or one is made of the
    other, پارس and پارسیان: then they are two, however alike they are.
    """
    import numpy as np

    only_a, only_b = only_a & (wa > 0), only_b & (wb > 0)
    unlike = (only_a.sum(axis=1) == 1) & (only_b.sum(axis=1) == 1)
    meant = unlike & False
    here = np.flatnonzero(unlike)
    one, two = (codes[here, only[here].argmax(axis=1)] for codes, only in ((wa, only_a), (wb, only_b)))
    values = traits.firm_word_values
    used, back = np.unique([one, two], return_inverse=True)
    back = back.reshape(2, -1)
    letters = np.array([letter_set(values[word]) for word in used], dtype=np.int64)[back]
    no_slip = np.array([is_no_slip(values[word]) for word in used], dtype=bool)[back]
    made_of = (_is_made_of(values[x], values[y]) for x, y in zip(one, two))
    told = np.flatnonzero(no_slip.all(axis=0))
    two_words = np.zeros(len(here), dtype=bool)
    two_words[told] = [
        not is_its_plural(values[x], values[y]) for x, y in zip(one[told].tolist(), two[told].tolist())
    ]
    meant[here] = two_words & ~(common[one] & common[two])
    meant[here] |= np.fromiter(made_of, dtype=bool, count=len(here))
    trade = ((only_a | (wa == 0) | common[wa]).all(axis=1))[here]
    alike = likeness(values, one, two, part=True)
    unlike[here] = (alike < np.where(trade, _OWN_WORD, _ONE_WORD)) & (letters & ~letters[::-1] != 0).all(
        axis=0
    )
    unlike[here] |= two_words
    return unlike, meant


def _is_made_of(one: str, two: str) -> bool:
    """Tell whether one of two words is the other with an ending that makes another name of it."""
    short, long_ = sorted((one, two), key=len)
    return len(short) >= _STEM and long_.startswith(short) and long_[len(short) :] in _ENDINGS


def _at_one_place(
    traits: Traits, site: SiteWords, level: Array, pairs: tuple[Array, Array], *, here: Array, open_: Array
) -> tuple[Array, Array]:
    """Look again, in place, at the names that stand `here`, at one address, and are `open_` to it.

    Give the bits of what is their own in both, and which are another of several by a number that only one of them bears.
    """
    import numpy as np

    a, b = pairs
    own = np.zeros(len(a), dtype=np.float32)
    again = np.flatnonzero(here & open_ & is_one_of(level, (CONFLICT, PARTIAL)))
    own[again] = one_site(traits, site, a[again], b[again])
    level[own > 0] = SHARED
    if site.sister.any():
        # A sister is another firm where a row leaves its address out, too.
        alike = np.flatnonzero(is_one_of(level, (NEAR, VARIANT, SHARED)))
        level[alike[another_sister(traits, site, a[alike], b[alike])]] = PARTIAL
    numbered = np.zeros(len(a), dtype=bool)
    alike = np.flatnonzero(here & is_one_of(level, (NEAR, VARIANT, SHARED)))
    numbered[alike[another_number(traits, site, a[alike], b[alike])]] = True
    level[numbered] = CONFLICT
    return own, numbered


def _firm_bits(
    traits: Traits,
    rarity: Array,
    level: Array,
    pairs: tuple[Array, Array],
    *,
    in_b: Array,
    in_a: Array,
    inside: Array,
) -> Array:
    """Weigh the levels: a name contained in another by the words they share, less those that only one has."""
    import numpy as np

    a, b = pairs
    bits, wa, wb = traits.firm_word_bits, traits.firm_word_codes[a], traits.firm_word_codes[b]
    common = np.array([word in FIRM_WORDS for word in traits.firm_word_values])
    telling = (bits[wa] * ~in_b * ~common[wa]).sum(axis=1) + (bits[wb] * ~in_a * ~common[wb]).sum(axis=1)
    shared = np.minimum((bits[wa] * in_b).sum(axis=1), _MOST_SHARED)
    rare = np.minimum(rarity[traits.firm_name.codes[a]], rarity[traits.firm_name.codes[b]])
    part = np.maximum(shared, np.where(inside >= 0.85, 6, 0)) - 2 - np.minimum(telling, 8) * 0.25
    return np.select(
        [level == SAME, level == NEAR, level == VARIANT, level == PARTIAL, level == CONFLICT],
        [rare, np.minimum(rare, 9) - 1.5, part, shared - 6, -6.0],
        0,
    )

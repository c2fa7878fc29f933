"""How the names of firms agree that stand at one place: one may tell who runs it, or its address, and another not.

"Hill House Association Loop" and "Loop Learning Center" at one address are one site where the list shows, at several places, that
who runs a site is left out of its name. A parent and its daughters have the first words in common instead, and no list leaves those
out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from smbcrm.core.matcher.reading.blocking import pairs_of_key, rows_of
from smbcrm.core.matcher.reading.codes import Array, joined_key
from smbcrm.core.matcher.reading.name_traits import letter_set
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.likeness import bits_set, distinct_pairs, likeness
from smbcrm.core.naming.tables.firms import FIRM_WORDS, GROUP_WORDS, SITE_WORDS

LEAST_SINGLE, _MOST_SINGLE = -1.5, 1.5  # bits
_OWN_BITS = 5.0  # of the words that two names must share
_SEVERAL_HOMES = 3  # at which a word is left out
_FEW_HOMES, _FEW_OF_ALL = 5, 0.01  # that a site's own word stands at
_SEVERAL_SISTERS, _FOR_EACH_SISTER = (
    10,
    2,
)  # places with sisters, and for each at most so many where words are left out
_AT_ONE_PLACE = 12  # names that are all held against each other
_SLIP_FROM, _SHORT_FROM = 5, 3  # letters
_MISTYPED = 0.6  # how alike a word is at least to one it may stand for
_OF_OTHERS = 3  # names that hold a word which is cut short elsewhere
_LONGEST_NUMBER = 2  # digits of the number of one of several
_FIRST = "1"  # the first of several is often written without its number


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteWords:
    """What the words of firms' names are in this list, one place in every array for each word."""

    own: Array  # a site's own: it stands at few places
    left_out: Array  # before a site's own words, at some places and not at others: who runs it
    number: Array  # of one of several
    first: Array  # such a number that may be left out
    group: Array  # a parent's or a daughter's
    sister: Array  # of one of several firms of one name on one line, where the list has many such
    single: float = (
        LEAST_SINGLE  # bits for one firm behind one address and line whose names go on differently
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """One of two names beside each other: one row per pair, one column per word."""

    codes: Array
    shared: Array  # which words the other name has, too
    rest: Array  # which it has not, apart from those of the address


def at_one_place(traits: Traits, a: Array, b: Array) -> Array:
    """Tell which pairs stand at one address, or have one house number and one line: a street may be written in two ways."""
    home, house, line = traits.home, traits.house.codes, traits.phones[:, 0]
    one_line = (line[a] == line[b]) & (line[a] > 0) & (house[a] == house[b]) & (house[a] > 0)
    return ((home[a] == home[b]) & (home[a] > 0)) | one_line


def numbers_differ(site: SiteWords, one: Array, two: Array, in_two: Array, in_one: Array) -> Array:
    """Tell where both names bear a number, and each another: they are two of several."""
    return (site.number[one] & ~in_two).any(axis=1) & (site.number[two] & ~in_one).any(axis=1)


def one_site(traits: Traits, site: SiteWords, a: Array, b: Array) -> Array:
    """Give for names at one place the bits of what is their own in both, where nothing else in them tells two sites; else 0."""
    import numpy as np

    sides = _beside(traits, a, b)
    bits = traits.firm_word_bits
    runs = [_before_own(side, site, site.left_out) for side in sides]
    # Behind everything it is a word for what a site is: Marillo House.
    plain = [
        side.rest & ~((site.left_out[side.codes] & ~_last(side.codes)) | run | site.first[side.codes])
        for side, run in zip(sides, runs)
    ]
    apart = plain[0].any(axis=1) & plain[1].any(axis=1)
    # A daughter, a branch or another of several: what only one of them says, too.
    told = site.number | site.group
    other = (plain[0] & told[sides[0].codes]).any(axis=1) | (plain[1] & told[sides[1].codes]).any(axis=1)
    first = sides[0]
    meant = first.shared & ~site.left_out[first.codes] & ~traits.firm_word_placed[a]
    contained = np.where(apart, 0, (bits[first.codes] * meant).sum(axis=1))
    own = (bits[first.codes] * (meant & site.own[first.codes])).sum(axis=1)
    run_by = runs[0].any(axis=1) | runs[1].any(axis=1)
    found = np.maximum(contained, np.where(run_by, own, 0))
    return np.where((found >= _OWN_BITS) & ~other, found, 0)


def another_sister(traits: Traits, site: SiteWords, a: Array, b: Array) -> Array:
    """Tell which names at one place differ by a word that tells sisters apart in this list, and that the other has not mistyped."""
    import numpy as np

    found = np.zeros(len(a), dtype=bool)
    sides = _beside(traits, a, b)
    for side, other in (sides, sides[::-1]):
        told = side.rest & site.sister[side.codes]
        pair, i, j = np.nonzero(told[:, :, None] & other.rest[:, None, :])
        mistyped = (
            likeness(traits.firm_word_values, side.codes[pair, i], other.codes[pair, j], part=True)
            >= _MISTYPED
        )
        told[pair[mistyped], i[mistyped]] = False
        found |= told.any(axis=1)
    return found


def another_number(traits: Traits, site: SiteWords, a: Array, b: Array) -> Array:
    """Tell which names at one place differ by the number of one of several, whatever else is mistyped or left out in them."""
    import numpy as np

    found = np.zeros(len(a), dtype=bool)
    sides = _beside(traits, a, b)
    for side, other in (sides, sides[::-1]):
        told = (side.rest & site.number[side.codes] & ~site.first[side.codes]).any(axis=1)
        found |= told & ~(other.rest & site.number[other.codes]).any(axis=1)
    return found


def learn_site_words(traits: Traits) -> SiteWords:
    """Tell from the names that stand at one address and on one line which words are left out there, and which are a site's own."""
    import numpy as np

    values, codes = traits.firm_word_values, traits.firm_word_codes
    number = np.array([word.isdigit() and len(word) <= _LONGEST_NUMBER for word in values])
    known = np.array([word in FIRM_WORDS or word in SITE_WORDS for word in values])
    nothing = np.zeros(len(values), dtype=bool)
    kinds = SiteWords(
        own=nothing,
        left_out=nothing,
        number=number,
        first=np.array([word == _FIRST for word in values]),
        group=np.array([word in GROUP_WORDS for word in values]),
        sister=nothing,
    )
    here = np.flatnonzero(traits.firm & (traits.home > 0))
    if not len(here):
        return kinds
    homes = _homes_of_words(codes[here], traits.home[here], len(values))
    own = (homes <= max(_FEW_HOMES, _FEW_OF_ALL * len(np.unique(traits.home[here])))) & ~known & ~number
    own[0] = False
    kinds = replace(kinds, own=own)
    line = joined_key(traits.home[here], traits.phones[here, 0])
    _, each = np.unique(joined_key(line, traits.firm_name.codes[here]), return_index=True)
    pairs = pairs_of_key(here[each], line[each], traits.count, whole=_AT_ONE_PLACE)
    a, b = rows_of(pairs, traits.count)
    sides = _beside(traits, a, b)
    runs = [_before_own(side, kinds, ~nothing) for side in sides]
    runs = [run & ~other.rest.any(axis=1)[:, None] for run, other in zip(runs, reversed(sides))]
    left_out = _homes_of_marked(traits, a, sides, runs) >= _SEVERAL_HOMES
    kinds = replace(kinds, left_out=left_out)
    run_by = len(np.unique(traits.home[a[runs[0].any(axis=1) | runs[1].any(axis=1)]]))
    return _sisters(traits, kinds, a, sides, run_by=run_by)


def _sisters(traits: Traits, site: SiteWords, a: Array, sides: Sequence[_Side], *, run_by: int) -> SiteWords:
    """Tell by which words several firms of one name and line are told apart, where they are no exception in this list.

    Names that begin alike and go on differently are sisters', or one firm's written in two ways. Who writes one firm in many ways
    leaves out words far oftener than he puts others in their place.
    """
    import numpy as np

    rests = [side.rest & ~site.left_out[side.codes] for side in sides]
    alike = _begin_one_way(traits, sides, rests)
    longer = [rest.any(axis=1) for rest in rests]
    differ, left_out = alike & longer[0] & longer[1], alike & (longer[0] ^ longer[1])
    several, single = (len(np.unique(traits.home[a[which]])) for which in (differ, left_out))
    single += run_by
    if several >= _SEVERAL_SISTERS and several * _FOR_EACH_SISTER >= single:
        told = _homes_of_marked(traits, a, sides, [rest & differ[:, None] for rest in rests])
        return replace(site, sister=told >= _SEVERAL_HOMES)
    bits = np.log2(single / (several + _SEVERAL_SISTERS)) if single else LEAST_SINGLE
    return replace(site, single=float(np.clip(bits, LEAST_SINGLE, _MOST_SINGLE)))


def go_on_differently(traits: Traits, site: SiteWords, a: Array, b: Array) -> Array:
    """Tell which names begin alike and go on with other words, which other names of the list hold as well: a clinic and a pharmacy."""
    sides = _beside(traits, a, b)
    rests = [side.rest & ~site.left_out[side.codes] for side in sides]
    found: Array = _begin_one_way(traits, sides, rests) & rests[0].any(axis=1) & rests[1].any(axis=1)
    return found


def _begin_one_way(traits: Traits, sides: Sequence[_Side], rests: Sequence[Array]) -> Array:
    """Tell where names begin alike, and all that they go on with stands in other names, too: it is no slip."""
    found: Array = _begin_alike(sides[0], rests[0]) & _begin_alike(sides[1], rests[1])
    for side, rest in zip(sides, rests):
        found &= (~rest | (traits.firm_word_held[side.codes] >= _OF_OTHERS)).all(axis=1)
    return found


def _begin_alike(side: _Side, rest: Array) -> Array:
    """Tell where what both names have stands before what only this one has."""
    import numpy as np

    first = np.where(rest.any(axis=1), np.argmax(rest, axis=1), rest.shape[1])
    return side.shared[:, 0] & ~(side.shared & (np.arange(rest.shape[1]) > first[:, None])).any(axis=1)


def _homes_of_marked(traits: Traits, a: Array, sides: Sequence[_Side], marked: Sequence[Array]) -> Array:
    """Count for every word the addresses at which it is marked in one of two names."""
    import numpy as np

    codes, homes = [], []
    for side, which in zip(sides, marked):
        row, column = np.nonzero(which)
        codes.append(side.codes[row, column][:, None])
        homes.append(traits.home[a[row]])
    return _homes_of_words(np.concatenate(codes), np.concatenate(homes), len(traits.firm_word_values))


def _homes_of_words(codes: Array, home: Array, size: int) -> Array:
    """Count for every word the addresses it stands at."""
    import numpy as np

    rows, columns = np.nonzero(codes)
    places = np.unique((codes[rows, columns].astype(np.int64) << 32) | home[rows])
    return np.bincount(places >> 32, minlength=size)


def _last(codes: Array) -> Array:
    """Mark the last word of each name."""
    import numpy as np

    return np.arange(codes.shape[1]) == ((codes > 0).sum(axis=1) - 1)[:, None]


def _before_own(side: _Side, site: SiteWords, which: Array) -> Array:
    """Mark those words (of `which`) that only this name has and that stand before one of its own that both have."""
    import numpy as np

    own = side.shared & site.own[side.codes]
    last = np.where(own.any(axis=1), own.shape[1] - 1 - np.argmax(own[:, ::-1], axis=1), -1)
    return side.rest & which[side.codes] & (np.arange(own.shape[1]) < last[:, None])


def _beside(traits: Traits, a: Array, b: Array) -> tuple[_Side, _Side]:
    """Hold the words of names at one place against each other: one slip away or cut short, a word is the same there."""
    import numpy as np

    left, right = traits.firm_word_codes[a], traits.firm_word_codes[b]
    same = (left[:, :, None] == right[:, None, :]) & (left > 0)[:, :, None]
    in_right, in_left = same.any(axis=2), same.any(axis=1)
    open_left = (left > 0) & ~in_right & ~traits.firm_word_placed[a]
    open_right = (right > 0) & ~in_left & ~traits.firm_word_placed[b]
    pair, i, j = np.nonzero(open_left[:, :, None] & open_right[:, None, :])
    if len(pair):
        alike = _one_word(traits, left[pair, i], right[pair, j])
        in_right[pair[alike], i[alike]] = True
        in_left[pair[alike], j[alike]] = True
    return (
        _Side(codes=left, shared=in_right, rest=open_left & ~in_right),
        _Side(codes=right, shared=in_left, rest=open_right & ~in_left),
    )


def _one_word(traits: Traits, one: Array, two: Array) -> Array:
    """Tell which words are one slip apart, or of which one is the other cut short, one that other names hold as well."""
    import numpy as np
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    texts = np.array(traits.firm_word_values, dtype=object)
    length = np.array([len(word) for word in traits.firm_word_values])
    left, right, back = distinct_pairs(one, two)
    turned = length[left] > length[right]
    short, long_ = np.where(turned, right, left), np.where(turned, left, right)
    found = np.zeros(len(left), dtype=bool)
    letters = np.array([letter_set(word) for word in traits.firm_word_values], dtype=np.int64)
    usual = (length[short] >= _SHORT_FROM) & (traits.firm_word_held[long_] >= _OF_OTHERS)
    usual = np.flatnonzero(usual & (letters[short] & ~letters[long_] == 0))
    begins = (y.startswith(x) for x, y in zip(texts[short[usual]].tolist(), texts[long_[usual]].tolist()))
    found[usual] = np.fromiter(begins, dtype=bool, count=len(usual))
    likely = (length[short] >= _SLIP_FROM) & (length[long_] - length[short] <= 1)
    likely = np.flatnonzero(likely & (bits_set(letters[left] ^ letters[right]) <= 2))
    wrong = process.cpdist(
        texts[short[likely]].tolist(),
        texts[long_[likely]].tolist(),
        scorer=OSA.distance,
        score_cutoff=1,
        dtype=np.int32,
    )
    found[likely] |= wrong <= 1
    numbers = np.array([word.isdigit() for word in traits.firm_word_values])
    return (found & ~numbers[long_])[back]

"""Whether ids that differ beside one whole name at one home are one customer's, written down wrong, or a father's and his son's.

Where ids are mistyped, most are a few digits apart, and a wrong one comes once. Father and son, or mother and daughter, are each listed
as often as others: of both the id comes again.
"""

from __future__ import annotations

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.judged import PLACE, Judged
from smbcrm.core.matcher.weighing.levels import CONFLICT, NEAR, PARTIAL, is_one_of
from smbcrm.core.matcher.weighing.signs import id_comes_again, one_name_at_home

# Pairs in which both ids would come again if they were two people's, and the share of them that may.
_FEWEST, _HARDLY_ANY = 10, 0.15
_FOR_EACH_SLIP = 1.5  # ids that are another one, for each that is a few digits off


def ids_are_wrong(found: Judged, traits: Traits, a: Array, b: Array) -> bool:
    """Tell whether ids that differ beside one name at one home are not much more than those mistyped, and hardly ever both come again."""
    ident, named, again = found.levels[PLACE["national_id"]], one_name_at_home(found), id_comes_again(traits)
    differ = named & (ident == CONFLICT)
    slips = int((named & is_one_of(ident, (NEAR, PARTIAL))).sum())
    if not differ.any() or int(differ.sum()) > _FOR_EACH_SLIP * slips:
        return False
    of_two = float(differ.sum()) * float(again[traits.national_id.codes > 0].mean()) ** 2
    return of_two >= _FEWEST and int((differ & again[a] & again[b]).sum()) <= _HARDLY_ANY * of_two

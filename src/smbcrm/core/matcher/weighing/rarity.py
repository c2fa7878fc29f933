"""What agreement on each value is worth in a list: see `learning/rarity.py` for how it is measured."""

from __future__ import annotations

from dataclasses import dataclass

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.weighing.one_site import SiteWords


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many bits agreement on each value is worth, by its number; from the whole table."""

    size: float
    word: Array
    initial: Array
    middle: Array  # by its first letter
    full: Array
    firm: Array
    company: Array
    phone: Array
    email: Array
    email_local: Array
    national_id: Array
    id_near: float  # at most, for two that are nearly the same, and for two that are alike
    id_like: float
    birth: Array
    home: Array
    street: Array
    postal: Array
    postal_area: Array
    postal_near: float  # at most, for two that are nearly the same
    city: Array
    province: Array
    website: Array
    father: Array
    code_repeats: Array
    phone_contested: Array
    email_contested: Array
    phone_twins: Array
    phone_several: Array  # relatives, and no misspelling
    phone_single: Array
    email_twins: Array
    site_words: SiteWords

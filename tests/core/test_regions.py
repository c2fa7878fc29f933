"""A country is one whose phone numbers can be read."""

from __future__ import annotations

import phonenumbers
import pytest

from smbcrm.core.values.regions import REGIONS, region
from smbcrm.errors import UsageError


def test_the_countries_are_those_the_phone_library_knows() -> None:
    assert set(phonenumbers.SUPPORTED_REGIONS) >= REGIONS
    assert [region(code.lower()) for code in sorted(phonenumbers.SUPPORTED_REGIONS)] == sorted(
        phonenumbers.SUPPORTED_REGIONS
    )


@pytest.mark.parametrize("typed", ["IR", "ir", " Ir "])
def test_two_letters_are_a_country_however_they_are_typed(typed: str) -> None:
    assert region(typed) == "IR"


@pytest.mark.parametrize(
    ("typed", "meant"), [("UK", "GB"), ("xx", "IR"), ("Iran", "IR"), ("98", "IR"), ("I", "IR"), ("TUR", "TR"), ("ایران", "IR")]
)  # fmt: skip
def test_what_is_no_country_is_refused_with_what_may_be_meant(typed: str, meant: str) -> None:
    with pytest.raises(UsageError) as refusal:
        region(typed)
    assert str(refusal.value) == f"{typed} is no country code"
    assert str(refusal.value.hint) == f"write two letters, like {meant} or DE"

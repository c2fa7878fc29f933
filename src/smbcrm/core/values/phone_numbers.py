"""One phone number: digits in, E.164 out; by the plan of its country where the shape leaves no doubt, else by phonenumberslite."""

from __future__ import annotations

from collections.abc import Callable

from smbcrm.core.say import say
from smbcrm.core.values.numbering_plans import (
    FEWEST_DIGITS,
    UNKNOWN_RANGE,
    Phone,
    guessed_kind,
    main_country,
    plan_of,
)

NOT_A_NUMBER = say("not a phone number of this country")
TOO_SHORT = say("too short for a phone number")
TOO_LONG = say("too long for a phone number")
TAIL_UNCLEAR = say("some digits behind a phone number were not understood")
NO_AREA = say("a local number without its area code")
DIGITS_LOST = say("a spreadsheet shortened this number and its last digits are lost")
NO_DIGITS = say("no phone number in this cell")


def settler(country: str) -> Callable[[str], Phone | None]:
    """Give the function that settles the common shapes of a column: numbers of the country, and foreign ones with `+`."""
    own = plan_of(country)

    def settle(digits: str) -> Phone | None:
        phone = own.settle(digits) if own is not None else None
        if phone is None and digits[0] == "+" and digits[1] != "0":
            abroad = plan_of(main_country(digits[1:4]))
            phone = abroad.settle(digits) if abroad is not None and abroad is not own else None
            if phone is not None and not phone.valid and country:
                return None  # the plus may be a mistake: the library tries both readings
        return phone

    return settle


def read_number(digits: str, country: str) -> Phone | None:
    """Give the number that digits spell, or None where no country is known or they spell none.

    `digits` holds digits only, after an optional `+`. A number of the right length in no known range comes back as
    not valid: plans grow.
    """
    phone = settler(country)(digits) if len(digits) >= FEWEST_DIGITS else None
    return phone if phone is not None else ask_library(digits, country)


def ask_library(digits: str, country: str) -> Phone | None:
    """Give what phonenumberslite makes of the digits: the first valid reading, else the first possible one."""
    possible = None
    for spelling, region in _spellings(digits, country):
        phone = _parse(spelling, region)
        if phone is None:
            continue
        if phone.valid:
            return phone
        possible = possible or phone
    if possible is None and len(digits) >= 12 and digits[0] not in "+0":
        # Messengers export numbers without their plus.
        phone = _parse("+" + digits, "")
        return phone if phone is not None and phone.valid and phone.kind == "mobile" else None
    return possible


def _spellings(digits: str, country: str) -> list[tuple[str, str]]:
    bare = digits.lstrip("+")
    readings = []
    if digits[0] == "+" and bare[:1] != "0":
        readings.append((digits, ""))
    elif bare.startswith("00") and bare[2:3] not in ("", "0"):
        readings.append(("+" + bare[2:], ""))
    if country:
        readings.append((bare, country))
    return readings


def _parse(spelling: str, region: str) -> Phone | None:
    import phonenumbers as library

    try:
        number = library.parse(spelling, region or None)
    except library.NumberParseException:
        return None
    value = library.format_number(number, library.PhoneNumberFormat.E164)
    national = library.national_significant_number(number)
    if library.is_valid_number(number):
        # Where the calling code is what is dialled within the country, too (1), the library takes off as many as there are.
        front = spelling.removesuffix(national).lstrip("+")
        if len(front) > 2 and set(front) == {str(number.country_code)}:
            return None
        kind = _KINDS.get(library.number_type(number), "")
        return Phone(value=value, valid=True, kind=kind)
    possible = library.is_possible_number_with_reason(number) == library.ValidationResult.IS_POSSIBLE
    # A trunk prefix left on means that the rest has the wrong length.
    region = library.region_code_for_country_code(number.country_code or 0)
    prefix = library.ndd_prefix_for_region(region, True)
    if not (possible and len(national) >= FEWEST_DIGITS) or (prefix and national.startswith(prefix)):
        return None
    # Digits taken off as a carrier's code are the number's own when no such number is known.
    if spelling.removesuffix(national).lstrip("+").removeprefix(str(number.country_code)) in ("", prefix):
        return Phone(value=value, valid=False, kind=guessed_kind(value), why=UNKNOWN_RANGE)
    return None


_KINDS = {0: "landline", 1: "mobile"}

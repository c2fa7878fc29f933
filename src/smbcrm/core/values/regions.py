"""The countries whose phone numbers can be read, by their two letters."""

from __future__ import annotations

from smbcrm.core.say import say
from smbcrm.errors import UsageError

# Those that the phone library knows, so that it need not be loaded to check a setting; tests hold both equal.
_CODES = """
    AC AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG
    CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI
    GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA
    LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO
    NP NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST
    SV SX SY SZ TA TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
"""
REGIONS = frozenset(_CODES.split())
_MEANT = {"UK": "GB", "EN": "GB", "USA": "US", "IRN": "IR", "FA": "IR", "GER": "DE", "TUR": "TR"}


def region(text: str) -> str:
    """Give a country as two capital letters.

    Raises UsageError for one that is none, with what may be meant.

    >>> region("ir"), region(" De ")
    ('IR', 'DE')
    """
    code = text.strip().upper()
    if code in REGIONS or (len(code) == 2 and _is_known(code)):
        return code
    meant = _MEANT.get(code, "IR")
    raise UsageError(
        say("{value} is no country code", value=text),
        say("write two letters, like {meant} or DE", meant=meant),
    )


def _is_known(code: str) -> bool:
    from phonenumbers import SUPPORTED_REGIONS

    return code in SUPPORTED_REGIONS

"""Why each part of a score is what it is, in words an owner would use."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite, isnan

from smbcrm.core.say import Say, say
from smbcrm.core.scores.score_model import Signals
from smbcrm.core.scores.score_parts import Ladder, Measures
from smbcrm.core.values.calendar_days import days_ago


def plain(number: float) -> float | int:
    """Give a number without decimals that say nothing.

    >>> plain(1250000.0), plain(0.333333)
    (1250000, 0.33)
    """
    return int(number) if float(number).is_integer() else round(float(number), 2)


def _known(number: float | None) -> bool:
    return number is not None and isfinite(number)


AHEAD: Mapping[str, str] = {
    "spend": "more than {below} of {known} customers",
    "frequency": "more often than {below} of {known} customers",
    "recency": "fresher than {below} of {known} customers",
    "lateness": "better than {below} of {known} customers",
    "referral": "more than {below} of {known} customers",
    "engagement": "more than {below} of {known} customers",
}


def _standing(part: str, measures: Measures, number: float) -> Say:
    """Say where a number stands in its list; of a long list as a share of 100."""
    steps: Ladder = getattr(measures, part)
    below, level, known = steps.standing(number)
    if known == 1:
        return Say("nobody else to compare with")
    if level == known:
        return say("the same as all {known} customers", known=known)
    if not below:
        return say("among the lowest of {known} customers", known=known)
    if known > 100:
        return say(AHEAD[part], below=100 * below // known, known=100)
    return say(AHEAD[part], below=below, known=known)


def spend_why(signals: Signals, measures: Measures, i: int) -> Say:
    """Say how much was spent, against the others."""
    amount = signals.spend[i]
    if amount is None or not _known(amount):
        return say(
            "no purchase amounts are known; type: smbcrm import FILE --as purchases",
        )
    return say(
        "spent {amount}, {standing}", amount=plain(amount), standing=_standing("spend", measures, amount)
    )


def frequency_why(signals: Signals, measures: Measures, i: int) -> Say:
    """Say how often and how lately something was bought, against the others."""
    count = signals.purchases[i]
    if count is None or not _known(count):
        return Say("how often this customer bought is not known; type: smbcrm import FILE --as purchases")
    standing, days = _standing("frequency", measures, count), measures.days_since_purchase[i]
    if count == 0:
        return say("bought nothing yet, {standing}", standing=standing)
    times: Say = Say("bought once") if count == 1 else say("bought {times} times", times=plain(count))
    if isnan(days):
        return say("{times}, {standing}", times=times, standing=standing)
    return say("{times}, last {ago}, {standing}", times=times, ago=days_ago(int(days)), standing=standing)


def recency_why(signals: Signals, measures: Measures, i: int) -> Say:
    """Say how long ago the last purchase was, against the usual gap."""
    days = measures.days_since_purchase[i]
    if isnan(days):
        if signals.purchases[i] == 0:
            return Say("there is no first purchase yet to count from")
        return Say("when this customer last bought is not known; type: smbcrm import FILE --as purchases")
    gap = float(measures.expected_gap[i])
    return say(
        "last bought {ago}, expected every {gap} days, {standing}",
        ago=days_ago(int(days)),
        gap=max(1, round(gap)),
        standing=_standing("recency", measures, -(float(days) / gap)),
    )


def payment_why(signals: Signals, measures: Measures, i: int) -> Say:
    """Say how punctual the payments are and what is overdue."""
    late, owed = signals.days_late[i], signals.balance_overdue[i]
    punctual: Say | None = None
    if late is not None and _known(late):
        standing = _standing("lateness", measures, -late)
        punctual = say("{habit}, {standing}", habit=_habit(round(late, 1)), standing=standing)
    if owed is None or not _known(owed):
        return punctual or Say("how this customer pays is not known; type: smbcrm import FILE --as payments")
    debt = say("{amount} is overdue now", amount=plain(owed)) if owed > 0 else Say("nothing is overdue")
    return say("{punctual}; {debt}", punctual=punctual, debt=debt) if punctual else debt


def _habit(late: float) -> Say:
    if not late:
        return Say("pays on the day")
    if abs(late) == 1:
        return Say("pays one day late") if late > 0 else Say("pays one day early")
    if late > 0:
        return say("pays {days} days late", days=plain(late))
    return say("pays {days} days early", days=plain(-late))


def referral_why(signals: Signals, measures: Measures, i: int) -> Say:
    """Say how many customers came through this one."""
    count = signals.referrals[i]
    if count is None or not _known(count):
        return say(
            'who came through this customer is not known; type: smbcrm log {id} referral "WHOM"',
            id=f"C{signals.ids[i]}",
        )
    standing = _standing("referral", measures, count)
    if count == 0:
        return say("referred nobody, {standing}", standing=standing)
    if count == 1:
        return say("referred one customer, {standing}", standing=standing)
    return say("referred {count} customers, {standing}", count=plain(count), standing=standing)


def engagement_why(signals: Signals, measures: Measures, i: int) -> Say:
    """Say how much the two sides were in touch."""
    count, days = signals.interactions[i], measures.days_since_contact[i]
    last = None if isnan(days) else say("last contact {ago}", ago=days_ago(int(days)))
    if count is None or not _known(count):
        return last or say(
            'no contact is recorded; type: smbcrm log {id} call "WHAT WAS SAID"', id=f"C{signals.ids[i]}"
        )
    touches = say(
        "one contact in the last year, {standing}"
        if count == 1
        else "{count} contacts in the last year, {standing}",
        count=plain(count),
        standing=_standing("engagement", measures, count),
    )
    return say("{touches}; {last}", touches=touches, last=last) if last else touches


def satisfaction_why(signals: Signals, measures: Measures, i: int) -> Say:
    """Say how satisfied the customer said to be; silence is not satisfaction."""
    rating = signals.satisfaction[i]
    if rating is None or not _known(rating):
        return Say(
            "never asked how satisfied, and silence is no praise; type: smbcrm import FILE --as ratings"
        )
    return say("satisfied to {percent} of 100", percent=plain(round(100 * min(max(rating, 0), 1))))


WHY = {
    "spend": spend_why,
    "frequency": frequency_why,
    "recency": recency_why,
    "payment": payment_why,
    "referral": referral_why,
    "engagement": engagement_why,
    "satisfaction": satisfaction_why,
}

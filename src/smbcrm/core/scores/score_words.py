"""Why each part of a score is what it is, in words an owner would use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isnan

from smbcrm.core.say import Say, say
from smbcrm.core.scores.score_facts import Facts, Frame
from smbcrm.core.values.calendar_days import days_ago


def plain(number: float) -> float | int:
    """Give a number without decimals that say nothing.

    >>> plain(1250000.0), plain(0.333333)
    (1250000, 0.33)
    """
    return int(number) if float(number).is_integer() else round(float(number), 2)


AHEAD: Mapping[str, str] = {
    "spend": "more than {below} of {known} customers",
    "frequency": "more often than {below} of {known} customers",
    "recency": "fresher than {below} of {known} customers",
    "lateness": "better than {below} of {known} customers",
    "referral": "more than {below} of {known} customers",
    "engagement": "more than {below} of {known} customers",
}


def _standing(ladder: str, facts: Facts, frame: Frame) -> Say:
    """Say where a number stands in its list; of a long list as a share of 100."""
    below, level, known = facts.standing(ladder, frame)
    if known == 1:
        return Say("nobody else to compare with")
    if level == known:
        return say("the same as all {known} customers", known=known)
    if not below:
        return say("among the lowest of {known} customers", known=known)
    if known > 100:
        return say(AHEAD[ladder], below=100 * below // known, known=100)
    return say(AHEAD[ladder], below=below, known=known)


def spend_why(facts: Facts, frame: Frame, id: int) -> Say:
    """Say how much was spent, and how much of it lately, against the others."""
    if isnan(facts.spend):
        return say("no purchase amounts are known; type: `smbcrm purchase add {id} AMOUNT`", id=f"C{id}")
    amount, standing = plain(facts.spend), _standing("spend", facts, frame)
    lately = facts.spend_lately
    if isnan(lately) or lately == facts.spend:
        return say("spent {amount}, {standing}", amount=amount, standing=standing)
    if lately <= 0:
        return say("spent {amount}, nothing in the last year, {standing}", amount=amount, standing=standing)
    return say(
        "spent {amount}, {lately} in the last year, {standing}",
        amount=amount,
        lately=plain(lately),
        standing=standing,
    )


def frequency_why(facts: Facts, frame: Frame, id: int) -> Say:
    """Say how often and how lately something was bought, against the others."""
    count, days = facts.purchases, facts.days_since_purchase
    if isnan(count):
        return say(
            "how often this customer bought is not known; type: `smbcrm purchase add {id} AMOUNT`",
            id=f"C{id}",
        )
    standing = _standing("frequency", facts, frame)
    if count == 0:
        return say("bought nothing yet, {standing}", standing=standing)
    times: Say = Say("bought once") if count == 1 else say("bought {times} times", times=plain(count))
    lately = facts.purchases_lately
    if not isnan(lately) and 0 < lately < count:
        times = say("{times}, {lately} in the last year", times=times, lately=plain(lately))
    if isnan(days):
        return say("{times}, {standing}", times=times, standing=standing)
    return say("{times}, last {ago}, {standing}", times=times, ago=days_ago(int(days)), standing=standing)


def recency_why(facts: Facts, frame: Frame, id: int) -> Say:
    """Say how long ago the last purchase was, against the usual gap."""
    if isnan(facts.days_since_purchase):
        if facts.purchases == 0:
            return Say("there is no first purchase yet to count from")
        return say(
            "when this customer last bought is not known; type: `smbcrm purchase add {id} AMOUNT --date DATE`",
            id=f"C{id}",
        )
    return say(
        "last bought {ago}, expected every {gap} {gap:day|days}, {standing}",
        ago=days_ago(int(facts.days_since_purchase)),
        gap=max(1, round(facts.expected_gap)),
        standing=_standing("recency", facts, frame),
    )


def payment_why(facts: Facts, frame: Frame, id: int) -> Say:
    """Say how punctual the payments are and what is overdue."""
    punctual: Say | None = None
    if not isnan(facts.days_late):
        standing = _standing("lateness", facts, frame)
        punctual = say("{habit}, {standing}", habit=_habit(round(facts.days_late, 1)), standing=standing)
    owed = facts.overdue
    if isnan(owed):
        return punctual or say(
            "how this customer pays is not known; type: `smbcrm invoice add {id} AMOUNT --due DATE`",
            id=f"C{id}",
        )
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


def referral_why(facts: Facts, frame: Frame, id: int) -> Say:
    """Say how many customers came through this one, and how often he spoke for the shop."""
    count, spoke = facts.referrals, facts.advocacy
    if isnan(count) and isnan(spoke):
        return say(
            'who came through this customer is not known; type: `smbcrm touch {id} --kind referral --to "WHOM"`',
            id=f"C{id}",
        )
    standing = _standing("referral", facts, frame)
    brought = None if isnan(count) else _brought(count)
    if isnan(spoke) or not spoke:
        return say("{deed}, {standing}", deed=brought or Say("referred nobody"), standing=standing)
    spoken = (
        Say("spoke for you once") if spoke == 1 else say("spoke for you {times} times", times=plain(spoke))
    )
    deed = say("{brought}, {spoken}", brought=brought, spoken=spoken) if brought else spoken
    return say("{deed}, {standing}", deed=deed, standing=standing)


def _brought(count: float) -> Say:
    if count == 0:
        return Say("referred nobody")
    if count == 1:
        return Say("referred one customer")
    return say("referred {count} customers", count=plain(count))


def engagement_why(facts: Facts, frame: Frame, id: int) -> Say:
    """Say how much the two sides were in touch."""
    count, days = facts.interactions, facts.days_since_contact
    last = None if isnan(days) else say("last contact {ago}", ago=days_ago(int(days)))
    if isnan(count):
        return last or say(
            'no contact is recorded; type: `smbcrm log {id} call "WHAT WAS SAID"`', id=f"C{id}"
        )
    touches = say(
        "one contact in the last year, {standing}"
        if count == 1
        else "{count} contacts in the last year, {standing}",
        count=plain(count),
        standing=_standing("engagement", facts, frame),
    )
    return say("{touches}; {last}", touches=touches, last=last) if last else touches


def satisfaction_why(facts: Facts, _frame: Frame, id: int) -> Say:
    """Say how satisfied the customer said to be; silence is not satisfaction."""
    if isnan(facts.satisfaction):
        return say(
            "never asked how satisfied, and silence is no praise; type: `smbcrm rate {id} 4/5`", id=f"C{id}"
        )
    percent = plain(round(100 * min(max(facts.satisfaction, 0), 1)))
    if facts.ratings > 1:
        return say(
            "satisfied to {percent} of 100, {count} {count:answer|answers}",
            percent=percent,
            count=plain(facts.ratings),
        )
    return say("satisfied to {percent} of 100", percent=percent)


WHY: Mapping[str, Callable[[Facts, Frame, int], Say]] = {
    "spend": spend_why,
    "frequency": frequency_why,
    "recency": recency_why,
    "payment": payment_why,
    "referral": referral_why,
    "engagement": engagement_why,
    "satisfaction": satisfaction_why,
}

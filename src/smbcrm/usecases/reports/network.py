"""Is the network growing: who is in it, who is active, who came through whom, who speaks of the shop, and who was lost."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from smbcrm.core.intervals import net_promoters, share
from smbcrm.core.say import say
from smbcrm.core.scores.lifecycle import LOST, LOST_DAYS, STATES
from smbcrm.core.values.touches import SPEAKING
from smbcrm.usecases.ports import Store
from smbcrm.usecases.reports.measures import Measure, rate
from smbcrm.usecases.reports.tiers import ACTIVE

FEW = 30
"""Below so many answers a net promoter score swings with every one of them; the words say more."""


def report_network(store: Store, *, today: datetime.date, days: int = 90, few: bool = False) -> list[Measure]:
    """Give the figures of the relations, over the last `days` days, with the same span a year earlier beside them."""
    import numpy as np

    from smbcrm.usecases.dealings.buying_habits import read_habits

    habits = read_habits(store, today=today)
    states = habits.state
    bought = habits.purchases > 0
    active = np.isin(states, [STATES.index(state) for state in ACTIVE])
    first = dict(store.read(_CAME))
    lost_after = np.maximum(LOST * habits.expected, LOST_DAYS)
    now, year = _span(today, days), _span(today - datetime.timedelta(days=365), days)
    new_now, new_before = (sum(a <= day <= b for day in first.values()) for a, b in (now, year))
    lost = int(((states == STATES.index("lost")) & (habits.since_last <= days + lost_after)).sum())
    members = len(habits.ids)
    return [
        Measure(
            measure="members", value=float(members), what=say("customers on the list"), command="smbcrm list"
        ),
        rate(
            "active",
            share(int((active & bought).sum()), int(bought.sum())),
            what=say("buying at their usual pace, of all who ever bought"),
            command="smbcrm lifecycle",
        ),
        *_newcomers(store, (new_now, new_before), now, year, days=days),
        *_growth(new_now, lost, days=days),
        *_word_of_mouth(store, members, now, year),
        *_promoters(store, today, few=few),
    ]


def _newcomers(
    store: Store, new: tuple[int, int], now: tuple[str, str], before: tuple[str, str], *, days: int
) -> Iterator[Measure]:
    """Give how many first came in the span, and how many of them were sent."""
    came_now, came_before = _referred(store, now), _referred(store, before)
    yield Measure(
        measure="new",
        value=float(new[0]),
        before=float(new[1]),
        what=say("first came in the last {days} days", days=days),
        command="smbcrm lifecycle --state new",
    )
    yield rate(
        "new by referral",
        share(min(len(came_now), new[0]), new[0]),
        share(min(len(came_before), new[1]), new[1]),
        what=say("of the new ones, those who were sent by another customer"),
        command="smbcrm touch list --kind referral",
    )


def _growth(new: int, lost: int, *, days: int) -> Iterator[Measure]:
    """Give how many were lost, and whether more came."""
    yield Measure(
        measure="lost",
        value=float(lost),
        what=say("became lost in the last {days} days", days=days),
        command="smbcrm lifecycle --state lost",
    )
    yield Measure(
        measure="growth",
        value=float(new - lost),
        what=say("new less lost: above 0 the network grows"),
        command="smbcrm at-risk" if new <= lost else "smbcrm lifecycle --state new",
    )


def _span(until: datetime.date, days: int) -> tuple[str, str]:
    return (until - datetime.timedelta(days=days - 1)).isoformat(), until.isoformat()


def _referred(store: Store, span: tuple[str, str]) -> set[int]:
    """Give the customers who first came in a span and were sent by another one."""
    return {
        number
        for number, day in store.read(
            f"SELECT c.to_customer, f.day FROM (SELECT DISTINCT to_customer FROM link_records WHERE kind = 'referral') c "
            f"JOIN ({_CAME}) f ON f.id = c.to_customer"
        )
        if span[0] <= day <= span[1]
    }


def _word_of_mouth(
    store: Store, members: int, now: tuple[str, str], before: tuple[str, str]
) -> Iterator[Measure]:
    """Give referrals for each 100 customers, how often somebody spoke for the shop unasked, came to see it, or took part."""
    referrals, referrals_before = (next(iter(store.read(_REFERRALS, [*span])))[0] for span in (now, before))
    deeds, deeds_before = (dict(store.read(_DEEDS, [*span])) for span in (now, before))

    yield Measure(
        measure="referrals per 100",
        value=round(100 * referrals / members, 2) if members else None,
        before=round(100 * referrals_before / members, 2) if members else None,
        count=referrals,
        what=say("customers brought, for each 100 on the list"),
        command='smbcrm touch WHO --kind referral --to "WHOM"',
    )
    for measure, kinds, what, command in _SHOWN:
        value, earlier = (float(sum(found.get(kind, 0) for kind in kinds)) for found in (deeds, deeds_before))
        yield Measure(measure=measure, value=value, before=earlier, what=what, command=command)


_SHOWN = (
    (
        "spoke for you", SPEAKING, say("praise, mentions, reviews and recommendations nobody asked for"),
        'smbcrm touch WHO --kind praise --text "WHAT WAS SAID"',
    ),
    ("visits", ("visit",), say("met in person"), 'smbcrm log WHO visit "WHAT WAS SAID"'),
    (
        "taking part", ("content", "event"), say("made something for you, or came to an event"),
        "smbcrm touch WHO --kind event",
    ),
)  # fmt: skip


def _promoters(store: Store, today: datetime.date, *, few: bool) -> Iterator[Measure]:
    """Give the net promoter score of the last year's answers from 0 to 10, one of each customer: his newest."""
    year_ago = (today - datetime.timedelta(days=365)).isoformat()
    answers = [
        value
        for (value,) in store.read(
            "SELECT value FROM (SELECT a.value, row_number() OVER (PARTITION BY r.customer_id ORDER BY a.date DESC, a.id DESC) AS place "
            "FROM rating a JOIN source_row r ON r.id = a.row_id WHERE a.scale = 10 AND a.value IS NOT NULL AND a.date >= ? "
            "AND r.customer_id IN (SELECT id FROM customer WHERE archived = 0)) WHERE place = 1",
            [year_ago],
        )
    ]
    if not answers or (len(answers) < FEW and not few):
        yield Measure(
            measure="net promoters",
            value=None,
            count=len(answers),
            what=say(
                "too few answers from 0 to 10 ({count} of {few}): read the words instead",
                count=len(answers),
                few=FEW,
            ),
            command="smbcrm rate list",
        )
        return
    up, down = sum(value >= 9 for value in answers), sum(value <= 6 for value in answers)
    found = net_promoters(up, down, len(answers))
    yield Measure(
        measure="net promoters",
        value=round(found.value, 1),
        count=len(answers),
        low=round(found.low, 1),
        high=round(found.high, 1),
        what=say("9 and 10 less 0 to 6, of each 100 answers"),
        command="smbcrm rate list --where 'value <= 6'",
    )


# The first day anything is known of a customer: he bought, was spoken to, was sent, or came with a list that tells the day.
_CAME = """
SELECT id, min(day) AS day FROM (
    SELECT id, first_purchase AS day FROM customer WHERE archived = 0 AND first_purchase IS NOT NULL
    UNION ALL SELECT id, json_extract(fields, '$.created_at') FROM customer WHERE archived = 0 AND json_extract(fields, '$.created_at') IS NOT NULL
    UNION ALL SELECT to_customer, date FROM link_records WHERE kind = 'referral' AND date <> ''
    UNION ALL SELECT r.customer_id, i.date FROM interaction i JOIN source_row r ON r.id = i.row_id WHERE r.customer_id IS NOT NULL AND i.date <> ''
) WHERE id IN (SELECT id FROM customer WHERE archived = 0) GROUP BY id
"""
_REFERRALS = f"""
SELECT count(*) FROM link_records l JOIN customer c ON c.id = l.customer AND c.archived = 0 LEFT JOIN ({_CAME}) f ON f.id = l.to_customer
WHERE l.kind = 'referral' AND coalesce(nullif(l.date, ''), f.day) BETWEEN ? AND ?
"""
_DEEDS = """
SELECT i.kind, count(*) FROM interaction i JOIN source_row r ON r.id = i.row_id JOIN customer c ON c.id = r.customer_id AND c.archived = 0
WHERE i.date BETWEEN ? AND ? GROUP BY i.kind
"""

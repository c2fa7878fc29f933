"""The sheets beside the customers: the plan with boxes to tick, the questions with room for answers, the log of what happened."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping, Sequence

from smbcrm.core.dates import read_day
from smbcrm.core.money import parse_amount
from smbcrm.core.say import from_data, percent, say
from smbcrm.core.workbook.changes import Content
from smbcrm.core.workbook.shape import LOG_SHEET, PLAN_SHEET, REVIEW_SHEET, Col, Shape
from smbcrm.core.workbook.sheet_merge import Cells, NewRow, SheetMerge
from smbcrm.errors import SmbcrmError, UsageError
from smbcrm.usecases.answer_questions import Answer, answer_questions
from smbcrm.usecases.find_customer import find_customer
from smbcrm.usecases.list_customers import Selecting
from smbcrm.usecases.log_interaction import log_interaction
from smbcrm.usecases.planning.welcome import WELCOME
from smbcrm.usecases.ports import Store
from smbcrm.usecases.review_questions import open_questions, with_details
from smbcrm.usecases.settle_items import item_done, open_item, settle_fitting
from smbcrm.usecases.workbook.results import Taken, refused

Speak = Callable[[object], str]
"""Gives a sentence, or a word of the program's, in the language of the workbook."""

PLAN_SHAPE = Shape(
    name=PLAN_SHEET,
    id_key="item",
    columns=(
        Col(key="item", heading="Item", owner="id"),
        Col(key="date", heading="Date", holds="date", owner="computed"),
        Col(key="customer_id", heading="Customer", owner="computed"),
        Col(key="name", heading="Name", owner="computed"),
        Col(key="phone", heading="Phone", holds="phone", owner="computed"),
        Col(key="tier", heading="Tier", owner="computed"),
        Col(key="kind", heading="Kind", holds="words", owner="computed"),
        Col(key="minutes", heading="Minutes", holds="number", owner="computed"),
        Col(key="cost", heading="Cost", holds="number", owner="computed"),
        Col(key="reason", heading="Reason", holds="words", owner="computed"),
        Col(key="done", heading="Done", holds="yesno"),
        Col(key="spent_minutes", heading="Minutes spent", holds="number"),
        Col(key="spent_cost", heading="Money spent", holds="number"),
        Col(key="note", heading="Note", holds="lines"),
    ),
)
REVIEW_SHAPE = Shape(
    name=REVIEW_SHEET,
    id_key="pair",
    columns=(
        Col(key="pair", heading="Pair", owner="id"),
        Col(key="customer_a", heading="Customer A", owner="computed"),
        Col(key="name_a", heading="Name A", owner="computed"),
        Col(key="customer_b", heading="Customer B", owner="computed"),
        Col(key="name_b", heading="Name B", owner="computed"),
        Col(key="confidence", heading="Confidence", holds="words", owner="computed"),
        Col(key="differs", heading="Differs", holds="words", owner="computed"),
        Col(key="evidence", heading="Evidence", holds="words", owner="computed"),
        Col(key="answer", heading="Same customer? yes or no"),
    ),
)
LOG_SHAPE = Shape(
    name=LOG_SHEET,
    id_key="noted",
    columns=(
        Col(key="date", heading="Date", holds="date"),
        Col(key="customer", heading="Customer"),
        Col(key="kind", heading="Kind"),
        Col(key="text", heading="What happened", holds="lines"),
        Col(key="minutes", heading="Minutes", holds="number"),
        Col(key="cost", heading="Cost", holds="number"),
        Col(key="noted", heading="Noted", owner="id"),
    ),
    takes_rows=True,
)


def plan_now(store: Store, speak: Speak) -> Content:
    """Give the open items of the current plan by their day."""
    found = store.read(
        "SELECT item_id, date, customer_id, name, phone, coalesce(tier, ''), kind, minutes, cost, reason FROM plan_records "
        f"WHERE status = 'open' AND {WELCOME} ORDER BY date, item_id"
    )
    return Content(
        shape=PLAN_SHAPE,
        records={
            f"P{number}": {
                "item": f"P{number}", "date": date, "customer_id": customer, "name": name, "phone": phone, "tier": tier,
                "kind": speak(say(kind)), "minutes": _number(minutes), "cost": _number(cost) if cost else "",
                "reason": speak(from_data(json.loads(reason))),
            }
            for number, date, customer, name, phone, tier, kind, minutes, cost, reason in found
        },
    )  # fmt: skip


def review_now(store: Selecting, speak: Speak) -> Content:
    """Give the open questions about who is who, the one most worth answering first."""
    records: dict[str, Cells] = {}
    for asked in with_details(store, open_questions(store)):
        question = asked.question
        different = [line for line in asked.lines if line.differs]
        records[str(question.pair)] = {
            "pair": str(question.pair),
            "customer_a": f"C{question.a.customer}",
            "name_a": question.a.name,
            "customer_b": f"C{question.b.customer}",
            "name_b": question.b.name,
            "confidence": percent(question.confidence),
            "differs": "\n".join(
                f"{speak(say(line.field))}: {_joined(line.a)} <> {_joined(line.b)}" for line in different
            ),
            "evidence": "\n".join(speak(what) for _, what, _ in asked.evidence),
        }
    return Content(shape=REVIEW_SHAPE, records=records)


def log_now(base: Mapping[str, Cells]) -> Content:
    """Give the lines of the log that were noted: they stay as the owner wrote them."""
    return Content(shape=LOG_SHAPE, records=base)


def _joined(values: Sequence[object]) -> str:
    return ", ".join(map(str, values))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"


def take_plan(store: Store, merge: SheetMerge, *, today: datetime.date, operation: int, taken: Taken) -> None:
    """Settle the items that were ticked, with the minutes, the money and the note beside them."""
    for number, cells in merge.edits.items():
        tick = cells.get("done", "")
        if not tick:
            continue  # minutes and notes wait until the item is ticked
        try:
            if tick != "yes":
                raise UsageError(say("{value} is neither yes nor no", value=tick))
            item_done(
                store, open_item(store, number), date=today, today=today, note=cells.get("note", ""),
                minutes=_amount(cells.get("spent_minutes", "")), cost=_amount(cells.get("spent_cost", "")),
                operation=operation,
            )  # fmt: skip
            taken.done += 1
        except SmbcrmError as problem:
            taken.refused.append(
                refused(
                    PLAN_SHAPE,
                    row=merge.places.get(number, 0),
                    id=number,
                    key="done",
                    text=tick,
                    problem=problem,
                )
            )


def take_answers(store: Store, merge: SheetMerge, *, taken: Taken) -> None:
    """Make decisions of the answers; those that cannot stand are told."""
    answers = [
        Answer(
            row=merge.places.get(pair, 0),
            pair=pair,
            customer_a="",
            customer_b="",
            answer=cells.get("answer", ""),
        )
        for pair, cells in merge.edits.items()
        if cells.get("answer")
    ]
    if not answers:
        return
    for answer, outcome in zip(answers, answer_questions(store, answers).outcomes):
        if outcome.status == "refused":
            reason = outcome.reason or say("it cannot be followed")
            taken.refused.append(
                refused(
                    REVIEW_SHAPE,
                    row=outcome.row,
                    id=answer.pair,
                    key="answer",
                    text=answer.answer,
                    problem=reason,
                )
            )
        elif outcome.status == "done":
            taken.answered += 1


def take_log(
    store: Store,
    rows: Sequence[NewRow],
    *,
    kind: Callable[[str], str],
    today: datetime.date,
    operation: int,
    taken: Taken,
) -> dict[str, Cells]:
    """Make interactions of the new lines of the log; give them as they stand now, by the number each got."""
    noted: dict[str, Cells] = {}
    for row in rows:
        cells = row.cells
        try:
            customer = find_customer(store, cells.get("customer", ""))
            day = read_day(cells["date"], today=today) if cells.get("date") else today
            what = kind(cells.get("kind", "")) or "note"
            number = log_interaction(
                store, customer, what, cells.get("text", ""), date=day, today=today, operation=operation,
                minutes=_amount(cells.get("minutes", "")), cost=_amount(cells.get("cost", "")),
            )  # fmt: skip
            settle_fitting(store, customer, what, date=day, interaction=number)
        except SmbcrmError as problem:
            taken.refused.append(
                refused(
                    LOG_SHAPE,
                    row=row.number,
                    id="",
                    key="customer",
                    text=cells.get("customer", ""),
                    problem=problem,
                )
            )
            continue
        taken.logged += 1
        noted[f"I{number}"] = {**cells, "noted": f"I{number}"}
        taken.taken_in.setdefault(LOG_SHEET, {})[row.number] = f"I{number}"
    return noted


def lines_still_noted(store: Store, base: Mapping[str, Cells]) -> dict[str, Cells]:
    """Give the lines of the log whose interaction is still there: one that was taken back is new again."""
    numbers = [int(key[1:]) for key in base if key[1:].isdecimal()]
    there = {
        number
        for (number,) in store.read(
            "SELECT id FROM interaction WHERE id IN (SELECT value FROM json_each(?))", [numbers]
        )
    }
    return {key: cells for key, cells in base.items() if key[1:].isdecimal() and int(key[1:]) in there}


def _amount(text: str) -> float | None:
    if not text:
        return None
    amount = parse_amount(text)
    if amount is None:
        raise UsageError(say("{value} is not a number", value=text))
    return float(amount.value)

"""What holds for everything noted by hand: merging and splitting carry it, undo is exact, sums are those of the list."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from smbcrm.core.say import say
from smbcrm.errors import UsageError
from smbcrm.readers.headers import load_headers
from smbcrm.store.schema import JOURNALLED
from smbcrm.store.sqlite import SqliteStore
from smbcrm.usecases.dealings.owed_bills import owing_by_customer
from smbcrm.usecases.dealings.own_record import remove_record
from smbcrm.usecases.decide_pairs import decide, split_rows
from smbcrm.usecases.edit_customer import add_customer, set_fields
from smbcrm.usecases.log_interaction import log_interaction
from smbcrm.usecases.record_invoice import add_invoice
from smbcrm.usecases.record_payment import add_payment
from smbcrm.usecases.record_purchase import TypedSale, add_purchase
from smbcrm.usecases.record_rating import add_rating
from smbcrm.usecases.record_touch import add_touch
from smbcrm.usecases.tell_history import tell_history

HEADERS = load_headers()
TODAY = datetime.date(2026, 11, 22)
NAMES = ("Sara Ahmadi", "رضا کریمی", "Omid Sadeghi", "مینا تهرانی")
AMOUNTS = st.integers(1, 900).map(str)
WHO = st.integers(0, 3)
TABLES = [table for table in JOURNALLED if table not in ("source",)]


class Shop(RuleBasedStateMachine):
    """A shop whose owner notes, joins, parts and takes back, in any order; all money is in one unit."""

    @initialize()
    def four_customers(self) -> None:
        self.store = SqliteStore.open(":memory:")
        self.clock = 0
        self.states: list[dict[str, list[tuple[Any, ...]]]] = []
        for n, name in enumerate(NAMES):
            with self.operation() as operation:
                add_customer(
                    self.store,
                    name,
                    {"phone": f"0912123450{n}"},
                    headers=HEADERS,
                    operation=operation,
                    country="IR",
                )
        self.rows = [
            row for (row,) in self.store.read("SELECT id FROM source_row WHERE anchor IS NULL ORDER BY id")
        ]
        self.made: dict[tuple[str, int], int] = {}  # of each record: the row of the list it belongs with

    def operation(self) -> Any:
        self.clock += 1
        self.states.append(self.everything())
        return self.store.operation("note", at=f"2026-11-22T00:00:{self.clock % 60:02d}+00:00")

    def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        return {table: list(self.store.read(f"SELECT * FROM {table} ORDER BY id")) for table in TABLES}

    def customer(self, who: int) -> int:
        ((number,),) = self.store.read("SELECT customer_id FROM source_row WHERE id = ?", [self.rows[who]])
        return int(number)

    @rule(
        who=WHO, amount=AMOUNTS, order=st.sampled_from(["", "7", "8"]), back=st.booleans(), due=st.booleans()
    )
    def sell(self, who: int, amount: str, order: str, back: bool, due: bool) -> None:
        until = TODAY + datetime.timedelta(days=5) if due and not back else None
        typed = TypedSale(amount=amount, unit="USD", order=order, taken_back=back)
        with self.operation() as operation:
            add_purchase(
                self.store, self.customer(who), typed, date=TODAY, today=TODAY, due=until, operation=operation
            )
        self.drop_unchanged()

    @rule(who=WHO, amount=AMOUNTS, number=st.sampled_from(["", "1", "2"]), late=st.booleans())
    def bill(self, who: int, amount: str, number: str, late: bool) -> None:
        day = datetime.date(2026, 10, 1)
        due = datetime.date(2026, 11, 1 if late else 30)
        with self.operation() as operation:
            add_invoice(
                self.store, self.customer(who), amount, unit="USD", number=number, date=day, due=due, text="", today=TODAY, operation=operation
            )  # fmt: skip
        self.drop_unchanged()

    @rule(who=WHO, amount=AMOUNTS)
    def pay(self, who: int, amount: str) -> None:
        with self.operation() as operation:
            add_payment(
                self.store,
                self.customer(who),
                amount,
                unit="USD",
                number="",
                date=TODAY,
                today=TODAY,
                operation=operation,
            )

    @rule(who=WHO, value=st.integers(1, 5))
    def rate(self, who: int, value: int) -> None:
        with self.operation() as operation:
            add_rating(
                self.store,
                self.customer(who),
                str(value),
                scale=None,
                about="",
                text="",
                date=TODAY,
                today=TODAY,
                operation=operation,
            )

    @rule(who=WHO, kind=st.sampled_from(["call", "visit"]))
    def talk(self, who: int, kind: str) -> None:
        with self.operation() as operation:
            log_interaction(
                self.store, self.customer(who), kind, "", date=TODAY, today=TODAY, operation=operation
            )

    @rule(who=WHO, other=WHO)
    def send(self, who: int, other: int) -> None:
        giver, came = self.customer(who), self.customer(other)
        if giver != came:
            with self.operation() as operation:
                add_touch(
                    self.store, giver, "referral", to=f"C{came}", phone="", text="", date=TODAY, today=TODAY, headers=HEADERS, country="IR",
                    operation=operation,
                )  # fmt: skip
            self.drop_unchanged()

    @rule(who=WHO, other=WHO)
    def tell_referrer(self, who: int, other: int) -> None:
        with self.operation() as operation:
            set_fields(
                self.store,
                self.customer(who),
                {"referrer": NAMES[other]},
                headers=HEADERS,
                operation=operation,
            )
        self.drop_unchanged()

    @rule(table=st.sampled_from(["purchase", "payment", "rating", "invoice"]), place=st.integers(0, 9))
    def take_out(self, table: str, place: int) -> None:
        numbers = [number for (number,) in self.store.read(f"SELECT id FROM {table} ORDER BY id")]
        if numbers:
            with self.operation():
                remove_record(
                    self.store, table, numbers[place % len(numbers)], what=say("nothing"), hint=say("")
                )

    @rule(who=WHO, other=WHO)
    def join(self, who: int, other: int) -> None:
        first, second = self.customer(who), self.customer(other)
        if first != second:
            with self.operation():
                decide(self.store, [f"C{first}", f"C{second}"], "same")

    @rule(who=WHO)
    def part(self, who: int) -> None:
        ((ref,),) = self.store.read(
            "SELECT 's' || source_id || 'r' || number FROM source_row WHERE id = ?", [self.rows[who]]
        )
        before = self.hanging()
        try:
            with self.operation():
                split_rows(self.store, f"C{self.customer(who)}", [ref])
        except UsageError:
            self.states.pop()
        assert self.hanging() == before  # every record stays with the row it was noted on

    def hanging(self) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = []
        for table in ("purchase", "invoice", "payment", "rating", "interaction"):
            found += self.store.read(
                f"SELECT '{table}', e.id, coalesce(r.anchor, r.id) FROM {table} e JOIN source_row r ON r.id = e.row_id ORDER BY e.id"
            )
        return found

    @precondition(lambda self: len(self.states) > 4)
    @rule()
    def undo(self) -> None:
        before = self.states.pop()
        with self.store.operation("undo", at="2026-11-22T01:00:00+00:00"):
            self.store.undo(None)
        assert self.everything() == before

    def drop_unchanged(self) -> None:
        if self.everything() == self.states[-1]:
            self.states.pop()

    @invariant()
    def spend_is_the_sum_of_the_listed_sales(self) -> None:
        listed: dict[int, float] = defaultdict(float)
        for customer, amount in self.store.read("SELECT customer, amount FROM purchase_records"):
            listed[customer] += amount
        spends = {c: s for c, s in self.store.read("SELECT id, spend FROM customer") if s is not None}
        assert {c: round(s, 6) for c, s in spends.items()} == {c: round(s, 6) for c, s in listed.items()}

    @invariant()
    def every_record_is_somebodys_and_nobody_sent_himself(self) -> None:
        for table in ("purchase", "invoice", "payment", "rating", "interaction"):
            assert not list(
                self.store.read(
                    f"SELECT 1 FROM {table} e JOIN source_row r ON r.id = e.row_id LEFT JOIN customer c ON c.id = r.customer_id WHERE c.id IS NULL"
                )
            )
        assert not list(self.store.read("SELECT 1 FROM link_records WHERE customer = to_customer"))
        assert all(one.advance >= 0 for one in owing_by_customer(self.store, today=TODAY).values())

    @invariant()
    def a_timeline_tells_every_record_once(self) -> None:
        told = {"purchase": 0, "paid": 0, "rating": 0, "interaction": 0, "invoice": 0}
        for (customer,) in list(self.store.read("SELECT id FROM customer")):
            for one in tell_history(self.store, customer):
                if one.kind in told:
                    told[one.kind] += 1
        counts = [
            next(self.store.read(f"SELECT count(*) FROM {table}"))[0]
            for table in ("purchase", "payment", "rating", "interaction", "invoice")
        ]
        assert list(told.values()) == counts


TestShop = Shop.TestCase
TestShop.settings = settings(max_examples=40, stateful_step_count=14, deadline=None)

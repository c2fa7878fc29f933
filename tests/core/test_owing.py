"""Which payments settle which bills: nothing is settled twice, nothing is lost, nothing is guessed."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.owing import Bill, Owing, Payment, settle

TODAY = datetime.date(2026, 11, 22)


def where(owing: Owing) -> list[tuple[str, float | None, int | None, str]]:
    return [(one.bill.ref, one.open, one.days_late, one.state) for one in owing.standings]


def test_a_payment_pays_the_bill_it_names_and_others_the_oldest_due() -> None:
    bills = [
        Bill(ref="I1", number="31", due="2026-12-01", amount=100.0),
        Bill(ref="I2", number="30", due="2026-10-01", amount=50.0),
        Bill(ref="I3", due="", amount=10.0),
    ]
    payments = [Payment(date="2026-11-01", amount=60.0), Payment(date="2026-11-02", amount=40.0, number="31")]
    owing = settle(bills, payments, today=TODAY)
    assert where(owing) == [("I2", 0.0, 31, "paid"), ("I1", 50.0, None, "open"), ("I3", 10.0, None, "open")]
    assert (owing.owed, owing.overdue, owing.advance) == (60.0, 0.0, 0.0)


def test_what_is_late_is_late_as_of_today_and_a_day_to_pay_by_is_not_late_yet() -> None:
    bills = [Bill(ref="I1", due="2026-11-22", amount=1.0), Bill(ref="I2", due="2026-11-21", amount=2.0)]
    owing = settle(bills, [], today=TODAY)
    assert where(owing) == [("I2", 2.0, 1, "overdue"), ("I1", 1.0, None, "open")]
    assert (owing.overdue, owing.days_overdue) == (2.0, 1)


def test_what_a_payment_leaves_over_pays_the_next_bill_and_then_waits() -> None:
    bills = [
        Bill(ref="I1", number="1", due="2026-10-01", amount=10.0),
        Bill(ref="I2", due="2026-10-02", amount=10.0),
    ]
    owing = settle(bills, [Payment(date="2026-10-01", amount=25.0, number="1")], today=TODAY)
    assert [one.state for one in owing.standings] == ["paid", "paid"]
    assert owing.advance == 5.0


def test_a_payment_for_something_else_pays_no_bill() -> None:
    owing = settle(
        [Bill(ref="I1", due="2026-10-01", amount=10.0)],
        [Payment(date="2026-10-01", amount=10.0, number="99")],
        today=TODAY,
    )
    assert where(owing) == [("I1", 10.0, 52, "overdue")]


def test_a_sale_taken_back_is_owed_no_more_and_makes_nobody_a_payer() -> None:
    bills = [Bill(ref="I1", number="7", due="2026-10-01", amount=10.0)]
    back = Payment(date="2026-11-01", amount=10.0, number="7", credit=True)
    (one,) = settle(bills, [back], today=TODAY).standings
    assert (one.open, one.paid, one.paid_on, one.days_late, one.state) == (0.0, 0.0, "", None, "paid")


def test_a_bill_of_a_list_that_does_not_tell_what_was_paid_is_unknown() -> None:
    bill = Bill(ref="Y1", number="7", due="2026-10-01", amount=10.0, listed=True, whole=False, paid=None)
    owing = settle([bill], [Payment(date="2026-10-05", amount=3.0)], today=TODAY)
    assert (owing.standings[0].state, owing.owed) == ("unknown", None)
    paid = settle([bill], [Payment(date="2026-10-05", amount=10.0, number="7")], today=TODAY)
    assert where(paid) == [("Y1", 0.0, 4, "paid")]


def test_a_bill_told_by_a_list_and_noted_by_hand_is_one_bill() -> None:
    own = Bill(ref="I1", number="7", due="2026-10-01", amount=10.0)
    told = Bill(
        ref="Y1",
        number="7",
        due="2026-10-01",
        amount=10.0,
        listed=True,
        whole=False,
        paid=True,
        paid_on="2026-10-03",
        paid_amount=10.0,
    )
    assert where(settle([own, told], [], today=TODAY)) == [("I1", 0.0, 2, "paid")]
    unpaid = Bill(ref="Y1", number="7", due="2026-10-01", amount=10.0, listed=True, whole=False, paid=False)
    assert where(settle([own, unpaid], [], today=TODAY)) == [("I1", 10.0, 52, "overdue")]


def test_instalments_of_one_bill_are_one_bill() -> None:
    rows = [
        Bill(
            ref=f"Y{n}",
            number="7",
            due="2026-10-01",
            amount=100.0,
            listed=True,
            paid=True,
            paid_on=day,
            paid_amount=paid,
        )
        for n, (day, paid) in enumerate([("2026-09-20", 40.0), ("2026-10-04", 60.0)])
    ]
    assert where(settle(rows, [], today=TODAY)) == [("Y0", 0.0, 3, "paid")]
    assert where(settle(rows[:1], [], today=TODAY)) == [("Y0", 60.0, 52, "overdue")]


CENTS = st.integers(1, 100_000).map(lambda cents: cents / 100)
DAYS = st.dates(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)).map(str)
NUMBERS = st.sampled_from(["", "1", "2", "3"])
BILLS = st.lists(
    st.builds(lambda number, due, amount: (number, due, amount), NUMBERS, DAYS | st.just(""), CENTS),
    max_size=6,
).map(
    lambda rows: [
        Bill(ref=f"I{n}", number=number, due=due, amount=amount)
        for n, (number, due, amount) in enumerate(rows, 1)
    ]
)
PAYMENTS = st.lists(
    st.builds(Payment, date=DAYS, amount=CENTS, number=NUMBERS, credit=st.just(False)), max_size=6
)


@given(BILLS, PAYMENTS)
def test_money_is_neither_lost_nor_made(bills: list[Bill], payments: list[Payment]) -> None:
    owing = settle(bills, payments, today=TODAY)
    numbers = {bill.number for bill in bills} - {""}
    counted = sum(p.amount for p in payments if not p.number or p.number in numbers)
    billed = sum(bill.amount or 0.0 for bill in bills)
    paid = sum(one.paid or 0.0 for one in owing.standings)
    assert abs(paid + owing.advance - counted) < 0.05
    assert abs(paid + (owing.owed or 0.0) - billed) < 0.05
    for one in owing.standings:
        assert one.open is not None
        assert -0.01 <= one.open <= (one.bill.amount or 0.0)
        assert (one.state == "paid") == (one.open == 0.0)


@given(BILLS, PAYMENTS, st.randoms(use_true_random=False))
def test_the_order_in_which_bills_are_told_does_not_matter(
    bills: list[Bill], payments: list[Payment], random: object
) -> None:
    shuffled, mixed = list(bills), list(payments)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    first, second = settle(bills, payments, today=TODAY), settle(shuffled, mixed, today=TODAY)
    assert [(r, round(o or 0, 2), s) for r, o, _, s in where(first)] == [
        (r, round(o or 0, 2), s) for r, o, _, s in where(second)
    ]


LISTED = st.lists(
    st.builds(
        Bill,
        ref=st.integers(1, 99).map(lambda n: f"Y{n}"),
        number=NUMBERS,
        date=DAYS | st.just(""),
        due=DAYS | st.just(""),
        amount=CENTS | st.none(),
        listed=st.booleans(),
        whole=st.booleans(),
        paid=st.booleans() | st.none(),
        paid_on=DAYS | st.just(""),
        paid_amount=CENTS | st.none(),
    ),
    max_size=5,
    unique_by=lambda bill: bill.ref,
)


@given(LISTED)
def test_a_payment_for_something_else_changes_no_bill(bills: list[Bill]) -> None:
    # Bills nobody paid anything on take a shorter way; it must lead to the same.
    other = Payment(date="2026-05-01", amount=1.0, number="a sale")
    assert settle(bills, [], today=TODAY) == settle(bills, [other], today=TODAY)

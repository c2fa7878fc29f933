"""What holds for every merge, whatever the lists: shown on small made-up lists full of shared phones, names and addresses."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from smbcrm.core.text import fold
from smbcrm.readers.headers import load_headers
from smbcrm.readers.open_file import read_stream
from smbcrm.usecases.answer_questions import Answer, answer_questions
from smbcrm.usecases.decide_pairs import decide, split_rows
from smbcrm.usecases.edit_customer import set_fields
from smbcrm.usecases.importing.import_results import ImportOptions
from smbcrm.usecases.review_questions import open_questions
from smbcrm.usecases.show_customer import show_customer
from tests.usecases.memory_shop import NOW, MemoryShop

HEADERS = load_headers()
# Each list has its own name and headings, else one with mostly the same rows would be taken for a newer version of another.
NAMES = ("address book.csv", "till export.csv", "مشتریان.csv")
HEADINGS = (
    ("Name", "Mobile", "E-mail", "Address", "City", "Birthday", "Notes"),
    ("Full name", "Mobile phone", "Email address", "Street address", "Town", "Date of birth", "Remarks"),
    ("نام و نام خانوادگی", "موبایل", "ایمیل", "آدرس", "شهر", "تاریخ تولد", "توضیحات"),
)
# Few values, so that rows share them in every way: families, namesakes, two scripts, nicknames, typing slips.
VALUES = (
    st.sampled_from([
        "Ali Rezaei", "علی رضایی", "Rezaei, Ali", "Sara Rezaei", "A. Rezaei", "Robert Hill", "Bob Hill", "Robert Hil",
        "Hill Motors Ltd", "محمد حسینی", "مریم حسینی", "",
    ]),
    st.sampled_from(["09123456789", "+989123456789", "09123456780", "02188776655", "0935 111 2233", ""]),
    st.sampled_from(["ali@mail.example", "info@hill.example", "bob.hill@mail.example", ""]),
    st.sampled_from(["12 Mill Road", "12 Mill Rd", "90 King Street", "خیابان حافظ، پلاک ۱۲", ""]),
    st.sampled_from(["Leeds", "تهران", ""]),
    st.sampled_from(["1980-05-17", "1952-01-30", ""]),
    st.sampled_from(["pays late", "likes tea", ""]),
)  # fmt: skip
ROW = st.tuples(*VALUES).filter(lambda row: any(row[:3]))
ROWS = st.lists(ROW, min_size=2, max_size=9)
FEW = settings(max_examples=25)

Rows = Sequence[tuple[str, ...]]


class Shop(MemoryShop):
    """A customer list in memory."""

    def __init__(self, *files: Rows) -> None:
        super().__init__()
        if files:
            self.bring(*files)

    def bring(
        self, *files: Rows, first: int = 0, order: Sequence[int] = range(7), reverse: bool = False
    ) -> None:
        """Import files in one command; each has the headings of its place, and its columns in an order."""
        readings = []
        for place, rows in enumerate(files, start=first):
            out = io.StringIO()
            csv.writer(out).writerows([row[i] for i in order] for row in [HEADINGS[place], *rows])
            readings.append(read_stream(out.getvalue().encode(), name=NAMES[place]))
        if reverse:
            readings.reverse()
        self.take(readings, ImportOptions(country="IR"))

    def decide(self, verdict: str, a: str, b: str) -> None:
        with self.store.operation("merge", at=NOW):
            decide(self.store, [a, b], verdict)

    def split(self, who: str, *refs: str) -> None:
        with self.store.operation("split", at=NOW):
            split_rows(self.store, who, refs)

    def undo(self) -> None:
        with self.store.operation("undo", at=NOW):
            self.store.undo(None)

    def customers(self) -> list[list[tuple[str, ...]]]:
        """Give the customers as the cells of their rows: nothing in it depends on ids."""
        found: dict[int, list[tuple[str, ...]]] = {}
        for customer, raw in self.store.read("SELECT customer_id, raw FROM source_row WHERE anchor IS NULL"):
            found.setdefault(customer, []).append(tuple(sorted(filter(None, json.loads(raw)))))
        return sorted(sorted(rows) for rows in found.values())

    def of(self) -> dict[int, str]:
        """Give the customer of each row."""
        return dict(self.store.read("SELECT id, 'C' || customer_id FROM source_row WHERE anchor IS NULL"))

    def refs(self, customer: str) -> list[str]:
        """Give the rows of a customer as the owner names them."""
        rows = self.store.read(
            "SELECT 's' || source_id || 'r' || number FROM source_row WHERE 'C' || customer_id = ? AND anchor IS NULL",
            [customer],
        )
        return [ref for (ref,) in rows]

    def everything(self) -> list[tuple[Any, ...]]:
        """Give all that an owner could miss, to the letter."""
        tables = {
            "source_row": "id, customer_id, home, lead, anchor, fields, status",
            "customer": "*",
            "alias": "*",
            "pair": "*",
        }
        return [
            (table, *row)
            for table, columns in tables.items()
            for row in self.store.read(f"SELECT {columns} FROM {table} ORDER BY id")
        ]


def shuffled(draw: st.DrawFn, rows: Sequence[Any]) -> list[Any]:
    return [rows[place] for place in draw(st.permutations(range(len(rows))))]


@st.composite
def two_orders(draw: st.DrawFn) -> tuple[Rows, Rows]:
    rows = draw(ROWS)
    return rows, shuffled(draw, rows)


@FEW
@given(two_orders())
def test_the_order_of_rows_does_not_change_who_is_one(orders: tuple[Rows, Rows]) -> None:
    one, two = orders
    assert Shop(one).customers() == Shop(two).customers()


@FEW
@given(ROWS, st.permutations(range(7)))
def test_the_order_of_columns_does_not_change_who_is_one(rows: Rows, order: Sequence[int]) -> None:
    other = Shop()
    other.bring(rows, order=order)
    assert other.customers() == Shop(rows).customers()


@FEW
@given(ROWS, ROWS, ROWS)
def test_the_order_of_files_in_one_command_does_not_change_who_is_one(
    one: Rows, two: Rows, three: Rows
) -> None:
    other = Shop()
    other.bring(one, two, three, reverse=True)
    assert other.customers() == Shop(one, two, three).customers()


@FEW
@given(ROWS, ROWS)
def test_it_does_not_matter_that_the_files_came_one_after_another(one: Rows, two: Rows) -> None:
    shop = Shop(one)
    shop.bring(two, first=1)
    assert shop.customers() == Shop(one, two).customers()
    shop.merge()
    assert shop.customers() == Shop(one, two).customers()


@FEW
@given(ROWS, ROWS)
def test_merging_again_changes_nothing(one: Rows, two: Rows) -> None:
    shop = Shop(one)
    shop.bring(two, first=1)
    shop.merge()
    before = shop.everything()
    shop.merge()
    assert shop.everything() == before


@FEW
@given(ROWS, ROWS)
def test_importing_again_changes_nothing(one: Rows, two: Rows) -> None:
    shop = Shop(one, two)
    before = shop.everything()
    shop.bring(one, two)
    shop.merge()
    assert shop.everything() == before


@FEW
@given(ROWS)
def test_no_cell_is_lost_by_merging(rows: Rows) -> None:
    """Every cell of every row is told by `show --all` of its customer, and what can be several is shown in full."""
    shop = Shop(rows)
    fields = ("name", "phones", "emails", "address", "city", "birth_date", "notes")
    for customer in {*shop.of().values()}:
        shown = show_customer(shop.store, int(customer[1:]))
        for ref in shop.refs(customer):
            told = {fact.field: fact for fact in shown.facts if fact.ref == ref}
            for field, cell in zip(fields, rows[int(ref.partition("r")[2]) - 2]):
                assert bool(cell) is (field in told), (ref, field)
                if cell and field != "phones":
                    assert fold(told[field].value) == fold(cell)
                if cell and field in ("phones", "emails"):
                    assert told[field].shown
                    assert told[field].value in shown.fields[field]
        names = {fold(fact.value) for fact in shown.facts if fact.field == "name"}
        assert names <= {fold(name) for name in shown.fields.get("names", [shown.record["name"]])}


def pick(data: st.DataObject, shop: Shop, count: int) -> list[str]:
    """Choose customers."""
    ids = sorted({*shop.of().values()})
    assume(len(ids) >= count)
    return data.draw(st.lists(st.sampled_from(ids), min_size=count, max_size=count, unique=True))


@FEW
@given(ROWS, st.data())
def test_a_same_that_is_split_again_is_exact(rows: Rows, data: st.DataObject) -> None:
    shop = Shop(rows)
    a, b = pick(data, shop, 2)
    refs = {who: shop.refs(who) for who in (a, b)}
    before, customers = shop.of(), list(shop.store.read("SELECT * FROM customer ORDER BY id"))
    shop.decide("same", a, b)
    kept, gone = sorted((a, b), key=lambda who: int(who[1:]))
    shop.split(kept, *refs[gone])
    assert shop.of() == before
    assert list(shop.store.read("SELECT * FROM customer ORDER BY id")) == customers
    shop.merge()
    assert all(
        shop.of()[x] != shop.of()[y] for x in before for y in before if {before[x], before[y]} == {a, b}
    )


@FEW
@given(ROWS, st.sampled_from(["same", "different"]), st.data())
def test_undo_of_an_answer_is_exact(rows: Rows, verdict: str, data: st.DataObject) -> None:
    shop = Shop(rows)
    a, b = pick(data, shop, 2)
    before = shop.everything()
    shop.decide(verdict, a, b)
    shop.undo()
    assert shop.everything() == before


@FEW
@given(ROWS, ROWS, st.data())
def test_different_is_never_overruled(rows: Rows, later: Rows, data: st.DataObject) -> None:
    shop = Shop(rows)
    a, b = pick(data, shop, 2)
    sides = [[row for row, who in shop.of().items() if who == side] for side in (a, b)]
    shop.decide("different", a, b)

    def apart() -> bool:
        of = shop.of()
        return not {of[row] for row in sides[0]} & {of[row] for row in sides[1]}

    assert apart()
    shop.bring(later, first=1)
    assert apart()
    shop.merge()
    assert apart()
    shop.bring([*later, *rows], first=2)
    assert apart()
    shop.merge()
    assert apart()
    asked = {frozenset((f"C{q.a.customer}", f"C{q.b.customer}")) for q in open_questions(shop.store)}
    of = shop.of()
    assert not asked & {frozenset((of[x], of[y])) for x in sides[0] for y in sides[1]}


@FEW
@given(ROWS, ROWS, st.data())
def test_same_is_never_overruled(rows: Rows, later: Rows, data: st.DataObject) -> None:
    shop = Shop(rows)
    a, b = pick(data, shop, 2)
    whole = [row for row, who in shop.of().items() if who in (a, b)]
    shop.decide("same", a, b)
    shop.bring(later, first=1)
    shop.merge()
    assert len({shop.of()[row] for row in whole}) == 1


@FEW
@given(ROWS, st.data())
def test_what_the_owner_wrote_stays_with_the_row_it_was_written_on(rows: Rows, data: st.DataObject) -> None:
    shop = Shop(rows)
    a, b = pick(data, shop, 2)
    with shop.store.operation("set", at=NOW) as operation:
        set_fields(shop.store, int(b[1:]), {"city": "Qom"}, headers=HEADERS, operation=operation)
    refs = {who: shop.refs(who) for who in (a, b)}
    shop.decide("same", a, b)
    kept, gone = sorted((a, b), key=lambda who: int(who[1:]))
    assert show_customer(shop.store, int(kept[1:])).record["city"] == "Qom"
    shop.split(kept, *refs[gone])
    assert show_customer(shop.store, int(b[1:])).record["city"] == "Qom"
    assert show_customer(shop.store, int(a[1:])).record["city"] != "Qom"


@FEW
@given(ROWS, st.data())
def test_answers_in_one_go_do_what_they_do_one_by_one(rows: Rows, data: st.DataObject) -> None:
    one, other = Shop(rows), Shop(rows)
    pairs = [(f"C{q.a.customer}", f"C{q.b.customer}") for q in open_questions(one.store)]
    ids = sorted({*one.of().values()})
    assume(len(ids) > 1)
    pairs += data.draw(
        st.lists(
            st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda p: p[0] != p[1]), max_size=3
        )
    )
    answers = [
        Answer(
            row=place,
            pair="",
            customer_a=a,
            customer_b=b,
            answer=data.draw(st.sampled_from(["yes", "no", ""])),
        )
        for place, (a, b) in enumerate(pairs, start=2)
    ]
    with one.store.operation("answers", at=NOW):
        done = answer_questions(one.store, answers)
    standing = [a for a, outcome in zip(answers, done.outcomes) if outcome.status == "done"]
    for answer in data.draw(st.permutations(standing)):
        other.decide(
            "same" if answer.answer == "yes" else "different", answer.customer_a, answer.customer_b
        ) if not (answer.answer == "yes" and together(other, answer)) else None
    assert one.of() == other.of()
    before = one.everything()
    with one.store.operation("answers", at=NOW):
        again = answer_questions(one.store, answers)
    assert one.everything() == before
    assert {o.status for o in again.outcomes} <= {"unchanged", "open", "refused"}
    one.merge(), other.merge()
    assert one.of() == other.of()


def together(shop: Shop, answer: Answer) -> bool:
    from smbcrm.usecases.find_customer import find_customer

    return find_customer(shop.store, answer.customer_a) == find_customer(shop.store, answer.customer_b)

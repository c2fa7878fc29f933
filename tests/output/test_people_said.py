"""What an import or a merge says of many customers at once counts customers, however many parts they came into."""

from __future__ import annotations

from smbcrm.core.say import Say
from smbcrm.output.merging.people import people_lines
from smbcrm.usecases.merging.merge_results import Merged, Parted, Unclear


def merged(*parted: Parted, unclear: tuple[Unclear, ...] = ()) -> Merged:
    return Merged(
        customers_new=0, customers_updated=0, customers_total=90, rows_total=120, merged_rows=0, to_review=0,
        absorbed=0, parted=parted, unclear=unclear,
    )  # fmt: skip


def part(customer: int, other: int) -> Parted:
    return Parted(customer=customer, name="Alex Kim", other=other, other_name="Alexander Kim", known=False)


def said(result: Merged) -> list[Say]:
    return people_lines(result)[:-1]


def test_who_came_into_three_parts_is_one_customer_more() -> None:
    parts = [part(customer, 100 + 2 * customer + which) for customer in range(1, 13) for which in (0, 1)]
    *named, more = said(merged(*parts))
    assert [dict(line.values)["id"] for line in named] == [f"C{customer}" for customer in range(1, 11)]
    assert str(more) == "2 more were taken apart like this."


def test_parts_that_are_left_of_customers_who_were_named_are_told() -> None:
    *named, more = said(merged(*(part(1 + which // 3, 100 + which) for which in range(12))))
    assert len({dict(line.values)["id"] for line in named}) == 4
    assert str(more) == "2 more parts of them are like this."


def test_sales_that_are_left_are_told_with_whose_they_were() -> None:
    unclear = tuple(
        Unclear(customer=1 + which // 2, name="Ali Rezaei", told=f"Ali {which}", others=(90,), apart=100 + which, rows=3, sales=True)
        for which in range(24)
    )  # fmt: skip
    assert (
        str(said(merged(unclear=unclear))[-1])
        == "So are 42 more of 12 customers: `smbcrm merge review` asks."
    )

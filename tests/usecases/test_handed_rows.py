"""New rows handed over to matching say what the store would say if they were read back."""

from __future__ import annotations

import pytest

from smbcrm.readers.headers import load_headers
from smbcrm.readers.open_file import Reading, read_file, read_stream
from smbcrm.store.sqlite import SqliteStore
from smbcrm.usecases import import_files as importing
from smbcrm.usecases import merge_rows as merging
from smbcrm.usecases.importing.handed_rows import still_as_handed
from smbcrm.usecases.importing.import_results import ImportOptions
from smbcrm.usecases.merging.leads import Leads, load_leads
from tests.conftest import EXAMPLE

NOW = "2026-11-22T00:00:00+00:00"
LIST = """name,phone,email,birthday,city,tags,total spent,shoe size,notes,customer id
علی رضایی,۰۹۱۲۱۲۳۴۵۶۷,ali@example.com; a.rezaei@example.com,1365/02/03,تهران,vip; عمده,12.50,43,می‌آید,A1
Ali Rezaei,09121234567 / 02188776655,,1986-04-23,Tehran,,1200,,,A2
,,,,,,,,nobody,
Sara,not a phone,broken@,31/31/2020,Shiraz,x,many,38,"two
lines",A3
"""
NEWER = LIST.replace("43,می", "44,می").replace("A3", "A4")
WORKERS = "name,phone,gender,job title\nAli Rezaei,09121234567,m,tailor\nSara Karimi,09121234568,f,\nMina Nouri,,f,tailor\n"


def leads_both_ways(*imports: list[Reading]) -> list[tuple[Leads, Leads]]:
    """Import, and whenever rows are matched give them as handed over, and as read from the store."""
    found = []
    real = merging.merge_rows

    def looking(store: SqliteStore, **how: object) -> object:
        found.append((load_leads(store, handed=how["handed"]), load_leads(store)))  # type: ignore[arg-type]
        return real(store, **how)  # type: ignore[arg-type]

    store = SqliteStore.open(":memory:")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(merging, "merge_rows", looking)
        for readings in imports:
            with store.operation("import", at=NOW) as operation:
                importing.import_files(
                    readings, store, headers=load_headers, options=ImportOptions(), operation=operation
                )
    return found


def as_told(leads: Leads) -> tuple[object, ...]:
    rows = [leads.rows[i] for i in range(len(leads.rows))]
    plain = [
        (
            row.id,
            row.rank,
            row.operation,
            row.owner,
            row.source,
            list(row.fields.items()),
        )
        for row in rows
    ]
    return (
        leads.records, list(leads.customer), list(leads.home), list(leads.bound), list(leads.event), leads.exported, plain,
    )  # fmt: skip


def listed(text: str, name: str = "list.csv") -> Reading:
    return read_stream(text.encode(), name=name)


@pytest.mark.parametrize(
    "imports",
    [
        [[listed(LIST)]],
        [[read_file(EXAMPLE)]],
        [
            [listed(LIST)],
            [listed(LIST.replace("example.com", "example.org"), "other.csv"), read_file(EXAMPLE)],
        ],
        [[listed(LIST), listed("date,customer name,phone,amount\n2024-01-02,Ali Rezaei,,5\n", "till.csv")]],
        [[listed(LIST)], [listed(NEWER)]],
        [[listed(WORKERS)]],
    ],
)
def test_handed_rows_are_as_in_the_store(imports: list[list[Reading]]) -> None:
    found = leads_both_ways(*imports)
    assert found
    for handed, read in found:
        assert as_told(handed) == as_told(read)


def test_rows_that_another_file_of_the_import_changed_are_read_again() -> None:
    store = SqliteStore.open(":memory:")
    with store.operation("import", at=NOW) as operation:
        importing.import_files(
            [listed(LIST), listed(NEWER)],
            store,
            headers=load_headers,
            options=ImportOptions(source="people"),
            operation=operation,
        )
        assert not still_as_handed(store, operation)
    ((fields,),) = store.read("SELECT fields FROM customer WHERE name = 'علی رضایی' OR name = 'Ali Rezaei'")
    assert '"44"' in fields


def test_gender_and_occupation_are_compared_like_columns_of_no_known_meaning() -> None:
    ((handed, _),) = leads_both_ways([listed(WORKERS)])
    assert handed.records.other == {"gender": ["m", "f", "f"], "job_title": ["tailor", "", "tailor"]}

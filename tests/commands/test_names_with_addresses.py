"""Names and addresses in one column, as on labels, through `import` and `list`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

Smbcrm = Callable[..., Run]


def _listed(smbcrm: Smbcrm, text: str) -> str:
    Path("labels.csv").write_text(text, encoding="utf-8")
    assert smbcrm("import", "labels.csv").code == 0
    return smbcrm("list", "--columns", "name,address", "--format", "csv").out


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Name and address,Tel\n"
            '"Ann Lee\n3 Elm Road\nLeeds LS6 1AA",0113 4960001\n'
            '"Mr. Bo Day, 9 Oak Street, York",\n'
            '"Fox, Cy, Flat 2, 9 Oak Street, York",01904 960003\n'
            "Dee Hunt,01904 960004\n",
            "name,address\n"
            'Ann Lee,"3 Elm Road\nLeeds LS6 1AA"\n'
            'Mr. Bo Day,"9 Oak Street, York"\n'
            '"Fox, Cy","Flat 2, 9 Oak Street, York"\n'
            "Dee Hunt,\n",
        ),
        (
            "Name und Anschrift;Telefon\nAnna Schmidt Hauptstr. 5 50670 Köln;0221 5551234\nMüller GmbH, Am Markt 3, 50667 Köln;\n",
            'name,address\nAnna Schmidt,Hauptstr. 5 50670 Köln\nMüller GmbH,"Am Markt 3, 50667 Köln"\n',
        ),
        (
            "نام و نشانی,موبایل\nعلی رضایی، خیابان ولیعصر پلاک ۳,09121234567\nمریم کریمی خیابان سعدی پلاک ۱۲,\n",
            "name,address\nعلی رضایی,خیابان ولیعصر پلاک ۳\nمریم کریمی,خیابان سعدی پلاک ۱۲\n",
        ),
    ],
    ids=["english", "german", "persian"],
)
def test_a_heading_for_both_tells_names_and_addresses_apart(smbcrm: Smbcrm, text: str, shown: str) -> None:
    assert _listed(smbcrm, text) == shown


def test_addresses_behind_the_names_of_a_plain_column_are_told_apart(smbcrm: Smbcrm) -> None:
    rows = ["Ann Lee, 12 High Street, Leeds", "Bob Day, 3 Mill Lane, York", "Cy P0pe, 9 Oak Road, York"]
    text = "Customer,E-mail\n" + "".join(f'"{row}",{row[0].lower()}@shop.test\n' for row in rows)
    shown = 'name,address\nAnn Lee,"12 High Street, Leeds"\nBob Day,"3 Mill Lane, York"\nCy P0pe,"9 Oak Road, York"\n'
    assert _listed(smbcrm, text) == shown


@pytest.mark.parametrize(
    "names",
    [
        ["Lee, Ann", "Day, Bob 2", "Fox, Cy", "Hunt, Dee"],
        ["Shop 3, North", "Shop 4, South", "Shop 5, East", "Shop 6, West"],
        ["Ann Lee, Jr", "Bob Day, MD", "Kian Trading Co., Ltd.", "Dee Hunt"],
    ],
)
def test_names_with_a_comma_are_no_addresses(smbcrm: Smbcrm, names: list[str]) -> None:
    text = "Name,Phone\n" + "".join(f'"{name}",0912123450{i}\n' for i, name in enumerate(names))
    assert all(line.endswith(",") for line in _listed(smbcrm, text).splitlines()[1:])


@pytest.mark.parametrize(
    "behind",
    [
        "born 12.3.198{i}",
        "customer since 201{i}",
        "room 1{i}",
        "row {i}, seat 12",
        "court {i}",
        "Spring 201{i}",
        "متولد ۱۳۶{i}",
        "ردیف {i} میز ۲",
    ],
)
def test_other_numbers_behind_a_name_are_no_addresses(smbcrm: Smbcrm, behind: str) -> None:
    names = [
        f"{name}, {behind.format(i=i)}" for i, name in enumerate(("Ann Lee", "Bob Day", "Cy Fox", "Dee Hunt"))
    ]
    text = "Name,E-mail\n" + "".join(f'"{name}",{name[0].lower()}@shop.test\n' for name in names)
    assert _listed(smbcrm, text) == "name,address\n" + "".join(f'"{name}",\n' for name in names)


def test_a_last_name_and_a_first_one_with_a_number_are_no_name_and_address(smbcrm: Smbcrm) -> None:
    rows = ["Lee, Ann 1980", "Day, Bob 3B", "Fox, Cy (43)", "Hunt, Dee 1984"]
    text = "Name,E-mail\n" + "".join(f'"{row}",{row[0].lower()}@shop.test\n' for row in rows)
    assert _listed(smbcrm, text) == "name,address\n" + "".join(f'"{row}",\n' for row in rows)


def test_a_name_with_a_number_stays_one_and_a_bare_address_is_an_address(smbcrm: Smbcrm) -> None:
    text = (
        "Name and address,E-mail\n"
        '"Ann Lee, 3 Elm Road, Leeds",a@shop.test\n'
        '"Kiosk 24, 9 Oak Street, York",b@shop.test\n'
        "Bakery 24,c@shop.test\n"
        '"Flat 2, 9 Oak Street",d@shop.test\n'
    )
    shown = 'name,address\nAnn Lee,"3 Elm Road, Leeds"\nKiosk 24,"9 Oak Street, York"\nBakery 24,\n,"Flat 2, 9 Oak Street"\n'
    assert _listed(smbcrm, text) == shown


def test_an_address_of_its_own_keeps_the_name_as_it_is(smbcrm: Smbcrm) -> None:
    rows = "".join(f'"Ann{i} Lee, 3 Elm Road, Leeds",0912123450{i},9 Oak Road\n' for i in range(4))
    assert '"Ann0 Lee, 3 Elm Road, Leeds",9 Oak Road\n' in _listed(smbcrm, f"Name,Phone,Address\n{rows}")

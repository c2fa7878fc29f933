"""What the owner put into his workbook besides cells is there afterwards, part by part; and LibreOffice opens it."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference

from tests.workbook.conftest import User


def parts(data: bytes) -> dict[str, bytes]:
    """Give the parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_his_own(user: User) -> None:
    """Add what no library of ours writes: a chart of his own, a sheet with formulas and their values, a macro, a picture."""
    book = openpyxl.load_workbook(user.path)
    sheet = book.create_sheet("Mine")
    sheet["A1"] = "=SUM(Customers!J2:J9)"
    for row in range(2, 6):
        sheet.cell(row, 2).value = row
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=2, max_row=5))
    sheet.add_chart(chart, "D4")
    book.save(user.path)
    # What a spreadsheet program calculated, and parts that are no business of ours.
    found = parts(user.path.read_bytes())
    mine = next(name for name, data in found.items() if b"SUM(Customers" in data)
    found[mine] = found[mine].replace(b"<v></v>", b"<v>38.5</v>").replace(b"<v />", b"<v>38.5</v>")
    assert b"38.5" in found[mine]
    found["xl/vbaProject.bin"] = b"\x01macro"
    found["xl/media/image1.png"] = b"\x89PNG picture"
    found["xl/pivotTables/pivotTable1.xml"] = b"<pivotTableDefinition/>"
    with zipfile.ZipFile(user.path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in found.items():
            package.writestr(name, data)


def test_only_the_sheets_that_change_are_written(user: User) -> None:
    with_his_own(user)
    user.sync()
    before = parts(user.path.read_bytes())
    user.smbcrm("set", "C1", "city=Qom")
    user.sync()
    after = parts(user.path.read_bytes())
    changed = [name for name in before if before[name] != after.get(name)]
    assert [*after] == [*before]
    assert changed == ["xl/worksheets/sheet1.xml"]
    rows = [set(data.split(b"<row ")) for data in (before[changed[0]], after[changed[0]])]
    assert len(rows[0] - rows[1]) == 2  # the row concerned, and the tail that asks for a new calculation


def test_a_row_is_taken_out_only_where_nothing_hangs_on_its_place(user: User) -> None:
    with_his_own(user)
    user.sync()
    user.smbcrm("remove", "C3")
    user.sync()
    book = openpyxl.load_workbook(user.path)
    assert book["Mine"]["A1"].value == "=SUM(Customers!J2:J9)"
    numbers = [book["Customers"].cell(row, 1).value for row in range(2, 10)]
    assert numbers == ["C1", "C2", None, "C4", "C5", "C6", "C7", "C8"]
    assert user.sync()["archived"] == []


def test_a_workbook_of_another_hand_is_kept_beside_when_its_cells_cannot_be_changed_singly(
    user: User,
) -> None:
    found = parts(user.path.read_bytes())
    sheet = found["xl/worksheets/sheet1.xml"]
    for tag in (b"worksheet", b"sheetData", b"row", b"c", b"v", b"is", b"t"):
        sheet = sheet.replace(b"<" + tag + b" ", b"<x:" + tag + b" ").replace(
            b"<" + tag + b">", b"<x:" + tag + b">"
        )
        sheet = sheet.replace(b"</" + tag + b">", b"</x:" + tag + b">")
    main = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    sheet = sheet.replace(main, main + b" " + main.replace(b"xmlns=", b"xmlns:x="))
    with zipfile.ZipFile(user.path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in {**found, "xl/worksheets/sheet1.xml": sheet}.items():
            package.writestr(name, data)
    written = user.path.read_bytes()
    user.smbcrm("set", "C1", "city=Qom")
    before = sorted(user.path.parent.iterdir())
    assert "yours is kept as customers (yours 1).xlsx" in user.smbcrm("sync", "--dry-run").out
    assert sorted(user.path.parent.iterdir()) == before
    run = user.smbcrm("sync")
    assert run.code == 0, run
    assert "yours is kept as customers (yours 1).xlsx" in run.out
    assert user.path.with_name("customers (yours 1).xlsx").read_bytes() == written
    assert user.sheet().get("C1", "City") == "Qom"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_edits_and_saves_it(user: User, tmp_path: Path) -> None:
    def convert(kind: str, source: Path, out: Path) -> Path:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", kind,
             "--outdir", str(out), str(source)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        return out / f"{source.stem}.{kind.split(':')[0]}"

    pdf = convert("pdf", user.path, tmp_path / "pdf")
    assert pdf.read_bytes()[:5] == b"%PDF-"
    before = user.sheet().rows()
    saved = convert("xlsx", user.path, tmp_path / "again")
    user.path.write_bytes(saved.read_bytes())
    assert user.sheet().rows() == before
    result = user.sync()
    assert (result["pulled"], result["conflicts"], result["refused"]) == (0, [], [])
    user.smbcrm("set", "C1", "city=Qom")
    user.smbcrm("add", "New One", "phone=09121119999")
    user.sync()
    assert user.sheet().get("C1", "City") == "Qom"
    again = convert("xlsx", user.path, tmp_path / "third")
    user.path.write_bytes(again.read_bytes())
    assert user.sync()["pulled"] == 0

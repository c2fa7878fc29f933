"""The owner edits the sheet, the program edits the list, and both come together."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from tests.workbook.conftest import Smbcrm, User


def test_the_first_sync_writes_every_customer_with_phones_as_text_and_real_dates(user: User) -> None:
    sheet = user.sheet()
    assert sheet.headings()[:4] == ["Id", "Name", "Company", "Phone"]
    assert len(sheet.rows()) == 8
    sara = sheet.record("C1")
    assert (sara["Name"], sara["Phone"], sara["City"], sara["Own score"]) == (
        "Sara Ahmadi",
        "+989121234567",
        "Shiraz",
        8,
    )
    assert sara["Birthday"].isoformat() == "1990-03-20T00:00:00"
    assert sheet.get("C8", "Shoe size") == "007"


def test_a_second_sync_finds_nothing_to_do_and_leaves_the_file_alone(user: User) -> None:
    before = user.path.read_bytes()
    assert user.sync()["pulled"] == 0
    assert user.path.read_bytes() == before
    assert "Nothing changed" in user.smbcrm("sync").out


def test_edits_come_in_and_can_be_undone(user: User) -> None:
    with user.editing() as sheet:
        sheet.set("C1", "City", "Tehran")
        sheet.set("C2", "Own score", 9.5)
        sheet.set("C3", "Phone", "09120000007")
        sheet.set("C4", "Birthday", "۱۳۶۷/۰۲/۰۳")
        sheet.set("C4", "Tags", "vip، old")
        sheet.set("C5", "Notes", "زنگ بزن")
        sheet.set("C6", "Do not contact", "بله")
    assert user.sync()["pulled"] == 7
    assert user.customer("C1")["city"] == "Tehran"
    assert user.customer("C2")["own_score"] == 9.5
    assert user.customer("C3")["phone"] == "+989120000007"
    assert user.customer("C4")["birth_date"] == "1988-04-23"
    assert user.customer("C4")["tags"] == "vip; old"
    assert user.customer("C5")["notes"] == "زنگ بزن"
    assert user.smbcrm("undo").code == 0
    assert user.customer("C1")["city"] == "Shiraz"
    assert user.customer("C3")["phone"] == "+989361110022"


def test_undo_leaves_the_workbook_and_the_next_sync_offers_the_edits_again(user: User) -> None:
    user.smbcrm("set", "C2", "city=Rasht")
    with user.editing() as sheet:
        sheet.set("C1", "City", "Tehran")
        sheet.append(Name="Zahra Test", Phone="09351234599")
        sheet.delete("C6")
    assert user.sync()["pulled"] == 3
    written = user.path.read_bytes()
    run = user.smbcrm("undo")
    assert "next `smbcrm sync`" in run.out
    assert user.path.read_bytes() == written
    again = user.sync()
    assert (again["cells"], again["new"], again["archived"]) == (1, 1, ["C6"])
    assert user.customer("C2")["city"] == "Rasht"
    assert user.sync()["pulled"] == 0


def test_what_the_program_wrote_does_not_come_back_as_an_edit_after_two_undos(user: User) -> None:
    user.smbcrm("set", "C2", "city=Rasht")
    with user.editing() as sheet:
        sheet.set("C1", "City", "Tehran")
    user.sync()
    user.smbcrm("undo")
    user.smbcrm("undo")
    assert user.customer("C2")["city"] == "تهران"
    assert user.sync()["cells"] == 1
    assert user.customer("C2")["city"] == "تهران"
    assert user.sheet().get("C2", "City") == "تهران"


def test_ours_go_out_without_touching_his_formats(user: User) -> None:
    with user.editing() as sheet:
        sheet.sheet["H2"].fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")
        sheet.sheet.column_dimensions["H"].width = 33
    user.smbcrm("set", "C1", "city=Qazvin")
    user.smbcrm("add", "New One", "phone=09121119999")
    assert user.sync()["pushed"] >= 2
    sheet = user.sheet()
    assert sheet.get("C1", "City") == "Qazvin"
    assert sheet.sheet["H2"].fill.fgColor.rgb == "00FFFF00"
    assert sheet.sheet.column_dimensions["H"].width == 33
    assert sheet.record("C9")["Name"] == "New One"


def test_a_cell_changed_on_both_sides_is_held_back_alone(user: User) -> None:
    with user.editing() as sheet:
        sheet.set("C1", "City", "Tehran")
        sheet.set("C1", "Notes", "mine")
    user.smbcrm("set", "C1", "city=Karaj")
    result = user.sync(code=5)
    assert result["conflicts"] == [
        {
            "sheet": "Customers", "row": 2, "id": "C1", "column": "city",
            "was": "Shiraz", "workbook": "Tehran", "store": "Karaj", "off_list": False,
        }
    ]  # fmt: skip
    assert user.customer("C1")["notes"] == "mine"
    assert (user.customer("C1")["city"], user.sheet().get("C1", "City")) == ("Karaj", "Tehran")
    assert len(user.sync(code=5)["conflicts"]) == 1  # said until it is settled


@pytest.mark.parametrize(("side", "city"), [("mine", "Tehran"), ("theirs", "Karaj")])
def test_a_conflict_is_settled_by_saying_whose_word_counts(user: User, side: str, city: str) -> None:
    with user.editing() as sheet:
        sheet.set("C1", "City", "Tehran")
    user.smbcrm("set", "C1", "city=Karaj")
    user.sync(code=5)
    user.sync("--prefer", side)
    assert (user.customer("C1")["city"], user.sheet().get("C1", "City")) == (city, city)
    assert user.sync()["pulled"] == 0


def test_both_sides_saying_the_same_is_no_conflict(user: User) -> None:
    with user.editing() as sheet:
        sheet.set("C1", "City", "Karaj")
    user.smbcrm("set", "C1", "city=Karaj")
    assert user.sync()["conflicts"] == []


def test_sorting_and_moving_columns_change_nothing(user: User) -> None:
    with user.editing() as sheet:
        rows = sheet.rows()
        sheet.put(sorted(rows, key=lambda row: str(row[1]), reverse=True))
        city, name = sheet.place("City"), sheet.place("Name")
        for number in range(1, sheet.sheet.max_row + 1):
            one, other = sheet.sheet.cell(number, city), sheet.sheet.cell(number, name)
            one.value, other.value = other.value, one.value
    result = user.sync()
    assert (result["pulled"], result["pushed"]) == (0, 0)
    with user.editing() as sheet:
        sheet.set("C3", "City", "Rasht")
    user.sync()
    assert user.customer("C3")["city"] == "Rasht"


def test_a_renamed_heading_is_known_by_what_stands_under_it(user: User) -> None:
    with user.editing() as sheet:
        sheet.sheet.cell(1, sheet.place("City")).value = "Where they live"
        sheet.set("C1", "Where they live", "Rasht")
    assert "the column Where they live is our City, renamed" in user.smbcrm("sync").out
    assert user.customer("C1")["city"] == "Rasht"
    user.smbcrm("set", "C2", "city=Ahvaz")
    assert "is our City" not in user.smbcrm("sync").out  # it is said once
    assert user.sheet().get("C2", "Where they live") == "Ahvaz"
    assert "City" not in user.sheet().headings()


def test_a_column_taken_out_deletes_nothing_and_stays_out(user: User) -> None:
    with user.editing() as sheet:
        sheet.sheet.delete_cols(sheet.place("City"))
    result = user.smbcrm("sync")
    assert "the column City is not in Customers any more; nothing was deleted" in result.out
    assert user.customer("C1")["city"] == "Shiraz"
    user.smbcrm("set", "C1", "city=Yazd")
    assert "City" not in user.smbcrm("sync").out  # it is said once
    assert "City" not in user.sheet().headings()


def test_a_new_column_of_his_is_kept_with_each_customer(user: User) -> None:
    with user.editing() as sheet:
        place = len(sheet.headings()) + 1
        sheet.sheet.cell(1, place).value = "رنگ دلخواه"
        sheet.set("C2", "رنگ دلخواه", "آبی")
    assert user.sync()["cells"] == 1
    run = user.smbcrm(
        "list", "--columns", "id,رنگ دلخواه", "--where", '"رنگ دلخواه" IS NOT NULL', "--format", "csv"
    )
    assert run.out == "id,رنگ دلخواه\nC2,آبی\n"


def test_columns_that_come_with_an_import_are_added_at_the_right(user: User) -> None:
    Path("more.csv").write_text(
        "Name,Mobile,Favourite tea\nSara Ahmadi,09121234567,green\n", encoding="utf-8"
    )
    user.smbcrm("import", "more.csv")
    user.sync()
    assert user.sheet().headings()[-1] == "Favourite tea"
    assert user.sheet().get("C1", "Favourite tea") == "green"


def test_a_new_row_is_matched_like_an_import(user: User) -> None:
    with user.editing() as sheet:
        sheet.append(Name="زهرا نوری", Phone="۰۹۱۲۵۵۵۴۴۳۳", City="ساری")
        sheet.append(Name="Sara Ahmadi", Phone="0912 123 4567", City="Karaj")
    result = user.sync()
    assert (result["new"], result["joined"]) == (1, 1)
    sheet = user.sheet()
    assert sheet.record("C9")["City"] == "ساری"
    assert len(sheet.rows()) == 9
    assert user.sync()["pulled"] == 0


def test_a_row_that_names_nobody_is_told_and_left_alone(user: User) -> None:
    with user.editing() as sheet:
        row = sheet.append(City="Sari")
    result = user.sync(code=5)
    assert result["refused"][0]["row"] == row
    assert user.sheet().rows()[-1][7] == "Sari"


def test_a_pasted_duplicate_id_is_a_new_customer_and_an_exact_copy_is_nothing(user: User) -> None:
    with user.editing() as sheet:
        rows = sheet.rows()
        copy = list(rows[0])
        other = list(rows[0])
        other[sheet.place("Name") - 1] = "Sina Other"
        other[sheet.place("Phone") - 1] = "09351230000"
        other[sheet.place("Email") - 1] = "sina@example.com"
        other[sheet.place("Birthday") - 1] = None
        sheet.put([copy, other, *rows])
    result = user.sync()
    assert result["new"] == 1
    assert user.customer("C1")["name"] == "Sara Ahmadi"
    assert user.customer("C9")["name"] == "Sina Other"
    assert [row[0] for row in user.sheet().rows()].count("C1") == 1


def test_a_copied_row_and_its_original_may_both_be_edited(user: User) -> None:
    with user.editing() as sheet:
        rows = sheet.rows()
        copy = list(rows[0])
        copy[sheet.place("Notes") - 1] = "in the copy"
        rows[0][sheet.place("City") - 1] = "Karaj"
        sheet.put([*rows, copy])
    assert user.sync()["cells"] == 2
    found = user.customer("C1")
    assert (found["city"], found["notes"]) == ("Karaj", "in the copy")
    assert len(user.sheet().rows()) == 8


def test_an_id_that_was_wiped_out_is_known_again(user: User) -> None:
    with user.editing() as sheet:
        sheet.set("C2", "Id", None)
    result = user.sync()
    assert (result["new"], result["archived"]) == (0, [])
    assert user.sheet().record("C2")["Name"] == "علی رضایی"


def test_a_deleted_row_archives_and_putting_it_back_brings_the_customer_back(user: User) -> None:
    kept = user.path.read_bytes()
    with user.editing() as sheet:
        sheet.delete("C5")
    assert user.sync()["archived"] == ["C5"]
    assert user.customer("C5") == {}
    user.path.write_bytes(kept)
    assert user.sync()["brought_back"] == ["C5"]
    assert user.customer("C5")["name"] == "Nader Hosseini"


def test_a_customer_taken_off_in_the_store_leaves_the_sheet(user: User) -> None:
    user.smbcrm("remove", "C3")
    user.sync()
    assert [row[0] for row in user.sheet().rows()] == ["C1", "C2", "C4", "C5", "C6", "C7", "C8"]


def test_a_merge_in_the_store_takes_one_row_out_and_keeps_what_was_typed_in_it(user: User) -> None:
    with user.editing() as sheet:
        sheet.set("C7", "Notes", "typed in the row that goes")
    user.smbcrm("merge", "same", "C1", "C7")
    user.sync()
    assert user.customer("C1")["notes"] == "typed in the row that goes"
    assert len(user.sheet().rows()) == 7
    assert user.sync()["pulled"] == 0


def test_text_in_a_score_cell_is_held_back_with_the_reason(user: User) -> None:
    with user.editing() as sheet:
        sheet.set("C1", "Own score", "خیلی خوب")
        sheet.set("C2", "Own score", 11)
        sheet.set("C3", "Own score", 4)
    result = user.sync(code=5)
    assert [(one["id"], one["workbook"]) for one in result["refused"]] == [("C1", "خیلی خوب"), ("C2", "11")]
    assert user.customer("C3")["own_score"] == 4
    assert user.customer("C1")["own_score"] == 8
    assert user.sheet().get("C1", "Own score") == "خیلی خوب"


def test_a_formula_is_never_an_edit_and_never_written_over(user: User) -> None:
    with user.editing() as sheet:
        sheet.set("C1", "City", "=UPPER(B2)")
    assert user.sync()["pulled"] == 0
    assert user.customer("C1")["city"] == "Shiraz"
    user.smbcrm("set", "C1", "city=Qom")
    user.sync()
    assert user.sheet().get("C1", "City") == "=UPPER(B2)"
    assert user.customer("C1")["city"] == "Qom"


def test_computed_cells_typed_over_are_put_back(user: User) -> None:
    before = user.sheet().get("C1", "Tier")
    with user.editing() as sheet:
        sheet.set("C1", "Tier", "Z")
    user.sync()
    assert user.sheet().get("C1", "Tier") == before


def test_customer_text_never_becomes_a_formula(user: User) -> None:
    user.smbcrm("set", "C1", "notes==cmd|' /C calc'!A0", "city=@SUM(1+1)")
    user.sync()
    book = openpyxl.load_workbook(user.path)
    cells = [cell for row in book["Customers"].iter_rows() for cell in row if cell.data_type == "f"]
    assert cells == []
    assert user.sync()["pulled"] == 0


def test_ticks_answers_and_lines_of_the_log(user: User) -> None:
    Path("twins.csv").write_text(
        "Name,Mobile\nSara Ahmadi,09129990099\nSara Ahmadi,09129990077\n", encoding="utf-8"
    )
    user.smbcrm("import", "twins.csv")
    user.smbcrm("plan", "build", "--hours", "3")
    user.sync()
    with user.editing("Plan") as plan:
        first = plan.rows()[0]
        plan.set(first[0], "Done", "✓")
        plan.set(first[0], "Minutes spent", 25)
        plan.set(first[0], "Note", "خوب بود")
    with user.editing("Review") as review:
        asked = review.rows()
        assert asked
        review.sheet.cell(2, len(review.headings())).value = "نه"
    with user.editing("Log") as log:
        log.append(
            Date="2026-11-20", Customer="C2", Kind="call", What_happened="asked for a price", Minutes=5
        )
        log.append(Customer="nobody at all", Kind="call", What_happened="?")
    result = user.sync(code=5)
    assert (result["done"], result["answered"], result["logged"]) == (1, 1, 1)
    assert [one["sheet"] for one in result["refused"]] == ["Log"]
    assert user.customer("C2")
    again = user.sync(code=5)
    assert (again["done"], again["answered"], again["logged"]) == (0, 0, 0)
    assert len(user.sheet("Plan").rows()) == len(
        json.loads(user.smbcrm("plan", "show", "--format", "json").out)
    )


def test_who_asks_for_peace_leaves_the_sheet_of_the_plan_and_comes_back(user: User) -> None:
    user.smbcrm("plan", "build", "--hours", "3", "--tier", "A,B")
    user.sync()
    planned = user.sheet("Plan").rows()
    place = user.sheet("Plan").headings().index("Customer")
    who = planned[0][place]
    user.smbcrm("set", str(who), "do_not_contact=yes")
    user.sync()
    left = user.sheet("Plan").rows()
    assert left == [row for row in planned if row[place] != who]
    assert len(left) < len(planned)
    user.smbcrm("set", str(who), "do_not_contact=no")
    user.sync()
    assert sorted(user.sheet("Plan").rows(), key=str) == sorted(planned, key=str)


def test_status_and_other_commands_say_that_edits_wait(user: User) -> None:
    assert "not synced" not in user.smbcrm("status").err
    with user.editing() as sheet:
        sheet.set("C1", "City", "Tehran")
    assert "The workbook has edits that are not synced yet. Next: `smbcrm sync`." in user.smbcrm("list").err
    user.sync()
    assert "not synced" not in user.smbcrm("list").err


def test_an_open_workbook_is_never_written(user: User) -> None:
    user.smbcrm("set", "C1", "city=Qom")
    before = user.path.read_bytes()
    lock = user.path.with_name("~$customers.xlsx")
    lock.write_bytes(b"owner")
    run = user.smbcrm("sync")
    assert run.code == 6
    assert "save and close it there" in run.err
    assert user.path.read_bytes() == before
    lock.unlink()
    user.sync()
    assert user.sheet().get("C1", "City") == "Qom"


def test_a_dry_run_writes_nothing_and_says_what_would_come(user: User) -> None:
    with user.editing() as sheet:
        sheet.set("C1", "City", "Tehran")
    before = user.path.read_bytes()
    assert user.sync("--dry-run")["cells"] == 1
    assert user.path.read_bytes() == before
    assert user.customer("C1")["city"] == "Shiraz"


def test_a_lost_workbook_is_written_anew(user: User) -> None:
    user.path.unlink()
    assert user.sync()["archived"] == []
    assert len(user.sheet().rows()) == 8


def test_a_strange_file_in_its_place_is_not_touched(user: User) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Product", "Price"])
    book.save(user.path)
    before = user.path.read_bytes()
    run = user.smbcrm("sync")
    assert run.code == 5
    assert "no sheet of customers" in run.err
    assert user.path.read_bytes() == before


def test_a_persian_workbook_is_right_to_left_and_comes_back(smbcrm: Smbcrm, data: Path) -> None:
    Path("p.csv").write_text(
        "نام,موبایل,شهر\nعلی رضایی,09121234567,تهران\nSara,09351112233,Qom\n", encoding="utf-8"
    )
    smbcrm("run", "p.csv")
    assert smbcrm("--lang", "fa", "sync").code == 0
    user = User(smbcrm, data)
    book = openpyxl.load_workbook(user.path)
    assert book.sheetnames[0] == "مشتریان"
    assert book.worksheets[0].sheet_view.rightToLeft
    with user.editing("مشتریان") as sheet:
        assert sheet.headings()[:2] == ["شناسه", "نام"]
        sheet.set("C1", "شهر", "شیراز")
        sheet.append(نام="مینا نوری")
    assert user.sync()["pulled"] == 2
    assert user.customer("C1")["city"] == "شیراز"


def test_every_heading_and_word_of_the_sheets_is_known_in_persian() -> None:
    from smbcrm.output.words import knows
    from smbcrm.output.workbook.whole import KINDS
    from smbcrm.usecases.workbook.customers_sheet import USUAL
    from smbcrm.usecases.workbook.other_sheets import LOG_SHAPE, PLAN_SHAPE, REVIEW_SHAPE
    from smbcrm.usecases.workbook.recipes_sheet import RECIPES_SHAPE

    shapes = (PLAN_SHAPE, REVIEW_SHAPE, LOG_SHAPE, RECIPES_SHAPE)
    words = [column.heading for shape in shapes for column in shape.columns]
    words += (
        [column.heading for column in USUAL]
        + [shape.name for shape in shapes]
        + [*KINDS, "Customers", "Summary"]
    )
    assert [word for word in words if not knows(word, "fa")] == []


def test_a_persian_kind_in_the_log_is_the_programs_own_word(user: User) -> None:
    with user.editing("Log") as log:
        log.append(Customer="C2", Kind="تماس تلفنی", What_happened="قیمت پرسید")
    assert user.sync()["logged"] == 1
    assert user.sheet("Log").rows()[0][-1] == "I1"
    run = user.smbcrm("list", "--format", "csv", "--columns", "id,last_interaction", "--where", "id = 'C2'")
    assert run.out == "id,last_interaction\nC2,2026-11-22\n"


def test_damage_stops_the_sync_and_says_what_it_looks_like(smbcrm: Smbcrm, data: Path) -> None:
    lines = [f"Person {n} Family{n},0912{n:07d},City {n % 7},{n}" for n in range(100)]
    Path("many.csv").write_text("Name,Mobile,City,Shelf\n" + "\n".join(lines) + "\n", encoding="utf-8")
    smbcrm("run", "many.csv")
    user = User(smbcrm, data)
    user.sync()
    clean = user.path.read_bytes()
    listed = smbcrm("list", "--format", "csv").out

    def refused(sign: str) -> None:
        written = user.path.read_bytes()
        run = smbcrm("sync")
        assert (run.code, sign in run.err) == (5, True), run
        assert user.path.read_bytes() == written
        assert smbcrm("list", "--format", "csv").out == listed
        user.path.write_bytes(clean)

    with user.editing() as sheet:
        for number in range(1, 8):
            sheet.delete(f"C{number}")
    refused("7 of 100 rows are gone")
    with user.editing() as sheet:
        place = sheet.place("Phone")
        phones = sorted((sheet.sheet.cell(row, place).value for row in range(2, 102)), reverse=True)
        for row, phone in enumerate(phones, start=2):
            sheet.sheet.cell(row, place).value = phone
    refused("it looks sorted by itself")
    with user.editing() as sheet:
        for number in range(1, 31):
            sheet.set(f"C{number}", "Shelf", None)
    refused("the column Shelf was emptied in 30 of 100 rows")
    with user.editing() as sheet:
        for number in range(1, 5):
            sheet.delete(f"C{number}")
        for number in range(10, 25):
            sheet.set(f"C{number}", "City", "Elsewhere")
    assert len(user.sync()["archived"]) == 4
    with user.editing() as sheet:
        for number in range(30, 60):
            sheet.set(f"C{number}", "City", "Elsewhere")
    assert smbcrm("sync", "--yes").code == 0
    assert user.customer("C40")["city"] == "Elsewhere"


def test_recipes_are_edited_added_and_removed_as_a_table(user: User) -> None:
    with user.editing("Recipes") as sheet:
        names = [row[0] for row in sheet.rows()]
        assert names
        sheet.set(names[0], "Every", "35d")
        sheet.set(names[0], "What to say", "قیمت تازه را بگو")
        sheet.delete(names[1])
        sheet.append(Recipe="New-visit", Kind="visit", Tier="B", Every="90d", Minutes=30)
        sheet.set(names[2], "Every", "often")
    result = user.sync(code=5)
    assert (result["recipes"], [one["column"] for one in result["refused"]]) == (3, ["every"])
    listed = json.loads(user.smbcrm("recipe", "--format", "json").out)
    every = {one["name"]: one["every"] for one in listed}
    assert (every[names[0]], every["New-visit"]) == ("35d", "90d")
    assert names[1] not in every
    assert user.smbcrm("undo").code == 0
    assert len(json.loads(user.smbcrm("recipe", "--format", "json").out)) == len(names)


def test_who_starts_from_nothing_gets_an_empty_sheet_to_fill_in(smbcrm: Smbcrm, data: Path) -> None:
    assert smbcrm("--lang", "fa", "init", "--workbook").code == 0
    user = User(smbcrm, data)
    with user.editing("مشتریان") as sheet:
        assert sheet.rows() == []
        sheet.append(نام="علی رضایی", تلفن="۰۹۱۲۱۲۳۴۵۶۷", شهر="قم")
        sheet.append(نام="Sara Ahmadi", امتیاز_شما="۸٫۵")
    assert user.sync()["new"] == 2
    assert user.customer("C1")["phone"] == "+989121234567"
    assert user.customer("C2")["own_score"] == 8.5
    assert user.sheet("مشتریان").record("C2")["نام"] == "Sara Ahmadi"


def test_an_edit_of_a_row_merged_away_meanwhile_is_kept_until_it_is_settled(user: User) -> None:
    with user.editing() as sheet:
        sheet.set("C7", "City", "Ahvaz")
        sheet.set("C1", "City", "Karaj")
    user.smbcrm("merge", "same", "C1", "C7")
    for _ in range(2):
        result = user.sync(code=5)
        assert [(one["id"], one["workbook"], one["store"]) for one in result["conflicts"]] == [
            ("C1", "Ahvaz", "Karaj")
        ]
        assert user.sheet().get("C7", "City") == "Ahvaz"
    user.sync("--prefer", "mine")
    assert user.customer("C1")["city"] == "Ahvaz"
    assert len(user.sheet().rows()) == 7
    assert user.sync()["pulled"] == 0


def test_a_conflict_about_a_recipe_is_settled_too(user: User) -> None:
    name = user.sheet("Recipes").rows()[0][0]
    with user.editing("Recipes") as sheet:
        sheet.set(name, "Minutes", 25)
    user.smbcrm("recipe", "set", name, "minutes=40")
    assert len(user.sync(code=5)["conflicts"]) == 1
    user.sync("--prefer", "mine")
    listed = {
        one["name"]: one["minutes"] for one in json.loads(user.smbcrm("recipe", "--format", "json").out)
    }
    assert listed[name] == 25
    assert user.sync()["pulled"] == 0


def test_a_second_recipe_of_one_name_is_refused_and_changes_nothing(user: User) -> None:
    before = user.smbcrm("recipe", "--format", "json").out
    with user.editing("Recipes") as sheet:
        sheet.append(Recipe=sheet.rows()[0][0], Kind="call", Tier="B", Every="30d", Minutes=12)
    assert user.sync(code=5)["recipes"] == 0
    assert user.smbcrm("recipe", "--format", "json").out == before


def test_of_two_new_columns_with_one_heading_the_first_is_read(user: User) -> None:
    with user.editing() as sheet:
        place = len(sheet.headings()) + 1
        sheet.sheet.cell(1, place).value = sheet.sheet.cell(1, place + 1).value = "Hat"
        row = sheet.row("C1")
        sheet.sheet.cell(row, place).value, sheet.sheet.cell(row, place + 1).value = 42, "other"
    assert user.sync()["cells"] == 1
    user.smbcrm("set", "C2", "Hat=44")
    user.sync()
    assert user.sheet().headings().count("Hat") == 2
    assert not [heading for heading in user.sheet().headings() if "(2)" in heading]


def test_a_row_without_its_id_that_was_edited_too_is_known_again(user: User) -> None:
    with user.editing() as sheet:
        sheet.set("C5", "City", "Hull")
        sheet.set("C5", "Id", None)
    result = user.sync()
    assert (result["cells"], result["archived"], result["new"]) == (1, [], 0)
    assert user.customer("C5")["city"] == "Hull"


def test_headings_that_are_not_found_stop_the_sync(user: User) -> None:
    with user.editing() as sheet:
        sheet.sheet.insert_rows(1)
        sheet.sheet.cell(1, 1).value = "My customers"
    run = user.smbcrm("sync")
    assert run.code == 5, run
    assert user.smbcrm("status").err.count("not synced") == 1


def test_what_a_pasted_second_row_leaves_out_is_no_deletion(user: User) -> None:
    with user.editing() as sheet:
        sheet.append(
            Id="C1", Name="Sara Ahmadi", Phone="+989121234567", Email="sara@example.com", City="Karaj"
        )
    assert user.sync()["cells"] == 1
    found = user.customer("C1")
    assert (found["city"], found["own_score"], found["tags"]) == ("Karaj", 8, "vip")


def test_rows_move_up_when_one_leaves_an_untouched_workbook(smbcrm: Smbcrm, user: User) -> None:
    smbcrm("remove", "C3")
    user.sync()
    book = openpyxl.load_workbook(user.path)
    assert [book["Customers"].cell(row, 1).value for row in range(2, 10)] == [
        "C1",
        "C2",
        "C4",
        "C5",
        "C6",
        "C7",
        "C8",
        None,
    ]


def test_somebody_taken_off_the_list_and_edited_is_named_so_and_comes_back_with_mine(user: User) -> None:
    with user.editing() as sheet:
        sheet.set("C3", "City", "Kent")
    user.smbcrm("remove", "C3")
    assert "C3 was taken off the list meanwhile" in user.smbcrm("sync").out
    user.sync("--prefer", "mine")
    assert user.customer("C3")["city"] == "Kent"
    assert user.sheet().get("C3", "City") == "Kent"


def test_a_noted_line_that_is_edited_is_told_and_one_that_is_deleted_stays_away(user: User) -> None:
    with user.editing("Log") as log:
        log.append(Customer="C2", Kind="call", What_happened="asked for a price")
    user.sync()
    with user.editing("Log") as log:
        log.sheet.cell(2, 4).value = "EDITED"
    assert "was noted as I1 before" in user.smbcrm("sync").out
    with user.editing("Log") as log:
        log.sheet.delete_rows(2)
    user.sync()
    assert user.sheet("Log").rows() == []


def test_nobody_to_ask_is_for_a_person_to_decide(user: User) -> None:
    assert user.smbcrm("--no-input", "sync", "--prefer", "ask").code == 5


def test_what_was_still_to_do_for_a_customer_goes_with_his_row(user: User) -> None:
    user.smbcrm("task", "add", "send the catalogue", "--who", "C5")
    user.sync()
    with user.editing() as sheet:
        sheet.delete("C5")
    user.sync()
    assert json.loads(user.smbcrm("task", "list", "--format", "json").out) == []

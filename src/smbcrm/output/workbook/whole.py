"""The workbook the first time: every sheet a plain table from A1, with colours that say whose a column is."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from smbcrm.core.say import say
from smbcrm.core.text import header_key
from smbcrm.core.workbook.changes import Content
from smbcrm.core.workbook.shape import CUSTOMERS_SHEET, LOG_SHEET, REVIEW_SHEET, SUMMARY_SHEET, Col
from smbcrm.output.plain_table import width
from smbcrm.output.words import heading, render
from smbcrm.output.workbook.cell_xml import Written
from smbcrm.output.workbook.summary_sheet import write_summary
from smbcrm.usecases.workbook.summary import Summary

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LAST_ROW = 1_048_575
_WIDEST, _NARROWEST, _MEASURED = 50, 8, 2_000
_HEADER = {"yours": "#FFFFFF", "computed": "#D9D9D9", "id": "#7F7F7F"}
_TIERS = {"A": "#C6E7C8", "B": "#DCEBF7", "C": "#FFF2CC", "D": "#F2F2F2"}
KINDS = ("call", "visit", "message", "gift", "thanks", "complaint", "note")


def headings_of(columns: Sequence[Col], lang: str) -> dict[str, str]:
    """Give the heading of each column by key, in a language; the owner's own words are never translated.

    No two are alike: a column of the owner's that is called like one of ours gets a number.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for column in sorted(columns, key=lambda one: one.own_words):
        shown = bare = column.heading if column.own_words else heading(column.heading, lang)
        number = 1
        while header_key(shown) in taken:
            number += 1
            shown = f"{bare} ({number})"
        taken.add(header_key(shown))
        found[column.key] = shown
    return found


def keys_of_headings(columns: Sequence[Col], lang: str) -> dict[str, str]:
    """Give the key for every heading a column may have, by `header_key`: as written in this language first, then in the others."""
    found: dict[str, str] = {}
    for one in (lang, "en", "fa"):
        for key, shown in headings_of(columns, one).items():
            found.setdefault(header_key(shown), key)
    for column in columns:
        found.setdefault(header_key(column.key), column.key)
    return found


def sheet_name(name: str, lang: str) -> str:
    """Give the name of a sheet in a language."""
    return heading(name, lang)


def whole_workbook(
    contents: Sequence[Content], summary: Summary, *, lang: str, today: datetime.date
) -> bytes:
    """Give the bytes of a new workbook."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    # The same records give the same bytes on the same day.
    book.set_properties({"created": datetime.datetime(today.year, today.month, today.day)})
    formats = _Formats(book)
    for content in contents:
        _write_sheet(book, content, formats, lang=lang)
    write_summary(book, summary, name=sheet_name(SUMMARY_SHEET, lang), lang=lang)
    book.get_worksheet_by_name(sheet_name(CUSTOMERS_SHEET, lang)).activate()
    book.close()
    return out.getvalue()


class _Formats:
    """The formats of a workbook, made once each."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def of(self, **properties: Any) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]

    def header(self, column: Col, *, right_to_left: bool) -> Format:
        ink = "#FFFFFF" if column.owner == "id" else "#000000"
        return self.of(
            bold=True, bg_color=_HEADER[column.owner], font_color=ink, bottom=2, text_wrap=True, valign="vcenter",
            align="right" if right_to_left else "left",
        )  # fmt: skip

    def cells(self, column: Col, *, as_text: bool, right_to_left: bool) -> Format:
        properties: dict[str, Any] = {"valign": "top"}
        if right_to_left and column.holds in ("text", "lines", "words", "tags"):
            properties |= {"reading_order": 2, "align": "right"}
        if column.owner != "yours":
            properties |= {"font_color": "#595959"}
        if column.holds == "date":
            properties["num_format"] = "yyyy-mm-dd"
        elif column.holds == "number":
            properties["num_format"] = "#,##0.##"
        elif column.holds == "score":
            properties["num_format"] = "0.0"
        elif column.holds == "phone" or column.owner == "id" or as_text:
            properties["num_format"] = "@"
        if column.holds in ("lines", "words"):
            properties["text_wrap"] = True
        return self.of(**properties)


def _write_sheet(book: Workbook, content: Content, formats: _Formats, *, lang: str) -> None:
    shape = content.shape
    sheet = book.add_worksheet(sheet_name(shape.name, lang))
    if lang == "fa":
        sheet.right_to_left()
    sheet.freeze_panes(1, 2 if shape.name == CUSTOMERS_SHEET else 0)
    sheet.set_landscape()  # printed, a row stays on one page
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    headings = headings_of(shape.columns, lang)
    for place, column in enumerate(shape.columns):
        shown = headings[column.key]
        sheet.write_string(0, place, shown, formats.header(column, right_to_left=lang == "fa"))
        texts = [cells.get(column.key, "") for cells in content.records.values()]
        wide = max([width(shown) + 3, *(width(text[:_WIDEST].split("\n")[0]) for text in texts[:_MEASURED])])
        form = formats.cells(column, as_text=any(map(_would_change, texts)), right_to_left=lang == "fa")
        sheet.set_column(place, place, min(max(wide + 1, _NARROWEST), _WIDEST), form)
        _write_column(sheet, place, column, content.records.values(), form)
        _helps(sheet, place, column, shape.name, formats, lang)
    sheet.autofilter(0, 0, max(1, len(content.records)), len(shape.columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{LAST_ROW + 1}"})


def _would_change(text: str) -> bool:
    """Tell whether a spreadsheet program would change a text that is typed again: leading zeros, long numbers."""
    return text.isdecimal() and (text[0] == "0" or len(text) > 11)


def _write_column(sheet: Worksheet, place: int, column: Col, records: Any, form: Format) -> None:
    for row, cells in enumerate(records, start=1):
        text = cells.get(column.key, "")
        if not text:
            continue
        number = Written(text, column.holds).number()
        if number is None:
            sheet.write_string(row, place, text, form)
        else:
            sheet.write_number(row, place, number, form)


def _helps(sheet: Worksheet, place: int, column: Col, name: str, formats: _Formats, lang: str) -> None:
    """Offer what may be typed, refuse what may not, and colour the tiers."""

    def say_in(text: str) -> str:
        return render(say(text), lang)

    rule: dict[str, Any] | None = None
    if column.key == "own_score":
        rule = {
            "validate": "decimal", "criteria": "between", "minimum": 1, "maximum": 10,
            "error_title": say_in("Score"), "error_message": say_in("A score is 1 to 10, halves allowed."),
        }  # fmt: skip
    elif column.holds == "yesno":
        rule = {"validate": "list", "source": [say_in("yes"), say_in("no")], "show_error": False}
    elif name == REVIEW_SHEET and column.key == "answer":
        rule = {
            "validate": "list",
            "source": [say_in("yes"), say_in("no"), say_in("later")],
            "show_error": False,
        }
    elif name == LOG_SHEET and column.key == "kind":
        rule = {"validate": "list", "source": [say_in(kind) for kind in KINDS], "show_error": False}
    elif column.owner == "id":
        rule = {
            "validate": "any", "input_title": say_in("Please leave this column alone"),
            "input_message": say_in("It tells smbcrm which row is which. Leave it empty in a new row."),
        }  # fmt: skip
    if rule is not None:
        sheet.data_validation(1, place, LAST_ROW, place, rule)
    if column.key == "tier":
        for tier, colour in _TIERS.items():
            sheet.conditional_format(
                1, place, LAST_ROW, place,
                {"type": "cell", "criteria": "==", "value": f'"{tier}"', "format": formats.of(bg_color=colour)},
            )  # fmt: skip

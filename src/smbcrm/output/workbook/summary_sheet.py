"""The summary sheet: three small tables with a chart each, always in the same cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from smbcrm.core.say import say
from smbcrm.core.workbook.cells import settled
from smbcrm.core.workbook.sheet_merge import SheetRow
from smbcrm.output.words import heading, render
from smbcrm.output.workbook.cell_xml import Written
from smbcrm.output.workbook.patch import SheetPatch
from smbcrm.usecases.workbook.summary import WEEKS, Summary

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_TIERS_AT, _SCORES_AT, _WEEKS_AT = 0, 5, 8
_ROWS = 1 + WEEKS


def summary_cells(summary: Summary, lang: str) -> dict[tuple[int, int], Written]:
    """Give what stands in the summary sheet, by row number (from 1) and place (from 0); empty texts clear what stood there."""
    cells = {(row, place): Written("") for row in range(1, _ROWS + 1) for place in range(11)}
    for place, title in enumerate(_headings(lang)):
        cells[1, place] = Written(title)
    for row, (tier, customers, lowest, highest) in enumerate(summary.tiers, start=2):
        for place, written in enumerate(
            (Written(tier), _number(customers), _number(lowest, "score"), _number(highest, "score")),
            start=_TIERS_AT,
        ):
            cells[row, place] = written
    for row, (low, high, customers) in enumerate(summary.scores, start=2):
        cells[row, _SCORES_AT] = Written(render(say("unknown"), lang) if low is None else f"{low}-{high}")
        cells[row, _SCORES_AT + 1] = _number(customers)
    for row, (first, planned, there) in enumerate(summary.weeks, start=2):
        cells[row, _WEEKS_AT] = Written(first, "date")
        cells[row, _WEEKS_AT + 1] = _number(planned)
        cells[row, _WEEKS_AT + 2] = _number(there)
    return cells


def _headings(lang: str) -> Iterator[str]:
    for title in (
        "Tier", "Customers", "Lowest score", "Highest score", "", "Score", "Customers", "", "Week from", "Minutes planned",
        "Minutes there are",
    ):  # fmt: skip
        yield heading(title, lang) if title else ""


def _number(value: float | None, holds: str = "number") -> Written:
    return Written("" if value is None else f"{value:.15g}", holds)


def write_summary(book: Workbook, summary: Summary, *, name: str, lang: str) -> None:
    """Write the sheet with its charts into a new workbook."""
    sheet = book.add_worksheet(name)
    if lang == "fa":
        sheet.right_to_left()
    bold = book.add_format({"bold": True, "bg_color": "#D9D9D9", "text_wrap": True, "valign": "vcenter"})
    forms = {
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "score": book.add_format({"num_format": "0.0"}),
        "number": book.add_format({"num_format": "#,##0"}),
        "text": book.add_format({}),
    }
    for (row, place), written in summary_cells(summary, lang).items():
        form = bold if row == 1 and written.text else forms[written.holds]
        number = written.number()
        if not written.text:
            if row > 1 and place not in (4, 7):
                sheet.write_blank(row - 1, place, None, _of_column(forms, place))
        elif number is None:
            sheet.write_string(row - 1, place, written.text, form)
        else:
            sheet.write_number(row - 1, place, number, form)
    sheet.set_column(0, 10, 13)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 1)
    for title, kind, first, last, rows, at in (
        (say("Customers by tier"), "column", 0, (1,), 4, "A17"),
        (say("How scores are spread"), "column", 5, (6,), 10, "G17"),
        (say("What the plan asks of each week, in minutes"), "column", 8, (9, 10), WEEKS, "A34"),
    ):
        chart = book.add_chart({"type": kind})
        for place in last:
            chart.add_series(
                {
                    "name": [name, 0, place],
                    "categories": [name, 1, first, rows, first],
                    "values": [name, 1, place, rows, place],
                }
            )
        chart.set_title({"name": render(title, lang), "name_font": {"size": 12}})
        chart.set_y_axis({"min": 0})
        chart.set_x_axis({"text_axis": True, "num_format": "yyyy-mm-dd" if at == "A34" else "General"})
        if len(last) == 1:
            chart.set_legend({"none": True})
        sheet.insert_chart(at, chart, {"x_scale": 1.0, "y_scale": 1.0})


def _of_column(forms: dict[str, object], place: int) -> object:
    if place == _WEEKS_AT:
        return forms["date"]
    return forms["score"] if place in (2, 3) else forms["number"]


def summary_patch(
    summary: Summary, headings: Sequence[str], rows: Sequence[SheetRow], *, lang: str, recalculate: bool
) -> SheetPatch | None:
    """Give what changes in a summary sheet that stands as we wrote it; None when nothing does, or when the owner rearranged it."""
    wanted = list(_headings(lang))
    if [*headings, *[""] * (len(wanted) - len(headings))][: len(wanted)] != wanted:
        return None
    standing = {row.number: row for row in rows}
    cells: dict[tuple[int, int], Written] = {}
    for (number, place), written in summary_cells(summary, lang).items():
        row = standing.get(number)
        if number == 1 or (row is not None and place in row.formulas):
            continue
        text = row.cells[place] if row is not None and place < len(row.cells) else ""
        if text != written.text and settled(text, written.holds) != written.text:
            cells[number, place] = written
    return SheetPatch(cells=cells, recalculate=recalculate) if cells else None

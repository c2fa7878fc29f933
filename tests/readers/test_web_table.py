"""Tables in web pages that are named like workbooks."""

from collections.abc import Callable

from smbcrm.core.grid import Grid
from smbcrm.readers.open_file import read_stream

Read = Callable[..., Grid]
Refusal = Callable[..., str]


def test_spans_breaks_and_entities_are_understood(grid: Read) -> None:
    page = """<html><style>td {color: red}</style><table>
      <tr><th>City<th colspan=2>Name<th>Phone</tr>
      <tr><td rowspan="2"> Tehran </td><td>Sara</td><td>Ahmadi &amp; Co</td><td>0912<br>0935</td></tr>
      <tr><td>Reza</td><td>Karimi</td><td></td></tr>
      <tr><td> </td></tr>
    </table></html>"""
    read = grid(page, "list.xls")
    assert list(zip(read.row_numbers, read.rows)) == [
        (1, ["City", "Name", "", "Phone"]),
        (2, ["Tehran", "Sara", "Ahmadi & Co", "0912\n0935"]),
        (3, ["Tehran", "Reza", "Karimi"]),
    ]
    assert [str(problem.what) for problem in read.problems] == [
        "1 cell under a merged cell was filled with its value"
    ]


def test_each_table_is_a_sheet_and_a_table_for_looks_is_none() -> None:
    page = "<table><tr><td><table><tr><td>a</td></tr></table></td><td><table><tr><td>b</table></table>"
    grids = read_stream(page.encode(), name="list.xls").grids
    assert [(grid.sheet, grid.rows) for grid in grids] == [("table 1", [["a"]]), ("table 2", [["b"]])]
    assert [grid.rows for grid in read_stream(page.encode(), name="list.xls", sheet="table 2").grids] == [
        [["b"]]
    ]


def test_the_encoding_that_the_page_names_is_used(grid: Read) -> None:
    page = (
        '<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><table><tr><td>كريمي'
    )
    read = grid(page.encode("cp1256"), "list.xls")
    assert (read.rows, read.encoding) == ([["كريمي"]], "windows-1256")


def test_a_page_without_a_table_or_with_absurd_spans_is_refused(refusal: Refusal) -> None:
    assert refusal("<html><body>Log in</body></html>", "list.xls") == "list.xls is a web page without a table"
    spans = "<table>" + "<tr>" + '<td colspan="16384" rowspan="1000">x' * 3
    assert refusal(spans, "list.xls") == "list.xls holds more cells than can be read"

"""Files bent out of shape: each is read to the last row, or refused in one line; and a csv in any dialect is read back."""

import csv
import io
import random
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smbcrm.core.grid import Grid
from smbcrm.core.layout import LayoutOptions, Table, find_table
from smbcrm.core.rows import parse_table
from smbcrm.errors import SmbcrmError
from smbcrm.readers.headers import load_headers
from smbcrm.readers.open_file import read_stream

HEADERS = load_headers()
SEEDS = 12
_LARGEST = 100_000
_IN_A_CHILD = ("xls", "xlsb", "ods")  # each of these costs a process


def _bend(data: bytes, chance: random.Random) -> bytes:
    """Change some bytes: turn, cut, repeat or insert them, or write an odd number where one stood."""
    bent = bytearray(data)
    for _ in range(chance.choice([1, 1, 3, 12])):
        if not bent:
            break
        at, way = chance.randrange(len(bent)), chance.randrange(6)
        if way == 0:
            bent[at] ^= 1 << chance.randrange(8)
        elif way == 1:
            del bent[at : at + chance.choice([1, 40])]
        elif way == 2:
            bent[at:at] = chance.randbytes(chance.choice([1, 30]))
        elif way == 3:
            bent[at:at] = bent[: chance.choice([10, 400])]
        elif way == 4:
            del bent[at:]
        else:
            numbers = list(re.finditer(rb"\d+", bytes(bent)))
            place = chance.choice(numbers).span() if numbers else (at, at)
            bent[slice(*place)] = chance.choice([b"0", b"-1", b"1048577", b"99999999999", b"nan"])
    return bytes(bent)


def _bend_a_part(data: bytes, chance: random.Random) -> bytes:
    """Change one part of a package and pack it anew, so that the change gets past the check sums."""
    bent = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(bent, "w", zipfile.ZIP_DEFLATED) as new:
        victim = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _bend(part, chance) if name == victim else part)
    return bent.getvalue()


def _check(data: bytes, name: str) -> None:
    """Read a file to its typed rows; nothing but a refusal may stop that, and no row may get lost on the way."""
    told, grids = name, ()
    try:
        grids = read_stream(data, name=name).grids
    except SmbcrmError as refused:
        told = str(refused.what)
    assert name in told
    assert "\n" not in told
    for grid in grids:
        _check_grid(grid)


def _check_grid(grid: Grid) -> None:
    assert list(grid.row_numbers) == sorted(set(grid.row_numbers))
    assert len(grid.rows) == len(grid.row_numbers)
    assert all(row and row[-1].strip() for row in grid.rows)
    table = find_table(grid, HEADERS, options=LayoutOptions())
    if isinstance(table, Table):
        below = [n for n in grid.row_numbers if table.header_row is None or n > table.header_row]
        parsed = parse_table(table, country="")
        assert [row.number for row in parsed.rows] == below
        assert all(row.status == "ok" or row.reason for row in parsed.rows)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_bent_file_is_read_or_refused(awkward: Path, seed: int) -> None:
    chance = random.Random(seed)
    files = sorted(path for path in awkward.iterdir() if path.is_file() and path.stat().st_size < _LARGEST)
    plain = [path for path in files if not path.name.startswith(("sec_", "size_", "ods_bomb"))]
    for path in chance.sample(plain, 40):
        if path.suffix[1:] in _IN_A_CHILD and chance.random() < 0.7:
            continue
        data = path.read_bytes()
        packed = data.startswith(b"PK") and zipfile.is_zipfile(io.BytesIO(data))
        _check(
            _bend_a_part(data, chance) if packed and chance.random() < 0.7 else _bend(data, chance), path.name
        )


@pytest.mark.parametrize(
    "head",
    [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x09\x08\x08\x00\x00\x05\x10\x00", b"\xff\xfe", b"\xef\xbb\xbf",
     b"BEGIN:VCARD\r\n", b"<html><table><tr><td>", b'<?xml version="1.0"?><office:document '],
)  # fmt: skip
def test_chance_behind_a_true_beginning_is_read_or_refused(head: bytes) -> None:
    for seed in range(10):
        chance = random.Random(seed)
        _check(head + chance.randbytes(chance.choice([0, 7, 500, 5000])), "list.csv")


_CELL = st.text(st.sampled_from("ابپسمنیآ‌كي۰۱۲۳0123456789 abcXYZ\"',;|\t\n«»-+@()."), max_size=12).map(
    str.strip
)
_ROW = st.lists(_CELL, min_size=3, max_size=3).filter(lambda row: bool(row[2]))


@settings(max_examples=150, deadline=None)
@given(
    rows=st.lists(_ROW, min_size=3, max_size=12),
    sign=st.sampled_from([",", ";", "\t", "|"]),
    end=st.sampled_from(["\r\n", "\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    all_quoted=st.booleans(),
)
@example(
    rows=[["", "", "0"], ["", "", "0"], [";;", "", "0"]],
    sign=";",
    end="\n",
    encoding="utf-8",
    all_quoted=False,
)
def test_a_csv_in_any_dialect_is_read_back(
    rows: list[list[str]], sign: str, end: str, encoding: str, all_quoted: bool
) -> None:
    written = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL
    table = [["نام", "تلفن", "شهر"], *rows]
    csv.writer(written, delimiter=sign, lineterminator=end, quoting=quoting).writerows(table)
    [grid] = read_stream(written.getvalue().encode(encoding), name="list.csv", delimiter=sign).grids
    assert grid.rows == table
    _check_grid(grid)


_NAMES = st.lists(
    st.sampled_from(["سارا", "رضا", "مینا", "امید", "لیلا", "هدی", "احمدي", "كريمي", "تهراني", "گلپايگاني"]),
    min_size=2,
    max_size=3,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(
    people=st.lists(st.tuples(_NAMES, st.integers(0, 9_999_999)), min_size=3, max_size=20),
    sign=st.sampled_from([",", ";", "\t", "|"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1256"]),
)
def test_a_persian_list_is_read_in_any_dialect_and_encoding_without_being_told(
    people: list[tuple[str, int]], sign: str, encoding: str
) -> None:
    table = [["نام", "موبايل"], *([name.replace("ی", "ي"), f"0912{number:07}"] for name, number in people)]
    text = "\r\n".join(sign.join(row) for row in table)
    reading = read_stream(text.encode(encoding), name="list.csv")
    assert reading.doubt is None
    assert reading.grids[0].rows == table

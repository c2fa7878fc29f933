"""The lists of a made-up music shop, from import to report, held against pandas reading the same files."""

from __future__ import annotations

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from smbcrm.core.intervals import net_promoters, share
from tests.conftest import ROOT, TODAY, Run

FOLDER = ROOT / "examples" / "music_shop"
DAY = pd.Timestamp(TODAY)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Run]:
    """The shop's lists, imported, scored and cut, once for all tests here."""
    data = tmp_path_factory.mktemp("music") / "data"

    def run(*argv: str) -> Run:
        done = subprocess.run(
            [sys.executable, "-m", "smbcrm", "--data", str(data), "--today", TODAY, *argv],
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        return Run(done.returncode, done.stdout, done.stderr)

    assert run("import", *(str(path) for path in sorted(FOLDER.glob("*.csv")))).code == 0
    assert run("score").code == 0
    assert run("tier").code == 0
    return run


@pytest.fixture(scope="module")
def receipts() -> pd.DataFrame:
    table = pd.read_csv(FOLDER / "receipts.csv", parse_dates=["Date"])
    return table.rename(columns={"Email": "email", "Amount": "amount", "Date": "date"})


def records(run: Callable[..., Run], *argv: str) -> list[dict[str, Any]]:
    done = run(*argv, "--format", "json")
    assert done.code == 0, done.err
    return list(json.loads(done.out))


def by_name(run: Callable[..., Run]) -> dict[str, str]:
    return {row["name"]: row["email"] for row in records(run, "list")}


def test_the_lists_are_what_their_maker_writes(tmp_path: Path) -> None:
    maker = (ROOT / "examples" / "make_music_shop.py").read_text("utf-8")
    (tmp_path / "make_music_shop.py").write_text(maker, encoding="utf-8")
    subprocess.run([sys.executable, str(tmp_path / "make_music_shop.py")], check=True)
    for path in FOLDER.glob("*.csv"):
        assert (tmp_path / "music_shop" / path.name).read_text("utf-8") == path.read_text("utf-8")


def test_who_spends_most_is_who_pandas_says(shop: Callable[..., Run], receipts: pd.DataFrame) -> None:
    emails = by_name(shop)
    told = records(shop, "report", "top", "--by", "spend", "-n", "10")
    sums = receipts.groupby("email")["amount"].sum().sort_values(ascending=False)
    assert [emails[row["name"]] for row in told] == list(sums.index[:10])
    assert [row["spend"] for row in told] == pytest.approx(list(sums[:10]))
    assert told[9]["running_share"] == pytest.approx(sums[:10].sum() / sums.sum())
    counts = receipts.groupby("email")["Receipt"].nunique()
    often = records(shop, "report", "top", "--by", "count", "-n", "5")
    assert [row["purchases"] for row in often] == sorted(counts, reverse=True)[:5]
    year = receipts[receipts["date"].between("2025-01-01", "2025-12-31")].groupby("email")["amount"].sum()
    then = records(shop, "report", "top", "--since", "2025-01-01", "--until", "2025-12-31")
    assert {emails[row["name"]]: row["spend"] for row in then} == pytest.approx(year.to_dict())


def test_the_parts_of_a_score_are_ranks_that_pandas_gives(
    shop: Callable[..., Run], receipts: pd.DataFrame
) -> None:
    emails = by_name(shop)
    fading = 0.5 ** ((DAY - receipts["date"]).dt.days / 365)
    visits = receipts.assign(fading=fading).drop_duplicates(["email", "date"])
    counted = receipts.groupby("email")["Receipt"].nunique() * visits.groupby("email")["fading"].mean()
    ranks = (counted.rank(method="average") - 0.5) / counted.count()
    for row in records(shop, "list", "--where", "purchases IS NOT NULL", "-n", "12"):
        parts = {part["part"]: part for part in records(shop, "score", "explain", row["id"])}
        assert parts["frequency"]["value"] == pytest.approx(ranks[emails[row["name"]]])
        assert round(sum(part["points"] or 0 for part in parts.values()), 2) == row["score"]


def test_who_is_kept_and_who_comes_back_is_what_pandas_counts(
    shop: Callable[..., Run], receipts: pd.DataFrame
) -> None:
    told = {row["measure"]: row for row in records(shop, "report", "retention")}
    age = (DAY - receipts["date"]).dt.days
    lately = set(receipts["email"][age < 365])
    before = set(receipts["email"][(age >= 365) & (age < 730)])
    assert (told["kept"]["count"], told["kept"]["of"]) == (len(lately & before), len(before))
    assert told["buyers"]["value"] == len(lately)
    counts = receipts.groupby("email")["Receipt"].nunique()
    expected = share(int((counts > 1).sum()), len(counts))
    found = told["repeat rate"]
    assert (found["count"], found["of"]) == (expected.count, expected.of)
    assert (found["low"], found["high"]) == pytest.approx((expected.low, expected.high))


def test_the_network_is_counted_by_hand(shop: Callable[..., Run], receipts: pd.DataFrame) -> None:
    told = {row["measure"]: row for row in records(shop, "report", "network")}
    assert told["members"]["value"] == len(pd.read_csv(FOLDER / "customers.csv"))
    first = receipts.groupby("email")["date"].min()
    assert told["new"]["value"] == (first > DAY - pd.Timedelta(days=90)).sum()
    answers = pd.read_csv(FOLDER / "ratings.csv").drop_duplicates("Email", keep="last")["Rating (0-10)"]
    expected = net_promoters(int((answers >= 9).sum()), int((answers <= 6).sum()), len(answers))
    nps = told["net promoters"]
    assert nps["count"] == len(answers)
    assert (nps["value"], nps["low"], nps["high"]) == pytest.approx(
        (round(expected.value, 1), round(expected.low, 1), round(expected.high, 1))
    )


def test_every_customer_stands_in_one_state_and_the_lists_add_up(shop: Callable[..., Run]) -> None:
    stages = records(shop, "lifecycle")
    assert sum(row["customers"] for row in stages) == len(records(shop, "list"))
    for row in stages:
        assert len(records(shop, "lifecycle", "--state", row["state"])) == row["customers"]


def test_those_at_risk_have_reasons_that_hold(shop: Callable[..., Run], receipts: pd.DataFrame) -> None:
    emails = by_name(shop)
    age = (DAY - receipts["date"]).dt.days
    lately, before = (
        receipts[mask].groupby("email")["amount"].sum() for mask in (age < 365, (age >= 365) & (age < 730))
    )
    told = records(shop, "at-risk")
    assert [row["tier"] for row in told] == sorted(row["tier"] for row in told)
    for row in told:
        who = emails[row["name"]]
        assert row["reasons"]
        falling = [reason for reason in row["reasons"] if reason.startswith("spent ")]
        assert bool(falling) <= bool(lately.get(who, 0) < 0.6 * before.get(who, 0))
        assert row["at_stake"] == pytest.approx(max(lately.get(who, 0), before.get(who, 0)))


def test_the_matrix_names_everybody_once_and_guesses_nothing(
    shop: Callable[..., Run], tmp_path: Path
) -> None:
    told = records(shop, "matrix")
    rated = set(pd.read_csv(FOLDER / "ratings.csv")["Email"])
    emails = by_name(shop)
    assert len({row["id"] for row in told}) == len(told) == len(emails)
    for row in told:
        assert (row["cell"] == "ask") == (emails[row["name"]] not in rated or row["score"] is None)
        assert (row["value_to_customer"] is None) == (emails[row["name"]] not in rated)
    picture = tmp_path / "matrix.svg"
    assert shop("matrix", "-o", str(picture)).code == 0
    root = ET.parse(picture).getroot()
    dots = [node for node in root.iter() if node.tag.endswith("circle")]
    assert len(dots) == sum(row["cell"] != "ask" for row in told)
    book = tmp_path / "matrix.xlsx"
    assert shop("matrix", "-o", str(book)).code == 0
    cells, sheet = openpyxl.load_workbook(book).worksheets
    names = "\n".join(
        str(cell.value or "") for line in cells.iter_rows(min_row=2, min_col=2) for cell in line
    )
    assert all(f"{row['id']} {row['name']}" in names for row in told)
    assert sheet.max_row == len(told) + 1


def test_tables_speak_persian_too(shop: Callable[..., Run]) -> None:
    said = shop("report", "retention", "--lang", "fa").out
    assert said.splitlines()[0] == "آیا برمی‌گردند"
    assert "نرخ خرید دوباره" in said
    assert shop("lifecycle", "--lang", "fa").out.splitlines()[0] == "راه مشتریان شما"


def test_csv_of_a_report_is_plain_data(shop: Callable[..., Run]) -> None:
    table = pd.read_csv(StringIO(shop("report", "tiers", "--format", "csv").out))
    assert list(table["tier"]) == ["A", "B", "C", "D"]
    assert table["customers"].sum() == 60
    assert table["share"].sum() == pytest.approx(1)


def test_each_cut_of_the_list_is_kept_and_moves_can_be_asked_for_by_day(shop: Callable[..., Run]) -> None:
    runs = records(shop, "tier", "history")
    assert [(row["run"], row["customers"], row["entered"], row["up"]) for row in runs] == [(1, 60, 60, 0)]
    (worst, *_) = records(shop, "list", "--tier", "D", "-n", "1")
    assert shop("tier", "pin", worst["id"], "A").code == 0
    assert shop("tier", "--today", "2026-11-23").code == 0
    newest = records(shop, "tier", "history")[0]
    assert (newest["run"], newest["date"], newest["up"]) == (2, "2026-11-23", 1)
    moves = records(shop, "tier", "moves", "--since", "2026-11-23")
    assert {row["customer_id"] for row in moves} >= {worst["id"]}
    assert records(shop, "tier", "moves", "--since", "2026-11-24") == []


def test_who_pays_late_is_who_pandas_says(shop: Callable[..., Run]) -> None:
    emails = by_name(shop)
    bills = pd.read_csv(FOLDER / "bills.csv", parse_dates=["Due date", "Paid on"])
    bills["late"] = (bills["Paid on"] - bills["Due date"]).dt.days
    unpaid = bills[bills["Paid on"].isna() & (bills["Due date"] < DAY)].groupby("Email")["Amount"].sum()
    told = records(shop, "report", "payers")
    assert {emails[row["name"]] for row in told} == set(bills["Email"])
    paid = bills.dropna(subset="Paid on").groupby("Email")["late"]
    for row in told:
        who = emails[row["name"]]
        assert row["bills"] == (bills["Email"] == who).sum()
        assert row["days_late"] == pytest.approx(paid.mean()[who], abs=0.051)
        assert row["paid_late"] == (paid.get_group(who) > 0).sum()
        assert row["overdue"] == pytest.approx(unpaid.get(who, 0))
    assert [row["overdue"] for row in told] == sorted((row["overdue"] for row in told), reverse=True)


def test_who_was_sent_counts_for_the_one_who_sent(shop: Callable[..., Run]) -> None:
    people = pd.read_csv(FOLDER / "customers.csv")
    sent = people["Referred by"].dropna().value_counts()
    for row in records(shop, "list"):
        part = next(p for p in records(shop, "score", "explain", row["id"]) if p["part"] == "referral")
        assert part["known"] == (row["name"] in sent.index)
        if row["name"] in sent.index:
            break
    else:
        raise AssertionError("nobody was sent")


def test_the_good_ones_who_were_never_heard_of_are_named(shop: Callable[..., Run]) -> None:
    rated = set(pd.read_csv(FOLDER / "ratings.csv")["Email"])
    emails = by_name(shop)
    told = records(shop, "report", "silent")
    best = records(shop, "list", "--tier", "A,B")
    assert {row["id"] for row in told} == {row["id"] for row in best if emails[row["name"]] not in rated}

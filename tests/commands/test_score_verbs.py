"""Weights, comparisons, learning, disagreements and questions through the front door."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Smbcrm

HEAD = "Name,Mobile,City,Total spent,Order count,Last purchase date,Score\n"


def people(count: int, own: int) -> str:
    rows = [
        f"Customer {chr(65 + n // 26)}{chr(65 + n % 26)},0912{1000000 + n},Shiraz,{100 * (n + 1)},{n % 9 + 1},"
        f"2026-{n % 10 + 1:02d}-10,{(n % 9 + 2) / 1:g}"
        if n < own
        else f"Customer {chr(65 + n // 26)}{chr(65 + n % 26)},0912{1000000 + n},Shiraz,{100 * (n + 1)},{n % 9 + 1},2026-{n % 10 + 1:02d}-10,"
        for n in range(count)
    ]
    return HEAD + "\n".join(rows) + "\n"


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    """Forty customers, thirty of them scored by the owner (by how often they buy)."""
    Path("people.csv").write_text(people(40, 30), encoding="utf-8")
    assert smbcrm("run", "people.csv").code == 0
    return smbcrm


def weights(smbcrm: Smbcrm) -> dict[str, float]:
    rows = json.loads(smbcrm("score", "weights", "--format", "json").out)
    return {row["part"]: row["weight"] for row in rows}


def test_weights_are_set_kept_and_undone(shop: Smbcrm) -> None:
    assert weights(shop)["spend"] == 3
    assert shop("score", "weights", "set", "spend=5", "referral=۰", "--dry-run").code == 0
    assert weights(shop)["spend"] == 3
    assert shop("score", "weights", "set", "spend=5", "referral=۰").code == 0
    assert (weights(shop)["spend"], weights(shop)["referral"], weights(shop)["recency"]) == (5, 0, 2)
    assert shop("score").code == 0
    parts = json.loads(shop("score", "explain", "C35", "--format", "json").out)
    assert "referral" not in [part["part"] for part in parts]
    assert next(part for part in parts if part["part"] == "spend")["weight"] == 5
    shop("undo")
    shop("undo")
    assert weights(shop) == {
        "spend": 3, "frequency": 2, "recency": 2, "payment": 2, "referral": 1.5, "engagement": 1, "satisfaction": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["set", "charm=3"], "the score has no part called charm"),
        (["set", "spend=much"], "much is no weight"),
        (["set", "spend=-1"], "a weight is a number from 0 upwards"),
        (["preset", "bazaar"], "there is no preset bazaar"),
        (["compare"], "nothing was compared"),
    ],
)
def test_what_is_no_weight_is_refused_with_what_to_type(shop: Smbcrm, words: list[str], said: str) -> None:
    done = shop("--no-input", "score", "weights", *words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"smbcrm: error: {said}")
    assert "hint: " in done.err


def test_a_preset_says_what_it_is_for(shop: Smbcrm) -> None:
    done = shop("score", "weights", "preset", "community")
    assert "Preset community: a shop with regulars who take part" in done.out
    assert weights(shop)["referral"] == 3
    presets = json.loads(shop("score", "weights", "preset", "--format", "json").out)
    assert [row["preset"] for row in presets if row["used"]] == ["community"]
    assert {round(sum(row[part] for part in weights(shop)), 2) for row in presets} == {12.5}


def test_comparisons_share_out_what_the_compared_parts_weigh(shop: Smbcrm) -> None:
    words = [
        "score",
        "weights",
        "compare",
        "--compare",
        "spend/frequency=2",
        "--compare",
        "frequency/recency=2",
    ]
    done = shop(*words, "--compare", "spend/recency=4", "--format", "json")
    found = {row["part"]: row["weight"] for row in json.loads(done.out)}
    assert (found["spend"], found["frequency"], found["recency"], found["payment"]) == (4, 2, 1, 2)
    assert weights(shop)["spend"] == 3
    Path("said.txt").write_text("# mine\nspend/frequency=2\nfrequency/recency=2\n", encoding="utf-8")
    assert shop("score", "weights", "compare", "--file", "said.txt", "--use").code == 0
    assert weights(shop)["spend"] == 4


def test_comparisons_that_contradict_each_other_are_named_and_not_used(shop: Smbcrm) -> None:
    words = ["score", "weights", "compare"]
    for said in ("spend/recency=3", "spend/referral=1/2", "recency/referral=5"):
        words += ["--compare", said]
    done = shop(*words)
    assert done.code == 0
    assert "reconsider recency/referral: you said 5, the others say about 1/6" in done.out
    refused = shop(*words, "--use")
    assert refused.code == 2
    assert "hint: reconsider recency/referral" in refused.err
    assert weights(shop)["spend"] == 3


def test_one_pair_compared_twice_is_refused(shop: Smbcrm) -> None:
    for again in ("spend/recency=5", "recency/spend=1/3"):
        done = shop("score", "weights", "compare", "--compare", "spend/recency=3", "--compare", again)
        assert (done.code, done.out) == (2, "")
        assert "are compared twice.\nhint: leave one of the two out." in done.err


def test_the_command_that_takes_the_weights_is_printed_whole(shop: Smbcrm) -> None:
    said = ("--compare", "spend/frequency=1.25", "--compare", "frequency/recency=۱/۳")
    shown = shop("score", "weights", "compare", *said).out
    command = (
        "smbcrm score weights compare --compare spend/frequency=1.25 --compare frequency/recency=1/3 --use"
    )
    assert f"`{command}`" in shown.replace("\n", " ")
    shown_exactly = shop("score", "weights", "compare", *said, "--format", "csv").out
    assert shop(*command.split()[1:], "--format", "csv").out == shown_exactly
    assert weights(shop)["recency"] > 3


def test_a_file_of_comparisons_that_is_not_there_is_named(shop: Smbcrm) -> None:
    done = shop("score", "weights", "compare", "--file", "said.txt")
    assert (done.code, done.err) == (
        3,
        "smbcrm: error: there is no file said.txt.\nhint: check the name and the folder.\n",
    )


def test_the_presets_have_persian_headings(shop: Smbcrm) -> None:
    head = shop("--lang", "fa", "score", "weights", "preset").out.splitlines()[0]
    assert not [letter for letter in head if "a" <= letter.lower() <= "z"]


def test_how_many_owe_is_told_of_all_however_few_are_shown(shop: Smbcrm) -> None:
    for who in ("C1", "C2", "C3"):
        shop("invoice", "add", who, "100", "--date", "2026-09-01", "--due", "2026-10-01")
    told = shop("report", "payers", "-n", "1").out
    assert "Next: 3 customers owe what is overdue" in told
    assert told.count("asked for payment") == 1


def test_who_loses_a_tier_with_his_pin_is_told_so(shop: Smbcrm) -> None:
    before = json.loads(shop("list", "--tier", "D", "--format", "json").out)[0]["id"]
    shop("tier", "pin", before, "A")
    shop("tier")
    shop("tier", "pin", before, "none")
    shop("tier")
    moves = json.loads(shop("tier", "moves", "--format", "json").out)
    assert (
        next(move for move in moves if move["customer_id"] == before)["reason"]
        == "the pin to A was taken out"
    )


def test_learning_shows_first_and_follows_the_owner_when_told(shop: Smbcrm) -> None:
    done = shop("score", "learn")
    assert done.code == 0
    assert "Learnt from 30 of your own scores." in done.out
    assert weights(shop)["frequency"] == 2
    assert shop("score", "learn", "--use").code == 0
    learnt = weights(shop)
    assert learnt["frequency"] > 5  # he scores by how often they buy
    assert learnt["frequency"] > 3 * learnt["spend"]
    assert learnt["payment"] == 2  # of which nothing is known


def test_too_few_scores_are_refused_with_the_number_that_is_missing(smbcrm: Smbcrm) -> None:
    Path("people.csv").write_text(people(40, 7), encoding="utf-8")
    assert smbcrm("run", "people.csv").code == 0
    done = smbcrm("score", "learn")
    assert done.code == 2
    assert "hint: give 13 more: `smbcrm score set WHO 1-10`" in done.err


def test_disagreements_come_largest_first(shop: Smbcrm) -> None:
    rows = json.loads(shop("score", "disagree", "--least", "0.5", "--format", "json").out)
    gaps = [abs(row["difference"]) for row in rows]
    assert gaps == sorted(gaps, reverse=True)
    assert min(gaps) >= 0.5
    assert all(round(row["own_score"] - row["suggested_score"], 1) == row["difference"] for row in rows)


def test_questions_come_top_tier_first_and_carry_their_command(shop: Smbcrm) -> None:
    rows = json.loads(shop("gaps", "--format", "json").out)
    tiers = [row["tier"] for row in rows]
    assert tiers == sorted(tiers)
    asked = json.loads(shop("gaps", "--ask", "5", "--format", "json").out)
    assert len({row["id"] for row in asked}) == 5
    assert {row["tier"] for row in asked} == {"A"}
    assert all(row["id"] in row["command"] for row in asked)
    mine = json.loads(shop("gaps", "--who", "C1", "--format", "json").out)
    assert [row["fact"] for row in mine] == [
        "need",
        "payment",
        "referral",
        "engagement",
        "satisfaction",
        "birthday",
    ]
    shop("set", "C1", "share_of_need=60", "birth_date=1980-05-17")
    mine = json.loads(shop("gaps", "--who", "C1", "--format", "json").out)
    assert [row["fact"] for row in mine] == ["payment", "referral", "engagement", "satisfaction"]


def test_explain_says_how_much_is_known_and_what_would_lift_it(shop: Smbcrm) -> None:
    done = shop("score", "explain", "C33")
    assert "Known: 56% of what makes a score." in done.out
    assert "most would: one more purchase: +0.9, one contact: +0.8" in done.out


def part_of(smbcrm: Smbcrm, who: str, part: str) -> dict[str, object]:
    assert smbcrm("score").code == 0
    rows = json.loads(smbcrm("score", "explain", who, "--format", "json").out)
    return next(row for row in rows if row["part"] == part)


def test_a_bill_unpaid_past_its_day_lowers_the_part_of_paying(shop: Smbcrm) -> None:
    for who in ("C1", "C2", "C3"):
        assert (
            shop(
                "invoice",
                "add",
                who,
                "100",
                "--number",
                f"B{who}",
                "--date",
                "2026-09-01",
                "--due",
                "2026-10-01",
            ).code
            == 0
        )
    for who, day in (("C1", "2026-10-01"), ("C2", "2026-09-20")):
        assert shop("payment", "add", who, "100", "--for", f"B{who}", "--date", day).code == 0
    early, on_the_day, unpaid = (part_of(shop, who, "payment") for who in ("C2", "C1", "C3"))
    assert early["value"] > on_the_day["value"] > unpaid["value"]  # type: ignore[operator]
    assert str(unpaid["why"]) == "pays 52 days late, among the lowest of 3 customers; 100 is overdue now"
    told = json.loads(shop("report", "payers", "--format", "json").out)
    assert (told[0]["id"], told[0]["overdue"], told[0]["days_overdue"]) == ("C3", 100, 52)


def test_bringing_a_customer_and_speaking_for_the_shop_raise_the_score(shop: Smbcrm) -> None:
    assert part_of(shop, "C35", "referral")["known"] is False
    assert shop("touch", "C35", "--kind", "referral", "--to", "C36").code == 0
    assert shop("touch", "C37", "--kind", "praise", "--text", "told her neighbour").code == 0
    brought, spoke = part_of(shop, "C35", "referral"), part_of(shop, "C37", "referral")
    assert str(brought["why"]) == "referred one customer, more than 1 of 2 customers"
    assert str(spoke["why"]) == "spoke for you once, among the lowest of 2 customers"
    shop("undo")
    shop("undo")


def test_new_weights_make_the_scores_old(shop: Smbcrm) -> None:
    stale = "The scores are older than the list."
    assert stale not in shop("list", "-n", "1").err
    assert shop("score", "weights", "preset", "personal").code == 0
    assert stale in shop("list", "-n", "1").err
    assert shop("score").code == 0
    assert stale not in shop("list", "-n", "1").err


def test_one_bad_answer_after_ten_good_ones_is_no_disaster_and_an_old_one_fades(shop: Smbcrm) -> None:
    for who, day, mark in (
        ("C1", "2026-11-01", "5/5"),
        ("C1", "2022-11-01", "1/5"),
        ("C2", "2026-11-01", "1/5"),
        ("C2", "2022-11-01", "5/5"),
    ):
        assert shop("rate", who, mark, "--date", day).code == 0
    fresh, old = part_of(shop, "C1", "satisfaction"), part_of(shop, "C2", "satisfaction")
    assert fresh["value"] > 0.6 > old["value"]  # type: ignore[operator]


def test_a_list_without_facts_has_no_score_that_changed(smbcrm: Smbcrm) -> None:
    Path("bare.csv").write_text(
        "Name,Phone\nSara Ahmadi,09121234567\nReza Karimi,09121234568\n", encoding="utf-8"
    )
    smbcrm("import", "bare.csv")
    assert json.loads(smbcrm("score", "--format", "json").out)["changed"] == 0
    smbcrm("set", "C1", "score=7")
    assert [json.loads(smbcrm("score", "--format", "json").out)["changed"] for _ in range(2)] == [1, 0]

"""Comparing the parts of the score two at a time, at a terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.terminal import Terminal
from tests.conftest import Run

Smbcrm = Callable[..., Run]
COMPARE = ("score", "weights", "compare")


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    """A list with one customer."""
    assert smbcrm("init").code == 0
    assert smbcrm("add", "Sara Ahmadi", "phone=09121234567").code == 0
    return smbcrm


def weights(smbcrm: Smbcrm) -> dict[str, float]:
    rows = json.loads(smbcrm(*COMPARE[:2], "--format", "json").out)
    return {row["part"]: row["weight"] for row in rows}


def test_pairs_are_asked_one_by_one_until_q_and_nothing_changes(shop: Smbcrm, data: Path) -> None:
    screen = Terminal(data, *COMPARE, columns=300)
    screen.wait("Enter leaves out, q ends.")
    screen.wait("spend against frequency: ")
    screen.press("3\n")
    screen.wait("frequency against recency: ")
    screen.press("\n")
    screen.wait("recency against payment: ")
    screen.press("much\n")
    screen.wait("much is no number from 1/9 to 9")
    screen.wait("recency against payment: ")
    screen.press("۱/۲\n")
    screen.wait("payment against referral: ")
    screen.press("q\n")
    assert screen.end() == 2
    assert "recency, payment are compared with none of the others" in screen.said
    assert weights(shop)["spend"] == 3


def test_the_answers_come_back_as_a_command_that_takes_them(shop: Smbcrm, data: Path) -> None:
    screen = Terminal(data, *COMPARE, columns=300)
    for pair, answer in (
        ("spend against frequency: ", "3"),
        ("frequency against recency: ", "1/2"),
        ("recency against payment: ", "q"),
    ):
        screen.wait(pair)
        screen.press(f"{answer}\n")
    assert screen.end() == 0
    command = "smbcrm score weights compare --compare spend/frequency=3 --compare frequency/recency=1/2 --use"
    assert f"`{command}`" in screen.said
    assert weights(shop)["spend"] == 3
    assert shop(*command.split()[1:]).code == 0
    assert weights(shop)["spend"] == 3.5


def test_answers_that_agree_are_taken_at_once_with_use(shop: Smbcrm, data: Path) -> None:
    screen = Terminal(data, "--lang", "fa", *COMPARE, "--use", columns=300)
    for answer in ("۲", "q"):
        screen.wait(": ")
        screen.press(f"{answer}\n")
    assert screen.end() == 0
    assert (weights(shop)["spend"], weights(shop)["frequency"]) == (3.33, 1.67)


def test_breaking_off_changes_nothing(shop: Smbcrm, data: Path) -> None:
    screen = Terminal(data, *COMPARE, "--use")
    screen.wait("spend against frequency: ")
    screen.press("9\n")
    screen.wait("frequency against recency: ")
    assert screen.interrupt() == 130
    assert weights(shop)["spend"] == 3

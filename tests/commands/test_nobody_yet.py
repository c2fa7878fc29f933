"""Whatever is asked of a list with nobody on it, the answer names the command that brings customers in."""

from __future__ import annotations

from typing import Any

import pytest

NOBODY = "There are no customers yet. `smbcrm run FILE` brings yours in, `smbcrm add NAME` notes one."
NOBODY_FA = "هنوز مشتری‌ای نیست. `smbcrm run FILE` مشتریان شما را می‌آورد و `smbcrm add NAME` یکی ثبت می‌کند."
VERBS = [
    "list", "gaps", "gaps --ask 5", "at-risk", "lifecycle", "matrix", "report top", "report payers", "report silent", "report retention",
    "report network", "report tiers", "tier", "tier moves", "tier history", "score", "score disagree", "check", "merge", "merge list",
]  # fmt: skip


@pytest.mark.parametrize("verb", VERBS)
def test_nobody_is_told_of_before_there_is_anybody(smbcrm: Any, verb: str) -> None:
    smbcrm("init")
    for words, told in (((), NOBODY), (("--lang", "fa"), NOBODY_FA)):
        run = smbcrm(*words, *verb.split())
        assert run.code == 0
        assert run.out.splitlines()[-1] == told
        assert run.out.count(told) == 1


@pytest.mark.parametrize("verb", ["gaps", "report silent", "report top"])
def test_machines_get_headings_and_no_sentence(smbcrm: Any, verb: str) -> None:
    smbcrm("init")
    assert len(smbcrm(*verb.split(), "--format", "csv").out.splitlines()) == 1
    assert smbcrm(*verb.split(), "--format", "json").out.strip() == "[]"


@pytest.mark.parametrize("verb", ["plan build", "plan show", "plan report", "matrix --move", "score learn"])
def test_an_error_on_an_empty_list_says_to_bring_customers_in(smbcrm: Any, verb: str) -> None:
    smbcrm("init")
    run = smbcrm(*verb.split())
    assert run.code != 0
    assert run.err.splitlines()[-1] == "hint: `smbcrm run FILE` brings your customers in."


def test_with_one_customer_the_usual_sentences_are_back(smbcrm: Any) -> None:
    smbcrm("add", "Sara Ahmadi", "phone=09123456789")
    assert all(NOBODY not in smbcrm(*verb.split()).out for verb in VERBS)

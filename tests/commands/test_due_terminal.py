"""At a terminal `due` says that nothing is due; in a pipe it says nothing, so that cron sends no mail."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Smbcrm
from tests.commands.terminal import Terminal


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "Nothing is due. `smbcrm status` tells what comes next."),
        ("fa", "موعد هیچ کاری نرسیده است. `smbcrm status` می‌گوید گام بعد چیست."),
    ],
)
def test_nothing_due_is_said_to_a_person_only(smbcrm: Smbcrm, data: Path, lang: str, told: str) -> None:
    assert smbcrm("init").code == 0
    piped = smbcrm("--lang", lang, "due")
    assert (piped.code, piped.out, piped.err) == (0, "", "")
    screen = Terminal(data, "--lang", lang, "due", columns=200)
    screen.wait(told)
    assert screen.end() == 0

"""What `merge run` takes apart is named: the owner may have counted on it."""

from __future__ import annotations

from pathlib import Path

from tests.commands.conftest import Smbcrm


def test_a_customer_whose_short_name_fits_another_since_is_taken_apart_and_named(smbcrm: Smbcrm) -> None:
    phone = "07911 300800"
    Path("first.csv").write_text(
        f"Name,Mobile\nAlex Kim,{phone}\nAlexander Kim,{phone}\nRuth Hall,07911 300801\n", encoding="utf-8"
    )
    Path("then.csv").write_text(f"Name,Mobile\nAlexandra Kim,{phone}\nOlive Kim,{phone}\n", encoding="utf-8")
    assert "2 customers of 3 rows" in smbcrm("import", "first.csv").out
    assert "taken apart" not in smbcrm("import", "then.csv").out
    assert smbcrm("merge", "run").out.splitlines()[:2] == [
        "C1 Alex Kim was taken apart: C5 Alexander Kim is another customer now;"
        " `smbcrm merge explain C1 C5` says why.",
        "That makes 5 customers, one for each row.",
    ]
    assert "taken apart" not in smbcrm("merge", "run").out
    assert smbcrm("undo").code == 0
    told = smbcrm("--lang", "fa", "merge", "run").out
    assert "C1 Alex Kim از هم جدا شد: C6 Alexander Kim اکنون مشتری دیگری است" in told

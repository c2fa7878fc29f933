"""Who asked not to be contacted stays in peace when a newer version of his list leaves the cell empty."""

from __future__ import annotations

from pathlib import Path

from tests.commands.conftest import Smbcrm

HEAD = "Name,Mobile,City,Do not contact\n"
OTHERS = "".join(f"Guest {name},0912111200{i},Tehran,\n" for i, name in enumerate("ABCDEFGH", start=1))


def brought_in(smbcrm: Smbcrm, cell: str, *, lang: str = "en") -> str:
    Path("people.csv").write_text(f"{HEAD}Mina Rad,09121112233,Tehran,{cell}\n{OTHERS}", encoding="utf-8")
    run = smbcrm("--lang", lang, "import", "people.csv")
    assert run.code == 0
    return run.out


def in_peace(smbcrm: Smbcrm) -> str:
    return smbcrm("list", "--where", "do_not_contact", "--format", "ids").out


def test_an_empty_cell_takes_no_peace_back_and_is_told(smbcrm: Smbcrm) -> None:
    brought_in(smbcrm, "yes")
    told = brought_in(smbcrm, "")
    assert (
        "people.csv: row 2 no longer asks not to be contacted; that is kept until you say otherwise:"
        " `smbcrm set C1 do_not_contact=no`" in told
    )
    assert in_peace(smbcrm) == "C1\n"
    brought_in(smbcrm, "")
    assert in_peace(smbcrm) == "C1\n"
    assert smbcrm("set", "C1", "do_not_contact=no").code == 0
    assert in_peace(smbcrm) == ""


def test_it_is_told_in_persian_too(smbcrm: Smbcrm) -> None:
    brought_in(smbcrm, "yes")
    told = brought_in(smbcrm, "", lang="fa")
    assert (
        "ردیف ۲ دیگر نمی‌گوید تماس نگیرید؛ تا شما جز این نگویید می‌ماند: `smbcrm set C1 do_not_contact=no`"
        in told
    )


def test_a_plain_no_takes_it_back(smbcrm: Smbcrm) -> None:
    brought_in(smbcrm, "yes")
    brought_in(smbcrm, "no")
    assert in_peace(smbcrm) == ""

"""How many cells a text takes, without asking the library where the answer is known."""

from __future__ import annotations

from wcwidth import wcswidth

from smbcrm.output.plain_table import width


def test_every_letter_below_the_wide_ones_has_the_width_the_library_gives_it() -> None:
    differing = [
        hex(code)
        for code in range(0x20, 0x0700)
        if wcswidth(chr(code)) >= 0 and width(chr(code)) != wcswidth(chr(code))
    ]
    assert differing == []

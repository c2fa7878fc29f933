"""One cell as the XML of a sheet writes it."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from smbcrm.core.column_letters import column_letter
from smbcrm.output.files.day_numbers import day_number


@dataclass(frozen=True, slots=True)
class Written:
    """What a cell is to hold: a settled text, and what its column holds."""

    text: str
    holds: str = "text"

    def number(self) -> float | None:
        """Give the number that stands in the cell, for numbers and days; None where it holds a text."""
        if self.holds in ("number", "score"):
            try:
                return float(self.text)
            except ValueError:
                return None
        return day_number(self.text) if self.holds == "date" else None


def cell_xml(row: int, place: int, written: Written, style: bytes | None) -> bytes:
    """Give a cell; text is always text, never a formula.

    >>> cell_xml(2, 0, Written("=1+1"), b"3")
    b'<c r="A2" s="3" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>'
    >>> cell_xml(2, 1, Written("8.5", "score"), None), cell_xml(2, 2, Written(""), b"1")
    (b'<c r="B2"><v>8.5</v></c>', b'<c r="C2" s="1"/>')
    """
    head = f'<c r="{column_letter(place)}{row}"' + (f' s="{style.decode()}"' if style else "")
    if not written.text:
        return (head + "/>").encode()
    number = written.number()
    if number is not None:
        return f"{head}><v>{number:.15g}</v></c>".encode()
    return f'{head} t="inlineStr"><is><t xml:space="preserve">{escape(written.text)}</t></is></c>'.encode()

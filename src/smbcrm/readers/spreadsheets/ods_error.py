"""Which cell of a LibreOffice table holds an error: its name is written in the language of who saved the file."""

from __future__ import annotations

import re
from collections.abc import Mapping

_IN_EVERY_LANGUAGE = re.compile(r"#N/A|#REF!|#VALUE!|#DIV/0!|#NAME\?|#NUM!|#NULL!|Err:\d{3}")
_NAMED = re.compile(r"#[^\W\d_][^\d\n]{0,16}(?:/0 ?!)?")  # #WERT!, #DIV/0 !, #ЗНАЧ!, #NV
_NOTHING = ("", "0")
"""What stands for the value of a cell that has none, in the files of newer and of older programs."""


def is_error(cell: Mapping[str, str], shown: str) -> bool:
    """Tell whether a cell shows the name of an error rather than a text.

    >>> is_error({"table:formula": "of:=1/0", "office:value": "0"}, "#WERT!"), is_error({}, "#WERT!")
    (True, False)
    """
    if cell.get("calcext:value-type") == "error":
        return True
    if "table:formula" not in cell:
        return False
    value = cell.get("office:value", cell.get("office:string-value"))
    return bool(_IN_EVERY_LANGUAGE.fullmatch(shown) or (value in _NOTHING and _NAMED.fullmatch(shown)))

r"""Text from other people's files, made safe to show on a terminal.

Control characters (ESC among them) and bidi overrides can repaint a screen or turn a line around; they are
taken out of everything a person reads. ZWNJ and ZWJ stay: Persian and emoji are written with them.

>>> safe_line("Ali\x1b[31m\nRezaei\u202e")
'Ali[31m Rezaei'
"""

from __future__ import annotations

import re

_BLANKS = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"
_DROPPED = (
    *range(0x20),
    *range(0x7F, 0xA0),
    0x061C,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
)
_LINE = dict.fromkeys(_DROPPED) | dict.fromkeys(map(ord, _BLANKS), " ")
_LINES = (
    dict.fromkeys(_DROPPED)
    | {0x09: "\t", 0x0A: "\n"}
    | dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def safe_line(text: str) -> str:
    """Give the text as one line that no terminal stumbles over."""
    if text.isprintable():
        return text
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
    return _SURROGATE.sub("\ufffd", text.translate(_LINE))


def safe_lines(text: str) -> str:
    """Give the text that no terminal stumbles over, with its line breaks and tabs."""
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATE.sub("\ufffd", text.translate(_LINES))


def escape_in_json(encoded: str) -> str:
    r"""Give JSON text of the same value in which no character can move a terminal's cursor.

    >>> escape_in_json('"\x9b31m"')
    '"\\u009b31m"'
    """
    if encoded.isprintable():
        return encoded
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", encoded)

"""Commands of ours as they are typed in a shell: what needs it stands in quotes, so that they can be typed again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

TO_FILL_IN = "..."
"""Stands in a command for what only the owner knows."""

# A command of ours within a sentence that names a data folder nowhere; help needs none.
_NEXT = re.compile(r"`smbcrm (?=[a-z])(?![^`]*--(?:data|help)\b)")
_SECRET = "--password"
_BARE_WORD = re.compile(r"[\w@%+=:,./-]+", re.ASCII)
# What a shell reads between double quotes, too; all others are left in them, for Windows knows no other quotes.
_SPECIAL = re.compile(r'[\\"$`!]')
# A control sign in a heading or a file name must not turn one command into two lines.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def command_line(*words: str) -> str:
    """Give a command of ours as it is typed.

    >>> print(command_line("set", "C17", "phone=...", "shoe size=43", "price=$5"))
    smbcrm set C17 phone=... "shoe size=43" 'price=$5'
    """
    return as_typed(["smbcrm", *words])


def as_typed(words: Sequence[str]) -> str:
    """Give the words of a line as they are typed, without a password: what is kept of a command tells nobody that.

    >>> as_typed(["import", "my list.xlsx", "--password", "s3cret"]), as_typed(["import", "a.xlsx", "--password=s3cret"])
    ('import "my list.xlsx" --password ...', 'import a.xlsx --password=...')
    """
    return " ".join(map(quoted, _without_secrets(words)))


def quoted(word: str) -> str:
    """Give one word in the quotes that it needs.

    >>> print(quoted("till.csv"), quoted("مشتری.csv"), quoted("price=$5"))
    till.csv "مشتری.csv" 'price=$5'
    """
    word = _CONTROL.sub(" ", word)
    if _BARE_WORD.fullmatch(word):
        return word
    if not _SPECIAL.search(word):
        return f'"{word}"'
    import shlex

    return shlex.quote(word)


def with_data(told: str, data: str) -> str:
    """Give a sentence, or a command alone, whose commands name the data folder that was named in this one: they are typed as they stand.

    >>> print(with_data("Next: `smbcrm score`, then `smbcrm tier --help`.", "my shop"))
    Next: `smbcrm --data "my shop" score`, then `smbcrm tier --help`.
    >>> with_data("smbcrm list --data old", "d"), with_data("smbcrm list", "d"), with_data("smbcrm list", "")
    ('smbcrm list --data old', 'smbcrm --data d list', 'smbcrm list')
    """
    if not data or "smbcrm " not in told:
        return told
    if told.startswith("smbcrm "):
        return with_data(f"`{told}", data)[1:]
    return _NEXT.sub(lambda _: f"`smbcrm --data {quoted(data)} ", told)


def _without_secrets(words: Sequence[str]) -> Iterator[str]:
    before = ""
    for word in words:
        option, equals, _ = word.partition("=")
        if before == _SECRET:
            yield TO_FILL_IN
        elif option == _SECRET and equals:
            yield f"{_SECRET}={TO_FILL_IN}"
        else:
            yield word
        before = word

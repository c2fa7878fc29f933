"""What stands in brackets behind a whole name: what he trades in, where he comes from, how he is called at home; no part of the name."""

from __future__ import annotations

from smbcrm.core.naming.given_names import known_given_names
from smbcrm.core.naming.kin import kin_of
from smbcrm.core.naming.sounds import name_words
from smbcrm.core.naming.tables.titles import GENERATIONS, REMARKS, TITLES

_BRACKETS = {")": "(", "]": "[", "）": "（"}
_WHOLE_NAME = 2  # words


def without_remark(name: str, *, least: int = _WHOLE_NAME) -> str:
    """Give a name of at least so many words without what stands in brackets behind it.

    A first name in brackets behind a last name is that customer's, `Jr.` tells a son from his father, and `(wife)` whose relative it is.

    >>> without_remark("علی رضایی (کفش)"), without_remark("Ali Rezaei [shoes]"), without_remark("Ali Rezaei (2)")
    ('علی رضایی', 'Ali Rezaei', 'Ali Rezaei')
    >>> without_remark("Smith (John)"), without_remark("van Dijk (Jan)"), without_remark("John Smith (Jr.)")
    ('Smith (John)', 'van Dijk (Jan)', 'John Smith (Jr.)')
    >>> without_remark("Robert (Bob) Smith"), without_remark("Elizabeth Smith (Liz)"), without_remark("(Ali Rezaei)")
    ('Robert (Bob) Smith', 'Elizabeth Smith', '(Ali Rezaei)')
    """
    text = name.rstrip()
    opening = _BRACKETS.get(text[-1:])
    start = text.rfind(opening) if opening else -1
    before = text[:start].rstrip() if start > 0 else ""
    outside = name_words(before)
    if len(outside) < least:
        return name
    inside, known = name_words(text[start + 1 : -1]), known_given_names()
    if not GENERATIONS.keys().isdisjoint(inside) or kin_of(text):
        return name
    first_name = not known.isdisjoint(inside) and known.isdisjoint(outside)
    return name if first_name else before


def remark(name: str) -> str:
    """Give the words of what stands in brackets behind a whole name and tells who he is.

    A number, which an address book puts behind its copies, a title, and where the phone rings tell nothing of that.

    >>> remark("علی رضایی (کفش)"), remark("Ali Rezaei (2)"), remark("Ali Rezaei"), remark("Smith (John)")
    ('کفش', '', '', '')
    >>> remark("John Smith (work)"), remark("John Smith (old)"), remark("Ann Lee (Mrs)"), remark("علی رضایی (خانه)")
    ('', '', '', '')
    """
    words = name_words(name.removeprefix(without_remark(name)))
    return " ".join(w for w in words if not (w.isdecimal() or w in REMARKS or w in TITLES))

"""Records that break careless writers: one cell of every kind of trouble. The people are made up."""

from smbcrm.core.say import say
from smbcrm.output.view import Column, View

COLUMNS = (
    Column("id", "Id", "int"),
    Column("name", "Name"),
    Column("note", "Note"),
    Column("phone", "Phone", "phone"),
    Column("birth_date", "Birth date", "date"),
    Column("score", "Score", "score"),
    Column("total_spent", "Total spent", "money"),
    Column("share", "Share", "share"),
    Column("tags", "Tags", "list"),
    Column("do_not_contact", "Do not contact", "bool"),
    Column("why", "Why", "say"),
)
LONG = "a very long note " * 40

ROWS = (
    (1, "علی رضایی", "خیابان ولی‌عصر", "+989120000001", "1985-03-21", 8, 12_500_000, 0.25, ("vip", "نو"), False, say("bought {n} times", n=1234)),
    (2, 'Smith, "Jo"', "first line\nsecond line", "+982100000002;ext=12", "--05-17", 7.25, 1250.5, 1 / 3, (), True, say("no known date")),
    (3, "=1+1", "-1+cmd|' /C calc'!A0", "02100000003", "1850-01-01", None, -1200, 0, ("a", "b; c"), None, None),
    (4, "Tab\tReturn\rEnd", "\x1b[31mred\x1b[0m \u202eright\u202c \x00\x85", None, None, 10.0, 0.1 + 0.2, 1, ["one"], None, None),
    (10_000, "", LONG, "", "2026-11-22", 1, 10**16, None, None, None, say("{a}; {b}", a=say("never contacted"), b=0.5)),
    (10_001, "小林 さくら 👩‍👧", "a|b *c* _d_ <i>&amp;`x`", "+905300000006", "2026-11-22T10:30:59", 5.5, None, 0.999, ("",), True, None),
)  # fmt: skip


def hard_view() -> View:
    """Give the view, with rows that can be read once only."""
    return View(
        COLUMNS,
        iter(ROWS),
        title=say("Customers"),
        footer=(say("{n} customers", n=12_345), say("next: `smbcrm plan build` <soon>")),
        name="customers",
    )

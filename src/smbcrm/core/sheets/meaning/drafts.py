"""Columns while their meaning is being found: what headings propose, and which of several proposals holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.fields import NAMES, is_day
from smbcrm.core.headers import HeaderTable
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.looks.bank_cards import are_bank_cards
from smbcrm.core.sheets.looks.clock_times import hold_times
from smbcrm.core.sheets.looks.columns import SAMPLE, ColumnProfile
from smbcrm.core.sheets.meaning.choosing import SCORED, Surroundings, fit, preference, suits
from smbcrm.core.sheets.meaning.contacts_beside_names import heads_names_and_contacts, hold_names_and_contacts
from smbcrm.core.sheets.meaning.names_with_addresses import heads_names_and_addresses
from smbcrm.core.text import fold
from smbcrm.core.values.ratings import scale_in_heading

TYPED = say("given with --map")
REMEMBERED = say("as decided for the same headings before")
OURS = say("a column of our own list")
KNOWN = say("the heading is known")
CHOSEN = say("the heading can mean several things; the values and the columns beside it decide")
IN_PART = say("part of the heading is known")
WITH_CONTACTS = say("names stand beside phones or e-mails in one column: they are told apart")
WITH_ADDRESSES = say("names and addresses stand in one column: they are told apart")
ENDS_IN_NAME = say("the heading ends in a word for names; it may be about something else")
BY_VALUES = say("read from the values, not from the heading")
UNKNOWN = say("the heading is not known: kept as it is")


@dataclass(slots=True, kw_only=True)
class Draft:
    """One column on its way to a meaning: its heading, its values, and the fields it may still be.

    `fixed` columns were settled by a person or by an earlier import; `doubted` is the field that the heading names but
    the values contradict; `weak` headings only end in "name" and may be about something else; `turned` ones mean
    something else here than their headings say elsewhere.
    """

    index: int
    heading: str
    values: Sequence[str]
    profile: ColumnProfile
    candidates: tuple[str, ...] = ()
    how: Say = UNKNOWN
    fixed: bool = False
    doubted: str = ""
    weak: bool = False
    turned: bool = False

    @property
    def field(self) -> str:
        """The one field it is by now; empty while there are none or several."""
        return self.candidates[0] if len(self.candidates) == 1 else ""

    def settle(self, field: str, how: Say | None = None) -> None:
        """Decide on a field, or with an empty one on none."""
        self.candidates = (field,) if field else ()
        self.how = how or (self.how if field else UNKNOWN)


def propose(draft: Draft, headers: HeaderTable, *, shared: Sequence[str] = ()) -> None:
    """Give a column the fields that its heading can mean and its values allow.

    `shared` is what many headings of the sheet begin with ("Person - "): where the whole heading says nothing, the rest may.
    """
    exact = headers.fields(draft.heading)
    heading = draft.heading
    begin = next((begin for begin in shared if heading.startswith(begin)), "")
    if not exact and begin:
        heading = heading.removeprefix(begin)
        exact = headers.fields(heading)
    candidates, how = (exact, KNOWN if len(exact) == 1 else CHOSEN) if exact else ((), UNKNOWN)
    if "day" in candidates and draft.profile.date >= _WHOLE_DAYS:
        candidates = ("date",)  # "Day" over whole days; the numbers of days stand beside those of months
    if any(map(is_day, candidates)) and hold_times(draft.values):
        candidates = tuple(f for f in candidates if not is_day(f))  # "Call at" over half past nine
    if "customer_code" in candidates and are_bank_cards(draft.values):
        candidates = tuple(f for f in candidates if f != "customer_code")  # others pay with cards like it
    if "%" in heading or "٪" in heading:
        candidates = tuple(f for f in candidates if f not in NAMES)  # "Shop %": a share is nobody
    named = "name" in exact or (
        not exact and ("name" in headers.fields_inside(heading) or heads_names_and_contacts(heading, headers))
    )
    if named and _may_hold_both(draft.profile) and hold_names_and_contacts(draft.values):
        draft.settle("name", WITH_CONTACTS)
        return
    fitting = tuple(f for f in candidates if suits(f, draft.profile) or _is_scored(f, draft))
    if candidates and not fitting:
        draft.doubted = "name" if "name" in candidates else candidates[0]
    if not exact and heads_names_and_addresses(heading, headers) and suits("name", draft.profile):
        fitting, how = ("name",), WITH_ADDRESSES
    elif not exact:
        inside = headers.fields_inside(heading)
        # A longer heading may speak of something else: its values must agree more clearly.
        fitting, how = tuple(f for f in inside if fit(f, draft.profile) >= 0.6), IN_PART
        draft.weak = len(inside) > 1 and "name" in inside
    if fitting:
        draft.candidates, draft.how = fitting, how


_WHOLE_DAYS = 0.8


def _may_hold_both(profile: ColumnProfile) -> bool:
    """Tell whether a column may hold names and beside them phones or e-mails."""
    return profile.letters >= _ALL_LETTERS and (profile.some_digit >= 0.5 or profile.email >= 0.5)


def _is_scored(field: str, draft: Draft) -> bool:
    """Tell whether a column says itself that it holds scores up to 10, however low they are."""
    return field == "own_score" and scale_in_heading(draft.heading) == 10 and draft.profile.score >= SCORED


def settle_ambiguous(drafts: list[Draft], kind: str) -> None:
    """Decide between several meanings of a heading by the values and by the columns beside it."""
    for _ in range(2):  # names first: what a bare "name" means decides what "account" means
        for draft in sorted(drafts, key=lambda d: (len(d.candidates), d.candidates, d.index)):
            if len(draft.candidates) < 2:
                continue
            settled = frozenset(d.field for d in drafts if d.field and d is not draft)
            possible = frozenset(f for d in drafts for f in d.candidates if d is not draft)
            names = holds_names(draft, drafts)
            around = Surroundings(
                settled=settled,
                possible=possible,
                kind=kind,
                holds_names=names,
                with_first=_beside_first_names(draft, drafts),
            )
            ranked = sorted(draft.candidates, key=lambda f: -preference(f, draft.profile, around))
            first = (
                "name" in draft.candidates and "first_name" not in possible and _lacks_surnames(draft, drafts)
            )
            draft.settle("first_name" if first else ranked[0])
    _name_beside_surnames(drafts)


def _name_beside_surnames(drafts: list[Draft]) -> None:
    """Take a heading that is sure to hold names for given names where the surnames stand in a column of their own and nowhere else."""
    if any("first_name" in d.candidates for d in drafts):
        return
    for draft in drafts:
        if draft.field == "name" and not draft.fixed and _lacks_surnames(draft, drafts):
            draft.settle("first_name")
            return


def _beside_first_names(draft: Draft, drafts: list[Draft]) -> float:
    """Give beside which share of a column's values a first name stands; 1 where there are none to stand beside."""
    first = next((d for d in drafts if d.field == "first_name" and d is not draft), None)
    if first is None:
        return 1.0
    beside = [bool(b.strip()) for a, b in zip(draft.values[:SAMPLE], first.values[:SAMPLE]) if a.strip()]
    return sum(beside) / len(beside) if beside else 1.0


def _lacks_surnames(draft: Draft, drafts: list[Draft]) -> bool:
    """Tell whether single words stand beside surnames that they do not hold: "Name, Surname" are the two parts of a name.

    Firms beside the surnames of their people bear names of several words, or have a form.
    """
    last = next((d for d in drafts if d.field == "last_name"), None)
    p = draft.profile
    if (
        last is None
        or last is draft
        or p.words >= _ONE_WORD
        or p.firm
        or p.letters < _ALL_LETTERS
        or not p.seen
    ):
        return False
    pairs = [
        (fold(a), fold(b))
        for a, b in zip(draft.values[:SAMPLE], last.values[:SAMPLE])
        if a.strip() and b.strip()
    ]
    return bool(pairs) and sum(b in a for a, b in pairs) * 2 < len(pairs)


_ONE_WORD, _ALL_LETTERS = 1.4, 0.9


def holds_names(draft: Draft, drafts: list[Draft]) -> bool:
    """Tell whether the values of a column contain the first names that stand beside them."""
    first = next((d for d in drafts if d.field == "first_name" and d is not draft), None)
    if first is None:
        return False
    pairs = [
        (fold(a), fold(b)) for a, b in zip(first.values[:200], draft.values[:200]) if a.strip() and b.strip()
    ]
    return not pairs or sum(a in b for a, b in pairs) * 2 >= len(pairs)

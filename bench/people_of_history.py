"""People of history as an encyclopedia and its readers list them: up to 21 rows each, with titles, pet names, and much left out.

The columns for first and last name hold the first and the last word of the whole name, whatever those are: `sir` and `baronet`
often. Nobody lived.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from smbcrm.core.naming.tables.given import PET_FORMS

Row = dict[str, str]
Draw = Callable[[random.Random], str]

_PETS = {line.split()[0]: line.split()[1:] for line in PET_FORMS.strip().split("\n")}
_RANKS = ("baron", "earl of", "viscount", "marquess of")
_AREAS = [
    "tq",
    "sw",
    "nw",
    "ox",
    "cb",
    "eh",
    "cf",
    "ls",
    "bs",
    "ex",
    "dt",
    "ip",
    "yo",
    "bn",
    "me",
    "gl",
    "sy",
    "ab",
    "la",
    "pl",
]
_LETTERS = "abdefghjlnpqrstuwxyz"
_OCCUPATIONS = [
    "politician",
    "writer",
    "painter",
    "engineer",
    "architect",
    "physician",
    "botanist",
    "clergyman",
    "soldier",
    "lawyer",
    "poet",
    "actor",
    "composer",
    "chemist",
    "historian",
    "judge",
    "diplomat",
    "explorer",
    "printer",
]
_MOST_ROWS, _USUAL_ROWS = 21, 9.8


def history(
    rnd: random.Random, rows: int, given: Draw, surname: Draw, typo: Callable[[random.Random, str], str]
) -> list[tuple[int, Row]]:
    """Give so many rows of people, each with the person's number."""
    places = [surname(rnd).lower() for _ in range(600)]
    out: list[tuple[int, Row]] = []
    person = 0
    while len(out) < rows:
        person += 1
        one = _person(rnd, places, given, surname)
        number = max(1, min(_MOST_ROWS, round(rnd.gauss(_USUAL_ROWS, 5.5))))
        out += [(person, _listed(rnd, one, places, typo, first=not row)) for row in range(number)]
    return out


def _person(rnd: random.Random, places: list[str], given: Draw, surname: Draw) -> Row:
    first, last, place = given(rnd).lower(), surname(rnd).lower(), rnd.choice(places)
    middle = f" {given(rnd).lower()}" if rnd.random() < 0.3 else ""
    name, number = f"{first}{middle} {last}", rnd.choice(("1st", "2nd", "3rd", "4th", "7th"))
    kind = rnd.random()
    if kind < 0.08:
        name = f"sir {name}, {number} baronet"
    elif kind < 0.15:
        name = f"{name}, {number} {rnd.choice(_RANKS)} {place}"
    elif kind < 0.2:
        name = f"sir {name}"
    year = rnd.randint(1550, 1930)
    day = "01-01" if rnd.random() < 0.2 else f"{rnd.randint(1, 12):02}-{rnd.randint(1, 28):02}"
    return {
        "full_name": name,
        "dob": f"{year}-{day}",
        "birth_place": rnd.choice(places),
        "postcode": f"{rnd.choice(_AREAS)}{rnd.randint(1, 39)} {_inward(rnd)}",
        "gender": rnd.choice(("male", "female")),
        "occupation": rnd.choice(_OCCUPATIONS),
    }


def _inward(rnd: random.Random) -> str:
    return f"{rnd.randint(1, 9)}{rnd.choice(_LETTERS)}{rnd.choice(_LETTERS)}"


def _listed(
    rnd: random.Random, one: Row, places: list[str], typo: Callable[[random.Random, str], str], *, first: bool
) -> Row:
    """Give one row of a person: the first is right, the others leave out, shorten, mistype and guess."""
    row = dict(one)
    if not first:
        row["full_name"] = _retold(rnd, one["full_name"], typo)
        if rnd.random() < 0.12:
            year, month, day = one["dob"].split("-")
            row["dob"] = rnd.choice(
                (
                    f"{year}-{rnd.randint(1, 12):02}-{day}",
                    f"{year}-01-01",
                    f"{int(year) + rnd.choice((-10, -1, 1))}-{month}-{day}",
                )
            )
        if rnd.random() < 0.4:
            row["postcode"] = f"{one['postcode'].split(' ')[0]} {_inward(rnd)}"
        if rnd.random() < 0.15:
            row["birth_place"] = rnd.choice(
                (f"west {one['birth_place']}", typo(rnd, one["birth_place"]), rnd.choice(places))
            )
    for name, share in (
        ("dob", 0.22),
        ("birth_place", 0.14),
        ("postcode", 0.22),
        ("gender", 0.22),
        ("occupation", 0.5),
    ):
        if rnd.random() < share:
            row[name] = ""
    words = row["full_name"].replace(",", "").split()
    ends = {"first_name": words[0], "surname": words[-1] if len(words) > 1 else ""}
    return {"full_name": row.pop("full_name"), **ends, **row}


def _retold(rnd: random.Random, name: str, typo: Callable[[random.Random, str], str]) -> str:
    words = name.split()
    if rnd.random() < 0.25:
        words = [rnd.choice(_PETS.get(word, [word]) or [word]) for word in words]
    for _ in range(rnd.choice((0, 0, 1, 1, 2, 3))):
        if len(words) > 2:
            words.pop(rnd.randrange(1, len(words) - 1))
    if rnd.random() < 0.09:
        words = [rnd.choice((words[0], words[-1]))]
    if rnd.random() < 0.2:
        place = rnd.randrange(len(words))
        words[place] = typo(rnd, words[place])
    return " ".join(words).strip(",")

"""Make labelled lists of made-up customers, to measure merging on: families, firms, census, dates only, scripts, shops,
people of history, and the hard cases.

    python bench/make_lists.py KIND ROWS OUT.csv [--seed N]

Every list has the columns `id` and `true_cluster` and then what such a list would have.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Callable
from pathlib import Path

from hard_customers import hard
from people_of_history import history

from smbcrm.core.naming.tables.given import GIVEN
from smbcrm.core.naming.tables.persian import PERSIAN_GIVEN


def words(text: str) -> list[str]:
    """Give the words of a table."""
    return text.split()


ENGLISH_GIVEN = [w.capitalize() for w in GIVEN.split()]
PERSIAN = [line.split() for line in PERSIAN_GIVEN.strip().split("\n")]
_START = words(
    "Ab Al An Ar Ba Bel Ber Bra Ca Car Cha Co Da Del Do Dun El Fa Fer Fo Ga Gil Gra Ha Har Hol Jo Ka Kel La Lan Ma Mar Mc Mi Mor Na Nor O Pa Per Pi Ra Ro Sa Sha Sta Su Ta Thor To Va Wal Wi Wood"
)
_MIDDLE = words(
    "ba be ca de di do fa ga ke la le li lo ma me mo na ne ni no ra re ri ro sa se so ta te ti va"
)
_END = words("b ck d ford g ham k land ley ll man n ner ngton r rd s son ss t ter ton well worth x")
_FA_START = words(
    "رضا احمد محمد حسین کریم صاد جعفر مراد نور امین اکبر قاسم رستم فرخ بهرام شیر کاظم نظر طاهر یوسف داود سلیم موسا هاشم قربان نجف صفر ولی پور"
)
_FA_END = words("ی زاده پور نیا یان فر وند خانی پناه لو نژاد منش تبار")
_FA_LATIN = dict(
    zip(
        _FA_START,
        words(
            "reza ahmad mohammad hossein karim sade jafar morad noor amin akbar ghasem rostam farrokh bahram shir kazem nazar taher yousef davoud salim mousa hashem ghorban najaf safar vali pour"
        ),
    )
)
_FA_END_LATIN = dict(zip(_FA_END, words("i zadeh pour nia ian far vand khani panah lou nejad manesh tabar")))
STREETS = words(
    "Oak Maple Station Church Mill River King Queen Park High Bridge Victoria Garden Spring Cedar Elm Hill Lake Forest Meadow Green West North Chapel London York Albert Grove Orchard Field"
)
STREET_KINDS = [
    ("Street", "St"),
    ("Road", "Rd"),
    ("Avenue", "Ave"),
    ("Lane", "Ln"),
    ("Close", "Cl"),
    ("Drive", "Dr"),
]
FA_STREETS = words(
    "انقلاب آزادی ولیعصر حافظ سعدی فردوسی بهشتی مطهری شریعتی طالقانی کاشانی پاسداران نواب جمهوری میرداماد"
)
AREAS = words(
    "206 212 213 303 305 312 404 408 415 503 512 602 617 619 702 713 718 773 808 813 816 901 917 972"
)
CITIES = words("Ashford Bexley Carlow Denby Elton Fairford Gorham Hilton Ipley Jarrow Kelso Linton")
FA_CITIES = words("تهران شیراز اصفهان تبریز مشهد کرج قم رشت اهواز یزد")
TRADES = words(
    "Bakery Pharmacy Motors Dental Clinic Books Florist Hardware Travel Catering Electric Plumbing Foods Furniture"
)

Row = dict[str, str]
Maker = Callable[[random.Random, int], list[tuple[int, Row]]]


def _rank(rnd: random.Random, size: int) -> int:
    """Draw a rank as names are spread: the first has about two in a hundred, the last ones hardly anybody."""
    return int(8 * ((size + 8) / 8) ** rnd.random()) - 8


def surname(rnd: random.Random) -> str:
    """Make up a family name; common ones come up often."""
    pool = random.Random(_rank(rnd, 5000))
    return (
        pool.choice(_START)
        + "".join(pool.choice(_MIDDLE) for _ in range(pool.randint(0, 1)))
        + pool.choice(_END)
    )


def given(rnd: random.Random) -> str:
    """Choose a given name, some far more often than others."""
    return ENGLISH_GIVEN[_rank(rnd, len(ENGLISH_GIVEN)) * 31 % len(ENGLISH_GIVEN)]


def typo(rnd: random.Random, text: str) -> str:
    """Make one slip of the keyboard."""
    if len(text) < 3:
        return text
    i = rnd.randrange(len(text) - 1)
    letter = rnd.choice("abcdefghijklmnopqrstuvwxyz") if text.isascii() else rnd.choice("ابتدرسمنهی")
    if text[i].isdigit():
        letter = rnd.choice("0123456789")
    return rnd.choice([
        text[:i] + text[i + 1 :], text[:i] + letter + text[i:], text[:i] + letter + text[i + 1 :],
        text[:i] + text[i + 1] + text[i] + text[i + 2 :],
    ])  # fmt: skip


def maybe(rnd: random.Random, chance: float, change: Callable[[str], str], text: str) -> str:
    """Change a text now and then."""
    return change(text) if text and rnd.random() < chance else text


def birthday(rnd: random.Random) -> str:
    """Make up a birth date."""
    return f"{rnd.randint(1930, 2010)}-{rnd.randint(1, 12):02}-{rnd.randint(1, 28):02}"


def address(rnd: random.Random) -> tuple[str, str, str]:
    """Make up a house number, a street and a kind of street."""
    return str(rnd.randint(1, 220)), rnd.choice(STREETS), str(rnd.randrange(len(STREET_KINDS)))


def written(rnd: random.Random, place: tuple[str, str, str]) -> str:
    """Write an address in one of its ways."""
    number, street, kind = place
    return f"{number} {street} {STREET_KINDS[int(kind)][rnd.random() < 0.4]}"


def copies(rnd: random.Random) -> int:
    """Draw how often one customer is listed."""
    return rnd.choices([1, 2, 3, 5], [0.6, 0.25, 0.1, 0.05])[0]


def families(rnd: random.Random, rows: int) -> list[tuple[int, Row]]:
    """Families that share phone, address and surname; sometimes father and son share the name."""
    out: list[tuple[int, Row]] = []
    person = 0
    while len(out) < rows:
        family, place, city = surname(rnd), address(rnd), rnd.choice(CITIES)
        phone = f"0{rnd.randint(20, 89)}{rnd.randint(1000000, 9999999)}"
        names = list({given(rnd): 0 for _ in range(rnd.choice([1, 2, 3, 4, 5]))})
        if len(names) > 2 and rnd.random() < 0.02:
            names[1] = names[0]
        for first in names:
            person += 1
            born = birthday(rnd)
            for _ in range(copies(rnd)):
                out.append((person, {  # noqa: PERF401
                    "first_name": maybe(rnd, 0.08, lambda t: typo(rnd, t), first),
                    "last_name": maybe(rnd, 0.06, lambda t: typo(rnd, t), family),
                    "phone": "" if rnd.random() < 0.1 else phone,
                    "address": "" if rnd.random() < 0.2 else maybe(rnd, 0.05, lambda t: typo(rnd, t), written(rnd, place)),
                    "city": city,
                    "birth_date": "" if rnd.random() < 0.4 else maybe(rnd, 0.03, lambda t: typo(rnd, t), born),
                }))  # fmt: skip
    return out


def firms(rnd: random.Random, rows: int) -> list[tuple[int, Row]]:
    """Firms with branches, and a parent with subsidiaries at one address and phone."""
    out: list[tuple[int, Row]] = []
    firm = 0
    while len(out) < rows:
        brand = f"{surname(rnd)}{rnd.choice(['', ' ' + surname(rnd), ' & Sons'])}"
        trade = rnd.choice(TRADES)
        shape = rnd.choices(["one", "branches", "group"], [0.7, 0.18, 0.12])[0]
        phone = f"{rnd.randint(201, 989)}-{rnd.randint(200, 999)}-{rnd.randint(1000, 9999)}"
        place, city = address(rnd), rnd.choice(CITIES)
        names = [f"{brand} {trade}"]
        if shape == "branches":
            names = [
                f"{brand} {trade}{end}"
                for end in rnd.sample([" North", " South", " 2", " Airport", f" {rnd.choice(CITIES)}"], 2)
            ]
        if shape == "group":
            names = [f"{brand} Holdings", *(f"{brand} {t}" for t in rnd.sample(TRADES, 2))]
        for name in names:
            firm += 1
            if shape == "branches":
                place, city = address(rnd), rnd.choice(CITIES)
                if rnd.random() < 0.6:
                    phone = f"{rnd.randint(201, 989)}-{rnd.randint(200, 999)}-{rnd.randint(1000, 9999)}"
            for _ in range(copies(rnd)):
                shown = name + rnd.choice(["", "", "", " Ltd", " Ltd.", " Inc", " LLC"])
                out.append((firm, {
                    "name": maybe(rnd, 0.08, lambda t: typo(rnd, t), shown),
                    "address": maybe(rnd, 0.06, lambda t: typo(rnd, t), written(rnd, place)),
                    "city": city,
                    "phone": "" if rnd.random() < 0.25 else phone,
                }))  # fmt: skip
    return out


def census(rnd: random.Random, rows: int) -> list[tuple[int, Row]]:
    """Households counted twice: last name, first name, middle initial, house number, street; nothing else."""
    out: list[tuple[int, Row]] = []
    person = 0
    while len(out) < rows:
        family, place = surname(rnd), address(rnd)
        for first in list({given(rnd): 0 for _ in range(rnd.choice([1, 2, 3, 4, 6]))}):
            person += 1
            middle = rnd.choice(["", "", rnd.choice("ABCDEFGHJLMRSTW")])
            for _ in range(rnd.choice([1, 2, 2])):
                out.append((person, {  # noqa: PERF401
                    "last_name": maybe(rnd, 0.1, lambda t: typo(rnd, t), family),
                    "first_name": maybe(rnd, 0.1, lambda t: typo(rnd, t), first),
                    "middle_name": middle if rnd.random() < 0.8 else "",
                    "address": f"{maybe(rnd, 0.04, lambda t: typo(rnd, t), place[0])} {maybe(rnd, 0.08, lambda t: typo(rnd, t), place[1])}",
                }))  # fmt: skip
    return out


def dates(rnd: random.Random, rows: int) -> list[tuple[int, Row]]:
    """Names and birth dates only, a tenth twice with one slip."""
    out: list[tuple[int, Row]] = []
    person = 0
    while len(out) < rows:
        person += 1
        row = {"first_name": given(rnd), "last_name": surname(rnd), "birth_date": birthday(rnd)}
        out.append((person, row))
        if rnd.random() < 0.12:
            field = rnd.choice(list(row))
            out.append((person, {**row, field: typo(rnd, row[field])}))
    return out


def scripts(rnd: random.Random, rows: int) -> list[tuple[int, Row]]:
    """People and firms, written in Persian in one list and in Latin letters in another."""
    out: list[tuple[int, Row]] = []
    person = 0
    while len(out) < rows:
        person += 1
        first = rnd.choice(PERSIAN)
        start, end = rnd.choice(_FA_START), rnd.choice(_FA_END)
        phone, mail = (
            f"09{rnd.randint(100000000, 399999999)}",
            f"{first[1]}.{_FA_LATIN[start]}{rnd.randint(1, 999)}@mail.com",
        )
        firm = rnd.random() < 0.15
        for _ in range(copies(rnd)):
            persian = rnd.random() < 0.6
            if firm:
                name = (
                    f"فروشگاه {start}{end}"
                    if persian
                    else f"{_FA_LATIN[start].capitalize()}{_FA_END_LATIN[end]} Store"
                )
            elif persian:
                name = f"{first[0]} {start}{end}"
            else:
                name = f"{rnd.choice(first[1:]).capitalize()} {_FA_LATIN[start].capitalize()}{_FA_END_LATIN[end]}"
            shown = rnd.choice(
                [phone, phone, "+98" + phone[1:], phone.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))]
            )
            out.append((person, {
                "name": maybe(rnd, 0.05, lambda t: typo(rnd, t), name),
                "phone": shown if rnd.random() < 0.85 else "",
                "email": mail if rnd.random() < 0.4 else "",
                "city": rnd.choice(FA_CITIES),
            }))  # fmt: skip
    return out


def shop(rnd: random.Random, rows: int) -> list[tuple[int, Row]]:
    """A shop's customers from several places that fill different columns; the list to measure speed on."""
    out: list[tuple[int, Row]] = []
    person = 0
    while len(out) < rows:
        person += 1
        first, last, place, city = given(rnd), surname(rnd), address(rnd), rnd.choice(CITIES)
        phone = f"+1{rnd.choice(AREAS)}{rnd.randint(2, 9)}{rnd.randint(2, 9)}{rnd.randint(0, 9)}{rnd.randint(0, 9999):04}"
        mail = f"{first[0].lower()}{last.lower()}{rnd.randint(1, 9999)}@{rnd.choice(['gmail.com', 'yahoo.com', 'mail.com'])}"
        born, code = birthday(rnd), f"{rnd.randint(10000, 99999)}"
        company = (
            f"{surname(rnd)} {rnd.choice(['Ltd', 'Bakery', 'Trading', 'Clinic'])}"
            if rnd.random() < 0.1
            else ""
        )
        for _ in range(copies(rnd)):
            full = rnd.random()
            name = (
                f"{first} {last}"
                if rnd.random() < 0.9
                else rnd.choice([f"{last}, {first}", f"{first[0]}. {last}"])
            )
            out.append((person, {
                "name": maybe(rnd, 0.04, lambda t: typo(rnd, t), name),
                "company": company,
                "phone": phone if full < 0.85 else "",
                "email": mail if full > 0.5 else "",
                "address": written(rnd, place) if full > 0.4 else "",
                "city": city if full > 0.4 else "",
                "postcode": code if full > 0.5 else "",
                "birthday": born if full > 0.7 else "",
                "source": rnd.choice(["form", "sheet", "till", "phonebook"]),
                "total_spent": str(rnd.randint(10, 9000)) if full < 0.5 else "",
            }))  # fmt: skip
    return out


KINDS: dict[str, Maker] = {
    "families": families, "firms": firms, "census": census, "dates": dates, "scripts": scripts, "shop": shop,
    "history": lambda rnd, rows: history(rnd, rows, given, surname, typo), "hard": hard,
}  # fmt: skip


def main() -> None:
    """Write one list."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("rows", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rnd = random.Random(args.seed)
    rows = KINDS[args.kind](rnd, args.rows)[: args.rows]
    rnd.shuffle(rows)
    with args.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["id", "true_cluster", *rows[0][1]])
        writer.writeheader()
        writer.writerows(
            {"id": f"r{i:07}", "true_cluster": cluster, **row} for i, (cluster, row) in enumerate(rows, 1)
        )


if __name__ == "__main__":
    main()

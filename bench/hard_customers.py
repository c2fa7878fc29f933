"""People and firms whom a hasty merge would take for one, among ordinary customers listed twice.

Families on one phone, father and son with one name, twins, couples with one e-mail address, staff behind info@, branches of a chain,
namesakes, offices with numbers side by side; and the same people in Persian and in Latin letters, with nicknames, a new mobile, a new
surname. Half of the groups are Iranian, half English. The names are a table of its own, so that no list is made from what the matcher knows.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

Row = dict[str, str]
Person = dict[str, str]

_ENGLISH = (
    "Oliver Ollie|Matthew Matt|Andrew Andy|Edward Ted|Thomas Tom|Samuel Sam|Victor|Gordon|Clive|Desmond|Rupert|Alan|Keith|Neil|Barry|"
    "Victoria Vicky|Deborah Debbie|Susan Sue|Jennifer Jenny|Katherine Kate|Priscilla|Maureen|Gillian|Yvonne|Beryl|Hazel|Irene|Doreen|Lorna|Una"
)
_PERSIAN = (
    "کامران Kamran|بهرام Bahram|فرهاد Farhad|سیاوش Siavash|جمشید Jamshid|منوچهر Manouchehr|داریوش Dariush|شهرام Shahram|اسفندیار Esfandiar|"
    "ابراهیم Ebrahim|یعقوب Yaghoub|موسی Mousa|عباس Abbas|رحیم Rahim|غلامرضا Gholamreza|پروین Parvin|مهناز Mahnaz|شهین Shahin|فریبا Fariba|"
    "نسرین Nasrin|ژاله Zhaleh|سودابه Soudabeh|گلنار Golnar|رویا Roya|طاهره Tahereh|صدیقه Sedigheh|معصومه Masoumeh|بتول Batoul|اکرم Akram|لادن Ladan"
)
_ENGLISH_FAMILIES = (
    "Whitcombe|Bradshaw|Ollerton|Pemberton|Hargreave|Thistlewood|Farnworth|Kettlewell|Ashdown|Blenkinsop|Cartmell|Dewhurst|Entwistle|"
    "Fothergill|Greenhalgh|Heseltine|Ingleby|Jowett|Kershaw|Lumsden|Murgatroyd|Netherton|Oldroyd|Postlethwaite|Quarmby|Ramsbottom"
)
_PERSIAN_FAMILIES = (
    "شفیعی Shafiei|بهزادی Behzadi|تهرانچی Tehranchi|کاویانی Kaviani|درخشان Derakhshan|فلاحتی Falahati|گودرزی Goudarzi|هدایتی Hedayati|"
    "ایزدپناه Izadpanah|جهانبخش Jahanbakhsh|خسروی Khosravi|لطفی Lotfi|مؤمنی Momeni|نیک‌نام Niknam|اولیایی Olyaei|پرتوی Partovi|قائمی Ghaemi|"
    "رستگار Rastegar|سبحانی Sobhani|طباطبایی Tabatabaei|وکیلی Vakili|یزدانی Yazdani|زمانی Zamani|ثابتی Sabeti|چراغی Cheraghi|ضیایی Ziaei"
)
_TWINS = (
    ("امیر", "امین"),
    ("سارا", "سحر"),
    ("حسن", "حسین"),
    ("مینا", "میترا"),
    ("Alan", "Alec"),
    ("Joan", "Jean"),
    ("Mary", "Marie"),
    ("Paul", "Paula"),
)
_STREETS = [
    "Harbour",
    "Orchard",
    "Tannery",
    "Quarry",
    "Beacon",
    "Foundry",
    "Paddock",
    "Granary",
    "Lantern",
    "Sycamore",
]
_PERSIAN_STREETS = ["گلستان", "لاله", "صدف", "بنفشه", "ستارخان", "کارون", "ارغوان", "پارسیان", "نسترن", "فجر"]
_TOWNS, _PERSIAN_TOWNS = (
    ["Ravenglass", "Alston", "Kirkby", "Settle", "Hawes"],
    ["کرمان", "ساری", "زنجان", "بوشهر", "سمنان"],
)
_TRADES, _PERSIAN_TRADES = (
    ["Tiles", "Garage", "Optics", "Carpets", "Bakery"],
    ["کاشی", "پوشاک", "عینک", "فرش", "قنادی"],
)
_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def hard(rnd: random.Random, rows: int) -> list[tuple[int, Row]]:
    """Give so many rows, each with the number of its true customer."""
    out: list[tuple[int, Row]] = []
    number = 0
    while len(out) < rows:
        for person, times in rnd.choices(_GROUPS, _SHARES)[0](rnd, rnd.random() < 0.5):
            number += 1
            out += [(number, _written(rnd, person)) for _ in range(times)]
    return out


Group = Callable[[random.Random, bool], Iterator[tuple[Person, int]]]


def _person(rnd: random.Random, persian: bool, **known: str) -> Person:
    """Make up somebody; `also` is his name in the other script or his nickname."""
    first, *other = rnd.choice((_PERSIAN if persian else _ENGLISH).split("|")).split(" ")
    family, *latin = (
        rnd.choice(_PERSIAN_FAMILIES.split("|")).split(" ")
        if persian
        else [rnd.choice(_ENGLISH_FAMILIES.split("|"))]
    )
    mail = f"{(other or [first])[0].lower()}.{(latin or [family])[0].lower()}{rnd.randint(1, 99999)}@{rnd.choice(['mail.example', 'post.example'])}"
    return {
        "first": first, "also": f"{other[0]} {(latin or [family])[0]}" if other else "", "family": family, "mobile": _mobile(rnd, persian),
        "email": mail, **_home(rnd, persian), "born": _birthday(rnd, rnd.randint(1945, 2004)), **known,
    }  # fmt: skip


def _mobile(rnd: random.Random, persian: bool) -> str:
    return f"0912{rnd.randint(1000000, 9999999)}" if persian else f"07{rnd.randint(700000000, 999999999)}"


def _birthday(rnd: random.Random, year: int) -> str:
    return f"{year}-{rnd.randint(1, 12):02}-{rnd.randint(1, 28):02}"


def _home(rnd: random.Random, persian: bool) -> Person:
    number = rnd.randint(1, 180)
    if persian:
        return {
            "address": f"خیابان {rnd.choice(_PERSIAN_STREETS)}، پلاک {number}",
            "city": rnd.choice(_PERSIAN_TOWNS),
        }
    return {"address": f"{number} {rnd.choice(_STREETS)} Street", "city": rnd.choice(_TOWNS)}


def _landline(rnd: random.Random, persian: bool) -> str:
    return f"021{rnd.randint(22000000, 88999999)}" if persian else f"01539{rnd.randint(100000, 999999)}"


def _times(rnd: random.Random) -> int:
    return rnd.choices([1, 2, 3], [0.55, 0.33, 0.12])[0]


def ordinary(rnd: random.Random, persian: bool) -> Iterator[tuple[Person, int]]:
    """Somebody listed once or several times."""
    yield _person(rnd, persian), _times(rnd)


def family(rnd: random.Random, persian: bool) -> Iterator[tuple[Person, int]]:
    """Two to four people with one phone, one home and one surname."""
    shared = {key: _person(rnd, persian)[key] for key in ("family",)} | _home(rnd, persian)
    shared["mobile"] = _landline(rnd, persian)
    firsts: set[str] = set()
    for _ in range(rnd.randint(2, 4)):
        member = _person(rnd, persian, **shared)
        if member["first"] not in firsts:
            firsts.add(member["first"])
            yield member | {"email": "", "also": ""}, _times(rnd)


def father_and_son(rnd: random.Random, persian: bool) -> Iterator[tuple[Person, int]]:
    """One name, one home, one phone; born a generation apart."""
    year = rnd.randint(1940, 1972)
    father = _person(
        rnd, persian, mobile=_landline(rnd, persian), always="born", email="", born=_birthday(rnd, year)
    )
    yield father, _times(rnd)
    yield (
        father | {"born": _birthday(rnd, year + rnd.randint(21, 36))},
        _times(rnd),
    )


def twins(rnd: random.Random, persian: bool) -> Iterator[tuple[Person, int]]:
    """Two first names that look alike, one birthday, one home, one phone."""
    pair = rnd.choice([p for p in _TWINS if (p[0][0] > "z") is persian])
    shared = _person(rnd, persian, mobile=_landline(rnd, persian), always="born", email="", also="")
    for first in pair:
        yield shared | {"first": first}, _times(rnd)


def couple(rnd: random.Random, persian: bool) -> Iterator[tuple[Person, int]]:
    """Two people with one e-mail address and one home, each with a mobile."""
    one = _person(rnd, persian, always="email")
    yield one, _times(rnd)
    other = _person(rnd, persian, **{key: one[key] for key in ("email", "address", "city", "always")})
    if rnd.random() < 0.6 and not persian:
        other["family"] = one["family"]
    if other["first"] != one["first"]:
        yield other, _times(rnd)


def staff(rnd: random.Random, persian: bool) -> Iterator[tuple[Person, int]]:
    """People of one firm behind one info@ address and one switchboard; some have numbers side by side."""
    place, line = _home(rnd, persian), _landline(rnd, persian)
    name = (
        rnd.choice(_PERSIAN_FAMILIES.split("|")).split(" ")
        if persian
        else [rnd.choice(_ENGLISH_FAMILIES.split("|"))]
    )
    firm = f"{rnd.choice(_PERSIAN_TRADES)} {name[0]}" if persian else f"{name[0]} {rnd.choice(_TRADES)}"
    desk = f"info@{name[-1].lower()}{rnd.randint(1, 99)}.example"
    beside = rnd.random() < 0.4
    for extension in range(rnd.randint(2, 4)):
        mobile = (
            line[:-1] + str((int(line[-1]) + extension) % 10)
            if beside
            else rnd.choice([line, _mobile(rnd, persian)])
        )
        yield (
            _person(
                rnd,
                persian,
                company=firm,
                email=desk,
                mobile=mobile,
                always="company email",
                also="",
                **place,
            ),
            _times(rnd),
        )


def branches(rnd: random.Random, persian: bool) -> Iterator[tuple[Person, int]]:
    """Shops of one brand in several places, with one central number."""
    name = (
        rnd.choice(_PERSIAN_FAMILIES.split("|")).split(" ")[0]
        if persian
        else rnd.choice(_ENGLISH_FAMILIES.split("|"))
    )
    brand = f"{rnd.choice(_PERSIAN_TRADES)} {name}" if persian else f"{name} {rnd.choice(_TRADES)}"
    line = _landline(rnd, persian)
    ends = rnd.sample(
        [f"شعبه {town}" for town in _PERSIAN_TOWNS] if persian else ["North", "South", *_TOWNS], 2
    )
    for end in ends:
        yield (
            {"firm": f"{brand} {end}", "mobile": line, **_home(rnd, persian), "always": "address"},
            _times(rnd),
        )


def namesakes(rnd: random.Random, persian: bool) -> Iterator[tuple[Person, int]]:
    """Two people of one town with one name, each with a mobile of his own."""
    one = _person(rnd, persian, always="mobile", email="")
    yield one, _times(rnd)
    yield (
        _person(rnd, persian, email="", **{k: one[k] for k in ("first", "family", "also", "city", "always")}),
        _times(rnd),
    )


def moved_on(rnd: random.Random, persian: bool) -> Iterator[tuple[Person, int]]:
    """Somebody who has a new mobile, or a new surname, between two lists; the e-mail address stayed."""
    yield _person(rnd, persian, always="email", new=rnd.choice(["mobile", "family"])), rnd.choice([2, 2, 3])


_GROUPS: tuple[Group, ...] = (
    ordinary,
    family,
    father_and_son,
    twins,
    couple,
    staff,
    branches,
    namesakes,
    moved_on,
)
_SHARES = (54, 10, 3, 3, 6, 5, 5, 5, 9)


def _written(rnd: random.Random, person: Person) -> Row:
    """Write one row about somebody: other columns are left out each time, names and numbers take other forms."""
    always = person.get("always", "").split()
    now = dict(person)
    if person.get("new") and rnd.random() < 0.5:
        other = _person(rnd, person["first"] > "z")
        now[person["new"]], now["also"] = other[person["new"]], ""
    kept = {
        key: now.get(key, "") if key in always or rnd.random() < chance else ""
        for key, chance in (("mobile", 0.85), ("email", 0.5), ("address", 0.55), ("born", 0.4))
    }
    if not any(kept.values()):
        kept["mobile"] = now["mobile"]
    return {
        "name": now["firm"] if "firm" in now else _name(rnd, now),
        "company": now.get("company", ""),
        "phone": _number(rnd, kept["mobile"]),
        "email": kept["email"],
        "address": kept["address"],
        "city": now["city"] if kept["address"] or rnd.random() < 0.4 else "",
        "birth_date": kept["born"],
    }


def _name(rnd: random.Random, person: Person) -> str:
    first, family = person["first"], person["family"]
    plain = f"{first} {family}"
    if person.get("also") and rnd.random() < 0.25:
        return person["also"]
    if rnd.random() < 0.05 and len(family) > 4:
        place = rnd.randrange(1, len(family) - 1)
        return f"{first} {family[:place]}{family[place + 1 :]}"
    return rnd.choices([plain, f"{family}, {first}" if plain.isascii() else f"{family} {first}"], [0.9, 0.1])[
        0
    ]


def _number(rnd: random.Random, number: str) -> str:
    if not number:
        return ""
    code = "+98" if number.startswith(("0912", "021")) else "+44"
    return rnd.choices(
        [
            number,
            code + number[1:],
            f"{number[:4]} {number[4:]}",
            number.translate(_DIGITS) if code == "+98" else number,
        ],
        [5, 3, 2, 1],
    )[0]

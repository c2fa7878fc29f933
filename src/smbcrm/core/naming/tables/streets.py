"""Words of addresses, and the short form each is compared by."""

from __future__ import annotations

from smbcrm.core.naming.tables import folded

STREET_WORDS = {
    "street": "st", "str": "st", "st": "st", "strasse": "st", "straße": "st", "avenue": "av", "ave": "av", "av": "av",
    "road": "rd", "rd": "rd", "lane": "ln", "ln": "ln", "drive": "dr", "dr": "dr", "drv": "dr", "boulevard": "bl", "blvd": "bl",
    "close": "cl", "cl": "cl", "court": "ct", "ct": "ct", "crt": "ct", "place": "pl", "pl": "pl", "square": "sq", "sq": "sq",
    "circuit": "ci", "cct": "ci", "circle": "ci", "cir": "ci", "crescent": "cr", "cres": "cr", "cr": "cr", "terrace": "te",
    "tce": "te", "ter": "te", "terr": "te", "parade": "pa", "pde": "pa", "parkway": "pk", "pkwy": "pk", "pky": "pk",
    "highway": "hw", "hwy": "hw", "way": "wy", "wy": "wy", "trail": "tr", "trl": "tr", "alley": "al", "aly": "al",
    "plaza": "pz", "plz": "pz", "freeway": "fw", "fwy": "fw", "expressway": "ex", "expy": "ex", "loop": "lp", "row": "ro", "walk": "wk",
    "grove": "gr", "gr": "gr", "gardens": "gd", "gdns": "gd", "rue": "st", "calle": "st", "via": "st", "rua": "st", "platz": "sq",
    "sokak": "st", "sok": "st", "sk": "st", "cadde": "av", "caddesi": "av", "cad": "av", "bulvari": "bl", "mahallesi": "", "mah": "",
    "خیابان": "", "خ": "", "خیا": "", "بلوار": "bl", "بلوارک": "bl", "بل": "bl", "کوچه": "", "ک": "", "میدان": "sq", "م": "sq",
    "بزرگراه": "hw", "اتوبان": "hw", "جاده": "rd", "شهرک": "", "محله": "", "بن": "", "بست": "", "کوی": "", "شارع": "", "شهید": "",
}  # fmt: skip

PLACE_WORDS = {
    "north": "n", "south": "s", "east": "e", "west": "w", "northeast": "ne", "northwest": "nw", "southeast": "se", "southwest": "sw",
    "saint": "st", "mount": "mt", "fort": "ft",
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8",
    "ninth": "9", "tenth": "10", "eleventh": "11", "twelfth": "12",
    "اول": "1", "یکم": "1", "دوم": "2", "سوم": "3", "چهارم": "4", "پنجم": "5", "ششم": "6", "هفتم": "7", "هشتم": "8", "نهم": "9", "دهم": "10",
}  # fmt: skip

UNIT_WORDS = folded(
    """
    apt apartment flat unit studio suite ste room rm floor fl no. # واحد طبقه ط داخلی ساختمان بلوک سوئیت آپارتمان اتاق daire kat wohnung
    appartement appt piso depto dpto departamento apto interno lgh квартира кв офис شقة شقه مكتب
    """
)
BUILDING_WORDS = folded("стр строение корп корпус")
"""What stands before the part of a house's site, behind its number."""
NUMBER_WORDS = folded(
    """
    پلاک پ plaque no number num nr شماره ش numara д дом буд
    """
)

# Kinds of streets that stand before a name, in languages that have them there, and what each is told apart by.
KINDS_IN_FRONT = {
    word: kind
    for kind, words in {
        "st": "rue r calle c cl via v rua ul ulica ulice strada str carrer ул улица вул вулиця خیابان خ خیا شارع ش",
        "av": "avenue ave av avenida avda avd avinguda aleja aleje пр прт пркт просп проспект",
        "bl": "boulevard bd bld blvd boul bulevar бр бул бульвар",
        "sq": "place pl plaza pza plz praca pca piazza pzza plac largo lgo пл площадь",
        "wy": "chemin chem ch camino cno cmno caminho",
        "ps": "paseo",
        "tr": "travessa tv trav travesia traversa vicolo vic pasaje pje passage пер переулок проезд",
        "al": "allee alameda аллея",
        "im": "impasse imp тупик",
        "qu": "quai наб набережная",
        "rd": "route rte ruta carretera ctra rodovia estrada шоссе ш",
        "co": "cours corso cso",
        "vl": "viale vle",
        "ple": "piazzale ple",
        "os": "osiedle мкр микрорайон",
        "ku": "کوچه ک کوی",
    }.items()
    for word in words.split()
}
# The same run into the end of a name, or behind it, and how many letters such a name has at least.
KINDS_AT_THE_END = {
    "strasse": ("st", 3), "str": ("st", 3), "straat": ("st", 3), "weg": ("wg", 3), "platz": ("sq", 3), "plein": ("sq", 4), "laan": ("la", 3),
    "gasse": ("gs", 3), "allee": ("al", 3), "ring": ("ri", 5), "damm": ("dm", 4), "ufer": ("uf", 4), "chaussee": ("rd", 4), "gracht": ("gt", 4),
    "kade": ("kd", 4), "gatan": ("st", 4), "gata": ("st", 4), "gade": ("st", 4), "veien": ("wg", 4), "vej": ("wg", 4),
    "utca": ("st", 99), "улица": ("st", 99), "ул": ("st", 99), "проспект": ("av", 99), "пр": ("av", 99), "пер": ("tr", 99), "переулок": ("tr", 99),
    "бульвар": ("bl", 99), "шоссе": ("rd", 99), "площадь": ("sq", 99), "набережная": ("qu", 99),
}  # fmt: skip

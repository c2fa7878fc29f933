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
NUMBER_WORDS = folded(
    """
    پلاک پ plaque no number num nr شماره ش numara
    """
)

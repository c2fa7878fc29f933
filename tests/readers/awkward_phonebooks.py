"""Phone books as phones write them."""

from __future__ import annotations

_MIXED = """\ufeffBEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D8=A7=D8=AD=D9=85=D8=AF=DB=8C;=D8=B3=D8=A7=D8=B1=D8=A7;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D8=B3=D8=A7=D8=B1=D8=A7=20=
=D8=A7=D8=AD=D9=85=D8=AF=DB=8C
TEL;CELL:۰۹۱۲۳۴۵۶۷۸۹
TEL;HOME:021-8877-6655
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:رضا کریمی
N:کریمی;رضا;;;
item1.TEL;type=CELL;waid=989351112233:+98 935 111 2233
item1.X-ABLabel:_$!<Mobile>!$_
EMAIL;type=INTERNET:reza@example.org
ORG:شرکت پارس;فروش
BDAY:1370-01-03
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ
  SkZJRg==
NOTE:خط ۱\\nخط ۲\\, ادامه
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Anna Müller
TEL;VALUE=uri;TYPE="cell,voice":tel:+49-30-1234567
BDAY:--0203
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:;;;;
FN:
TEL:5551234
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:No End Tag
TEL:09121110000
"""
_OLD = """BEGIN:VCARD
VERSION:2.1
N:احمدي;سارا
TEL;CELL:09123456789
END:VCARD
"""


def files() -> dict[str, bytes | str]:
    """Give the files by name; text is meant as UTF-8."""
    return {
        "vcf_mixed.vcf": _MIXED.replace("\n", "\r\n"),
        "vcf_cp1256_nocharset.vcf": _OLD.replace("\n", "\r\n").encode("cp1256"),
    }

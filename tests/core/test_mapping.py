"""What columns are taken for: by heading, by values, by what stands beside them."""

import csv
from collections.abc import Sequence
from importlib.resources import files

import pytest

from smbcrm.core.mapping import MappedColumns, MappingWishes, map_columns
from smbcrm.readers.headers import load_headers


def mapped(
    headings: str, *rows: Sequence[str], wishes: MappingWishes | None = None, headed: bool = True
) -> MappedColumns:
    names = headings.split("|")
    values = [[row[i] for row in rows] for i in range(len(names))]
    return map_columns(names, values, load_headers(), wishes=wishes or MappingWishes(), has_headings=headed)


def fields(headings: str, *rows: str, wishes: MappingWishes | None = None) -> str:
    found = mapped(headings, *[row.split("|") for row in rows], wishes=wishes)
    return " ".join(column.field or "-" for column in found.columns)


AMBIGUOUS = [
    (
        "Account Name|First Name|Last Name",
        ["Acme Ltd|Sara|Ahmadi", "Pars Co|Reza|Karimi"],
        "company first_name last_name",
    ),
    ("Account Name|Phone", ["Acme Ltd|09123456789", "Reza|09351112233"], "name phone"),
    ("Account Title|Phone", ["Acme|09123456789"], "name phone"),
    ("Ad|Soyad|Telefon", ["Ayşe|Yılmaz|05321234567"], "first_name last_name phone"),
    ("Ad|Telefon", ["Ayşe Yılmaz|05321234567"], "name phone"),
    ("Name|Adres|Şehir", ["Ayşe|Atatürk Cad. 12|Ankara"], "name address city"),
    (
        "Anrede|Vorname|Nachname",
        ["Herr|Jörg|Schäfer", "Frau|Anna|Müller"],
        "name_prefix first_name last_name",
    ),
    ("Anrede|Vorname|Nachname", ["m|Jörg|Schäfer", "w|Anna|Müller"], "gender first_name last_name"),
    ("Name|Birthday", ["Sara|1990-02-03"], "name birth_date"),
    ("Name|Birthday|Birth Month|Birth Year", ["Sara|3|2|1990"], "name birth_day birth_month birth_year"),
    ("Name|Geburtstag", ["Anna|03.02.1990"], "name birth_date"),
    ("Nombre|Estado|Ciudad", ["Ana|Jalisco|Guadalajara"], "name province city"),
    ("Nombre|Estado|Provincia", ["Ana|activo|Madrid"], "name status province"),
    ("Firma|Vorname|Nachname", ["Schäfer GmbH|Jörg|Schäfer"], "company first_name last_name"),
    ("Name|ID Number", ["Sara|0084575948"], "name national_id"),
    ("Name|ID Number", ["Sara|12", "Reza|13"], "name customer_code"),
    ("Name|Priority", ["Sara|1", "Reza|2", "Mina|3", "Omid|1", "Pari|2"], "name -"),
    ("Name|Score (1-10)", ["Sara|1", "Reza|2", "Mina|3", "Omid|1", "Pari|2"], "name own_score"),
    ("Name|Rating", ["Sara|1", "Reza|2", "Mina|5", "Omid|1", "Pari|2"], "name own_score"),
    (
        "ردیف|نام|موبایل",
        ["1|سارا احمدی|09121110001", "2|رضا کریمی|09121110002", "3|مینا توکلی|09121110003", "جمع کل|3|"],
        "ignored name mobile",
    ),
    ("Ad Soyad|İl|İlçe", ["Ayşe|Ankara|Çankaya"], "name city district"),
    ("Name|Vorname", ["Schäfer|Jörg", "Müller|Anna"], "last_name first_name"),
    ("Nom|Prénom", ["Dupont|Jean"], "last_name first_name"),
    ("Nom|Contact|Téléphone", ["Boulangerie SARL|Jean Dupont|0612345678"], "company name phone"),
    ("Nom|NIF", ["Ana|12345678Z"], "name national_id"),
    ("Nombre|Apellidos", ["Ana|García"], "first_name last_name"),
    ("Nombre del contacto|Empresa", ["Ana García|Acme SL"], "name company"),
    ("Nom|Note", ["Jean Dupont|8", "Anne Petit|6"], "name own_score"),
    ("Name|Note", ["Jean|likes tea"], "name notes"),
    ("Name|Other Phone|Other Fax", ["Sara|09123456789|02112345678"], "name phone fax"),
    ("Raison sociale|Nom|Prénom", ["Boulangerie SARL|Dupont|Jean"], "company last_name first_name"),
    ("Razón social|Contacto", ["Acme SL|Ana García"], "company name"),
    ("Name|Segment", ["Sara|VIP"], "name segment"),
    ("Name|Title", ["Sara|Dr.", "Reza|Mr"], "name name_prefix"),
    ("Name|Title", ["Sara|Manager", "Reza|Director"], "name job_title"),
    ("Name|Title|Job Title", ["Sara||Manager"], "name name_prefix job_title"),
    ("Nom|Titre", ["Jean|Directeur"], "name job_title"),
    ("Ünvan|Telefon", ["Acme A.Ş.|05321234567"], "name phone"),
    ("Ad Soyad|Ünvan", ["Ayşe Yılmaz|Müdür"], "name job_title"),
    ("الاسم|اسم العائلة", ["أحمد|علي"], "first_name last_name"),
    ("الاسم|العنوان", ["أحمد علي|شارع الملك 12"], "name address"),
    ("الاسم|العنوان", ["أحمد علي|مدير"], "name job_title"),
    ("الاسم|اللقب", ["أحمد|العلي"], "first_name last_name"),
    ("الاسم|المدينة|المنطقة", ["أحمد علي|جدة|مكة"], "name city province"),
    ("الاسم|رقم الهوية", ["أحمد علي|1082345678"], "name national_id"),
    ("نام|امتیاز", ["سارا|۸", "رضا|۹٫۵"], "name own_score"),
    ("نام|امتیاز", ["سارا|120", "رضا|9"], "name points"),
    ("نام|بخش", ["سارا|فروش"], "name segment"),
    ("نام|تاریخ ثبت", ["سارا|1403/01/02"], "name created_at"),
    ("نام|تاریخ ثبت|مبلغ|شماره فاکتور", ["سارا|1403/01/02|2000|7"], "name date amount order_id"),
    ("حساب|موبایل", ["سارا احمدی|09123456789"], "name mobile"),
    ("نام|شماره واتساپ", ["سارا|09123456789"], "name mobile"),
    ("نام|مبلغ کل", ["سارا|2000000"], "name total_spent"),
    ("نام|نام خانوادگی|نام شرکت", ["سارا|احمدی|پارس"], "first_name last_name company"),
    ("نام مشتری|نام خانوادگی مشتری", ["سارا|احمدی"], "first_name last_name"),
    ("نام حساب|تلفن", ["فروشگاه سارا|02188776655"], "name phone"),
    ("شماره|نام", ["09123456789|سارا"], "mobile name"),
    ("Customer|Name", ["11|Sara", "12|Reza"], "customer_code name"),
]


@pytest.mark.parametrize(("headings", "rows", "expected"), AMBIGUOUS)
def test_a_heading_of_several_meanings_is_settled_by_the_data(
    headings: str, rows: list[str], expected: str
) -> None:
    assert fields(headings, *rows) == expected


@pytest.mark.parametrize(("headings", "rows", "expected"), AMBIGUOUS)
def test_the_order_of_columns_decides_nothing(headings: str, rows: list[str], expected: str) -> None:
    def turned(line: str, mark: str = "|") -> str:
        return mark.join(reversed(line.split(mark)))

    assert fields(turned(headings), *map(turned, rows)) == turned(expected, " ")


@pytest.mark.parametrize(
    ("scores", "field"),
    [
        (["۱۰", "۷/۵", "۳"], "own_score"),
        (["8", "", ""], "own_score"),
        (["8/10", "6 / 10", "9"], "own_score"),
        (["0", "55", "90"], "-"),
        (["High", "Low", "High"], "-"),
        (["7.3", "8.1", "5.2"], "-"),
    ],
)
def test_a_score_column_is_one_only_where_its_values_are_scores(scores: list[str], field: str) -> None:
    rows = [f"{name}|{score}" for name, score in zip(["Sara", "Reza", "Ali"], scores, strict=True)]
    assert fields("Name|Score", *rows) == f"name {field}"


def test_a_few_scores_on_a_long_list_are_scores() -> None:
    rows = [f"Customer {i}|{9 if i in (411, 1203) else ''}" for i in range(3000)]
    assert fields("Name|Own score", *rows) == "name own_score"


def test_places_in_a_ranking_are_no_scores() -> None:
    assert fields("نام|رتبه", "سارا|1", "رضا|2", "علی|3", "حسن|4") == "name -"


def test_values_that_contradict_a_heading_are_read_for_what_they_are() -> None:
    found = mapped("Phone|E-Mail", ["a@example.com", "09123456789"], ["b@example.com", "09351112233"])
    assert [c.field for c in found.columns] == ["email", "phone"]
    assert "column Phone does not look like phone: kept as it is" not in map(str, found.notes)


def test_a_telling_heading_over_foreign_values_is_kept_as_it_is() -> None:
    found = mapped("Name|Phone", ["Sara", "call her at the shop"], ["Reza", "ask Ali"], ["Ali", "none yet"])
    assert [(c.field, c.key) for c in found.columns] == [("name", "name"), ("", "Phone")]
    assert [str(note) for note in found.notes] == ["column Phone does not look like phone: kept as it is"]


def test_a_running_number_is_set_aside_and_a_code_under_the_same_heading_is_not() -> None:
    assert fields("No|Name", "1|Sara", "2|Reza", "3|Ali") == "ignored name"
    assert fields("No|Name", "A-17|Sara", "B-29|Reza") == "customer_code name"


def test_two_columns_with_one_heading_keep_two_names() -> None:
    found = mapped("Name|Shoe|Shoe|Score|Score", ["Sara", "38", "39", "7", "8"])
    assert [c.key for c in found.columns] == ["name", "Shoe", "Shoe (2)", "own_score", "Score"]


def test_our_own_list_comes_back_as_it_went_out() -> None:
    ours = "id|name|company|phone|email|city|score|own_score|suggested_score|tier|last_interaction|tags"
    found = mapped(
        ours, ["C17", "Sara", "", "+989123456789", "", "", "8.2", "", "8.2", "A", "2026-01-02", "vip"]
    )
    assert [(c.heading, c.field) for c in found.columns] == [
        ("id", "crm_id"),
        ("name", "name"),
        ("company", "company"),
        ("phone", "phone"),
        ("email", "email"),
        ("city", "city"),
        ("score", "ignored"),
        ("own_score", "own_score"),
        ("suggested_score", "ignored"),
        ("tier", "ignored"),
        ("last_interaction", "ignored"),
        ("tags", "tags"),
    ]
    assert [str(note) for note in found.notes] == [
        "this is a list made by smbcrm: ids are taken back, computed columns are left out"
    ]


def test_our_own_list_is_one_of_customers_whatever_columns_of_the_owners_it_holds() -> None:
    ours = "id|name|tier|last_interaction|customer_code|Contract until"
    rows = [[f"C{n}", f"Sara {n}", "", "", str(n % 2), f"2026-01-0{n}"] for n in range(1, 9)]
    found = mapped(ours, *rows)
    assert (found.kind, [c.field for c in found.columns][4:]) == ("customers", ["customer_code", ""])
    assert [str(note) for note in found.notes] == [
        "this is a list made by smbcrm: ids are taken back, computed columns are left out"
    ]


def test_a_foreign_list_with_an_id_is_not_taken_for_ours() -> None:
    assert fields("id|name|phone|tier", "C17|Sara|09123456789|gold") == "customer_code name phone -"


def test_what_a_person_says_wins_over_headings_and_values() -> None:
    wishes = MappingWishes(mapping={"own_score": "Grade", "company": "B", "shoe": "Name", "city": "Nowhere"})
    found = mapped("Name|Who|Grade", ["Sara", "Acme", "17"], wishes=wishes)
    assert [c.field for c in found.columns] == ["name", "company", "own_score"]
    assert found.unmapped == ("shoe", "city")


def test_what_was_decided_before_is_decided_again() -> None:
    wishes = MappingWishes(remembered={"grade": "own_score", "phone": ""})
    assert fields("Name|Grade|Phone", "Sara|7|09123456789", wishes=wishes) == "name own_score -"


@pytest.mark.parametrize(
    ("headings", "rows", "kind"),
    [
        ("Name|Phone|City", ["Sara|09123456789|Qom"], "customers"),
        (
            "Name|Phone|Last purchase|Total spent|Orders",
            ["Sara|09123456789|2024-01-02|120000|3"],
            "customers",
        ),
        ("نام|موبایل|تاریخ تولد|مبلغ خرید", ["سارا|09123456789|1365/01/02|120000"], "customers"),
        ("Receipt no|Date|Customer|Item|Qty|Total", ["R1|2024-01-02|Sara|Shoe|2|10"], "purchases"),
        (
            "نام مشتری|موبایل|تاریخ خرید|مبلغ خرید (تومان)",
            ["سارا|09123456789|1403/05/01|120000"],
            "purchases",
        ),
        ("Datum|Kunde|Betrag", ["2024-01-02|Anna Müller|12,50"], "purchases"),
        ("Fecha|Cliente|Importe|Factura", ["2024-01-02|Ana|12|F-1"], "purchases"),
        ("Tarih|Müşteri|Tutar", ["2024-01-02|Ayşe Yılmaz|12"], "purchases"),
        ("Customer|Invoice|Due date|Paid on|Amount", ["Sara|I1|2024-01-31|2024-02-15|500"], "payments"),
        ("نام مشتری|شماره فاکتور|سررسید|مبلغ", ["سارا|1|1403/02/01|500000"], "payments"),
        (
            "Name|Number|Date/Time|Type|Duration",
            ["Sara|09123456789|2024-01-01 10:20|Missed|0"],
            "interactions",
        ),
        (
            "نام|شماره تماس|تاریخ تماس|نوع تماس|شرح تماس",
            ["سارا|09123456789|1403/05/01|تلفنی|پیگیری"],
            "interactions",
        ),
        ("Timestamp|Name|How satisfied|Comments", ["2024-01-01 10:00|Sara|5|good"], "ratings"),
        ("تاریخ نظرسنجی|نام|امتیاز|نظر", ["1403/05/01|سارا|9|عالی"], "ratings"),
        ("Email|Score|Comment|Submitted at", ["s@example.com|9|great|2024-01-02"], "ratings"),
        ("Customer|Invoice|Due date|Outstanding", ["Sara|I1|2024-01-31|500"], "payments"),
        (
            "InvoiceNo|StockCode|Quantity|InvoiceDate|UnitPrice|CustomerID",
            ["5|85A|6|12/1/2010|2.5|17"],
            "purchases",
        ),
        ("Date|Customer|Type|Notes", ["2024-01-02|Sara|visit|bought"], "interactions"),
    ],
)
def test_what_one_row_is_shows_in_the_columns(headings: str, rows: list[str], kind: str) -> None:
    found = mapped(headings, *[row.split("|") for row in rows])
    assert found.kind == kind


def test_customers_who_come_back_row_after_row_make_it_a_list_of_sales() -> None:
    rows = [[name, "2024-01-0" + str(day), "10"] for day in range(1, 7) for name in ("Sara", "Reza")]
    assert mapped("Name|Created at|Total", *rows).kind == "purchases"
    assert (
        mapped("Name|Created at|Total", *rows, wishes=MappingWishes(as_kind="customers")).kind == "customers"
    )


def test_no_heading_of_the_file_is_lost_when_nothing_stands_below() -> None:
    text = files("smbcrm.readers").joinpath("header_synonyms.csv").read_text(encoding="utf-8")
    headings = sorted({row[2] for row in list(csv.reader(text.splitlines()))[1:200]})
    found = map_columns(headings, [[] for _ in headings], load_headers(), wishes=MappingWishes())
    assert [column.heading for column in found.columns] == [
        " ".join(h.split()).replace("ي", "ی").replace("ك", "ک") for h in headings
    ]


def test_a_list_in_a_language_nobody_knows_here_has_its_first_words_for_names() -> None:
    rows = ["Bērziņš|Rīga|+371 6712 3456", "Kalniņš|Cēsis|+371 6712 3457", "Ozols|Rīga|+371 6712 3458"]
    assert fields("Uzvārds|Vieta|Numurs", *rows) == "name - phone"


def test_a_group_beside_a_phone_is_no_name() -> None:
    rows = ["vip|+36 30 123 4567", "vip|+36 30 123 4568", "vip|+36 30 123 4569", "uj|+36 30 123 4560"]
    assert fields("Csoport|Szám", *rows) == "- phone"


# One list as it is kept in each of these languages: Swedish, Norwegian, Danish, Finnish, Czech, Hungarian, Romanian, Croatian,
# Ukrainian, Indonesian, Vietnamese, Hindi, German.
LANGUAGES = [
    (
        "Kundnr|Förnamn|Efternamn|Gatuadress|Postnr|Postort|Födelsedatum|Personnummer|Mobiltelefon|E-post",
        "1001|Anna|Bergström|Storgatan 4|111 22|Stockholm|1980-02-03|800203-1234|070-123 45 67|anna@mejl.se",
        "customer_code first_name last_name address postal_code city birth_date national_id mobile email",
    ),
    (
        "Fornavn|Etternavn|Gateadresse|Postnummer|Poststed|Fødselsdato|Tlf|E-postadresse",
        "Kari|Nordmann|Storgata 4|0155|Oslo|03.02.1980|22 33 44 55|kari@post.no",
        "first_name last_name address postal_code city birth_date phone email",
    ),
    (
        "Kundenummer|Navn|Gade|Postnr|By|Fødselsdag|CPR-nr.|Telefonnummer",
        "1001|Jens Hansen|Nørregade 4|1165|København|03.02.1980|030280-1234|33 12 34 56",
        "customer_code name address postal_code - birth_date national_id phone",
    ),
    (
        "Nimi|Puhelinnumero|Sähköposti|Lähiosoite|Postinumero|Postitoimipaikka|Syntymäaika",
        "Matti Virtanen|09 123 4567|matti@posti.fi|Mannerheimintie 4|00100|Helsinki|3.2.1980",
        "name phone email address postal_code city birth_date",
    ),
    (
        "Příjmení|Jméno|Ulice|PSČ|Město|Datum narození|Mobil|Poznámka",
        "Novák|Jan|Dlouhá 4|110 00|Praha|3. 2. 1980|601 123 456|stálý",
        "last_name first_name address postal_code city birth_date mobile notes",
    ),
    (
        "Vezetéknév|Keresztnév|Irányítószám|Város|Cím|Telefonszám|Születési dátum",
        "Kovács|Anna|1011|Budapest|Fő utca 4.|+36 30 123 4567|1980.02.03",
        "last_name first_name postal_code city address phone birth_date",
    ),
    (
        "Nume|Prenume|Adresă|Localitate|Județ|Cod poștal|Telefon mobil|Data nașterii",
        "Popescu|Ion|Str. Lungă 4|Brașov|BV|500035|0722 123 456|03.02.1980",
        "last_name first_name address city province postal_code mobile birth_date",
    ),
    (
        "Ime i prezime|Adresa|Poštanski broj|Mjesto|Mobitel|OIB",
        "Ana Horvat|Ilica 4|10000|Zagreb|091 123 4567|12345678901",
        "name address postal_code city mobile national_id",
    ),
    (
        "Прізвище|Ім'я|По батькові|Адреса|Місто|Дата народження|Мобільний телефон",
        "Шевченко|Олена|Іванівна|вул. Садова 4|Київ|03.02.1980|067 123 45 67",
        "last_name first_name middle_name address city birth_date mobile",
    ),
    (
        "Nama lengkap|No. HP|Alamat|Kecamatan|Kota|Kode pos|Tanggal lahir",
        "Budi Santoso|0812-3456-7890|Jl. Merdeka 4|Coblong|Bandung|40132|03-02-1980",
        "name mobile address district city postal_code birth_date",
    ),
    (
        "Họ và tên|Số điện thoại|Địa chỉ|Quận|Thành phố|Ngày sinh",
        "Nguyễn Văn An|0912 345 678|4 Lê Lợi|Quận 1|Hồ Chí Minh|03/02/1980",
        "name phone address district city birth_date",
    ),
    (
        "नाम|मोबाइल नंबर|पता|शहर|पिन कोड",
        "राम शर्मा|98765 43210|4 गांधी मार्ग|दिल्ली|110001",
        "name mobile address city postal_code",
    ),
    (
        "Name|Straße|Ortsteil|PLZ|Ort|Landkreis|Sozialversicherungsnummer|Geb.-Datum",
        "Anna Schulz|Hauptstr. 4|Altstadt|01067|Dresden|Meißen|65 030280 S 123|03.02.1980",
        "name address district postal_code city province national_id birth_date",
    ),
]


@pytest.mark.parametrize(("headings", "row", "expected"), LANGUAGES)
def test_headings_of_many_languages_are_known(headings: str, row: str, expected: str) -> None:
    assert fields(headings, row) == expected

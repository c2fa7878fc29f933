"""Headings as programs of many lands write them: numbers before and after words, paths, parts of names, what only calls a thing."""

from __future__ import annotations

import pytest

from smbcrm.core.headers import path_beginnings
from smbcrm.core.sheets.rows.header_row import find_header
from smbcrm.readers.headers import load_headers
from tests.core.test_columns_of_others import mapped, taken


@pytest.mark.parametrize(
    "heading",
    [
        "id_pelanggan",
        "cliente_id",
        "id_klienta",
        "Klant nr",
        "Zákazník číslo",
        "patient_id",
        "Código cliente",
    ],
)
def test_a_number_and_a_word_for_customers_are_a_customers_number(heading: str) -> None:
    assert load_headers().fields(heading) == ("customer_code",)


@pytest.mark.parametrize(
    "heading", ["Number of customers", "Customers no", "Anzahl Kunden", "Nama pelanggan"]
)
def test_a_count_of_customers_and_their_names_are_no_number_of_one(heading: str) -> None:
    assert load_headers().fields(heading) != ("customer_code",)


def test_places_in_the_plural_are_places_also_where_they_look_like_names() -> None:
    assert taken("Contact Phone|Cities|Counties", "2095257564|Modesto|Stanislaus") == "phone city province"


def test_the_number_of_a_customer_never_stands_for_his_name() -> None:
    assert taken(
        "id_pelanggan|nama|no_hp", "PLG001|Sari Wulan|081234567", "PLG002|Budi Rahman|081234568"
    ) == ("customer_code name mobile")


def test_a_first_client_in_a_row_of_numbered_ones_is_no_heading() -> None:
    rows = [("kod", "oznaczenie"), *((f"QX{n}6{n}", f"Klient_{n}") for n in range(6))]
    found = find_header(rows, list(range(1, 8)), load_headers())
    assert found is None or found.position == 0


def test_headings_that_go_down_from_a_known_one_are_read_by_where_they_lead() -> None:
    headings = "No|ADRESA/FIRMA|ADRESA/MESTO|ADRESA/PSC|JMENO|TELEFON"
    rows = ("1|Horák a.s.|Zlín|76001|Eva Malá|577123456", "2|Novotný s.r.o.|Opava|74601|Jan Veselý|553123456")
    assert taken(headings, *rows).split()[1:] == ["company", "city", "postal_code", "name", "phone"]


def test_two_ways_to_say_one_thing_are_no_path() -> None:
    assert path_beginnings(["City/Town", "Phone/Fax", "Name/Company"], load_headers()) == ()
    assert path_beginnings(["Product/Name", "Product/Price", "Product/Size"], load_headers()) == ()


def test_a_name_beside_a_surname_is_the_given_one() -> None:
    rows = (
        "7|Ellsworth|Mayer|e@example.com",
        "8|Sarina|Blanda|s@example.com",
        "9|Keshawn|Wyman|k@example.com",
    )
    assert taken("customer_id|name|surname|email", *rows) == "customer_code first_name last_name email"


def test_firms_and_whole_names_beside_a_surname_stay_what_they_are() -> None:
    firms = ("Old Mill Bakery|Mayer", "Acme Ltd|Blanda", "Three Oaks Farm|Wyman")
    assert taken("Name|Last name", *firms) == "company last_name"
    assert taken("Name|Surname", "Mayer|Mayer", "Blanda|Blanda", "Wyman|Wyman").split()[0] != "first_name"


def test_what_only_calls_a_thing_names_nobody_where_a_customer_is_numbered() -> None:
    headings = "invoice_id|customer_id|job_name|invoice_date|total|status"
    jobs = ("Drain unblocking", "Outside tap installation", "Fuse box test", "Tap replacement")
    rows = [f"INV-{n}|cust_{n // 2}|{job}|2026-05-0{n + 1}|{n}5.00|paid" for n, job in enumerate(jobs)]
    found = mapped(headings, *rows)
    assert found.kind == "purchases"
    assert [c.field for c in found.columns][1:3] == ["customer_code", ""]


def test_the_name_of_a_thing_beside_a_customer_is_not_his() -> None:
    rows = (
        "Doruk Yapı|Dişli|2026-05-01|150",
        "Çelik Metal A.Ş.|Manşon|2026-05-02|80",
        "Ece Işık|Kapak|2026-05-03|70",
    )
    assert taken("Müşteri|Kalıp Adı|Tarih|Toplam", *rows).split()[:2] == ["name", "-"]
    assert taken("NamaPelanggan|NamaKomplek", "Sari Wulan|Blok A", "Budi Rahman|Blok B") == "name -"


def test_a_row_with_an_id_of_its_own_beside_a_customer_who_comes_back_is_a_sale() -> None:
    rows = [
        f"2026-05-0{n}|{name}|Wrap|0{n}7b528a-d933-4a58"
        for n, name in enumerate(("Ola", "Jan", "Ola", "Ewa", "Jan"), 1)
    ]
    found = mapped("date|customerName|dish|id", *rows)
    assert (found.kind, [c.field for c in found.columns]) == ("purchases", ["date", "name", "", "order_id"])


def test_who_looks_after_customers_lends_them_no_number() -> None:
    rows = [
        f"{n}|{user}|{name}|0043652152{n}"
        for n, user, name in (
            (1, 4, "Ada Lux"),
            (2, 4, "Ben Ohm"),
            (3, 5, "Cleo Volt"),
            (4, 5, "Dan Watt"),
            (5, 6, "Eva Mol"),
        )
    ]
    assert taken("kun_nr|user_id|Name|Telefon", *rows).split()[1] == "-"
    same = [
        f"{n}|{user}|{name}|0043652152{n}"
        for n, user, name in ((1, 4, "Ada Lux"), (2, 4, "Ada Lux"), (3, 5, "Ben Ohm"), (4, 5, "Ben Ohm"))
    ]
    assert taken("row_nr|user_id|Name|Telefon", *same).split()[1] == "customer_code"


BY_LAND = [
    (
        "Data|Cliente|Prodotto|Quantità|Prezzo unitario|Importo",
        "date name product quantity unit_price amount",
    ),
    (
        "Data da compra|Cliente|Produto|Qtde|Preço unitário|Valor bruto",
        "date name product quantity unit_price amount",
    ),
    (
        "Data zamówienia|Nazwa klienta|Towar|Ilość|Cena jednostkowa|Kwota",
        "date name product quantity unit_price amount",
    ),
    (
        "Tanggal|Nama pelanggan|Nama barang|Qty|Harga satuan|Total bayar",
        "date name product quantity unit_price amount",
    ),
    (
        "Besteldatum|Klantnaam|Artikelnaam|Aantal|Stukprijs|Totaalbedrag",
        "date name product quantity unit_price amount",
    ),
    (
        "Data comenzii|Nume client|Produs|Cantitate|Preț unitar|Valoare",
        "date name product quantity unit_price amount",
    ),
]


@pytest.mark.parametrize(("headings", "fields"), BY_LAND)
def test_sales_are_read_in_the_languages_of_more_lands(headings: str, fields: str) -> None:
    rows = (
        "2026-05-01|Ana Rosu|Lampa|2|10|20",
        "2026-05-02|Ion Popa|Scaun|1|40|40",
        "2026-05-03|Eva Nowak|Masa|3|50|150",
    )
    found = mapped(headings, *rows)
    assert (found.kind, " ".join(c.field or "-" for c in found.columns)) == ("purchases", fields)


def test_what_was_paid_down_is_the_payment_and_the_whole_is_the_bill() -> None:
    rows = (
        "1112777262|3000000|2026-06-13|500000",
        "1112777262|3000000|2026-06-20|250000",
        "1143777990|800000|2026-06-21|800000",
    )
    found = mapped("cedula|valor_total|fecha_abono|valor_abono", *rows)
    assert (found.kind, [c.field for c in found.columns]) == (
        "payments",
        ["national_id", "billed", "paid_date", "amount"],
    )


def test_a_call_log_tells_when_how_long_and_with_whom() -> None:
    rows = [
        f"2026-05-0{n} 09:27:14|Mill {n} Ltd|Ann {who}|{n}12.5|voicemail"
        for n, who in enumerate(("Lee", "Ray", "Fox"), 1)
    ]
    found = mapped("call_at|company|contact_called|call_duration_in_minutes|call_disposition", *rows)
    assert (found.kind, [c.field for c in found.columns]) == (
        "interactions",
        ["date", "company", "name", "duration", "text"],
    )


def test_what_customers_think_is_their_rating_and_not_the_owners_score() -> None:
    rows = (
        "Ada Lux|5|Lovely, thank you",
        "Ben Ohm|3|average",
        "Cleo Volt|1|never again",
        "Dan Watt|4|good service",
    )
    assert mapped("Name|Rating|Feedback", *rows).kind == "ratings"
    assert mapped("Name|Rating|Notes", *rows).kind == "customers"


def test_numbers_at_both_ends_of_calls_belong_to_nobody_known() -> None:
    rows = [f"98989{n}8989|98989{n}1111|00:05:2{n}" for n in range(1, 6)]
    assert taken("From Mobile|To Mobile|Call Duration", *rows).split()[:2] == ["-", "-"]


def test_where_the_shop_stands_at_one_end_the_other_is_the_customer() -> None:
    rows = [f"9898981000|98989{n}1111|00:05:2{n}" for n in range(1, 6)]
    assert taken("From Mobile|To Mobile|Call Duration", *rows).split()[:2] == ["-", "mobile"]


def test_the_price_of_what_somebody_takes_is_not_what_he_spent_in_any_language() -> None:
    rows = ("Sari Wulan|081234567890|Hemat|150000", "Budi Rahman|081234567891|Cepat|200000")
    assert taken("Nama|No WA|Paket|Harga", *rows) == "name whatsapp - -"


def test_names_below_a_heading_about_customers_are_theirs_whatever_it_says_of_them() -> None:
    rows = ("1|Ola Nowak|4", "2|Jan Kowalski|7", "3|Ewa Nowak|2", "4|Anna Kowalska|9")
    assert taken("Lp|Dane klienta|usługa", *rows) == "- name -"


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("Cliente|Telefono|Nombre vendedor|Telefono vendedor", "name phone - -"),
        ("Customer|Phone|Seller name|Seller phone", "name phone - -"),
        ("Patient name|Home phone|Doctor|Doctor phone", "name phone_home - -"),
        ("Patient name|Date|Doctor name|doctor_phone", "name created_at - -"),
        ("Name|Coach phone|Town|Coach level", "name phone city -"),
    ],
)
def test_the_phone_of_who_serves_a_customer_is_not_the_customers(headings: str, fields: str) -> None:
    rows = (
        "Olga Menta|02025550100|Juan Prado|02025550111",
        "Ana Rio|02025550101|Juan Prado|02025550111",
        "Eva Sol|02025550103|Luis Prado|02025550112",
    )
    assert taken(headings, *rows) == fields


def test_on_a_list_of_teachers_their_phones_are_theirs() -> None:
    rows = ("Olga Menta|o@menta.example", "Ana Rio|a@menta.example", "Eva Sol|e@menta.example")
    assert taken("Teacher name|Teacher email", *rows) == "name email"
    assert taken("Full name|Teacher email", *rows) == "name email"


@pytest.mark.parametrize(
    "heading",
    [
        "NOMBRE_EMPLEADO",
        "Nom fournisseur",
        "Telefon Lieferant",
        "nazwa produktu",
        "Nome dipendente",
        "nombre del curso",
    ],
)
def test_headings_of_staff_suppliers_and_goods_are_not_a_customers_in_any_language(heading: str) -> None:
    assert not load_headers().fields_inside(heading)


def test_the_only_row_of_a_list_is_no_second_line_of_its_headings() -> None:
    rows = [
        ["Catalog", "Column", "Model", "Logical Column"],
        ["Accounts", "Transaction Number", "Plan", "Transaction Number"],
    ]
    found = find_header(rows, range(1, 3), load_headers())
    assert found is not None
    assert found.rows == 1


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Fatturato", "total_spent"),
        ("Faturamento", "total_spent"),
        ("Omzet", "total_spent"),
        ("Obrót", "total_spent"),
        ("Оборот", "total_spent"),
        ("累計購入金額", "total_spent"),
        ("Satış Tutarı", "amount"),
        ("Итого", "amount"),
        ("注文金額", "amount"),
        ("Birim Fiyatı", "unit_price"),
        ("単価", "unit_price"),
        ("Balance due", "balance"),
        ("Saldo devedor", "balance"),
        ("売掛金", "balance"),
        ("Data fattura", "invoice_date"),
        ("날짜", "date"),
    ],
)
def test_sums_and_days_are_known_in_the_languages_of_more_lands(heading: str, field: str) -> None:
    assert load_headers().fields(heading) == (field,)


def test_what_describes_a_customer_is_his_name_where_it_is_one() -> None:
    heads = "id|Created (UTC)|Amount|Customer Email|Customer Description"
    names = ("ch_1|2026-01-05|10|a@shop.example|Ann Lee", "ch_2|2026-01-06|20|b@shop.example|Robert Ray")
    assert mapped(heads, *names).columns[4].field == "name"
    notes = (
        "ch_1|2026-01-05|10|a@shop.example|buys tea every week",
        "ch_2|2026-01-06|20|b@shop.example|pays late",
    )
    assert mapped(heads, *notes).columns[4].field != "name"

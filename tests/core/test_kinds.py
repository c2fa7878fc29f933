"""What one row of a sheet is, told by its headings and values: synthetic sheets in English and Persian."""

from __future__ import annotations

import pytest

from smbcrm.core.grid import Grid
from smbcrm.core.layout import LayoutOptions, Table, find_table
from smbcrm.readers.headers import load_headers

EN = ["Sara Ahmadi", "Reza Karimi", "Mina Tavakoli", "Omid Jalali", "Nader Azimi", "Leila Sohrabi"]
FA = ["سارا احمدی", "رضا کریمی", "مینا توکلی", "امید جلالی", "نادر عظیمی", "لیلا سهرابی"]


def mobile(n: int) -> str:
    return f"0912345{n:04d}"


def mobile_fa(n: int) -> str:
    return mobile(n).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))


def day(n: int) -> str:
    return f"2026-0{1 + n % 9}-{10 + n}"


def day_fa(n: int) -> str:
    return f"۱۴۰۵/۰{'۱۲۳۴۵۶'[n % 6]}/۱{'۰۱۲۳۴۵۶۷۸۹'[n % 10]}"


def amount(n: int) -> str:
    return f"{125 * (n + 3)},000"


BUYERS = [0, 1, 0, 2, 0, 1, 3, 0]  # who buys, sale by sale
CUSTOMERS = {
    "a list with the last purchase and the total": (
        "Name,Mobile,City,Last purchase date,Total spent",
        [[EN[n], mobile(n), "Shiraz", day(n), amount(n)] for n in range(6)],
    ),
    "a list with orders and revenue": (
        "Customer,Phone,Orders,Revenue,Last order",
        [[EN[n], mobile(n), str(n + 1), amount(n), day(n)] for n in range(6)],
    ),
    "a Persian list with the last purchase and the total": (
        "نام مشتری,موبایل,تاریخ آخرین خرید,جمع خرید (تومان),تعداد خرید",
        [[FA[n], mobile_fa(n), day_fa(n), amount(n), "۳"] for n in range(6)],
    ),
    "a list with where each came from and when": (
        "Name,Phone,Source,Created at",
        [[EN[n], mobile(n), ["Instagram", "Telegram", "phone"][n % 3], day(n)] for n in range(6)],
    ),
    "a list with how each likes to be reached": (
        "Name,Mobile,Preferred contact,Birthday",
        [[EN[n], mobile(n), ["SMS", "WhatsApp", "call"][n % 3], f"19{60 + n}-03-04"] for n in range(6)],
    ),
    "a list with satisfaction": (
        "Name,Mobile,City,Satisfaction (1-5),Created at",
        [[EN[n], mobile(n), "Shiraz", str(1 + n % 5), day(n)] for n in range(6)],
    ),
    "a list with the owner's scores and remarks": (
        "Name,Mobile,Score,Notes",
        [[EN[n], mobile(n), str(3 + n), "likes tea"] for n in range(6)],
    ),
    "a Persian list with scores, balance and a birthday": (
        "نام,تلفن,امتیاز,مانده حساب,تاریخ تولد",
        [[FA[n], mobile_fa(n), str(3 + n), amount(n), f"۱۳{60 + n}/۰۳/۰۴"] for n in range(6)],
    ),
    "a list with last contact and next action": (
        "Name,Phone,Last contact date,Next action date,Status",
        [[EN[n], mobile(n), day(n), day(n + 1), "active"] for n in range(6)],
    ),
    "a list with how each pays": (
        "Name,Mobile,Customer since,Pays",
        [[EN[n], mobile(n), day(n), ["good", "bad", "average"][n % 3]] for n in range(6)],
    ),
    "a phone book": (
        "Name,Mobile,Home phone,E-mail",
        [[EN[n], mobile(n), "", f"p{n}@shop.example"] for n in range(6)],
    ),
    "a Persian list with what each pays a month": (
        "نام,موبایل,شهر,مبلغ قسط",
        [[FA[n], mobile_fa(n), "شیراز", amount(n)] for n in range(6)],
    ),
}
RU = ["Иванова Анна", "Петрова Мария", "Соколов Олег", "Смирнова Ольга", "Волков Денис", "Орлова Вера"]
PURCHASES = {
    "appointments with a service": (
        "Date,Time,Client,Phone,Service,Stylist",
        [
            [day(n), f"{9 + n}:30", EN[b], mobile(b), ["Cut", "Color", "Style"][n % 3], "Jill"]
            for n, b in enumerate(BUYERS[:6])
        ],
    ),
    "Persian appointments": (
        "تاریخ نوبت,ساعت,نام مشتری,موبایل,خدمت",
        [
            [day_fa(n), f"{9 + n}:30", FA[b], mobile_fa(b), ["کوتاهی", "رنگ", "اصلاح"][n % 3]]
            for n, b in enumerate(BUYERS[:6])
        ],
    ),
    "Russian appointments": (
        "Дата,Время,Клиент,Телефон,Услуга",
        [
            [day(n), f"{9 + n}:30", RU[b], mobile(b), ["Стрижка", "Маникюр", "Массаж"][n % 3]]
            for n, b in enumerate(BUYERS[:6])
        ],
    ),
    "repairs with a number, two days and a cost": (
        "شماره پذیرش,تاریخ پذیرش,نام مشتری,موبایل,نوع دستگاه,ایراد,هزینه تعمیر",
        [[str(1001 + n), day_fa(n), FA[n], mobile_fa(n), "گوشی", "صفحه", amount(n)] for n in range(6)],
    ),
    "a till where buyers come again": (
        "Date,Customer,Mobile,Amount",
        [[day(n), EN[b], mobile(b), amount(n)] for n, b in enumerate(BUYERS)],
    ),
    "a till with receipts and items": (
        "Receipt no,Date,Customer,Item,Qty,Unit price,Discount,Total",
        [
            [str(900 + n // 2), day(n // 2), EN[b], "Lamp", "2", "50", "0", "100"]
            for n, b in enumerate(BUYERS)
        ],
    ),
    "a till where each buyer comes once": (
        "Date,Customer,Mobile,Amount",
        [[day(n), EN[n], mobile(n), amount(n)] for n in range(6)],
    ),
    "a Persian till": (
        "شماره فاکتور,تاریخ,خریدار,تلفن,شرح کالا,مبلغ (ریال)",
        [[str(n), day_fa(n), FA[b], mobile_fa(b), "چراغ", amount(n)] for n, b in enumerate(BUYERS)],
    ),
    "a Persian till of purchase dates": (
        "تاریخ خرید,نام مشتری,موبایل,مبلغ خرید",
        [[day_fa(n), FA[b], mobile_fa(b), amount(n)] for n, b in enumerate(BUYERS)],
    ),
    "orders of a web shop": (
        "Order number,Order date,Email,Paid at,Subtotal,Shipping,Taxes,Total,Lineitem quantity,Lineitem name",
        [
            [f"#{1000 + n}", day(n), f"p{b}@shop.example", day(n), "90", "5", "5", "100", "1", "Lamp"]
            for n, b in enumerate(BUYERS)
        ],
    ),
    "lines of bills with a day to pay by": (
        "Invoice no,Invoice date,Customer,Product,Quantity,Amount,Due date",
        [[f"INV-{n // 2}", day(n), EN[b], "Lamp", "2", amount(n), day(n + 1)] for n, b in enumerate(BUYERS)],
    ),
    "a till with the way of paying": (
        "تاریخ,مشتری,موبایل,مبلغ,نوع پرداخت",
        [[day_fa(n), FA[b], mobile_fa(b), amount(n), ["کارت", "نقد"][n % 2]] for n, b in enumerate(BUYERS)],
    ),
    "a Persian list of repairs": (
        "مشتری,موبایل,تاریخ,دستگاه,هزینه تعمیر",
        [[FA[n], mobile_fa(n), day_fa(n), ["یخچال", "تلویزیون", "کولر"][n % 3], amount(n)] for n in range(6)],
    ),
    "a list of repairs": (
        "Customer,Mobile,Date,Device,Repair cost",
        [[EN[n], mobile(n), day(n), ["Fridge", "Oven", "Kettle"][n % 3], amount(n)] for n in range(6)],
    ),
}
PAYMENTS = {
    "an invoice list with due and paid": (
        "Invoice no,Customer,Invoice date,Due date,Paid on,Amount",
        [[f"INV-{n}", EN[b], day(n), day(n + 1), day(n + 2), amount(n)] for n, b in enumerate(BUYERS)],
    ),
    "an invoice list with taxes": (
        "Invoice no,Client,Due date,Net,Tax,Total,Status",
        [[f"INV-{n}", EN[b], day(n + 1), "90", "10", "100", "Open"] for n, b in enumerate(BUYERS)],
    ),
    "a Persian invoice list": (
        "شماره فاکتور,نام مشتری,موبایل,سررسید,تاریخ پرداخت,مبلغ (تومان)",
        [[str(n), FA[b], mobile_fa(b), day_fa(n), day_fa(n + 1), amount(n)] for n, b in enumerate(BUYERS)],
    ),
    "a diary of payments": (
        "Payment date,Customer,Phone,Amount paid",
        [[day(n), EN[b], mobile(b), amount(n)] for n, b in enumerate(BUYERS)],
    ),
    "Persian cheques": (
        "نام مشتری,تلفن,سررسید چک,تاریخ وصول,مبلغ",
        [[FA[b], mobile_fa(b), day_fa(n), day_fa(n + 1), amount(n)] for n, b in enumerate(BUYERS)],
    ),
    "a Persian list of money received": (
        "تاریخ واریز,نام واریز کننده,مبلغ واریزی",
        [[day_fa(n), FA[n % 6], amount(n)] for n in range(6)],
    ),
    "Persian instalments with their names": (
        "نام مشتری,شماره قسط,مبلغ قسط,سررسید,تاریخ پرداخت",
        [[FA[n // 2], str(1 + n % 2), amount(n), day_fa(n), day_fa(n) if n % 2 else ""] for n in range(6)],
    ),
    "Persian instalments that are all still due": (
        "مشتری,موبایل,شماره قسط,مبلغ قسط,سررسید",
        [[FA[n], mobile_fa(n), "1", amount(n), day_fa(n)] for n in range(6)],
    ),
    "instalments in English": (
        "Customer,Instalment no,Instalment amount,Due date,Paid on",
        [[EN[n // 2], str(1 + n % 2), amount(n), day(n), day(n) if n % 2 else ""] for n in range(6)],
    ),
}
INTERACTIONS = {
    "a Russian call log": (
        "Дата звонка,Клиент,Телефон,Тип,Длительность,Комментарий",
        [
            [day(n), RU[b], mobile(b), ["Исходящий", "Входящий"][n % 2], "00:02:10", "Перезвонить"]
            for n, b in enumerate(BUYERS[:6])
        ],
    ),
    "a Chinese call log": (
        "通话时间,客户姓名,电话,呼叫类型,通话时长",
        [
            [
                f"2026年3月{n + 1}日",
                ["王小明", "李华", "张伟"][b % 3],
                mobile(b),
                ["来电", "去电"][n % 2],
                "00:02:10",
            ]
            for n, b in enumerate(BUYERS)
        ],
    ),
    "the call log of a phone": (
        "Name,Number,Type,Date/Time,Duration",
        [
            [EN[b], mobile(b), ["Incoming", "Outgoing", "Missed"][n % 3], f"{day(n)} 10:15:00", "00:12:30"]
            for n, b in enumerate(BUYERS)
        ],
    ),
    "a call log without kinds": (
        "Contact,Phone number,Call date,Call duration",
        [[EN[b], mobile(b), f"{day(n)} 10:15", "750"] for n, b in enumerate(BUYERS)],
    ),
    "a Persian call log": (
        "نام,شماره تماس,نوع تماس,تاریخ تماس,مدت مکالمه",
        [
            [FA[b], mobile_fa(b), ["ورودی", "خروجی", "بی‌پاسخ"][n % 3], day_fa(n), "۰۰:۱۲:۳۰"]
            for n, b in enumerate(BUYERS)
        ],
    ),
    "a diary of follow-ups": (
        "Date,Customer,Activity,Result",
        [
            [day(n), EN[b], ["Call", "Visit", "Email"][n % 3], "asked for an offer"]
            for n, b in enumerate(BUYERS)
        ],
    ),
    "a Persian diary of follow-ups": (
        "تاریخ پیگیری شده,نام مشتری,نوع پیگیری,نتیجه پیگیری",
        [[day_fa(n), FA[b], ["تماس", "حضوری"][n % 2], "قیمت خواست"] for n, b in enumerate(BUYERS)],
    ),
}
RATINGS = {
    "what Russian customers thought": (
        "Дата,Клиент,Телефон,Оценка,Отзыв",
        [[day(n), RU[n], mobile(n), str(3 + n % 3), "Всё отлично"] for n in range(6)],
    ),
    "stars with comments": (
        "Timestamp,Name,Phone,Rating (1-5 stars),Comments",
        [[f"{day(n)} 10:00", EN[n], mobile(n), str(1 + n % 5), "lovely"] for n in range(6)],
    ),
    "answers out of five": (
        "Date,Customer,Mobile,Rating",
        [[day(n), EN[n], mobile(n), f"{1 + n % 5} of 5"] for n in range(6)],
    ),
    "the net promoter score": (
        "Email,Survey date,NPS,Feedback",
        [[f"p{n}@shop.example", day(n), str(n + 4), "fine"] for n in range(6)],
    ),
    "Persian answers in words": (
        "تاریخ نظرسنجی,نام,موبایل,میزان رضایت,نظر",
        [[day_fa(n), FA[n], mobile_fa(n), ["راضی", "خیلی راضی", "ناراضی"][n % 3], "خوب بود"] for n in range(6)],
    ),
    "Persian answers out of five": (
        "تاریخ,نام مشتری,شماره تماس,امتیاز رضایت,پیشنهادات",
        [[day_fa(n), FA[n], mobile_fa(n), f"{'۱۲۳۴۵'[n % 5]} از ۵", ""] for n in range(6)],
    ),
    "a form whose question tells the scale": (
        "Timestamp,Phone,How was our service? (1-5),Any suggestions?",
        [[f"{day(n)} 10:00", mobile(n), str(1 + n % 5), "more light"] for n in range(6)],
    ),
    "a Persian form answered in words": (
        "تاریخ,موبایل,کیفیت خدمات ما چطور بود؟,پیشنهاد",
        [[day_fa(n), mobile_fa(n), ["خوب", "عالی", "بد"][n % 3], "نور بیشتر"] for n in range(6)],
    ),
    "a web form": (
        "Submitted at,Name,Phone,How satisfied are you?,Suggestions",
        [[f"{day(n)} 10:00", EN[n], mobile(n), ["Satisfied", "Very satisfied", "Neutral"][n % 3], ""] for n in range(6)],
    ),
}  # fmt: skip
SHEETS = [
    pytest.param(kind, headings, rows, id=f"{kind}: {name}")
    for kind, sheets in (
        ("customers", CUSTOMERS),
        ("purchases", PURCHASES),
        ("payments", PAYMENTS),
        ("interactions", INTERACTIONS),
        ("ratings", RATINGS),
    )
    for name, (headings, rows) in sheets.items()
]


def table_of(headings: str, rows: list[list[str]], kind: str = "") -> Table:
    cells = [headings.split(","), *rows]
    grid = Grid(
        file="x.csv",
        sheet="",
        kind="csv",
        rows=tuple(tuple(row) for row in cells),
        row_numbers=tuple(range(1, len(cells) + 1)),
    )
    found = find_table(grid, load_headers(), options=LayoutOptions(as_kind=kind))
    assert isinstance(found, Table), found
    return found


@pytest.mark.parametrize(("kind", "headings", "rows"), SHEETS)
def test_a_sheet_is_taken_for_what_it_is(kind: str, headings: str, rows: list[list[str]]) -> None:
    assert table_of(headings, rows).kind == kind


@pytest.mark.parametrize(("kind", "headings", "rows"), SHEETS)
def test_what_is_no_list_of_customers_is_said(kind: str, headings: str, rows: list[list[str]]) -> None:
    said = [str(note) for note in table_of(headings, rows).notes if f"taken as {kind}" in str(note)]
    assert len(said) == (kind != "customers")


def test_what_was_asked_and_answered_is_found_under_the_question() -> None:
    form = table_of(*RATINGS["a form whose question tells the scale"])
    assert [column.field for column in form.columns] == ["date", "phone", "rating", "text"]
    asked = table_of(
        "Name,Phone,Opinion of us,Remark",
        [[EN[n], mobile(n), f"{1 + n % 5} of 5", "fine"] for n in range(6)],
        "ratings",
    )
    assert [column.field for column in asked.columns][2] == "rating"


@pytest.mark.parametrize("heading", ["Ingekomen", "Bracht am", "ورود دستگاه"])
def test_a_sale_happened_on_the_one_day_of_its_row_whatever_its_heading(heading: str) -> None:
    found = table_of(
        f"Ticket no,{heading},Customer,Phone,Device,Warranty until,Amount",
        [[str(500 + n), day(n), EN[n], mobile(n), "Phone", f"2028-0{1 + n}-01", amount(n)] for n in range(6)],
    )
    assert (found.kind, [c.field for c in found.columns][1:2]) == ("purchases", ["date"])


@pytest.mark.parametrize("heading", ["Warranty until", "Delivery", "تاریخ تحویل دستگاه"])
def test_a_day_of_something_else_is_not_the_day_of_a_sale(heading: str) -> None:
    found = table_of(
        f"Ticket no,{heading},Customer,Phone,Device,Amount",
        [[str(500 + n), day(n), EN[n], mobile(n), "Phone", amount(n)] for n in range(6)],
    )
    assert "date" not in [c.field for c in found.columns]

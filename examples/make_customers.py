"""Write customers.xlsx, the example workbook of an invented shop, and customers_truth.csv, which says who each row is.

Run it without arguments to write both beside this file, or with a folder to write them there. The same code always gives the
same bytes. Every person, firm, number and address is made up.
"""

from __future__ import annotations

import os

# The standard library's XML writer, even where lxml is installed: the two do not write the same bytes.
os.environ["OPENPYXL_LXML"] = "False"

import csv
import io
import random
import re
import sys
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet
from persiantools.jdatetime import JalaliDate

SEED = 14050810
FIRST_DAY, LAST_DAY = date(2025, 11, 1), date(2026, 10, 31)
STAMP = datetime(2026, 11, 1, 9, 0, 0)
OWNER, PHONE_BOOK, TILL = "مشتریان", "Contacts", "صندوق"

# key | Persian given name, family name | Latin given name, family name | mobile: a prefix to invent from, or the number
#     | own list: score or ~ (listed, no score), then how the name is written | phone book: how | sales: one letter each
# How a name is written: n as is · a Arabic yeh/kaf · r family name first · t with title · l Latin · u capitals, one cell
#     · f Persian · w Persian, one cell · o other spelling · c in the company cell.
# Sales: S repair or part · M small appliance · H large appliance · X several machines · R the sale before comes back.
CAST = """
rezaei_ali      | علی | رضایی          | Ali | Rezaei              | 0917 | 9n  | l | HHMRMS
keshavarz       | مهدی | کشاورز        | Mehdi | Keshavarz         | 0917 | 10a | o | HHMS
jokar           | نسرین | جوکار        | Nasrin | Jokar            | 0936 | 8t  | l | HMS
weber           | توماس | وبر          | Thomas | Weber            | 0912 | 7l  | l | HM
parseh          | | هتل پارسه          | | Parseh Hotel            | 0917 | 10n | c | XHM
najafi_akbar    | اکبر | نجفی          | Akbar | Najafi            | 0917 | 9t  | f | HM
moradi_reza     | رضا | مرادی          | Reza | Moradi             | 0917 | ~n  | l | MS
sadeghi         | مریم | صادقی         | Maryam | Sadeghi          | 0939 | ~a  | l | HS
zare_bahman     | بهمن | زارع          | Bahman | Zare             | 0917 | ~n  | - | M
najafi_amir     | امیر | نجفی          | Amir | Najafi             | 0901 | ~n  | - | S
yazdani         | کامران | یزدانی      | Kamran | Yazdani          | 0917 | ~n  | - | M
paknejad        | سعید | پاک‌نژاد       | Saeid | Paknejad          | 0936 | ~a  | - | S
vista_zargari   | | کافه ویستا شعبه زرگری | | Cafe Vista Zargari   | 0917 | ~n  | - | M
arman           | | شرکت آرمان‌سازه پارس | | Arman Sazeh Pars      | 0912 | ~n  | - | X
ghasemi         | حسین | قاسمی         | Hossein | Ghasemi         | 0917 | ~r  | - | S
bahrami         | شیرین | بهرامی       | Shirin | Bahrami          | 0937 | ~n  | - | M
zand            | کیوان | زند          | Keyvan | Zand             | 0917 | ~n  | - | H
montaseri       | لیلا | منتصری        | Leila | Montaseri         | 0930 | ~a  | - | S
hafezieh        | | رستوران شب‌های حافظیه | | Shabhaye Hafezieh    | 0917 | ~n  | - | H
vista_maali     | | کافه ویستا شعبه معالی‌آباد | | Cafe Vista Maali Abad | 0917 | - | c | MMR
whitfield       | جیمز | ویتفیلد       | James | Whitfield         | +44 7700 900142 | - | l | M
aljabri         | احمد | الجابری       | Ahmed | Al-Jabri          | +968 9200 0417 | - | l | H
li_wei          | لی | وی              | Li | Wei                  | 0901 | -   | l | S
ahmadi_zahra    | زهرا | احمدی         | Zahra | Ahmadi            | 0917 | -   | l | M
ranjbar         | سمانه | رنجبر        | Samaneh | Ranjbar         | 0938 | -   | f | S
tavakoli        | امیرحسین | توکلی     | Amir Hossein | Tavakoli   | 0936 | -   | o | M
shirazi         | پریسا | شیرازی       | Parisa | Shirazi          | 0917 | -   | w | S
fallah          | جواد | فلاح          | Javad | Fallah            | 0917 | -   | l | S
golestani       | مهناز | گلستانی      | Mahnaz | Golestani        | 0903 | -   | u | H
namdar          | | داروخانه دکتر نامدار | | Dr. Namdar Pharmacy    | 0917 | -   | c | M
khosravi        | فرهاد | خسروی        | Farhad | Khosravi         | 0917 | -   | o | S
mousavi         | سید محمد | موسوی     | Seyed Mohammad | Mousavi  | 0935 | -   | l | M
rezaei_ali_2    | علی | رضایی          | Ali | Rezaei              | 0935 | -   | - | S
karimi_2        | محمد | کریمی         | Mohammad | Karimi         | 0902 | -   | - | M
hosseini_1      | فاطمه | حسینی        | Fatemeh | Hosseini        | 0917 | -   | - | M
hosseini_2      | فاطمه | حسینی        | Fatemeh | Hosseini        | 0936 | -   | - | S
yilmaz          | محمت | ییلماز        | Mehmet | Yılmaz           | +90 531 900 04 18 | - | - | S
petrova         | آنا | پتروا          | Anna | Petrova            | 0991 | -   | - | M
ghoncheh        | | مهدکودک غنچه‌ها     | | Ghoncheha Kindergarten  | 0917 | -   | - | M
labkhand        | | کلینیک دندان‌پزشکی لبخند | | Labkhand Dental    | 0917 | -   | - | H
narenj          | | تالار باغ نارنج    | | Bagh-e Narenj Hall      | 0917 | -   | - | X
zagros          | | زاگرس سرد         | | Zagros Cooling Co.      | 0912 | -   | - | M
ebrahimi        | داوود | ابراهیمی     | Davood | Ebrahimi         | 0917 | -   | - | S
rostami         | نگار | رستمی         | Negar | Rostami           | 0937 | -   | - | S
shafiei         | حمید | شفیعی         | Hamid | Shafiei           | 0917 | -   | - | H
kazemi          | الهام | کاظمی        | Elham | Kazemi            | 0936 | -   | - | S
jafari          | ابوالفضل | جعفری     | Abolfazl | Jafari         | 0917 | -   | - | S
akbari          | سمیرا | اکبری        | Samira | Akbari           | 0901 | -   | - | M
norouzi         | بابک | نوروزی        | Babak | Norouzi           | 0917 | -   | - | MR
heidari         | زینب | حیدری         | Zeinab | Heidari          | 0917 | -   | - | S
salimi          | پیمان | سلیمی        | Peyman | Salimi           | 0938 | -   | - | S
ghorbani        | طاهره | قربانی       | Tahereh | Ghorbani        | 0917 | -   | - | S
mohammadi       | یاسر | محمدی         | Yaser | Mohammadi         | 0917 | -   | - | H
sharifi         | آرزو | شریفی         | Arezoo | Sharifi          | 0939 | -   | - | S
bagheri         | ناصر | باقری         | Naser | Bagheri           | 0917 | -   | - | M
azizi           | مینا | عزیزی         | Mina | Azizi              | 0936 | -   | - | S
kamali          | رسول | کمالی         | Rasoul | Kamali           | 0917 | -   | - | S
taheri          | شهلا | طاهری         | Shahla | Taheri           | 0917 | -   | - | M
ansari          | مجتبی | انصاری       | Mojtaba | Ansari          | 0902 | -   | - | S
fathi           | گلناز | فتحی         | Golnaz | Fathi            | 0917 | -   | - | S
barzegar        | خداداد | برزگر       | Khodadad | Barzegar       | 0917 | -   | - | H
mirzaei         | ملیحه | میرزایی      | Maliheh | Mirzaei         | 0930 | -   | - | S
habibi          | سینا | حبیبی         | Sina | Habibi             | 0917 | -   | - | MS
rahmani         | اعظم | رحمانی        | Azam | Rahmani            | 0935 | -   | - | S
karimi_1        | محمد | کریمی         | Mohammad | Karimi         | 0917 | 7n  | l | -
ahmadi_zahra_2  | زهرا | احمدی         | Zahra | Ahmadi            | 0937 | 4n  | - | -
albalushi       | فاطمه | البلوشی      | Fatima | Al Balushi       | +968 9200 0533 | 6l | - | -
dubois          | کلر | دوبوا          | Claire | Dubois           | +33 6 39 98 12 47 | 8n | l | -
schneider       | کارین | اشنایدر      | Karin | Schneider         | +49 171 3920047 | 5l | l | -
aban            | | دفتر مهندسی آبان   | | Aban Engineering        | 0917 | 8n  | c | -
gooya           | | آموزشگاه زبان گویا | | Gooya Language School   | 0917 | 6n  | - | -
shahbazi        | فرشته | شهبازی       | Fereshteh | Shahbazi      | 0917 | 7t  | f | -
dehghan         | قربان | دهقان        | Ghorban | Dehghan         | 0000000 | 3n | - | -
tajik           | مرضیه | تاجیک        | Marzieh | Tajik           | 0936 | 5a  | l | -
jahangiri       | ایرج | جهانگیری      | Iraj | Jahangiri          | 0917 | 9a  | f | -
sohrabi         | نادر | سهرابی        | Nader | Sohrabi           | 0917 | 2n  | - | -
hashemi         | سید رضا | هاشمی      | Seyed Reza | Hashemi      | 0917 | 8t  | o | -
pourmand        | ژاله | پورمند        | Zhaleh | Pourmand         | 0938 | 7.5n | l | -
hosseinzadeh    | کاوه | حسین‌زاده      | Kaveh | Hosseinzadeh      | 0917 | 6r  | o | -
sabet           | هومن | ثابت          | Houman | Sabet            | 0912 | 5n  | w | -
daneshvar       | سیمین | دانشور‌فر     | Simin | Daneshvarfar      | 0917 | 9n  | l | -
kouhi           | عباسقلی | کوهی       | Abbasgholi | Kouhi        | 0917 | 3t  | - | -
etemad          | روشنک | اعتماد       | Roshanak | Etemad         | 0936 | 4n  | l | -
vaezi           | مصطفی | واعظی        | Mostafa | Vaezi           | 0917 | 6a  | - | -
dastgir         | | خانم دستگیر       | | Mrs Dastgir             | none | ~n  | - | -
osta_karim      | | اوستا کریم        | | Osta Karim              | none | ~n  | - | -
behnam_bargh    | بهنام | برقکار       | Behnam | Barghkar         | none | -   | l | -
mr_rahimi       | | آقای رحیمی        | | Mr Rahimi               | none | -   | w | -
okafor          | دنیل | اوکافور       | Daniel | Okafor           | +44 7700 900388 | - | l | -
nikfar          | آتنا | نیک‌فر         | Atena | Nikfar            | 0917 | -   | l | -
sepehri         | منصور | سپهری        | Mansour | Sepehri         | 000000000 | - | f | -
haghighi        | تینا | حقیقی         | Tina | Haghighi           | 0901 | -   | l | -
"""

OTHER_SPELLING = {
    "keshavarz": ("Mahdi", "Keshavrz"),
    "tavakoli": ("Amirhosein", "Tavakkoli"),
    "khosravi": ("Farhaad", "Khosrawi"),
    "hashemi": ("Sayyed Reza", "Hashemy"),
    "hosseinzadeh": ("Kaveh", "Hoseinzade"),
}
TITLE = {
    "jokar": "خانم", "najafi_akbar": "حاج", "shahbazi": "خانم", "hashemi": "مهندس", "kouhi": "آقای",
}  # fmt: skip
LANDLINE = {
    "rezaei_ali": "071-36004127", "parseh": "07132009000", "najafi_akbar": "071 3600 2291",
    "najafi_amir": "07136002291", "yazdani": "071-37005580", "paknejad": "37005580", "keshavarz": "3600-6714",
    "vista_zargari": "071-36008810", "vista_maali": "+98 71 3600 9920", "aban": "071 3600 7345",
    "gooya": "07136003312", "daneshvar": "۰۷۱-۳۶۰۰۱۹۶۳", "arman": "071-32003400 داخلی 12",
    "jahangiri": "0713-6005172", "namdar": "+98 71 3600 4471", "zand": "ندارد", "tajik": "-",
}  # fmt: skip
MAIL = {
    "rezaei_ali": "Ali.Rezaei@example.com", "jokar": "zare.family@example.com", "weber": "t.weber@example.org",
    "zare_bahman": "zare.family@example.com", "parseh": "info@parseh-hotel.example", "aban": "info@aban-eng.example",
    "ranjbar": "info@parseh-hotel.example", "vista_zargari": "info@cafevista.example", "okafor": "d.okafor@example.org",
    "vista_maali": "info@cafevista.example", "whitfield": "james.whitfield@example.com", "sadeghi": "m.sadeghi@example.com",
    "dubois": "claire.dubois@example.org", "schneider": "karin.schneider@example.org", "nikfar": "atena.n@example.com",
    "aljabri": "ahmed.aljabri@example.com", "gooya": "info@gooya-school.example", "pourmand": "zhpourmand@example",
    "daneshvar": "simin.dv@example.com", "karimi_1": "mkarimi@example.com", "tavakoli": "ah.tavakoli@example.com",
    "namdar": "namdar@pharmacy.example",
}  # fmt: skip
BORN = {
    "rezaei_ali": "1358/04/12", "keshavarz": "1351/11/03", "jokar": "1364/07/21", "sadeghi": "1370/02/09",
    "najafi_akbar": "1333/01/25", "najafi_amir": "1367/09/30", "shahbazi": "1362/05/17", "daneshvar": "1347/12/08",
    "jahangiri": "1345/03/19", "hosseinzadeh": "1375/06/02", "karimi_1": "1360/08/14", "etemad": "1379/10/27",
    "montaseri": "1368/05/05", "ahmadi_zahra_2": "1355/02/31", "tavakoli": "1372/11/16", "golestani": "1349/06/23",
    "pourmand": "1354/09/11", "zand": "1366/03/08", "ahmadi_zahra": "1381/04/28",
}  # fmt: skip
STREET = {
    "rezaei_ali": "معالی‌آباد، خیابان پزشکان، کوچه ۷، پلاک ۱۲", "keshavarz": "قصرالدشت، کوچه ۵۴، ساختمان یاس، واحد ۳",
    "jokar": "فرهنگ‌شهر، کوچه ۱۸، پلاک ۹", "zare_bahman": "فرهنگ‌شهر، ک ۱۸، پ ۹", "weber": "بلوار ارم، مجتمع سروناز، واحد ۲۱",
    "parseh": "بلوار زند، روبروی باغ ملی", "najafi_akbar": "دروازه اصفهان، کوچه مسجد، پلاک ۴", "aban": "ملاصدرا، خیابان حکیمی، طبقه ۲",
    "najafi_amir": "دروازه اصفهان، کوچه مسجد، پلاک ۴", "yazdani": "پاساژ کوروش، طبقه همکف، واحد ۱۴", "paknejad": "پاساژ کوروش، واحد ۱۴",
    "vista_zargari": "زرگری، نبش کوچه ۶", "arman": "بلوار چمران، برج بامداد، طبقه ۵", "sadeghi": "عفیف‌آباد، خیابان ستارخان، کوچه ۲",
    "hafezieh": "چهارراه ادبیات، جنب حافظیه", "ghasemi": "شهرک گلستان، بلوار علامه امینی", "gooya": "خیابان باغشاه، کوچه ۱",
    "daneshvar": "خیابان ارم، کوچه ۳", "shahbazi": "تاچارا، خیابان نسترن ۴", "jahangiri": "بلوار مدرس، کوچه ۲۲، پلاک ۸۱",
    "kouhi": "روستای کوهمره، کنار دبستان", "dubois": "هتل پارسه، اتاق ۲۱۴ (موقت)", "bahrami": "قدوسی غربی، کوچه ۱۱",
}  # fmt: skip
ELSEWHERE = {
    "kouhi": "کازرون", "ghasemi": "شيراز", "dehghan": "مرودشت", "sohrabi": "جهرم", "tajik": "صدرا", "sabet": "تهران",
    "albalushi": "مسقط", "vaezi": "فسا", "etemad": "#N/A", "zand": "", "montaseri": "Shiraz", "osta_karim": "؟",
    "dastgir": "", "weber": "Shiraz", "schneider": "Shiraz", "hashemi": "  شیراز ",
}  # fmt: skip
REFERRER = {
    "jokar": "مهدی کشاورز", "zare_bahman": "نسرین جوکار", "weber": "هتل پارسه", "dubois": "هتل پارسه", "yazdani": "اینستاگرام",
    "sadeghi": "خانم جوکار", "arman": "دفتر مهندسی آبان", "najafi_amir": "پدرش", "karimi_1": "علی رضایی", "bahrami": "همسایه",
    "hosseinzadeh": "مهدي كشاورز", "pourmand": "سیمین دانشورفر", "albalushi": "احمد الجابری", "tajik": "-",
}  # fmt: skip
REMARK = {
    "rezaei_ali": "خوش‌حساب، همیشه نقد. سه نفر را معرفی کرده", "keshavarz": "مشتری قدیمی، برای جهیزیه دخترش خرید کرد",
    "parseh": "قرارداد سرویس سالانه کولرها، با خانم رنجبر هماهنگ شود", "jokar": "ماشین ظرفشویی را نصب کردیم، راضی بود",
    "weber": "فارسی کم می‌داند، انگلیسی صحبت شود", "najafi_akbar": "تلفن منزل با پسرش یکی است", "kouhi": "چک برگشتی داشت، فقط نقد",
    "dehghan": "شماره ندارد، خودش سر می‌زند", "sohrabi": "از تعمیر یخچال ناراضی بود!", "arman": "فاکتور رسمی می‌خواهد",
    "hafezieh": "بعد از ساعت ۱۷ زنگ بزنید", "shahbazi": "شماره‌اش را دوباره بپرسم", "sabet": "از تهران سفارش می‌دهد، با باربری",
    "moradi_reza": "اسباب‌کشی کرده", "osta_karim": "لوله‌کش بازار", "yazdani": "شماره مغازه، با آقای پاک‌نژاد شریک است",
    "daneshvar": "استاد دانشگاه، همکارانش را می‌فرستد", "ahmadi_zahra_2": "با زهرا احمدی دانشجو اشتباه نشود",
}  # fmt: skip
PHONE_NOTE = {
    "rezaei_ali": "very good customer", "keshavarz": "fridge + washer", "moradi_reza": "new number since spring, old one below",
    "ranjbar": "مسئول خرید هتل", "whitfield": "teaches at the university, English only", "okafor": "medical student, asked for a used AC",
    "aljabri": "from Sohar, comes every winter", "behnam_bargh": "electrician", "jahangiri": "پکیج بوتان، سرویس هر پاییز",
    "nikfar": "پرسید یخچال ساید کی می‌رسد", "daneshvar": "dr. / univ.", "sepehri": "شماره ندارم", "dubois": "hotel guest, parle français",
    "haghighi": "قیمت ماشین لباسشویی خواست", "vista_maali": "espresso machine service",
}  # fmt: skip
EMPLOYER = {"ranjbar": "هتل پارسه", "hashemi": "شهرداری", "weber": "Siraf Gas", "sabet": "Tehran Parts"}
STOCK = {
    "S": (("تعمیر یخچال", 900, 3200), ("سرویس کولر آبی", 450, 1200), ("تعمیر لباسشویی", 800, 2900), ("پمپ تخلیه", 550, 1400),
          ("شیر برقی و نصب", 400, 980), ("شارژ گاز کولر", 1100, 2600), ("فیلتر تصفیه آب", 350, 900)),
    "M": (("جاروبرقی", 6500, 13500), ("چای‌ساز", 2900, 6200), ("مایکروویو", 7800, 16500), ("آبمیوه‌گیری", 3100, 7400),
          ("اجاق گاز رومیزی", 9500, 19000), ("پنکه ایستاده", 2400, 5200), ("اتو بخار", 2800, 8600)),
    "H": (("یخچال فریزر", 42000, 92000), ("ماشین لباسشویی", 31000, 64000), ("تلویزیون ۵۵ اینچ", 34000, 71000),
          ("کولر گازی", 36000, 68000), ("ماشین ظرفشویی", 39000, 75000)),
    "X": (("۴ دستگاه کولر گازی", 168000, 235000), ("۶ دستگاه آبگرمکن", 96000, 140000)),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """One true person or firm, and how each sheet writes it."""

    key: str
    fa: tuple[str, str]
    en: tuple[str, str]
    mobile: str  # ten digits without the zero, or the number as written where it is foreign, junk or missing
    own_list: str
    phone_book: str
    sales: str


@dataclass(slots=True, kw_only=True)
class Page:
    """One sheet on its way: the cells of each row, and who the rows are (None: a row about nobody, as a heading)."""

    name: str
    widths: tuple[int, ...]
    rows: list[list[Any]] = field(default_factory=list)
    people: list[str | None] = field(default_factory=list)

    def add(self, cells: list[Any], person: str | None = None) -> None:
        """Put one row at the end."""
        self.rows.append(cells)
        self.people.append(person)


def invent_mobile(prefix: str, taken: list[str], rng: random.Random) -> str:
    """Give a new mobile; any two differ in three digits, so that only planted typos look like typos."""
    while True:
        number = prefix.lstrip("0") + "00" + "".join(rng.choice("0123456789") for _ in range(5))
        far = all(sum(a != b for a, b in zip(number, other)) >= 3 for other in taken)
        if far and len(set(number)) >= 5:
            taken.append(number)
            return number


def read_cast(rng: random.Random) -> tuple[list[Customer], str]:
    """Give the customers of CAST with their mobiles, and the later number of the one who changed his."""
    taken: list[str] = []
    customers = []
    for line in CAST.strip().splitlines():
        key, fa1, fa2, en1, en2, phone, own, book, sales = (part.strip() for part in line.split("|"))
        mobile = (
            invent_mobile(phone, taken, rng) if re.fullmatch(r"09\d\d", phone) else phone.replace("none", "")
        )
        customers.append(
            Customer(
                key=key, fa=(fa1, fa2), en=(en1, en2), mobile=mobile, own_list=own.replace("-", ""),
                phone_book=book.replace("-", ""), sales=sales.replace("-", ""),
            )
        )  # fmt: skip
    return customers, invent_mobile("0902", taken, rng)


def persian_digits(text: str) -> str:
    """Write the digits the Persian way."""
    return text.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))


def arabic_letters(text: str) -> str:
    """Write yeh and kaf as old programs and some keyboards do."""
    return text.translate(str.maketrans("یک", "يك"))


def written(number: str, way: int) -> str | int:
    """Write a mobile in one of the ways of this shop; a foreign, junk or missing number stays as it is."""
    if not re.fullmatch(r"9\d{9}", number):
        return number
    a, b, c = number[:3], number[3:6], number[6:]
    ways = ("0" + number, int(number), f"0{a} {b} {c}", persian_digits("0" + number), number,
            f"+98 {a} {b} {c}", "0098" + number, "+98" + number, f"0{a}-{b}-{c}")  # fmt: skip
    return ways[way]


def jalali(day: date, way: int) -> str:
    """Write a day in one of the ways of this shop."""
    j = JalaliDate(day)
    text = f"{j.year}/{j.month:02}/{j.day:02}"
    words = persian_digits(j.strftime("%d %B %Y", locale="fa"))
    return (text, persian_digits(text), text.replace("/", "-"), words)[way]


def person_fa(customer: Customer, how: str) -> str:
    """Write a whole name for the own list."""
    first, last = customer.fa
    plain = f"{first} {last}".strip()
    ways = {
        "n": plain, "a": arabic_letters(plain), "r": f"{last}، {first}",
        "t": f"{TITLE.get(customer.key, '')} {plain}", "l": " ".join(customer.en).strip(),
    }  # fmt: skip
    return ways[how]


OWNER_HEADINGS = ["ردیف", "نام و نام خانوادگی", "موبایل", "تلفن", "شهر", "آدرس", "امتیاز (۱ تا ۱۰)", "معرف",
                  "تولد", "ایمیل", "توضیحات"]  # fmt: skip
# What one careless evening does to a list: cells that cannot be read as they stand.
OWNER_MOBILE = {"shahbazi": "9.17E+09", "vaezi": "0917", "gooya": "", "kouhi": "ندارد"}
OWNER_BORN = {"jahangiri": "1345", "etemad": "؟", "montaseri": "۵ مرداد ۱۳۶۸"}


def owner_page(customers: list[Customer], numbers: dict[str, str], rng: random.Random) -> Page:
    """Give the owner's own list: a title, a heading in row 3, his customers in no order, a count at the bottom."""
    page = Page(name=OWNER, widths=(7, 28, 20, 20, 11, 44, 14, 18, 14, 30, 50))
    page.add(["لوازم خانگی و تعمیرات ماهورا (شیراز) - فهرست مشتریان، آبان ۱۴۰۵"])
    page.add([])
    page.add(list(OWNER_HEADINGS))
    listed = [customer for customer in customers if customer.own_list]
    rng.shuffle(listed)
    for at, customer in enumerate(listed, 1):
        if at == 25:
            page.add([])  # he left a line free where the second page of his paper began
        page.add([at, *owner_cells(customer, numbers, at)], customer.key)
    first = next(customer for customer in listed if customer.key == "rezaei_ali")
    page.add([len(listed) + 1, "رضايي، علي", written(numbers[first.key], 3), None, "شيراز", None, None, None, None,
              "ali.rezaei@example.com", "تكراري؟"], first.key)  # fmt: skip
    page.add(["جمع کل", persian_digits(f"{len(listed) + 1} نفر")])
    return page


def owner_cells(customer: Customer, numbers: dict[str, str], at: int) -> list[Any]:
    """Give the cells of one customer after the running number."""
    key = customer.key
    score: Any = customer.own_list[:-1].replace("~", "")
    if score:
        number = float(score) if "." in score else int(score)
        score = persian_digits(score).replace(".", "٫") if at % 4 == 1 else number
    mobile: Any = OWNER_MOBILE.get(key, written(numbers[key], (0, 1, 2, 3, 1, 4)[at % 6]))
    if key == "keshavarz":
        mobile = f"{written(numbers[key], 0)} / 07136006714"
    born = BORN.get(key, "")
    if born:
        born = OWNER_BORN.get(key, persian_digits(born) if at % 3 == 0 else born)
    mail = MAIL.get(key, "") if at % 2 or key in ("jokar", "zare_bahman", "parseh", "vista_zargari") else ""
    cells = [
        person_fa(customer, customer.own_list[-1]), mobile, LANDLINE.get(key, ""), ELSEWHERE.get(key, "شیراز"),
        STREET.get(key, ""), score, REFERRER.get(key, ""), born, mail, REMARK.get(key, ""),
    ]  # fmt: skip
    return [cell if cell != "" else None for cell in cells]


BOOK_HEADINGS = ["First Name", "Last Name", "Mobile Phone", "Home Phone", "E-mail Address", "Company", "Notes",
                 "Birthday"]  # fmt: skip
BOOK_MOBILE = {"parseh": "071-32009000", "pourmand": "+98 938", "hosseinzadeh": ""}


def book_page(customers: list[Customer], numbers: dict[str, str], new_number: str) -> Page:
    """Give the phone book as the owner's phone exports it, in the order of the alphabet."""
    page = Page(name=PHONE_BOOK, widths=(22, 18, 22, 20, 32, 28, 40, 14))
    page.add(list(BOOK_HEADINGS))
    entries = [
        (book_cells(customer, numbers[customer.key], new_number, at), customer.key)
        for at, customer in enumerate(c for c in customers if c.phone_book)
    ]
    ali = "+98" + numbers["rezaei_ali"]
    entries.append((["علی رضایی", "", ali, "", "", "", "از واتساپ", ""], "rezaei_ali"))
    work = ["Dr Daneshvarfar", "", "", "071 36001963", "simin.dv@example.com", "", "", ""]
    entries.append((work, "daneshvar"))
    for cells, key in sorted(entries, key=lambda entry: ((entry[0][0] or entry[0][5]).casefold(), entry[1])):
        page.add([cell if cell != "" else None for cell in cells], key)
    return page


def book_cells(customer: Customer, number: str, new_number: str, at: int) -> list[Any]:
    """Give the cells of one entry of the phone book."""
    key = customer.key
    mobile: Any = BOOK_MOBILE.get(key, written(number, (5, 6, 0, 7, 8)[at % 5]))
    home = LANDLINE.get(key, "") if customer.phone_book == "c" or key == "daneshvar" else ""
    company = EMPLOYER.get(key, "")
    if key == "sadeghi":  # two digits changed places
        mobile = "0" + number[:7] + number[8] + number[7] + number[9]
    if key == "moradi_reza":
        mobile, home = written(new_number, 5), "0" + number
    if customer.phone_book == "c":
        company = customer.en[1] if key in ("aban", "vista_maali") else customer.fa[1]
    names = book_name(customer)
    return [*names, mobile, home, MAIL.get(key, ""), company, PHONE_NOTE.get(key, ""), birthday(key, at)]


def book_name(customer: Customer) -> tuple[str, str]:
    """Give the two name cells of a phone-book entry."""
    whole = " ".join(customer.fa).strip()
    ways = {
        "l": customer.en, "o": OTHER_SPELLING.get(customer.key, customer.en), "f": customer.fa, "w": (whole, ""),
        "u": (" ".join(customer.en).upper(), ""), "c": ("", ""),
    }  # fmt: skip
    return ways[customer.phone_book]


def birthday(key: str, at: int) -> date | str:
    """Give a Gregorian birthday for some entries, as a date cell or as text; one phone keeps no year."""
    if key not in BORN or at % 4 == 3:
        return ""
    year, month, day = map(int, BORN[key].split("/"))
    born = JalaliDate(year, month, day).to_gregorian()
    return f"--{born:%m-%d}" if key == "jokar" else born if at % 2 else born.isoformat()


TILL_HEADINGS = ["فاکتور", "تاریخ", "مشتری", "موبایل", "شرح", "مبلغ (تومان)", "پرداخت"]
AMOUNT_COLUMN = 6
PAYMENT = ("کارت به کارت", "کارت‌خوان", "نقد", "کارت‌خوان", "کارت‌خوان", "کارت‌خوان")
# What was sold, for how much, and the name and mobile the cashier made do with: sales that belong to nobody.
PASSERS_BY = (
    ("دوشاخه و سه‌راهی", 180_000, None, None),
    ("لوله خرطومی", 320_000, "متفرقه", "0000000"),
    ("سماور برقی", 4_650_000, None, None),
    ("باتری", 95_000, "مشتری گذری", None),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """One line of the till, before it is written in its own way."""

    day: date
    key: str
    turn: int
    what: str
    toman: int


def sales_of(customer: Customer, days: list[date], rng: random.Random) -> list[Sale]:
    """Give the sales of one customer in order of time; R takes back the sale before it."""
    when = sorted(rng.sample(days, len(customer.sales)))
    sales: list[Sale] = []
    for turn, kind in enumerate(customer.sales):
        if kind == "R":
            what, toman = "مرجوعی " + sales[-1].what, -sales[-1].toman
        else:
            what, low, high = rng.choice(STOCK[kind])
            toman = rng.randrange(low, high, 10) * 1000
        sales.append(Sale(day=when[turn], key=customer.key, turn=turn, what=what, toman=toman))
    return sales


def till_page(
    customers: list[Customer], numbers: dict[str, str], new_number: str, rng: random.Random
) -> Page:
    """Give the till's export: one row per sale, a heading again on its second page, a total at the end."""
    days = [FIRST_DAY + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days + 1)]
    # Closed on Fridays and in the first days of the Persian year.
    days = [d for d in days if d.weekday() != 4 and not date(2026, 3, 21) <= d <= date(2026, 3, 25)]
    sales = [sale for customer in customers for sale in sales_of(customer, days, rng)]
    for what, toman, _, _ in PASSERS_BY:
        sales.append(Sale(day=rng.choice(days), key="", turn=0, what=what, toman=toman))
    sales.sort(key=lambda sale: (sale.day, sale.key, sale.turn))
    people = {customer.key: customer for customer in customers}
    page = Page(name=TILL, widths=(10, 18, 30, 20, 26, 18, 14))
    page.add(list(TILL_HEADINGS))
    for at, sale in enumerate(sales):
        if at == 50:
            page.add(list(TILL_HEADINGS))
        name, mobile = till_who(people.get(sale.key), sale, at, numbers)
        if sale.key == "moradi_reza" and sale.turn:
            mobile = "0" + new_number
        pay = PAYMENT[at % 6]
        if sale.toman > 25_000_000 and pay == "کارت به کارت":
            pay = "اقساط"
        day = jalali(sale.day, (0, 0, 1, 0, 2, 1, 0, 3, 0, 1)[at % 10])
        page.add([2101 + at, day, name, mobile, sale.what, amount(sale.toman, at), pay], sale.key)
    page.add(["جمع کل", None, None, None, None, sum(sale.toman for sale in sales), None])
    return page


def till_who(
    customer: Customer | None, sale: Sale, at: int, numbers: dict[str, str]
) -> tuple[str | None, str | int | None]:
    """Give the name and the mobile the cashier typed; sales without a customer carry nothing or a stand-in."""
    if customer is None:
        return next((name, mobile) for what, _, name, mobile in PASSERS_BY if what == sale.what)
    plain = " ".join(customer.fa).strip()
    foreign = customer.mobile.startswith("+") or customer.key in ("weber", "petrova", "li_wei", "zagros")
    if foreign and sale.turn == 0:
        name = " ".join(customer.en).strip()
    elif sale.turn >= 2 and customer.fa[0]:
        name = arabic_letters(customer.fa[1])
    else:
        name = arabic_letters(plain) if at % 5 else plain
    return name, written(numbers[customer.key], (0, 1, 0, 3)[at % 4])


def amount(toman: int, at: int) -> int | str:
    """Write an amount, mostly as a number, sometimes as the text another program left."""
    text = f"{toman:,}"
    if toman > 0 and at % 9 == 4:
        return persian_digits(text).replace(",", "٬")
    return text if at % 13 == 7 or (toman < 0 and at % 2 == 0) else toman


def put(sheet: Worksheet, page: Page) -> None:
    """Write one page into its sheet."""
    for at, cells in enumerate(page.rows, 1):
        for column, value in enumerate(cells, 1):
            cell = sheet.cell(row=at, column=column, value=value)
            if isinstance(value, str):
                cell.data_type, cell.number_format = "s", "@"
            elif page.name == TILL and column == AMOUNT_COLUMN:
                cell.number_format = "#,##0"
            elif isinstance(value, date):
                cell.number_format = "yyyy-mm-dd"
    for at, width in enumerate(page.widths):
        sheet.column_dimensions["ABCDEFGHIJK"[at]].width = width
    heading = 3 if page.name == OWNER else 1
    for cell in sheet[heading]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = f"A{heading + 1}"
    sheet.sheet_view.rightToLeft = page.name != PHONE_BOOK
    if page.name == OWNER:
        sheet.merge_cells("A1:K1")
        sheet["A1"].font, sheet["A1"].alignment = Font(bold=True, size=14), Alignment(horizontal="center")


def same_bytes(book: Workbook) -> bytes:
    """Give the workbook as a file without a trace of when it was saved, nor of the machine's own compressor."""
    raw, out = io.BytesIO(), io.BytesIO()
    book.save(raw)
    stamp = STAMP.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(raw) as saved, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as fixed:
        for name in sorted(saved.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = saved.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:(\w+)[^>]*>)[^<]*(</dcterms)", rb"\g<1>" + stamp + rb"\3", part)
            if name == "docProps/app.xml":  # names the version of the library that wrote it
                part = re.sub(rb"[\d.]+</", b"3.1</", part)
            entry = zipfile.ZipInfo(name, date_time=STAMP.timetuple()[:6])
            entry.create_system = 3
            fixed.writestr(entry, part)
    return out.getvalue()


def make() -> tuple[bytes, str]:
    """Give the workbook and the truth about it."""
    rng = random.Random(SEED)
    customers, new_number = read_cast(rng)
    numbers = {customer.key: customer.mobile for customer in customers}
    pages = [owner_page(customers, numbers, rng), book_page(customers, numbers, new_number),
             till_page(customers, numbers, new_number, rng)]  # fmt: skip
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = "Mahoora"
    truth = io.StringIO()
    lines = csv.writer(truth, lineterminator="\n")
    lines.writerow(["sheet", "row", "person"])
    for page in pages:
        put(book.create_sheet(page.name), page)
        lines.writerows([page.name, at, who] for at, who in enumerate(page.people, 1) if who is not None)
    return same_bytes(book), truth.getvalue()


def main(folder: Path) -> None:
    """Write both files into a folder."""
    workbook, truth = make()
    (folder / "customers.xlsx").write_bytes(workbook)
    (folder / "customers_truth.csv").write_text(truth, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)

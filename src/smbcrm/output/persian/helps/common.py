"""The words around every page, the page of all commands, and what commands of several kinds say alike."""

from __future__ import annotations

USAGE = "شیوهٔ نوشتن:"
ARGUMENTS = "آنچه پس از فرمان می‌آید:"
OPTIONS = "گزینه‌ها:"
COMMANDS = "فرمان‌ها:"
SUBCOMMANDS = "زیرفرمان‌ها:"
EXAMPLE = "نمونه:"
EXAMPLES = "نمونه‌ها:"

# What stands in brackets behind a text: as the library writes it, and in Persian. What is typed stays as it is.
BRACKETS: dict[str, str] = {
    r"required": "الزامی",
    r"default: \(the list's middle\)": "پیش‌فرض: میانهٔ فهرست",
    r"default: \(?([^()]+)\)?": r"پیش‌فرض: \1",
    r"x>=(\d+)": r"از \1 به بالا",
    r"(\d+)<=x<=(\d+)": r"از \1 تا \2",
}

TEXTS: dict[str, str] = {
    # the page of all commands
    "Gather your customers in one list, see who matters most, and plan what they deserve.": "مشتریان خود را در یک فهرست گرد آورید، ببینید چه کسی مهم‌تر است و برای آنچه سزاوارند برنامه بریزید.",
    "Start with your own files: smbcrm run customers.xlsx": "با پرونده‌های خودتان آغاز کنید: `smbcrm run customers.xlsx`. شرح هر فرمان: `smbcrm show --help`",
    "The data folder (else $SMBCRM_DATA, else ./data).": "پوشهٔ داده‌ها (وگرنه $SMBCRM_DATA، وگرنه ./data).",
    "The language of tables and messages (else the setting lang).": "زبان جدول‌ها و پیام‌ها (وگرنه تنظیم lang).",
    "How dates are shown (else the setting calendar).": "تقویم تاریخ‌ها (وگرنه تنظیم calendar).",
    "Work as if it were this day.": "چنان کار کن که گویی امروز این روز است.",
    "Never ask; stop with exit code 5 instead.": "هرگز نپرس؛ به جای آن با کد ۵ تمام کن.",
    "Say less on stderr.": "پیام‌های کمتر.",
    "Say more on stderr.": "پیام‌های بیشتر.",
    "No colours; so says $NO_COLOR, too.": "بدون رنگ؛ متغیر $NO_COLOR هم همین را می‌گوید.",
    "Show the traceback of an error.": "ردّ خطا را نشان بده.",
    "Show the version and stop.": "نسخه را نشان بده و تمام کن.",
    # what many commands know
    "Show this message and exit.": "همین راهنما را نشان بده و تمام کن.",
    "Show what would be done, change nothing.": "نشان بده چه می‌شود، چیزی را تغییر نده.",
    "How to write it.": "به چه قالبی نوشته شود.",
    "Only records for which this SQL expression holds.": "تنها رکوردهایی که این عبارت SQL برایشان برقرار است.",
    "Only these columns, in this order.": "تنها این ستون‌ها، به همین ترتیب.",
    "Sort by columns; -B is highest first.": "ترتیب بر پایهٔ ستون‌ها؛ با -B از بالا به پایین.",
    "At most so many.": "حداکثر این شمار.",
    "Write to a file; its ending names the format.": "در پرونده‌ای بنویس؛ پسوندش قالب را می‌گوید.",
    "Id, phone, e-mail, or part of a name.": "شناسه، تلفن، ایمیل یا بخشی از نام.",
    "Only this customer: id, phone, e-mail, or part of a name.": "تنها این مشتری: شناسه، تلفن، ایمیل یا بخشی از نام.",
    "Only this tier (several: A,B).": "تنها این رده (چند رده: A,B).",
    "Only customers of this city.": "تنها مشتریان این شهر.",
    "Only customers with this tag.": "تنها مشتریان دارای این برچسب.",
    "Only customers with this score or more.": "تنها مشتریان دارای این امتیاز یا بیشتر.",
    "Only this kind (several: A,B).": "تنها این نوع (چند نوع: A,B).",
    "Only from this day on.": "تنها از این روز به بعد.",
    "Only up to this day.": "تنها تا این روز.",
    "Do it without asking.": "بی‌پرسش انجام بده.",
    "How long it took.": "چقدر زمان برد، به دقیقه.",
    "What it cost.": "چقدر هزینه داشت.",
    "The day it happened; today when left out.": "روزی که رخ داد؛ اگر ننویسید امروز.",
    "What was said.": "چه گفته شد.",
    "The file to write; - is stdout.": "پرونده‌ای که نوشته می‌شود؛ با - در پایانه نشان داده می‌شود.",
    "Hours a week you have for it.": "ساعت‌هایی که در هفته برای آن دارید.",
    "Money for the whole plan.": "پول برای کل برنامه.",
    "For how many weeks.": "برای چند هفته.",
    "Whom to plan for (several: A,B).": "برای چه رده‌ای برنامه ریخته شود (چند رده: A,B).",
}

"""Lists in JSON and dBase tables, in Persian."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "a JSON file without records": "یک پروندهٔ JSON بدون ردیف",
    "a dBase table": "یک جدول dBase",
    "a list in JSON": "یک فهرست JSON",
    "its texts stand in another file and are not read": "متن‌هایش در پروندهٔ دیگری است و خوانده نمی‌شود",
    "the file is cut off: {n} {n:row is|rows are} missing": "پرونده ناتمام است: {n} ردیف کم دارد",
    "the list breaks off on line {line}; what stands before it was read": "فهرست در سطر {line} ناتمام می‌ماند؛ آنچه پیش از آن است خوانده شد",
    "the record on this line is damaged and was left out": "ردیف این سطر آسیب دیده است و کنار گذاشته شد",
    "{count} {count:row is|rows are} marked as deleted and {count:was|were} left out": "{count} ردیف نشانهٔ حذف {count:دارد و کنار گذاشته شد|دارند و کنار گذاشته شدند}",
    "{count} {count:value stands|values stand} in no record and {count:was|were} left out": "{count} مقدار در هیچ ردیفی {count:نیست و کنار گذاشته شد|نیستند و کنار گذاشته شدند}",
    "a heading within the table": "عنوانی میان جدول",
    "the row only carries a balance on": "این سطر فقط مانده را منتقل می‌کند",
    "money that the shop itself paid: no sale": "پولی که خود فروشگاه داده است: فروش نیست",
    "{n} {n:row tells|rows tell} of money that the shop itself paid, and {n:is|are} left out: whom it paid is no customer": "{n} سطر از پولی می‌گوید که خود فروشگاه داده است و کنار گذاشته شد: کسی که فروشگاه به او پول داده مشتری نیست",
    "what the buyer paid: a fee beside it was kept back, and another column tells what was left": "آنچه خریدار پرداخته است: کارمزدی که کنارش آمده از آن کم شده و ستون دیگری باقی‌مانده را می‌گوید",
    "what was left for the shop of what the buyer paid": "آنچه از پرداخت خریدار برای فروشگاه مانده است",
    "tells of the columns, not of anybody: their highest points, units or types": "دربارهٔ ستون‌هاست، نه کسی: بیشترین نمره، واحد یا نوع آن‌ها",
    "a payment, a bill or another entry beside sales: no sale": "پرداخت، صورت‌حساب یا سند دیگری در کنار فروش‌هاست: فروش نیست",
    "{n} {n:row is a payment, a bill|rows are payments, bills} or the like beside the sales (column {column}): left out": "{n} سطر پرداخت، صورت‌حساب یا مانند آن در کنار فروش‌هاست (ستون {column}): کنار گذاشته شد",
    "an account of the books, not the customer whom another column names": "سرفصلی از دفترها است، نه مشتری که ستون دیگری نامش را می‌گوید",
    "the order was cancelled or paid back": "سفارش لغو یا پولش برگردانده شده است",
    "perhaps the sale of {amount} on {day} that {file} tells, too": "شاید همان فروش {amount} در {day} باشد که {file} هم می‌گوید",
    "{count} {count:row names|rows name} a customer by a name that several have; {count:it is|they are} kept together as {customers} until you say whose {count:it is|they are}: `smbcrm merge same {id} WHO`": "{count} ردیف نامی {count:دارد|دارند} که چند مشتری دارند؛ تا نگویید از آنِ کیست با هم در {customers} {count:می‌ماند|می‌مانند}: `smbcrm merge same {id} WHO`",
}

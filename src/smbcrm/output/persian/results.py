"""What is said when a command has finished: what came of it and what to do next."""

from __future__ import annotations

NEXT: dict[str, str] = {
    "Next: `smbcrm due` shows what to do today.": "گام بعد: `smbcrm due` کارهای امروز را نشان می‌دهد.",
    "Next: `smbcrm due` shows what to do today; `smbcrm merge review` asks what only you can decide.": "گام بعد: `smbcrm due` کارهای امروز را نشان می‌دهد؛ `smbcrm merge review` آنچه را می‌پرسد که تصمیمش تنها با شماست.",
    "Next: `smbcrm merge review` asks {count} {count:question|questions} about who is who.": "گام بعد: `smbcrm merge review` {count} پرسش دربارهٔ اینکه چه کسی کیست می‌پرسد.",
    "Next: `smbcrm run FILE` brings your customers in.": "گام بعد: `smbcrm run FILE` مشتریان شما را وارد می‌کند.",
    "Next: `smbcrm score`, then `smbcrm tier`.": "گام بعد: `smbcrm score`، سپس `smbcrm tier`.",
    "Next: `smbcrm score`, then `smbcrm tier`. Data folder: {folder}.": "گام بعد: `smbcrm score`، سپس `smbcrm tier`. پوشهٔ داده‌ها: {folder}.",
    "Next: `smbcrm undo --list` shows what was done. Data folder: {folder}.": "گام بعد: `smbcrm undo --list` کارهای انجام‌شده را نشان می‌دهد. پوشهٔ داده‌ها: {folder}.",
    "Nothing is due. `smbcrm status` tells what comes next.": "موعد هیچ کاری نرسیده است. `smbcrm status` می‌گوید گام بعد چیست.",
    "Next: nothing is due; `smbcrm plan show` shows what comes.": "گام بعد: موعد هیچ کاری نرسیده است؛ `smbcrm plan show` آنچه را در پیش است نشان می‌دهد.",
    "All of it is kept in {folder}; `smbcrm undo` takes it back.": "همهٔ این‌ها در {folder} نگه داشته شد؛ `smbcrm undo` آن را برمی‌گرداند.",
    "Data folder: {folder}": "پوشهٔ داده‌ها: {folder}",
    "Why, part by part: `smbcrm score explain {id}`. All of tier A: `smbcrm list --tier A`": "چرا، بخش به بخش: `smbcrm score explain {id}`. همهٔ ردهٔ A: `smbcrm list --tier A`",
}

CHECKS: dict[str, str] = {
    "What is wrong": "ایراد",
    "findings": "یافته‌ها",
    "no_name": "بی‌نام",
    "unreachable": "بدون راه تماس",
    "duplicate": "شاید تکراری",
    "sale_date": "تاریخ خرید",
    "sale_amount": "مبلغ خرید",
    "currency": "واحد پول",
    "mixed_currency": "چند واحد پول",
    "orphan": "ردیف بی‌مشتری",
    "sale_twice": "فروش تکراری",
    "how satisfied this customer is was not understood": "معلوم نشد این مشتری چقدر راضی است",
    "removed": "مشتری برداشته‌شده",
    "column": "ستون خالی",
    "a number that only fills the cell": "شماره‌ای که تنها خانه را پر می‌کند",
    "not a phone number": "شمارهٔ تلفن نیست",
    "an address that only fills the cell": "نشانی‌ای که تنها خانه را پر می‌کند",
    "not an e-mail address": "نشانی ایمیل نیست",
    "the check digit of this national id does not fit": "رقم کنترل این کد ملی درست نیست",
    "born on {day}: that day is yet to come": "تولد {day}: این روز هنوز نرسیده است",
    "born on {day}: more than {years} years ago": "تولد {day}: بیش از {years} سال پیش",
    "{day} is yet to come": "{day} هنوز نرسیده است",
    "{day} is more than {years} {years:year|years} ago": "{day} بیش از {years} سال پیش است",
    "not a score from 1 to 10 in halves": "امتیازی از ۱ تا ۱۰ با گام نیم نیست",
    "without a name": "بی‌نام",
    "a name without a letter, or damaged": "نامی بدون حرف، یا آسیب‌دیده",
    "no phone, e-mail or address": "بدون تلفن، ایمیل و نشانی",
    "not understood as a date": "تاریخ از آن فهمیده نشد",
    "the amount of this payment was not understood": "مبلغ این پرداخت فهمیده نشد",
    "a purchase without a date": "خریدی بی‌تاریخ",
    "a purchase without an amount": "خریدی بی‌مبلغ",
    "a purchase in {unit}, most are in {main}": "خریدی به {unit}، بیشتر خریدها به {main} است",
    "money in {units}: only {main} is counted": "پول به {units}: تنها {main} شمرده می‌شود",
    "a row that belongs to no customer": "ردیفی که از آنِ هیچ مشتری نیست",
    "taken off the list, but {sales} {sales:purchase is|purchases are} kept": "از فهرست برداشته شده، ولی {sales} خرید او مانده است",
    "may be the same customer as {id} {name} ({percent} sure)": "شاید همان مشتری {id} {name} باشد (اطمینان {percent})",
    "filled in {count} of {rows} rows: fill it, or take the column out of the file": "در {count} ردیف از {rows} ردیف پر است: پرش کنید، یا این ستون را از پرونده بردارید",
    "there is no finding {name}": "یافته‌ای به نام {name} وجود ندارد",
    "choose among: {findings}": "از میان این‌ها برگزینید: {findings}",
    "--fail-on names a finding that --only leaves out": "`--fail-on` یافته‌ای را نام می‌برد که `--only` کنار می‌گذارد",
    "name it with --only, too, or leave --only out": "آن را با `--only` هم نام ببرید، یا `--only` را ننویسید",
    "--fail-on: {count} {count:finding|findings}": "`--fail-on`: {count} یافته",
    "the last column says what to type for each": "ستون آخر می‌گوید برای هر کدام چه بنویسید",
    "Nothing to mend was found.": "چیزی برای درست کردن پیدا نشد.",
    "Found: {parts}": "یافته‌ها: {parts}",
    "Next: `{command}`": "گام بعد: `{command}`",
}

STATUS: dict[str, str] = {
    "{customers} {customers:customer|customers} from {rows} {rows:row|rows} of {sources} {sources:sheet|sheets}": "{customers} مشتری از {rows} ردیف در {sources} برگه",
    "{count} open {count:question|questions} about who is who": "{count} پرسش باز دربارهٔ اینکه چه کسی کیست",
    "No scores yet": "هنوز امتیازی نیست",
    "{scored} {scored:has|have} a score, {unknown} {unknown:has|have} too little to go by": "{scored} مشتری امتیاز {scored:دارد|دارند}، دربارهٔ {unknown} مشتری دانسته‌ها کم است",
    "Tiers: {tiers}": "رده‌ها: {tiers}",
    "No tiers yet": "هنوز رده‌ای نیست",
    "{items} {items:contact is|contacts are} planned, {due} due by today, {overdue} of them overdue": "{items} تماس در برنامه است؛ موعد {due} تای آن‌ها تا امروز رسیده و {overdue} تا عقب افتاده",
    "The scores are older than the list": "امتیازها از فهرست کهنه‌ترند",
    "Nothing was new: the list, the scores, the tiers and the plan are as they were.": "چیز تازه‌ای نبود: فهرست، امتیازها، رده‌ها و برنامه همان‌اند که بودند.",
    "Took back operation {operation}: `smbcrm {words}`": "عملیات {operation} برگردانده شد: `smbcrm {words}`",
    "What was read": "آنچه خوانده شد",
    "Your best customers": "بهترین مشتریان شما",
}

IMPORTS: dict[str, str] = {
    "{spot}: {what} ({rows})": "{spot}: {what} ({rows})",
    "{place}: left out, {reason} ({rows} {rows:row|rows})": "{place}: کنار گذاشته شد، {reason} ({rows} ردیف)",
    "{place}: {rows} rejected, {why}": "{place}: {rows} رد شد، {why}",
    "{place}: {rows} skipped, {why}": "{place}: {rows} کنار گذاشته شد، {why}",
    "row {row}": "ردیف {row}",
    "rows {row}": "ردیف‌های {row}",
    "rows {row} ...": "ردیف‌های {row} ...",
    "{place}: {count} more such {count:remark|remarks}; -v shows them all": "{place}: {count} نکتهٔ دیگر از همین دست؛ `-v` همه را نشان می‌دهد",
    "{file} would be read like this": "{file} این‌گونه خوانده می‌شود",
    "{file}: {sheet} would be read like this": "{file}: {sheet} این‌گونه خوانده می‌شود",
    "no file was named": "پرونده‌ای نام برده نشد",
    "name a spreadsheet or csv file": "صفحه‌گسترده یا پروندهٔ csv را نام ببرید",
    "for example: `smbcrm run customers.xlsx`": "مثلاً: `smbcrm run customers.xlsx`",
    "there is no file to read in {folder}": "در {folder} پرونده‌ای برای خواندن نیست",
    "{option} {value} is not known": "{option} {value} شناخته نیست",
    "{file} is protected by a password and the library that opens it is not installed": "{file} رمز دارد و کتابخانه‌ای که بازش می‌کند نصب نیست",
    "install msoffcrypto-tool, or save a copy without a password": "`msoffcrypto-tool` را نصب کنید، یا نسخه‌ای بی‌رمز ذخیره کنید",
}

MERGES: dict[str, str] = {
    "Without `--dry-run`: {title}": "بدون `--dry-run`: {title}",
    "Without `--dry-run` this would be said:": "بدون `--dry-run` این گفته می‌شد:",
    "Next: the same command without `--dry-run`.": "گام بعد: همان فرمان بدون `--dry-run`.",
    "No open question fits your choice. All of them: `smbcrm merge list`": "هیچ پرسش بازی با خواستهٔ شما نمی‌خواند. همهٔ آن‌ها: `smbcrm merge list`",
    "No pair fits your choice. All of them: `smbcrm merge list --all`": "هیچ جفتی با خواستهٔ شما نمی‌خواند. همهٔ آن‌ها: `smbcrm merge list --all`",
    "No open questions about who is who.": "پرسش بازی دربارهٔ اینکه چه کسی کیست نیست.",
    "Nothing changed: everybody is where he was.": "چیزی تغییر نکرد: هر کس همان جاست که بود.",
    "An entry of {id} {name} belongs to {other} {other_name} now: `smbcrm merge explain {id} {other}` says why;"
    " if they are one: `smbcrm merge same {id} {other}`.": (
        "یک ردیف از {id} {name} اکنون از آنِ {other} {other_name} است: `smbcrm merge explain {id} {other}` می‌گوید چرا؛"
        " اگر هر دو یک نفرند: `smbcrm merge same {id} {other}`."
    ),
    "{id} {name} and {other} {other_name} were one customer and are two now: `smbcrm merge explain {id} {other}` says why;"
    " if they are one: `smbcrm merge same {id} {other}`.": (
        "{id} {name} و {other} {other_name} یک مشتری بودند و اکنون دو مشتری‌اند: `smbcrm merge explain {id} {other}` می‌گوید چرا؛"
        " اگر هر دو یک نفرند: `smbcrm merge same {id} {other}`."
    ),
    "{count} {count:sale|sales} of {id} {name} {count:names its|name their} buyer by {told} alone, and that may be {others}, too:"
    " {count:it is|they are} {apart} till you say whose. `smbcrm merge same {apart} {id}` gives {count:it|them} back;"
    " `smbcrm merge review` asks.": (
        "{count} فروش از {id} {name} خریدارش را تنها با {told} می‌نامد و این {others} هم می‌تواند باشد: تا نگویید از کیست، از آنِ {apart} است."
        " `smbcrm merge same {apart} {id}` آن را برمی‌گرداند؛ `smbcrm merge review` می‌پرسد."
    ),
    "{count} {count:entry|entries} of {id} {name} {count:names|name} whom {count:it is|they are} about by {told} alone, and that may be {others}, too:"
    " {count:it is|they are} {apart} till you say whose. `smbcrm merge same {apart} {id}` gives {count:it|them} back;"
    " `smbcrm merge review` asks.": (
        "{count} ثبت از {id} {name} تنها با {told} می‌گوید دربارهٔ کیست و این {others} هم می‌تواند باشد: تا نگویید از کیست، از آنِ {apart} است."
        " `smbcrm merge same {apart} {id}` آن را برمی‌گرداند؛ `smbcrm merge review` می‌پرسد."
    ),
    "{count} more {count:part|parts} of them are like this.": "{count} پارهٔ دیگر از همین مشتریان هم همین‌طور است.",
    "So {rows:is|are} {rows} more of {count} {count:customer|customers}: `smbcrm merge review` asks.": (
        "{rows} تای دیگر از {count} مشتری هم همین‌طور است: `smbcrm merge review` می‌پرسد."
    ),
    "{count} more {count:was|were} taken apart like this.": "{count} مشتری دیگر هم همین‌طور از هم جدا {count:شد|شدند}.",
    "{count} {count:customer was|customers were} joined to an older one.": "{count} مشتری به مشتری قدیمی‌تری {count:پیوست|پیوستند}.",
    "{count} pairs may be one customer, for you to decide: `smbcrm merge review`": "{count} جفت شاید هر کدام در واقع یک مشتری باشند؛ تصمیم با شماست: `smbcrm merge review`",
    "They are one customer now: {id} {name}; `smbcrm undo` takes it back.": "اکنون یک مشتری‌اند: {id} {name}؛ `smbcrm undo` آن را برمی‌گرداند.",
    "{a} {name} and {b} {other} are two customers, and will not be joined or asked about again.": "{a} {name} و {b} {other} دو مشتری‌اند و دیگر نه به هم می‌پیوندند و نه پرسیده می‌شوند.",
    "{a} and {b} are one customer already": "{a} و {b} از پیش یک مشتری‌اند",
    "{a} {name_a} and {b} {name_b}": "{a} {name_a} و {b} {name_b}",
    "Verdict: the same customer": "نتیجه: همان مشتری",
    "Verdict: two different customers": "نتیجه: دو مشتری متفاوت",
    "{verdict}, as you said": "{verdict}، به گفتهٔ شما",
    "there is no pair {pair}": "جفت {pair} وجود ندارد",
    "`smbcrm merge list` shows the open ones": "`smbcrm merge list` جفت‌های باز را نشان می‌دهد",
    "name two customers, two rows, or one pair number": "دو مشتری، دو ردیف، یا شمارهٔ یک جفت را نام ببرید",
    "for example: `smbcrm merge same C3 C17`": "مثلاً: `smbcrm merge same C3 C17`",
    "name two of its rows, like s1r3 s2r7: `smbcrm sources rows` shows them": "دو ردیف آن را نام ببرید، مانند `s1r3 s2r7`: `smbcrm sources rows` آن‌ها را نشان می‌دهد",
    "there is no row {ref}": "ردیف {ref} وجود ندارد",
    "`smbcrm sources rows` shows them all": "`smbcrm sources rows` همه را نشان می‌دهد",
    "{ref} is no row of {id}": "{ref} ردیفی از {id} نیست",
    "`smbcrm show {id} --all` shows its rows": "`smbcrm show {id} --all` ردیف‌هایش را نشان می‌دهد",
    "no row would stay with {id}": "هیچ ردیفی برای {id} نمی‌ماند",
    "name only the rows that should leave": "تنها ردیف‌هایی را نام ببرید که باید جدا شوند",
    "the owner said so": "به گفتهٔ صاحب فهرست",
    "the owner took it out": "صاحب فهرست آن را جدا کرد",
    "nothing speaks for more": "چیزی به سود بیش از این نیست",
}

PLANS: dict[str, str] = {
    "not planned: {cut} of {asked} x {kind}, {minutes} {minutes:minute|minutes}": "در برنامه نیامد: {cut} از {asked} × {kind}، {minutes} دقیقه",
    "not planned: {cut} of {asked} x {kind}, {minutes} {minutes:minute|minutes} and {cost} in money": "در برنامه نیامد: {cut} از {asked} × {kind}، {minutes} دقیقه و هزینهٔ {cost}",
    "no plan within this budget is worth more": "با این بودجه برنامه‌ای ارزنده‌تر از این نیست",
    "no plan within this budget that reaches as many who come first is worth more": "با این بودجه برنامه‌ای ارزنده‌تر که به همین تعداد از اولویت‌داران برسد نیست",
    "no plan within this budget that reaches as many who come first is worth {percent}% more": "با این بودجه هیچ برنامه‌ای که به همین تعداد از اولویت‌داران برسد {percent}٪ ارزنده‌تر نیست",
    "no plan within this budget that reaches as many who come first has more of {kinds}": "با این بودجه برنامه‌ای که به همین تعداد از اولویت‌داران برسد و {kinds} بیشتری داشته باشد نیست",
    "no plan within this budget that reaches as many who come first has {percent}% more of {kinds}": "با این بودجه هیچ برنامه‌ای که به همین تعداد از اولویت‌داران برسد {kinds} را {percent}٪ بیشتر ندارد",
    "no plan within this budget has more of {kinds}": "با این بودجه برنامه‌ای با {kinds} بیشتر نیست",
    "no plan within this budget has {percent}% more of {kinds}": "با این بودجه هیچ برنامه‌ای {kinds} را {percent}٪ بیشتر ندارد",
    "{first}; {then}": "{first}؛ {then}",
    "with that in it, none is worth more": "با همان، هیچ‌یک ارزنده‌تر نیست",
    "with that in it, none is worth {percent}% more": "با همان، هیچ‌یک {percent}٪ ارزنده‌تر نیست",
    "no plan within this budget is worth {percent}% more": "با این بودجه هیچ برنامه‌ای {percent}٪ ارزنده‌تر نیست",
    "with one more hour a week: +{contacts} {contacts:contact|contacts}, +{customers} {customers:customer|customers} reached": "با یک ساعت بیشتر در هفته: {contacts} تماس بیشتر و رسیدن به {customers} مشتری بیشتر",
    "with {money} more money: +{contacts} {contacts:contact|contacts}, +{customers} {customers:customer|customers} reached": "با {money} پول بیشتر: {contacts} تماس بیشتر و رسیدن به {customers} مشتری بیشتر",
    "with one more hour a week: {changes}; {customers} {customers:customer|customers} reached": "با یک ساعت بیشتر در هفته: {changes}؛ رسیدن به {customers} مشتری",
    "with {money} more money: {changes}; {customers} {customers:customer|customers} reached": "با {money} پول بیشتر: {changes}؛ رسیدن به {customers} مشتری",
    "{count} x {kind}": "{count} × {kind}",
    "with {money} more money alone: nothing, for their customers are met often enough; contacts left out that cost money: {contacts}": "تنها با {money} پول بیشتر: هیچ، چون با مشتریانشان به اندازه تماس گرفته می‌شود؛ تماس‌های هزینه‌دار بیرون‌مانده: {contacts}",
    "with {money} more money alone: nothing, for there is no time; contacts left out that cost money: {contacts}": "تنها با {money} پول بیشتر: هیچ، چون وقتش نیست؛ تماس‌های هزینه‌دار بیرون‌مانده: {contacts}",
    "Plan from {start} to {end}": "برنامه از {start} تا {end}",
    "{items} {items:contact|contacts}, {used} of {minutes} {minutes:minute|minutes}, {cost} of {money} money, in {weeks} {weeks:week|weeks}": "{items} تماس، {used} از {minutes} دقیقه، هزینهٔ {cost} از {money}، در {weeks} هفته",
    "one more hour a week would add nothing": "یک ساعت بیشتر در هفته چیزی نمی‌افزاید",
    "more money would add nothing: nothing that costs money was left out": "پول بیشتر چیزی نمی‌افزاید: کاری که هزینه داشته باشد از برنامه بیرون نمانده",
    "there is no plan yet": "هنوز برنامه‌ای نیست",
    "`smbcrm plan build --hours 5 --weeks 4` makes one": "`smbcrm plan build --hours 5 --weeks 4` برنامه‌ای می‌سازد",
    "for example: `smbcrm plan build --hours 5 --money 0 --weeks 4`": "مثلاً: `smbcrm plan build --hours 5 --money 0 --weeks 4`",
    "nobody is in tier {tier} yet": "هنوز کسی در ردهٔ {tier} نیست",
    "`smbcrm score`, then `smbcrm tier`": "`smbcrm score`، سپس `smbcrm tier`",
}

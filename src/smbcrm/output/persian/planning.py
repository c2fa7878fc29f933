"""Recipes, the budget, and what becomes of a plan."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "How often": "هر چند وقت",
    "Learnt": "زمان واقعی",
    "Timed": "تعداد سنجیده",
    "Counts from": "شمارش از",
    "Condition": "شرط",
    "Per": "در هر",
    "Planned": "در برنامه",
    "Spent": "خرج‌شده",
    "Left": "مانده",
    "next action": "کار بعدی",
    "next-action": "کار بعدی",
    "never": "هرگز",
    "any": "هر تماس",
    "hours": "ساعت",
    "money": "پول",
    "week": "هفته",
    "month": "ماه",
    "year": "سال",
    "plan": "برنامه",
    "promise": "قول",
    "task": "کار",
    "all": "همه",
    "total": "جمع",
    "dropped": "رهاشده",
    "tasks": "کارها",
    "Tasks": "کارها",
    "plan_report": "گزارش برنامه",
    "Last words": "آخرین حرف‌ها",
    "On": "روز",
    "Ideal": "مطلوب",
    "Beside the plan": "بیرون از برنامه",
    "Let go": "رهاشده",
    "Overdue": "عقب‌افتاده",
    "Ideal hours": "ساعت مطلوب",
    "Planned hours": "ساعت برنامه",
    "Done hours": "ساعت انجام‌شده",
    "Ideal cost": "هزینهٔ مطلوب",
    "Planned cost": "هزینهٔ برنامه",
    "Done cost": "هزینهٔ انجام‌شده",
    "Customers to contact": "تماس با مشتریان",
}

RECIPES: dict[str, str] = {
    "wish a happy birthday, in your own words": "تولدش را تبریک بگویید، با زبان خودتان",
    "congratulate on the anniversary": "سالگردش را تبریک بگویید",
    "get back to them, as it was agreed": "طبق قرار، پیگیری کنید",
    "{recipe}: {kind} on the occasion {part}, {minutes} {minutes:minute|minutes}": "{recipe}: {kind} به مناسبت {part}، {minutes} دقیقه",
    "{recipe}: {kind} every {every} {every:day|days}, {minutes} {minutes:minute|minutes}": "{recipe}: {kind} هر {every} روز، {minutes} دقیقه",
    "{what} was added. Next: `smbcrm plan build`.": "{what} افزوده شد. گام بعد: `smbcrm plan build`.",
    "{what}. Next: `smbcrm plan build`.": "{what}. گام بعد: `smbcrm plan build`.",
    "{recipe} was like that already; nothing was changed.": "{recipe} از پیش همین‌طور بود؛ چیزی تغییر نکرد.",
    "There are no such exceptions. `smbcrm recipe except WHO kind=call every=60d` makes one.": "چنین استثنایی نیست. `smbcrm recipe except WHO kind=call every=60d` یکی می‌سازد.",
    "There are no such recipes. `smbcrm recipe add kind=call tier=A every=21d` adds one.": "چنین دستور پیگیری‌ای نیست. `smbcrm recipe add kind=call tier=A every=21d` یکی می‌افزاید.",
    "{recipe} was taken out; `smbcrm undo` brings it back.": "{recipe} برداشته شد؛ `smbcrm undo` آن را برمی‌گرداند.",
    "{count} {count:recipe was|recipes were} written to {file}.": "{count} دستور پیگیری در {file} نوشته شد.",
    "{recipes} {recipes:recipe was|recipes were} read: {new} new, {changed} changed, {removed} taken out. Next: `smbcrm plan build`.": (
        "{recipes} دستور پیگیری خوانده شد: {new} تازه، {changed} تغییرکرده، {removed} برداشته‌شده. گام بعد: `smbcrm plan build`."
    ),
    "Change one: `smbcrm recipe set {recipe} every=14d`; for one customer: `smbcrm recipe except WHO kind=call every=60d`": (
        "تغییر یکی: `smbcrm recipe set {recipe} every=14d`؛ تنها برای یک مشتری: `smbcrm recipe except WHO kind=call every=60d`"
    ),
    "{id} {name}: the recipes hold again. Next: `smbcrm plan build`.": "{id} {name}: دوباره طبق دستورهای پیگیری معمول. گام بعد: `smbcrm plan build`.",
    "{id} {name} is planned for no more. Next: `smbcrm plan build`.": "{id} {name} دیگر در برنامه نمی‌آید. گام بعد: `smbcrm plan build`.",
    "{id} {name}: never a {kind}. Next: `smbcrm plan build`.": "{id} {name}: هرگز {kind}. گام بعد: `smbcrm plan build`.",
    "{id} {name}: {kind} every {every} {every:day|days}. Next: `smbcrm plan build`.": "{id} {name}: {kind} هر {every} روز. گام بعد: `smbcrm plan build`.",
    "{term} is no condition of a recipe": "{term} شرط دستور پیگیری نیست",
    "conditions are like: referred, tag=vip, city=Shiraz, has birth_date, score>=8, not tag=vip": (
        "شرط‌ها این‌گونه‌اند: `referred`، `tag=vip`، `city=شیراز`، `has birth_date`، `score>=8`، `not tag=vip`"
    ),
    "the recipe {name} needs at least 1 day and 1 minute": "دستور {name} دست‌کم ۱ روز و ۱ دقیقه می‌خواهد",
    "for example: every=21d minutes=15": "مثلاً: `every=21d minutes=15`",
    "the recipe {name} needs a cost from 0 and an effect above 0": "هزینهٔ دستور {name} باید ۰ یا بیشتر و اثر آن بیش از ۰ باشد",
    "for example: cost=200000 effect=1.5": "مثلاً: `cost=200000 effect=1.5`",
    "write it like: kind=call tier=A every=21d minutes=15 text='ask how things are'": "این‌گونه بنویسید: `kind=call tier=A every=21d minutes=15 text='احوالپرسی'`",
    "a recipe has no {field}": "دستور پیگیری چیزی به نام {field} ندارد",
    "a recipe has: {fields}": "دستور پیگیری این‌ها را دارد: {fields}",
    "a recipe needs a kind and how often": "دستور پیگیری باید بگوید چه کاری و هر چند وقت",
    "a recipe needs a name": "هر دستور پیگیری نامی می‌خواهد",
    "{field}={value} is not a number that fits": "`{field}={value}` عدد مناسبی نیست",
    "counts={value} means nothing": "`counts={value}` معنایی ندارد",
    "counts=any: any contact puts it off; counts=same: only one of its kind": (
        "`counts=any`: هر تماسی آن را عقب می‌اندازد؛ `counts=same`: تنها تماسی از همان نوع"
    ),
    "write it as `smbcrm recipe export FILE.toml` does": "آن را مانند خروجی `smbcrm recipe export FILE.toml` بنویسید",
    "{file} holds no recipes": "در {file} دستور پیگیری نیست",
    "{file}, recipe {number} ({name}): {what}": "{file}، دستور {number} ({name}): {what}",
    "`smbcrm recipe set A-call every=14d minutes=10`": "`smbcrm recipe set A-call every=14d minutes=10`",
    "two recipes are called {name}": "نام دو دستور پیگیری {name} است",
    "give each a name of its own": "به هر کدام نام جداگانه‌ای بدهید",
    "there is no recipe {name}": "دستور پیگیری‌ای به نام {name} نیست",
    "`smbcrm recipe list` names them": "`smbcrm recipe list` نامشان را نشان می‌دهد",
    "there is a recipe {name} already": "دستور پیگیری‌ای به نام {name} از پیش هست",
    "change it with `smbcrm recipe set {name} ...`": "آن را با `smbcrm recipe set {name} ...` تغییر دهید",
    "say which kind, and how often": "بگویید چه کاری و هر چند وقت",
    "`smbcrm recipe except C17 kind=call every=60d`; or: kind=call never; kind=call usual": (
        "`smbcrm recipe except C17 kind=call every=60d`؛ یا: `kind=call never`؛ `kind=call usual`"
    ),
    "say of which kind: one interval for everything means nothing": "بگویید کدام نوع تماس: یک فاصلهٔ واحد برای همه چیز معنایی ندارد",
    "`smbcrm recipe except C17 kind=call every=60d`": "`smbcrm recipe except C17 kind=call every=60d`",
}

BUDGET: dict[str, str] = {
    "Budget": "بودجه",
    "budget": "بودجه",
    "recipes": "دستورها",
    "exceptions": "استثناها",
    "{option} {value} is not a number": "{option} {value} عدد نیست",
    "write it like: `smbcrm budget set --hours 6 --per week --money 5000000 --per month`": (
        "این‌گونه بنویسید: `smbcrm budget set --hours 6 --per week --money 5000000 --per month`"
    ),
    "{option} is not set per {period}": "{option} را نمی‌توان برای «{period}» تعیین کرد",
    "Next: `smbcrm plan build` fits the plan to it.": "گام بعد: `smbcrm plan build` برنامه را با آن جور می‌کند.",
    "For {weeks} {weeks:week|weeks} at a time; first come: {names}": "هر بار برای {weeks} هفته؛ در اولویت: {names}",
    "At most {count} {count:contact|contacts} with one customer in {days} {days:day|days}": "با هر مشتری حداکثر {count} تماس در {days} روز",
    "{hours} {hours:hour|hours} a week, {money} money per {period}. Next: `smbcrm plan build`.": (
        "{hours} ساعت در هفته و مبلغ {money} در هر {period}. گام بعد: `smbcrm plan build`."
    ),
}

PLANNING: dict[str, str] = {
    "{part} on {date}": "{part} در {date}",
    "as you said: {kind} every {every} {every:day|days}": "به گفتهٔ شما: {kind} هر {every} روز",
    "{count} of {all} who come first get nothing within this budget: {names}": (
        "با این بودجه، به {count} نفر از {all} مشتریِ در اولویت چیزی نمی‌رسد: {names}"
    ),
    "{overdue} of the {due} {due:contact|contacts} due before today {overdue:is|are} overdue ({minutes} {minutes:minute|minutes}). "
    "Choose: `smbcrm plan rebalance` spreads them over the weeks to come; "
    "`smbcrm plan build --hours H` with fewer hours plans for fewer customers": (
        "{overdue} تماس از {due} تماسی که موعدشان پیش از امروز بود عقب افتاده است ({minutes} دقیقه). "
        "انتخاب با شماست: `smbcrm plan rebalance` آن‌ها را در هفته‌های پیش رو پخش می‌کند؛ "
        "`smbcrm plan build --hours H` با ساعت کمتر، برای مشتریان کمتری برنامه می‌ریزد"
    ),
    "set aside for {count} {count:task|tasks} of yours: {minutes} {minutes:minute|minutes}": "کنار گذاشته برای {count} کار خودتان: {minutes} دقیقه",
    "kept on the day you put them off to: {count} {count:contact|contacts}": "مانده در روزی که خودتان گفته‌اید: {count} تماس",
    "put off further, for their week is full: {items}": "باز هم عقب‌تر رفت، چون هفته‌شان پر است: {items}",
    "no country is known, so only Sunday is off: `smbcrm config set country=GB`, with yours, tells it": (
        "کشور معلوم نیست، پس تنها یکشنبه تعطیل است: `smbcrm config set country=GB`، با کشور خودتان، آن را می‌گوید"
    ),
    "official holidays, kept free: {days}": "تعطیلات رسمی، بدون برنامه: {days}",
}

ITEMS: dict[str, str] = {
    "{item}: {text} is done.": "{item}: {text} انجام شد.",
    "{item}: {text} is skipped.": "{item}: {text} کنار گذاشته شد.",
    "{text} is no time of day": "{text} ساعتِ روز نیست",
    "write it like 09:30": "مانند `09:30` بنویسید",
    "{count} {count:entry|entries} written to {file}": "{count} مورد در {file} نوشته شد",
    "{name} is no format that a plan is written in": "برنامه به قالب {name} نوشته نمی‌شود",
    "--fail-on {value} means nothing": "`--fail-on {value}` معنایی ندارد",
    "--by {value} means nothing": "`--by {value}` معنایی ندارد",
    "--fail-on: {count} overdue": "`--fail-on`: {count} مورد عقب‌افتاده",
    "--fail-on: {count} due": "`--fail-on`: موعد {count} مورد رسیده است",
    "`smbcrm plan rebalance` spreads what is overdue": "`smbcrm plan rebalance` عقب‌افتاده‌ها را پخش می‌کند",
    "{item} of the plan is done by that.": "با این، {item} از برنامه هم انجام شد.",
    "{item} of the plan has its next turn on {date}.": "نوبت بعدی {item} از برنامه: {date}.",
    "The promise is {item}, due {date}.": "قول شما {item} است، موعد {date}.",
    "{item}: {text}, due {date}. Done: `smbcrm done {item}`": "{item}: {text}، موعد {date}. پس از انجام: `smbcrm done {item}`",
    "One is done: `smbcrm task done T1`; another day: `smbcrm snooze T1 --to +3d`": (
        "انجام شد: `smbcrm task done T1`؛ روزی دیگر: `smbcrm snooze T1 --to +3d`"
    ),
    "{what} (done)": "{what} (انجام شد)",
    "Last words: {text}": "آخرین حرف‌ها: {text}",
    "One is done: `smbcrm done ITEM`; another day: `smbcrm snooze ITEM --to +3d`; not at all: `smbcrm skip ITEM --why`": (
        "انجام شد: `smbcrm done ITEM`؛ روزی دیگر: `smbcrm snooze ITEM --to +3d`؛ انجام نمی‌شود: `smbcrm skip ITEM --why`"
    ),
    "Not timed, those of the plan counted as planned: {count}. `smbcrm done ITEM --minutes N` tells how long": (
        "زمانشان گفته نشده و (اگر در برنامه بوده) همان زمان برنامه حساب شده: {count}. `smbcrm done ITEM --minutes N` زمان را می‌گوید"
    ),
    "Next: `smbcrm due`, or `smbcrm plan rebalance` for what is overdue.": (
        "گام بعد: `smbcrm due`، یا `smbcrm plan rebalance` برای عقب‌افتاده‌ها."
    ),
    "say what is to be done": "بگویید چه کاری باید انجام شود",
    '`smbcrm task add "order new boxes" --due +3d`': '`smbcrm task add "order new boxes" --due +3d`',
    "{overdue} {overdue:contact was|contacts were} overdue; {moved} {moved:contact has|contacts have} another day now": "{overdue} تماس عقب افتاده بود؛ روز {moved} تماس عوض شد",
    "{kind} with {name}": "{kind}، {name}",
    "not planned, for they would be met too often: {contacts}": "در برنامه نیامد، چون تماس‌ها بیش از اندازه می‌شد: {contacts}",
    "{item}: {text} waits until {date}.": "{item}: {text} تا {date} می‌ماند.",
    "With that there are {count} {count:contact|contacts} with {name} within {days} {days:day|days}, more than you allow.": (
        "با این، {count} تماس با {name} در {days} روز می‌شود، بیش از آنچه اجازه داده‌اید."
    ),
    "Its condition, {condition}, holds for {count} of {all} customers of its tiers.": (
        "شرط آن، {condition}، برای {count} از {all} مشتری رده‌هایش برقرار است."
    ),
    "--per {period} stands behind neither --hours nor --money": "`--per {period}` پس از `--hours` یا `--money` نیامده است",
    "--money {value} names a currency": "`--money {value}` واحد پول دارد",
    "write the number alone, in the money that your list is in": "تنها عدد را بنویسید، به همان پولی که فهرستتان دارد",
    "no recipe asks for {kind}, so it cannot come first": "هیچ دستور پیگیری‌ای {kind} نمی‌خواهد، پس نمی‌تواند اولویت داشته باشد",
    "tiers, customers like C17, and these kinds can: {kinds}": "رده‌ها، مشتریانی مانند C17، و این نوع‌ها می‌توانند: {kinds}",
    "{count} {count:contact is|contacts are} with customers who want no contact since and {count:is|are} left out; `smbcrm plan rebalance` gives their time to others": (
        "{count} تماس با مشتریانی است که از آن پس خواسته‌اند تماسی نباشد و کنار گذاشته شده؛ `smbcrm plan rebalance` وقتشان را به دیگران می‌دهد"
    ),
    "let go, for their customers want no contact or left the list: {count} {count:contact|contacts}": (
        "رها شد، چون مشتریانشان تماس نمی‌خواهند یا دیگر در فهرست نیستند: {count} تماس"
    ),
    "{date} is a day off.": "{date} تعطیل است.",
    "The week of {date} is full of what stands fast, so it is on the first day with room.": (
        "هفتهٔ {date} از کارهای ثابت پر است؛ پس در نخستین روزی است که جا هست."
    ),
    "let go for want of room, the dearest first: {count} {count:contact|contacts}, {minutes} {minutes:minute|minutes}: {names}": (
        "به‌ناچار رها شد، ارزنده‌ترین‌ها اول: {count} تماس، {minutes} دقیقه: {names}"
    ),
    "`smbcrm plan show` and `smbcrm task list` show the open ones": "`smbcrm plan show` و `smbcrm task list` موردهای باز را نشان می‌دهند",
    "there is no item {item}": "{item} وجود ندارد",
    "`smbcrm plan show` and `smbcrm task list` show them": "`smbcrm plan show` و `smbcrm task list` آن‌ها را نشان می‌دهند",
    "say it when it is done": "پس از انجام بگویید",
    "That week has {minutes} {minutes:minute|minutes} more in it than your budget now.": "آن هفته اکنون {minutes} دقیقه بیش از بودجهٔ شما کار دارد.",
}

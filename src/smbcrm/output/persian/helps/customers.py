"""The pages of the commands about single customers, and about who is who: list, show, find, add, set, remove, forget, history, merge."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "List the customers, all of them or those you choose.": "فهرست مشتریان، همه یا آن‌ها که برمی‌گزینید.",
    "Show what is known of one customer.": "هرچه از یک مشتری دانسته است.",
    "Find customers by any word of theirs, in either script.": "یافتن مشتری با هر واژه‌اش، به هر دو خط.",
    "Add a customer by hand, with any facts you like.": "افزودن مشتری با دست، با هر دانسته‌ای.",
    "Set facts of one customer; what was imported stays behind your word.": "نوشتن یا عوض کردن دانسته‌های یک مشتری؛ آنچه وارد شده بود می‌ماند، ولی گفتهٔ شما پیش از آن است.",
    "Take a customer off the list; nothing is erased, and a later import does not bring him back.": "برداشتن مشتری از فهرست؛ چیزی پاک نمی‌شود و ورود بعدی او را برنمی‌گرداند.",
    "Erase a customer from the list, its history and all its copies. This cannot be undone.": "پاک کردن مشتری از فهرست، تاریخچه و همهٔ نسخه‌ها. این کار برگشت ندارد.",
    "What is left are keyed hashes of phone, e-mail, national id, and name with birth date: a later import leaves him out by them (`import --bring-back` takes him in again). Files that you exported, and copies outside the data folder, are yours to delete.": (
        "تنها نشانه‌هایی رمزشده از تلفن، ایمیل، کد ملی، و نام با تاریخ تولد می‌ماند تا ورود بعدی او را کنار بگذارد "
        "(با `import --bring-back` دوباره پذیرفته می‌شود). پاک کردن پرونده‌هایی که خروجی گرفته‌اید و نسخه‌های بیرون از پوشهٔ داده‌ها با شماست."
    ),
    "Show everything that happened with a customer in one timeline, the newest last.": "هرچه با یک مشتری گذشته، به ترتیب زمان؛ تازه‌ترین در پایان.",
    "Find the same customer written twice, decide, remember.": "یافتن مشتری تکراری، تصمیم و به یاد سپردن آن.",
    "Judge all rows anew and join those that are beyond doubt; your own answers stand.": "سنجیدن دوبارهٔ همهٔ ردیف‌ها و پیوستن آن‌ها که جای تردید ندارند؛ پاسخ‌های شما می‌ماند.",
    "List the open questions: pairs that may be one customer, the surest first.": "فهرست پرسش‌های باز: جفت‌هایی که شاید یک مشتری باشند، محتمل‌ترین اول.",
    "Answer the open questions one by one, the most valuable first; or list them, and take the answers from a file.": "پاسخ به پرسش‌های باز یکی‌یکی، پرارزش‌ترین اول؛ یا فهرست آن‌ها، و گرفتن پاسخ‌ها از یک پرونده.",
    "Say that two are one customer; remembered through every later import.": "گفتن اینکه دو تا یک مشتری‌اند؛ در هر ورود بعدی به یاد می‌ماند.",
    "Say that two are different customers; never asked again, never joined.": "گفتن اینکه دو تا دو مشتری متفاوت‌اند؛ دوباره پرسیده نمی‌شود و هرگز به هم نمی‌پیوندند.",
    "Show what speaks for and against two being one customer.": "چه چیزی می‌گوید دو تا یک مشتری‌اند و چه چیزی می‌گوید نیستند.",
    "Take rows out of a customer: they are somebody else, and stay so.": "جدا کردن ردیف‌هایی از یک مشتری: از آنِ کس دیگری‌اند و چنین می‌ماند.",
    # options
    "Only customers not contacted for so long (never counts).": "تنها مشتریانی که این مدت با آن‌ها تماس گرفته نشده (هرگز هم حساب است).",
    "Every value with the row it came from.": "هر مقدار با ردیفی که از آن آمده.",
    "Words, part of a phone, an address, a note.": "واژه‌ها، بخشی از تلفن، نشانی یا یادداشت.",
    "The name of the person or firm.": "نام شخص یا شرکت.",
    "phone=0912..., city=Shiraz, anything=else": "دانسته‌ها به شکل `phone=0912...`، `city=شیراز` یا هر نام دیگر.",
    "An empty value empties the field.": "مقدار خالی فیلد را خالی می‌کند.",
    "Take the name out of notes and other texts of others, too, or leave those as they are.": "نام را از یادداشت‌ها و نوشته‌های دیگرِ مربوط به دیگران هم پاک کن، یا آن‌ها را همان‌گونه بگذار.",
    "Show who is kept away: numbers and days, no names.": "نشان بده چه کسانی کنار گذاشته می‌شوند: شماره و تاریخ، بدون نام.",
    "Let somebody come back with the next import that has him.": "بگذار کسی با نخستین فهرستی که او را دارد برگردد.",
    "Finish a forgetting that was cut short.": "فراموشی نیمه‌کاره را تمام کن.",
    "The newest first.": "تازه‌ترین اول.",
    "Only the newest N.": "تنها این شمار از تازه‌ترین‌ها.",
    "Decided and automatic ones too.": "آن‌هایی هم که پاسخ گرفته یا خودکار بوده‌اند.",
    "Take a filled-in list of questions; - reads what is piped in.": "فهرست پرشدهٔ پرسش‌ها را بگیر؛ با - آنچه از لوله می‌آید خوانده می‌شود.",
    "Two customers or rows, or the number of a pair.": "دو مشتری یا دو ردیف، یا شمارهٔ یک جفت.",
    "Rows that are somebody else, like s2r9.": "ردیف‌هایی که از آنِ کس دیگری است، مانند s2r9.",
    "Something you wrote on the customer that goes along, like s4r2.": "نوشتهٔ شما دربارهٔ مشتری که باید همراه برود، مانند s4r2.",
}

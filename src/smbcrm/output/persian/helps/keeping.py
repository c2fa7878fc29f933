"""The pages of the commands about the list as a whole: status, check, export, sync, undo, redo, backup, restore, config."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Show where you stand and what to do next.": "کجا هستید و گام بعد چیست.",
    "Show what is wrong, missing or doubtful in the data, and the command that mends it.": "آنچه در داده‌ها نادرست، ناقص یا مشکوک است، و فرمانی که درستش می‌کند.",
    "With --store it is the file that is checked: whether it is whole, and nobody else may read it.": "با --store خود پرونده وارسی می‌شود: آیا سالم است و کس دیگری نمی‌تواند آن را بخواند.",
    "Write the list to a file that a spreadsheet program opens safely, or to a phone book (.vcf).": "نوشتن فهرست در پرونده‌ای برای صفحه‌گسترده، یا در دفترچه تلفن (.vcf).",
    "What is exported comes back by `smbcrm import` as it went: phones, e-mails, tags, notes and the columns of your own.": "آنچه نوشته شود با `smbcrm import` همان‌گونه برمی‌گردد: تلفن‌ها، ایمیل‌ها، برچسب‌ها، یادداشت‌ها و ستون‌های خود شما.",
    "Bring customers.xlsx in the data folder and your list together: your edits come in, ours go out.": "یکی کردن کارپوشه با فهرست: ویرایش‌های شما در customers.xlsx (در پوشهٔ داده‌ها) گرفته و تازه‌های فهرست در آن نوشته می‌شود.",
    "The first time it writes the workbook. A cell that both sides changed is held back until you settle it.": "بار نخست کارپوشه را می‌نویسد. خانه‌ای که هر دو سو عوض کرده‌اند می‌ماند تا شما تصمیم بگیرید.",
    "Take back the newest command that changed something, or an older one; what was done since is kept.": "برگرداندن آخرین فرمانی که چیزی را تغییر داد، یا فرمانی قدیمی‌تر؛ آنچه از آن پس انجام شده می‌ماند.",
    "Put a copy in the place of the customer list, after saying what that changes; the list as it is now is copied first.": "گذاشتن نسخهٔ پشتیبان به جای فهرست، پس از گفتن آنچه عوض می‌شود؛ اول از فهرست کنونی نسخه‌ای گرفته می‌شود.",
    "Bring back what `undo` took back, the last first; what was done since is kept.": "دوباره انجام دادن آنچه برگردانده شده، آخرین اول؛ آنچه پس از `undo` انجام شده می‌ماند.",
    "Make copies of the customer list, list them, check them.": "نسخهٔ پشتیبان، فهرست نسخه‌ها و وارسی آن‌ها.",
    "Copy the customer list as it is now, also while another command works on it.": "گرفتن نسخه از فهرست کنونی مشتریان، حتی هنگامی که فرمان دیگری با آن کار می‌کند.",
    "Copies lie in the folder backups of the data folder. The newest 30 made by hand are kept, and the newest 7 of those that smbcrm makes by itself before the first change of a day.": (
        "نسخه‌ها در پوشهٔ backups درون پوشهٔ داده‌ها هستند. ۳۰ نسخهٔ تازه از نسخه‌های دستی می‌ماند، "
        "و ۷ نسخهٔ تازه از آن‌ها که خود smbcrm پیش از نخستین تغییر هر روز می‌گیرد."
    ),
    "List the copies, the newest first: when and why each was made; with --verify what is in it, and whether it is sound.": "فهرست نسخه‌ها، تازه‌ترین اول: هر یک کی و چرا گرفته شد؛ با --verify آنچه در آن است و سالم بودنش.",
    "The settings of the data folder: show them, change them, find their file.": "تنظیمات پوشهٔ داده‌ها: دیدن، تغییر دادن و یافتن پرونده‌شان.",
    "List the settings, with what each is for and whether you set it.": "فهرست تنظیمات، هر یک برای چیست و آیا شما آن را گذاشته‌اید.",
    "Print the value of one setting, and nothing else.": "نوشتن مقدار یک تنظیم، و دیگر هیچ.",
    "Print where the settings file is; it need not be there.": "نوشتن جای پروندهٔ تنظیمات؛ شاید هنوز ساخته نشده باشد.",
    "Change settings; your comments in the file stay, and the file as it was stays beside it.": "تغییر تنظیمات؛ توضیح‌های شما در پرونده می‌ماند، و پروندهٔ پیشین کنارش نگه داشته می‌شود.",
    "Settings are no part of `smbcrm undo`: the answer says what to type to have the old value back.": "تنظیمات با `smbcrm undo` برنمی‌گردد: پاسخ فرمان می‌گوید برای مقدار پیشین چه بنویسید.",
    # options
    "Only these findings.": "تنها این یافته‌ها.",
    "End with exit code 10 when there is one of these.": "اگر یکی از این‌ها بود با کد ۱۰ تمام کن (any یعنی هر یافته‌ای).",
    "Check the store itself instead: damage, journal, index, rights.": "به جای آن خود پایگاه داده را وارسی کن: آسیب، دفتر روزانه، نمایه و دسترسی‌ها.",
    "With --store: make anew what can be made anew.": "همراه --store: آنچه را می‌شود از نو ساخت از نو بساز.",
    "Its ending names the format: .xlsx .csv .tsv .vcf .json .jsonl .md .html": "پسوندش قالب را می‌گوید: .xlsx .csv .tsv .vcf .json .jsonl .md .html",
    "Keep text that looks like a formula as it is.": "متنی را که مانند فرمول است همان‌گونه بگذار.",
    "Settle cells that both sides changed: mine is what the workbook says, theirs what smbcrm has.": "برای خانه‌هایی که هر دو سو عوض کرده‌اند: با mine آنچه در کارپوشه است، با theirs آنچه در فهرست است، با ask بپرس.",
    "Take edits that look like an accident as they are.": "ویرایش‌هایی را هم که تصادفی به نظر می‌آیند بپذیر.",
    "Go on syncing while you work, until Ctrl-C.": "تا زدن Ctrl-C، هنگام کار شما پیوسته یکی کن.",
    "The operation; the newest when left out.": "عملیات؛ اگر ننویسید تازه‌ترین.",
    "Show what was done and can be undone.": "نشان بده چه انجام شده که می‌شود برگرداند.",
    "A copy by name, day or file; the newest sound one when left out.": "نسخه‌ای با نام، روز یا پرونده؛ اگر ننویسید تازه‌ترین نسخهٔ سالم.",
    "The operation; the one undone last when left out.": "عملیات؛ اگر ننویسید آخرین برگردانده‌شده.",
    "Open the copy and check all of it.": "نسخه را باز و سراسر وارسی کن.",
    "Write the copy to this file or folder instead.": "نسخه را به جای آن در این پرونده یا پوشه بنویس.",
    "Open every copy and check all of it.": "همهٔ نسخه‌ها را باز و سراسر وارسی کن.",
    "The setting.": "نام تنظیم.",
    "An empty value takes the setting out.": "مقدار خالی تنظیم را برمی‌دارد.",
}

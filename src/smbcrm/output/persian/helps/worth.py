"""The pages of the commands about what customers are worth: score, tier, gaps, matrix, at-risk, lifecycle, report."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Score the customers from 1 to 10, and say why.": "امتیاز ۱ تا ۱۰ به مشتریان، با دلیل.",
    "Score every customer from what is known.": "امتیاز به هر مشتری از روی دانسته‌ها.",
    "Give a customer a score of your own; it counts instead of the suggested one.": "دادن امتیاز خودتان به یک مشتری؛ به جای امتیاز پیشنهادی حساب می‌شود.",
    "Show the parts a score is made of; they add up to it.": "بخش‌هایی که امتیاز از آن‌ها ساخته شده؛ جمعشان همان امتیاز است.",
    "Show where your own scores and the suggested ones differ most.": "کجا امتیازهای شما و امتیازهای پیشنهادی بیش از همه تفاوت دارند.",
    "Learn the weights that fit your own scores best, and show how well they do before they are used.": "آموختن وزن‌هایی که بیش از همه با امتیازهای شما می‌خوانند، و نشان دادن درستی‌شان پیش از به کار بردن.",
    "Show and change how much each part of the score counts.": "دیدن و تغییر اینکه هر بخش امتیاز چقدر به حساب می‌آید.",
    "Show how much each part counts, and of how many customers it is known.": "هر بخش چقدر به حساب می‌آید، و برای چند مشتری معلوم است.",
    "Set weights of your own; parts that are not named keep theirs.": "گذاشتن وزن‌های خودتان؛ بخش‌هایی که نام نبرید وزن خود را نگه می‌دارند.",
    "Take a set of weights that suits a kind of shop; without a name, show them all.": "گرفتن مجموعه‌ای از وزن‌ها درخور نوعی مغازه؛ بدون نام، همه نشان داده می‌شود.",
    "Find weights by comparing the parts two at a time, and tell whether the comparisons agree; asks where nothing is given.": "یافتن وزن‌ها با مقایسهٔ دوبه‌دوی بخش‌ها، و گفتن اینکه مقایسه‌ها با هم می‌خوانند یا نه؛ اگر چیزی ندهید می‌پرسد.",
    "Cut the list in four quarters by score: A, B, C, D.": "تقسیم فهرست به چهار ردهٔ برابر بر پایهٔ امتیاز. نام رده‌ها: A، B، C، D.",
    "Cut the active customers in four quarters of equal size.": "تقسیم مشتریان فعال به چهار بخش برابر.",
    "Show who changed tier, when and why, the newest first.": "ردهٔ چه کسی عوض شد، کی و چرا، تازه‌ترین اول.",
    "Show how the list was cut, run by run: sizes, borders, who came, went, rose and fell.": "فهرست هر بار چگونه تقسیم شد: اندازه‌ها، مرزها، چه کسی آمد، رفت، بالا رفت و پایین آمد.",
    "Keep a customer in a tier whatever the score says; `none` takes the pin out.": "ثابت نگه داشتن مشتری در یک رده، امتیاز هرچه باشد؛ با `none` دیگر ثابت نیست.",
    "List the facts worth asking for first, top tier first, each with the command that takes the answer.": "آنچه اول باید پرسید، از ردهٔ بالا، هر کدام با فرمانی که پاسخ را می‌گیرد.",
    "Show what customers are worth to you and what they get from you; their names stand in the cells, what is not known is asked.": "ارزش مشتریان برای شما و آنچه از شما می‌گیرند؛ نامشان در خانه‌ها می‌آید و آنچه معلوم نیست پرسیده می‌شود.",
    "What they get is told by their ratings, by the promises you kept (`smbcrm log WHO promise`) and by `share_of_need` (`smbcrm set WHO share_of_need=60`); what they answered themselves counts instead (`smbcrm set WHO value_to_customer=8`).": (
        "اینکه از شما چه می‌گیرند از نظرهایشان معلوم می‌شود، از قول‌هایی که انجام داده‌اید (`smbcrm log WHO promise`) "
        "و از `share_of_need`، سهم شما از نیازشان (`smbcrm set WHO share_of_need=60`)؛ اگر خودشان پاسخی داده باشند همان حساب می‌شود (`smbcrm set WHO value_to_customer=8`)."
    ),
    "List the customers who may go, with the reasons: an open complaint, a low rating, away for longer than usual, spending less.": "مشتریانی که شاید بروند، با دلیل: شکایت بی‌پاسخ، نظر پایین، دوری بیش از معمول، خرید کمتر.",
    "Count the customers by where they stand: prospect, new, active, slipping, lost, won back.": "شمار مشتریان در هر وضعیت: مشتری احتمالی، تازه، فعال، در حال دور شدن، از دست رفته، بازگشته.",
    "Each is held against his own usual gap between purchases: slipping is away for more than twice as long, lost for more than four times (and 60 days); new first bought within 90 days; won back came back within a year after having been lost.": (
        "هر کس با فاصلهٔ معمول خریدهای خودش سنجیده می‌شود: در حال دور شدن کسی است که بیش از دو برابر آن نیامده، "
        "از دست رفته بیش از چهار برابر (و ۶۰ روز)؛ تازه در ۹۰ روز گذشته نخستین خریدش را کرده؛ بازگشته در یک سال گذشته پس از ازدست‌رفتن برگشته است."
    ),
    "Show who buys, who pays, who stays, and whether the network grows.": "چه کسی می‌خرد، می‌پردازد و می‌ماند، و آیا رشد می‌کنید.",
    "Show who buys most, most often, or bought last.": "چه کسی بیشتر می‌خرد، بیشتر می‌آید یا تازه‌تر خرید کرده.",
    "Show who pays on time and who does not: days late on average, what is overdue now, the trend.": "چه کسی سر موعد می‌پردازد و چه کسی نه: میانگین روزهای تأخیر، آنچه اکنون از موعد گذشته، و روند.",
    "Show the good customers of whom you have heard nothing for a year: neither a contact nor a rating. Silence is no praise.": "مشتریان خوبی که یک سال از آن‌ها بی‌خبرید: نه تماسی و نه نظری. سکوت نشانهٔ رضایت نیست.",
    "Show whether customers come back: the repeat rate, who stayed, who is slipping, and what that is worth.": "آیا مشتریان برمی‌گردند: نرخ خرید دوباره، چه کسی ماند، چه کسی در حال دور شدن است، و ارزش آن.",
    "Show whether the network grows: members, how many are active, new ones and those who were sent, lost ones, word of mouth.": "آیا شبکه بزرگ می‌شود: اعضا، شمار فعال‌ها، تازه‌ها و معرفی‌شده‌ها، ازدست‌رفته‌ها، و تعریف پیش دیگران.",
    "Show what each tier brings and gets: spending, contacts, and how many are active.": "هر رده چه می‌آورد و چه می‌گیرد: خرید، تماس‌ها و شمار فعال‌ها.",
    # options
    "1 to 10, halves allowed.": "از ۱ تا ۱۰؛ نیم هم می‌شود.",
    "Why you think so; kept with the score.": "چرا چنین می‌دانید؛ همراه امتیاز می‌ماند.",
    "Only differences of so many points or more.": "تنها تفاوت‌هایی به این اندازه یا بیشتر.",
    "Take the learnt weights from now on.": "از این پس وزن‌های آموخته را به کار ببر.",
    "0 leaves a part out.": "با وزن 0 آن بخش کنار گذاشته می‌شود.",
    "trade, community, personal or matchmaker.": "فروش (trade)، مشتریان همراه (community)، آشنا با همه (personal) یا رساندن آدم‌ها به هم (matchmaker).",
    "A counts N times as much as B (1/9 to 9); repeat.": "بخش A چند برابر B به حساب می‌آید (از 1/9 تا 9)؛ می‌توان چند بار نوشت.",
    "A file with one A/B=N a line.": "پرونده‌ای که در هر سطرش یک A/B=N آمده.",
    "Take these weights from now on.": "از این پس این وزن‌ها را به کار ببر.",
    "Let nobody lose his tier to one who leads by less; kept for the next times, 0 ends it.": "کسی ردهٔ خود را به آن که تنها کمتر از این امتیاز جلوتر است نمی‌دهد؛ برای دفعه‌های بعد می‌ماند و با 0 پایان می‌گیرد.",
    "Only moves from this day on.": "تنها جابه‌جایی‌های این روز به بعد.",
    "The tier to keep the customer in.": "رده‌ای که مشتری در آن ثابت می‌ماند.",
    "Only the N best questions, one a customer.": "تنها این شمار از بهترین پرسش‌ها، از هر مشتری یکی.",
    "Only about this customer.": "تنها دربارهٔ این مشتری.",
    "Only partner, 'at stake', promising, routine or ask.": "تنها یک خانه: همراه (`partner`)، در خطر (`at stake`)، امیدبخش (`promising`)، معمولی (`routine`) یا بپرسید (`ask`).",
    "The score that parts upper and lower cells.": "امتیازی که خانه‌های بالا و پایین را جدا می‌کند.",
    "From here on they get much from you.": "از این مقدار به بالا، از شما زیاد می‌گیرند.",
    "Who is in another cell than before: 90 days ago, or --since.": "چه کسی در خانه‌ای جز خانهٔ پیشین است: ۹۰ روز پیش، یا روزی که با --since بگویید.",
    "With --move: the day to hold it against.": "همراه --move: روزی که با آن سنجیده می‌شود.",
    "List those who are prospect, undated, new, active, won back, slipping or lost.": "فهرست کسانی در این وضعیت: مشتری احتمالی (`prospect`)، بی‌تاریخ (`undated`)، تازه (`new`)، فعال (`active`)، بازگشته (`won back`)، در حال دور شدن (`slipping`) یا از دست رفته (`lost`).",
    "What to sort by.": "ترتیب بر پایهٔ مبلغ خرید (spend)، دفعات خرید (count) یا تازگی خرید (recency).",
    "Only what was bought from this day on.": "تنها خریدهای این روز به بعد.",
    "Only what was bought up to this day.": "تنها خریدهای تا این روز.",
    "Over how many days.": "در چند روز گذشته.",
    "Show the net promoter score of fewer than 30 answers, too.": "شاخص توصیه (NPS) را با کمتر از ۳۰ پاسخ هم نشان بده.",
}

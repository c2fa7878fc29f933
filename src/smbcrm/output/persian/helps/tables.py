"""All texts of the pages together, and their examples."""

from __future__ import annotations

from smbcrm.output.persian.helps import common, customers, events, keeping, planning, reading, worth

TEXTS: dict[str, str] = {
    **common.TEXTS,
    **reading.TEXTS,
    **customers.TEXTS,
    **worth.TEXTS,
    **planning.TEXTS,
    **events.TEXTS,
    **keeping.TEXTS,
}

# Examples with words of the owner in them: how he would type them in Persian. The others are typed alike in any language.
EXAMPLES: dict[str, str] = {
    "smbcrm list --where \"city = 'Shiraz' AND score >= 8\" --format csv": "smbcrm list --where \"city = 'شیراز' AND score >= 8\" --format csv",
    'smbcrm show "Ali Rezaei"': 'smbcrm show "علی رضایی"',
    "smbcrm find rezaei": "smbcrm find رضایی",
    'smbcrm add "Ali Rezaei" phone=09121234567 city=Shiraz "shoe size=43"': 'smbcrm add "علی رضایی" phone=09121234567 city=شیراز birth_date=1365/02/11',
    "smbcrm set C17 city=Shiraz phone=09121234567": "smbcrm set C17 city=شیراز phone=09121234567",
    'smbcrm history "Ali Rezaei" --kind purchase,paid --since 2026-01-01 --reverse': 'smbcrm history "علی رضایی" --kind purchase,paid --since 1404/10/11 --reverse',
    'smbcrm done P12 --minutes 10 --note "wants the blue one"': 'smbcrm done P12 --minutes 10 --note "آبی‌اش را می‌خواهد"',
    'smbcrm skip P12 --why "on holiday"': 'smbcrm skip P12 --why "در سفر است"',
    "smbcrm export phones.vcf --city Shiraz": "smbcrm export phones.vcf --city شیراز",
    'smbcrm mapping set s1 "Tel. 2=mobile" Remark=-': 'smbcrm mapping set s1 "تلفن دوم=mobile" Remark=-',
    'smbcrm score set C17 9 --why "sends us a new customer every month"': 'smbcrm score set C17 9 --why "هر ماه مشتری تازه‌ای می‌فرستد"',
    'smbcrm recipe add kind=visit tier=A,B every=6m minutes=40 if=tag=vip text="bring the new catalogue"': (
        'smbcrm recipe add kind=visit tier=A,B every=6m minutes=40 if=tag=vip text="کاتالوگ تازه را ببرید"'
    ),
    'smbcrm task add "order new boxes" --due +3d --minutes 20': 'smbcrm task add "سفارش جعبهٔ تازه" --due +3d --minutes 20',
    'smbcrm task add "send the catalogue" --who C17 --due 1405/09/10': 'smbcrm task add "فرستادن کاتالوگ" --who C17 --due 1405/09/10',
    'smbcrm log C17 call "asked for a new offer" --minutes 10': 'smbcrm log C17 call "پیشنهاد تازه خواست" --minutes 10',
    'smbcrm log reza call 10m "late delivery"': 'smbcrm log رضا call 10m "دیر رسیدن سفارش"',
    'smbcrm log "reza called yesterday, 10 minutes, late delivery"': 'smbcrm log "رضا دیروز زنگ زد، ۱۰ دقیقه، دیر رسیدن سفارش"',
    'smbcrm log C17 promise "send the catalogue" --due +3d': 'smbcrm log C17 promise "فرستادن کاتالوگ" --due +3d',
    'smbcrm touch C17 --kind referral --to "Sara Ahmadi" --phone 09121234567': 'smbcrm touch C17 --kind referral --to "سارا احمدی" --phone 09121234567',
    'smbcrm touch C17 --kind complaint --text "the rug came late"': 'smbcrm touch C17 --kind complaint --text "فرش دیر رسید"',
    'smbcrm rate C17 4/5 --about delivery --text "came on time"': 'smbcrm rate C17 4/5 --about تحویل --text "به‌موقع رسید"',
    "smbcrm purchase add C17 1250000 --unit toman --product rug --order 204": "smbcrm purchase add C17 1250000 --unit toman --product فرش --order 204",
}

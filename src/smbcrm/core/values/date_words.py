"""The words of dates: months of three calendars' worth of languages, and what may stand around them."""

from __future__ import annotations

from smbcrm.core.text import fold
from smbcrm.core.values.day_words import SHORT_WEEKDAYS, WEEKDAYS

GREGORIAN, JALALI = "gregorian", "jalali"

_JALALI_MONTHS = (
    "فروردین farvardin حمل",
    "اردیبهشت ordibehesht ordibehest ثور",
    "خرداد khordad جوزا",
    "تیر tir سرطان",
    "مرداد امرداد mordad amordad اسد",
    "شهریور shahrivar shahrivar سنبله",
    "مهر mehr میزان",
    "آبان aban عقرب",
    "آذر azar قوس",
    "دی dey جدی",
    "بهمن bahman دلو",
    "اسفند esfand espand حوت",
)
_GREGORIAN_MONTHS = (
    "january jan ژانویه جنوری يناير januar jänner janvier janv enero ene ocak gennaio gen janeiro januari",
    "february feb فوریه فبروری فبراير شباط februar février févr fév febrero şubat febbraio fevereiro fev februari",
    "march mar مارس مارچ märz mär mrz mars marzo mart março maart mrt آذار",
    "april apr آوریل اوریل اپریل أبريل ابریل نيسان avril avr abril abr nisan aprile",
    "may مه می مئی مايو أيار mai mayo mayıs maggio mag maio mei",
    "june jun ژوئن جون يونيو حزيران juni juin junio haziran giugno giu junho",
    "july jul ژوئیه جولای ژوییه جولائی يوليو تموز juli juillet juil julio temmuz luglio lug julho",
    "august aug اوت آگوست اگست أغسطس آب août aou agosto ağustos ago augustus",
    "september sep sept سپتامبر ستمبر سبتمبر أيلول septembre septiembre set eylül settembre setembro",
    "october oct اکتبر اکتوبر أكتوبر okt oktober octobre octubre ekim ottobre ott outubro out",
    "november nov نوامبر نومبر نوفمبر novembre noviembre kasım novembro",
    "december dec دسامبر دسمبر ديسمبر dez dezember décembre déc diciembre dic aralık dicembre dezembro",
)
_WEEKDAYS = """
    یک دو سه چهار پنج
    الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim
    lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom
    pazartesi salı çarşamba perşembe cuma cumartesi pazar
    lunedì martedì mercoledì giovedì venerdì sabato domenica
    """
_FILLERS = """
    st nd rd th of the on at de del di le den am um ad ce er ere a
    ام م ماه سال روز مورخ مورخه تاریخ ساعت هجری شمسی خورشیدی میلادی ه ش هش ه.ش هجریشمسی من فی
    """

MONTHS: dict[str, tuple[str, int]] = {
    fold(word): (calendar, number)
    for calendar, months in ((JALALI, _JALALI_MONTHS), (GREGORIAN, _GREGORIAN_MONTHS))
    for number, words in enumerate(months, start=1)
    for word in words.split()
}

IGNORED = (
    frozenset({*(fold(word) for word in (*_WEEKDAYS.split(), *_FILLERS.split())), *WEEKDAYS, *SHORT_WEEKDAYS})
    - MONTHS.keys()
)
